"""What the sentence behind a number says of it, as "This is an estimate."."""

from bisect import bisect_right

from kic.dataset.page.exactness import Reading
from kic.dataset.page.language import Language
from kic.dataset.page.running_text import sentences
from kic.model import Qualifier, Record, Registration, Status

_QUALIFIERS = frozenset(Qualifier)


def doubted(found: list[Reading], text: str, lang: Language) -> list[Reading]:
    """Numbers with what the next sentence makes of them, where it has no number of its own.

    Only what is exact by its own sentence becomes an estimate, a bound, or open.
    """
    told = sentences(text)
    starts = [start for start, _ in told]
    at = [bisect_right(starts, reading.numeral.start) for reading in found]
    numbered = {number - 1 for number, reading in zip(at, found, strict=True) if reading.is_figure}
    following = [
        "" if number in numbered or number >= len(told) else told[number][1] for number in at
    ]
    return [
        _told(reading, sentence, lang)
        if sentence and reading.qualifier is Qualifier.EXACT
        else reading
        for reading, sentence in zip(found, following, strict=True)
    ]


def _told(reading: Reading, sentence: str, lang: Language) -> Reading:
    """A number with what a sentence says of it, if that is known."""
    for name, pattern in lang.next_sentence.items():
        if said := pattern.search(sentence):
            qualifier = Qualifier(name) if name in _QUALIFIERS else None
            return reading._replace(qualifier=qualifier, seen=said[0].strip())
    return reading


def as_said(reading: Reading, record: Record, lang: Language) -> Reading:
    """A number as exact where a figure itself says what the next sentence does of it."""
    known = {
        "incomplete": record.registration is Registration.INCOMPLETE,
        "unsure": record.status is Status.UNVALIDATED,
    }
    is_said = any(
        is_it and lang.next_sentence[name].search(reading.seen) for name, is_it in known.items()
    )
    return (
        reading._replace(qualifier=Qualifier.EXACT)
        if is_said and not reading.qualifier
        else reading
    )

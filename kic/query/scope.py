"""Whether a text tells what limits a figure: that it is recorded, of whom, and of what."""

import re
from collections.abc import Iterable
from itertools import groupby, pairwise

from kic.dataset.page.language import Language
from kic.dataset.page.phrases import at_end, words
from kic.dataset.page.running_text import Told
from kic.model import Measure, Qualifier, Record, UnitKind, fold
from kic.query.placing import Names, akin, content
from kic.query.understood import RELATIVE

_ASIDE = re.compile(r"\([^)]*\)")  # of a label: what it is called besides
_AS_WELL = re.compile(r"(?<!\S)\((?P<words>[^)]*)\)\s(?P<next>\w+)")  # with and without them


def is_told(told: Told, record: Record, names: Names) -> bool:
    """Whether a number is told of what its figure counts, and of no more.

    In the sentence, or before it, it has to be said that something is recorded or asked for, of
    which sex they are and what a share is of; and of what is joined both halves or neither.  A
    plan may be told as what came of it.
    """
    own, lang = content(told.sentence), told.lang
    said = content(told.before) | own
    of_whom = own if _is_of_everybody(told, names) else said
    named = record.links.indicator
    label = named.label.given(lang.code) or ""
    short = (named.short.given(lang.code) if named.short else None) or label
    groups = content(label) & lang.other_things - lang.durations
    return (
        not record.is_plan
        and is_on_record(told, record)
        and _is_narrowed(told, record, names)
        and _is_estimated(told, record, label)
        and all(akin(word, said) for word in groups)
        and not _is_half((label, short, *named.aliases), said, told)
        and _has_both((label, short), said, lang)
        and not _is_of_others(told, record, label)
        and not _is_half(_bodies(record, lang), said, told)
        and (record.unit_kind is not UnitKind.SHARE or _has_whole(label, of_whom, record, names))
    )


def _is_estimated(told: Told, record: Record, label: str) -> bool:
    """Whether what happens each year is told so, and what is estimated not as recorded."""
    is_said = record.measure is Measure.MEAN or told.lang.spread.search(told.sentence)
    is_recorded = told.lang.recorded.search(told.around) and not told.lang.recorded.search(label)
    is_other = record.qualifier is Qualifier.ESTIMATE and is_recorded
    return not is_other and bool(is_said or not told.lang.spread.search(label))


def _is_narrowed(told: Told, record: Record, names: Names) -> bool:
    """Whether all is told that narrows a figure: by its label, or a name that is its alone.

    A single word of its label is no such name, nor is a body.  Beside a name it has to be said of
    those who are counted what the label says of them, as "unaccompanied" minors; and who is asked
    or told something where that is counted, as it is no count of all.
    """
    lang, named, counted = told.lang, record.links.indicator, names.units_of(record)
    labels = [t for text in (named.label, named.short) if text and (t := text.given(lang.code))]
    labels = labels or [*named.labels]
    is_of_people = not counted.isdisjoint(lang.people)
    beside = pairwise(fold(labels[0]).split()) if is_of_people else ()
    own = {a for a, b in beside if b in lang.people and a not in lang.common}
    bodies = names.bodies_of(record)
    asked = set() if is_of_people else content(labels[0]) & bodies
    known = set[str]().union(*map(content, named.labels)) - names.silent
    aliases = ((a, content(a)) for a in named.aliases if names.is_alone(a, record))
    heads = (_without_head(_ASIDE.sub(" ", label), record, lang, counted) for label in labels)
    in_full = [words | asked for words in heads]
    passed = names.silent | counted | (bodies if is_of_people else lang.neutral)
    aliases = ((a, w) for a, w in aliases if not names.is_body(w - counted - names.silent))
    said = content(f"{told.before} {told.sentence}")
    has_people = not lang.people.isdisjoint(said)  # else "trafficking of children" is of all
    aliases = ((a, w) for a, w in aliases if has_people or lang.people.isdisjoint(w))
    in_full += [
        w | own | asked for a, w in aliases if " " in a or not all(akin(x, known) for x in w)
    ]
    missing = (
        (word for word in name - passed if not (word.isdecimal() or akin(word, said)))
        for name in in_full
    )
    return any(all(map(lang.plain.fullmatch, words_)) for words_ in missing)


def _without_head(label: str, record: Record, lang: Language, counted: set[str]) -> set[str]:
    """The words of a label, behind the one for what it counts where that is not its unit."""
    runs = _runs(label, lang)
    is_head = record.unit_kind is not UnitKind.COUNT or not any(
        akin(word, counted | lang.people) for word in runs[0]
    )
    rest = set[str]().union(*runs[1:])
    return rest if is_head and rest else rest | runs[0]


def is_of_another(
    told: Told, record: Record, there: Iterable[tuple[Told, Record]], unread: Iterable[Told]
) -> bool:
    """Whether a number is told as a part of another that it is no part of.

    "Of the 14,214 who were questioned, 10,965 were arrested" and "30 of the 50" make one count a
    part of another, or of the same one in a larger region.  ``there`` are the figures of its
    sentence, ``unread`` its numbers that are of none.
    """
    if record.unit_kind is UnitKind.SHARE:
        return False
    own = (record.indicator, record.links.indicator.subset_of)
    others = (
        t
        for t, whole in there
        if (whole.region, whole.period) != (record.region, record.period)
        or whole.indicator not in own
    )
    return any(_is_one_of(told, t) for t in [*others, *unread])


def _is_one_of(told: Told, whole: Told) -> bool:
    """Whether a number is told as a part of another, as "of the 50 30" and "30 of the 50"."""
    lang, text = told.lang, told.sentence
    if whole.start < told.start:
        return bool(at_end(lang.of_the, words(text[: whole.start])))
    return bool(lang.portion.match(text[told.start + len(told.written) : whole.start]))


def is_flat(told: Told, record: Record) -> bool:
    """Whether a text leaves out that a figure is a mean."""
    is_said = told.lang.beside["mean"].label.search(f"{told.before} {told.sentence}")
    return record.measure is Measure.MEAN and not is_said


def is_on_record(told: Told, record: Record) -> bool:
    """Whether it is told that something is recorded or asked for, or of whom, if that counts."""
    label = record.links.indicator.label.given(told.lang.code) or ""
    return not told.lang.recorded.search(label) or is_told_as_record(told, record)


def is_told_as_record(told: Told, record: Record) -> bool:
    """Whether a text says that something is recorded or asked for, or of whom."""
    lang, text = told.lang, f"{told.before} {told.sentence}"
    by = record.links.registered_by
    is_named = bool(by and content(by.given(lang.code) or "") & content(text))
    return is_named or bool(lang.recorded.search(text))


def _bodies(record: Record, lang: Language) -> list[str]:
    """What the bodies are called that record what a figure counts, or have to do with it."""
    names = (record.links.registered_by, *(name for name, _ in record.links.named))
    return [name.given(lang.code) or "" for name in names if name]


def _is_half(names: Iterable[str], said: set[str], told: Told) -> bool:
    """Whether only one of the two is told that names join, as "youth care or mental care"."""
    joined = told.lang.joined
    phrases = (phrase for name in names for phrase in re.split(r"[()]", name))
    split = (joined.split(phrase) for phrase in phrases)
    found = {_are_told(*pair, said, told) for parts in split for pair in pairwise(parts)}
    return found >= {False} and True not in found


def _is_of_others(told: Told, record: Record, label: str) -> bool:
    """Whether minors are told of where youths are counted, who may be of age, or youths of minors.

    A share of both is one of others too; of a count of both no half is told.
    """
    people = record.links.indicator.population
    texts = (RELATIVE.split(label)[0], (people.given(told.lang.code) if people else None) or "")
    sides = (told.lang.minors, told.lang.youths)
    own = next(filter(None, ([s for s in sides if s.search(text)] for text in texts)), [])
    said = next(filter(None, ([s for s in sides if s.search(t)] for t in told.widening)), [])
    is_same = own == said or (record.unit_kind is not UnitKind.SHARE and {*own} <= {*said})
    return bool(own and said) and not is_same


def _has_both(names: Iterable[str], said: set[str], lang: Language) -> bool:
    """Whether all is told that names have in brackets before a word, as "(threatened) loss"."""
    found = (match for name in names for match in _AS_WELL.finditer(name))
    counted = (match for match in found if fold(match["next"]) not in lang.common)
    return all(akin(word, said) for match in counted for word in content(match["words"]))


def _are_told(first: str, second: str, said: set[str], told: Told) -> bool | None:
    """Whether both of two are told that a name joins; None where neither is, or they name nobody.

    One may have all words of the other, which then is there where the text joins two as well.
    """
    silent = told.lang.people
    one, other = _runs(first, told.lang)[-1] - silent, _runs(second, told.lang)[0] - silent
    own = {whole: whole - (one & other) for whole in map(frozenset, (one, other))}
    there = [
        any(akin(w, said) for w in half) if half else all(akin(w, said) for w in whole)
        for whole, half in own.items()
    ]
    if not (one and other and any(there)):
        return None
    is_joined = all(own.values()) or bool(told.lang.joined.search(told.sentence))
    return all(there) and is_joined


def _runs(text: str, lang: Language) -> list[set[str]]:
    """The words of a text that say something, up to each word that does not."""
    runs = groupby(fold(text).split(), lambda word: word in lang.common)
    return [content(" ".join(own)) for is_common, own in runs if not is_common] or [set()]


def _is_of_everybody(told: Told, names: Names) -> bool:
    """Whether a sentence tells of all people, or of those of a whole country, and so of whom."""
    people = re.compile(rf"\b(?:{'|'.join(told.lang.people)})\b")
    found = people.finditer(fold(told.sentence))
    is_all = any(told.lang.all_of.search(told.sentence[: match.start()]) for match in found)
    return is_all or not names.home.isdisjoint(content(told.sentence))


def _has_whole(label: str, said: set[str], record: Record, names: Names) -> bool:
    """Whether it is told of whom a share is one: by its label, or a name of several figures."""
    whole, *part = RELATIVE.split(label, maxsplit=1)
    others = {word for word in names.words_of(record) if names.is_shared(word)}
    own = (content(whole) | others) - content(" ".join(part)) - names.silent
    return not part or any(akin(word, own) for word in said)

"""The sentences of answers, in both languages beside each other; braces hold what is filled in."""

from collections.abc import Iterator, Mapping

from kic.model.period import Period
from kic.model.sentences import of_answers, of_checks, of_comparisons, of_differences, of_figures
from kic.model.text import LANGS as LANGS
from kic.model.text import Lang, Text, begun


def sentence(key: str, **blanks: object) -> Text:
    """The sentence of a key of ``SENTENCES`` with its blanks filled.

    A blank that is itself a Text is filled in each language with its own words.
    """
    nl, en = (filled(key, lang, _in(lang, blanks)) for lang in LANGS)
    return Text(nl=nl, en=en)


def filled(key: str, lang: Lang, words: Mapping[str, object]) -> str:
    """The sentence of a key in one language, its blanks filled with words of that language."""
    blank = SENTENCES[key][LANGS.index(lang)]
    told = blank.format_map(words)
    # A period may be words, as "eerste kwartaal 2021", and begin the sentence.
    return begun(told) if blank.startswith(_PERIODS) and blank.endswith(".") else told


def applying(conditions: Mapping[str, object], **blanks: object) -> Iterator[Text]:
    """The sentences of the keys of which the condition holds, in their order."""
    return (sentence(key, **blanks) for key, holds in conditions.items() if holds)


_PERIODS = ("{period}", "{missing}")


def _in(lang: Lang, blanks: Mapping[str, object]) -> dict[str, object]:
    return {name: _words(lang, value) for name, value in blanks.items()}


def _words(lang: Lang, value: object) -> object:
    """What fills a blank: of a text and a period their words in the language."""
    match value:
        case Period():
            return value.words.of(lang)
        case Text():
            return value.of(lang)
        case list():
            return [_words(lang, item) for item in value]
    return value


SENTENCES: dict[str, tuple[str, str]] = {
    **of_figures.SENTENCES,
    **of_comparisons.SENTENCES,
    **of_answers.SENTENCES,
    **of_checks.SENTENCES,
    **of_differences.SENTENCES,
}

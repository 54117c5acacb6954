"""The sentences of answers, in both languages beside each other; braces hold what is filled in."""

from collections.abc import Iterator, Mapping

from kic.model.period import Period
from kic.model.sentences import of_answers, of_comparisons, of_figures
from kic.model.text import LANGS as LANGS
from kic.model.text import Lang, Text


def sentence(key: str, **blanks: object) -> Text:
    """The sentence of a key of ``SENTENCES`` with its blanks filled.

    A blank that is itself a Text is filled in each language with its own words.
    """
    nl, en = (filled(key, lang, _in(lang, blanks)) for lang in LANGS)
    return Text(nl=nl, en=en)


def filled(key: str, lang: Lang, words: Mapping[str, object]) -> str:
    """The sentence of a key in one language, its blanks filled with words of that language."""
    return SENTENCES[key][LANGS.index(lang)].format_map(words)


def applying(conditions: Mapping[str, object], **blanks: object) -> Iterator[Text]:
    """The sentences of the keys of which the condition holds, in their order."""
    return (sentence(key, **blanks) for key, holds in conditions.items() if holds)


def _in(lang: Lang, blanks: Mapping[str, object]) -> dict[str, object]:
    words = {k: v.words if isinstance(v, Period) else v for k, v in blanks.items()}
    return {k: getattr(v, lang) if isinstance(v, Text) else v for k, v in words.items()}


SENTENCES: dict[str, tuple[str, str]] = {
    **of_figures.SENTENCES,
    **of_comparisons.SENTENCES,
    **of_answers.SENTENCES,
}

"""How the page speaks: every text of a dataset as HTML that shows it and does nothing."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, repeat
from typing import Any, NamedTuple

from pydantic import BaseModel

from kic.dataset import Dataset
from kic.formats import Style
from kic.formats.as_html import safe
from kic.formats.cell_text import say
from kic.model import Lang, Record, Text
from kic.model.parts import language_of
from kic.model.safe import visible
from kic.model.text import LANGS

_QUOTED = re.compile(r'"([^"]*)"')


class Voice(NamedTuple):
    """A language, and what is in another one on the page, each with its language.

    ``quoted`` are words of the source, marked where they are quoted, and ``texts`` those of the
    dataset, marked wherever they stand; ``pattern`` finds these within a sentence.
    """

    style: Style
    quoted: Mapping[str, Lang]
    texts: Mapping[str, Lang]
    pattern: re.Pattern[str]

    @property
    def lang(self) -> Lang:
        """The language of the page."""
        return self.style.lang

    def __call__(self, words: Text | str) -> str:
        """A text in the language of the page, with what is in another one marked."""
        told = visible(words) if isinstance(words, str) else say(words, self.lang)
        if told in self.texts:
            return self._marked(told)
        parts = _QUOTED.split(told)
        parts[::2] = ("".join(map(self._marked, self.pattern.split(part))) for part in parts[::2])
        parts[1::2] = (
            f"&quot;{self._marked(part, self.quoted.get(part))}&quot;" for part in parts[1::2]
        )
        return "".join(parts)

    def _marked(self, words: str, other: Lang | None = None) -> str:
        lang = other or self.texts.get(words)
        return f'<span lang="{lang}">{safe(words)}</span>' if lang else safe(words)

    def lang_of(self, text: Text) -> str:
        """The attribute of an element that holds a text alone; none in the page's language."""
        lang = self.texts.get(say(text, self.lang))
        return f' lang="{lang}"' if lang else ""

    def broken(self, words: str) -> str:
        """A place or an address, which may run on below at each of its parts."""
        return safe(words).replace("/", "/<wbr>")


def voice(dataset: Dataset, lang: Lang) -> Voice:
    """How a page about this dataset speaks."""
    printed = chain(
        (("ruim", "nl"),),  # in what is said of it
        *(zip(_printed(r), repeat(r.lang)) for r in dataset.records),
        ((source.title, language_of(source, dataset.info)) for source in dataset.sources.values()),
    )
    quoted: dict[str, Lang] = {visible(words): of for words, of in printed if of != lang}
    [other] = {*LANGS} - {lang}
    alone = {say(text, lang): other for text in _texts(_parts(dataset)) if not text.given(lang)}
    longest = sorted(map(re.escape, alone), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)({'|'.join(longest)})(?!\w)" if longest else "(?!)")
    return Voice(Style(lang=lang), quoted, alone, pattern)


def _parts(dataset: Dataset) -> Iterator[Any]:
    """What holds texts of a dataset; those of records are those of indicators."""
    yield from (dataset.editions, dataset.statements, dataset.not_figures)
    for name in ("sources", "organisations", "themes", "regions", "units", "indicators"):
        yield tuple(getattr(dataset, name).values())


def _texts(part: Any) -> Iterator[Text]:
    """Every text within a part of a dataset, or within several."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, BaseModel):
        for _, value in part:
            yield from _texts(value)
    elif isinstance(part, tuple | Iterator):
        for item in part:
            yield from _texts(item)


def _printed(record: Record) -> Iterable[str]:
    """Every word of the source that a record holds."""
    held = [record.as_printed, record.trend_as_printed]
    held += [mention.as_printed for mention in record.repeated]
    held += [then.as_printed for then in record.earlier]
    if record.gap:
        held.append(record.gap.as_printed)
    return (words for words in held if words)

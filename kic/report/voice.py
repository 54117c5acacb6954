"""How the page speaks: every text of a dataset as HTML that shows it and does nothing."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_START = re.compile(r"(?<!\w)(?:\w+|\W)")  # a word, or a sign, by which a text may begin
_END = re.compile(r"(?!\w)")


class Voice(NamedTuple):
    """A language, and what is in another one on the page, each with its language.

    ``quoted`` are words of the source, marked where they are quoted, and ``texts`` those of the
    dataset, marked wherever they stand; ``lengths`` has how long those are that begin with a word.
    """

    style: Style
    quoted: Mapping[str, Lang]
    texts: Mapping[str, Lang]
    lengths: Mapping[str, Sequence[int]]

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
        parts[::2] = ("".join(map(self._marked, self._split(part))) for part in parts[::2])
        parts[1::2] = (
            f"&quot;{self._marked(part, self.quoted.get(part))}&quot;" for part in parts[1::2]
        )
        return "".join(parts)

    def _split(self, told: str) -> Iterator[str]:
        """A sentence in parts, where a text of the dataset is one: the longest that fits."""
        done = 0
        for word in _START.finditer(told):
            start = word.start()
            lengths = self.lengths.get(word[0], ()) if start >= done else ()
            found = (n for n in lengths if told[start : start + n] in self.texts)
            if length := next((n for n in found if _END.match(told, start + n)), 0):
                yield from (told[done:start], told[start : start + length])
                done = start + length
        yield told[done:]

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
    lengths: dict[str, dict[int, None]] = {}
    for words in sorted(alone, key=len, reverse=True):
        if first := _START.match(words):
            lengths.setdefault(first[0], {})[len(words)] = None
    return Voice(Style(lang=lang), quoted, alone, {w: tuple(own) for w, own in lengths.items()})


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

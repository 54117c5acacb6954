"""How the page speaks: every text of a dataset as HTML that shows it and does nothing."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from kic.dataset import Dataset
from kic.formats import Style
from kic.formats.as_html import safe
from kic.formats.cell_text import say
from kic.model import Lang, Record, Text
from kic.model.safe import visible

_QUOTED = re.compile(r'"([^"]*)"')


class Voice(NamedTuple):
    """A language, and the words that stay Dutch in whatever language the page has."""

    style: Style
    dutch: frozenset[str]

    @property
    def lang(self) -> Lang:
        """The language of the page."""
        return self.style.lang

    def __call__(self, words: Text | str) -> str:
        """A text in the language of the page, with the Dutch quotations in it marked."""
        told = visible(words) if isinstance(words, str) else say(words, self.lang)
        if self.lang == "nl":
            return safe(told)
        parts = _QUOTED.split(told)
        parts[::2] = map(safe, parts[::2])
        parts[1::2] = map(self._quoted, parts[1::2])
        return "".join(parts)

    def _quoted(self, words: str) -> str:
        quoted = safe(words)
        if words in self.dutch:
            quoted = f'<span lang="nl">{quoted}</span>'
        return f"&quot;{quoted}&quot;"

    def broken(self, words: str) -> str:
        """A place or an address, which may run on below at each of its parts."""
        return safe(words).replace("/", "/<wbr>")

    def plain(self, words: Text | str) -> str:
        """A text for an attribute, where no mark-up can stand."""
        return safe(words if isinstance(words, str) else say(words, self.lang))


def voice(dataset: Dataset, lang: Lang) -> Voice:
    """How a page about this dataset speaks."""
    found = {"ruim"}  # the explanation of the qualifier quotes it
    for record in dataset.records:
        found.update(_printed(record))
    found.update(source.title for source in dataset.sources.values())
    return Voice(Style(lang=lang), frozenset(map(visible, found)))


def _printed(record: Record) -> Iterable[str]:
    """Every word of the source that a record holds."""
    held = [record.as_printed, record.trend_as_printed]
    held += [mention.as_printed for mention in record.repeated]
    held += [then.as_printed for then in record.earlier]
    if record.gap:
        held.append(record.gap.as_printed)
    return (words for words in held if words)

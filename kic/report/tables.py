"""A block as a table of HTML that is read aloud well and folds on a narrow screen.

Roles are written out, as browsers forget what a table is once its rows are stacked.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from kic.formats.cell_text import lines
from kic.model import Record, Text
from kic.model.wording import STROKE, TALLY, text
from kic.query.grid import GridCell
from kic.report.drawing import bar, sample, signs
from kic.report.voice import Voice
from kic.table import (
    Area,
    Bar,
    Block,
    Cell,
    Column,
    Group,
    Marks,
    Page,
    Quote,
    Several,
)

_CODES = text("Codes en noten", "Codes and notes")
_NOTE = text("noot", "note")
_BACK = text("terug naar het cijfer bij noot", "back to the figure of note")
_GAP = text("lacune", "gap")


class Footnotes:
    """The codes and notes of one theme, numbered in the order they are first needed.

    ``key`` sets their ids apart from those of other themes.  ``told`` are notes that are
    told elsewhere on the page, each with the id of that place.
    """

    def __init__(self, key: str, voice: Voice, told: Mapping[Text, str]) -> None:
        self._key, self._voice, self._told = key, voice, told
        self._notes: dict[Text, int] = {}
        self._codes: dict[str, Text] = {}

    def refer(self, marks: Marks, page: Page) -> str:
        """The marks of a row as links to what explains them."""
        meanings = dict(page.marks)
        found = [self._code(code, meanings[code]) for code in marks.codes]
        notes = [page.notes[number - 1] for number in marks.notes]
        elsewhere = dict.fromkeys(self._told[n] for n in notes if n in self._told)
        found += [f'<a href="#{place}">{self._voice(_GAP)}</a>' for place in elsewhere]
        found += [self._note(note) for note in notes if note not in self._told]
        return " ".join(found)

    def _code(self, code: str, meaning: Text) -> str:
        self._codes[code] = meaning
        title = self._voice.plain(meaning)
        return f'<a href="#code-{self._key}-{code}" title="{title}">{code}</a>'

    def _note(self, note: Text) -> str:
        known = note in self._notes
        number = self._notes.setdefault(note, len(self._notes) + 1)
        name = f"{self._key}-{number}"
        id_ = "" if known else f' id="ref-{name}"'
        said = f'<span class="heard">{self._voice(_NOTE)} </span>{number}'
        return f'<a{id_} href="#note-{name}">{said}</a>'

    def listed(self, heading: str) -> Iterator[str]:
        """What explains the codes and notes that were referred to."""
        if not self._codes and not self._notes:
            return
        yield f'<div class="part footnotes"><{heading}>{self._voice(_CODES)}</{heading}>'
        if self._codes:
            yield '<ul class="codes">'
            for code, meaning in sorted(self._codes.items()):
                id_ = f"code-{self._key}-{code}"
                yield f'<li id="{id_}"><b>{code}</b> {self._voice(meaning)}</li>'
            yield "</ul>"
        if self._notes:
            yield "<ol>"
            for note, number in self._notes.items():
                yield self._listed(note, f"{self._key}-{number}", number)
            yield "</ol>"
        yield "</div>"

    def _listed(self, note: Text, name: str, number: int) -> str:
        back = f"{self._voice(_BACK)} {number}"
        return (
            f'<li id="note-{name}" value="{number}">{self._voice(note)} '
            f'<a class="back" href="#ref-{name}" aria-label="{back}">\u21a9\ufe0e</a></li>'
        )


class Look(NamedTuple):
    """How one table differs from another.

    ``links`` are the addresses of the first cells of its rows, ``ids`` those of its groups
    by their place in the block.  The rows of a ``counted`` table are figures.  ``about`` are
    the names of facts that concern one region only, with that region.
    """

    name: str
    links: tuple[str | None, ...] = ()
    ids: tuple[str, ...] = ()
    counted: bool = False
    about: Mapping[Text, str] = MappingProxyType({})


def drawn(
    page: Page, block: Block, caption: str, voice: Voice, notes: Footnotes, look: Look
) -> Iterator[str]:
    """A block of a table in HTML."""
    shown = [i for i in range(len(block.columns)) if _is_used(block, i)]
    columns = [block.columns[i] for i in shown]
    row = _Row(page, columns, voice, notes)
    yield f'<table role="table" class="{look.name}">'
    yield f'<caption class="heard">{caption}</caption>'
    heads = (
        f'<th role="columnheader" scope="col"{_class(c)}>{voice(c.title)}</th>' for c in columns
    )
    yield f'<thead role="rowgroup"><tr role="row">{"".join(heads)}</tr></thead>'
    links = iter(look.links)
    for number, group in enumerate(block.groups):
        id_ = f' id="{look.ids[number]}"' if look.ids else ""
        yield f'<tbody role="rowgroup"{id_} class="part">'
        yield from _heading(group, len(columns), voice, row, look)
        for cells in group.rows:
            yield row.drawn([cells[i] for i in shown], group, next(links, None), look)
        yield "</tbody>"
    yield "</table>"
    yield from _strokes(block, voice)


def _is_used(block: Block, index: int) -> bool:
    """Whether a column has anything in it; one for units or codes is expected in any case."""
    if block.columns[index].kind not in ("bar", "number"):
        return True
    return any(row[index] is not None for group in block.groups for row in group.rows)


def _class(column: Column) -> str:
    return "" if column.kind == "text" else f' class="{column.kind}"'


def _about(region: str | None) -> str:
    return f' data-about="{region}"' if region else ""


def _heading(group: Group, width: int, voice: Voice, row: "_Row", look: "Look") -> Iterator[str]:
    """What stands above the rows of a group: its name, and what holds for all of them."""
    if group.title:
        place = f' <span class="place">{voice(group.place.label)}</span>' if group.place else ""
        yield (
            f'<tr role="row" class="title"><th role="rowheader" scope="rowgroup" '
            f'colspan="{width}">{voice(group.title)}{place}</th></tr>'
        )
    if group.facts:
        told = (
            f"<div{_about(look.about.get(name))}><dt>{voice(name)}</dt>"
            f"<dd>{row.content(content)}</dd></div>"
            for name, content in group.facts
        )
        yield (
            f'<tr role="row" class="facts"><td role="cell" colspan="{width}">'
            f"<dl>{''.join(told)}</dl></td></tr>"
        )


class _Row(NamedTuple):
    """What the rows of a table share."""

    page: Page
    columns: list[Column]
    voice: Voice
    notes: Footnotes

    def drawn(self, cells: list[Cell], group: Group, link: str | None, look: Look) -> str:
        region = next((c for c in (group.place, *cells) if isinstance(c, Area)), None)
        attributes = f' data-region="{region.id}"' if region else ""
        known = [c.interval.known for c in cells if isinstance(c, Record | Bar)]
        if look.counted:
            attributes += f' data-figure="{"number" if any(known) else "none"}"'
        if known and not any(known):
            attributes += ' class="missing"'
        first, *rest = zip(cells, self.columns, strict=True)
        named = self.content(first[0])
        if link:
            named = f'<a href="{link}">{named}</a>'
        head = self._cell("th", 'role="rowheader" scope="row"', first[1], named)
        others = (self._cell("td", 'role="cell"', c, self.content(cell_)) for cell_, c in rest)
        return f'<tr role="row"{attributes}>{head}{"".join(others)}</tr>'

    def _cell(self, tag: str, role: str, column: Column, inside: str) -> str:
        """A cell with the title of its column, for where no head stands above it."""
        label = "" if column.kind == "bar" else f' data-label="{self.voice.plain(column.title)}"'
        return f"<{tag} {role}{_class(column)}{label}>{inside}</{tag}>"

    def content(self, content: Cell) -> str:
        """A cell as HTML."""
        voice = self.voice
        match content:
            case Marks():
                return self.notes.refer(content, self.page)
            case Bar():
                return bar(content)
            case GridCell():
                return _tally(content, voice)
            case Quote():
                return voice.quote(content.words)
            case Text():
                return voice(content)
            case str():
                return voice.broken(content)
            case Several():
                told = (voice(words) for words in content.texts)
                # A place may run on below at its slashes; what has mark-up is no place.
                return ", ".join(t if "<" in t else t.replace("/", "/<wbr>") for t in told)
            case _:
                first, *more = [voice(line) for line in lines(content, voice.style)]
                return " ".join([first, *(f'<span class="trend">{line}</span>' for line in more)])


def _tally(tally: GridCell, voice: Voice) -> str:
    """Signs and their number, for each code; or that there is nothing."""
    if tally.silence:
        kind = "worded" if tally.statements else "silent"
        return f'<span class="{kind}">{voice(tally.silence)}</span>'
    return " ".join(
        f'<span class="tally">{signs(code, number)} {number}'
        f'<span class="heard"> {voice(TALLY[code])}</span></span>'
        for code, number in tally.counts
    )


def _strokes(block: Block, voice: Voice) -> Iterator[str]:
    """What the bars of a block are drawn with, where not all are certain from end to end."""
    cells: Iterable[Cell] = (c for group in block.groups for row in group.rows for c in row)
    used = {stroke for c in cells if isinstance(c, Bar) for stroke in c.strokes}
    if used - {"full"}:
        told = (
            f"<li>{sample(stroke)} {voice(meaning)}</li>"
            for stroke, meaning in STROKE.items()
            if stroke in used
        )
        yield f'<ul class="strokes">{"".join(told)}</ul>'

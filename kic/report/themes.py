"""The figures of every theme: numbers, gaps, change, statements and what explains them."""

from collections.abc import Iterator
from itertools import chain

from kic.model import Measure, Record, Statement, Text
from kic.model.wording import KIND, PER
from kic.query.grouping import grouped
from kic.report import words
from kic.report.answers import RATE, Answers
from kic.report.parts import keeping, key
from kic.report.tables import Footnotes, Look, drawn
from kic.report.voice import Voice
from kic.table import Block, Cell, Page, Several
from kic.table.common import PLACE
from kic.table.compare import compare_table
from kic.table.figures import gap_notes, measured
from kic.table.gaps import gaps_table
from kic.table.show import COUNTED, MEASURED, measured_in, printed, relations, show_table


def figures(answers: Answers, voice: Voice) -> Iterator[str]:
    """The form to choose from it, and everything there is by theme."""
    yield from _filter(answers, voice)
    for theme in answers.themes.themes:
        yield from _theme(answers.about(theme.theme), theme.theme, theme.label, voice)


def _filter(answers: Answers, voice: Voice) -> Iterator[str]:
    """The form; without scripts it can do nothing and stays hidden."""
    themes = [(key(t.theme), t.label) for t in answers.themes.themes]
    counted = dict.fromkeys(cell.region for cell in answers.grid.cells)
    regions = [(id_, answers.dataset.regions[id_].label) for id_ in counted]
    messages = {
        "all": words.SHOWN_ALL,
        "some": words.SHOWN_SOME,
        "none": words.SHOWN_NONE,
    }
    told = " ".join(f'data-{name}="{voice.plain(text)}"' for name, text in messages.items())
    yield '<div id="filter" hidden>'
    yield f'<form role="search" aria-label="{voice.plain(words.FILTER)}">'
    yield from _choice("theme", words.THEME, words.EVERY_THEME, themes, voice)
    yield from _choice("region", words.REGION, words.EVERY_REGION, regions, voice)
    yield f'<button type="button">{voice(words.RESET)}</button>'
    yield "</form>"
    yield f'<p id="shown" role="status" aria-live="polite" {told}></p>'
    yield "</div>"


def _choice(
    name: str, label: Text, everything: Text, options: list[tuple[str, Text]], voice: Voice
) -> Iterator[str]:
    yield f'<p><label for="choose-{name}">{voice(label)}</label>'
    yield f'<select id="choose-{name}" name="{name}" autocomplete="off">'
    yield f'<option value="">{voice(everything)}</option>'
    yield from (f'<option value="{id_}">{voice.plain(text)}</option>' for id_, text in options)
    yield "</select></p>"


def _theme(part: Answers, theme: str | None, label: Text, voice: Voice) -> Iterator[str]:
    name = key(theme)
    notes = Footnotes(name, voice, _gaps_told(part))
    yield (
        f'<section id="theme-{name}" class="theme" data-theme="{name}" '
        f'aria-labelledby="title-{name}">'
    )
    yield f'<h3 id="title-{name}">{voice(label)}</h3>'
    yield from _silence(part, voice)
    yield from _numbers(part, label, voice, notes)
    yield from _gaps(part, label, voice, notes)
    yield from _compared(part, label, voice, notes)
    yield from _rates(part, label, voice, notes)
    yield from _statements(part, voice)
    yield from notes.listed("h4")
    yield "</section>"


def _silence(part: Answers, voice: Voice) -> Iterator[str]:
    """The regions of which the source tells nothing, or nothing that counts."""
    for cell in part.grid.cells:
        if not cell.counts and cell.theme is not None:
            region = voice(part.dataset.regions[cell.region].label)
            kind, told = ("worded", words.WORDED) if cell.statements else ("silent", words.SILENT)
            yield (
                f'<p class="{kind}" data-region="{cell.region}">'
                f"<strong>{region}</strong>: {voice(told)}</p>"
            )


def _part(heading: Text, voice: Voice, inside: Iterator[str], kind: str) -> Iterator[str]:
    yield f'<div class="part {kind}"><h4>{voice(heading)}</h4>'
    yield from inside
    yield "</div>"


def _tables(
    page: Page, title: Text, label: Text, voice: Voice, notes: Footnotes, look: Look
) -> Iterator[str]:
    caption = f"{voice(label)}: {voice(title)}"
    for block in page.blocks:
        if block.groups:
            yield from drawn(page, block, caption, voice, notes, look)


def _numbers(part: Answers, label: Text, voice: Voice, notes: Footnotes) -> Iterator[str]:
    if not part.shown.records:
        return
    page = show_table(part.dataset, part.shown).page
    page = page._replace(blocks=tuple(_defined(part, block) for block in page.blocks))
    look = Look("numbers", counted=True, about=dict(_regional(part)))
    inside = _tables(page, words.NUMBERS, label, voice, notes, look)
    yield from _part(words.NUMBERS, voice, inside, "numbers")


def _defined(part: Answers, block: Block) -> Block:
    """The block with, above each indicator's figures, who counts and how it was counted.

    The words that hold a figure stand before the place where they are printed.
    """
    place = block.columns.index(PLACE)
    groups = []
    found = grouped(part.shown.records, lambda r: r.indicator)
    for group in block.groups:
        records = found[group.id or ""]
        rows = tuple(
            (*row[:place], _printed(r, row[place]), *row[place + 1 :])
            for r, row in zip(records, group.rows, strict=True)
        )
        facts = (*group.facts, *_definition(part, records))
        groups.append(group._replace(rows=rows, facts=facts))
    return block._replace(groups=tuple(groups))


def _printed(record: Record, place: Cell) -> Cell:
    """The words that hold a figure, and where they stand."""
    told = printed(record)
    if told is None or not isinstance(place, str):
        return place
    texts = (f'"{told.words}"', place)
    return Several(tuple(Text(nl=words_, en=words_) for words_ in texts))


def _regional(part: Answers) -> Iterator[tuple[Text, str]]:
    """What a fact about one region is called, with that region."""
    for id_, region in part.dataset.regions.items():
        yield measured_in(region.label), id_


def _definition(part: Answers, records: list[Record]) -> Iterator[tuple[Text, Cell]]:
    if records[0].population:
        yield COUNTED, records[0].population
    found = {r.region: r for r in records if r.interval.known and r.measure}
    told = {id_: r for id_, r in found.items() if r.measure is not Measure.UNSPECIFIED}
    alike = len({measured(r).nl for r in found.values()}) == 1
    alike = alike and set(found) == {r.region for r in records}
    for id_, record in told.items():
        name = MEASURED
        if not alike:
            name = measured_in(part.dataset.regions[id_].label)
        yield name, measured(record)
        if alike:
            break
    yield from relations(part.dataset, part.dataset.indicators[records[0].indicator])


def _gap_id(record: Record) -> str:
    return f"gap-{record.indicator}-{record.region}"


def _gaps_told(part: Answers) -> dict[Text, str]:
    """The notes that say what is missing, as the table of gaps tells it at length."""
    return {note: _gap_id(r) for r in part.gaps.records for note in gap_notes(r)}


def _gaps(part: Answers, label: Text, voice: Voice, notes: Footnotes) -> Iterator[str]:
    if not part.gaps.records:
        return
    page = gaps_table(part.dataset, part.gaps).page
    # One group for each indicator and region, in the order of the records.
    ids = tuple(dict.fromkeys(map(_gap_id, part.gaps.records)))
    inside = _tables(page, words.GAPS, label, voice, notes, Look("gaps", ids=ids))
    yield from _part(words.GAPS, voice, inside, "gaps")


def _compared(part: Answers, label: Text, voice: Voice, notes: Footnotes) -> Iterator[str]:
    if not part.compared.series:
        return
    page = compare_table(part.dataset, part.compared).page
    inside = _tables(page, words.COMPARED, label, voice, notes, Look("compared"))
    yield from _part(words.COMPARED, voice, inside, "compared")


def _rates(part: Answers, label: Text, voice: Voice, notes: Footnotes) -> Iterator[str]:
    """What is counted in several regions, set against their population and each other."""
    if part.rates is None or not part.rates.series:
        return
    page = compare_table(part.dataset, part.rates).page
    # Where the numbers are printed is told with the figures themselves.
    page = page._replace(blocks=tuple(keeping(block, PLACE.__ne__) for block in page.blocks))
    look = Look("compared rates")
    inside = chain(
        (f"<p>{voice(remark)}</p>" for remark in page.remarks),
        _tables(page, _RATES, label, voice, notes, look),
    )
    yield from _part(_RATES, voice, inside, "compared")


_RATES = PER[RATE]


def _statements(part: Answers, voice: Voice) -> Iterator[str]:
    told = [_statement(part, s, voice) for s in part.shown.statements]
    if told:
        inside = iter(["<ul>", *told, "</ul>"])
        yield from _part(words.STATEMENTS, voice, inside, "statements")


def _statement(part: Answers, statement: Statement, voice: Voice) -> str:
    """A statement with its kind, region and date before it and its place behind it."""
    when = statement.date or statement.period
    region = part.dataset.regions[statement.region].label
    head = [voice(KIND[statement.kind]), voice(region)] + ([voice(str(when))] if when else [])
    place = voice.broken(statement.locator)
    return (
        f'<li data-region="{statement.region}"><p class="kind">{", ".join(head)}</p>'
        f'<p>{voice(statement.summary)} <span class="place">{place}</span></p></li>'
    )

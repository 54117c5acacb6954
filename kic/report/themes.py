"""The figures of every theme, region by region: what is known, what is not, and what changed."""

from collections.abc import Iterator
from dataclasses import replace

from kic.dataset import Dataset
from kic.model import Text
from kic.model.wording import PER
from kic.query.compare import compare
from kic.query.gaps import gaps
from kic.query.grid import GridCell
from kic.query.grouping import grouped
from kic.query.show import show
from kic.query.themes import ThemeSummary
from kic.report import words
from kic.report.answers import RATE, Answers, key
from kic.report.tables import content, drawn
from kic.report.voice import Voice
from kic.table import Table
from kic.table.compare import compare_table
from kic.table.gaps import gaps_table
from kic.table.show import show_table


def figures(answers: Answers, voice: Voice) -> Iterator[str]:
    """The form to choose from it, and everything there is by theme and region."""
    yield from _filter(answers, voice)
    dataset = answers.dataset
    records = grouped(answers.shown.records, lambda r: (r.theme, r.region))
    statements = grouped(answers.shown.statements, lambda s: (s.theme, s.region))
    cells = grouped(answers.grid.cells, lambda cell: cell.theme)
    for theme in answers.themes.themes:
        name = key(theme.theme)
        yield (
            f'<section id="theme-{name}" class="theme" data-theme="{name}" '
            f'aria-labelledby="title-{name}">'
        )
        yield f'<h3 id="title-{name}">{voice(theme.label)}</h3>'
        yield from _silence(dataset, cells[theme.theme], voice)
        for region in theme.regions:
            here = (theme.theme, region)
            part = replace(
                dataset,
                records=tuple(records.get(here, ())),
                statements=tuple(statements.get(here, ())),
            )
            yield from _region(dataset, part, theme, region, voice)
        yield from _rates(answers, theme, voice)
        yield "</section>"


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
    for id_, text in options:
        yield f'<option value="{id_}"{voice.lang_of(text)}>{voice.plain(text)}</option>'
    yield "</select></p>"


def _silence(dataset: Dataset, cells: list[GridCell], voice: Voice) -> Iterator[str]:
    """The regions of which the source tells nothing, or nothing that counts."""
    for cell in cells:
        if not cell.counts and cell.theme is not None:
            region = voice(dataset.regions[cell.region].label)
            kind, told = ("worded", words.WORDED) if cell.statements else ("silent", words.SILENT)
            yield (
                f'<p class="{kind}" data-region="{cell.region}">'
                f"<strong>{region}</strong>: {voice(told)}</p>"
            )


def _region(
    dataset: Dataset, part: Dataset, theme: ThemeSummary, region: str, voice: Voice
) -> Iterator[str]:
    """What ``part`` of the dataset is about one theme in one region."""
    label = voice(dataset.regions[region].label)
    about = f"{voice(theme.label)}, {label}"
    yield f'<div data-region="{region}"><h4>{label}</h4>'
    known = show_table(dataset, show(part))
    yield from _part("known", words.KNOWN, known, about, voice, leads=bool(part.records))
    missing, compared = gaps(part), compare(part)
    if missing.records:
        table = gaps_table(dataset, missing)
        yield from _part("gaps", words.GAPS, table, about, voice)
    if compared.series:
        table = compare_table(dataset, compared)
        yield from _part("compared", words.COMPARED, table, about, voice)
    yield "</div>"


def _rates(answers: Answers, theme: ThemeSummary, voice: Voice) -> Iterator[str]:
    """What is counted in several regions, set against their population and each other."""
    rates, indicators = answers.rates, answers.dataset.indicators
    if rates is None:
        return
    series = tuple(s for s in rates.series if indicators[s.indicator].theme == theme.theme)
    if not series:
        return
    shown = {s.indicator for s in series}
    conclusions = tuple(c for c in rates.conclusions if c.indicator in shown)
    here = rates._replace(series=series, conclusions=conclusions)
    regions = " ".join(dict.fromkeys(s.region for s in series))
    yield f'<div data-region="{regions}"><h4>{voice(words.REGIONS)}</h4>'
    table = compare_table(answers.dataset, here)
    yield from _part("rates", PER[RATE], table, voice(theme.label), voice)
    yield "</div>"


def _part(
    name: str, title: Text, table: Table, about: str, voice: Voice, *, leads: bool = True
) -> Iterator[str]:
    """What the table of an answer shows, under a heading; the line that answers ``leads``."""
    yield f'<div class="{name}"><h5>{voice(title)}</h5>'
    if leads:
        yield f'<p class="answer">{content(table.line, voice)}</p>'
    for block in table.page.blocks:
        yield from drawn(block, f"{about}: {voice(title)}", voice)
    yield from (f"<p>{content(remark, voice)}</p>" for remark in table.page.remarks)
    yield "</div>"

"""What stands around the figures: how much there is, how to read it and where it is from."""

from collections.abc import Iterator

from kic.formats import citations
from kic.formats.cell_text import cell
from kic.model import Record, Source, Status, Text
from kic.model.safe import address
from kic.model.wording import TALLY
from kic.publish.exported import LICENSES
from kic.query.cite import cite
from kic.report import words
from kic.report.answers import Answers, key
from kic.report.drawing import signs
from kic.report.tables import content, drawn
from kic.report.voice import Voice
from kic.table import Amount
from kic.table.common import publication, quoted, used_sources
from kic.table.compare import whole_sources
from kic.table.figures import correction_notes
from kic.table.grid import grid_table
from kic.table.themes import themes_table

# ---------------------------------------------------------------------------- overview


def overview(answers: Answers, voice: Voice) -> Iterator[str]:
    """The themes counted, and the grid of what is known where."""
    counted = themes_table(answers.dataset, answers.themes)
    grid = grid_table(answers.dataset, answers.grid)
    yield f'<p class="summary">{content(counted.line, voice)}</p>'
    # A row for each theme, which leads to what there is of it.
    links = tuple(f"#theme-{key(t.theme)}" for t in answers.themes.themes)
    pages = (("counts", words.COUNTS, counted.page), ("grid", words.GRID, grid.page))
    for name, title, page in pages:
        yield f"<h3>{voice(title)}</h3>"
        for block in page.blocks:
            yield from drawn(block, voice(title), voice, name, links)
        yield from (f"<p>{content(remark, voice)}</p>" for remark in page.remarks)
    yield f'<ul class="legend" aria-label="{voice.plain(words.LEGEND)}">'
    yield from (f"<li>{signs(code, 1)} {voice(TALLY[code])}</li>" for code in TALLY)
    yield "</ul>"


# ----------------------------------------------------------------------------- reading


def reading(answers: Answers, voice: Voice) -> Iterator[str]:
    """What the numbers, and the words in their place, mean; only what the page has."""
    records = answers.shown.records
    yield f"<h3>{voice(words.VALUES)}</h3>"
    yield '<dl class="values">'
    for qualifier, meaning in words.QUALIFIERS.items():
        like = [r for r in records if r.qualifier is qualifier]
        # A corrected or disputed number would be no example of one as printed.
        plain = [r for r in like if r.correction is None and r.status is not Status.UNVALIDATED]
        example = next(iter(plain or like), None)
        if example:
            yield _meaning(example, meaning, voice)
    for reason, meaning in words.REASONS.items():
        example = next((r for r in records if r.reason is reason and not r.words), None)
        if example:
            yield _meaning(example, meaning, voice)
    yield "</dl>"
    yield from (f"<p>{voice(paragraph)}</p>" for paragraph in words.READING_MORE)
    several = len(answers.dataset.own) > 1
    for source, region in dict.fromkeys((r.links.edition.source, r.links.region) for r in records):
        if region.note:
            title = f"{voice(quoted(answers.dataset.sources[source]))}, " if several else ""
            yield f"<p>{title}{voice(region.label)}: {voice(region.note)}</p>"


def _meaning(example: Record, meaning: Text, voice: Voice) -> str:
    shown = voice(cell(example._replace(trend=None), voice.style))
    return f"<div><dt>{shown}</dt><dd>{voice(meaning)}</dd></div>"


# ------------------------------------------------------------------------- corrections


def corrections(answers: Answers, voice: Voice) -> Iterator[str]:
    """Every number that is not the printed one: both, why, and on whose authority."""
    corrected = [r for r in answers.shown.records if r.correction]
    if not corrected:
        yield f"<p>{voice(words.UNCORRECTED)}</p>"
    for r in corrected:
        yield f"<h3>{voice(r.label)} ({voice(r.links.region.label)}, {voice(r.period.words)})</h3>"
        yield f"<p>{content(Amount(r), voice)}</p>"
        yield from (f"<p>{voice(note)}</p>" for note in correction_notes(r))


# ------------------------------------------------------------------------------ citing


def citing(answers: Answers, voice: Voice) -> Iterator[str]:
    """How to cite the whole, and a figure that has a number."""
    dataset = answers.dataset
    yield f"<p>{voice(words.CITE_WHOLE)}</p>"
    for info in dataset.editions:
        told = citations.whole(info, dataset.sources[info.source], voice.style)
        yield f'<p class="citation">{voice(told)}</p>'
    example = next((r for r in answers.shown.records if r.interval.known), None)
    if example:
        where, when = example.region, example.period.typed[-1]
        cited = cite(dataset, example.indicator, region=where, period=when)
        told = citations.write(dataset, cited, "text", voice.style).strip()
        yield f"<p>{voice(words.CITE_FIGURE)}</p>"
        yield f'<p class="citation">{voice(told)}</p>'


# ----------------------------------------------------------------------------- sources


def sources(answers: Answers, voice: Voice) -> Iterator[str]:
    """Where everything was published, with addresses, and what may be done with it."""
    dataset = answers.dataset
    used = {info.source: dataset.sources[info.source] for info in dataset.editions}
    named = used_sources(dataset, answers.shown.records)
    used |= {**named.shown, **named.background} if answers.limited else dataset.sources
    if answers.rates:
        used |= whole_sources(answers.rates)
    yield '<ul class="sources">'
    for source in used.values():
        note = f"<br>{voice(source.note)}" if source.note else ""
        yield f"<li>{_source(source, voice)}{note}</li>"
    yield "</ul>"
    for info in dataset.editions:
        yield f"<p>{_license(info.license, dataset.sources[info.source], voice)}</p>"


def _source(source: Source, voice: Voice) -> str:
    """A source as a reference that can be followed, also on paper."""
    told = content(publication(source), voice)
    if source.url is None:
        return f"{told}."
    url = address(source.url)
    link, shown = voice.plain(url), voice.broken(url)
    return f'{told}.<br><a class="address" href="{link}" rel="noreferrer">{shown}</a>'


def _license(name: str, source: Source, voice: Voice) -> str:
    known = LICENSES.get(name)
    if known is None:
        return voice(words.LICENSED_OTHERWISE).format(license=voice(name))
    link = f'<a href="{known.path}" rel="noreferrer">{voice(name.replace("CC-BY-", "CC BY "))}</a>'
    return voice(words.LICENSED).format(license=link, publisher=voice(source.publisher))

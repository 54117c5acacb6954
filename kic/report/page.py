"""The page as a whole: what was gathered, given to its template with what that may call."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from kic import __version__
from kic.dataset import Dataset
from kic.formats import citations
from kic.formats.as_csv import joined
from kic.formats.cell_text import NBSP, cell, quantity, say
from kic.formats.html import asset, css_string, page
from kic.model import Lang, Record, Source, Status, Text
from kic.model.safe import address
from kic.publish.exported import LICENSES
from kic.query.cite import Citations
from kic.query.names import Names
from kic.report import words
from kic.report.contents import Contents, Indicator, Mark
from kic.report.gather import gather
from kic.report.linked import linked_data
from kic.report.voice import Voice, voice
from kic.table import Cell, Several, counted
from kic.table.common import publication, titled, used_sources
from kic.table.delimited import delimited
from kic.table.figures import gap_words
from kic.table.rows import FIGURE, figure_row


def report(dataset: Dataset, lang: Lang = "nl", theme: Names = None) -> str:
    """A dataset, or some of its themes, as one page of HTML that needs nothing else.

    The same dataset gives the same page.  Raises UsageError for a theme that does not exist.
    """
    contents, speaking = gather(dataset, theme), voice(dataset, lang)
    title = say(dataset.title, lang)
    running = f"@page {{ @top-left {{ content: {css_string(title)}; }} }}"
    return page(
        "report.html",
        _filters(speaking),
        style=f"{asset('report.css')}{running}",
        script=asset("report.js"),
        lang=lang,
        title=title,
        title_lang=_html(speaking.lang_of(dataset.title)),
        w=words,
        c=contents,
        version=__version__,
        headline=_headline(contents, lang),
        words_of=gap_words,
        counted=counted,
        cited=lambda i: _cited(dataset, i, speaking),
        reading=list(_reading(contents.records)),
        notes=list(_notes(contents)),
        sources=list(_sources(contents)),
        whole=[
            citations.whole(info, dataset.sources[info.source], speaking.style)
            for info in dataset.editions
        ],
        editions=[(info, LICENSES.get(info.license)) for info in dataset.editions],
        rows=list(_rows(contents.records, lang)),
        linked_data=linked_data(contents, lang),
    )


def _filters(voice: Voice) -> Mapping[str, Callable[..., object]]:
    """What the template may call on a value, in the language of the page."""
    style = voice.style

    def html(shown: Cell) -> Markup:
        """A cell as HTML, with what is in another language marked."""
        return _html(voice(cell(shown, style).replace(NBSP, " ")))

    def number(record: Record) -> Markup:
        return _html(voice(quantity(record, style.lang).replace(NBSP, " ")))

    return {
        "say": html,
        "plain": lambda text: say(text, style.lang),
        "lang_attribute": lambda text: _html(voice.lang_of(text)),
        "quantity": number,
        "joined": lambda cells: Several(tuple(c for c in cells if c is not None), " · "),
        "listed": Several,
        "title": lambda mark: _title(mark, style.lang),
        "publication": publication,
        "address": address,
        "broken": lambda url: _html(voice.broken(url)),
    }


def _html(written: str) -> Markup:
    """What a voice wrote, which has escaped all that it was given."""
    return Markup(written)  # noqa: S704 - so it is no text any more


def _title(mark: Mark, lang: Lang) -> str:
    return f"{say(mark.record.label, lang)}: {say(mark.means, lang)}"


def _headline(contents: Contents, lang: Lang) -> dict[str, Any]:
    """The line over the page, whose counts add up."""
    counts = contents.counts
    several = len(contents.dataset.own) > 1
    before = words.OF_INDICATORS_SEVERAL if several else words.OF_INDICATORS
    alone = counts["indicators"] == 1
    return {
        "before": _filled(words.OF_ONE if alone else before, n=counts["indicators"]),
        "parts": {
            name: what if alone else _filled(words.FOR_SOME, n=counts[name], what=what)
            for name, what in words.HEADLINE.items()
            if counts[name]
        },
    }


def _filled(text: Text, n: int, what: Text | None = None) -> Text:
    nl, en = what.both if what else ("", "")
    return Text(nl=text.nl.format(n=n, what=nl), en=text.en.format(n=n, what=en))


def _cited(dataset: Dataset, indicator: Indicator, voice: Voice) -> Iterator[str]:
    """How to cite what leads in the block of an indicator, in each of its regions."""
    for entry in indicator.entries:
        yield citations.write(dataset, Citations((entry.record,)), "text", voice.style).strip()


def _reading(records: Iterable[Record]) -> Iterator[tuple[Record, Text]]:
    """What values mean, each with a value of the page; a corrected one is no example."""
    records = list(records)
    for qualifier, meaning in words.QUALIFIERS.items():
        like = [r for r in records if r.qualifier is qualifier]
        plain = [r for r in like if r.correction is None and r.status is not Status.UNVALIDATED]
        yield from ((example, meaning) for example in (plain or like)[:1])
    for reason, meaning in words.REASONS.items():
        like = [r for r in records if r.reason is reason and not r.words and not r.trend]
        yield from ((example, meaning) for example in like[:1])


def _notes(contents: Contents) -> Iterator[Cell]:
    """What the source says of its regions as a whole."""
    several = len(contents.dataset.own) > 1
    shown = ((r.links.edition.source, r.links.region) for r in contents.records)
    for source, region in dict.fromkeys(shown):
        if region.note:
            title = (
                (titled(contents.dataset, contents.dataset.sources[source]),) if several else ()
            )
            yield Several((*title, region.label, region.note), ": ")


def _sources(contents: Contents) -> Iterable[Source]:
    """The publications of the page; of a part of a dataset those that it names."""
    dataset = contents.dataset
    used = {info.source: dataset.sources[info.source] for info in dataset.editions}
    named = used_sources(dataset, contents.records)
    used |= {**named.shown, **named.background} if contents.is_part else dataset.sources
    return {**used, **contents.populations}.values()


def _rows(records: Iterable[Record], lang: Lang) -> Iterator[list[str]]:
    """The rows of ``kic show --format csv``: a header, then each with its indicator and region."""
    yield ["", "", delimited([FIGURE])]
    for record in records:
        row = figure_row(record)
        values = (joined(row[name], lang) for name in FIGURE)
        yield [record.indicator, record.region, delimited([values])]

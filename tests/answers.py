"""Answers about a dataset of hostile texts, and what reads them back."""

from collections.abc import Iterator
from functools import cache

import kic
from kic.dataset import populations
from kic.dataset.page.running_text import numbers_of
from kic.formats import Style, write
from kic.model import Verdict
from kic.query.check import Check
from kic.query.finding import Finding
from kic.table import Table
from kic.table.check import check_table
from kic.table.compare import compare_table
from kic.table.diff import diff_table
from kic.table.find import find_table
from kic.table.gaps import gaps_table
from kic.table.grid import grid_table
from kic.table.show import show_table
from kic.table.themes import themes_table
from kic.table.view import select
from tests.hostile import dataset_of


def _answers(dataset: kic.Dataset) -> Iterator[tuple[str, Table]]:
    """An answer of every verb, in its every shape."""
    yield "themes", themes_table(dataset, kic.themes(dataset))
    yield "show", (shown := show_table(dataset, kic.show(dataset)))
    every = tuple(dataset.indicators)
    yield "show each", show_table(dataset, kic.show(dataset, indicators=every))
    places = ("hulp/zorgen/2", "hulp/zorgen/3", "hulp/cijfers/1")
    yield "show places", show_table(dataset, kic.show(dataset, *places))
    yield "compare", compare_table(dataset, kic.compare(dataset))
    yield "compare each", compare_table(dataset, kic.compare(dataset, *every))
    rates = kic.compare(dataset, per=1000, populations=populations(dataset))
    yield "rates", compare_table(dataset, rates)
    yield "gaps", gaps_table(dataset, kic.gaps(dataset, all=True))
    yield "gaps there", gaps_table(dataset, kic.gaps(dataset, region="eiland"))
    yield "gaps by", gaps_table(dataset, kic.gaps(dataset, by="named"))
    yield "grid", grid_table(dataset, kic.grid(dataset))
    yield "find", find_table(dataset, kic.find(dataset, "hulp"))
    other = dataset_of("iets anders")
    yield "check", (held := check_table(dataset, _checked(dataset), dataset.info.title.nl))
    yield "cut check", select(held, sort="line", limit=9)
    yield "diff", (differing := diff_table(dataset, kic.diff(other, dataset)))
    yield "diff back", diff_table(other, kic.diff(dataset, other))
    yield "cut diff", select(differing, sort="part", limit=9)
    yield "columns", select(shown, columns=shown.data.columns)
    yield "cut", select(shown, sort="label", limit=3)
    yield "cut rates", select(compare_table(dataset, rates), sort="-ratio", limit=3)


def _checked(dataset: kic.Dataset) -> Check:
    """Every verdict on a number in hostile words, of a figure with a number and of a gap."""
    words = dataset.info.title.nl
    [told] = numbers_of("Het zijn er 121.", "nl", ())
    told = told._replace(sentence=f"{words} 121 {words}", start=len(words) + 1)
    several = [*filter(lambda r: r.interval.known, dataset.records)][:2]
    several += [*filter(lambda r: r.gap, dataset.records)][:1]
    findings = (
        Finding(verdict, told, record, other)
        for verdict in Verdict
        for record in several
        for other in ((None, *several) if verdict is Verdict.OTHER_YEAR_OR_REGION else (None,))
    )
    return Check(tuple(findings), (told, told._replace(written=words)))


@cache
def answers_of(words: str) -> dict[str, Table]:
    """The answers of a dataset with these words in all its texts."""
    return dict(_answers(dataset_of(words)))


def written(name: str, answer: Table, style: Style) -> str:
    """An answer in a format that is text."""
    text = write(name, answer, style)
    assert isinstance(text, str)
    return text

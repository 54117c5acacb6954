"""The work for large datasets, in the questions and all that is made of them."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

import kic
from kic.model.errors import UsageError
from kic.report import report
from kic.table.gaps import gaps_table
from tests.conftest import MINIMAL, exact, figure, indicator
from tests.report.drawn import picture
from tests.work import lines_run


def _many_indicators(number: int) -> str:
    return "".join(indicator(f"i{n}", exact("2020", n + 1)) for n in range(number))


def _many_gaps(number: int) -> str:
    lacking = '{ period = "2020", locator = "thema/cijfers/1" },'
    told = 'missing = { nl = "iets", en = "something" }, translation = "none", as_printed'
    return "".join(
        indicator(
            f"i{n}",
            lacking,
            f'registration = "unavailable"\ngaps = [{{ {told} = "geen {n}" }}]',
        )
        for n in range(number)
    )


def _many_regions(number: int) -> str:
    regions = "".join(f'[regions.r{n}]\nlabel = {{ nl = "r{n}" }}\n' for n in range(number))
    figures = "".join(
        figure("2020", f'reason = "unclear", region = "r{n}"') for n in range(number)
    )
    gaps = "".join(
        f'{{ kind = "unclear", region = "r{n}", missing = {{ nl = "x" }}, as_printed = "y" }},\n'
        for n in range(number)
    )
    return regions + indicator("a", figures, f"gaps = [\n{gaps}]")


def _many_themes(number: int) -> str:
    themes = "".join(f'[themes.t{n}]\nlabel = {{ nl = "t{n}" }}\n' for n in range(number))
    texts = (
        indicator(f"i{n}", exact("2020", 5)).replace('"thema', f'"t{n}') for n in range(number)
    )
    return themes + "".join(texts)


def _many_populations(number: int) -> str:
    regions = "".join(f'[regions.r{n}]\nlabel = {{ nl = "r{n}" }}\n' for n in range(number))
    counted = "".join(
        figure("2020", f'qualifier = "exact", value = 5, region = "r{n}"') for n in range(number)
    )
    ages = 'ages = "0-17"'
    people = indicator("b", counted, f'denominator_for = ["kinderen"]\n{ages}')
    return regions + indicator("a", counted, ages) + people


def _many_figures(number: int) -> str:
    months = (f"{2000 + n // 12}-{n % 12 + 1:02}" for n in range(number))
    rest = (
        'qualifier = "exact", value = 5, correction = { source = "bron", reason = { nl = "x" } }'
    )
    return indicator("a", "".join(figure(month, rest) for month in months))


def _refused(dataset: kic.Dataset) -> None:
    with suppress(UsageError):
        kic.compare(dataset, per=1000)


@pytest.mark.parametrize(
    ("make", "ask", "number", "most"),
    [
        (_many_indicators, picture, 300, 2.3),
        (_many_indicators, _refused, 300, 2.3),
        (_many_indicators, lambda d: report(d, "nl"), 150, 2.3),
        (_many_regions, lambda d: kic.load(d.path), 300, 2.3),
        (_many_themes, kic.themes, 300, 2.3),
        (_many_figures, picture, 300, 2.3),
        (_many_gaps, lambda d: gaps_table(d, kic.gaps(d)).page, 300, 2.3),
        (_many_indicators, lambda d: kic.show(d, *d.indicators), 300, 2.3),
        (_many_indicators, lambda d: kic.check(d, "In 2020 telde men 250 kinderen."), 300, 2.3),
        (_many_regions, lambda d: kic.diff(d, kic.load(d.path)), 150, 2.3),
        (_many_populations, lambda d: kic.compare(d, "a", per=1000), 300, 2.3),
    ],
    ids=[
        "picture",
        "refusal",
        "report",
        "gaps",
        "themes",
        "figures",
        "sentences",
        "names",
        "check",
        "diff",
        "rates",
    ],
)
def test_the_work_does_not_grow_with_the_square(
    tmp_path: Path,
    make: Callable[[int], str],
    ask: Callable[[kic.Dataset], object],
    number: int,
    most: float,
) -> None:
    """Twice as much takes about twice as many steps, counted as lines of Python."""
    steps = []
    for size in (number, 2 * number):
        path = tmp_path / f"{size}.toml"
        path.write_text(MINIMAL + make(size), "utf-8")
        dataset = kic.load(path)
        ask(dataset)  # once for what is made ready on first use
        steps.append(lines_run(lambda dataset=dataset: ask(dataset)))  # type: ignore[misc]
    assert steps[1] < most * steps[0]

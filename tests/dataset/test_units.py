"""Kinds of units: what may be below zero, and what follows from the kind."""

from pathlib import Path

import pytest

import kic
from kic.dataset.validation import validate
from kic.model import SIGNED, UnitKind
from kic.model.interval import Interval
from tests.cases import each
from tests.conftest import MINIMAL, Write, figure, indicator, saved
from tests.units import KINDS, UNITS, measured, number


def test_every_kind_of_unit_is_tested() -> None:
    """Those of the tests are all that there are."""
    assert set(KINDS.values()) == {kind.value for kind in UnitKind}


@pytest.mark.parametrize("unit", KINDS)
def test_only_a_rate_and_money_may_be_below_zero(write: Write, unit: str) -> None:
    """A count, a duration and a share are not, and the error stands at the number."""
    path = write(UNITS + measured(unit, number("2020", -5)))
    if KINDS[unit] in SIGNED:
        [record] = kic.load(path).records
        assert record.interval == Interval.exact(-5)
    else:
        with pytest.raises(kic.DatasetError, match=r"figure 1 \(2020\): value: a") as refused:
            kic.load(path)
        assert len(refused.value.lines) == 1


@each(
    ("rest", "interval"),
    [
        ('qualifier = "at_most", upper = 40', Interval(None, None, 40)),
        ('qualifier = "less_than", below = 0', Interval(None, None, 0)),
        ('qualifier = "almost", value = -5', Interval(-5, -5, None)),
        ('qualifier = "range", lower = -5, upper = 5', Interval(None, -5, 5)),
        ('qualifier = "rounded", value = 0, rounded_to = 10', Interval(0, -5, 5)),
        ('qualifier = "rounded", value = -20, rounded_to = 10', Interval(-20, -25, -15)),
    ],
)
@each("unit", ["promille", "euro"])
def test_nothing_follows_from_a_kind_that_may_be_below_zero(
    write: Write, unit: str, rest: str, interval: Interval
) -> None:
    """Money of at most 40 euros may be a loss."""
    [record] = kic.load(write(UNITS + measured(unit, figure("2020", rest)))).records
    assert record.interval == interval


@pytest.mark.parametrize("unit", ["promille", "euro"])
def test_a_part_of_what_may_be_below_zero_may_be_larger(write: Write, unit: str) -> None:
    """The others may have lost."""
    whole = measured(unit, number("2020", 5), "geheel")
    part = measured(unit, number("2020", 9), "deel", 'subset_of = "geheel"')
    assert len(kic.load(write(UNITS + whole + part)).records) == 2


def test_a_unit_says_of_how_many_and_in_which_currency(write: Write) -> None:
    """What makes a rate and money usable is with the unit of each record."""
    text = UNITS + measured("promille", number("2020", 4.1))
    text += measured("euro", number("2020", 1250.5), "b")
    rate, money = (r.links.unit for r in kic.load(write(text)).records)
    assert (rate and rate.per, rate and rate.currency) == (1000, None)
    assert (money and money.per, money and money.currency) == (None, "EUR")


@pytest.mark.parametrize(
    ("nl", "en", "told"),
    [
        ("meldingen per 10.000 kinderen", "reports per 1,000 children", "10,000"),
        ("meldingen per 1.000 kinderen", "reports per 10,000 children", "10,000"),
        ("per tienduizend", "per thousand", "10,000"),
        ("per duizend", "per hundred thousand", "100,000"),
        ("per honderd", "a rate", "100"),
        ("een cijfer", "per 2 000 000 children", "2,000,000"),
        ("meldingen per 1.000 kinderen", "reports per 1,000 children", None),
        ("meldingen per duizend", "reports per 1 000", None),
        ("meldingen per duizend per 100 dagen", "reports per 100 days per thousand", None),
        ("promille", "per 12 months", None),
        ("per kind", "a rate", None),
    ],
)
def test_the_label_of_a_rate_says_of_how_many_it_is(
    write: Write, nl: str, en: str, told: str | None
) -> None:
    """In digits or in a word, in each language: one of the two would be a mistake by a factor."""
    text = f'[units.x]\nlabel = {{ nl = "{nl}", en = "{en}" }}\nkind = "rate"\nper = 1000\n'
    path = write(text + measured("x", number("2020", 4.1)))
    if told is None:
        assert len(kic.load(path).records) == 1
        return
    with pytest.raises(kic.DatasetError, match=rf"the label says per {told} \(found per = 1000\)"):
        kic.load(path)


def test_a_rate_of_each_one_may_be_called_as_it_likes(write: Write) -> None:
    """Its numbers may be given for more: "per 100" is then only how the page tells it."""
    text = '[units.x]\nlabel = { nl = "per 100", en = "per 100" }\nkind = "rate"\nper = 1\n'
    assert len(kic.load(write(text + measured("x", number("2020", 4.1)))).records) == 1


PAGES = {
    "per 10.000 in its sentence": ("In 2020 waren er 31 meldingen per 10.000 kinderen.", 10_000),
    "per 10.000 over its table": (
        "Tabel 1. Meldingen per 10.000 kinderen\nRegio\t2019\t2020\nNoord\t30\t31",
        10_000,
    ),
    "tienduizend over its table": (
        "Tabel 1. Meldingen per tienduizend kinderen\nRegio\t2019\t2020\nNoord\t30\t31",
        10_000,
    ),
    "per 1.000 in its column": (
        "Tabel 1. Meldingen\nRegio\t2019\tper 1.000 in 2020\nNoord\t30\t31",
        1_000,
    ),
    "in thousands": ("Tabel 1. In 1.000 euro\nRegio\t2019\t2020\nNoord\t30\t0,031", 0),
}


@pytest.mark.needs("babel")
@pytest.mark.needs("text_to_num")
@pytest.mark.parametrize("label", ["meldingen per tal kinderen", "meldingen"])
@pytest.mark.parametrize("per", [1_000, 10_000])
@pytest.mark.parametrize("case", PAGES)
def test_a_page_says_of_how_many_a_rate_is(
    tmp_path: Path, case: str, per: int, label: str
) -> None:
    """Beside the number or over its table, whatever its unit is called."""
    page, meant = PAGES[case]
    locator = "tekst/1"
    if is_table := page.startswith("Tabel"):
        column = "per_1_000_in_2020" if "per 1.000 in" in page else "2020"
        locator = f"tabel/1/noord/{column}"
    layout = (
        '[sources.bron.layout]\nlang = "nl"\nrunning_text = "tekst"\n'
        'themes = { thema = "Thema" }\n' + 'tables = { "thema/tabel/1" = "Tabel 1" }\n' * is_table
    )
    unit = f'label = {{ nl = "{label}", en = "{label}" }}\nkind = "rate"\nper = {per}\n'
    value, printed = ("31", "0,031") if meant == 0 else ("31", "31")
    typed = (
        f'{{ period = "2020", qualifier = "exact", value = {value}, as_printed = "{printed}", '
        f'locator = "thema/{locator}" }},'
    )
    text = indicator("a", typed).replace('unit = "kinderen"', 'unit = "x"')
    held = saved(tmp_path / "page.txt", f"Thema\n{page}\n")
    path = saved(tmp_path / "x.toml", f"{MINIMAL}\n[units.x]\n{unit}\n{layout}{text}")
    [report] = validate([path], held)
    assert report.page, report.problems
    told = [p.message for p in report.problems if "per 1" in p.message]
    assert bool(told) == (meant not in (0, per)), report.problems

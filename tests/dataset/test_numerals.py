"""The numbers in a text, and what looks like a number and is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kic.dataset.page.exactness import readings
from kic.dataset.page.language import language
from kic.dataset.page.numerals import numerals
from kic.model import Lang
from kic.model.digits import number
from tests.cases import each

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]

NUMBERS: dict[tuple[Lang, str], list[tuple[float, ...]]] = {
    ("nl", "30.850 of 2 080 of 080"): [(30850,), (2080,), (80,)],
    ("nl", "24,5 dagen en 82,170 dagen"): [(24.5,), (82.17,)],
    ("nl", "€ 1.250,50 en 1 680 euro"): [(1250.5,), (1680,)],
    ("nl", "1,2 mln; 397 duizend; 1,5 miljoen"): [(1200000,), (397000,), (1500000,)],
    ("nl", "2,01 miljoen"): [(2010000,)],
    ("nl", "anderhalf miljoen en een half miljoen"): [(1500000,), (500000,)],
    ("nl", "twee, twaalf, driehonderdvijftig en één"): [(2,), (12,), (350,), (1,)],
    ("nl", "een kind en de ene of de andere"): [],
    ("nl", "geen verzoeken en nooit"): [(0,), (0,)],
    ("nl", "nog geen 50"): [(50,)],
    ("nl", "-3,5 procent en −4 procent"): [(-3.5,), (-4,)],
    ("nl", "-€ 3, €-4, €–5, –€6, -/- € 7, 8 -/-, -EUR 9"): [(-n,) for n in range(3, 10)],
    ("nl", "- € 3, – € 4 –, € 5,-, woord-€6, +/- € 7, 8 -/- 3"): [
        *((n,) for n in range(3, 9)),
        (-3,),
    ],
    ("nl", "€ 5-10, € 5 – € 10, €5-€10, € 5 -€ 10 en -€ 10 tot -€ 5"): [
        *[(5, 10)] * 4,
        (-10, -5),
    ],
    ("en", "-£3, £-4, -£0.5m, £5m-£10m, costs—£6"): [
        *((-3,), (-4,), (-500000,), (5000000, 10000000), (6,))
    ],
    ("nl", "tussen de 10 en de 15, 10 tot 15 en 200-250"): [(10, 15), (10, 15), (200, 250)],
    ("nl", "68%, 64% en 36%"): [(68,), (64,), (36,)],
    ("nl", "een dertigtal minder"): [(30,)],
    ("nl", "met 18 procent tot 14.214; 5% tot 8%"): [(18,), (14214,), (5, 8)],
    ("nl", "twee mln, -1,5 miljoen en (-3)"): [(2000000,), (-1500000,), (-3,)],
    ("nl", "900 tot 2 duizend, 2 duizend tot 3 duizend, 10 tot 15 duizend"): [
        *((900, 2000), (2000, 3000), (10000, 15000))
    ],
    ("nl", "15 tot 15, 15 tot 10 en van 10 tot 15"): [(15,), (15,), (15,), (10,), (10,), (15,)],
    ("nl", "een half jaar en anderhalf uur, driekwart miljoen, twee en drie"): [
        *((1.5,), (750000,), (2,), (3,))
    ],
    ("nl", "een op de honderd, 1 op 1 en 1 op de 200"): [(1,), (1,), (1,), (1,), (200,)],
    ("nl", "zonder getal"): [],
    ("nl", "niemand weet het, hoeveel weet niemand, en niemand registreert het"): [],
    ("nl", "niemand werd vervolgd"): [(0,)],
    ("en", "nobody knows, and no one keeps records; nobody was detained"): [(0,)],
    ("en", "82,170 and 82.170 and 1,234.50"): [(82170,), (82.17,), (1234.5,)],
    ("en", "1.2 million, £3.4bn and 1.2m"): [(1200000,), (3400000000,), (1200000,)],
    ("en", "twenty-three thousand four hundred"): [(23400,)],
    ("en", "two hundred and fifty, half a million"): [(250,), (500000,)],
    ("en", "one of them, and no one else"): [(0,)],
    ("en", "no children; no more than 5"): [(0,), (5,)],
}


@each(("lang", "text"), NUMBERS)
def test_numbers_are_read_as_a_language_writes_them(lang: Lang, text: str) -> None:
    """Grouped and broken digits, scales, words, fractions, ranges, signs and zero."""
    assert [n.numbers for n in numerals(text, language(lang))] == NUMBERS[lang, text]


WRITTEN: dict[tuple[Lang, str], list[str]] = {
    ("nl", "€ 1.250,50, ruim 3,3 miljoen en −4%"): ["1.250,50", "3,3 miljoen", "−4"],
    ("nl", "-€ 4, €-5 en € 6 -/-"): ["-€ 4", "-5", "6 -/-"],
    ("nl", "tussen de 10 en de 15 kinderen, een dertigtal"): ["10 en de 15", "dertigtal"],
    ("nl", "5½ miljoen, twee ton en 12e3 kinderen"): ["5½ miljoen", "twee ton", "12e3"],
    ("nl", "een op de vijf en een half miljoen"): ["een op de vijf", "een half miljoen"],
    ("nl", "op 30 november 2021 en in '77"): ["30 november 2021", "'77"],
    ("nl", "geen 50, nog geen 60 en geen kinderen"): ["50", "60", "geen"],
    ("en", "two hundred and fifty of them, two and three"): [
        *("two hundred and fifty", "two", "three")
    ],
    ("en", "thirty-odd children, half a million"): ["thirty-odd", "half a million"],
}


@each(("lang", "text"), WRITTEN)
def test_a_number_is_all_that_it_is_written_with(lang: Lang, text: str) -> None:
    """Its sign, its scale and each of its words; its currency only behind its sign."""
    assert [text[n.start : n.end] for n in numerals(text, language(lang))] == WRITTEN[lang, text]


IN_YEARS: dict[tuple[Lang, str], list[tuple[set[int], int, int, str]]] = {
    ("nl", "30 november 2021, januari 2019 en 3 mei"): [
        *(({2021}, 11, 30, ""), ({2019}, 1, 0, ""), (set(), 5, 3, ""))
    ],
    ("nl", "01-08-2020 en 2021-11-30"): [({2020}, 8, 1, ""), ({2021}, 11, 30, "")],
    ("en", "November 30, 2021 and May 2019"): [({2021}, 11, 30, ""), ({2019}, 5, 0, "")],
    ("nl", "tweede kwartaal van 2020, vierde kwartaal 2021"): [
        *(({2020}, 0, 0, "Q2"), ({2021}, 0, 0, "Q4"))
    ],
    ("nl", "eerste halfjaar 2020, tweede helft van 2021"): [
        *(({2020}, 0, 0, "S1"), ({2021}, 0, 0, "S2"))
    ],
    ("en", "third quarter of 2020, first half of 2021"): [
        *(({2020}, 0, 0, "Q3"), ({2021}, 0, 0, "S1"))
    ],
    ("nl", "kwartaal 3 van 2020"): [({2020}, 0, 0, "Q3")],
    ("nl", "Ook 2010 was beter dan '49, '50 en '51"): [
        *(({y}, 0, 0, "") for y in (2010, 2049, 1950, 1951))
    ],
}


@each(("lang", "text"), IN_YEARS)
def test_a_date_is_a_day_a_month_or_a_part_of_its_year(lang: Lang, text: str) -> None:
    """As far as it says so, in the order of its language."""
    dates = [n for n in numerals(text, language(lang)) if n.kind == "date"]
    assert [({*d.years}, d.month, d.day, d.part) for d in dates] == IN_YEARS[lang, text]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("2019/20", True), ("2019-2020", False), ("schooljaar 2019-2020", True)],
)
def test_two_years_are_one_that_runs_through_both(text: str, is_one: bool) -> None:
    """Where the second is cut short, or it is called a school year."""
    [found] = numerals(f"In {text} waren het er meer", language("nl"))
    assert ({*found.years}, found.is_one) == ({2019, 2020}, is_one)


OTHERS: dict[tuple[Lang, str], list[tuple[str, set[int]]]] = {
    ("nl", "op 30 november 2021"): [("date", {2021})],
    ("nl", "sinds januari 2019"): [("date", {2019})],
    ("nl", "in '77-'00"): [("date", {1977}), ("date", {2000})],
    ("nl", "2017 - 2018, 2019/20 en 2020"): [
        ("date", {2017, 2018}),
        ("date", {2019, 2020}),
        ("date", {2020}),
    ],
    ("nl", "in 1999-00 en in 2020/2020"): [("date", {1999, 2000}), ("date", {2020})],
    ("nl", "op 01-08-2020"): [("date", {2020})],
    ("nl", "jonger dan 12 jaar"): [("age", set())],
    ("nl", "12- tot 17-jarigen"): [("age", set()), ("age", set())],
    ("nl", "tussen de 12 en 18 jaar"): [("age", set()), ("age", set())],
    ("nl", "artikel 37, tabel 3 en de 3e keer"): [("reference", set())] * 3,
    ("nl", "Covid19, bijlage_19, A12 en _7, anderhalf jaar eerder"): [("reference", set())] * 5,
    ("nl", "in groep 4b, een 65+, de 12e"): [
        ("reference", set()),
        ("age", set()),
        ("reference", set()),
    ],
    ("nl", "12e3 en 2019/20 en 12/2020"): [
        ("unreadable", set()),
        ("date", {2019, 2020}),
        ("number", set()),
        ("date", {2020}),
    ],
    ("nl", "per 1.000 kinderen"): [("reference", set())],
    ("nl", "Er zijn 2010 kinderen in 2010"): [("number", set()), ("date", {2010})],
    ("nl", "12.5 procent"): [("unreadable", set())],
    ("nl", "Honderden kinderen, een tiental"): [("size", set()), ("round", set())],
    ("nl", "drie jaar eerder, afgerond op tientallen"): [("reference", set())] * 2,
    ("nl", "een op de vijf en driekwart"): [("share", set()), ("share", set())],
    ("nl", "In mei 15 kinderen; 1 000 000 en ½"): [
        ("number", set()),
        ("number", set()),
        ("unreadable", set()),
    ],
    ("en", "In May 15 were moved. Since May 15 children left."): [("number", set())] * 2,
    ("en", "On May 15 children left; by May 15, all had."): [("date", set())] * 2,
    ("en", "In 2019 1 000 000 girls"): [("date", {2019}), ("number", set())],
    ("en", "on November 30, 2021"): [("date", {2021})],
    ("en", "on 30th November 2021"): [("date", {2021})],
    ("en", "aged 10 to 17"): [("age", set()), ("age", set())],
    ("en", "under-18s and 16-year-olds"): [("age", set()), ("age", set())],
    ("en", "under 18 children"): [("number", set())],
    ("en", "Article 37, the 21st, [1]"): [("reference", set())] * 3,
    ("en", "at 9.30am in table 4b"): [("reference", set())] * 2,
    ("en", "a loss of £(0.4)m"): [("unreadable", set())],
    ("en", "one in five and two thirds"): [("share", set()), ("share", set())],
}


@each(("lang", "text"), OTHERS)
def test_what_is_no_figure_is_known_by_its_form(lang: Lang, text: str) -> None:
    """Dates with their years, ages, references, sizes, parts of a whole, and the unreadable."""
    found = [(n.kind, set(n.years)) for n in numerals(text, language(lang))]
    assert found == OTHERS[lang, text]


@pytest.mark.parametrize("lang", ["nl", "en"])
@given(value=st.integers(0, 10**9))
def test_what_kic_writes_is_read_back(lang: Lang, value: int) -> None:
    """The numbers that kic writes in a language, it reads, and as exact."""
    text = {"nl": "in totaal {} kinderen", "en": "in total {} children"}[lang]
    [read] = readings(text.format(number(value, lang)), language(lang))
    assert (read.numeral.numbers, read.qualifier) == ((value,), "exact")


def test_digits_that_are_no_float_are_not_read() -> None:
    """Python may refuse them, and no dataset holds them."""
    [found] = numerals("9" * 5000, language("nl"))
    assert (found.kind, found.numbers) == ("unreadable", ())


@pytest.mark.parametrize("digits", ["1" * 40, f"{'1' * 40},5", f"111{'.111' * 12}"])
def test_a_long_row_of_digits_is_read_or_not_but_never_a_fault(digits: str) -> None:
    """An account or a telephone number in an article is longer than what Decimal reckons with."""
    [found] = numerals(f"rekening {digits} van", language("nl"))
    assert found.end - found.start == len(digits)

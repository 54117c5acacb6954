"""What a chart shows, before anything is drawn: columns of what compares, cards of the rest."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kic
from kic.model.wording import NOT_HERE, NOT_SHOWN
from kic.report.chart.picture import SIGNS, Picture
from kic.report.slots import Slot
from kic.table import Cell
from tests.cases import each
from tests.conftest import MINIMAL, NEXT, Write, exact, figure, gaps, indicator, saved, sequel
from tests.rates import PEOPLE, counted, on_island, population
from tests.report.drawn import picture, said, told
from tests.units import UNITS, measured, number

LACKING = ("not_national", "incomplete", "unavailable")
LINES = {"not_here": NOT_HERE, "not_shown": NOT_SHOWN}


def _lines(cells: tuple[Cell, ...]) -> list[str]:
    return [said(c) for c in cells]


def _numbers(shown: Picture) -> list[Slot]:
    """The columns and cards of figures."""
    return [s for s in (*shown.columns, *shown.cards) if s.sign not in LINES]


# ------------------------------------------------------------------- columns and cards


@each(
    ("figures", "columns", "cards"),
    [
        (exact("2020", 48), [], ["48"]),
        (exact("2019", 47) + exact("2020", 48), ["47", "48"], []),
        (exact("2019", 47) + exact("2020-01", 48), [], ["47", "48"]),
        (exact("2019", 47) + exact("2019/2020 school", 48), [], ["47", "48"]),
        (exact("2019", 47) + exact("2020/2021 total", 48), [], ["47", "48"]),
        (exact("2019", 47) + exact("unknown", 48), [], ["47", "48"]),
        (exact("unknown", 48) + exact("2019", 1) + exact("2020", 2), ["1", "2"], ["48"]),
        (exact("2019", 47) + figure("2020", 'reason = "not_stated"'), [], ["47", None]),
    ],
    ids=["one", "two", "month", "school year", "total", "no period", "both", "no number"],
)
def test_what_compares_stands_in_columns(
    write: Write, figures: str, columns: list[str], cards: list[str | None]
) -> None:
    """One number is no chart: a card; so is one of another span of time, or of none."""
    shown = picture(kic.load(write(indicator("a", figures))))
    assert [what for _, what in told(shown.columns)] == columns
    known = [None if card.sign else said(card.what) for card in shown.cards]
    assert known == cards


def test_a_plan_stands_apart(write: Write) -> None:
    """As a column beside the outcomes it would look like one of them."""
    plan = figure("2030", 'qualifier = "exact", value = 9, measure = "target"')
    text = indicator("a", exact("2019", 47) + exact("2020", 48) + plan)
    shown = picture(kic.load(write(text)))
    assert told(shown.columns) == [("2019", "47"), ("2020", "48")]
    assert [said(card.what) for card in shown.cards] == ["9"]


def test_another_unit_has_no_scale_in_common(dataset: kic.Dataset) -> None:
    """Cases in a year stand in columns, families in a quarter on a card with their unit."""
    shown = picture(dataset, "helpdesk_dakloosheid")
    [panel] = shown.panels
    assert told(panel.slots) == [("2018", "24"), ("2019", "niet in deze dataset"), ("2020", "59")]
    [card] = shown.cards
    assert (said(card.what), said(card.when)) == ("12", "gezinnen, eerste kwartaal 2021")


def test_units_of_a_kind_are_no_scale_either(write: Write) -> None:
    """Two numbers of days and two of children, of the same years, are two panels."""
    days = 'qualifier = "exact", unit = "dagen", value ='
    other = figure("2021", f"{days} 300") + figure("2022", f"{days} 310")
    text = UNITS + indicator("a", exact("2019", 5) + exact("2020", 6) + other)
    panels = picture(kic.load(write(text))).panels
    assert [[what for _, what in told(p.slots)] for p in panels] == [["5", "6"], ["300", "310"]]


def test_periods_of_a_kind_have_a_scale_of_their_own(write: Write) -> None:
    """School years, with the one missing between them, beside the total over two years."""
    periods = ("2017/2018 school", "2019/2020 school", "2017/2018 total", "2021-S1")
    shown = picture(kic.load(write(indicator("a", "".join(exact(p, 9) for p in periods)))))
    [panel] = shown.panels
    assert said(panel.facts) == "per schooljaar"
    assert told(panel.slots) == [
        ("schooljaar 2017-2018", "9"),
        ("schooljaar 2018-2019", "niet in deze dataset"),
        ("schooljaar 2019-2020", "9"),
    ]
    whens = [said(card.when) for card in shown.cards]
    assert whens == ["kinderen, 2017-2018", "kinderen, eerste halfjaar 2021"]


def test_a_registered_zero_is_a_number_beside_no_total_of_two_years(dataset: kic.Dataset) -> None:
    """The zero is shown as 0, and the two years together on a card of their own."""
    shown = picture(dataset, "deskundigenrapport")
    cards = [(said(c.what), said(c.when), c.sign) for c in shown.cards]
    assert cards == [("25", "zaken, 2017-2018", None), ("0", "verzoeken in 2020", None)]
    assert shown.panels == ()


def test_every_figure_is_in_exactly_one_place(wide: kic.Dataset) -> None:
    """Nothing is lost or told twice in dividing series over columns and cards."""
    shown = picture(wide)
    numbers = [s for s in _numbers(shown) if s.sign is None or s.sign == "in_words"]
    known = [r for r in wide.records if r.interval.known or r.worded]
    assert len(numbers) == len(known)
    names = " ".join(said(card.name) for card in shown.cards)
    without = [r for r in wide.records if r.gap and not (r.interval.known or r.worded)]
    drawn = {said(slot.when) for slot in shown.columns if slot.sign in SIGNS}
    for r in without:
        assert r.gap
        assert said(r.gap.missing) in names or r.period.brief in drawn, r.key


def test_each_indicator_has_a_panel_of_its_own(write: Write) -> None:
    """However alike two are: what they count differs."""
    text = "".join(indicator(i, exact("2019", 5) + exact("2020", 6)) for i in "ab")
    shown = picture(kic.load(write(text)))
    assert len(shown.panels) == 2
    lines = _lines(tuple(p.line for p in shown.panels))
    assert [line.partition(":")[0] for line in lines] == ["Over a, Nederland", "Over b, Nederland"]


# ------------------------------------------------------------------------------ regions


def test_regions_compare_by_their_rates(write: Write) -> None:
    """With the bounds of both, per thousand, and with what was divided by."""
    ranged = figure("2020", 'qualifier = "range", lower = 40, upper = 60')
    island = on_island('qualifier = "exact", value = 10')
    shown = picture(kic.load(write(counted("a", ranged + island) + population(PEOPLE))), "a")
    [panel] = shown.panels
    assert told(panel.slots) == [("Nederland 2020", "40,0 tot 60,0"), ("Eiland 2020", "10,0")]
    assert [tuple(s.interval) for s in panel.slots] == [(None, 40, 60), (10, 10, 10)]
    assert said(panel.facts) == "Per 1.000"
    assert said(shown.title) == "Over a: naar verhouding het hoogst in Nederland"
    assert any("1.000 kinderen" in line for line in _lines(panel.remarks))
    assert shown.cards == ()


def test_two_regions_never_share_a_scale(write: Write) -> None:
    """Where their rates do not compare each has columns of its own, under its own name."""
    island = figure("2019", f'{_EXACT}, value = 1, region = "eiland"')
    island += figure("2020", f'{_EXACT}, value = 2, region = "eiland"')
    shown = picture(
        kic.load(write(indicator("a", exact("2019", 50) + exact("2020", 60) + island)))
    )
    first, second = shown.panels
    assert [what for _, what in told(first.slots)] == ["50", "60"]
    assert [what for _, what in told(second.slots)] == ["1", "2"]
    assert ("Nederland" in said(first.line), "Eiland" in said(second.line)) == (True, True)
    assert any("de aantallen zijn zo niet te vergelijken" in r for r in _lines(shown.remarks))


@pytest.mark.parametrize(
    "text",
    [
        counted("a", exact("2020", 50) + on_island('qualifier = "exact", value = 10')),
        counted("a", exact("2020", 50) + on_island('qualifier = "exact", value = 10'))
        + population(exact("2020", 1000)),
        indicator("a", exact("2020", 50) + on_island('qualifier = "exact", value = 10'))
        + population(PEOPLE),
    ],
    ids=["no population", "of one", "other ages"],
)
def test_regions_without_rates_stand_on_cards(write: Write, text: str) -> None:
    """Never in columns side by side, and it says that they do not compare."""
    shown = picture(kic.load(write(text)), "a")
    assert shown.panels == ()
    assert [(said(c.name), said(c.what)) for c in shown.cards] == [
        ("Nederland", "50"),
        ("Eiland", "10"),
    ]
    assert any("de aantallen zijn zo niet te vergelijken" in r for r in _lines(shown.remarks))


def test_a_refused_comparison_says_why(dataset: kic.Dataset) -> None:
    """30.850 and 48 are two cards, under both numbers; below, why nothing can be concluded."""
    shown = picture(dataset, "ondertoezichtstelling")
    assert [(said(c.name), said(c.what)) for c in shown.cards] == [
        ("Nederland", "30.850"),
        ("Caribisch Nederland", "48"),
    ]
    assert said(shown.title).endswith(
        ": Nederland: 30.850 kinderen in 2020; Caribisch Nederland: 48 kinderen in 2020"
    )
    assert shown.panels == ()
    assert [line for line in _lines(shown.remarks) if line.startswith("De regio's: anders geteld")]


@pytest.mark.parametrize("name", ["minderjarigen_aangehouden", "aangehouden_onder_12"])
def test_nobody_who_asked_for_no_rate_is_given_one(dataset: kic.Dataset, name: str) -> None:
    """A single region is titled with its number: a rate has its divisor, and one to stand by."""
    [r] = [r for r in dataset.records if r.indicator == name]
    shown = picture(dataset, name)
    assert said(shown.title) == f"{said(r.label)}: {said(r)} kinderen in 2020"
    assert "Per 1.000" not in said(shown.title)


def test_a_title_names_the_region_that_was_asked_for(write: Write) -> None:
    """Where that goes without saying it is not told."""
    text = counted("a", exact("2020", 50) + on_island(f"{_EXACT}, value = 10"))
    dataset = kic.load(write(text + population(PEOPLE)))
    alone = picture(dataset, "a", region=["eiland"])
    assert said(alone.title) == "Over a: Eiland: 10 kinderen in 2020"


@pytest.mark.parametrize(
    "layout", ["", "[sources.{}.layout]\nlang = 'nl'\nthemes = {{ thema = 'T' }}\n"]
)
def test_rates_name_the_source_of_what_divided_them(write: Write, layout: str) -> None:
    """As that of the population, however its page is read; not again where all is of one."""
    own_layout = layout.format("bron")
    counts = counted("a", exact("2020", 50) + on_island(f"{_EXACT}, value = 10")) + own_layout
    own = picture(kic.load(write(counts + population(PEOPLE))), "a")
    assert _lines(own.sources) == ['Uitgever, "Titel"']
    other = '[sources.andere]\npublisher = "Ander"\ntitle = "Anders"\n' + layout.format("andere")
    elsewhere = PEOPLE.replace("as_printed", 'source = "andere", as_printed')
    shown = picture(kic.load(write(other + counts + population(elsewhere))), "a")
    assert _lines(shown.sources) == ['Uitgever, "Titel"', 'Over inwoners: Ander, "Anders"']


@pytest.mark.parametrize(
    ("doubt", "told_"),
    [
        ('status = "V"', "niet bevestigd, volgens de bron"),
        (
            'status = "V", inferred = ["status"]',
            "niet bevestigd, zo leest de samensteller de bron",
        ),
        ('status = "P"', "voorlopig"),
    ],
    ids=["unconfirmed", "read as unconfirmed", "provisional"],
)
@pytest.mark.parametrize("before", ["", exact("2019", 6)], ids=["card", "columns"])
def test_a_title_is_as_certain_as_its_number(
    write: Write, doubt: str, told_: str, before: str
) -> None:
    """What is not confirmed or provisional is so in the line that is passed on, once."""
    text = indicator("a", before + figure("2020", f"{_EXACT}, value = 6, {doubt}"))
    shown = picture(kic.load(write(text)))
    assert f"6 kinderen in 2020 ({told_})" in said(shown.title)
    assert [f"({told_})" in said(card.when) for card in shown.cards] == [False] * len(shown.cards)


# ------------------------------------------------------------------- what is not known


def test_a_series_has_every_year_and_says_which_are_missing(wide: kic.Dataset) -> None:
    """Years of which the dataset has nothing have a slot that says so."""
    [panel] = picture(wide, "ots", region=["nederland"]).panels
    years = [said(slot.when).strip("()") for slot in panel.slots]
    assert years == [str(year) for year in range(int(years[0]), int(years[-1]) + 1)]
    known = {r.period.brief for r in wide.records if r.indicator == "ondertoezichtstelling"}
    for year, slot in zip(years, panel.slots, strict=True):
        assert (slot.sign == "not_here") == (year not in known)
        assert (said(slot.what) == said(NOT_HERE)) == (slot.sign == "not_here")
        assert bool(slot.pieces) == (slot.sign is None)


def test_many_missing_years_share_a_slot(write: Write) -> None:
    """From four in a row; three have one each."""
    figures = exact("2000", 5) + exact("2004", 6) + exact("2009", 7)
    [panel] = picture(kic.load(write(indicator("a", figures)))).panels
    missing = [said(s.when) for s in panel.slots if s.sign == "not_here"]
    assert missing == ["2001", "2002", "2003", "2005\u20132008"]


def test_what_is_known_but_not_asked_for_is_not_called_missing(write: Write) -> None:
    """A year between that the dataset has is not shown here; its break stays a break."""
    figures = exact("2018", 5) + figure("2019", f'{_EXACT}, value = 7, status = "B"')
    dataset = kic.load(write(indicator("a", figures + exact("2020", 6))))
    [panel] = picture(dataset, period=["2018", "2020"]).panels
    assert told(panel.slots)[1] == ("2019", "hier niet getoond")
    assert [(s.sign, s.breaks) for s in panel.slots] == [
        (None, False),
        ("not_shown", True),
        (None, False),
    ]


_EXACT = 'qualifier = "exact"'
IN_PLACE = {
    "not_national": ('registration = "not_national"', gaps("")),
    "incomplete": ('registration = "incomplete"', gaps("")),
    "unavailable": ('registration = "unavailable"', gaps("")),
    "unclear": ('reason = "unclear"', gaps('kind = "unclear"')),
    "concluded": ('reason = "not_stated"', gaps('kind = "concluded"')),
    "suppressed": ('status = "Q"', ""),
    "not_stated": ('reason = "not_stated"', ""),
    "in_words": ('qualifier = "words", words = { nl = "honderden", en = "hundreds" }', ""),
    "direction": ('trend = "up"', ""),
}


@each("code", IN_PLACE)
def test_what_is_in_the_place_of_a_number_has_its_own_sign(write: Write, code: str) -> None:
    """In a series and on a card alike, with its meaning in the legend of the series."""
    rest, extra = IN_PLACE[code]
    sign = "in_words" if code == "direction" else code
    dataset = kic.load(
        write(indicator("a", exact("2018", 5) + exact("2019", 6) + figure("2020", rest), extra))
    )
    shown = picture(dataset)
    *_, last = shown.columns
    assert (last.sign, last.pieces, shown.cards) == (sign, (), ())
    assert [*shown.signs] == [sign]
    alone = picture(dataset, period=["2020"])
    assert [card.sign for card in alone.cards] == [sign]


def test_a_gap_is_inferred_by_who_compiled_the_dataset(write: Write) -> None:
    """The legend names kic for what kic concluded, and for nothing else."""
    missing = 'gaps = [{ missing = { nl = "iets" }, kind = "concluded" }]'
    text = indicator("a", figure("2020", 'reason = "not_stated"'), missing)
    shown = picture(kic.load(write(text)))
    assert _lines((*shown.signs.values(),)) == ["lacune: afgeleid door de samensteller"]


def test_no_two_signs_are_alike(dataset: kic.Dataset) -> None:
    """Nor do two of them mean the same."""
    columns = picture(dataset, "nareis").panels[0]
    every = columns._replace(slots=tuple(Slot(None, None, sign=code) for code in SIGNS))
    meanings = picture(dataset, "nareis")._replace(panels=(every,)).signs.values()
    assert len({*SIGNS.values()}) == len({said(m) for m in meanings}) == len(SIGNS)
    assert {*LACKING, "unclear", "concluded", "suppressed", "not_stated"} < {*SIGNS}


def test_gaps_of_one_sentence_are_one_card(dataset: kic.Dataset) -> None:
    """With all that is missing by it, and the words of the source once."""
    shown = picture(dataset, "kindermishandeling")
    quoted = [said(card.what) for card in shown.cards if card.sign in (*LACKING, "unclear")]
    assert len({*quoted}) == len(quoted) == 4
    assert '"Landelijke gegevens ontbreken"' in quoted


def test_a_number_with_a_gap_says_what_is_missing(write: Write) -> None:
    """In a column and on a card; a number does not hide that it is not of everybody."""
    extra = 'registration = "incomplete"\n' + gaps("")
    dataset = kic.load(write(indicator("a", exact("2019", 5) + exact("2020", 6), extra)))
    [panel] = picture(dataset).panels
    assert 'Lacune: iets: "geen cijfers".' in _lines(panel.remarks)
    [card] = picture(dataset, period=["2020"]).cards
    assert 'Lacune: iets: "geen cijfers".' in _lines(card.cautions)


def test_a_break_without_a_number_is_told(dataset: kic.Dataset) -> None:
    """There are no columns without numbers, and no line where the moment is unknown."""
    shown = picture(dataset, "kinderarmoede")
    [card] = shown.cards
    assert (said(card.what), card.sign) == ("gedaald", "in_words")
    assert "Breuk in de reeks (afgeleid door kic)." in _lines(card.cautions)
    assert shown.panels == ()


# ------------------------------------------------------------------- titles and cautions


def test_the_title_is_the_line_that_answers(wide: kic.Dataset) -> None:
    """The last number with its change; for a theme what it comes to."""
    shown = picture(wide, "nareis")
    assert said(shown.title) == said(shown.line)
    assert said(shown.title).endswith("289 dagen in 2020, 56 meer dan in 2019 (+24,0%)")
    theme = picture(wide, "migratie")
    assert said(theme.title).startswith("Migratie, ")
    for panel in theme.panels:
        last = next(s for s in reversed(panel.slots) if not s.sign)
        assert said(last.what).split()[-1] in said(panel.line)


def test_a_title_of_the_reader_takes_the_place_of_no_answer(dataset: kic.Dataset) -> None:
    """The line that answers stays, below it."""
    from kic.report.chart import picture_of

    shown = picture_of(dataset, kic.show(dataset, "nareis"), "Mijn titel")
    assert (said(shown.title), said(shown.line)) != ("Mijn titel", "Mijn titel")
    assert said(shown.title) == "Mijn titel"
    assert "289 dagen in 2020" in said(shown.line)


SEQUEL = f"""
{NEXT}
[indicators.a]
figures = [
{exact("2021", 4)}{exact("2020", 7)}
]
"""


def test_another_publication_is_told_and_seen(write: Write) -> None:
    """Figures of two publications: which is whose, a line between them, and the caution."""
    other = '[sources.andere]\npublisher = "Ander"\ntitle = "Anders"\n'
    figures = exact("2019", 5) + figure("2020", f'{_EXACT}, value = 6, source = "andere"')
    shown = picture(kic.load(write(other + indicator("a", figures))))
    [panel] = shown.panels
    assert [slot.own for slot in panel.slots] == [True, False]
    assert len({slot.source for slot in panel.slots}) == 2
    assert "de telling kan verschillen" in " ".join(_lines(panel.more))
    assert _lines(shown.sources) == ['2019: Uitgever, "Titel"', '2020: Ander, "Anders"']


@pytest.mark.parametrize(
    ("rest", "caution"),
    [
        ('status = "P"', "2020: Voorlopig cijfer."),
        ('caution = { nl = "Pas op.", en = "Beware." }', "2020: Pas op."),
        ('correction = { source = "bron", reason = { nl = "x" } }', "2020: Gecorrigeerd"),
        ('trend = "up", trend_as_printed = "x"', '2020: In de bron: "x".'),
        ('measure = "end_of_period"', "Niet bekend is of 2019 en 2020"),
        ('registration = "incomplete"', "Volgens de bron onvolledig"),
    ],
    ids=["provisional", "caution", "corrected", "direction", "measure", "incomplete"],
)
def test_what_must_be_known_stands_in_the_picture(write: Write, rest: str, caution: str) -> None:
    """Each caution of a figure and of a change, with the period that it is about."""
    extra = gaps("") if "incomplete" in rest else ""
    last = figure("2020", f"{_EXACT}, value = 6, {rest}")
    [panel] = picture(kic.load(write(indicator("a", exact("2019", 5) + last, extra)))).panels
    assert any(line.startswith(caution) for line in _lines(panel.remarks)), _lines(panel.remarks)


def test_a_revision_is_told(write: Write) -> None:
    """A later edition gives another number for a year: it is shown, and that it was revised."""
    first = write(indicator("a", exact("2019", 5) + exact("2020", 6)))
    second = first.with_name("vervolg.toml")
    second.write_text(SEQUEL, "utf-8")
    [panel] = picture(kic.load([first, second])).panels
    assert told(panel.slots) == [("2019", "5"), ("2020", "7"), ("2021", "4")]
    assert any("Herzien: eerder" in line for line in _lines(panel.remarks))
    assert all(slot.own for slot in panel.slots)


def test_a_correction_says_what_is_printed_and_by_whom_it_was_corrected(
    wide: kic.Dataset,
) -> None:
    """The same sentence as in the tables, with the period that it is about."""
    [panel] = picture(wide, "gesloten_jeugdzorg").panels
    [correction] = (line for line in _lines(panel.remarks) if "Gecorrigeerd" in line)
    assert correction.startswith("2020: Gecorrigeerd volgens Centraal Bureau voor de Statistiek")
    assert '"080 kinderen"' in correction


def test_other_ages_are_told(wide: kic.Dataset) -> None:
    """The number of another publication counts young people up to 23."""
    [panel] = picture(wide, "gesloten_jeugdzorg").panels
    assert any("tot 23 jaar" in line for line in _lines(panel.remarks))


def test_overlapping_periods_are_told(write: Write) -> None:
    """Totals over years that share one are not put side by side in silence."""
    periods = {"2017/2018 total": 9, "2018/2019 total": 8, "2020/2021 total": 7}
    text = indicator("a", "".join(exact(*each) for each in periods.items()))
    [panel] = picture(kic.load(write(text))).panels
    assert "De perioden overlappen elkaar." in _lines(panel.remarks)
    assert said(panel.facts) == "over 2 jaar samen"


def test_what_kic_read_or_computed_is_said(wide: kic.Dataset) -> None:
    """A period in parentheses is one that kic read; changes are what kic computed."""
    shown = picture(wide, "gesloten_jeugdzorg")
    assert "(2020)" in [when for when, _ in told(shown.columns)]
    remarks = " ".join(_lines(shown.remarks))
    assert re.search(r"kic.* verschillen en percentages .*berekent", remarks)
    assert "Een periode tussen haakjes leidt kic af" in remarks


# ------------------------------------------------------------------------------ numbers


@each(
    ("rest", "pieces"),
    [
        ("value = -30", [("full", 0, -30)]),
        ('"range", lower = -40, upper = -30', [("full", 0, -30), ("maybe", -30, -40)]),
        ('"range", lower = -10, upper = 20', [("maybe", -10, 20)]),
        ('"about", value = -30', [("about", 0, -30)]),
        ('"rounded", value = -30, rounded_to = 10', [("full", 0, -25), ("maybe", -25, -35)]),
        ('"at_least", value = 30', [("full", 0, 30), ("open", 30, 30)]),
        ('"more_than", above = -30', []),
        ('"at_most", upper = 30', []),
        ('"less_than", below = -30', []),
    ],
)
def test_a_column_hangs_below_zero(
    write: Write, rest: str, pieces: list[tuple[str, int, int]]
) -> None:
    """What may go on beyond zero without an end stands on a card, in words."""
    rest = f"qualifier = {rest}" if rest.startswith('"') else f"{_EXACT}, {rest}"
    figures = number("2018", 40) + number("2019", 50) + figure("2020", rest)
    shown = picture(kic.load(write(UNITS + measured("euro", figures))))
    columns = {said(slot.when): slot for slot in shown.columns}
    assert [said(card.when)[-4:] for card in shown.cards] == ([] if pieces else ["2020"])
    assert [*columns["2020"].pieces] == pieces if pieces else "2020" not in columns


@pytest.mark.parametrize(("publisher", "several"), [("Uitgever", 1), ("Ander", 2)])
def test_an_edition_is_no_other_publication(tmp_path: Path, publisher: str, several: int) -> None:
    """Where one publisher gives the numbers year after year, no line parts them."""
    later = sequel(exact("2021", 7)).replace(
        'publisher = "Uitgever"', f'publisher = "{publisher}"'
    )
    first = saved(tmp_path / "1.toml", MINIMAL + indicator("a", exact("2020", 5)))
    shown = picture(kic.load([first, saved(tmp_path / "2.toml", later)]))
    assert len({slot.source for slot in shown.panels[0].slots}) == several

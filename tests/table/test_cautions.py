"""What stands below a number, and what says so in its own place: cautions, periods, targets."""

from pathlib import Path

import pytest

import kic
from kic.table import When, phrase
from kic.table.compare import compare_table
from kic.table.figures import cautions_of, has_bar, measured, target_notes
from kic.table.show import show_table
from tests.cases import each
from tests.conftest import MINIMAL, Write, exact, figure, indicator, saved, sequel
from tests.table.conftest import Load
from tests.table.said import rows, said

ONE = 'qualifier = "exact", value = 1'
BEWARE = 'caution = { nl = "Pas op.", en = "Beware." }'
MIND = 'note = { nl = "Let wel.", en = "Mind this." }'
BY_KIC = 'inferred = ["status"]'


@each(
    ("rest", "told"),
    [
        (ONE, []),
        ('qualifier = "at_least", value = 1', []),
        ('qualifier = "less_than", below = 5', []),
        ('qualifier = "estimate", value = 1', []),
        (f'{ONE}, status = "B"', ["Break in the series."]),
        (f'{ONE}, status = "B", {BY_KIC}', ["Break in the series (inferred by the compiler)."]),
        (f'{ONE}, status = "V"', ["Not confirmed, says the source itself."]),
        (f'{ONE}, status = "V", {BY_KIC}', ["Not confirmed, as the compiler reads the source."]),
        (f'{ONE}, status = "P"', ["Provisional figure."]),
        (f'{ONE}, measure = "mean"', ["An average."]),
        (f'{ONE}, measure = "target"', ["A plan, not an outcome."]),
        (f'{ONE}, status = "P", breaks = true', ["Provisional figure.", "Break in the series."]),
        (
            f'{ONE}, status = "P", breaks = true, inferred = ["breaks"]',
            ["Provisional figure.", "Break in the series (inferred by the compiler)."],
        ),
        ('status = "Q", breaks = true', ["Break in the series."]),
        (f"{ONE}, {BEWARE}, {MIND}", ["Beware."]),
        (
            f'{ONE}, correction = {{ source = "bron", reason = {{ nl = "x.", en = "y." }} }}',
            ['Corrected according to Uitgever: the source has "x".'],
        ),
    ],
)
def test_a_caution_says_what_the_number_does_not_and_whose_word_it_is(
    load: Load, rest: str, told: list[str]
) -> None:
    """A bound says it by itself; what kic reads into the source is named as that."""
    dataset = load(indicator("a", figure("2020", rest)))
    [record] = dataset.records
    assert [said(caution) for caution in cautions_of(dataset, record)] == told


@pytest.mark.parametrize(
    ("inferred", "period", "how"),
    [
        ('["period"]', "(2020)", "average"),
        ('["measure"]', "2020", "average (inferred by the compiler)"),
        ('["measure", "period"]', "(2020)", "average (inferred by the compiler)"),
        ("[]", "2020", "average"),
    ],
)
def test_what_kic_reads_into_a_figure_is_told_in_its_place(
    load: Load, inferred: str, period: str, how: str
) -> None:
    """A period stands in parentheses, and a way of counting says who says so."""
    rest = f'{ONE}, measure = "mean", inferred = {inferred}'
    [record] = load(indicator("a", figure("2020", rest))).records
    assert (said(When(record)), measured(record).en) == (period, how)


@each(
    ("cautions", "shown"),
    [
        ((BEWARE, BEWARE), ["Beware."]),
        ((BEWARE, MIND), ["Beware."]),
        ((BEWARE, 'caution = { nl = "Nee.", en = "No." }'), ["Beware.", "No."]),
    ],
    ids=["alike", "one", "two"],
)
@each("verb", ["show", "compare", "overview"])
def test_a_caution_is_told_once(
    load: Load, verb: str, cautions: tuple[str, str], shown: list[str]
) -> None:
    """Not again below the next figure that has it too; a note waits until it is asked for."""
    figures = [
        figure(year, f"{ONE}, {c}") for year, c in zip(("2019", "2020"), cautions, strict=True)
    ]
    if cautions[0] == cautions[1] and verb != "overview":
        shown = [f"For 2019, 2020: {caution}" for caution in shown]
    dataset = load(indicator("a", "".join(figures)))
    table = {
        "show": show_table(dataset, kic.show(dataset)),
        "compare": compare_table(dataset, kic.compare(dataset, "a")),
        "overview": compare_table(dataset, kic.compare(dataset)),
    }[verb]
    assert [row for row in rows(table.page) if row[0] == "!"] == [f"! {c}" for c in shown]
    assert table.page.notes == (1 if MIND in cautions else 0)
    assert not table.page.in_full


def test_what_is_asked_for_in_full_has_its_notes(load: Load) -> None:
    """One indicator by name: they are shown, unasked."""
    dataset = load(indicator("a", figure("2020", f"{ONE}, {MIND}")))
    page = show_table(dataset, kic.show(dataset, "a")).page
    assert (page.in_full, page.notes) == (True, 1)


def test_a_publication_that_only_notes_are_from_waits_with_them(load: Load) -> None:
    """Its source is listed as background, and is no source of a number."""
    other = '[sources.ander]\npublisher = "Ander"\ntitle = "Anders"\n'
    figures = figure("2020", f'{ONE}, {MIND}, note_source = "ander"')
    dataset = load(other + indicator("a", figures))
    page = show_table(dataset, kic.show(dataset)).page
    assert [source.publisher for source in page.sources] == ["Uitgever"]
    assert [source.publisher for source in page.background] == ["Ander"]


# ---------------------------------------------------------------------------- targets


OTHERS = """
[units.gezinnen]
label = { nl = "gezinnen", en = "families" }
kind = "count"
[sources.ander]
publisher = "Ander"
title = "Anders"
"""


def _targets(write: Write, outcome: str, aim: str) -> dict[str, list[str]]:
    text = indicator("uitkomst", outcome) + indicator("doel", aim, 'target_of = "uitkomst"')
    return _beside_targets(kic.load(write(OTHERS + text + indicator("ander", exact("2020", 9)))))


def _beside_targets(dataset: kic.Dataset) -> dict[str, list[str]]:
    return {
        f"{r.indicator} {r.period}": [said(note) for note in target_notes(dataset, r)]
        for r in dataset.records
    }


def test_a_target_is_told_beside_its_outcome(write: Write) -> None:
    """Beside both, for the same period, and beside nothing else."""
    aims = exact("2020", 3) + exact("2021", 4)
    assert _targets(write, exact("2019", 2) + exact("2020", 1), aims) == {
        "uitkomst 2019": [],
        "uitkomst 2020": ["1 of the 3 planned."],
        "doel 2020": ["1 of the 3 planned."],
        "doel 2021": [],
        "ander 2020": [],
    }


@pytest.mark.parametrize(
    "outcome",
    [
        figure("2020", 'qualifier = "exact", value = 1, region = "eiland"'),
        figure("2020", 'qualifier = "less_than", below = 5'),
        figure("2020", 'trend = "up"'),
    ],
    ids=["region", "less than", "direction"],
)
def test_a_target_without_an_outcome_tells_nothing(write: Write, outcome: str) -> None:
    """In another region, below a bound, or without a number there is nothing to set it beside."""
    assert not any(_targets(write, outcome, exact("2020", 3)).values())


def test_a_share_is_no_number_of_what_was_aimed_at(write: Write) -> None:
    """62,5 per cent where 50 was aimed at is not 62,5 of 50."""
    share = 'qualifier = "exact", value = %s, unit = "procent"'
    found = _targets(write, figure("2020", share % 62.5), figure("2020", share % 50))
    assert not any(found.values())


@pytest.mark.parametrize(
    ("period", "rest", "told"),
    [
        ("2020", 'unit = "gezinnen"', []),
        ("2020", 'source = "ander"', []),
        ("unknown", 'source = "ander"', []),
        ("unknown", 'unit = "kinderen"', ["1 of the 3 planned."]),
    ],
    ids=["unit", "publication", "undated elsewhere", "undated in one publication"],
)
def test_a_target_is_of_what_the_outcome_counts(
    write: Write, period: str, rest: str, told: list[str]
) -> None:
    """One child of three families is no part of them, nor of what another publication counts."""
    aim = figure(period, f'qualifier = "exact", value = 3, {rest}')
    found = _targets(write, exact(period, 1), aim)
    assert [notes for name, notes in found.items() if "ander" not in name] == [told, told]


def test_editions_tell_of_a_target_together_where_the_period_is_known(tmp_path: Path) -> None:
    """Without one, each may mean its own year."""
    years = exact("2020", 1) + exact("unknown", 2)
    aims = exact("2020", 3) + exact("unknown", 4)
    text = indicator("uitkomst", years) + indicator("doel", "", 'target_of = "uitkomst"')
    first = saved(tmp_path / "1.toml", MINIMAL + text)
    second = saved(tmp_path / "2.toml", sequel(aims).replace("indicators.a", "indicators.doel"))
    found = _beside_targets(kic.load([first, second]))
    assert found == {
        "uitkomst 2020": ["1 of the 3 planned."],
        "uitkomst unknown": [],
        "doel 2020": ["1 of the 3 planned."],
        "doel unknown": [],
    }


def test_two_numbers_without_a_year_are_no_revision(tmp_path: Path) -> None:
    """What the next edition gives may be of the next year."""
    first = saved(tmp_path / "1.toml", MINIMAL + indicator("a", exact("unknown", 31)))
    second = saved(tmp_path / "2.toml", sequel(exact("unknown", 45)))
    [now] = (dataset := kic.load([first, second])).records
    told = [said(caution) for caution in cautions_of(dataset, now)]
    assert told[0] == 'Otherwise in Uitgever, "Titel": "x".'


def test_a_target_keeps_its_numbers(write: Write) -> None:
    """They become text where the sentence is written, as each language writes them."""
    text = indicator("uitkomst", exact("2020", 1250))
    text += indicator("doel", exact("2020", 3000), 'target_of = "uitkomst"')
    dataset = kic.load(write(text))
    told = {note for r in dataset.records for note in target_notes(dataset, r)}
    assert told == {phrase("target", done=1250, planned=3000)}


@pytest.mark.parametrize("table", [show_table, compare_table])
def test_a_caution_is_told_once_for_the_figures_that_have_it(load: Load, table: object) -> None:
    """With their periods: a figure between them that has none is not under it."""
    with_it = {"2017", "2019", "2020", "2021"}
    years = [str(year) for year in range(2017, 2023)]
    text = "".join(figure(y, f"{ONE}, {BEWARE}" if y in with_it else ONE) for y in years)
    dataset = load(indicator("a", text))
    answer = kic.show(dataset) if table is show_table else kic.compare(dataset, "a")
    lines = [line for block in table(dataset, answer).page.blocks for line in block.lines]  # type: ignore[operator]
    assert [list(map(said, line.cautions)) for line in lines] == [
        ["For 2017, 2019-2021: Beware."],
        *([], [], [], [], []),
    ]
    every = load(indicator("a", "".join(figure(y, f"{ONE}, {BEWARE}") for y in years)))
    answer = kic.show(every) if table is show_table else kic.compare(every, "a")
    [first, *_] = rows(table(every, answer).page)[1:]  # type: ignore[operator]
    assert first == "! For all of these periods: Beware."


@pytest.mark.parametrize(
    ("others", "told"),
    [
        ({"2019", "2020"}, ["For 2019, 2020: Another source: Ander.", ""]),
        ({"2020"}, ["", "Another source: Ander."]),
    ],
    ids=["all", "some"],
)
def test_another_source_is_told_once_where_all_are_from_it(
    load: Load, others: set[str], told: list[str]
) -> None:
    """Beside one that is not: a number without a source would be taken for the dataset's own."""
    text = '[sources.andere]\npublisher = "Ander"\ntitle = "Anders"\n'
    own = {y: f'{ONE}, source = "andere"' if y in others else ONE for y in ("2019", "2020")}
    dataset = load(text + indicator("a", "".join(figure(*pair) for pair in own.items())))
    [block] = show_table(dataset, kic.show(dataset)).page.blocks
    assert [" ".join(map(said, line.cautions)) for line in block.lines] == told


def test_a_caution_of_one_region_is_told_again_of_the_next(load: Load) -> None:
    """What a number of the island has too is not hidden by the one of the country above it."""
    island = figure("2021", f'{ONE}, {BEWARE}, region = "eiland"')
    dataset = load(indicator("a", figure("2020", f"{ONE}, {BEWARE}") + island))
    assert [row for row in rows(show_table(dataset, kic.show(dataset)).page) if "!" in row] == [
        "! Beware.",
        "! Beware.",
    ]


def test_what_was_planned_before_is_told_beside_the_outcome(tmp_path: Path) -> None:
    """500 were aimed at and 310 came: a plan of an earlier edition was no other number."""
    plan = figure("2020", 'qualifier = "exact", value = 500, measure = "target"')
    first = saved(tmp_path / "1.toml", MINIMAL + indicator("a", plan))
    came = '{ period = "2020", as_printed = "310", qualifier = "exact", value = 310, measure = '
    second = saved(tmp_path / "2.toml", sequel(f'{came}"in_period" }},'))
    dataset = kic.load([first, second])
    told = rows(show_table(dataset, kic.show(dataset)).page)
    assert '! Planned in Uitgever, "Titel": "x".' in told


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ('as_printed = "vijf kinderen"', '"vijf kinderen"'),
        ('as_printed = "4 5 6"', "5 children"),
    ],
    ids=["one number", "several"],
)
def test_the_number_that_was_revised_is_told(tmp_path: Path, printed: str, told: str) -> None:
    """In its words, unless these hold other numbers too."""
    was = figure("2020", 'qualifier = "exact", value = 5').replace('as_printed = "x"', printed)
    first = saved(tmp_path / "1.toml", MINIMAL + indicator("a", was))
    now = '{ period = "2020", as_printed = "6", qualifier = "exact", value = 6 },'
    dataset = kic.load([first, saved(tmp_path / "2.toml", sequel(now))])
    answer = rows(show_table(dataset, kic.show(dataset)).page)
    assert f'! Revised: earlier {told} in Uitgever, "Titel".' in answer


def test_what_may_be_a_loss_of_any_size_has_no_bar(load: Load) -> None:
    """Less than 5 euros: no length from zero is as long."""
    euro = 'kind = "money"\ncurrency = "EUR"\nlabel = { nl = "euro", en = "euros" }'
    text = indicator("a", figure("2020", 'qualifier = "less_than", below = 5'))
    dataset = load(f"[units.euro]\n{euro}\n" + text.replace('"kinderen"', '"euro"'))
    assert not any(map(has_bar, dataset.records))


@pytest.mark.parametrize(
    ("nl", "en"), [("Gem. wachttijd", "Average wait"), ("Gemiddelde wachttijd", "Mean wait")]
)
def test_a_mean_that_is_called_one_needs_no_word(load: Load, nl: str, en: str) -> None:
    """Its name says so in both languages; of one that does not it is said below the number."""
    figures = figure("2020", f'{ONE}, measure = "mean"')
    text = indicator("a", figures).replace("Over a", nl)
    for name, told in (("About a", ["An average."]), (en, [])):
        dataset = load(text.replace("About a", name))
        assert list(map(said, cautions_of(dataset, dataset.records[0]))) == told

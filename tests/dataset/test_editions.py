"""Several editions as one dataset: additions, revisions and contradictions."""

from pathlib import Path

import pytest

import kic
from kic.model import Record
from kic.model.errors import DatasetError
from tests.cases import each
from tests.conftest import MINIMAL, NEXT, exact, figure, gaps, indicator, saved, sequel


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """An edition with one indicator, of two years."""
    return saved(
        tmp_path / "2020.toml", MINIMAL + indicator("a", exact("2019", 5) + exact("2020", 7))
    )


def test_the_same_number_again_is_no_revision(tmp_path: Path, first: Path) -> None:
    """It keeps its first source."""
    second = saved(tmp_path / "2021.toml", sequel(exact("2020", 7)))
    assert [(r.value, r.source, r.earlier) for r in kic.load([first, second]).records] == [
        (5, "bron", ()),
        (7, "bron", ()),
    ]


@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1), (2, 1, 0)])
def test_what_was_published_last_is_the_revision_in_whatever_order_it_is_given(
    tmp_path: Path, first: Path, order: tuple[int, ...]
) -> None:
    """A number of 2022 is not taken back by one of 2021 that is given after it."""
    paths = [first]
    for year, value in (("2021", 8), ("2022", 9)):
        text = sequel(exact("2020", value)).replace('"vervolg"', f'"v{year}"')
        text = text.replace('title = "', f'published = "{year}"\ntitle = "')
        paths.append(
            saved(
                tmp_path / f"{year}.toml", text.replace("[sources.vervolg]", f"[sources.v{year}]")
            )
        )
    now = kic.load([paths[n] for n in order]).records[-1]
    assert (now.value, [then.value for then in now.earlier]) == (9, [7, 8])


def test_an_outcome_is_no_revision_of_its_plan(tmp_path: Path) -> None:
    """500 were planned and 310 came: the publisher has taken nothing back."""
    planned = figure("2020", 'qualifier = "exact", value = 500, measure = "target"')
    first = saved(tmp_path / "1.toml", MINIMAL + indicator("a", planned))
    second = saved(tmp_path / "2.toml", sequel(exact("2020", 310)))
    [now] = kic.load([first, second]).records
    [then] = now.earlier
    assert (now.value, now.is_plan, then.is_plan) == (310, False, True)
    assert not now.has_revised(then)


SEVEN = 'qualifier = "exact", value = 7'


@pytest.mark.parametrize(
    "more",
    [
        'caution = { nl = "Dubbel geteld.", en = "Counted twice." }',
        'correction = { source = "vervolg", reason = { nl = "Drukfout.", en = "Misprint." } }',
        'measure = "target"',
    ],
    ids=["caution", "correction", "measure"],
)
def test_the_same_number_with_more_said_of_it_is_told_as_it_is_said(
    tmp_path: Path, first: Path, more: str
) -> None:
    """What a later edition says of how it may be used is not lost; it is no revision either."""
    second = saved(tmp_path / "2021.toml", sequel(figure("2020", f"{SEVEN}, {more}")))
    now = kic.load([first, second]).records[-1]
    assert (now.value, now.source, [then.source for then in now.earlier]) == (
        7,
        "vervolg",
        ["bron"],
    )
    assert (now.cautions, now.correction, now.measure) != ((), None, None)


def test_what_is_said_of_a_number_stays_where_a_later_edition_is_silent(tmp_path: Path) -> None:
    """A caution is not taken back by leaving it out, also beside another one.

    Of a number that is revised it is not known whether it still holds.
    """
    caution = 'caution = { nl = "Dubbel geteld.", en = "Counted twice." }'
    other = 'caution = { nl = "Niet van alle.", en = "Not of all." }'
    text = MINIMAL + indicator("a", figure("2020", f"{SEVEN}, {caution}"))
    first = saved(tmp_path / "2020.toml", text)
    told = []
    for again in (exact("2020", 7), figure("2020", f"{SEVEN}, {other}"), exact("2020", 8)):
        [now] = kic.load([first, saved(tmp_path / "2021.toml", sequel(again))]).records
        told.append([caution.en for caution in now.cautions])
    assert told == [
        ["Counted twice."],
        ["Not of all.", "Counted twice."],
        ["With the earlier figure: Counted twice."],
    ]


THIRD = ("vervolg", "slot"), ("proef", "vervolg"), ("Een jaar later", "Twee jaar later")


@pytest.mark.parametrize(
    ("said", "general", "told"),
    [
        (
            f'{SEVEN}, caution = {{ nl = "Let op.", en = "Mind." }}',
            "",
            "With the earlier figure: Mind.",
        ),
        (SEVEN, 'caution = { nl = "Let op.", en = "Mind." }', "Mind."),
    ],
    ids=["of the number", "of all"],
)
def test_a_number_revised_after_it_was_repeated_keeps_what_was_said_of_it(
    tmp_path: Path, said: str, general: str, told: str
) -> None:
    """The first edition cautions, the second repeats the number, the third has another one."""
    first = saved(tmp_path / "1.toml", MINIMAL + indicator("a", figure("2020", said), general))
    second = saved(tmp_path / "2.toml", sequel(exact("2020", 7)))
    text = sequel(exact("2020", 8))
    for old, new in THIRD:
        text = text.replace(old, new)
    [now] = kic.load([first, second, saved(tmp_path / "3.toml", text)]).records
    assert (now.value, [caution.en for caution in now.cautions]) == (8, [told])


def test_a_caution_is_not_kept_for_the_number_of_another_publisher(tmp_path: Path) -> None:
    """That counts by itself, and what the first said is told with the number of the first."""
    said = figure("2020", f'{SEVEN}, caution = {{ nl = "Let op.", en = "Mind." }}')
    first = saved(tmp_path / "1.toml", MINIMAL + indicator("a", said))
    text = sequel(exact("2020", 8)).replace('publisher = "Uitgever"', 'publisher = "Ander"')
    [now] = kic.load([first, saved(tmp_path / "2.toml", text)]).records
    assert (now.cautions, now.earlier[0].cautions[0].en) == ((), "Mind.")


CORRECTED = 'correction = { source = "bron", reason = { nl = "Drukfout.", en = "Misprint." } }'


@each(
    ("before", "again", "status", "measure"),
    [
        (f'{SEVEN}, measure = "target"', SEVEN, "A", "target"),
        (f'{SEVEN}, measure = "mean"', f'{SEVEN}, measure = "target"', "A", "target"),
        (f'{SEVEN}, status = "V"', SEVEN, "V", "unspecified"),
        (f'{SEVEN}, status = "P"', SEVEN, "A", "unspecified"),
        (SEVEN, f'{SEVEN}, status = "P"', "P", "unspecified"),
        (f'{SEVEN}, status = "B"', SEVEN, "B", "unspecified"),
        (f'{SEVEN}, status = "B"', 'qualifier = "exact", value = 8', "B", "unspecified"),
        (f'{SEVEN}, status = "V"', 'qualifier = "exact", value = 8', "A", "unspecified"),
    ],
)
@each("caution", ["", ', caution = { nl = "Nieuw.", en = "New." }'])
def test_silence_takes_back_no_mark(
    tmp_path: Path, before: str, again: str, status: str, measure: str, caution: str
) -> None:
    """A plan stays one, a break stays whatever the number; only what was provisional is final."""
    first = saved(tmp_path / "2020.toml", MINIMAL + indicator("a", figure("2020", before)))
    second = saved(tmp_path / "2021.toml", sequel(figure("2020", again + caution)))
    [now] = kic.load([first, second]).records
    assert (now.status, now.measure or "unspecified") == (status, measure)


def test_a_corrected_number_that_is_printed_again_stays_corrected(tmp_path: Path) -> None:
    """With the source of the correction; one that is printed otherwise needs none."""
    text = MINIMAL + indicator("a", figure("2020", f"{SEVEN}, {CORRECTED}"))
    first = saved(tmp_path / "2020.toml", text)
    caution = 'caution = { nl = "Nieuw.", en = "New." }'
    told = []
    for printed in ("x", "7"):
        again = figure("2020", f"{SEVEN}, {caution}").replace('"x"', f'"{printed}"')
        [now] = kic.load([first, saved(tmp_path / "2021.toml", sequel(again))]).records
        told.append(now.correction and now.links.sources[now.correction.source].title)
    assert told == ["Titel", None]


def test_words_and_reasons_are_revised_too(tmp_path: Path, first: Path) -> None:
    """A gap that becomes a number, a word that becomes another: the later one is shown."""
    words = 'qualifier = "words", words = { nl = "%s", en = "x" }'
    second = saved(tmp_path / "2021.toml", sequel(figure("2021", words % "veel")))
    text = (
        sequel(figure("2021", words % "weinig")).replace("vervolg", "slot").replace("proef", "x")
    )
    third = saved(tmp_path / "2022.toml", text.replace('"x"', '"vervolg"', 1))
    [now] = [r for r in kic.load([first, second, third]).records if r.period.text == "2021"]
    assert now.words is not None
    assert now.words.nl == "weinig"
    assert [e.words.nl for e in now.earlier if e.words] == ["veel"]


def test_another_direction_is_a_revision(tmp_path: Path) -> None:
    """What rose in one edition and fell in the next is told so; silence is no change."""
    rest = 'trend = "%s"'
    first = saved(tmp_path / "1.toml", MINIMAL + indicator("a", figure("2020", rest % "up")))
    second = saved(tmp_path / "2.toml", sequel(figure("2020", rest % "down")))
    [now] = kic.load([first, second]).records
    assert (now.trend, [e.trend for e in now.earlier]) == ("down", ["up"])
    third = saved(tmp_path / "3.toml", sequel(figure("2020", rest % "up")))
    [now] = kic.load([first, third]).records
    assert (now.trend, now.earlier) == ("up", ())


def test_the_own_source_of_an_edition_is_defined(tmp_path: Path, first: Path) -> None:
    """Also where it gives no figure that names it."""
    head = NEXT.partition("[sources")[0].replace('source = "vervolg"', 'source = "verfolg"')
    second = saved(tmp_path / "2021.toml", f"{head}\n[indicators]\n")
    with pytest.raises(DatasetError) as refused:
        kic.load([first, second])
    [problem] = refused.value.problems
    assert (problem.path, problem.where) == (second, "dataset.source")
    assert problem.message == "unknown source 'verfolg'"


def test_the_titles_of_several_publications_are_one(tmp_path: Path, first: Path) -> None:
    """In their order; of one publication it is its own, whoever adds to that."""
    second = saved(tmp_path / "2021.toml", sequel(exact("2021", 9)))
    elsewhere = NEXT.replace("vervolg", "elders").replace("Uitgever", "Een ander")
    other = saved(tmp_path / "elders.toml", f"{elsewhere}\n[indicators]\n")
    titles = {
        (first,): ("Proef", "Trial"),
        (first, other): ("Proef", "Trial"),
        (first, second): ("Proef; Vervolg", "Trial; Sequel"),
    }
    for files, title in titles.items():
        whole = kic.load(files).title
        assert (whole.nl, whole.en) == title


def test_the_order_of_the_files_makes_no_difference(tmp_path: Path, first: Path) -> None:
    """Every edition comes after the one it builds on, whatever they are called."""
    second = saved(tmp_path / "0000.toml", sequel(exact("2020", 8)))
    for data in ([second, first], tmp_path):
        assert [r.value for r in kic.load(data).records] == [5, 8]


@each(
    ("text", "told"),
    [
        (
            sequel(figure("2020", 'qualifier = "exact", value = 10, unit = "procent"')),
            "indicators.a, figure 1 (2020): unit: contradicts what stands at {first}:37:",
        ),
        (
            sequel(exact("2020", 7) + exact("2020", 999)),
            "indicators.a, figure 2 (2020): period: another figure has this region and period",
        ),
        (
            sequel(exact("2021", 9)).replace('version = "1.0.0"', 'version = "een"'),
            "dataset.version: a version is three numbers, as '1.0.0' (found 'een')",
        ),
        (sequel(exact("2021", 9)) + "[unit]\n", "unit: unknown key; did you mean 'units'?"),
        (
            NEXT + "[indicators.a]\nfigures = 3\n",
            "indicators.a.figures: must be a list",
        ),
        (
            NEXT + "[indicators.b]\nlabel = { nl = 'b', en = 'b' }\nfigures = 3\n",
            "indicators.b.figures: must be a list, in square brackets: write [...] (found 3)",
        ),
        (
            sequel(exact("2021", 9)).replace("[sources.vervolg]", "[[sources]]"),
            "sources: must be a table",
        ),
        (
            NEXT + indicator("a", exact("2021", 9)).replace("Over a", "Over iets anders"),
            "indicators.a.label: contradicts what stands at {first}:31:",
        ),
        (
            NEXT + indicator("a", exact("2021", 9)).replace('"kinderen"', '"procent"'),
            "indicators.a.unit: contradicts what stands at {first}:32:",
        ),
        (
            sequel(exact("2021", 9))
            + '[units]\nkinderen = { label = { nl = "meisjes", en = "girls" }, kind = "count" }\n',
            "units.kinderen: contradicts what stands at {first}:",
        ),
        (
            NEXT + "[indicators.aa]\nfigures = [\n" + exact("2021", 9) + "]\n",
            "indicators.aa: no earlier edition defines this indicator; did you mean 'a'?",
        ),
        (
            sequel(exact("2021", -9)),
            "indicators.a, figure 1 (2021): value: a count is not below 0",
        ),
        (
            sequel(exact("2021", 9) + exact("2021", 9)),
            "indicators.a, figure 2 (2021): period: another figure has this region and period",
        ),
    ],
)
def test_a_contradiction_names_both_places(
    tmp_path: Path, first: Path, text: str, told: str
) -> None:
    """The line is that of the edition at fault, and the other one is named."""
    second = saved(tmp_path / "2021.toml", text)
    with pytest.raises(DatasetError) as refused:
        kic.load([first, second])
    lines = refused.value.lines
    assert any(told.format(first=first) in line for line in lines), lines
    assert all(line.startswith(f"{second}:") for line in lines), lines


UNITS = """
[units.graad]
label = { nl = "naar verhouding", en = "by rate" }
kind = "rate"
per = 1000
[units.bedrag]
label = { nl = "miljoen", en = "million" }
kind = "money"
currency = "EUR"
"""


@pytest.mark.parametrize(
    ("then", "now", "unit"),
    [("per = 1000", "per = 10000", "graad"), ('"EUR"', '"USD"', "bedrag")],
)
def test_a_unit_counts_the_same_in_every_edition(
    tmp_path: Path, then: str, now: str, unit: str
) -> None:
    """12 per 1,000 and 120 per 10,000 are no change, nor are euros and dollars one amount."""
    first = saved(tmp_path / "1.toml", MINIMAL + UNITS + indicator("a", exact("2019", 5)))
    text = sequel(exact("2020", 7)) + UNITS
    kic.load([first, saved(tmp_path / "2.toml", text)])
    with pytest.raises(DatasetError, match=f"units.{unit}: contradicts what stands at"):
        kic.load([first, saved(tmp_path / "2.toml", text.replace(then, now))])


TOLD = """registration = "incomplete"
registered_by = "loket"
named = [{ organisation = "loket", role = { nl = "telt", en = "counts" } }]
caution = { nl = "Let op.", en = "Mind." }
note = { nl = "Noot.", en = "Note." }
measure = "mean"
"""
NOTED = MINIMAL.replace(
    "[regions.eiland]", 'note = { nl = "Zonder eiland.", en = "No island." }\n[regions.eiland]'
)


def _last(*files: Path) -> Record:
    """The record of the last period."""
    return max(kic.load(files).records, key=lambda r: r.period)


def test_what_one_edition_says_is_not_said_of_the_figures_of_another(tmp_path: Path) -> None:
    """Who registers, what to mind, a gap, a note on the region; but what is counted, and how."""
    base = indicator("a", exact("2020", 7), TOLD + gaps(""))
    first = saved(tmp_path / "1.toml", NOTED + base)
    second = saved(tmp_path / "2.toml", sequel(exact("2021", 9)))
    old, new = kic.load([first, second]).records
    assert (old.registration, old.registered_by, old.cautions[0].nl) == (
        "incomplete",
        "loket",
        "Let op.",
    )
    assert (old.gap is None, old.links.region.note is None) == (False, False)
    assert (new.registration, new.registered_by, new.named) == ("unstated", None, ())
    assert (new.cautions, new.notes, new.gap, new.links.region.note) == ((), (), None, None)
    assert (new.unit, new.measure, new.links.edition.id) == ("kinderen", "mean", "vervolg")


def test_an_edition_says_of_its_own_figures_what_holds_for_them(tmp_path: Path) -> None:
    """Beside what a figure says itself; the unit too, where no number has needed one before."""
    bare = indicator("a", figure("2020", 'registration = "incomplete"'), gaps(""))
    bare = bare.replace('unit = "kinderen"\n', "")
    first = saved(tmp_path / "1.toml", MINIMAL + bare)
    own = 'qualifier = "exact", value = 9, caution = { nl = "Eigen.", en = "Own." }'
    told = sequel(figure("2021", own)).replace(
        "[indicators.a]", f'[indicators.a]\nunit = "procent"\n{TOLD}{gaps("")}'
    )
    new = _last(first, saved(tmp_path / "2.toml", told))
    assert (new.unit, new.measure, new.registration) == ("procent", "mean", "incomplete")
    assert [caution.nl for caution in new.cautions] == ["Eigen.", "Let op."]
    assert [n.organisation for n in new.named] == ["loket"]


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ('registration = "weinig"', "indicators.a.registration: must be 'national'"),
        ('registered_by = "niemand"', "indicators.a.registered_by: unknown organisation"),
        ('caution_source = "nergens"', "indicators.a.caution_source: unknown source"),
    ],
)
def test_what_an_edition_says_of_its_figures_is_checked_where_it_stands(
    tmp_path: Path, first: Path, told: str, problem: str
) -> None:
    """With the line of that file."""
    text = sequel(exact("2021", 9)).replace("[indicators.a]", f"[indicators.a]\n{told}")
    second = saved(tmp_path / "2021.toml", text)
    with pytest.raises(DatasetError) as refused:
        kic.load([first, second])
    [line] = refused.value.lines
    number = text.splitlines().index(told) + 1
    assert line.startswith(f"{second}:{number}:")
    assert problem in line


def test_every_edition_has_gaps_of_its_own(tmp_path: Path) -> None:
    """In its own words; where its page says nothing of one, its figure is not marked."""
    lacking = figure("2020", 'registration = "unavailable"')
    first = saved(tmp_path / "1.toml", MINIMAL + indicator("a", lacking, gaps("")))
    text = sequel(lacking.replace("2020", "2021"))
    second = saved(tmp_path / "2.toml", text)
    with pytest.raises(DatasetError, match="have a gap of the kind 'stated'"):
        kic.load([first, second])
    later = gaps("").replace("geen cijfers", "weer niets")
    saved(second, text.replace("[indicators.a]", f"[indicators.a]\n{later}"))
    dataset = kic.load([first, second])
    words = [r.gap.as_printed for r in dataset.records if r.gap]
    assert words == ["geen cijfers", "weer niets"]


def test_a_gap_may_be_answered_in_its_own_year(tmp_path: Path) -> None:
    """What the earlier edition said of its figure was true of that edition."""
    lacking = figure("2020", 'registration = "not_national"')
    first = saved(tmp_path / "1.toml", MINIMAL + indicator("a", lacking, gaps("")))
    second = saved(tmp_path / "2.toml", sequel(exact("2020", 44)))
    [now] = kic.load([first, second]).records
    assert (now.value, now.gap) == (44, None)
    [earlier] = now.earlier
    assert [g.as_printed for g in (earlier.gap,) if g] == ["geen cijfers"]


def test_a_statement_is_of_the_publication_that_first_makes_it(
    tmp_path: Path, first: Path
) -> None:
    """An edition may say it again; that adds nothing."""
    said = """
[[statements]]
theme = "thema"
region = "nederland"
kind = "concern"
locator = "thema/zorgen/1"
summary = { nl = "Iets", en = "Something" }
"""
    base = saved(first, first.read_text("utf-8") + said)
    other = said.replace("Iets", "Iets anders")
    second = saved(tmp_path / "2021.toml", sequel(exact("2021", 9)) + said + other)
    dataset = kic.load([base, second])
    assert [(s.summary.nl, s.source) for s in dataset.statements] == [
        ("Iets", "bron"),
        ("Iets anders", "vervolg"),
    ]


def test_a_date_that_is_none_is_told_and_orders_nothing(tmp_path: Path, first: Path) -> None:
    """Editions come in the order of their dates; one that cannot be read is a fault as any."""
    paths = [first]
    for name, published in (("2021", '"soon"'), ("2022", '"2022"')):
        text = sequel(exact("2020", 8)).replace("vervolg", f"v{name}")
        text = text.replace('title = "', f'published = {published}\ntitle = "')
        paths.append(saved(tmp_path / f"{name}.toml", text))
    with pytest.raises(DatasetError, match=r"sources\.v2021\.published: must be a day"):
        kic.load(paths)


def test_what_is_no_list_is_told_though_an_edition_adds_to_it(tmp_path: Path) -> None:
    """Only where it is typed, and the edition is not blamed."""
    head, rest = MINIMAL.split("[sources.bron]")
    first = saved(tmp_path / "1.toml", f'not_figures = "none"\n{head}[sources.bron]{rest}')
    first.write_text(first.read_text("utf-8") + indicator("a", exact("2020", 7)), "utf-8")
    part = '[[not_figures]]\nlocator = "thema/cijfers/2"\nreason = { nl = "x", en = "x" }\n'
    second = saved(tmp_path / "2.toml", sequel(exact("2021", 7)) + part)
    with pytest.raises(DatasetError) as error:
        kic.load([first, second])
    [problem] = error.value.problems
    assert (problem.path, problem.message[:14]) == (first, "must be a list")

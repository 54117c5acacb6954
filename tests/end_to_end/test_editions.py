"""Several editions on the command line, context, and a report of one's own."""

import json
import re
from pathlib import Path

import pytest

import kic
from kic.dataset import context
from tests.conftest import MINIMAL, NEXT, exact, figure, indicator, saved, sequel
from tests.end_to_end.conftest import Run


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """An edition with one indicator, of two years."""
    return saved(
        tmp_path / "2020.toml", MINIMAL + indicator("a", exact("2019", 5) + exact("2020", 7))
    )


def test_a_revision_shows_the_later_and_keeps_the_earlier(
    run: Run, tmp_path: Path, first: Path
) -> None:
    """Another value for the same year: a caution, and both rows of the indicator in full."""
    second = saved(tmp_path / "2021.toml", sequel(exact("2020", 8)))
    dataset = kic.load([first, second])
    now = next(r for r in dataset.records if r.period.text == "2020")
    assert (now.value, now.source, [e.value for e in now.earlier]) == (8, "vervolg", [7])
    done = run("show", "a", "--data", first, "--data", second, "--lang", "en")
    rows = [line.split() for line in done.stdout.splitlines() if line.startswith("20")]
    assert [(r[0], r[2]) for r in rows] == [("2019", "5"), ("2020", "7"), ("2020", "8")]
    assert 'From: Uitgever, "Titel".' in done.stdout
    assert "Revised: earlier" in done.stdout
    data = json.loads(run("show", "a", "--data", tmp_path, "--json").stdout)
    assert [len(r["earlier"]) for r in data["records"]] == [0, 1]


@pytest.mark.parametrize(
    "change",
    [
        ('publisher = "Uitgever"', 'publisher = "Een ander"'),
        ("[sources.bron]", '[sources.bron]\npublished = "2023"'),
    ],
)
def test_what_is_no_earlier_version_is_not_told_as_one(
    run: Run, tmp_path: Path, first: Path, change: tuple[str, str]
) -> None:
    """Another publisher, or what came out later, says otherwise; nothing is revised by it."""
    text = sequel(exact("2020", 8)).replace(
        "[sources.vervolg]", '[sources.vervolg]\npublished = "2022"'
    )
    first.write_text(first.read_text("utf-8").replace(*change), "utf-8")
    second = saved(tmp_path / "2021.toml", text)
    data = ("--data", first, "--data", second)
    told = run("compare", "a", *data, "--lang", "en").stdout
    assert re.search('Otherwise in .*"Titel"', told)
    assert "Revised" not in told
    assert "Revised" not in run("cite", "a", *data, "--lang", "en").stdout


def test_a_change_across_a_break_is_no_fall(run: Run, tmp_path: Path, first: Path) -> None:
    """It is neither up nor down, in the overview and in the report."""
    broken = figure("2021", 'qualifier = "exact", value = 2, status = "B"')
    second = saved(tmp_path / "2021.toml", sequel(broken))
    data = ("--data", first, "--data", second, "--lang", "en")
    told = run("compare", *data).stdout
    assert "down" not in told.splitlines()[0]
    assert "\nUnclear" in told
    assert run("report", "-o", tmp_path / "a.html", *data).returncode == 0
    page = (tmp_path / "a.html").read_text("utf-8")
    assert "after a break in the series, so not to be compared with 2020" in page
    assert "5 fewer" not in page


def test_an_order_is_the_same_with_a_limit(run: Run) -> None:
    """The first of all in that order, not of those who rose."""
    asked = (
        "compare",
        "--context",
        "--order",
        "-percent",
        "--format",
        "csv",
        "--columns",
        "indicator",
    )
    every, first = (
        list(dict.fromkeys(run(*asked, *limit).stdout.splitlines()))
        for limit in ((), ("--limit", "20"))
    )
    assert first == every[:21]


def test_an_edition_is_cited_and_published_as_itself(
    run: Run, tmp_path: Path, first: Path
) -> None:
    """With its own name and version; what it revised is told and kept."""
    second = saved(tmp_path / "2021.toml", sequel(exact("2020", 8)).replace('"1.0.0"', '"3.2.1"'))
    data = ("--data", first, "--data", second)
    cited = run("cite", "a", "--period", "2020", *data).stdout
    assert "dataset vervolg, versie 3.2.1" in cited
    assert 'Herzien: eerder "x" in Uitgever, "Titel".' in cited
    assert "(z.d.)" in cited
    assert run("export", tmp_path / "out", *data).returncode == 0
    descriptor = json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))
    assert (descriptor["name"], descriptor["version"]) == ("vervolg", "3.2.1")
    assert "bron: x" in (tmp_path / "out" / "figures.csv").read_text("utf-8")


def test_a_fault_of_an_edition_stands_at_its_place_in_that_file(
    run: Run, tmp_path: Path, first: Path
) -> None:
    """Programs get the path of keys in the file, of its head as of what it adds to a list."""
    text = sequel(exact("2021", -9)).replace('version = "1.0.0"', 'version = "een"\nversie = 1')
    second = saved(tmp_path / "2021.toml", text)
    done = run("validate", first, second, "--format", "json")
    problems = json.loads(done.stdout)["files"][1]["problems"]
    assert [(p["at"], p["message"]) for p in problems] == [
        (["dataset", "version"], "a version is three numbers, as '1.0.0' (found 'een')"),
        (["dataset", "versie"], "unknown key; did you mean 'version'?"),
        (
            ["indicators", "a", "figures", 0, "value"],
            "a count is not below 0 (found -9)",
        ),
    ]


def test_an_edition_is_checked_with_what_it_builds_on(run: Run, tmp_path: Path) -> None:
    """With the embedded dataset if it names that; alone it lacks its indicators."""
    text = NEXT.replace('"proef"', '"kinderrechten-in-cijfers-2020"')
    added = exact("2021", 301).replace("thema/cijfers/1", "migratie/cijfers/3")
    path = saved(
        tmp_path / "2021.toml",
        f"{text}\n[indicators.gezinshereniging_wachttijd]\nfigures = [\n{added}]\n",
    )
    assert run("validate", path).returncode == 0
    assert run("validate", "--alone", path).returncode == 1
    shown = json.loads(run("compare", "nareis", "--data", path, "--json").stdout)
    assert [p["value"] for p in shown["records"][0]["points"]] == [233, 289, 301]


def test_files_given_together_build_on_each_other(run: Run, tmp_path: Path, first: Path) -> None:
    """Kic validate FILE FILE checks the second with the first; KIC_DATA takes both too."""
    second = saved(tmp_path / "2021.toml", sequel(exact("2021", 9)))
    assert run("validate", first, second).returncode == 0
    assert run("validate", "--alone", first, second).returncode == 1
    shown = json.loads(run("show", "a", "--json", KIC_DATA=f"{first}:{second}").stdout)
    assert [r["value"] for r in shown["records"]] == [5, 7, 9]


def test_what_an_edition_builds_on_has_to_be_there(run: Run, tmp_path: Path) -> None:
    """One line that says which file to give."""
    path = saved(tmp_path / "2021.toml", sequel(exact("2021", 9)))
    told = f"{path}: builds on 'proef', which is neither given nor beside it: give that file too"
    done = run("show", "--data", path)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"kic: {told}\n")
    checked = run("validate", path)
    assert (checked.returncode, checked.stdout.splitlines()[0]) == (1, told)


def test_what_an_edition_builds_on_may_stand_beside_it(
    run: Run, tmp_path: Path, first: Path
) -> None:
    """Every command finds it there by its id, and so does validate."""
    path = saved(tmp_path / "2021.toml", sequel(exact("2021", 9)))
    shown = json.loads(run("show", "a", "--json", "--data", path).stdout)
    assert [r["value"] for r in shown["records"]] == [5, 7, 9]
    checked = run("validate", path)
    assert (checked.returncode, str(first) in checked.stdout) == (0, False)


def test_an_empty_folder_is_told(run: Run, tmp_path: Path) -> None:
    """There is no dataset in it."""
    done = run("show", "--data", tmp_path)
    assert done.stderr == f"kic: {tmp_path}: is a folder without a dataset (FILE.toml)\n"


# ------------------------------------------------------------------------------ context


def test_context_is_used_by_compare_only_when_asked(run: Run, dataset: kic.Dataset) -> None:
    """Show never mixes in what is not from the report; compare does with --context."""
    assert [r.value for r in kic.show(dataset, "gesloten_jeugdzorg").records] == [2080]
    plain = json.loads(run("compare", "gesloten_jeugdzorg", "--json").stdout)
    asked = json.loads(run("compare", "gesloten_jeugdzorg", "--context", "--json").stdout)
    values = [[p["value"] for p in d["records"][0]["points"]] for d in (plain, asked)]
    assert values == [[2080], [2500, 2080, 1815]]
    assert "context" not in plain["query"]
    assert asked["query"]["context"] is True
    assert "publications" not in plain
    added = {path.stem.replace("_", "-") for path in context().iterdir()}
    assert {told["id"] for told in asked["publications"]} == {
        "kinderrechten-in-cijfers-2020",
        *(f"kic-context-{name}" for name in added),
    }
    shown = run("compare", "gesloten_jeugdzorg", "--context", "--lang", "en").stdout
    assert "Another source: Centraal Bureau voor de Statistiek" in shown
    assert run("show", "aantal_kinderen").returncode == 2


def test_the_context_is_sound(run: Run) -> None:
    """As a folder of its own, to the strictest."""
    done = run("validate", context(), "--strict")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (
        0,
        "0 problems, 0 warnings in 1 file",
    )


@pytest.mark.parametrize(
    ("indicator", "years"),
    [
        ("ondertoezichtstelling", 10),
        ("gesloten_plaatsingen", 11),
        ("jeugdzorgplus_jongeren", 11),
        ("kinderen_laag_inkomen", 8),
        ("pleegzorg_bereikt", 12),
        ("halt_verwijzingen", 10),
    ],
)
def test_context_tells_of_many_years(run: Run, indicator: str, years: int) -> None:
    """Did it get better? Not in one year, but in a series."""
    [of_nl, *_] = json.loads(run("compare", indicator, "--context", "--json").stdout)["records"]
    assert len([p for p in of_nl["points"] if p["value"] is not None]) == years


def test_related_counts_are_pointed_at_and_stay_apart(run: Run) -> None:
    """Without the context that there are some, with it which, and by what to ask for them."""
    alone = run("compare", "ots", "--lang", "en").stdout
    assert "Other years or related counts, from other sources: --context." in alone
    shown = run("show", "ots", "--lang", "en").stdout
    assert re.search("See also +kic compare ondertoezichtstelling --context", shown)
    assert "See also" not in run("show", "vroeghulp", "--lang", "en").stdout
    asked = run("compare", "ots", "--context", "--lang", "en").stdout
    assert "from other sources: " not in asked
    assert "Related, counted otherwise: Supervision orders that began" in asked
    assert "(ots_begonnen)" in asked
    near = run("show", "ots_begonnen", "--data", context(), "--lang", "en").stdout
    assert re.search(
        r"^Related +Children placed under a supervision order \(ondert", near, re.MULTILINE
    )


def test_what_was_revised_and_what_was_not_known_is_told(run: Run) -> None:
    """A later vintage counts, an earlier one stays; a gap that closed is part of the series."""
    poverty = run("compare", "kinderen_laag_inkomen", "--context").stdout
    assert 'Herzien: eerder "264 duizend minderjarige kinderen' in poverty
    assert re.search(r"^2022 .*\n  Breuk in de reeks \(afgeleid door kic\)", poverty, re.MULTILINE)
    page = run("compare", "gesloten_plaatsingen", "--context").stdout
    assert re.search('Anders in .*: "1.366 plaatsingen"', page)
    reports = run("compare", "veilig_thuis_meldingen", "--context").stdout
    assert re.search(r"^2018 +niet beschikbaar volgens de bron$", reports, re.MULTILINE)


def test_every_figure_of_the_context_has_a_source_of_its_own(run: Run) -> None:
    """And is the one that was confirmed elsewhere."""
    asked = ("gesloten_jeugdzorg", "gesloten_jeugdzorg_jaarbericht", "aantal_kinderen")
    done = run("compare", *asked, "--context", "--json")
    points = [p for s in json.loads(done.stdout)["records"] for p in s["points"]]
    told = {(p["indicator"], p["region"], p["period"]): p for p in points}
    expected = {
        ("gesloten_jeugdzorg_jaarbericht", "nederland", "2017"): (2710, "jaarbericht_2018"),
        ("gesloten_jeugdzorg", "nederland", "2021"): (1815, "cbs_gesloten_jeugdzorg"),
        ("aantal_kinderen", "nederland", "2020"): (3_300_000, "jeugdmonitor_2021"),
        ("aantal_kinderen", "caribisch", "2018"): (5200, "jeugdmonitor_2019_caribisch"),
    }
    assert {k: (told[k]["value"], told[k]["source"]) for k in expected} == expected
    for key in list(expected)[:2]:
        assert told[key]["cautions"] != []


# ------------------------------------------------------- the walk of somebody's own report

PAGE = """Hulp in cijfers

Wat wij tellen:
* In 2021 kregen 120 kinderen hulp, in 2020 waren dat er 134.
* Ruim tweeduizend kinderen kregen hulp thuis.
* Minder dan vijf kinderen verdwenen, naar schatting dertig waren thuisloos.

Wat wij niet weten:
* Wachttijden worden niet bijgehouden.
"""

OWN = """
[dataset]
id = "hulp-2021"
version = "1.0.0"
source = "rapport"
license = "CC-BY-4.0"
title = { nl = "Hulp in cijfers", en = "Care in figures" }

[sources.rapport]
publisher = "De hulp"
title = "Hulp in cijfers 2021"

[sources.rapport.layout]
lang = "nl"
bullet = "*"
themes = { hulp = "Hulp in cijfers" }
lists = { cijfers = "Wat wij tellen:", lacunes = "Wat wij niet weten:" }

[themes.hulp]
label = { nl = "Hulp", en = "Care" }

[regions.nederland]
label = { nl = "Nederland", en = "Netherlands" }

[units]
kinderen = { label = { nl = "kinderen", en = "children" }, kind = "count" }

[indicators.met_hulp]
theme = "hulp"
label = { nl = "Kinderen met hulp", en = "Children with care" }
unit = "kinderen"
region = "nederland"
figures = [
  { period = "2020", qualifier = "exact", value = 134, as_printed = "134", locator = "hulp/cijfers/1" },
  { period = "2021", qualifier = "exact", value = 120, as_printed = "120 kinderen", locator = "hulp/cijfers/1" },
]

[indicators.hulp_thuis]
theme = "hulp"
label = { nl = "Kinderen met hulp thuis", en = "Children with care at home" }
unit = "kinderen"
region = "nederland"
figures = [
  { period = "unknown", qualifier = "at_least", value = 2000, as_printed = "Ruim tweeduizend", locator = "hulp/cijfers/2" },
]

[indicators.verdwenen]
theme = "hulp"
label = { nl = "Verdwenen kinderen", en = "Children who disappeared" }
unit = "kinderen"
region = "nederland"
figures = [
  { period = "unknown", qualifier = "less_than", below = 5, as_printed = "Minder dan vijf", locator = "hulp/cijfers/3" },
]

[indicators.thuisloos]
theme = "hulp"
label = { nl = "Thuisloze kinderen", en = "Children without a home" }
unit = "kinderen"
region = "nederland"
figures = [
  { period = "unknown", qualifier = "estimate", value = 30, as_printed = "naar schatting dertig", locator = "hulp/cijfers/3" },
]

[indicators.wachttijd]
theme = "hulp"
label = { nl = "Wachttijd", en = "Waiting time" }
region = "nederland"
registration = "unavailable"
figures = [
  { period = "unknown", locator = "hulp/lacunes/1" },
]
gaps = [
  { missing = { nl = "hoe lang kinderen wachten", en = "how long children wait" }, as_printed = "Wachttijden ... niet bijgehouden", translation = "waiting times are not recorded" },
]
"""

MISTAKES = {  # what somebody types, and what the check says, with the line it is on
    'value = 134, as_printed = "134"': ('value = "134", as_printed = "134"', "write 134"),
    'period = "2021"': ('period = "2021-13"', "month 13 does not exist"),
    'qualifier = "at_least"': ('qualifer = "at_least"', "did you mean 'qualifier'?"),
    "below = 5": ("value = 5", "needs 'below' in the place of 'value'"),
    'qualifier = "estimate", value = 30': (
        'qualifier = "estimate", value = inf',
        "must be a finite number (found inf)",
    ),
    'label = { nl = "Thuisloze kinderen", en = "Children without a home" }\nunit = "kinderen"': (
        'label = { nl = "Thuisloze kinderen", en = "Children without a home" }\nunit = "kindren"',
        "unknown unit 'kindren'; did you mean 'kinderen'?",
    ),
    'period = "unknown", locator = "hulp/lacunes/1"': (
        'period = "unknown", reason = "unclear", locator = "hulp/lacunes/1"',
        "reason 'unclear' goes with registration 'unstated' (found 'unavailable')",
    ),
    'label = { nl = "Wachttijd", en = "Waiting time" }\nregion = "nederland"': (
        'label = { nl = "Wachttijd", en = "Waiting time" }\nregion = "nederlnad"',
        "unknown region 'nederlnad'; did you mean 'nederland'?",
    ),
}


def test_somebody_enters_a_report_of_their_own(run: Run, tmp_path: Path) -> None:
    """Eight mistakes are told at once with line and cure; mended, the page is covered, and
    the figures stand beside the embedded ones.
    """
    text = OWN
    for right, (wrong, _) in MISTAKES.items():
        assert text.count(right) == 1, right
        text = text.replace(right, wrong)
    path = saved(tmp_path / "own.toml", text)
    told = run("validate", path)
    assert told.returncode == 1
    lines = text.splitlines()
    for wrong, message in MISTAKES.values():
        [problem] = [line for line in told.stdout.splitlines() if message in line]
        number = int(problem.removeprefix(f"{path}:").split(":")[0])
        typed = wrong.splitlines()[-1].split(",")[0]
        assert typed in lines[number - 1], (problem, lines[number - 1])
    path.write_text(OWN, "utf-8")
    page = saved(tmp_path / "page.txt", PAGE)
    checked = run("validate", path, "--source", page)
    assert checked.returncode == 0, checked.stdout
    assert "4 of 4 bullets accounted for" in checked.stdout
    assert "0 missed" in checked.stdout
    embedded = kic.load().path
    both = run("compare", "met_hulp", "nareis", "--data", embedded, "--data", path, "--json")
    values = {
        s["indicator"]: [p["value"] for p in s["points"]]
        for s in json.loads(both.stdout)["records"]
    }
    assert values == {"met_hulp": [134, 120], "gezinshereniging_wachttijd": [233, 289]}
    assert run("gaps", "--data", path, "--fail-on-gaps").returncode == 1

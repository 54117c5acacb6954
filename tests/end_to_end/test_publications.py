"""Two publications in one answer: each figure belongs to its own, and nothing is said of both."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import kic
from tests.conftest import saved
from tests.end_to_end.conftest import Run

Ask = Callable[..., str]

NEXT = """
[dataset]
id = "kinderrechten-in-cijfers-2021"
version = "1.0.0"
builds_on = "kinderrechten-in-cijfers-2020"
source = "rapport_2021"
license = "CC-BY-4.0"
title = { nl = "Kinderrechten in Cijfers 2021", en = "Children's Rights in Figures 2021" }

[sources.rapport_2021]
publisher = "Kinderrechtencollectief"
title = "Kinderrechten in Cijfers 2021"
published = 2022-11-29
url = "https://example.org/2021"

[indicators.gezinshereniging_wachttijd]
figures = [
  { period = "2021", qualifier = "exact", value = 301, as_printed = "301 dagen in 2021", locator = "migratie/cijfers/3" },
]

[indicators.buitenschuld_aanvragen]
figures = [
  { period = "2020", qualifier = "exact", value = 32, as_printed = "In 2020 32", locator = "migratie/cijfers/2" },
  { period = "2021", qualifier = "exact", value = 20, as_printed = "In 2021 20", locator = "migratie/cijfers/2" },
]

[indicators.jeugdhulp_wachttijd]
unit = "dagen"
measure = "mean"
figures = [
  { period = "2021", qualifier = "exact", value = 70, as_printed = "70 dagen in 2021", locator = "jeugdhulp/cijfers/6" },
]

[indicators.pleegzorg]
figures = [
  { period = "2021", qualifier = "at_least", value = 22000, as_printed = "In 2021 ruim 22.000", locator = "jeugdhulp/cijfers/3" },
]

[indicators.helpdesk_dakloosheid]
figures = [
  { period = "2021", qualifier = "exact", value = 64, as_printed = "64 zaken in 2021", locator = "armoede/cijfers/1" },
]

[indicators.kinderarmoede]
unit = "kinderen"
figures = [
  { period = "2021", qualifier = "exact", value = 221000, as_printed = "221.000 kinderen in 2021", locator = "armoede/cijfers/2" },
]

[indicators.schuldhulp]
theme = "armoede"
label = { nl = "Jongeren in schuldhulp", en = "Young people in debt counselling" }
unit = "kinderen"
region = "nederland"
caution = { nl = "Telt ook 18-plussers.", en = "Includes people over 18." }
figures = [
  { period = "2020", qualifier = "exact", value = 400, as_printed = "400 in 2020", locator = "armoede/cijfers/4" },
  { period = "2021", qualifier = "exact", value = 450, as_printed = "450 in 2021", locator = "armoede/cijfers/4" },
]

[indicators.ontbijt]
theme = "armoede"
label = { nl = "Kinderen zonder ontbijt", en = "Children without breakfast" }
region = "nederland"
registration = "unavailable"
figures = [ { period = "2021", locator = "armoede/zorgen/1" } ]
gaps = [ { missing = { nl = "hoeveel kinderen", en = "how many children" }, as_printed = "bestaan geen cijfers", translation = "no figures exist" } ]

[[statements]]
theme = "migratie"
region = "nederland"
kind = "concern"
locator = "migratie/zorgen/1"
summary = { nl = "Gezinnen wachten steeds langer.", en = "Families wait ever longer." }
"""  # noqa: E501 - an editor shows them so

FIRST_TITLE, NEXT_TITLE = '"Kinderrechten in Cijfers 2020"', '"Kinderrechten in Cijfers 2021"'


def _monitor(name: str, *, prefix: str = "", **words: str) -> str:
    """The template as a monitor of its own, in another place, with other ids."""
    text = Path(kic.__file__).with_name("template.toml").read_text("utf-8")
    changes = {
        "mijn-cijfers": name.lower().replace(" ", "-"),
        "Mijn cijfers": name,
        "My figures": name,
        "Uitgever van het rapport": words["publisher"],
        "Titel van het rapport": name,
        "nederland": words["region"],
        'nl = "Nederland", en = "Netherlands"': f'nl = "{prefix}Hier", en = "{prefix}Here"',
        'code = "NL"': 'note = { nl = "Zonder de stad.", en = "Without the city." }',
        "themes.hulp": f"themes.{words['theme']}",
        '"hulp"': f'"{words["theme"]}"',
        '"hulp/': f'"{words["theme"]}/',
        '"zorg"': f'"{prefix}zorg"',
        "indicators.": f"indicators.{prefix}",
        "sources.": f"sources.{prefix}",
        '"rapport"': f'"{prefix}rapport"',
        '"schatting"': f'"{prefix}schatting"',
    }
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


SCHOOL = _monitor(
    "Onderwijsmonitor 2020", publisher="Provincie", region="drenthe", theme="onderwijs"
)
SPORT = _monitor(
    "Sport 2020", prefix="sport_", publisher="Sportbond", region="fryslan", theme="sport"
)
SCHOOL_NEXT = """
[dataset]
id = "onderwijsmonitor-2021"
version = "1.0.0"
builds_on = "onderwijsmonitor-2020"
source = "monitor_2021"
license = "CC-BY-4.0"
title = { nl = "Onderwijsmonitor 2021", en = "Onderwijsmonitor 2021" }

[sources.monitor_2021]
publisher = "Provincie"
title = "Onderwijsmonitor 2021"

[indicators.kinderen_met_hulp]
figures = [ { period = "2021", qualifier = "exact", value = 150, as_printed = "150", locator = "onderwijs/cijfers/1" } ]

[indicators.wachttijd]
figures = [ { period = "2021", qualifier = "exact", value = 40, as_printed = "40 dagen", locator = "onderwijs/cijfers/7" } ]

[indicators.examens]
theme = "onderwijs"
label = { nl = "Examens", en = "Exams" }
region = "drenthe"
figures = [ { period = "2021", reason = "not_stated", locator = "onderwijs/zorgen/1" } ]
gaps = [ { kind = "concluded", missing = { nl = "hoeveel", en = "how many" } } ]
"""  # noqa: E501


def _asker(run: Run, *data: Path) -> Ask:
    """Ask kic something of these data; what it says on one line, however wide it was."""
    given = [part for path in data for part in ("--data", path)]

    def ask(*words: str, lang: str = "nl") -> str:
        done = run(*words, *given, "--lang", lang)
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
        return " ".join(done.stdout.split())

    return ask


@pytest.fixture
def of_series(run: Run, tmp_path: Path) -> Ask:
    """The next edition of the report that comes with kic."""
    return _asker(run, saved(tmp_path / "2021.toml", NEXT))


@pytest.fixture
def of_school(run: Run, tmp_path: Path) -> Ask:
    """An edition of a dataset of one's own, which stands beside it."""
    folder = tmp_path / "school"
    folder.mkdir()
    saved(folder / "2020.toml", SCHOOL)
    return _asker(run, saved(folder / "2021.toml", SCHOOL_NEXT))


@pytest.fixture
def of_both(run: Run, tmp_path: Path) -> Ask:
    """Two datasets with nothing in common, in one folder."""
    folder = tmp_path / "both"
    folder.mkdir()
    saved(folder / "a.toml", SCHOOL)
    saved(folder / "b.toml", SPORT)
    return _asker(run, folder)


QUESTIONS = (
    ("themes",),
    ("show",),
    ("show", "--notes", "--format", "plain"),
    ("compare",),
    ("gaps",),
    ("gaps", "--grid"),
    ("gaps", "--by", "named"),
    ("find", "kinderen"),
    ("cite",),
)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_new_edition_is_no_other_source_and_changes_are_not_doubted(
    of_series: Ask, lang: str
) -> None:
    """What is from it is told so, and so is what is not; no change is doubted for that."""
    asked = {question: of_series(*question, lang=lang) for question in QUESTIONS}
    for question, told in asked.items():
        assert "bron: Kinderrechtencollectief" not in told, question
        assert "source: Kinderrechtencollectief" not in told, question
        assert "telling kan verschillen" not in told, question
        assert "counted differently" not in told, question
        assert NEXT_TITLE in told, question
        assert FIRST_TITLE in told, question
    one = {"nl": "2020 uit {}, 2021 uit {}.", "en": "2020 from {}, 2021 from {}."}[lang]
    assert one.format(FIRST_TITLE, NEXT_TITLE) in asked["compare",]
    rest = {"nl": "Waar geen bron bij staat: uit {}.", "en": "Where no source is given: from {}."}
    for verb in ("show", "compare", "gaps"):
        assert rest[lang].format(FIRST_TITLE) in asked[verb,]
    assert "(+4" in of_series("show", "nareis", lang=lang)
    assert "publica" not in of_series("show", "nareis", lang=lang).partition("2019")[0]


def test_no_words_of_one_edition_stand_at_a_figure_of_the_next(of_series: Ask) -> None:
    """A gap that closed, who counts, what to mind, and what kic read into the first page."""
    closed = of_series("show", "jeugdhulp_wachttijd").partition("2021 70 dagen")[2]
    assert closed
    assert "structureel" not in closed
    assert "Lacune" not in closed
    gaps = of_series("gaps")
    assert f"Wel een getal: gemiddelde wachttijden: 70 dagen in 2021 (uit {NEXT_TITLE})" in gaps
    assert f'"bestaan geen cijfers" [zorgen/1] Uit {NEXT_TITLE}.' in gaps
    poor = of_series("show", "kinderarmoede")
    assert "Registratie landelijk, volgens de bron" in poor
    own = poor.partition(f"{NEXT_TITLE} Wie registreert ")[2].partition(" Zie ook ")[0]
    assert own == "niet vermeld in de bron"
    cited = of_series("cite", "helpdesk_dakloosheid", "--period", "2021")
    assert "Telt wat de helpdesk bereikt" not in cited.partition("64 zaken")[2]
    assert "De bron zegt niet of Caribisch" not in cited.partition("64 zaken")[2]
    assert "Niet bekend is of 2020 en 2021" not in of_series("compare", "nareis")
    assert "Gezinnen wachten steeds langer. Uit " + NEXT_TITLE in of_series("show", "migratie")
    revised = of_series("show", "buitenschuld_aanvragen")
    assert "Herzien: eerder 30 aanvragen in" in revised


def test_context_stays_another_source_beside_an_edition(of_series: Ask) -> None:
    """Its figures are for comparison, and may be counted otherwise."""
    told = of_series("compare", "gesloten_jeugdzorg", "--context")
    assert "Andere bron: Centraal Bureau voor de Statistiek, via Skipr." in told
    assert "de telling kan verschillen" in told
    assert "telling kan verschillen" in of_series("compare", "--context")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_kic_concludes_nothing_in_a_dataset_of_somebody_else(
    of_school: Ask, of_both: Ask, lang: str
) -> None:
    """What is inferred, corrected or concluded there, its compiler did."""
    for ask in (of_school, of_both):
        for question in (*QUESTIONS, ("cite", "kinderen_gesloten"), ("show", "kinderen_zoek")):
            told = ask(*question, lang=lang)
            told = told.replace("berekend door kic", "").replace("computed by kic", "")
            if "--grid" not in question:
                for claim in ("door kic", "by kic", "kic af", "kic leest", "kic reads", "kic, d"):
                    assert claim not in told, (question, claim)
            assert "Kinderrechten" not in told


def test_an_edition_of_a_dataset_of_ones_own(of_school: Ask) -> None:
    """Like that of the report: its own source, and no doubt without a reason."""
    shown = of_school("show", "kinderen_met_hulp", lang="en")
    assert "150 children in 2021, 16 more than in 2020 (+11.9%)" in shown
    after = shown.partition('"150"')[2].partition('"Onderwijsmonitor 2020"')[0]
    assert after.strip().endswith('From "Onderwijsmonitor 2021".')
    assert "Counts who comes forward" not in after
    own = shown.partition('"Onderwijsmonitor 2021" How counted')[2].partition("Where no source")[0]
    assert own
    assert "national" not in own
    assert "Without the city" not in own
    assert "inferred by the compiler" in of_school("show", "examens", lang="en")


def test_two_datasets_stay_two(of_both: Ask, run: Run, tmp_path: Path) -> None:
    """No title of one over both, no source of one at the figures of the other."""
    for question in (("themes",), ("gaps", "--grid"), ("cite",)):
        told = of_both(*question)
        assert '"Onderwijsmonitor 2020"' in told
        assert '"Sport 2020"' in told
    sport = of_both("show", "sport")
    assert "Provincie" not in sport
    assert 'Uit "Sport 2020".' in sport
    assert "Sport" not in of_both("show", "onderwijs")
    data = ("--data", tmp_path / "both" / "a.toml", "--data", tmp_path / "both" / "b.toml")
    answer = json.loads(run("show", "sport", "--json", *data).stdout)
    assert [p["id"] for p in answer["publications"]] == ["onderwijsmonitor-2020", "sport-2020"]
    assert {r["source"] for r in answer["records"]} == {"sport_rapport", "sport_schatting"}
    assert {s["source"] for s in answer["statements"]} == {"sport_rapport"}
    assert run("export", tmp_path / "out", *data).returncode == 0
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))
    assert package["title"] == "Onderwijsmonitor 2020; Sport 2020"
    assert package["contributors"][0]["title"] == "Provincie; Sportbond"
    page = tmp_path / "report.html"
    assert run("report", "--output", page, *data).returncode == 0
    shown = page.read_text("utf-8")
    assert "<strong>Onderwijsmonitor 2020; Sport 2020</strong>" in shown
    assert "indicatoren hier geven de bronnen" in shown

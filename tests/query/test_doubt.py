"""What a sentence may say beside a number that makes it no longer the one of a figure."""

import tomllib
from pathlib import Path

import pytest

import kic
from kic.model import SOUND
from kic.query.check import Checker
from tests.cases import each
from tests.conftest import Write, figure, indicator
from tests.units import UNITS, measured

DOUBTFUL = tomllib.loads(Path(__file__).with_name("doubtful.toml").read_text("utf-8"))

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]


@pytest.fixture(scope="module")
def checker(dataset: kic.Dataset) -> Checker:
    """The figures, ready for many texts."""
    return Checker(dataset)


def _sound(checker: Checker, text: str) -> list[str]:
    """The numbers of a text that are said to be those of the source."""
    return [f.told.written for f in checker.check(text).findings if f.verdict in SOUND]


@each("text", DOUBTFUL["other_ages"])
def test_a_number_of_other_ages_is_not_called_right(checker: Checker, text: str) -> None:
    """Older or younger, on the other side of a limit, or without the limit of its figure."""
    assert _sound(checker, text) == []


@each("text", DOUBTFUL["other_time"])
def test_a_number_of_another_time_is_not_called_right(checker: Checker, text: str) -> None:
    """Of a part of the period, of several, of each day or year, or on average."""
    assert _sound(checker, text) == []


@each("text", DOUBTFUL["bounds"])
def test_the_bound_of_a_number_is_not_called_right(checker: Checker, text: str) -> None:
    """A sign before or behind it, "up to" it, or a range that begins or ends there."""
    assert _sound(checker, text) == []


@each("text", DOUBTFUL["denied"])
def test_a_number_that_is_denied_is_not_called_right_or_wrong(checker: Checker, text: str) -> None:
    """Beside the number, or by its sentence as a whole."""
    assert checker.check(text).findings == ()


@pytest.mark.parametrize(
    ("dutch", "english", "verdicts"),
    [
        ("Ingeschreven kinderen", "Registered children", ["matches"]),
        ("Niet ingeschreven kinderen", "Children who are not registered", []),
    ],
)
@pytest.mark.parametrize(
    "text", ["In 2020 waren 120 kinderen ingeschreven.", "In 2020 120 children were registered."]
)
def test_a_number_without_the_not_of_its_figure_is_not_called_right(
    write: Write, text: str, dutch: str, english: str, verdicts: list[str]
) -> None:
    """Who is registered is not counted where the label says that they are not."""
    named = indicator("a", figure("2020", 'qualifier = "exact", value = 120'))
    dataset = kic.load(write(named.replace("Over a", dutch).replace("About a", english)))
    assert [f.verdict.value for f in kic.check(dataset, text).findings] == verdicts


@each("text", DOUBTFUL["place"])
def test_a_number_of_a_part_of_a_region_is_not_called_right(checker: Checker, text: str) -> None:
    """The name of a part finds the region, and is no name of it."""
    assert _sound(checker, text) == []


@each("text", DOUBTFUL["other_group"])
def test_a_number_of_another_group_is_not_called_right(checker: Checker, text: str) -> None:
    """Whose words are there, where those that set the figure apart are not."""
    assert _sound(checker, text) == []


@each("text", DOUBTFUL["unreal"])
def test_a_number_that_may_be_is_not_called_right(checker: Checker, text: str) -> None:
    """A condition, a wish, a plan, what has to be, or what did not come about."""
    assert _sound(checker, text) == []


@each("text", DOUBTFUL["times"])
def test_a_number_that_is_told_of_several_times_is_not_called_right(
    checker: Checker, text: str
) -> None:
    """It counts who was there once or more."""
    assert _sound(checker, text) == []


@pytest.mark.parametrize("text", DOUBTFUL["part_of_another"])
def test_a_number_is_no_part_of_another_figure(checker: Checker, text: str) -> None:
    """Only the whole is judged, unless the dataset calls the one a part of the other."""
    assert len(_sound(checker, text)) <= 1


def test_a_part_of_a_figure_is_judged(checker: Checker) -> None:
    """As the dataset has it: those under 12 are among those who were arrested."""
    text = "Van de 10.965 aangehouden minderjarigen in 2020 waren er 29 jonger dan 12."
    assert len(_sound(checker, text)) == 2


@each("text", [*DOUBTFUL["parts"], *DOUBTFUL["differences"]])
def test_a_number_that_another_is_made_of_is_not_called_right(checker: Checker, text: str) -> None:
    """A part of it or so many times it, and a difference or a lack of it."""
    assert _sound(checker, text) == []


@each("text", [*DOUBTFUL["names"], *DOUBTFUL["told_otherwise"]])
def test_a_number_beside_unknown_words_is_not_called_right(checker: Checker, text: str) -> None:
    """A place, a body, a verb: a word that nothing knows may make another of the number."""
    assert _sound(checker, text) == []


@each("text", DOUBTFUL["slips"])
def test_a_number_of_a_neighbouring_figure_is_not_called_right(
    checker: Checker, text: str
) -> None:
    """Of another count, a wider group or a day: what goes wrong without intent."""
    assert _sound(checker, text) == []


@each("text", DOUBTFUL["shares"])
def test_a_share_turned_round_is_not_called_right(checker: Checker, text: str) -> None:
    """The share of those held who are on remand is not that of those on remand who are held."""
    assert _sound(checker, text) == []


@each("text", DOUBTFUL["turned"])
def test_a_number_beside_a_change_that_is_not_so_is_not_called_right(
    checker: Checker, text: str
) -> None:
    """The other way round, of a year that the source does not have, or between two indicators."""
    assert _sound(checker, text) == []


@each("text", DOUBTFUL["scope"])
def test_a_number_without_what_narrows_it_is_not_called_right(checker: Checker, text: str) -> None:
    """Those who are recorded are not all, nor is an application a permit."""
    assert _sound(checker, text) == []


@each("text", DOUBTFUL["in_step"])
def test_a_number_a_year_from_another_is_not_called_right(checker: Checker, text: str) -> None:
    """Unless its figure is of the year before or after the one that the sentence has."""
    assert _sound(checker, text) == DOUBTFUL["in_step"][text]


@each("text", DOUBTFUL["year_before"])
def test_a_number_of_the_year_told_of_before_is_not_called_right(
    checker: Checker, text: str
) -> None:
    """Where its own sentence has none, it is of the year of the sentence before or the heading."""
    assert _sound(checker, text) == []


@pytest.mark.parametrize("text", DOUBTFUL["backwards"])
def test_a_change_told_backwards_is_not_called_right(checker: Checker, text: str) -> None:
    """Neither its first number nor its last, also beside a word that is no rise or fall."""
    assert _sound(checker, text) == []


@pytest.mark.parametrize("text", DOUBTFUL["year_end"])
def test_a_figure_of_a_whole_year_is_not_one_of_its_end(checker: Checker, text: str) -> None:
    """Who was there once is more than who is there on the last day."""
    assert _sound(checker, text) == []


@each("text", DOUBTFUL["narrower"])
def test_a_number_of_a_narrower_group_is_not_called_right(checker: Checker, text: str) -> None:
    """All that its label says has to be told, or a name that is of no other figure."""
    assert _sound(checker, text) == []


@each("text", DOUBTFUL["doers"])
def test_a_number_of_those_who_do_it_is_not_called_right(checker: Checker, text: str) -> None:
    """Who is arrested arrests nobody, and to be somewhere is not to come there."""
    assert _sound(checker, text) == []


@each("text", DOUBTFUL["around"])
def test_the_sentences_around_a_number_are_read(checker: Checker, text: str) -> None:
    """They may name another place, or be about others."""
    assert _sound(checker, text) == []


@pytest.mark.parametrize(
    ("measure", "verdicts"),
    [("target", []), ("mean", ["lost_qualifier"]), ("in_period", ["matches"])],
)
@pytest.mark.parametrize(
    "text", ["In 2020 waren er 120 pleeggezinnen.", "In 2020 there were 120 foster families."]
)
def test_a_plan_is_no_outcome(write: Write, text: str, measure: str, verdicts: list[str]) -> None:
    """It is not judged; and a mean is not told without the word."""
    figures = figure("2020", f'qualifier = "exact", value = 120, measure = "{measure}"')
    named = indicator("a", figures).replace("Over a", "Pleeggezinnen")
    dataset = kic.load(write(named.replace("About a", "Foster families")))
    assert [f.verdict.value for f in kic.check(dataset, text).findings] == verdicts


@each("text", DOUBTFUL["taken_back"])
def test_a_number_that_is_taken_back_is_not_called_right(checker: Checker, text: str) -> None:
    """Before it, behind it, or in the sentence beside it."""
    assert _sound(checker, text) == []


@each("text", [*DOUBTFUL["heads"], *DOUBTFUL["tails"]])
def test_all_words_of_a_sentence_are_read_beside_a_number(checker: Checker, text: str) -> None:
    """Also over a list, and behind a comma."""
    assert _sound(checker, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "5,300-plus children",
        "5,300+ children",
        "5.300-plus kinderen",
    ],
)
def test_a_number_that_cannot_be_read_is_told(checker: Checker, text: str) -> None:
    """As not judged, and not passed over."""
    answer = checker.check(f"{text}.")
    assert [answer.findings, len(answer.not_judged)] == [(), 1]


def test_a_number_before_a_word_with_a_hyphen_is_no_age(checker: Checker) -> None:
    """It is told, whatever becomes of it; a bare bound as "under 12" may be an age."""
    answer = checker.check("Fewer than 30 no-fault permit applications were made in 2020.")
    assert [t.written for t in answer.not_judged] == ["30"]


@each("text", DOUBTFUL["layout"])
def test_a_number_is_read_with_what_stands_over_it(checker: Checker, text: str) -> None:
    """The columns of a table, and a heading with another place, year or plan."""
    assert _sound(checker, text) == []


@each("text", DOUBTFUL["carried"])
def test_the_sentence_before_tells_what_a_number_is(checker: Checker, text: str) -> None:
    """All of it has to be of the figure where the number's own sentence does not name that."""
    assert _sound(checker, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In 2020 ontving Veilig Thuis 65.000 meldingen over kindermishandeling.",
        "In 2020 ontving Veilig Thuis 80.000 meldingen van de politie.",
        "In 2020 gaf Veilig Thuis 50.000 adviezen in het eerste halfjaar.",
        "In 2020 was de gemiddelde wachttijd voor gezinshereniging 310 dagen voor Eritreeërs.",
        ">30.850 kinderen stonden in 2020 onder toezicht.",
    ],
)
def test_a_part_of_a_figure_is_not_called_wrong(checker: Checker, text: str) -> None:
    """Words that its figure does not have may make another number of it, that is right."""
    assert checker.check(text).findings == ()


@each("text", DOUBTFUL["plain"])
def test_a_plain_sentence_is_judged(checker: Checker, text: str) -> None:
    """With the ages, the period and the region of its figure, also where it has others too."""
    assert [f.verdict.value for f in checker.check(text).findings] == DOUBTFUL["plain"][text]


LOSS = 'qualifier = "exact", value = -1250.5'


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("The result of providers in 2020 was -1,250.50 euros.", ["matches"]),
        ("The result of providers in 2020 was -1,350.50 euros.", ["differs"]),
        ("The result of providers in 2020 was minus 1,250.50 euros.", []),
        ("The result of providers in 2020 was a loss of 1,250.50 euros.", []),
        ("Het resultaat van aanbieders was in 2020 min 1.250,50 euro.", []),
        ("Het resultaat van aanbieders was in 2020 een verlies van 1.250,50 euro.", []),
    ],
)
def test_a_loss_may_be_told_in_words(write: Write, text: str, verdicts: list[str]) -> None:
    """Without the sign of its figure a number is neither right nor wrong."""
    assert _of_providers(write, LOSS, text) == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("The result of providers in 2020 was 1,250.50 euros.", ["matches"]),
        ("The result of providers in 2020 was a loss of 1,250.50 euros.", []),
        ("The result of providers in 2020 was 1,250.50 euros short.", []),
        ("The result of providers in 2020 rose £1,250.50.", []),
        ("The result of providers in 2020 rose €1,250.50.", []),
        ("The result of providers in 2020 was €1,250.50.", ["matches"]),
        ("The result of providers in 2020 was -€1,250.50.", []),
        ("Het resultaat van aanbieders was in 2020 -€ 1.250,50.", []),
        ("Het resultaat van aanbieders was in 2020 1.250,50 euro.", ["matches"]),
        ("Het resultaat van aanbieders was in 2020 een verlies van 1.250,50 euro.", []),
        ("Aanbieders kwamen in 2020 in hun resultaat 1.250,50 euro tekort.", []),
    ],
)
def test_a_loss_in_words_is_no_gain(write: Write, text: str, verdicts: list[str]) -> None:
    """The same digits as those of a figure above zero are not called right."""
    assert _of_providers(write, LOSS.replace("-", ""), text) == verdicts


def _of_providers(write: Write, figures: str, text: str) -> list[str]:
    """The verdicts on a text, beside the result of providers in a country with an island."""
    named = measured("euro", figure("2020", figures)).replace("Over a", "Resultaat van aanbieders")
    path = write(UNITS + named.replace("About a", "Result of providers"))
    text_of = path.read_text("utf-8")
    island = '[regions.eiland]\npart_of = "nederland"\n'
    path.write_text(text_of.replace("[regions.eiland]\n", island), "utf-8")
    return [f.verdict.value for f in kic.check(kic.load(path), text).findings]


@each(
    ("told", "is_right"),
    [
        ("In schooljaar 2018/2019 waren er 120", True),
        ("In 2018/19 waren er 120", True),
        ("In 2018-2019 waren er 120", True),
        ("In schooljaar 2019/2020 waren er 135", True),
        ("In schooljaar 2019/2020 waren er 120", False),
        ("In schooljaar 2017/2018 waren er 120", False),
        ("In 2018 waren er 120", False),
        ("In 2019 waren er 120", False),
        ("In 2018 en 2019 waren er 120", False),
    ],
)
def test_a_school_year_is_none_of_its_years(write: Write, told: str, is_right: bool) -> None:
    """Nor both of them, nor the school year that begins when it ends."""
    figures = figure("2018/2019 school", 'qualifier = "exact", value = 120')
    figures += figure("2019/2020 school", 'qualifier = "exact", value = 135')
    named = indicator("a", figures).replace("Over a", "Spijbelende kinderen")
    answer = kic.check(kic.load(write(named)), f"{told} spijbelende kinderen.")
    assert [f.verdict.value for f in answer.findings] == (["matches"] if is_right else [])


@each(
    ("label", "told", "is_right"),
    [
        ("Kinderen in gezinnen met 3 of meer kinderen", "gezinnen met 3 of meer kinderen", True),
        ("Kinderen in gezinnen met 3 of meer kinderen", "gezinnen met kinderen", False),
        ("Speltherapie van 4 tot 12", "speltherapie van 4 tot 12 jaar", True),
        ("Speltherapie van 4 tot 12", "speltherapie van 4 tot 13 jaar", False),
        ("Speltherapie van 4 tot 12", "speltherapie", False),
        ("Speltherapie tot 12 jaar", "speltherapie voor jonger dan 12 jaar", True),
        ("Speltherapie tot 12 jaar", "speltherapie vanaf 12 jaar", False),
        ("Speltherapie", "speltherapie tot 18 jaar", True),
    ],
)
def test_the_numbers_of_a_label_are_told_with_its_figure(
    write: Write, label: str, told: str, is_right: bool
) -> None:
    """As ages on their side, or as they stand where they may be something else."""
    named = indicator("a", figure("2020", 'qualifier = "exact", value = 120'))
    dataset = kic.load(write(named.replace("Over a", label).replace("About a", "Other words")))
    found = kic.check(dataset, f"In 2020 waren er 120 kinderen met {told}.").findings
    assert [f.verdict.value for f in found] == (["matches"] if is_right else [])


@pytest.mark.parametrize(
    ("label", "told", "verdicts"),
    [
        ("Kinderen in pleegzorg", "120 kinderen in pleegzorg", ["matches"]),
        ("Kinderen in pleegzorg", "120 kinderen en jongeren in pleegzorg", ["matches"]),
        ("Kinderen in pleegzorg", "120 jongeren in pleegzorg", []),
        ("Jongeren in pleegzorg", "120 jongeren in pleegzorg", ["matches"]),
        ("Jongeren in pleegzorg", "120 kinderen in pleegzorg", []),
        ("Kinderen en jongeren in pleegzorg", "120 kinderen in pleegzorg", []),
        (
            "Kinderen en jongeren in pleegzorg",
            "120 kinderen en jongeren in pleegzorg",
            ["matches"],
        ),
        ("Pleegzorg", "120 jongeren in pleegzorg", ["matches"]),
    ],
)
def test_youths_are_no_minors(write: Write, label: str, told: str, verdicts: list[str]) -> None:
    """Who may be of age is told of minors as little as the other way round."""
    named = indicator("a", figure("2020", 'qualifier = "exact", value = 120'))
    dataset = kic.load(write(named.replace("Over a", label).replace("About a", "Other words")))
    found = kic.check(dataset, f"In 2020 waren er {told}.").findings
    assert [f.verdict.value for f in found] == verdicts

"""What a dataset holds once it is read, what it refuses in its head, and that it never changes."""

from pathlib import Path

import pytest

import kic
from kic.model.errors import DatasetError
from tests.cases import each
from tests.conftest import MINIMAL, ROOT, Write, exact, figure, gaps, indicator, saved


def _refused(path: Path) -> str:
    with pytest.raises(DatasetError) as refused:
        kic.load(path)
    return str(refused.value)


UNAVAILABLE = figure("2020", 'registration = "unavailable"')
UNCLEAR = figure("2020", 'reason = "unclear"')


def test_a_faulty_record_is_not_reported_by_all_that_point_to_it(write: Write) -> None:
    """One misspelt unit key gives one line, not one for every figure in that unit."""
    path = write(indicator("a", exact("2020", 1)))
    path.write_text(path.read_text("utf-8").replace('kind = "count"', 'kind = "cuont"'), "utf-8")
    assert _refused(path).count("\n") == 0


def test_a_fault_in_the_head_hides_no_other(write: Write) -> None:
    """Without a version the figures are checked all the same."""
    path = write(indicator("a", exact("2020", 1) + exact("2020", 1)))
    path.write_text(path.read_text("utf-8").replace('version = "1.0.0"', ""), "utf-8")
    refused = _refused(path)
    assert "dataset.version: key is missing" in refused
    assert "another figure has this region and period" in refused


def test_highlights_are_indicators_of_the_dataset(tmp_path: Path) -> None:
    """In their order; one that does not exist is refused where it stands."""
    head = MINIMAL.replace("title =", 'highlights = ["b", "a"]\ntitle =', 1)
    path = saved(tmp_path / "x.toml", head + indicator("a", exact("2020", 1)))
    assert _refused(path) == f"{path}:7:15: dataset.highlights[1]: unknown indicator 'b'"
    path = saved(path, path.read_text("utf-8") + indicator("b", exact("2020", 2)))
    assert kic.load(path).info.highlights == ("b", "a")


def test_what_the_model_allows_loads(write: Write) -> None:
    """The kinds of figure that the data model knows, each as it should be written."""
    path = write(
        indicator(
            "a",
            exact("2018", 0)
            + figure("2019", 'qualifier = "at_least", value = 10')
            + figure("2020", 'qualifier = "less_than", below = 5')
            + figure("2021-Q1", 'qualifier = "estimate", value = 24.5')
            + figure("2017/2018 total", 'qualifier = "exact", value = 25')
            + figure("unknown", 'trend = "down"'),
        )
        + indicator("b", UNCLEAR, gaps('kind = "unclear"'))
    )
    records = kic.load(path).records
    assert [(r.value, r.lower, r.upper, r.status.value) for r in records] == [
        (0, 0, 0, "A"),
        (10, 10, None, "A"),
        (None, 0, 5, "A"),
        (24.5, None, None, "E"),
        (25, 25, 25, "A"),
        (None, None, None, "O"),
        (None, None, None, "O"),
    ]


def _shares(*values: object) -> str:
    """The TOML of shares of one whole."""
    return "".join(
        indicator(f"a{number}", figure("2020", f"{value}"), 'breakdown = "heel"')
        for number, value in enumerate(values)
    ).replace('"kinderen"', '"procent"')


def _exactly(*values: object) -> str:
    return _shares(*(f'qualifier = "exact", value = {value}' for value in values))


@pytest.mark.parametrize(
    "values",
    [
        *((60.2, 25.6, 14.2), (34, 34, 33), (33, 33, 33), (33.4, 33.4, 33.3)),
        *((25.1, 25.1, 25.0, 25.0), (50.5, 49.5), (100, 0, 0)),
    ],
    ids=str,
)
def test_shares_add_up_to_a_hundred_but_for_their_rounding(
    write: Write, values: tuple[float, ...]
) -> None:
    """Each as it is written, 60.2 being no binary fraction, and rounded to its last digit."""
    assert len(kic.load(write(_exactly(*values))).records) == len(values)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        *(((34, 34, 35), 103), ((34, 34, 34), 102), ((33.4, 33.4, 33.4), 100.2)),
        *(((60, 42), 102), ((100, 0, 0, 1.1), 101.1)),
    ],
    ids=str,
)
def test_shares_beyond_their_rounding_are_refused(
    write: Write, values: tuple[float, ...], found: float
) -> None:
    """Three whole shares are 101 at most, and to one decimal 100.1."""
    told = f"the shares of 'heel' add up to more than 100 and their rounding (found {found})"
    assert told in _refused(write(_exactly(*values)))


def test_a_share_that_says_how_it_is_rounded_is_taken_at_its_word(write: Write) -> None:
    """Rounded to tens, 40, 40 and 30 may be a whole; "ruim" is at least what is printed."""
    tens = [f'qualifier = "rounded", value = {n}, rounded_to = 10' for n in (40, 40, 30)]
    assert len(kic.load(write(_shares(*tens))).records) == 3
    over = 'qualifier = "at_least", value = {}'
    assert "(found 101)" in _refused(write(_shares(over.format(60), over.format(41))))


def test_a_direction_is_held_against_the_year_before_only(write: Write) -> None:
    """The page may compare 2020 with a 2019 that it does not print."""
    falling = figure("2020", 'qualifier = "exact", value = 6, trend = "down"')
    assert len(kic.load(write(indicator("a", exact("2018", 5) + falling))).records) == 2


def test_a_direction_is_held_against_its_own_series_only(write: Write) -> None:
    """Not against another region, unit or kind of period, or what is of no known time."""
    more = 'qualifier = "exact", value = 9'
    before = (
        figure("2019", f'{more}, region = "eiland"'),
        figure("2019-Q4", more),
        figure("unknown", more),
        figure("2019", f'{more}, unit = "procent"'),
        figure("2019", 'trend = "down"'),
    )
    rising = figure("2020", 'qualifier = "exact", value = 6, trend = "up"')
    for other in before:
        assert len(kic.load(write(indicator("a", other + rising))).records) == 2
    assert "trend 'up' contradicts" in _refused(write(indicator("a", exact("2019", 9) + rising)))


def test_a_number_at_the_end_of_what_it_can_be_is_taken(write: Write) -> None:
    """The smallest that there is, all of a whole, nothing, and less than nothing of money."""
    path = write(
        'euro = { label = { nl = "euro", en = "euros" }, kind = "money", currency = "EUR" }\n'
        + "".join(
            indicator(f"a{n}", exact("2020", value)).replace('"kinderen"', f'"{unit}"')
            for n, (value, unit) in enumerate(
                [(1e-15, "euro"), (-5, "euro"), (0, "kinderen"), (0, "procent"), (100, "procent")]
            )
        )
    )
    assert [r.value for r in kic.load(path).records] == [1e-15, -5, 0, 0, 100]


@each(
    ("rest", "reason", "status"),
    [
        ('registration = "not_national"', "not_national", "O"),
        ('registration = "incomplete"', "incomplete", "O"),
        ('registration = "unavailable"', "unavailable", "O"),
        ('qualifier = "words", words = { nl = "veel" }', "not_stated", "O"),
        ('trend = "up"', "not_stated", "O"),
        ('reason = "not_stated"', "not_stated", "O"),
        ('registration = "incomplete", trend = "up"', "not_stated", "O"),
        ('registration = "incomplete", qualifier = "exact", value = 1', None, "A"),
    ],
)
def test_a_figure_without_a_number_says_why(
    write: Write, rest: str, reason: str | None, status: str
) -> None:
    """As typed, because words or a direction stand there, or else by its registration."""
    stated = gaps("") if "registration" in rest else ""
    [record] = kic.load(write(indicator("a", figure("2020", rest), stated))).records
    assert (record.reason, record.status) == (reason, status)


def test_a_registration_that_is_left_out_is_unstated(write: Write) -> None:
    """Not a word of the source on who keeps it is no claim that it is kept."""
    path = write(
        indicator(
            "a", exact("2020", 1) + figure("2021", 'registration = "national", trend = "up"')
        )
        + indicator("b", exact("2020", 1), 'registration = "national"')
    )
    assert [r.registration for r in kic.load(path).records] == ["unstated", "national", "national"]


def test_a_gap_of_each_kind_belongs_to_one_region(write: Write) -> None:
    """Stated, unclear or concluded; figures of other regions have none."""
    there = 'region = "eiland"'
    path = write(
        indicator("a", UNAVAILABLE + exact("2020", 1).replace(" }", f", {there} }}"), gaps(""))
        + indicator(
            "b",
            UNCLEAR + figure("2020", f'qualifier = "exact", value = 1, {there}'),
            gaps('kind = "unclear"', f'kind = "concluded", {there}'),
        )
    )
    found = [(r.indicator, r.region, r.gap and r.gap.kind.value) for r in kic.load(path).records]
    assert found == [
        ("a", "nederland", "stated"),
        ("a", "eiland", None),
        ("b", "nederland", "unclear"),
        ("b", "eiland", "concluded"),
    ]


def test_a_figure_names_others_than_its_indicator(write: Write) -> None:
    """What is named with a figure replaces what is named with all; nobody is an answer too."""
    named = 'named = [{ organisation = "loket", role = { nl = "%s", en = "x" } }]'
    one = 'qualifier = "exact", value = 1'
    figures = (
        exact("2019", 1)
        + figure("2020", f"{one}, {named % 'vraagt'}")
        + figure("2021", f"{one}, named = []")
    )
    records = kic.load(write(indicator("a", figures, named % "telt"))).records
    assert [[n.role.nl for n in r.named] for r in records] == [["telt"], ["vraagt"], []]


def test_a_word_of_exactness_says_nothing_of_suppression(write: Write) -> None:
    """A number below a bound is withheld only where the dataset says so."""
    below = 'qualifier = "less_than", below = 5'
    text = indicator("a", figure("2019", below) + figure("2020", f'{below}, status = "Q"'))
    assert [r.status for r in kic.load(write(text)).records] == ["A", "Q"]


def test_a_short_label_of_forty_characters_is_taken(write: Write) -> None:
    """One less than what is refused."""
    path = write(indicator("a", exact("2020", 1), f'short = {{ nl = "{"x" * 40}", en = "y" }}'))
    short = kic.load(path).indicators["a"].short
    assert short is not None
    assert len(short.nl) == 40


def test_a_key_cannot_act_on_a_terminal(tmp_path: Path) -> None:
    """An escape code in a key is written out in the error, on one line."""
    path = tmp_path / "x.toml"
    path.write_text(MINIMAL + '[indicators."\\u001b[31m\\nx"]\n', "utf-8")
    refused = _refused(path)
    assert "\x1b" not in refused
    assert all(line.startswith(str(path)) for line in refused.splitlines())


def test_a_part_may_equal_its_whole_and_another_region_is_another_matter(write: Write) -> None:
    """The check of parts compares the same region and period only."""
    path = write(
        indicator("a", exact("2020", 5))
        + indicator("b", exact("2020", 5) + exact("2019", 9), 'subset_of = "a"')
    )
    assert len(kic.load(path).records) == 3


def test_nothing_of_a_dataset_can_be_changed(dataset: kic.Dataset) -> None:
    """An answer can be trusted because nobody can alter what it rests on."""
    with pytest.raises(TypeError):
        dataset.themes["x"] = dataset.themes["migratie"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        dataset.records[0].value = 1  # type: ignore[misc]
    with pytest.raises(ValueError, match="frozen"):
        dataset.indicators["gezinshereniging_wachttijd"].unit = "x"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        dataset.records = ()  # type: ignore[misc]


def test_what_belongs_together_in_a_dataset(write: Write) -> None:
    """Its home, the figures of a series in order of time, and the indicators near each other."""
    there = figure("2018", 'qualifier = "exact", value = 1, region = "eiland"')
    text = (
        indicator("a", exact("2020", 1) + exact("2019", 2) + there)
        + indicator("b", exact("2019", 1), 'related_to = ["a"]')
        + indicator("c", exact("2021", 1), 'related_to = ["b"]')
    )
    path = write(text)
    dataset = kic.load(path)
    assert dataset.home is None
    assert [r.period.text for r in dataset.in_time["a", "nederland"]] == ["2019", "2020"]
    assert [r.period.text for r in dataset.in_time["a", "eiland"]] == ["2018"]
    assert {id_: [*dataset.near[id_]] for id_ in "abc"} == {
        "a": ["b"],
        "b": ["a", "c"],
        "c": ["b"],
    }
    assert sorted(p.text for p in dataset.periods) == ["2018", "2019", "2020", "2021"]
    assert dataset.languages == {"nl", "en"}
    part = path.read_text("utf-8").replace(
        "[regions.eiland]", '[regions.eiland]\npart_of = "nederland"'
    )
    assert kic.load(saved(path, part)).home == "nederland"


def test_the_embedded_figures_are_found(dataset: kic.Dataset) -> None:
    """A checkout reads the file that people edit."""
    assert dataset.path == ROOT / "data" / "figures.toml"


def test_a_byte_order_mark_is_no_error(tmp_path: Path) -> None:
    """Editors on Windows write one; it says nothing."""
    path = tmp_path / "bom.toml"
    path.write_text("\ufeff" + MINIMAL + indicator("a", exact("2020", 1)), "utf-8")
    assert len(kic.load(path).records) == 1


# ---------------------------------------------------------------------------- properties


def test_what_its_ids_stand_for_goes_with_a_figure(write: Write) -> None:
    """Who registers it, of the figure before the indicator; nobody where neither says so."""
    path = write(
        '[organisations.raad]\nnl = "Raad"\nen = "Council"\n'
        + indicator(
            "a",
            exact("2019", 1)
            + figure("2020", 'qualifier = "exact", value = 1, registered_by = "raad"'),
            'registered_by = "loket"',
        )
        + indicator("b", exact("2020", 1))
    )
    records = kic.load(path).records
    told = [r.links.registered_by and r.links.registered_by.en for r in records]
    assert told == ["Desk", "Council", None]
    assert {(r.links.region.label.en, r.links.source.title) for r in records} == {
        ("Netherlands", "Titel")
    }

"""What a dataset refuses, that it tells all of it at once, and that it cannot be changed."""

from pathlib import Path

import pytest

import kic
from kic.model.errors import DatasetError
from tests.conftest import MINIMAL, ROOT, Write, exact, figure, gaps, indicator


def _refused(path: Path) -> str:
    with pytest.raises(DatasetError) as refused:
        kic.load(path)
    return str(refused.value)


NOWHERE = '{ period = "2020", locator = "thema/cijfers/1" },'
UNAVAILABLE = figure("2020", 'registration = "unavailable"')
UNCLEAR = figure("2020", 'reason = "unclear"')


REFUSED = {
    "a value with a reason for its absence": (
        indicator("a", figure("2020", 'qualifier = "exact", value = 1, reason = "not_stated"')),
        "a figure with a number has no 'reason' for a missing one",
    ),
    "no value and no reason": (
        indicator("a", NOWHERE),
        "a figure without a number says why: a 'reason', or a 'registration' that does",
    ),
    "a qualifier without its value": (
        indicator("a", figure("2020", 'qualifier = "at_least"')),
        "needs 'value'",
    ),
    "less than with a value": (
        indicator("a", figure("2020", 'qualifier = "less_than", below = 5, value = 4')),
        "takes no 'value'",
    ),
    "less than nothing": (
        indicator("a", figure("2020", 'qualifier = "less_than", below = 0')),
        "nothing is less than 0",
    ),
    "no value and a registration that gives no reason": (
        indicator("a", figure("2020", 'registration = "national"')),
        "a figure without a number says why",
    ),
    "a reason that only a registration gives": (
        indicator("a", figure("2020", 'reason = "incomplete"')),
        "reason: must be",
    ),
    "words without words": (
        indicator("a", figure("2020", 'qualifier = "words"')),
        "needs 'words'",
    ),
    "words that are unclear": (
        indicator(
            "a",
            figure("2020", 'qualifier = "words", words = { nl = "x" }, reason = "unclear"'),
            gaps('kind = "unclear"'),
        ),
        "words go with the reason 'not_stated' (found 'unclear')",
    ),
    "a number without its words on the page": (
        indicator(
            "a",
            '{ period = "2020", locator = "thema/cijfers/1", qualifier = "exact", value = 1 },',
        ),
        "'as_printed' is missing",
    ),
    "a direction without its words on the page": (
        indicator("a", NOWHERE.replace(" }", ', trend = "down" }')),
        "'as_printed' is missing",
    ),
    "the words of a direction without a direction": (
        indicator("a", figure("2020", 'qualifier = "exact", value = 1, trend_as_printed = "x"')),
        "'trend_as_printed' without a 'trend'",
    ),
    "the words of a direction that are no part of what is printed": (
        indicator("a", figure("2020", 'trend = "down", trend_as_printed = "y"')),
        "'trend_as_printed' is a part of 'as_printed', in the order of the page",
    ),
    "the words of a direction out of their order": (
        indicator("a", figure("2020", 'trend = "down", trend_as_printed = "is gedaald"')).replace(
            'as_printed = "x"', 'as_printed = "gedaald ... is"'
        ),
        "'trend_as_printed' is a part of 'as_printed', in the order of the page",
    ),
    "a registration that does not say what is missing": (
        indicator("a", UNAVAILABLE),
        "figures for 'nederland' have a gap of the kind 'stated': say under 'gaps' what is",
    ),
    "an unclear figure that does not say what is missing": (
        indicator("a", UNCLEAR),
        "figures for 'nederland' have a gap of the kind 'unclear': say under 'gaps' what is",
    ),
    "an unclear figure with a gap of another kind": (
        indicator("a", UNCLEAR, gaps('kind = "concluded"')),
        "figures for 'nederland' have a gap of the kind 'unclear': say under 'gaps' what is",
    ),
    "a stated gap that kic concludes": (
        indicator("a", UNAVAILABLE, gaps('kind = "concluded"')),
        "figures for 'nederland' have a gap of the kind 'stated': say under 'gaps' what is",
    ),
    "a gap for a region that has none": (
        indicator("a", exact("2020", 1), gaps("")),
        "no figure there is marked not_national, incomplete or unavailable",
    ),
    "a gap of a figure that is merely not stated": (
        indicator("a", figure("2020", 'trend = "down"'), gaps("")),
        "no figure there is marked not_national, incomplete or unavailable",
    ),
    "an unclear gap where nothing is unclear": (
        indicator("a", exact("2020", 1), gaps('kind = "unclear"')),
        "a gap for 'nederland', but no figure there has the reason 'unclear'",
    ),
    "a gap without figures": (
        indicator("a", "", gaps("")),
        "no figure there is marked not_national, incomplete or unavailable",
    ),
    "a concluded gap without figures": (
        indicator("a", exact("2020", 1), gaps('kind = "concluded", region = "eiland"')),
        "a gap for 'eiland', but no figure there exists",
    ),
    "two gaps for one region": (
        indicator("a", UNAVAILABLE, gaps("", "")),
        "a second gap for one region (found nederland)",
    ),
    "a gap that quotes nothing": (
        indicator("a", UNAVAILABLE, 'gaps = [{ missing = { nl = "iets", en = "something" } }]'),
        "indicators.a.gaps[1]: 'as_printed' is missing: the words on the page that say so",
    ),
    "a concluded gap with a quotation": (
        indicator(
            "a",
            exact("2020", 1),
            'gaps = [{ kind = "concluded", missing = { nl = "x" }, as_printed = "x" }]',
        ),
        "a gap that is concluded has no 'as_printed' and no 'translation'",
    ),
    "a concluded gap with a translation": (
        indicator(
            "a",
            exact("2020", 1),
            'gaps = [{ kind = "concluded", missing = { nl = "x" }, translation = "x" }]',
        ),
        "a gap that is concluded has no 'as_printed' and no 'translation'",
    ),
    "a gap of an unknown region": (
        indicator("a", UNAVAILABLE, gaps("", 'region = "eilnad"')),
        "indicators.a.gaps[2].region: unknown region 'eilnad'; did you mean 'eiland'?",
    ),
    "a gap of no kind that there is": (
        indicator("a", UNAVAILABLE, gaps('kind = "denied"')),
        "indicators.a.gaps[1].kind: must be 'stated', 'unclear' or 'concluded' (found 'denied')",
    ),
    "a registration of no kind that there is": (
        indicator("a", exact("2020", 1), 'registration = "partial"'),
        "must be 'national', 'not_national', 'incomplete', 'unavailable' or 'unstated'",
    ),
    "unclear, and not registered": (
        indicator(
            "a", figure("2020", 'reason = "unclear", registration = "unavailable"'), gaps("")
        ),
        "reason 'unclear' goes with registration 'unstated' (found 'unavailable')",
    ),
    "a named organisation that is unknown": (
        indicator("a", exact("2020", 1), 'named = [{ organisation = "lokt", role.nl = "telt" }]'),
        "indicators.a.named[1].organisation: unknown organisation 'lokt'; did you mean 'loket'?",
    ),
    "an unknown organisation named with a figure": (
        indicator(
            "a",
            figure(
                "2020",
                'qualifier = "exact", value = 1, '
                'named = [{ organisation = "lokt", role = { nl = "telt" } }]',
            ),
        ),
        "unknown organisation 'lokt'; did you mean 'loket'?",
    ),
    "a named organisation without its role": (
        indicator("a", exact("2020", 1), 'named = [{ organisation = "loket" }]'),
        "indicators.a.named[1].role: key is missing",
    ),
    "a short label that is long": (
        indicator("a", exact("2020", 1), f'short = {{ nl = "{"x" * 40}", en = "{"x" * 41}" }}'),
        "a 'short' label has at most 40 characters, not 41",
    ),
    "something inferred that cannot be": (
        indicator("a", figure("2020", 'qualifier = "exact", value = 1, inferred = ["value"]')),
        "must be 'period', 'measure' or 'status' (found 'value')",
    ),
    "an inferred status without a status": (
        indicator("a", figure("2020", 'qualifier = "exact", value = 1, inferred = ["status"]')),
        "only a 'status' of B or V can be inferred",
    ),
    "an inferred measure without a measure": (
        indicator("a", figure("2020", 'qualifier = "exact", value = 1, inferred = ["measure"]')),
        "an inferred measure needs a 'measure'",
    ),
    "a text of blanks": (
        indicator("a", figure("2020", 'qualifier = "exact", value = 1, note = { nl = " " }')),
        "a text holds more than blanks",
    ),
    "the source of a caution without a caution": (
        indicator("a", figure("2020", 'qualifier = "exact", value = 1, caution_source = "bron"')),
        "'caution_source' without a 'caution'",
    ),
    "a part larger than its whole": (
        indicator("a", exact("2020", 5)) + indicator("b", exact("2020", 6), 'subset_of = "a"'),
        "a part is larger than its whole 'a' (found 6 of 5)",
    ),
    "a part that counts something else": (
        indicator("a", exact("2020", 5))
        + indicator("b", exact("2020", 4), 'subset_of = "a"').replace('"kinderen"', '"procent"'),
        "counts procent, its whole 'a' counts kinderen",
    ),
    "a part of itself": (
        indicator("a", exact("2020", 5), 'subset_of = "b"')
        + indicator("b", exact("2020", 5), 'subset_of = "a"'),
        "an indicator is a part of itself",
    ),
    "a share above 100": (
        indicator("a", exact("2020", 101)).replace('"kinderen"', '"procent"'),
        "a share lies within 0 and 100 (found 101)",
    ),
    "shares of one whole above 100": (
        (
            indicator("a", exact("2020", 60), 'breakdown = "heel"')
            + indicator("b", exact("2020", 41), 'breakdown = "heel"')
        ).replace('"kinderen"', '"procent"'),
        "add up to more than 100 (found 101)",
    ),
    "a printed rise between falling numbers": (
        indicator(
            "a", exact("2019", 5) + figure("2020", 'qualifier="exact", value=4, trend="up"')
        ),
        "trend 'up' contradicts the numbers (5 in 2019, 4 in 2020)",
    ),
    "a printed fall between equal numbers": (
        indicator(
            "a", exact("2019", 5) + figure("2020", 'qualifier="exact", value=5, trend="down"')
        ),
        "trend 'down' contradicts the numbers",
    ),
    "not down, but the numbers fall": (
        indicator(
            "a", exact("2019", 5) + figure("2020", 'qualifier="exact", value=4, trend="not_down"')
        ),
        "trend 'not_down' contradicts the numbers",
    ),
    "a duplicate": (
        indicator("a", exact("2020", 1) + exact("2020", 2)),
        "another figure has this region and period (found nederland, 2020)",
    ),
    "a date that does not exist": (
        indicator("a", exact("2020-02-30", 1)),
        "day 30 does not exist in 2020-02 (found '2020-02-30')",
    ),
    "a month that does not exist": (indicator("a", exact("2020-13", 1)), "month 13 does not"),
    "years that run backwards": (indicator("a", exact("2018/2017", 1)), "must come after"),
    "a year that is no text": (
        indicator("a", exact("2020", 1)).replace('"2020"', "2020"),
        "a period is written in quotes",
    ),
    "a negative count": (indicator("a", exact("2020", -1)), "0 or more (found -1)"),
    "not a number": (
        indicator("a", exact("2020", "nan")),
        "finite number of 0 or more (found nan)",
    ),
    "infinity": (indicator("a", exact("2020", "inf")), "finite number of 0 or more (found inf)"),
    "a number without end": (indicator("a", exact("2020", "9" * 400)), "the largest number"),
    "a breakdown of a count": (
        indicator("a", exact("2020", 60), 'breakdown = "heel"'),
        "a 'breakdown' divides shares (found kinderen)",
    ),
    "estimated shares of one whole above 100": (
        (
            indicator("a", figure("2020", 'qualifier="estimate", value=60'), 'breakdown="h"')
            + indicator("b", figure("2020", 'qualifier="estimate", value=41'), 'breakdown="h"')
        ).replace('"kinderen"', '"procent"'),
        "add up to more than 100 (found 101)",
    ),
    "a part that reaches what its whole lies below": (
        indicator("a", figure("2020", 'qualifier = "less_than", below = 5'))
        + indicator("b", exact("2020", 5), 'subset_of = "a"'),
        "a part is larger than its whole 'a' (found 5 of 5)",
    ),
    "stable, but the numbers rise": (
        indicator(
            "a", exact("2019", 5) + figure("2020", 'qualifier="exact", value=6, trend="stable"')
        ),
        "trend 'stable' contradicts the numbers",
    ),
    "not up, but the numbers rise": (
        indicator(
            "a", exact("2019", 5) + figure("2020", 'qualifier="exact", value=6, trend="not_up"')
        ),
        "trend 'not_up' contradicts the numbers",
    ),
    "the source of a note without a note": (
        indicator("a", figure("2020", 'qualifier = "exact", value = 1, note_source = "bron"')),
        "'note_source' without a 'note'",
    ),
    "a suppressed number that is exact": (
        indicator("a", figure("2020", 'qualifier = "exact", value = 1, status = "Q"')),
        "status 'Q' contradicts",
    ),
    "a missing number that is there": (
        indicator("a", figure("2020", 'qualifier = "exact", value = 1, status = "O"')),
        "status 'O' contradicts",
    ),
    "a number in quotes": (
        indicator("a", exact("2020", '"30.850"')),
        "without quotes, as 30850 or 24.5 (found '30.850')",
    ),
    "a truth value": (indicator("a", exact("2020", "true")), "a number is written without quotes"),
    "an unknown key in a figure": (
        indicator("a", figure("2020", 'qualifier = "exact", value = 1, vaule = 2')),
        "unknown key; did you mean 'value'?",
    ),
    "an unknown key in an indicator": (
        indicator("a", exact("2020", 1), 'lable = "x"'),
        "indicators.a.lable: unknown key; did you mean 'label'?",
    ),
    "an unknown table": ("[unit]\n", "unit: unknown key; did you mean 'units'?"),
    "an unknown theme": (
        indicator("a", exact("2020", 1)).replace('theme = "thema"', 'theme = "themma"'),
        "indicators.a.theme: unknown theme 'themma'; did you mean 'thema'?",
    ),
    "an unknown region": (
        indicator("a", figure("2020", 'qualifier = "exact", value = 1, region = "eilnad"')),
        "unknown region 'eilnad'; did you mean 'eiland'?",
    ),
    "an unknown unit": (
        indicator("a", figure("2020", 'qualifier = "exact", value = 1, unit = "kind"')),
        "unknown unit 'kind'",
    ),
    "an unknown source": (
        indicator("a", figure("2020", 'qualifier = "exact", value = 1, source = "bronn"')),
        "unknown source 'bronn'; did you mean 'bron'?",
    ),
    "an unknown organisation": (
        indicator("a", exact("2020", 1), 'registered_by = "loketje"'),
        "unknown organisation 'loketje'; did you mean 'loket'?",
    ),
    "an unknown whole": (
        indicator("a", exact("2020", 1), 'subset_of = "b"'),
        "unknown indicator 'b'",
    ),
    "a number of nothing": (
        indicator("a", exact("2020", 1)).replace('unit = "kinderen"\n', ""),
        "a number needs a 'unit'",
    ),
    "a correction without a corrected value": (
        indicator(
            "a",
            figure(
                "2020",
                'reason = "not_stated", correction = '
                '{ source = "bron", reason = { nl = "x", en = "y" } }',
            ),
        ),
        "a correction needs the corrected 'value'",
    ),
    "an inferred unknown period": (
        indicator("a", figure("unknown", 'qualifier = "exact", value = 1, inferred = ["period"]')),
        "an unknown period cannot be inferred",
    ),
    "an estimate said to be normal": (
        indicator("a", figure("2020", 'qualifier = "estimate", value = 1, status = "A"')),
        "status 'A' contradicts the rest of the figure",
    ),
    "a figure printed under another theme": (
        indicator("a", exact("2020", 1)).replace("thema/cijfers/1", "elders/cijfers/1"),
        "locator 'elders/cijfers/1' is not in its theme 'thema'",
    ),
    "a locator that is none": (
        indicator("a", exact("2020", 1)).replace("thema/cijfers/1", "pagina 3"),
        "a locator is theme/list/number, as 'migratie/cijfers/3' (found 'pagina 3')",
    ),
    "an alias that is another's id": (
        indicator("a", exact("2020", 1), 'aliases = ["B"]') + indicator("b", exact("2020", 1)),
        "'B' is the id of another indicator, 'b'",
    ),
    "an alias that is a theme": (
        indicator("a", exact("2020", 1), 'aliases = ["Thema"]'),
        "'Thema' already means theme 'thema'",
    ),
    "an id that nobody could type": (
        indicator("Een-A", exact("2020", 1)),
        "an id is lower-case letters, digits and underscores",
    ),
    "an event without a date": (
        '[[statements]]\ntheme = "thema"\nregion = "nederland"\nkind = "event"\n'
        'locator = "thema/zorgen/1"\nsummary = { nl = "x", en = "y" }\n',
        "an event, and only an event, has a 'date'",
    ),
    "an event on an unknown day": (
        '[[statements]]\ntheme = "thema"\nregion = "nederland"\nkind = "event"\n'
        'date = "unknown"\nlocator = "thema/zorgen/1"\nsummary = { nl = "x", en = "y" }\n',
        "an event, and only an event, has a 'date'",
    ),
    "a text in no language": (
        indicator("a", exact("2020", 1)).replace('{ nl = "Over a", en = "About a" }', "{}"),
        "indicators.a.label.nl: key is missing",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_impossible_is_refused(name: str, write: Write) -> None:
    """Each impossible dataset is refused in one line that says what is wrong."""
    text, message = REFUSED[name]
    refused = _refused(write(text + ("" if "indicators" in text else indicator("z", ""))))
    assert message in refused
    assert len(refused.splitlines()) <= 2, refused  # the circle is told of both its members


def test_all_problems_are_told_at_once(write: Write) -> None:
    """Faults of every kind, in shape and between records, are told in one go."""
    path = write(
        indicator("a", exact("2020", -1) + exact("2019", 7))
        + indicator("b", exact("2019", 8), 'subset_of = "a"')
        + indicator("c", exact("2020", 1), 'registered_by = "niemand"\nkleur = "rood"')
        + indicator("d", exact("2020", 1) + exact("2020", 1), 'registered_by = "niemand"')
    )
    refused = _refused(path)
    assert [line.partition(": ")[2] for line in refused.splitlines()] == [
        "indicators.a, figure 1 (2020): value: must be a finite number of 0 or more (found -1)",
        "indicators.b, figure 1 (2019): value: a part is larger than its whole 'a' (found 8 of 7)",
        "indicators.c.kleur: unknown key",
        "indicators.d.registered_by: unknown organisation 'niemand'",
        "indicators.d, figure 2 (2020): period: another figure has this region and period "
        "(found nederland, 2020)",
    ]


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


def test_what_the_model_allows_loads(write: Write) -> None:
    """The kinds of figure that the data model knows, each as it should be written."""
    path = write(
        indicator(
            "a",
            exact("2018", 0)
            + figure("2019", 'qualifier = "at_least", value = 10')
            + figure("2020", 'qualifier = "less_than", below = 5')
            + figure("2021-Q1", 'qualifier = "estimate", value = 24.5')
            + figure("2017/2018", 'qualifier = "exact", value = 25')
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


def test_shares_add_up_as_they_are_written(write: Write) -> None:
    """60.2, 25.6 and 14.2 are 100 and not a little more."""
    text = "".join(
        indicator(name, exact("2020", value), 'breakdown = "heel"')
        for name, value in (("a", 60.2), ("b", 25.6), ("c", 14.2))
    )
    assert len(kic.load(write(text.replace('"kinderen"', '"procent"'))).records) == 3


def test_a_direction_is_held_against_the_year_before_only(write: Write) -> None:
    """The page may compare 2020 with a 2019 that it does not print."""
    falling = figure("2020", 'qualifier = "exact", value = 6, trend = "down"')
    assert len(kic.load(write(indicator("a", exact("2018", 5) + falling))).records) == 2


@pytest.mark.parametrize(
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


def test_one_faulty_gap_brings_no_second_complaint(write: Write) -> None:
    """What a sound figure beside it says is not doubted for its sake."""
    figures = figure("2020", 'registration = "unavailable", kleur = 1') + exact("2019", 1)
    assert _refused(write(indicator("a", figures, gaps("")))).count("\n") == 0


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


def test_the_embedded_figures_are_found(dataset: kic.Dataset) -> None:
    """A checkout reads the file that people edit."""
    assert dataset.path == ROOT / "data" / "figures.toml"


def test_a_byte_order_mark_is_no_error(tmp_path: Path) -> None:
    """Editors on Windows write one; it says nothing."""
    path = tmp_path / "bom.toml"
    path.write_text("\ufeff" + MINIMAL + indicator("a", exact("2020", 1)), "utf-8")
    assert len(kic.load(path).records) == 1


# ---------------------------------------------------------------------------- properties

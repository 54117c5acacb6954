"""One figure as several editions give it: none takes back in silence what another one said."""

from pathlib import Path

import pytest

import kic
from kic.model import Measure, Record, Status
from kic.query.gaps import gap_code, telling
from tests.cases import each
from tests.conftest import MINIMAL, NEXT, exact, figure, gaps, indicator, saved

SEVEN = 'qualifier = "exact", value = 7'
EIGHT = 'qualifier = "exact", value = 8'
PLAN = 'measure = "target"'
INCOMPLETE = 'registration = "incomplete"'


def _printed(rest: str, words: str) -> str:
    """A figure of 2020 with these words of the page."""
    return figure("2020", rest).replace('as_printed = "x"', f'as_printed = "{words}"')


def _added(figures: str, number: int, publisher: str = "Uitgever", extra: str = "") -> str:
    """An edition of one publisher, or of another, that adds figures to the indicator ``a``."""
    text = NEXT.replace('"vervolg"', f'"v{number}"').replace(".vervolg]", f".v{number}]")
    text = text.replace('publisher = "Uitgever"', f'publisher = "{publisher}"')
    return f"{text}\n[indicators.a]\n{extra}\nfigures = [\n{figures}\n]\n"


def _last(folder: Path, first: str, *later: str) -> Record:
    """The figure of 2020 that several files give, the first of them all that it needs."""
    paths = [saved(folder / "0.toml", MINIMAL + first)]
    paths += [saved(folder / f"{n}.toml", text) for n, text in enumerate(later, 1)]
    [record] = [r for r in kic.load(paths).records if r.period.text == "2020"]
    return record


@pytest.mark.parametrize("then", [SEVEN, EIGHT])
def test_an_outcome_takes_the_place_of_its_plan(tmp_path: Path, then: str) -> None:
    """Also where as many came as were planned."""
    plan = indicator("a", _printed(f"{then}, {PLAN}", "7 planned"))
    now = _last(tmp_path, plan, _added(_printed(SEVEN, "7 came"), 1))
    assert (now.value, now.measure, [r.is_plan for r in now.earlier]) == (7, None, [True])


@pytest.mark.parametrize("planned", [SEVEN, EIGHT])
def test_a_plan_that_is_printed_later_takes_the_place_of_no_outcome(
    tmp_path: Path, planned: str
) -> None:
    """What was planned stands beside what came."""
    outcome = indicator("a", _printed(SEVEN, "7 came"))
    now = _last(tmp_path, outcome, _added(_printed(f"{planned}, {PLAN}", "planned"), 1))
    assert (now.value, now.measure, now.source) == (7, None, "bron")
    assert [r.measure for r in now.earlier] == [Measure.TARGET]


@pytest.mark.parametrize(
    "again",
    [
        f'{EIGHT}, status = "P"',
        'qualifier = "estimate", value = 8',
        'reason = "not_stated"',
        'status = "Q"',
        f'{SEVEN}, status = "P"',
    ],
    ids=["provisional", "estimated", "not stated", "suppressed", "same"],
)
def test_a_break_stays_whatever_is_given_for_its_period(tmp_path: Path, again: str) -> None:
    """A change over it is doubted, though the later edition says something else of the year."""
    first = exact("2019", 5) + figure("2020", f'{EIGHT}, status = "B"')
    later = _added(figure("2020", again) + exact("2021", 9), 1)
    paths = [
        saved(tmp_path / "0.toml", MINIMAL + indicator("a", first)),
        saved(tmp_path / "1.toml", later),
    ]
    [series] = kic.compare(kic.load(paths), "a", start="2019", end="2021").series
    assert [change.direction for change in series.changes] == ["unclear"]
    assert any("Break" in note.en for note in series.changes[0].notes)


def test_what_is_not_confirmed_is_not_merely_provisional(tmp_path: Path) -> None:
    """Of two marks of one number the stronger one stays, and the other is a caution."""
    first = indicator("a", figure("2020", f'{SEVEN}, status = "V"'))
    now = _last(tmp_path, first, _added(figure("2020", f'{SEVEN}, status = "P"'), 1))
    assert now.status is Status.UNVALIDATED
    assert [caution.en for caution in now.cautions] == ["Provisional figure."]


@pytest.mark.parametrize("publisher", ["Uitgever", "Ander"])
def test_a_number_stays_incomplete_where_it_is_printed_again(
    tmp_path: Path, publisher: str
) -> None:
    """By whomever: its gap is not closed by silence."""
    first = indicator("a", figure("2020", f"{SEVEN}, {INCOMPLETE}"), gaps(""))
    now = _last(tmp_path, first, _added(exact("2020", 7), 1, publisher))
    assert (now.registration, now.gap is not None, now.source) == ("incomplete", True, "bron")
    assert now.earlier == ()


@pytest.mark.parametrize(
    ("publisher", "registration", "cautions"),
    [
        ("Uitgever", "incomplete", []),
        (
            "Ander",
            "unstated",
            ["With the earlier figure: few, or not of all, says the source."],
        ),
    ],
)
def test_another_number_does_not_close_a_gap(
    tmp_path: Path, publisher: str, registration: str, cautions: list[str]
) -> None:
    """What its publisher revises stays incomplete; of another one's it is told beside it."""
    first = indicator("a", figure("2020", f"{SEVEN}, {INCOMPLETE}"), gaps(""))
    now = _last(tmp_path, first, _added(exact("2020", 8), 1, publisher))
    assert (now.value, now.registration) == (8, registration)
    assert [caution.en for caution in now.cautions] == cautions
    if publisher == "Uitgever":
        dataset = kic.load([tmp_path / "0.toml", tmp_path / "1.toml"])
        [gap] = kic.gaps(dataset).gaps
        assert (gap.lacking.value, gap.lacking.source) == (7, "bron")


@pytest.mark.parametrize(
    ("lacking", "later", "told"),
    [
        ('registration = "unavailable"', [(EIGHT, "Ander")], "unavailable"),
        ('reason = "unclear"', [(EIGHT, "Ander")], "unclear"),
        (f"{SEVEN}, {INCOMPLETE}", [(EIGHT, "Ander")], "incomplete"),
        ('registration = "unavailable"', [(EIGHT, "Uitgever")], None),
        ('registration = "unavailable"', [(EIGHT, "Uitgever"), (SEVEN, "Ander")], None),
        ('registration = "unavailable"', [(EIGHT, "Ander"), (SEVEN, "Uitgever")], None),
    ],
)
def test_what_one_publisher_does_not_register_another_does_not_close(
    tmp_path: Path, lacking: str, later: list[tuple[str, str]], told: str | None
) -> None:
    """The gap stays told, by who told of it; the number of the other stands beside it."""
    kind = 'kind = "unclear"' if told == "unclear" else ""
    first = indicator("a", exact("2019", 5) + figure("2020", lacking), gaps(kind))
    editions = [_added(figure("2020", f), n, by) for n, (f, by) in enumerate(later, 1)]
    _last(tmp_path, first, *editions)
    dataset = kic.load(sorted(tmp_path.iterdir()))
    codes = [gap_code(r) for r in kic.gaps(dataset).gaps]
    assert codes == ([told] if told else [])
    assert [t.gaps for t in kic.themes(dataset).themes if t.gaps] == [1] * len(codes)
    assert kic.grid(dataset).gaps == len(codes)
    if told and told != "unclear":
        [gap] = kic.gaps(dataset, registration=told).records
        assert (gap.source, gap.period.text) == ("bron", "2020")


def test_a_break_that_has_no_mark_of_its_own_is_a_caution(tmp_path: Path) -> None:
    """Of a number that is now provisional, so that it is in every row for programs."""
    first = indicator("a", figure("2020", f'{SEVEN}, status = "B"'))
    now = _last(tmp_path, first, _added(figure("2020", f'{EIGHT}, status = "P"'), 1))
    assert (now.status, [c.en for c in now.cautions]) == ("P", ["Break in the series."])


@each("again", [SEVEN, EIGHT, f'{EIGHT}, status = "P"', 'status = "Q"'])
@each("then", [f'{SEVEN}, status = "P"', 'status = "Q"'])
def test_a_break_beside_another_mark_stays(tmp_path: Path, then: str, again: str) -> None:
    """Where a provisional or secret number is given anew, and nothing is said of the break."""
    first = indicator("a", exact("2019", 5) + figure("2020", f"{then}, breaks = true"))
    now = _last(tmp_path, first, _added(figure("2020", again), 1))
    assert [c.en for c in now.cautions] == ["Break in the series."]
    dataset = kic.load([tmp_path / "0.toml", tmp_path / "1.toml"])
    [series] = kic.compare(dataset, "a").series
    assert now.breaks
    assert [c.direction for c in series.changes if c.direction] in ([], ["unclear"])


def test_a_break_that_is_marked_in_each_edition_is_told_once(tmp_path: Path) -> None:
    """In the voice of the last that marks it."""
    marks = 'status = "P", breaks = true'
    first = indicator("a", figure("2020", f"{SEVEN}, {marks}"))
    inferred = f'{EIGHT}, {marks}, inferred = ["breaks"]'
    now = _last(tmp_path, first, _added(figure("2020", inferred), 1))
    assert [c.en for c in now.cautions] == ["Break in the series (inferred by the compiler)."]


@pytest.mark.parametrize(
    ("first", "again", "status", "cautions"),
    [
        (f'{SEVEN}, status = "P"', SEVEN, "P", []),
        (SEVEN, f'{SEVEN}, caution = {{ nl = "Telt.", en = "Counts." }}', "A", ["Counts."]),
    ],
    ids=["provisional", "caution"],
)
def test_another_publisher_that_gives_the_same_number_does_not_take_its_place(
    tmp_path: Path, first: str, again: str, status: str, cautions: list[str]
) -> None:
    """The first stays its source; what is to beware of is told whoever says it."""
    first = indicator("a", figure("2020", first))
    now = _last(tmp_path, first, _added(figure("2020", again), 1, "Ander"))
    assert (now.source, now.status) == ("bron", status)
    assert [caution.en for caution in now.cautions] == cautions


def test_a_caution_on_all_figures_gives_way_to_the_next_one(tmp_path: Path) -> None:
    """And does not come back with a third edition that has none."""
    one, other = (f'caution = {{ nl = "{x}.", en = "{x}." }}' for x in "AB")
    now = _last(
        tmp_path,
        indicator("a", exact("2020", 7), one),
        _added(exact("2020", 8), 1, extra=other),
        _added(exact("2020", 8), 2),
    )
    assert [caution.en for caution in now.cautions] == ["B."]


def test_a_caution_on_a_word_is_told_of_it_beside_the_number(tmp_path: Path) -> None:
    """Dozens, and only boys; then 8."""
    words = 'qualifier = "words", words = { nl = "tientallen", en = "dozens" }'
    caution = 'caution = { nl = "Jongens.", en = "Boys." }'
    first = indicator("a", figure("2020", f"{words}, {caution}"))
    now = _last(tmp_path, first, _added(exact("2020", 8), 1))
    assert [c.en for c in now.cautions] == ["With the earlier figure: Boys."]


# ------------------------------------------------------------------- what a later one adds

LACKING = 'registration = "unavailable"'


def _words(words: str, more: str = "") -> str:
    """A gap in these words of the page."""
    return gaps(more).replace("geen cijfers", words)


@pytest.mark.parametrize(
    ("then", "now"),
    [
        (_words("niets"), _words("nog altijd niets")),
        (_words("niets"), _words("niets", 'since = { nl = "tien jaar", en = "ten years" }')),
        (_words("niets"), _words("niets").replace("something", "something in the south")),
    ],
    ids=["words", "since", "missing"],
)
def test_a_gap_is_in_the_words_of_the_last_edition_that_tells_it(
    tmp_path: Path, then: str, now: str
) -> None:
    """Also where it has the same period and registration as before; silence takes nothing back."""
    told = figure("2020", LACKING)
    later = _added(told, 1, extra=now)
    last = _last(tmp_path, indicator("a", told, then), later)
    assert (last.source, [r.source for r in last.earlier]) == ("v1", ["bron"])
    again = _last(tmp_path, indicator("a", told, now), _added(told, 1, extra=then))
    assert again.source == ("bron" if "since" in now else "v1")
    same = _last(tmp_path, indicator("a", told, now), later)
    assert (same.source, same.earlier) == ("bron", ())


@pytest.mark.parametrize(
    ("field", "more"),
    [
        ("notes", 'note = { nl = "Alleen jongens.", en = "Only boys." }'),
        ("trend", 'trend = "down"'),
        ("registered_by", 'registered_by = "loket"'),
    ],
)
def test_what_a_later_edition_adds_to_a_number_is_told(
    tmp_path: Path, field: str, more: str
) -> None:
    """And what it is silent on stays; of another publisher's number neither is said."""
    plain, told = figure("2020", SEVEN), figure("2020", f"{SEVEN}, {more}")
    added = _last(tmp_path, indicator("a", plain), _added(told, 1))
    assert getattr(added, field)
    caution = 'caution = { nl = "Let op.", en = "Beware." }'
    silent = _added(figure("2020", f"{SEVEN}, {caution}"), 1)
    assert getattr(_last(tmp_path, indicator("a", told), silent), field) == getattr(added, field)
    other = _last(tmp_path, indicator("a", plain), _added(told, 1, "Ander"))
    assert not getattr(other, field)
    assert not other.earlier


@pytest.mark.parametrize("publisher", ["Uitgever", "Ander"])
def test_what_another_publisher_lacks_takes_the_place_of_no_number(
    tmp_path: Path, publisher: str
) -> None:
    """Only the publisher of a number takes it back."""
    first = indicator("a", figure("2020", SEVEN))
    now = _last(tmp_path, first, _added(figure("2020", LACKING), 1, publisher, gaps("")))
    assert now.value == (7 if publisher == "Ander" else None)
    assert telling(now).gap

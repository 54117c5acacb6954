"""What two datasets say otherwise, and that nothing of it stays unseen."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kic
from kic.model import Record
from kic.model.interval import Interval, difference
from kic.query.diff import Difference
from tests.cases import each
from tests.conftest import MINIMAL, ROOT, exact, figure, gaps, indicator, saved, sequel

CASES = ROOT / "tests" / "query" / "differences"


@each("name", sorted(path.name for path in CASES.iterdir()))
def test_a_difference_is_what_a_reader_would_call_it(name: str, tmp_path: Path) -> None:
    """Each folder holds two datasets, and what differs between them."""
    old, new = (_file(CASES / name / f"{age}.toml", tmp_path) for age in ("old", "new"))
    edition = "builds_on" in new.read_text("utf-8")
    answer = kic.diff(kic.load(old), kic.load([old, new] if edition else new))
    told = (CASES / name / "differences.txt").read_text("utf-8")
    assert list(map(_told, answer.differences)) == told.splitlines()


def _file(path: Path, folder: Path) -> Path:
    """The dataset whole: what is no edition is without its head."""
    text = path.read_text("utf-8")
    return saved(folder / path.name, text if "[dataset]" in text else f"{MINIMAL}\n{text}")


def _told(d: Difference) -> str:
    """A difference on a line."""
    subject = d.id if d.part in ("figure", "gap", "statement") else f"{d.part} {d.id}"
    r = next(iter(reversed(d.records)), None)
    if r:
        subject += f" {r.region}" if d.part == "gap" else f" {r.region} {r.period.text}"
    fields = ", ".join(field.field for field in d.fields)
    amount = [*map(_gap if d.part == "gap" else _amount, d.records)]
    shows_fields = d.kind in ("definition", "reworded", "gap_retold")
    parts = [
        " -> ".join(dict.fromkeys(amount)) if d.part == "gap" else " -> ".join(amount),
        *([_by(d.change.absolute)] if d.change else []),
    ]
    more = [*([fields] if shows_fields else []), *(f"beside it {_amount(b)}" for b in d.beside)]
    what = ", ".join(filter(None, parts))
    line = f"{d.kind}: {subject}"
    if what and d.part != "statement":
        line += f": {what}"
    return "; ".join([line, *more])


def _gap(r: Record) -> str:
    return (r.gap and r.gap.as_printed) or ""


def _amount(r: Record) -> str:
    if r.interval.known:
        return r.typed
    return r.words.en if r.words else str(r.trend or r.reason)


def _by(change: Interval) -> str:
    low, high = change.lower, change.upper
    if low == high:
        return f"{low:+}"
    return f"at most {high:+}" if low is None else f"at least {low:+}"


# -------------------------------------------------------------------------- any two datasets

# What may stand in a cell of a dataset: for each indicator, region and period.
CELLS = {
    "number": st.integers(0, 9).map(lambda n: f'qualifier = "exact", value = {n}'),
    "bound": st.integers(0, 9).map(lambda n: f'qualifier = "more_than", above = {n}'),
    "words": st.sampled_from(["veel", "weinig"]).map(
        lambda w: f'qualifier = "words", words = {{ nl = "{w}", en = "{w}" }}'
    ),
    "direction": st.sampled_from(["up", "down"]).map(lambda t: f'trend = "{t}"'),
    "gap": st.just('registration = "unavailable"'),
}
PLACES = list(product("ab", ("nederland", "eiland"), ("2019", "2020", "unknown")))
Cells = dict[tuple[str, str, str], str]
datasets = st.dictionaries(st.sampled_from(PLACES), st.one_of(*CELLS.values()), max_size=6)


@contextmanager
def _loaded(*several: Cells) -> Iterator[list[kic.Dataset]]:
    """Datasets with these cells; where something lacks, its indicator and region have a gap."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "figures.toml"
        yield [kic.load(saved(path, MINIMAL + _text(cells))) for cells in several]


def _text(cells: Cells) -> str:
    text = ""
    for name in "ab":
        own = {key: cell for key, cell in cells.items() if key[0] == name}
        lacking = {key[1] for key, cell in own.items() if "unavailable" in cell}
        figures = "".join(
            figure(period, f'region = "{region}", {cell}')
            for (_, region, period), cell in own.items()
        )
        text += indicator(name, figures, gaps(*(f'region = "{r}"' for r in sorted(lacking))))
    return text


# What a difference is called when the two datasets change places, and whether a number came
# where a gap was told is of no matter.
BACK = {"added": "gone", "gone": "added", "gap_closed": "gap_opened", "gap_opened": "gap_closed"}


def _seen(differences: Iterable[Difference], *, back: bool = False) -> set[tuple[object, ...]]:
    """The differences by kind, subject and both values, or by what they are the other way."""
    found: set[tuple[object, ...]] = set()
    for d in differences:
        kind = d.kind.replace("untold", "closed")
        old, new = (
            (r.region, r.period.text, r.typed, r.words, r.trend) if r else None
            for r in (d.old, d.new)
            if r is None or isinstance(r, Record)
        )
        values = (new, old) if back else (old, new)
        if d.kind != "gap_answered":  # both tell of the gap
            found.add((BACK.get(kind, kind) if back else kind, d.part, d.id, *values))
    return found


@settings(deadline=None, max_examples=50)
@given(datasets)
def test_a_dataset_does_not_differ_from_itself(cells: Cells) -> None:
    """In whatever order its figures stand."""
    with _loaded(cells, dict(reversed(cells.items()))) as (one, other):
        assert not kic.diff(one, other).differences


@settings(deadline=None, max_examples=50)
@given(datasets, datasets)
def test_what_came_one_way_went_the_other(first: Cells, then: Cells) -> None:
    """Added and gone, opened and closed; what is revised has its numbers the other way round."""
    with _loaded(first, then) as (old, new):
        forth, back = (kic.diff(*pair).differences for pair in ((old, new), (new, old)))
    assert _seen(forth) == _seen(back, back=True)
    for one, other in ((forth, back), (back, forth)):
        there = {d.records[0].key: d.change.absolute for d in one if d.change}
        here = {d.records[0].key: d.change.absolute for d in other if d.change}
        assert there == {
            key: difference(change, Interval.exact(0)) for key, change in here.items()
        }


@settings(deadline=None, max_examples=50)
@given(datasets.filter(lambda cells: any("exact" in cell for cell in cells.values())), st.data())
def test_one_number_changed_is_one_figure_revised(cells: Cells, data: st.DataObject) -> None:
    """By as much as it changed, whatever else the dataset holds."""
    key = data.draw(st.sampled_from([k for k, cell in cells.items() if "exact" in cell]))
    with _loaded(cells, cells | {key: 'qualifier = "exact", value = 100'}) as (old, new):
        [d] = kic.diff(old, new).differences
    before = next(r.value for r in old.records if (r.indicator, r.region, r.period.text) == key)
    assert (d.kind, d.new and (d.id, d.new.region)) == ("revised", key[:2])
    assert d.change is not None
    assert d.change.absolute == Interval.exact(100 - (before or 0))


@settings(deadline=None, max_examples=50)
@given(datasets, st.sampled_from(PLACES))
def test_every_difference_is_asked_for_or_left_out(
    cells: Cells, place: tuple[str, str, str]
) -> None:
    """A filter takes what it names, and counts the rest."""
    with _loaded({}, cells) as (old, new):
        every = kic.diff(old, new).differences
        if place in cells:
            some = kic.diff(old, new, indicators=place[0])
            left = some.left_out.get("indicator", ())
            assert {d.id for d in some.differences} == {place[0]}
            assert len(some.differences) + len(left) == len(every)


# ------------------------------------------------------------------------------------ names


def test_a_renamed_indicator_is_asked_for_by_either_name(tmp_path: Path) -> None:
    """Also for what was added since; the old name is its alias."""
    old = saved(tmp_path / "old.toml", MINIMAL + indicator("a", exact("2019", 5)))
    figures = exact("2019", 5) + exact("2020", 7)
    text = MINIMAL + indicator("b", figures, 'aliases = ["a"]')
    new = saved(tmp_path / "new.toml", text)
    for name in ("a", "b"):
        answer = kic.diff(kic.load(old), kic.load(new), indicators=name)
        assert [d.kind for d in answer.differences] == ["definition", "added"]


@pytest.mark.parametrize("aliases", [{"b": ["a"], "c": ["a"]}, {"b": []}], ids=["several", "none"])
def test_what_may_be_several_is_not_taken_for_renamed(
    tmp_path: Path, aliases: dict[str, list[str]]
) -> None:
    """It is gone, and the others were added."""
    old = saved(tmp_path / "old.toml", MINIMAL + indicator("a", exact("2019", 5)))
    text = "".join(
        indicator(name, exact("2019", 5), f"aliases = {names}") for name, names in aliases.items()
    )
    new = saved(tmp_path / "new.toml", MINIMAL + text)
    answer = kic.diff(kic.load(old), kic.load(new))
    assert [d.kind for d in answer.differences] == [*["added"] * len(aliases), "gone"]


def test_a_region_that_was_renamed_is_the_same(tmp_path: Path) -> None:
    """Its figures stay, and it is told that it has another id."""
    text = indicator("a", figure("2020", 'qualifier = "exact", value = 5, region = "eiland"'))
    old = saved(tmp_path / "old.toml", MINIMAL + text)
    renamed = (MINIMAL + text).replace("[regions.eiland]", '[regions.wad]\naliases = ["eiland"]')
    new = saved(tmp_path / "new.toml", renamed.replace('region = "eiland"', 'region = "wad"'))
    [d] = kic.diff(kic.load(old), kic.load(new)).differences
    assert (d.part, d.id, d.fields[0]) == ("region", "wad", ("id", "eiland", "wad"))


def test_a_definition_is_asked_for_with_the_figures_that_use_it(tmp_path: Path) -> None:
    """A unit that changed is told of a region whose figures are in it, and of no other."""
    text = MINIMAL + indicator("a", exact("2020", 5))
    old = saved(tmp_path / "old.toml", text)
    new = saved(tmp_path / "new.toml", text.replace('nl = "kinderen"', 'nl = "jongeren"'))
    datasets = kic.load(old), kic.load(new)
    assert [d.part for d in kic.diff(*datasets, region="nederland").differences] == ["unit"]
    elsewhere = kic.diff(*datasets, region="eiland")
    assert not elsewhere.differences
    assert {option: len(several) for option, several in elsewhere.left_out.items()} == {
        "region": 1
    }


def test_what_comes_with_kic_does_not_differ_from_itself(dataset: kic.Dataset) -> None:
    """With all its statements, corrections, gaps and words."""
    assert not kic.diff(dataset, kic.load()).differences


@pytest.mark.parametrize(
    ("caution", "fields"),
    [
        ("", {"status"}),
        ('caution = { nl = "Let op.", en = "Mind." }', {"status", "cautions"}),
        (
            'caution = { nl = "Let op.", en = "Mind." }, caution_source = "ander"',
            {"status", "cautions", "caution_source"},
        ),
    ],
)
def test_a_caution_has_no_source_where_there_is_none(
    tmp_path: Path, caution: str, fields: set[str]
) -> None:
    """The publication of an earlier number is no source of a caution."""
    seven = 'qualifier = "exact", value = 7'
    other = '[sources.ander]\npublisher = "Ander"\ntitle = "Anders"\n'
    first = indicator("a", figure("2020", f'{seven}, status = "P"'))
    now = ", ".join(filter(None, (seven, caution)))
    paths = [
        saved(tmp_path / "1.toml", MINIMAL + other + first),
        saved(tmp_path / "2.toml", sequel(figure("2020", now))),
    ]
    [difference] = kic.diff(kic.load(paths[0]), kic.load(paths)).differences
    assert {f.field for f in difference.fields} - {"source", "earlier"} == fields

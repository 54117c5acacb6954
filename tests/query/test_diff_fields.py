"""No field of the model changes unseen: what each is counted as, one change at a time."""

import tomllib
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel

import kic
from kic.model import (
    Correction,
    Figure,
    File,
    Gap,
    Indicator,
    Mention,
    Named,
    Record,
    Region,
    Source,
    Statement,
    Topic,
    Unit,
)
from tests.cases import each
from tests.conftest import MINIMAL, exact, indicator, saved, sequel
from tests.hostile import load

Table = dict[str, Any]


class Changed(NamedTuple):
    """One key of a table before and after, the kind of difference that is, and its field.

    Where the key needs others beside it, these are in ``beside``.
    """

    old: object
    new: object
    kind: str = "definition"
    field: str | None = None
    beside: Table = {}  # noqa: RUF012 - it is not changed


ONE, TWO = ({"nl": word, "en": word} for word in ("een", "twee"))
ROLE = {"organisation": "loket", "role": ONE}
CORRECTION = {"source": "ander", "reason": ONE}
MENTION = {"locator": "thema/cijfers/3", "as_printed": "zeven"}
NOTED = {"note": ONE}

FIGURE = {
    "period": Changed("2020", "2021", "added"),
    "region": Changed(None, "eiland", "added"),
    "qualifier": Changed("exact", "about", "qualifier"),
    "value": Changed(7, 8, "revised"),
    "above": Changed(7, 8, "revised", "lower", {"qualifier": "more_than", "value": None}),
    "below": Changed(7, 8, "revised", "upper", {"qualifier": "less_than", "value": None}),
    "lower": Changed(7, 8, "revised", beside={"qualifier": "range", "value": None, "upper": 9}),
    "upper": Changed(7, 8, "revised", beside={"qualifier": "at_most", "value": None}),
    "rounded_to": Changed(1, 7, "qualifier", "lower", {"qualifier": "rounded"}),
    "words": Changed(ONE, TWO, "revised", beside={"qualifier": "words", "value": None}),
    "trend": Changed("up", "down", "revised"),
    "trend_as_printed": Changed("ze", "zeven", beside={"trend": "up"}),
    "status": Changed("P", None, "qualifier"),
    "breaks": Changed(False, True, field="cautions", beside={"status": "P"}),
    "correction": Changed(None, CORRECTION, "corrected"),
    "as_printed": Changed("zeven", "7"),
    "locator": Changed("thema/cijfers/1", "thema/cijfers/2"),
    "source": Changed(None, "ander"),
    "unit": Changed(None, "procent"),
    "measure": Changed(None, "mean"),
    "registration": Changed(None, "national"),
    "registered_by": Changed(None, "loket"),
    "named": Changed(None, [ROLE]),
    "inferred": Changed([], ["period"]),
    "repeated": Changed([], [MENTION]),
    "caution": Changed(ONE, TWO, field="cautions"),
    "caution_source": Changed(None, "ander", beside={"caution": ONE}),
    "note": Changed(ONE, TWO, "reworded", "notes"),
    "note_source": Changed(None, "ander", "reworded", beside=NOTED),
}
INDICATOR = {
    "label": Changed(ONE, TWO),
    "short": Changed(ONE, TWO, "reworded"),
    "aliases": Changed([], ["iets"], "reworded"),
    "theme": Changed("thema", None),
    "population": Changed(ONE, TWO),
    "unit": Changed("kinderen", "procent"),
    "measure": Changed("in_period", "end_of_period"),
    "registration": Changed("unstated", "national"),
    "registered_by": Changed(None, "loket"),
    "named": Changed([], [ROLE]),
    "subset_of": Changed(None, "b"),
    "target_of": Changed(None, "b"),
    "related_to": Changed([], ["b"], "reworded"),
    "breakdown": Changed(None, "leeftijd", beside={"unit": "procent"}),
    "ages": Changed("0-17", "0-22"),
    "denominator_for": Changed([], ["kinderen"]),
    "no_rate": Changed(ONE, TWO),
    "caution": Changed(ONE, TWO),
    "caution_source": Changed(None, "ander", beside={"caution": ONE}),
    "note": Changed(ONE, TWO, "reworded"),
    "note_source": Changed(None, "ander", "reworded", beside=NOTED),
}
GAP = {
    "missing": Changed(ONE, TWO, "reworded"),
    "as_printed": Changed("niets", "nog niets", "gap_retold", "gap_as_printed"),
    "translation": Changed("none", "nothing", "reworded", "gap_translation"),
    "since": Changed(ONE, TWO, "gap_retold"),
}
STATEMENT = {
    "theme": Changed("thema", None),
    "region": Changed("nederland", "eiland"),
    "kind": Changed("concern", "finding"),
    "locator": Changed("thema/zorgen/1", "thema/zorgen/2", "statement_added"),
    "source": Changed(None, "ander", "statement_added"),
    "summary": Changed(ONE, TWO, "reworded"),
    "about_data": Changed(False, True),
    "date": Changed("2020-01-01", "2020-01-02", beside={"kind": "event"}),
    "period": Changed("2019", "2020"),
}
REGION = {
    "label": Changed(ONE, TWO),
    "aliases": Changed([], ["waddeneiland"], "reworded"),
    "code": Changed("NL-FR", "NL-NH"),
    "code_list": Changed("NUTS", "CBS", beside={"code": "NL12"}),
    "part_of": Changed(None, "nederland"),
    "note": Changed(ONE, TWO, "reworded"),
}
SOURCE = {
    "publisher": Changed("Uitgever", "Uitgeverij"),
    "title": Changed("Titel", "Ondertitel"),
    "form": Changed(ONE, TWO),
    "published": Changed("2020", "2021"),
    "url": Changed("https://een.nl", "https://twee.nl"),
    "note": Changed(ONE, TWO, "reworded"),
}
UNIT = {
    "label": Changed(ONE, TWO),
    "kind": Changed("count", "duration"),
    "per": Changed(100, 1000, beside={"kind": "rate"}),
    "currency": Changed("EUR", "USD", beside={"kind": "money"}),
}
TOPIC = {"label": Changed(ONE, TWO), "aliases": Changed([], ["het thema"], "reworded")}
CORRECTED = {
    "source": Changed("bron", "ander", field="correction"),
    "reason": Changed(ONE, TWO, field="correction"),
}
NAMED = {
    "organisation": Changed("loket", "balie", field="named"),
    "role": Changed(ONE, TWO, field="named"),
}
AGAIN = {
    "locator": Changed("thema/cijfers/3", "thema/cijfers/4", field="repeated"),
    "as_printed": Changed("zeven", "7", field="repeated"),
}

# What is compared by itself, or only says how a page is read.
ASIDE = {"period_from", "read_by_hand", "layout", "figures", "gaps"}
TABLES: dict[str, tuple[type[BaseModel], Mapping[str, Changed]]] = {
    "figure": (Figure, FIGURE),
    "indicator": (Indicator, INDICATOR),
    "gap": (Gap, GAP),
    "statement": (Statement, STATEMENT),
    "region": (Region, REGION),
    "source": (Source, SOURCE),
    "unit": (Unit, UNIT),
    "theme": (Topic, TOPIC),
    "correction": (Correction, CORRECTED),
    "named": (Named, NAMED),
    "mention": (Mention, AGAIN),
}
# That a gap is unclear is said by both; a test of its own changes them together.
TOGETHER = {"figure": {"reason"}, "gap": {"kind"}}
ALL = [(name, key) for name, (_, table) in TABLES.items() for key in table]


def _raw() -> Table:
    """A dataset with something of every kind."""
    raw = tomllib.loads(MINIMAL)
    raw["sources"]["ander"] = {"publisher": "Ander", "title": "Ander"}
    raw["organisations"]["balie"] = ONE
    figure: Table = {"period": "2020", "locator": "thema/cijfers/1", "as_printed": "zeven"}
    figure |= {"qualifier": "exact", "value": 7}
    told = {"theme": "thema", "label": ONE, "unit": "kinderen", "region": "nederland"}
    gap = {"missing": ONE, "as_printed": "niets", "translation": "none"}
    lacking = {"period": "unknown", "registration": "unavailable"}
    raw["indicators"] = {
        "a": told | {"figures": [figure]},
        "b": told | {"label": TWO, "figures": [figure | {"value": 9}]},
        "c": told | {"figures": [lacking], "gaps": [gap]},
    }
    raw["statements"] = [
        {
            "theme": "thema",
            "region": "nederland",
            "kind": "concern",
            "locator": "thema/zorgen/1",
            "summary": ONE,
        }
    ]
    return raw


def _table(raw: Table, name: str) -> Table:
    """The table of a dataset that has the keys of a part."""
    figure: Table = raw["indicators"]["a"]["figures"][0]
    nested = {"correction": dict(CORRECTION), "named": [dict(ROLE)], "repeated": [dict(MENTION)]}
    tables: dict[str, Any] = {
        "figure": figure,
        "indicator": raw["indicators"]["a"],
        "gap": raw["indicators"]["c"]["gaps"][0],
        "statement": raw["statements"][0],
        "region": raw["regions"]["eiland"],
        "source": raw["sources"]["bron"],
        "unit": raw["units"]["kinderen"],
        "theme": raw["themes"]["thema"],
    }
    key = "repeated" if name == "mention" else name
    if name not in tables:
        figure[key] = nested[key]
        tables[name] = figure[key] if name == "correction" else figure[key][0]
    table: Table = tables[name]
    return table


def _with(name: str, values: Table) -> Table:
    """The dataset with these values in the table of a part; None is no key."""
    raw = _raw()
    table = _table(raw, name)
    table |= values
    for key in [key for key, value in values.items() if value is None]:
        table.pop(key)
    return raw


@each("name", TABLES)
def test_every_field_is_counted_as_something(name: str) -> None:
    """A new field of the model has to say in which group a change of it belongs."""
    part, table = TABLES[name]
    keys = set(part.model_fields) - ASIDE - ({"region"} if part in (Gap, Indicator) else set())
    assert {*table} | TOGETHER.get(name, set()) == keys
    beside = {"dataset", "not_figures", "indicators", "organisations"}
    assert set(File.model_fields) - beside <= {f"{name}s" for name in TABLES}


@each(("name", "key"), ALL, ids=lambda value: value)
def test_one_change_is_one_difference(name: str, key: str, tmp_path: Path) -> None:
    """Of that kind, with the field that changed, and nothing else."""
    changed = TABLES[name][1][key]
    old, new = (
        load(tmp_path, _with(name, {**changed.beside, key: value}))
        for value in (changed.old, changed.new)
    )
    told = [d for d in kic.diff(old, new).differences if d.kind not in ("gone", "statement_gone")]
    assert [d.kind for d in told] == [changed.kind]
    fields = {f.field for d in told for f in d.fields}
    assert changed.kind in ("added", "statement_added") or (changed.field or key) in fields
    assert not kic.diff(old, old).differences


def test_a_gap_that_becomes_unclear_is_one_told_otherwise(tmp_path: Path) -> None:
    """And its figure has another reason."""
    raw = _raw()
    changed = deepcopy(raw)
    lacking = changed["indicators"]["c"]
    lacking["figures"] = [{"period": "unknown", "reason": "unclear"}]
    lacking["gaps"][0]["kind"] = "unclear"
    told = kic.diff(load(tmp_path, raw), load(tmp_path, changed)).differences
    assert [(d.kind, [f.field for f in d.fields]) for d in told] == [
        ("gap_retold", ["gap"]),
        ("definition", ["registration", "reason"]),
    ]


def test_every_field_of_a_record_is_compared() -> None:
    """It holds no more than a figure, what it takes over from its indicator, and its history."""
    found_by, told_apart = {"indicator", "region", "period"}, {"gap", "links"}
    seen = {*FIGURE, *TOGETHER["figure"], *INDICATOR, "cautions", "notes", "earlier"}
    assert set(Record.__annotations__) - found_by - told_apart - seen == set()


def test_what_an_earlier_edition_gave_is_compared_too(tmp_path: Path) -> None:
    """Also where a later one gives another number since, which is the one that counts."""
    later = saved(tmp_path / "2021.toml", sequel(exact("2020", 9)))
    datasets = []
    for value in (5, 7):
        first = saved(tmp_path / f"{value}.toml", MINIMAL + indicator("a", exact("2020", value)))
        datasets.append(kic.load([first, later]))
    [d] = kic.diff(*datasets).differences
    assert (d.kind, [f.field for f in d.fields]) == ("definition", ["earlier"])


def test_an_organisation_may_have_another_name(tmp_path: Path) -> None:
    """It is a text and no table."""
    raw = _raw()
    changed = deepcopy(raw)
    changed["organisations"]["loket"] = TWO
    [d] = kic.diff(load(tmp_path, raw), load(tmp_path, changed)).differences
    assert (d.kind, d.part, d.id, d.fields[0].field) == (
        *("definition", "organisation", "loket", "label"),
    )

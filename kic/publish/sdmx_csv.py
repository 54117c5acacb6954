"""SDMX-CSV 2.0: the observations with the columns and codes of statistical offices."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime

from kic.model.text import ISO
from kic.publish.exported import Export
from kic.table.delimited import Value, delimited

# The cross-domain code for what is not known, where a dimension may not be empty.
_UNKNOWN = "_U"

_ATTRIBUTES = {
    "UNIT_MEASURE": "unit",
    "OBS_STATUS": "status",
    "LOWER_BOUND": "lower",
    "UPPER_BOUND": "upper",
    "QUALIFIER": "qualifier",
    "REASON": "reason",
    "REGISTRATION": "registration",
    "REGISTERED_BY": "registered_by",
    "MEASURE": "measure",
    "INFERRED": "inferred",
    "GAP": "gap",
    "AS_PRINTED": "as_printed",
    "LOCATOR": "locator",
    "SOURCE": "source",
    "EARLIER": "earlier",
    "CORRECTION_SOURCE": "correction_source",
}
_TEXTS = {"CORRECTION": "correction", "CAUTION": "cautions", "COMMENT_OBS": "notes"}


def files(exported: Export, _made: datetime) -> Mapping[str, bytes]:
    """One file, ``figures.csv``: a line for each figure, those without a value included."""
    info = exported.info
    flow = f"KIC:{info.id.upper().replace('-', '_')}({info.version})"
    regions = {row["region"]: row for row in exported.tables["regions"].rows}
    areas = _areas({str(id_): row["code"] for id_, row in regions.items()})
    # Codes of ISO 3166 go without saying; where there are others, all say what they are of.
    lists = {
        id_: (row["code_list"] or ISO) if areas[id_] == row["code"] else None
        for id_, row in regions.items()
    }
    listed = ("REF_AREA_LIST",) if set(lists.values()) - {ISO, None} else ()
    dimensions = ("INDICATOR", "REF_AREA", "TIME_PERIOD")
    head = (
        "STRUCTURE",
        "STRUCTURE_ID",
        "ACTION",
        *dimensions,
        "OBS_VALUE",
        *listed,
        *_ATTRIBUTES,
        *_TEXTS,
    )
    rows = (
        (
            *("dataflow", flow, "I", row["indicator"], areas[row["region"]], _time_period(row)),
            *(row["value"], *(lists[row["region"]] for _ in listed)),
            *(row[name] for name in _ATTRIBUTES.values()),
            *(_in_full(row, name) for name in _TEXTS.values()),
        )
        for row in exported.tables["figures"].rows
    )
    return {"figures.csv": delimited([head, *rows]).encode("utf-8")}


def _areas(codes: Mapping[str, Value]) -> Mapping[Value, Value]:
    """What each region is called: its code, or else its id, marked where that is a code too.

    A code that two lists have is that of neither.
    """
    taken = Counter(codes.values())
    areas: dict[Value, Value] = {}
    for id_, code in codes.items():
        area = str(code) if code and taken[code] == 1 else id_.upper()
        while area != code and area in taken:
            area += "_"
        taken[area] += 1
        areas[id_] = area
    return areas


def _in_full(row: Mapping[str, Value], name: str) -> Value:
    """The texts of a figure in English, or in Dutch where there are more of them in Dutch."""
    in_each = (row[f"{name}_{lang}"] for lang in ("en", "nl"))
    return max(in_each, key=lambda words: len(str(words).split(" | ")) if words else 0)


def _time_period(row: Mapping[str, Value]) -> Value:
    """A period in the notation of SDMX, which writes a span as its start and duration."""
    if row["period_kind"] is None:
        return _UNKNOWN
    start, end = (date.fromisoformat(str(row[n])) for n in ("period_start", "period_end"))
    if row["period_kind"] == "school_year":
        return f"{start.isoformat()}/P1Y"
    if str(row["period_kind"]).startswith("years"):
        return f"{start.isoformat()}/P{end.year - start.year + 1}Y"
    return row["period"]

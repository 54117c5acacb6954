"""Parts held against what they are parts of: shares of one whole, subsets, regions."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from kic.dataset.united import United
from kic.model import SIGNED, Period, Qualifier, Record, Text, UnitKind
from kic.model.errors import Problem
from kic.model.figure import number_key
from kic.model.interval import as_number, exact


def breakdowns(given: United) -> Iterator[Problem]:
    """Only shares divide a whole, and add up to no more than 100 but for their rounding."""
    totals: dict[tuple[str, str, Period], tuple[Fraction, Fraction]] = {}  # printed, and least
    for r, at in given.placed:
        name = r.links.indicator.breakdown
        if name and r.unit_kind is UnitKind.SHARE:
            whole = name, r.region, r.period
            told, least = totals.get(whole, (Fraction(0), Fraction(0)))
            share, rounding = _rounded_share(r)
            totals[whole] = total = told + share, least + max(share - rounding, Fraction(0))
            if least <= 100 < total[1]:
                message = f"the shares of '{name}' add up to more than 100 and their rounding"
                place = (*at, number_key(r.qualifier))
                yield Problem(place, f"{message} (found {as_number(total[0])})")
        elif name and r.unit_kind:
            place = ("indicators", r.indicator, "breakdown")
            yield Problem(place, f"a 'breakdown' divides shares (found {r.unit})")


def _rounded_share(r: Record) -> tuple[Fraction, Fraction]:
    """A share, and how much less it may be: as printed it is rounded to its last digit."""
    if r.value is None or not (r.interval.exactly or r.qualifier is Qualifier.ESTIMATE):
        return exact(r.lower or 0), Fraction(0)
    digit = int(Decimal(repr(r.value)).as_tuple().exponent)
    return exact(r.value), Fraction(10) ** digit / 2


def subsets(given: United) -> Iterator[Problem]:
    """A part is not larger than its whole."""
    records = {r.key: r for r, _ in given.placed}
    for part, at in given.placed:
        whole = records.get((part.links.indicator.subset_of or "", part.region, part.period))
        if whole is None or not part.period.known:
            continue
        if part.unit != whole.unit:
            message = f"counts {part.unit}, its whole '{whole.indicator}' counts {whole.unit}"
            yield Problem((*at, "unit"), message)
        elif part.unit_kind not in SIGNED and part.direction_from(whole) == "up":
            found = f"(found {part.lower} of {whole.upper})"
            message = f"a part is larger than its whole '{whole.indicator}' {found}"
            yield Problem((*at, number_key(part.qualifier)), message)


_SCALE = re.compile(  # what a label multiplies by, before what it counts or after a sign
    r"(?:^(?:in )?|[x×]\s?)(?:(duizend\w*|thousands?|1[.,\s]?000)|(miljoen\w*|mln|millions?))\b",
    re.IGNORECASE,
)


def populations(given: United) -> Iterator[Problem]:
    """A population divides numbers on the scale of its own: thousands, or people."""
    counts = {id_: u for id_, u in given.file.units.items() if u.kind is UnitKind.COUNT}
    for id_, indicator in given.file.indicators.items():
        own = counts.get(indicator.unit or "")
        for n, divided in enumerate(indicator.denominator_for):
            unit = counts.get(divided)
            if own and unit and _scale(own.label) != _scale(unit.label):
                both = f"'{divided}' and '{indicator.unit}'"
                message = f"{both} are not on one scale; type both in full"
                yield Problem(("indicators", id_, "denominator_for", n), message)


def _scale(label: Text) -> int:
    """How many of what it counts a label stands for: 1000 or a million of "x 1.000", or one."""
    found = map(_SCALE.search, label.both)
    return max((1000 ** (match.lastindex or 1) for match in found if match), default=1)


def circles(given: United) -> Iterator[Problem]:
    """Nothing is a part or the target of itself, by itself or by way of others."""
    file = given.file
    wholes = {
        ("indicators", "subset_of"): {id_: i.subset_of for id_, i in file.indicators.items()},
        ("indicators", "target_of"): {id_: i.target_of for id_, i in file.indicators.items()},
        ("regions", "part_of"): {id_: region.part_of for id_, region in file.regions.items()},
    }
    for (kind, key), parts in wholes.items():
        while ends := parts.keys() - parts.values():  # what has no parts is in no circle
            parts = {id_: whole for id_, whole in parts.items() if id_ not in ends}
        for id_ in parts:
            yield Problem((kind, id_, key), f"{_ONE[key]} of itself")


_ONE = {  # what it is then
    "subset_of": "an indicator is a part",
    "target_of": "an indicator is the target",
    "part_of": "a region is a part",
}

OF_WHOLES = (breakdowns, subsets, populations, circles)

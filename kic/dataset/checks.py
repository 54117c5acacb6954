"""What the records of a dataset satisfy together: every check gives all it finds."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise
from types import MappingProxyType
from typing import Any, NamedTuple

from kic.model import (
    LACKING,
    File,
    GapKind,
    Indicator,
    Measure,
    Qualifier,
    Reason,
    Record,
    Trend,
    UnitKind,
    fold,
)
from kic.model.errors import At, Problem, did_you_mean
from kic.model.interval import as_number, difference, direction, exact


class Placed(NamedTuple):
    """A record with the place in the file that it comes from."""

    record: Record
    at: At


class Checked(NamedTuple):
    """What checks look at: the sound records, and the file as it was read.

    ``sound_dataset`` is false where the head of the file is faulty itself; ``numbers``
    gives each list, by its path, the positions in the file of what is left of it;
    ``editions`` the number of the edition that defines each indicator, if there are several.
    """

    file: File
    placed: tuple[Placed, ...]
    raw: dict[str, Any]
    sound_dataset: bool
    numbers: dict[At, tuple[int, ...]]
    editions: Mapping[str, int] = MappingProxyType({})


_Check = Callable[[Checked], Iterator[Problem]]


def problems(given: Checked) -> list[Problem]:
    """Everything that records contradict each other in."""
    return [problem for check in _CHECKS for problem in check(given)]


def independent(given: Checked, replaced: Iterable[Placed]) -> set[str]:
    """The indicators of which no replaced figure had a fault or warning, or part in one.

    Their figures are held against nothing but what is said of the indicator itself.
    """
    earlier = given._replace(placed=tuple(replaced))
    single = (*_BY_ITSELF, *_RARE_BY_ITSELF)
    told = (problem.at for check in single for problem in check(earlier))
    held = {str(at[1]) for at in told if at[0] == "indicators"}
    held |= {r.indicator for r, _ in (*given.placed, *earlier.placed) if r.trend}
    for id_, indicator in given.file.indicators.items():
        if indicator.subset_of:
            held |= {id_, indicator.subset_of}
        if indicator.breakdown or indicator.gaps:
            held.add(id_)
    return set(given.file.indicators) - held


def _references(given: Checked) -> Iterator[Problem]:
    """Every id that is used is defined.

    Measured against what the file names, sound or not: a faulty record is reported
    itself and not by everything that points to it.
    """
    raw = given.raw
    defined = {
        "theme": raw.get("themes", {}),
        "region": raw.get("regions", {}),
        "unit": raw.get("units", {}),
        "source": raw.get("sources", {}),
        "organisation": raw.get("organisations", {}),
        "indicator": raw.get("indicators"),
    }
    for at, kind, id_ in uses(given):
        known = defined[kind]
        if id_ is None or not isinstance(known, dict) or id_ in known:
            continue
        yield Problem(at, f"unknown {kind} '{id_}'{did_you_mean(id_, known)}")


def uses(given: Checked) -> Iterator[tuple[At, str, str | None]]:
    """Every use of an id: where, of what kind, and the id."""
    file = given.file
    if given.sound_dataset:
        yield ("dataset", "source"), "source", file.dataset.source
    for id_, indicator in file.indicators.items():
        at = ("indicators", id_)
        for key, kind in _INDICATOR_LINKS.items():
            yield (*at, key), kind, getattr(indicator, key)
        for number, unit in enumerate(indicator.denominator_for):
            yield (*at, "denominator_for", number), "unit", unit
        for number, gap in enumerate(indicator.gaps):
            yield (*at, "gaps", number, "region"), "region", gap.region
        for number, named in enumerate(indicator.named):
            yield (*at, "named", number, "organisation"), "organisation", named.organisation
        numbers = given.numbers[*at, "figures"]
        for number, figure in zip(numbers, indicator.figures, strict=True):
            here = (*at, "figures", number)
            for key, kind in _FIGURE_LINKS.items():
                yield (*here, key), kind, getattr(figure, key)
            for place, named in enumerate(figure.named or ()):
                yield (*here, "named", place, "organisation"), "organisation", named.organisation
            if figure.correction:
                source = figure.correction.source
                yield (*here, "correction", "source"), "source", source
    for id_, region in file.regions.items():
        yield ("regions", id_, "part_of"), "region", region.part_of
    for number, statement in zip(given.numbers["statements",], file.statements, strict=True):
        yield ("statements", number, "theme"), "theme", statement.theme
        yield ("statements", number, "region"), "region", statement.region


_INDICATOR_LINKS = {
    "theme": "theme",
    "region": "region",
    "unit": "unit",
    "registered_by": "organisation",
    "caution_source": "source",
    "note_source": "source",
    "subset_of": "indicator",
    "target_of": "indicator",
}
_FIGURE_LINKS = {
    "region": "region",
    "unit": "unit",
    "source": "source",
    "caution_source": "source",
    "note_source": "source",
    "registered_by": "organisation",
}


def _duplicates(given: Checked) -> Iterator[Problem]:
    """One figure for each indicator, region and period."""
    seen = set()
    for record, at in given.placed:
        key = (record.indicator, record.region, record.period)
        if key in seen:
            yield Problem(
                (*at, "period"),
                f"another figure has this region and period (found {record.region}, "
                f"{record.period})",
            )
        seen.add(key)


SMALLEST = 1e-15  # with the largest number, no quotient is too large for programs


def _units(given: Checked) -> Iterator[Problem]:
    """A number counts something, a share lies within 0 and 100, only shares divide a whole."""
    for r, at in given.placed:
        unit = given.file.units.get(r.unit or "")
        if r.interval.known and r.unit is None:
            yield Problem((*at, "value"), "a number needs a 'unit'")
        if unit is None:
            continue
        tiny = next((n for n in r.interval if n and n < SMALLEST), None)
        if tiny is not None:
            yield Problem((*at, "value"), f"a number is 0, or not below {SMALLEST} (found {tiny})")
        printed = (r.value, r.upper if r.qualifier is Qualifier.LESS_THAN else None)
        highest = max((n for n in printed if n is not None), default=0)
        if unit.kind is UnitKind.SHARE and highest > 100:
            yield Problem((*at, "value"), f"a share lies within 0 and 100 (found {highest})")
        if unit.kind is not UnitKind.SHARE and given.file.indicators[r.indicator].breakdown:
            yield Problem(
                ("indicators", r.indicator, "breakdown"),
                f"a 'breakdown' divides shares (found {r.unit})",
            )


def _breakdowns(given: Checked) -> Iterator[Problem]:
    """The shares that divide one whole add up to at most 100."""
    totals: dict[tuple[str, str, str], Fraction] = defaultdict(Fraction)
    for r, at in given.placed:
        name = given.file.indicators[r.indicator].breakdown
        unit, least = given.file.units.get(r.unit or ""), r.value if r.lower is None else r.lower
        if not name or least is None or unit is None or unit.kind is not UnitKind.SHARE:
            continue
        whole = (name, r.region, str(r.period))
        before = totals[whole]
        totals[whole] += exact(least)
        if before <= 100 < totals[whole]:
            found = as_number(totals[whole])
            yield Problem(
                (*at, "value"),
                f"the shares of '{name}' add up to more than 100 (found {found})",
            )


def _subsets(given: Checked) -> Iterator[Problem]:
    """A part is not larger than its whole, nor a part of itself."""
    indicators = given.file.indicators
    found = {
        (p.record.indicator, p.record.region, p.record.period): p.record for p in given.placed
    }
    for part, at in given.placed:
        whole_id = indicators[part.indicator].subset_of
        whole = found.get((whole_id or "", part.region, part.period))
        if whole is None or not part.period.known:
            continue
        if part.unit != whole.unit:
            told = f"counts {part.unit}, its whole '{whole_id}' counts {whole.unit}"
            yield Problem((*at, "unit"), told)
        elif part.lower is not None and whole.upper is not None and _exceeds(part, whole):
            yield Problem(
                (*at, "value"),
                f"a part is larger than its whole '{whole_id}' "
                f"(found {part.lower} of {whole.upper})",
            )
    for id_ in _circles(indicators):
        yield Problem(("indicators", id_, "subset_of"), "an indicator is a part of itself")


def _circles(indicators: Mapping[str, Indicator]) -> Iterator[str]:
    """Every indicator that is a part of itself, directly or through others."""
    done: set[str] = set()
    for start in indicators:
        path: dict[str, None] = {}
        here: str | None = start
        while here is not None and here in indicators and here not in done:
            if here in path:
                names = list(path)
                yield from names[names.index(here) :]
                break
            path[here] = None
            here = indicators[here].subset_of
        done |= set(path)


def _exceeds(part: Record, whole: Record) -> bool:
    """Whether a part is certainly larger; "less than 5" does not reach its bound."""
    least, most = exact(part.lower or 0), exact(whole.upper or 0)
    return least >= most if whole.qualifier is Qualifier.LESS_THAN else least > most


_DENIED = {  # the directions in the numbers that a printed one rules out
    Trend.UP: {"down", "stable"},
    Trend.DOWN: {"up", "stable"},
    Trend.STABLE: {"up", "down"},
    Trend.NOT_UP: {"up"},
    Trend.NOT_DOWN: {"down"},
}


def _trends(given: Checked) -> Iterator[Problem]:
    """A printed direction agrees with the number of the period just before."""
    series = defaultdict(list)
    for place in given.placed:
        r = place.record
        if r.interval.known and r.period.known:
            series[r.indicator, r.region, r.unit, r.period.kind].append(place)
    for points in series.values():
        points.sort(key=lambda p: p.record.period)
        for (before, _), (now, at) in pairwise(points):
            real = direction(
                difference(before.interval, now.interval),
                lower_open=before.qualifier is Qualifier.LESS_THAN,
                upper_open=now.qualifier is Qualifier.LESS_THAN,
            )
            adjoining = before.period.end + timedelta(days=1) == now.period.start
            if now.trend and adjoining and real in _DENIED[now.trend]:
                yield Problem(
                    (*at, "trend"),
                    f"trend '{now.trend}' contradicts the numbers "
                    f"({before.value} in {before.period}, {now.value} in {now.period})",
                )


def _inferred(given: Checked) -> Iterator[Problem]:
    """What kic read into a figure is there."""
    for r, at in given.placed:
        if "measure" in r.inferred and r.measure in (None, Measure.UNSPECIFIED):
            yield Problem((*at, "inferred"), "an inferred measure needs a 'measure'")


def _reasons(given: Checked) -> Iterator[Problem]:
    """A figure without a number says why, and its registration does not say otherwise."""
    for r, at in given.placed:
        if not r.interval.known and r.reason is None:
            yield Problem(
                at, "a figure without a number says why: a 'reason', or a 'registration' that does"
            )
        if r.reason is Reason.UNCLEAR and r.registration in LACKING:
            yield Problem(
                (*at, "reason"),
                f"reason 'unclear' goes with registration 'unstated' (found '{r.registration}')",
            )


def _gaps(given: Checked) -> Iterator[Problem]:
    """Every gap says what is missing, once a region, and figures there are marked alike."""
    asking: dict[str, dict[str, dict[GapKind, At]]] = defaultdict(lambda: defaultdict(dict))
    for r, at in given.placed:
        if r.registration in LACKING:
            asking[r.indicator][r.region].setdefault(GapKind.STATED, at)
        if r.reason is Reason.UNCLEAR:
            asking[r.indicator][r.region].setdefault(GapKind.UNCLEAR, at)
    there = {(r.indicator, r.region) for r, _ in given.placed}
    for id_, indicator in given.file.indicators.items():
        told: dict[str, GapKind] = {}
        for number, gap in enumerate(indicator.gaps):
            at, region = ("indicators", id_, "gaps", number), gap.region or indicator.region
            if region in told:
                yield Problem(at, f"a second gap for one region (found {region})")
            told.setdefault(region, gap.kind)
            marked = gap.kind in asking[id_].get(region, ()) or (
                gap.kind is GapKind.CONCLUDED and (id_, region) in there
            )
            if not marked and _is_whole(given, id_, indicator):
                yield Problem(at, f"a gap for '{region}', but no figure there {_MARK[gap.kind]}")
        for region, kinds in asking[id_].items():
            for kind, figure_at in kinds.items():
                if told.get(region) is not kind:
                    yield Problem(
                        figure_at,
                        f"figures for '{region}' have a gap of the kind '{kind}': say under "
                        "'gaps' what is missing",
                    )


_MARK = {  # what a figure has to have for a gap of each kind
    GapKind.STATED: f"is marked {', '.join(LACKING[:-1])} or {LACKING[-1]}",
    GapKind.UNCLEAR: "has the reason 'unclear'",
    GapKind.CONCLUDED: "exists",
}


def _is_whole(given: Checked, id_: str, indicator: Indicator) -> bool:
    """Whether none of an indicator's figures was left out for faults of its own."""
    return len(given.raw["indicators"][id_]["figures"]) == len(indicator.figures)


def _names(given: Checked) -> Iterator[Problem]:
    """An id or alias means one theme or region, or else only indicators."""
    file = given.file
    for kind, topics in (("theme", file.themes), ("region", file.regions)):
        owner: dict[str, str] = {}
        for id_, topic in topics.items():
            for name in dict.fromkeys(map(fold, (id_, *topic.aliases))):
                if name in owner:
                    yield Problem(
                        (f"{kind}s", id_, "aliases"),
                        f"'{name}' already means {kind} '{owner[name]}'",
                    )
                owner.setdefault(name, id_)
    themes = {fold(n): id_ for id_, t in file.themes.items() for n in (id_, *t.aliases)}
    ids = {fold(id_): id_ for id_ in file.indicators}
    for id_, indicator in file.indicators.items():
        at = ("indicators", id_)
        places: list[tuple[At, str]] = [(at, id_)]
        places += [((*at, "aliases", n), alias) for n, alias in enumerate(indicator.aliases)]
        for place, name in places:
            if (theme := themes.get(fold(name))) is not None:
                yield Problem(place, f"'{name}' already means theme '{theme}'")
            other = ids.get(fold(name), id_)
            # Editions need not know each other's ids; an id goes before an alias.
            if other != id_ and given.editions.get(other) == given.editions.get(id_):
                yield Problem(place, f"'{name}' is the id of another indicator, '{other}'")


def _locators(given: Checked) -> Iterator[Problem]:
    """What belongs to a theme was printed under that theme."""
    places: list[tuple[At, str | None, str | None]] = []
    for r, at in given.placed:
        places.append(((*at, "locator"), r.theme, r.locator))
        for number, mention in enumerate(r.repeated):
            places.append(((*at, "repeated", number, "locator"), r.theme, mention.locator))
    numbers = given.numbers["statements",]
    for number, statement in zip(numbers, given.file.statements, strict=True):
        places.append((("statements", number, "locator"), statement.theme, statement.locator))
    for at, theme, locator in places:
        if theme is not None and locator is not None and locator.partition("/")[0] != theme:
            yield Problem(at, f"locator '{locator}' is not in its theme '{theme}'")


# A figure or a gap by itself; the others hold figures against each other.
_BY_ITSELF: tuple[_Check, ...] = (_units, _inferred, _reasons, _gaps, _locators)
_CHECKS: tuple[_Check, ...] = (
    *(_references, _duplicates, _breakdowns, _subsets, _trends, _names),
    *_BY_ITSELF,
)


# ----------------------------------------------------------------------------- warnings


def warnings(given: Checked) -> list[Problem]:
    """What is allowed, but rarely meant."""
    return [warning for warn in _WARNINGS for warning in warn(given)]


def _without_figures(given: Checked) -> Iterator[Problem]:
    for id_, indicator in given.file.indicators.items():
        if not indicator.figures:
            yield Problem(("indicators", id_), "an indicator without figures")


def _unused(given: Checked) -> Iterator[Problem]:
    """Regions, units, sources and organisations that nothing names."""
    used = defaultdict(set)
    for _, kind, id_ in uses(given):
        used[kind].add(id_)
    tables: dict[str, tuple[str, Iterable[str]]] = {
        "region": ("regions", given.file.regions),
        "unit": ("units", given.file.units),
        "source": ("sources", given.file.sources),
        "organisation": ("organisations", given.file.organisations),
    }
    for kind, (table, defined) in tables.items():
        for id_ in defined:
            if id_ not in used[kind]:
                yield Problem((table, id_), f"nothing uses this {kind}")


def _untranslated(given: Checked) -> Iterator[Problem]:
    """Texts that the file gives in one language only."""

    def visit(node: Any, at: At) -> Iterator[Problem]:
        if isinstance(node, dict):
            if len(node) == 1 and set(node) <= {"nl", "en"}:
                missing = ({"nl", "en"} - set(node)).pop()
                yield Problem(at, f"the text has no '{missing}'")
                return
            for key, value in node.items():
                yield from visit(value, (*at, key))
        elif isinstance(node, list):
            for number, value in enumerate(node):
                yield from visit(value, (*at, number))

    yield from visit(given.raw, ())


def _unplaced(given: Checked) -> Iterator[Problem]:
    for r, at in given.placed:
        if r.locator is None:
            yield Problem(at, "a figure without a 'locator' cannot be found on the page")


def _shorter(given: Checked) -> Iterator[Problem]:
    """A region of an indicator that lacks one of the periods that the others have."""
    series: dict[str, dict[str, set[str]]] = {}
    for r, _ in given.placed:
        if r.interval.known and r.period.known:
            regions = series.setdefault(r.indicator, {})
            regions.setdefault(r.region, set()).add(str(r.period))
    for id_, by_region in series.items():
        longest = max(len(periods) for periods in by_region.values())
        everything: set[str] = set().union(*by_region.values())
        for region, periods in by_region.items():
            lacking = everything - periods
            if len(by_region) > 1 and len(periods) == longest - 1 and len(lacking) == 1:
                told = f"'{region}' lacks {lacking.pop()}, which another region has"
                yield Problem(("indicators", id_), told)


def _fractions(given: Checked) -> Iterator[Problem]:
    """A count with decimals is often a thousands point taken over from the page."""
    for r, at in given.placed:
        unit = given.file.units.get(r.unit or "")
        if unit and unit.kind is UnitKind.COUNT and isinstance(r.value, float):
            whole = "" if r.value.is_integer() else f" (found {r.value})"
            yield Problem(
                (*at, "value"), f"a count with decimals; write 122045 for 122.045{whole}"
            )


def _unsourced_estimates(given: Checked) -> Iterator[Problem]:
    for r, at in given.placed:
        if r.qualifier is Qualifier.ESTIMATE and r.source == given.file.dataset.source:
            yield Problem(at, "an estimate without a 'source' of its own")


_RARE_BY_ITSELF: tuple[_Check, ...] = (_unplaced, _fractions, _unsourced_estimates)
_WARNINGS: tuple[_Check, ...] = (
    *(_without_figures, _unused, _untranslated, _shorter),
    *_RARE_BY_ITSELF,
)

"""What the records of a dataset satisfy together: every check gives all it finds."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from kic.dataset.ids import codes, hidden, names, references, unused
from kic.dataset.parts_of_wholes import OF_WHOLES
from kic.dataset.shape import NO_FIGURE, NO_STATEMENT
from kic.dataset.united import United
from kic.model import (
    LACKING,
    SIGNED,
    GapKind,
    Measure,
    Mention,
    Reason,
    Record,
    Statement,
    Trend,
    UnitKind,
)
from kic.model.errors import At, Problem
from kic.model.figure import number_key
from kic.model.interval import as_number, exact

_Check = Callable[[United], Iterator[Problem]]
_Fault = tuple[str, str, object]  # the key of a record, what is wrong with it, and whether


def problems(given: United) -> list[Problem]:
    """Everything that records contradict each other in."""
    return [problem for check in _CHECKS for problem in check(given)]


def warnings(given: United) -> list[Problem]:
    """What is allowed, but rarely meant."""
    return [warning for check in _WARNINGS for warning in check(given)]


def _of_figures(check: Callable[[Record], Iterable[_Fault]]) -> _Check:
    """The check of all figures, the revised too, from one that lists what may be wrong."""

    def check_all(given: United) -> Iterator[Problem]:
        for record, at in given.every_version:
            for key, message, applies in check(record):
                if applies:
                    like = f"{key}: {message.partition('; write')[0]}"
                    yield Problem((*at, key) if key else at, message, like=like)

    return check_all


# ------------------------------------------------------------------- figures by themselves

SMALLEST = 1e-15  # with the largest number, no quotient is too large for programs


@_of_figures
def _figures(r: Record) -> Iterable[_Fault]:
    """A number counts something and is no more than it can be; without one there is a reason."""
    tiny = next((n for n in r.interval if n and abs(n) < SMALLEST), None)
    key, highest = number_key(r.qualifier), r.interval.farthest
    is_above = highest > 100 or (r.lower == 100 and r.lower_open)
    kind = None if r.unit_kind in SIGNED else r.unit_kind
    is_below = any(n is not None and n < 0 for n in r.interval)
    return (
        (key, "a number needs a 'unit'", r.interval.known and r.unit is None),
        (
            key,
            f"a number is 0, or at least {SMALLEST} from it (found {tiny})",
            r.unit_kind and tiny,
        ),
        (
            key,
            f"a share lies within 0 and 100 (found {r.typed})",
            kind is UnitKind.SHARE and is_above,
        ),
        (key, f"a {kind} is not below 0 (found {r.typed})", kind and is_below),
        (key, "nothing is less than 0", kind and r.upper_open and r.upper == 0),
        (
            "inferred",
            "an inferred measure needs a 'measure'",
            "measure" in r.inferred and r.measure in (None, Measure.UNSPECIFIED),
        ),
        (
            "",
            "a figure without a number says why: a 'reason', or a 'registration' that does",
            not r.interval.known and r.reason is None,
        ),
        (
            "reason",
            f"reason 'unclear' goes with registration 'unstated' (found '{r.registration}')",
            r.reason is Reason.UNCLEAR and r.registration in LACKING,
        ),
    )


def _locators(given: United) -> Iterator[Problem]:
    """What belongs to a theme was printed under that theme."""
    mentioned: list[tuple[At, Record | Statement | Mention, str | None]] = [
        *((at, r, r.theme) for r, at in given.placed),
        *(
            ((*at, "repeated", number), mention, r.theme)
            for r, at in given.placed
            for number, mention in enumerate(r.repeated)
        ),
        *((("statements", n), said, said.theme) for n, said in enumerate(given.file.statements)),
    ]
    for at, part, theme in mentioned:
        if theme and part.locator and part.locator.partition("/")[0] != theme:
            message = f"locator '{part.locator}' is not in its theme '{theme}'"
            yield Problem((*at, "locator"), message)


_MARK = {  # what a figure has to have for a gap of each kind
    GapKind.STATED: f"is marked {', '.join(LACKING[:-1])} or {LACKING[-1]}",
    GapKind.UNCLEAR: "has the reason 'unclear'",
    GapKind.CONCLUDED: "exists",
}


def _gaps(given: United) -> Iterator[Problem]:
    """Every gap says what is missing, once a region and edition, and figures are marked alike."""
    marks: dict[tuple[str, str, GapKind, int], At] = {}  # the first figure with each
    for r, at in given.every_version:
        for kind, applies in (
            (GapKind.CONCLUDED, True),
            (GapKind.STATED, r.registration in LACKING),
            (GapKind.UNCLEAR, r.reason is Reason.UNCLEAR and r.registration not in LACKING),
        ):
            if applies:
                marks.setdefault((r.indicator, r.region, kind, given.edition(at)), at)
    marked = {mark[:3] for mark in marks}
    kinds: dict[tuple[str, str, int], GapKind] = {}
    for id_, indicator in given.file.indicators.items():
        for number, gap in enumerate(indicator.gaps):
            at, region = ("indicators", id_, "gaps", number), gap.region or indicator.region
            if (id_, region, edition := given.edition(at)) in kinds:
                yield Problem(at, f"a second gap for one region (found {region})")
            kinds.setdefault((id_, region, edition), gap.kind)
            if (id_, region, gap.kind) not in marked and NO_FIGURE not in indicator.figures:
                yield Problem(at, f"a gap for '{region}', but no figure there {_MARK[gap.kind]}")
    for (id_, region, kind, edition), at in marks.items():
        if kind is not GapKind.CONCLUDED and kinds.get((id_, region, edition)) is not kind:
            needed = f"a gap of the kind '{kind}': say under 'gaps' what is missing"
            yield Problem(at, f"figures for '{region}' have {needed}")


# ------------------------------------------------------------- figures against each other


def _statements(given: United) -> Iterator[Problem]:
    """One file gives a statement once; what a later one says again counts once."""
    seen: dict[tuple[int, Statement], int | str] = {}
    for number, statement in enumerate(given.file.statements):
        edition, (_, here) = given.merged.origin(("statements", number))
        first = seen.setdefault((edition, statement), here)
        if first != here and statement is not NO_STATEMENT:
            message = f"says the same as statements[{int(first) + 1}]"
            yield Problem(("statements", number), message)


_DENIED = {  # the directions in the numbers that a printed one rules out
    Trend.UP: {"down", "stable"},
    Trend.DOWN: {"up", "stable"},
    Trend.STABLE: {"up", "down"},
    Trend.NOT_UP: {"up"},
    Trend.NOT_DOWN: {"down"},
}


def _trends(given: United) -> Iterator[Problem]:
    """A printed direction agrees with the number just before, or with that of a year before."""
    series: dict[object, dict[tuple[int, ...], Record]] = defaultdict(dict)  # by first day
    for now, at in sorted(given.placed, key=lambda placed: placed.record.period):
        if not now.period.known:  # no other is just before it
            continue
        earlier = series[now.indicator, now.region, now.unit, now.period.kind]
        last = next(reversed(earlier.values()), None)
        year, *day = now.period.start.timetuple()[:3]
        year_ago = earlier.get((year - 1, *day))
        earlier[year, *day] = now
        adjoins = last is not None and now.period.follows(last.period)
        bases = [r for r in (last, year_ago) if r and (year_ago or adjoins)]
        if now.trend and bases and all(now.direction_from(r) in _DENIED[now.trend] for r in bases):
            before = bases[0]
            numbers = f"({before.typed} in {before.period}, {now.typed} in {now.period})"
            message = f"trend '{now.trend}' contradicts the numbers {numbers}"
            yield Problem((*at, "trend"), message)


# ------------------------------------------------------------------------------- warnings


def _without_figures(given: United) -> Iterator[Problem]:
    for id_, indicator in given.file.indicators.items():
        if not indicator.figures:
            yield Problem(("indicators", id_), "an indicator without figures")


def _untranslated(given: United) -> Iterator[Problem]:
    """Texts in one language of a file that has two."""
    for at, table in _tables(given.merged.raw, ()):
        if set(table) in ({"nl"}, {"en"}) and len(given.merged.languages(at)) > 1:
            yield Problem(at, f"the text has no '{'en' if 'nl' in table else 'nl'}'")


def _tables(node: Any, at: At) -> Iterator[tuple[At, dict[str, Any]]]:
    """Every table within a table or list, with its place."""
    if isinstance(node, dict):
        yield at, node
    if isinstance(node, dict | list):
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield from _tables(value, (*at, key))


def _shorter(given: United) -> Iterator[Problem]:
    """A region of an indicator that lacks one of the periods that another region has."""
    series: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for r, _ in given.placed:
        if r.period.known:  # without a number it is there all the same
            series[r.indicator][r.region].add(str(r.period))
    for id_, by_region in series.items():
        everything: set[str] = set().union(*by_region.values())
        for region, periods in by_region.items():
            lacking = everything - periods
            if len(lacking) == 1 and everything in by_region.values():
                message = f"'{region}' lacks {lacking.pop()}, which another region has"
                yield Problem(("indicators", id_), message)


@_of_figures
def _unusual(r: Record) -> Iterable[_Fault]:
    """A figure that cannot be found again, or whose number is likely to be mistyped.

    One that is quoted from elsewhere is found by the address of that.
    """
    whole = as_number(exact(r.value or 0) * 1000)
    instead = f"; write {whole} if the point separates thousands" if whole % 1 == 0 else ""
    return (
        (
            "",
            "a figure without a 'locator' cannot be found on the page",
            r.locator is None and not (r.source != r.links.edition.source and r.links.source.url),
        ),
        (
            "value",  # often a thousands point taken over from the page
            f"a count with decimals{instead} (found {r.value})",
            r.unit_kind is UnitKind.COUNT and isinstance(r.value, float),
        ),
    )


_CHECKS: tuple[_Check, ...] = (
    *(references, _statements, *OF_WHOLES, _trends, names, codes),  # held against each other
    *(_figures, _gaps, _locators),  # each by itself
)
_WARNINGS: tuple[_Check, ...] = (
    *(_without_figures, hidden, unused, _untranslated, _shorter, _unusual),
)

"""What the records of a dataset satisfy together: every check gives all it finds."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from kic.dataset.parts_of_wholes import OF_WHOLES
from kic.dataset.shape import NO_FIGURE, NO_STATEMENT, meant
from kic.dataset.united import United
from kic.model import (
    ID,
    LACKING,
    SIGNED,
    File,
    GapKind,
    Measure,
    Mention,
    Reason,
    Record,
    Statement,
    Trend,
    UnitKind,
    fold,
)
from kic.model.errors import At, Problem, did_you_mean
from kic.model.figure import number_key
from kic.model.interval import as_number, exact
from kic.model.text import ISO

_Check = Callable[[United], Iterator[Problem]]
_Fault = tuple[str, str, object]  # the key of a record, what is wrong with it, and whether


def problems(given: United) -> list[Problem]:
    """Everything that records contradict each other in."""
    return [problem for check in (*_TOGETHER, *_BY_ITSELF) for problem in check(given)]


def warnings(given: United) -> list[Problem]:
    """What is allowed, but rarely meant."""
    return [warning for check in _WARNINGS for warning in check(given)]


def _of_figures(check: Callable[[File, Record], Iterable[_Fault]]) -> _Check:
    """The check of all figures, the revised too, from one that lists what may be wrong."""

    def check_all(given: United) -> Iterator[Problem]:
        for record, at in given.every_version:
            for key, message, applies in check(given.file, record):
                if applies:
                    like = f"{key}: {message.partition('; write')[0]}"
                    yield Problem((*at, key) if key else at, message, like=like)

    return check_all


# ----------------------------------------------------------------------------------- ids

_LINKS = {  # what the ids under a key are of; None where parts stand that hold such keys
    **dict.fromkeys(("dataset", "regions", "indicators", "statements")),
    **dict.fromkeys(("figures", "gaps", "named", "correction")),
    "theme": "theme",
    "region": "region",
    "part_of": "region",
    "unit": "unit",
    "denominator_for": "unit",
    "source": "source",
    "caution_source": "source",
    "note_source": "source",
    "registered_by": "organisation",
    "organisation": "organisation",
    "subset_of": "indicator",
    "highlights": "indicator",
    "target_of": "indicator",
    "related_to": "indicator",
    "context": "indicator",
}


def uses(node: Any, at: At = (), kind: str | None = None) -> Iterator[tuple[At, str, str]]:
    """Every use of an id in a file or a part of it: where, of what kind, and the id.

    ``at`` is where the part stands, and ``kind`` what its ids are of, if it holds any.
    """
    if isinstance(node, BaseModel):
        for key, value in vars(node).items():
            if value and key in _LINKS:
                yield from uses(value, (*at, key), _LINKS[key])
    elif isinstance(node, dict | tuple):
        for step, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield from uses(value, (*at, step), kind)
    elif kind:
        yield at, kind, node


def _references(given: United) -> Iterator[Problem]:
    """Every id that is used is defined.

    Measured against what the file names, sound or not: a faulty record is reported itself.
    """
    for at, kind, id_ in _all_uses(given):
        defined = given.merged.raw.get(f"{kind}s", {})
        if (
            isinstance(defined, dict)
            and id_ not in defined
            and not _is_explained(given, kind, id_)
        ):
            message = f"unknown {kind} '{id_}'{did_you_mean(id_, defined)}"
            yield Problem(at, message, like=message)  # under whatever key


def _is_explained(given: United, kind: str, id_: str) -> bool:
    """Whether what an id names stands there under a faulty id or heading, which is told."""
    raw, table = given.merged.raw, f"{kind}s"
    misspelt = [key for key in raw if key not in File.model_fields and meant((key,)) == table]
    if any(id_ in raw[key] for key in misspelt if isinstance(raw[key], dict)):
        return True
    return fold(id_) in (fold(other) for other in raw.get(table, ()) if not re.match(ID, other))


def _all_uses(given: United) -> Iterator[tuple[At, str, str]]:
    """Every use of an id, also in the heads of later editions and what these tell of figures."""
    yield from uses(given.file)
    for number, own in enumerate(given.later, 1):
        for use in uses(own, (f"edition {number}",)):
            if use[0][-1:] != ("region",):  # that of the stand-in
                yield use


def _names(given: United) -> Iterator[Problem]:
    """An id or alias means one theme or region, or else only indicators; a label one region."""
    file = given.file
    meant: dict[tuple[str, str], str] = {}  # ids by kind and name
    for kind, topics in (("theme", file.themes), ("region", file.regions)):
        for id_, topic in topics.items():
            for name in map(fold, (id_, *topic.aliases)):
                if (first := meant.setdefault((kind, name), id_)) != id_:
                    message = f"'{name}' already means {kind} '{first}'"
                    yield Problem((f"{kind}s", id_, "aliases"), message)
    for id_, region in file.regions.items():
        for name in dict.fromkeys(map(fold, (region.label.nl, region.label.en))):
            if (first := meant.setdefault(("label", name), id_)) != id_:
                yield Problem(("regions", id_, "label"), f"region '{first}' is called so too")
    ids = {fold(id_): id_ for id_ in file.indicators}
    for id_, indicator in file.indicators.items():
        at: At = ("indicators", id_)
        aliases = (((*at, "aliases", n), alias) for n, alias in enumerate(indicator.aliases))
        for place, name in ((at, id_), *aliases):
            if theme_id := meant.get(("theme", fold(name))):
                yield Problem(place, f"'{name}' already means theme '{theme_id}'")
            other = ids.get(fold(name), id_)
            # Editions need not know each other's ids; an id goes before an alias.
            if other != id_ and given.edition(("indicators", other)) == given.edition(at):
                yield Problem(place, f"'{name}' is the id of another indicator, '{other}'")


def _codes(given: United) -> Iterator[Problem]:
    """A code of a list means one region."""
    meant: dict[tuple[str, str], str] = {}
    for id_, region in given.file.regions.items():
        if region.code:
            of_list = region.code_list or ISO
            if (first := meant.setdefault((of_list, region.code), id_)) != id_:
                message = f"'{region.code}' of {of_list} is the code of region '{first}' already"
                yield Problem(("regions", id_, "code"), message)


# ------------------------------------------------------------------- figures by themselves

SMALLEST = 1e-15  # with the largest number, no quotient is too large for programs


@_of_figures
def _figures(_: File, r: Record) -> Iterable[_Fault]:
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


def _hidden(given: United) -> Iterator[Problem]:
    """Indicators that are called as another theme is, which is what the name then means."""
    themes = {
        fold(name): id_
        for id_, theme in given.file.themes.items()
        for name in (id_, *theme.aliases, theme.label.nl, theme.label.en)
    }
    for id_, indicator in given.file.indicators.items():
        for name in dict.fromkeys(map(fold, (indicator.label.nl, indicator.label.en))):
            if (theme := themes.get(name, indicator.theme)) != indicator.theme:
                yield Problem(("indicators", id_, "label"), f"theme '{theme}' is called so too")


def _unused(given: United) -> Iterator[Problem]:
    """Regions, units, sources and organisations that nothing names."""
    used = {(kind, id_) for _, kind, id_ in _all_uses(given)}
    for kind in ("region", "unit", "source", "organisation"):
        for id_ in getattr(given.file, f"{kind}s"):
            if (kind, id_) not in used:
                yield Problem((f"{kind}s", id_), f"nothing uses this {kind}")


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
def _unusual(_: File, r: Record) -> Iterable[_Fault]:
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


# A figure or a gap by itself, and figures held against each other.
_BY_ITSELF: tuple[_Check, ...] = (_figures, _gaps, _locators)
_TOGETHER: tuple[_Check, ...] = (_references, _statements, *OF_WHOLES, _trends, _names, _codes)
_WARNINGS: tuple[_Check, ...] = (
    *(_without_figures, _hidden, _unused, _untranslated, _shorter, _unusual),
)

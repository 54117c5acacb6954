"""What changed from one dataset or edition to another."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter, itemgetter
from types import MappingProxyType
from typing import Any, NamedTuple, get_args

from kic.dataset import Dataset
from kic.model import (
    DEFINITIONS,
    DifferenceKind,
    Qualifier,
    Record,
    Statement,
    Topic,
    fold,
)
from kic.model.grouping import grouped
from kic.model.versions import of_earlier
from kic.query import names
from kic.query.change import Change, computed
from kic.query.gaps import gap_figures, named, telling
from kic.query.question import Query, left_out, understood

# Fields in the words of whoever made the dataset that change no number and no definition.
BACKGROUND = {
    *("note", "notes", "note_source", "short", "aliases", "related_to"),
    *("missing", "gap_translation", "summary"),
}


class FieldChange(NamedTuple):
    """A field that differs, by its name in the JSON contract, with its value in both datasets."""

    field: str
    old: Any
    new: Any


class Difference(NamedTuple):
    """What two datasets say otherwise of one thing.

    ``part`` is what it is about: a ``"figure"``, a ``"gap"``, a ``"statement"`` or one of
    ``DEFINITIONS``; ``id`` is which of these, or the indicator of a figure or gap.  ``old`` and
    ``new`` are the figures, those by which a gap is told, or the statements; None where there
    is none, or a definition differs.  ``change`` is how much a number was revised.
    ``beside`` are the numbers that came where a gap was told, or went where one is told now.
    """

    kind: DifferenceKind
    part: str
    id: str
    old: Record | Statement | None = None
    new: Record | Statement | None = None
    fields: tuple[FieldChange, ...] = ()
    change: Change | None = None
    beside: tuple[Record, ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        """Its figures, the older one first."""
        return tuple(r for r in (self.old, self.new) if isinstance(r, Record))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Its statements, the older one first."""
        return tuple(s for s in (self.old, self.new) if isinstance(s, Statement))


class Diff(NamedTuple):
    """The answer of :func:`diff`: the differences by their kind, those of gaps first.

    The figures of ``old`` are under the ids of ``new``, also where indicators or regions were
    renamed.  ``left_out`` are the differences that each filter, by its option, leaves out.
    """

    query: Query
    old: Dataset
    new: Dataset
    differences: tuple[Difference, ...]
    left_out: Mapping[str, tuple[Difference, ...]] = MappingProxyType({})


def diff(
    old: Dataset,
    new: Dataset,
    *,
    theme: names.Names = None,
    indicators: names.Names = None,
    region: names.Names = None,
    period: names.Names = None,
) -> Diff:
    """Everything that the newer of two datasets says otherwise than the older one.

    A figure is the same if its indicator, region and period are; an indicator or region that
    was renamed is known by its alias.  A change of unit, ages or way of counting is one of
    definition and no revision.  How a page is read, as its layout and what is no figure, is
    not compared.

    The filters take what they name in either of the two, a definition with the figures that it
    is of.
    """
    old, renamed = _in_new_names(old, new)
    tables: dict[str, Any] = {
        name: {**getattr(old, name), **getattr(new, name)}
        for name in ("themes", "regions", "indicators")
    }
    records, statements = (
        (*getattr(old, name), *getattr(new, name)) for name in ("records", "statements")
    )
    both = replace(new, **tables, records=records, statements=statements)
    query = understood(both, (), theme=theme, indicators=indicators, region=region, period=period)
    kinds = get_args(DifferenceKind)
    found = sorted(
        _compared(old, new, renamed), key=lambda d: (kinds.index(d.kind), d.part in DEFINITIONS)
    )

    def taken(query: Query) -> tuple[Difference, ...]:
        told_by = {id_ for r in both.records if query.takes(r) for id_ in _ids(r)}
        return tuple(
            d
            for d in found
            if query == Query()
            or any(map(query.takes, d.records))
            or any(map(query.takes_statement, d.statements))
            or (d.part in DEFINITIONS and d.id in told_by)
        )

    return Diff(query, old, new, taken(query), left_out(new, query, taken, id))


def _ids(r: Record) -> Iterator[str | None]:
    """The definitions that a figure is told by."""
    sources = (*r.links.sources, *r.links.background)
    return iter((r.indicator, r.theme, r.region, r.unit, *named(r), *sources))


# --------------------------------------------------------------------------------- names

_Key = tuple[Any, ...]  # what something is, its id, and what else tells it from others


def _in_new_names(old: Dataset, new: Dataset) -> tuple[Dataset, dict[_Key, str]]:
    """The older dataset with the ids of the newer for indicators and regions; and its own ids."""
    indicators = _renamed(old.indicators, new.indicators)
    regions = _renamed(old.regions, new.regions)
    dataset = replace(
        old,
        indicators={indicators.get(id_, id_): told for id_, told in old.indicators.items()},
        regions={regions.get(id_, id_): told for id_, told in old.regions.items()},
        records=tuple(
            r._replace(
                indicator=indicators.get(r.indicator, r.indicator),
                region=regions.get(r.region, r.region),
            )
            for r in old.records
        ),
    )
    before = {("indicator", now): then for then, now in indicators.items()}
    return dataset, before | {("region", now): then for then, now in regions.items()}


def _renamed(old: Mapping[str, Topic], new: Mapping[str, Topic]) -> dict[str, str]:
    """The newer id of what was renamed, by the older: an alias of one of the two says so.

    Where several could be meant, none is.
    """
    gone, come = ([id_ for id_ in a if id_ not in b] for a, b in ((old, new), (new, old)))
    pairs = [(a, b) for a in gone for b in come if _is_alias(a, new[b]) or _is_alias(b, old[a])]
    befores, afters = (grouped(pairs, itemgetter(n)) for n in (0, 1))
    return {a: b for a, b in pairs if len(befores[a]) == len(afters[b]) == 1}


def _is_alias(name: str, topic: Topic) -> bool:
    return fold(name) in map(fold, topic.aliases)


# ---------------------------------------------------------------------------- comparing

_Getters = Mapping[str, Callable[[Any], Any]]
_UNSEEN = {"indicator", "gap", "links"}  # by which a figure is found, or that is told apart
_GETTERS: dict[str, _Getters] = {  # what gets the values that count, by the names in the JSON
    "figure": {
        **{name: attrgetter(name) for name in Record._fields if name not in _UNSEEN},
        "earlier": lambda r: [then[:-1] for then in r.earlier],  # without their links
        "caution_source": lambda r: tuple(sorted(_sources_of_cautions(r) - _cited(r))),
        "note_source": lambda r: tuple(r.links.background),
    },
    "gap": {
        "gap": attrgetter("gap.kind"),
        "missing": attrgetter("gap.missing"),
        "gap_as_printed": attrgetter("gap.as_printed"),
        "gap_translation": attrgetter("gap.translation"),
        "since": attrgetter("gap.since"),
    },
    "organisation": {"label": lambda label: label},
}
_ASIDE = {"figures", "gaps", "layout"}  # compared by themselves, or about reading a page


def _compared(old: Dataset, new: Dataset, renamed: Mapping[_Key, str]) -> Iterator[Difference]:
    """All that differs between two datasets that use the same ids.

    What differs of an indicator is not told of each of its figures again, nor a gap of the
    figures that only say of it.  ``renamed`` are the ids that definitions had before.
    """
    before, after = _things(old), _things(new)
    whole: dict[_Key, FieldChange] = {}  # what differs of all figures of an indicator
    apart: set[_Key] = set()  # where a gap came or went
    for key in dict.fromkeys((*after, *before)):
        part, id_, *_ = key
        then, now = before.get(key), after.get(key)
        fields = [FieldChange("id", renamed[key], id_)] if key in renamed else []
        fields += (
            f
            for f in _fields(part, then, now)
            if not _is_told(f, whole.get((part, id_, f.field.removesuffix("s"))))
        )
        if part == "gap" and then and now:
            fields += _moved(old, new, key)
        if part == "indicator":
            whole |= {("figure", id_, f.field): f for f in fields}
        beside = _beside(key, then, now, old, new) if part == "gap" else ()
        if part == "gap" and (then is None or now is None):
            apart.add(key[1:])
        kind = _kind(part, then, now, fields, bool(beside))
        if kind in ("added", "gone") and key[1:3] in apart and _only_lacks(now or then):
            kind = None
        if kind:
            both = (None, None) if part in DEFINITIONS else (then, now)
            change = _change(then, now) if kind == "revised" else None
            yield Difference(kind, part, id_, *both, tuple(fields), change, beside)


def _things(dataset: Dataset) -> dict[_Key, Any]:
    """All that is compared, under its key: definitions first, and figures in order of time."""
    said = grouped(dataset.statements, lambda s: ("statement", s.locator, s.source))
    series = grouped(dataset.records, lambda r: ("figure", r.indicator, r.region))
    tables = {part: getattr(dataset, f"{part}s") for part in DEFINITIONS}
    return {
        **{(part, id_): told for part, table in tables.items() for id_, told in table.items()},
        **{(*place, n): s for place, several in said.items() for n, s in enumerate(several)},
        **{("gap", r.indicator, r.region): r for r in gap_figures(dataset.records)},
        **{
            (*where, r.period): r
            for where, several in series.items()
            for r in sorted(several, key=attrgetter("period"))
        },
    }


def _fields(part: str, old: Any, new: Any) -> Iterator[FieldChange]:
    """The fields in which two versions of one thing differ."""
    names = getattr(type(new), "model_fields", ())
    getters = _GETTERS.get(part) or {n: attrgetter(n) for n in names if n not in _ASIDE}
    for name, get in getters.items() if old and new else ():
        then, now = get(old), get(new)
        if then != now:
            if part == "figure":  # of what earlier editions gave also the links
                then, now = getattr(old, name, then), getattr(new, name, now)
            yield FieldChange(name, then, now)


def _is_told(field: FieldChange, whole: FieldChange | None) -> bool:
    """Whether a figure differs in a field only as its whole indicator does."""
    if whole is None or not isinstance(field.old, tuple):
        return whole is not None and field[1:] == whole[1:]
    own = [[item for item in several if item not in whole] for several in field[1:]]
    return field[1:] == whole[1:] or own[0] == own[1]


def _moved(old: Dataset, new: Dataset, key: _Key) -> Iterator[FieldChange]:
    """That a gap is one of other periods, in a series that has numbers without it in both."""
    _, indicator, region = key
    several = [[*map(telling, d.in_time[indicator, region])] for d in (old, new)]
    then, now = (tuple(r.period for r in there if r.gap) for there in several)
    if then != now and all(any(r.gives_number and not r.gap for r in there) for there in several):
        yield FieldChange("period", then, now)


def _beside(
    key: _Key, then: Record | None, now: Record | None, old: Dataset, new: Dataset
) -> tuple[Record, ...]:
    """The numbers that came where a gap was told, the first where it still is; else those gone."""
    _, indicator, region = key
    had, has = (
        {r.period: r for r in dataset.in_time.get((indicator, region), ()) if r.gives_number}
        for dataset in (old, new)
    )
    if then and now and had:
        return ()
    some, others = (has, had) if then else (had, has)
    return tuple(r for period, r in some.items() if period not in others)


def _only_lacks(r: Any) -> bool:
    """Whether a figure is only there to say of a gap."""
    return r.gap and not r.interval.known and not r.worded


def _change(old: Any, new: Any) -> Change | None:
    """How much more or less a revised number is, where there are two."""
    return computed(old, new) if old.interval.known and new.interval.known else None


def _sources_of_cautions(r: Record) -> set[str]:
    """The sources that are named with its cautions, also with those of earlier editions."""
    said = [part for v in (r, *r.earlier) for part in (v.links.figure, v.links.indicator)]
    named_ = ((p.caution, p.caution_source) for p in said if p.caution and p.caution_source)
    return {id_ for told, id_ in named_ if not {told, of_earlier(told)}.isdisjoint(r.cautions)}


def _cited(r: Record) -> set[str]:
    """The sources of a number itself."""
    return {r.source, r.correction.source} if r.correction else {r.source}


# --------------------------------------------------------------------------------- kinds

_ALONE: dict[str, tuple[DifferenceKind, DifferenceKind]] = {
    "gap": ("gap_opened", "gap_untold"),
    "figure": ("added", "gone"),
    "statement": ("statement_added", "statement_gone"),
}


def _kind(
    part: str, old: Any, new: Any, fields: Iterable[FieldChange], has_numbers: bool
) -> DifferenceKind | None:
    """What a difference is called; None where there is none to tell."""
    if old is None or new is None:
        alone = _ALONE[part][new is None] if part in _ALONE else None
        return "gap_closed" if alone == "gap_untold" and has_numbers else alone
    names = {f.field for f in fields}
    if part == "gap" and has_numbers:
        return "gap_answered"
    if not names:
        return None
    if part == "figure" and (kind := _kind_of_number(old, new, names)):
        return kind
    if not names - BACKGROUND:
        return "reworded"
    return "gap_retold" if part == "gap" else "definition"


def _kind_of_number(old: Record, new: Record, names: set[str]) -> DifferenceKind | None:
    """What a difference of a figure is called, if it is one of its number."""
    excluded = new.direction_from(old) in ("up", "down")  # no number can be both
    if old.interval.known and new.interval.known and None in (old.trend, new.trend):
        new = new._replace(trend=old.trend)  # a direction beside a number revises it not
    revised = excluded or _amount(old) != _amount(new)
    if old.interval.known and new.interval.known and _count(old) != _count(new):
        return "definition"
    if "correction" in names and (revised or None in (old.correction, new.correction)):
        return "corrected"
    if revised:
        return "revised"
    return "qualifier" if names & {"qualifier", "status", "lower", "upper"} else None


def _count(r: Record) -> tuple[Any, ...]:
    """What has to be the same for a number to be a revision of another.

    Without a period two publications may each tell of another year.
    """
    return r.links.unit, r.measure, r.links.indicator.ages, r.period.known or r.source


def _amount(r: Record) -> tuple[Any, ...]:
    """What stands in the place of a number, whatever is said of its exactness."""
    bound: dict[Any, Any] = {Qualifier.MORE_THAN: r.lower, Qualifier.RANGE: (r.lower, r.upper)}
    number = bound.get(r.qualifier, r.upper) if r.value is None else r.value
    return number, r.words, r.trend

"""What changed from one dataset or edition to another."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter, itemgetter
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar, get_args

from kic.dataset import Dataset
from kic.model import (
    DEFINITIONS,
    DifferenceKind,
    Period,
    Qualifier,
    Record,
    Statement,
    Text,
    Topic,
    fold,
)
from kic.query import names
from kic.query.change import Change, computed
from kic.query.gaps import gap_figures, named
from kic.query.grouping import grouped
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

    @property
    def period(self) -> Period | None:
        """When it is about, if not a definition."""
        told = self.new or self.old
        return told.period if told else None


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
    ids = {t: _renamed(getattr(old, t), getattr(new, t)) for t in ("indicators", "regions")}
    old = _in_new_names(old, **ids)
    tables: dict[str, Any] = {
        t: {**getattr(old, t), **getattr(new, t)} for t in ("themes", "regions", "indicators")
    }
    both = replace(new, **tables, records=(*old.records, *new.records))
    query = understood(both, (), theme=theme, indicators=indicators, region=region, period=period)
    definitions = list(_definitions(old, new, ids))
    gaps = list(_gaps(old, new))
    figures = _figures(old, new, definitions, gaps)
    found = [*gaps, *figures, *definitions, *_statements(old, new)]
    found.sort(key=lambda d: get_args(DifferenceKind).index(d.kind))

    def taken(query: Query) -> tuple[Difference, ...]:
        used = {use for r in both.records if query.takes(r) for use in _uses(r)}
        return tuple(
            d
            for d in found
            if query == Query()
            or (d.part, d.id) in used
            or any(map(query.takes, d.records))
            or any(map(query.takes_statement, d.statements))
        )

    return Diff(query, old, new, taken(query), left_out(query, taken, id))


def _uses(r: Record) -> Iterator[tuple[str, str | None]]:
    """The definitions that a figure is told by."""
    yield from (("indicator", r.indicator), ("theme", r.theme), ("region", r.region))
    yield from (("unit", r.unit), *(("organisation", id_) for id_ in named(r)))
    yield from (("source", id_) for id_ in (*r.links.sources, *r.links.background))


# --------------------------------------------------------------------------------- names


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


def _in_new_names(
    old: Dataset, indicators: Mapping[str, str], regions: Mapping[str, str]
) -> Dataset:
    """The older dataset, its figures under the newer ids of their indicators and regions."""
    return replace(
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


# ------------------------------------------------------------------------- two of a kind

_Key = TypeVar("_Key", bound=Hashable)
_Thing = TypeVar("_Thing")
_Getters = Mapping[str, Callable[[Any], Any]]


def _pairs(
    before: Mapping[_Key, _Thing], after: Mapping[_Key, _Thing]
) -> Iterator[tuple[_Key, _Thing | None, _Thing | None]]:
    """Everything under its key, as the older and the newer dataset have it."""
    keys = dict.fromkeys((*after, *before))
    return ((key, before.get(key), after.get(key)) for key in keys)


def _fields(getters: _Getters, old: Any, new: Any) -> Iterator[FieldChange]:
    """The fields in which two versions differ, each by what gets the value that counts."""
    for name, get in getters.items() if old and new else ():
        then, now = get(old), get(new)
        if then != now:
            yield FieldChange(name, getattr(old, name, then), getattr(new, name, now))


def _weighed(kind: DifferenceKind, fields: Iterable[FieldChange]) -> DifferenceKind:
    """The kind of a difference in some fields, or that something is in other words."""
    return "reworded" if BACKGROUND.issuperset(f.field for f in fields) else kind


# ---------------------------------------------------------------------------------- gaps

_GAP: _Getters = {  # under the names of the JSON contract
    "gap": attrgetter("gap.kind"),
    "missing": attrgetter("gap.missing"),
    "gap_as_printed": attrgetter("gap.as_printed"),
    "gap_translation": attrgetter("gap.translation"),
    "since": attrgetter("gap.since"),
}


def _gaps(old: Dataset, new: Dataset) -> Iterator[Difference]:
    """The gaps that one of the two tells, or both otherwise, or beside a first number."""
    before, after = ({_where(r): r for r in gap_figures(d.records)} for d in (old, new))
    had, has = ({r.key: r for r in d.records if r.interval.known} for d in (old, new))
    went, came = (
        grouped((r for key, r in a.items() if key not in b), _where)
        for a, b in ((had, has), (has, had))
    )
    numbered = set(map(_where, had.values()))
    for where, then, now in _pairs(before, after):
        fields = tuple(_fields(_GAP, then, now))
        beside = tuple((came if then else went).get(where, ()))
        if then is None:
            kind: DifferenceKind = "gap_opened"
        elif now is None:
            kind = "gap_closed" if beside else "gap_untold"
        elif beside and where not in numbered:
            kind = "gap_answered"
        elif fields:
            kind, beside = _weighed("gap_retold", fields), ()
        else:
            continue
        yield Difference(kind, "gap", where[0], then, now, fields, beside=beside)


def _where(r: Record) -> tuple[str, str]:
    return r.indicator, r.region


# ------------------------------------------------------------------------------- figures

_UNSEEN = {"indicator", "gap", "links"}  # by which it is found, or that is told apart
_FIGURE: _Getters = {
    **{name: attrgetter(name) for name in Record._fields if name not in _UNSEEN},
    "earlier": lambda r: [then[:-1] for then in r.earlier],  # without their links
    "caution_source": lambda r: tuple(r.links.sources.keys() - _cited(r)),
    "note_source": lambda r: tuple(r.links.background),
}


def _cited(r: Record) -> set[str]:
    """The sources of a number itself."""
    return {r.source, r.correction.source} if r.correction else {r.source}


def _figures(
    old: Dataset, new: Dataset, definitions: Iterable[Difference], gaps: Iterable[Difference]
) -> Iterator[Difference]:
    """The figures that one of the two has, or both otherwise.

    What differs of an indicator is not told of each of its figures again, nor a gap of the
    figures that are only there to say of it.
    """
    told = {(d.part, d.id, f.field): f for d in definitions for f in d.fields}
    apart = {_where(r) for d in gaps if len(d.records) == 1 for r in d.records}
    pairs = _pairs(*({r.key: r for r in d.records} for d in (old, new)))
    series = grouped(pairs, lambda pair: pair[0][:2]).values()
    in_time = (pair for several in series for pair in sorted(several, key=lambda p: p[0][2]))
    for key, then, now in in_time:
        fields = tuple(
            field
            for field in _fields(_FIGURE, then, now)
            if not _is_told(field, told.get(("indicator", key[0], field.field.removesuffix("s"))))
        )
        if then and now:
            if fields:
                yield _figure(then, now, fields)
        elif (alone := now or then) and not (_only_lacks(alone) and _where(alone) in apart):
            yield Difference("added" if now else "gone", "figure", key[0], then, now)


def _only_lacks(r: Record) -> bool:
    """Whether a figure is only there to say of a gap."""
    return r.gap is not None and not r.interval.known and not r.worded


def _is_told(field: FieldChange, whole: FieldChange | None) -> bool:
    """Whether a figure differs in a field only as its whole indicator does."""
    if whole is None or not isinstance(field.old, tuple):
        return whole is not None and field[1:] == whole[1:]
    own = [[item for item in several if item not in whole] for several in field[1:]]
    return field[1:] == whole[1:] or own[0] == own[1]


def _figure(old: Record, new: Record, fields: tuple[FieldChange, ...]) -> Difference:
    """What differs of one figure, by what matters most of it."""
    names = {field.field for field in fields}
    are_numbers = old.interval.known and new.interval.known
    revised = _amount(old) != _amount(new)
    change = None
    if are_numbers and _count(old) != _count(new):
        kind: DifferenceKind = "definition"
    elif "correction" in names and (revised or None in (old.correction, new.correction)):
        kind = "corrected"
    elif revised:
        kind = "revised"
        change = computed(old, new) if are_numbers and old.interval != new.interval else None
    elif names & {"qualifier", "status", "lower", "upper"}:
        kind = "qualifier"
    else:
        kind = _weighed("definition", fields)
    return Difference(kind, "figure", new.indicator, old, new, fields, change)


def _count(r: Record) -> tuple[Any, ...]:
    """What has to be the same for a number to be a revision of another."""
    return r.links.unit, r.measure, r.links.indicator.ages


def _amount(r: Record) -> tuple[Any, ...]:
    """What stands in the place of a number, whatever is said of its exactness."""
    bounds = (r.lower, r.upper) if r.qualifier is Qualifier.RANGE else (r.lower or r.upper,)
    return bounds if r.value is None else (r.value,), r.words, r.trend


# --------------------------------------------------------------------------- definitions

_ASIDE = {"figures", "gaps", "layout"}  # compared by themselves, or about reading a page


def _definitions(
    old: Dataset, new: Dataset, renamed: Mapping[str, Mapping[str, str]]
) -> Iterator[Difference]:
    """The definitions that both have and that differ."""
    for part in DEFINITIONS:
        before = {now: then for then, now in renamed.get(f"{part}s", {}).items()}
        for id_, then, now in _pairs(*(getattr(d, f"{part}s") for d in (old, new))):
            fields = [FieldChange("id", before[id_], id_)] if id_ in before else []
            fields += _fields(_getters(now), then, now)
            if fields:
                kind = _weighed("definition", fields)
                yield Difference(kind, part, id_, fields=tuple(fields))


def _statements(old: Dataset, new: Dataset) -> Iterator[Difference]:
    """The statements that one of the two has, or both otherwise at the same place."""
    before, after = (
        {
            (place, number): said
            for place, several in grouped(d.statements, lambda s: (s.locator, s.source)).items()
            for number, said in enumerate(several)
        }
        for d in (old, new)
    )
    for (place, _), then, now in _pairs(before, after):
        fields = tuple(_fields(_getters(now), then, now))
        kind: DifferenceKind = "statement_added" if then is None else "statement_gone"
        if then and now:
            kind = _weighed("definition", fields)
        if fields or not (then and now):
            yield Difference(kind, "statement", place[0], then, now, fields)


def _getters(part: Any) -> _Getters:
    """What gets the fields of a definition or statement; a text alone is a label."""
    if isinstance(part, Text):
        return {"label": lambda text: text}
    names = type(part).model_fields if part else ()
    return {name: attrgetter(name) for name in names if name not in _ASIDE}

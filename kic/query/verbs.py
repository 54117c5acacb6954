"""The questions kic answers: pure functions from a Dataset to frozen, typed answers.

Every function takes filters by id or alias, one or several, and raises
:class:`~kic.model.errors.UsageError` for a name that means nothing.  Answers hold raw numbers.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from types import MappingProxyType
from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import (
    LACKING,
    GapKind,
    Indicator,
    Period,
    Reason,
    Record,
    Registration,
    Statement,
    Text,
)
from kic.model.errors import UsageError, excerpt
from kic.model.wording import ALL_THEMES, text
from kic.query import names
from kic.query.change import ORDERS, Series, ends, key, ordered, series
from kic.query.names import Names
from kic.query.ratio import SCALES, Conclusion, Ratio, Ratios, conclude, known, rates, shares


class Query(NamedTuple):
    """The question as understood: ids instead of aliases, empty where nothing was asked.

    ``theme`` and ``indicator`` are the subjects, which add up; the other filters narrow.
    """

    theme: tuple[str, ...] = ()
    indicator: tuple[str, ...] = ()
    only_theme: tuple[str, ...] = ()
    only_indicator: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    period: tuple[str, ...] = ()
    registration: tuple[str, ...] = ()
    all: bool = False
    by: str | None = None
    start: str | None = None
    end: str | None = None
    order: str | None = None
    per: int | None = None
    share: bool = False

    @property
    def names_indicators(self) -> bool:
        """Whether single indicators were asked for."""
        return bool(self.indicator or self.only_indicator)

    def takes(self, record: Record) -> bool:
        """Whether a figure is asked for."""
        subject = not (self.theme or self.indicator) or (
            record.theme in self.theme or record.indicator in self.indicator
        )
        return (
            subject
            and (not self.only_theme or record.theme in self.only_theme)
            and (not self.only_indicator or record.indicator in self.only_indicator)
            and (not self.region or record.region in self.region)
            and (not self.period or record.period.text in self.period)
        )


class ThemeSummary(NamedTuple):
    """How much is known about one theme; ``theme`` is None for what concerns them all.

    Every indicator is counted once: ``with_number``, else ``in_words`` (only a word or a
    direction), else ``neither``.  A gap is counted for each indicator and region.
    """

    theme: str | None
    label: Text
    indicators: int
    with_number: int
    in_words: int
    neither: int
    gaps: int
    statements: int
    regions: tuple[str, ...]


class Themes(NamedTuple):
    """The answer of :func:`themes`."""

    query: Query
    themes: tuple[ThemeSummary, ...]


class Shown(NamedTuple):
    """The answer of :func:`show`; ``details`` are the indicators asked for by name."""

    query: Query
    records: tuple[Record, ...]
    statements: tuple[Statement, ...]
    details: dict[str, Indicator]


class Compared(NamedTuple):
    """The answer of :func:`compare`.

    ``ratios`` are the rates or shares that were asked for, by indicator, region and period;
    ``conclusions`` say where one is higher, or why nothing can be concluded.
    """

    query: Query
    series: tuple[Series, ...]
    ratios: Ratios = MappingProxyType({})
    conclusions: tuple[Conclusion, ...] = ()

    def ratio(self, record: Record) -> Ratio | None:
        """The rate or share of a figure, if one was asked for."""
        return self.ratios.get(key(record))


class Gaps(NamedTuple):
    """The answer of :func:`gaps`; several figures of one indicator and region are one gap.

    ``worded`` and ``statements`` are what else the source tells of knowledge in the regions
    asked for: a word without a number, and statements on data.
    """

    query: Query
    records: tuple[Record, ...]
    worded: tuple[Record, ...] = ()
    statements: tuple[Statement, ...] = ()

    @property
    def gaps(self) -> tuple[Record, ...]:
        """The figure that tells each gap, without what is merely not stated."""
        found: dict[tuple[str, str], list[Record]] = {}
        for r in self.records:
            if r.gap:
                found.setdefault((r.indicator, r.region), []).append(r)
        return tuple(map(_teller, found.values()))

    def groups(self, by: str) -> dict[str | None, list[Record]]:
        """The records put together by what their gaps have in common."""
        tellers = {(r.indicator, r.region): r for r in self.gaps}
        found: dict[str | None, list[Record]] = {}
        for r in self.records:
            for id_ in grouped(tellers.get((r.indicator, r.region), r), by):
                found.setdefault(id_, []).append(r)
        return found


class GridCell(NamedTuple):
    """How much is known of one theme in one region; ``theme`` is None for what concerns all.

    ``with_number`` and ``in_words`` count indicators, each once; the others count gaps by
    their code, so that they add up to those of :func:`gaps`.  An indicator with a number may
    have a gap too.  ``statements`` are what the source says of it in sentences only.
    """

    theme: str | None
    label: Text
    region: str
    with_number: int
    in_words: int
    not_national: int
    incomplete: int
    unavailable: int
    unclear: int
    concluded: int
    statements: int

    @property
    def counted(self) -> bool:
        """Whether the source has anything that could be a figure."""
        return bool(self.with_number or self.in_words or self.gaps)

    @property
    def gaps(self) -> int:
        """How many gaps there are in it."""
        return (
            self.not_national + self.incomplete + self.unavailable + self.unclear + self.concluded
        )


class Grid(NamedTuple):
    """The answer of :func:`grid`: a cell for every theme and region, theme by theme."""

    query: Query
    cells: tuple[GridCell, ...]

    @property
    def gaps(self) -> int:
        """How many gaps there are in all cells."""
        return sum(cell.gaps for cell in self.cells)


def themes(dataset: Dataset, *, theme: Names = None, region: Names = None) -> Themes:
    """The themes with the number of indicators, figures and gaps in each."""
    query = Query(only_theme=names.themes(dataset, theme), region=names.regions(dataset, region))
    here = Query(region=query.region)
    records: dict[str | None, list[Record]] = defaultdict(list)
    for r in filter(here.takes, dataset.records):
        records[r.theme].append(r)
    statements: dict[str | None, list[Statement]] = defaultdict(list)
    for s in dataset.statements:
        if not query.region or s.region in query.region:
            statements[s.theme].append(s)
    asked = _themes(dataset, query.only_theme)
    told = (_summary(dataset, id_, records[id_], statements[id_]) for id_ in asked)
    return Themes(query, tuple(told))


def _themes(dataset: Dataset, asked: tuple[str, ...]) -> list[str | None]:
    """The themes asked for; without any, all of them, and None for what concerns them all."""
    found: list[str | None] = list(asked or dataset.themes)
    if not asked and any(i.theme is None for i in dataset.indicators.values()):
        found.append(None)
    return found


def _summary(
    dataset: Dataset, theme: str | None, records: list[Record], statements: list[Statement]
) -> ThemeSummary:
    regions = {r.region for r in records} | {s.region for s in statements}
    known = Counter(_known(several) for several in _by_indicator(records))
    return ThemeSummary(
        theme=theme,
        label=dataset.themes[theme].label if theme else ALL_THEMES,
        indicators=known.total(),
        with_number=known["with_number"],
        in_words=known["in_words"],
        neither=known["neither"],
        gaps=len({(r.indicator, r.region) for r in records if r.gap}),
        statements=len(statements),
        regions=tuple(id_ for id_ in dataset.regions if id_ in regions),
    )


def _by_indicator(records: Iterable[Record]) -> Iterable[list[Record]]:
    found: dict[str, list[Record]] = {}
    for r in records:
        found.setdefault(r.indicator, []).append(r)
    return found.values()


def _known(records: Iterable[Record]) -> str:
    """What there is of one indicator: a number, else a word or a direction, else neither."""
    several = list(records)
    if any(r.interval.known for r in several):
        return "with_number"
    return "in_words" if any(r.worded for r in several) else "neither"


def show(
    dataset: Dataset,
    *subjects: str,
    theme: Names = None,
    indicators: Names = None,
    region: Names = None,
    period: Names = None,
) -> Shown:
    """Figures, gaps in their place, and the statements of the themes asked for.

    ``subjects`` are themes or indicators; without any, everything is shown.
    """
    query = _asked(dataset, subjects, theme, indicators, region, period)
    return Shown(
        query,
        tuple(r for r in dataset.records if query.takes(r)),
        tuple(s for s in dataset.statements if _states(s, query)),
        {id_: dataset.indicators[id_] for id_ in (*query.indicator, *query.only_indicator)},
    )


def _states(statement: Statement, query: Query) -> bool:
    """Whether a statement belongs to the answer: it is told of a theme, not an indicator."""
    themes = query.theme or query.only_theme
    asked = statement.theme in themes if themes else not query.names_indicators
    if query.only_indicator or (query.only_theme and statement.theme not in query.only_theme):
        return False
    periods = {p.text for p in (statement.period, statement.date) if p}
    return (
        asked
        and (not query.region or statement.region in query.region)
        and (not query.period or bool(periods & set(query.period)))
    )


def compare(
    dataset: Dataset,
    *subjects: str,
    indicators: Names = None,
    theme: Names = None,
    region: Names = None,
    period: Names = None,
    start: str | None = None,
    end: str | None = None,
    order: str | None = None,
    per: int | None = None,
    share: bool = False,
    populations: Dataset | None = None,
) -> Compared:
    """Figures side by side with their change, one series an indicator and region.

    ``subjects`` are themes or indicators.  Without an indicator: every one (of the themes)
    with two comparable points, or with a rate or share where one is asked for.  ``start`` and
    ``end`` pick two periods; one that is left out is the first or the last of each series
    that compares.  ``order`` is ``"name"`` (by id), ``"absolute"`` or ``"percent"``, by the
    last change that is known, the largest rise first.

    ``per`` (1000, 10000 or 100000) tells counts as rates of the population, taken from
    ``populations`` or the dataset itself; ``kic.populations(dataset)`` gives those that come
    with kic.  ``share`` tells parts as a percentage of their whole.  Raises UsageError, with
    the reason, where no figure asked for can be told so.
    """
    query = _asked(dataset, subjects, theme, indicators, region, period)
    query = query._replace(start=start, end=end, order=order, per=per, share=share)
    _check_comparison(dataset, query)
    taken = [r for r in dataset.records if query.takes(r)]
    if start or end:
        taken = ends(taken, start, end)
    ratios: Ratios = MappingProxyType({})
    if per is not None:
        ratios = rates(dataset, populations or dataset, taken, per)
    elif share:
        ratios = shares(dataset, taken)
    rated = {k for k, ratio in ratios.items() if ratio.interval.known}
    if (per is not None or share) and not rated:
        raise UsageError(_refusal(dataset, query, ratios))
    found = tuple(_with_absent(s, query) for s in series(dataset, taken, rated))
    if not query.names_indicators:
        found = _comparing(found, ratios)
    return Compared(query, ordered(found, order), ratios, tuple(conclude(dataset, found, ratios)))


def _comparing(found: tuple[Series, ...], ratios: Ratios) -> tuple[Series, ...]:
    """The series that belong in an answer that names no indicators.

    Beside a region with a rate stand the others of its indicator, each with its reason.
    """
    if not ratios:
        return tuple(s for s in found if s.comparable)
    rated = {s.indicator for s in found for r in s.points if known(ratios, r)}
    return tuple(s for s in found if s.indicator in rated)


def _check_comparison(dataset: Dataset, query: Query) -> None:
    """Refuse what cannot be asked for, or not together."""
    if query.order is not None and query.order not in ORDERS:
        raise UsageError(
            f"unknown order {excerpt(query.order)}; it is one of {', '.join(ORDERS)}."
        )
    if query.per is not None and query.per not in SCALES:
        raise UsageError(f"a rate is per {', '.join(map(str, SCALES))} (found {query.per}).")
    if query.order in ("absolute", "percent") and (query.per is not None or query.share):
        raise UsageError("a rate or share is no change; sort the rows by 'ratio' instead.")
    if query.per is not None and query.share:
        raise UsageError("a rate and a share are two questions; ask for one of them.")
    limits = [p for p in (query.start, query.end) if p is not None]
    told = [Period.parse(p) for p in _periods(dataset, limits)]
    if told and query.period:
        raise UsageError("a period, and where to start or end, are two questions; ask for one.")
    if any(not p.known for p in told):
        raise UsageError("an unknown period is no start and no end.")
    if query.start and query.end and told[0] >= told[-1]:
        raise UsageError(f"{query.start} does not come before {query.end}.")


def _with_absent(s: Series, query: Query) -> Series:
    """The series with a note for a period that was asked for and that it does not have."""
    told = {r.period.text for r in s.points}
    absent = [p for p in (query.start, query.end) if p is not None and p not in told]
    notes = (text(f"Er is geen cijfer voor {p}.", f"There is no figure for {p}.") for p in absent)
    return s._replace(notes=(*s.notes, *notes))


def _refusal(dataset: Dataset, query: Query, ratios: Ratios) -> str:
    """Why nothing that was asked for has a rate or share."""
    start = f"no rate per {query.per}" if query.per else "no share"
    if not ratios:
        return f"{start}: nothing matches all of these filters."
    if not query.names_indicators:
        return f"{start}: none of these figures has one."
    reasons: dict[str, None] = {}
    for (indicator, _, _), found in ratios.items():
        if found.refusal:
            why = found.refusal.en
            reasons.setdefault(f"{indicator}: {why[0].lower()}{why[1:]}")
    told = " ".join(list(reasons)[:_MOST_REASONS])
    if len(reasons) > _MOST_REASONS:
        told += f" And {len(reasons) - _MOST_REASONS} more."
    asked = {indicator for indicator, _, _ in ratios}
    parts = [id_ for id_, i in dataset.indicators.items() if i.subset_of and id_ not in asked]
    hint = f" Parts of a whole are {', '.join(parts)}." if query.share and parts else ""
    return f"{start} for {told}{hint}"


_MOST_REASONS = 3


def gaps(
    dataset: Dataset,
    *subjects: str,
    theme: Names = None,
    indicators: Names = None,
    region: Names = None,
    period: Names = None,
    registration: Names = None,
    all: bool = False,  # noqa: A002 - the option it answers is called --all
    by: str | None = None,
) -> Gaps:
    """What is not known, and on whose word; ``all`` adds what is merely not stated.

    ``region`` is exact: a national gap is no gap of another region.  ``by`` puts together
    what has it in common: ``"theme"``, ``"region"``, ``"registration"``, ``"kind"`` or
    ``"named"``.
    """
    query = _asked(dataset, subjects, theme, indicators, region, period)
    if by is not None and by not in GROUPINGS:
        raise UsageError(f"unknown grouping {excerpt(by)}; it is one of {', '.join(GROUPINGS)}.")
    query = query._replace(registration=_registrations(registration), all=all, by=by)
    taken = [r for r in dataset.records if query.takes(r)]
    found = tuple(r for r in taken if _lists(query, r))
    answer = Gaps(query, found)
    if by is not None:
        groups = answer.groups(by)
        order = [*_members(dataset, by), None]  # what has nothing of the kind comes last
        ordered_ = (r for id_ in order for r in groups.get(id_, ()))
        answer = Gaps(query, tuple(dict.fromkeys(ordered_)))
    if not query.region or query.registration:
        return answer
    return answer._replace(
        worded=tuple(r for r in taken if r.words and not r.gap and r not in found),
        statements=tuple(s for s in dataset.statements if s.about_data and _states(s, query)),
    )


GROUPINGS = ("theme", "region", "registration", "kind", "named")


def _members(dataset: Dataset, by: str) -> Iterable[str]:
    """Everything that gaps can have in common, in the order of the dataset."""
    known: dict[str, Iterable[str]] = {
        "theme": dataset.themes,
        "region": dataset.regions,
        "registration": Registration,
        "kind": GapKind,
        "named": dataset.organisations,
    }
    return known[by]


def grouped(record: Record, by: str) -> tuple[str | None, ...]:
    """What a gap is put under; one for each organisation named, None where there is none."""
    match by:
        case "named":
            return named(record) or (None,)
        case "kind":
            return (record.gap.kind if record.gap else None,)
        case _:
            return (getattr(record, by),)


def named(record: Record) -> tuple[str, ...]:
    """The organisations that the source names with a figure, the one that registers it first."""
    found = [record.registered_by, *(n.organisation for n in record.named)]
    return tuple(dict.fromkeys(id_ for id_ in found if id_))


def grid(dataset: Dataset, *subjects: str, theme: Names = None, region: Names = None) -> Grid:
    """How much is known and not known, theme by region.

    ``subjects`` are themes too.  A region told of in a single statement has no cells, unless
    it is asked for.
    """
    query = Query(
        only_theme=names.themes(dataset, (*subjects, *names.listed(theme))),
        region=names.regions(dataset, region),
    )
    there: dict[tuple[str | None, str], list[Record]] = {}
    for r in dataset.records:
        there.setdefault((r.theme, r.region), []).append(r)
    worded = Counter((s.theme, s.region) for s in dataset.statements)
    told = Counter(s.region for s in dataset.statements)
    counted = {r.region for r in dataset.records} | {id_ for id_, n in told.items() if n > 1}
    regions = query.region or tuple(id_ for id_ in dataset.regions if id_ in counted)
    cells = (
        _cell(dataset, id_, region_, there.get((id_, region_), []), worded[id_, region_])
        for id_ in _themes(dataset, query.only_theme)
        for region_ in regions
    )
    return Grid(query, tuple(cells))


def _cell(
    dataset: Dataset, theme: str | None, region: str, records: list[Record], statements: int
) -> GridCell:
    known = Counter(_known(several) for several in _by_indicator(records))
    told = ([r for r in several if r.gap] for several in _by_indicator(records))
    lacking = Counter(gap_code(_teller(several)) for several in told if several)
    return GridCell(
        theme=theme,
        label=dataset.themes[theme].label if theme else ALL_THEMES,
        region=region,
        with_number=known["with_number"],
        in_words=known["in_words"],
        not_national=lacking["not_national"],
        incomplete=lacking["incomplete"],
        unavailable=lacking["unavailable"],
        unclear=lacking["unclear"],
        concluded=lacking["concluded"],
        statements=statements,
    )


def _teller(records: Sequence[Record]) -> Record:
    """The figure that tells the gap of an indicator in a region: the first that lacks any."""
    return next((r for r in records if r.registration in LACKING), records[0])


def gap_code(record: Record) -> str:
    """What a gap is counted as: its registration where the source states it, else its kind."""
    if record.gap is None or record.gap.kind is GapKind.STATED:
        return record.registration.value
    return record.gap.kind.value


def _lists(query: Query, record: Record) -> bool:
    """Whether a figure is a gap, or with ``all`` one that the source leaves in words."""
    if query.registration and record.registration not in query.registration:
        return False
    return record.gap is not None or (query.all and record.reason is Reason.NOT_STATED)


def _asked(
    dataset: Dataset,
    subjects: Iterable[str],
    theme: Names,
    indicators: Names,
    region: Names,
    period: Names,
) -> Query:
    """The filters that the verbs share, as ids.

    ``subjects`` are themes or indicators and add up; the other filters narrow.
    """
    asked_themes, asked_indicators = names.subjects(dataset, tuple(subjects))
    return Query(
        theme=asked_themes,
        indicator=asked_indicators,
        only_theme=names.themes(dataset, theme),
        only_indicator=names.indicators(dataset, indicators),
        region=names.regions(dataset, region),
        period=_periods(dataset, period),
    )


def _periods(dataset: Dataset, asked: Names) -> tuple[str, ...]:
    """Periods that exist in the dataset, in its notation."""
    told = [r.period for r in dataset.records]
    told += [p for s in dataset.statements for p in (s.date, s.period) if p]
    known = dict.fromkeys(map(str, sorted(told)))
    for name in names.listed(asked):
        try:
            Period.parse(name)
        except ValueError as error:
            raise UsageError(f"unknown period {excerpt(name)}: {error}.") from None
        if name not in known:
            raise UsageError(
                f"nothing has the period {excerpt(name)}; the dataset has {', '.join(known)}."
            )
    return tuple(dict.fromkeys(names.listed(asked)))


def _registrations(asked: Names) -> tuple[str, ...]:
    for name in names.listed(asked):
        if name not in set(Registration):
            raise UsageError(
                f"unknown registration {excerpt(name)}; it is one of {', '.join(Registration)}."
            )
    return tuple(dict.fromkeys(names.listed(asked)))

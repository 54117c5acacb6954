"""What is not known, and on whose word."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import LACKING, GapKind, Reason, Record, Registration, Statement
from kic.model.grouping import collected, grouped
from kic.query import names
from kic.query.question import GROUPINGS, Query, left_out, understood


class Gaps(NamedTuple):
    """The answer of :func:`gaps`; several figures of one indicator and region are one gap.

    ``worded`` and ``statements`` are what else the source says about knowledge in the regions
    asked for: words without a number, and statements on data; ``numbers`` counts the indicators
    that do have a number there.  ``left_out`` are the gaps that each filter, by its option,
    leaves out.
    """

    query: Query
    records: tuple[Record, ...]
    worded: tuple[Record, ...] = ()
    statements: tuple[Statement, ...] = ()
    numbers: int = 0
    left_out: Mapping[str, tuple[Record, ...]] = MappingProxyType({})

    @property
    def gaps(self) -> tuple[Record, ...]:
        """The figure that stands for each gap, without what is merely not stated."""
        return gap_figures(self.records)

    @property
    def of_several(self) -> tuple[Record, ...]:
        """The figures of those gaps that have more than one."""
        return tuple(r for several in _gaps(self.records) if len(several) > 1 for r in several)

    def groups(self, by: str) -> dict[str | None, list[Record]]:
        """The records put together by what their gaps have in common."""
        figures = {(r.indicator, r.region): r for r in self.gaps}
        return collected(
            (id_, r)
            for r in self.records
            for id_ in group_ids(figures.get((r.indicator, r.region), r), by)
        )


def gap_figures(records: Iterable[Record]) -> tuple[Record, ...]:
    """One figure for the gap of each indicator and region: the first that lacks something.

    Of several editions that tell of a gap there, the last does.
    """
    return tuple(map(_for_gap, _gaps(records)))


def _gaps(records: Iterable[Record]) -> Iterable[list[Record]]:
    """The figures of each gap."""
    told = (r for r in map(telling, records) if r.gap)
    return grouped(told, lambda r: (r.indicator, r.region)).values()


def telling(record: Record) -> Record:
    """The figure by which a gap is told: itself, or the one of a publisher that has no other.

    What one publisher does not register, a number of another one does not close.
    """
    return record if record.gap else next((r for r in of_publishers(record) if r.gap), record)


def of_publishers(record: Record) -> Iterable[Record]:
    """The last that each publisher gives of one figure."""
    return {r.links.source.publisher: r for r in (*record.earlier, record)}.values()


def _for_gap(several: list[Record]) -> Record:
    told = [r for r in several if r.links.edition is several[-1].links.edition]
    return next((r for r in told if r.registration in LACKING), told[0])


def gap_code(record: Record) -> str:
    """What a gap is counted as: its registration where the source states it, else its kind."""
    kind = record.gap.kind if record.gap else GapKind.STATED
    return (record.registration if kind is GapKind.STATED else kind).value


def group_ids(record: Record, by: str) -> tuple[str | None, ...]:
    """What a gap is put under; one for each organisation named, None where there is none."""
    if by == "named":
        return named(record) or (None,)
    if by == "kind":
        return (record.gap.kind if record.gap else None,)
    return (getattr(record, by),)


def named(record: Record) -> tuple[str, ...]:
    """The organisations that the source names with a figure, the one that registers it first."""
    organisations = (record.registered_by, *(n.organisation for n in record.named))
    return tuple(dict.fromkeys(filter(None, organisations)))


def gaps(
    dataset: Dataset,
    *subjects: str,
    theme: names.Names = None,
    indicators: names.Names = None,
    region: names.Names = None,
    period: names.Names = None,
    registration: names.Names = None,
    all: bool = False,  # noqa: A002 - the option it answers is called --all
    by: str | None = None,
) -> Gaps:
    """What is not known, and on whose word; ``all`` adds what is merely not stated.

    ``region`` is exact: a national gap is no gap of another region.  ``by`` puts together
    what has it in common: ``"theme"``, ``"region"``, ``"registration"``, ``"kind"`` or
    ``"named"``.
    """
    query = understood(
        dataset, subjects, theme=theme, indicators=indicators, region=region, period=period
    )
    names.codes("grouping", by, GROUPINGS)
    registrations = names.codes("registration", registration, tuple(Registration))
    query = query._replace(registration=registrations, all=all, by=by)
    told = [*map(telling, dataset.records)]
    records = [r for r in told if query.takes(r)]
    records = [r for r in records if r.gap or (all and r.reason is Reason.NOT_STATED)]
    if by is not None:
        members: Mapping[str, Iterable[str]] = {
            "theme": dataset.themes,
            "region": dataset.regions,
            "registration": Registration,
            "kind": GapKind,
            "named": dataset.organisations,
        }
        groups = Gaps(query, tuple(records)).groups(by)
        order = (*members[by], None)  # what has nothing of the kind comes last
        records = list(dict.fromkeys(r for id_ in order for r in groups.get(id_, ())))

    def gaps_of(query: Query) -> tuple[Record, ...]:
        return gap_figures(filter(query.takes, told))

    left = left_out(dataset, query, gaps_of, lambda r: (r.indicator, r.region))
    answer = Gaps(query, tuple(records), left_out=left)
    if not query.region or query.registration:
        return answer
    shown, taken = set(records), [r for r in dataset.records if query.takes(r)]
    numbers = dataset.stored.numbers if dataset.stored else None
    return answer._replace(
        worded=tuple(r for r in taken if r.words and not r.gap and r not in shown),
        statements=tuple(
            s for s in dataset.statements if s.about_data and query.takes_statement(s)
        ),
        numbers=len({r.indicator for r in taken if r.interval.known})
        if numbers is None
        else numbers,
    )

"""One figure as several editions give it: which is told, and what of the others stays."""

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from kic.model.codes import LACKING, Measure, Registration, Status
from kic.model.figure import Inferred
from kic.model.parts import Gap
from kic.model.record import Record
from kic.model.sentences import sentence
from kic.model.text import Text
from kic.model.wording import REGISTRATION


def after(record: Record, earlier: Iterable[Record]) -> Record:
    """The record with what earlier editions gave.

    What these said of the same number to beware of is not taken back by silence; only that
    it was provisional is.  A break is not taken back by another number either.  Where its
    publisher gives another number, what was said of all that the earlier edition gave stays, and
    so does what is missing beside it; what was said of that number alone, which may be of how it
    is counted, is told as said of that.
    """
    versions = tuple(earlier)
    now, of_all = record, record.links.indicator.caution
    for then in reversed(versions):
        is_same = not record.revises(then)
        is_own = _says(record) and _says(then) and _is_of_series(record, then)
        cautions = dict.fromkeys(now.cautions)
        if is_same:
            if (then.status, now.status) == (Status.UNVALIDATED, Status.PROVISIONAL):
                cautions[sentence("figure_provisional")] = None  # it stays not confirmed as well
            now = _as_marked(now, then)
            if record.is_of_publisher(then):
                now = _as_told(now, then)
        elif then.status is Status.BREAK and now.status is Status.NORMAL:
            now = _keeping(now, "status", then)
        if then.break_told and now.break_told is None:
            cautions[then.break_told] = None
        if then.registration in LACKING and record.registration is Registration.UNSTATED:
            if is_same or (is_own and record.interval.known and then.interval.known):
                now = now._replace(registration=then.registration, gap=now.gap or then.gap)
            elif then.interval.known:
                told = sentence("ended", what=REGISTRATION[then.registration])
                cautions[of_earlier(told)] = None
        if is_same or is_own:
            own, general = then.links.figure.caution, then.links.indicator.caution
            if own and own not in cautions:
                cautions[own if is_same else of_earlier(own)] = None
            if general and not of_all:
                cautions[general] = None
            of_all = of_all or general
        now = now._replace(cautions=tuple(cautions))
    return now._replace(earlier=versions)


def _is_of_series(record: Record, then: Record) -> bool:
    """Whether one publisher gives both, as outcomes or as plans."""
    return record.is_of_publisher(then) and record.is_plan == then.is_plan


def broken(record: Record) -> Iterator[Text]:
    """That a series breaks at a figure, as its status says; beside another it is a caution."""
    if record.status is Status.BREAK and record.break_told:
        yield record.break_told


def adds_to(record: Record, earlier: Record) -> bool:
    """Whether it says the same as an earlier edition, and otherwise of how it may be used.

    Of silence only that of the same publisher says something: no longer provisional.  So do only
    its note, its direction and who registers it, which are not told of the number of another.
    """
    is_own = record.is_of_publisher(earlier)
    is_final = earlier.status is Status.PROVISIONAL and is_own
    is_marked = record.status is not Status.NORMAL or is_final
    says_more = (
        not {*record.notes} <= {*earlier.notes}
        or record.trend not in (None, earlier.trend)
        or record.registered_by not in (None, earlier.registered_by)
    )
    return (
        not {*record.cautions} <= {*earlier.cautions}
        or record.correction not in (None, earlier.correction)
        or record.measure not in (None, Measure.UNSPECIFIED, earlier.measure)
        or record.registration not in (Registration.UNSTATED, earlier.registration)
        or (record.status is not earlier.status and is_marked)
        or _retells(record.gap, earlier.gap)
        or (is_own and says_more)
    )


def _retells(gap: Gap | None, then: Gap | None) -> bool:
    """Whether a gap is told in other words than one was, or also since when."""
    if gap is None or then is None:
        return gap is not None
    differs = (gap.kind, gap.missing, gap.as_printed) != (then.kind, then.missing, then.as_printed)
    return differs or gap.since not in (None, then.since)


def stands_back(record: Record, other: Record) -> bool:
    """Whether it does not take the place of another one that was given first.

    That is a plan beside an outcome, what another publisher says of the same number, and that
    it has none.
    """
    if record.revises(other):
        is_plan = record.is_plan and not other.is_plan
        lacks = record.gap and not _says(record) and not record.is_of_publisher(other)
        return other.interval.known and bool(is_plan or lacks)
    return not record.is_of_publisher(other)


def of_earlier(caution: Text) -> Text:
    """A caution as one that was given with an earlier number, in the languages that it is in."""
    told = sentence("of_earlier", caution=caution)
    return Text.model_construct({*caution.model_fields_set}, nl=told.nl, en=told.en)


def _says(record: Record) -> bool:
    """Whether there is a number, or a word in the place of one."""
    return record.interval.known or record.worded


# What stays of a mark: with which others of the same number it is not told yet.
_STAYING = {
    Status.BREAK: (Status.NORMAL,),
    Status.UNVALIDATED: (Status.NORMAL, Status.PROVISIONAL),
}


def _as_marked(record: Record, then: Record) -> Record:
    """The record with what was said of the same number, and it does not say itself."""
    now = record
    if now.status in _STAYING.get(then.status, ()):
        now = _keeping(now, "status", then)
    if now.measure in (None, Measure.UNSPECIFIED):
        now = _keeping(now, "measure", then)
    if now.correction is None and now.as_printed == then.as_printed:
        now = _keeping(now, "correction", then)
    return now


def _as_told(record: Record, then: Record) -> Record:
    """The record with the background and the direction that its publisher gave the same number."""
    now = record._replace(notes=tuple(dict.fromkeys((*record.notes, *then.notes))))
    background = {**then.links.background, **now.links.background}
    now = now._replace(links=now.links._replace(background=background))
    if now.trend is None:
        now = now._replace(trend=then.trend, trend_as_printed=then.trend_as_printed)
    if now.registered_by is None:
        links = now.links._replace(registered_by=then.links.registered_by)
        now = now._replace(registered_by=then.registered_by, links=links)
    return now


def _keeping(record: Record, name: Inferred | Literal["correction"], then: Record) -> Record:
    """The record with what another one says in a field, and in whose voice."""
    inferred = {*record.inferred, *({name} & {*then.inferred})}
    links = record.links._replace(sources={**then.links.sources, **record.links.sources})
    kept = record._replace(inferred=tuple(n for n in get_args(Inferred) if n in inferred))
    return kept._replace(links=links, **{name: getattr(then, name)})

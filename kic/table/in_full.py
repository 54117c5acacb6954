"""One indicator in full: every figure with its words on the page, and what it is."""

from collections.abc import Iterator

from kic.dataset import Dataset
from kic.model import Indicator, Measure, Record, Registration, Text
from kic.model.fields import FIELDS
from kic.model.grouping import grouped
from kic.model.sentences import sentence
from kic.model.wording import REGISTRATION
from kic.table import (
    Amount,
    Block,
    Cell,
    Line,
    Quote,
    Several,
    When,
    phrase,
)
from kic.table.common import (
    AMOUNT,
    KNOWN,
    PERIOD,
    REGION,
    SAID,
    column,
    placed,
    source_text,
    titled,
)
from kic.table.figures import (
    cautions_of,
    gap_notes,
    measured,
    own_cautions,
    roles,
)


def in_full(dataset: Dataset, records: list[Record], title: Text | None) -> Iterator[Block]:
    """One indicator in full: every figure with its words on the page, and what it is."""
    columns = (PERIOD, REGION, AMOUNT, column("as_printed"))
    several = len({r.region for r in records}) > 1 or records[0].region != dataset.home
    lines: list[Line] = []
    told: set[Cell] = set()
    for r in records:
        for line in _full_lines(dataset, r, several=several):
            lines.append(line._replace(notes=tuple(n for n in line.notes if n not in told)))
            told |= {*line.notes}
    obvious = tuple(c._replace(obvious=True) for c in columns)
    yield Block(title, obvious, tuple(lines))
    editions = grouped(records, lambda r: r.links.edition.source)
    for source in sorted(editions, key=[info.source for info in dataset.editions].index):
        name = titled(dataset, dataset.sources[source]) if len(editions) > 1 else None
        indicator = editions[source][0].links.indicator
        facts = _facts(dataset, indicator, editions[source])
        yield Block(name, (KNOWN, SAID), tuple(map(Line, facts)))


def _full_lines(dataset: Dataset, record: Record, *, several: bool) -> Iterator[Line]:
    """A figure after what earlier editions gave in its place."""
    area = record.links.region.label if several else None
    for then in filter(record.revises, record.earlier):
        origin = phrase("replaced", source=source_text(then.links.source))
        yield Line(
            (
                *(When(record), area),
                *(Amount(then._replace(trend=None)), placed(printed(then), then.locator)),
            ),
            (origin, *own_cautions(then), *then.cautions),
        )
    mentions = (
        phrase("also_at", place=mention.locator, words=mention.as_printed)
        for mention in record.repeated
    )
    cautions = cautions_of(dataset, record, in_full=True)
    counted_once = record.interval.known or record.period.known
    yield Line(
        (
            *(When(record) if counted_once else None, area),
            *(Amount(record), placed(printed(record), record.locator)),
        ),
        (*gap_notes(record), *cautions),
        (*mentions, *record.notes),
    )


def printed(record: Record) -> Quote | None:
    """The words of the source that hold a figure and its direction, in their order there."""
    return Quote(record.as_printed) if record.as_printed else None


def _facts(
    dataset: Dataset, indicator: Indicator, records: list[Record]
) -> Iterator[tuple[Text, Cell]]:
    """What holds for the indicator as a whole, as far as it is known."""
    registrars = tuple(_registrars(records)) or (sentence("registrar_not_stated"),)
    named = dict.fromkeys(role for r in records for role in roles(r))
    national = any(r.registration is Registration.NATIONAL for r in records)
    regions = dict.fromkeys(r.links.region for r in records)
    facts: tuple[tuple[Text, Cell], ...] = (
        (sentence("counted"), indicator.population),
        *_counting(records),
        (sentence("recorded"), REGISTRATION[Registration.NATIONAL] if national else None),
        (sentence("recorded_by"), Several(registrars)),
        (FIELDS["named"].title, Several(tuple(named), "; ")),
        *relations(dataset, indicator),
        (FIELDS["related_to"].title, Several(near(dataset, records[0].indicator), "; ")),
        *((region.label, region.note) for region in regions),
    )
    return (
        (name, told)
        for name, told in facts
        if told and not (isinstance(told, Several) and not told.cells)
    )


def _counting(records: list[Record]) -> Iterator[tuple[Text, Cell]]:
    """How the numbers are counted, as far as it is said; of which of them, where not of all."""
    unsaid = (None, Measure.UNSPECIFIED)
    numbers = [r for r in records if r.interval.known or r.measure not in unsaid]
    parts = grouped(numbers, lambda r: r.links.region.label)
    if len({(r.measure, "measure" in r.inferred) for r in numbers}) == 1:
        parts = {sentence("measured"): numbers[:1]}
    elif len(parts) > 1:
        parts = {sentence("measured_in", region=region): own for region, own in parts.items()}
    else:
        parts = {sentence("measured"): numbers}
    for title, own in parts.items():
        ways = grouped(own, lambda r: None if r.measure in unsaid else measured(r))
        for way, several in ways.items():
            if way:
                when = Several(tuple(dict.fromkeys(r.period for r in several)))
                yield title, phrase("about", label=when, what=way) if len(ways) > 1 else way


def near(dataset: Dataset, asked: str) -> tuple[Cell, ...]:
    """The indicators that measure something near one, each with the id to ask it by."""
    return tuple(
        phrase("with_id", label=dataset.indicators[id_].label, id=id_)
        for id_ in dataset.near.get(asked, ())
    )


def relations(dataset: Dataset, indicator: Indicator) -> Iterator[tuple[Text, Cell]]:
    """What an indicator is a part or the target of."""
    others = {
        FIELDS["subset_of"].title: indicator.subset_of,
        sentence("plan_for"): indicator.target_of,
    }
    return ((name, dataset.indicators[id_].label) for name, id_ in others.items() if id_)


def _registrars(records: list[Record]) -> Iterator[Text]:
    """Who registers it; with the figures they register where they do not register all."""
    figures = [r for r in records if r.interval.known or r.worded]
    for several in grouped(figures, lambda r: r.registered_by).values():
        if name := several[0].links.registered_by:
            periods = ", ".join(r.period.text for r in several)
            every = several == figures
            yield name if every else sentence("registrar_of", name=name, periods=periods)

"""What is not known, in groups."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from kic.dataset import Dataset
from kic.model import GapKind, Reason, Record, Text
from kic.model.fields import FIELDS
from kic.model.sentences import sentence
from kic.model.wording import ALL_THEMES, GAP_KIND, REASON, REGISTRATION
from kic.query.gaps import Gaps, gap_figures, group_ids
from kic.query.grouping import grouped
from kic.query.themes import theme_label
from kic.table import Block, Cell, Group, Page, Table
from kic.table.common import (
    INDICATOR,
    MARKS,
    PERIOD,
    PLACE,
    REGION,
    UNIT,
    VALUE,
    Notes,
    as_table,
    count_of,
    filters,
    joined,
    used_sources,
)
from kic.table.figures import (
    area_of,
    bodies,
    gap_words,
    marks_of,
    period_of,
    unit_of,
)
from kic.table.rows import STATEMENT, figure_row, row


def gaps_table(dataset: Dataset, answer: Gaps) -> Table:
    """What is not known, in groups, counted by whose word it is."""
    by = answer.query.by or "theme"

    def page() -> Page:
        notes, labels = Notes(), _labels(dataset, by)
        blocks = [
            _block(dataset, labels[id_], id_, records, notes, themed=by != "theme")
            for id_, records in answer.groups(by).items()
        ]
        return notes.page(
            blocks, summary=_summary(answer), remarks=tuple(_remarks(dataset, answer))
        )

    def extra() -> dict[str, Any]:
        return {
            "counts": _counts(answer),
            "also": {
                "figures": [figure_row(r) for r in answer.worded],
                "statements": [row(s, STATEMENT) for s in answer.statements],
            },
        }

    return as_table(
        dataset,
        answer,
        "gaps",
        filters(answer.query),
        page,
        is_empty=not answer.records,
        sources=used_sources(dataset, (*answer.records, *answer.worded)),
        extra=extra,
    )


def _summary(answer: Gaps) -> Text:
    """How many gaps there are, and how many on whose word."""
    counts = _counts(answer)
    total = count_of("gap", counts["total"])
    kinds = [joined((n, GAP_KIND[kind]), " ") for kind, n in counts["kind"].items()]
    parts = [joined((total, joined(kinds)), ": ") if kinds else total]
    if answer.query.all:
        parts.append(sentence("not_given", count=counts["not_stated"]))
    return joined(parts)


def _counts(answer: Gaps) -> dict[str, Any]:
    gaps = answer.gaps
    kinds = Counter(r.gap.kind for r in gaps if r.gap)
    groups = {
        name: Counter(id_ for r in gaps for id_ in group_ids(r, name))
        for name in ("theme", "region", "named")
    }
    return {
        "total": len(gaps),
        "kind": {kind: kinds[kind] for kind in GapKind if kinds[kind]},
        "registration": dict(Counter(r.registration for r in gaps)),
        **{
            name: [{name: id_, "gaps": number} for id_, number in counted.items()]
            for name, counted in groups.items()
        },
        "not_stated": sum(not r.gap for r in answer.records),
    }


def _remarks(dataset: Dataset, answer: Gaps) -> Iterator[Text]:
    """What else the source says of knowledge in a region, and what a gap is not."""
    for r in answer.worded:
        region = r.links.region.label
        yield sentence("also_worded", region=region, label=r.label, words=r.words, place=r.locator)
    for s in answer.statements:
        yield sentence("also_stated", summary=s.summary, place=s.locator)
    for part in (dataset.regions[id_] for id_ in answer.query.region):
        if part.part_of:
            whole = dataset.regions[part.part_of].label
            yield sentence("gaps_of_whole", whole=whole, part=part.label)
    if answer.query.by == "named":
        yield sentence("gaps_by_named")
    yield sentence("gaps_counted")


def _block(
    dataset: Dataset,
    label: Text,
    id_: str | None,
    records: list[Record],
    notes: Notes,
    *,
    themed: bool,
) -> Block:
    """The gaps that have something in common, each ``themed`` if that is not their theme."""
    gaps = grouped(records, lambda r: (r.indicator, r.region))
    figures = {(r.indicator, r.region): r for r in gap_figures(records)}
    groups = tuple(
        Group(
            several[0].label,
            several[0].indicator,
            tuple(
                (
                    *(area_of(r), period_of(r), r, unit_of(r)),
                    *(marks_of(dataset, r, notes), r.locator),
                )
                for r in several
            ),
            facts=_facts(dataset, figures.get(key, several[0]), themed=themed),
        )
        for key, several in gaps.items()
    )
    return Block(
        title=joined((label, count_of("gap", len(figures))), ": "),
        id=id_,
        columns=(REGION, PERIOD, VALUE, UNIT, MARKS, PLACE),
        groups=groups,
        group_title=INDICATOR,
    )


def _labels(dataset: Dataset, by: str) -> Mapping[Any, Text]:
    """What the gaps of a block may have in common, by its id."""
    labels: dict[str, Mapping[Any, Text]] = {
        "theme": {None: ALL_THEMES, **{id_: t.label for id_, t in dataset.themes.items()}},
        "region": {id_: region.label for id_, region in dataset.regions.items()},
        "registration": REGISTRATION,
        "kind": {None: REASON[Reason.NOT_STATED], **GAP_KIND},
        "named": {None: sentence("nobody_named"), **dataset.organisations},
    }
    return labels[by]


def _facts(dataset: Dataset, record: Record, *, themed: bool) -> tuple[tuple[Text, Cell], ...]:
    """What is missing, how strongly the source puts it, since when, and which body it names."""
    facts: list[tuple[Text, Cell]] = []
    if themed:
        facts.append((FIELDS["theme"].title, theme_label(dataset, record.theme)))
    if gap := record.gap:
        facts += (
            (FIELDS["gap"].title, gap.missing),
            (sentence("in_the_source" if gap.as_printed else "basis"), gap_words(gap)),
            (FIELDS["since"].title, gap.since),
            (FIELDS["named"].title, bodies(record)),
        )
    return tuple((name, content) for name, content in facts if content)

"""What is not known, in groups."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from kic.dataset import Dataset
from kic.model import GapKind, Reason, Record, Registration, Text
from kic.model.wording import GAP_KIND, REASON, REGISTRATION, text
from kic.query.verbs import Gaps, grouped
from kic.table import Block, Cell, Group, Table
from kic.table.common import (
    INDICATOR,
    MARKS,
    PERIOD,
    PLACE,
    REGION,
    UNIT,
    VALUE,
    Notes,
    area_of,
    asked,
    bodies,
    for_machines,
    gap_count,
    gap_words,
    identity,
    joined,
    listed,
    marks_of,
    period_of,
    quantity,
    source_rows,
    theme_label,
    unit_of,
    used_sources,
)
from kic.table.rows import figure_row, statement_row


def gaps_table(dataset: Dataset, answer: Gaps) -> Table:
    """What is not known, in groups, counted by whose word it is."""
    notes = Notes()
    by = answer.query.by or "theme"
    blocks = [_gap_block(dataset, by, id_, rows, notes) for id_, rows in answer.groups(by).items()]
    counts = _gap_counts(answer)
    sources = used_sources(dataset, (*answer.records, *answer.worded))
    return Table(
        command="gaps",
        dataset=identity(dataset),
        query=asked(answer.query),
        **for_machines(answer),
        extra={
            "counts": counts,
            "also": {
                "figures": [figure_row(r) for r in answer.worded],
                "statements": [statement_row(s) for s in answer.statements],
            },
            "sources": source_rows(sources),
        },
        blocks=tuple(blocks),
        marks=notes.legend,
        notes=tuple(notes.found),
        sources=tuple(sources.values()),
        summary=_summary(answer, counts),
        remarks=tuple(_remarks(dataset, answer)),
    )


def _summary(answer: Gaps, counts: dict[str, Any]) -> Text:
    """How many gaps there are, and how many on whose word."""
    told = gap_count(counts["total"])
    if counts["kind"]:
        kinds = joined(
            text(f"{n} {GAP_KIND[kind].nl}", f"{n} {GAP_KIND[kind].en}")
            for kind, n in counts["kind"].items()
        )
        told = text(f"{told.nl}: {kinds.nl}", f"{told.en}: {kinds.en}")
    if answer.query.all:
        more = counts["not_stated"]
        words = text(
            f"daarnaast {more} keer geen getal gegeven",
            f"plus {more} with no number given",
        )
        told = joined((told, words))
    return told


def _remarks(dataset: Dataset, answer: Gaps) -> Iterator[Text]:
    """What else the source tells of knowledge in a region, and what a gap is not."""
    for r in answer.worded:
        if r.words:
            place = dataset.regions[r.region].label
            yield text(
                f'Verder, {place.nl}: {r.label.nl}: volgens de bron "{r.words.nl}"; geen getal. '
                f"[{r.locator}]",
                f'Also, {place.en}: {r.label.en}: "{r.words.en}", says the source; no number. '
                f"[{r.locator}]",
            )
    for s in answer.statements:
        yield text(
            f"Verder, volgens de bron: {s.summary.nl} [{s.locator}]",
            f"Also, says the source: {s.summary.en} [{s.locator}]",
        )
    for id_ in answer.query.region:
        region = dataset.regions[id_]
        if region.part_of:
            whole, here = dataset.regions[region.part_of].label, region.label
            yield text(
                f"Of lacunes over {whole.nl} ook gelden voor {here.nl}, zegt de bron niet.",
                f"The source does not say whether gaps under {whole.en} also apply to: {here.en}.",
            )
    if answer.query.by == "named":
        yield text(
            "Een lacune staat onder elke organisatie die de bron erbij noemt; dat zegt niet dat "
            "die haar veroorzaakt. De koppen zijn niet op te tellen.",
            "A gap appears under every organisation that the source names with it, which does "
            "not mean that it causes the gap. The headings do not add up.",
        )
    yield text(
        "Geteld is wat de bron noemt en, apart, wat kic afleidt. Dat de bron geen cijfers heeft, "
        "betekent niet dat niemand ze heeft; wat zij niet noemt, staat hier niet.",
        "The count covers what the source itself says and, separately, what kic infers. That "
        "this source has no figures does not mean that nobody has them; what it does not mention "
        "is not listed.",
    )


def _gap_counts(answer: Gaps) -> dict[str, Any]:
    gaps = answer.gaps
    by: dict[str, Any] = {}
    for name in ("theme", "region", "named"):
        found = Counter(id_ for r in gaps for id_ in grouped(r, name))
        by[name] = [{name: id_, "gaps": number} for id_, number in found.items()]
    found_kinds = Counter(r.gap.kind for r in gaps if r.gap)
    return {
        "total": len(gaps),
        "kind": {kind: found_kinds[kind] for kind in GapKind if found_kinds[kind]},
        "registration": dict(Counter(r.registration for r in gaps)),
        **by,
        "not_stated": sum(not r.gap for r in answer.records),
    }


def _gap_block(
    dataset: Dataset, by: str, id_: str | None, records: list[Record], notes: Notes
) -> Block:
    """The gaps that have something in common, by default their theme."""
    found: dict[tuple[str, str], list[Record]] = {}
    for r in records:
        found.setdefault((r.indicator, r.region), []).append(r)
    groups = tuple(
        Group(
            several[0].label,
            several[0].indicator,
            tuple(
                (
                    area_of(dataset, r.region),
                    period_of(r),
                    quantity(r),
                    unit_of(dataset, r),
                    marks_of(dataset, r, notes),
                    r.locator,
                )
                for r in several
            ),
            facts=tuple(_gap_facts(dataset, several[0], themed=by != "theme")),
        )
        for several in found.values()
    )
    label = _group_label(dataset, by, id_)
    count = gap_count(sum(several[0].gap is not None for several in found.values()))
    return Block(
        title=text(f"{label.nl}: {count.nl}", f"{label.en}: {count.en}"),
        id=id_,
        columns=(REGION, PERIOD, VALUE, UNIT, MARKS, PLACE),
        groups=groups,
        group_title=INDICATOR,
    )


def _group_label(dataset: Dataset, by: str, id_: str | None) -> Text:
    match by:
        case "region" if id_:
            return dataset.regions[id_].label
        case "registration" if id_:
            return REGISTRATION[Registration(id_)]
        case "kind":
            return GAP_KIND[GapKind(id_)] if id_ else REASON[Reason.NOT_STATED]
        case "named":
            return dataset.organisations[id_] if id_ else _NOBODY_NAMED
        case _:
            return theme_label(dataset, id_)


_NOBODY_NAMED = text("De bron noemt hierbij geen organisatie", "The source names no organisation")


def _gap_facts(dataset: Dataset, record: Record, *, themed: bool) -> Iterator[tuple[Text, Cell]]:
    """What is missing, how strongly the source puts it, since when, and which body it names."""
    if themed:
        yield text("Thema", "Theme"), theme_label(dataset, record.theme)
    gap = record.gap
    if gap is None:
        return
    yield text("Lacune", "Gap"), gap.missing
    head = text("In de bron", "In the source") if gap.as_printed else text("Herkomst", "Basis")
    yield head, gap_words(gap)
    if gap.since:
        yield text("Hoelang", "For how long"), gap.since
    if found := list(bodies(dataset, record)):
        yield text("Genoemd", "Named"), listed(found)

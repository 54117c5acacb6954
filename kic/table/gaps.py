"""What is not known, in groups."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from kic.dataset import Dataset
from kic.model import GapKind, Reason, Record, Registration, Text
from kic.model.fields import FIELDS
from kic.model.wording import GAP_KIND, REASON, REGISTRATION, text
from kic.query.verbs import Gaps, grouped
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
    asked,
    gap_count,
    joined,
    theme_label,
    used_sources,
)
from kic.table.figures import (
    area_of,
    bodies,
    gap_words,
    marks_of,
    period_of,
    quantity,
    unit_of,
)
from kic.table.rows import STATEMENT, figure_row, row

_NAMED = text(
    "Een lacune staat onder elke organisatie die de bron erbij noemt; dat zegt niet dat "
    "die haar veroorzaakt. De koppen zijn niet op te tellen.",
    "A gap appears under every organisation that the source names with it, which does "
    "not mean that it causes the gap. The headings do not add up.",
)
_COUNTED = text(
    "Geteld is wat de bron noemt en, apart, wat kic afleidt. Dat de bron geen cijfers heeft, "
    "betekent niet dat niemand ze heeft; wat zij niet noemt, staat hier niet.",
    "The count covers what the source itself says and, separately, what kic infers. That "
    "this source has no figures does not mean that nobody has them; what it does not mention "
    "is not listed.",
)
_NOBODY_NAMED = text("De bron noemt hierbij geen organisatie", "The source names no organisation")


def gaps_table(dataset: Dataset, answer: Gaps) -> Table:
    """What is not known, in groups, counted by whose word it is."""
    by = answer.query.by or "theme"

    def page() -> Page:
        notes = Notes()
        blocks = [_block(dataset, by, id_, rs, notes) for id_, rs in answer.groups(by).items()]
        return notes.page(
            blocks, summary=_summary(answer), remarks=tuple(_remarks(dataset, answer))
        )

    def extra() -> dict[str, Any]:
        also = {
            "figures": [figure_row(r) for r in answer.worded],
            "statements": [row(s, STATEMENT) for s in answer.statements],
        }
        return {"counts": _counts(answer), "also": also}

    return as_table(
        dataset,
        answer,
        "gaps",
        asked(answer.query),
        page,
        is_empty=not answer.records,
        sources=used_sources(dataset, (*answer.records, *answer.worded)),
        extra=extra,
    )


def _summary(answer: Gaps) -> Text:
    """How many gaps there are, and how many on whose word."""
    counts = _counts(answer)
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


def _counts(answer: Gaps) -> dict[str, Any]:
    gaps = answer.gaps
    by: dict[str, Any] = {}
    for name in ("theme", "region", "named"):
        found = Counter(id_ for r in gaps for id_ in grouped(r, name))
        by[name] = [{name: id_, "gaps": number} for id_, number in found.items()]
    kinds = Counter(r.gap.kind for r in gaps if r.gap)
    return {
        "total": len(gaps),
        "kind": {kind: kinds[kind] for kind in GapKind if kinds[kind]},
        "registration": dict(Counter(r.registration for r in gaps)),
        **by,
        "not_stated": sum(not r.gap for r in answer.records),
    }


def _remarks(dataset: Dataset, answer: Gaps) -> Iterator[Text]:
    """What else the source tells of knowledge in a region, and what a gap is not."""
    for r in answer.worded:
        if r.words:
            place = r.links.region.label
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
        yield _NAMED
    yield _COUNTED


def _block(
    dataset: Dataset, by: str, id_: str | None, records: list[Record], notes: Notes
) -> Block:
    """The gaps that have something in common, by default their theme."""
    gaps: dict[tuple[str, str], list[Record]] = {}
    for r in records:
        gaps.setdefault((r.indicator, r.region), []).append(r)
    groups = tuple(
        Group(
            several[0].label,
            several[0].indicator,
            tuple(
                (
                    *(area_of(r), period_of(r), quantity(r), unit_of(r)),
                    *(marks_of(dataset, r, notes), r.locator),
                )
                for r in several
            ),
            facts=tuple(_facts(dataset, several[0], themed=by != "theme")),
        )
        for several in gaps.values()
    )
    label = _label(dataset, by, id_)
    count = gap_count(sum(several[0].gap is not None for several in gaps.values()))
    return Block(
        title=text(f"{label.nl}: {count.nl}", f"{label.en}: {count.en}"),
        id=id_,
        columns=(REGION, PERIOD, VALUE, UNIT, MARKS, PLACE),
        groups=groups,
        group_title=INDICATOR,
    )


def _label(dataset: Dataset, by: str, id_: str | None) -> Text:
    """What the gaps of a block have in common."""
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


def _facts(dataset: Dataset, record: Record, *, themed: bool) -> Iterator[tuple[Text, Cell]]:
    """What is missing, how strongly the source puts it, since when, and which body it names."""
    if themed:
        yield FIELDS["theme"].title, theme_label(dataset, record.theme)
    gap = record.gap
    if gap is None:
        return
    yield FIELDS["gap"].title, gap.missing
    head = text("In de bron", "In the source") if gap.as_printed else text("Herkomst", "Basis")
    yield head, gap_words(gap)
    if gap.since:
        yield FIELDS["since"].title, gap.since
    if found := list(bodies(record)):
        yield FIELDS["named"].title, joined(found, "; ")

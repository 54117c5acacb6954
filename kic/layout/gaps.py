"""What is not known, in groups."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from kic.dataset import Dataset
from kic.layout.common import (
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
    count_of,
    for_machines,
    gap_count,
    identity,
    joined,
    marks_of,
    period_of,
    quantity,
    source_rows,
    theme_label,
    unit_of,
    used_sources,
)
from kic.model import Record, Text
from kic.query import Gaps, grouped
from kic.table import Block, Cell, Group, Table
from kic.wording import REASON, TALLY, text


def gaps_table(dataset: Dataset, answer: Gaps) -> Table:
    """What is not known, under its theme, counted."""
    notes = Notes()
    by = answer.query.by or "theme"
    groups: dict[str | None, list[Record]] = {}
    for r in answer.records:
        groups.setdefault(grouped(r, by), []).append(r)
    blocks = [_gap_block(dataset, by, id_, rows, answer, notes) for id_, rows in groups.items()]
    counts = _gap_counts(answer)
    parts = [gap_count(counts["total"])]
    for reason, number in counts["reason"].items():
        label = REASON[reason] if reason else _WITH_NUMBER
        parts.append(text(f"{number} {label.nl}", f"{number} {label.en}"))
    if answer.query.all:
        more = count_of(counts["not_stated"], ("cijfer", "cijfers"), ("figure", "figures"))
        parts.append(text(f"daarnaast {more.nl} niet vermeld", f"besides {more.en} not stated"))
    sources = used_sources(dataset, answer.records)
    return Table(
        command="gaps",
        dataset=identity(dataset),
        query=asked(answer.query),
        **for_machines(answer),
        extra={"counts": counts, "sources": source_rows(sources)},
        blocks=tuple(blocks),
        marks=notes.legend,
        notes=tuple(notes.found),
        sources=tuple(sources.values()),
        summary=joined(parts),
        remarks=(
            text(
                "Dit is wat de pagina zelf niet bekend of niet landelijk geregistreerd noemt, of "
                "wat alleen een hulplijn bijhoudt. Waarover zij zwijgt, staat hier niet.",
                "This is what the page itself calls unknown or not nationally registered, or what "
                "only a helpdesk keeps. What it is silent about is not listed here.",
            ),
        ),
    )


_WITH_NUMBER = text("met een getal dat niet alles dekt", "with a number that is incomplete")


def _gap_counts(answer: Gaps) -> dict[str, Any]:
    gaps = answer.gaps
    marks = dict.fromkeys(r.registration for r in gaps)
    reasons = dict.fromkeys(r.reason for r in gaps)
    by = {}
    for name in ("theme", "region", "responsible"):
        found = Counter(grouped(r, name) for r in gaps)
        by[name] = [{name: id_, "gaps": number} for id_, number in found.items()]
    return {
        "total": len(gaps),
        "registration": {m: sum(r.registration is m for r in gaps) for m in marks},
        "reason": {m: sum(r.reason is m for r in gaps) for m in reasons},
        **by,
        "not_stated": sum(not r.is_gap for r in answer.records),
    }


def _gap_block(
    dataset: Dataset,
    by: str,
    id_: str | None,
    records: list[Record],
    answer: Gaps,
    notes: Notes,
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
    count = gap_count(sum(grouped(r, by) == id_ for r in answer.gaps))
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
            return TALLY[id_]
        case "responsible":
            return dataset.organisations[id_] if id_ else _NOBODY_NAMED
        case _:
            return theme_label(dataset, id_)


_NOBODY_NAMED = text("De pagina noemt geen organisatie", "The page names no organisation")


def _gap_facts(dataset: Dataset, record: Record, *, themed: bool) -> Iterator[tuple[Text, Cell]]:
    """What is missing, how strongly the source puts it, since when, and which body it names."""
    if themed:
        yield text("Thema", "Theme"), theme_label(dataset, record.theme)
    gap = record.gap
    if gap is None:
        return
    yield text("Ontbreekt", "Missing"), gap.missing
    if gap.strength:
        quoted = text(f'"{gap.strength.nl}"', f'"{gap.strength.nl}" ({gap.strength.en})')
        yield text("Op de pagina", "On the page"), quoted
    else:
        yield (
            text("Op de pagina", "On the page"),
            text(
                "niet als lacune genoemd; volgt uit wie het registreert",
                "not named as a gap; follows from who registers it",
            ),
        )
    if gap.since:
        yield text("Sinds", "Since"), gap.since
    if gap.responsible:
        yield text("Genoemd", "Named"), dataset.organisations[gap.responsible]

"""What the reading of the page warns of stands with the figure."""

from collections.abc import Iterable

import kic
from kic.model import Record, Text
from tests.cases import each
from tests.page.tells import TELLS, Tells


def _facts(dataset: kic.Dataset, r: Record) -> set[str]:
    """All that is told of a figure, each with its field."""
    texts = {
        "label": (r.label,),
        "caution": r.cautions,
        "note": r.notes,
        "population": (r.population,),
        "correction": (r.correction and r.correction.reason,),
        "compare": _compared(dataset, r),
    }
    codes = {
        "unit": (r.unit,),
        "measure": (r.measure,),
        "period": (r.period.text,),
        "status": (r.status,),
        "qualifier": (r.qualifier,),
        "inferred": r.inferred,
        "subset_of": (dataset.indicators[r.indicator].subset_of,),
    }
    lines = {f"{field}: {text.nl}" for field, told in texts.items() for text in told if text}
    return lines | {f"{field}: {code}" for field, told in codes.items() for code in told}


def _compared(dataset: kic.Dataset, r: Record) -> list[Text]:
    """What limits the change up to a figure, where it is one of several."""
    if sum(other.indicator == r.indicator for other in dataset.records) == 1:
        return []
    found = kic.compare(dataset, r.indicator, region=r.region).series
    return [note for s in found for c in s.changes if c.end == r.period for note in c.notes]


def _says(facts: Iterable[str], wanted: str) -> bool:
    field, _, words = wanted.partition(": ")
    return any(fact.startswith(f"{field}: ") and words in fact for fact in facts)


@each("tells", TELLS, ids=lambda t: f"{t.locator} {t.printed} {t.why}")
def test_a_caution_is_told_where_the_number_is(dataset: kic.Dataset, tells: Tells) -> None:
    """Label, unit, period, caution, note or relation say what the reading warns of."""
    summaries = {f"summary: {s.summary.nl}" for s in dataset.statements}
    names = tells.of.split()
    figures = [
        _facts(dataset, r)
        for r in dataset.records
        if r.locator == tells.locator and {r.indicator, f"{r.indicator}@{r.period}"} & {*names}
    ]
    assert len(figures) >= len(names)
    for facts in figures or [summaries]:
        assert [wanted for wanted in tells.says if not _says(facts, wanted)] == []

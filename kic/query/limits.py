"""What makes a single number say less than it seems to, wherever it is computed with."""

from collections.abc import Iterator
from typing import Literal

from kic.model import Qualifier, Record, Status, Text, by
from kic.model.sentences import applying, sentence

_LIMITS: dict[Qualifier | None, str] = {  # what a number that is not exact is
    Qualifier.AT_LEAST: "lower_bound",
    Qualifier.MORE_THAN: "lower_bound",
    Qualifier.AT_MOST: "upper_bound",
    Qualifier.LESS_THAN: "upper_bound",
    Qualifier.ALMOST: "almost",
    Qualifier.RANGE: "range",
    Qualifier.ROUNDED: "rounded",
    Qualifier.ABOUT: "approximate",
    Qualifier.ESTIMATE: "estimate",
}


def limits(record: Record) -> Iterator[Text]:
    """Everything that makes a single number say less than it seems to."""
    if how := _LIMITS.get(record.qualifier):
        from_below_zero = how == "almost" and record.lower_open
        yield sentence("almost_below_zero" if from_below_zero else how, period=record.period)
    yield from applying({"is_corrected": record.correction}, period=record.period)
    if doubt := doubt_of(record):
        yield sentence(f"limit_{doubt}", period=record.period, by=record.by)


def doubt_of(record: Record) -> Literal["provisional", "disputed", "disputed_by_kic"] | None:
    """Why a number may not stay: it is provisional, or not confirmed, and by whose word."""
    if record.status is Status.PROVISIONAL:
        return "provisional"
    if record.status is Status.UNVALIDATED:
        return "disputed_by_kic" if "status" in record.inferred else "disputed"
    return None


def periods_inferred(*records: Record) -> Iterator[Text]:
    """The periods, of one or two figures, that the source does not print with them."""
    read = [r for r in records if "period" in r.inferred]
    periods = list(dict.fromkeys(r.period for r in read))
    years = all(p.kind == "year" for p in periods)
    return applying(
        {
            "year_inferred": len(periods) == 1 and years,
            "period_inferred": len(periods) == 1 and not years,
            "years_inferred": len(periods) == 2 and years,
            "periods_inferred": len(periods) == 2 and not years,
        },
        periods=periods,
        by=by(read),
    )

"""What keeps figures apart that are set beside each other, as of two years or of two regions.

That is a break between them, another way of counting or another publication; and the years
that lie between.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from typing import TypeVar

from kic.dataset import Dataset
from kic.model import Measure, Period, Record, Source, Text, by
from kic.model.sentences import LANGS, applying, sentence
from kic.model.wording import text

_Told = TypeVar("_Told")
YEARS = ("year", "school_year")  # of others it is only told that they are not consecutive


def breaks_of(everything: Iterable[Record]) -> list[Period]:
    """The periods with which a series is counted anew, also those without a number."""
    return [r.period for r in everything if r.breaks and r.period.known]


def is_between(broken: Period, start: Period, end: Period) -> bool:
    """Whether a break parts two periods: what it is in is counted anew from its first day."""
    return start.start < broken.start <= end.end


def unbroken(base: Record, told: Iterable[_Told]) -> Iterator[_Told]:
    """What is told of the base of a change but for a break there, which the change is after."""
    return (what for what in told if what not in base.breaks_told)


def ways_of_counting(records: Collection[Record]) -> Text | None:
    """That figures are counted differently, or that it is not known of all; None if alike."""
    if len({r.measure for r in records}) < 2:
        return None
    differ = are_counted_otherwise(records)
    ways = sentence("counted_otherwise") if differ else sentence("counted_unknown")
    inferred = [r for r in records if "measure" in r.inferred]
    return sentence("as_read", ways=ways, by=by(inferred)) if inferred else ways


def are_counted_otherwise(records: Iterable[Record]) -> bool:
    """Whether it is known that figures are counted in different ways."""
    return len({r.measure for r in records} - {None, Measure.UNSPECIFIED}) > 1


def other_publications(dataset: Dataset, base: Record, now: Record) -> Iterator[Text]:
    """That two figures are from different publications, or from editions of one."""
    one, other = told_apart(base.links.source, now.links.source)
    differ, of_series = base.source != now.source, of_one_series(dataset, base, now)
    return applying(
        {"other_editions": differ and of_series, "other_sources": differ and not of_series},
        start=base.period,
        end=now.period,
        one=one,
        other=other,
    )


def told_apart(*sources: Source) -> tuple[str, ...]:
    """What tells publications apart: who published each, or else its title, and its date too."""
    names = tuple(source.publisher for source in sources)
    if len(set(names)) == 1:
        names = tuple(f'"{source.title}"' for source in sources)
    if len(set(names)) == 1:
        pairs = zip(names, sources, strict=True)
        names = tuple(f"{name}, {s.published}" if s.published else name for name, s in pairs)
    return names


def are_of_publications(dataset: Dataset, *records: Record) -> bool:
    """Whether figures are from publications that are no editions of one series."""
    return len({r.source for r in records}) > 1 and not of_one_series(dataset, *records)


def of_one_series(dataset: Dataset, *records: Record) -> bool:
    """Whether figures are from editions of the dataset that one publisher published."""
    own = (dataset.own.get(r.source) for r in records)
    publishers = {source and source.publisher for source in own}
    return len(publishers) == 1 and None not in publishers


def missing_years(base: Record, now: Record, between: Iterable[Record] = ()) -> list[Period]:
    """The years, or school years, between two figures of which the dataset has nothing."""
    if base.period.kind != now.period.kind or base.period.kind not in YEARS:
        return []
    there = {r.period for r in between}
    return [period for period in base.period.until(now.period) if period not in there]


def spans(years: list[Period]) -> Text:
    """Years as people list them, three or more in a row as the first and the last."""
    groups = groupby(enumerate(years), key=lambda pair: pair[1].start.year - pair[0])
    told = [span for _, group in groups for span in _span([year for _, year in group])]
    return text(*(", ".join(span.of(lang) for span in told) for lang in LANGS))


def _span(years: list[Period]) -> list[Text]:
    """Years in a row: each by itself, or the first and the last of three and more."""
    if len(years) < 3:
        return [year.words for year in years]
    first, *_, last = years
    key = "years" if first.kind == "year" else "school_years"
    return [sentence(key, first=first, last=last)]

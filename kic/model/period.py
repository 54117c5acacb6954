"""A span of time as a dataset writes it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, NamedTuple

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from kic.model.text import Text

_PERIOD = re.compile(  # within a year its kind is its last part
    "(?P<year>[12][0-9]{3})"
    "(?:-S(?P<half_year>[12])|-Q(?P<quarter>[1-4])|-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?"
    "|/(?P<last>[12][0-9]{3})(?P<word> total| school)?)?"
)


class AmbiguousError(ValueError):
    """Two years in a row, which could be either of two periods."""

    def __init__(self, years: str) -> None:
        super().__init__(
            "could be a school year or a total over two years; "
            f'write "{years} school" or "{years} total"'
        )


class Period(NamedTuple):
    """A span of time as a dataset writes it: ``2020``, ``2021-S1``, ``2021-Q1``, ``2020-08``,
    ``2020-08-01``, ``2019/2020 school``, ``2017/2018 total``, or ``unknown``.

    ``text`` is how answers write it: a total over years without its word.  ``kind`` is
    ``year``, ``half_year``, ``quarter``, ``month``, ``day``, ``school_year``, ``years-2`` (a
    total over two years) or ``unknown``; only periods of one kind compare.  Periods sort by
    their last day and then by their first, unknown ones after all others.
    """

    end: date
    start: date
    text: str
    kind: str

    @classmethod
    def parse(cls, text: object) -> "Period":
        """Read a period; raises ``ValueError`` for what is none, or could be two."""
        if not isinstance(text, str):
            raise ValueError('a period is written in quotes, as "2020"')
        if text == "unknown":
            return cls(date.max, date.max, text, "unknown")
        match = _PERIOD.fullmatch(text)
        if match is None:
            raise ValueError(
                'a period is a year ("2020"), a half-year ("2021-S1"), a quarter ("2021-Q1"), a '
                'month ("2020-08"), a day ("2020-08-01"), a school year ("2019/2020 school"), a '
                'total over years ("2017/2018 total") or "unknown"'
            )
        if not match["last"]:
            start, end, kind = _span(match)
            return cls(end, start, text, kind)
        first, last, word = int(match["year"]), int(match["last"]), match["word"]
        if last <= first:
            raise ValueError("the last year must come after the first")
        if word is None and last == first + 1:
            raise AmbiguousError(text)
        if word != " school":
            kind = f"years-{last - first + 1}"
            return cls(date(last, 12, 31), date(first, 1, 1), text.removesuffix(" total"), kind)
        if last > first + 1:
            raise ValueError("a school year ends in the year after the one in which it begins")
        return cls(date(last, 7, 31), date(first, 8, 1), text, "school_year")

    @property
    def known(self) -> bool:
        """Whether the source tells the period at all."""
        return self.kind != "unknown"

    @property
    def words(self) -> Text:
        """The period as people write it; of an unknown one that it is not stated."""
        year, month, day = self.start.year, self.start.month, self.start.day
        nl, en = (
            form.format(
                day=day,
                month=MONTHS[month - 1][lang],
                quarter=_PARTS[(month - 1) // 3][lang],
                half=_PARTS[month // 7][lang],
                year=year,
                last=self.end.year,
            )
            for lang, form in enumerate(_WORDS.get(self.kind, _OVER_YEARS))
        )
        return Text(nl=nl, en=en)

    @property
    def when(self) -> Text:
        """The same with its preposition: in a year, on a day."""
        words = self.words
        nl, en = ("op", "on") if self.kind == "day" else ("in", "in")
        return Text(nl=f"{nl} {words.nl}", en=f"{en} {words.en}")

    @property
    def brief(self) -> str:
        """The text without the word of a school year, where that is said already."""
        return self.text.removesuffix(" school")

    @property
    def typed(self) -> tuple[str, ...]:
        """All that people may type for it; the last means nothing else."""
        if self.kind == "school_year":
            return self.brief, self.text
        return (self.text, f"{self.text} total") if self.kind.startswith("years") else (self.text,)

    def within(self, other: "Period") -> bool:
        """Whether it is all of another known period, or a part or a day of it."""
        return other.start <= self.start and self.end <= other.end

    def follows(self, earlier: "Period") -> bool:
        """Whether nothing lies between it and an earlier one of its kind.

        Days follow each other too as stocks are counted: every month, quarter, half-year or year.
        """
        before, now = earlier.end, self.start
        if now <= before + timedelta(days=1) or self.kind != "day":
            return now <= before + timedelta(days=1)
        months = 12 * (now.year - before.year) + now.month - before.month
        ends = all(day == _month_end(day.year, day.month) for day in (before, now))
        return months in (1, 3, 6, 12) and (ends or now.day == before.day)

    def until(self, later: "Period") -> "Iterator[Period]":
        """The periods of the same kind that lie between two; none between single days.

        Totals over several years need not adjoin: what is between them is told in years.
        """
        start = self.end + timedelta(days=1)
        while self.kind != "day" and start < later.start:
            year = start.year
            text = {
                "half_year": f"{year}-S{(start.month + 5) // 6}",
                "quarter": f"{year}-Q{(start.month + 2) // 3}",
                "month": f"{year}-{start.month:02}",
                "school_year": f"{year}/{year + 1} school",
            }
            period = Period.parse(text.get(self.kind, str(year)))
            yield period
            start = period.end + timedelta(days=1)

    def __str__(self) -> str:
        return self.text


_PARTS = (("eerste", "first"), ("tweede", "second"), ("derde", "third"), ("vierde", "fourth"))
MONTHS = (
    *(("januari", "January"), ("februari", "February"), ("maart", "March"), ("april", "April")),
    *(("mei", "May"), ("juni", "June"), ("juli", "July"), ("augustus", "August")),
    *(("september", "September"), ("oktober", "October"), ("november", "November")),
    ("december", "December"),
)


_WORDS = {  # a period of each kind, in Dutch and in English
    "unknown": ("geen jaar", "no year"),
    "day": ("{day} {month} {year}", "{day} {month} {year}"),
    "month": ("{month} {year}", "{month} {year}"),
    "quarter": ("{quarter} kwartaal {year}", "{quarter} quarter of {year}"),
    "half_year": ("{half} halfjaar {year}", "{half} half of {year}"),
    "year": ("{year}", "{year}"),
    "school_year": ("schooljaar {year}-{last}", "school year {year}-{last}"),
}
_OVER_YEARS = ("{year}-{last}", "{year}-{last}")


def _span(match: re.Match[str]) -> tuple[date, date, str]:
    """The first and last day of what is written within one year, and its kind."""
    parts = match.group("year", "half_year", "quarter", "month", "day")
    year, half, quarter, month, day = (int(part or 0) for part in parts)
    kind = str(match.lastgroup)
    months = {
        "year": (1, 12),
        "half_year": (6 * half - 5, 6 * half),
        "quarter": (3 * quarter - 2, 3 * quarter),
    }
    first, final = months.get(kind, (month, month))
    if not 1 <= first <= 12:
        later = f'; for a school year write "{year}/{year + 1} school"'
        is_span = kind == "month" and month == (year + 1) % 100
        raise ValueError(f"month {month:02} does not exist{later if is_span else ''}")
    start, end = date(year, first, 1), _month_end(year, final)
    if kind == "day":
        if not 1 <= day <= end.day:
            raise ValueError(f"day {day:02} does not exist in {year}-{month:02}")
        start = end = start.replace(day=day)
    return start, end, kind


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


PERIOD = (
    "^([12][0-9]{3}(-S[12]|-Q[1-4]|-[0-9]{2}(-[0-9]{2})?|/[12][0-9]{3}( school| total)?)?"
    "|unknown)$"
)
PeriodField = Annotated[
    Period,
    PlainValidator(Period.parse),
    PlainSerializer(lambda period: period.typed[-1], return_type=str),
    WithJsonSchema({"type": "string", "pattern": PERIOD}),
]


_PUBLISHED = re.compile("[12][0-9]{3}(-[0-9]{2}){0,2}")


def _published(given: object) -> Period:
    """The day, month or year of a publication; a day is a date of TOML."""
    text = str(given) if type(given) in (date, Period) else given
    if isinstance(text, str) and _PUBLISHED.fullmatch(text):
        return Period.parse(text)
    raise ValueError('must be a day, as 2021-11-30, or in quotes a month "2021-11" or year "2021"')


PublishedField = Annotated[
    Period,
    PlainValidator(_published),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "format": "date"},
                {"type": "string", "pattern": "^[12][0-9]{3}(-[0-9]{2})?$"},
            ]
        }
    ),
]

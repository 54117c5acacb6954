"""A span of time as a dataset writes it."""

import re
from datetime import date, timedelta
from typing import Annotated, NamedTuple

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from kic.model.text import Text

_PERIOD = re.compile(  # its kind is its last part
    "(?P<year>[12][0-9]{3})"
    "(?:-Q(?P<quarter>[1-4])|-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?|/(?P<last>[12][0-9]{3}))?"
)


class Period(NamedTuple):
    """A span of time as a dataset writes it: ``2020``, ``2021-Q1``, ``2020-08``,
    ``2020-08-01``, ``2017/2018``, or ``unknown``.

    ``kind`` is ``year``, ``quarter``, ``month``, ``day``, ``years-2`` (a total over two
    years) or ``unknown``; only periods of one kind compare.  Periods sort by their first
    and last day, unknown ones after all others.
    """

    start: date
    end: date
    text: str
    kind: str

    @classmethod
    def parse(cls, text: object) -> "Period":
        """Read a period; raises ``ValueError`` for what is none or does not exist."""
        if isinstance(text, Period):
            return text
        if not isinstance(text, str):
            raise ValueError('a period is written in quotes, as "2020"')
        if text == "unknown":
            return cls(date.max, date.max, text, "unknown")
        if match := _PERIOD.fullmatch(text):
            start, end, kind = _span(match)
            return cls(start, end, text, kind)
        raise ValueError(
            'a period is a year ("2020"), a quarter ("2021-Q1"), a month ("2020-08"), '
            'a day ("2020-08-01"), years ("2017/2018") or "unknown"'
        )

    @property
    def known(self) -> bool:
        """Whether the source tells the period at all."""
        return self.kind != "unknown"

    @property
    def words(self) -> Text:
        """The period as people write it; of an unknown one that it is not stated."""
        start, end = self.start, self.end
        month_nl, month_en = MONTHS[start.month - 1]
        match self.kind:
            case "unknown":
                return _text("geen jaar", "no year")
            case "day":
                return day(start)
            case "month":
                return _text(f"{month_nl} {start.year}", f"{month_en} {start.year}")
            case "quarter":
                nl, en = _QUARTERS[start.month // 3]
                return _text(f"{nl} kwartaal {start.year}", f"{en} quarter of {start.year}")
            case "year":
                return _text(self.text, self.text)
            case _:
                return _text(*[f"{start.year}-{end.year}"] * 2)

    def __str__(self) -> str:
        return self.text


_QUARTERS = (("eerste", "first"), ("tweede", "second"), ("derde", "third"), ("vierde", "fourth"))
MONTHS = (
    *(("januari", "January"), ("februari", "February"), ("maart", "March"), ("april", "April")),
    *(("mei", "May"), ("juni", "June"), ("juli", "July"), ("augustus", "August")),
    *(("september", "September"), ("oktober", "October"), ("november", "November")),
    ("december", "December"),
)


def day(date_: date) -> Text:
    """A day as people write it."""
    nl, en = MONTHS[date_.month - 1]
    return _text(f"{date_.day} {nl} {date_.year}", f"{date_.day} {en} {date_.year}")


def _text(nl: str, en: str) -> Text:
    return Text(nl=nl, en=en)


def _span(match: re.Match[str]) -> tuple[date, date, str]:
    """The first and last day of a written period, and its kind."""
    year, quarter, month, day, last = (int(part or 0) for part in match.groups())
    kind = str(match.lastgroup)
    if kind == "last":
        if last <= year:
            raise ValueError("the last year must come after the first")
        return date(year, 1, 1), date(last, 12, 31), f"years-{last - year + 1}"
    months = {"year": (1, 12), "quarter": (3 * quarter - 2, 3 * quarter)}
    first, final = months.get(kind, (month, month))
    if not 1 <= first <= 12:
        raise ValueError(f"month {month:02} does not exist")
    start, end = date(year, first, 1), _month_end(year, final)
    if kind == "day":
        if not 1 <= day <= end.day:
            raise ValueError(f"day {day:02} does not exist in {year}-{month:02}")
        start = end = start.replace(day=day)
    return start, end, kind


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


PERIOD = r"^([12][0-9]{3}(-Q[1-4]|-[0-9]{2}(-[0-9]{2})?|/[12][0-9]{3})?|unknown)$"
PeriodField = Annotated[
    Period,
    PlainValidator(Period.parse),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "pattern": PERIOD}),
]

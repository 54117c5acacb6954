"""A dataset proposed from the text of a page: what the reader understands, and its questions.

Every number of the page becomes a figure to check.  What the page does not say for certain is a
question: a text that begins with ``? ``, with which no dataset is valid.
"""

import json
import re
from bisect import bisect_left, bisect_right
from functools import cache, partial
from itertools import chain, count
from pathlib import Path
from typing import Any, NamedTuple

from kic.dataset.page.amounts import currency, per, unlike
from kic.dataset.page.exactness import Reading, phrase_before, readings
from kic.dataset.page.found import Found, Places
from kic.dataset.page.language import YEARS, Language, language
from kic.dataset.page.numeral import Numeral
from kic.dataset.page.phrases import words
from kic.dataset.page.places import Place, take_apart
from kic.dataset.page.proposed_layout import proposed_layout
from kic.dataset.page.running_text import BOUNDS, language_of, notation, sentences
from kic.dataset.page.units import noun_behind, uncounted
from kic.dataset.page.year_headings import dates_in, part_over
from kic.dataset.page.year_parts import SOME_TIME, edge_of_year
from kic.dataset.reading import refusal
from kic.dataset.shape import as_id
from kic.model import Qualifier, Status
from kic.model.errors import shortened
from kic.model.figure import number_key
from kic.model.safe import visible

_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_BEFORE = 2  # words that are quoted with a number, unless more say how exact it is
_BEHIND = re.compile(rf"\s?%|(?: {_WORD})?")
_ASKED_UNIT = "? the id of its unit, which stands under [units]"
_PERCENT = {"nl": "procent", "en": "per cent"}
_LONGEST = 200  # characters of a sentence that is shown
_Keys = dict[str, Any]


class Proposal(NamedTuple):
    """The text of a dataset, with how many figures and questions it has."""

    text: str
    figures: int
    questions: int


def proposal(text: str, page: str) -> Proposal:
    """What the text of a page may become as a dataset; ``page`` is what it is called there.

    Raises DatasetError where the page has no number, and MissingExtraError without the readers.
    """
    from jinja2 import Environment, StrictUndefined, select_autoescape  # needed here only

    lang = language(language_of(text))
    layout = proposed_layout(text, lang)
    reader = _Reader(lang)
    places = Places(take_apart(text, layout, lang), lang).all
    for found in places:  # what is a unit at one place may be one at any
        reader.units_of(found)
    for found in places:
        theme = found.place.locator.split("/")[0]
        reader.read(found, {"theme": theme} if theme in layout.themes else {})
    figures = sum(len(indicator["figures"]) for indicator in reader.indicators.values())
    if not figures:
        raise refusal(Path(page), "it has no number that kic reads: nothing to propose")
    made = Environment(
        autoescape=select_autoescape(default_for_string=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["toml"] = _toml
    template = made.from_string(Path(__file__).with_name("proposal.jinja").read_text("utf-8"))
    written = template.render(page=visible(page), layout=layout.model_dump(), **vars(reader))
    return Proposal(written, figures, written.count('= "? '))


def _toml(value: Any) -> str:
    """A value as TOML writes it on one line."""
    if isinstance(value, dict):
        items = (f"{_toml_key(key)} = {_toml(item)}" for key, item in value.items())
        return f"{{ {', '.join(items)} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _toml_key(key: str) -> str:
    return key if re.fullmatch(r"[\w-]+", key, re.ASCII) else _toml(key)


class _Reader:
    """What is read of the places of a page, under the names that the template has for it."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang
        # Of a long paragraph each number asks for its sentence, and for the numbers of that.
        self.sentences = cache(sentences)
        self.readings = cache(partial(readings, lang=lang))
        self.units: dict[str, _Keys] = {}
        self.names: dict[str, str] = {}  # of units
        self.indicators: dict[str, _Keys] = {}
        self.rows: dict[tuple[str, ...], str] = {}  # the ids of rows, each with what is over it
        self.statements: list[_Keys] = []
        self.asides: list[_Keys] = []

    def units_of(self, found: Found) -> None:
        """Take the units that are named at one place."""
        for reading in found.readings:
            if reading.is_figure:
                self._unit(found.place, reading.numeral)

    def read(self, found: Found, theme: _Keys) -> None:
        """Take what there is at one place."""
        place = found.place
        row = place.headings[0] if place.kind == "cell" else ""
        figures = [reading for reading in found.readings if reading.is_figure]
        for reading in figures:
            id_ = self._row(place) if row else f"figure_{len(self.indicators) + 1}"
            unit = self._unit(place, reading.numeral)
            if id_ not in self.indicators:
                keys = {**theme, **_asked(row), "unit": unit}
                caption = ", ".join(filter(None, (row, *place.over[:1]))) * bool(row)
                told = caption or self._sentence(place, reading.numeral)
                line = place.line_of(reading.numeral.start)
                shown = visible(shortened(told, _LONGEST))
                self.indicators[id_] = {"keys": keys, "told": shown, "line": line, "figures": []}
            self.indicators[id_]["figures"].append(
                self._lacking(found, reading.numeral, self.indicators[id_]["keys"])
                if reading.numeral.kind == "lacking"
                else self._figure(found, reading, unit, self.indicators[id_]["keys"]["unit"])
            )
        at = {"locator": place.locator}
        if place.kind == "bullet" and not figures:
            kind = {"kind": "? concern, development, event or finding"}
            told = f"? in a sentence of your own: {shortened(place.text, _LONGEST)}"
            self.statements.append({**theme, **kind, **at, "summary": told})
        if found.is_missed_cell:
            reason = {
                "reason": f"? what it says, if it is no figure without a number: {place.text}"
            }
            self.asides.append({**at, **reason})

    def _row(self, place: Place) -> str:
        """The id of what a row counts: in another table, but of other years, it is another."""
        [row, *_], [over_row, *_], caption = place.headings, place.beside, place.over[0]
        told = f"{over_row} {YEARS.sub('', caption)}"
        subject = (row, *filter(str.isalnum, words(told)))
        if subject not in self.rows:
            id_ = as_id(row) or f"figure_{len(self.indicators) + 1}"
            ids = chain([id_], (f"{id_}_{number}" for number in count(2)))
            self.rows[subject] = next(id_ for id_ in ids if id_ not in self.indicators)
        return self.rows[subject]

    def _unit(self, place: Place, numeral: Numeral) -> str:
        """The id of what a number counts, if that stands beside it or above it, or a question."""
        if numeral.kind == "lacking":
            return _ASKED_UNIT
        lang, beside = self.lang, place.text[numeral.end : numeral.end + 60]
        above = " ".join(place.headings) if place.kind == "cell" else ""
        noun, after, *_ = [*words(beside), "", ""]
        silent = lang.common | lang.neutral
        money = currency(place.text, numeral, lang)
        is_alone = (
            noun.isalpha() and noun not in silent and (not after.isalpha() or after in silent)
        )
        others = unlike(place, numeral, None, lang)
        is_unit = not uncounted(place.text, numeral, None, lang, self.names)
        is_unit &= not any(words(other.seen)[:1] == [noun] for other in others)  # as in "3 fewer"
        known = noun_behind(beside, lang, self.names)
        column = self._name_in(place)
        name = ((known or noun * is_alone) if is_unit else "") or column
        unit: _Keys = {"kind": "duration" if name in lang.durations else "count"}
        if money:
            name = "euro" if money == "EUR" else money
            unit = {"kind": "money", "currency": money}
        if parts := per(place.text, numeral, lang):
            name, unit = f"per {parts}", {"kind": "rate", "per": parts}
        if (
            numeral.kind == "share"
            or lang.percent.match(beside.lstrip())
            or (not column and lang.percent.search(above))
        ):
            name, unit = _PERCENT[lang.code], {"kind": "share"}
        if not (id_ := as_id(name)):
            return _ASKED_UNIT
        self.units.setdefault(id_, {"label": name, **unit})
        self.names[name] = id_
        return id_

    def _name_in(self, place: Place) -> str:
        """What the heading of a column counts, where one word of it does."""
        lang = self.lang
        silent = lang.common | lang.neutral
        column = "" if place.kind != "cell" else place.headings[-1]
        told = [
            word for word in words(lang.beside["mean"].label.sub("", column)) if word not in silent
        ]
        is_known = len(told) == 1 and told[0] in {*lang.durations, *lang.people, *self.names}
        return told[0] if is_known else ""

    def _lacking(self, found: Found, numeral: Numeral, indicator: _Keys) -> _Keys:
        """A gap of an indicator where the page says that there are no figures."""
        printed = {"as_printed": _quoted(found, numeral, self.lang)}
        missing = {"missing": "? what is missing, in words of your own"}
        indicator.setdefault("gaps", [missing | printed])
        why = {"registration": "? unavailable, incomplete or not_national"}
        at = {"locator": found.place.locator}
        return {"period": self._period(found, numeral), **why, **printed, **at}

    def _figure(self, found: Found, reading: Reading, unit: str, usual: str) -> _Keys:
        """A figure as it is read, with what is to be asked of it; and a unit of its own."""
        read = found.as_provisional(reading)
        place, numeral, qualifier = found.place, reading.numeral, read.qualifier
        printed = place.text[numeral.start : numeral.end]
        numbers = [round(n, 1) if numeral.kind == "share" else n for n in numeral.numbers]
        keys: _Keys = {
            "period": self._period(found, numeral),
            "qualifier": qualifier or f"? how exact it is, beside: {read.seen}",
        }
        if _is_age(found, read):
            keys["qualifier"] = f"? {qualifier}, unless it is an age"
        if qualifier is Qualifier.WORDS:
            keys["words"] = printed
        elif len(numbers) == 2:
            keys |= zip(("lower", "upper"), numbers, strict=True)
        else:
            keys[number_key(qualifier)] = numbers[0] if numbers else "? the number"
        if qualifier is Qualifier.ROUNDED:
            keys["rounded_to"] = "? what it is a multiple of, as 100"
        keys |= {"as_printed": _quoted(found, numeral, self.lang), "locator": place.locator}
        others = dict(unlike(place, numeral, None, self.lang))
        is_mean = place.kind == "cell" and self.lang.beside["mean"].label.search(
            place.headings[-1]
        )
        if self.units.get(unit, {}).get("kind") in ("share", "rate"):
            others.pop("share", None)
        if of_what := uncounted(place.text, numeral, None, self.lang, self.names):
            others["zero"] = of_what
        if others.pop("mean", None) or is_mean:
            keys["measure"] = "mean"
        marked = others.get("provisional", "")
        if read != reading or self.lang.beside["provisional"].label.search(marked):
            keys["status"] = Status.PROVISIONAL
            others.pop("provisional", None)
        planned = others.get("target", "")
        if qualifier is None:
            keys["read_by_hand"] = "? what a person sees that kic does not"
            if planned:
                plan = f'measure = "target" too, if it is a plan or a norm by: {planned}'
                keys["read_by_hand"] += f"; and {plan}"
        elif "provisional" in others:
            keys["read_by_hand"] = (
                f'? status = "P" in the place of this, if it is provisional by: {marked}; or why '
                "it is the figure"
            )
        elif planned:
            keys["read_by_hand"] = (
                '? measure = "target" in the place of this, if it is a plan or a norm by: '
                f"{', '.join(others.values())}; or why it is the figure"
            )
        elif others:
            keys["read_by_hand"] = f"? why it is the figure, beside: {', '.join(others.values())}"
        if unit != usual:
            keys["unit"] = unit
        return keys

    def _period(self, found: Found, numeral: Numeral) -> str:
        """The year that is printed with a number, where nothing else may be meant; or a question.

        A sentence with another year, or in which something changes, tells of more than one.
        """
        lang, place = self.lang, found.place
        if place.kind == "line":
            return "? the period, which the heading of its column may say"
        sentence = self._sentence(place, numeral)
        texts = place.headings if place.kind == "cell" else [sentence]
        read = [reading for text in texts for reading in self.readings(text)]
        dates = [date for text in texts for date in self._dates(text)]
        if place.kind == "cell":
            headed = {text: dates_in(text, self.readings(text), lang) for text in texts}
            dates = [d for there in headed.values() for d in there if d.years]
            if asked := self._asked_period(place, headed):
                return asked
        elif told := found.told.get(numeral.start):
            dates = [d for d in dates if told.sentence_start + d.start not in told.others]
        several = sum(r.is_figure for r in read) > 1
        is_changing = several and not lang.change.isdisjoint(words(sentence))
        is_other = any(lang.other_year.search(text) for text in texts) or any(
            lang.compared_with.search(sentence[: date.start]) for date in dates
        )
        if len(dates) == 1 == len(dates[0].years) and not (
            is_changing
            or is_other
            or dates[0].month
            or dates[0].kind != "date"
            or dates[0].part == SOME_TIME
        ):
            year = min(notation(dates))
            if any(edge_of_year(n, t, lang) == "end" for t in texts for n in self._dates(t)):
                return f'? {year}, with measure = "end_of_period" if it is of the end of that year'
            return year
        return "? the year, as 2020; unknown where the page has none"

    def _dates(self, text: str) -> list[Numeral]:
        return [r.numeral for r in self.readings(text) if r.numeral.years]

    def _asked_period(self, place: Place, headed: dict[str, list[Numeral]]) -> str:
        """What is to be asked where a heading has a year, and perhaps a part of it; or nothing."""
        open_ = (h for h, dates in headed.items() if any(d.part == SOME_TIME for d in dates))
        is_whole = any(d.years and not (d.part or d.month) for d in chain(*headed.values()))
        over = part_over(place, self.lang) if is_whole else ""
        asked = next(open_, over)
        seen = visible(shortened(asked, _LONGEST))
        return f"? the period, of which the heading says '{seen}'" if asked else ""

    def _sentence(self, place: Place, numeral: Numeral) -> str:
        """The sentence that a number stands in."""
        there = self.sentences(place.text)
        return there[bisect_right(there, numeral.start, key=lambda one: one[0]) - 1][1]


def _asked(row: str) -> _Keys:
    """What the page does not say of what is counted, in general or in a row of a table."""
    if not row:
        return {"label": "? what is counted, in words of your own"}
    where = "? the id of its region, if this row is one; or leave this out"
    return {"label": f"? what the row counts: {row}", "region": where}


def _is_age(found: Found, reading: Reading) -> bool:
    """Whether a bound in running text may be one of an age, as in "29 were under 12"."""
    is_told = found.place.kind not in ("bullet", "text") or reading.numeral.start in found.told
    return reading.qualifier in BOUNDS and not is_told


def _quoted(found: Found, numeral: Numeral, lang: Language) -> str:
    """A number with a few words on either side, but no other number.

    All words are quoted that say how exact it is, and one that turns their meaning.
    """
    text = found.place.text
    read = found.readings
    at = bisect_left(read, numeral.start, key=lambda r: r.numeral.start)
    first = read[at - 1].numeral.end if at else 0
    last = read[at + 1].numeral.start if at + 1 < len(read) else len(text)
    there = words(text[first : numeral.start])
    start = phrase_before(there, lang)[0]
    start -= start < len(there) and not lang.negation.isdisjoint(there[start - 1 : start])
    phrase = there[start:]  # "ca. €" has more than words
    most = max(_BEFORE - sum(map(str.isalpha, phrase)), 0)
    own = r"\s*".join(re.escape(word).replace("'", "['’]") for word in phrase)
    pattern = rf"(?:{_WORD} ){{0,{most}}}{own}\s*[€$£]?\s?$"
    before = re.search(pattern, text[first : numeral.start], re.IGNORECASE)
    behind = _BEHIND.match(text[numeral.end : last])
    start = first + before.start() if before else numeral.start
    return text[start : numeral.end + (behind.end() if behind else 0)].strip()

"""Finding what people look for by the words they use, and saying where they matched."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from fractions import Fraction
from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import Indicator, Lang, Record, Statement, Text, Topic, fold
from kic.model.digits import as_typed, number
from kic.model.grouping import grouped
from kic.model.spelling import similarity
from kic.model.text import LANGS
from kic.model.wording import EXACTNESS, LOOSE

# Where a word may be found, and how much that says about what a person means.
WEIGHT = {
    "id": 6,
    "label": 5,
    "alias": 5,
    "theme": 3,
    "region": 3,
    "period": 2,
    "population": 2,
    "organisation": 2,
    "printed": 2,
    "number": 2,
    "statement": 2,
    "gap": 2,
    "caution": 1,
    "note": 1,
}
_WHOLE = 4  # what a number counts for: as much as a text of one word
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")
_SIGN, _BEHIND_DIGIT = re.compile("[€$£%]"), re.compile(r"(?<=\d)(?=[^\W\d_])")
_SCALES = {
    "duizend": 1000,
    "thousand": 1000,
    **dict.fromkeys(("miljoen", "mln", "million"), 10**6),
}
_SCALED = re.compile(rf"(?P<number>\d[\d.,]*) ?(?P<scale>{'|'.join(_SCALES)})\b")
_WORD = re.compile(r"[^\W\d_]+")
ALIKE = 0.8  # from here on two words are one with a typing error
SHORT = 3  # a word of so few letters is in too many others to be looked for within them


class Hit(NamedTuple):
    """What was found: a theme, an indicator, a region, or a statement with its place as its id.

    ``matched`` says where its words were, ``match`` shows it.  An indicator has its latest
    figure, or what the source has in its place, as ``record``, and as ``later`` what the source
    has after that, where it is no number; of a theme or a region it is told how many
    ``indicators`` are about it.
    """

    kind: str
    id: str
    theme: str | None
    label: Text
    matched: str = ""
    match: str = ""
    record: Record | None = None
    later: Record | None = None
    statement: Statement | None = None
    indicators: int = 0


class Hits(NamedTuple):
    """The answer of :func:`find`, the best match first, each kind of thing together.

    ``lang`` is the language in which matches are shown, where they have one.  ``alike`` are
    words that nothing has as they are typed, but with another spelling; ``more`` is how many
    there are beside these, which are the best.
    """

    words: str
    hits: tuple[Hit, ...]
    lang: Lang
    alike: bool = False
    more: int = 0


class Place(NamedTuple):
    """Where a text stands, and the text; without a language it is of both.

    A number is found as a ``whole`` only: a part of one is another number.
    """

    name: str
    words: str
    lang: Lang | None = None
    whole: bool = False


class _Thing(NamedTuple):
    """What can be found, as it is found, with the places to find it by and its figures."""

    hit: Hit
    places: tuple[Place, ...]
    records: Sequence[Record] = ()


class _Fit(NamedTuple):
    """How well each of the words fits a place, and all of them together."""

    place: Place
    scores: tuple[float, ...]
    together: float


def find(dataset: Dataset, words: str, *, lang: Lang = "nl") -> Hits:
    """Search themes, regions, indicators with their gaps and notes, and statements.

    Every word has to be found in one thing, as a part of a word, without regard to case
    and accents, in either language; a match is shown in ``lang`` if it has one.  Where
    nothing has them all, those beside a number are looked at too, and then words with a typing
    error.  A number is that of a figure, or stands in a text.
    """
    # An amount goes without its sign, as "£4m" does that stands there as 4 and m.
    told = _SCALED.sub(_in_full, fold(_SIGN.sub(" ", words)))
    wanted = _BEHIND_DIGIT.sub(" ", told).split()
    has_number = any(map(_DIGIT.search, wanted))
    for beside, alike in ((has_number, False), (True, False), (has_number, True)):
        if hits := _search(dataset, wanted, lang, beside=beside, alike=alike):
            return Hits(words, hits, lang, alike)
    return Hits(words, (), lang)


def _in_full(match: re.Match[str]) -> str:
    """A number with its scale, as "18 duizend", in digits; as it stands where that is none."""
    digits = match["number"].replace(",", ".")
    if digits.count(".") > 1 or re.fullmatch(r"\d+\.\d{3}", digits):
        digits = digits.replace(".", "")
    with suppress(ValueError):
        value = Fraction(digits) * _SCALES[match["scale"]]
        return str(value.numerator) if value.denominator == 1 else match[0]
    return match[0]


def _search(
    dataset: Dataset, wanted: list[str], lang: Lang, *, beside: bool, alike: bool
) -> tuple[Hit, ...]:
    """Everything that has all words, also ``beside`` its numbers, the best match first."""
    regions = _regions_meant(dataset, wanted, alike=alike)
    scored = []
    for thing in _things(dataset):
        if beside:
            numbers = dict.fromkeys(place for r in thing.records for place in numbers_of(r))
            thing = thing._replace(places=(*thing.places, *numbers))
        fits = [_fit(place, wanted, alike=alike) for place in thing.places]
        best = [max(scores) for scores in zip(*(fit.scores for fit in fits), strict=True)]
        if best and all(best):
            # Together in one place says more than each somewhere else.
            score = sum(best) + 2 * max(fit.together for fit in fits)
            place = _shown(fits, lang)
            # With the numbers that are asked for; then with a gap, caution or note.
            records = _with_numbers(thing.records, wanted)
            saying = [r for r in records if place in _said_of(r)]
            latest = _latest(saying or records, regions)
            hit = thing.hit._replace(matched=place.name, match=place.words, record=latest)
            scored.append((score, hit._replace(later=_later(thing.records, latest))))
    scored.sort(key=lambda pair: -pair[0])
    by_kind = grouped((hit for _, hit in scored), lambda hit: hit.kind)
    return tuple(hit for hits in by_kind.values() for hit in hits)


def _with_numbers(records: Sequence[Record], wanted: Iterable[str]) -> Sequence[Record]:
    """The figures that have all numbers among the words: their own, or else in what is said."""
    asked = [word for word in wanted if _DIGIT.search(word)]
    for tell in (numbers_of, _said_of):
        several = [
            r
            for r in records
            if asked
            and all(any(_fit(p, [w], alike=False).scores[0] for p in tell(r)) for w in asked)
        ]
        if several:
            return several
    return records


def _regions_meant(dataset: Dataset, wanted: list[str], *, alike: bool) -> set[str]:
    """The regions whose names have the most of the words, if any has one."""
    counts = {
        id_: sum(
            any(_score(word, fold(name.words), alike=alike) for name in _names(id_, region))
            for word in wanted
        )
        for id_, region in dataset.regions.items()
    }
    most = max(counts.values(), default=0)
    return {id_ for id_, count in counts.items() if most and count == most}


def shown(records: Sequence[Record]) -> list[Record]:
    """The figures of an indicator that a hit can show, or that have words to find it by."""
    regions = grouped(records, lambda r: r.region).values()
    told = {id(r) for here in regions for r in (_latest(here, ()), _last(here))}
    return [r for r in records if id(r) in told or any(_limits(r))]


def _latest(records: Sequence[Record], regions: Collection[str]) -> Record | None:
    """The latest number, or else word or direction, or gap; of the regions if they have any.

    A plan comes after what came of it.
    """
    here = [r for r in records if r.region in regions] or records
    numbers = [r for r in here if r.interval.known]
    numbers = [r for r in numbers if not r.is_plan] or numbers
    several = numbers or [r for r in here if r.worded] or [r for r in here if r.gap] or here
    return max(several, key=lambda r: (r.period.known, r.period), default=None)


def _last(records: Iterable[Record]) -> Record | None:
    """What is of the last known period, whatever it is but a plan."""
    dated = (r for r in records if r.period.known and not r.is_plan)
    return max(dated, key=lambda r: r.period, default=None)


def _later(records: Sequence[Record], shown: Record | None) -> Record | None:
    """What the source has after a figure that is shown, if its last word there is no number."""
    last = _last(r for r in records if shown and r.region == shown.region)
    is_later = shown and last and last.period > shown.period and not last.interval.known
    return last if is_later else None


# ------------------------------------------------------------------ what there is to find


def _things(dataset: Dataset) -> Iterator[_Thing]:
    """Everything that can be found."""
    themes = Counter(theme for theme, _ in {(r.theme, r.indicator) for r in dataset.records})
    for id_, theme in dataset.themes.items():
        hit = Hit("theme", id_, id_, theme.label, indicators=themes[id_])
        yield _Thing(hit, _names(id_, theme))
    regions = Counter(region for region, _ in {(r.region, r.indicator) for r in dataset.records})
    for id_, region in dataset.regions.items():
        hit = Hit("region", id_, None, region.label, indicators=regions[id_])
        yield _Thing(hit, _names(id_, region))
    figures = grouped(dataset.records, lambda r: r.indicator)
    for id_, indicator in dataset.indicators.items():
        records = figures.get(id_, ())
        places = places_of(dataset, id_, records)
        yield _Thing(Hit("indicator", id_, indicator.theme, indicator.label), places, records)
    for s in dataset.statements:
        places = (*_both("statement", s.summary), *_around(dataset, s.theme, {s.region}))
        yield _Thing(Hit("statement", s.locator, s.theme, s.summary, statement=s), places)


def places_of(dataset: Dataset, id_: str, records: Sequence[Record]) -> tuple[Place, ...]:
    """Where words may be that find an indicator with these figures."""
    indicator = dataset.indicators[id_]
    return (
        *_names(id_, indicator),
        *_around(dataset, indicator.theme, {r.region for r in records}),
        *_both("population", indicator.population),
        *dict.fromkeys(place for r in shown(records) for place in _bodies(r)),
        *dict.fromkeys(place for r in records for place in _limits(r)),
    )


def _names(id_: str, topic: Topic) -> tuple[Place, ...]:
    """What something is called."""
    short = topic.short if isinstance(topic, Indicator) else None
    aliases = (Place("alias", alias) for alias in topic.aliases)
    return (Place("id", id_), *_both("label", short, topic.label), *aliases)


def _around(dataset: Dataset, theme: str | None, regions: Collection[str]) -> Iterator[Place]:
    """The theme of something and its regions, but not the one that goes without saying."""
    if theme:
        yield from _both("theme", dataset.themes[theme].label)
    for id_, region in dataset.regions.items():
        if id_ in regions and id_ != dataset.home:
            names = _names(id_, region)
            yield from (name._replace(name="region") for name in names if name.name != "id")


def _said_of(record: Record) -> tuple[Place, ...]:
    """All that is found by a figure, and not by its indicator."""
    return (*_bodies(record), *_limits(record), *numbers_of(record))


def _bodies(record: Record) -> Iterator[Place]:
    """Who registers a figure, and who has to do with it."""
    return _both("organisation", record.links.registered_by, *(n for n, _ in record.links.named))


def _limits(record: Record) -> Iterator[Place]:
    """What stands beside a figure or in its place: words, a gap, and its cautions and notes."""
    if record.worded:
        told = _both("number", record.words)
        yield from (p._replace(name="printed") if p.lang == record.lang else p for p in told)
        yield from (Place("printed", w, record.lang) for w in [record.as_printed] if w)
    if record.trend_as_printed:
        yield Place("printed", record.trend_as_printed, record.lang)
    if gap := record.gap:
        yield from _both("gap", gap.missing)
        if gap.as_printed:
            yield Place("gap", gap.as_printed, record.lang)
        if gap.translation:
            yield Place("gap", gap.translation, "en" if record.lang == "nl" else "nl")
    if record.qualifier in LOOSE:
        yield from _both("number", *LOOSE[record.qualifier])
    yield from _both("caution", *record.cautions)
    yield from _both("note", *record.notes)


def numbers_of(record: Record) -> Iterator[Place]:
    """The numbers that the source gives for a figure, or gave before, and what stands beside them.

    They are found as they are printed, and as they are written in either language; so are the
    words beside them, and the period and its year.
    """
    if record.period.known:
        years = (str(record.period.start.year), str(record.period.end.year))
        told = dict.fromkeys((*fold(record.period.text).split(), *years))
        yield from (Place("period", text, whole=True) for text in told)
    unit = record.links.unit
    beside = [*EXACTNESS.get(record.qualifier, ())] if record.qualifier else []
    yield from _both("number", unit.label if unit else None, *beside)
    for then in (record, *record.earlier):
        printed = then.as_printed or ""
        yield Place("number", " ".join(_WORD.findall(printed)), then.lang)
        yield from (Place("number", told, whole=True) for told in _NUMBER.findall(printed))
        for value in then.stated:
            yield from (Place("number", number(value, lang), lang, whole=True) for lang in LANGS)
            yield Place("number", as_typed(value), whole=True)


def _both(name: str, *texts: Text | None) -> Iterator[Place]:
    """Texts as places, in each language that they are in."""
    for text in texts:
        if text:
            yield from (Place(name, w, lang) for lang in LANGS if (w := text.given(lang)))


# --------------------------------------------------------------------------- how well it fits


def _fit(place: Place, wanted: list[str], *, alike: bool) -> _Fit:
    """How well words fit a place, weighed by what that place says."""
    folded, weight = fold(place.words), WEIGHT[place.name]
    if place.whole:
        found = (_WHOLE if word == folded else 0.0 for word in wanted)
        return _Fit(place, (*(weight * score for score in found),), 0)
    scores = tuple(weight * _score(word, folded, alike=alike) for word in wanted)
    return _Fit(place, scores, weight * _score(" ".join(wanted), folded, alike=alike))


def _shown(fits: Iterable[_Fit], lang: Lang) -> Place:
    """The place that shows a match: in the language, with the most words, and the best one."""
    return max(
        (fit for fit in fits if any(fit.scores)),
        key=lambda fit: (
            fit.place.lang in (lang, None),
            sum(map(bool, fit.scores)),
            sum(fit.scores),
        ),
    ).place


def _score(word: str, folded: str, *, alike: bool) -> float:
    """How well a word fits a text: whole, as its start, as a part, or nearly; 0 if not."""
    words = re.findall(r"\w+", folded)
    padded = f" {' '.join(words)} "
    is_part = word in folded and len(word) > SHORT
    # Each of these holds only where the next one does, but for a short word the last.
    if score := sum((word == folded, f" {word} " in padded, f" {word}" in padded, is_part)):
        return score
    if not alike or len(word) <= SHORT:
        return 0
    return similarity(word, words, ALIKE)

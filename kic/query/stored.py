"""Questions to a store: SQL chooses, counts and ranks, and the same functions answer as from TOML.

A part of the store becomes a Dataset with all that an answer about it needs.  What counts every
figure (the themes, the grid) and what looks through every name (find) is counted and ranked by
the engine.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from kic.dataset import Dataset
from kic.dataset.store import MOST, Store, Where, in_chunks
from kic.model import Lang, Registration, fold
from kic.model.errors import UsageError
from kic.model.grouping import collected
from kic.model.spelling import similarity
from kic.model.wording import TALLY
from kic.query import names
from kic.query.compare import Comparison, place_of
from kic.query.find import ALIKE, SHORT, Hits
from kic.query.find import find as find_in
from kic.query.gaps import Gaps
from kic.query.grid import Grid, laid_out
from kic.query.question import LATEST, Query, Scope, TooLargeError, understood
from kic.query.show import Selection
from kic.query.themes import COUNTED, Themes, of_themes, summarised

HITS = 25  # the best of all that is found


class Chosen(NamedTuple):
    """What a scope chooses in a store: its names as ids, and the series that have the figures.

    ``only`` restricts the series to those that an answer can be about.  ``defined`` and
    ``beside`` are indicators that are needed to understand it.
    """

    store: Store
    query: Query
    where: Where
    only: Where = ()
    defined: Collection[str] = ()
    beside: Collection[str] = ()

    def read(self, where: Where, **stored: Any) -> Dataset:
        """The dataset of the series that are chosen by ``where``, with what belongs to them."""
        near, whole = self.store.related(where)
        dataset = self.store.read(where, {*self.defined, *near}, {*self.beside, *whole})
        return replace(dataset, stored=dataset.stored and dataset.stored._replace(**stored))


def part(store: Store, scope: Scope, most: int = MOST) -> Dataset:
    """The part of a store that a question is about.

    Raises UsageError for a name that nothing has, and TooLargeError where it has too many figures.
    """
    if store.figures <= most:
        return store.whole()
    chosen = _chosen(store, scope)
    filters = _filters(chosen.query)
    for applied in ([], [name for name in filters if name != "region"], [*filters]):
        where = [*chosen.where, *(filters[name] for name in applied)]
        figures = store.extent(where).figures
        if figures <= most:
            return chosen.read(where, applied=frozenset(applied))
    if scope.gaps and not scope.period:
        gapped = [*where, {"lacks": [True], "worded": [True]}]
        if store.extent(gapped).figures <= most:
            ids = [id_ for id_, *_ in ranked(chosen._replace(where=gapped))]
            known = store.extent([*where, {"known": [2]}]).indicators
            some = [*where, {"indicator": ids}]
            return chosen.read(some, applied=frozenset(filters), numbers=known)
    raise TooLargeError(chosen._replace(where=where), figures, most)


def _chosen(store: Store, scope: Scope) -> Chosen:
    """The names of a scope made ids, and the series of its subjects."""
    places = [name for name in scope.subjects if "/" in name]
    subjects = [name for name in scope.subjects if "/" not in name]
    typed = [*subjects, *names.listed(scope.indicators)]
    defined = store.named(typed)
    try:
        query = understood(store.read(None, defined), subjects, **scope.filters)
    except UsageError:  # what may be meant instead
        query = understood(store.read(None, store.near(typed)), subjects, **scope.filters)
    there = store.at(places)
    subject = {"theme": query.theme, "indicator": (*query.indicator, *there)}
    where = [subject] if any(subject.values()) or places else []
    return Chosen(store, query, where, defined=defined, beside=there)


def _filters(query: Query) -> dict[str, Mapping[str, Sequence[Any]]]:
    """The filters that leave every series whole, by their names in a query."""
    columns = {"only_theme": "theme", "only_indicator": "indicator", "region": "region"}
    return {name: {c: getattr(query, name)} for name, c in columns.items() if getattr(query, name)}


# --------------------------------------------------------------------------- large answers

_ORDERS = {  # of indicators, by the order of their series; the first figure decides the rest
    None: "place",
    "absolute": "most DESC NULLS LAST",
    "-absolute": "least NULLS LAST",
    "percent": "most_percent DESC NULLS LAST",
    "-percent": "least_percent NULLS LAST",
}
Ask = Callable[[Dataset], Any]


def batches(
    chosen: Chosen,
    ask: Ask,
    order: str | None = None,
    most: int | None = None,
    *,
    figures: int = 5_000,
) -> Iterator[tuple[Dataset, Any]]:
    """The answer about what is chosen, in parts that are computed one after the other.

    ``most`` is how many indicators it is about, in this ``order``, and ``figures`` how many a
    part is about, if not one indicator has more.  Raises UsageError where no part has an answer.
    """
    refusal, answered = None, False
    for ids in in_chunks(ranked(chosen, order, most), figures):
        region = [{"region": chosen.query.region}] if chosen.query.region else []
        dataset = chosen.read([{"indicator": ids}, *region], applied=frozenset(Query._fields))
        try:
            answer = ask(dataset)
        except UsageError as error:
            refusal = error
            continue
        answered = True
        yield dataset, only(answer, frozenset(ids))
    if refusal and not answered:
        raise refusal


def ranked(
    chosen: Chosen, order: str | None = None, most: int | None = None
) -> Iterator[tuple[Any, ...]]:
    """The indicators that are chosen, in an order, each with how many figures it has."""
    limit = f"LIMIT {most}" if most is not None else ""
    where = [*chosen.where, *chosen.only]
    return chosen.store.stream("first", where, order=_ORDERS[order], limit=limit)


def lacking(chosen: Chosen, registration: names.Names, *, everything: bool) -> Chosen:
    """What is chosen, restricted to what has a gap, if that is asked for."""
    registrations = names.codes("registration", registration, tuple(Registration))
    query = chosen.query._replace(registration=registrations)
    only_: Where = () if everything else [{"lacks": [True]}]
    return chosen._replace(query=query, only=only_)


def moved(chosen: Chosen) -> Chosen:
    """What is chosen, restricted to what rose, fell or stayed unless it is named."""
    return chosen if chosen.query.names_indicators else chosen._replace(only=[{"moved": [True]}])


def leading(answer: Comparison, order: str) -> Comparison:
    """The first of some indicators in an order, without series that others may come before."""
    best: dict[str, Any] = {}
    for s in answer.series:
        best[s.indicator] = min(place_of(s, order), best.get(s.indicator, place_of(s, order)))
    last = max(best.values(), default=(True, 0))
    return answer._replace(series=tuple(s for s in answer.series if place_of(s, order) <= last))


def only(answer: Any, ids: frozenset[str]) -> Any:
    """An answer about some of its indicators alone."""
    match answer:
        case Comparison(series=several):
            return answer._replace(
                series=tuple(s for s in several if s.indicator in ids),
                conclusions=tuple(c for c in answer.conclusions if c.indicator in ids),
            )
        case Selection(records=records):
            kept = tuple(r for r in records if r.indicator in ids)
            return answer._replace(records=kept, details={})
        case Gaps(records=records):
            return answer._replace(records=tuple(r for r in records if r.indicator in ids))
        case _:
            return answer


def size(chosen: Chosen, *, gaps: bool = False) -> int:
    """How many indicators a large answer is about, or how many gaps it has."""
    store, query = chosen.store, chosen.query
    periods = query.period if LATEST not in query.period else ()
    if periods or query.registration:
        columns = {
            # What is no figure has no period in a store, and is of an unknown one for a filter.
            "period": [*periods, None] if "unknown" in periods else periods,
            "registration": query.registration,
        }
        where = [*chosen.where, *({column: v} for column, v in columns.items() if v)]
        return int(store.rows("gaps_of" if gaps else "figures_of", where)[0][0])
    extent = store.extent([*chosen.where, *([{"lacks": [True]}] if gaps else chosen.only)])
    return extent.series if gaps else extent.indicators


# ------------------------------------------------------------------------------- counted


def themes(store: Store, *, theme: names.Names = None, region: names.Names = None) -> Themes:
    """The themes with the number of indicators, figures and gaps in each, as the engine counts."""
    query = of_themes(store.frame, names.listed(theme), region)
    where = [*_filters(query).values()]
    counts = {id_: dict(zip(COUNTED, n, strict=True)) for id_, *n in store.rows("themes", where)}
    regions = collected((id_, region_) for id_, region_, *_ in store.rows("grid", where))
    return summarised(store.frame, query, counts, regions, shared=_has_shared(store))


def grid(
    store: Store, *subjects: str, theme: names.Names = None, region: names.Names = None
) -> Grid:
    """How much is known and not known, theme by region, as the engine counts."""
    query = of_themes(store.frame, (*subjects, *names.listed(theme)), region)
    counts = {(id_, r): dict(zip(TALLY, n, strict=True)) for id_, r, *n in store.rows("grid")}
    return laid_out(store.frame, query, counts, shared=_has_shared(store))


def _has_shared(store: Store) -> bool:
    """Whether an indicator concerns all themes."""
    return store.extent([{"theme": [None]}]).series > 0


# --------------------------------------------------------------------------------- found

_SCORE = (  # as kic.query.find scores a word in a text, in millionths
    "CASE WHEN folded = ? THEN 1000000 ELSE 0 END + "
    "CASE WHEN position(? IN padded) > 0 THEN 1000000 ELSE 0 END + "
    "CASE WHEN position(? IN padded) > 0 THEN 1000000 ELSE 0 END + "
    "CASE WHEN position(? IN folded) > 0 THEN {part} ELSE 0 END"
)
_ALIKE = "CASE WHEN position(? IN padded) > 0 THEN CAST(? AS BIGINT) ELSE 0 END"
_MOST_ALIKE = 20


def find(
    store: Store, words: str, *, lang: Lang = "nl", most: int = MOST, best: int = HITS
) -> tuple[Dataset, Hits]:
    """Search a store as a dataset is searched; of a large one only for the ``best`` indicators.

    The engine ranks the indicators, and only those are read.
    """
    if store.figures <= most:
        dataset = store.whole()
        return dataset, find_in(dataset, words, lang=lang)
    wanted = fold(words).split()
    for alike in (False, True):
        ranked = _ranked(store, wanted, best, alike=alike)
        ids = [id_ for id_, *_ in ranked]
        dataset = store.read([{"indicator": ids}, {"shown": [True]}] if ids else None)
        answer = find_in(dataset, words, lang=lang)
        if answer.hits and answer.alike is alike:
            break
    places = [hit for hit in answer.hits if hit.kind in ("theme", "region")]
    about = {row[:2]: int(row[2]) for row in store.rows("about")} if places else {}
    hits = tuple(hit._replace(indicators=about.get((hit.kind, hit.id), 0)) for hit in answer.hits)
    more = max(int(ranked[0][3]) - best, 0) if ranked else 0
    return dataset, answer._replace(hits=hits, more=more)


def _ranked(
    store: Store, wanted: Sequence[str], most: int, *, alike: bool
) -> list[tuple[Any, ...]]:
    """The indicators that have all words, the best first."""
    best, parameters = [], list[Any]()
    words = dict.fromkeys(wanted)  # and those near to them: no other place can count
    for number, word in enumerate((*wanted, " ".join(wanted))):
        scores = [_SCORE.format(part=1_000_000 if len(word) > SHORT else 0)]
        parameters += [word, f" {word} ", f" {word}", word]
        for near, ratio in _near(store, word) if alike else ():
            words[near] = None
            scores.append(_ALIKE)
            parameters += [f" {near} ", int(ratio * 1_000_000)]
        score = f"GREATEST({', '.join(scores)})" if len(scores) > 1 else scores[0]
        best.append(f"MAX(weight * ({score})) AS w{number}")
    numbers = range(len(wanted))
    return store.rows(
        "find",
        (),
        [*parameters, *words],
        best=", ".join(best),
        having=" OR ".join(["position(? IN folded) > 0"] * len(words)) or "1 = 0",
        total=" + ".join([*(f"w{n}" for n in numbers), f"2 * w{len(wanted)}"]),
        every=" AND ".join(f"w{n} > 0" for n in numbers) or "1 = 0",
        most=str(most),
    )


def _near(store: Store, word: str) -> list[tuple[str, float]]:
    """The words of a store that are one with a typing error, the nearest first."""
    if len(word) <= SHORT:
        return []
    lengths = (len(word) * 2 // 3, len(word) * 3 // 2 + 1)  # no other can be as near
    several = (near for (near,) in store.rows("words", (), lengths))
    ratios = [(near, ratio) for near in several if (ratio := similarity(word, [near], ALIKE))]
    return sorted(ratios, key=lambda pair: (-pair[1], pair[0]))[:_MOST_ALIKE]

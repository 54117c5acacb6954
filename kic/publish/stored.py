"""What a store has beside the tables that are published: all that kic needs to answer from it.

``records`` and ``parts`` hold the figures and everything else as a file has it, ``series`` what is
known of each indicator and region, ``names``, ``things``, ``places`` and ``words`` what can be
found, and ``relations`` which indicators belong together.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from kic.dataset import Dataset, with_other_years
from kic.model import Figure, Indicator, fold
from kic.model.grouping import grouped
from kic.publish.exported import Export
from kic.query.change import Series
from kic.query.compare import rank
from kic.query.find import WEIGHT, places_of, shown
from kic.query.gaps import gap_code, gap_figures, telling
from kic.query.themes import known

Row = tuple[Any, ...]
KNOWN = ("neither", "in_words", "with_number")  # by the number that a store has for each

# What a question chooses figures by, as it is published.
_CHOSEN_BY = ("theme", "indicator", "region", "period", "registration", "gap")

COLUMNS: Mapping[str, Mapping[str, str]] = {  # what each table holds, in the order of its rows
    "records": {
        **dict.fromkeys(_CHOSEN_BY, "string"),
        **dict.fromkeys(("n", "edition"), "integer"),
        "shown": "boolean",
        **dict.fromkeys(("as_typed", "before"), "string"),
    },
    "parts": {
        "kind": "string",
        "id": "string",
        "edition": "integer",
        "n": "integer",
        "part": "string",
    },
    "series": {
        **dict.fromkeys(("indicator", "theme", "region"), "string"),
        **dict.fromkeys(("n", "figures", "known"), "integer"),
        **dict.fromkeys(("worded", "lacks"), "boolean"),
        "gap": "string",
        "moved": "boolean",
        **dict.fromkeys(("absolute", "percent"), "number"),
    },
    "names": {"name": "string", "id": "string"},
    "things": {"id": "string", "n": "integer", "text": "string"},
    "places": {
        "id": "string",
        **dict.fromkeys(("n", "weight"), "integer"),
        **dict.fromkeys(("folded", "padded"), "string"),
    },
    "words": {"word": "string"},
    "relations": {"indicator": "string", "other": "string", "kind": "string"},
}


def records(export: Export, first: int) -> Iterator[Row]:
    """The figures, each with the columns to choose it by, and what the files have of it."""
    dataset = export.dataset
    numbers = {id(head): n for n, head in enumerate(dataset.editions)}
    figures = grouped(dataset.records, lambda r: r.indicator)
    in_hits = {id(r) for several in figures.values() for r in shown(several)}
    pairs = zip(export.tables["figures"].rows, dataset.records, strict=True)
    for n, (row, r) in enumerate(pairs, first):
        earlier = [
            [numbers[id(e.links.edition)], json.loads(_json(e.links.figure))] for e in r.earlier
        ]
        told = telling(r)
        lacks = {"registration": told.registration, "gap": told.gap and told.gap.kind}
        yield (
            *((row | lacks)[name] for name in _CHOSEN_BY),
            *(n, numbers[id(r.links.edition)], id(r) in in_hits, _json(r.links.figure)),
            json.dumps(earlier) if earlier else None,
        )


def _json(part: BaseModel) -> str:
    return part.model_dump_json(exclude_unset=True)


def frame(dataset: Dataset) -> Iterator[Row]:
    """The parts of a dataset that are read whole, which are those of all parts of it."""
    models: dict[str, Mapping[Any, BaseModel]] = {
        "source": dataset.sources,
        "organisation": dataset.organisations,
        "theme": dataset.themes,
        "region": dataset.regions,
        "unit": dataset.units,
        "statement": dict(enumerate(dataset.statements)),
        "not_figure": dict(enumerate(dataset.not_figures)),
    }
    for kind, parts in models.items():
        yield from (
            (kind, str(id_), None, n, _json(p)) for n, (id_, p) in enumerate(parts.items())
        )
    yield from (("edition", str(n), n, n, _json(head)) for n, head in enumerate(dataset.editions))
    periods = enumerate(sorted(dataset.periods))
    yield from (("period", p.typed[-1], None, n, p.typed[-1]) for n, p in periods)
    marked = enumerate(sorted(with_other_years(dataset)))
    yield from (("marked", id_, None, n, id_) for n, id_ in marked)


def spoken(dataset: Dataset, first: int) -> Iterator[Row]:
    """The indicators of a part, and what single editions say otherwise of these and of regions."""
    told: dict[Row, str] = {}
    versions = [version for r in dataset.records for version in (r, *r.earlier)]
    for n, (id_, indicator) in enumerate(dataset.indicators.items(), first):
        told["indicator", id_, None, n] = _without_figures(indicator)
    order = {id_: n for n, id_ in enumerate(dataset.indicators, first)}
    numbers = {id(head): n for n, head in enumerate(dataset.editions)}
    seen = {(r.indicator, id(r.links.edition)): r.links for r in versions}
    for (id_, _), links in seen.items():
        said = _without_figures(links.indicator)
        if said != told["indicator", id_, None, order[id_]]:
            told["indicator", id_, numbers[id(links.edition)], order[id_]] = said
    for r in versions:
        if r.links.region != dataset.regions[r.region]:
            told["region", r.region, numbers[id(r.links.edition)], 0] = _json(r.links.region)
    yield from ((*key, part) for key, part in told.items())


def _without_figures(indicator: Indicator) -> str:
    """An indicator with no more of its figures than say for which periods its gaps are."""
    lacking: dict[tuple[str, bool], Figure] = {}
    for figure in filter(indicator.lacks, indicator.figures):
        lacking.setdefault((figure.region or indicator.region, figure.period.known), figure)
    kept = indicator.model_copy(update={"figures": tuple(lacking.values())})
    return _json(kept)


def summaries(several: Iterable[Series], order: Mapping[int, int]) -> Iterator[Row]:
    """What is known of each indicator and region; ``order`` numbers the figures."""
    for s in several:
        points = sorted(s.points, key=lambda r: order[id(r)])
        [gap] = gap_figures(points) or [None]
        ranks = (rank(s, order) for order in ("absolute", "percent"))
        yield (
            *(s.indicator, points[0].theme, s.region, order[id(points[0])], len(points)),
            KNOWN.index(known(points)),
            any(r.words and not r.gap for r in points),
            gap is not None,
            gap_code(gap) if gap else None,
            bool(s.last_change or s.trend),
            *(None if value is None else float(value) for value in ranks),
        )


def findable(dataset: Dataset, first: int) -> Iterator[tuple[str, Row]]:
    """The rows of what can be found, each with the name of its table."""
    figures = grouped(dataset.records, lambda r: r.indicator)
    for n, (id_, indicator) in enumerate(dataset.indicators.items(), first):
        for name in dict.fromkeys(map(fold, (id_, *indicator.names))):
            yield "names", (name, id_)
        folded: dict[tuple[str, int], None] = {}
        for place in places_of(dataset, id_, figures.get(id_, ())):
            folded[fold(place.words), WEIGHT[place.name]] = None
        for words, weight in folded:
            tokens = re.findall(r"\w+", words)
            padded = f" {' '.join(tokens)} "
            yield "places", (id_, n, weight, words, None if padded == f" {words} " else padded)
            yield from (("words", (token,)) for token in tokens)
        yield "things", (id_, n, "\n".join(words for words, _ in folded))
        yield from (
            ("relations", (id_, unit, "denominator")) for unit in indicator.denominator_for
        )
        pairs = [(other, "near") for other in indicator.related_to]
        pairs += [(w, "whole") for w in (indicator.subset_of, indicator.target_of) if w]
        for other, kind in pairs:
            yield "relations", (id_, other, kind)
            yield "relations", (other, id_, "near" if kind == "near" else "whole")

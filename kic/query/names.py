"""What people type becomes ids: any case, aliases, and the nearest names when unknown."""

from collections.abc import Collection, Iterable, Mapping

from kic.dataset import Dataset
from kic.model import Indicator, Period, Topic, fold
from kic.model.errors import UsageError, excerpt
from kic.model.spelling import nearest

Names = str | Iterable[str] | None

_HINT = {
    ("theme",): "'kic themes' lists them all",
    ("indicator",): "'kic show' lists them all",
    ("theme", "indicator"): "'kic themes' and 'kic show' list them all",
}


def listed(names: Names) -> tuple[str, ...]:
    """One name, several or none, as a tuple."""
    if names is None:
        return ()
    return (names,) if isinstance(names, str) else tuple(names)


def ids(dataset: Dataset, names: Names, *kinds: str) -> tuple[str, ...]:
    """The ids of what has these names: a ``"theme"``, a ``"region"`` or an ``"indicator"``.

    An alias of several, as ``nareis``, means all of them.  Raises UsageError for a name that
    nothing has.
    """
    topics: dict[str, Mapping[str, Topic]] = {
        "theme": dataset.themes,
        "region": dataset.regions,
        "indicator": dataset.indicators,
    }
    meant: list[str] = []
    for name in listed(names):
        ids_ = [id_ for kind in kinds for id_ in _meant(name, topics[kind])]
        if not ids_:
            raise UsageError(_unknown(topics, name, kinds))
        meant += ids_
    return tuple(dict.fromkeys(meant))


def subjects(dataset: Dataset, names: Names) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the themes and those of the indicators among names that may be either."""
    meant = {name: _meant(name, dataset.themes) for name in listed(names)}
    rest = [name for name, ids_ in meant.items() if not ids_]
    themes = dict.fromkeys(id_ for ids_ in meant.values() for id_ in ids_)
    return tuple(themes), ids(dataset, rest, "theme", "indicator")


def periods(dataset: Dataset, names: Names) -> tuple[str, ...]:
    """Periods in the notation of a dataset; raises UsageError for one that nothing has."""
    given = dict.fromkeys(listed(names))
    there = {r.period for r in dataset.records}
    there |= {p for s in dataset.statements for p in (s.date, s.period) if p}
    known = dict.fromkeys(map(str, sorted(there)))
    for name in given:
        try:
            Period.parse(name)
        except ValueError as error:
            raise UsageError(f"unknown period {excerpt(name)}: {error}.") from None
        if name not in known:
            raise UsageError(
                f"nothing has the period {excerpt(name)}; the dataset has {', '.join(known)}."
            )
    return tuple(given)


def places(dataset: Dataset, names: Names) -> tuple[str, ...]:
    """Places of the page; raises UsageError for one at which the dataset has nothing."""
    there = {
        *(r.locator for r in dataset.records if r.locator),
        *(mention.locator for r in dataset.records for mention in r.repeated),
        *(s.locator for s in dataset.statements),
        *(part.locator for part in dataset.not_figures),
    }
    given = tuple(name.lower() for name in listed(names))
    for name in given:
        if name not in there:
            near = nearest(name, dict.fromkeys(sorted(there), ()))
            hint = f"; did you mean {', '.join(map(repr, near))}?" if near else "."
            raise UsageError(f"nothing stands at {excerpt(name)}{hint}")
    return given


def codes(kind: str, names: Names, known: Collection[str]) -> tuple[str, ...]:
    """Codes of one list, each once; raises UsageError for one that is not on it."""
    given = dict.fromkeys(listed(names))
    for name in given:
        if name not in known:
            raise UsageError(f"unknown {kind} {excerpt(name)}; it is one of {', '.join(known)}.")
    return tuple(given)


def _meant(name: str, topics: Mapping[str, Topic]) -> list[str]:
    """The id itself, or else all ids that have the name as an alias or a label."""
    wanted = fold(name)
    exact = [id_ for id_ in topics if fold(id_) == wanted]
    return exact[:1] or [id_ for id_, t in topics.items() if wanted in map(fold, _names(t))]


def _names(topic: Topic) -> tuple[str, ...]:
    """What people may call something: its aliases, and its labels as answers show them."""
    labels = (topic.label, topic.short if isinstance(topic, Indicator) else None)
    return (*topic.aliases, *(words for text in labels if text for words in (text.nl, text.en)))


def _unknown(topics: dict[str, Mapping[str, Topic]], name: str, kinds: tuple[str, ...]) -> str:
    """One line: what is unknown, the nearest names, and where to find them all."""
    start = f"unknown {' or '.join(kinds)} {excerpt(name)}"
    for kind in topics:
        if kind not in kinds and (meant := _meant(name, topics[kind])):
            # show takes themes and indicators as arguments, the rest are options
            a_kind = f"{'an' if kind == 'indicator' else 'a'} {kind}"
            return f"{start}; {excerpt(name)} is {a_kind}: use --{kind} {meant[0]}"
    near = nearest(name, {id_: t.aliases for kind in kinds for id_, t in topics[kind].items()})
    suggestion = f"; did you mean {', '.join(map(repr, near))}?" if near else "."
    if kinds == ("region",):  # few enough to name them all
        return f"{start}{suggestion} The regions are {', '.join(topics['region'])}."
    return f"{start}{suggestion} {_HINT[kinds]}."

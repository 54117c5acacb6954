"""What people type becomes ids: any case, aliases, and the nearest names when unknown."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress

from kic.dataset import Dataset
from kic.model import Period, Topic, fold
from kic.model.errors import UsageError, excerpt
from kic.model.grouping import collected
from kic.model.period import AmbiguousError
from kic.model.spelling import nearest, slip, suggestion

Names = str | Iterable[str] | None
_Called = Mapping[str, tuple[str, ...]]  # ids by what people may call them

_HINT = {
    ("theme",): "'kic themes' lists them all",
    ("indicator",): "'kic show' lists them all",
    ("theme", "indicator"): "'kic themes' and 'kic show' list them all",
}


_SHORT = 3  # letters: longer words begin with one of so few too often
_LONGEST = 100  # characters: what is longer is no word that anybody looks for


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
    if not (words := listed(names)):
        return ()
    called = {kind: _called(topics) for kind, topics in _topics(dataset).items() if kind in kinds}
    meant: list[str] = []
    for name in words:
        ids_ = [id_ for kind in kinds for id_ in called[kind].get(fold(name), ())]
        if not ids_:
            raise _unknown(dataset, name, kinds, words)
        meant += ids_
    return tuple(dict.fromkeys(meant))


def _topics(dataset: Dataset) -> dict[str, Mapping[str, Topic]]:
    return {
        "theme": dataset.themes,
        "region": dataset.regions,
        "indicator": dataset.indicators,
    }


def subjects(dataset: Dataset, names: Names) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the themes and those of the indicators among names that may be either."""
    if not (words := listed(names)):
        return (), ()
    if words[0] in dataset.themes and len(words) == 1:  # as most often
        return words, ()
    themes, indicators = _called(dataset.themes), _called(dataset.indicators)
    known = {*themes, *indicators}
    if len(words) > 1 and (having_all := _having_all(dataset, words, known)):
        return (), having_all
    typed = dict.fromkeys(_whole(words, known))
    rest = [name for name in typed if fold(name) not in themes]
    meant = dict.fromkeys(id_ for name in typed for id_ in themes.get(fold(name), ()))
    return tuple(meant), ids(dataset, rest, "theme", "indicator")


def _having_all(
    dataset: Dataset, words: tuple[str, ...], known: Collection[str]
) -> tuple[str, ...]:
    """The indicators with all of several words in their names, or longer ones that begin so.

    None if the words are a name as they stand, or an id each.
    """
    whole, ids_ = " ".join(words), {*dataset.themes, *dataset.indicators}
    if fold(whole) in known or ids_.issuperset(words):
        return ()
    words = tuple(fold(whole).split())
    begun = [f" {word}" if len(word) > _SHORT else f" {word} " for word in words]
    named = {
        id_: f" {fold(' '.join((id_, *indicator.names)))} "
        for id_, indicator in dataset.indicators.items()
    }
    return tuple(id_ for id_, text in named.items() if all(word in text for word in begun))


def _whole(words: tuple[str, ...], known: Collection[str]) -> Iterator[str]:
    """Names of several words that were typed without quotation marks, as many as belong.

    No more are put together than the longest of the names has.
    """
    longest, start = max((len(name.split()) for name in known), default=1), 0
    while start < len(words):
        ends = range(min(start + longest, len(words)), start, -1)
        end = next((e for e in ends if fold(" ".join(words[start:e])) in known), start + 1)
        yield " ".join(words[start:end])
        start = end


def periods(dataset: Dataset, names: Names, *words: str) -> tuple[str, ...]:
    """Periods in the notation of answers; raises UsageError for one that nothing has.

    Two years in a row are the total over both and the school year, as far as they are there.
    ``words`` are understood in the place of a period.
    """
    typed = _typed(dataset)
    meant: dict[str, None] = {}
    for name in listed(names):
        if name not in typed and name not in words:
            raise _no_period(name, typed)
        meant |= {p.text: None for p in typed[name]} if name in typed else {name: None}
    return tuple(meant)


def one_period(dataset: Dataset, name: str) -> Period:
    """The period that a name means; raises UsageError where it means none or two there.

    A year, or another period, is there too where only days of it are.
    """
    typed = _typed(dataset)
    if name not in typed:
        with suppress(ValueError):
            whole = Period.parse(name)
            if any(p.kind == "day" and p.within(whole) for p in dataset.periods):
                return whole
        raise _no_period(name, typed)
    period, *others = typed[name]
    if others:
        raise UsageError(f"{excerpt(name)} {AmbiguousError(name)}.")
    return period


def _typed(dataset: Dataset) -> dict[str, list[Period]]:
    """All that people may type for the periods of a dataset, in order of time."""
    there = dataset.periods
    there |= {p for s in dataset.statements for p in (s.date, s.period) if p}
    return collected((name, period) for period in sorted(there) for name in period.typed)


def _no_period(name: str, typed: Mapping[str, Iterable[Period]]) -> UsageError:
    """Why a name is no period of a dataset."""
    known = ", ".join(dict.fromkeys(p.text for several in typed.values() for p in several))
    try:
        Period.parse(name)
    except AmbiguousError:
        pass  # neither of the two is there
    except ValueError as error:
        return UsageError(f"unknown period {excerpt(name)}: {error}.")
    return UsageError(f"nothing has the period {excerpt(name)}; the dataset has {known}.")


def places(dataset: Dataset, names: Names) -> tuple[str, ...]:
    """Places of the page; raises UsageError for one at which the dataset has nothing.

    A table stands for all its cells.
    """
    there = {
        *(r.locator for r in dataset.records if r.locator),
        *(mention.locator for r in dataset.records for mention in r.repeated),
        *(s.locator for s in dataset.statements),
        *(part.locator for part in dataset.not_figures),
    }
    given: list[str] = []
    for name in (name.lower() for name in listed(names)):
        cells = sorted(place for place in there if place.startswith(f"{name}/"))
        given += [name, *cells]
        if not cells and name not in there:
            hint = suggestion(nearest(name, dict.fromkeys(sorted(there), ())))
            raise UsageError(f"nothing stands at {excerpt(name)}{hint}")
    return tuple(given)


def codes(kind: str, names: Names, known: Collection[str]) -> tuple[str, ...]:
    """Codes of one list, each once; raises UsageError for one that is not on it."""
    given = dict.fromkeys(listed(names))
    for name in given:
        if name not in known:
            raise UsageError(f"unknown {kind} {excerpt(name)}; it is one of {', '.join(known)}.")
    return tuple(given)


def _called(topics: Mapping[str, Topic]) -> _Called:
    """The ids that a name means: the id itself, or else all that it is an alias or label of."""
    pairs = ((fold(name), id_) for id_, topic in topics.items() for name in topic.names)
    others = {name: tuple(ids_) for name, ids_ in collected(dict.fromkeys(pairs)).items()}
    return others | {fold(id_): (id_,) for id_ in reversed([*topics])}


def _unknown(
    dataset: Dataset, name: str, kinds: tuple[str, ...], names: tuple[str, ...]
) -> UsageError:
    """What is unknown, and what it may be: something else, a period, or a near name.

    There is something to try only where all ``names`` would then be understood.
    """
    topics = _topics(dataset)
    called = {kind: _called(some) for kind, some in topics.items()}
    unknown = [n for n in names if not any(fold(n) in called[kind] for kind in kinds)]
    others = {n: _otherwise(dataset, called, n, kinds) for n in unknown}
    swaps = {n: arguments for n, (_, arguments) in others.items() if arguments}
    kind = others[name][0]
    if kind:
        message = f"{excerpt(name)} is {kind}."
        if len(swaps) < len(unknown):
            return UsageError(message)
        return UsageError(message, name=name, instead=swaps[name], others=swaps)
    start = f"unknown {' or '.join(kinds)} {excerpt(name)}"
    near = nearest(name, {id_: t.aliases for kind in kinds for id_, t in topics[kind].items()})
    start += suggestion(near)
    if kinds == ("region",):  # few enough to name them all
        return UsageError(f"{start} The regions are {', '.join(topics['region'])}.")
    from kic.query.find import find  # needed for an error only

    is_word = not near and len(name) <= _LONGEST and not name.startswith("-")
    instead = ("find", name) if is_word and find(dataset, name).hits else ()
    return UsageError(f"{start} {_HINT[kinds]}.", instead=instead)


def _otherwise(
    dataset: Dataset, called: Mapping[str, _Called], name: str, kinds: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """What else a name is, or nearly, and the arguments that say so; both empty if it is nothing.

    What is as near to a name of the right kind is left to those.
    """
    wanted = fold(name)
    others = {kind: ids_ for kind, ids_ in called.items() if kind not in kinds}
    is_known = any(wanted in ids_ for ids_ in others.values())
    is_known = is_known or any(slip(wanted, called[kind]) for kind in kinds)
    for kind, ids_ in others.items():
        there = wanted if is_known else slip(wanted, ids_)
        if meant := ids_.get(there or ""):
            nearly = "" if there == wanted else f"nearly '{there}', "
            named = f"{nearly}the name of {'an' if kind == 'indicator' else 'a'} {kind}"
            theme = dataset.indicators[meant[0]].theme if kind == "indicator" else None
            if kinds == ("theme",) and theme:
                return named, (theme,)
            return named, (f"--{kind}", meant[0])
    if any(name in period.typed for period in dataset.periods):
        return "a period", ("--period", name)
    return "", ()

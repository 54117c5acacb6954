"""Who does what in a sentence, held against the label of a figure."""

import re
from itertools import takewhile

from kic.dataset.page.phrases import words
from kic.dataset.page.running_text import Told
from kic.model import Measure, Record, UnitKind, fold
from kic.query.placing import Names, akin, content


def is_done(told: Told, record: Record, names: Names) -> bool:
    """Whether a number is told of those who do what its figure counts, or have it done to them.

    Nobody comes or goes of whom the figure only says that they are there; what counts no people
    is not told of people, as who reports, nor people of what is done to them, as arrests, and who
    is arrested arrests nobody.  What stands directly behind the number is what is counted.
    """
    lang, named = told.lang, record.links.indicator
    known = " ".join((*named.names, record.as_printed or ""))
    is_of_people = not names.units_of(record).isdisjoint(lang.people)
    is_there = is_of_people or record.measure is Measure.END_OF_PERIOD
    if _counts_others(told, record, names):
        return False
    if is_there and lang.moving.search(told.around) and not lang.moving.search(known):
        return False
    if record.unit_kind is UnitKind.COUNT and not is_of_people:
        own = {*words(fold(f"{told.head} {told.around}"))} - names.bodies_of(record)
        return not lang.people.isdisjoint(words(fold(known))) or lang.people.isdisjoint(own)
    label = named.label.given(lang.code) or ""
    doer = lang.doer.search(label)
    return not (doer and _is_turned_round(told, fold(doer["who"]), content(label)))


def _counts_others(told: Told, record: Record, names: Names) -> bool:
    """Whether what stands directly behind a number is not what its figure counts.

    That is people for applications; or for people what is done to them, or cells, homes and the
    like.  A label without people may tell itself what is counted.
    """
    lang, units = told.lang, names.units_of(record)
    label = content(record.links.indicator.label.given(lang.code) or "")
    own = {*words(" ".join(units))} | (label if lang.people.isdisjoint(label) else set())
    noun = [*takewhile(lambda word: word not in lang.common, told.behind[:4])]
    people = [n for n, word in enumerate(noun) if word.endswith(tuple(lang.people))]
    # "Minor victims", but not "minors filed requests".
    near = noun[: people[0] + 2] if people else noun
    if any(word.endswith(tuple(own)) for word in near):
        return False
    if lang.people.isdisjoint(units):
        return bool(people) and any(map(lang.acts.fullmatch, units))
    if people:
        return False
    things = [w for w in noun if w not in lang.neutral and not lang.plain.fullmatch(w)]
    before = lang.acts_before.search(told.sentence[: told.start])
    is_thing = any(lang.acts.fullmatch(w) or lang.years.counted.fullmatch(w) for w in things)
    return bool(before) or is_thing


def _is_turned_round(told: Told, doer: str, label: set[str]) -> bool:
    """Whether those who are counted do to somebody what the label says is done to them.

    Then the doer is counted, it is done by people, or the doer stands behind those who do it, as
    in "minors questioned the police".
    """
    lang, people = told.lang, "|".join(told.lang.people)
    by = [(m["who"].lower(), m.start("who")) for m in lang.doer.finditer(told.sentence)]
    if any((who in lang.people and who != doer) or at == told.start for who, at in by):
        return True
    behind = re.compile(
        rf"\b(?:{people})\s(?P<between>(?:\w+\s){{0,3}})(?P<who>{doer}\w*)(?:\s(?P<next>\w+))?"
    )
    return fold(" ".join(told.behind[:1])).startswith(doer) or any(
        lang.common.isdisjoint({*words(match["between"])} - lang.articles)
        and not (match["who"] == doer and akin(match["next"] or "-", label))
        for match in behind.finditer(fold(told.sentence))
    )

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
    is arrested arrests nobody.
    """
    lang, named = told.lang, record.links.indicator
    known = " ".join((*named.names, record.as_printed or ""))
    is_of_people = not names.units_of(record).isdisjoint(lang.people)
    is_there = is_of_people or record.measure is Measure.END_OF_PERIOD
    if is_of_people and _is_of_acts(told):
        return False
    if is_there and lang.moving.search(told.around) and not lang.moving.search(known):
        return False
    if record.unit_kind is UnitKind.COUNT and not is_of_people:
        own = {*words(fold(f"{told.head} {told.around}"))} - names.bodies_of(record)
        return not lang.people.isdisjoint(words(fold(known))) or lang.people.isdisjoint(own)
    label = named.label.given(lang.code) or ""
    doer = lang.doer.search(label)
    return not (doer and _is_turned_round(told, fold(doer["who"]), content(label)))


def _is_of_acts(told: Told) -> bool:
    """Whether a number counts what is done to people, who are not told directly behind it."""
    lang, noun = told.lang, [*takewhile(lambda w: w not in told.lang.common, told.behind[:4])]
    if not lang.people.isdisjoint(noun):
        return False
    before = lang.acts_before.search(told.sentence[: told.start])
    return bool(before) or any(map(lang.acts.fullmatch, noun))


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

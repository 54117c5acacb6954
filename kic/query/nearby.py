"""What the sentences before and behind a number, and its heading, make of it."""

import re
from collections.abc import Iterator
from itertools import chain

from kic.dataset.page.phrases import words
from kic.dataset.page.running_text import Told, sentences
from kic.model import Record, fold
from kic.query.placing import Names, akin
from kic.query.understood import is_spread, leaves_it

_FEW = 4  # words, which are hardly a sentence
_DIGIT = re.compile(r"\d")


def is_followed(told: Told, record: Record, names: Names) -> bool:
    """Whether the sentences around a number, and its own, leave it as it is told.

    None of them asks or denies it, or without a number of its own tells of others, as girls, and
    what is no sentence is known.
    """
    lang = told.lang
    beside = [text for text in (told.next, _before(told)) if not _DIGIT.search(text)]
    are_plain = all(
        leaves_it(text, record, names, lang)
        and not (lang.denied.search(text) or is_spread(text, lang, record))
        for text in beside
        if len(text.split()) <= _FEW
    )
    said = words(fold(" ".join((*beside, told.heading))))
    others = (lang.other_things - lang.durations).intersection(said)
    is_of_others = not all(akin(word, names.words_of(record)) for word in others)
    asked = [text for text in beside if text.endswith("?")]  # as what would have been
    is_denied = any(map(lang.untrue.search, beside)) or any(map(lang.denied.search, asked))
    return are_plain and not (is_denied or is_of_others or told.sentence.endswith("?"))


def named_around(told: Told) -> Iterator[re.Match[str]]:
    """The names of places, or of whoever tells it, that a number may be of by its sentences.

    One stands behind it, or in the sentence before: that is "there" or does something, or it is
    what a sentence without a number is about, also one behind it that begins as "That is".
    """
    lang, before = told.lang, _before(told)
    is_meant = lang.there.search(told.sentence) or len(before.split()) <= _FEW
    alone = (lang.somewhere.match(told.aside), lang.name.fullmatch(before.removesuffix(".")))
    about = [before, told.next if lang.this.match(told.next) else ""]
    return chain(
        filter(None, (*alone, lang.subject.match(before))),
        lang.somewhere.finditer(before) if is_meant else (),
        *(lang.whose.finditer(text) for text in about if not _DIGIT.search(text)),
    )


def _before(told: Told) -> str:
    """The sentence before that of a number, in its paragraph."""
    return sentences(f". {told.before.removeprefix(told.heading)}")[-1][1]

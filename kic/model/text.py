"""Texts in two languages, and what every key of a dataset is made of."""

import re
from collections.abc import Callable
from decimal import Decimal
from math import inf
from typing import Annotated, Any, Literal
from unicodedata import combining, normalize

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import Url

from kic.model.interval import Number
from kic.model.safe import address

Lang = Literal["nl", "en"]
LANGS: tuple[Lang, ...] = ("nl", "en")  # as they stand beside each other
ID = r"^[a-z][a-z0-9_]*$"
LOCATOR = r"^[a-z][a-z0-9_]*(/[a-z][a-z0-9_]*)?/[1-9][0-9]*(/[a-z0-9_]+/[a-z0-9_]+)?$"
LINE = "_line"  # in a locator in the place of a column: all of a row, or of a heading
URL = r'^https?://[^\s"<>\[\\\]^`{|}@/?#]+([/?#][^\s"<>\[\\\]^`{|}]*)?$'
VERSION = r"^[0-9]+\.[0-9]+\.[0-9]+$"
DATASET_ID = r"^[a-z][a-z0-9-]*$"
AGES = r"^[0-9]{1,3}-[0-9]{1,3}$"
CODE = r"^\S+$"
ISO = "ISO 3166"  # the list of a code that names none
CURRENCY = r"^[A-Z]{3}$"
REGION_CODE = r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$"
Id = Annotated[str, Field(pattern=ID)]
Locator = Annotated[str, Field(pattern=LOCATOR)]


def _number(value: object) -> Number:
    """A number as statistics have them: finite and no larger than programs share; a bool is none.

    What may not be below zero is known where its unit is.
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        if isinstance(value, Decimal):  # what the reader gives for digits that no float keeps
            raise ValueError("has more digits than a number in programs holds, which is about 16")
        if isinstance(value, str) and re.fullmatch(r"-?[0-9]+(\.[0-9]{1,2})?", value):
            raise ValueError(f"a number stands without quotation marks: write {value}")
        if isinstance(value, str):
            from kic.model.typed import number_hint  # needed for an error only

            raise ValueError(number_hint(value))
        raise ValueError("must be a number, as 30850 or 24.5")
    if not -inf < value < inf:  # false for nan too
        raise ValueError("must be a finite number")
    if abs(value) > LARGEST:
        raise ValueError(f"must not be above {LARGEST}, the largest number all programs share")
    return value or abs(value)  # no minus before a zero


LARGEST = 2**53 - 1
SHORT = 40  # characters of a label that stands beside its number on 80 columns


def _step(value: object) -> Number:
    number = _number(value)
    if number < 0:
        raise ValueError("must be a number of 0 or more")
    return number


Value = Annotated[Number, PlainValidator(_number), WithJsonSchema({"type": "number"})]
Step = Annotated[Number, PlainValidator(_step), WithJsonSchema({"type": "number", "minimum": 0})]


def _address(given: str) -> str:
    """An address to the letter, if it leads to a host and hides nothing."""
    try:
        Url(given)
    except ValueError as error:
        cause = str(error).partition("valid URL, ")[2].partition(" [")[0]
        raise ValueError(f"an address leads to a host: {cause}") from None
    if address(given) != given:
        raise ValueError("an address has no invisible characters")
    return given


Address = Annotated[str, Field(pattern=URL), AfterValidator(_address)]


class Part(BaseModel):
    """A frozen piece of a dataset in which a misspelt key is an error."""

    # Only the whole file is ever validated; its parts need no validator of their own.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


FILLED = r"\S"
Filled = Annotated[str, Field(pattern=FILLED)]  # a text that is more than blanks


class Text(Part):
    """A text in both languages of kic; one that is missing is told in the other."""

    nl: Filled
    en: Filled

    @model_validator(mode="wrap")
    @classmethod
    def _languages(cls, given: Any, handler: Callable[[Any], "Text"]) -> "Text":
        if isinstance(given, str):  # in a dataset of one language it is a table by now
            raise ValueError(
                'the dataset has two languages: give both, as { nl = "...", en = "..." }, '
                'or say languages = ["nl"] under [dataset]'
            )
        if not given or not isinstance(given, dict | Text):
            raise ValueError('a text is written as "..." or { nl = "...", en = "..." }')
        if not isinstance(given, dict) or set(given) not in ({"nl"}, {"en"}):
            return handler(given)
        [(lang, words)] = given.items()
        handler({"nl": "-", "en": "-", lang: words})  # so that only what is given can be wrong
        return cls.model_construct({lang}, nl=words, en=words)

    @property
    def both(self) -> tuple[str, str]:
        """The text in both languages, in the order of LANGS."""
        return self.nl, self.en

    def of(self, lang: Lang) -> str:
        """The text in a language, or in the other where it is in that alone."""
        return self.nl if lang == "nl" else self.en

    def given(self, lang: Lang) -> str | None:
        """The text in a language; none where it is in the other alone."""
        return getattr(self, lang) if lang in self.model_fields_set else None


def begun(words: str) -> str:
    """Words with a capital, as they begin a line."""
    return words[:1].upper() + words[1:]


def fold(text: str) -> str:
    """A name as it is compared: without case, accents, hyphens and underscores."""
    if text.isascii():
        plain = text.lower()
    else:
        plain = "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))
    return " ".join(plain.replace("_", " ").replace("-", " ").split())

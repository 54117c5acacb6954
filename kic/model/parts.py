"""What the parts of a file have in common: sources, regions, units, gaps and who is named."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator

from kic.model.codes import GapKind, UnitKind
from kic.model.per_many import told_per
from kic.model.period import PublishedField
from kic.model.text import (
    CODE,
    CURRENCY,
    DATASET_ID,
    ISO,
    LANGS,
    LARGEST,
    REGION_CODE,
    VERSION,
    Address,
    Filled,
    Id,
    Lang,
    Locator,
    Part,
    Text,
)


def _some(languages: tuple[Lang, ...]) -> tuple[Lang, ...]:
    if not languages:
        raise ValueError("name a language, 'nl' or 'en', or both")
    return languages


class DatasetInfo(Part):
    """What the dataset as a whole is called, and the source of all that names no other.

    ``region`` and ``unit`` are those of the indicators and statements that name none.
    ``highlights`` are the indicators that a page about it begins with.
    ``context`` marks the indicators on which the figures for comparison have more.
    """

    id: Annotated[str, Field(pattern=DATASET_ID)]
    version: Annotated[str, Field(pattern=VERSION)]
    source: Id
    license: Filled
    title: Text
    region: Id | None = None
    unit: Id | None = None
    builds_on: Annotated[str, Field(pattern=DATASET_ID)] | None = None
    context: tuple[Id, ...] = ()
    compiler: Filled | None = None
    languages: Annotated[tuple[Lang, ...], AfterValidator(_some)] = LANGS
    highlights: tuple[Id, ...] = ()


_COMPILER = Text(nl="de samensteller", en="the compiler")


def compiler(*heads: DatasetInfo) -> Text:
    """Who infers, corrects and translates in some datasets, by name where that is one."""
    names = {head.compiler for head in heads}
    name = names.pop() if len(names) == 1 else None
    return Text(nl=name, en=name) if name else _COMPILER


class Layout(Part):
    """How the text of a source page is laid out, to find the places that locators name.

    ``lang`` is the language the page is read in.  ``themes`` gives the heading of each theme,
    ``lists`` that of each list (none for the bullets before the first), whole or by its first
    words, which end in "...".  ``bullet`` begins a bullet; ``running_text`` is the name of
    the list of all other paragraphs under a theme.  ``paragraphs`` and ``tables`` give the
    first words of single paragraphs and of the captions of tables.
    """

    lang: Lang
    bullet: Filled | None = None
    themes: dict[Id, str] = Field(default_factory=dict)
    lists: dict[Id, str] = Field(default_factory=dict)
    running_text: Id | None = None
    paragraphs: dict[Locator, Filled] = Field(default_factory=dict)
    tables: dict[Locator, Filled] = Field(default_factory=dict)


class Source(Part):
    """Where a number was published; ``form`` says what it is, where it is not the work itself."""

    publisher: Filled
    title: Filled
    form: Text | None = None
    published: PublishedField | None = None
    url: Address | None = None
    note: Text | None = None
    layout: Layout | None = None


def language_of(source: Source, head: DatasetInfo) -> Lang:
    """The language of a publication: that of its page, or of a dataset in one, or else Dutch."""
    if source.layout:
        return source.layout.lang
    first, *more = head.languages
    return "nl" if more else first


class Topic(Part):
    """A theme, or whatever else has a label and other names people use for it."""

    label: Text
    aliases: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """What answers call it, in both languages."""
        return self.label.both

    @property
    def names(self) -> tuple[str, ...]:
        """All that people may call it: its other names and its labels."""
        return (*self.aliases, *self.labels)


class Region(Topic):
    """An area, with its code where one exists: of ISO 3166, or of the list that it names."""

    code_list: Filled | None = None
    code: Annotated[str, Field(pattern=CODE)] | None = None
    part_of: Id | None = None
    note: Text | None = None

    @field_validator("code")
    @classmethod
    def _of_iso(cls, code: str | None, info: ValidationInfo) -> str | None:
        is_iso = info.data.get("code_list") in (None, ISO)
        if code and is_iso and not re.fullmatch(REGION_CODE, code):
            raise ValueError("a code is ISO 3166, as 'NL' or 'NL-ZH', or of the 'code_list' given")
        return code

    @model_validator(mode="after")
    def _coded(self) -> "Region":
        if self.code_list and not self.code:
            raise ValueError("'code_list' without a 'code'")
        return self


class Unit(Part):
    """What a value counts: of a rate also ``per`` how many, of money in which ``currency``."""

    label: Text
    kind: UnitKind
    per: Annotated[int, Field(strict=True, ge=1, le=LARGEST)] | None = None
    currency: Annotated[str, Field(pattern=CURRENCY)] | None = None

    @model_validator(mode="after")
    def _of_its_kind(self) -> "Unit":
        for name, kind in UNIT_KEYS.items():
            if getattr(self, name) is None and self.kind is kind:
                raise ValueError(f"a unit of the kind '{kind}' needs '{name}'")
            if getattr(self, name) is not None and self.kind is not kind:
                raise ValueError(f"only a unit of the kind '{kind}' has '{name}'")
        return self

    @model_validator(mode="after")
    def _of_as_many(self) -> "Unit":
        for code in LANGS if (self.per or 1) > 1 else ():
            told = [*told_per(self.label.given(code) or "")]
            if told and self.per not in told:
                raise ValueError(f"the label says per {told[0]:,} (found per = {self.per})")
        return self


UNIT_KEYS = {"per": UnitKind.RATE, "currency": UnitKind.MONEY}  # that one kind has, and needs


class Correction(Part):
    """Why a value differs from what is printed, and on whose authority."""

    source: Id
    reason: Text


class Mention(Part):
    """A further place where the source gives the same figure, and its words there."""

    locator: Locator
    as_printed: Filled


class Named(Part):
    """An organisation that the source names with a figure or gap, and as what."""

    organisation: Id
    role: Text


class Gap(Part):
    """What is not known in one region, and on whose word.

    ``as_printed`` is how strongly the source puts it, to the letter, and ``translation`` the
    same in the other language; a gap that kic concludes has neither.
    """

    region: Id | None = None
    kind: GapKind = GapKind.STATED
    missing: Text
    as_printed: Filled | None = None
    translation: Filled | None = None
    since: Text | None = None

    @model_validator(mode="after")
    def _quoted(self) -> "Gap":
        concluded = self.kind is GapKind.CONCLUDED
        if concluded and (self.as_printed or self.translation):
            raise ValueError("a gap that is concluded has no 'as_printed' and no 'translation'")
        if not concluded and self.as_printed is None:
            raise ValueError("'as_printed' is missing: the words on the page that say so")
        return self

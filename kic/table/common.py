"""What the answers of all verbs have in common when they are laid out."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from kic.dataset import Dataset
from kic.model import Record, Source, Text
from kic.model.fields import FIELDS
from kic.model.sentences import sentence
from kic.model.wording import MARK
from kic.query.question import Query
from kic.table import Block, Cell, Column, Group, Marks, Page, Table
from kic.table.rows import SOURCE, Answer, Data, data, row


def column(name: str) -> Column:
    """The column of people's tables that holds a field of a record."""
    field = FIELDS[name]
    return Column(field.title, "number" if field.kind in ("number", "count") else "text")


PERIOD, REGION, VALUE, UNIT = map(column, ("period", "region", "value", "unit"))
MARKS = Column(sentence("code"))
PLACE = Column(FIELDS["locator"].title, "id")
INDICATOR = FIELDS["indicator"].title


def as_table(
    dataset: Dataset,
    answer: Answer,
    command: str,
    query: Mapping[str, Any],
    page: Callable[[], Page],
    *,
    is_empty: bool,
    sources: Mapping[str, Source] | None = None,
    extra: Callable[[], Mapping[str, Any]] = dict,
) -> Table:
    """The table of an answer: ``page`` lays it out for people.

    ``extra`` is what the JSON has beside its records and the ``sources``.
    """

    def list_rows() -> Data:
        beside = dict(extra())
        if sources is not None:
            beside["sources"] = {id_: row(source, SOURCE) for id_, source in sources.items()}
        return data(answer)._replace(extra=beside)

    return Table(
        command=command,
        dataset={"id": dataset.info.id, "version": dataset.info.version},
        query=query,
        is_empty=is_empty,
        lay_out=lambda: page()._replace(sources=tuple((sources or {}).values())),
        list_rows=list_rows,
    )


def filters(query: Query) -> dict[str, Any]:
    """The query as a dict without filters that are not set; one alone stands as the subject."""
    values = query._asdict()
    for name in ("theme", "indicator"):
        if not values[name]:
            values[name] = values.pop(f"only_{name}")
    return {_OPTION.get(name, name): value for name, value in values.items() if value}


_OPTION = {"start": "from", "end": "to"}  # what is a word of the language in Python


def single_block(columns: Iterable[Column], rows: Iterable[tuple[Cell, ...]]) -> tuple[Block, ...]:
    """Rows as the one block of a page; none without rows."""
    group = Group(None, None, tuple(rows))
    return (Block(None, None, tuple(columns), (group,)),) if group.rows else ()


class Notes:
    """Numbers notes in the order they are first needed."""

    def __init__(self) -> None:
        self.numbers: dict[Text, int] = {}
        self.codes: dict[str, None] = {}

    def mark(self, *codes: str, notes: Iterable[Text] = ()) -> Marks:
        """The letters of a figure and the numbers of its notes; the same text has one number."""
        self.codes.update(dict.fromkeys(codes))
        numbers = (self.numbers.setdefault(n, len(self.numbers) + 1) for n in notes)
        return Marks(codes, tuple(dict.fromkeys(numbers)))

    def page(self, blocks: Iterable[Block], **rest: Any) -> Page:
        """A page of blocks, with the letters and notes in them explained."""
        laid_out = tuple(blocks)
        marks = tuple((code, meaning) for code, meaning in MARK.items() if code in self.codes)
        return Page(laid_out, marks, tuple(self.numbers), **rest)


def used_sources(dataset: Dataset, records: Iterable[Record] = ()) -> dict[str, Source]:
    """The sources of the records and of their notes; without a record, the dataset's own."""
    several = list(records)
    own = {dataset.info.source: dataset.sources[dataset.info.source]}
    numbers = [version.links.sources for r in several for version in (r, *r.earlier)]
    used = [*numbers, *(r.links.background for r in several)] or [own]
    return {id_: source for sources in used for id_, source in sources.items()}


def publication(source: Source) -> Text:
    """A publication: publisher, title and date, as far as known."""
    title = f'"{source.title}"'
    titled = joined((source.form, title), " ") if source.form else title
    return joined(filter(None, (source.publisher, titled, source.published)))


def source_text(source: Source) -> Text:
    """The same with its address."""
    return joined(filter(None, (publication(source), source.url)))


def joined(parts: Iterable[Text | str | int | date], separator: str = ", ") -> Text:
    """Texts, and what is the same in both languages, as one with commas or else between them."""
    pairs = [(p.nl, p.en) if isinstance(p, Text) else (str(p), str(p)) for p in parts]
    nl, en = map(separator.join, zip(*pairs, strict=True))
    return Text(nl=nl, en=en)


def count_of(noun: str, count: int) -> Text:
    """A number with what it counts: a ``gap`` or an ``indicator``, one or many."""
    return sentence(f"{noun}_{'one' if count == 1 else 'many'}", count=count)

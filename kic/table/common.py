"""What the answers of all verbs have in common when they are laid out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from kic.dataset import Dataset
from kic.model import DatasetInfo, Record, Source, Statement, Text
from kic.model.fields import FIELDS
from kic.model.sentences import sentence
from kic.model.text import begun
from kic.query.question import Query
from kic.table import Block, Cell, Column, Line, Page, Phrase, Several, Table, counted, phrase
from kic.table.rows import SOURCE, Data, row


def column(name: str) -> Column:
    """The column of people's tables that holds a field of a record."""
    field = FIELDS[name]
    return Column(field.title, "number" if field.kind in ("number", "count") else "text")


PERIOD, REGION = column("period")._replace(kind="whole"), column("region")
LABEL = column("indicator")._replace(obvious=True)
AMOUNT = Column(FIELDS["value"].title, "whole", obvious=True)
SAID = Column(FIELDS["words"].title, obvious=True)
KNOWN = Column(sentence("known_of_it"), obvious=True)
PLACE = Column(FIELDS["locator"].title, "place")


def as_table(
    dataset: Dataset,
    command: str,
    query: Mapping[str, Any],
    line: Phrase,
    page: Callable[[], Page],
    rows: Callable[[], Data],
    *,
    is_empty: bool,
    sources: "Sources",
    extra: Callable[[], Mapping[str, Any]] = dict,
    left_out: Mapping[str, Mapping[str, int]] = MappingProxyType({}),
) -> Table:
    """The table of an answer: ``line`` is the line that answers, ``page`` what is below it.

    ``rows`` makes what programs read, and ``extra`` what the JSON has beside its records and the
    ``sources``; ``left_out`` counts what each filter leaves out.
    """

    def list_rows() -> Data:
        every = {**sources.shown, **sources.background}
        told = {id_: row(source, SOURCE) for id_, source in every.items()}
        return rows()._replace(extra={**extra(), "sources": told})

    return Table(
        command=command,
        dataset=identity(dataset.info),
        languages=dataset.languages,
        query=query,
        is_empty=is_empty,
        line=line,
        lay_out=lambda: _with_sources(dataset, page(), sources),
        list_rows=list_rows,
        left_out=left_out,
        origin=lambda record: elsewhere(dataset, record),
        publications=list(map(identity, heads)) if len(heads := dataset.editions) > 1 else (),
    )


def identity(info: DatasetInfo) -> dict[str, str]:
    """By what a dataset is named in machine formats."""
    return {"id": info.id, "version": info.version}


def elsewhere(dataset: Dataset, record: Record) -> Iterator[Phrase]:
    """That a figure is from another publication than the first of the dataset."""
    if record.source not in dataset.own:
        yield phrase("elsewhere", publisher=record.links.source.publisher)
    yield from publication_of(dataset, record.source)


def publication_of(dataset: Dataset, source: str | None) -> Iterator[Phrase]:
    """Which of several publications of the dataset it is, but for the first."""
    _, *others = dataset.own
    if source in others:
        yield phrase("out_of", source=titled(dataset, dataset.sources[source]))


class Sources(NamedTuple):
    """Publications by their ids; ``background`` are those that only notes are from.

    ``marked`` is whether what is from them says from which.
    """

    shown: Mapping[str, Source]
    background: Mapping[str, Source] = MappingProxyType({})
    marked: bool = True


def _with_sources(dataset: Dataset, page: Page, sources: Sources) -> Page:
    more = {id_: s for id_, s in sources.background.items() if id_ not in sources.shown}
    first = dataset.info.source
    own = dataset.own.keys() & sources.shown.keys()
    several = sources.marked and first in own and len(own) > 1
    source = titled(dataset, dataset.sources[first])
    told = [phrase("out_of_first", source=source)] if several else []
    return page._replace(
        remarks=(*page.remarks, *told),
        sources=tuple(sources.shown.values()),
        background=tuple(more.values()),
    )


def filters(query: Query) -> dict[str, Any]:
    """The query as a dict without filters that are not set; one alone stands as the subject."""
    values = query._asdict()
    del values["latest"]
    for name in ("theme", "indicator"):
        if not values[name]:
            values[name] = values.pop(f"only_{name}")
    return {_OPTION.get(name, name): value for name, value in values.items() if value}


_OPTION = {"start": "from", "end": "to"}  # what is a word of the language in Python


def one_block(columns: Iterable[Column], rows: Iterable[tuple[Cell, ...]]) -> tuple[Block, ...]:
    """Rows of cells as the one block of a page; none without rows."""
    lines = tuple(map(Line, rows))
    return (Block(None, tuple(columns), lines),) if lines else ()


def used_sources(
    dataset: Dataset, records: Iterable[Record] = (), statements: Iterable[Statement] = ()
) -> Sources:
    """The sources of the records, their notes and the statements; else the dataset's own."""
    several, said = list(records), {s.source for s in statements if s.source}
    if not several and not said:
        return Sources(dataset.own, marked=False)
    shown = [version.links.sources for r in several for version in (r, *r.earlier)]
    shown.append({id_: source for id_, source in dataset.sources.items() if id_ in said})
    return Sources(_together(shown), _together(r.links.background for r in several))


def _together(several: Iterable[Mapping[str, Source]]) -> dict[str, Source]:
    return {id_: source for sources in several for id_, source in sources.items()}


def publication(source: Source) -> Several:
    """A publication: publisher, title and date, as far as known."""
    titled = Several((source.form, quoted(source)), " ") if source.form else quoted(source)
    return Several(tuple(filter(None, (source.publisher, titled, source.published))))


def quoted(source: Source) -> str:
    """The title of a publication as it is named in a sentence."""
    return f'"{source.title}"'


def titled(dataset: Dataset, source: Source) -> Cell:
    """The title of a publication, with its publisher and date where it is not the only one."""
    return publication(source) if source.title in dataset.shared_titles else quoted(source)


def source_text(source: Source) -> Several:
    """The same with its address."""
    return Several((publication(source), source.url)) if source.url else publication(source)


def capitalised(words: Text) -> Text:
    """A text with a capital, as it begins a line."""
    return Text(nl=begun(words.nl), en=begun(words.en))


def placed(what: Cell, place: str | None) -> Cell:
    """A sentence with the place where it stands on the page behind it."""
    if place and what:
        return phrase("placed", what=what, place=place)
    return phrase("place", place=place) if place else what


def knowledge_line(known: Mapping[str, int], gaps: int) -> Phrase:
    """How many indicators have a number, only words, or neither; and how many gaps there are."""
    names = ("with_number", "in_words", "neither")
    counts = {name: known[name] for name in names}
    total = counted("indicator", sum(counts.values()))
    if not any(counts.values()):
        return phrase("just", total=total)
    return phrase(
        "knowledge" if gaps else "counts",
        total=total,
        parts=tallied(counts),
        gaps=counted("gap", gaps),
    )


def tallied(counts: Mapping[str, int], **more: Cell) -> Several:
    """The counts above zero, each in the sentence ``counted_NAME`` of its name."""
    phrases = (phrase(f"counted_{name}", **{name: n}, **more) for name, n in counts.items() if n)
    return Several(tuple(phrases))

"""Citations as text, as BibTeX and as CSL-JSON."""

from typing import Any, NamedTuple

from kic.dataset import Dataset
from kic.formats import Style
from kic.formats.as_json import dump
from kic.formats.cell_text import NBSP, cell, say
from kic.model import DatasetInfo, Period, Record, Source
from kic.model.safe import address, visible
from kic.model.sentences import sentence
from kic.query.cite import Citations
from kic.table.cite import notes, statement
from kic.table.common import publication
from kic.table.place import in_words

STYLES = {"text": ".txt", "bibtex": ".bib", "csl-json": ".json"}  # with their suffixes

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class _Words(NamedTuple):
    """What every style says of a figure, in one language and harmless."""

    id: str
    statement: str
    notes: str
    source: Source
    form: str
    place: str
    url: str
    edition: DatasetInfo
    dataset: str


def write(
    dataset: Dataset,
    cited: Citations,
    style_name: str,
    style: Style,
    accessed: Period | None = None,
) -> str:
    """All citations in one of ``STYLES``, with the day on which the source was ``accessed``."""
    told = [_words(dataset, record, style) for record in cited.records]
    return _set(told, style_name, style, accessed)


def write_whole(
    dataset: Dataset, style_name: str, style: Style, accessed: Period | None = None
) -> str:
    """The publications themselves, with the dataset of their figures, in one of ``STYLES``."""
    told = [_whole(info, dataset.own[info.source], style) for info in dataset.publications]
    if style_name != "text":
        return _set(told, style_name, style, accessed)
    lines = (whole(words.edition, words.source, style) for words in told)
    read = _read(accessed, style)
    return "\n".join(f"{' '.join(filter(None, (line, read)))}\n" for line in lines)


def _set(told: list[_Words], style_name: str, style: Style, accessed: Period | None) -> str:
    """What is said of several figures or publications, in a style."""
    if style_name == "csl-json":
        return dump([_csl(words, style, accessed) for words in told], style, indent=2) + "\n"
    one = _bibtex if style_name == "bibtex" else _text
    return "\n".join(f"{one(words, style, accessed)}\n" for words in told)


def _whole(info: DatasetInfo, source: Source, style: Style) -> _Words:
    """What is said of a publication as a whole."""
    return _Words(
        id=info.id,
        statement=visible(source.title),
        notes="",
        source=source,
        form=cell(source.form, style),
        place="",
        url=address(source.url or ""),
        edition=info,
        dataset=_dataset(info, style),
    )


def _read(accessed: Period | None, style: Style) -> str:
    """On which day the source was looked at."""
    return say(sentence("cited_accessed", day=accessed), style.lang) if accessed else ""


def whole(info: DatasetInfo, source: Source, style: Style) -> str:
    """A whole publication and the dataset with its figures, on one line."""
    parts = (_publication(source, style), source.url, f"[{_dataset(info, style)}]")
    return visible(" ".join(filter(None, parts)))


def _words(dataset: Dataset, record: Record, style: Style) -> _Words:
    edition = record.links.edition
    period = record.period.text.replace("/", "-").replace(" ", "-")
    place = in_words(dataset, record.locator) if record.locator else None
    sentences = (_ended(cell(note, style)) for note in notes(dataset, record))
    source = record.links.source
    return _Words(
        id=f"{record.indicator}-{period}-{record.region}",
        statement=cell(statement(record), style).replace(NBSP, " "),
        notes=" ".join(dict.fromkeys(sentences)),
        source=source,
        form=cell(source.form, style),
        place=cell(place, style),
        url=address(source.url or ""),
        edition=edition,
        dataset=_dataset(edition, style),
    )


def _text(words: _Words, style: Style, accessed: Period | None) -> str:
    """One paragraph: the figure, what limits it, the publication, the dataset."""
    parts = (
        _ended(words.statement),
        words.notes,
        _publication(words.source, style),
        words.url,
        _read(accessed, style),
        f"[{_by(words, style)}]",
    )
    return " ".join(filter(None, parts))


def _csl(words: _Words, style: Style, accessed: Period | None) -> dict[str, Any]:
    """An item by the CSL input schema: a dataset within the publication it comes from."""
    publisher = visible(words.source.publisher)
    item: dict[str, Any] = {
        "id": words.id,
        "type": "dataset",
        "language": style.lang if style.lang in words.edition.languages else None,
        "title": words.statement,
        "author": [{"literal": publisher}],
        "genre": words.form,
        "container-title": visible(words.source.title),
        "publisher": publisher,
        "version": words.edition.version,
        "source": words.dataset,
        "note": words.notes,
        "section": words.place,
        "issued": _date_parts(words.source.published),
        "accessed": _date_parts(accessed),
        "URL": words.url,
    }
    return {name: value for name, value in item.items() if value}


def _date_parts(date_: Period | None) -> dict[str, Any] | None:
    """A year with its month and day, as far as they are known."""
    return {"date-parts": [[int(part) for part in date_.text.split("-")]]} if date_ else None


def _bibtex(words: _Words, style: Style, accessed: Period | None) -> str:
    published = words.source.published
    publisher = _tex(visible(words.source.publisher))
    title = visible(words.source.title)
    called = f'{words.form} "{title}"' if words.form else title
    parts = filter(None, (called, words.place))
    fields = {
        "author": f"{{{publisher}}}",
        "title": f"{{{_tex(words.statement)}}}",
        "howpublished": _tex(", ".join(parts)),
        "publisher": publisher,
        "note": _tex(" ".join(filter(None, (words.notes, _ended(_by(words, style)))))),
        "version": words.edition.version,
        "year": published and f"{published.start.year}",
        "url": words.url,
        "urldate": accessed and accessed.text,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if published and published.kind != "year":
        lines.append(f"  month = {_MONTHS[published.start.month - 1]},")
    return "\n".join([f"@misc{{{words.id},", *lines, "}"])


# BibTeX counts every brace of a value, also after a backslash.
_TEX = str.maketrans(
    {c: f"\\{c}" for c in "&%$#_"}
    | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)


def _tex(words: str) -> str:
    return words.translate(_TEX)


def _ended(words: str) -> str:
    """Words as a sentence, with the point that they may have already."""
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _publication(source: Source, style: Style) -> str:
    """A publication as a sentence, also where it has no date."""
    undated = "" if source.published else say(sentence("cited_no_date"), style.lang)
    return f"{cell(publication(source), style)}{undated}."


def _dataset(info: DatasetInfo, style: Style) -> str:
    key = "cited_dataset" if info.compiler else "cited_dataset_alone"
    named = sentence(key, id=info.id, version=info.version, by=visible(info.compiler or ""))
    return say(named, style.lang)


def _by(words: _Words, style: Style) -> str:
    """By whom all is said that the source does not say."""
    return say(sentence("cited_by", dataset=words.dataset), style.lang)

"""Citations as text, as BibTeX and as CSL-JSON."""

from collections.abc import Callable, Iterator
from typing import Any

from kic.formats import Style
from kic.formats.as_json import dump
from kic.formats.cell_text import NBSP, cell, say
from kic.model import DatasetInfo, Measure, Qualifier, Registration, Source, Status
from kic.model.safe import address, visible
from kic.model.sentences import applying, sentence
from kic.model.wording import GAP_KIND, REGISTRATION
from kic.query.cite import Citation, Citations
from kic.table import Amount
from kic.table.common import publication
from kic.table.figures import measured, without_trend

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_NOTED = (Status.ESTIMATED, Status.BREAK, Status.UNVALIDATED, Status.SUPPRESSED)


def write(cited: Citations, style_name: str, style: Style) -> str:
    """All citations in one of ``STYLES``."""
    written = [STYLES[style_name](citation, style) for citation in cited.citations]
    if style_name == "csl-json":
        return dump(written, style, indent=2) + "\n"
    return "\n".join(f"{citation}\n" for citation in written)


def whole(info: DatasetInfo, source: Source, style: Style) -> str:
    """A whole publication and the dataset with its figures, on one line."""
    parts = (_publication(source, style), source.url, f"[{_dataset(info, style)}]")
    return visible(" ".join(filter(None, parts)))


def _csl(citation: Citation, style: Style) -> dict[str, Any]:
    """An item by the CSL input schema: a dataset within the publication it comes from.

    It is all that a citation says, and every text in it is harmless.
    """
    record, source = citation.record, citation.record.links.source
    day = source.published
    period = record.period.text.replace("/", "-")
    item: dict[str, Any] = {
        "id": f"{record.indicator}-{period}-{record.region}",
        "type": "dataset",
        "language": style.lang,
        "title": _statement(citation, style),
        "author": [{"literal": visible(source.publisher)}],
        "container-title": visible(source.title),
        "publisher": visible(source.publisher),
        "version": citation.dataset.version,
        "source": _dataset(citation.dataset, style),
        "note": ". ".join(_notes(citation, style)),
        "section": record.locator,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "URL": address(source.url or ""),
    }
    return {name: value for name, value in item.items() if value}


def _text(citation: Citation, style: Style) -> str:
    """One paragraph: the figure, what limits it, the publication, the place, the dataset."""
    item = _csl(citation, style)
    publication_ = _publication(citation.record.links.source, style)
    place = [f"{item['section']}."] if "section" in item else []
    url = [item["URL"]] if "URL" in item else []
    statement = f"{item['title']}. {item['note']}."
    return " ".join([statement, publication_, *place, *url, f"[{item['source']}]"])


def _bibtex(citation: Citation, style: Style) -> str:
    item, published = _csl(citation, style), citation.record.links.source.published
    place = (item[name] for name in ("container-title", "section") if name in item)
    fields = {
        "author": f"{{{_tex(item['publisher'])}}}",
        "title": f"{{{_tex(item['title'])}}}",
        "howpublished": _tex(", ".join(place)),
        "publisher": _tex(item["publisher"]),
        "note": _tex(f"{item['note']}. {item['source']}."),
        "version": item["version"],
        "year": published and published.year,
        "url": item.get("URL"),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if published:
        lines.append(f"  month = {_MONTHS[published.month - 1]},")
    return "\n".join([f"@misc{{{item['id']},", *lines, "}"])


STYLES: dict[str, Callable[[Citation, Style], Any]] = {
    "text": _text,
    "bibtex": _bibtex,
    "csl-json": _csl,
}

_TEX = str.maketrans(
    {c: f"\\{c}" for c in "&%$#_{}"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)


def _tex(words: str) -> str:
    return words.translate(_TEX)


def _statement(citation: Citation, style: Style) -> str:
    """The figure in words: label, region, period, value and unit."""
    record, lang = citation.record, style.lang
    value = cell(Amount(without_trend(record)), style).replace(NBSP, " ")
    when = cell(record.period if record.period.known else sentence("cited_no_period"), style)
    where = say(record.links.region.label, lang)
    return f"{say(record.label, lang)} ({where}, {when}): {value}"


def _notes(citation: Citation, style: Style) -> Iterator[str]:
    """Everything a reader must know to use the figure, each a sentence without its point."""
    record, lang, gap = citation.record, style.lang, citation.record.gap
    correction = record.correction
    corrected_by = correction and record.links.sources[correction.source]
    reader = "kic" if "status" in record.inferred else "source"
    yield from (say(caution, lang).removesuffix(".") for caution in record.cautions)
    limits = applying(
        {
            f"cited_{record.status.name.lower()}_by_{reader}": record.status in _NOTED,
            "cited_lower_bound": record.qualifier is Qualifier.AT_LEAST,
            "cited_correction": correction,
        },
        printed=record.as_printed,
        reason=correction and correction.reason,
        source=corrected_by and cell(publication(corrected_by), style),
    )
    revisions = (sentence("cited_revision", printed=r.as_printed or "-") for r in record.earlier)
    background = applying(
        {
            "cited_period": "period" in record.inferred,
            "cited_gap": gap,
            "cited_registration": record.registration is not Registration.UNSTATED,
            "cited_population": record.population,
            "cited_measure": record.measure not in (None, Measure.UNSPECIFIED),
            "cited_registered_by": record.links.registered_by,
            "cited_status": True,
        },
        missing=gap and gap.missing,
        kind=gap and GAP_KIND[gap.kind],
        registration=REGISTRATION[record.registration],
        population=record.population,
        measure=measured(record),
        body=record.links.registered_by,
        status=record.status,
    )
    yield from (say(note, lang) for note in (*limits, *revisions, *background))


def _publication(source: Source, style: Style) -> str:
    """A publication as a sentence, also where it has no date."""
    undated = "" if source.published else say(sentence("cited_no_date"), style.lang)
    return f"{cell(publication(source), style)}{undated}."


def _dataset(info: DatasetInfo, style: Style) -> str:
    return say(sentence("cited_dataset", id=info.id, version=info.version), style.lang)

"""Citations as text, as BibTeX and as CSL-JSON."""

from collections.abc import Callable, Iterator
from typing import Any

from kic.formats import Style
from kic.formats.as_json import dump
from kic.formats.cell_text import NBSP, cell, say
from kic.model import DatasetInfo, Gap, Measure, Qualifier, Registration, Source, Status, Text
from kic.model.safe import address, visible
from kic.model.wording import GAP_KIND, REGISTRATION, text
from kic.query.cite import Citation, Citations
from kic.table.common import publication
from kic.table.figures import measured, without_trend

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_STATUS = {  # what a citation must not leave out
    Status.ESTIMATED: text("schatting", "estimate"),
    Status.BREAK: text("breuk in de reeks", "break in the series"),
    Status.UNVALIDATED: text("niet bevestigd", "not confirmed"),
    Status.SUPPRESSED: text(
        "klein getal, niet precies vrijgegeven", "small number, not released exactly"
    ),
}


def write(cited: Citations, style_name: str, style: Style) -> str:
    """All citations in one of ``STYLES``."""
    written = [STYLES[style_name](citation, style) for citation in cited.citations]
    if style_name == "csl-json":
        return dump(written, style, indent=2) + "\n"
    return "\n".join(written) if style_name == "bibtex" else "\n\n".join(written) + "\n"


def whole(info: DatasetInfo, source: Source, style: Style) -> str:
    """A whole publication and the dataset with its figures, on one line."""
    parts = (_publication(source, style), source.url, f"[{_dataset(info, style)}]")
    return visible(" ".join(filter(None, parts)))


def _csl(citation: Citation, style: Style) -> dict[str, Any]:
    """An item by the CSL input schema: a dataset within the publication it comes from.

    It is all that a citation says, and every text in it is harmless.
    """
    record, source = citation.record, citation.source
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
        "note": visible(". ".join(_notes(citation, style))),
    }
    if record.locator:
        item["section"] = record.locator
    if day := source.published:
        item["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    if source.url:
        item["URL"] = address(source.url)
    return item


def _text(citation: Citation, style: Style) -> str:
    """One paragraph: the figure, what limits it, the publication, the place, the dataset."""
    item = _csl(citation, style)
    parts = [f"{item['title']}. {item['note']}.", visible(_publication(citation.source, style))]
    parts += [f"{item['section']}."] if "section" in item else []
    parts += [item["URL"]] if "URL" in item else []
    return " ".join([*parts, f"[{item['source']}]"])


def _bibtex(citation: Citation, style: Style) -> str:
    item, published = _csl(citation, style), citation.source.published
    place = (item[name] for name in ("container-title", "section") if name in item)
    fields = {
        "author": f"{{{_tex(item['publisher'])}}}",
        "title": f"{{{_tex(item['title'])}}}",
        "howpublished": _tex(", ".join(place)),
        "publisher": _tex(item["publisher"]),
        "note": _tex(f"{item['note']}. {item['source']}."),
        "version": item["version"],
    }
    if published:
        fields["year"] = str(published.year)
    if "URL" in item:
        fields["url"] = item["URL"]
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    if published:
        lines.append(f"  month = {_MONTHS[published.month - 1]},")
    return "\n".join([f"@misc{{{item['id']},", *lines, "}", ""])


STYLES: dict[str, Callable[[Citation, Style], Any]] = {
    "text": _text,
    "bibtex": _bibtex,
    "csl-json": _csl,
}

_TEX = {c: f"\\{c}" for c in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def _tex(words: str) -> str:
    return "".join(_TEX.get(c, c) for c in words)


def _statement(citation: Citation, style: Style) -> str:
    """The figure in words: label, region, period, value and unit."""
    record, lang = citation.record, style.lang
    known = record.interval.known
    value = cell(without_trend(record), style).replace(NBSP, " ")
    unit = say(citation.unit, lang) if citation.unit and known else ""
    unstated = say(text("periode niet vermeld", "period not stated"), lang)
    when = cell(record.period, style) if record.period.known else unstated
    where = say(citation.region, lang)
    return f"{say(record.label, lang)} ({where}, {when}): {' '.join(filter(None, (value, unit)))}"


def _notes(citation: Citation, style: Style) -> Iterator[str]:
    """Everything a reader must know to use the figure, each a sentence without its point."""
    record, correction = citation.record, citation.record.correction
    status, gap = _STATUS.get(record.status), record.gap

    def said(nl: str, en: str) -> str:
        return say(text(nl, en), style.lang)

    yield from (say(caution, style.lang).removesuffix(".") for caution in record.cautions)
    if status and "status" in record.inferred:
        yield f"{said('Afgeleid door kic', 'Inferred by kic')}: {say(status, style.lang)}"
    elif status:
        whose = said(", volgens de bron", ", says the source")
        yield say(status, style.lang).capitalize() + whose * (record.status is Status.UNVALIDATED)
    if record.qualifier is Qualifier.AT_LEAST:
        yield said('Ondergrens ("ruim")', 'Lower bound ("ruim")')
    if correction and citation.corrected_by:
        printed = said(
            f'Gecorrigeerd door kic: in de bron staat "{record.as_printed}". '
            f"{correction.reason.nl} Bron: ",
            f'Corrected by kic: the source has "{record.as_printed}". '
            f"{correction.reason.en} Source: ",
        )
        yield printed + say(publication(citation.corrected_by), style.lang)
    revised = said("Herzien; eerder", "Revised; earlier")
    yield from (f"{revised}: {then.as_printed or '-'}" for then in record.earlier)
    if "period" in record.inferred:
        yield said("Periode afgeleid door kic", "Period inferred by kic")
    unstated = record.registration is Registration.UNSTATED
    unmeasured = record.measure in (None, Measure.UNSPECIFIED)
    titled = (
        (said("Lacune", "Gap"), _missing(gap) if gap else None),
        (
            said("Registratie", "Recording"),
            None if unstated else REGISTRATION[record.registration],
        ),
        (said("Populatie", "Population"), record.population),
        (said("Telwijze", "Method"), None if unmeasured else measured(record)),
        (said("Geregistreerd door", "Recorded by"), citation.registered_by),
    )
    yield from (f"{title}: {say(words, style.lang)}" for title, words in titled if words)
    yield f"Status: {record.status.value}"


def _missing(gap: Gap) -> Text:
    """What is not known, and on whose word."""
    kind = GAP_KIND[gap.kind]
    return text(f"{gap.missing.nl} ({kind.nl})", f"{gap.missing.en} ({kind.en})")


def _publication(source: Source, style: Style) -> str:
    """A publication as a sentence, also where it has no date."""
    undated = "" if source.published else say(text(" (z.d.)", " (n.d.)"), style.lang)
    return f"{say(publication(source), style.lang)}{undated}."


def _dataset(info: DatasetInfo, style: Style) -> str:
    version = say(text("versie", "version"), style.lang)
    return f"kic, dataset {info.id}, {version} {info.version}"

"""Citations as text, as BibTeX and as CSL-JSON."""

from collections.abc import Callable, Iterator
from typing import Any

from kic.formats import Style
from kic.formats.as_json import dump
from kic.formats.cells import NBSP, cell, say
from kic.model import DatasetInfo, Lang, Measure, Qualifier, Registration, Source, Status, Text
from kic.model.safe import address, visible
from kic.model.wording import GAP_KIND, REGISTRATION, text
from kic.query.citation import Citation, Cited
from kic.table.common import publication
from kic.table.figures import measured, quantity

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_STATUS = {  # what a citation must not leave out
    Status.ESTIMATED: text("schatting", "estimate"),
    Status.BREAK: text("breuk in de reeks", "break in the series"),
    Status.UNVALIDATED: text("niet bevestigd", "not confirmed"),
    Status.SUPPRESSED: text(
        "klein getal, niet precies vrijgegeven", "small number, not released exactly"
    ),
}


def write(cited: Cited, style_name: str, style: Style) -> str:
    """All citations in one of ``STYLES``."""
    return STYLES[style_name](cited, style)


def whole(info: DatasetInfo, source: Source, style: Style) -> str:
    """A whole publication and the dataset with its figures, on one line."""
    published = _publication(source, style.lang).removesuffix(".") + _undated(source, style) + "."
    return visible(" ".join(filter(None, (published, source.url, f"[{_dataset(info, style)}]"))))


def _undated(source: Source, style: Style) -> str:
    return "" if source.published else say(text(" (z.d.)", " (n.d.)"), style.lang)


def _text(cited: Cited, style: Style) -> str:
    return "\n\n".join(_one_text(c, style) for c in cited.citations) + "\n"


def _one_text(citation: Citation, style: Style) -> str:
    """One paragraph: the figure, what limits it, the publication, the place, the dataset."""
    parts = [f"{_statement(citation, style)}.", *(f"{n}." for n in _notes(citation, style))]
    published = _publication(citation.source, style.lang)
    parts.append(published.removesuffix(".") + _undated(citation.source, style) + ".")
    parts.append(f"{citation.record.locator}." if citation.record.locator else "")
    parts += [citation.source.url or "", f"[{_dataset(citation.dataset, style)}]"]
    return visible(" ".join(part for part in parts if part))


def _statement(citation: Citation, style: Style) -> str:
    """The figure in words: label, region, period, value and unit."""
    record, lang = citation.record, style.lang
    value = cell(quantity(record, trend=not record.interval.known), style).replace(NBSP, " ")
    unit = say(citation.unit, lang) if citation.unit and record.interval.known else ""
    when = cell(record.period, style)
    if not record.period.known:
        when = say(text("periode niet vermeld", "period not stated"), lang)
    where = say(citation.region, lang)
    return f"{say(record.label, lang)} ({where}, {when}): {' '.join(filter(None, (value, unit)))}"


def _notes(citation: Citation, style: Style) -> Iterator[str]:
    """Everything a reader must know to use the figure, each a sentence without its point."""
    record = citation.record

    def told(words: Text) -> str:
        return say(words, style.lang)

    def titled(nl: str, en: str, words: Text) -> str:
        return f"{told(text(nl, en))}: {told(words)}"

    yield from (told(caution).removesuffix(".") for caution in record.cautions)
    if "status" in record.inferred and record.status in _STATUS:
        yield titled("Afgeleid door kic", "Inferred by kic", _STATUS[record.status])
    elif record.status in _STATUS:
        whose = told(text(", volgens de bron", ", says the source"))
        doubted = record.status is Status.UNVALIDATED
        yield told(_STATUS[record.status]).capitalize() + whose * doubted
    if record.qualifier is Qualifier.AT_LEAST:
        yield told(text('Ondergrens ("ruim")', 'Lower bound ("ruim")'))
    if record.correction and citation.corrected_by:
        printed = text(
            f'Gecorrigeerd door kic: in de bron staat "{record.as_printed}". '
            f"{record.correction.reason.nl} Bron: ",
            f'Corrected by kic: the source has "{record.as_printed}". '
            f"{record.correction.reason.en} Source: ",
        )
        yield f"{told(printed)}{_publication(citation.corrected_by, style.lang).rstrip('.')}"
    for then in record.earlier:
        yield titled("Herzien; eerder", "Revised; earlier", text(*(2 * [then.as_printed or "-"])))
    if "period" in record.inferred:
        yield told(text("Periode afgeleid door kic", "Period inferred by kic"))
    if record.gap:
        kind = GAP_KIND[record.gap.kind]
        missing = record.gap.missing
        gap = text(f"{missing.nl} ({kind.nl})", f"{missing.en} ({kind.en})")
        yield titled("Lacune", "Gap", gap)
    if record.registration is not Registration.UNSTATED:
        yield titled("Registratie", "Recording", REGISTRATION[record.registration])
    if record.population:
        yield titled("Populatie", "Population", record.population)
    if record.measure and record.measure is not Measure.UNSPECIFIED:
        yield titled("Telwijze", "Method", measured(record))
    if citation.registered_by:
        yield titled("Geregistreerd door", "Recorded by", citation.registered_by)
    yield f"Status: {record.status.value}"


def _publication(source: Source, lang: Lang) -> str:
    return f"{publication(source, lang)}."


def _dataset(info: DatasetInfo, style: Style) -> str:
    version = say(text("versie", "version"), style.lang)
    return f"kic, dataset {info.id}, {version} {info.version}"


def _key(citation: Citation) -> str:
    record = citation.record
    period = record.period.text.replace("/", "-")
    return f"{record.indicator}-{period}-{record.region}"


# ------------------------------------------------------------------------------- bibtex

_TEX = {c: f"\\{c}" for c in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def _bibtex(cited: Cited, style: Style) -> str:
    return "\n".join(_one_bibtex(c, style) for c in cited.citations)


def _one_bibtex(citation: Citation, style: Style) -> str:
    source = citation.source
    fields = {
        "author": f"{{{_tex(source.publisher)}}}",
        "title": f"{{{_tex(_statement(citation, style))}}}",
        "howpublished": _tex(", ".join(filter(None, (source.title, citation.record.locator)))),
        "publisher": _tex(source.publisher),
        "note": _tex(
            ". ".join([*_notes(citation, style), _dataset(citation.dataset, style)]) + "."
        ),
        "version": citation.dataset.version,
    }
    if source.published:
        fields |= {"year": str(source.published.year)}
    if source.url:
        fields["url"] = address(source.url)
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    if source.published:
        lines.append(f"  month = {_MONTHS[source.published.month - 1]},")
    return "\n".join([f"@misc{{{_key(citation)},", *lines, "}", ""])


def _tex(words: str) -> str:
    return "".join(_TEX.get(c, c) for c in visible(words))


# ----------------------------------------------------------------------------- csl-json


def _csl(cited: Cited, style: Style) -> str:
    items = [_one_csl(c, style) for c in cited.citations]
    return dump(items, style, indent=2) + "\n"


def _one_csl(citation: Citation, style: Style) -> dict[str, Any]:
    """An item by the CSL input schema: a dataset within the publication it comes from."""
    source = citation.source
    item: dict[str, Any] = {
        "id": _key(citation),
        "type": "dataset",
        "language": style.lang,
        "title": visible(_statement(citation, style)),
        "author": [{"literal": visible(source.publisher)}],
        "container-title": visible(source.title),
        "publisher": visible(source.publisher),
        "version": citation.dataset.version,
        "source": _dataset(citation.dataset, style),
        "note": visible(". ".join(_notes(citation, style))),
    }
    if citation.record.locator:
        item["section"] = citation.record.locator
    if source.published:
        day = source.published
        item["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    if source.url:
        item["URL"] = address(source.url)
    return item


STYLES: dict[str, Callable[[Cited, Style], str]] = {
    "text": _text,
    "bibtex": _bibtex,
    "csl-json": _csl,
}

"""What stands at a bar: its number, or what is in its place, and the letters beside it."""

from kic.formats.cell_text import NBSP, say
from kic.model import Lang, Qualifier, Record, Registration, Status, Text
from kic.model.digits import number
from kic.model.sentences import sentence
from kic.model.wording import REASON, TREND, text

CODES = text("Codes", "Codes")
# The marks beside a value.  Capitals are those of SDMX (CL_OBS_STATUS); what that list has
# no code for is marked in lower case, so that nobody takes one for the other.
MARK = {
    "r": text(
        'ondergrens: dit getal of meer ("ruim")', 'lower bound: this or more (in Dutch "ruim")'
    ),
    Status.SUPPRESSED: text(
        "klein getal, door de bron niet precies vrijgegeven",
        "small number, not released exactly by the source",
    ),
    Status.ESTIMATED: text("schatting", "estimate"),
    Status.BREAK: text("breuk in de reeks", "break in the series"),
    Status.UNVALIDATED: text(
        "niet bevestigd, volgens de bron zelf", "not confirmed, says the source itself"
    ),
    Status.MISSING: text("geen getal in de bron", "no number in the source"),
    "b": text("afgeleid door kic: breuk in de reeks", "inferred by kic: break in the series"),
    "v": text("afgeleid door kic: niet bevestigd", "inferred by kic: not confirmed"),
    "c": text(
        "gecorrigeerd door kic: in de bron staat iets anders",
        "corrected by kic: the source prints something else",
    ),
    "p": text(
        "periode afgeleid door kic: die staat er niet bij",
        "period inferred by kic: it is not given there",
    ),
    "m": text("telwijze afgeleid door kic", "way of counting inferred by kic"),
    "n": text("niet uit deze bron", "not from this source"),
    "h": text(
        "herzien: een eerdere uitgave gaf een ander getal",
        "revised: an earlier edition gave another number",
    ),
    "o": text("vervangen door een latere uitgave", "replaced by a later edition"),
    "i": text("weinig/niet van allen volgens de bron", "few, or not of all, says the source"),
}


def codes(record: Record) -> list[str]:
    """The letters that stand beside a figure."""
    status = record.status.value
    stands = {
        "r": record.qualifier is Qualifier.AT_LEAST,
        status.lower(): "status" in record.inferred,
        status: record.status is not Status.NORMAL and "status" not in record.inferred,
        Status.MISSING.value: record.reason is not None or record.status is Status.MISSING,
        "i": record.registration is Registration.INCOMPLETE and record.interval.known,
        "c": record.correction is not None,
        "h": bool(record.earlier),
        "p": "period" in record.inferred,
        "m": "measure" in record.inferred,
    }
    return [code for code, applies in stands.items() if applies]


def lines(label: Record | Text, lang: Lang) -> list[str]:
    """A text; or a number, and below it the direction that is printed with it."""
    if isinstance(label, Text):
        return [say(label, lang)]
    trend = [f"({say(TREND[label.trend], lang)})"] if label.trend else []
    return [_amount(label, lang), *trend]


_QUALIFIED: dict[Qualifier | None, str] = {  # the sentences of numbers that are not exact
    Qualifier.AT_LEAST: "number_over",
    Qualifier.ESTIMATE: "number_about",
    Qualifier.ROUNDED: "number_rounded",
}


def _amount(record: Record, lang: Lang) -> str:
    """A number with what is said of its exactness, as short as there is room for."""
    value, _, upper = record.interval
    if record.words:
        return f'"{say(record.words, lang)}"'
    if value is None and upper is not None:
        return f"<{NBSP}{number(upper, lang)}"
    if value is None:
        return say(REASON[record.reason], lang) if record.reason else ""
    written, key = number(value, lang), _QUALIFIED.get(record.qualifier)
    return say(sentence(key, number=written), lang) if key else written

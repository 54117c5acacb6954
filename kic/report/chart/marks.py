"""What stands at a bar: its number, or what is in its place, and the letters beside it."""

from kic.formats.cell_text import quantity, say
from kic.model import Lang, Qualifier, Reason, Record, Registration, Status, Text
from kic.model.wording import TREND, text

CODES = text("Codes", "Codes")
# The marks beside a value.  Capitals are those of SDMX (CL_OBS_STATUS); what that list has
# no code for is marked in lower case, so that nobody takes one for the other.
MARK = {
    "r": text(
        'ondergrens: dit getal of meer ("ruim")', 'lower bound: this or more (in Dutch "ruim")'
    ),
    Status.SUPPRESSED: text(
        "geheim: door de bron niet (precies) vrijgegeven",
        "suppressed: not released (exactly) by the source",
    ),
    Status.ESTIMATED: text("schatting", "estimate"),
    Status.BREAK: text("breuk in de reeks", "break in the series"),
    Status.UNVALIDATED: text(
        "niet bevestigd, volgens de bron zelf", "not confirmed, says the source itself"
    ),
    Status.PROVISIONAL: text("voorlopig", "provisional"),
    Status.MISSING: text("geen getal in de bron", "no number in the source"),
    "b": text("afgeleid door {by}: breuk in de reeks", "inferred by {by}: break in the series"),
    "v": text("afgeleid door {by}: niet bevestigd", "inferred by {by}: not confirmed"),
    "c": text(
        "gecorrigeerd door {by}: in de bron staat iets anders",
        "corrected by {by}: the source prints something else",
    ),
    "p": text(
        "periode afgeleid door {by}: die staat er niet bij",
        "period inferred by {by}: it is not given there",
    ),
    "m": text("telwijze afgeleid door {by}", "way of counting inferred by {by}"),
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
        Status.MISSING.value: record.reason not in (None, Reason.SUPPRESSED)
        or record.status is Status.MISSING,
        "i": record.registration is Registration.INCOMPLETE and record.interval.known,
        "c": record.correction is not None,
        "h": bool(record.earlier),
        "p": "period" in record.inferred,
        "m": "measure" in record.inferred,
    }
    return [code for code, applies in stands.items() if applies]


def lines(label: Record | Text, lang: Lang) -> list[str]:
    """A text; or a number, or what is in its place, and below that the direction."""
    if isinstance(label, Text):
        return [say(label, lang)]
    trend = (
        [f"({say(TREND[label.trend], lang)})"] if label.trend and not label.interval.known else []
    )
    return [quantity(label, lang, in_short=True), *trend]

"""The words of both languages for what the code lists name, and for the answers."""

from kic.model import (
    GapKind,
    Measure,
    Reason,
    Registration,
    StatementKind,
    Status,
    Text,
    Trend,
)


def text(nl: str, en: str) -> Text:
    """A text in both languages."""
    return Text(nl=nl, en=en)


REASON = {  # in the place of a number; what the source says of who keeps it
    Reason.NOT_NATIONAL: text(
        "geen (structurele) landelijke gegevens", "no (systematic) national data"
    ),
    Reason.INCOMPLETE: text(
        "weinig/niet van allen volgens de bron", "few, or not of all, says the source"
    ),
    Reason.UNAVAILABLE: text(
        "niet beschikbaar volgens de bron", "none available, says the source"
    ),
    Reason.UNCLEAR: text("onduidelijk volgens de bron", "unclear, says the source"),
    Reason.NOT_STATED: text("geen getal gegeven", "no number given"),
}

REGISTRATION = {  # always according to this source
    Registration.NATIONAL: text("landelijk, volgens de bron", "national, says the source"),
    Registration.NOT_NATIONAL: text(
        "geen (structurele) landelijke gegevens, volgens de bron",
        "no (systematic) national data, says the source",
    ),
    Registration.INCOMPLETE: text(
        "weinig/niet van allen volgens de bron", "few, or not of all, says the source"
    ),
    Registration.UNAVAILABLE: text(
        "niet beschikbaar, volgens de bron", "none available, says the source"
    ),
    Registration.UNSTATED: text("niet vermeld", "not stated"),
}

GAP_KIND = {
    GapKind.STATED: text("genoemd door de bron", "stated by the source"),
    GapKind.UNCLEAR: text("onduidelijk volgens de bron", "unclear, says the source"),
    GapKind.CONCLUDED: text("afgeleid door kic", "inferred by kic"),
}

TREND = {
    Trend.UP: text("gestegen", "up"),
    Trend.DOWN: text("gedaald", "down"),
    Trend.STABLE: text("gelijk gebleven", "unchanged"),
    Trend.NOT_UP: text("niet gestegen", "not up"),
    Trend.NOT_DOWN: text("niet gedaald", "not down"),
}

MEASURE = {
    Measure.IN_PERIOD: text("geteld in de periode", "counted in the period"),
    Measure.EVER_IN_PERIOD: text(
        "iedereen voor wie het in de periode enige tijd gold",
        "everyone it applied to at some time in the period",
    ),
    Measure.END_OF_PERIOD: text(
        "stand aan het eind van de periode", "number at the end of the period"
    ),
    Measure.MEAN: text("gemiddelde", "average"),
    Measure.SHARE: text("aandeel van het geheel", "share of the whole"),
    Measure.TARGET: text("voornemen, geen uitkomst", "a plan, not an outcome"),
    Measure.UNSPECIFIED: text("niet vermeld", "not stated"),
}

KIND = {
    StatementKind.CONCERN: text("zorgpunt", "concern"),
    StatementKind.DEVELOPMENT: text("ontwikkeling", "development"),
    StatementKind.EVENT: text("gebeurtenis", "event"),
    StatementKind.FINDING: text("bevinding", "finding"),
}

UNCLEAR = text("onduidelijk", "unclear")

PER = {
    1000: text("Per 1.000", "Per 1,000"),
    10_000: text("Per 10.000", "Per 10,000"),
    100_000: text("Per 100.000", "Per 100,000"),
}

TALLY = {  # what is known of a theme in a region, and what is not
    "with_number": text("met een getal", "with a number"),
    "in_words": text("alleen een woord of richting", "only a word or direction"),
    "not_national": text(
        "lacune: geen (structurele) landelijke gegevens", "gap: no (systematic) national data"
    ),
    "incomplete": text(
        "lacune: weinig/niet van allen volgens de bron",
        "gap: few, or not of all, says the source",
    ),
    "unavailable": text(
        "lacune: niet beschikbaar volgens de bron", "gap: none available, says the source"
    ),
    "unclear": text("lacune: onduidelijk volgens de bron", "gap: unclear, says the source"),
    "concluded": text("lacune: afgeleid door kic", "gap: inferred by kic"),
}
SENTENCES_ONLY = text("alleen in tekst", "in text only")
NOTHING = text("niets in de bron", "nothing in the source")

FOUND_KIND = {
    "theme": text("thema", "theme"),
    "indicator": text("indicator", "indicator"),
}

FOUND_IN = {  # where a word was found
    "id": text("id", "id"),
    "label": text("omschrijving", "label"),
    "alias": text("andere naam", "alias"),
    "theme": text("thema", "theme"),
    "population": text("populatie", "population"),
    "note": text("noot", "note"),
    "gap": text("lacune", "gap"),
}

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

STROKE = {  # what a bar is drawn with, for whatever reason
    "full": text("het getal zelf", "the number itself"),
    "maybe": text("tussen ondergrens en bovengrens", "between the lower and the upper bound"),
    "open": text("minstens dit getal: geen bovengrens", "at least this: no upper bound"),
    "about": text("schatting zonder grenzen", "an estimate without bounds"),
    "disputed": text("niet bevestigd", "not confirmed"),
    "gap": text("geen getal", "no number"),
}

YES, NO = text("ja", "yes"), text("nee", "no")
BARS = text("Staven", "Bars")
CODES = text("Codes", "Codes")
NOTES = text("Noten", "Notes")
SOURCE = text("Bron", "Source")

NOT_HERE = text("niet in deze dataset", "not in this dataset")
UNKNOWN_PERIOD = text("niet vermeld", "not stated")
ALL_THEMES = text("Geen bepaald thema", "No single theme")

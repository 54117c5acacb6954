"""The words of both languages for what the code lists name, and for the answers."""

from kic.model import Measure, Reason, Registration, StatementKind, Status, Text, Trend


def text(nl: str, en: str) -> Text:
    """A text in both languages."""
    return Text(nl=nl, en=en)


REASON = {
    Reason.NOT_REGISTERED: text("niet geregistreerd", "not registered"),
    Reason.PARTIALLY_REGISTERED: text("deels geregistreerd", "partly registered"),
    Reason.UNCLEAR: text("onduidelijk", "unclear"),
    Reason.NOT_STATED: text("niet vermeld", "not stated"),
}

REGISTRATION = {
    Registration.NATIONAL: text("landelijk", "national"),
    Registration.PARTIAL: text("deels", "partial"),
    Registration.NONE: text("geen", "none"),
}

TREND = {
    Trend.UP: text("gestegen", "up"),
    Trend.DOWN: text("gedaald", "down"),
    Trend.STABLE: text("gelijk gebleven", "stable"),
    Trend.NOT_UP: text("niet gestegen", "not up"),
    Trend.NOT_DOWN: text("niet gedaald", "not down"),
}

MEASURE = {
    Measure.IN_PERIOD: text("geteld in de periode", "counted in the period"),
    Measure.EVER_IN_PERIOD: text(
        "iedereen die er in de periode ooit onder viel",
        "everybody it applied to at any time in the period",
    ),
    Measure.END_OF_PERIOD: text("stand aan het eind van de periode", "stock at the period's end"),
    Measure.MEAN: text("gemiddelde in de periode", "mean over the period"),
    Measure.SHARE: text("aandeel van het geheel", "share of the whole"),
    Measure.TARGET: text("doel, geen uitkomst", "a target, no outcome"),
    Measure.UNSPECIFIED: text("niet vermeld", "not stated"),
}

KIND = {
    StatementKind.CONCERN: text("zorgpunt", "concern"),
    StatementKind.DEVELOPMENT: text("ontwikkeling", "development"),
    StatementKind.EVENT: text("gebeurtenis", "event"),
}

CONTRAST = {  # how one region lies beside another
    "up": text("hoger", "higher"),
    "down": text("lager", "lower"),
    "stable": text("gelijk", "equal"),
    "unclear": text("onduidelijk", "unclear"),
}

PER = {
    1000: text("Per 1.000", "Per 1,000"),
    10_000: text("Per 10.000", "Per 10,000"),
    100_000: text("Per 100.000", "Per 100,000"),
}

TALLY = {  # how a theme is registered in a region
    "national": text("landelijk geregistreerd", "registered nationally"),
    "partial": text("deels geregistreerd", "partly registered"),
    "none": text("niet geregistreerd", "not registered"),
}
WORDS_ONLY = text("alleen in woorden", "in words only")
SILENT = text("de pagina zwijgt", "the page is silent")

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
        'naar beneden afgerond ("ruim"): het is er minstens zoveel',
        'rounded down (in Dutch "ruim"): it is at least this',
    ),
    Status.SUPPRESSED: text(
        "klein getal, niet precies vrijgegeven", "small number, not released exactly"
    ),
    Status.ESTIMATED: text("schatting", "estimate"),
    Status.BREAK: text("breuk in de reeks", "break in the series"),
    Status.UNVALIDATED: text(
        "betwist door de opstellers zelf", "disputed by the authors themselves"
    ),
    Status.NOT_COLLECTED: text(
        "niet, of niet overal, geregistreerd", "not, or not everywhere, registered"
    ),
    Status.MISSING: text("geen getal op de pagina", "no number on the page"),
    "c": text(
        "gecorrigeerd: op de pagina staat iets anders", "corrected: the page prints something else"
    ),
    "p": text(
        "jaar afgeleid: het staat niet bij dit getal",
        "year inferred: it is not printed with this number",
    ),
    "n": text("niet uit het rapport zelf", "not from the report itself"),
    "h": text(
        "herzien: een eerdere uitgave gaf een ander getal",
        "revised: an earlier edition gave another number",
    ),
    "o": text("vervangen door een latere uitgave", "replaced by a later edition"),
    "i": text(
        "onvolledig geregistreerd: het getal dekt niet alles",
        "incompletely registered: the number does not cover everything",
    ),
}

STROKE = {  # what a bar is drawn with, for whatever reason
    "full": text("het getal zelf", "the number itself"),
    "maybe": text("tussen ondergrens en bovengrens", "between the lower and the upper bound"),
    "open": text("ten minste zoveel: er is geen bovengrens", "at least this: no upper bound"),
    "about": text("schatting zonder grenzen", "an estimate without bounds"),
    "disputed": text("betwist door de opstellers zelf", "disputed by the authors themselves"),
    "gap": text("geen getal", "no number"),
}

YES, NO = text("ja", "yes"), text("nee", "no")
BARS = text("Staven", "Bars")
CODES = text("Codes", "Codes")
NOTES = text("Noten", "Notes")
SOURCE = text("Bron", "Source")

MISSING = text("ontbreekt", "missing")
SEVERAL_MISSING = text("ontbreken", "missing")
UNKNOWN_PERIOD = text("niet vermeld", "not stated")
ALL_THEMES = text("Raakt alle thema's", "Concerns all themes")

"""The words of both languages for what the code lists name, and for the answers."""

from collections.abc import Iterable

from kic.model import (
    GapKind,
    Measure,
    Qualifier,
    Reason,
    Record,
    Registration,
    StatementKind,
    Status,
    Text,
    Trend,
    Verdict,
)


def named(words: Text, by: Text) -> Text:
    """Words with the name of whoever inferred or corrected something, if they have room for it."""
    return text(words.nl.format(by=by.nl), words.en.format(by=by.en))


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
    Reason.SUPPRESSED: text("geheim volgens de bron", "suppressed, says the source"),
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
    GapKind.CONCLUDED: text("afgeleid door {by}", "inferred by {by}"),
}

# The words of exactness before a number: those that a page prints, or else the first.
EXACTNESS = {
    Qualifier.AT_LEAST: (
        text("minstens", "at least"),
        text("ruim", "over"),
        text("ten minste", "at least"),
        text("minimaal", "a minimum of"),
        text("zeker", "at least"),
    ),
    Qualifier.MORE_THAN: (
        text("meer dan", "more than"),
        text("meer dan", "over"),
        text("boven de", "above"),
    ),
    Qualifier.AT_MOST: (
        text("hoogstens", "at most"),
        text("maximaal", "a maximum of"),
        text("ten hoogste", "at most"),
        text("hooguit", "at most"),
        text("niet meer dan", "no more than"),
        text("hoogstens", "up to"),
    ),
    Qualifier.LESS_THAN: (
        text("minder dan", "less than"),
        text("minder dan", "fewer than"),
        text("onder de", "under"),
        text("onder de", "below"),
        text("nog geen", "less than"),
    ),
    Qualifier.ALMOST: (
        text("bijna", "almost"),
        text("bijna", "nearly"),
        text("krap", "just under"),
        text("net geen", "just under"),
        text("een kleine", "just under"),
    ),
    Qualifier.ROUNDED: (text("afgerond", "rounded"),),
    Qualifier.ABOUT: (
        text("ongeveer", "about"),
        text("ongeveer", "approximately"),
        text("ongeveer", "around"),
        text("ongeveer", "roughly"),
        text("circa", "circa"),
        text("ca.", "c."),
        text("zo'n", "some"),
        text("rond de", "around"),
    ),
    Qualifier.ESTIMATE: (text("naar schatting", "an estimated"),),
}
FEWER = text("minder dan", "fewer than")  # of what is counted

TREND = {
    Trend.UP: text("gestegen", "up"),
    Trend.DOWN: text("gedaald", "down"),
    Trend.STABLE: text("gelijk gebleven", "unchanged"),
    Trend.NOT_UP: text("niet gestegen", "not up"),
    Trend.NOT_DOWN: text("niet gedaald", "not down"),
}

STATUS = {
    Status.NORMAL: text("gewoon", "normal"),
    Status.BREAK: text("breuk in de reeks", "break in the series"),
    Status.ESTIMATED: text("geschat", "estimated"),
    Status.MISSING: text("geen getal", "no number"),
    Status.PROVISIONAL: text("voorlopig", "provisional"),
    Status.SUPPRESSED: text("geheim volgens de bron", "suppressed, says the source"),
    Status.UNVALIDATED: text("niet bevestigd", "not confirmed"),
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


def dating(record: Record) -> Text:
    """The period of a figure, or the end of it."""
    when = record.period.words
    return text(f"eind {when.nl}", f"end of {when.en}") if record.is_at_end else when


def when(record: Record) -> Text:
    """The same with its preposition, as in a sentence."""
    told = record.period.words
    end = text(f"eind {told.nl}", f"at the end of {told.en}")
    return end if record.is_at_end else record.period.when


def counting(record: Record, *, dated: bool = False) -> Text:
    """How a figure relates to its period; with its day, if it is ``dated``.

    A day has no end that a number is of: it is as things stood that day.
    """
    if record.measure is not Measure.END_OF_PERIOD or record.period.kind != "day":
        return MEASURE[record.measure or Measure.UNSPECIFIED]
    day = record.period.words
    if dated:
        return text(f"stand op {day.nl}", f"as it stood on {day.en}")
    return text("stand op die dag", "as it stood that day")


PLACE = {  # the parts of a page, as the locators of kic's own dataset call them
    "inleiding": text("inleiding", "introduction"),
    "zorgen": text("zorgen", "concerns"),
    "cijfers": text("cijfers", "figures"),
    "lead": text("opening", "opening"),
    "slot": text("slot", "closing"),
}

UNCLEAR = text("onduidelijk", "unclear")

PER = {
    1000: text("Per 1.000", "Per 1,000"),
    10_000: text("Per 10.000", "Per 10,000"),
    100_000: text("Per 100.000", "Per 100,000"),
}

TALLY = (  # the codes of what is known of a theme in a region, and what is not
    *("with_number", "in_words"),
    *("not_national", "incomplete", "unavailable", "unclear", "concluded"),
)
TALLY_TOGETHER = ("with_number", "in_words", "not_national", "unavailable")  # that have a sign


def tallies(by: Text) -> dict[str, Text]:
    """What each code of a tally means, where it is ``by`` somebody that gaps are inferred."""
    return {
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
        "concluded": text(f"lacune: afgeleid door {by.nl}", f"gap: inferred by {by.en}"),
    }


def tallies_together(by: Text) -> dict[str, Text]:
    """What the codes mean that have a sign, each with those that share it."""
    several = text(
        f"lacune: niet landelijk, onvolledig, onduidelijk of afgeleid door {by.nl}",
        f"gap: not national, incomplete, unclear or inferred by {by.en}",
    )
    meanings = {
        **tallies(by),
        "with_number": text("een getal", "a number"),
        "not_national": several,
    }
    return {code: meanings[code] for code in TALLY_TOGETHER}


def drawn_as(code: str) -> str:
    """The code of a tally whose sign, one of ``TALLY_TOGETHER``, another one shares."""
    return code if code in TALLY_TOGETHER else "not_national"


SENTENCES_ONLY = text("genoemd, zonder getal of lacune", "mentioned, no number or gap")
NOTHING = text("niets in de bron", "nothing in the source")

VERDICT = {  # of a number in a text
    Verdict.DIFFERS: text("Anders dan in de bron", "Not as in the source"),
    Verdict.OTHER_YEAR_OR_REGION: text(
        "Van een ander jaar of een andere regio", "Of another year or region"
    ),
    Verdict.LOST_QUALIFIER: text("Zonder het voorbehoud van de bron", "Without its qualifier"),
    Verdict.CORRECTED: text(
        "Gecorrigeerd: een drukfout van de bron", "Corrected: a misprint of the source"
    ),
    Verdict.NONE_KNOWN: text(
        "Een getal waar de bron er geen heeft", "A number where the source has none"
    ),
    Verdict.MATCHES: text("Hetzelfde getal als in de bron", "The same number as in the source"),
    Verdict.ROUNDED: text("Afgerond", "Rounded"),
    Verdict.REVISED: text("Sindsdien herzien", "Revised since"),
}

FOUND_KIND = {
    "theme": text("thema", "theme"),
    "region": text("regio", "region"),
    "indicator": text("indicator", "indicator"),
    "statement": text("uitspraak", "statement"),
}
FOUND_KINDS = {
    "theme": text("Thema's", "Themes"),
    "region": text("Regio's", "Regions"),
    "indicator": text("Indicatoren", "Indicators"),
}


def statements_title(kinds: Iterable[StatementKind]) -> Text:
    """What stands above statements of these kinds."""
    match sorted({*kinds}):
        case [StatementKind.EVENT]:
            return text("Gebeurtenissen", "Events")
        case [StatementKind.FINDING]:
            return text("Bevindingen", "Findings")
        case [StatementKind.EVENT, StatementKind.FINDING]:
            return text("Gebeurtenissen en bevindingen", "Events and findings")
        case _:
            return text("Zorgen en ontwikkelingen", "Concerns and developments")


LOOSE: dict[Qualifier | None, tuple[Text, ...]] = {  # what people look for such a number by
    Qualifier.ESTIMATE: (text("een schatting", "an estimate"), text("geschat", "estimated")),
    Qualifier.ABOUT: (text("bij benadering", "approximate"),),
}

FOUND_IN = {  # where a word was found
    "id": text("id", "id"),
    "label": text("omschrijving", "label"),
    "alias": text("andere naam", "alias"),
    "theme": text("thema", "theme"),
    "region": text("regio", "region"),
    "period": text("periode", "period"),
    "population": text("populatie", "population"),
    "organisation": text("organisatie", "organisation"),
    "printed": text("gedrukt", "as printed"),
    "number": text("getal", "number"),
    "statement": text("uitspraak", "statement"),
    "gap": text("lacune", "gap"),
    "caution": text("let op", "caution"),
    "note": text("noot", "note"),
}

STROKE = {  # what a bar is drawn with, for whatever reason
    "full": text("het getal zelf", "the number itself"),
    "maybe": text("tussen ondergrens en bovengrens", "between the lower and the upper bound"),
    "open": text("minstens dit getal: geen bovengrens", "at least this: no upper bound"),
    "about": text(
        "bijna, ongeveer of naar schatting dit getal", "almost, about or by estimate this number"
    ),
    "disputed": text("niet bevestigd", "not confirmed"),
    "gap": text("geen getal", "no number"),
}

YES, NO = text("ja", "yes"), text("nee", "no")
BARS = text("Staven", "Bars")
SOURCE = text("Bron", "Source")

NOT_HERE = text("niet in deze dataset", "not in this dataset")
NOT_SHOWN = text("hier niet getoond", "not shown here")
GAPS = text("Lacunes", "Gaps")
NEXT_SOURCE = text(
    "andere publicatie: de telling kan verschillen",
    "another publication: the count may differ",
)
BREAK = text("breuk in de reeks", "break in the series")
ALL_HERE = text("alles op deze plaats", "everything at this place")
ALL_THEMES = text("Geen bepaald thema", "No single theme")

"""What the page says of its own, in both languages."""

from kic.model import Qualifier, Reason
from kic.model.wording import text

KICKER = text("Cijfers en lacunes", "Figures and gaps")
LEAD = text(
    "Alle cijfers van deze dataset, met hun eenheid, regio en periode, hoe precies ze zijn en "
    "waar ze in de bron staan. Wat volgens de bron niet bekend is, staat hier op de plaats van "
    "het getal.",
    "All figures of this dataset, with their unit, region and period, how exact they are and "
    "where they are printed. What is not known according to the source stands here in the place "
    "of the number.",
)
LEAD_SOME = text(
    "De cijfers van enkele thema's van deze dataset, met hun eenheid, regio en periode, hoe "
    "precies ze zijn en waar ze in de bron staan. Wat volgens de bron niet bekend is, staat hier "
    "op de plaats van het getal.",
    "The figures of some themes of this dataset, with their unit, region and period, how exact "
    "they are and where they are printed. What is not known according to the source stands here "
    "in the place of the number.",
)
COMPILED = text("Deze pagina", "This page")
COMPILED_WITH = text(
    "gemaakt met kic {version} uit de dataset; geen uitgave van {publisher}",
    "made with kic {version} from the dataset; not a publication of {publisher}",
)
PUBLISHED_BY = text("Cijfers van", "Figures by")
DATASET = text("Dataset", "Dataset")
VERSION = text("versie", "version")
ONLY = text("Alleen", "Only")

SKIP = text("Naar de inhoud", "Skip to the content")
CONTENTS = text("Inhoud", "Contents")

OVERVIEW = text("Overzicht", "Overview")
COUNTS = text("Hoeveel er per thema bekend is", "How much is known of each theme")
GRID = text("Wat waar bekend is, en wat niet", "What is known where, and what is not")
LEGEND = text("Wat de tekens betekenen", "What the signs mean")

READING = text("Zo leest u deze pagina", "How to read this page")
VALUES = text("Wat er als waarde kan staan", "What a value can be")
QUALIFIERS = {
    Qualifier.EXACT: text(
        "dit getal, zoals het in de bron staat; die zegt niet of het is afgerond",
        "this number, as printed; the source does not say whether it is rounded",
    ),
    Qualifier.AT_LEAST: text('dit getal of meer ("ruim")', 'this number or more ("ruim")'),
    Qualifier.MORE_THAN: text("meer dan dit getal", "more than this number"),
    Qualifier.AT_MOST: text(
        "dit getal of minder; het kan 0 zijn", "this number or less; it may be 0"
    ),
    Qualifier.LESS_THAN: text(
        "minder dan dit getal; het kan 0 zijn", "less than this number; it may be 0"
    ),
    Qualifier.ALMOST: text("net minder dan dit getal", "just less than this number"),
    Qualifier.RANGE: text(
        "tussen deze twee getallen, of een van beide", "between these two numbers, or one of them"
    ),
    Qualifier.ROUNDED: text(
        "een afgerond getal; het werkelijke kan iets hoger of lager liggen",
        "a rounded number; the true one may be somewhat higher or lower",
    ),
    Qualifier.ABOUT: text("een getal bij benadering", "an approximate number"),
    Qualifier.ESTIMATE: text("een schatting", "an estimate"),
    Qualifier.WORDS: text(
        "de bron geeft een woord en geen getal", "the source gives a word and no number"
    ),
}
REASONS = {
    Reason.NOT_NATIONAL: text(
        "volgens de bron zijn er geen (structurele) landelijke gegevens",
        "the source says there are no (systematic) national data",
    ),
    Reason.INCOMPLETE: text(
        "volgens de bron zijn er te weinig gegevens, of niet over iedereen",
        "the source says there are too little data, or not on everyone",
    ),
    Reason.UNAVAILABLE: text(
        "volgens de bron zijn er geen cijfers beschikbaar; dat betekent niet dat niemand ze heeft",
        "the source says no figures are available, which does not mean that nobody has them",
    ),
    Reason.UNCLEAR: text(
        "volgens de bron is het (nog) onduidelijk; wie het bijhoudt, zegt zij niet",
        "the source says it is unclear (as yet), without saying who records it",
    ),
    Reason.NOT_STATED: text(
        "deze bron geeft er geen getal bij; dat is iets anders dan een lacune",
        "this source gives no number for it, which is not the same as a gap",
    ),
    Reason.SUPPRESSED: text(
        "de bron heeft het getal en houdt het geheim",
        "the source has the number and keeps it secret",
    ),
}
READING_MORE = (
    text(
        "Een vindplaats als cijfers/3 is een plek in de bron, onder het thema: de lijst "
        "(inleiding, zorgen of cijfers) en het hoeveelste punt daarvan.",
        "A place such as cijfers/3 is a spot in the source, under the theme: the list "
        "(inleiding for the introduction, zorgen for the concerns, cijfers for the figures) "
        "and the number of the bullet.",
    ),
    text(
        "Staven beginnen bij nul. Wat alleen tussen twee grenzen bekend is, is gearceerd; een "
        "pijl zegt dat er geen bovengrens is. De getallen staan er steeds naast.",
        "Bars begin at zero. What is only known between two bounds is hatched; an arrow says "
        "that there is no upper bound. The numbers always stand beside them.",
    ),
)

FIGURES = text("Cijfers per thema", "Figures by theme")
FILTER = text("Kies wat er getoond wordt", "Choose what is shown")
THEME = text("Thema", "Theme")
REGION = text("Regio", "Region")
EVERY_THEME = text("Alles", "Everything")
EVERY_REGION = text("Alle regio's", "All regions")
RESET = text("Alles tonen", "Show everything")
# Completed in the browser, with the counts in the braces.
SHOWN_ALL = text(
    "Getallen: {all}. Zorgen en ontwikkelingen: {statements}.",
    "Numbers: {all}. Concerns and developments: {statements}.",
)
SHOWN_SOME = text(
    "Getallen: {shown} van {all}. Zorgen en ontwikkelingen: {statements}.",
    "Numbers: {shown} of {all}. Concerns and developments: {statements}.",
)
SHOWN_NONE = text(
    "De bron noemt hier geen getal. Zorgen en ontwikkelingen: {statements}.",
    "The source names no number here. Concerns and developments: {statements}.",
)

KNOWN = text("Wat bekend is", "What is known")
GAPS = text("Wat niet bekend is", "What is not known")
COMPARED = text("In de tijd", "Over time")
REGIONS = text("Regio's naast elkaar", "Regions side by side")
SILENT = text(
    "deze bron noemt er niets over. Of iemand er iets over bijhoudt, is niet bekend.",
    "this source says nothing. Whether anyone records anything is not known.",
)
WORDED = text(
    "deze bron zegt er iets over, maar noemt geen cijfer en geen lacune.",
    "this source discusses it, but gives no figure and mentions no gap.",
)

CORRECTED = text("Wat is gecorrigeerd, en waarom", "What was corrected, and why")
UNCORRECTED = text(
    "Geen van deze getallen is gecorrigeerd: alle staan er zoals in de bron.",
    "None of these numbers was corrected: all are as in the source.",
)

CITING = text("Zo verwijst u hiernaar", "How to cite")
CITE_WHOLE = text("Het geheel:", "The whole:")
CITE_FIGURE = text(
    "Eén cijfer, met alles wat een lezer nodig heeft om het te vinden en te wegen:",
    "One figure, with all that a reader needs to find and to judge it:",
)

SOURCES = text("Bronnen", "Sources")
LICENSED = text(
    "De gegevens zijn vrij te gebruiken onder de licentie {license}, met vermelding van "
    "{publisher} als bron van de cijfers.",
    "The data may be used freely under the licence {license}, naming {publisher} as the "
    "source of the figures.",
)
LICENSED_OTHERWISE = text(
    "Voor de gegevens geldt de licentie {license}.", "The licence of the data is {license}."
)

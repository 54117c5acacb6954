"""What the page says of its own, in both languages."""

from kic.model import Qualifier, Reason
from kic.model.wording import PER, text

# The headline; the counts in it add up.
OF_INDICATORS = text(
    "Van de {n} indicatoren hier geeft de bron ", "Of the {n} indicators here the source gives "
)
OF_INDICATORS_SEVERAL = text(
    "Van de {n} indicatoren hier geven de bronnen ", "Of the {n} indicators here the sources give "
)
OF_ONE = text("Van 1 indicator hier geeft de bron ", "Of 1 indicator here the source gives ")
FOR_SOME = text("bij {n} {what}", "{what} for {n}")
LAST = text(", ", ", and ")
HEADLINE = {
    "with_number": text("een getal", "a number"),
    "in_words": text("alleen een woord of een richting", "only a word or a direction"),
    "neither": text("geen van beide", "neither"),
}

SKIP = text("Naar de cijfers", "To the figures")
GRID = text("Waar staat een getal, en waar niet?", "Where is a number, and where is none?")
ONE_EACH = text(
    "Een teken per getal, woord of lacune; een indicator kan er meer dan één hebben.",
    "A sign for each number, word or gap; an indicator may have more than one.",
)
GAP = text("lacune", "gap")
THEME = text("Thema", "Theme")
REGION = text("Regio", "Region")

FIGURES = text("Cijfers en lacunes per thema", "Figures and gaps by theme")
FILTER = text("Zoek en kies wat er getoond wordt", "Search and choose what is shown")
SEARCH = text("Zoek", "Search")
EVERYTHING = text("Alle thema's", "All themes")
EVERY_REGION = text("Alle regio's", "All regions")
RESET = text("Alles tonen", "Show everything")
CSV = text("Bewaar als CSV", "Save as CSV")
# Completed in the browser, with the counts in the braces.
SHOWN_ALL = text("{all} indicatoren", "{all} indicators")
SHOWN_SOME = text("{shown} van {all} indicatoren", "{shown} of {all} indicators")
SHOWN_NONE = text("Niets gevonden", "Nothing found")
COPIED = text("Gekopieerd", "Copied")
NOT_COPIED = text("Kopiëren lukte niet: selecteer de tekst.", "Copying failed: select the text.")
SAVED = text("Bewaard als CSV", "Saved as CSV")

ALIASES = text("Ook wel", "Also")
MISSING = text("Ontbreekt", "Missing")
PER_THOUSAND = PER[1000]
OVER_TIME = text("In de tijd", "Over time")
DETAILS = text("Vindplaats, letterlijk, verwijzen", "Place, words, citing")
COPY_CITATION = text("Kopieer verwijzing", "Copy citation")
COPY_LINK = text("Kopieer link", "Copy link")
STATEMENTS = text("Zorgen en ontwikkelingen", "Concerns and developments")
SILENT = text(
    "deze bron noemt er niets over. Of iemand er iets over bijhoudt, is niet bekend.",
    "this source says nothing. Whether anyone records anything is not known.",
)
WORDED = text(
    "deze bron zegt er iets over, maar noemt geen cijfer en geen lacune.",
    "this source discusses it, but gives no figure and mentions no gap.",
)

ABOUT = text("Over deze pagina", "About this page")
COMPILED_WITH = text("Gemaakt met kic", "Made with kic")
NOT_THEIRS = text(
    "kic is een programma voor cijfers met hun herkomst. De indicatoren zijn gekozen en genoemd "
    "door wie de dataset samenstelde; wat er van kic heet te zijn, staat niet in de bron maar is "
    "erin gelezen, berekend of gecorrigeerd. Geen uitgave van de bronnen hieronder.",
    "kic is a program for figures with their provenance. Whoever compiled the dataset chose and "
    "named the indicators; what is said to be from kic is not in the source but was read into it, "
    "calculated or corrected. Not a publication of the sources below.",
)
READING = text("Wat er als waarde kan staan", "What a value can be")
SOURCES = text("Bronnen", "Sources")
CITING = text("Zo verwijst u naar het geheel", "How to cite the whole")
VERSION = text("versie", "version")
LICENCE = text("Licentie van de gegevens", "Licence of the data")

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
    Qualifier.ALMOST: text(
        "net minder dan dit getal; onder nul net meer",
        "just less than this number; below zero just more",
    ),
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

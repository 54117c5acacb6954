"""What the page says of its own, in both languages."""

from kic.model import Qualifier, Reason
from kic.wording import text

KICKER = text("Cijfers en lacunes", "Figures and gaps")
LEAD = text(
    "Alle cijfers van deze dataset, met hun eenheid, regio en periode, hoe precies ze zijn en "
    "waar ze gedrukt staan. Wat niemand bijhoudt, staat hier op de plaats van het getal: wat "
    "niet bekend is, wordt niet beter.",
    "All figures of this dataset, with their unit, region and period, how exact they are and "
    "where they are printed. What nobody registers stands here in the place of the number: "
    "what is not known is not improved.",
)
LEAD_SOME = text(
    "De cijfers van enkele thema's van deze dataset, met hun eenheid, regio en periode, hoe "
    "precies ze zijn en waar ze gedrukt staan. Wat niemand bijhoudt, staat hier op de plaats "
    "van het getal: wat niet bekend is, wordt niet beter.",
    "The figures of some themes of this dataset, with their unit, region and period, how exact "
    "they are and where they are printed. What nobody registers stands here in the place of "
    "the number: what is not known is not improved.",
)
COMPILED = text("Deze pagina", "This page")
COMPILED_WITH = text(
    "gemaakt met kic {version} uit de dataset; geen uitgave van {publisher}",
    "made with kic {version} from the dataset; no publication of {publisher}",
)
PUBLISHED_BY = text("Cijfers van", "Figures by")
DATASET = text("Dataset", "Dataset")
VERSION = text("versie", "version")
ONLY = text("Alleen", "Only")

SKIP = text("Naar de inhoud", "Skip to the content")
CONTENTS = text("Inhoud", "Contents")

OVERVIEW = text("Overzicht", "Overview")
COUNTS = text("Hoeveel er per thema bekend is", "How much is known of each theme")
GRID = text("Wat waar wordt geregistreerd", "What is registered where")
LEGEND = text("Wat de bolletjes betekenen", "What the dots mean")

READING = text("Zo leest u deze pagina", "How to read this page")
VALUES = text("Op de plaats van een getal", "In the place of a number")
QUALIFIERS = {
    Qualifier.EXACT: text(
        "dit getal, zoals het gedrukt staat; de bron zegt niet of het is afgerond",
        "this number, as printed; the source does not say whether it is rounded",
    ),
    Qualifier.AT_LEAST: text(
        "minstens dit getal; de bron rondde het naar beneden af",
        "at least this number; the source rounded it down",
    ),
    Qualifier.LESS_THAN: text(
        "een klein getal dat de bron niet precies vrijgeeft; het kan 0 zijn",
        "a small number that the source does not release; it may be 0",
    ),
    Qualifier.ROUNDED: text(
        "een afgerond getal; het werkelijke kan iets hoger of lager liggen",
        "a rounded number; the true one may be somewhat higher or lower",
    ),
    Qualifier.ESTIMATE: text("een schatting", "an estimate"),
    Qualifier.WORDS: text(
        "de bron geeft een woord en geen getal", "the source gives a word and no number"
    ),
}
REASONS = {
    Reason.NOT_REGISTERED: text(
        "volgens de bron zijn er geen cijfers", "according to the source there are no figures"
    ),
    Reason.PARTIALLY_REGISTERED: text(
        "sommigen houden het bij, maar niet overal of niet voor iedereen",
        "some keep it, but not everywhere or not for everyone",
    ),
    Reason.UNCLEAR: text(
        "misschien houdt iemand het bij, maar de uitkomst is niet bekend",
        "it may be kept, but the outcome is not known",
    ),
    Reason.NOT_STATED: text(
        "deze bron drukt het niet af; dat is iets anders dan een lacune",
        "this source does not print it, which is not the same as a gap",
    ),
}
READING_MORE = (
    text(
        "De letters in de kolom Code verwijzen naar een uitleg onder elke groep tabellen, de "
        "nummers naar noten. Hoofdletters zijn de codes van statistische bureaus (SDMX).",
        "The letters in the column Code refer to an explanation below each group of tables, "
        "the numbers to notes. Capitals are the codes of statistical offices (SDMX).",
    ),
    text(
        "Een vindplaats als migratie/cijfers/3 is een plek op de bronpagina: het thema, de "
        "lijst daaronder (inleiding, zorgen of cijfers) en het hoeveelste punt van die lijst.",
        "A place such as migratie/cijfers/3 is a spot on the source page: the theme, the list "
        "under it (inleiding for the introduction, zorgen for the concerns, cijfers for the "
        "figures) and the number of the bullet.",
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
# Completed in the browser, with the numbers of rows in the braces.
SHOWN_ALL = text(
    "Cijfers en lacunes: {all}. Zorgen en ontwikkelingen: {statements}.",
    "Figures and gaps: {all}. Concerns and developments: {statements}.",
)
SHOWN_SOME = text(
    "Cijfers en lacunes: {shown} van {all}, met een getal: {numbers}. "
    "Zorgen en ontwikkelingen: {statements}.",
    "Figures and gaps: {shown} of {all}, with a number: {numbers}. "
    "Concerns and developments: {statements}.",
)
SHOWN_NONE = text(
    "De pagina noemt hier geen cijfer en geen lacune. Zorgen en ontwikkelingen: {statements}.",
    "The page names no figure and no gap here. Concerns and developments: {statements}.",
)

NUMBERS = text("Cijfers", "Figures")
GAPS = text(
    "Wat niet, of niet overal, wordt bijgehouden", "What is not registered, or not everywhere"
)
COMPARED = text("In de tijd", "Over time")
STATEMENTS = text("Zorgen en ontwikkelingen", "Concerns and developments")
SILENT = text(
    "de pagina zwijgt over dit thema. Of iemand er iets over bijhoudt, is niet bekend.",
    "the page is silent on this theme. It is not known whether anybody registers anything.",
)
WORDED = text(
    "de pagina zegt er iets over in woorden, maar noemt geen cijfer en geen lacune.",
    "the page says something of it in words, but names no figure and no gap.",
)

CORRECTED = text("Wat is gecorrigeerd, en waarom", "What was corrected, and why")
UNCORRECTED = text(
    "Geen van deze getallen is gecorrigeerd: alle staan er zoals de bron ze drukt.",
    "None of these numbers was corrected: all stand as the source prints them.",
)
PRINTED = text("Gedrukt staat", "Printed")
CORRECT = text("Gecorrigeerd tot", "Corrected to")
WHY = text("Waarom", "Why")
AUTHORITY = text("Op gezag van", "On whose authority")
PLACE = text("Vindplaats", "Place")

CITING = text("Zo verwijst u hiernaar", "How to cite")
CITE_WHOLE = text("Het rapport met al zijn cijfers:", "The report with all its figures:")
CITE_FIGURE = text(
    "Eén cijfer, met alles wat een lezer nodig heeft om het te vinden en te wegen:",
    "One figure, with all that a reader needs to find and to judge it:",
)

SOURCES = text("Bronnen", "Sources")
UNDATED = text("zonder datum", "undated")
LICENSED = text(
    "De gegevens zijn vrij te gebruiken onder de licentie {license}, met vermelding van "
    "{publisher} als bron van de cijfers.",
    "The data may be used freely under the licence {license}, naming {publisher} as the "
    "source of the figures.",
)
LICENSED_OTHERWISE = text(
    "Voor de gegevens geldt de licentie {license}.", "The licence of the data is {license}."
)

MONTHS = {
    "nl": (
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}

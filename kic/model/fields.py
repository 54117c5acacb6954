"""What every field of a record is called and means: told once, for all that publish it.

Headings, the JSON Schema of the output and the metadata of every export come from here.
The terms in brackets are those of SDMX.
"""

from typing import get_args

from kic.model import (
    GapKind,
    Inferred,
    Measure,
    Qualifier,
    Reason,
    Registration,
    StatementKind,
    Status,
    Trend,
    UnitKind,
)
from kic.model.computed import COMPUTED
from kic.model.field import Field
from kic.model.wording import FOUND_IN, text

FIELDS = {
    "theme": Field(
        text("Thema", "Theme"), "The theme it belongs to; none for what concerns them all.", "id"
    ),
    "indicator": Field(
        text("Indicator", "Indicator"),
        "What is counted (the measured concept), by its id.",
        "id",
        required=True,
    ),
    "label": Field(text("Omschrijving", "Label"), "What it is called.", "text", required=True),
    "region": Field(
        text("Regio", "Region"), "The area it is about (REF_AREA).", "id", required=True
    ),
    "period": Field(
        text("Periode", "Period"),
        "The time it is about (TIME_PERIOD): 2020, 2021-S1 for a half-year, 2021-Q1, 2020-08, "
        "2020-08-01, 2019/2020 school for a school year, or 2017/2018 for a total over years; "
        "unknown where the source does not tell, and none where there is no figure that could "
        "have one.",
        "period",
    ),
    "value": Field(
        text("Waarde", "Value"),
        "The number (OBS_VALUE), in its unit; none where there is none, and reason says why.",
        "number",
    ),
    "lower": Field(
        text("Ondergrens", "Lower bound"),
        "The lower bound that the source states, or that follows from the kind of unit or from "
        "rounding; itself excluded for more_than, and for almost below 0; not a limit on the true "
        "number.",
        "number",
    ),
    "upper": Field(
        text("Bovengrens", "Upper bound"),
        "The upper bound that the source states, or that follows from the kind of unit or from "
        "rounding; itself excluded for less_than, and for almost from 0 up; not a limit on the "
        "true number.",
        "number",
    ),
    "qualifier": Field(
        text("Nauwkeurigheid", "Qualifier"),
        "How exactly the source gives the number.",
        codes=tuple(Qualifier),
    ),
    "unit": Field(text("Eenheid", "Unit"), "What the value counts (UNIT_MEASURE).", "id"),
    "status": Field(
        text("Status", "Status"),
        "Observation status (OBS_STATUS, code list CL_OBS_STATUS): A normal, B break in the "
        "series, E estimated, O missing, P provisional, Q suppressed (where the source says so), "
        "V unvalidated.",
        codes=tuple(Status),
        required=True,
    ),
    "registration": Field(
        text("Registratie", "Registration"),
        "What the source itself says about how it is recorded: national, not_national (not, or "
        "not structurally, at the national level), incomplete (not of everybody or everywhere), "
        "unavailable (this source has no figures, which does not mean that nobody has them), or "
        "unstated (not a word on it).",
        codes=tuple(Registration),
        required=True,
    ),
    "reason": Field(text("Reden", "Reason"), "Why there is no number.", codes=tuple(Reason)),
    "as_printed": Field(
        text("Letterlijk", "As printed"), "The words of the source that hold the figure."
    ),
    "locator": Field(
        text("Vindplaats", "Locator"),
        "Where on the source page: theme, list and number of the bullet.",
    ),
    "source": Field(
        text("Bron", "Source"), "The publication it comes from, by its id.", "id", required=True
    ),
    "correction": Field(
        text("Correctie", "Correction"),
        "Why the value differs from what is printed, and the source that says so.",
        "text",
    ),
    "notes": Field(
        text("Noten", "Notes"), "What a reader needs to know about it.", "texts", required=True
    ),
    "cautions": Field(
        text("Let op", "Cautions"),
        "What changes how the number may be used.",
        "texts",
        required=True,
    ),
    "inferred": Field(
        text("Afgeleid", "Inferred"),
        "What the source does not print and was inferred: period, measure, status or breaks.",
        "list",
        get_args(Inferred),
        required=True,
    ),
    "measure": Field(
        text("Telwijze", "Measure"),
        "How the figure relates to its period.",
        codes=tuple(Measure),
    ),
    "population": Field(text("Populatie", "Population"), "Who or what is counted.", "text"),
    "registered_by": Field(
        text("Geregistreerd door", "Recorded by"),
        "The organisation that registers the number, only where the source says that it does.",
        "id",
    ),
    "named": Field(
        text("Genoemd", "Named"),
        "The organisations that the source names with it, and as what.",
        "texts",
        required=True,
    ),
    "trend": Field(
        text("Richting", "Trend"),
        "The direction that the source gives; usually compared with the period before.",
        codes=tuple(Trend),
    ),
    "trend_as_printed": Field(
        text("Richting letterlijk", "Trend as printed"),
        "The part of as_printed that tells the direction.",
    ),
    "words": Field(
        text("In woorden", "In words"),
        "The word that the source gives instead of a number.",
        "text",
    ),
    "repeated": Field(
        text("Ook op", "Also at"),
        "Other places where the source gives the same figure.",
        "texts",
        required=True,
    ),
    "earlier": Field(
        text("Eerder", "Earlier"),
        "What earlier editions gave, where a later one revised it or said more of it.",
        "texts",
        required=True,
    ),
    "gap": Field(
        text("Lacune", "Gap"),
        "On whose word something is not known here: stated by the source, called unclear by it, "
        "or concluded by kic; none where no gap is told.",
        codes=tuple(GapKind),
    ),
    "missing": Field(text("Wat niet bekend is", "Not known"), "What is not known.", "text"),
    "gap_as_printed": Field(
        text("Letterlijk, lacune", "Gap as printed"),
        "How strongly the source puts it, to the letter.",
    ),
    "gap_translation": Field(
        text("Vertaling, lacune", "Gap translated"), "The same in the other language."
    ),
    "since": Field(text("Hoelang", "For how long"), "As the source puts it.", "text"),
    "indicators": Field(
        text("Indicatoren", "Indicators"),
        "How many indicators there are.",
        "count",
        required=True,
    ),
    "with_number": Field(
        text("Met getal", "With a number"),
        "How many indicators have a number.",
        "count",
        required=True,
    ),
    "in_words": Field(
        text("In woorden", "In words"),
        "How many indicators have only a word or a direction.",
        "count",
        required=True,
    ),
    "neither": Field(
        text("Geen van beide", "Neither"),
        "How many indicators have no number, no word and no direction.",
        "count",
        required=True,
    ),
    "gaps": Field(
        text("Lacunes", "Gaps"), "How many gaps there are, of every kind.", "count", required=True
    ),
    "statements": Field(
        text("Uitspraken", "Statements"),
        "How many statements there are.",
        "count",
        required=True,
    ),
    "not_national": Field(
        text("Niet landelijk", "Not national"),
        "How many gaps the source states as not kept at the national level.",
        "count",
        required=True,
    ),
    "incomplete": Field(
        text("Onvolledig", "Incomplete"),
        "How many gaps the source states as incomplete.",
        "count",
        required=True,
    ),
    "unavailable": Field(
        text("Geen cijfers", "No figures"),
        "How many gaps the source states as having no figures.",
        "count",
        required=True,
    ),
    "unclear": Field(
        text("Onduidelijk", "Unclear"),
        "How many gaps the source calls unclear.",
        "count",
        required=True,
    ),
    "concluded": Field(
        text("Afgeleid", "Concluded"), "How many gaps kic concludes.", "count", required=True
    ),
    "regions": Field(
        text("Regio's", "Regions"), "The regions with figures.", "texts", required=True
    ),
    **COMPUTED,
    "kind": Field(
        text("Soort", "Kind"),
        "What it is: a theme, a region, an indicator or a statement; a concern, a development, an "
        "event or a finding; a count, a duration, a share, a rate or money; how a gap is known.",
        codes=("theme", "region", "indicator", "statement", *StatementKind, *UnitKind, *GapKind),
        required=True,
    ),
    "per": Field(text("Per", "Per"), "How many a rate is of, as 1000.", "count"),
    "currency": Field(text("Valuta", "Currency"), "The currency, by its ISO 4217 code."),
    "id": Field(text("Id", "Id"), "What it is called in commands and files.", "id", required=True),
    "later": Field(
        text("Later", "Later"),
        "A later period for which the source gives no number.",
        "period",
    ),
    "matched": Field(
        text("Gevonden in", "Found in"),
        "Where the words were found.",
        codes=tuple(FOUND_IN),
        required=True,
    ),
    "match": Field(text("Tekst", "Text"), "The text that the words were found in.", required=True),
    "date": Field(text("Datum", "Date"), "When it happened.", "period"),
    "summary": Field(
        text("Samenvatting", "Summary"), "What the source says, in other words.", "text"
    ),
    "aliases": Field(text("Ook bekend als", "Aliases"), "Other names people use for it."),
    "subset_of": Field(text("Deel van", "Part of"), "The indicator it is a part of.", "id"),
    "target_of": Field(text("Doel van", "Target of"), "The indicator it is the target of.", "id"),
    "related_to": Field(text("Verwant", "Related"), "Indicators that measure something near."),
    "breakdown": Field(
        text("Verdeling", "Breakdown"), "Shares with the same name divide one whole.", "id"
    ),
    "ages": Field(
        text("Leeftijd", "Ages"), "The ages counted, in completed years: 0-17 is under 18."
    ),
    "denominator_for": Field(
        text("Noemer voor", "Denominator for"),
        "The units whose figures it may divide, for a rate: it counts the whole population.",
    ),
    "note": Field(text("Noot", "Note"), "What a reader needs to know about it.", "text"),
    "code": Field(text("Code", "Code"), "The code of ISO 3166, or of the code_list, if any."),
    "code_list": Field(
        text("Codelijst", "Code list"),
        "The list that the code is of, as CBS or NUTS; without any it is ISO 3166.",
    ),
    "publisher": Field(text("Uitgever", "Publisher"), "Who published it."),
    "title": Field(text("Titel", "Title"), "What the publication is called."),
    "published": Field(
        text("Verschenen", "Published"), "When it was published: a day, month or year.", "date"
    ),
    "url": Field(text("Adres", "Address"), "Where it can be read."),
    "correction_source": Field(
        text("Bron van correctie", "Source of correction"), "The source that says so.", "id"
    ),
    "about_data": Field(
        text("Over gegevens", "About data"), "Whether it says what is known.", "flag"
    ),
    "short": Field(
        text("Kort", "Short"), "The label for tables and pictures, at most 40 characters.", "text"
    ),
    "form": Field(
        text("Vorm", "Form"), "What the source is, where it is not the work itself.", "text"
    ),
    "caution": Field(
        text("Let op", "Caution"), "What changes how the number may be used.", "text"
    ),
    "caution_source": Field(
        text("Bron van let op", "Source of the caution"),
        "The source of what the caution says, where it is another.",
        "id",
    ),
    "note_source": Field(
        text("Bron van noot", "Source of the note"), "The source of what the note says.", "id"
    ),
    "no_rate": Field(text("Geen verhouding", "No rate"), "Why no rate can be calculated.", "text"),
    "part_of": Field(text("Deel van", "Part of"), "The region it is a part of.", "id"),
}

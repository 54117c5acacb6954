"""The fields of what kic computes: changes, rates and shares, differences, and verdicts."""

from typing import get_args

from kic.model.codes import PARTS, DifferenceKind, Qualifier, Verdict
from kic.model.field import Field
from kic.model.wording import text

COMPUTED = {
    "change_from": Field(
        text("Verandering vanaf", "Change from"),
        "The period that the change is counted from.",
        "period",
    ),
    "change_absolute": Field(
        text("Verschil", "Difference"), "The change, in the unit; for a share in points.", "number"
    ),
    "change_absolute_lower": Field(
        text("Verschil, ondergrens", "Difference, lower bound"), "It is not below this.", "number"
    ),
    "change_absolute_upper": Field(
        text("Verschil, bovengrens", "Difference, upper bound"), "It is not above this.", "number"
    ),
    "change_percent": Field(
        text("Procent", "Per cent"), "The change as a percentage of the earlier number.", "number"
    ),
    "change_percent_lower": Field(
        text("Procent, ondergrens", "Per cent, lower bound"), "It is not below this.", "number"
    ),
    "change_percent_upper": Field(
        text("Procent, bovengrens", "Per cent, upper bound"), "It is not above this.", "number"
    ),
    "change_percentage_points": Field(
        text("In procentpunten", "In percentage points"),
        "Whether the difference is one between percentages.",
        "flag",
    ),
    "change_direction": Field(
        text("Richting verschil", "Direction"),
        "up, down or stable, or unclear where the bounds leave it open, the series breaks or the "
        "two are counted differently; none where they do not compare.",
        codes=("up", "down", "stable", "unclear"),
    ),
    "change_notes": Field(
        text("Noten bij verschil", "Notes on the change"),
        "What limits the change.",
        "texts",
        required=True,
    ),
    "ratio": Field(
        text("Verhouding", "Ratio"),
        "A rate of the population, or a share of a whole: so many of every ratio_per.",
        "number",
    ),
    "ratio_lower": Field(
        text("Verhouding, ondergrens", "Ratio, lower bound"), "It is not below this.", "number"
    ),
    "ratio_upper": Field(
        text("Verhouding, bovengrens", "Ratio, upper bound"), "It is not above this.", "number"
    ),
    "ratio_per": Field(
        text("Per", "Per"),
        "How many it is of: 1000 and so on for a rate, 100 for a share.",
        "count",
    ),
    "ratio_of": Field(
        text("Verhouding tot", "Ratio to"),
        "The indicator that it is divided by.",
        "id",
    ),
    "ratio_of_period": Field(
        text("Periode van het geheel", "Period of the whole"),
        "The period of what it is divided by.",
        "period",
    ),
    "ratio_notes": Field(
        text("Noten bij verhouding", "Notes on the ratio"),
        "What limits the ratio, or why there is none.",
        "texts",
        required=True,
    ),
    "difference": Field(
        text("Verschil", "Difference"),
        "What two datasets say otherwise: a gap that is new, that a number closed, that is no "
        "longer told (untold), that has a first number beside it (answered) or that is told in "
        "other words (retold); a figure that was revised, corrected, is more or less certain "
        "(qualifier), was added or is gone; a definition; a statement; or texts of the dataset "
        "that are reworded, which changes none of these.",
        codes=get_args(DifferenceKind),
        required=True,
    ),
    "part": Field(
        text("Waarvan", "Part"),
        "What the difference is about.",
        codes=PARTS,
        required=True,
    ),
    "fields": Field(
        text("Velden", "Fields"),
        "The fields that differ, with both values.",
        "texts",
        required=True,
    ),
    "old": Field(
        text("Eerst", "Old"), "What the older dataset has in the place of the figure.", "text"
    ),
    "old_value": Field(text("Eerst, waarde", "Old value"), "The number before.", "number"),
    "old_lower": Field(
        text("Eerst, ondergrens", "Old lower bound"), "The lower bound before.", "number"
    ),
    "old_upper": Field(
        text("Eerst, bovengrens", "Old upper bound"), "The upper bound before.", "number"
    ),
    "old_qualifier": Field(
        text("Eerst, nauwkeurigheid", "Old qualifier"),
        "How exactly the number was given before.",
        codes=tuple(Qualifier),
    ),
    "old_unit": Field(text("Eerst, eenheid", "Old unit"), "What it counted before.", "id"),
    "verdict": Field(
        text("Oordeel", "Verdict"),
        "What a number of a text is beside the figure that it is about: the same (matches), "
        "within its rounding, as it was before it was revised, without the qualifier of the "
        "source, of another year or region, a misprint that is corrected, different; or a number "
        "where the source has none.",
        codes=tuple(Verdict),
        required=True,
    ),
    "written": Field(text("Getal", "Number"), "The number, as the text has it.", required=True),
    "sentence": Field(
        text("Zin", "Sentence"), "The sentence of the text that it stands in.", required=True
    ),
    "line": Field(
        text("Regel", "Line"), "The line of the text that it is on.", "count", required=True
    ),
    "other_region": Field(
        text("Andere regio", "Other region"),
        "The region whose number it is, where that or its period is another one.",
        "id",
    ),
    "other_period": Field(
        text("Andere periode", "Other period"),
        "The period whose number it is, where that or its region is another one.",
        "period",
    ),
}

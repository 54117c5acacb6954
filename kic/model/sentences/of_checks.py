"""What is said of a text that is held against a dataset."""

SENTENCES = {
    "number_one": ("{numbers} getal", "{numbers} number"),
    "number_many": ("{numbers} getallen", "{numbers} numbers"),
    # How many there are of each verdict
    "counted_matches": (
        "{matches} met hetzelfde getal als de bron",
        "{matches} with the same number as the source",
    ),
    "counted_rounded": ("{rounded} afgerond", "{rounded} rounded"),
    "counted_revised": ("{revised} sindsdien herzien", "{revised} revised since"),
    "counted_lost_qualifier": (
        "{lost_qualifier} zonder het voorbehoud van de bron",
        "{lost_qualifier} without its qualifier",
    ),
    "counted_other_year_or_region": (
        "{other_year_or_region} van een ander jaar of een andere regio",
        "{other_year_or_region} of another year or region",
    ),
    "counted_corrected": ("{corrected} gecorrigeerd", "{corrected} corrected"),
    "counted_differs": ("{differs} anders dan in de bron", "{differs} not as in the source"),
    "counted_none_known": (
        "{none_known} waar de bron geen getal heeft",
        "{none_known} where the source has no number",
    ),
    "counted_not_judged": ("{not_judged} niet beoordeeld", "{not_judged} not judged"),
    # What the source has
    "checked_against": ("In de bron: {label}, {what}.", "In the source: {label}, {what}."),
    "checked_mean": (
        "In de bron: {label}, gemiddeld {what}.",
        "In the source: {label}, on average {what}.",
    ),
    "checked_other": (
        "In de bron hoort {number} bij {of}.",
        "In the source {number} belongs to {of}.",
    ),
    "no_period": ("een jaar dat zij niet noemt", "a year that it does not give"),
    # What is not said
    "numbers_not_judged": (
        "Niet beoordeeld, omdat niet zeker is wat de zin ervan zegt: {numbers}.",
        "Not judged, as it is not certain what the sentence says of it: {numbers}.",
    ),
    "number_at_line": ("{number} (regel {line})", "{number} (line {line})"),
    "only_compared": (
        "kic vergelijkt getal, periode en regio met het cijfer ernaast, niet wat de zin "
        "verder zegt.",
        "kic compares number, period and region with the figure beside it, not what else the "
        "sentence says.",
    ),
    "not_as_in_source": (
        "Anders dan in deze bron is nog niet onjuist: een andere bron of telling kan anders zijn.",
        "Not as in this source is not yet wrong: another source or count may be different.",
    ),
}

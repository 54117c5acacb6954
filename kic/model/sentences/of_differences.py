"""What is said of two datasets side by side."""

SENTENCES = {
    # The line that answers
    "from_to": ("{what} (van {old} naar {new})", "{what} (from {old} to {new})"),
    "no_difference": (
        "Geen verschil in cijfers, lacunes, omschrijvingen en uitspraken",
        "No difference in figures, gaps, definitions and statements",
    ),
    "no_number_differs": (
        "Geen getal en geen lacune anders; {what}",
        "No number and no gap changed; {what}",
    ),
    "difference_one": ("{differences} verschil", "{differences} difference"),
    "difference_many": ("{differences} verschillen", "{differences} differences"),
    # How many there are of each kind
    "gap_opened_one": ("{gap_opened} lacune erbij", "{gap_opened} gap opened"),
    "gap_opened_many": ("{gap_opened} lacunes erbij", "{gap_opened} gaps opened"),
    "gap_closed_one": ("{gap_closed} lacune gesloten", "{gap_closed} gap closed"),
    "gap_closed_many": ("{gap_closed} lacunes gesloten", "{gap_closed} gaps closed"),
    "gap_untold_one": (
        "{gap_untold} lacune niet meer genoemd",
        "{gap_untold} gap no longer told",
    ),
    "gap_untold_many": (
        "{gap_untold} lacunes niet meer genoemd",
        "{gap_untold} gaps no longer told",
    ),
    "gap_answered_one": (
        "{gap_answered} lacune met nu een getal",
        "{gap_answered} gap with a number now",
    ),
    "gap_answered_many": (
        "{gap_answered} lacunes met nu een getal",
        "{gap_answered} gaps with a number now",
    ),
    "gap_retold_one": ("{gap_retold} lacune anders verwoord", "{gap_retold} gap told otherwise"),
    "gap_retold_many": (
        "{gap_retold} lacunes anders verwoord",
        "{gap_retold} gaps told otherwise",
    ),
    "revised_one": ("{revised} cijfer herzien", "{revised} figure revised"),
    "revised_many": ("{revised} cijfers herzien", "{revised} figures revised"),
    "corrected_one": ("{corrected} cijfer gecorrigeerd", "{corrected} figure corrected"),
    "corrected_many": ("{corrected} cijfers gecorrigeerd", "{corrected} figures corrected"),
    "qualifier_one": (
        "{qualifier} cijfer meer of minder zeker",
        "{qualifier} figure more or less certain",
    ),
    "qualifier_many": (
        "{qualifier} cijfers meer of minder zeker",
        "{qualifier} figures more or less certain",
    ),
    "definition_one": ("{definition} omschrijving anders", "{definition} definition changed"),
    "definition_many": (
        "{definition} omschrijvingen anders",
        "{definition} definitions changed",
    ),
    "added_one": ("{added} cijfer erbij", "{added} figure added"),
    "added_many": ("{added} cijfers erbij", "{added} figures added"),
    "gone_one": ("{gone} cijfer weg", "{gone} figure gone"),
    "gone_many": ("{gone} cijfers weg", "{gone} figures gone"),
    "statement_added_one": (
        "{statement_added} uitspraak erbij",
        "{statement_added} statement added",
    ),
    "statement_added_many": (
        "{statement_added} uitspraken erbij",
        "{statement_added} statements added",
    ),
    "statement_gone_one": ("{statement_gone} uitspraak weg", "{statement_gone} statement gone"),
    "statement_gone_many": (
        "{statement_gone} uitspraken weg",
        "{statement_gone} statements gone",
    ),
    "reworded_one": ("{reworded} tekst anders verwoord", "{reworded} text reworded"),
    "reworded_many": ("{reworded} teksten anders verwoord", "{reworded} texts reworded"),
    # Of a gap
    "numbers_now": ("Nu: {numbers}.", "Now: {numbers}."),
    "numbers_before": ("Eerst: {numbers}.", "Before: {numbers}."),
    "no_number_came": (
        "Er kwam geen getal voor in de plaats.",
        "No number came in its place.",
    ),
    "not_all_known": (
        "Een getal bij een lacune zegt niet dat alles bekend is wat ontbrak.",
        "A number where there was a gap does not mean that all that was missing is known.",
    ),
    # Of a figure or a definition
    "field_changed": ("{field}: was {old}, is nu {new}.", "{field}: was {old}, is now {new}."),
    "field_added": ("{field}: nu {new}.", "{field}: now {new}."),
    "field_gone": (
        "{field}: {old}, nu niet meer vermeld.",
        "{field}: {old}, no longer given.",
    ),
    "organisation": ("Organisatie", "Organisation"),
    "rows_of_diff": ("Verschillen", "Differences"),
}

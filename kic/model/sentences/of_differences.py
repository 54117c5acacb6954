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
    "gap_opened_one": ("{gap_openeds} lacune erbij", "{gap_openeds} gap opened"),
    "gap_opened_many": ("{gap_openeds} lacunes erbij", "{gap_openeds} gaps opened"),
    "gap_closed_one": ("{gap_closeds} lacune gesloten", "{gap_closeds} gap closed"),
    "gap_closed_many": ("{gap_closeds} lacunes gesloten", "{gap_closeds} gaps closed"),
    "gap_untold_one": (
        "{gap_untolds} lacune niet meer genoemd",
        "{gap_untolds} gap no longer told",
    ),
    "gap_untold_many": (
        "{gap_untolds} lacunes niet meer genoemd",
        "{gap_untolds} gaps no longer told",
    ),
    "gap_answered_one": (
        "{gap_answereds} lacune met nu een getal",
        "{gap_answereds} gap with a number now",
    ),
    "gap_answered_many": (
        "{gap_answereds} lacunes met nu een getal",
        "{gap_answereds} gaps with a number now",
    ),
    "gap_retold_one": ("{gap_retolds} lacune anders verwoord", "{gap_retolds} gap told otherwise"),
    "gap_retold_many": (
        "{gap_retolds} lacunes anders verwoord",
        "{gap_retolds} gaps told otherwise",
    ),
    "revised_one": ("{reviseds} cijfer herzien", "{reviseds} figure revised"),
    "revised_many": ("{reviseds} cijfers herzien", "{reviseds} figures revised"),
    "corrected_one": ("{correcteds} cijfer gecorrigeerd", "{correcteds} figure corrected"),
    "corrected_many": ("{correcteds} cijfers gecorrigeerd", "{correcteds} figures corrected"),
    "qualifier_one": (
        "{qualifiers} cijfer meer of minder zeker",
        "{qualifiers} figure more or less certain",
    ),
    "qualifier_many": (
        "{qualifiers} cijfers meer of minder zeker",
        "{qualifiers} figures more or less certain",
    ),
    "definition_one": ("{definitions} omschrijving anders", "{definitions} definition changed"),
    "definition_many": (
        "{definitions} omschrijvingen anders",
        "{definitions} definitions changed",
    ),
    "added_one": ("{addeds} cijfer erbij", "{addeds} figure added"),
    "added_many": ("{addeds} cijfers erbij", "{addeds} figures added"),
    "gone_one": ("{gones} cijfer weg", "{gones} figure gone"),
    "gone_many": ("{gones} cijfers weg", "{gones} figures gone"),
    "statement_added_one": (
        "{statement_addeds} uitspraak erbij",
        "{statement_addeds} statement added",
    ),
    "statement_added_many": (
        "{statement_addeds} uitspraken erbij",
        "{statement_addeds} statements added",
    ),
    "statement_gone_one": ("{statement_gones} uitspraak weg", "{statement_gones} statement gone"),
    "statement_gone_many": (
        "{statement_gones} uitspraken weg",
        "{statement_gones} statements gone",
    ),
    "reworded_one": ("{rewordeds} tekst anders verwoord", "{rewordeds} text reworded"),
    "reworded_many": ("{rewordeds} teksten anders verwoord", "{rewordeds} texts reworded"),
    # Of a gap
    "numbers_now": ("Nu: {numbers}.", "Now: {numbers}."),
    "numbers_before": ("Eerst: {numbers}.", "Before: {numbers}."),
    "no_number_came": ("Er kwam geen getal.", "No number came."),
    "not_all_known": (
        "Een getal bij een lacune zegt niet dat alles bekend is wat ontbrak.",
        "A number where there was a gap does not mean that all that was missing is known.",
    ),
    # Of a figure or a definition
    "field_changed": ("{field}: was {old}, is nu {new}.", "{field}: was {old}, is now {new}."),
    "field_added": ("{field}: nu {new}.", "{field}: now {new}."),
    "field_gone": ("{field}: niet meer {old}.", "{field}: no longer {old}."),
    "organisation": ("Organisatie", "Organisation"),
    "rows_of_diff": ("Verschillen", "Differences"),
}

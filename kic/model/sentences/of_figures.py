"""What is said of a figure, a number or an indicator."""

SENTENCES = {
    # Of a figure
    "as_kic_reads": ("{text} (afgeleid door kic)", "{text} (inferred by kic)"),
    "corrected": (
        '{reason} In de bron staat "{printed}"; gecorrigeerd volgens {origin}.',
        '{reason} The source has "{printed}"; corrected according to {origin}.',
    ),
    "is_not_printed": (
        "Gecorrigeerd volgens {by}: in de bron staat {printed}.",
        "Corrected according to {by}: the source has {printed}.",
    ),
    "revised": ("Herzien: eerder{printed} in {source}.", "Revised: earlier{printed} in {source}."),
    "replaced": ("Uit: {source}.", "From: {source}."),
    "elsewhere": ("Andere bron: {publisher}.", "Another source: {publisher}."),
    "in_source": ("In de bron: {words}.", "In the source: {words}."),
    "also_at": ('Ook op {place}: "{words}".', 'Also at {place}: "{words}".'),
    "target": (
        "{done} van de {planned} beoogde.",
        "{done} of the {planned} planned.",
    ),
    "not_confirmed": (
        "Niet bevestigd, volgens de bron zelf.",
        "Not confirmed, says the source itself.",
    ),
    "not_confirmed_by_kic": (
        "Niet bevestigd, zo leest kic de bron.",
        "Not confirmed, as kic reads the source.",
    ),
    "broken": ("Breuk in de reeks.", "Break in the series."),
    "broken_by_kic": (
        "Breuk in de reeks (afgeleid door kic).",
        "Break in the series (inferred by kic).",
    ),
    "periods_in_parentheses": (
        "Een periode tussen haakjes leidt kic af ({inferred} van {figures}).",
        "A period in parentheses is inferred by kic ({inferred} of {figures}).",
    ),
    "in_period": ("{name} {period}", "{name} {period}"),
    "in_inferred": ("{name} ({period})", "{name} ({period})"),
    "no_figures": ("Geen cijfers", "No figures"),
    "with_unit": ("{label} ({unit})", "{label} ({unit})"),
    "below": ("  {region}", "  {region}"),
    "records_it": ("{body} – registreert", "{body} – records it"),
    "role": ("{body} – {role}", "{body} – {role}"),
    "named": ("Genoemd: {bodies}.", "Named: {bodies}."),
    "concluded_gap": (
        "de bron noemt dit niet; afgeleid door kic",
        "the source does not say so; inferred by kic",
    ),
    "gap": ("Lacune: {missing}: {words}.", "Gap: {missing}: {words}."),
    # Of a theme
    "known_of_it": ("Wat", "What"),
    "a_word": ("Een woord", "A word"),
    "gap_title": ("Lacune", "Gap"),
    "quoted_word": ('"{words}"', '"{words}"'),
    "statements": ("Zorgen en ontwikkelingen", "Concerns and developments"),
    # Of an indicator
    "counted": ("Wie of wat telt mee", "Who or what is counted"),
    "measured": ("Hoe geteld", "How counted"),
    "measured_in": ("Hoe geteld, {region}", "How counted, {region}"),
    "recorded_by": ("Wie registreert", "Recorded by"),
    "registrar_not_stated": ("niet vermeld in de bron", "not stated in the source"),
    "registrar_of": ("{name} ({periods})", "{name} ({periods})"),
    "plan_for": ("Voornemen bij", "Plan for"),
    # Columns that are no field of a record
    "recorded": ("Registratie", "Recorded"),
    "share": ("Aandeel", "Share"),
    "bar": ("Staaf", "Bar"),
    "difference": ("Verschil", "Difference"),
    "percent": ("Procent", "Per cent"),
    # Of a number
    "lower_bound": ("{period} is een ondergrens.", "The {period} figure is a lower bound."),
    "upper_bound": (
        "{period} heeft alleen een bovengrens.",
        "The {period} figure has an upper bound only.",
    ),
    "estimate": ("{period} is een schatting.", "The {period} figure is an estimate."),
    "almost": (
        "{period} ligt net onder dit getal.",
        "The {period} figure is just below this number.",
    ),
    "range": (
        "{period} ligt tussen twee grenzen.",
        "The {period} figure lies between two bounds.",
    ),
    "approximate": (
        "{period} is een getal bij benadering.",
        "The {period} figure is approximate.",
    ),
    "rounded": ("{period} is afgerond.", "The {period} figure is rounded."),
    "is_corrected": ("{period} is gecorrigeerd.", "The {period} figure is corrected."),
    "disputed": ("{period} is niet bevestigd.", "The {period} figure is not confirmed."),
    "disputed_by_kic": (
        "{period} is niet bevestigd (afgeleid door kic).",
        "The {period} figure is not confirmed (inferred by kic).",
    ),
    "year_inferred": (
        "Het jaar {periods[0]} is afgeleid door kic.",
        "The year {periods[0]} is inferred by kic.",
    ),
    "period_inferred": (
        "De periode {periods[0]} is afgeleid door kic.",
        "The period {periods[0]} is inferred by kic.",
    ),
    "years_inferred": (
        "De jaren {periods[0]} en {periods[1]} zijn afgeleid door kic.",
        "The years {periods[0]} and {periods[1]} are inferred by kic.",
    ),
    "periods_inferred": (
        "De perioden {periods[0]} en {periods[1]} zijn afgeleid door kic.",
        "The periods {periods[0]} and {periods[1]} are inferred by kic.",
    ),
    "plan": ("Een voornemen, geen uitkomst.", "A plan, not an outcome."),
    # Of a format
    "number_about": ("ca.\u00a0{number}", "c.\u00a0{number}"),
    "number_range": ("{low}\u00a0tot\u00a0{high}", "{low}\u00a0to\u00a0{high}"),
    "number_at_least": ("minstens\u00a0{number}", "at\u00a0least\u00a0{number}"),
    "number_at_most": ("hoogstens\u00a0{number}", "at\u00a0most\u00a0{number}"),
    "number_points": ("{number}\u00a0procentpunt", "{number}\u00a0percentage\u00a0points"),
    "number_of": ("{number} van\u00a0{base}", "{number} of\u00a0{base}"),
    "id": ("Id", "Id"),
    "remark": ("Opmerking", "Remark"),
    "rows_of_themes": ("Thema's", "Themes"),
    "rows_of_show": ("Cijfers", "Figures"),
    "rows_of_compare": ("Vergelijking", "Comparison"),
    "rows_of_gaps": ("Lacunes", "Gaps"),
    "rows_of_grid": ("Wat bekend is", "What is known"),
    "rows_of_find": ("Gevonden", "Found"),
    "answer": ("Antwoord", "Answer"),
    "explanation": ("Toelichting", "Explanation"),
    "sources": ("Bronnen", "Sources"),
    "columns": ("Kolommen", "Columns"),
    # Of a citation
    "cited_no_number": ("{what}, geen getal", "{what}, no number"),
    "cited_none_known": ("geen getal over {period}", "no number for {period}"),
    "cited_none_unknown": ("geen getal, geen jaar genoemd", "no number, no year given"),
    "cited_words": ('"{words}"', '"{words}" (kic\'s translation: "{translation}")'),
    "cited_words_at": (
        '"{words}" ({place})',
        '"{words}" ({place}; kic\'s translation: "{translation}")',
    ),
    "cited_place": ("Plaats in de bron: {place}.", "Place in the source: {place}."),
    "cited_direction": (
        "De bron noemt daarbij een richting: {trend}.",
        "The source gives a direction too: {trend}.",
    ),
    "cited_suppressed": (
        "Klein getal, niet precies vrijgegeven.",
        "Small number, not released exactly.",
    ),
    "cited_correction": (
        "Gecorrigeerd door kic. {reason} Bron: {source}.",
        "Corrected by kic. {reason} Source: {source}.",
    ),
    "cited_beside": ("Bron van een noot: {source}.", "Source of a note: {source}."),
    "cited_population": ("Populatie: {population}.", "Population: {population}."),
    "cited_measure": ("Telwijze: {measure}.", "Method: {measure}."),
    "cited_registration": ("Registratie: {registration}.", "Recording: {registration}."),
    "cited_registered_by": ("Geregistreerd door: {body}.", "Recorded by: {body}."),
    "cited_accessed": ("Geraadpleegd op {day}.", "Accessed {day}."),
    "cited_no_date": (" (z.d.)", " (n.d.)"),
    "cited_dataset": (
        "kic, dataset {id}, versie {version}",
        "kic, dataset {id}, version {version}",
    ),
    "cited_by": ("Omschrijving en noten: {dataset}", "Description and notes: {dataset}"),
    # Of a place in a source
    "place_point": ("{list}, {number} punt", "{list}, {number} bullet"),
    "place_paragraph": ("{list}, {number} alinea", "{list}, {number} paragraph"),
    "place_below": ("{theme}, {place}", "{theme}, {place}"),
}

"""The sentences of answers, in both languages beside each other; braces hold what is filled in."""

from collections.abc import Iterator, Mapping

from kic.model.text import Lang, Text


def sentence(key: str, **blanks: object) -> Text:
    """The sentence of a key of ``SENTENCES`` with its blanks filled.

    A blank that is itself a Text is filled in each language with its own words.
    """
    nl, en = SENTENCES[key]
    return Text(nl=nl.format_map(_in("nl", blanks)), en=en.format_map(_in("en", blanks)))


def applying(conditions: Mapping[str, object], **blanks: object) -> Iterator[Text]:
    """The sentences of the keys of which the condition holds, in their order."""
    return (sentence(key, **blanks) for key, holds in conditions.items() if holds)


def _in(lang: Lang, blanks: Mapping[str, object]) -> dict[str, object]:
    return {k: getattr(v, lang) if isinstance(v, Text) else v for k, v in blanks.items()}


SENTENCES: dict[str, tuple[str, str]] = {
    # Of a figure
    "as_kic_reads": ("{text} (afgeleid door kic)", "{text} (inferred by kic)"),
    "corrected": (
        '{reason} In de bron staat "{printed}"; gecorrigeerd volgens {origin}.',
        '{reason} The source has "{printed}"; corrected according to {origin}.',
    ),
    "revised": ("Herzien: eerder{printed} in {source}.", "Revised: earlier{printed} in {source}."),
    "replaced": ("Uit: {source}.", "From: {source}."),
    "elsewhere": (
        "Niet uit {title}, maar uit: {source}.",
        "Not from {title}, but from: {source}.",
    ),
    "also_at": ('Ook op {place}: "{words}".', 'Also at {place}: "{words}".'),
    "target": (
        "Gelukt: {done} van de {planned} beoogde.",
        "Done: {done} of the {planned} planned.",
    ),
    "records_it": ("{body} – registreert", "{body} – records it"),
    "role": ("{body} – {role}", "{body} – {role}"),
    "named": ("Genoemd: {bodies}.", "Named: {bodies}."),
    "gap": ("Lacune: {missing}. {words}.", "Gap: {missing}. {words}."),
    "quoted": ('"{words}"', '"{words}"'),
    "quoted_translated": ('"{words}"', '"{words}" ({translation})'),
    # Of an indicator
    "found_as": ("Ook gevonden als", "Also found as"),
    "counted": ("Wie of wat telt mee", "Who or what is counted"),
    "measured": ("Hoe geteld", "How counted"),
    "recorded_by": ("Wie registreert", "Recorded by"),
    "registrar_not_stated": ("niet vermeld in de bron", "not stated in the source"),
    "registrar_of": ("{name} ({periods})", "{name} ({periods})"),
    "plan_for": ("Voornemen bij", "Plan for"),
    # Columns that are no field of a record
    "recorded": ("Registratie", "Recorded"),
    "code": ("Code", "Code"),
    "of": ("Van", "Of"),
    "share": ("Aandeel", "Share"),
    "bar": ("Staaf", "Bar"),
    "difference": ("Verschil", "Difference"),
    "percent": ("Procent", "Per cent"),
    "none": ("-", "-"),
    "not_applicable": ("n.v.t.", "n/a"),
    # Of regions beside each other
    "caution": ("Let op", "Caution"),
    "by_name": ("Op naam", "By name"),
    "by_absolute": ("Grootste stijging eerst", "Largest rise first"),
    "by_percent": ("Grootste stijging in procenten eerst", "Largest rise in per cent first"),
    "equal": (
        "{label}, {period}: gelijk in alle regio's.",
        "{label}, {period}: equal in all regions.",
    ),
    "highest": (
        "{label}, {period}: het hoogst: {region}.",
        "{label}, {period}: highest: {region}.",
    ),
    "unclear_where": (
        "{label}, {period}: niet te zeggen in welke regio het cijfer hoger is. {reasons}",
        "{label}, {period}: no telling in which region it is higher. {reasons}",
    ),
    # Of a number
    "lower_bound": ("{period} is een ondergrens.", "The {period} figure is a lower bound."),
    "upper_bound": (
        "{period} heeft alleen een bovengrens.",
        "The {period} figure has an upper bound only.",
    ),
    "estimate": ("{period} is een schatting.", "The {period} figure is an estimate."),
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
    # Of a change
    "no_number_start": ("Geen getal voor {start}.", "No number for {start}."),
    "no_number_end": ("Geen getal voor {end}.", "No number for {end}."),
    "other_units": (
        "Niet te vergelijken: {one} en {other}.",
        "Not comparable: {one} and {other}.",
    ),
    "other_kinds": (
        "Niet te vergelijken: {start} en {end} zijn andere soorten perioden.",
        "Not comparable: {start} and {end} are different kinds of period.",
    ),
    "other_sources": (
        "Uit verschillende publicaties ({start}: {one}; {end}: {other}); "
        "de telling kan verschillen.",
        "From different publications ({start}: {one}; {end}: {other}); "
        "they may have been counted differently.",
    ),
    "break": ("Breuk in de reeks bij {period}.", "Break in the series at {period}."),
    "other_measure": (
        "{start} en {end} zijn niet op dezelfde manier geteld.",
        "{start} and {end} are not counted in the same way.",
    ),
    "change_incomplete": (
        "Volgens de bron onvolledig: de verandering kan daardoor komen.",
        "Incomplete according to the source: that may explain the change.",
    ),
    "totals": ("Totalen over meerdere jaren.", "Totals over several years."),
    "overlap": ("De perioden overlappen elkaar.", "The periods overlap."),
    "not_consecutive": (
        "De perioden sluiten niet op elkaar aan.",
        "The periods are not consecutive.",
    ),
    "missing_years": ("{missing}: niet in deze dataset.", "{missing}: not in this dataset."),
    "no_percentage": ("Geen percentage vanaf nul.", "No percentage from zero."),
    # Of a series
    "without_period": (
        "Een getal zonder bekende periode staat buiten de reeks.",
        "A number without a known period is not part of the series.",
    ),
    "no_figure": ("Er is geen cijfer voor {period}.", "There is no figure for {period}."),
    "regions_differ": (
        "De regio's verschillen in grootte: de aantallen zijn zo niet te vergelijken.",
        "Regions differ in size, so these numbers cannot be compared.",
    ),
    "counted_otherwise": ("Niet op dezelfde manier geteld", "Not counted in the same way"),
    "counted_unknown": (
        "Niet bekend of op dezelfde manier is geteld",
        "Not known whether counted in the same way",
    ),
    "as_read": ("{ways}, zoals kic het leest", "{ways}, as kic reads it"),
    "ways": ("{ways}.", "{ways}."),
    # Of a rate or share
    "no_number": ("Er is geen getal.", "There is no number."),
    "no_count": (
        "Het gaat om {unit}, en dat is geen aantal.",
        "The figure is in {unit}, which is not a count.",
    ),
    "period_not_stated": ("Er is geen periode vermeld.", "No period is stated."),
    "whole_zero": ("Het geheel is nul.", "The whole is zero."),
    "all_open": (
        "De grenzen van deel en geheel laten alles open.",
        "The bounds of the part and the whole leave everything open.",
    ),
    "part_incomplete": (
        "Volgens de bron onvolledig: het getal dekt niet alles.",
        "Incomplete according to the source: the number does not cover everything.",
    ),
    "whole_incomplete": ("onvolledig volgens de bron.", "incomplete according to the source."),
    "of_whole": ("{label}: {note}", "{label}: {note}"),
    "total": ("Een totaal over meerdere jaren.", "A total over several years."),
    # Of a rate
    "no_rate": ("{no_rate}", "{no_rate}"),
    "not_one_year": (
        "{period} is niet één jaar; een bevolkingscijfer geldt voor één jaar.",
        "{period} is not a single year; a population figure is for one year.",
    ),
    "no_populations": (
        "Er is geen bevolkingscijfer: geen indicator heeft een denominator_for.",
        "There is no population: no indicator has a denominator_for.",
    ),
    "no_total": (
        "Dit cijfer telt {unit}; daarvan is geen totaal bekend.",
        "This figure counts {unit}, and no total of those is known.",
    ),
    "no_population": ("Geen bevolkingscijfer bekend: {region}.", "No population known: {region}."),
    "population_itself": ("Dit is zelf het bevolkingscijfer.", "This is the population itself."),
    "ages_unknown": (
        "De leeftijd van wie meetelt is niet bekend; de uitkomst kan te hoog zijn.",
        "The ages of those counted are not known; a rate might be too high.",
    ),
    "ages_not_stated": (
        "De leeftijd bij het bevolkingscijfer is niet vermeld.",
        "The ages of the population are not stated.",
    ),
    "other_ages": (
        "Andere leeftijden: het cijfer gaat over {ages} jaar, het bevolkingscijfer over {theirs}.",
        "Different ages: the figure is about {ages}, the population about {theirs}.",
    ),
    "population_not_one_year": (
        "Het bevolkingscijfer is niet van één jaar.",
        "The population is not for a single year.",
    ),
    "other_year": (
        "Ander jaar: van de bevolkingscijfers die kic heeft, ligt dat van {nearest} "
        "het dichtst bij {period}.",
        "Different year: of the population figures that kic has, the one nearest to "
        "{period} is for {nearest}.",
    ),
    "several_populations": ("Er past meer dan één bevolkingscijfer.", "Several populations fit."),
    "other_year_used": (
        "Geen bevolkingscijfer voor {period}; dat van {other} is gebruikt.",
        "No population figure for {period}; that for {other} is used.",
    ),
    "wider_ages": (
        "Van {ages} jaar, gedeeld door iedereen van {theirs} jaar.",
        "Aged {ages}, divided by everybody aged {theirs}.",
    ),
    "divided_by": ("Gedeeld door: {people}.", "Divided by: {people}."),
    # Of a share
    "no_part": (
        "Het is geen deel van een andere indicator.",
        "It is not part of another indicator.",
    ),
    "whole_without_number": (
        "Het geheel heeft geen getal voor {period}.",
        "The whole has no number for {period}.",
    ),
    "estimate_too_large": (
        "De schatting is groter dan het geheel.",
        "The estimate is larger than the whole.",
    ),
    "part_of": ("Deel van: {whole}.", "Part of: {whole}."),
    # Of the rates or shares of regions
    "no_share_of": ("{region}: geen aandeel te geven. {why}", "{region}: no share. {why}"),
    "no_rate_of": ("{region}: niet om te rekenen. {why}", "{region}: no rate. {why}"),
    "regions_count_otherwise": (
        "De regio's tellen niet hetzelfde.",
        "The regions count different things.",
    ),
    "in_region": ("{label}, {region}", "{label}, {region}"),
    "different_populations": (
        "Gedeeld door verschillende bevolkingscijfers.",
        "Divided by different populations.",
    ),
    "not_complete": (
        "Volgens de bron niet overal volledig.",
        "Not complete everywhere according to the source.",
    ),
    "bounds_overlap": (
        "De grenzen van de getallen laten open in welke regio het cijfer hoger is.",
        "The bounds of the numbers leave open in which region it is higher.",
    ),
    # Of gaps
    "gap_one": ("{count} lacune", "{count} gap"),
    "gap_many": ("{count} lacunes", "{count} gaps"),
    "not_given": (
        "daarnaast {count} keer geen getal gegeven",
        "plus {count} with no number given",
    ),
    "also_worded": (
        'Verder, {region}: {label}: volgens de bron "{words}"; geen getal. [{place}]',
        'Also, {region}: {label}: "{words}", says the source; no number. [{place}]',
    ),
    "also_stated": (
        "Verder, volgens de bron: {summary} [{place}]",
        "Also, says the source: {summary} [{place}]",
    ),
    "gaps_of_whole": (
        "Of lacunes over {whole} ook gelden voor {part}, zegt de bron niet.",
        "The source does not say whether gaps under {whole} also apply to: {part}.",
    ),
    "gaps_by_named": (
        "Een lacune staat onder elke organisatie die de bron erbij noemt; dat zegt niet dat "
        "die haar veroorzaakt. De koppen zijn niet op te tellen.",
        "A gap appears under every organisation that the source names with it, which does "
        "not mean that it causes the gap. The headings do not add up.",
    ),
    "gaps_counted": (
        "Geteld is wat de bron noemt en, apart, wat kic afleidt. Dat de bron geen cijfers heeft, "
        "betekent niet dat niemand ze heeft; wat zij niet noemt, staat hier niet.",
        "The count covers what the source itself says and, separately, what kic infers. That "
        "this source has no figures does not mean that nobody has them; what it does not mention "
        "is not listed.",
    ),
    "nobody_named": ("De bron noemt hierbij geen organisatie", "The source names no organisation"),
    "in_the_source": ("In de bron", "In the source"),
    "basis": ("Herkomst", "Basis"),
    # Of themes and the grid
    "indicator_one": ("{count} indicator", "{count} indicator"),
    "indicator_many": ("{count} indicatoren", "{count} indicators"),
    "themes_counted": (
        "{indicators}: {numbers} met een getal, {words} met alleen een woord of richting, "
        "{neither} met geen van beide. {gaps}",
        "{indicators}: {numbers} with a number, {words} with only a word or direction, "
        "{neither} with neither. {gaps}",
    ),
    "what_a_gap_is": (
        "Een lacune: volgens de bron zijn er geen, geen (structurele) landelijke of te "
        "weinig gegevens, of is het onduidelijk; of kic leidt dat af.",
        "A gap: the source says that there are no data, no (systematic) national data or "
        "too little, or that it is unclear; or kic infers it.",
    ),
    "grid_counted": (
        "Geteld zijn indicatoren, per regio. Een indicator met een getal kan ook een "
        "lacune hebben en staat er dan twee keer. Waar niets staat, noemt deze bron "
        "niets; of iemand het bijhoudt, blijkt daar niet uit.",
        "The counts are of indicators, by region; one with both a number and a gap "
        "appears twice. Where there is nothing, this source says nothing, which does not "
        "show whether anyone records it.",
    ),
    # Of a format
    "number_over": ("ruim\u00a0{number}", "over\u00a0{number}"),
    "number_about": ("ca.\u00a0{number}", "c.\u00a0{number}"),
    "number_rounded": ("afgerond\u00a0{number}", "rounded\u00a0{number}"),
    "number_range": ("{low}\u00a0tot\u00a0{high}", "{low}\u00a0to\u00a0{high}"),
    "number_at_least": ("minstens\u00a0{number}", "at\u00a0least\u00a0{number}"),
    "number_at_most": ("hoogstens\u00a0{number}", "at\u00a0most\u00a0{number}"),
    "number_points": ("{number}\u00a0procentpunt", "{number}\u00a0percentage\u00a0points"),
    "number_of": ("{number} (van\u00a0{base})", "{number} (of\u00a0{base})"),
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
    "cited_estimated_by_source": ("Schatting", "Estimate"),
    "cited_estimated_by_kic": ("Afgeleid door kic: schatting", "Inferred by kic: estimate"),
    "cited_break_by_source": ("Breuk in de reeks", "Break in the series"),
    "cited_break_by_kic": (
        "Afgeleid door kic: breuk in de reeks",
        "Inferred by kic: break in the series",
    ),
    "cited_unvalidated_by_source": (
        "Niet bevestigd, volgens de bron",
        "Not confirmed, says the source",
    ),
    "cited_unvalidated_by_kic": (
        "Afgeleid door kic: niet bevestigd",
        "Inferred by kic: not confirmed",
    ),
    "cited_suppressed_by_source": (
        "Klein getal, niet precies vrijgegeven",
        "Small number, not released exactly",
    ),
    "cited_suppressed_by_kic": (
        "Afgeleid door kic: klein getal, niet precies vrijgegeven",
        "Inferred by kic: small number, not released exactly",
    ),
    "cited_lower_bound": ('Ondergrens ("ruim")', 'Lower bound ("ruim")'),
    "cited_correction": (
        'Gecorrigeerd door kic: in de bron staat "{printed}". {reason} Bron: {source}',
        'Corrected by kic: the source has "{printed}". {reason} Source: {source}',
    ),
    "cited_revision": ("Herzien; eerder: {printed}", "Revised; earlier: {printed}"),
    "cited_period": ("Periode afgeleid door kic", "Period inferred by kic"),
    "cited_gap": ("Lacune: {missing} ({kind})", "Gap: {missing} ({kind})"),
    "cited_registration": ("Registratie: {registration}", "Recording: {registration}"),
    "cited_population": ("Populatie: {population}", "Population: {population}"),
    "cited_measure": ("Telwijze: {measure}", "Method: {measure}"),
    "cited_registered_by": ("Geregistreerd door: {body}", "Recorded by: {body}"),
    "cited_status": ("Status: {status}", "Status: {status}"),
    "cited_no_period": ("periode niet vermeld", "period not stated"),
    "cited_no_date": (" (z.d.)", " (n.d.)"),
    "cited_dataset": (
        "kic, dataset {id}, versie {version}",
        "kic, dataset {id}, version {version}",
    ),
}

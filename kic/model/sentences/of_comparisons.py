"""What is said of a change, a rate or share, and of regions beside each other."""

SENTENCES = {
    # Of what went up and down
    "moved": (
        "{total}: {ways}; {parts}{unmoved}{rest}",
        "{total}: {ways}; {parts}{unmoved}{rest}",
    ),
    "not_moved_beside": ("; {ways}", "; {ways}"),
    "not_moved": (
        "{total}, gestegen of gedaald: {ways}{rest}",
        "{total}, up or down: {ways}{rest}",
    ),
    "between_unless": (
        "{numbers} (van {start} naar {end}, tenzij anders vermeld)",
        "{numbers} (from {start} to {end} unless stated otherwise)",
    ),
    "uncompared": ("; {uncompared} zonder vergelijking", "; {uncompared} without a comparison"),
    "made_with": (
        "Gemaakt met het programma kic, dat verschillen en percentages zelf berekent.",
        "Made with the program kic, which computes differences and percentages itself.",
    ),
    "computed": (
        "Verschillen en percentages: berekend door kic.",
        "Differences and percentages: computed by kic.",
    ),
    "none_moved": (
        "Van {total} is van geen bekend of zij{when} stegen of daalden{within}",
        "Of {total} none is known to have risen or fallen{when}{within}",
    ),
    "moved_from": (" van {start} naar {end}", " from {start} to {end}"),
    "moved_since": (" sinds {start}", " since {start}"),
    "moved_until": (" van hun eerste cijfer tot {end}", " from their first figure to {end}"),
    "moved_within": ("; binnen die tijd wel van {count}", "; within that time {count} did"),
    "latest": ("Laatste: {what}.", "Latest: {what}."),
    "between": ("Van {start} naar {end}.", "From {start} to {end}."),
    "with_cautions": ("{name} ({cautions})", "{name} ({cautions})"),
    "moved_in_words": (
        "{direction}, in woorden: {names}",
        "{direction}, in words: {names}",
    ),
    "in_words": ("In woorden: {names}", "In words: {names}"),
    "one_period_only": (
        "{line}; geen vergelijking: een getal van één periode",
        "{line}; no comparison: a number for one period",
    ),
    "one_asked_only": (
        "{line}; geen vergelijking: een getal van maar één van de gevraagde perioden",
        "{line}; no comparison: a number for only one of the periods asked for",
    ),
    "other_years": (
        "Andere jaren of verwante tellingen, uit andere bronnen: --context.",
        "Other years or related counts, from other sources: --context.",
    ),
    "elsewhere_too": ("Zie ook", "See also"),
    "with_context": ("kic compare {id} --context", "kic compare {id} --context"),
    "with_id": ("{label} ({id})", "{label} ({id})"),
    "near": ("Verwant, anders geteld: {others}.", "Related, counted otherwise: {others}."),
    "without": ("Zonder vergelijking: {parts}.", "Without a comparison: {parts}."),
    "from": ("van", "from"),
    "to": ("naar", "to"),
    "counted_as": ("Hoe geteld: {measure}.", "How counted: {measure}."),
    "divided": (
        "kic deelde door: {whole}: {amount}.",
        "kic divided by: {whole}: {amount}.",
    ),
    "rate_per": ("{ratio}\u00a0per\u00a0{per}", "{ratio}\u00a0per\u00a0{per}"),
    "no_rate_here": ("niet om te rekenen", "no rate"),
    "no_share_here": ("geen aandeel", "no share"),
    "share_of": ("{ratio} van {whole}", "{ratio} of {whole}"),
    "rated": ("{ratio} {period}", "{ratio} {period}"),
    "with_per": ("{label}, {per}", "{label}, {per}"),
    # Of regions beside each other
    "equal": ("naar verhouding gelijk in alle regio's", "proportionally equal in all regions"),
    "highest": ("naar verhouding het hoogst in {region}", "proportionally highest in {region}"),
    "unclear_where": (
        "niet te zeggen waar het naar verhouding hoger is; {reasons}",
        "no telling where it is proportionally higher; {reasons}",
    ),
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
    "with_plan": (
        "Niet te vergelijken: een voornemen is geen uitkomst.",
        "Not comparable: a plan is no outcome.",
    ),
    "other_sources": (
        "Uit verschillende publicaties ({start}: {one}; {end}: {other}); "
        "de telling kan verschillen.",
        "From different publications ({start}: {one}; {end}: {other}); "
        "they may have been counted differently.",
    ),
    "other_editions": (
        "{start} uit {one}, {end} uit {other}.",
        "{start} from {one}, {end} from {other}.",
    ),
    "break": ("Breuk in de reeks bij {period}.", "Break in the series at {period}."),
    "other_measure": (
        "{start} en {end} zijn niet op dezelfde manier geteld.",
        "{start} and {end} are not counted in the same way.",
    ),
    "unknown_measure": (
        "Niet bekend is of {start} en {end} op dezelfde manier zijn geteld.",
        "Not known whether {start} and {end} are counted in the same way.",
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
    "years": ("{first}-{last}", "{first}-{last}"),
    "school_years": ("{first} tot en met {last}", "{first} to {last}"),
    "missing_years": ("{missing}: niet in deze dataset.", "{missing}: not in this dataset."),
    "no_percentage": ("Geen percentage vanaf nul.", "No percentage from zero."),
    "no_percentage_below": (
        "Geen percentage: {start} is niet zeker boven nul.",
        "No percentage: the {start} figure is not certain to be above zero.",
    ),
    # Of a series
    "without_period": (
        "Een getal zonder bekende periode staat buiten de reeks.",
        "A number without a known period is not part of the series.",
    ),
    "no_figure_of_all": (
        "Er is geen cijfer voor heel {period}, wel voor een deel of een dag daarvan.",
        "There is no figure for all of {period}, only for a part or a day of it.",
    ),
    "no_figure": ("Er is geen cijfer voor {period}.", "There is no figure for {period}."),
    "period_hidden": (
        "Ook bekend, hier niet getoond: {first}.",
        "Also known, not shown here: {first}.",
    ),
    "periods_hidden": (
        "Ook bekend, hier niet getoond: {number} perioden, van {first} tot en met {last}.",
        "Also known, not shown here: {number} periods, from {first} to {last}.",
    ),
    "regions_differ": (
        "De regio's verschillen in grootte: de aantallen zijn zo niet te vergelijken.",
        "Regions differ in size, so these numbers cannot be compared.",
    ),
    "counted_otherwise": ("anders geteld", "counted differently"),
    "counted_unknown": (
        "niet bekend of op dezelfde manier is geteld",
        "not known whether counted in the same way",
    ),
    "as_read": ("{ways}, zoals {by} het leest", "{ways}, as {by} reads it"),
    "ways": ("De regio's: {ways}.", "The regions: {ways}."),
    # Of a rate or share
    "no_number": ("Er is geen getal.", "There is no number."),
    "no_count": (
        "Het gaat om {unit}, en dat is geen aantal.",
        "The figure is in {unit}, which is not a count.",
    ),
    "period_not_stated": ("Er is geen periode vermeld.", "No period is stated."),
    "whole_zero": ("Het geheel is nul.", "The whole is zero."),
    "all_open": (
        "Uit deel en geheel volgt geen getal en geen grens.",
        "No number and no bound follows from the part and the whole.",
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
    "no_calendar_year": (
        "{period} is geen kalenderjaar; een bevolkingscijfer geldt voor een kalenderjaar.",
        "{period} is no calendar year; a population figure is for a calendar year.",
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
        "Het naaste bevolkingscijfer is van {nearest}.",
        "The nearest population figure is for {nearest}.",
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
    "whole_elsewhere": (
        "Het geheel is uit een andere publicatie ({publication}); de telling kan verschillen.",
        "The whole is from another publication ({publication}), which may count differently.",
    ),
    "population_elsewhere": (
        "Het bevolkingscijfer is uit een andere publicatie ({publication}).",
        "The population is from another publication ({publication}).",
    ),
    "part_of": ("Deel van: {whole}.", "Part of: {whole}."),
    # Of the rates or shares of regions
    "no_number_of": (
        "geen getal voor {region}",
        "no number for {region}",
    ),
    "no_share_of": (
        "geen aandeel voor {region}",
        "no share for {region}",
    ),
    "no_rate_of": (
        "geen verhouding voor {region}",
        "no rate for {region}",
    ),
    "regions_count_otherwise": (
        "de regio's tellen niet hetzelfde",
        "the regions count different things",
    ),
    "wholes_otherwise": (
        "waardoor is gedeeld, is {ways}",
        "what they are divided by: {ways}",
    ),
    "other_year_of_whole": (
        "niet elk getal is gedeeld door een bevolking van {period}",
        "not every number is divided by a population of {period}",
    ),
    "different_populations": (
        "gedeeld door verschillende bevolkingscijfers",
        "divided by different populations",
    ),
    "not_complete": (
        "volgens de bron niet overal volledig",
        "not complete everywhere according to the source",
    ),
    "of_plans": ("er zijn voornemens bij, geen uitkomsten", "some are plans, not outcomes"),
    "unconfirmed": ("niet elk getal is bevestigd", "not every number is confirmed"),
    "some_provisional": ("niet elk getal is definitief", "some numbers are provisional"),
    "some_cautioned": (
        "niet bij elk getal dezelfde kanttekening",
        "the cautions are not the same everywhere",
    ),
    "of_publications": ("uit verschillende publicaties", "from different publications"),
    "as_high": (
        "in meer dan één regio even hoog",
        "as high in more than one region",
    ),
    "bounds_overlap": (
        "de grenzen van de getallen laten dat open",
        "the bounds of the numbers leave that open",
    ),
}

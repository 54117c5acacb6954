"""What is said of an answer as a whole: the line that answers, counts, gaps and themes."""

SENTENCES = {
    # The line that answers
    "about": ("{label}: {what}", "{label}: {what}"),
    "in_region": ("{region}: {what}", "{region}: {what}"),
    "these_periods": ("al deze perioden", "all of these periods"),
    "of_periods": ("Voor {periods}: {what}", "For {periods}: {what}"),
    "ended": ("{what}.", "{what}."),
    "just": ("{total}", "{total}"),
    "about_theme": ("{theme}, {what}", "{theme}, {what}"),
    "place": ("[{place}]", "[{place}]"),
    "placed": ("{what} [{place}]", "{what} [{place}]"),
    "knowledge": ("{total}: {parts}; {gaps}", "{total}: {parts}; {gaps}"),
    "counts": ("{total}: {parts}", "{total}: {parts}"),
    "dated_year": ("{amount} in {period}", "{amount} in {period}"),
    "dated_end": ("{amount} eind {period}", "{amount} at the end of {period}"),
    "dated_period": ("{amount}, {period}", "{amount}, {period}"),
    "dated_unknown": ("{amount}, geen jaar genoemd", "{amount}, no year given"),
    "reading": ("{what} ({limits})", "{what} ({limits})"),
    "inferred": ("afgeleid door {by}: {what}", "inferred by {by}: {what}"),
    "inferred_period": ("periode", "period"),
    "inferred_year": ("jaar", "year"),
    "inferred_measure": ("hoe geteld", "how counted"),
    "inferred_break": ("breuk in de reeks", "break in the series"),
    "repaired": ("gecorrigeerd; gedrukt: {printed}", "corrected; printed: {printed}"),
    "dated_disputed": ("niet bevestigd, volgens de bron", "not confirmed, says the source"),
    "dated_disputed_by_kic": (
        "niet bevestigd, zo leest {by} de bron",
        "not confirmed, as {by} reads the source",
    ),
    "dated_provisional": ("voorlopig", "provisional"),
    "planned": ("{what} (voornemen)", "{what} (a plan)"),
    "afterwards": ("daarna {what}", "then {what}"),
    "with_trend": ("{now}: {words}", "{now}: {words}"),
    "changed": ("{now}, {change}", "{now}, {change}"),
    "more": ("{size} meer dan {start}", "{size} more than {start}"),
    "more_percent": (
        "{size} meer dan {start} ({percent})",
        "{size} more than {start} ({percent})",
    ),
    "less": ("{size} minder dan {start}", "{size} less than {start}"),
    "less_percent": (
        "{size} minder dan {start} ({percent})",
        "{size} less than {start} ({percent})",
    ),
    "fewer": ("{size} minder dan {start}", "{size} fewer than {start}"),
    "fewer_percent": (
        "{size} minder dan {start} ({percent})",
        "{size} fewer than {start} ({percent})",
    ),
    "as_much": ("evenveel als {start}", "as {start}"),
    "higher_open": (
        "hoger dan {start}, hoeveel is niet precies bekend",
        "higher than {start}, by how much is not known exactly",
    ),
    "lower_open": (
        "lager dan {start}, hoeveel is niet precies bekend",
        "lower than {start}, by how much is not known exactly",
    ),
    "start_inferred": (
        "{change}; dat het {start} was, leidt {by} af",
        "{change}; that it was {start} is inferred by {by}",
    ),
    "start_doubtful": ("{change}; {start}: {doubt}", "{change}; {start}: {doubt}"),
    "other_publication": (
        "uit verschillende publicaties, de telling kan verschillen",
        "from different publications, which may count differently",
    ),
    "after_break": (
        "na een breuk in de reeks, dus niet te vergelijken met {start}",
        "after a break in the series, so not to be compared with {start}",
    ),
    "counted_apart": (
        "{ways}, dus niet te vergelijken met {start}",
        "{ways}, so not to be compared with {start}",
    ),
    "maybe_incomplete": (
        "volgens de bron onvolledig, wat de verandering kan verklaren",
        "incomplete according to the source, which may explain the change",
    ),
    "in_one": (
        "in één publicatie {now}, {change}",
        "in one publication {now}, {change}",
    ),
    "only_words": ("{what}, geen getal", "{what}, no number"),
    "dated_trend": ("{trend} {period}, geen getal", "{trend} {period}, no number"),
    "dated_trend_inferred": (
        "{trend} {period} (afgeleid door {by}: periode), geen getal",
        "{trend} {period} (inferred by {by}: period), no number",
    ),
    "undated_trend": ("{trend}, geen getal", "{trend}, no number"),
    "no_number_but": ("geen getal: {words}", "no number: {words}"),
    # Of what was found
    "found_in": ("{where}: {words}.", "{where}: {words}."),
    "found_alike": (
        "Niets heeft deze woorden precies zo; dit lijkt erop.",
        "Nothing has these words as they are typed; these come close.",
    ),
    # Of a count
    "gap_one": ("{gaps} lacune", "{gaps} gap"),
    "gap_many": ("{gaps} lacunes", "{gaps} gaps"),
    "indicator_one": ("{indicators} indicator", "{indicators} indicator"),
    "indicator_many": ("{indicators} indicatoren", "{indicators} indicators"),
    "found_for": ('{total} voor "{words}"', '{total} for "{words}"'),
    "found_best": ("{found}; het best: {best}", "{found}; the best: {best}"),
    "nothing_of": ("Geen cijfers: {what}", "No figures: {what}"),
    "counted_up": ("{up} gestegen", "{up} up"),
    "counted_down": ("{down} gedaald", "{down} down"),
    "counted_unclear": ("{unclear} onduidelijk", "{unclear} unclear"),
    "counted_mixed": ("{mixed} per regio anders", "{mixed} differing by region"),
    "hit_one": ("{hits} gevonden", "{hits} found"),
    "hit_many": ("{hits} gevonden", "{hits} found"),
    "figure_one": ("{figures} cijfer", "{figures} figure"),
    "figure_many": ("{figures} cijfers", "{figures} figures"),
    "row_one": ("{rows} regel", "{rows} line"),
    "row_many": ("{rows} regels", "{rows} lines"),
    "theme_one": ("{themes} thema", "{themes} theme"),
    "theme_many": ("{themes} thema's", "{themes} themes"),
    "statement_one": ("{statements} uitspraak", "{statements} statement"),
    "statement_many": ("{statements} uitspraken", "{statements} statements"),
    "note_one": ("{notes} noot: --notes", "{notes} note: --notes"),
    "note_many": ("{notes} noten: --notes", "{notes} notes: --notes"),
    "counted_with_number": ("{with_number} met getal", "{with_number} with a number"),
    "counted_in_words": (
        "{in_words} in woorden",
        "{in_words} in words",
    ),
    "counted_neither": ("{neither} geen van beide", "{neither} neither"),
    "counted_gaps_stated": (
        "{gaps_stated} noemt de bron",
        "{gaps_stated} stated by the source",
    ),
    "counted_gaps_unclear": (
        "{gaps_unclear} volgens de bron onduidelijk",
        "{gaps_unclear} unclear according to the source",
    ),
    "counted_gaps_concluded": (
        "{gaps_concluded} leidt {by} af",
        "{gaps_concluded} inferred by {by}",
    ),
    "counted_not_given": (
        "daarnaast geen getal gegeven: {not_given}",
        "plus {not_given} with no number given",
    ),
    "counted_moved_in_numbers": (
        "{moved_in_numbers} in getallen",
        "{moved_in_numbers} in numbers",
    ),
    "counted_moved_in_words": ("{moved_in_words} in woorden", "{moved_in_words} in words"),
    "counted_without_within": (
        "{without_within} met een verandering binnen die tijd",
        "{without_within} with a change within that time",
    ),
    "counted_without_one_period": (
        "{without_one_period} met een getal van één periode",
        "{without_one_period} with a number for one period",
    ),
    "counted_without_one_asked": (
        "{without_one_asked} met een getal van maar één van de gevraagde perioden",
        "{without_one_asked} with a number for only one of the periods asked for",
    ),
    "counted_without_no_period": (
        "{without_no_period} met een getal zonder periode",
        "{without_no_period} with a number without a period",
    ),
    "counted_without_incomparable": (
        "{without_incomparable} niet te vergelijken",
        "{without_incomparable} not comparable",
    ),
    "counted_without_in_words": (
        "{without_in_words} met alleen een woord",
        "{without_in_words} with only a word",
    ),
    "counted_without_other_periods": (
        "{without_other_periods} met alleen cijfers van andere perioden",
        "{without_other_periods} with figures for other periods only",
    ),
    "counted_without_neither": (
        "{without_neither} met geen van beide",
        "{without_neither} with neither",
    ),
    "counted_ratio_higher": (
        "{ratio_higher} keer in een regio hoger",
        "higher in one region: {ratio_higher}",
    ),
    "counted_ratio_equal": ("{ratio_equal} keer gelijk", "equal: {ratio_equal}"),
    "counted_ratio_open": (
        "{ratio_open} keer niet te zeggen waar het hoger is",
        "no telling where it is higher: {ratio_open}",
    ),
    # Of what is left out
    "first_lines": (
        "{total}; dit is het begin: {first} daarvan, op {lines}",
        "{total}; this is the beginning: {first} of them, on {lines}",
    ),
    "line_one": ("1 regel", "1 line"),
    "line_many": ("{lines} regels", "{lines} lines"),
    "best_hits": ("Alleen de beste {hits} staan hier.", "Only the best {hits} are here."),
    "all_lines": (
        "Alles: --format csv, tsv of jsonl. Minder: noem een thema, een indicator of een regio.",
        "All of it: --format csv, tsv or jsonl. Less: name a theme, an indicator or a region.",
    ),
    "left_out": ("Niet getoond: {parts}.", "Not shown: {parts}."),
    "left_out_theme": ("{what} bij een ander thema", "{what} under another theme"),
    "left_out_indicator": ("{what} bij een andere indicator", "{what} of another indicator"),
    "left_out_region": ("{what} over een andere regio", "{what} about another region"),
    "left_out_period": (
        "{what} zonder jaar of uit een andere periode",
        "{what} without a year or from another period",
    ),
    "left_out_several": (
        "{what} door meer dan één filter",
        "{what} by more than one filter",
    ),
    "left_out_undated": ("{what} zonder jaar", "{what} without a year"),
    "left_out_other_period": ("{what} uit een andere periode", "{what} from another period"),
    "left_out_registration": (
        "{what} met een andere registratie",
        "{what} recorded otherwise",
    ),
    "left_out_limit": ("{what} (--limit {limit})", "{what} (--limit {limit})"),
    # Of gaps
    "also_worded": (
        '{name}: "{words}" [{place}].',
        '{name}: "{words}" [{place}].',
    ),
    "also_stated": (
        "{summary} [{place}]",
        "{summary} [{place}]",
    ),
    "also_numbers": ("Wel met een getal: {numbers}.", "With a number: {numbers}."),
    "gaps_of_whole": (
        "Of lacunes over {whole} hier gelden, staat er niet.",
        "It does not say whether gaps about {whole} also hold here.",
    ),
    "gaps_by_named": (
        "Een lacune staat onder elke organisatie die de bron erbij noemt; dat zegt niet dat "
        "die haar veroorzaakt. De koppen zijn niet op te tellen.",
        "A gap appears under every organisation that the source names with it, which does "
        "not mean that it causes the gap. The headings do not add up.",
    ),
    "all_gaps_stated": (
        "{total}, genoemd door de bron",
        "{total}, stated by the source",
    ),
    "all_gaps_unclear": (
        "{total}, onduidelijk volgens de bron",
        "{total}, unclear according to the source",
    ),
    "all_gaps_concluded": ("{total}, afgeleid door {by}", "{total}, inferred by {by}"),
    "all_not_given": (
        "{total}; geen getal gegeven: {not_given}",
        "{total}; no number given: {not_given}",
    ),
    "gaps_about": ("{total} over {regions}", "{total} about {regions}"),
    "gaps_under": ("{label} ({count})", "{label} ({count})"),
    "number_known": ("Wel een getal: {numbers}.", "A number there is: {numbers}."),
    "gaps_counted": (
        "Dat de bron geen cijfers heeft, betekent niet dat niemand ze heeft.",
        "That the source has no figures does not mean that nobody has them.",
    ),
    "nobody_named": ("De bron noemt hierbij geen organisatie", "The source names no organisation"),
    "in_the_source": ("In de bron", "In the source"),
    # Of themes and the grid
    "what_a_gap_is": (
        "Lacune: wat volgens de bron, of soms {by}, ontbreekt of onduidelijk is.",
        "Gap: what is missing or unclear, says the source or, at times, {by}.",
    ),
    "grid_counted": (
        "Geteld zijn indicatoren, per regio. Een indicator met een getal kan ook een "
        "lacune hebben en staat er dan twee keer. Waar niets staat, {silent} "
        "niets; of iemand het bijhoudt, blijkt daar niet uit.",
        "The counts are of indicators, by region; one with both a number and a gap "
        "appears twice. Where there is nothing, {silent} nothing, which does not "
        "show whether anyone records it.",
    ),
    "silent_one": ("noemt deze bron", "this source says"),
    "silent_many": ("noemen deze bronnen", "these sources say"),
}

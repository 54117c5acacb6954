"""The sentences of answers, in both languages beside each other; braces hold what is filled in."""

from collections.abc import Mapping

from kic.model.text import Lang, Text


def sentence(key: str, **blanks: object) -> Text:
    """The sentence of a key of ``SENTENCES`` with its blanks filled.

    A blank that is itself a Text is filled in each language with its own words.
    """
    nl, en = SENTENCES[key]
    return Text(nl=nl.format_map(_in("nl", blanks)), en=en.format_map(_in("en", blanks)))


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
}

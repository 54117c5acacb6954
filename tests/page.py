"""The source page, read a second time on its own, to hold the dataset against.

It was typed from the page by somebody who had not seen the dataset.
"""

from typing import NamedTuple


class Printed(NamedTuple):
    """A number, and whether its year stands in the same sentence."""

    locator: str
    printed: str
    value: int | float | None
    qualifier: str
    region: str
    period: str | None
    period_printed: bool

    @property
    def key(self) -> tuple[object, ...]:
        """What the number is known by: its place, value, qualifier, region and period."""
        return self.locator, self.value, self.qualifier, self.region, self.period


class NotRegistered(NamedTuple):
    """What the page says nobody, or not everybody, registers."""

    locator: str
    what: str
    strength: str | None
    region: str


class NotStated(NamedTuple):
    """A quantity that the page gives in words."""

    locator: str
    printed: str
    region: str


class Direction(NamedTuple):
    """A direction that goes with a quantity."""

    locator: str
    printed: str
    direction: str


NL = "nederland"
CARIB = "caribisch"

BULLETS: dict[tuple[str, str], int] = {
    ("jeugdhulp", "inleiding"): 2,
    ("jeugdhulp", "zorgen"): 4,
    ("jeugdhulp", "cijfers"): 5,
    ("kindermishandeling", "inleiding"): 1,
    ("kindermishandeling", "zorgen"): 3,
    ("kindermishandeling", "cijfers"): 3,
    ("jeugdstrafrecht", "inleiding"): 4,
    ("jeugdstrafrecht", "zorgen"): 0,
    ("jeugdstrafrecht", "cijfers"): 7,
    ("migratie", "inleiding"): 3,
    ("migratie", "zorgen"): 4,
    ("migratie", "cijfers"): 5,
    ("armoede", "inleiding"): 2,
    ("armoede", "zorgen"): 2,
    ("armoede", "cijfers"): 3,
    ("uitbuiting", "inleiding"): 2,
    ("uitbuiting", "zorgen"): 2,
    ("uitbuiting", "cijfers"): 3,
}

# Percentages keep the number printed (64, not 0.64).
NUMBERS: tuple[Printed, ...] = (
    Printed("jeugdhulp/cijfers/1", "Ruim 397 duizend", 397_000, "at_least", NL, "2020", False),
    Printed("jeugdhulp/cijfers/2", "30.850 kinderen", 30_850, "exact", NL, "2020", False),
    Printed("jeugdhulp/cijfers/3", "Ruim 18.000", 18_000, "at_least", NL, "2020", False),
    Printed("jeugdhulp/cijfers/3", "ruim 21.000", 21_000, "at_least", NL, "2020", False),
    Printed("jeugdhulp/cijfers/3", "ruim 5.300", 5_300, "at_least", NL, "2020", False),
    # The page lost the leading "2."; the guide gives 2.080 with its own source.
    Printed("jeugdhulp/cijfers/4", "080", 2_080, "exact", NL, "2020", False),
    Printed("jeugdhulp/cijfers/4", "1.366 plaatsingen", 1_366, "exact", NL, "2020", False),
    Printed("jeugdhulp/cijfers/5", "twee gezinnen", 2, "exact", CARIB, "2020", True),
    Printed("jeugdhulp/cijfers/5", "48 kinderen", 48, "exact", CARIB, "2020", True),
    Printed("jeugdhulp/cijfers/5", "6 kinderen", 6, "exact", CARIB, "2020", True),
    Printed("kindermishandeling/cijfers/1", "127.410", 127_410, "exact", NL, "2020", True),
    Printed("kindermishandeling/cijfers/1", "107.690", 107_690, "exact", NL, "2019", True),
    Printed("kindermishandeling/cijfers/1", "122.045", 122_045, "exact", NL, "2020", True),
    # A plan and how far it has come "tot nu toe": tied to a programme, not to the report year.
    Printed("kindermishandeling/cijfers/2", "drie regio’s", 3, "exact", NL, None, False),
    Printed("kindermishandeling/cijfers/2", "1 regio", 1, "exact", NL, None, False),
    Printed("jeugdstrafrecht/cijfers/1", "17.322", 17_322, "exact", NL, "2019", True),
    Printed("jeugdstrafrecht/cijfers/1", "14.214", 14_214, "exact", NL, "2020", True),
    Printed(
        "jeugdstrafrecht/cijfers/2", "10.965 minderjarigen", 10_965, "exact", NL, "2020", True
    ),
    Printed("jeugdstrafrecht/cijfers/2", "29 jonger dan 12 jaar", 29, "exact", NL, "2020", True),
    Printed("jeugdstrafrecht/cijfers/3", "4.899", 4_899, "exact", NL, "2020", True),
    Printed("jeugdstrafrecht/cijfers/4", "45 kinderen", 45, "exact", NL, "2020", True),
    # The year stands in the sentence before: these four are part of the 45.
    Printed("jeugdstrafrecht/cijfers/4", "vier van hen", 4, "exact", NL, "2020", False),
    Printed("jeugdstrafrecht/cijfers/5", "68%", 68, "exact", NL, "2020", False),
    # The bullet prints the year only with its second sentence.
    Printed("jeugdstrafrecht/cijfers/6", "64%", 64, "exact", NL, "2020", False),
    Printed("jeugdstrafrecht/cijfers/6", "36%", 36, "exact", NL, "2020", False),
    Printed("jeugdstrafrecht/cijfers/6", "23 kinderen", 23, "exact", NL, "2020", True),
    Printed("migratie/zorgen/4", "nooit", 0, "exact", NL, "2020", True),
    # No year anywhere in the bullet, and a scheme that ran over several years.
    Printed("migratie/cijfers/1", "50 kinderen", 50, "exact", NL, None, False),
    Printed("migratie/cijfers/1", "30 andere kinderen", 30, "exact", NL, None, False),
    Printed("migratie/cijfers/2", "30 aanvragen", 30, "exact", NL, "2020", True),
    Printed("migratie/cijfers/2", "minder dan 5", None, "less_than", NL, "2020", False),
    Printed("migratie/cijfers/3", "gemiddeld 233 dagen", 233, "exact", NL, "2019", True),
    Printed("migratie/cijfers/3", "289 dagen", 289, "exact", NL, "2020", True),
    Printed("migratie/cijfers/4", "geen verzoeken", 0, "exact", NL, "2020", True),
    Printed("migratie/cijfers/4", "25 zaken", 25, "exact", NL, "2017/2018", True),
    Printed("armoede/cijfers/1", "24 zaken", 24, "exact", NL, "2018", True),
    Printed("armoede/cijfers/1", "59 zaken", 59, "exact", NL, "2020", True),
    Printed("armoede/cijfers/1", "twaalf gezinnen", 12, "exact", NL, "2021-Q1", True),
    Printed("armoede/cijfers/2", "12.700", 12_700, "exact", NL, None, False),
    # Once, though worded twice around the "/". No year in the bullet, hence none here.
    Printed("uitbuiting/zorgen/1", "registreerde 67 slachtoffers", 67, "exact", NL, None, False),
    # "per jaar" is a rate, not a year.
    Printed(
        "uitbuiting/zorgen/1", "naar schatting alleen al 1.300", 1_300, "estimate", NL, None, False
    ),
    # "gedaald in 2020" closes the sentence before; the base year follows from it.
    Printed("uitbuiting/cijfers/1", "Van 550", 550, "exact", NL, "2019", False),
    Printed("uitbuiting/cijfers/1", "360 kinderen", 360, "exact", NL, "2020", False),
    Printed("uitbuiting/cijfers/2", "10 kinderen", 10, "exact", NL, "2020", True),
    Printed("uitbuiting/cijfers/2", "minder dan vijf", None, "less_than", NL, "2020", False),
)

_STRUCTUREEL = "niet op landelijk niveau structureel bijgehouden"

GAPS: tuple[NotRegistered, ...] = (
    NotRegistered("jeugdhulp/inleiding/2", "wachtlijsten jeugdhulp", _STRUCTUREEL, NL),
    NotRegistered("jeugdhulp/inleiding/2", "gemiddelde duur van het wachten", _STRUCTUREEL, NL),
    NotRegistered("jeugdhulp/inleiding/2", "doorstroom in de jeugdhulp", _STRUCTUREEL, NL),
    NotRegistered("jeugdhulp/inleiding/2", "hoeveel kinderen op hulp wachten", _STRUCTUREEL, NL),
    NotRegistered("jeugdhulp/inleiding/2", "gebruik van vrijheidsbeperking", _STRUCTUREEL, NL),
    NotRegistered(
        "kindermishandeling/zorgen/1",
        "of hulp volgt op een melding",
        "Landelijke gegevens ontbreken",
        NL,
    ),
    NotRegistered(
        "kindermishandeling/zorgen/2",
        "opvolging van het advies van De Winter",
        "blijft onduidelijk",
        NL,
    ),
    NotRegistered(
        "kindermishandeling/zorgen/3",
        "kindermishandeling in het Caribische deel",
        "al jaren gebrek aan data",
        CARIB,
    ),
    NotRegistered(
        "kindermishandeling/cijfers/3",
        "overige cijfers over kindermishandeling",
        "weinig cijfers beschikbaar",
        NL,
    ),
    NotRegistered(
        "jeugdstrafrecht/inleiding/2",
        "vroeghulp bij inverzekeringstelling",
        "verleent (of registreert) niet bij alle",
        NL,
    ),
    NotRegistered(
        "migratie/cijfers/5",
        "kinderen en migratie in het Caribische deel",
        "geen data beschikbaar",
        CARIB,
    ),
    NotRegistered(
        "uitbuiting/inleiding/1",
        "meisjes weggelopen uit geslotenheid",
        "geen cijfers beschikbaar",
        NL,
    ),
    NotRegistered(
        "uitbuiting/inleiding/2",
        "kinderhandel in het Caribische deel",
        "al jaren niet beschikbaar",
        CARIB,
    ),
    # Under-registration rather than no registration: the page calls most victims unseen.
    NotRegistered(
        "uitbuiting/zorgen/1", "slachtoffers die niet geregistreerd zijn", "niet in beeld", NL
    ),
    NotRegistered(
        "uitbuiting/cijfers/3",
        "uitbuiting in het Caribische deel",
        "al jaren niet beschikbaar",
        CARIB,
    ),
    NotRegistered("slot/1", "gevolgen van corona in de cijfers", "nog niet goed af te leiden", NL),
)

NOT_STATED: tuple[NotStated, ...] = (
    NotStated("kindermishandeling/inleiding/1", "meer meldingen door professionals", NL),
    # Twice: asylum applications of children with parents, and unaccompanied minors.
    NotStated("migratie/inleiding/1", "aanzienlijk afgenomen", NL),
    NotStated("migratie/inleiding/1", "aanzienlijk afgenomen", NL),
    NotStated("migratie/inleiding/2", "verder afgenomen", NL),
    NotStated("migratie/inleiding/3", "Honderden kinderen", NL),
    NotStated("migratie/zorgen/1", "niet gedaald", NL),
    NotStated("migratie/zorgen/1", "gelijk gebleven", NL),
    NotStated("armoede/inleiding/1", "dalende trend", NL),
    NotStated("armoede/cijfers/3", "hoog", CARIB),
)

# Only directions of a quantity in NUMBERS or NOT_STATED.
TRENDS: tuple[Direction, ...] = (
    Direction("kindermishandeling/inleiding/1", "meer meldingen door professionals", "up"),
    Direction("kindermishandeling/cijfers/1", "een lichte afname", "down"),
    Direction("kindermishandeling/cijfers/1", "nam wel behoorlijk toe", "up"),
    Direction("jeugdstrafrecht/cijfers/1", "daalt verder", "down"),
    # Twice, for the two quantities it is said of.
    Direction("migratie/inleiding/1", "aanzienlijk afgenomen", "down"),
    Direction("migratie/inleiding/1", "aanzienlijk afgenomen", "down"),
    Direction("migratie/inleiding/2", "verder afgenomen", "down"),
    Direction("migratie/zorgen/1", "niet gedaald", "not_down"),
    Direction("migratie/zorgen/1", "gelijk gebleven", "stable"),
    Direction("migratie/cijfers/3", "nog verder toegenomen", "up"),
    Direction("armoede/inleiding/1", "dalende trend", "down"),
    # The verb is split; "nam" stands at the head of the same sentence.
    Direction("armoede/cijfers/1", "behoorlijk toe", "up"),
    Direction("armoede/cijfers/2", "steeg enorm", "up"),
    # The same quantity as uitbuiting/cijfers/1, which has its numbers.
    Direction("uitbuiting/zorgen/2", "is gedaald", "down"),
    Direction("uitbuiting/cijfers/1", "gedaald in 2020", "down"),
)

# A date, a span of years or an age range written as one expression is one entry.
NUMERALS: tuple[tuple[str, str], ...] = (
    ("lead/1", "Het jaar 2020"),
    ("lead/1", "donderdag 30 november"),
    ("lead/1", "cijfers: 2020"),
    ("jeugdhulp/inleiding/1", "in 2020"),
    ("jeugdhulp/cijfers/1", "Ruim 397 duizend"),
    ("jeugdhulp/cijfers/2", "30.850 kinderen"),
    ("jeugdhulp/cijfers/3", "Ruim 18.000"),
    ("jeugdhulp/cijfers/3", "ruim 21.000"),
    ("jeugdhulp/cijfers/3", "ruim 5.300"),
    ("jeugdhulp/cijfers/4", "080 kinderen"),
    ("jeugdhulp/cijfers/4", "1.366 plaatsingen"),
    ("jeugdhulp/cijfers/5", "eind van 2020"),
    ("jeugdhulp/cijfers/5", "twee gezinnen"),
    ("jeugdhulp/cijfers/5", "48 kinderen"),
    ("jeugdhulp/cijfers/5", "6 kinderen"),
    ("kindermishandeling/inleiding/1", "januari 2019"),
    ("kindermishandeling/inleiding/1", "ook in 2020"),
    ("kindermishandeling/zorgen/3", "ook voor 2020"),
    ("kindermishandeling/cijfers/1", "in 2020 lag"),
    ("kindermishandeling/cijfers/1", "op 127.410"),
    ("kindermishandeling/cijfers/1", "ten opzichte van 2019"),
    ("kindermishandeling/cijfers/1", "van 107.690"),
    ("kindermishandeling/cijfers/1", "in 2019 naar"),
    ("kindermishandeling/cijfers/1", "122.045"),
    ("kindermishandeling/cijfers/1", "in 2020."),
    ("kindermishandeling/cijfers/2", "drie regio’s"),
    ("kindermishandeling/cijfers/2", "één locatie"),
    ("kindermishandeling/cijfers/2", "1 regio"),
    ("jeugdstrafrecht/cijfers/1", "van 17.322"),
    ("jeugdstrafrecht/cijfers/1", "in 2019"),
    ("jeugdstrafrecht/cijfers/1", "tot 14.214"),
    ("jeugdstrafrecht/cijfers/1", "in 2020"),
    ("jeugdstrafrecht/cijfers/2", "In 2020"),
    ("jeugdstrafrecht/cijfers/2", "10.965 minderjarigen"),
    ("jeugdstrafrecht/cijfers/2", "waarvan 29"),
    ("jeugdstrafrecht/cijfers/2", "jonger dan 12 jaar"),
    ("jeugdstrafrecht/cijfers/3", "4.899"),
    ("jeugdstrafrecht/cijfers/3", "in 2020"),
    ("jeugdstrafrecht/cijfers/3", "geen recht"),
    ("jeugdstrafrecht/cijfers/4", "In 2020"),
    ("jeugdstrafrecht/cijfers/4", "45 kinderen"),
    ("jeugdstrafrecht/cijfers/4", "jonger dan 12 jaar"),
    ("jeugdstrafrecht/cijfers/4", "vier van hen"),
    ("jeugdstrafrecht/cijfers/5", "68%"),
    ("jeugdstrafrecht/cijfers/6", "64%"),
    ("jeugdstrafrecht/cijfers/6", "ouder dan 18 jaar"),
    ("jeugdstrafrecht/cijfers/6", "36%"),
    ("jeugdstrafrecht/cijfers/6", "tussen de 12 en 18 jaar"),
    ("jeugdstrafrecht/cijfers/6", "In 2020"),
    ("jeugdstrafrecht/cijfers/6", "23 kinderen"),
    ("jeugdstrafrecht/cijfers/6", "12 of 13 jaar"),
    ("jeugdstrafrecht/cijfers/7", "1 augustus 2020"),
    ("migratie/inleiding/3", "Honderden kinderen"),
    ("migratie/zorgen/1", "in 2020 verblijft"),
    ("migratie/zorgen/1", "in 2020 gelijk"),
    ("migratie/zorgen/2", "afgelopen zes jaar"),
    ("migratie/zorgen/4", "in 2020"),
    ("migratie/zorgen/4", "nooit"),
    ("migratie/cijfers/1", "50 kinderen"),
    ("migratie/cijfers/1", "30 andere kinderen"),
    ("migratie/cijfers/2", "In 2020"),
    ("migratie/cijfers/2", "30 aanvragen"),
    ("migratie/cijfers/2", "minder dan 5"),
    ("migratie/cijfers/3", "in 2020 nog verder"),
    ("migratie/cijfers/3", "gemiddeld 233 dagen"),
    ("migratie/cijfers/3", "in 2019"),
    ("migratie/cijfers/3", "289 dagen"),
    ("migratie/cijfers/3", "in 2020."),
    ("migratie/cijfers/4", "In 2020"),
    ("migratie/cijfers/4", "geen verzoeken"),
    ("migratie/cijfers/4", "2017 - 2018"),
    ("migratie/cijfers/4", "25 zaken"),
    ("migratie/cijfers/5", "geen data"),
    ("armoede/inleiding/2", "(2021)"),
    ("armoede/cijfers/1", "24 zaken"),
    ("armoede/cijfers/1", "in 2018"),
    ("armoede/cijfers/1", "59 zaken"),
    ("armoede/cijfers/1", "in 2020"),
    ("armoede/cijfers/1", "eerste kwartaal van 2021"),
    ("armoede/cijfers/1", "twaalf gezinnen"),
    ("armoede/cijfers/2", "naar 12.700"),
    ("uitbuiting/inleiding/1", "geen cijfers"),
    ("uitbuiting/zorgen/1", "registreerde 67 slachtoffers"),
    ("uitbuiting/zorgen/1", "Er zijn 67 slachtoffers"),
    ("uitbuiting/zorgen/1", "alleen al 1.300"),
    ("uitbuiting/cijfers/1", "Covid19-uitbraak"),
    ("uitbuiting/cijfers/1", "in 2020"),
    ("uitbuiting/cijfers/1", "Van 550"),
    ("uitbuiting/cijfers/1", "360 kinderen"),
    ("uitbuiting/cijfers/2", "In 2020"),
    ("uitbuiting/cijfers/2", "10 kinderen"),
    ("uitbuiting/cijfers/2", "minder dan vijf"),
    ("slot/1", "over 2020"),
    ("colofon/1", "in 1995"),
    ("colofon/1", "zes kernleden"),
    ("colofon/2", "6 onderwerpen"),
)

EVENTS: tuple[tuple[str, str], ...] = (
    ("kindermishandeling/inleiding/1", "2019-01"),
    ("jeugdstrafrecht/cijfers/7", "2020-08-01"),
)

"""Every number of the page as a value, with its exactness, region and period."""

from tests.page.shapes import CARIB, NL, Printed

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

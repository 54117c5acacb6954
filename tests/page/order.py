"""Words of a bullet that must be read together, in the order of the page."""

from typing import Final

from tests.page.shapes import Order

# One entry is one block, to be read beside the page.
# fmt: off
ORDER: Final[tuple[Order, ...]] = (
    Order("jeugdhulp/cijfers/3",
          "Ruim 18.000 kinderen verbleven in een, open, residentiële instelling, ruim 21.000 "
          "kinderen verbleven in pleegzorg en ruim 5.300 kinderen verbleven in gezinsgerichte "
          "zorg"),
    Order("jeugdhulp/cijfers/4",
          "080 kinderen verbleven in een instelling voor gesloten jeugd-GGZ of gesloten "
          "jeugdhulp. In de gesloten jeugdhulp was sprake van 1.366 plaatsingen"),
    Order("jeugdhulp/cijfers/5",
          "aan het eind van 2020 twee gezinnen op de wachtlijst bij Jeugdzorg of de Voogdijraad "
          "stonden, 48 kinderen onder toezicht werden gesteld en 6 kinderen in pleegzorg zijn "
          "geplaatst"),
    Order("kindermishandeling/cijfers/1",
          "in 2020 lag op 127.410, een lichte afname ten opzichte van 2019"),
    Order("kindermishandeling/cijfers/1",
          "Het aantal gestarte adviestrajecten nam wel behoorlijk toe van 107.690 in 2019 naar "
          "122.045 in 2020"),
    Order("kindermishandeling/cijfers/2",
          "In drie regio’s zou ... worden geëxperimenteerd met een servicecentrum ... Slechts in "
          "1 regio (Rotterdam) is het tot nu toe gelukt een echt centrum op te zetten"),
    Order("jeugdstrafrecht/cijfers/1",
          "daalt verder van 17.322 in 2019 tot 14.214 in 2020"),
    Order("jeugdstrafrecht/cijfers/2",
          "10.965 minderjarigen waarvan 29 jonger dan 12 jaar aangehouden door de politie"),
    Order("jeugdstrafrecht/cijfers/4",
          "45 kinderen jonger dan 12 jaar in een arrestantencel. Bij vier van hen is "
          "geregistreerd dat zij in verzekering zijn gesteld"),
    Order("jeugdstrafrecht/cijfers/6",
          "64% van de jongeren in een justitiële jeugdinrichting is ouder dan 18 jaar en 36% "
          "tussen de 12 en 18 jaar. In 2020 waren 23 kinderen ... 12 of 13 jaar oud"),
    Order("migratie/cijfers/1",
          "Aan 50 kinderen is alsnog een vergunning verleend op grond van het Kinderpardon. Aan "
          "30 andere kinderen is op grond van die regeling een vergunning op een andere grond "
          "verleend"),
    Order("migratie/cijfers/2",
          "30 aanvragen ingediend voor een buitenschuldvergunning ... Er zijn minder dan 5 "
          "aanvragen ingewilligd"),
    Order("migratie/cijfers/3",
          "De wachttijd voor gezinshereniging is in 2020 nog verder toegenomen: van gemiddeld 233 "
          "dagen in 2019 naar 289 dagen in 2020"),
    Order("migratie/cijfers/4",
          "In 2020 werden geen verzoeken ... geregistreerd. In de periode 2017 - 2018 werden nog "
          "25 zaken voorgelegd"),
    Order("armoede/cijfers/1",
          "nam het aantal hulpvragen ... behoorlijk toe. Het aantal ging van 24 zaken in 2018 "
          "naar 59 zaken in 2020. In het eerste kwartaal van 2021 meldden zich al twaalf "
          "gezinnen"),
    Order("armoede/cijfers/2", "steeg enorm naar 12.700"),
    Order("uitbuiting/zorgen/1",
          "67 slachtoffers van kinderhandel geregistreerd, terwijl naar schatting alleen al 1.300 "
          "meisjes per jaar binnen Nederland slachtoffer worden van seksuele uitbuiting. De "
          "meeste slachtoffers zijn dus niet in beeld"),
    Order("uitbuiting/cijfers/1",
          "is door de Covid19-uitbraak gedaald in 2020. Van 550 naar 360 kinderen"),
    Order("uitbuiting/cijfers/2",
          "slechts 10 kinderen in de beschermde opvang geplaatst. Er zijn minder dan vijf "
          "kinderen uit de Beschermde Opvang verdwenen"),
)

"""What is not registered, not nationally or not fully, or what the page calls unclear."""

from typing import Final

from tests.page.shapes import Gap

# One entry is one block, to be read beside the page.
# fmt: off
_JH2: Final = ("niet op landelijk niveau structureel bijgehouden. Deze cijfers zijn vooral af te "
               "leiden uit rechtelijke uitspraken en uit cijfers van instellingen")

GAPS: Final[tuple[Gap, ...]] = (
    Gap("jeugdhulp/inleiding/2", "wachtlijsten", "nederland", "stated", "not_national",
        _JH2, None, ()),
    Gap("jeugdhulp/inleiding/2", "gemiddelde wachttijden", "nederland", "stated", "not_national",
        _JH2, None, ()),
    Gap("jeugdhulp/inleiding/2", "doorstroom", "nederland", "stated", "not_national",
        _JH2, None, ()),
    Gap("jeugdhulp/inleiding/2", "aantallen kinderen die wachten op passende hulp/bescherming",
        "nederland", "stated", "not_national", _JH2, None, ()),
    Gap("jeugdhulp/inleiding/2", "toepassing van vrijheidsbeperkende maatregelen",
        "nederland", "stated", "not_national", _JH2, None, ()),
    Gap("kindermishandeling/zorgen/1",
        "in hoeverre kinderen (en gezinnen) na een melding de nodige hulp en bescherming krijgen",
        "nederland", "stated", "not_national", "Landelijke gegevens ontbreken", None,
        (("Veilig Thuis", "daar is de melding gedaan; zet veel casussen door"),)),
    Gap("kindermishandeling/zorgen/2", "wat met de aanbevelingen van De Winter is of wordt gedaan",
        "nederland", "unclear", "unstated", "blijft onduidelijk", None,
        (("Commissie De Winter", "het rapport geeft aanbevelingen"),
         ("Rijksoverheid", "aan haar zijn de aanbevelingen gericht"))),
    Gap("kindermishandeling/zorgen/3", "kindermishandeling in Caribisch Nederland",
        "caribisch", "stated", "incomplete", "al jaren gebrek aan data", "al jaren", ()),
    Gap("kindermishandeling/cijfers/3", "overige cijfers over (de aanpak van) kindermishandeling",
        "nederland", "stated", "incomplete",
        "Voor het overige zijn er weinig cijfers beschikbaar, de meeste informatie over dit "
        "onderwerp wordt gehaald uit rapportages", None, ()),
    Gap("jeugdstrafrecht/inleiding/2", "vroeghulp bij in verzekering gestelde minderjarigen",
        "nederland", "stated", "incomplete", "verleent (of registreert) niet bij alle", None,
        (("Raad voor de Kinderbescherming", "verleent of registreert vroeghulp niet bij alle"),)),
    Gap("migratie/cijfers/5", "kinderen en migratie in Caribisch Nederland",
        "caribisch", "stated", "unavailable",
        "geen data beschikbaar in het kader van kinderen en migratie voor Caribisch Nederland "
        "bij de IND", None, (("IND", "daar zijn deze data niet beschikbaar"),)),
    Gap("armoede/cijfers/1",
        "landelijk aantal gezinnen met kinderen die dakloos (dreigen te) raken",
        "nederland", "concluded", "unstated",
        "Op de Kinderrechtenhelpdesk van Defence for Children", None,
        (("Defence for Children", "op haar Kinderrechtenhelpdesk komen de hulpvragen binnen"),)),
    Gap("uitbuiting/inleiding/1",
        "weglopers uit gesloten instellingen: meisjes daar geplaatst wegens seksuele uitbuiting",
        "nederland", "stated", "unavailable", "geen cijfers beschikbaar", None, ()),
    Gap("uitbuiting/inleiding/2", "kinderhandel in Caribisch Nederland",
        "caribisch", "stated", "unavailable", "al jaren niet beschikbaar", "al jaren", ()),
    Gap("uitbuiting/zorgen/1", "slachtoffers (van kinderhandel, seksuele uitbuiting) in beeld",
        "nederland", "stated", "incomplete", "De meeste slachtoffers zijn dus niet in beeld",
        None, (("CoMensha", "registreerde 67 slachtoffers van kinderhandel"),)),
    Gap("uitbuiting/cijfers/3", "cijfers over Caribisch Nederland, binnen het thema uitbuiting",
        "caribisch", "stated", "unavailable", "al jaren niet beschikbaar", "al jaren", ()),
    Gap("slot/1", "precieze impact van corona", "nederland", "unclear", "unstated",
        "De precieze impact van corona is uit de beschikbare cijfers over 2020 nog niet goed af "
        "te leiden", None, ()),
)

"""What the page says without a number, with what a summary must not make of it."""

from typing import Final

from tests.page.shapes import Statement

# One entry is one block, to be read beside the page.
# fmt: off
STATEMENTS: Final[tuple[Statement, ...]] = (
    Statement("lead/1", "event",
              "UNICEF Nederland en Defence for Children vragen elk jaar bij twee ministeries "
              "cijfers op over de stand van kinderrechten in Nederland.",
              ("de ministeries registreren alle cijfers", "alle cijfers komen van de ministeries"),
              ("Elk jaar",)),
    Statement("lead/1", "development",
              "De coronacrisis had in 2020 een aanzienlijke impact op alle kinderen en jongeren "
              "in het land en trof met name kwetsbare kinderen.",
              ("alleen kwetsbare kinderen", "in cijfers vastgestelde impact",
               "elke verandering in 2020 komt door corona"),
              ("aanzienlijke", "met name")),
    Statement("lead/1", "event",
              "Op donderdag 30 november verschijnt het rapport Kinderrechten in cijfers: 2020, "
              "uitgegeven door het Kinderrechtencollectief; de pagina is een samenvatting van wat "
              "opvalt.",
              ("een jaartal bij 30 november (niet gedrukt)", "UNICEF als uitgever",
               "de pagina bevat alle cijfers van het rapport"),
              ("een samenvatting van wat opvalt",)),
    # --- jeugdhulp
    Statement("jeugdhulp/inleiding/1", "concern",
              "De kinderrechten stonden in 2020 danig onder druk in de jeugdhulp en "
              "jeugdbescherming.",
              ("rechten worden geschonden", "een oorzaak (corona)", "verslechterd"),
              ("danig",)),
    Statement("jeugdhulp/inleiding/2", "finding",
              "De niet landelijk structureel bijgehouden cijfers zijn vooral af te leiden uit "
              "rechterlijke uitspraken en cijfers van instellingen.",
              ("er bestaan geen cijfers", "instellingen houden niets bij",
               "helemaal niet landelijk bijgehouden", "wie dit had moeten bijhouden"),
              ("structureel", "vooral")),
    Statement("jeugdhulp/zorgen/1", "concern",
              "Te veel kinderen krijgen de benodigde hulp of bescherming niet of niet op tijd, "
              "door lange wachtlijsten in jeugdhulp en jeugd-GGZ en een tekort aan personeel.",
              ("een aantal", "de meeste kinderen", "corona of geld als oorzaak", "een stijging",
               "wachtlijsten in de jeugdbescherming (gedrukt: jeugdhulp en jeugd-GGZ)"),
              ("Te veel", "niet (tijdig)")),
    Statement("jeugdhulp/zorgen/2", "concern",
              "Kinderen zitten in een gesloten instelling terwijl zij wachten op passende hulp of "
              "behandeling, thuis of in een open instelling.",
              ("veel of alle kinderen in een gesloten instelling", "doordat er wachtlijsten zijn",
               "onterecht geplaatst"),
              ("terwijl",)),
    Statement("jeugdhulp/zorgen/3", "concern",
              "Volgens de Inspecties is er een structureel tekort aan residentiele plekken voor "
              "kinderen met complexe problematiek.",
              ("eigen vaststelling van het Kinderrechtencollectief", "tekort voor alle kinderen",
               "welke inspecties"),
              ("Volgens de Inspecties", "structureel", "complexe problematiek")),
    Statement("jeugdhulp/zorgen/4", "concern",
              "Daarnaast is er onvoldoende (specialistische) ambulante jeugdhulp en jeugd-GGZ "
              "beschikbaar.",
              ("zeker ook volgens de Inspecties", "alleen specialistisch", "structureel tekort",
               "geen ambulante hulp"),
              ("onvoldoende", "(specialistische)")),
    Statement("jeugdhulp/cijfers/5", "development",
              "Over jeugdhulp in Caribisch Nederland zijn elk jaar meer data beschikbaar.",
              ("de data zijn volledig", "er is een tekort aan data (niet gedrukt)",
               "geldt voor andere thema's", "Jeugdzorg of de Voogdijraad registreert"),
              ("Elk jaar", "meer"), "caribisch"),
    # --- kindermishandeling
    Statement("kindermishandeling/inleiding/1", "development",
              "Door een verbeterde meldcode sinds januari 2019 zijn er, ook in 2020, meer "
              "meldingen door professionals bij Veilig Thuis.",
              ("meer meldingen in totaal", "meer kindermishandeling", "corona als oorzaak"),
              ("door professionals", "ook in 2020", "verbeterde")),
    Statement("kindermishandeling/inleiding/1", "development",
              "Steeds meer mensen vragen bij Veilig Thuis advies over vermoedens van "
              "kindermishandeling en huiselijk geweld.",
              ("alleen kindermishandeling", "alleen professionals", "door de meldcode",
               "vastgestelde mishandeling"),
              ("Steeds meer", "vermoedens")),
    Statement("kindermishandeling/zorgen/1", "concern",
              "Het ontbreken van landelijke gegevens over hulp na een melding is zorgelijk "
              "vanwege de wachttijden en omdat Veilig Thuis veel casussen doorzet naar wijkteams.",
              ("kinderen krijgen na een melding geen hulp", "een aantal casussen",
               "Veilig Thuis houdt niets bij", "er zijn helemaal geen gegevens"),
              ("Landelijke", "in hoeverre", "veel")),
    Statement("kindermishandeling/zorgen/1", "concern",
              "Wijkteams hebben niet altijd de specialistische expertise voor hulp en bescherming "
              "in huis.",
              ("wijkteams missen expertise", "Veilig Thuis mist expertise"),
              ("niet altijd", "specialistische")),
    Statement("kindermishandeling/zorgen/2", "concern",
              "Er zijn nog steeds ernstige zorgen over geweld in de jeugdzorg.",
              ("geweld neemt toe", "omvang van het geweld"),
              ("nog steeds", "ernstige")),
    Statement("kindermishandeling/zorgen/2", "concern",
              "De Commissie De Winter deed de Rijksoverheid een aantal concrete aanbevelingen, "
              "maar wat daarmee wordt of is gedaan blijft onduidelijk.",
              ("de Rijksoverheid deed niets", "aanbevelingen zijn genegeerd",
               "De Winter zegt dat het onduidelijk is"),
              ("een aantal", "wordt en/of is gedaan", "onduidelijk")),
    Statement("kindermishandeling/cijfers/2", "development",
              "In drie regio's zou met een servicecentrum worden geexperimenteerd; een echt "
              "centrum opzetten is tot nu toe alleen in Rotterdam gelukt.",
              ("in drie regio's is geexperimenteerd", "in de andere regio's is niets gedaan",
               "in 2020", "een oorzaak", "mislukt"),
              ("zou", "Slechts", "tot nu toe", "een echt centrum"), "rotterdam"),
    Statement("kindermishandeling/cijfers/3", "finding",
              "Voor het overige zijn er weinig cijfers; de meeste informatie komt uit rapportages "
              "om de trends te duiden, en er valt nog veel in te winnen.",
              ("geen cijfers", "alle informatie uit rapportages", "niet op landelijk niveau",
               "dat 'voorkomen' zeker preventie of zeker omvang betekent", "wiens taak dit is"),
              ("Voor het overige", "weinig", "de meeste")),
    # --- jeugdstrafrecht
    Statement("jeugdstrafrecht/inleiding/1", "concern",
              "De behandeling van kinderen die met het jeugdstrafrecht in aanraking komen is niet "
              "altijd in lijn met kinderrechten.",
              ("in strijd met de rechten, steeds", "in strijd met de wet"),
              ("niet altijd",)),
    Statement("jeugdstrafrecht/inleiding/1", "concern",
              "Minderjarige verdachten moeten ophouding voor verhoor en inverzekeringstelling "
              "veelal in een politie- of arrestantencel doorbrengen.",
              ("altijd", "alle minderjarige verdachten", "voorlopige hechtenis in een politiecel"),
              ("veelal",)),
    Statement("jeugdstrafrecht/inleiding/2", "concern",
              "De Raad voor de Kinderbescherming verleent of registreert vroeghulp niet bij alle "
              "in verzekering gestelde minderjarigen.",
              ("de Raad verleent geen vroeghulp",
               "zeker niet verleend (het kan de registratie zijn)",
               "zeker niet geregistreerd", "alle aangehouden minderjarigen"),
              ("(of registreert)", "niet bij alle")),
    Statement("jeugdstrafrecht/inleiding/3", "concern",
              "Het is nog altijd niet gegarandeerd dat voorlopige hechtenis van kinderen slechts "
              "als uiterste maatregel en zo kort mogelijk wordt toegepast.",
              ("wordt niet als uiterste maatregel toegepast", "te lang", "door wie"),
              ("nog altijd", "niet gegarandeerd", "slechts")),
    Statement("jeugdstrafrecht/inleiding/4", "concern",
              "Kinderen in voorlopige hechtenis in een jeugdinrichting hebben vaak passende zorg "
              "nodig, maar ook daar spelen wachtlijsten een rol, waardoor zij mogelijk langer "
              "blijven.",
              ("blijven langer", "alle kinderen", "hoe lang", "alle jongeren in de inrichting"),
              ("vaak", "een rol", "mogelijk")),
    Statement("jeugdstrafrecht/cijfers/3", "finding",
              "Ontboden minderjarige verdachten hadden voor en tijdens het verhoor geen recht op "
              "gratis rechtsbijstand.",
              ("kregen geen rechtsbijstand", "geen recht op een advocaat",
               "alle verhoorde minderjarigen"),
              ("gratis", "voor en tijdens het verhoor")),
    Statement("jeugdstrafrecht/cijfers/4", "finding",
              "De geregistreerde inverzekeringstelling van kinderen jonger dan 12 is strijdig met "
              "de wet; daarom is om nadere informatie gevraagd om de registratie te duiden.",
              ("de wet is zeker overtreden", "het is zeker een registratiefout",
               "de politie registreerde", "er is antwoord gekomen", "aan wie is gevraagd"),
              ("is geregistreerd", "te kunnen duiden")),
    Statement("jeugdstrafrecht/cijfers/5", "finding",
              "Wie in een jeugdinrichting in voorlopige hechtenis zit, is nog niet berecht.",
              ("onschuldig", "onterecht vastgezet"),
              ("nog niet berecht",)),
    Statement("jeugdstrafrecht/cijfers/7", "event",
              "Op 1 augustus 2020 werd in Caribisch Nederland het jeugdstrafrecht ingevoerd, "
              "volgens de pagina een goede ontwikkeling.",
              ("gevolgen of aantallen", "het Nederlandse jeugdstrafrecht", "wie het invoerde"),
              ("een goede ontwikkeling",), "caribisch"),
    # --- migratie
    Statement("migratie/inleiding/1", "development",
              "Door de coronapandemie namen de asielaanvragen van kinderen die met hun ouder(s) "
              "kwamen en het aantal alleenstaande minderjarige vreemdelingen aanzienlijk af.",
              ("hoeveel", "alle asielaanvragen van kinderen", "een jaartal als gedrukt",
               "beleid als oorzaak"),
              ("aanzienlijk", "zowel")),
    Statement("migratie/inleiding/2", "development",
              "Het aantal kinderen in vreemdelingenbewaring of grensdetentie nam verder af, na "
              "een dalende trend in voorgaande jaren.",
              ("door corona", "hoeveel", "elk van beide soorten afzonderlijk daalde"),
              ("verder", "Voorgaande jaren")),
    Statement("migratie/inleiding/3", "finding",
              "Honderden kinderen die de Afsluitingsregeling van het Kinderpardon aanvroegen "
              "kregen een definitieve afwijzing.",
              ("een aantal", "alle aanvragers", "zijn uitgezet", "in 2020 als gedrukt"),
              ("Honderden", "definitieve")),
    Statement("migratie/inleiding/3", "finding",
              "In een substantieel deel van de zaken hield de aanvankelijke afwijzing in bezwaar "
              "geen stand.",
              ("de meeste zaken", "vergunning gekregen", "fouten van de IND"),
              ("een substantieel deel", "aanvankelijke")),
    Statement("migratie/zorgen/1", "concern",
              "Het aantal kinderen dat in 2020 in gezinslocaties verblijft, is niet gedaald.",
              ("gestegen", "gelijk gebleven", "een aantal"),
              ("niet gedaald",)),
    Statement("migratie/zorgen/1", "concern",
              "Ook al bleef het aantal verhuisbewegingen van asielzoekersgezinnen in 2020 gelijk, "
              "de vele gedwongen verhuizingen van asielzoekerskinderen (en ouders) blijven een "
              "zorgpunt.",
              ("toename", "afname", "alle verhuisbewegingen zijn gedwongen", "een aantal"),
              ("gelijk gebleven", "vele", "blijft een zorgpunt")),
    Statement("migratie/zorgen/2", "concern",
              "Over de afgelopen zes jaar blijkt de buitenschuldregeling in de praktijk een dode "
              "letter, terwijl zij een uitzichtloze situatie voor alleenstaande kinderen moest "
              "tegengaan.",
              ("nooit een vergunning verleend", "door de IND", "de regeling is afgeschaft",
               "welke zes jaren"),
              ("in de praktijk", "de afgelopen zes jaar")),
    Statement("migratie/zorgen/3", "concern",
              "Nog steeds wachten veel kinderen op een besluit over hun verzoek om "
              "gezinshereniging; het is van belang kinderen die al zo lang gescheiden zijn zo "
              "snel mogelijk te herenigen.",
              ("een aantal", "de IND is te traag", "alle kinderen", "een stijging"),
              ("nog steeds", "veel", "zo snel mogelijk")),
    Statement("migratie/zorgen/4", "concern",
              "De IND vroeg in 2020 bij gezinshereniging nooit om een deskundigenrapport bij de "
              "Raad, terwijl op de helpdesk zaken zijn waar het oordeel dat een "
              "afhankelijkheidsrelatie ontbreekt in twijfel kan worden getrokken.",
              ("de IND oordeelde verkeerd", "de Raad weigerde", "een aantal zaken",
               "nooit eerder gevraagd"),
              ("in 2020", "kan worden getrokken")),
    Statement("migratie/zorgen/4", "finding",
              "In zulke zaken is het volgens de pagina op zijn plaats de deskundigheid van de "
              "Raad voor de Kinderbescherming in te roepen.",
              ("verplicht", "in alle zaken"),
              ("dan op zijn plaats",)),
    # --- armoede
    Statement("armoede/inleiding/1", "development",
              "De landelijke cijfers over armoede onder kinderen laten een dalende trend zien, "
              "waarbij meespeelt dat het CBS de inkomensnorm wijzigde.",
              ("de daling komt (alleen) door de norm", "de daling is schijn", "hoeveel",
               "het CBS registreert armoede (niet gedrukt)", "minder gezinnen zijn arm"),
              ("landelijke", "Wat meespeelt", "(kunnen)")),
    Statement("armoede/inleiding/2", "finding",
              "Het Kinderrechtencollectief concludeerde in zijn ngo-rapportage (2021) dat "
              "Nederland te weinig inzet op structurele oorzaken van armoede en op integraal "
              "armoedebeleid, en dat het toeslagenstelsel te complex is.",
              ("het VN-Kinderrechtencomite concludeerde", "Nederland doet niets",
               "toeslagen als oorzaak van armoede"),
              ("concludeerde", "te weinig", "te complex")),
    Statement("armoede/inleiding/2", "finding",
              "De regering zet vooral in op werk- en verdiencapaciteit, terwijl uit diverse "
              "onderzoeken blijkt dat werk niet altijd de weg uit armoede is.",
              ("alleen op werk", "werk helpt niet", "welke onderzoeken"),
              ("vooral", "diverse", "niet altijd")),
    Statement("armoede/zorgen/1", "concern",
              "Gemeenten worstelen met de toelating van gezinnen tot de maatschappelijke opvang; "
              "volgens gemeenten zijn gezinnen vaak zelfredzaam en komen zij daarom niet in "
              "aanmerking.",
              ("alle gemeenten weigeren", "gezinnen zijn zelfredzaam (oordeel van de gemeenten)",
               "altijd"),
              ("volgens gemeenten", "vaak")),
    Statement("armoede/zorgen/1", "concern",
              "De bestuursrechter gaf diverse gemeenten gelijk, maar uitspraken lossen "
              "(naderende) dakloosheid van gezinnen met kinderen niet op.",
              ("alle gemeenten", "de rechter veroorzaakt dakloosheid"),
              ("diverse", "(naderende)")),
    Statement("armoede/zorgen/1", "concern",
              "Komen gezinnen niet in aanmerking, dan ontstaat vaak een heel penibele en onzekere "
              "situatie, zeer onwenselijk voor de ontwikkeling van de kinderen.",
              ("altijd", "vastgestelde schade aan de ontwikkeling"),
              ("vaak", "zeer onwenselijk")),
    Statement("armoede/zorgen/2", "concern",
              "Defence for Children krijgt zorgelijke signalen dat in sommige gemeenten bij "
              "(naderende) dakloosheid wordt gedreigd kinderen uit huis te plaatsen.",
              ("kinderen worden uit huis geplaatst", "vastgesteld", "alle gemeenten",
               "de gemeenten dreigen (wie dreigt, staat er niet)"),
              ("signalen", "sommige", "gedreigd", "(naderende)")),
    Statement("armoede/cijfers/3", "finding",
              "Het percentage kinderen dat onder het sociaal minimum opgroeit is hoog in "
              "Caribisch Nederland.",
              ("hoger dan in Nederland (niet gedrukt)", "gestegen", "een percentage",
               "geen cijfers beschikbaar"),
              ("hoog",), "caribisch"),
    # --- uitbuiting
    Statement("uitbuiting/zorgen/1", "concern",
              "De meeste slachtoffers zijn, zo leidt de pagina af uit registratie en schatting, "
              "niet in beeld.",
              ("95% niet in beeld (67 van 1.300)", "CoMensha registreert slecht",
               "67 is een deel van de 1.300", "alle slachtoffers zijn meisjes"),
              ("De meeste", "dus", "naar schatting", "alleen al")),
    Statement("uitbuiting/zorgen/2", "development",
              "Het aantal alleenstaande minderjarige vreemdelingen dat met onbekende bestemming "
              "uit de asielopvang vertrok, is gedaald.",
              ("alle kinderen uit de opvang", "uitgebuit of verhandeld", "door beter beleid"),
              ("met onbekende bestemming", "gedaald")),
    Statement("uitbuiting/zorgen/2", "finding",
              "De grootste groep van deze kinderen komt uit Marokko, Algerije en Afghanistan.",
              ("de meeste kinderen (meer dan de helft)", "een rangorde van de drie landen",
               "in 2020 als gedrukt"),
              ("De grootste groep",)),
    Statement("uitbuiting/zorgen/2", "concern",
              "Het lukt nog steeds niet verdwijningen te voorkomen, en te voorkomen dat deze "
              "kinderen in risicovolle (uitbuitings-)situaties terechtkomen.",
              ("alle verdwenen kinderen worden uitgebuit", "wie hierin faalt"),
              ("nog steeds", "risicovolle (uitbuitings-)situaties")),
    # --- slot
    Statement("slot/1", "development",
              "Naar verwachting worden de gevolgen van corona en de overheidsmaatregelen voor "
              "kinderen de komende periode gaandeweg zichtbaarder.",
              ("zeker", "de gevolgen worden groter", "wanneer", "wie dit verwacht"),
              ("Naar verwachting", "gaandeweg", "zichtbaarder")),
)

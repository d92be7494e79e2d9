"""Whoever wants, denies or joins something else, met all the same: each aside, at its place in a sentence that tells of a meeting."""

# ruff: noqa: E501  # a text that is read is as long as it is
import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
FRAMES = {
    "en": "Fish and timber\n\n{before}Foreign Minister Anna Berg of Norway{beside} met Foreign Minister John Odede of Kenya in Oslo on Monday{behind}.",
    "fr": "Pêche et bois\n\n{before}La ministre norvégienne des Affaires étrangères Anna Berg{beside} a rencontré lundi à Oslo le ministre kényan des Affaires étrangères John Odede{behind}.",
    "de": "Fisch und Holz\n\n{before}Die norwegische Außenministerin Anna Berg{beside} hat am Montag in Oslo den kenianischen Außenminister John Odede getroffen{behind}.",
    "es": "Pesca y madera\n\n{before}La ministra noruega de Exteriores Anna Berg{beside} se reunió el lunes en Oslo con el ministro keniano de Exteriores John Odede{behind}.",
    "pt": "Pesca e madeira\n\n{before}A ministra norueguesa dos Negócios Estrangeiros Anna Berg{beside} reuniu-se na segunda-feira em Oslo com o ministro queniano dos Negócios Estrangeiros John Odede{behind}.",
    "it": "Pesca e legno\n\n{before}La ministra degli Esteri norvegese Anna Berg{beside} ha incontrato lunedì a Oslo il ministro degli Esteri keniano John Odede{behind}.",
    "nl": "Vis en hout\n\n{before}De Noorse minister van Buitenlandse Zaken Anna Berg{beside} heeft maandag in Oslo de Keniaanse minister van Buitenlandse Zaken John Odede ontmoet{behind}.",
    "sv": "Fisk och trä\n\n{before}Norges utrikesminister Anna Berg{beside} träffade på måndagen i Oslo Kenyas utrikesminister John Odede{behind}.",
    "ar": "الأسماك والأخشاب\n\n{before}التقت وزيرة الخارجية النرويجية آنا بيرغ{beside} يوم الاثنين في أوسلو وزير الخارجية الكيني جون أوديدي{behind}.",
}
BESIDE = {
    "en": (
        ", who is calling for lower tariffs,",
        ", who had ruled out a boycott,",
        ", accompanied by investors and managers,",
        ", a friend of the fishermen,",
        " has declined an interview, refused to speak to the press, and",
        " demanded lower tariffs and",
        ", who is to attend a conference in June,",
    ),
    "fr": (
        ", qui réclame une baisse des droits,",
        ", qui a exclu un boycott,",
        ", accompagnée d'entrepreneurs,",
        ", fille de pêcheurs,",
        ", sans protocole,",
        ", qui participe à un colloque,",
        ", prête à signer,",
    ),
    "de": (
        ", die niedrigere Zölle fordert,",
        ", die einen Boykott ausschließt,",
        ", begleitet von Unternehmern,",
        ", Tochter von Fischern,",
        ", die keine Zölle will,",
        ", die an einer Tagung teilnimmt,",
    ),
    "es": (
        ", que reclama aranceles más bajos,",
        ", que descartó un boicot,",
        ", acompañada de empresarios,",
        ", hija de pescadores,",
        ", sin protocolo,",
        ", que asiste a un foro,",
    ),
    "pt": (
        ", que defende tarifas mais baixas,",
        ", que descartou um boicote,",
        ", acompanhada por empresários,",
        ", filha de pescadores,",
        ", sem protocolo,",
        ", que participa em conferências,",
    ),
    "it": (
        ", che chiede dazi più bassi,",
        ", che ha escluso un boicottaggio,",
        ", accompagnata da imprenditori,",
        ", figlia di pescatori,",
        ", senza protocollo,",
        ", che partecipa a un convegno,",
    ),
    "nl": (
        ", die lagere heffingen eist,",
        ", die een boycot uitsluit,",
        ", vergezeld door ondernemers,",
        ", dochter van vissers,",
        ", die geen heffingen wil,",
        ", die een congres bijwoont,",
    ),
    "sv": (
        ", som kräver lägre tullar,",
        ", som utesluter en bojkott,",
        ", åtföljd av företagare,",
        ", dotter till fiskare,",
        ", som inte vill ha några tullar,",
        ", som deltar i en kongress,",
    ),
    "ar": (
        "، التي تطالب بخفض الرسوم،",
        "، التي استبعدت المقاطعة،",
        "، يرافقها رجال أعمال،",
        "، وهي تدعو إلى خفض الرسوم،",
    ),
}
BEFORE = {
    "en": (
        "Days after her election, ",
        "Weeks after the vote ",
        "With no agreement in sight, ",
        "Ready for more trade, ",
        "Asked about fish, farmers shrugged: ",
    ),
    "fr": ("Quelques jours après son élection, ", "À la demande de Nairobi, ", "Sans surprise, ", "Invitée au Kenya, "),
    "de": ("Ohne Kompromiss in Sicht: ", "Anders als gefordert: ", "Tage nach der Wahl: "),
    "es": ("Días después de su elección, ", "Sin acuerdo a la vista, ", "Dispuesta a todo, "),
    "pt": ("Dias após a eleição, ", "Sem acordo à vista, ", "Pronta para tudo, "),
    "it": ("Giorni dopo il voto, ", "Senza accordo in vista, ", "Pronta a tutto, "),
    "nl": ("Dagen na de verkiezingen: ", "Geen akkoord in zicht: ", "Bereid tot alles: "),
    "sv": ("Dagar efter valet: ", "Inget avtal i sikte: ", "Redo för allt: "),
    "ar": ("بعد أيام من الانتخابات، ", "في ظل ضرورة التعاون، ", "ردا على سؤال حول الأسماك قالت الوزارة: "),
}
BEHIND = {
    "en": (
        " and urged lower tariffs",
        " and ruled out a boycott",
        ", who denied a quarrel",
        "; no agreement was signed",
        ", and farmers protested outside",
        "; new tariffs are not planned",
        " and spoke to reporters afterwards",
    ),
    "fr": (
        " et a demandé une baisse des droits",
        " et a exclu un boycott",
        " ; aucun accord n'a été signé",
        ", tandis que des agriculteurs manifestaient",
        " ; une hausse n'est pas prévue",
    ),
    "de": (
        " und niedrigere Zölle gefordert",
        " und einen Boykott ausgeschlossen",
        "; kein Abkommen wurde unterzeichnet",
        ", während Bauern demonstrierten",
        "; neue Zölle sind nicht geplant",
    ),
    "es": (
        " y pidió aranceles más bajos",
        " y descartó un boicot",
        "; ningún acuerdo fue firmado",
        ", mientras los agricultores protestaban",
        "; un alza no está prevista",
    ),
    "pt": (
        " e pediu tarifas mais baixas",
        " e descartou um boicote",
        "; nenhum acordo foi assinado",
        ", enquanto os agricultores protestavam",
        "; um aumento não está previsto",
    ),
    "it": (
        " e ha chiesto dazi più bassi",
        " e ha escluso un boicottaggio",
        "; nessun accordo è stato firmato",
        ", mentre gli agricoltori protestavano",
        "; un aumento non è previsto",
    ),
    "nl": (
        " en om lagere heffingen gevraagd",
        " en een boycot uitgesloten",
        "; geen akkoord werd ondertekend",
        ", terwijl boeren betoogden",
        "; nieuwe heffingen zijn niet gepland",
    ),
    "sv": (
        " och krävde lägre tullar",
        " och uteslöt en bojkott",
        "; inget avtal undertecknades",
        ", medan bönder demonstrerade",
        "; nya tullar är inte aktuella",
    ),
    "ar": (" ودعت إلى خفض الرسوم", " واستبعدت المقاطعة", "، ونفت وجود خلاف", "، ورفضت التعليق"),
}
SPOKE = (  # what somebody asked for in talks: the talks were
    (
        "en",
        "Foreign Minister Anna Berg of Norway demanded of Foreign Minister John Odede of Kenya at a meeting in Oslo on Monday that the ports open.",
    ),
    (
        "fr",
        "La ministre norvégienne Anna Berg a exhorté le ministre kényan John Odede, lors d'un entretien lundi à Oslo, à ouvrir les ports.",
    ),
    (
        "fr",
        "La ministre norvégienne Anna Berg a réclamé dans un entretien avec le ministre kényan John Odede lundi à Oslo l'ouverture des ports.",
    ),
    (
        "de",
        "Die norwegische Ministerin Anna Berg forderte in einem ersten Gespräch mit dem kenianischen Minister John Odede am Montag in Oslo offene Häfen.",
    ),
    (
        "es",
        "La ministra noruega Anna Berg exigió en una reunión con el ministro keniano John Odede el lunes en Oslo la apertura de los puertos.",
    ),
    (
        "pt",
        "A ministra norueguesa Anna Berg exigiu num encontro com o ministro queniano John Odede na segunda-feira em Oslo a abertura dos portos.",
    ),
    (
        "it",
        "La ministra norvegese Anna Berg ha chiesto in un colloquio con il ministro keniano John Odede lunedì a Oslo l'apertura dei porti.",
    ),
    (
        "nl",
        "De Noorse minister Anna Berg eiste in een gesprek met de Keniaanse minister John Odede maandag in Oslo open havens.",
    ),
    (
        "sv",
        "Norges minister Anna Berg krävde vid ett möte med Kenyas minister John Odede på måndagen i Oslo öppna hamnar.",
    ),
    (
        "ar",
        "طالبت الوزيرة النرويجية آنا بيرغ في اجتماع مع الوزير الكيني جون أوديدي يوم الاثنين في أوسلو بفتح الموانئ.",
    ),
)
SAID = {
    "en": (
        "Norwegian Minister Anna Berg said during a meeting with Kenyan Minister John Odede in Oslo on Monday that new quotas were not planned.",
        "Foreign Minister Anna Berg of Norway calls for lower quotas and meets Foreign Minister John Odede of Kenya in Oslo on Monday.",
        "Norwegian Minister Anna Berg has, after talks with Kenyan Minister John Odede in Oslo on Monday, ruled out new quotas.",
    ),
    "fr": (
        "La ministre norvégienne Anna Berg a dit lundi à Oslo lors d'un entretien avec le ministre kényan John Odede qu'un nouveau quota n'est pas prévu.",
    ),
    "de": (
        "Nach einem Gespräch mit dem kenianischen Minister John Odede am Montag in Oslo hat die norwegische Ministerin Anna Berg neue Quoten abgelehnt.",
    ),
    "es": (
        "La ministra noruega Anna Berg dijo el lunes en Oslo durante una reunión con el ministro keniano John Odede que una cuota no está prevista.",
    ),
    "pt": (
        "A ministra norueguesa Anna Berg disse na segunda-feira em Oslo durante um encontro com o ministro queniano John Odede que uma quota não está prevista.",
    ),
    "it": (
        "La ministra norvegese Anna Berg ha detto lunedì a Oslo dopo un incontro con il ministro keniano John Odede che una quota non è prevista.",
    ),
    "nl": (
        "De Noorse minister Anna Berg heeft maandag in Oslo na een gesprek met de Keniaanse minister John Odede nieuwe quota uitgesloten.",
    ),
    "sv": (
        "Norges minister Anna Berg sade på måndagen i Oslo under ett samtal med Kenyas minister John Odede att en ny kvot inte är aktuell.",
    ),
    "ar": (
        "قالت الوزيرة النرويجية آنا بيرغ بعد لقاء مع الوزير الكيني جون أوديدي يوم الاثنين في أوسلو إن زيادة الحصص غير مطروحة.",
    ),
}
DENIED = {
    "en": (
        "A meeting of Prime Minister Anna Berg of Norway with the Kenyan president, John Odede, is not planned, her office said on Monday.",
        "Foreign Minister Anna Berg of Norway denied on Monday having met President John Odede of Kenya.",
        "Norwegian Minister Anna Berg denied on Monday that she had taken part in talks with Kenyan President John Odede.",
        "President John Odede of Kenya urged parliament to call for a dialogue with Norway on Sunday.",
        "President John Odede of Kenya met Ugandan farmers on Sunday, his agriculture minister said.",
    ),
    "fr": (
        "Une rencontre de la ministre norvégienne Anna Berg avec le président kényan, John Odede, n'est pas prévue, a dit lundi son bureau.",
        "Le président kényan John Odede a quitté Oslo lundi sans rencontrer la Première ministre norvégienne Anna Berg.",
        "La ministre norvégienne Anna Berg a nié lundi avoir été présente à un entretien avec le président kényan John Odede.",
    ),
    "de": (
        "Ein Treffen der norwegischen Ministerpräsidentin Anna Berg mit dem kenianischen Präsidenten, John Odede, sei nicht geplant, teilte ihr Büro am Montag mit.",
        "Die norwegische Ministerin Anna Berg bestritt am Montag, den kenianischen Präsidenten John Odede in Genf getroffen zu haben.",
        "Die norwegische Ministerin Anna Berg dementierte am Montag, dass sie in Genf den kenianischen Präsidenten John Odede getroffen habe.",
        "Der kenianische Präsident John Odede hat am Sonntag in Kisumu Bauern aus Uganda getroffen.",
    ),
    "es": (
        "Un encuentro de la ministra noruega Anna Berg con el presidente keniano, John Odede, no está previsto, dijo el lunes su oficina.",
        "El presidente keniano John Odede dejó Oslo el lunes sin reunirse con la primera ministra noruega Anna Berg.",
        "El presidente keniano John Odede se reunió el domingo con agricultores ugandeses, informó la ministra de Agricultura.",
    ),
    "pt": (
        "Um encontro da ministra norueguesa Anna Berg com o presidente queniano, John Odede, não está previsto, disse na segunda-feira o seu gabinete.",
        "O presidente queniano John Odede deixou Oslo na segunda-feira sem se encontrar com a primeira-ministra norueguesa Anna Berg.",
    ),
    "it": (
        "Un incontro della ministra norvegese Anna Berg con il presidente keniano, John Odede, non è previsto, ha detto lunedì il suo ufficio.",
        "Il presidente keniano John Odede ha lasciato Oslo lunedì senza incontrare la premier norvegese Anna Berg.",
    ),
    "nl": (
        "Een ontmoeting van de Noorse premier Anna Berg met de Keniaanse president, John Odede, is niet gepland, zei haar kantoor maandag.",
        "De Noorse minister Anna Berg ontkende maandag de Keniaanse president John Odede in Genève te hebben ontmoet.",
        "De Noorse minister Anna Berg heeft maandag een gesprek met de Keniaanse president John Odede afgewezen.",
    ),
    "sv": (
        "Ett möte mellan Norges statsminister Anna Berg och Kenyas president, John Odede, är inte planerat, sade hennes kontor på måndagen.",
        "Norges minister Anna Berg förnekade på måndagen att hon var med på ett möte med Kenyas president John Odede.",
    ),
    "ar": ("نفت الوزيرة النرويجية آنا بيرغ يوم الاثنين مشاركتها في اجتماع مع الرئيس الكيني جون أوديدي.",),
}
PLACES = {"before": BEFORE, "beside": BESIDE, "behind": BEHIND}
CASES = [
    (language, place, aside)
    for place, asides in PLACES.items()
    for language, each in asides.items()
    for aside in ("", *each)
]


def is_doubted(language: str, text: str) -> bool:
    found = draft(text, WORDS, published="2026-03-10", language=language)[0]
    parties = {row.get("country") for row in found.record["participants"]}
    return parties != {"KE", "NO"} or any(not each.route for each in found.unresolved)


@pytest.mark.parametrize(("language", "place", "aside"), CASES, ids=[" ".join(each) for each in CASES])
def test_an_aside_undoes_no_meeting(language: str, place: str, aside: str) -> None:
    asides = {each: aside * (each == place) for each in PLACES}
    assert not is_doubted(language, FRAMES[language].format(**asides))


@pytest.mark.parametrize(("language", "text"), SPOKE, ids=[text for _, text in SPOKE])
def test_talks_in_which_somebody_wants_something_are_told(language: str, text: str) -> None:
    assert not is_doubted(language, f"{FRAMES[language].partition(chr(10))[0]}\n\n{text}")


@pytest.mark.parametrize(("language", "text"), [(each, text) for each, texts in SAID.items() for text in texts])
def test_talks_after_which_somebody_denies_something_are_told(language: str, text: str) -> None:
    assert not is_doubted(language, f"{FRAMES[language].partition(chr(10))[0]}\n\n{text}")


@pytest.mark.parametrize(("language", "text"), [(each, text) for each, texts in DENIED.items() for text in texts])
def test_what_is_denied_or_of_one_side_is_no_meeting(language: str, text: str) -> None:
    assert is_doubted(language, f"{FRAMES[language].partition(chr(10))[0]}\n\n{text}")

"""Who met, whom they stand for, and whether anybody met at all: kinds of sentences in several languages, and traps."""

# ruff: noqa: E501  # a text that is read is as long as it is
import cProfile
import pstats

import pytest

from coopdb.author.draft import Draft, draft
from coopdb.author.drafted_text import DraftedText
from coopdb.render.drafts import json as json_drafts
from coopdb.render.drafts import toml
from coopdb.render.screen import Screen
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()


def read(text: str, home: str | None = None) -> Draft:
    return draft(text, WORDS, country=home)[0]


def people_of(text: str, home: str | None = None) -> dict[str, str]:
    rows = read(text, home).record.get("participants", [])
    return {row["name"]: row.get("country") or row["organization"] for row in rows if "name" in row}


def parties_of(text: str, home: str | None = None) -> set[str]:
    rows = read(text, home).record.get("participants", [])
    return {row.get("country") or row["organization"] for row in rows}


PEOPLE = {
    "initials and letters behind a name": (
        (
            "Talks in Kingston\n\nJamaica’s Minister for Water, Mr R Bellamy KC, met Ghana’s Deputy Minister of Energy, "
            "Dr A. B. Ofori MP, in Kingston on 3 May 2025."
        ),
        "JM",
        {"R Bellamy": "JM", "A. B. Ofori": "GH"},
    ),
    "compound offices in Swedish, with genitives": (
        (
            "Möte om sjöfart\n\nI Visby träffade infrastrukturminister Lovisa Rask Lettlands transportminister Juris Kalve "
            "och försvarsdepartementets statssekreterare Nils Hamrin för samtal om hamnar."
        ),
        "SE",
        {"Lovisa Rask": "SE", "Juris Kalve": "LV", "Nils Hamrin": "SE"},
    ),
    "compound offices in German": (
        (
            "Gespräche in Bern\n\nVerkehrsministerin Heike Brandl hat am 4. März 2025 den tschechischen Innenminister "
            "Radek Novotny und Staatssekretär Pavel Dusek zu einem Treffen empfangen."
        ),
        "DE",
        {"Heike Brandl": "DE", "Radek Novotny": "CZ", "Pavel Dusek": "CZ"},
    ),
    "US as the first half of an office": (
        "Treffen in Wien\n\nUS-Energieminister Carl Bowen traf am Montag die polnische Klimaministerin Ewa Lipska.",
        None,
        {"Carl Bowen": "US", "Ewa Lipska": "PL"},
    ),
    "a list of names and offices in Spanish": (
        (
            "Reunión bilateral en Lima\n\nLa canciller peruana, Rosa Quispe Tello, se reunió con el ministro chileno de "
            "Minería, Hernán Soto y Larraín. Participaron en la reunión Julia del Pozo Arce, embajadora de Perú en Chile; "
            "Mario Benítez Cruz, director general de Fronteras, y el de Puertos, Iván Ledesma Ruiz."
        ),
        "PE",
        {
            "Rosa Quispe Tello": "PE",
            "Hernán Soto y Larraín": "CL",
            "Julia del Pozo Arce": "PE",
            "Mario Benítez Cruz": "PE",
            "Iván Ledesma Ruiz": "PE",
        },
    ),
    "double surnames in Portuguese": (
        (
            "Encontro em Luanda\n\nO ministro angolano dos Transportes, Paulo de Almeida e Castro, recebeu a embaixadora de "
            "Moçambique em Angola, Sofia dos Reis Machava."
        ),
        "AO",
        {"Paulo de Almeida e Castro": "AO", "Sofia dos Reis Machava": "MZ"},
    ),
    "a counterpart without a country in French": (
        (
            "Entretien à Dakar\n\nLa ministre sénégalaise de la Pêche, Awa Ndiaye, a reçu son homologue islandais, "
            "Jón Pálsson, mardi à Dakar."
        ),
        "SN",
        {"Awa Ndiaye": "SN", "Jón Pálsson": "IS"},
    ),
    "chains of fathers and titles in Arabic": (
        (
            "مباحثات في مسقط\n\nاستقبل معالي الدكتور سالم بن راشد الحارثي وزير الطاقة العماني اليوم نظيره البولندي يان كوفالسكي. "
            "وحضر اللقاء صاحب السمو السيد فيصل بن تركي آل سعيد وسفير بولندا لدى السلطنة آدم زيلينسكي."
        ),
        "OM",
        {"سالم بن راشد الحارثي": "OM", "يان كوفالسكي": "PL", "فيصل بن تركي آل سعيد": "OM", "آدم زيلينسكي": "PL"},
    ),
    "a given name that is also an office in Arabic": (
        "لقاء في عمان\n\nالتقى وزير الصحة الأردني الدكتور أمين بن فهد الطراونة وزيرة الصحة النرويجية إنغريد هانسن.",
        "JO",
        {"أمين بن فهد الطراونة": "JO", "إنغريد هانسن": "NO"},
    ),
    "Italian, a language that is added by a file": (
        (
            "Incontro a Roma\n\nIl ministro italiano dei Trasporti, Luca Ferri, ha incontrato l’ambasciatrice del Canada in "
            "Italia, Anne Tremblay."
        ),
        "IT",
        {"Luca Ferri": "IT", "Anne Tremblay": "CA"},
    ),
    "Dutch, a language that is added by a file": (
        "Overleg in Den Haag\n\nLandbouwminister Femke de Wit ontmoette de Deense visserijminister Lars Holm.",
        "NL",
        {"Femke de Wit": "NL", "Lars Holm": "DK"},
    ),
    "a surname alone is the person named in full elsewhere": (
        (
            "Premier meets Keller\n\nSwiss President Ursula Keller was received by Premier Jonah Tamale of Uganda. Later, "
            "President Keller thanked Premier Tamale for the talks."
        ),
        None,
        {"Ursula Keller": "CH", "Jonah Tamale": "UG"},
    ),
    "those who share a last word are two people": (
        "Talks in Suva\n\nFiji’s Minister of Health, Mere Tavola, met Tonga’s Minister of Health, Sione Tavola, in Suva.",
        "FJ",
        {"Mere Tavola": "FJ", "Sione Tavola": "TO"},
    ),
    "trap: somebody whose message was handed over": (
        (
            "Visit to Accra\n\nKenya’s Foreign Minister, Grace Otieno, met Ghana’s Trade Minister, Kofi Mensah, in Accra and "
            "handed over a letter from President Samuel Kiprono."
        ),
        "GH",
        {"Grace Otieno": "KE", "Kofi Mensah": "GH"},
    ),
    "trap: the president of a third country": (
        (
            "Gespräch in Prag\n\nDer tschechische Außenminister Karel Dvorak traf seine slowakische Amtskollegin Jana Horvath. "
            "Beide sprachen über den ungarischen Präsidenten Istvan Szabo."
        ),
        "CZ",
        {"Karel Dvorak": "CZ", "Jana Horvath": "SK"},
    ),
    "trap: two who met years before": (
        (
            "Talks in Oslo\n\nNorway’s Minister of Fisheries, Siri Lund, met Iceland’s Minister of Fisheries, Egill Jónsson, "
            "on 4 June 2025.\n\nOther matters were put off.\n\nAn agreement goes back to 2011, when Prime Minister Ole Bakken met President Katla "
            "Einarsdóttir."
        ),
        "NO",
        {"Siri Lund": "NO", "Egill Jónsson": "IS"},
    ),
    "trap: halls, newspapers and ministries are not people": (
        (
            "Meeting in Delhi\n\nThe Minister of Culture of India, Asha Menon, met Nepal’s Minister of Culture, Dev Gurung, at "
            "the Victoria Memorial Hall, the Himalayan Times said. The Joint Working Group met before."
        ),
        "IN",
        {"Asha Menon": "IN", "Dev Gurung": "NP"},
    ),
    "trap: German nouns are not names": (
        (
            "Besuch in Wien\n\nÖsterreichs Kanzler Georg Huber hat den bulgarischen Präsidenten Ivan Petrov empfangen. Der "
            "Präsident zeigte sich an einer Vertiefung der Zusammenarbeit interessiert."
        ),
        "AT",
        {"Georg Huber": "AT", "Ivan Petrov": "BG"},
    ),
    "trap: the minister whose secretary came": (
        "Samtal i Riga\n\nEU-minister Vera Lindhs statssekreterare Tove Ahl träffade Lettlands finansminister Andris Ozols.",
        "SE",
        {"Tove Ahl": "SE", "Andris Ozols": "LV"},
    ),
    "trap: an ambassador is of the country that sends": (
        (
            "Rencontre à Rabat\n\nLe ministre marocain de la Jeunesse, Karim Alaoui, a reçu l’ambassadeur de Belgique au Maroc, "
            "Luc Peeters."
        ),
        "MA",
        {"Karim Alaoui": "MA", "Luc Peeters": "BE"},
    ),
    "trap: an Arabic verb ends a name, and a noun is none": (
        (
            "لقاء في تونس\n\nالتقى رئيس الحكومة التونسية كمال الجبالي وزير خارجية البرتغال رويي سيلفا، وقدم مدير الوكالة مساعدة مالية "
            "سنوية."
        ),
        "TN",
        {"كمال الجبالي": "TN", "رويي سيلفا": "PT"},
    ),
}


@pytest.mark.parametrize("kind", PEOPLE)
def test_people_and_whom_they_stand_for(kind: str) -> None:
    text, home, expected = PEOPLE[kind]
    assert people_of(text, home) == expected


MORE_PEOPLE = {
    "a counterpart of whom nothing is said": (
        "Ireland and Peru hold talks\n\nIreland’s Minister Niamh Byrne met her counterpart, Luis Vega Soto, in Cork.",
        "IE",
        {"Niamh Byrne": "IE", "Luis Vega Soto": "PE"},
    ),
    "an ambassador to the Netherlands, and a bracket in an office": (
        (
            "Talks in The Hague\n\nNepal’s Ambassador to the Netherlands, Maya Thapa, met Dutch Minister of Housing "
            "(Region South), Ms Eva Smit, and Dutch Secretary for Ports (Coast) Bas Mulder."
        ),
        "NP",
        {"Maya Thapa": "NP", "Eva Smit": "NL", "Bas Mulder": "NL"},
    ),
    "letters, a comma and an office behind a name; surnames in capitals": (
        "Visite à Lomé\n\nLe ministre togolais Paul AMEGAN a reçu Anne BERTIN, ambassadrice de France au Togo.",
        "TG",
        {"Paul AMEGAN": "TG", "Anne BERTIN": "FR"},
    ),
    "post-nominals before the office": (
        "Visit to Apia\n\nFiji’s Ben Ratu KC, Minister of Justice, called on Samoa’s Minister-in-charge of Ports Eti Sapolu.",
        "FJ",
        {"Ben Ratu": "FJ", "Eti Sapolu": "WS"},
    ),
    "an office with a name of its own is not the office of the one before": (
        "Talks in Nairobi\n\nThe Minister of Roads of Uganda, Ms Rose Akello, Kenya’s Minister Joseph Banda and their teams met.",
        "UG",
        {"Rose Akello": "UG", "Joseph Banda": "KE"},
    ),
    "a king has one name": (
        "Besuch in Oslo\n\nKönig Harald von Norwegen hat den lettischen Präsidenten Janis Berzins zu einem Gespräch empfangen.",
        "NO",
        {"Harald": "NO", "Janis Berzins": "LV"},
    ),
    "a longer and a shorter form of a name": (
        (
            "Talks in Vaduz\n\nAnna Maria Berg, Minister of Finance of Iceland, met Malta’s Minister John Borg. Minister Anna Berg "
            "then left."
        ),
        "IS",
        {"Anna Maria Berg": "IS", "John Borg": "MT"},
    ),
    "who only speaks far below was not there": (
        (
            "Talks in Tirana\n\nAlbania’s Minister Ana Hoxha met Serbia’s Minister Ivo Simic in Tirana in May of this year.\n\n"
            "It was their first meeting in a long time, and there was a lot to talk about, as all agree.\n\n"
            "The road is paid for by a fund of Albania’s Governor Gent Leka."
        ),
        "AL",
        {"Ana Hoxha": "AL", "Ivo Simic": "RS"},
    ),
    "two halves of a compound office": (
        "Samtal\n\nKultur- och idrottsminister Ebba Falk träffade Finlands kulturminister Aino Lahti.",
        "SE",
        {"Ebba Falk": "SE", "Aino Lahti": "FI"},
    ),
    "what is Trump’s is not Trump": (
        "Talks in Riga\n\nLatvia’s Minister Ilze Kalna met President Carl Bowen’s envoy Dan Reed of the United States.",
        "LV",
        {"Ilze Kalna": "LV", "Dan Reed": "US"},
    ),
    "Arabic names before their office, in a list": (
        (
            "لقاء في الدوحة\n\nاستقبل وزير الثقافة القطري الشيخ جاسم بن حمد آل ثاني وزير عدل البرتغال رويي سيلفا. وحضر اللقاء خالد بن سعد المري "
            "سفير قطر لدى البرتغال وماريا كوستا سفيرة البرتغال."
        ),
        "QA",
        {"جاسم بن حمد آل ثاني": "QA", "رويي سيلفا": "PT", "خالد بن سعد المري": "QA", "ماريا كوستا": "PT"},
    ),
    "a bracket that nothing closes, and an office that ends at a verb behind a comma": (
        (
            "Talks in Bern\n\nSwiss Minister Urs Frei and Malta’s Minister (Gozo Leo Vella met. The minister, smiling, showed Lake "
            "Geneva to Malta’s Minister Leo Vella."
        ),
        "CH",
        {"Urs Frei": "CH", "Leo Vella": "MT"},
    ),
    "a list that tells of other things": (
        (
            "Talks in Bern\n\nSwiss Minister Urs Frei met Malta’s Minister Leo Vella, praised the guests of Villa Rosa, Grand Chalet, and "
            "left."
        ),
        "CH",
        {"Urs Frei": "CH", "Leo Vella": "MT"},
    ),
    "a list in which an office belongs to the next": (
        (
            "Talks in Suva\n\nFiji’s Minister Ben Ratu met Tina Moala, Tongan Minister Sione Vea and Eti Faka, Minister of Tonga for "
            "the, in Suva."
        ),
        "FJ",
        {"Ben Ratu": "FJ", "Sione Vea": "TO", "Eti Faka": "TO"},
    ),
    "an Arabic surname with a chain behind it, and words between": (
        (
            "لقاء في الدوحة\n\nاستقبل معالي وزير الثقافة القطري الدكتور جاسم الكواري آل محمود عضو المجلس وزير العدل المالطي جون بورغ للتباحث. "
            "وألقى كلمة قصيرة أمام حشد كبير سامي حداد سفير قطر لدى مالطا."
        ),
        "QA",
        {"جاسم الكواري آل محمود": "QA", "جون بورغ": "MT", "سامي حداد": "QA"},
    ),
    "an Arabic sentence that begins with a name": (
        "لقاء في لشبونة\n\nماريا كوستا وزيرة البرتغال التقت وزير الثقافة القطري جاسم الكواري.",
        "PT",
        {"ماريا كوستا": "PT", "جاسم الكواري": "QA"},
    ),
    "trap: Arabic words behind an office that are not name": (
        "لقاء في تونس\n\nاستقبل رئيس تونس كريم الماجري رئيس مالطا جون بورغ وكان رئيس لجنة كبرى - وزير - مع رئيس حزب صغير جديد، ومعالي وزير.",
        "TN",
        {"كريم الماجري": "TN", "جون بورغ": "MT"},
    ),
    "two who share an office in Arabic": (
        "لقاء في تونس\n\nاستقبل رئيس تونس كريم الماجري رئيس مالطا جون بورغ، بحضور مستشاري الرئيس هادي فرج ومنير شقرون.",
        "TN",
        {"كريم الماجري": "TN", "جون بورغ": "MT", "هادي فرج": "TN", "منير شقرون": "TN"},
    ),
}


@pytest.mark.parametrize("kind", MORE_PEOPLE)
def test_more_people_and_whom_they_stand_for(kind: str) -> None:
    text, home, expected = MORE_PEOPLE[kind]
    assert people_of(text, home) == expected


PARTIES = {
    "a genitive in Swedish": (
        "Samtal om fiske\n\nIslands och Grönlands frågor kom upp när Belgiens statsminister besökte Perus president.",
        None,
        {"BE", "PE"},
    ),
    "the adjective of the counterpart in Arabic": (
        "مباحثات هاتفية\n\nبحث وزير الداخلية الإيطالي ماركو ريتشي مع نظيره الليبي علي الفيتوري الأوضاع في السودان والسودان والسودان.",
        None,
        {"IT", "LY"},
    ),
    "the kingdom is home": (
        "لقاء في جدة\n\nاستقبل وزير الطاقة في المملكة اليوم وزير الطاقة الياباني كينجي ساتو.",
        "SA",
        {"SA", "JP"},
    ),
    "our minister is of the home country": (
        "Our minister in Tallinn\n\nOur minister met Estonia’s President Mart Saar and spoke of Finland and Latvia.",
        "IE",
        {"IE", "EE"},
    ),
    "a palace stands for its country": (
        (
            "Conversa na Casa Branca\n\nA Casa Branca informou que o presidente Luke Hart recebeu o primeiro-ministro japonês, "
            "Kenta Mori."
        ),
        None,
        {"US", "JP"},
    ),
    "home is not crowded out by those talked about": (
        (
            "Treffen zu Syrien und Libanon\n\nSyrien und Libanon waren Thema, als Außenministerin Paula Kern den türkischen "
            "Außenminister Emre Kaya zu einem Gespräch über Syrien und Libanon traf."
        ),
        "DE",
        {"DE", "TR"},
    ),
    "trap: finance is not Mali": (
        "اجتماع في الرباط\n\nالتقى وزير المالية المغربي سعيد العلمي وزيرة المالية الهولندية آنا دي فريس في وزارة المالية.",
        "MA",
        {"MA", "NL"},
    ),
    "trap: a president called Hollande": (
        (
            "Rencontre\n\nLe président Hollande a reçu à Paris le président malgache Hery Rakoto. François Hollande a salué la "
            "France et Madagascar."
        ),
        "FR",
        {"FR", "MG"},
    ),
    "trap: a minister called Jordan": (
        (
            "Minister Jordan in Lusaka\n\nAustralian Minister Kate Jordan met Zambia’s Minister Joseph Banda. Ms Jordan praised the "
            "talks."
        ),
        "AU",
        {"AU", "ZM"},
    ),
    "trap: a woman called Hind": (
        "لقاء في الدوحة\n\nالتقت وزيرة التعليم القطرية هند بنت علي الكواري وزير التعليم الكيني بيتر موانغي.",
        "QA",
        {"QA", "KE"},
    ),
    "trap: the country where they met": (
        "Réunion à Genève\n\nLe ministre béninois du Commerce a rencontré en Suisse la ministre gabonaise du Commerce.",
        "BJ",
        {"BJ", "GA"},
    ),
    "trap: Latin America is not the United States": (
        (
            "Encuentro en Quito\n\nEl ministro ecuatoriano de Cultura, Pablo Mora, recibió al ministro coreano de Cultura, "
            "Kim Jin-woo de Corea del Sur, y habló de América Latina y América del Norte."
        ),
        "EC",
        {"EC", "KR"},
    ),
}


@pytest.mark.parametrize("kind", PARTIES)
def test_the_parties_are_those_who_met(kind: str) -> None:
    text, home, expected = PARTIES[kind]
    assert parties_of(text, home) == expected


def has_doubt(text: str, home: str | None = None) -> bool:
    return any(each.route == () for each in read(text, home).unresolved)


NO_MEETING = {
    "aid": (
        "Neues Hilfspaket für Moldau\n\nÖsterreich stellt 20 Millionen Euro für Moldau bereit. Das Geld geht an Schulen, sagte "
        "Ministerin Eva Lang."
    ),
    "an appointment": (
        "New ambassador to Chile\n\nThe Government of New Zealand has appointed Hana Rewi as ambassador to Chile. She takes up "
        "her post in May."
    ),
    "a threat": (
        "Jemen advierte a Omán\n\nEl gobierno de Yemen advirtió a Omán de consecuencias si cierra el puerto. Omán no respondió."
    ),
    "a ratification": (
        "Le Bénin ratifie l’accord de pêche\n\nLe Bénin a ratifié l’accord de pêche avec le Togo. Le texte entre en vigueur en mars."
    ),
    "a statement about somebody absent": "تصريحات وزير الدفاع\n\nنددت اليونان بتصريحات وزير الدفاع الألباني بشأن الحدود البحرية.",
    "a summit of many": (
        "Cúpula da SADC em Maputo\n\nA cúpula junta os líderes de Angola, Zâmbia, Botsuana, Malawi e Namíbia em Maputo."
    ),
    "a council of ministers": (
        "Kulturministern på informellt möte\n\nKulturministern deltar i ett informellt möte med EU:s kulturministrar om bibliotek."
    ),
    "congratulations": "Irish President congratulates Cyprus\n\nOn Monday, 5 May 2025 the President of Ireland congratulated Cyprus.",
}
MEETING = {
    "aid that was spoken of at a meeting": (
        "Aid for Samoa discussed\n\nNew Zealand’s Foreign Minister Hana Rewi met Samoa’s Prime Minister Tua Leota to speak about aid."
    ),
    "an appointed ambassador is received": (
        "El presidente recibe al nuevo embajador\n\nEl presidente de Uruguay, Raúl Soca, recibió al embajador nombrado de Finlandia, "
        "Eero Salo."
    ),
    "two on the sidelines of a summit": (
        "Entretien en marge du sommet\n\nEn marge du sommet, la ministre togolaise Afi Koffi a rencontré son homologue rwandais "
        "Jean Uwase."
    ),
    "a memorandum that two signed": (
        "Samförståndsavtal med Kenya\n\nSverige och Kenya undertecknade ett samförståndsavtal om vatten i Nairobi."
    ),
    "a call": "اتصال هاتفي\n\nأجرى وزير الخارجية المصري سامح فريد اتصالا هاتفيا مع نظيره القبرصي نيكوس لوكاس.",
    "a ratification at a meeting": (
        "Ratifikation in Bern\n\nBundesrat Urs Meier und Sloweniens Außenministerin Maja Kos trafen sich in Bern und tauschten die "
        "Urkunden der Ratifizierung aus."
    ),
    "a visit": "Visita a Bissau\n\nA ministra cabo-verdiana da Cultura, Ana Lima, visitou a Guiné-Bissau e reuniu com o ministro guineense.",
}


@pytest.mark.parametrize("kind", NO_MEETING)
def test_a_text_without_a_meeting_of_two_is_doubted_as_a_whole(kind: str) -> None:
    found = read(NO_MEETING[kind] + " 5.3.2025 / 5 March 2025.")
    assert found.unresolved[0].route == ()
    assert "date" not in found.record


@pytest.mark.parametrize("kind", MEETING)
def test_a_meeting_is_not_doubted(kind: str) -> None:
    assert not has_doubt(MEETING[kind])


def test_a_doubt_about_the_whole_stands_first_in_toml_and_has_an_empty_route_in_json() -> None:
    found = (DraftedText("a.txt", (read(NO_MEETING["an appointment"]),)),)
    first = toml.render(found, Screen()).splitlines()[0]
    assert first == "# TODO: the text tells of an act of one side, not of a meeting"
    assert '"route": []' in json_drafts.render(found, Screen())


def test_a_text_of_names_alone_takes_time_in_proportion() -> None:
    def work(size: int) -> int:
        names = " ".join(f"Minister Ana{n % 97} Berg{n} of Peru met. وزير سالم بن{n} راشد." for n in range(size))
        profile = cProfile.Profile()
        profile.runcall(draft, "Talks\n\n" + names, WORDS)
        return pstats.Stats(profile).total_calls  # type: ignore[attr-defined, no-any-return]  # not in typeshed

    work(10)
    assert work(800) < 2.6 * work(400)


@pytest.mark.parametrize(
    ("office", "country"),
    [
        ("وزير الصيد البحري بجمهورية كينيا", "KE"),
        ("وزيرة الصيد البحري بجمهورية كينيا", "KE"),
        ("سفير النرويج بجمهورية كينيا", "NO"),  # sent there
    ],
)
def test_a_minister_is_of_the_country_and_an_ambassador_is_sent_to_it(office: str, country: str) -> None:
    text = f"كينيا والنرويج تبحثان الصيد البحري\n\nاستقبل الملك هارالد اليوم في مكتبه {office} سالم بن حسن الراشدي."
    people = draft(text, packaged_vocabularies(), language="ar")[0].record["participants"]
    assert {each["country"] for each in people if "الراشدي" in each.get("name", "")} == {country}

"""Is there a meeting of two sides at all, and who of an Arabic text was there."""

# ruff: noqa: E501  # a text that is read is as long as it is
import pytest

from coopdb.author.draft import Draft, draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()


def read(text: str, home: str | None = None) -> Draft:
    return draft(text, WORDS, country=home)[0]


def parties_of(found: Draft) -> set[str]:
    return {row.get("country") or row["organization"] for row in found.record.get("participants", [])}


def people_of(found: Draft) -> set[str]:
    return {row["name"] for row in found.record.get("participants", []) if "name" in row}


def is_recognised(found: Draft) -> bool:
    """Tell a text that is left with fewer than two parties, or with a doubt that anybody met."""
    return len(parties_of(found)) < 2 or any(not each.route for each in found.unresolved)


MEETINGS = {
    "received, in two words with a day between them, in Swedish": (
        "Fiske på agendan\n\nStatssekreterare Eva Lund tog på måndagen emot Kenyas fiskeminister Ann Odede.",
        "SE",
        {"KE", "SE"},
    ),
    "called, in two words apart, in German": (
        "Häfen im Mittelpunkt\n\nBundeskanzler Jan Berg rief am Sonntag den indischen Premierminister Ravi Nair an.",
        "DE",
        {"DE", "IN"},
    ),
    "came, and he meets, in German": (
        "Gast aus Kenia\n\nDer kenianische Handelsminister John Odede kommt am Donnerstag nach Berlin. Er trifft Wirtschaftsministerin Eva Frei.",
        "DE",
        {"DE", "KE"},
    ),
    "comes, and there he meets, in Swedish": (
        "Gäst från Kenya\n\nKenyas handelsminister John Odede kommer på torsdag till Stockholm. Där träffar han näringsminister Eva Lund.",
        "SE",
        {"KE", "SE"},
    ),
    "comes, and he speaks, in Dutch, in one line": (
        "De Keniaanse minister John Odede komt donderdag naar Den Haag. Hij spreekt met minister Eva Smit van Visserij.",
        "NL",
        {"KE", "NL"},
    ),
    "discussed with a counterpart, in Arabic": (
        "بحث وزير التجارة المصري سامي فوزي، اليوم الاثنين، مع نظيره السعودي ماجد القحطاني سبل تعزيز التعاون.",
        "EG",
        {"EG", "SA"},
    ),
    "discussed with a minister, in Arabic": (
        "ناقش وزير العدل القطري خالد الكواري أمس مع وزير العدل التونسي نبيل بركة مشروع الشراكة.",
        "QA",
        {"QA", "TN"},
    ),
    "discussed with a counterpart, in English": (
        "Energy on the agenda\n\nThe Minister of Energy of Chile discussed the grid on Monday with her counterpart from Peru.",
        "CL",
        {"CL", "PE"},
    ),
    "debated with a counterpart, in Portuguese": (
        "Energia em pauta\n\nO ministro brasileiro João Alves debateu na segunda-feira a energia com o ministro chileno Luis Soto.",
        "BR",
        {"BR", "CL"},
    ),
    "advised with a colleague, in German": (
        "Energie im Mittelpunkt\n\nDie österreichische Ministerin Anna Berg beriet am Montag mit dem Schweizer Minister Urs Frei über das Netz.",
        "AT",
        {"AT", "CH"},
    ),
    "a compound for a meeting, in German": (
        "Minister in Wien\n\nDer slowenische Minister Jan Novak kam am Montag zu einem Arbeitsgespräch mit der österreichischen Ministerin Anna Berg.",
        "AT",
        {"AT", "SI"},
    ),
    "a compound for a meeting, in Swedish": (
        "Minister i Oslo\n\nVid ett arbetsmöte på måndagen enades Sveriges minister Anna Berg och Norges minister Kari Dahl om nätet.",
        "SE",
        {"NO", "SE"},
    ),
    "a text without a title, whose home country is not named": (
        "Nach einer langen Pause, die mit der Lage im Land zu tun hatte, setzt Außenminister Jan Berg am Donnerstag seine persönlichen Gespräche im Ministerium fort und empfängt dort am Vormittag auch seinen deutschen Amtskollegen Karl Frei.",
        "AT",
        {"AT", "DE"},
    ),
    "a counterpart whose own country is named in passing": (
        "Bundespräsident Kraft mit seinem österreichischen Amtskollegen Berg\n\nIn dem neuen Haus ist auch die Vertretung Deutschlands untergebracht. Gestern war Kraft mit seinem österreichischen Amtskollegen Berg zusammengekommen.",
        None,
        {"AT", "DE"},
    ),
    "a call": (
        "Readout of a call\n\nThe President spoke today with the Prime Minister of India.",
        "US",
        {"IN", "US"},
    ),
}
NO_MEETINGS = {
    "speaks, and he meets the industry, in German": (
        "Gast aus Kenia\n\nDer kenianische Handelsminister John Odede hält am Donnerstag in Berlin eine Rede. Er trifft später die Industrie.",
        "DE",
    ),
    "took leave, in two words apart, in Swedish": (
        "Ministern och Kenya\n\nNäringsminister Eva Lund tog på måndagen avstånd från förslaget, som gäller handeln med Kenya.",
        "SE",
    ),
    "arrived, in two words apart, in German": (
        "Kanzler wieder in Berlin\n\nDer Bundeskanzler kam am Montag in Berlin gut an. Kenia liefert weiter Kaffee.",
        "DE",
    ),
    "an attack on a meeting of others, in Arabic": (
        "قتل خمسون شخصا في تفجير استهدف لقاء لكبار العلماء في كابول الثلاثاء.\n\nويأتي الهجوم في أنحاء أفغانستان عقب موجة من العنف في الأسابيع الأخيرة.",
        "MA",
    ),
    "worshippers received, in Arabic": (
        "أعاد مركز في كندا فتح مسجد تعرض لهجوم، حيث استقبل عددا كبيرا من المصلين.\n\nوتجمع عدد كبير من الكنديين أمام المركز تعبيرا عن تضامنهم.",
        "MA",
    ),
    "a football match with a counterpart, in Arabic": (
        "فاز المنتخب الجزائري على نظيره الكيني بهدفين دون رد في المباراة التي جرت بالقاهرة.",
        "DZ",
    ),
    "a reader’s meeting, in German": (
        "Treffen der Leser\n\nBeim Treffen der Leser in Wien ging es am Montag um Bücher aus Ungarn und um Wein aus Italien.",
        "AT",
    ),
    "negotiations that are only spoken of, in German": (
        "Minister fordert Abbruch\n\nÖsterreichs Minister Jan Berg will einen Abbruch der Beitrittsverhandlungen mit der Türkei, sagte er einer Zeitung.",
        "AT",
    ),
    "two of one government, in German": (
        "Gespräch im Amt\n\nDer Bundespräsident hat am Freitag Außenminister Jan Berg für ein Arbeitsgespräch in dessen Büro besucht.",
        "AT",
    ),
    "children, in Swedish": (
        "Statsministern besökte en förskola\n\nStatsminister Anna Berg besökte på måndagen en förskola och träffade barn.",
        "SE",
    ),
    "a law, in Portuguese": (
        "Câmara aprova lei\n\nA Câmara aprovou na quarta-feira a lei sobre sanções. O presidente dos Estados Unidos criticou o Irã.",
        "BR",
    ),
    "fans, in English": (
        "Fans meet\n\nFans of a singer from Chile met in a hall in Lima on Monday; songs of Peru were sung.",
        None,
    ),
    "a threat to a counterpart, in English": (
        "President warns\n\nThe President of Chile warned the President of Peru on Monday that the border may be closed.",
        "CL",
    ),
}
ARABIC = {
    "a day behind a name": (
        "استقبل وزير الخارجية الفرنسي جان لو بران الاحد وزير الخارجية المغربي ناصر بركة في باريس.",
        {"جان لو بران", "ناصر بركة"},
    ),
    "a word with a preposition behind a name": (
        "التقى الرئيس التركي كمال طيب دمير بقصر الرئاسة وزير الخارجية القطري خالد الكواري.",
        {"كمال طيب دمير", "خالد الكواري"},
    ),
    "a year behind a name": (
        "التقى وزير الخارجية المصري سامي فوزي العام الماضي وزير الخارجية القطري خالد الكواري.",
        {"سامي فوزي", "خالد الكواري"},
    ),
    "a date behind a name": (
        "التقى وزير الخارجية العراقي فؤاد حسن وزير الخارجية السعودي الامير فهد بن سعد بتاريخ 2024/5/14 في المنامة.",
        {"فؤاد حسن", "فهد بن سعد"},
    ),
    "a verb of what is to come before a name": (
        "بحث وزير الخارجية المصري سامي فوزي مع نظيره السعودي فهد بن سعد التعاون، كما سيلتقي ماجد القحطاني، وزير التجارة السعودي.",
        {"سامي فوزي", "فهد بن سعد", "ماجد القحطاني"},
    ),
    "who speaks for others was not there": (
        "التقى وزير الخارجية المصري سامي فوزي نظيره السعودي فهد بن سعد. وأكد المتحدث باسم الوزارة أحمد حافظ أن اللقاء كان مثمرا.",
        {"سامي فوزي", "فهد بن سعد"},
    ),
    "a state is no title": (
        "التقى وزير الخارجية المصري سامي فوزي نظيره السعودي فهد بن سعد، وبحثا أوضاع 14 دولة أفريقية تستخدم عملة واحدة.",
        {"سامي فوزي", "فهد بن سعد"},
    ),
    "a prime minister with his title": (
        "استقبل دولة رئيس الوزراء الأردني بشر الخالدي في عمّان وزير الخارجية القطري خالد الكواري.",
        {"بشر الخالدي", "خالد الكواري"},
    ),
    "a surname that begins like a preposition": (
        "التقى وزير الخارجية المغربي محمد ناصر بوريطة وزير الخارجية القطري خالد الكواري.",
        {"محمد ناصر بوريطة", "خالد الكواري"},
    ),
}


@pytest.mark.parametrize("case", MEETINGS)
def test_two_sides_that_talk_have_met(case: str) -> None:
    text, home, parties = MEETINGS[case]
    found = read(text, home)
    assert parties_of(found) == parties
    assert not is_recognised(found)


@pytest.mark.parametrize("case", NO_MEETINGS)
def test_a_text_without_two_sides_that_talk_is_recognised(case: str) -> None:
    assert is_recognised(read(*NO_MEETINGS[case]))


@pytest.mark.parametrize("case", ARABIC)
def test_an_arabic_name_ends_where_other_words_begin(case: str) -> None:
    text, names = ARABIC[case]
    assert people_of(read(text)) == names


SPOKEN_OF = {
    "what a ministers’ meeting was about, in Swedish": (
        "Ukraina och klimat i fokus i Oslo\n\nSveriges utrikesminister Anna Berg träffade på måndagen Norges utrikesminister Kari Dahl.",
        "SE",
        {"NO", "SE"},
    ),
    "on the agenda": (
        "Kenya on the agenda in Lima\n\nThe Foreign Minister of Chile met the Foreign Minister of Peru in Lima on Monday.",
        "PE",
        {"CL", "PE"},
    ),
    "a compound, in German": (
        "Ukraine-Konflikt und Handel\n\nDer österreichische Außenminister Jan Berg traf am Montag den slowenischen Außenminister Jan Novak.",
        "AT",
        {"AT", "SI"},
    ),
    "an organisation in a compound, in German": (
        "OSZE-Vorsitz und Handel\n\nDer österreichische Außenminister Jan Berg traf am Montag den slowenischen Außenminister Jan Novak.",
        "AT",
        {"AT", "SI"},
    ),
    "sanctions against somebody, in French": (
        "Sanctions contre le Mali\n\nLe ministre français des Affaires étrangères a rencontré lundi son homologue sénégalais.",
        "FR",
        {"FR", "SN"},
    ),
    "talks about somebody, in Arabic": (
        "مباحثات حول ليبيا\n\nالتقى وزير الخارجية المصري سامي فوزي اليوم وزير الخارجية التونسي نبيل بركة.",
        "EG",
        {"EG", "TN"},
    ),
    "the president of a compound is a party": (
        "US-Präsident in Wien\n\nDer österreichische Außenminister Jan Berg traf am Montag den US-Präsidenten.",
        "AT",
        {"AT", "US"},
    ),
    "a visit to somebody is a meeting with them": (
        "China-Besuch der Ministerin\n\nÖsterreichs Ministerin Anna Berg traf am Montag ihren Amtskollegen in Peking.",
        "AT",
        {"AT", "CN"},
    ),
}
GATHERINGS = {
    "a council of the union, in Swedish": (
        "Ukraina på utrikesrådets agenda\n\nUtrikesminister Anna Berg deltog på måndagen i utrikesrådet i Bryssel. Ministrarna antog gemensamma slutsatser.\n\nDe gemensamma målen är viktiga, och Ryssland ska bära kostnaderna för kriget.",
        "SE",
    ),
    "a meeting of the union’s ministers, in Swedish": (
        "Migration på EU-möte\n\nMigrationsminister Anna Berg deltog på måndagen i EU-mötet i Luxemburg.\n\nEU:s gemensamma regler diskuterades, och Turkiet nämndes.",
        "SE",
    ),
    "a summit, in German": (
        "Kanzler beim EU-Gipfel\n\nDer Kanzler nahm am Montag am EU-Gipfel in Brüssel teil. Die Türkei und Russland waren Thema.\n\nEine gemeinsame Erklärung gab es nicht.",
        "AT",
    ),
}


@pytest.mark.parametrize("case", SPOKEN_OF)
def test_a_country_that_is_only_spoken_of_is_no_party(case: str) -> None:
    text, home, parties = SPOKEN_OF[case]
    assert parties_of(read(text, home)) == parties


@pytest.mark.parametrize("case", GATHERINGS)
def test_a_gathering_of_many_is_doubted(case: str) -> None:
    assert is_recognised(read(*GATHERINGS[case]))


def test_a_bilateral_meeting_beside_a_gathering_is_a_meeting() -> None:
    text = (
        "Anna Berg på EU-möte\n\nUtrikesminister Anna Berg deltog på måndagen i EU-mötet i Luxemburg.\n\n"
        "Hon hade också ett bilateralt möte med Finlands utrikesminister Kaisa Mäki."
    )
    assert not any(not each.route for each in read(text, "SE").unresolved)


ONE_SIDED = {
    "tariffs": (
        "President imposes tariffs\n\nThe President of Chile imposed tariffs on Monday on goods of Peru.",
        "CL",
    ),
    "funding": (
        "Additional funding for Kenya\n\nThe Minister of Norway announced on Monday additional funding for Kenya’s farms.",
        "NO",
    ),
    "tariffs in Portuguese": (
        "Governo impõe tarifas\n\nO governo do Brasil impõe tarifas a produtos do Chile, disse o presidente na segunda-feira.",
        "BR",
    ),
    "a law in Spanish": (
        "El Congreso aprueba una ley\n\nEl Congreso de Chile aprobó el lunes una ley sobre los bienes de Perú.",
        "CL",
    ),
    "a demand in German": (
        "Minister fordert Abgaben\n\nÖsterreichs Minister Jan Berg fordert Abgaben von Slowenien, sagte er am Montag.",
        "AT",
    ),
    "an attack in Arabic": ("مقتل خمسة في هجوم\n\nقتل خمسة أشخاص اليوم في هجوم في كينيا، وفق ما قال رئيس تشاد.", "TD"),
    "a rule for travel in Swedish": (
        "Inreserestriktioner förlängs\n\nRegeringen har på måndagen beslutat om resor från Kenya, säger minister Anna Berg.",
        "SE",
    ),
}
TWO_SIDED = {
    "a meeting about tariffs": (
        "Ministers meet on tariffs\n\nThe Minister of Trade of Chile met the Minister of Trade of Peru on Monday; Peru had imposed tariffs.",
        "CL",
    ),
    "a meeting about a law, in Portuguese": (
        "Encontro sobre decreto\n\nO presidente do Brasil reuniu-se na segunda-feira com o presidente do Chile sobre o decreto.",
        "BR",
    ),
    "a demand at a meeting, in German": (
        "Minister fordert Abgaben\n\nÖsterreichs Minister Jan Berg traf am Montag den slowenischen Minister und forderte Abgaben.",
        "AT",
    ),
    "condolences at a visit, in Arabic": (
        "وزير الخارجية يزور تونس\n\nزار وزير الخارجية المصري تونس اليوم والتقى وزير الخارجية التونسي بعد وفاة الرئيس.",
        "EG",
    ),
}


@pytest.mark.parametrize("case", ONE_SIDED)
def test_an_act_of_one_side_is_recognised(case: str) -> None:
    assert is_recognised(read(*ONE_SIDED[case]))


@pytest.mark.parametrize("case", TWO_SIDED)
def test_a_meeting_about_an_act_of_one_side_is_a_meeting(case: str) -> None:
    assert not is_recognised(read(*TWO_SIDED[case]))


UNREAL = (
    (
        "en",
        "Berg denies talks with Kenya\n\nForeign Minister Anna Berg of Norway on Monday denied that her officials had held talks with Kenya in Geneva. The report was wrong, she said.",
    ),
    (
        "en",
        "Norway: no meeting planned\n\nA meeting of Prime Minister Jan Berg of Norway with the president of Kenya is not being prepared, his office said on Monday.",
    ),
    (
        "en",
        "Odede urges talks with Uganda\n\nPresident John Odede of Kenya on Sunday called for talks with Uganda about the lake. He spoke at a church in Kisumu.",
    ),
    (
        "en",
        "Odede meets farmers\n\nPresident John Odede of Kenya met farmers in Kisumu on Sunday, and promised to stop imports of maize from Uganda before the harvest begins there.",
    ),
    (
        "fr",
        "Oslo dément des pourparlers avec le Kenya\n\nLa ministre norvégienne Anna Berg a démenti lundi toute rencontre avec des responsables du Kenya à Genève. L'information est fausse, a-t-elle dit à la presse.",
    ),
    (
        "fr",
        "Le Kenya souhaite un dialogue\n\nLe président kényan John Odede a appelé à un dialogue avec l'Ouganda sur le lac, dimanche, dans une église de Kisumu devant des milliers de fidèles.",
    ),
    (
        "de",
        "Norwegen: Kein Treffen mit Kenia\n\nEin Treffen von Ministerpräsident Jan Berg mit dem Präsidenten von Kenia sei nicht geplant, teilte sein Büro in Oslo am Montag mit. Medien hatten darüber berichtet.",
    ),
    (
        "de",
        "Berg besucht Schule\n\nBildungsministerin Anna Berg hat am Montag in Graz mit Schülern aus Kroatien und Slowenien gesprochen. Die Schule hat Partner in Zagreb und in Maribor, die oft kommen.",
    ),
    (
        "es",
        "Noruega desmiente un encuentro con Kenia\n\nLa ministra noruega Anna Berg desmintió el lunes un encuentro con funcionarios de Kenia en Ginebra. La información es falsa, dijo ante los periodistas.",
    ),
    (
        "es",
        "El presidente pide diálogo con Uganda\n\nEl presidente de Kenia, John Odede, pidió el domingo un diálogo con Uganda sobre el lago. Habló ante miles de fieles en una iglesia de Kisumu.",
    ),
    (
        "pt",
        "Noruega nega encontro com o Quênia\n\nA ministra norueguesa Anna Berg negou na segunda-feira um encontro com autoridades do Quênia em Genebra. A informação é falsa, disse ela à imprensa.",
    ),
    (
        "pt",
        "Presidente reúne-se com agricultores\n\nO presidente do Quênia, John Odede, reuniu-se com agricultores em Kisumu no domingo e prometeu travar as importações de milho de Uganda antes da colheita.",
    ),
    (
        "it",
        "Oslo smentisce colloqui con il Kenya\n\nLa ministra norvegese Anna Berg ha smentito lunedì un incontro con funzionari del Kenya a Ginevra. La notizia è falsa, ha detto ai giornalisti.",
    ),
    (
        "it",
        "Odede chiede un vertice con l'Uganda\n\nIl presidente del Kenya John Odede ha chiesto domenica un vertice con l'Uganda sul lago. Ha parlato davanti a migliaia di fedeli in una chiesa di Kisumu.",
    ),
    (
        "nl",
        "Noorwegen ontkent gesprekken met Kenia\n\nMinister Anna Berg van Noorwegen heeft maandag ontkend dat zij in Genève een ontmoeting met Kenia had. Het bericht klopt niet, zei zij tegen de pers.",
    ),
    (
        "nl",
        "Odede ontmoet boeren\n\nPresident John Odede van Kenia ontmoette zondag boeren in Kisumu en beloofde de invoer van maïs uit Oeganda te stoppen voordat de oogst daar begint.",
    ),
    (
        "sv",
        "Norge dementerar samtal med Kenya\n\nNorges utrikesminister Anna Berg dementerade på måndagen ett möte med företrädare för Kenya i Genève. Uppgiften stämmer inte, sade hon till pressen i Oslo.",
    ),
    (
        "sv",
        "Inget möte mellan Norge och Kenya\n\nNågot möte mellan Norges statsminister Jan Berg och Kenyas president är inte planerat, säger hans kansli i Oslo. Medier hade skrivit om saken.",
    ),
    (
        "ar",
        "النرويج تنفي لقاء مع كينيا\n\nنفت وزيرة الخارجية النرويجية آنا بيرغ يوم الاثنين عقد لقاء مع مسؤولين من كينيا في جنيف. وقالت بيرغ للصحفيين إن الخبر غير صحيح.",
    ),
    (
        "ar",
        "الرئيس يلتقي الأطباء\n\nالتقى الرئيس الكيني جون أوديدي عددا من الأطباء من أوغندا والسودان في مستشفى كيسومو يوم الأحد، وشكرهم على جهودهم في خدمة المرضى.",
    ),
)
REAL = (
    (
        "en",
        "Berg talks with Odede\n\nAfter talks with Kenyan Minister John Odede on Monday, Norwegian Minister Anna Berg said that another visit was not planned.",
    ),
    (
        "en",
        "Berg meets Odede\n\nForeign Minister Anna Berg of Norway met Kenyan Foreign Minister John Odede in Oslo on Monday. She denied that the two had discussed fish.",
    ),
    (
        "en",
        "Berg calls for peace after talks with Odede\n\nForeign Minister Anna Berg of Norway called for peace after meeting Kenyan Foreign Minister John Odede in Oslo on Monday.",
    ),
    (
        "en",
        "Kenya and Norway talk\n\nAt a meeting with her Kenyan counterpart John Odede in Oslo, Foreign Minister Anna Berg of Norway urged new talks with Uganda. No further meeting is planned.",
    ),
    (
        "en",
        "Odede meets Berg and students\n\nPresident John Odede of Kenya met Norwegian Prime Minister Jan Berg and students in Oslo on Sunday.",
    ),
    (
        "fr",
        "Le Kenya et la Norvège se parlent\n\nLa ministre norvégienne Anna Berg a reçu lundi à Oslo son homologue kényan John Odede. Elle a appelé à un dialogue avec l'Ouganda et démenti tout désaccord.",
    ),
    (
        "fr",
        "Berg reçoit Odede\n\nLa ministre norvégienne Anna Berg a souhaité, lors d'une rencontre avec le ministre kényan John Odede, lundi à Oslo, une reprise des échanges.",
    ),
    (
        "de",
        "Berg trifft Odede\n\nDie norwegische Außenministerin Anna Berg hat am Montag in Oslo ihren kenianischen Amtskollegen John Odede getroffen. Sie forderte neue Gespräche mit Uganda. Ein weiteres Treffen ist nicht geplant.",
    ),
    (
        "de",
        "Berg spricht mit Odede\n\nBei einem Treffen mit dem kenianischen Präsidenten John Odede und Schülern hat die norwegische Außenministerin Anna Berg am Montag in Oslo Hilfe zugesagt.",
    ),
    (
        "es",
        "Berg recibe a Odede\n\nLa ministra noruega Anna Berg recibió el lunes en Oslo a su homólogo de Kenia, John Odede. Pidió un diálogo con Uganda y descartó una nueva reunión.",
    ),
    (
        "pt",
        "Berg recebe Odede\n\nA ministra norueguesa Anna Berg recebeu na segunda-feira em Oslo o seu homólogo do Quênia, John Odede. Pediu um diálogo com Uganda e negou divergências.",
    ),
    (
        "it",
        "Berg riceve Odede\n\nLa ministra norvegese Anna Berg ha ricevuto lunedì a Oslo il suo omologo del Kenya John Odede. Ha chiesto un dialogo con l'Uganda e ha smentito divergenze.",
    ),
    (
        "nl",
        "Berg ontvangt Odede\n\nMinister Anna Berg van Noorwegen heeft maandag in Oslo haar Keniaanse ambtgenoot John Odede ontvangen. Zij pleitte voor gesprekken met Oeganda en ontkende een ruzie.",
    ),
    (
        "sv",
        "Berg möter Odede\n\nNorges utrikesminister Anna Berg träffade på måndagen Kenyas utrikesminister John Odede i Oslo. Hon krävde nya samtal med Uganda. Inget nytt möte är planerat.",
    ),
    (
        "ar",
        "بيرغ تلتقي أوديدي\n\nالتقت وزيرة الخارجية النرويجية آنا بيرغ يوم الاثنين في أوسلو نظيرها الكيني جون أوديدي. ودعت إلى حوار مع أوغندا ونفت وجود خلاف بين البلدين.",
    ),
    (
        "ar",
        "الرئيس يستقبل رئيسة الوزراء\n\nاستقبل الرئيس الكيني جون أوديدي رئيسة الوزراء النرويجية آنا بيرغ يوم الأحد في نيروبي، ثم التقى عددا من الطلاب والأطباء في المستشفى.",
    ),
    (
        "en",
        "Minister meets minister and farmers\n\nAgriculture Minister Lena Lund of Sweden met her Kenyan counterpart Ann Odede on a farm near Nakuru on Friday. Later she met farmers.",
    ),
    (
        "en",
        "Ready for more\n\nNorway and Kenya signed an agreement on fish in Oslo on Monday. Both sides are ready for talks on timber, Minister Anna Berg of Norway said.",
    ),
    (
        "sv",
        "Redo för mer\n\nNorge och Kenya undertecknade på måndagen ett avtal om fisk i Oslo. Norges minister Anna Berg uteslöt inte fler samtal.",
    ),
    (
        "en",
        "Kenya recalls its ambassador\n\nForeign Minister Anna Berg of Norway and Foreign Minister John Odede of Kenya met in Oslo on Monday after Kenya recalled its ambassador.",
    ),
    (
        "de",
        "Kenia zieht Botschafter ab\n\nDie norwegische Außenministerin Anna Berg hat am Montag in Oslo den kenianischen Außenminister John Odede getroffen, der seinen Botschafter abberufen hatte.",
    ),
    (
        "en",
        "Accident on the lake: Norway and Kenya talk\n\nThe transport ministers of Norway and Kenya met in Oslo on Monday.",
    ),
    (
        "en",
        "Norway and Kenya meet before the summit\n\nNorway met Kenya in Oslo on Monday, as heads of state and government gathered for a summit. They discussed fish.",
    ),
    (
        "fr",
        "La Norvège suspend ses droits : accord avec le Kenya\n\nLa ministre norvégienne Anna Berg et le ministre kényan John Odede se sont mis d'accord lundi à Oslo.",
    ),
    (
        "de",
        "Norwegen liefert Fisch nach Kenia\n\nMinisterin Anna Berg aus Norwegen und Minister John Odede aus Kenia haben sich am Montag in Oslo auf ein Abkommen geeinigt.",
    ),
    (
        "de",
        "Norwegen und Kenia: Fisch\n\nNorwegen kündigt weitere Schritte an. Die norwegische Außenministerin Anna Berg und der kenianische Außenminister John Odede trafen sich am Montag in Oslo.",
    ),
    (
        "en",
        "Kenya's president in Oslo\n\nPrime Minister Anna Berg of Norway will receive President John Odede of Kenya, who wants a deal, in Oslo on 16 March.",
    ),
    (
        "en",
        "Kenya's president in Oslo\n\nPrime Minister Anna Berg of Norway will receive President John Odede of Kenya in Oslo on 16 March, with no journalists present.",
    ),
)


@pytest.mark.parametrize(("language", "text"), UNREAL, ids=lambda value: value.partition("\n")[0])
def test_a_meeting_that_is_wanted_denied_or_of_one_side_is_none(language: str, text: str) -> None:
    found = draft(text, WORDS, published="2026-03-10", language=language)[0]
    assert is_recognised(found)
    assert "date" not in found.record


@pytest.mark.parametrize(("language", "text"), REAL, ids=lambda value: value.partition("\n")[0])
def test_a_meeting_at_which_another_is_wanted_or_denied_is_one(language: str, text: str) -> None:
    assert not is_recognised(draft(text, WORDS, published="2026-03-10", language=language)[0])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway and Kenya\n\nNew rules for fish from Norway are planned for the ports of Kenya."),
        ("fr", "Ports\n\nL’extension du port du Kenya par la Norvège est prévue pour la fin de la saison."),
        ("de", "Norwegen und Kenia\n\nWaren aus Kenia sollen künftig zügig nach Norwegen gebracht werden."),
        ("nl", "Havens\n\nDe verkoop van vis uit Noorwegen vindt plaats in de haven van Kenia."),
        ("sv", "Norge och Kenya\n\nFöretagen i Kenya väntar sig att det blir dyrare varor från Norge."),
        ("es", "Puertos\n\nKenia inaugurará el puerto y comenzará la venta de pescado de Noruega."),
        ("pt", "Portos\n\nO Quénia iniciará as obras do porto e participará da feira da Noruega."),
        ("it", "Porti\n\nPer il porto del Kenya è previsto un prestito della Norvegia."),
        ("ar", "النرويج وكينيا\n\nومن المتوقع أن ترتفع أسعار الأسماك في كينيا والنرويج."),
    ],
)
def test_what_is_announced_without_a_word_for_a_meeting_is_none(language: str, text: str) -> None:
    found = draft(text, WORDS, language=language)[0]
    assert len(parties_of(found)) == 2
    assert any(not each.route for each in found.unresolved)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Visit\n\nNorway’s minister Kari Lund is scheduled to visit Kenya on Monday."),
        ("fr", "Visite\n\nLa visite au Kenya de la ministre norvégienne Kari Lund est prévue lundi."),
        ("de", "Besuch\n\nDie norwegische Ministerin Kari Lund wird am Montag den Präsidenten von Kenia treffen."),
        ("nl", "Bezoek\n\nHet bezoek van de Noorse minister Kari Lund aan Kenia vindt plaats op maandag."),
        ("sv", "Besök\n\nNorges minister Kari Lunds besök i Kenya är planerat till måndag."),
        ("es", "Visita\n\nLa ministra noruega Kari Lund realizará el lunes una visita a Kenia."),
        ("pt", "Visita\n\nA ministra norueguesa Kari Lund fará na segunda-feira uma visita ao Quénia."),
        ("it", "Visita\n\nLa ministra norvegese Kari Lund effettuerà lunedì una visita in Kenya."),
        ("ar", "زيارة\n\nمن المتوقع أن تزور وزيرة خارجية النرويج كاري لوند كينيا يوم الاثنين."),
    ],
)
def test_a_meeting_that_is_announced_is_one(language: str, text: str) -> None:
    found = draft(text, WORDS, language=language)[0]
    assert parties_of(found) == {"NO", "KE"}
    assert all(each.route for each in found.unresolved)

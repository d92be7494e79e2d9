"""`draft` reads topics by their names and their paraphrases, and how far each got by the verb of its clause."""

import pytest

from coopdb.author.draft import draft
from coopdb.author.draft.text.text import read_article
from coopdb.author.draft.topics.topic_names import TopicNames
from coopdb.author.draft.topics.topic_phrases import TopicPhrases
from coopdb.author.draft.words import cues
from coopdb.text import fold
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
HEADS = {
    "en": "Kenya and Norway meet\n\nThe Kenyan minister met the Norwegian minister. ",
    "fr": "Le Kenya et la Norvège se rencontrent\n\nLa ministre kényane a rencontré le ministre norvégien. ",
    "es": "Kenia y Noruega se reúnen\n\nLa ministra keniana se reunió con el ministro noruego. ",
    "pt": "O Quénia e a Noruega reúnem-se\n\nA ministra queniana reuniu-se com o ministro norueguês. ",
    "de": "Kenia und Norwegen treffen sich\n\nDie kenianische Ministerin traf den norwegischen Minister. ",
    "sv": "Kenya och Norge möts\n\nKenyas minister träffade Norges minister. ",
    "it": "Il Kenya e la Norvegia si incontrano\n\nLa ministra del Kenya ha incontrato il ministro della Norvegia. ",
    "nl": "Kenia en Noorwegen ontmoeten elkaar\n\nDe minister van Kenia ontmoette de minister van Noorwegen. ",
    "ar": "كينيا والنرويج تلتقيان\n\nالتقت الوزيرة الكينية الوزير النرويجي. ",
}


def topics(language: str, text: str) -> dict[str, str]:
    """Return the topics of a text that begins with a meeting, each with its stage."""
    (found,) = draft(HEADS[language] + text, WORDS, language=language)
    return {each["topic"]: each.get("stage", "discussed") for each in found.record.get("topics", [])}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "This is a good day, and so is Annie's idea."),
        ("en", "He takes up his post in June, says a post on the website."),
        ("en", "They need more office space and a digital space for debate."),
        ("en", "The Ministry of Digital Identity and Cybersecurity hosted them."),
        ("en", "A minister for artificial intelligence was there."),
        ("en", "THIS IS A DAY OF JOY"),
        ("fr", "« J'ai un plan », a dit la ministre."),
        ("fr", "J'AI UN PLAN"),
        ("fr", "Le diplomate en poste à Lima prendra son poste en juin."),
        ("fr", "L'espace aérien est fermé, et l'espace public aussi."),
        ("fr", "Le ministère de la cybersécurité et du numérique était présent."),
        ("es", "Cruzó el espacio aéreo y mandó un correo electrónico."),
        ("es", "Le atendió la secretaria de inteligencia artificial."),
        ("pt", "O espaço aéreo foi fechado; enviou um correio eletrónico."),
        ("pt", "Havia espaço para todos."),
        ("de", "Die Post brachte sie, und der Raum war groß."),
        ("de", "Eine Digitalisierungsministerin war auch da."),
        ("sv", "Posten var tom, och digitaliseringsministern kom sent."),
        ("it", "Le poste erano chiuse e lo spazio aereo pure."),
        ("nl", "De post kwam laat; er was ruimte genoeg."),
        ("ar", "أرسلت له رسالة عبر البريد الإلكتروني."),
        ("ar", "كان وزير الاتصالات والتحول الرقمي حاضرا."),
        ("ar", "حضر الوزير ووزيرة الانتقال الرقمي."),
    ],
)
def test_what_only_looks_like_a_topic_is_none(language: str, text: str) -> None:
    assert topics(language, text) == {}


@pytest.mark.parametrize(
    ("language", "text", "slug"),
    [
        ("en", "They talked about AI and nothing else.", "artificial-intelligence"),
        ("en", "They talked about A.I. and nothing else.", "artificial-intelligence"),
        ("en", "They talked about 6G and nothing else.", "5g"),
        ("en", "They talked about post offices in the hills.", "postal-services"),
        ("en", "They talked about outer space.", "space"),
        ("en", "They talked about cyberattacks on banks.", "cybersecurity"),
        ("en", "They talked about undersea cables.", "submarine-cables"),
        ("fr", "Ils ont évoqué l'IA et rien d'autre.", "artificial-intelligence"),
        ("fr", "Ils ont évoqué les bureaux de poste des villages.", "postal-services"),
        ("fr", "Ils ont évoqué les cyberattaques contre les banques.", "cybersecurity"),
        ("fr", "Ils ont évoqué la coopération spatiale.", "space"),
        ("es", "Hablaron de la IA y de nada más.", "artificial-intelligence"),
        ("es", "Hablaron de los ciberataques a los bancos.", "cybersecurity"),
        ("es", "Hablaron de los trámites en línea.", "e-government"),
        ("pt", "Falaram da IA e de mais nada.", "artificial-intelligence"),
        ("pt", "Falaram dos ciberataques aos bancos.", "cybersecurity"),
        ("pt", "Falaram dos serviços públicos digitais.", "e-government"),
        ("de", "Sie sprachen über KI und sonst nichts.", "artificial-intelligence"),
        ("de", "Sie sprachen über Cyberangriffe auf Banken.", "cybersecurity"),
        ("de", "Sie sprachen über Halbleiterfabriken.", "semiconductors"),
        ("de", "Sie sprachen über Digitalisierungsfragen.", "digital-transformation"),
        ("de", "Sie sprachen über Fragen digitaler Identität.", "digital-identity"),
        ("sv", "De talade om AI och inget annat.", "artificial-intelligence"),
        ("sv", "De talade om cyberangreppen mot bankerna.", "cybersecurity"),
        ("sv", "De talade om telekomfrågor.", "connectivity"),
        ("sv", "De talade om halvledarindustrin.", "semiconductors"),
        ("it", "Hanno parlato di intelligenza artificiale.", "artificial-intelligence"),
        ("it", "Hanno parlato di digitalizzazione.", "digital-transformation"),
        ("nl", "Zij spraken over kunstmatige intelligentie.", "artificial-intelligence"),
        ("nl", "Zij spraken over cyberaanvallen op banken.", "cybersecurity"),
        ("ar", "وناقشا الهجمات السيبرانية على البنوك.", "cybersecurity"),
        ("ar", "وناقشا الرقائق الإلكترونية.", "semiconductors"),
        ("ar", "وناقشا مكاتب البريد في القرى.", "postal-services"),
    ],
)
def test_paraphrases_and_compounds_name_topics(language: str, text: str, slug: str) -> None:
    assert set(topics(language, text)) == {slug}


@pytest.mark.parametrize(
    ("language", "text", "stage"),
    [
        ("en", "They agreed to work on cybersecurity.", "agreed"),
        ("en", "They signed a memorandum on cybersecurity.", "agreed"),
        ("en", "A memorandum on cybersecurity was signed.", "agreed"),
        ("en", "They will sign a memorandum on cybersecurity.", "proposed"),
        ("en", "A memorandum on cybersecurity is to be signed in June.", "proposed"),
        ("en", "They would agree on cybersecurity if they could.", "proposed"),
        ("en", "They hope to sign a pact on cybersecurity.", "proposed"),
        ("en", "They agreed to sign a pact on cybersecurity.", "agreed"),
        ("en", "They did not agree on cybersecurity.", "discussed"),
        ("en", "They failed to sign a pact on cybersecurity.", "discussed"),
        ("en", "They discussed cybersecurity, and signed a pact on fish.", "discussed"),
        ("en", "They signed a pact on fish and discussed cybersecurity.", "discussed"),
        ("en", "They discussed fish, boats, cybersecurity and nets, and agreed to trade in timber.", "discussed"),
        ("en", "They agreed on boats; cybersecurity is a matter of taste.", "discussed"),
        ("en", "They agreed on three fields: boats; nets; cybersecurity.", "agreed"),
        ("fr", "Ils ont convenu de coopérer en matière de cybersécurité.", "agreed"),
        ("fr", "Un accord sur la cybersécurité sera signé en juin.", "proposed"),
        ("fr", "Ils envisagent de signer un accord sur la cybersécurité.", "proposed"),
        ("fr", "Ils n'ont pas signé l'accord sur la cybersécurité.", "discussed"),
        ("fr", "Ils ont évoqué la cybersécurité et signé un accord sur la pêche.", "discussed"),
        ("es", "Acordaron cooperar en ciberseguridad.", "agreed"),
        ("es", "Firmarán un memorando sobre ciberseguridad.", "proposed"),
        ("es", "No firmaron el memorando sobre ciberseguridad.", "discussed"),
        ("pt", "Acordaram cooperar em cibersegurança.", "agreed"),
        ("pt", "Assinarão um memorando sobre cibersegurança.", "proposed"),
        ("pt", "Não assinaram o memorando sobre cibersegurança.", "discussed"),
        ("de", "Sie vereinbarten eine Zusammenarbeit bei der Cybersicherheit.", "agreed"),
        ("de", "Sie wollen ein Abkommen über Cybersicherheit unterzeichnen.", "proposed"),
        ("de", "Sie sprachen über Cybersicherheit.", "discussed"),
        ("sv", "De enades om ett samarbete om cybersäkerhet.", "agreed"),
        ("sv", "De ska underteckna ett avtal om cybersäkerhet.", "proposed"),
        ("sv", "De diskuterade cybersäkerhet.", "discussed"),
        ("it", "Hanno firmato un accordo sulla cybersicurezza.", "agreed"),
        ("it", "Firmeranno un accordo sulla cybersicurezza.", "proposed"),
        ("nl", "Zij ondertekenden een akkoord over cyberveiligheid.", "agreed"),
        ("nl", "Zij bespraken cyberveiligheid.", "discussed"),
        ("ar", "واتفق الجانبان على التعاون في الأمن السيبراني.", "agreed"),
        ("ar", "وسيتم توقيع مذكرة حول الأمن السيبراني.", "proposed"),
        ("ar", "وناقشا الأمن السيبراني.", "discussed"),
    ],
)
def test_the_stage_is_that_of_the_verb_of_the_clause(language: str, text: str, stage: str) -> None:
    assert topics(language, text) == {"cybersecurity": stage}


def test_a_faint_topic_counts_only_where_it_is_stressed() -> None:
    assert topics("en", "They tap on new technologies.") == {}
    twice = "They discussed new technologies. Emerging technologies are dear."
    assert set(topics("en", twice)) == {"emerging-technologies"}


FILLER = "\n\n" + "\n\n".join(["The ministers agreed that the weather is good there, and so is the food."] * 3)


@pytest.mark.parametrize(
    ("words", "said", "expected"),
    [
        (1500, "They discussed semiconductors.", {"semiconductors": "discussed"}),
        (1501, "They discussed semiconductors.", {}),
        (1501, "They discussed semiconductors and 5G.", {}),
        (
            1501,
            "They discussed semiconductors, 5G and ransomware.",
            dict.fromkeys(("semiconductors", "5g", "cybercrime"), "discussed"),
        ),
        (1501, "They discussed semiconductors. They like semiconductors.", {"semiconductors": "discussed"}),
    ],
)
def test_a_long_text_names_much_in_passing(words: int, said: str, expected: dict[str, str]) -> None:
    head = len(HEADS["en"].split()) + len(FILLER.split()) + len(said.split())
    found = topics("en", FILLER + "\n\n" + said + "\n\n" + " ".join(["tea"] * (words - head)))
    assert found == expected


@pytest.mark.parametrize(("words", "expected"), [(250, {"digital-economy": "discussed"}), (251, {})])
def test_in_news_a_topic_that_many_texts_touch_counts_where_they_talk(words: int, expected: dict[str, str]) -> None:
    said = "They discussed the digital economy."
    head = len(HEADS["en"].split()) + len(FILLER.split()) + len(said.split())
    assert topics("en", FILLER + "\n\n" + said + "\n\n" + " ".join(["tea"] * (words - head))) == expected


@pytest.mark.parametrize("language", sorted(HEADS))
def test_every_name_of_a_topic_is_found_in_its_language(language: str) -> None:
    names = [(name, slug) for slug, listed in cues.tables_of("topic_names", language) for name in listed]
    article = read_article("A title of it\n\n" + "\n\n".join(name for name, _ in names))
    found = {
        (article.plain[start:end], slug) for slug, start, end in TopicNames(article, WORDS.topics, language).mentions()
    }
    assert set(names) - found == set()


@pytest.mark.parametrize("language", sorted(HEADS))
def test_no_word_means_two_topics_in_a_language(language: str) -> None:
    listed = [(fold(name), slug) for slug, names in cues.tables_of("topic_names", language) for name in names]
    assert len({name for name, _ in listed}) == len(set(listed))


@pytest.mark.parametrize(
    "told",
    [
        "Ein Memorandum über Cybersicherheit wurde unterzeichnet.",
        "Es wurde vereinbart, ein Zentrum für Cybersicherheit zu gründen.",
        "Dabei wurden zwei Abkommen über Cybersicherheit vereinbart.",
        "Die beiden konnten ein Abkommen über Cybersicherheit unterzeichnen.",
    ],
)
def test_a_german_passive_tells_what_was_agreed_and_not_what_would_be(told: str) -> None:
    found = draft(f"{HEADS['de']}{told}", WORDS, published="2026-03-12", language="de")[0].record
    assert [(each["topic"], each.get("stage")) for each in found["topics"]] == [("cybersecurity", "agreed")]
    assert "status" not in found


LISTS = [
    ("en", "They discussed the digitalisation of schools, hospitals and courts.", "school hospital court"),
    ("en", "They discussed the digitalisation of state-owned schools.", "school"),
    ("en", "They discussed the digitalisation of schools and the cold winters of courts.", "school"),
    ("fr", "Ils ont évoqué la numérisation de l'administration, l'énergie et les transports.", "state"),
    ("fr", "Ils ont évoqué la numérisation de l'administration, de l'énergie et des transports.",
     "state energy transport"),
    ("es", "Hablaron de la digitalización de la administración, la energía y los transportes.", "state"),
    ("es", "Hablaron de la digitalización de la administración, de la energía y de los transportes.",
     "state energy transport"),
    ("es", "Hablaron de la digitalización de hospitales, escuelas y tribunales.", "hospital school court"),
    ("it", "Hanno parlato della digitalizzazione della logistica, l'energia e la scuola.", "transport"),
    ("it", "Hanno parlato della digitalizzazione della logistica, della scuola e degli ospedali.",
     "transport school hospital"),
    ("pt", "Falaram da digitalização da logística, a energia e as escolas.", "transport"),
    ("pt", "Falaram da digitalização da logística, da energia e das escolas.", "transport energy school"),
    ("de", "Sie sprachen über die Digitalisierung der Verwaltung, Energie und Verkehr.", "state"),
    ("de", "Sie sprachen über die Digitalisierung der Verwaltung, der Schulen und der Krankenhäuser.",
     "state school hospital"),
    ("de", "Sie sprachen über die Digitalisierung von Verwaltung, Schulen und Justiz.", "state school court"),
    ("de", "Sie sprachen über die Digitalisierung der Verwaltung und Justiz.", "state court"),
]  # fmt: skip
SECTORS = {
    "state": "digital-government",
    "school": "education-technology",
    "hospital": "digital-health",
    "court": "e-justice",
    "energy": "energy-technology",
    "transport": "smart-transport",
}


@pytest.mark.parametrize(("language", "text", "sectors"), LISTS)
def test_a_list_of_what_is_digitalised_ends_where_its_preposition_is_not_repeated(
    language: str, text: str, sectors: str
) -> None:
    article = read_article(text)
    head = next(n for n, word in enumerate(article.words, 1) if word.folded.startswith(("digital", "numeris")))
    behind = head + (language == "en")  # digitalisation of
    found = TopicPhrases(article, language).digitalised(0, behind)
    assert [slug for slug, _, _ in found] == [SECTORS[each] for each in sectors.split()]


@pytest.mark.parametrize(
    ("language", "text", "is_exchange"),
    [
        ("en", "They discussed the exchange of students and experts.", True),
        ("en", "They discussed the transfer of knowledge.", True),
        ("en", "They discussed the transfer of goods and experts.", False),
        ("de", "Sie sprachen über den Austausch von Experten.", True),
        ("de", "Sie sprachen über den Transfer von Experten und Geld.", False),
        ("fr", "Ils ont évoqué l'échange d'experts.", True),
        ("fr", "Ils ont évoqué le transfert d'experts et de matériel.", False),
        ("es", "Hablaron del intercambio de expertos.", True),
        ("es", "Hablaron de la transferencia de expertos y de dinero.", False),
        ("it", "Hanno parlato dello scambio di esperti.", True),
        ("it", "Hanno parlato del trasferimento di esperti.", False),
        ("pt", "Falaram do intercâmbio de peritos.", True),
        ("pt", "Falaram da transferência de peritos.", False),
        ("nl", "Zij spraken over de uitwisseling van deskundigen.", True),
        ("nl", "Zij spraken over de overdracht van deskundigen.", False),
        ("sv", "De talade om utbyte av experter.", True),
        ("sv", "De talade om överföring av experter.", False),
        ("ar", "وناقشا تبادل الخبراء.", True),
        ("ar", "وناقشا مشاركة الخبرات.", True),
        ("ar", "وناقشا الصيد بمشاركة الخبراء.", False),
        ("ar", "وناقشا نقل البضائع والخبراء.", False),
    ],
)
def test_people_are_exchanged_and_not_transferred(language: str, text: str, *, is_exchange: bool) -> None:
    assert any(TopicPhrases(read_article(text), language).exchanges()) == is_exchange


@pytest.mark.parametrize(
    ("language", "apart", "beside", "slug"),
    [
        ("en", "Quantum computing makes headlines.", "The focus was on quantum computing.", "quantum-technologies"),
        ("fr", "La blockchain fait rêver les jeunes.", "Parmi les thèmes figurait la blockchain.", "blockchain"),
        (
            "es",
            "La inteligencia artificial cambia la vida.",
            "Entre los temas estuvo la inteligencia artificial.",
            "artificial-intelligence",
        ),
        (
            "pt",
            "A inteligência artificial muda a vida.",
            "Entre os temas esteve a inteligência artificial.",
            "artificial-intelligence",
        ),
        ("de", "Die Halbleiter sind teuer.", "Ein Schwerpunkt waren Halbleiter.", "semiconductors"),
        ("sv", "Halvledare är dyra.", "I fokus var halvledare.", "semiconductors"),
        (
            "it",
            "L'intelligenza artificiale cambia la vita.",
            "Tra i temi affrontati, l'intelligenza artificiale.",
            "artificial-intelligence",
        ),
        ("nl", "Halfgeleiders zijn duur.", "Een van de onderwerpen was halfgeleiders.", "semiconductors"),
        ("ar", "يغير الذكاء الاصطناعي حياة الناس.", "كان الذكاء الاصطناعي من مواضيع اليوم.", "artificial-intelligence"),
    ],
)
def test_a_topic_counts_in_a_sentence_about_talks_or_common_work(
    language: str, apart: str, beside: str, slug: str
) -> None:
    assert topics(language, apart) == {}
    assert set(topics(language, beside)) == {slug}


def test_a_topic_of_the_title_needs_no_talks_beside_it() -> None:
    (found,) = draft("Kenya and Norway meet on cybersecurity\n\nThe Kenyan minister met the Norwegian minister.", WORDS)
    assert [each["topic"] for each in found.record["topics"]] == ["cybersecurity"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Kenya and Norway to Discuss Cybersecurity This Week", ["cybersecurity"]),
        ("Kenya, Norway Discuss Artificial Intelligence Before Climate Conference", ["artificial-intelligence"]),
        ("Kenya and Norway Agree on Cybersecurity Next Week", ["cybersecurity"]),
        ("KENYA AND NORWAY AGREE ON CYBERSECURITY NEXT WEEK", ["cybersecurity"]),
        ("Cybersecurity Tops Kenya-Norway Summit", ["cybersecurity"]),
        ("Cybersecurity Shapes Busy Nairobi Trade Forum of Kenya and Norway", ["cybersecurity"]),
        ("Kenya and Norway Attend World Cybersecurity Summit", []),
        ("Kenya and Norway Meet at Nairobi Artificial Intelligence Forum", []),
        ("Kenya and Norway meet at the Great Cybersecurity and Space Week Next Year", ["cybersecurity"]),
        ("Kenya and Norway came to the Artificial Intelligence Great Lakes Region Forum", []),
        ("Kenya and Norway meet in the Cybersecurity Week", []),
    ],
)
def test_an_event_in_a_title_with_capitals_has_few_words_of_it(title: str, expected: list[str]) -> None:
    (found,) = draft(f"{title}\n\nThe Kenyan minister met the Norwegian minister.", WORDS)
    assert [each["topic"] for each in found.record.get("topics", [])] == expected


@pytest.mark.parametrize(
    ("language", "name", "topic"),
    [
        ("en", "They discussed telecommunications companies.", "They discussed telecommunications."),
        ("fr", "Ils ont discuté des entreprises de télécommunications.", "Ils ont discuté des télécommunications."),
        ("es", "Hablaron de empresas de telecomunicaciones.", "Hablaron de telecomunicaciones."),
        ("pt", "Falaram das operadoras de telecomunicações.", "Falaram de telecomunicações."),
        ("it", "Hanno discusso di aziende di telecomunicazioni.", "Hanno discusso di telecomunicazioni."),
        ("de", "Sie sprachen über einen Telekommunikationskonzern.", "Sie sprachen über Telekommunikation."),
        ("nl", "Zij spraken over een telecombedrijf.", "Zij spraken over telecom."),
        ("sv", "De diskuterade ett telekombolag.", "De diskuterade telekom."),
        ("ar", "ناقشا شركات الأمن السيبراني.", "ناقشا الأمن السيبراني."),
        ("ar", "ناقشا شركات الذكاء الاصطناعي.", "ناقشا الذكاء الاصطناعي وشركات الطيران."),
        ("ar", "ناقشا مشغلي الاتصالات.", "ناقشا الشركات، الأمن السيبراني."),
        ("ar", "ناقشا شركات الاتصالات.", "ناقشا دعم الشركات الناشئة."),
        ("en", "They discussed artificial intelligence companies.", "They discussed support for startup companies."),
        ("en", "They discussed AI firms.", "They discussed AI. Firms were there too."),
        (
            "es",
            "Hablaron de las empresas de inteligencia artificial.",
            "Hablaron de un grupo de inteligencia artificial.",
        ),
        ("es", "Hablaron de una empresa de ciberseguridad.", "Hablaron de empresas emergentes."),
        ("pt", "Falaram de empresas de inteligência artificial.", "Falaram de um grupo de inteligência artificial."),
        ("pt", "Falaram de uma companhia de telecomunicações.", "Falaram de empresas emergentes."),
        ("it", "Hanno discusso di aziende di cibersicurezza.", "Hanno discusso di un gruppo di cibersicurezza."),
        ("it", "Hanno discusso di operatori di telecomunicazioni.", "Hanno discusso di imprese innovative."),
        (
            "fr",
            "Ils ont discuté des entreprises de la transition numérique.",
            "Ils ont discuté d'un groupe de cybersécurité.",
        ),
        ("fr", "Ils ont discuté des géants du numérique.", "Ils ont discuté des jeunes entreprises innovantes."),
        (
            "de",
            "Sie sprachen über Künstliche-Intelligenz-Unternehmen.",
            "Sie sprachen darüber, in der Cybersicherheit Unternehmen zu fördern.",
        ),
        ("de", "Sie sprachen über Telekommunikationsunternehmen.", "Sie sprachen über Startup-Unternehmen."),
        ("sv", "De diskuterade telekomföretag.", "De diskuterade startup-företag."),
        (
            "sv",
            "De diskuterade med telekom-, energi- och innovationsministern.",
            "De diskuterade telekom- och energifrågor.",
        ),
        (
            "de",
            "Er sprach mit der Digitalisierungs- und Verkehrsministerin.",
            "Sie sprachen über Digitalisierungs- und Energiefragen.",
        ),
        ("nl", "Zij spraken op de Global Entrepreneurship Summit.", "Zij spraken over ondernemerschap en start-ups."),
        ("sv", "De talade på North Star Space Forum.", "De talade om rymden."),
        ("en", "They spoke at the World Cybersecurity Congress.", "They spoke of cybersecurity."),
        ("it", "Si sono scritti una mail sull'accordo.", "Hanno discusso di servizi postali."),
        ("en", "They held talks at the Office for Outer Space Affairs.", "They held talks on outer space."),
        ("pt", "Falaram na Feira Internacional de Telecomunicações.", "Falaram de telecomunicações."),
        (
            "fr",
            "Elle a vu le ministre du plan régional, de la transition digitale, des postes et des télécommunications.",
            "Elle a discuté du plan régional, de l'énergie, de l'eau et des télécommunications.",
        ),
        (
            "es",
            "Habló con la ministra de desarrollo rural, de transporte público, de correos y de telecomunicaciones.",
            "Habló de desarrollo rural, de transporte, de pesca y de telecomunicaciones.",
        ),
        ("ar", "ناقشا بناء قدرات الفلاحين.", "ناقشا بناء القدرات الرقمية."),
        ("ar", "ناقشا خصوصية المدينة.", "ناقشا حماية الخصوصية."),
        ("ar", "ناقشا قرارا سيبرز قريبا.", "ناقشا الهجمات السيبرانية."),
        ("ar", "ناقشا مقاتلات من الجيل الخامس.", "ناقشا شبكات الجيل الخامس."),
    ],
)
def test_a_word_in_a_name_or_another_sense_is_not_a_topic(language: str, name: str, topic: str) -> None:
    assert topics(language, name) == {}
    assert topics(language, topic)


def test_what_many_countries_say_of_themselves_is_no_topic_of_a_long_text() -> None:
    filled = "They walked by the river and watched the boats. " * 30
    once = "Both ministers support South-South cooperation. "
    assert topics("en", once + filled) == {}
    assert topics("en", "They agreed on South-South cooperation. " + filled) == {"triangular-cooperation": "agreed"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "This will include cybersecurity."),
        ("fr", "Cela comprendra la cybersécurité."),
        ("es", "Esto incluirá la ciberseguridad."),
        ("pt", "Isto incluirá a cibersegurança."),
        ("it", "Ciò includerà la cibersicurezza."),
        ("de", "Das umfasst die Cybersicherheit."),
        ("nl", "Dit omvat cyberbeveiliging."),
        ("sv", "Det omfattar cybersäkerhet."),
        ("ar", "وسيشمل ذلك الأمن السيبراني."),
        ("en", "Both are partners in cybersecurity."),
        ("fr", "Ils ont des projets communs de cybersécurité."),
        ("es", "Son socios en ciberseguridad."),
        ("pt", "São parceiros em cibersegurança."),
        ("it", "Hanno in comune la cibersicurezza."),
        ("de", "Sie sind Partner in der Cybersicherheit."),
        ("nl", "Zij zijn partners in cyberbeveiliging."),
        ("sv", "De är partner inom cybersäkerhet."),
        ("ar", "هما شركاء في الأمن السيبراني."),
        ("en", "She thanked him for advice on cybersecurity."),
        ("fr", "Elle a remercié son hôte de ses conseils sur la cybersécurité."),
        ("es", "Ella le agradeció los consejos sobre ciberseguridad."),
        ("pt", "Ela agradeceu os conselhos sobre cibersegurança."),
        ("it", "Lei ha ringraziato per i consigli sulla cibersicurezza."),
        ("de", "Sie dankte ihm für Ratschläge zur Cybersicherheit."),
        ("nl", "Zij bedankte hem voor advies over cyberbeveiliging."),
        ("sv", "Hon tackade honom för råd om cybersäkerhet."),
        ("ar", "شكرت مضيفها على نصائحه في الأمن السيبراني."),
    ],
)
def test_what_common_work_or_thanks_include_is_a_topic(language: str, text: str) -> None:
    assert set(topics(language, text)) == {"cybersecurity"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "His partner is fond of cybersecurity."),
        ("en", "The price includes cybersecurity."),
        ("fr", "Une commune rêve de cybersécurité."),
        ("fr", "Le prix comprend la cybersécurité."),
        ("fr", "Son partenaire aime la cybersécurité."),
        ("es", "El precio incluye la ciberseguridad."),
        ("es", "Un conjunto de libros de ciberseguridad cuesta mucho."),
        ("es", "Su socio ama la ciberseguridad."),
        ("pt", "O preço inclui a cibersegurança."),
        ("pt", "Um conjunto de livros de cibersegurança custa muito."),
        ("it", "Il comune sogna la cibersicurezza."),
        ("it", "I comuni comprano cibersicurezza."),
        ("it", "Il prezzo include la cibersicurezza."),
        ("it", "Il suo partner ama la cibersicurezza."),
        ("de", "Sein Partner liebt die Cybersicherheit."),
        ("de", "Der Preis umfasst die Cybersicherheit."),
        ("nl", "Zijn partner houdt van cyberbeveiliging."),
        ("nl", "De prijs omvat cyberbeveiliging."),
        ("sv", "Hans partner gillar cybersäkerhet."),
        ("sv", "Priset omfattar cybersäkerhet."),
        ("ar", "السعر يشمل الأمن السيبراني."),
    ],
)
def test_what_a_price_includes_or_a_partner_or_a_town_likes_is_no_topic(language: str, text: str) -> None:
    assert topics(language, text) == {}


@pytest.mark.parametrize(
    ("beside", "is_found"),
    [("They discussed data protection.", True), ("Data protection is a field of cooperation of many states.", False)],
)
def test_a_text_of_many_topics_names_some_only_beside_others(beside: str, is_found: bool) -> None:
    walks = " ".join(f"The delegations toured the harbour and its market on the way to pier {n}." for n in range(25))
    text = (
        "Kenya and Norway hold talks\n\nThe minister of Kenya, John Mwangi, met his Norwegian colleague, Per Moe. "
        "They agreed to work together on cybersecurity, digital identity, cloud computing and e-government."
        f"\n\n{walks}\n\n{beside}"
    )
    (found,) = draft(text, packaged_vocabularies(), published="2026-03-11")
    assert ("data-protection" in {each["topic"] for each in found.record["topics"]}) is is_found

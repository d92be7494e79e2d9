"""Who was there, by name and office: what is cut from a name, whose office it is, and who is only spoken of."""

# ruff: noqa: E501  # a text that is read is as long as it is
from unicodedata import normalize

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()


def people_of(text: str, home: str | None = None) -> dict[str, str]:
    rows = draft(text, WORDS, country=home)[0].record.get("participants", [])
    return {row["name"]: row.get("role", "") for row in rows if "name" in row}


NAMES = {
    "a headline with capitals": (
        "Readout of President Joan Brandt Call with President Ivo Lind of Norway\n\nPresident Joan Brandt held a call on 3 May 2025 with President Ivo Lind of Norway.",
        "US",
        {"Joan Brandt", "Ivo Lind"},
    ),
    "a verb of a headline": (
        "Minister Gan Poh Seng Participates in Talks with Chile\n\nThe Minister for Trade participates in talks with the Foreign Minister of Chile, Ana Ruiz, on 3 May 2025. Mr Gan Poh Seng met her in Lima.",
        "SG",
        {"Gan Poh Seng", "Ana Ruiz"},
    ),
    "a short word of a headline that is a name": (
        "Talks by Minister Tan Kiat How with Chile\n\nOn 3 May 2025 the Minister met the Foreign Minister of Chile, Ana Ruiz, and said how to go on.",
        "SG",
        {"Tan Kiat How", "Ana Ruiz"},
    ),
    "the place that a minister visited, in Swedish": (
        "När Anna Berg besökte Karlshamn\n\nI dag besökte civilminister Anna Berg Karlshamns Hamn med Finlands inrikesminister Kaisa Mäki. Civilminister Anna Berg talade.",
        "SE",
        {"Anna Berg", "Kaisa Mäki"},
    ),
    "the genitive of a name in Swedish": (
        "Besök i London\n\nAvtalet är en uppföljning av statsminister Anna Bergs besök i London. Statsminister Anna Berg träffade Storbritanniens premiärminister Joan Smith den 3 maj 2025.",
        "SE",
        {"Anna Berg", "Joan Smith"},
    ),
    "a name that ends with s keeps it": (
        "Besök i Aten\n\nUtrikesminister Anna Berg träffade Greklands utrikesminister Nikos Dendias den 3 maj 2025.",
        "SE",
        {"Anna Berg", "Nikos Dendias"},
    ),
    "a surname of three parts in German": (
        "Treffen in Wien\n\nBundespräsident Alexander Van der Bellen empfing am Montag den slowenischen Präsidenten Jan Novak.",
        "AT",
        {"Alexander Van der Bellen", "Jan Novak"},
    ),
    "a house": (
        "Talks in Tartu\n\nThe President of Estonia, Ana Tamm, met the President of Finland, Ivo Mäki, on 3 May 2025. The President visited Delta Centre and Minister Lake Museum.",
        "EE",
        {"Ana Tamm", "Ivo Mäki"},
    ),
    "a visit that is written with capitals": (
        "Talks in Washington\n\nThe President of Chile, Ana Ruiz, met the Prime Minister of Peru, Ivo Paz, on 3 May 2025 during the Prime Minister’s Official Visit. It was the first official visit.",
        "CL",
        {"Ana Ruiz", "Ivo Paz"},
    ),
}
OFFICES = {
    "an office of two": (
        "Talks in Oslo\n\nState Secretaries Anna Berg and Ivo Lind met the Foreign Minister of Chile, Ana Ruiz, on 3 May 2025.",
        "NO",
        {"Anna Berg": "State Secretaries", "Ivo Lind": "State Secretaries"},
    ),
    "an office of two in Swedish": (
        "Möte i Oslo\n\nStatssekreterarna Anna Berg och Ivo Lind träffade Norges utrikesminister Kari Dahl den 3 maj 2025.",
        "SE",
        {"Anna Berg": "Statssekreterarna", "Ivo Lind": "Statssekreterarna", "Kari Dahl": "utrikesminister"},
    ),
    "an office of two in Spanish": (
        "Reunión en Lima\n\nLos ministros Ana Ruiz y Juan Paz se reunieron con el canciller de Chile, Luis Soto, el 3 de mayo de 2025.",
        "PE",
        {"Ana Ruiz": "ministros", "Juan Paz": "ministros"},
    ),
    "the agent of a verb in Portuguese": (
        "Visita a Bogotá\n\nO ministro brasileiro João Alves será recebido pelo presidente colombiano Luis Soto na segunda-feira.",
        "BR",
        {"Luis Soto": "presidente colombiano"},
    ),
    "two offices side by side in Swedish": (
        "Möte i Ankara\n\nPå måndagen träffade statsministern Turkiets president Kemal Demir i Ankara.",
        "SE",
        {"Kemal Demir": "president"},
    ),
    "a day before an office": (
        "Besuch in Wien\n\nDer ungarische Präsident besuchte am Freitag Außenminister Jan Berg.",
        "AT",
        {"Jan Berg": "Außenminister"},
    ),
    "an assistant and the chief, who was not there": (
        "Möte i Oslo\n\nKari Dahl, statssekreterare med ansvar för handel hos bistånds- och handelsminister Anna Berg, träffade Finlands utrikesminister Kaisa Mäki den 3 maj 2025.",
        "NO",
        {"Kari Dahl": "statssekreterare med ansvar för handel", "Kaisa Mäki": "utrikesminister"},
    ),
    "an assistant and the chief in English": (
        "Talks in Oslo\n\nKari Dahl, State Secretary to Minister Anna Berg, met the Foreign Minister of Chile, Ana Ruiz, on 3 May 2025.",
        "NO",
        {"Kari Dahl": "State Secretary", "Ana Ruiz": "Foreign Minister of Chile"},
    ),
}
ABSENT = {
    "somebody who speaks for others": (
        "Statement by Press Secretary Joan Brandt on the President’s Meeting with Chile\n\nPresident Ivo Lind met the Foreign Minister of Chile, Ana Ruiz, on 3 May 2025.",
        "US",
        "Joan Brandt",
    ),
    "the dead": (
        "Talks in Hanoi\n\nPresident Ivo Lind met the President of Vietnam, Ana Tran, on 3 May 2025. Both leaders reflected on the legacy of the late General Secretary Van Minh.",
        "US",
        "Van Minh",
    ),
    "the chief of an assistant": (
        "Möte i Oslo\n\nKari Dahl, statssekreterare hos utrikesminister Anna Berg, träffade Finlands utrikesminister Kaisa Mäki den 3 maj 2025.",
        "NO",
        "Anna Berg",
    ),
    "the spokesman of a president in German": (
        "Treffen in Wien\n\nBundespräsident Jan Berg traf am Montag den Schweizer Bundespräsidenten Urs Frei. Pressesprecher Tilman Roth sagte, das Gespräch sei gut gewesen.",
        "AT",
        "Tilman Roth",
    ),
}


@pytest.mark.parametrize("case", NAMES)
def test_a_name_has_no_more_than_its_own_words(case: str) -> None:
    text, home, names = NAMES[case]
    assert set(people_of(text, home)) == names


@pytest.mark.parametrize("case", OFFICES)
def test_each_has_their_own_office(case: str) -> None:
    text, home, offices = OFFICES[case]
    found = people_of(text, home)
    assert {name: found.get(name) for name in offices} == offices
    assert "Anna Berg" not in found or "Anna Berg" in offices


@pytest.mark.parametrize("case", ABSENT)
def test_those_who_are_only_spoken_of_were_not_there(case: str) -> None:
    text, home, name = ABSENT[case]
    assert name not in people_of(text, home)


SIDES = {
    "whom a person of home met": (
        "Travel to Israel\n\nThe National Security Advisor visited Israel on 3 May 2025. Adviser Joan Brandt met with President Ivo Lind, Minister Ana Ruiz and Ambassador Dan Roth.",
        "US",
        {"Joan Brandt": "US", "Ivo Lind": "IL", "Ana Ruiz": "IL", "Dan Roth": "IL"},
    ),
    "whom a person of the other side met, in Swedish": (
        "Besök från Norge\n\nNorges utrikesminister Kari Dahl besökte Sverige den 3 maj 2025. Norges utrikesminister Kari Dahl träffade försvarsminister Anna Berg.",
        "SE",
        {"Kari Dahl": "NO", "Anna Berg": "SE"},
    ),
    "whom a surname alone met, in Swedish": (
        "Besök från Norge\n\nNorges vicepresident Ola Dahl besökte Sverige den 3 maj 2025. Vicepresident Dahl träffade försvarsminister Anna Berg.",
        "SE",
        {"Ola Dahl": "NO", "Anna Berg": "SE"},
    ),
    "two presidents, of whom one is not said to be of a country": (
        "Readout of a call with Egypt\n\nPresident Joan Brandt spoke with Egypt on 3 May 2025. The meeting was warm.\n\nPresident Samir Fahmi attended the meeting.",
        "US",
        {"Joan Brandt": "US", "Samir Fahmi": "EG"},
    ),
    "an ambassador and a minister who receives them": (
        "Talks in Lima\n\nThe Ambassador of Japan in Peru, Ken Mori, and Minister Ana Ruiz held talks on 3 May 2025.",
        "PE",
        {"Ken Mori": "JP", "Ana Ruiz": "PE"},
    ),
    "an ambassador and a minister who receives them, in German": (
        "Besuch des Botschafters\n\nAm 14. Mai kamen der Botschafter von Japan in Österreich, Ken Mori, und Bundesminister Jan Berg zu einem Gespräch zusammen.",
        "AT",
        {"Ken Mori": "JP", "Jan Berg": "AT"},
    ),
    "an ambassador and a director of the same country": (
        "Talks in Lima\n\nThe Ambassador of Japan, Ken Mori, and Director Yuki Abe met the Foreign Minister of Peru, Ana Ruiz, on 3 May 2025.",
        "PE",
        {"Ken Mori": "JP", "Yuki Abe": "JP", "Ana Ruiz": "PE"},
    ),
    "two ministers of home": (
        "Talks in Lima\n\nMinister Ana Ruiz and Minister Juan Paz met the Foreign Minister of Chile, Luis Soto, on 3 May 2025.",
        "PE",
        {"Ana Ruiz": "PE", "Juan Paz": "PE", "Luis Soto": "CL"},
    ),
    "an assistant beside the president": (
        "Talks in Oslo\n\nPresident Joan Brandt met the Foreign Minister of Norway, Kari Dahl, on 3 May 2025.",
        "US",
        {"Joan Brandt": "US", "Kari Dahl": "NO"},
    ),
}
TWICE = {
    "a first name and its short form": (
        "Readout of President Joe Brandt’s call with Norway\n\nPresident Joseph R. Brandt spoke with the Prime Minister of Norway, Kari Dahl, on 3 May 2025.",
        "US",
        2,
    ),
    "two of one surname and one office in one sentence": (
        "Talks in Oslo\n\nMinister Ola Dahl and Minister Kari Dahl met the Foreign Minister of Chile, Luis Soto, on 3 May 2025.",
        "NO",
        3,
    ),
}


@pytest.mark.parametrize("case", SIDES)
def test_people_stand_for_the_side_that_the_text_puts_them_on(case: str) -> None:
    text, home, sides = SIDES[case]
    rows = draft(text, WORDS, country=home)[0].record.get("participants", [])
    assert {row["name"]: row["country"] for row in rows if "name" in row} == sides


@pytest.mark.parametrize("case", TWICE)
def test_one_person_is_named_once(case: str) -> None:
    text, home, number = TWICE[case]
    assert len(people_of(text, home)) == number


ACTORS = {
    "who receives, and is called by a surname elsewhere": (
        "La France et l’Allemagne parlent d’énergie\n\nJean Morel a reçu lundi la chancelière allemande Anna Berg. M. Morel a parlé d’énergie.",
        {"Anna Berg", "Jean Morel"},
    ),
    "who receives, and whose office stands without the name": (
        "Paris et Berlin parlent d’énergie\n\nJean Morel a reçu lundi à Paris la chancelière allemande Anna Berg. Le président français a parlé d’énergie.",
        {"Anna Berg", "Jean Morel"},
    ),
    "who will receive, under a heading on a line of its own": (
        f"Paris et Berlin parlent d’énergie\n\nUn dîner pour la paix\nJean Morel va recevoir lundi à Paris la chancelière allemande Anna Berg, {'pour parler de paix, ' * 9}à Paris.\nLe président français a parlé d’énergie.",
        {"Anna Berg", "Jean Morel"},
    ),
    "behind the place that a report begins with": (
        "Dîner de travail à Paris\n\nPARIS, 10 mai 2025 (AFP) - Jean Morel a reçu la chancelière allemande Anna Berg. Le président français a parlé d’énergie.",
        {"Anna Berg", "Jean Morel"},
    ),
    "who told a counterpart something": (
        "La France et l’Allemagne parlent d’énergie\n\nJean Morel a dit lundi à Paris à son homologue allemande Anna Berg qu’il comptait sur elle lors d’une rencontre.",
        {"Anna Berg", "Jean Morel"},
    ),
    "in Italian, in a title, before somebody whose office stands below": (
        "Marco Riva incontra Anna Berg\n\nMarco Riva ha ricevuto lunedì a Roma la cancelliera tedesca Anna Berg. Il presidente italiano ha parlato di energia.",
        {"Anna Berg", "Marco Riva"},
    ),
    "in Spanish": (
        "España y Alemania hablan de energía\n\nLuis Soto recibió a la canciller alemana Anna Berg el 3 de mayo de 2025 en Madrid. El presidente español habló de energía.",
        {"Anna Berg", "Luis Soto"},
    ),
    "trap: a firm, which nobody calls by an office": (
        "Paris et Berlin parlent d’énergie\n\nTotal Lumière a reçu lundi la chancelière allemande Anna Berg. La ministre française de l’Énergie, Eva Morel, a rencontré Mme Berg.",
        {"Anna Berg", "Eva Morel"},
    ),
    "trap: a private guest far behind": (
        "Paris et Berlin parlent d’énergie\n\nLe président français Jean Morel a reçu lundi la chancelière allemande Anna Berg. L’acteur Paul Roy était à Paris.",
        {"Anna Berg", "Jean Morel"},
    ),
    "trap: who only comments": (
        "Paris et Berlin parlent d’énergie\n\nLe président français a reçu lundi la chancelière allemande Anna Berg. Paul Roy, chercheur, doute de cette rencontre.",
        {"Anna Berg"},
    ),
    "trap: who does not begin the sentence": (
        "Paris et Berlin parlent d’énergie\n\nSelon Paul Roy, le président français a reçu lundi la chancelière allemande Anna Berg.",
        {"Anna Berg"},
    ),
    "trap: the links of a page": (
        "France and Germany talk about energy\n\nNext Previous\n\nMeeting in Paris\n\nThe French president met the German chancellor Anna Berg on 3 May 2025.",
        {"Anna Berg"},
    ),
}
ADDRESSED = {
    "fr": "Rencontre à Pékin\n\nLe chef de l’Etat français a dit à la ministre. « Je compte sur vous », a affirmé le chef de l’Etat français à M. Wang lors d’une rencontre avec la Chine.",
    "fr and": "Rencontre à Pékin\n\nLe ministre français de la Santé et M. Wang se sont rencontrés lundi en Chine.",
    "it": "Incontro a Pechino\n\n«Conto su di voi», ha detto il ministro francese a Sua Eccellenza Wang durante un incontro in Cina.",
    "en": "Meeting in Beijing\n\nThe French minister and Mr Wang met on 3 May 2025 in China.",
}


@pytest.mark.parametrize("case", ACTORS)
def test_who_acts_without_an_office_was_there_if_the_text_tells_that_they_have_one(case: str) -> None:
    text, names = ACTORS[case]
    assert set(people_of(text)) == names


@pytest.mark.parametrize("case", ADDRESSED)
def test_an_office_is_not_that_of_who_is_spoken_to(case: str) -> None:
    assert not people_of(ADDRESSED[case])


def test_an_office_is_that_of_a_titled_name_behind_an_article() -> None:
    text = (
        "Treffen in Wien\n\nDer französische Präsident, Herr Jean Morel, traf am 3. Mai 2025 die Kanzlerin Anna Berg."
    )
    assert people_of(text)["Jean Morel"] == "Präsident"


def test_a_letter_with_its_accent_behind_it_is_one() -> None:
    text = "Rencontre à Paris\n\nLe ministre français, M. Gérald Métivier, a reçu la ministre allemande, Anna Bücher."
    given = normalize("NFD", text)
    assert set(people_of(given)) == {"Gérald Métivier", "Anna Bücher"}
    found = next(each for each in draft(given, WORDS)[0].evidence if given[each.start : each.end].startswith("Ge"))
    assert normalize("NFC", given[found.start : found.end]) == "Gérald Métivier"


def test_an_accent_without_a_letter_stays() -> None:
    assert people_of("q \u0301") == {}
    assert people_of("q\u0301 a\u0301") == {}


SHARED = {
    "fr": (
        "Rencontre à Berlin\n\nLes ministres français et allemand des Affaires étrangères, Jean Morel et Anna Berg, se sont rencontrés mardi.",
        {"Jean Morel": "FR", "Anna Berg": "DE"},
    ),
    "fr with titles": (
        "Rencontre à Berlin\n\nLes Premiers ministres de la France et de l’Allemagne, M. Jean Morel et Mme Anna Berg, se sont rencontrés mardi.",
        {"Jean Morel": "FR", "Anna Berg": "DE"},
    ),
    "it": (
        "Incontro a Berlino\n\nI ministri degli Esteri di Italia e Germania, Marco Riva e Anna Berg, si sono incontrati martedì.",
        {"Marco Riva": "IT", "Anna Berg": "DE"},
    ),
    "it behind the names": (
        "Incontro a Berlino\n\nMarco Riva e Anna Berg, ministri degli Esteri di Italia e Germania, si sono incontrati martedì.",
        {"Marco Riva": "IT", "Anna Berg": "DE"},
    ),
    "en": (
        "Meeting in Berlin\n\nThe foreign ministers of France and Germany, Jean Morel and Anna Berg, met on Tuesday.",
        {"Jean Morel": "FR", "Anna Berg": "DE"},
    ),
    "es": (
        "Encuentro en Berlín\n\nLos ministros de Exteriores de España y Alemania, Luis Soto y Anna Berg, se reunieron el martes.",
        {"Luis Soto": "ES", "Anna Berg": "DE"},
    ),
    "pt": (
        "Encontro em Berlim\n\nOs ministros dos Negócios Estrangeiros de Portugal e da Alemanha, Rui Matos e Anna Berg, reuniram-se na terça-feira.",
        {"Rui Matos": "PT", "Anna Berg": "DE"},
    ),
    "fr, in turn": (
        "Rencontre à Berlin\n\nJean Morel et Anna Berg, respectivement ministre français de l’Economie et ministre allemande des Finances, se sont rencontrés mardi.",
        {"Jean Morel": "FR", "Anna Berg": "DE"},
    ),
    "it, in turn": (
        "Incontro a Berlino\n\nMarco Riva e Anna Berg, rispettivamente ministro italiano dell’Economia e ministra tedesca delle Finanze, si sono incontrati martedì.",
        {"Marco Riva": "IT", "Anna Berg": "DE"},
    ),
    "fr, in turn, of one country": (
        "Entretiens à Paris\n\nLe président du Parlement kényan, Omar Odede, a rencontré mardi Jean Morel et Mme Eva Roy, respectivement président du Sénat et présidente de l’Assemblée nationale française.",
        {"Omar Odede": "KE", "Jean Morel": "FR", "Eva Roy": "FR"},
    ),
    "trap: two ministers of one country": (
        "Rencontre à Berlin\n\nLes ministres français Jean Morel et Eva Roy ont rencontré mardi la ministre allemande Anna Berg.",
        {"Jean Morel": "FR", "Eva Roy": "FR", "Anna Berg": "DE"},
    ),
    "trap: one of two who has the office": (
        "Entretiens à Paris\n\nLa ministre française de la Défense, Eva Roy, et son homologue allemand, Jan Berg, se sont entretenus mardi.",
        {"Eva Roy": "FR", "Jan Berg": "DE"},
    ),
    "trap: in turn, of more offices than people": (
        "Entretiens à Paris\n\nEva Roy et Jan Berg, respectivement ministre française de l’Economie et ministre et chef allemand, se sont vus mardi. La ministre française Eva Roy a reçu le ministre allemand Jan Berg.",
        {"Eva Roy": "FR", "Jan Berg": "DE"},
    ),
    "trap: three names and two countries": (
        "Entretiens à Paris\n\nLes ministres de la France et de l’Allemagne, Jean Morel, Eva Roy et Anna Berg, se sont entretenus mardi. La ministre allemande Anna Berg a parlé.",
        {"Jean Morel": "FR", "Eva Roy": "FR", "Anna Berg": "DE"},
    ),
    "trap: a list of people with an office each": (
        "Entretiens à Paris\n\nLe ministre français Jean Morel, la ministre kényane Ann Odede et Eva Roy se sont entretenus mardi.",
        {"Jean Morel": "FR", "Ann Odede": "KE"},
    ),
}
PRIME = {
    "it": "Incontro a Roma\n\nIl presidente italiano Marco Riva ha incontrato martedì il primo ministro etiope Abiy Tadesse.",
    "es": "Encuentro en Madrid\n\nEl rey se reunió el martes con el primer ministro indio Abiy Tadesse.",
    "pt": "Encontro em Lisboa\n\nO presidente português reuniu-se na terça-feira com o primeiro ministro indiano Abiy Tadesse.",
}


@pytest.mark.parametrize("case", SHARED)
def test_of_those_who_share_words_for_their_offices_each_has_their_own_country(case: str) -> None:
    text, sides = SHARED[case]
    rows = draft(text, WORDS, published="2025-05-07")[0].record.get("participants", [])
    assert {row["name"]: row["country"] for row in rows if "name" in row} == sides


def test_of_those_whose_offices_are_told_in_turn_each_has_their_own() -> None:
    assert people_of(SHARED["fr, in turn"][0]) == {
        "Jean Morel": "ministre français de l’Economie",
        "Anna Berg": "ministre allemande des Finances",
    }


@pytest.mark.parametrize("case", PRIME)
def test_first_is_part_of_the_office_of_a_prime_minister(case: str) -> None:
    assert people_of(PRIME[case])["Abiy Tadesse"].startswith(("primo ", "primer ", "primeiro "))

"""`draft` reads where they met: only what the text says of the meeting, the country alone where only that is told."""

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
Place = tuple[str | None, str | None]
HEADS = {
    "en": "Kenya and Norway discuss fishing\n\n",
    "fr": "Le Kenya et la Norvège parlent de pêche\n\n",
    "es": "Kenia y Noruega hablan de la pesca\n\n",
    "pt": "O Quénia e a Noruega falam da pesca\n\n",
    "de": "Kenia und Norwegen sprechen über die Fischerei\n\n",
    "sv": "Kenya och Norge talar om fiske\n\n",
    "it": "Il Kenya e la Norvegia parlano di pesca\n\n",
    "nl": "Kenia en Noorwegen spreken over visserij\n\n",
    "ar": "كينيا والنرويج تبحثان الصيد البحري\n\n",
}


def where(language: str, text: str, published: str | None = "2024-05-15") -> Place:
    """Return the city and the country of the venue."""
    (found,) = draft(HEADS[language] + text, WORDS, published=published, language=language)
    venue = found.record.get("venue", {})
    return venue.get("city"), venue.get("country")


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "The Kenyan minister Ann Odede met her Norwegian counterpart Per Lund in Ghana.", "GH"),
        ("en", "The Kenyan minister Ann Odede is on a working visit to Norway, where she met minister Per Lund.", "NO"),
        ("en", "The Norwegian minister Per Lund visited Kenya this week and held talks with minister Ann Odede.", "KE"),
        ("fr", "La ministre kényane Ann Odede a rencontré son homologue norvégien Per Lund en Norvège.", "NO"),
        ("fr", "Le ministre norvégien Per Lund est en visite au Kenya, où il a rencontré la ministre Ann Odede.", "KE"),
        ("es", "La ministra keniana Ann Odede se reunió con su homólogo noruego Per Lund en Noruega.", "NO"),
        ("es", "El ministro noruego Per Lund realiza una visita oficial a Kenia y se reunió con Ann Odede.", "KE"),
        ("pt", "A ministra queniana Ann Odede reuniu-se com o homólogo norueguês Per Lund na Noruega.", "NO"),
        ("de", "Die kenianische Ministerin Ann Odede traf ihren Amtskollegen Per Lund in Norwegen.", "NO"),
        ("de", "Der norwegische Minister Per Lund sprach bei seinem Besuch in Kenia mit Ministerin Ann Odede.", "KE"),
        ("sv", "Kenyas minister Ann Odede besökte Norge och träffade minister Per Lund.", "NO"),
        ("sv", "Norges minister Per Lund gästade Kenya för samtal med minister Ann Odede.", "KE"),
        ("it", "La ministra keniana Ann Odede, in visita in Norway, ha incontrato il ministro Per Lund.", "NO"),
        ("nl", "De Keniaanse minister Ann Odede bracht een bezoek aan Kenia en ontmoette minister Per Lund.", "KE"),
        ("ar", "التقت وزيرة الصيد الكينية نظيرها النرويجي في النرويج.", "NO"),
        ("ar", "يقوم وزير الصيد النرويجي بزيارة رسمية إلى كينيا حيث التقى نظيرته الكينية.", "KE"),
    ],
)
def test_the_country_stands_alone_where_only_it_is_told(language: str, text: str, country: str) -> None:
    assert where(language, text) == (None, country)


@pytest.mark.parametrize(
    ("language", "text", "city", "country"),
    [
        ("en", "The Kenyan minister met her Norwegian counterpart in Lima on Tuesday.", "Lima", "PE"),
        ("en", "The Kenyan minister met her Norwegian counterpart in the Peruvian capital, Lima.", "Lima", "PE"),
        ("en", "The Kenyan minister met her Norwegian counterpart in Singapore.", "Singapore", "SG"),
        ("fr", "La ministre kényane a rencontré son homologue norvégien à Monaco.", "Monaco", "MC"),
        ("fr", "La ministre kényane a rencontré son homologue norvégien à Lisbonne.", "Lisbonne", "PT"),
        ("es", "La ministra keniana se reunió con su homólogo noruego en Varsovia.", "Varsovia", "PL"),
        ("pt", "A ministra queniana reuniu-se com o seu homólogo norueguês em Singapura.", "Singapura", "SG"),
        ("pt", "A ministra queniana encontrou o homólogo norueguês no Vaticano.", "Vaticano", "VA"),
        ("de", "Die kenianische Ministerin traf ihren norwegischen Amtskollegen in Tiflis.", "Tiflis", "GE"),
        ("de", "Die Ministerin Kenias traf ihren Amtskollegen in der georgischen Hauptstadt Tiflis.", "Tiflis", "GE"),
        ("sv", "Kenyas minister träffade sin norska kollega i Aten på måndagen.", "Aten", "GR"),
        ("it", "La ministra keniana ha incontrato il collega norvegese a Parigi.", "Parigi", "FR"),
        ("nl", "De Keniaanse minister ontmoette haar Noorse ambtgenoot in Wenen.", "Wenen", "AT"),
        ("ar", "التقت الوزيرة الكينية نظيرها النرويجي بالرباط.", "الرباط", "MA"),
        ("ar", "التقت الوزيرة الكينية نظيرها النرويجي في العاصمة وارسو.", "وارسو", "PL"),
    ],
)
def test_the_city_is_the_one_in_which_they_met(language: str, text: str, city: str, country: str) -> None:
    assert where(language, text) == (city, country)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Kenyan minister met the Norwegian ambassador in Accra."),
        ("en", "The Kenyan minister met Per Lund, a Norwegian who lives in Lima, and his minister."),
        ("en", "The Kenyan minister discussed the war in Sudan with her Norwegian counterpart."),
        ("en", "The Kenyan minister met her Norwegian counterpart and invited him to visit Kenya."),
        ("en", "The Kenyan and Norwegian ministers met. Their last talks were held in Lima in March 2019."),
        ("en", "The Kenyan and Norwegian ministers signed a pact to set up a research centre (FRC) in Kenya."),
        ("en", "The Kenyan minister met her Norwegian counterpart in Singapore's interest."),
        ("en", "Kenya and Norway agreed on fishing. The ministers met for an hour."),
        ("fr", "La ministre kényane a rencontré son homologue norvégien, indique l'ambassade du Kenya à Oslo."),
        ("fr", "La ministre kényane a rencontré son homologue norvégien et évoqué la situation au Soudan."),
        ("es", "La ministra keniana se reunió con el embajador de Noruega en Ghana."),
        ("es", "La ministra keniana se reunió con el ministro noruego y lo invitó a visitar Kenia."),
        ("pt", "A ministra queniana reuniu-se com o embaixador da Noruega em Lisboa."),
        ("pt", "A ministra queniana e o ministro norueguês discutiram a guerra no Sudão."),
        ("de", "Die kenianische Ministerin traf den norwegischen Botschafter in Berlin."),
        ("de", "Die kenianische Ministerin sprach mit ihrem norwegischen Kollegen über die Lage in Syrien."),
        ("sv", "Kenyas minister träffade Norges ambassadör i Stockholm."),
        ("sv", "Kenyas minister och Norges minister diskuterade läget i Ukraina."),
        ("it", "La ministra keniana ha incontrato l'ambasciatore norvegese a Roma."),
        ("nl", "De Keniaanse minister ontmoette de Noorse ambassadeur in Den Haag."),
        ("ar", "التقت الوزيرة الكينية سفير النرويج في القاهرة."),
        ("ar", "بحثت الوزيرة الكينية مع نظيرها النرويجي الأوضاع في سوريا."),
        ("ar", "التقت الوزيرة الكينية نظيرها النرويجي، وفق بيان صدر في القاهرة."),
    ],
)
def test_where_somebody_lives_or_what_they_talked_about_is_not_where_they_met(language: str, text: str) -> None:
    assert where(language, text) == (None, None)


def test_the_place_of_another_day_is_not_that_of_the_meeting() -> None:
    text = "On 14 May 2024 the ministers of Kenya and Norway met in Lima.\n\nOn 3 March 2023 they had met in Accra."
    assert where("en", text) == ("Lima", "PE")
    assert where("en", text.replace(" in Lima", "")) == (None, None)
    assert where("en", text.replace(" in Lima", ""), None) == (None, None)


def test_two_places_of_one_sentence_are_a_doubt() -> None:
    text = "The Kenyan minister met her Norwegian counterpart in Lima on Monday and met him in Accra on Tuesday."
    (found,) = draft(HEADS["en"] + text, WORDS)
    doubts = {each.route: each.candidates for each in found.unresolved}
    assert doubts["venue", "country"] == ("GH", "PE")
    assert "venue" not in found.record


@pytest.mark.parametrize(
    ("language", "text", "name", "city", "country"),
    [
        ("en", "President Ann Odede of Kenya met Per Lund of Norway at the White House.", "White House", None, "US"),
        ("en", "Kenya's and Norway's ministers met at the Istana in Singapore.", "Istana", "Singapore", "SG"),
        (
            "en",
            "Singapore hosted them: the Kenyan and Norwegian ministers met in the Istana.",
            "Istana",
            "Singapore",
            "SG",
        ),
        ("fr", "La ministre kényane a rencontré le ministre norvégien à Matignon.", "Matignon", None, "FR"),
        (
            "es",
            "La ministra keniana se reunió con el ministro noruego en La Moncloa, en Madrid.",
            "La Moncloa",
            "Madrid",
            "ES",
        ),
        ("pt", "A ministra queniana reuniu-se com o ministro norueguês no Itamaraty.", "Itamaraty", None, "BR"),
        (
            "de",
            "Die kenianische Ministerin traf den norwegischen Minister im Kreml in Moskau.",
            "Kreml",
            "Moskau",
            "RU",
        ),
        ("sv", "Kenyas minister träffade Norges minister på Rosenbad i Stockholm.", "Rosenbad", "Stockholm", "SE"),
        (
            "pt",
            "A ministra queniana reuniu-se com o ministro norueguês na Granja do Torto.",
            "Granja do Torto",
            None,
            "BR",
        ),
        (
            "pt",
            "A ministra queniana reuniu-se com o ministro norueguês no Palácio da Cidade Alta.",
            "Palácio da Cidade Alta",
            None,
            "AO",
        ),
        (
            "es",
            "La ministra keniana se reunió con el ministro noruego en el Palacio de Carondelet.",
            "Palacio de Carondelet",
            None,
            "EC",
        ),
        (
            "es",
            "La ministra keniana se reunió con el ministro noruego en el Palacio de López.",
            "Palacio de López",
            None,
            "PY",
        ),
        (
            "de",
            "Die kenianische Ministerin traf den norwegischen Minister in der Villa Borsig.",
            "Villa Borsig",
            None,
            "DE",
        ),
        (
            "nl",
            "De Keniaanse minister ontmoette de Noorse minister in Paleis Noordeinde.",
            "Paleis Noordeinde",
            None,
            "NL",
        ),
        ("sv", "Kenyas minister träffade Norges minister i Gullranda.", "Gullranda", None, "FI"),
        ("ar", "التقت الوزيرة الكينية نظيرها النرويجي في قصر اليمامة بالرياض.", "قصر اليمامة", "الرياض", "SA"),
    ],
)
def test_a_known_building_has_its_country_and_the_city_that_is_told(
    language: str, text: str, name: str, city: str | None, country: str
) -> None:
    (found,) = draft(HEADS[language] + text, WORDS, language=language)
    assert found.record["venue"] == {
        key: value for key, value in zip(("name", "city", "country"), (name, city, country), strict=True) if value
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministers of Kenya and Norway met, the White House said."),
        ("pt", "As ministras do Quênia e da Noruega reuniram-se, informou o Palácio do Jaburu."),
        ("es", "Las ministras de Kenia y de Noruega se reunieron, informó el Palacio de Miraflores."),
        ("es", "Las ministras de Kenia y de Noruega se reunieron, según el Palacio de Carondelet."),
        ("de", "Die Ministerinnen von Kenia und Norwegen trafen sich, wie die Villa Hammerschmidt mitteilte."),
        ("nl", "De ministers van Kenia en Noorwegen ontmoetten elkaar, meldde Paleis Noordeinde."),
        ("sv", "Ministrarna från Kenya och Norge träffades, meddelade Gullranda."),
    ],
)
def test_a_building_that_only_speaks_is_no_venue(language: str, text: str) -> None:
    assert where(language, text) == (None, None)


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "The Kenyan president Ann Odede received the Norwegian minister Per Lund in her office.", "KE"),
        ("en", "The Norwegian minister Per Lund was received by the Kenyan president Ann Odede in her office.", "KE"),
        ("fr", "La présidente kényane Ann Odede a reçu le ministre norvégien Per Lund dans son bureau.", "KE"),
        (
            "fr",
            "Le ministre norvégien Per Lund a été reçu par la présidente kényane Ann Odede au palais présidentiel.",
            "KE",
        ),
        ("es", "La presidenta de Kenia recibió en su despacho al ministro de Noruega.", "KE"),
        ("pt", "A presidente do Quénia recebeu no seu gabinete o ministro da Noruega.", "KE"),
        ("de", "Die kenianische Präsidentin empfing in ihrem Amtssitz den norwegischen Minister.", "KE"),
        ("sv", "Kenyas president tog emot Norges minister på sitt kontor.", "KE"),
        ("ar", "استقبل وزير خارجية كينيا في مكتبه وزير خارجية النرويج.", "KE"),
        ("en", "They received gifts. The Kenyan and Norwegian ministers met in her office.", None),
        ("en", "Received well in his office, they met: the Kenyan and the Norwegian minister.", None),
    ],
)
def test_who_receives_at_home_is_the_host(language: str, text: str, country: str | None) -> None:
    assert where(language, text)[1] == country


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("NAIROBI, 14 May (KNA) – The Kenyan minister met her Norwegian counterpart.", ("Nairobi", "KE")),
        ("Nairobi – The Kenyan minister met her Norwegian counterpart.", ("Nairobi", "KE")),
        ("Kenya. The Kenyan minister met her Norwegian counterpart.", (None, "KE")),
        ("Kenya and Norway want to fish. The ministers met.", (None, None)),
        ("Nairobi, 14 May – Fish is dear, says the Kenyan ministry to the Norwegian one.", (None, None)),
    ],
)
def test_a_dateline_is_a_venue_where_the_report_begins_with_the_meeting(text: str, place: Place) -> None:
    assert where("en", text) == place


@pytest.mark.parametrize(
    ("language", "text", "mode"),
    [
        ("en", "The Kenyan and Norwegian ministers signed it in a virtual ceremony.", "online"),
        ("en", "The Kenyan minister spoke with her Norwegian counterpart over the phone.", "phone"),
        ("fr", "La ministre kényane s'est entretenue par téléphone avec le ministre norvégien.", "phone"),
        ("es", "La ministra keniana habló por teléfono con el ministro noruego.", "phone"),
        ("pt", "A ministra queniana falou por telefone com o ministro norueguês.", "phone"),
        ("de", "Die kenianische Ministerin sprach telefonisch mit dem norwegischen Minister.", "phone"),
        ("sv", "Kenyas minister samtalade med Norges minister per telefon.", "phone"),
        ("it", "La ministra keniana ha parlato al telefono con il ministro norvegese.", "phone"),
        ("nl", "De Keniaanse minister sprak per telefoon met de Noorse minister.", "phone"),
        ("ar", "تباحثت الوزيرة الكينية هاتفيا مع نظيرها النرويجي.", "phone"),
    ],
)
def test_a_call_has_no_venue(language: str, text: str, mode: str) -> None:
    (found,) = draft(HEADS[language] + text, WORDS, language=language)
    assert (found.record.get("mode"), found.record.get("venue")) == (mode, None)


def test_a_call_of_before_or_to_come_is_not_how_they_met() -> None:
    filler = " ".join(["The fish is good there."] * 5)
    text = "The Kenyan minister met her Norwegian counterpart in Lima. " + filler
    later = f"{text}\n\n{filler}\n\nThey will meet again in a video call."
    assert where("en", later) == ("Lima", "PE")
    past = f"{text}\n\n{filler}\n\nOn 3 March 2019 they had met in a video call."
    assert where("en", past) == ("Lima", "PE")


@pytest.mark.parametrize(
    ("city", "day", "country"),
    [
        ("Prague", "5 April 1975", "CS"),
        ("Prague", "5 May 1992", "CS"),
        ("Prague", "5 May 1993", "CZ"),
        ("Prague", "May 1975", "CS"),
        ("Moscow", "3 May 1985", "SU"),
        ("Moscow", "3 May 1995", "RU"),
        ("Tallinn", "2 March 1935", "EE"),
        ("Tallinn", "2 March 1975", "SU"),
        ("Belgrade", "9 June 1975", "YU"),
        ("Belgrade", "9 June 2004", "CSXX"),
        ("Belgrade", "9 June 2014", "RS"),
        ("Bonn", "2 March 1980", "DE"),
        ("Bonn", "2 March 2020", "DE"),
        ("Berlin", "2 March 2020", "DE"),
        ("Hanoi", "4 May 1970", "VD"),
        ("Hanoi", "4 May 2020", "VN"),
        ("Berlin", "2 March 1980", ("DE", "DD")),
        ("Pristina", "4 May 2001", ()),
    ],
)
def test_the_country_of_a_city_is_that_of_the_day(city: str, day: str, country: str | tuple[str, ...]) -> None:
    text = f"France and Japan hold talks\n\nFrance and Japan met in {city} on {day} to discuss cloud computing."
    (found,) = draft(text, WORDS)
    doubts = [each.candidates for each in found.unresolved if each.route == ("venue", "country")]
    assert found.record["venue"]["city"] == city
    assert [found.record["venue"].get("country", country), *doubts] == [country] * (1 + len(doubts))
    assert len(doubts) == isinstance(country, tuple)


def test_a_building_and_a_country_are_those_of_the_day_too() -> None:
    text = "France and Japan hold talks\n\nFrance and Japan met in {} on 5 April 1975 to discuss trade."
    for place, country in (("the Kremlin in Moscow", "SU"), ("Prague, Czechoslovakia", "CS")):
        (found,) = draft(text.format(place), WORDS)
        assert found.record["venue"]["country"] == country
        assert not [each for each in found.unresolved if each.route[0] == "venue"]


def test_the_days_that_a_meeting_may_have_had_tell_the_country_too() -> None:
    text = "France and Japan hold talks\n\nOn 5/4/1975 France and Japan met in Prague to discuss trade."
    (found,) = draft(text, WORDS)
    assert "date" not in found.record
    assert found.record["venue"] == {"city": "Prague", "country": "CS"}
    (older,) = draft("France and Japan hold talks\n\nFrance and Japan met in Prague.", WORDS, published="1975-04-06")
    assert older.record["venue"] == {"city": "Prague", "country": "CS"}
    (undated,) = draft("France and Japan hold talks\n\nFrance and Japan met in Prague.", WORDS)
    assert undated.record["venue"] == {"city": "Prague", "country": "CZ"}

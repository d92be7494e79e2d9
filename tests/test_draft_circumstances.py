"""`draft` reads what is said around a meeting: whether it was held, its kind, level, mode and series."""

from typing import Any

import pytest

from coopdb.author.draft import Draft, draft
from coopdb.author.draft.officials.office_levels import level_of
from coopdb.author.draft.text.phrase_lists import phrases_of
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
PLAIN = {  # a meeting of two ministers, of which no more is said: {} begins the text
    "en": "Kenya and Norway\n\n{} Kenyan Minister Paul Odede met Norwegian Minister Ann Berg in Oslo.",
    "fr": "Le Chili et le Togo\n\n{} La ministre chilienne Ana Rojas a rencontré le ministre togolais Kofi Lawson.",
    "es": "Chile y Togo\n\n{} La ministra de Chile Ana Rojas se reunió con el ministro de Togo Kofi Lawson.",
    "pt": "O Chile e o Togo\n\n{} A ministra do Chile Ana Rojas reuniu-se com o ministro do Togo Kofi Lawson.",
    "de": "Norwegen und Kenia\n\n{} Die norwegische Ministerin Ann Berg traf den kenianischen Minister Paul Odede.",
    "sv": "Norge och Kenya\n\n{} Norges minister Ann Berg träffade Kenyas minister Paul Odede i Oslo.",
    "it": "La Francia e il Kenya\n\n{} La ministra francese Ann Berg ha incontrato il ministro del Kenya Paul Odede.",
    "nl": "Noorwegen en Kenia\n\n{} De Noorse minister Ann Berg sprak in Oslo met de Keniaanse minister Paul Odede.",
    "ar": "تشيلي وتوغو\n\n{} التقى وزير خارجية تشيلي خوان روخاس وزير خارجية توغو كوفي لوسون.",
}


def read(language: str, text: str, published: str | None = None) -> Draft:
    (found,) = draft(text, WORDS, published=published, language=language)
    return found


def told(found: Draft, key: str) -> Any:
    """Return the value of a key, or the candidates of its doubt."""
    doubts = [each.candidates for each in found.unresolved if each.route == (key,)]
    assert len(doubts) + (key in found.record) <= 1
    if key in found.record:
        (rests,) = [each for each in found.evidence if each.route == (key,)]
        assert rests.text.strip()
    return found.record.get(key, doubts[0] if doubts else None)


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        (
            "en",
            "Norway and Kenya\n\nNorwegian Minister Ann Berg will meet Kenyan Minister Paul Odede in Oslo.",
            "planned",
        ),
        (
            "en",
            "Talks of Norway and Kenya postponed\n\nThe talks between Norway's and Kenya's ministers were put off.",
            "postponed",
        ),
        (
            "en",
            "Norway cancels visit to Kenya\n\nNorwegian Minister Ann Berg was to meet Kenyan Minister Paul Odede.",
            "cancelled",
        ),
        (
            "fr",
            "Le Chili et le Togo\n\nLa ministre chilienne se rendra au Togo et rencontrera le ministre togolais.",
            "planned",
        ),
        (
            "fr",
            "Le Chili et le Togo\n\nLa visite de la ministre chilienne auprès du ministre togolais a été annulée.",
            "cancelled",
        ),
        (
            "fr",
            "Le Chili et le Togo\n\nLa rencontre de la ministre chilienne et du ministre togolais est reportée.",
            "postponed",
        ),
        (
            "es",
            "Chile y Togo\n\nLa ministra de Chile Ana Rojas se reunirá con el ministro de Togo Kofi Lawson.",
            "planned",
        ),
        ("es", "Chile y Togo\n\nLa reunión de la ministra de Chile con el ministro de Togo fue aplazada.", "postponed"),
        (
            "pt",
            "O Chile e o Togo\n\nA ministra do Chile Ana Rojas visitará o Togo e o ministro do Togo Kofi Lawson.",
            "planned",
        ),
        ("pt", "O Chile e o Togo\n\nA reunião da ministra do Chile com o ministro do Togo foi cancelada.", "cancelled"),
        (
            "de",
            "Norwegen und Kenia\n\nDie norwegische Ministerin wird sich mit Kenias Minister treffen.",
            "planned",
        ),
        (
            "de",
            "Norwegen und Kenia\n\nDas Treffen der norwegischen Ministerin mit Kenias Minister wurde verschoben.",
            "postponed",
        ),
        ("sv", "Norge och Kenya\n\nNorges minister Ann Berg ska träffa Kenyas minister Paul Odede i Oslo.", "planned"),
        ("sv", "Ministern i Norge\n\nI Oslo träffade Kenyas minister Ann Odede Norges minister Per Lund.", None),
        ("sv", "Norge och Kenya\n\nMötet mellan Norges minister och Kenyas minister är inställt.", "cancelled"),
        (
            "it",
            "La Francia e il Kenya\n\nLa ministra francese Ann Berg incontrerà il ministro Paul Odede del Kenya.",
            "planned",
        ),
        (
            "it",
            "La Francia e il Kenya\n\nL'incontro tra la ministra francese e il ministro del Kenya è stato rinviato.",
            "postponed",
        ),
        (
            "nl",
            "Noorwegen en Kenya\n\nDe minister van Noorwegen zal op 5 mei de minister van Kenya ontmoeten.",
            "planned",
        ),
        (
            "nl",
            "Noorwegen en Kenia\n\nHet bezoek van de Noorse minister aan de Keniaanse minister is geannuleerd.",
            "cancelled",
        ),
        ("ar", "تشيلي وتوغو\n\nسيلتقي وزير خارجية تشيلي خوان روخاس وزير خارجية توغو كوفي لوسون.", "planned"),
        ("ar", "تشيلي وتوغو\n\nتأجيل لقاء وزير خارجية تشيلي ووزير خارجية توغو.", "postponed"),
    ],
)
def test_a_meeting_to_come_or_called_off_has_its_status(language: str, text: str, status: str) -> None:
    assert told(read(language, text), "status") == status


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "They will visit the museum another time."),
        ("en", "The meeting had been postponed twice."),
        ("en", "The bank cancelled the debt of the port."),
        ("en", "They agreed on the next meeting, which will be held in March."),
        ("fr", "La réunion avait été reportée deux fois."),
        ("es", "La reunión, inicialmente aplazada, fue cordial."),
        ("pt", "A reunião tinha sido adiada."),
        ("de", "Das Treffen war zuvor verschoben worden."),
        ("sv", "Mötet hade tidigare skjutits upp."),
        ("it", "L'incontro era stato rinviato due volte."),
        ("nl", "Het bezoek was eerder uitgesteld."),
        ("ar", "وكان اللقاء قد تأجل مرتين."),
    ],
)
def test_a_meeting_that_was_held_has_no_status(language: str, said: str) -> None:
    text = PLAIN[language].format("")
    assert told(read(language, f"{text} {said}"), "status") is None


def test_a_day_after_the_publication_is_planned_and_one_before_it_is_not() -> None:
    text = "Kenya and Norway\n\nKenyan Minister Paul Odede will meet Norwegian Minister Ann Berg on 5 May 2026."
    assert told(read("en", text, "2026-05-04"), "status") == "planned"
    assert told(read("en", text, "2026-05-05"), "status") == "planned"
    assert told(read("en", text, "2026-05-06"), "status") is None


def test_what_is_said_to_be_put_off_and_to_have_been_held_is_a_doubt() -> None:
    text = "Talks postponed\n\nKenyan Minister Paul Odede met Norwegian Minister Ann Berg. Talks on visas were put off."
    assert told(read("en", text), "status") == ("postponed", "held")
    text = (
        "Norway and Kenya\n\nKenyan Minister Paul Odede will meet Norwegian Minister Ann Berg.\n\n"
        "They have much to talk about, as people in the two capitals say to those who ask them.\n\n"
        "A year ago the two met in Nairobi."
    )
    assert told(read("en", text), "status") == "planned"
    assert told(read("en", f"{text} They signed a treaty."), "status") == ("planned", "held")
    text = "Norway and Kenya\n\nKenyan Minister Paul Odede met Norwegian Minister Ann Berg.\n\nHe will visit a port."
    assert told(read("en", text), "status") is None


@pytest.mark.parametrize(
    ("language", "said", "kind"),
    [
        ("en", "It was a courtesy call.", "courtesy-call"),
        ("en", "It was an official visit.", "visit"),
        ("en", "The memorandum was signed at a signing ceremony.", "signing-ceremony"),
        ("en", "Political consultations were held.", "consultation"),
        ("en", "The joint working group held its second meeting.", "working-group"),
        ("fr", "La visite officielle a duré deux jours.", "visit"),
        ("fr", "Ce fut une visite de courtoisie.", "courtesy-call"),
        ("es", "Fue una visita de cortesía.", "courtesy-call"),
        ("pt", "Foi uma visita oficial.", "visit"),
        ("de", "Es war ein Höflichkeitsbesuch.", "courtesy-call"),
        ("sv", "Det var ett officiellt besök.", "visit"),
        ("it", "È stata una visita ufficiale.", "visit"),
        ("nl", "Het was een beleefdheidsbezoek.", "courtesy-call"),
        ("ar", "وكانت زيارة رسمية.", "visit"),
        ("ar", "وعقدت اللجنة المشتركة دورتها الثالثة.", "joint-commission"),
    ],
)
def test_the_kind_is_the_one_that_the_text_names(language: str, said: str, kind: str) -> None:
    assert told(read(language, PLAIN[language].format(said)), "kind") == kind


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "She accepted an invitation to pay an official visit."),
        ("en", "They agreed to set up a joint working group before the next meeting."),
        ("en", "After the signing ceremony of last year they are friends."),
        ("fr", "Elle a été invitée à une visite officielle."),
        ("fr", "Ils veulent créer une commission mixte."),
        ("es", "Aceptó la invitación a una visita oficial."),
        ("pt", "Aceitou o convite para uma visita oficial."),
        ("de", "Sie nahm die Einladung zu einem Staatsbesuch an."),
        ("sv", "Hon tackade ja till en inbjudan till ett officiellt besök."),
        ("it", "Ha accettato un invito per una visita ufficiale."),
        ("nl", "Zij aanvaardde een uitnodiging voor een staatsbezoek."),
        ("ar", "وقبل دعوة إلى زيارة رسمية."),
    ],
)
def test_an_invitation_or_a_body_to_be_set_up_is_no_kind(language: str, said: str) -> None:
    assert told(read(language, PLAIN[language].format(said)), "kind") is None


def test_a_visit_in_the_title_and_a_signature_alone() -> None:
    body = "\n\nKenyan Minister Paul Odede and Norwegian Minister Ann Berg signed a treaty."
    assert told(read("en", f"Kenya visits Norway{body}"), "kind") == "visit"
    assert told(read("en", f"Kenya and Norway sign treaty{body}"), "kind") == ("signing-ceremony", "talks")
    assert told(read("en", f"Kenya invited to visit to Norway{body}"), "kind") is None
    assert told(read("en", f"Summit talks between Kenya and Norway{body}"), "kind") == "summit"


@pytest.mark.parametrize(
    ("language", "said", "mode"),
    [
        ("en", "It was a videoconference.", "online"),
        ("en", "They spoke by video conference.", "online"),
        ("en", "The meeting was held in hybrid format.", "hybrid"),
        ("en", "It was a phone call.", "phone"),
        ("fr", "La réunion s'est tenue par visioconférence.", "online"),
        ("fr", "Ce fut un entretien téléphonique.", "phone"),
        ("es", "Fue una videoconferencia.", "online"),
        ("pt", "A reunião foi em formato híbrido.", "hybrid"),
        ("de", "Es war eine Videokonferenz.", "online"),
        ("sv", "Det var ett telefonsamtal.", "phone"),
        ("it", "È stata una chiamata telefonica.", "phone"),
        ("nl", "Het was een telefonisch gesprek.", "phone"),
        ("pt", "Falaram pelo telefone.", "phone"),
        ("it", "L'incontro è stato in videoconferenza.", "online"),
        ("nl", "Het was een hybride bijeenkomst.", "hybrid"),
        ("ar", "عبر الاتصال المرئي.", "online"),
    ],
)
def test_the_mode_is_the_one_that_the_text_names(language: str, said: str, mode: str) -> None:
    assert told(read(language, PLAIN[language].format(said)), "mode") == mode


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "After a videoconference in March, they now shook hands."),
        ("en", "Online services were on the agenda."),
        ("fr", "Après une visioconférence en mars, ils se sont serré la main."),
        ("fr", "Les services en ligne étaient au menu."),
        ("es", "Tras una videoconferencia en marzo, se dieron la mano."),
        ("pt", "Depois de uma videoconferência, deram as mãos."),
        ("de", "Nach einer Videokonferenz gaben sie sich nun die Hand."),
        ("sv", "Efter en videokonferens skakade de nu hand."),
        ("it", "Dopo una videoconferenza si sono stretti la mano."),
        ("nl", "Na een videoconferentie gaven zij elkaar de hand."),
        ("ar", "بعد اجتماع عبر الاتصال المرئي في مارس."),
    ],
)
def test_an_earlier_call_or_a_service_is_no_mode(language: str, said: str) -> None:
    assert told(read(language, PLAIN[language].format(said)), "mode") is None


def test_somebody_who_joined_from_afar_is_a_doubt() -> None:
    text = PLAIN["en"].format("The ambassador took part by videoconference.")
    assert told(read("en", text), "mode") == ("hybrid", "online")


@pytest.mark.parametrize(
    ("language", "role", "level"),
    [
        ("en", "President", "head-of-state"),
        ("en", "Vice President", None),
        ("en", "President of the Football Federation", None),
        ("en", "Deputy Prime Minister and Minister of Health", "ministerial"),
        ("en", "Deputy Minister of Health", "deputy-ministerial"),
        ("en", "Permanent Secretary", "senior-official"),
        ("en", "President of the Senate", "parliamentary"),
        ("fr", "secrétaire d'État au numérique", "deputy-ministerial"),
        ("fr", "Première ministre", "head-of-government"),
        ("fr", "présidente de la Banque centrale", None),
        ("es", "presidenta de la República", "head-of-state"),
        ("es", "presidente del Gobierno", "head-of-government"),
        ("es", "subsecretario de Comercio", "deputy-ministerial"),
        ("pt", "primeiro-ministro", "head-of-government"),
        ("pt", "presidente do Banco Central", None),
        ("de", "Bundeswirtschaftsminister", "ministerial"),
        ("de", "Staatssekretärin", "deputy-ministerial"),
        ("de", "Vizepräsident", None),
        ("sv", "civilminister", "ministerial"),
        ("sv", "statssekreterare", "deputy-ministerial"),
        ("it", "sottosegretario agli Esteri", "deputy-ministerial"),
        ("it", "presidente del Consiglio", "head-of-government"),
        ("nl", "staatssecretaris", "deputy-ministerial"),
        ("nl", "burgemeester", "sub-national"),
        ("ar", "رئيس الوزراء", "head-of-government"),
        ("ar", "نائب وزير الخارجية", "deputy-ministerial"),
        ("ar", "رئيس مجلس الشركة", None),
        ("ar", "السفير", "ambassadorial"),
    ],
)
def test_an_office_has_a_level_of_its_own(language: str, role: str, level: str | None) -> None:
    assert level_of(role, phrases_of(language), language) == level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Kenyan President Paul Odede met Norwegian Minister Ann Berg.", ("head-of-state", "ministerial")),
        ("Kenyan Minister Paul Odede met Norwegian Minister Ann Berg.", "ministerial"),
        ("Kenyan President Paul Odede met his Norwegian counterpart Ann Berg.", "head-of-state"),
        ("Kenyan Minister Paul Odede met a delegation of Norway.", ("ministerial",)),
        ("The two ministers of Kenya and Norway met.", "ministerial"),
        ("Kenya and Norway met.", None),
        (
            "Kenyan Minister Paul Odede and Norwegian Minister Ann Berg signed it in the presence of President Otieno.",
            "ministerial",
        ),
    ],
)
def test_the_level_is_that_of_both_sides_or_a_doubt(text: str, level: Any) -> None:
    assert told(read("en", f"Kenya and Norway hold talks\n\n{text}"), "level") == level


@pytest.mark.parametrize(
    ("language", "said", "series", "session"),
    [
        ("en", "The third meeting of the Joint Committee was held.", "Joint Committee", 3),
        (
            "en",
            "The inaugural Kenya–Norway Digital Policy Dialogue was held.",
            "Kenya–Norway Digital Policy Dialogue",
            1,
        ),
        ("en", "The Kenya-Norway Joint Commission held its 21st session.", "Kenya-Norway Joint Commission", 21),
        ("fr", "La troisième session de la commission mixte a été ouverte.", "commission mixte", 3),
        ("es", "La segunda reunión de la Comisión Mixta fue inaugurada.", "Comisión Mixta", 2),
        ("pt", "A quarta sessão da Comissão Mista foi aberta.", "Comissão Mista", 4),
        ("de", "Die 5. Sitzung der Gemischten Kommission fand statt.", "Gemischten Kommission", 5),
        ("sv", "Den tredje sessionen med den gemensamma kommissionen hölls.", "gemensamma kommissionen", 3),
        ("it", "La prima riunione della commissione mista si è svolta.", "commissione mista", 1),
        ("nl", "De tweede zitting van de gemengde commissie vond plaats.", "gemengde commissie", 2),
        ("ar", "انعقدت الدورة الثالثة للجنة المشتركة اليوم.", "اللجنة المشتركة", 3),
    ],
)
def test_the_session_of_a_standing_body_is_read_with_its_name(
    language: str, said: str, series: str, session: int
) -> None:
    found = read(language, PLAIN[language].format(said))
    assert told(found, "series") == series
    assert told(found, "session") == session


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "It was the third meeting of the two this year."),
        ("en", "They prepared the third session of the Joint Commission."),
        ("en", "After the second session of the Joint Commission trade has grown."),
        ("en", "On the sidelines of the eightieth session of the Council they met."),
        ("en", "The first thing was to set up a Joint Commission."),
        ("en", "It was the third round of a friendly dialogue."),
        ("en", "The third session of today, which the Joint Commission knew, was long."),
        ("en", "The third session of the friends of Oslo, who are many, was told of the Joint Commission."),
        ("en", "To set up a Joint Commission was told at the third session."),
        ("en", "The Joint Commission is old, and people who know both countries well came for the third session."),
        ("fr", "Ils ont évoqué la préparation de la troisième session de la commission mixte."),
        ("es", "Es la segunda reunión de ambos este año."),
        ("pt", "Trataram da preparação da quarta sessão da Comissão Mista."),
        ("de", "Am 3. Juni tagt der Rat."),
        ("sv", "De talade om förberedelser inför den tredje sessionen i blandkommissionen."),
        ("it", "È il secondo incontro tra i due."),
        ("nl", "Zij spraken over de voorbereiding van de tweede zitting van de gemengde commissie."),
        ("ar", "وتناولا التحضير للدورة الثالثة للجنة المشتركة."),
        ("ar", "بحضور النائب الثاني لرئيس مجلس الوزراء."),
    ],
)
def test_another_session_or_an_ordinal_of_something_else_is_no_series(language: str, said: str) -> None:
    found = read(language, PLAIN[language].format(said))
    assert told(found, "series") is None
    assert told(found, "session") is None


def test_several_sessions_are_a_doubt() -> None:
    said = "The third meeting of the Joint Committee and the second meeting of the Working Group were held."
    assert told(read("en", PLAIN["en"].format(said)), "series") == ("Joint Committee", "Working Group")


def test_of_a_text_that_may_tell_of_no_meeting_nothing_is_said() -> None:
    text = "Norway ratifies treaty\n\nNorwegian Minister Ann Berg welcomed that Kenya ratified the treaty on ports."
    found = read("en", text)
    assert () in [each.route for each in found.unresolved]
    assert {"status", "kind", "level", "mode"}.isdisjoint(found.record)

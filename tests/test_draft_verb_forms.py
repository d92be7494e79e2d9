"""Verbs of meeting in all forms that newspapers use: infinitives, verbs apart and last, tenses to come, denials."""

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
PUBLISHED, MONDAY, THURSDAY = "2026-03-10", "2026-03-09", "2026-03-12"  # a Tuesday, the days about it
FRAMES = {
    "de": (
        "Norwegen und Kenia: die Fischerei",
        "Norwegens Ministerin Anna Berg",
        "dem kenianischen Minister Paul Odede",
        "Fisch ist in beiden Ländern ein Zweig der Wirtschaft, und der Handel mit ihm ist in diesen Jahren gewachsen.",
    ),
    "nl": (
        "Noorwegen en Kenia: de visserij",
        "de Noorse minister Anna Berg",
        "de Keniaanse minister Paul Odede",
        "De visserij is in beide landen een tak van de economie, en de handel in vis is in deze jaren sterk gegroeid.",
    ),
    "sv": (
        "Norge och Kenya: fisket",
        "Norges minister Anna Berg",
        "Kenyas minister Paul Odede",
        "Fisket är i båda länderna en gren av ekonomin, och handeln med fisk har vuxit mycket under de senaste åren.",
    ),
    "ar": (
        "الصيد البحري بين النرويج وكينيا",
        "وزيرة الصيد النرويجية آنا بيرغ",
        "وزير الصيد الكيني بول أوديدي",
        "ويعد الصيد البحري قطاعا مهما من اقتصاد البلدين، وقد نمت تجارة الأسماك كثيرا خلال الأعوام الأخيرة.",
    ),
}


def read(language: str, sentence: str) -> tuple[str, str, str]:
    """Return the day, the status and the doubt at the whole of a text of which a sentence is the lead."""
    title, one, other, below = FRAMES[language]
    said = sentence.replace("A ", f"{one} ").replace(" B", f" {other}")
    (found,) = draft(f"{title}\n\n{said[0].upper()}{said[1:]}.\n\n{below}", WORDS, published=PUBLISHED)
    doubt = next((each.message for each in found.unresolved if not each.route), "")
    assert {each["country"] for each in found.record["participants"]} == {"NO", "KE"}
    return str(found.record.get("date", "")), found.record.get("status", ""), doubt


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "A diskutierte am Montag mit B über die Fischerei"),
        ("de", "A hat am Montag mit B in Oslo verhandelt"),
        ("de", "A hat am Montag mit B konferiert"),
        ("de", "A tauschte sich am Montag mit B aus"),
        ("de", "Um Fisch ging es, als sich A am Montag mit B austauschte"),
        ("de", "Das Amt teilte mit, dass A am Montag mit B zusammenkam"),
        ("de", "A habe sich am Montag mit B unterhalten, teilte das Amt mit"),
        ("de", "A hat am Montag beim Abendessen mit B über die Fischerei gesprochen"),
        ("nl", "A onderhandelde maandag met B over de visserij"),
        ("nl", "Het ministerie meldt dat A maandag met B heeft vergaderd"),
        ("nl", "Om vis ging het toen A maandag met B samenkwam"),
        ("nl", "A heeft maandag met B geluncht"),
        ("sv", "A har på måndagen rådgjort med B"),
        ("sv", "Departementet meddelade att A på måndagen hade lunch med B"),
        ("sv", "A har på måndagen överlagt med B om fisket"),
        ("ar", "تصدر الصيد الاهتمام، وتحادثت A أمس الاثنين مع B"),
        ("ar", "أشادت A ، أمس الاثنين، خلال لقائها مع B بتطور التجارة"),
        ("ar", "تشاورت A أمس الاثنين مع B"),
    ],
)
def test_any_form_of_a_verb_tells_a_meeting_that_was_held(language: str, sentence: str) -> None:
    assert read(language, sentence) == (MONDAY, "", "")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "A telefoniert am Donnerstag mit B"),
        ("de", "A tauscht sich am Donnerstag mit B aus"),
        ("de", "A führt am Donnerstag Gespräche mit B"),
        ("de", "A will am Donnerstag mit B sprechen"),
        ("de", "A plant, am Donnerstag mit B zusammenzukommen"),
        ("de", "Das Amt kündigte an, dass A am Donnerstag mit B Gespräche führen werde"),
        ("de", "Das Amt teilte mit, dass sich A am Donnerstag mit B treffen wird"),
        ("de", "Am Donnerstag wird sich A in der Hauptstadt Oslo wie geplant mit B austauschen"),
        ("nl", "A overlegt donderdag met B"),
        ("nl", "A wil donderdag met B praten"),
        ("nl", "Het ministerie heeft gemeld dat A donderdag B ontmoet"),
        ("nl", "A is van plan om donderdag met B te spreken"),
        ("nl", "Het ministerie meldt dat A donderdag gesprekken met B zal voeren"),
        ("nl", "A wordt donderdag door B ontvangen"),
        ("sv", "A ska på torsdag rådgöra med B"),
        ("sv", "A väntas på torsdag tas emot av B"),
        ("sv", "A kommer på torsdag att prata med B"),
        ("ar", "ستتباحث A يوم الخميس المقبل مع B"),
        ("ar", "من المقرر أن تتشاور A يوم الخميس المقبل مع B"),
    ],
)
def test_any_form_of_a_verb_tells_a_meeting_to_come(language: str, sentence: str) -> None:
    assert read(language, sentence) == (THURSDAY, "planned", "")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "A hat am Montag nicht mit B gesprochen"),
        ("de", "A wird sich am Donnerstag mit B nicht treffen"),
        ("de", "A bestritt, am Montag mit B gesprochen zu haben"),
        ("de", "A möchte bald mit B zusammentreffen"),
        ("de", "A würde gern in Oslo mit B verhandeln"),
        ("nl", "A heeft maandag niet met B gesproken"),
        ("nl", "A ontkende maandag met B te hebben gesproken"),
        ("nl", "A zou graag in Oslo met B praten"),
        ("sv", "A träffar inte B på torsdag"),
        ("sv", "A har inte talat med B"),
        ("sv", "A skulle gärna träffa B"),
        ("ar", "لم تلتق A يوم الاثنين B"),
        ("ar", "لن تجتمع A يوم الخميس المقبل مع B"),
        ("ar", "ترغب A في أن تجتمع مع B"),
    ],
)
def test_what_is_denied_or_only_wanted_is_no_meeting(language: str, sentence: str) -> None:
    day, status, doubt = read(language, sentence)
    assert (day, status) == ("", "")
    assert doubt == "the text does not say that anybody met"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "A hat am Montag nicht nur mit B gesprochen, sondern auch den Hafen besucht"),
        ("de", "A hat am Montag, anders als gemeldet, B besucht"),
        ("nl", "A heeft maandag niet alleen met B gesproken, maar ook de haven bezocht"),
        ("nl", "A heeft maandag met B overlegd"),
    ],
)
def test_not_only_is_no_denial_and_a_participle_no_present(language: str, sentence: str) -> None:
    assert read(language, sentence) == (MONDAY, "", "")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "A war im Januar mit B zusammengetroffen"),
        ("de", "A hatte im Januar mit B diskutiert"),
        ("nl", "A had in januari met B onderhandeld"),
        ("nl", "A was in januari met B bijeengekomen"),
        ("sv", "A hade i januari rådgjort med B"),
        ("ar", "كانت قد اجتمعت A في يناير مع B"),
    ],
)
def test_a_day_of_what_had_been_is_not_certain(language: str, sentence: str) -> None:
    assert read(language, sentence)[:2] == ("", "")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "A diskutierte am Montag mit Fischern, und B reiste ab"),
        ("de", "A sprach am Montag über die Fischerei und lobte B"),
        ("nl", "A praatte maandag met vissers en prees B"),
        ("sv", "A diskuterade på måndagen fisket och berömde B"),
        ("ar", "تحدثت A أمس الاثنين عن الصيد وأشادت بدور B"),
    ],
)
def test_who_talks_with_others_has_not_met_an_official(language: str, sentence: str) -> None:
    assert read(language, sentence)[2] != ""


@pytest.mark.parametrize(
    ("language", "sentence", "is_met"),
    [
        ("de", "A und Kenias Minister Paul Odede diskutierten am Montag über Fisch", True),
        ("de", "A und Kenias Minister Paul Odede haben nicht über Fisch diskutiert", False),
        ("nl", "A en B praatten maandag over vis", True),
        ("nl", "A en B hebben niet over vis gepraat", False),
    ],
)
def test_two_with_offices_who_talk_have_met(language: str, sentence: str, *, is_met: bool) -> None:
    assert (read(language, sentence)[2] == "") is is_met

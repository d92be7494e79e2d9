"""Texts of several meetings that say so by a small word, and texts of one that look like several."""

# ruff: noqa: E501  # a text that is read is as long as it is
import pytest

from coopdb.author.draft import Draft, draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()


def read(language: str, text: str) -> tuple[Draft, ...]:
    return draft(text, WORDS, published="2026-03-10", language=language)


def parties_of(found: Draft) -> set[str]:
    return {row.get("country") or row["organization"] for row in found.record["participants"]}


EACH = (
    (
        "en",
        "Minister in Geneva\n\nNorwegian Minister Anna Berg held talks on Monday with Kenyan Minister John Odede and with Ghanaian Minister Kofi Mensah.",
    ),
    (
        "fr",
        "La ministre à Genève\n\nLa ministre norvégienne Anna Berg s’est entretenue lundi avec le ministre kényan John Odede et avec le ministre ghanéen Kofi Mensah.",
    ),
    (
        "de",
        "Die Ministerin in Genf\n\nDie norwegische Ministerin Anna Berg sprach am Montag mit dem kenianischen Minister John Odede und mit dem ghanaischen Minister Kofi Mensah.",
    ),
    (
        "es",
        "La ministra en Ginebra\n\nLa ministra noruega Anna Berg se reunió el lunes con el ministro keniano John Odede y con el ministro ghanés Kofi Mensah.",
    ),
    (
        "pt",
        "A ministra em Genebra\n\nA ministra norueguesa Anna Berg reuniu-se na segunda-feira com o ministro queniano John Odede e com o ministro ganês Kofi Mensah.",
    ),
    (
        "it",
        "La ministra a Ginevra\n\nLa ministra norvegese Anna Berg ha avuto colloqui lunedì con il ministro keniano John Odede e con il ministro ghanese Kofi Mensah.",
    ),
    (
        "nl",
        "De minister in Genève\n\nDe Noorse minister Anna Berg gaat maandag op bezoek bij de Keniaanse minister John Odede en bij de Ghanese minister Kofi Mensah.",
    ),
    (
        "sv",
        "Ministern i Genève\n\nNorges minister Anna Berg höll på måndagen samtal med Kenyas minister John Odede och med Ghanas minister Kofi Mensah.",
    ),
    (
        "ar",
        "الوزيرة في جنيف\n\nأجرت الوزيرة النرويجية آنا بيرغ يوم الاثنين مباحثات مع الوزير الكيني جون أوديدي ومع الوزير الغاني كوفي منساه.",
    ),
)


@pytest.mark.parametrize(("language", "text"), EACH)
def test_with_before_each_of_those_who_were_met_tells_a_meeting_each(language: str, text: str) -> None:
    found = read(language, text)
    assert [parties_of(each) for each in found] == [{"KE", "NO"}, {"GH", "NO"}]
    for each, other in zip(found, ("Odede", "Mensah"), strict=True):
        assert any(other in row.get("name", "") or row.get("name", "")[0] > "z" for row in each.record["participants"])


ONE = (
    (
        "en",
        "Minister in Geneva\n\nNorwegian Minister Anna Berg held talks on Monday with Kenyan Minister John Odede and Ghanaian Minister Kofi Mensah.",
    ),
    (
        "en",
        "Trilateral in Geneva\n\nNorwegian Minister Anna Berg held trilateral talks on Monday with Kenyan Minister John Odede and with Ghanaian Minister Kofi Mensah.",
    ),
    (
        "en",
        "Minister in Geneva\n\nNorwegian Minister Anna Berg met Kenyan Minister John Odede on Monday and spoke of trade with Ghana and with Togo.",
    ),
    (
        "de",
        "Minister in Genf\n\nDie norwegische Ministerin Anna Berg traf am Montag den kenianischen Minister John Odede und sprach mit ihm und mit Bauern über Handel in Ghana.",
    ),
)


@pytest.mark.parametrize(("language", "text"), ONE)
def test_what_is_told_of_in_one_breath_is_one_meeting(language: str, text: str) -> None:
    assert len(read(language, text)) == 1


DAYS_AGO = {
    "en": (
        "Norwegian Minister Anna Berg met Kenyan Minister John Odede on Monday.",
        "{} Minister Berg received Ghanaian Minister Kofi Mensah.",
        ("Last Friday", "Earlier this week"),
    ),
    "fr": (
        "La ministre norvégienne Anna Berg a rencontré lundi le ministre kényan John Odede.",
        "{}, Anna Berg a reçu le ministre ghanéen Kofi Mensah.",
        ("Vendredi dernier", "La semaine dernière"),
    ),
    "de": (
        "Die norwegische Ministerin Anna Berg traf am Montag den kenianischen Minister John Odede.",
        "{} hat Berg den ghanaischen Minister Kofi Mensah empfangen.",
        ("Am vergangenen Freitag", "Anfang der Woche"),
    ),
    "es": (
        "La ministra noruega Anna Berg se reunió el lunes con el ministro keniano John Odede.",
        "{}, Berg recibió al ministro ghanés Kofi Mensah.",
        ("El viernes pasado", "La semana pasada"),
    ),
    "pt": (
        "A ministra norueguesa Anna Berg reuniu-se na segunda-feira com o ministro queniano John Odede.",
        "{}, Berg recebeu o ministro ganês Kofi Mensah.",
        ("Na sexta-feira passada", "Na semana passada"),
    ),
    "it": (
        "La ministra norvegese Anna Berg ha incontrato lunedì il ministro keniano John Odede.",
        "{} Berg ha ricevuto il ministro ghanese Kofi Mensah.",
        ("Venerdì scorso", "La settimana scorsa"),
    ),
    "nl": (
        "De Noorse minister Anna Berg ontmoette maandag de Keniaanse minister John Odede.",
        "{} heeft Berg de Ghanese minister Kofi Mensah ontvangen.",
        ("Afgelopen vrijdag", "Vorige week"),
    ),
    "sv": (
        "Norges minister Anna Berg träffade på måndagen Kenyas minister John Odede.",
        "{} tog Berg emot Ghanas minister Kofi Mensah.",
        ("Förra fredagen", "Förra veckan"),
    ),
    "ar": (
        "التقت الوزيرة النرويجية آنا بيرغ يوم الاثنين الوزير الكيني جون أوديدي.",
        "{} استقبلت بيرغ الوزير الغاني كوفي منساه.",
        ("يوم الجمعة الماضي", "الأسبوع الماضي"),
    ),
}
SAME_DAY = {
    "en": "On Tuesday",
    "fr": "Mardi",
    "de": "Am Dienstag",
    "es": "El martes",
    "pt": "Na terça-feira",
    "it": "Martedì",
    "nl": "Dinsdag",
    "sv": "På tisdagen",
    "ar": "يوم الثلاثاء",
}


@pytest.mark.parametrize("language", DAYS_AGO)
def test_what_was_days_ago_is_no_meeting_of_the_text(language: str) -> None:
    first, then, days = DAYS_AGO[language]
    told = f"A busy day in Geneva\n\n{first}\n\nThe weather was good, and the lake was full of boats from the morning to the evening.\n\nThe fair of books was full too, and the children of the town were there with their teachers.\n\n{then}"
    assert len(read(language, told.format(SAME_DAY[language]))) == 2
    for day in days:
        assert len(read(language, told.format(day))) == 1
    assert (
        len(
            read(
                "en",
                "A busy week in Geneva\n\nLast week Norwegian Minister Anna Berg met Kenyan Minister John Odede.\n\nThe weather was good, and the lake was full of boats from the morning to the evening.\n\nThe fair of books was full too, and the children of the town were there with their teachers.\n\nLast Friday Minister Berg received Ghanaian Minister Kofi Mensah.",
            )
        )
        == 2
    )


PRESENT = "Letters in Oslo\n\nNorwegian King Olav Berg received Kenyan Ambassador Ann Odede on Monday.\n\nThe ambassadors of {} presented their letters of credence too."


def test_a_list_of_those_who_were_there_too_tells_no_meeting_with_its_first() -> None:
    assert len(read("en", PRESENT.format("Ghana"))) == 2
    assert len(read("en", PRESENT.format("Ghana, Togo and Mali"))) == 1


def test_the_country_that_a_report_was_written_in_met_nobody() -> None:
    text = "وزير في واشنطن\n\nدبي، الإمارات العربية المتحدة (CNN)-- بدأ رئيس الوزراء الكيني جون أوديدي، السبت، زيارته.\n\nوتشمل الزيارة لقاءات مع الوزراء الأمريكيين."
    assert [parties_of(each) for each in read("ar", text)] == [{"KE", "US"}]


def test_before_a_gathering_is_not_at_one() -> None:
    text = "Berg to Odede {} summit\n\nNorwegian Minister Anna Berg met Mr Odede and others on Monday.\n\nThey talked."
    assert "many" in str(read("en", text.format("at"))[0].unresolved)
    assert "many" not in str(read("en", text.format("ahead of"))[0].unresolved)

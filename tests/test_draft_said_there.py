"""`draft` takes the day on which something was said for that of the meeting at which, as it goes on, it was said."""

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
# What somebody said on Monday; that they said so at a meeting; before one; at one of another day; at one of their own.
TEXTS = {
    "en": (
        "Kenyan President Paul Odede on Monday voiced his hope that trade will grow.",
        "He made the remarks during talks with Norwegian Prime Minister Ann Berg in Oslo.",
        "He made the remarks ahead of talks with Norwegian Prime Minister Ann Berg in Oslo.",
        "He made the remarks during talks with Norwegian Prime Minister Ann Berg on 2 March 2026.",
        "He was speaking at a meeting of the farmers. Norwegian Prime Minister Ann Berg hopes to meet him.",
    ),
    "fr": (
        "Le président kényan Paul Odede a souligné lundi que le commerce devait croître.",
        "Il s'exprimait lors d'une rencontre avec la Première ministre norvégienne Ann Berg.",
        "Il s'exprimait avant une rencontre avec la Première ministre norvégienne Ann Berg.",
        "Il s'exprimait lors d'une rencontre le 2 mars 2026 avec la Première ministre norvégienne Ann Berg.",
        "Il s'exprimait lors d'une réunion d'agriculteurs. La Première ministre norvégienne Ann Berg veut le voir.",
    ),
    "es": (
        "El presidente de Kenia, Paul Odede, destacó el lunes que el comercio debe crecer.",
        "Así lo expresó durante una reunión con la primera ministra de Noruega, Ann Berg.",
        "Así lo expresó antes de una reunión con la primera ministra de Noruega, Ann Berg.",
        "Así lo expresó durante una reunión el 2 de marzo de 2026 con la primera ministra de Noruega, Ann Berg.",
        "Así lo expresó durante una reunión de agricultores. La primera ministra de Noruega, Ann Berg, quiere verlo.",
    ),
    "pt": (
        "O presidente do Quénia, Paul Odede, sublinhou na segunda-feira que o comércio deve crescer.",
        "As declarações foram feitas durante um encontro com a primeira-ministra da Noruega, Ann Berg.",
        "As declarações foram feitas antes de um encontro com a primeira-ministra da Noruega, Ann Berg.",
        "As declarações foram feitas num encontro em 2 de março de 2026 com a primeira-ministra da Noruega, Ann Berg.",
        "Falava numa reunião de agricultores. A primeira-ministra da Noruega, Ann Berg, quer vê-lo.",
    ),
    "it": (
        "Il presidente del Kenya, Paul Odede, ha sottolineato lunedì che il commercio deve crescere.",
        "Lo ha detto durante un incontro con la prima ministra norvegese Ann Berg a Oslo.",
        "Lo ha detto prima di un incontro con la prima ministra norvegese Ann Berg a Oslo.",
        "Lo ha detto durante un incontro il 2 marzo 2026 con la prima ministra norvegese Ann Berg a Oslo.",
        "Lo ha detto durante una riunione di agricoltori. La prima ministra norvegese Ann Berg vuole vederlo.",
    ),
    "de": (
        "Der kenianische Präsident Paul Odede hat am Montag mehr Handel gefordert.",
        "Das sagte er bei einem Treffen mit der norwegischen Ministerpräsidentin Ann Berg in Oslo.",
        "Das sagte er vor einem Treffen mit der norwegischen Ministerpräsidentin Ann Berg in Oslo.",
        "Das sagte er bei einem Treffen am 2. März 2026 mit der norwegischen Ministerpräsidentin Ann Berg in Oslo.",
        "Das sagte er bei einem Treffen von Landwirten. Die norwegische Ministerpräsidentin Ann Berg will ihn sehen.",
    ),
    "nl": (
        "De Keniaanse president Paul Odede benadrukte maandag dat de handel moet groeien.",
        "Dat zei hij tijdens een ontmoeting met de Noorse premier Ann Berg in Oslo.",
        "Dat zei hij voorafgaand aan een ontmoeting met de Noorse premier Ann Berg in Oslo.",
        "Dat zei hij tijdens een ontmoeting op 2 maart 2026 met de Noorse premier Ann Berg in Oslo.",
        "Dat zei hij tijdens een bijeenkomst van boeren. De Noorse premier Ann Berg wil hem zien.",
    ),
    "sv": (
        "Kenyas president Paul Odede betonade i måndags att handeln måste växa.",
        "Det sade han vid ett möte med Norges statsminister Ann Berg i Oslo.",
        "Det sade han inför ett möte med Norges statsminister Ann Berg i Oslo.",
        "Det sade han vid ett möte den 2 mars 2026 med Norges statsminister Ann Berg i Oslo.",
        "Det sade han vid ett möte med bönder. Norges statsminister Ann Berg vill se honom.",
    ),
    "ar": (
        "أكد الرئيس الكيني بول أوديدي، أمس الاثنين، أن التجارة يجب أن تنمو.",
        "جاء ذلك خلال استقباله رئيسة وزراء النرويج آن بيرغ في نيروبي.",
        "جاء ذلك قبيل لقاء مع رئيسة وزراء النرويج آن بيرغ في نيروبي.",
        "جاء ذلك خلال استقباله رئيسة وزراء النرويج آن بيرغ في نيروبي يوم 2 مارس 2026.",
        "جاء ذلك خلال اجتماع مع مزارعين. وتريد رئيسة وزراء النرويج آن بيرغ رؤيته.",
    ),
}


def day(language: str, *sentences: str) -> str | None:
    text = f"Kenya and Norway on trade\n\n{' '.join(sentences)}"
    found = draft(text, WORDS, published="2026-03-10", language=language)[0].record.get("date")
    return str(found) if found else None


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_what_was_said_at_a_meeting_was_said_on_its_day(language: str) -> None:
    said, there, *_ = TEXTS[language]
    assert day(language, said, there) == "2026-03-09"
    assert day(language, said, "Much is grown there.", there) == "2026-03-09"


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_what_was_said_before_a_meeting_has_another_day(language: str) -> None:
    said, _, before, _, of_own = TEXTS[language]
    assert day(language, said, before) is None
    assert day(language, said, of_own) is None


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_a_meeting_with_a_day_of_its_own_was_on_that_day(language: str) -> None:
    said, _, _, dated, _ = TEXTS[language]
    assert day(language, said, dated) in ("2026-03-02", None)


ADDED = {  # what somebody added at a meeting; what they said that had been at one
    "en": (
        "Odede added in a phone call with his Norwegian counterpart Ann Berg that Kenya would not wait.",
        "Odede said that in talks with his Norwegian counterpart Ann Berg he had been clear.",
    ),
    "fr": (
        "Il a ajouté lors d'un entretien avec son homologue norvégienne Ann Berg que le Kenya n'attendrait pas.",
        "Il a dit que lors d'un entretien avec son homologue norvégienne Ann Berg il avait été clair.",
    ),
    "es": (
        "Odede añadió durante una reunión con su homóloga noruega Ann Berg que Kenia no esperaría.",
        "Odede dijo que en una reunión con su homóloga noruega Ann Berg había sido claro.",
    ),
    "pt": (
        "Odede acrescentou durante um encontro com a homóloga norueguesa Ann Berg que o Quénia não esperaria.",
        "Odede disse que num encontro com a homóloga norueguesa Ann Berg tinha sido claro.",
    ),
    "ar": (
        "وأضاف أوديدي، في اتصال هاتفي مع نظيرته النرويجية آن بيرغ، أن كينيا لن تنتظر.",
        "وأضاف أوديدي أنه في اتصال هاتفي مع نظيرته النرويجية آن بيرغ كان واضحا.",
    ),
}


@pytest.mark.parametrize("language", sorted(ADDED))
def test_what_somebody_adds_at_a_meeting_was_said_on_its_day(language: str) -> None:
    said, added, reported = TEXTS[language][0], *ADDED[language]
    assert day(language, said, added) == "2026-03-09"
    assert day(language, said, reported) is None


def test_what_somebody_said_to_another_during_a_meeting_was_said_on_its_day() -> None:
    during = (
        "Kenyan President Paul Odede said on Sunday to Ann Berg, Norway's prime minister, during talks in Oslo, what {}"
    )
    assert day("en", during.format("the ports need.")) == "2026-03-08"
    to_press = (
        "Kenyan President Paul Odede told reporters, a group from Oslo, on Sunday that talks with {} are planned."
    )
    assert day("en", to_press.format("Norwegian Prime Minister Ann Berg")) is None


@pytest.mark.parametrize("said", ["trade must grow", "trade had grown since 3 May 2019"])
def test_without_a_recent_day_nothing_is_said_of_the_day(said: str) -> None:
    there = "He was speaking at a meeting with Norwegian Prime Minister Ann Berg."
    assert day("en", f"Kenyan President Paul Odede said that {said}.", there) is None


EVENTS = {  # of what somebody spoke afterwards, but on which day is not told
    "en": "A mill in Bergen burned down on Monday.",
    "fr": "Un moulin a brûlé lundi à Bergen.",
    "es": "Un molino se quemó el lunes en Bergen.",
    "pt": "Um moinho ardeu na segunda-feira em Bergen.",
    "it": "Lunedì un mulino è bruciato a Bergen.",
    "de": "In Bergen brannte am Montag eine Mühle ab.",
    "nl": "In Bergen brandde maandag een molen af.",
    "sv": "I Bergen brann i måndags en kvarn ned.",
    "ar": "احترقت طاحونة في بيرغن يوم الاثنين.",
}


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_the_day_of_an_event_is_not_that_on_which_somebody_spoke_of_it(language: str) -> None:
    assert day(language, EVENTS[language], TEXTS[language][1]) is None


@pytest.mark.parametrize("language", sorted(ADDED))
def test_the_day_of_an_event_is_not_that_on_which_somebody_adds_something(language: str) -> None:
    assert day(language, EVENTS[language], ADDED[language][0]) is None


@pytest.mark.parametrize(
    "there",
    [
        "He said this after a meeting with Norwegian Prime Minister Ann Berg last week.",
        "He spoke at a meeting with farmers, and recalled Norwegian Prime Minister Ann Berg.",
        "This came after talks with Norwegian Prime Minister Ann Berg were put off.",
    ],
)
def test_a_meeting_of_another_day_or_of_others_tells_no_day(there: str) -> None:
    assert day("en", TEXTS["en"][0], there) is None


def test_that_in_dutch_is_no_pronoun_behind_said() -> None:
    said = "President Paul Odede zei dat hij in een gesprek met de Noorse premier Ann Berg in Oslo over handel sprak."
    assert day("nl", EVENTS["nl"], said) is None
    assert day("nl", TEXTS["nl"][0], said) is None


VOICES = {
    "en": "Kenyan President Paul Odede thanked Norway on Monday.",
    "fr": "Le président kényan Paul Odede a remercié lundi la Norvège.",
    "es": "El presidente de Kenia, Paul Odede, agradeció el lunes la ayuda de Noruega.",
    "pt": "O presidente do Quénia, Paul Odede, agradeceu na segunda-feira a ajuda da Noruega.",
    "it": "Il presidente del Kenya, Paul Odede, ha ringraziato lunedì la Norvegia.",
    "de": "Der kenianische Präsident Paul Odede dankte am Montag Norwegen.",
    "nl": "De Keniaanse president Paul Odede bedankte maandag Noorwegen.",
    "sv": "Kenyas president Paul Odede tackade i måndags Norge.",
    "ar": "شكر الرئيس الكيني بول أوديدي يوم الاثنين النرويج.",
}


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_who_thanks_or_praises_says_something_too(language: str) -> None:
    assert day(language, VOICES[language], TEXTS[language][1]) == "2026-03-09"

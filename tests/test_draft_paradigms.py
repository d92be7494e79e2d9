"""Every form of the verbs by which two meet is read: infinitives, participles, futures, negations and wishes."""

from datetime import date
from typing import Any

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
PUBLISHED = "2026-03-10"  # a Tuesday
TITLES = {"en": "Coffee", "fr": "Le café", "es": "El café", "pt": "O café", "it": "Il caffè"}
ONE = {
    "en": "Peruvian Trade Minister Rosa Quispe",
    "fr": "La ministre péruvienne du Commerce, Rosa Quispe,",
    "es": "La ministra peruana de Comercio, Rosa Quispe,",
    "pt": "A ministra peruana do Comércio, Rosa Quispe,",
    "it": "La ministra peruviana del Commercio Rosa Quispe",
}
OTHER = {
    "en": "Kenyan Trade Minister Paul Odede",
    "fr": "ministre kényan du Commerce, Paul Odede",
    "es": "ministro keniano de Comercio, Paul Odede",
    "pt": "ministro queniano do Comércio, Paul Odede",
    "it": "ministro del Commercio keniano Paul Odede",
}


def pairs(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Return each text of a table with its language."""
    return [(language, text) for language, texts in table.items() for text in texts]


def read(language: str, text: str) -> tuple[set[str], Any, Any, bool]:
    """Return the parties of a text, its day and status, and whether it is doubted that they met."""
    lead = text.format(one=ONE[language], other=OTHER[language])
    (found,) = draft(f"{TITLES[language]}\n\n{lead}.", WORDS, published=PUBLISHED, language=language)
    parties = {each["country"] for each in found.record.get("participants", ())}
    is_doubted = any(each.route == () for each in found.unresolved)
    return parties, found.record.get("date"), found.record.get("status"), is_doubted


HELD = {
    "en": (
        "{one} dined with {other} on Monday",
        "{one} conferred on Monday with {other}",
        "After speaking by phone with {other} on Monday, {one} praised the farmers",
        "{one} sat down with {other} on Monday, the ministry said",
        "{one} and {other} discussed trade on Monday",
        "{one} welcomed {other} on Monday",
    ),
    "fr": (
        "{one} reçut lundi le {other}",
        "{one} s'est concertée lundi avec le {other}",
        "{one} a loué les planteurs en recevant lundi le {other}",
        "Après avoir déjeuné lundi avec le {other}, {one} a loué les planteurs",
        "{one} et le {other} ont évoqué lundi le commerce",
    ),
    "es": (
        "{one} cenó el lunes con el {other}",
        "Tras entrevistarse el lunes con el {other}, {one} elogió a los agricultores",
        "{one} mantuvo el lunes una videollamada con el {other}",
        "{one} se vio el lunes con el {other}, según el ministerio",
        "{one} y el {other} trataron el lunes los aranceles",
    ),
    "pt": (
        "Após se reunir com o {other} na segunda-feira, {one} elogiou os agricultores",
        "Depois de almoçar com o {other} na segunda-feira, {one} elogiou os agricultores",
        "{one} avistou-se na segunda-feira com o {other}",
        "O ministério informou que {one} trocou impressões na segunda-feira com o {other}",
    ),
    "it": (
        "{one} ha pranzato lunedì con il {other}",
        "{one} si è vista lunedì con il {other}",
        "{one}, incontrando lunedì il {other}, ha elogiato gli agricoltori",
        "{one} e il {other} hanno esaminato lunedì i dazi",
        "{one} accolse lunedì il {other}",
    ),
}


@pytest.mark.parametrize(("language", "text"), pairs(HELD))
def test_a_meeting_is_told_by_any_form_of_its_verb(language: str, text: str) -> None:
    assert read(language, text) == ({"PE", "KE"}, date(2026, 3, 9), None, False)


PLANNED = {
    "en": (
        "{one} is expected to confer with {other} on Thursday",
        "{one} is scheduled to receive {other} on Thursday",
        "{one} is going to telephone {other} on Thursday",
        "The ministry said that {one} would dine with {other} on Thursday",
    ),
    "fr": (
        "{one} prévoit de s'entretenir jeudi avec le {other}",
        "{one} s'apprête à recevoir jeudi le {other}",
        "{one} téléphonera jeudi au {other}",
        "Le ministère a annoncé que {one} déjeunerait jeudi avec le {other}",
    ),
    "es": (
        "{one} debe entrevistarse el jueves con el {other}",
        "{one} tiene programado recibir el jueves al {other}",
        "{one} mantendrá una reunión con el {other} el jueves",
        "La reunión de {one} con el {other} tendrá lugar el jueves",
    ),
    "pt": (
        "{one} deve se reunir na quinta-feira com o {other}",
        "{one} planeja se avistar na quinta-feira com o {other}",
        "{one} pretende almoçar na quinta-feira com o {other}",
        "O ministério anunciou que {one} conversaria na quinta-feira com o {other}",
    ),
    "it": (
        "{one} prevede di accogliere giovedì il {other}",
        "{one} si appresta a telefonare giovedì al {other}",
        "{one} intende confrontarsi giovedì con il {other}",
        "Il ministero ha annunciato che {one} avrebbe cenato giovedì con il {other}",
    ),
}


@pytest.mark.parametrize(("language", "text"), pairs(PLANNED))
def test_a_meeting_to_come_is_told_by_any_form_of_its_verb(language: str, text: str) -> None:
    assert read(language, text) == ({"PE", "KE"}, date(2026, 3, 12), "planned", False)


NONE = {
    "en": (
        "{one} did not talk to {other} on Monday",
        "{one} has not dined with {other}",
        "{one} could receive {other} on Thursday",
        "{one} denied having signed an agreement with {other}",
        "{one} will not receive {other} on Thursday",
        "{one} welcomed {other}'s decision on Monday",
        "{one} welcomed on Monday what was told by {other}",
        "{one} might confer with {other} on Thursday",
    ),
    "fr": (
        "{one} n'a pas rencontré le {other} lundi",
        "{one} ne recevra pas le {other} jeudi",
        "{one} pourrait s'entretenir jeudi avec le {other}",
        "{one} veut rencontrer le {other}",
        "{one} refuse de signer un accord avec le {other}",
    ),
    "es": (
        "{one} no se reunió el lunes con el {other}",
        "{one} no recibirá al {other} el jueves",
        "{one} podría entrevistarse el jueves con el {other}",
        "{one} negó haber firmado un acuerdo con el {other}",
        "{one} no ha hablado con el {other}",
    ),
    "pt": (
        "{one} não se reuniu na segunda-feira com o {other}",
        "{one} não receberá o {other} na quinta-feira",
        "{one} poderá encontrar-se na quinta-feira com o {other}",
        "{one} quer assinar um acordo com o {other}",
        "{one} não conversou com o {other}",
    ),
    "it": (
        "{one} non ha incontrato lunedì il {other}",
        "{one} non riceverà giovedì il {other}",
        "{one} potrebbe vedersi giovedì con il {other}",
        "{one} nega di aver firmato un accordo con il {other}",
        "{one} non ha parlato con il {other}",
        "{one} non si è vista con il {other}",
    ),
}


@pytest.mark.parametrize(("language", "text"), pairs(NONE))
def test_what_was_not_or_is_only_wanted_or_possible_is_no_meeting(language: str, text: str) -> None:
    assert read(language, text)[-1]


OLD = {
    "en": ("{one} met {other} in March 2023", "{one} met last year with {other}", "{one} hosted {other} last year"),
    "fr": ("{one} a rencontré le {other} en 2023", "{one} a reçu l'an dernier le {other}"),
    "es": (
        "{one} se reunió con el {other} en 2023",
        "{one} recibió el año pasado al {other}",
        "{one} y {other}. Recibió Odede en 2023",
    ),
    "pt": ("{one} reuniu-se com o {other} em 2023", "{one} recebeu o {other} no ano passado"),
    "it": ("{one} ha incontrato il {other} nel 2023", "{one} ha ricevuto l'anno scorso il {other}"),
}


@pytest.mark.parametrize(("language", "text"), pairs(OLD))
def test_what_was_years_ago_is_no_meeting(language: str, text: str) -> None:
    assert read(language, text)[-1]


OTHERWISE = {
    "en": (
        "{one} met {other} on Monday for the first time since 2023",
        "{one} met on Monday {other}, who was elected in Kisumu in 2023",
        "{one} received {other} on Monday, who lived in Lima in 2023",
    ),
    "fr": (
        "{one} a rencontré lundi le {other}, nommé en 2023",
        "{one} a reçu lundi le {other}, qui dirige Kisumu depuis 2023",
    ),
    "es": (
        "{one} se reunió el lunes con el {other}, nombrado en 2023",
        "{one} recibió el lunes al {other}, que nació en Kisumu en 1960",
    ),
    "pt": ("{one} recebeu na segunda-feira o {other}, nomeado em 2023",),
    "it": ("{one} ha incontrato lunedì il {other}, eletto nel 2023",),
}


@pytest.mark.parametrize(("language", "text"), pairs(OTHERWISE))
def test_years_of_something_else_are_not_those_of_the_meeting(language: str, text: str) -> None:
    assert read(language, text) == ({"PE", "KE"}, date(2026, 3, 9), None, False)


THINGS = {
    "en": "{one} met {other} to go on with the pledges of Kisumu in 2023",
    "fr": "{one} a rencontré le {other} pour parler des promesses de Kisumu en 2023",
    "es": "{one} se reunió con el {other} para hablar de las promesas de Kisumu en 2023",
    "pt": "{one} reuniu-se com o {other} para falar das promessas de Kisumu em 2023",
    "it": "{one} ha incontrato il {other} per parlare delle promesse di Kisumu nel 2023",
}


@pytest.mark.parametrize(("language", "text"), THINGS.items())
def test_the_year_of_a_thing_is_not_that_of_the_meeting(language: str, text: str) -> None:
    assert not read(language, text)[-1]


BY_NAME = {
    "en": "{one} and {other} like coffee. Quispe {verb} Odede on Monday",
    "fr": "{one} et le {other} aiment le café. Mme Quispe {verb} lundi M. Odede",
    "es": "{one} y el {other} aman el café. Quispe {verb} el lunes a Odede",
    "pt": "{one} e o {other} gostam de café. Quispe {verb} na segunda-feira Odede",
    "it": "{one} e il {other} amano il caffè. Quispe {verb} lunedì Odede",
}


@pytest.mark.parametrize(
    ("language", "verb", "is_met"),
    [
        ("en", "received", True),
        ("en", "did not receive", False),
        ("fr", "a reçu", True),
        ("fr", "ne reçut pas", False),
        ("es", "recibió", True),
        ("es", "no recibió", False),
        ("pt", "recebeu", True),
        ("pt", "não recebeu", False),
        ("it", "ha incontrato", True),
        ("it", "non ha incontrato", False),
    ],
)
def test_two_who_were_named_before_met_by_their_surnames(language: str, verb: str, is_met: bool) -> None:
    lead = BY_NAME[language].replace("{verb}", verb)
    assert read(language, lead)[-1] is not is_met

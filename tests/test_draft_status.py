"""`draft` tells a meeting to come from one that was held by the tense of what title and lead say of it."""

# ruff: noqa: E501  # a text that is read is as long as it is
from typing import Any

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()


def status(language: str, text: str, published: str | None = None) -> Any:
    """Return the status of a text, or the candidates of the doubt about it."""
    (found,) = draft(text, WORDS, language=language, published=published)
    doubts = [each.candidates for each in found.unresolved if each.route == ("status",)]
    return found.record.get("status", doubts[0] if doubts else None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Möte i Oslo\n\nDen 5 maj ska Norges minister Ann Berg träffa Kenyas minister Paul Odede."),
        ("sv", "Möte i Oslo\n\nI Oslo kommer Norges minister Ann Berg att underteckna ett avtal med Kenyas minister."),
        ("sv", "Resa till Kenya\n\nNästa vecka besöker Norges minister Ann Berg Kenyas minister Paul Odede."),
        ("sv", "Norges minister möter Kenyas minister\n\n– Jag ser fram emot att träffa honom, säger Ann Berg."),
        ("sv", "Möte\n\nNorges minister Ann Berg tar emot Kenyas minister Paul Odede.\n\nTre ministrar väntas delta."),
        ("sv", "Möte\n\nPå torsdag tar Norges minister Ann Berg emot Kenyas minister Paul Odede."),
        ("sv", "Möte\n\nI morgon står Norges minister Ann Berg värd för Kenyas minister Paul Odede."),
        ("de", "Treffen\n\nIn Oslo wird Norwegens Ministerin Ann Berg ihren kenianischen Kollegen empfangen."),
        ("de", "Treffen\n\nNächste Woche reist Norwegens Ministerin Ann Berg zum Minister von Kenia."),
        ("nl", "Bezoek\n\nIn mei zal de Noorse minister Ann Berg de minister van Kenia ontvangen."),
        ("nl", "Bezoek\n\nVolgende week bezoekt de Noorse minister Ann Berg de minister van Kenia."),
        ("en", "Talks\n\nNorwegian Minister Ann Berg will next week meet Kenyan Minister Paul Odede."),
        ("en", "Talks\n\nTomorrow Norwegian Minister Ann Berg travels to Kenya and meets Minister Paul Odede."),
        ("fr", "Visite\n\nLa ministre chilienne Ana Rojas doit en mai rencontrer le ministre togolais Kofi Lawson."),
        ("fr", "Visite\n\nLa ministre chilienne Ana Rojas se rend demain chez le ministre togolais Kofi Lawson."),
        ("es", "Visita\n\nLa ministra de Chile Ana Rojas viaja la próxima semana a ver al ministro de Togo."),
        ("pt", "Visita\n\nA ministra do Chile Ana Rojas vai na terça-feira receber o ministro do Togo."),
        ("it", "Visita\n\nLa ministra francese Ann Berg dovrebbe presto incontrare il ministro del Kenya."),
    ],
)
def test_a_meeting_told_of_in_the_future_is_planned(language: str, text: str) -> None:
    assert status(language, text) == "planned"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Avtal\n\nNorge och Kenya skriver avtal. Avtalet kommer att stärka handeln mellan ministrarna."),
        ("sv", "Möte\n\nNorges minister Ann Berg tog i går Kenyas minister Paul Odede emot. De ska hålla kontakt."),
        ("sv", "Norges minister möter Kenyas minister\n\nDe båda ministrarna från Norge och Kenya talar om hamnar."),
        ("sv", "Möte\n\nI dag tar Norges minister Ann Berg emot Kenyas minister Paul Odede."),
        ("sv", "Möte\n\nNorges minister Ann Berg stod i Oslo värd för Kenyas minister. Hon reser till Rom på söndag."),
        ("de", "Treffen\n\nNorwegens Ministerin Ann Berg nahm an Gesprächen mit Kenia teil. Der Handel wird wachsen."),
        ("nl", "Bezoek\n\nDe Noorse minister Ann Berg ontving de minister van Kenia. De handel zal groeien."),
        ("en", "Talks\n\nNorwegian Minister Ann Berg meets Kenyan Minister Paul Odede in Oslo."),
        ("en", "Talks\n\nToday Norwegian Minister Ann Berg hosts Kenyan Minister Paul Odede in Oslo."),
        ("fr", "Visite\n\nLa ministre chilienne Ana Rojas reçoit aujourd’hui le ministre togolais Kofi Lawson."),
        ("es", "Visita\n\nLa ministra de Chile Ana Rojas recibe hoy al ministro de Togo Kofi Lawson."),
        ("it", "Visita\n\nLa ministra francese Ann Berg riceve oggi il ministro del Kenya Paul Odede."),
    ],
)
def test_the_past_and_the_news_of_the_day_are_not_planned(language: str, text: str) -> None:
    assert status(language, text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norges minister Ann Berg tar emot Kenyas minister Paul Odede.", "planned"),
        ("I dag reser Norges minister Ann Berg till Kenyas minister Paul Odede.", None),
        ("Norges minister Ann Berg tar i dag emot Kenyas minister Paul Odede.", None),
        ("Norges minister Ann Berg tar emot Kenyas minister Paul Odede på måndagen.", None),
        ("Att resa ska vara lätt, sade Norges minister Ann Berg när hon mötte Kenyas minister.", None),
        ("Att resa ska vara lätt, säger Norges minister Ann Berg till Kenyas minister.", None),
    ],
)
def test_the_present_tense_is_news_with_a_word_for_the_day(text: str, expected: str | None) -> None:
    assert status("sv", f"Möte i Oslo\n\n{text}") == expected


@pytest.mark.parametrize(("published", "expected"), [("2026-05-04", "planned"), ("2026-05-05", None)])
def test_the_present_tense_is_news_on_the_day_itself(published: str, expected: str | None) -> None:
    text = "Möte\n\nDen 5 maj 2026 tar Norges minister Ann Berg emot Kenyas minister Paul Odede i Oslo."
    assert status("sv", text, published) == expected


def test_a_day_after_the_publication_that_is_told_of_in_the_past_is_not_planned() -> None:
    text = "Möte\n\nDen 7 juni 2026 träffade Norges minister Ann Berg Kenyas minister Paul Odede i Oslo."
    assert status("sv", text, "2026-06-05") is None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Norwegen sagt Besuch in Kenia ab\n\nMinisterin Ann Berg aus Norwegen bleibt Kenia fern.", "cancelled"),
        ("de", "Oslo\n\nNorwegens Ministerin Ann Berg sagte am Montag ihren Besuch in Kenia ab.", "cancelled"),
        ("nl", "Oslo\n\nDe Noorse minister Ann Berg zegt haar bezoek aan Kenia af.", "cancelled"),
        ("sv", "Inställt: Norges minister besöker Kenya\n\nNorges minister Ann Berg stannar i Oslo.", "cancelled"),
        ("en", "Cancelled: Norwegian minister visits Kenya\n\nMinister Ann Berg of Norway is ill.", "cancelled"),
        ("de", "Norwegen sagt Kenia Hilfe zu\n\nNorwegens Ministerin Ann Berg traf Kenias Minister.", None),
        ("de", "Oslo\n\nNorwegens Ministerin Ann Berg sagte, ihr Besuch in Kenia sei gut.", None),
        ("en", "Talks\n\nNorwegian Minister Ann Berg met Kenyan Minister Ed Law and invited him to visit Oslo.", None),
        ("en", "Talks\n\nNorwegian Minister Ann Berg met Kenyan Minister Ed Law. He accepted to visit Oslo.", None),
        ("en", "Talks\n\nNorwegian Minister Ann Berg is to meet Kenyan Minister Ed Law in Oslo.", "planned"),
        ("sv", "Möte\n\nNorges minister Ann Berg besöker Kenya. Ett inställt flyg stoppade Kenyas minister.", None),
    ],
)
def test_what_is_called_off_is_told_by_verbs_of_two_parts_and_in_titles(
    language: str, text: str, expected: str | None
) -> None:
    assert status(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Reunión\n\nLa ministra chilena Ana Rojas va a tener mañana una reunión con el ministro togolés Kofi Lawson."),
        ("fr", "Visite\n\nLa ministre chilienne Ana Rojas doit avoir mardi des entretiens avec le ministre togolais Kofi Lawson."),
        ("it", "Visita\n\nLa ministra francese Ann Berg dovrà tenere martedì colloqui con il ministro del Kenya Paul Odede."),
        ("pt", "Visita\n\nA ministra do Chile Ana Rojas vai ter na terça-feira um encontro com o ministro do Togo Kofi Lawson."),
        ("nl", "Bezoek\n\nDe Noorse minister Ann Berg zal morgen een bezoek aan minister Paul Odede van Kenia brengen."),
        ("sv", "Möte\n\nNorges minister Ann Berg ska på tisdag hålla samtal med Kenyas minister Paul Odede."),
    ],
)  # fmt: skip
def test_a_verb_of_holding_tells_of_what_is_to_come_with_a_meeting_beside_it(language: str, text: str) -> None:
    assert status(language, text) == "planned"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Pesca\n\nLos barcos deberán tener luces, acordaron en Lomé la ministra chilena Ana Rojas y el ministro togolés Kofi Lawson."),
        ("fr", "Pêche\n\nLes bateaux doivent avoir des feux, ont convenu à Lomé la ministre chilienne Ana Rojas et le ministre togolais Kofi Lawson."),
        ("it", "Pesca\n\nLe barche dovranno avere luci, hanno concordato a Oslo la ministra francese Ann Berg e il ministro del Kenya Paul Odede."),
        ("pt", "Pesca\n\nOs barcos devem ter luzes, acordaram em Lomé a ministra do Chile Ana Rojas e o ministro do Togo Kofi Lawson."),
        ("nl", "Visserij\n\nBoten zullen lichten voeren, spraken de Noorse minister Ann Berg en minister Paul Odede van Kenia in Oslo af."),
        ("sv", "Fiske\n\nLänderna ska utbyta data, enades Norges minister Ann Berg och Kenyas minister Paul Odede om i Oslo."),
    ],
)  # fmt: skip
def test_a_verb_of_holding_anything_else_plans_no_meeting(language: str, text: str) -> None:
    assert status(language, text) is None

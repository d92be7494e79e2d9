"""Bodies named after a country, newspapers and members of parties are no parties, and to be somewhere is no meeting."""

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()

# ruff: noqa: E501  # a text that is read is as long as it is
PARTIES = (
    (
        "Encontro\n\nO presidente do Brasil, João Lima, reuniu-se em Nairóbi com o presidente do Quênia, John Mwangi. A deputada Ana Souza, do PT, criticou a viagem, e o PT votou contra.",
        ["BR", "KE"],
    ),
    (
        "Missão\n\nO ministro do Brasil João Lima reuniu-se com o ministro do Quênia John Mwangi, e o deputado Rui Sá (PV-PE) e o senador Ari Melo (PMDB-AL) participaram.",
        ["BR", "KE"],
    ),
    (
        "Missão\n\nO presidente do PV-PE, Carlos Costa, integra missão na China, onde o ministro do Brasil se reuniu com o ministro da China.",
        ["BR", "CN"],
    ),
    (
        "Encontro\n\nO presidente do Brasil, João Lima, reuniu-se no Hospital Sírio-Libanês com o presidente do Quênia, John Mwangi.",
        ["BR", "KE"],
    ),
    (
        "Encuentro\n\nEl ministro de Kenia, John Mwangi, se reunió con el ministro de Noruega, Per Moe, en el Hospital Británico de Buenos Aires.",
        ["KE", "NO"],
    ),
    (
        "Rencontre\n\nLe ministre du Kenya, John Mwangi, a rencontré le ministre de Norvège, Per Moe, au Lycée français, puis à l'Hôpital américain de Neuilly.",
        ["KE", "NO"],
    ),
    (
        "Meeting\n\nKenya's minister John Mwangi met Norway's minister Per Moe at the American University in Cairo, then at the British Museum.",
        ["KE", "NO"],
    ),
    (
        "Treffen\n\nKenias Minister John Mwangi traf Norwegens Minister Per Moe in der Deutschen Schule Kairo und danach im Italienischen Krankenhaus.",
        ["KE", "NO"],
    ),
    (
        "Incontro\n\nIl ministro del Kenya John Mwangi ha incontrato il ministro della Norvegia Per Moe all'Ospedale Americano di Roma.",
        ["KE", "NO"],
    ),
    (
        "Ontmoeting\n\nMinister John Mwangi van Kenia ontmoette minister Per Moe van Noorwegen in de Amerikaanse Universiteit van Caïro.",
        ["KE", "NO"],
    ),
    ("Möte\n\nKenyas minister John Mwangi träffade Norges minister Per Moe på Franska skolan.", ["KE", "NO"]),
    (
        "لقاء\n\nالتقى وزير كينيا جون موانغي وزير النرويج بير مو في الجامعة الأمريكية بالقاهرة ثم في المستشفى الإيطالي.",
        ["KE", "NO"],
    ),
    (
        "Jornal\n\nO ministro do Quênia, John Mwangi, reuniu-se com o ministro da Noruega, Per Moe, escreve o jornal americano New York Times.",
        ["KE", "NO"],
    ),
    (
        "Paper\n\nKenya's minister John Mwangi met Norway's minister Per Moe, the Israeli newspaper Haaretz reports.",
        ["KE", "NO"],
    ),
    (
        "Diario\n\nEl ministro de Kenia, John Mwangi, se reunió con el ministro de Noruega, Per Moe, informa el diario español El País.",
        ["KE", "NO"],
    ),
    (
        "Journal\n\nLe ministre du Kenya, John Mwangi, a rencontré le ministre de Norvège, Per Moe, écrit le quotidien israélien Haaretz.",
        ["KE", "NO"],
    ),
    (
        "Zeitung\n\nKenias Minister John Mwangi traf Norwegens Minister Per Moe, wie die israelische Zeitung Haaretz berichtet.",
        ["KE", "NO"],
    ),
    ("صحيفة\n\nالتقى وزير كينيا جون موانغي وزير النرويج بير مو، بحسب صحيفة هآرتس الإسرائيلية.", ["KE", "NO"]),
    (
        "Encontro\n\nOs presidentes do Quênia, John Mwangi, e da Noruega, Per Moe, encontram-se em Lisboa na terça-feira.",
        ["KE", "NO"],
    ),
    (
        "Encuentro\n\nLos presidentes de Kenia, John Mwangi, y de Noruega, Per Moe, se encuentran el martes en Lisboa.",
        ["KE", "NO"],
    ),
)
STATES = (
    "Nobel\n\nOs presidentes do Quênia, John Mwangi, e da Noruega, Per Moe, se encontram entre as 205 pessoas candidatas ao prêmio.",
    "Nobel\n\nLos presidentes de Kenia, John Mwangi, y de Noruega, Per Moe, se encuentran entre los 205 candidatos al premio.",
    "Saúde\n\nO presidente do Quênia, John Mwangi, encontra-se em excelente condição de saúde, diz a embaixada da Noruega.",
    "Salud\n\nEl presidente de Kenia, John Mwangi, se encuentra en buen estado de salud, dice la embajada de Noruega.",
)


@pytest.mark.parametrize(("text", "parties"), PARTIES)
def test_a_body_a_newspaper_and_a_member_of_a_party_are_no_party(text: str, parties: list[str]) -> None:
    (found,) = draft(text, WORDS, published="2026-03-11")
    assert sorted({each["country"] for each in found.record["participants"] if "country" in each}) == parties


@pytest.mark.parametrize("text", STATES)
def test_to_find_oneself_somewhere_is_not_to_meet(text: str) -> None:
    (found,) = draft(text, WORDS, published="2026-03-11")
    assert not all(doubt.route for doubt in found.unresolved)

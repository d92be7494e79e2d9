"""Innovation and research are topics where a text lists them among areas of cooperation, and not elsewhere."""

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
LISTED = """\
en They agreed to deepen cooperation in trade, innovation and energy.
en Kenya and Norway want a partnership in areas such as innovation, fishing and health.
fr Les ministres veulent approfondir la coopération dans le commerce, l'innovation et l'énergie.
de Beide wollen die Zusammenarbeit in den Bereichen Handel, Innovation und Energie ausbauen.
nl Zij willen de samenwerking op het gebied van handel, innovatie en energie verdiepen.
sv De vill fördjupa samarbetet inom områden som innovation, fiske och hälsa.
es Quieren ampliar la cooperación en comercio, innovación y energía.
it Vogliono rafforzare la cooperazione nei settori del commercio, innovazione ed energia.
pt Querem aprofundar a cooperação em comércio, inovação e energia.
ar واتفقا على تعزيز التعاون في مجالات التجارة والابتكار والطاقة."""
NOT_LISTED = """\
en They agreed to deepen cooperation in technological innovation, and the trade in fish.
en Innovation, he said, is not everything.
fr Ils veulent une coopération qui passe par l'innovation technologique, le commerce et l'énergie.
de Der Handel ist die Innovation des Jahres.
sv Innovationen är årets.
es La innovación del año, el comercio y la energía crecen."""


def topics(line: str) -> list[str]:
    made = draft(f"Odede\n\n{line[3:]}", WORDS, language=line[:2])[0].record
    return sorted(each["topic"] for each in made.get("topics", ()))


@pytest.mark.parametrize("line", LISTED.split("\n"))
def test_an_area_of_cooperation_in_a_list_is_a_topic(line: str) -> None:
    assert topics(line) == ["startups-innovation"]


@pytest.mark.parametrize("line", NOT_LISTED.split("\n"))
def test_what_is_no_item_of_such_a_list_is_none(line: str) -> None:
    assert not topics(line)


def test_research_and_innovation_are_two_areas() -> None:
    line = "en They agreed on cooperation in research, innovation and fishing."
    assert topics(line) == ["research-cooperation", "startups-innovation"]

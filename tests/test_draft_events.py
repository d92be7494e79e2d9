"""`draft` reads the event on whose margins they met: with its year, and never the meeting itself."""

# ruff: noqa: E501  # a sentence is a line

import os
import subprocess
import sys

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()


def event(text: str, published: str | None = "2024-05-15") -> str | None:
    (found,) = draft(text, WORDS, published=published)
    value: str | None = found.record.get("host_event")
    return value


EN = "Kenya and Norway discuss fishing\n\nThe Kenyan minister Ann Odede met her Norwegian counterpart Per Lund {}."
FR = "Le Kenya et la Norvège parlent de pêche\n\nLa ministre kényane Ann Odede a rencontré le ministre norvégien Per Lund {}, à la demande des deux pays."
ES = "Kenia y Noruega hablan de la pesca\n\nLa ministra keniana Ann Odede se reunió con el ministro noruego Per Lund {}, y los dos hablaron."
PT = "O Quénia e a Noruega falam da pesca\n\nA ministra queniana Ann Odede reuniu-se com o ministro norueguês Per Lund {}, e os dois falaram."
DE = "Kenia und Norwegen sprechen über die Fischerei\n\nDie kenianische Ministerin Ann Odede traf den norwegischen Minister Per Lund {}, und sie sprachen mit ihm."
SV = "Kenya och Norge talar om fiske\n\nKenyas minister Ann Odede träffade Norges minister Per Lund {}, och de talade om det."
IT = "Il Kenya e la Norvegia parlano di pesca\n\nLa ministra del Kenya Ann Odede ha incontrato il ministro della Norvegia Per Lund {}, e hanno parlato della pesca con gli altri."
NL = "Kenia en Noorwegen spreken over visserij\n\nDe minister Ann Odede van Kenia ontmoette minister Per Lund {}, en zij spraken met de anderen over het water."
AR = "كينيا والنرويج تبحثان الصيد\n\nالتقت وزيرة الصيد الكينية نظيرها النرويجي {}."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (EN.format("on the sidelines of the Nordic Fish Fair in Oslo"), "Nordic Fish Fair"),
        (EN.format("on the margins of the World Ocean Summit 2024"), "World Ocean Summit 2024"),
        (EN.format("on the margins of the World Ocean Summit (2024)"), "World Ocean Summit 2024"),
        (EN.format("on the margins of the 2024 World Ocean Summit, 2024"), "2024 World Ocean Summit"),
        (EN.format("at the Lake Victoria Conference"), "Lake Victoria Conference"),
        (EN.format("while attending the Blue Economy Forum in Mombasa"), "Blue Economy Forum"),
        (FR.format("en marge du Salon de la mer 2024"), "Salon de la mer 2024"),
        (FR.format("lors de la Conférence des ports du Nord"), "Conférence des ports du Nord"),
        (FR.format("dans le cadre du Forum mondial des lacs"), "Forum mondial des lacs"),
        (ES.format("al margen de la Cumbre de los Océanos"), "Cumbre de los Océanos"),
        (ES.format("con motivo del Foro Mundial de la Pesca"), "Foro Mundial de la Pesca"),
        (PT.format("à margem da Conferência dos Lagos"), "Conferência dos Lagos"),
        (PT.format("por ocasião do Fórum Mundial da Pesca"), "Fórum Mundial da Pesca"),
        (DE.format("am Rande der Bergener Fischereikonferenz"), "Bergener Fischereikonferenz"),
        (DE.format("anlässlich der Bergener Meereswoche"), "Bergener Meereswoche"),
        (SV.format("i samband med Nordiska fiskemässan"), "Nordiska fiskemässan"),
        (SV.format("med anledning av Nordiska fiskekonferensen"), "Nordiska fiskekonferensen"),
        (IT.format("a margine della Conferenza del Mare"), "Conferenza del Mare"),
        (NL.format("in de marge van de Wereldvisserijconferentie"), "Wereldvisserijconferentie"),
        (AR.format("على هامش المنتدى العالمي للصيد"), "المنتدى العالمي للصيد"),
        (AR.format("بمناسبة مؤتمر المحيطات 2024"), "مؤتمر المحيطات 2024"),
        (AR.format("خلال مشاركته في المعرض الدولي « بحار المغرب 2024 »"), "بحار المغرب 2024"),
    ],
)
def test_the_event_on_whose_margins_they_met(text: str, name: str) -> None:
    assert event(text) == name


@pytest.mark.parametrize(
    "text",
    [
        EN.format("on the sidelines of his visit to Oslo"),
        EN.format("at a press conference"),
        EN.format("at the Kenyatta International Convention Centre"),
        EN.format("during the Third Session of the Joint Commission"),
        EN.format("at a conference"),
        EN.format("in Lima. The World Fish Congress begins in June"),
        FR.format("lors d'une conférence de presse"),
        FR.format("à l'occasion de sa visite officielle"),
        FR.format("au cours de la Commission mixte"),
        ES.format("durante una rueda de prensa"),
        ES.format("en el marco de la Comisión Mixta"),
        PT.format("nesta quarta-feira, na Noruega"),
        PT.format("no âmbito da Comissão Mista"),
        DE.format("während der Pressekonferenz in Oslo"),
        DE.format("im Rahmen des Staatsbesuchs"),
        SV.format("vid presskonferensen i Oslo"),
        SV.format("under besöket i Oslo"),
        IT.format("durante la conferenza stampa"),
        NL.format("tijdens het staatsbezoek"),
        AR.format("خلال زيارة رسمية"),
        AR.format("في إطار اللجنة المشتركة"),
    ],
)
def test_the_meeting_itself_is_no_event(text: str) -> None:
    assert event(text) is None


def test_an_event_of_an_earlier_meeting_is_not_that_of_this_one() -> None:
    text = "Kenya and Norway sign a pact\n\nOn 14 May 2024 the ministers of Kenya and Norway signed a pact in Oslo."
    before = "\n\nThey had met on the sidelines of the World Ocean Summit in February 2023."
    assert event(text + before) is None
    assert event(text + before.replace("February 2023", "May 2024")) == "World Ocean Summit"


@pytest.mark.parametrize("name", ["Fifth Harbour Ministerial Meeting", "Fifth Harbour Ministerial"])
def test_of_two_nouns_of_events_the_longer_one_ends_the_name(name: str) -> None:
    assert event(EN.format(f"on Monday at the {name}")) == name


@pytest.mark.parametrize("seed", ["0", "2"])  # of the order of sets: with the first one, the shorter noun came first
def test_an_event_does_not_depend_on_the_order_of_sets(seed: str) -> None:
    text = EN.format("on Monday at the Fifth Harbour Ministerial Meeting")
    code = (
        "import sys; from coopdb.author.draft import draft; "
        "from coopdb.vocabulary.vocabularies import packaged_vocabularies; "
        "print(draft(sys.argv[1], packaged_vocabularies(), published='2024-05-15')[0].record['host_event'])"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    said = subprocess.run([sys.executable, "-c", code, text], env=environment, capture_output=True, check=True)
    assert said.stdout.decode().strip() == "Fifth Harbour Ministerial Meeting"

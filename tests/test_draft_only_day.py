"""A day of the last week is the meeting's where title or lead has both sides beside it and a text tells no other."""

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
BOTH = """\
en Today, Minister Paul Odede of Kenya was joined by Norwegian Minister Ann Berg at the harbour of Oslo.
fr Le ministre kényan Paul Odede et la ministre norvégienne Ann Berg ont inauguré aujourd'hui le port d'Oslo.
de Das teilten Kenias Minister Paul Odede und die norwegische Ministerin Ann Berg heute in Oslo mit.
nl De Keniaanse minister Paul Odede en de Noorse minister Ann Berg liepen vandaag door de haven van Oslo.
sv Kenyas minister Paul Odede och Norges minister Ann Berg gick i dag genom hamnen i Oslo.
es El ministro keniano Paul Odede y la ministra noruega Ann Berg recorrieron hoy el puerto de Oslo.
it Il ministro keniano Paul Odede e la ministra norvegese Ann Berg hanno percorso oggi il porto di Oslo.
pt O ministro queniano Paul Odede e a ministra norueguesa Ann Berg percorreram hoje o porto de Oslo.
ar تفقد الوزير الكيني بول أوديدي والوزيرة النرويجية آن بيرغ اليوم ميناء أوسلو."""
ONE = """\
en Minister Paul Odede of Kenya praised the harbour today.
fr Le ministre kényan Paul Odede a loué le port aujourd'hui.
de Kenias Minister Paul Odede lobte heute den Hafen.
sv Kenyas minister Paul Odede berömde i dag hamnen.
es El ministro keniano Paul Odede elogió hoy el puerto.
ar أشاد الوزير الكيني بول أوديدي اليوم بالميناء."""
MEETS = {
    "en": "Odede meets Berg",
    "fr": "Odede rencontre Berg",
    "de": "Odede trifft Berg",
    "nl": "Odede ontmoet Berg",
    "sv": "Odede träffar Berg",
    "es": "Odede se reúne con Berg",
    "it": "Odede incontra Berg",
    "pt": "Odede reúne-se com Berg",
    "ar": "أوديدي يلتقي بيرغ",
}


def day(line: str, more: str = "") -> str | None:
    text = f"{MEETS[line[:2]]}\n\n{line[3:]} {more}"
    made = draft(text, WORDS, published="2026-03-10", language=line[:2])[0].record
    return str(made["date"]) if "date" in made else None


@pytest.mark.parametrize("line", BOTH.split("\n"))
def test_the_only_day_is_that_on_which_the_text_has_both(line: str) -> None:
    assert day(line) == "2026-03-10"


@pytest.mark.parametrize("line", BOTH.split("\n"))
def test_it_is_not_certain_where_there_is_another(line: str) -> None:
    assert day(line, "2026-03-04.") is None


@pytest.mark.parametrize("line", ONE.split("\n"))
def test_it_is_not_certain_where_one_alone_acts(line: str) -> None:
    assert day(line) is None

"""Stock sentences of the genre name both who met: they discussed relations between both countries, or an old paper."""

import re

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
TIES = """\
en Kenyan Minister Grace Odede discussed ways to strengthen relations between the two countries with Norwegian
  Minister Ann Berg in Oslo.
en Relations between Kenya and Norway were at the centre of talks that Minister Grace Odede held with Norwegian
  Minister Ann Berg.
fr La ministre kényane Grace Odede a évoqué à Oslo les relations entre les deux pays avec son homologue
  norvégienne Anne Berg.
de Kenias Ministerin Grace Odede hat in Oslo über die Beziehungen zwischen beiden Ländern mit der norwegischen
  Ministerin Ann Berg gesprochen.
nl De Keniaanse minister Grace Odede sprak in Oslo over de betrekkingen tussen beide landen met de Noorse minister
  Ann Berg.
sv Kenyas minister Grace Odede diskuterade i Oslo relationerna mellan länderna med Norges minister Ann Berg.
es La ministra keniana Grace Odede analizó en Oslo las relaciones entre ambos países con la ministra noruega Ann
  Berg.
it La ministra keniana Grace Odede ha discusso a Oslo le relazioni tra i due Paesi con la ministra norvegese Ann
  Berg.
pt A ministra queniana Grace Odede discutiu em Oslo as relações entre os dois países com a ministra norueguesa Ann
  Berg.
ar بحثت الوزيرة الكينية غريس أوديدي في أوسلو العلاقات بين البلدين مع نظيرتها النرويجية آن بيرغ."""
PAPERS = """\
en Kenya and Norway held talks. Under the 2021 memorandum, Minister Grace Odede and Norwegian Minister Ann Berg
  agreed on a centre.
fr Le Kenya et la Norvège coopèrent. Quinze ans après l'accord de 2011, la ministre Grace Odede a rencontré la
  ministre norvégienne Ann Berg.
de Kenia und Norwegen arbeiten zusammen. Auf der Grundlage des Abkommens von 2013 traf Ministerin Grace Odede die
  norwegische Ministerin Ann Berg.
nl Kenia en Noorwegen werken samen. Op basis van het akkoord van 2013 ontmoette minister Grace Odede de Noorse
  minister Ann Berg.
sv Kenya och Norge samarbetar. Med stöd av avtalet från 2013 träffade minister Grace Odede Norges minister Ann Berg.
es Kenia y Noruega cooperan. En el marco del acuerdo firmado en 2013, la ministra Grace Odede se reunió con la
  ministra noruega Ann Berg.
it Il Kenya e la Norvegia cooperano. Sulla base dell'accordo del 2013 la ministra Grace Odede ha incontrato la
  ministra norvegese Ann Berg.
pt O Quénia e a Noruega cooperam. Na sequência do memorando de 2022, a ministra Grace Odede reuniu-se com a
  ministra norueguesa Ann Berg."""
ABSENT = """\
en He praised the will of President Grace Odede to fish.
en He said the friendship between President Grace Odede and Prime Minister Ann Berg was deep.
en In 1962 President Grace Odede met Norwegian Prime Minister Ann Berg there.
de Er lobte die Freundschaft zwischen Präsidentin Grace Odede und Ministerpräsidentin Ann Berg.
de Im Jahr 1962 traf dort Präsidentin Grace Odede die norwegische Ministerpräsidentin Ann Berg.
fr En 1962, la présidente Grace Odede y a rencontré la Première ministre norvégienne Ann Berg."""
MET = {
    "en": "Kenyan Minister Paul Kibet met Norwegian Minister Per Lund in Oslo.",
    "de": "Kenias Minister Paul Kibet traf in Oslo den norwegischen Minister Per Lund.",
    "fr": "Le ministre kényan Paul Kibet a rencontré à Oslo le ministre norvégien Per Lund.",
}


def lines(texts: str) -> list[str]:
    return [" ".join(each.split()) for each in re.split(r"\n(?! )", texts)]


def people(line: str) -> set[str]:
    made = draft(f"Talks of ministers in Oslo\n\n{line[3:]}", WORDS, published="2026-03-10", language=line[:2])[
        0
    ].record
    return {each["name"].split()[-1] for each in made.get("participants", ()) if "name" in each}


@pytest.mark.parametrize("line", lines(f"{TIES}\n{PAPERS}"))
def test_both_who_met_are_named(line: str) -> None:
    assert people(line) in ({"Odede", "Berg"}, {"أوديدي", "بيرغ"})


@pytest.mark.parametrize("line", lines(ABSENT))
def test_who_is_only_named_was_not_there(line: str) -> None:
    assert people(f"{line[:2]} {MET[line[:2]]} {line[3:]}") == {"Kibet", "Lund"}


@pytest.mark.parametrize(
    ("language", "sentence", "title"),
    [
        ("en", "They signed a {}.", "memorandum of understanding on training and exchange of experts"),
        ("en", "They signed an {}.", "agreement on tourism and hosting of conferences"),
        ("fr", "Ils ont signé un {}.", "mémorandum sur la formation et échange d'expériences"),
        ("de", "Beide unterzeichneten ein {}.", "Abkommen über Forschung und Austausch von Experten"),
        ("nl", "Zij tekenden een {}.", "memorandum over onderwijs en bezoeken van studenten"),
        ("sv", "De undertecknade ett {}.", "avtal om forskning och besök"),
        ("it", "Hanno firmato un {}.", "accordo su ricerca e visite di esperti"),
        ("pt", "Assinaram um {}.", "memorando sobre formação e troca de experiências"),
        ("ar", "ووقعا {}.", "مذكرة تفاهم بشأن الأمن السيبراني وبحث فرص الاستثمار"),
        ("ar", "ووقعا {}.", "اتفاقية في مجال التعليم وعقد الدورات التدريبية"),
    ],
)
def test_a_noun_behind_and_is_of_the_title(language: str, sentence: str, title: str) -> None:
    made = draft(f"Talks of ministers\n\n{sentence.format(title)}", WORDS, language=language)[0].record
    assert [each["title"] for each in made["documents"]] == [title]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Au Kenya, le ministre norvégien Per Lund a rencontré l'ambassadrice Ann Berg."),
        ("de", "In Kenia traf der norwegische Minister Per Lund Botschafterin Ann Berg."),
    ],
)
def test_an_envoy_who_is_met_abroad_is_not_of_the_country_where_she_is(language: str, sentence: str) -> None:
    made = draft(f"{sentence[:-1]}\n\n{sentence}", WORDS, language=language)[0].record
    assert {each["name"]: each["country"] for each in made["participants"] if "name" in each}.get("Ann Berg") != "KE"

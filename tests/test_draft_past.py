"""A verb of what was belongs to nothing that is to come, whatever the sentence says of it before."""

import re

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
PUBLISHED = "2026-03-10"  # a Tuesday
# By language: who met on the Monday before (+), and who will meet on the next (-).
TEXTS = """\
en + Norway, which plans to buy more tea, said that its Minister Ann Lee held talks with Kenyan Minister Paul Odede
  in Oslo on Monday.
en + Minister Ann Lee of Norway, who will retire in June, met Kenyan Minister Paul Odede in Oslo on Monday.
en + Norway will open a port, Minister Ann Lee told Kenyan Minister Paul Odede at a meeting in Oslo on Monday.
en + Ahead of the summit that Norway is to host in June, Minister Ann Lee met Kenyan Minister Paul Odede in Oslo on
  Monday.
en - Norwegian Minister Ann Lee, who met students in Bergen, will meet Kenyan Minister Paul Odede in Oslo on Monday.
fr + La Norvège prévoit d'acheter du thé et sa ministre Anne Lie a rencontré lundi à Oslo le ministre kényan Paul
  Odede.
fr + La ministre norvégienne Anne Lie, qui va quitter son poste, a reçu lundi à Oslo le ministre kényan Paul Odede.
fr + La Norvège devrait ouvrir un port, selon sa ministre Anne Lie, qui s'est entretenue lundi à Oslo avec le
  ministre kényan Paul Odede.
fr - La ministre norvégienne Anne Lie, qui a rencontré des étudiants à Bergen, doit rencontrer lundi à Oslo le
  ministre kényan Paul Odede.
de + Norwegen plant einen neuen Hafen: Ministerin Anna Lie traf am Montag in Oslo den kenianischen Minister Paul
  Odede.
de + Norwegens Ministerin Anna Lie, die mehr Tee kaufen will, hat am Montag in Oslo den kenianischen Minister Paul
  Odede getroffen.
de + Norwegen werde einen Hafen öffnen, sagte Ministerin Anna Lie bei einem Treffen mit dem kenianischen Minister
  Paul Odede am Montag in Oslo.
de + Norwegens Ministerin Anna Lie und Kenias Minister Paul Odede haben am Montag über Tee, Häfen und Verkehr
  telefoniert.
de + Norwegens Ministerin Anna Lie hat am Montag Oslo, Bergen und den kenianischen Minister Paul Odede besucht.
de - Norwegens Ministerin Anna Lie, die in Bergen Studenten traf, wird am Montag in Oslo den kenianischen Minister
  Paul Odede treffen.
de + Norwegens Ministerin Anna Lie hat am Montag Oslo, Bergen und Kenias Minister Paul Odede besucht und viel gelernt.
nl + De Noorse minister Anna Lie, die meer thee wil kopen, ontmoette maandag in Oslo de Keniaanse minister Paul
  Odede.
nl + De haven wordt uitgebreid, spraken de Noorse minister Anna Lie en de Keniaanse minister Paul Odede maandag in
  Oslo af.
nl + Noorwegen zal thee kopen en minister Anna Lie heeft maandag in Oslo de Keniaanse minister Paul Odede ontmoet.
nl - De Noorse minister Anna Lie, die in Bergen studenten ontmoette, zal maandag in Oslo de Keniaanse minister Paul
  Odede ontmoeten.
sv + Norge ska köpa te, och minister Anna Lie träffade på måndagen i Oslo Kenyas minister Paul Odede.
sv + Norges minister Anna Lie, som ska avgå i juni, mötte på måndagen Kenyas minister Paul Odede i Oslo.
sv + Norge skulle öppna en hamn, sade minister Anna Lie, som har träffat Kenyas minister Paul Odede på måndagen i
  Oslo.
sv - Norges minister Anna Lie, som träffade studenter i Bergen, ska på måndag träffa Kenyas minister Paul Odede i
  Oslo.
es + Noruega piensa comprar té y su ministra Ana Lie se reunió el lunes en Oslo con el ministro keniano Paul Odede.
es + La ministra noruega Ana Lie, que se dispone a comprar té, analizó el lunes los precios en una reunión en Oslo
  con el ministro keniano Paul Odede.
es + Los dos países tendrán un puerto, dijo la ministra noruega Ana Lie, que recibió el lunes en Oslo al ministro
  keniano Paul Odede.
es - La ministra noruega Ana Lie, que se reunió con estudiantes en Bergen, tiene previsto reunirse el lunes en Oslo
  con el ministro keniano Paul Odede.
pt + A Noruega pretende comprar chá e a ministra Ana Lie reuniu-se na segunda-feira em Oslo com o ministro queniano
  Paul Odede.
pt + A ministra norueguesa Ana Lie, que vai deixar o cargo, recebeu na segunda-feira em Oslo o ministro queniano
  Paul Odede.
pt - A ministra norueguesa Ana Lie, que se reuniu com estudantes em Bergen, vai reunir-se na segunda-feira em Oslo
  com o ministro queniano Paul Odede.
it + La Norvegia prevede di comprare tè e la ministra Anna Lie ha incontrato lunedì a Oslo il ministro keniano Paul
  Odede.
it + La ministra norvegese Anna Lie, che sta per lasciare l'incarico, ha ricevuto lunedì a Oslo il ministro keniano
  Paul Odede.
it - La ministra norvegese Anna Lie, che ha incontrato studenti a Bergen, dovrà incontrare lunedì a Oslo il ministro
  keniano Paul Odede.
ar + تعتزم النرويج زيادة التجارة مع كينيا، والتقت وزيرة الخارجية النرويجية آن لي الاثنين في أوسلو نظيرها الكيني بول
  أوديدي.
ar - من المقرر أن تلتقي وزيرة الخارجية النرويجية آن لي الاثنين المقبل في أوسلو نظيرها الكيني بول أوديدي."""
CASES = [" ".join(each.split()).split(" ", 2) for each in re.split(r"\n(?! )", TEXTS)]


def day(sentence: str) -> str:
    return str(draft(f"Odede\n\n{sentence}", WORDS, published=PUBLISHED)[0].record.get("date"))


@pytest.mark.parametrize(("language", "mark", "sentence"), CASES)
def test_who_met_on_monday_met_on_the_one_before_and_who_will_meet_on_the_next(
    language: str, mark: str, sentence: str
) -> None:
    assert day(sentence) == {"+": "2026-03-09", "-": "2026-03-16"}[mark]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norwegens Ministerin Anna Lie, die viel gearbeitet hat, trifft am Montag in Oslo Kenias Minister Paul Odede.",
        "Kenias Minister Paul Odede hat Tee, Norwegens Ministerin Anna Lie trifft am Montag in Oslo Paul Odede.",
    ],
)
def test_the_present_behind_a_comma_is_no_perfect(sentence: str) -> None:
    assert day(sentence) == "2026-03-16"

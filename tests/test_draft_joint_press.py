"""Who stands before the press together has met: a joint press conference tells of a meeting, and its day."""

import re

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
TOGETHER = """\
en Kenya will buy more fish, Minister Grace Odede said at a joint press conference with Norwegian Minister Lars Berg in
  Oslo on Monday.
fr Le Kenya achètera plus de poisson, a déclaré la ministre Grace Odede lors d'une conférence de presse conjointe avec
  son homologue norvégien Lars Berg lundi à Oslo.
de Kenia kauft mehr Fisch, sagte Ministerin Grace Odede am Montag bei einer gemeinsamen Pressekonferenz mit ihrem
  norwegischen Amtskollegen Lars Berg in Oslo.
nl Kenia koopt meer vis, zei minister Grace Odede maandag op een gezamenlijke persconferentie met haar Noorse collega
  Lars Berg in Oslo.
sv Kenya köper mer fisk, sade minister Grace Odede på måndagen vid en gemensam presskonferens med sin norska kollega
  Lars Berg i Oslo.
es Kenia comprará más pescado, dijo la ministra Grace Odede en una rueda de prensa conjunta con su homólogo noruego
  Lars Berg el lunes en Oslo.
it Il Kenya comprerà più pesce, ha detto lunedì la ministra Grace Odede in una conferenza stampa congiunta con il suo
  omologo norvegese Lars Berg a Oslo.
pt O Quénia comprará mais peixe, disse na segunda-feira a ministra Grace Odede numa conferência de imprensa conjunta com
  o seu homólogo norueguês Lars Berg em Oslo.
ar أكدت وزيرة الخارجية الكينية غريس أوديدي، في مؤتمر صحفي مشترك مع نظيرها النرويجي لارس بيرغ يوم الاثنين في
  أوسلو، أهمية التجارة."""
ALONE = """\
en Kenya will buy more fish from Norway, Minister Grace Odede said at a press conference in Nairobi on Monday.
fr Le Kenya achètera plus de poisson à la Norvège, a déclaré la ministre Grace Odede lors d'une conférence de presse
  lundi à Nairobi.
de Kenia kauft mehr Fisch aus Norwegen, sagte Ministerin Grace Odede am Montag bei einer Pressekonferenz in Nairobi.
es Kenia comprará más pescado a Noruega, dijo la ministra Grace Odede en una rueda de prensa el lunes en Nairobi."""


def split(texts: str) -> list[str]:
    return [" ".join(each.split()[1:]) for each in re.split(r"\n(?! )", texts)]


@pytest.mark.parametrize("sentence", split(TOGETHER))
def test_who_speaks_to_the_press_with_somebody_has_met_them(sentence: str) -> None:
    (made,) = draft(f"Odede\n\n{sentence}", WORDS, published="2026-03-10", country="KE")
    assert str(made.record["date"]) == "2026-03-09"
    assert {each["country"] for each in made.record["participants"]} == {"KE", "NO"}
    assert not [each for each in made.unresolved if not each.route]


@pytest.mark.parametrize("sentence", split(ALONE))
def test_who_speaks_to_the_press_alone_has_met_nobody(sentence: str) -> None:
    (made,) = draft(f"Odede\n\n{sentence}", WORDS, published="2026-03-10", country="KE")
    assert "date" not in made.record

"""Who is said not to have been there is no participant."""

import re

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
MET = {
    "en": "Norwegian Foreign Minister Ingrid Berg met her Kenyan counterpart Peter Otieno in Oslo on Tuesday.",
    "fr": "La ministre norvégienne Ingrid Berg a rencontré mardi à Oslo son homologue kényan Peter Otieno.",
    "de": "Die norwegische Ministerin Ingrid Berg traf am Dienstag in Oslo ihren kenianischen Kollegen Peter Otieno.",
    "es": "La ministra noruega Ingrid Berg se reunió el martes en Oslo con su homólogo keniano Peter Otieno.",
    "pt": "A ministra norueguesa Ingrid Berg reuniu-se na terça-feira em Oslo com o homólogo queniano Peter Otieno.",
    "it": "La ministra norvegese Ingrid Berg ha incontrato martedì a Oslo il collega keniano Peter Otieno.",
    "nl": "De Noorse minister Ingrid Berg ontmoette dinsdag in Oslo haar Keniaanse ambtgenoot Peter Otieno.",
    "sv": "Norges minister Ingrid Berg träffade i tisdags i Oslo sin kenyanske kollega Peter Otieno.",
    "ar": "التقت وزيرة الخارجية النرويجية إنغريد بيرغ يوم الثلاثاء في أوسلو نظيرها الكيني بيتر أوتينو.",
}
# By language: + for who was there, - for who was not.
HOLM = """\
en - Finance Minister Lars Holm could not attend.
en - Finance Minister Lars Holm of Norway was not present at the meeting.
en + Finance Minister Lars Holm attended the meeting, and did not speak to the press.
fr - Le ministre des Finances Lars Holm n'a pas pu assister à la rencontre.
fr - Le ministre des Finances, Lars Holm, était absent de la rencontre.
fr + Le ministre des Finances Lars Holm a assisté à la rencontre, mais n'a pas parlé.
de - Finanzminister Lars Holm nahm nicht teil.
de + Finanzminister Lars Holm nahm an dem Treffen teil.
es - El ministro de Finanzas Lars Holm no asistió a la reunión.
es + El ministro de Finanzas Lars Holm asistió a la reunión.
pt - O ministro das Finanças Lars Holm não participou na reunião.
pt + O ministro das Finanças Lars Holm participou na reunião.
it - Il ministro delle Finanze Lars Holm non ha partecipato all'incontro.
it + Il ministro delle Finanze Lars Holm ha partecipato all'incontro.
nl - Minister van Financiën Lars Holm was niet aanwezig bij het gesprek.
nl + Minister van Financiën Lars Holm was aanwezig bij het gesprek.
sv - Finansminister Lars Holm deltog inte i mötet.
sv + Finansminister Lars Holm deltog i mötet.
ar - ولم يحضر وزير المالية لارس هولم اللقاء.
ar - وتغيب وزير المالية لارس هولم عن اللقاء.
ar + وحضر اللقاء وزير المالية لارس هولم.
"""


@pytest.mark.parametrize("case", HOLM.splitlines())
def test_who_stayed_away_is_no_participant(case: str) -> None:
    language, was_there, sentence = case.split(" ", 2)
    (found,) = draft(f"{MET[language]} {sentence}\n", WORDS, published="2026-03-12", country="NO")
    people = [each["name"] for each in found.record["participants"] if "name" in each]
    assert any(re.search("Holm|هولم", name) for name in people) == (was_there == "+")
    assert len(people) == 2 + (was_there == "+")

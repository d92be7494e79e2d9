"""Which of what a sentence tells its day is of: the meeting, what somebody said, a stop of a journey, another event."""

import re

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
PUBLISHED = "2026-03-10"  # a Tuesday
DAYS = {"+": "2026-03-09", "-": "2026-03-16", "?": "None"}
# By language: who met on the Monday before (+), who will meet on the next (-), and of what the text gives no day (?).
SAID = """\
en + Norwegian Minister Ann Lee met her Kenyan counterpart Jan Odede in Oslo on Monday and stressed that tea is good.
en + Norwegian Minister Ann Lee held talks with her Kenyan counterpart, Paul Odede, on Monday and voiced her thanks.
en + The ministry confirmed that on Monday in Oslo Minister Ann Lee met Kenyan Minister Paul Odede.
en ? Norwegian Minister Ann Lee met her Kenyan counterpart Paul Odede last week and on Monday stressed that tea is good.
en ? Norwegian Minister Ann Lee, who had met Kenyan Minister Paul Odede, stressed on Monday that tea is good.
en ? Kenyan Minister Paul Odede confirmed that on Monday a ship sank and that talks with Norwegian Minister Ann Lee
  went on.
fr + La ministre norvégienne Anne Lie a rencontré son homologue kényan Paul Odede à Oslo lundi et a souligné son amitié.
fr + La ministre norvégienne Anne Lie s'est entretenue avec le ministre kényan, Paul Odede, à Oslo lundi et a promis
  du thé.
fr ? La ministre norvégienne Anne Lie a rencontré le ministre kényan Paul Odede la semaine dernière et lundi a promis
  du thé.
fr ? La ministre norvégienne Anne Lie a annoncé que lundi un port a été vendu et qu'elle connaît le ministre kényan
  Paul Odede.
es + La ministra noruega Ana Lie se reunió con su homólogo keniano, Paul Odede, en Oslo el lunes y subrayó la amistad.
es + El ministerio confirmó que el lunes, en Oslo, la ministra noruega Ana Lie se reunió con el ministro keniano Paul
  Odede.
es ? La ministra noruega Ana Lie se reunió con su homólogo keniano Paul Odede la semana pasada y el lunes destacó el té.
pt + A ministra norueguesa Ana Lie reuniu-se com o homólogo queniano, Paul Odede, em Oslo na segunda-feira e destacou
  o chá.
pt ? A ministra norueguesa Ana Lie reuniu-se com o homólogo queniano Paul Odede na semana passada e na segunda-feira
  destacou o chá.
it + La ministra norvegese Anna Lie ha incontrato il collega keniota Paul Odede a Oslo lunedì e ha sottolineato
  l'amicizia.
it + Il ministero ha confermato che lunedì a Oslo la ministra norvegese Anna Lie ha incontrato il ministro keniota Paul
  Odede.
it ? La ministra norvegese Anna Lie ha incontrato il ministro keniota Paul Odede la settimana scorsa e lunedì ha
  ribadito l'amicizia.
de + Bei einem Treffen mit dem kenianischen Minister Paul Odede am Montag in Oslo betonte Norwegens Ministerin Anna Lie
  die Freundschaft.
de + Norwegens Ministerin Anna Lie hat laut einem Sprecher am Montag in Oslo den kenianischen Minister Paul Odede
  getroffen.
de + Das Amt hat bestätigt, dass Norwegens Ministerin Anna Lie am Montag in Oslo den kenianischen Minister Paul Odede
  getroffen hat.
de ? Norwegens Ministerin Anna Lie traf den kenianischen Minister Paul Odede letzten Monat und betonte am Montag die
  Freundschaft.
nl + Bij een ontmoeting met de Keniaanse minister Paul Odede maandag in Oslo benadrukte de Noorse minister Anna Lie de
  vriendschap.
nl + De Noorse minister Anna Lie ontmoette haar Keniaanse ambtgenoot Paul Odede maandag in Oslo en benadrukte het
  belang van thee.
nl + De Noorse minister Anna Lie heeft volgens een woordvoerder maandag in Oslo de Keniaanse minister Paul Odede
  ontmoet.
nl + De Noorse minister Anna Lie heeft, na bezoeken aan Rome, Praag en Wenen, maandag in Oslo de Keniaanse minister
  Paul Odede ontmoet.
nl - De Noorse minister Anna Lie, die veel tijd heeft, ontmoet maandag in Oslo de Keniaanse minister Paul Odede.
nl - Het ministerie heeft gemeld dat de Noorse minister Anna Lie maandag in Oslo de Keniaanse minister Paul Odede
  ontmoet.
sv + Norges minister Anna Lie träffade sin kenyanska kollega Paul Odede i Oslo i måndags och betonade vänskapen.
sv ? Norges minister Anna Lie träffade sin kenyanska kollega Paul Odede förra månaden och betonade i måndags vänskapen.
ar + التقت الوزيرة النرويجية ليلى بيرغ نظيرها الكيني بول أوديدي في أوسلو يوم الاثنين وأشارت إلى أهمية الشاي.
ar ? التقت الوزيرة النرويجية ليلى بيرغ نظيرها الكيني بول أوديدي الشهر الماضي ويوم الاثنين أكدت أهمية الشاي."""
# A participle is no present where nothing but its mark tells: a rencontré, rencontre.
MARKED = """\
fr + La ministre norvégienne Anne Lie a rencontré son homologue kényan Paul Odede à Oslo lundi.
fr + La ministre norvégienne Anne Lie a retrouvé son homologue kényan Paul Odede à Oslo lundi.
fr + Le ministre norvégien Jon Lie a rencontré sa collègue kényane Ann Odede à Oslo lundi.
fr + Le ministre norvégien Jon Lie a rencontré la ministre kényane Ann Odede à Oslo lundi.
fr - La ministre norvégienne Anne Lie rencontre son homologue kényan Paul Odede à Oslo lundi.
fr - La ministre norvégienne Anne Lie retrouve son homologue kényan Paul Odede à Oslo lundi.
fr - Le ministre norvégien Jon Lie rencontre sa collègue kényane Ann Odede à Oslo lundi.
fr - La ministre norvégienne Anne Lie retrouvera son homologue kényan Paul Odede à Oslo lundi."""
# The day of a stop of a journey stands behind the country that one goes to.
JOURNEYS = """\
en - Norwegian Minister Ann Lee will travel to Kenya on 16 March and to Uganda on 18 March. In Nairobi she will meet
  Minister Paul Odede.
en - Norwegian Minister Ann Lee will arrive in Kenya on 14 March and will meet Kenyan Minister Paul Odede on 16 March.
en ? Kenyan Minister Paul Odede told a court in Kenya on Monday that the visit of Norwegian Minister Ann Lee is near.
en ? Norwegian Minister Ann Lee left Kenya on Monday after a visit. There she had met Kenyan Minister Paul Odede.
en ? Norwegian Minister Ann Lee left Kenya on Monday after a visit during which she met Kenyan Minister Paul Odede.
en + Norwegian Minister Ann Lee left Oslo on Monday for Nairobi, where she met Kenyan Minister Paul Odede.
en + Norwegian Minister Ann Lee concluded on Monday her talks with Kenyan Minister Paul Odede.
en + Norwegian Minister Ann Lee left Oslo on Sunday and on Monday visited Kenya, a guest of Minister Paul
  Odede.
en ? Norwegian Minister Ann Lee returned from a visit to Kenya on Monday. She had met Kenyan Minister Paul Odede.
en ? Norwegian Minister Ann Lee, on a visit, said a law passed in Kenya on Monday is good. She met Kenyan Minister Paul
  Odede.
en + The visit follows elections in Kenya on 1 March. Norwegian Minister Ann Lee met Kenyan Minister Paul Odede on 9
  March.
fr ? La ministre norvégienne Anne Lie a quitté le Kenya lundi au terme d'une visite. Elle y avait vu le ministre kényan
  Paul Odede.
es ? La ministra noruega Ana Lie regresó de Kenia el lunes tras una visita. Allí se reunió con el ministro keniano Paul
  Odede.
pt ? A ministra norueguesa Ana Lie regressou do Quénia na segunda-feira após uma visita. Reuniu-se com o ministro
  queniano Paul Odede.
it ? La ministra norvegese Anna Lie è rientrata dalla visita in Kenya lunedì. Ha incontrato il ministro keniota Paul
  Odede.
de ? Norwegens Ministerin Anna Lie kehrte von einem Besuch in Kenia am Montag zurück. Dort traf sie den kenianischen
  Minister Paul Odede."""
# The day within a long visit on which the two met, not one on which one of them did something else.
WITHIN = """\
en + Norwegian Prime Minister Ann Lee visited Kenya from 1 to 9 March 2026. On 9 March Kenyan President Paul Odede met
  Norwegian Prime Minister Ann Lee.
en ? Norwegian Prime Minister Ann Lee visited Kenya from 1 to 9 March 2026 and met President Paul Odede. On 4 March she
  signed a book in Mombasa.
en ? President Paul Odede received Norwegian Prime Minister Ann Lee during her visit to Kenya from 1 to 9 March 2026.
  Lee discussed tea with students on 4 March.
de ? Norwegens Ministerpräsidentin Anna Lie besuchte vom 1. bis 9. März 2026 Kenia und traf Präsident Paul Odede. Am 4.
  März sprach sie in Mombasa mit Studenten."""


def cases(told: str) -> list[tuple[str, str, str]]:
    lines = re.sub(r"\n +", " ", told).splitlines()
    return [(line[:2], line[3], line[5:]) for line in lines]


def day(language: str, sentence: str) -> str:
    text = f"Norway and Kenya\n\n{sentence}"
    return str(draft(text, WORDS, published=PUBLISHED, language=language)[0].record.get("date"))


@pytest.mark.parametrize(("language", "expected", "sentence"), cases(SAID))
def test_the_day_of_a_meeting_is_not_that_of_what_was_said(language: str, expected: str, sentence: str) -> None:
    assert day(language, sentence) == DAYS[expected]


@pytest.mark.parametrize(("language", "expected", "sentence"), cases(MARKED))
def test_a_participle_is_no_present_without_its_mark(language: str, expected: str, sentence: str) -> None:
    assert day(language, sentence) == DAYS[expected]


@pytest.mark.parametrize(("language", "expected", "sentence"), cases(JOURNEYS))
def test_the_day_of_a_stop_stands_behind_where_one_goes(language: str, expected: str, sentence: str) -> None:
    assert day(language, sentence) == DAYS[expected]


@pytest.mark.parametrize(("language", "expected", "sentence"), cases(WITHIN))
def test_the_day_within_a_long_visit_is_one_on_which_both_met(language: str, expected: str, sentence: str) -> None:
    assert day(language, sentence) == DAYS[expected]


# The Monday before (+), or the next one (-), which a verb of what will be before it, or the present, tells.
TO_COME = """\
en - Norwegian Minister Ann Lee will leave Oslo on Monday for Nairobi to take part in a round of long and difficult
  talks with Kenyan Minister Paul Odede.
en + Norwegian Minister Ann Lee, who will leave soon, on Monday held talks in Oslo with Kenyan Minister Paul Odede.
en + Norwegian Minister Ann Lee met Kenyan Minister Paul Odede in Oslo on Monday, so that ships might sail again.
fr - La ministre norvégienne Anne Lie va quitter Oslo lundi pour prendre part à Nairobi à une série de longs et
  difficiles entretiens avec le ministre kényan Paul Odede.
fr + La ministre norvégienne Anne Lie, qui va partir, a eu lundi à Oslo un entretien avec le ministre kényan Paul Odede.
es - La ministra noruega Ana Lie va a salir de Oslo el lunes para tomar parte en Nairobi en una serie de largas y
  difíciles conversaciones con el ministro keniano Paul Odede.
es + La ministra noruega Ana Lie, que va a salir, se reunió el lunes en Oslo con el ministro keniano Paul Odede.
pt - A ministra norueguesa Ana Lie vai deixar Oslo na segunda-feira para tomar parte em Nairobi numa série de longas e
  difíceis conversações com o ministro queniano Paul Odede.
it - La ministra norvegese Anna Lie dovrà lasciare Oslo lunedì per prendere parte a Nairobi a una serie di lunghi e
  difficili colloqui con il ministro keniota Paul Odede.
sv - Norges minister Anna Lie ska lämna Oslo på måndagen för att i Nairobi delta i en rad långa och svåra samtal med
  Kenyas minister Paul Odede.
sv + Norges minister Anna Lie, som ska resa hem, förde på måndagen samtal i Oslo med Kenyas minister Paul Odede.
de - Norwegens Ministerinnen Anna Lie und Berit Lund empfangen am Montag in Oslo den kenianischen Minister Paul Odede.
de + Norwegens Ministerin Anna Lie hat am Montag in Oslo Gespräche mit dem kenianischen Minister Paul Odede geführt.
de - Norwegens Ministerin Anna Lie hat am Montag in Oslo Gespräche mit dem kenianischen Minister Paul Odede.
de + Norwegens Ministerin Anna Lie traf am Montag den kenianischen Minister Paul Odede, um über Fisch zu verhandeln.
de + Norwegens Ministerin Anna Lie reiste am Montag nach Nairobi, um den kenianischen Minister Paul Odede zu besuchen.
nl + De Noorse minister Anna Lie reisde maandag naar Oslo om de Keniaanse minister Paul Odede te ontmoeten.
nl - De Noorse minister Anna Lie heeft maandag in Oslo overleg met de Keniaanse minister Paul Odede.
nl + De Noorse minister Anna Lie heeft maandag in Oslo overleg gevoerd met de Keniaanse minister Paul Odede.
nl - De Noorse ministers Anna Lie en Berit Lund ontvangen maandag in Oslo de Keniaanse minister Paul Odede.
nl + De Noorse ministers Anna Lie en Berit Lund zijn maandag in Oslo door de Keniaanse minister Paul Odede ontvangen.
de + Am Montag vom norwegischen König in Oslo empfangen: der kenianische Präsident William Ruto.
de + Der kenianische Präsident William Ruto ließ sich am Montag in Oslo vom norwegischen König Harald empfangen.
nl + De Keniaanse minister Paul Odede liet zich maandag in Oslo ontvangen door de Noorse minister Anna Lie."""


@pytest.mark.parametrize(("language", "expected", "sentence"), cases(TO_COME))
def test_a_weekday_of_what_will_be_is_the_next_one(language: str, expected: str, sentence: str) -> None:
    assert day(language, sentence) == DAYS[expected]


# A day that was (+), or that is to come (-), beside what only looks like the other.
LOOK_ALIKES = """\
de + Norwegens Ministerin Anna Lie hat am Montag Gespräche mit dem kenianischen Minister Paul Odede fortgesetzt.
de + Norwegens Ministerin Anna Lie hat am Montag Gespräche mit dem kenianischen Minister Paul Odede vertagt.
de + Norwegens Ministerin Anna Lie hat am Montag Gespräche mit Paul Odede, dem Minister Kenias, unterbrochen.
de + Norwegens Ministerin Anna Lie hat am Montag Gespräche mit dem Minister Paul Odede (Kenia) aufgenommen.
de - Norwegens Ministerin Anna Lie hat am Montag Gespräche mit dem kenianischen Minister Paul Odede über gemeinsamen
  Fischfang.
de - Norwegens Ministerin Anna Lie hat am Montag Gespräche mit dem kenianischen Minister Paul Odede, bevor sie Oslo
  besichtigt.
nl + De Noorse minister Anna Lie heeft maandag in Oslo overleg afgebroken met de Keniaanse minister Paul Odede.
nl + De Noorse minister Anna Lie heeft maandag in Oslo overleg met de Keniaanse minister Paul Odede voortgezet.
nl - De Noorse minister Anna Lie heeft maandag overleg met de Keniaanse minister Paul Odede over nieuwe betrekkingen.
nl - De Noorse minister Anna Lie heeft maandag overleg met de Keniaanse minister Paul Odede om vis te verkopen.
nl - De Noorse minister Anna Lie heeft maandag overleg met de Keniaanse minister Paul Odede in het gemeentehuis.
en + Norwegian Minister Ann Lee met Kenyan Minister Paul Odede in Oslo on Monday after the May visit of the queen.
en + Norwegian Minister Ann Lee met Kenyan Minister Paul Odede in Oslo on Monday, and farmers could visit the palace.
en + Norwegian Minister Ann Lee met Kenyan Minister Paul Odede in Oslo on Monday so that both could visit the ships.
en ? Norwegian Minister Ann Lee met reporters on Monday and will meet Kenyan Minister Paul Odede in Oslo on Friday.
en - Norwegian Minister Ann Lee will meet Kenyan Minister Paul Odede in Oslo on Monday, and farmers could visit the
  palace.
en + Kenyan Minister Paul Odede who will quit his post in May flew on Monday to the town of Oslo for long talks with
  Norwegian Minister Ann Lee.
en + Kenyan Minister Paul Odede whose second term will end in May flew on Monday to the town of Oslo for long talks
  with Norwegian Minister Ann Lee.
en - Norwegian Minister Ann Lee, who will leave Oslo on Monday to take part in a round of long talks with Kenyan
  Minister Paul Odede, likes tea.
fr + Le ministre kényan Paul Odede dont le mandat va finir au mois de mai est arrivé lundi dans la ville d'Oslo pour
  de longs et difficiles entretiens avec la ministre norvégienne Anne Lie.
sv + Kenyas minister Paul Odede som ska lämna sin post i maj reste på måndagen till staden Oslo för långa och svåra
  samtal med Norges minister Anna Lie.
es - El gobierno dijo que la ministra noruega Ana Lie va a salir de Oslo el lunes para tomar parte en Nairobi en una
  serie de largas y difíciles conversaciones con el ministro keniano Paul Odede."""


@pytest.mark.parametrize(("language", "expected", "sentence"), cases(LOOK_ALIKES))
def test_a_day_that_was_is_not_to_come_for_a_look_alike(language: str, expected: str, sentence: str) -> None:
    assert day(language, sentence) == DAYS[expected]


# Two weekdays, the first that of the publication: the second is tomorrow, unless it is not the day behind it (None).
PAIRS = """\
en + Norwegian Minister Ann Lee will meet Kenyan Minister Paul Odede in Oslo on Tuesday and Wednesday.
en ? Norwegian Minister Ann Lee met Kenyan Minister Paul Odede in Oslo on Tuesday and Friday.
en ? Norwegian Minister Ann Lee met Kenyan Minister Paul Odede in Oslo on Tuesday and Monday.
fr + La ministre norvégienne Anne Lie se rend au Kenya mardi et mercredi pour rencontrer son homologue Paul Odede.
fr - La ministre norvégienne Anne Lie a rencontré le ministre kényan Paul Odede à Oslo lundi et mardi.
es + La ministra noruega Ana Lie se reúne con su homólogo keniano Paul Odede en Oslo el martes y el miércoles.
es - La ministra noruega Ana Lie se reunió con su homólogo keniano Paul Odede en Oslo el lunes y el martes.
pt + A ministra norueguesa Ana Lie reúne-se com o homólogo queniano, Paul Odede, em Oslo na terça-feira e na
  quarta-feira.
it + La ministra norvegese Anna Lie incontra il collega keniota Paul Odede a Oslo martedì e mercoledì.
de + Norwegens Ministerin Anna Lie trifft am Dienstag und Mittwoch in Oslo den kenianischen Minister Paul Odede.
nl + De Noorse minister Anna Lie ontmoet dinsdag en woensdag in Oslo de Keniaanse minister Paul Odede."""
SPANS = {"+": ("2026-03-10", "2026-03-11"), "-": ("2026-03-09", "2026-03-10"), "?": ("None", "None")}


@pytest.mark.parametrize(("language", "expected", "sentence"), cases(PAIRS))
def test_the_weekday_behind_that_of_the_publication_is_tomorrow(language: str, expected: str, sentence: str) -> None:
    record = draft(f"Norway and Kenya\n\n{sentence}", WORDS, published=PUBLISHED, language=language)[0].record
    assert (str(record.get("date")), str(record.get("end_date"))) == SPANS[expected]

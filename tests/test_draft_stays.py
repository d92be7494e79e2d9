"""Days of a stay, its end and the day after it, of an event beside which they met, and of a document they spoke of."""

import re
from datetime import date, timedelta

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
# By language: the day in March 2026 on which a text was published, that of the meeting (? for none), and the text.
STAYS = """\
en 01 ? Norwegian Foreign Minister Ingrid Berg met her Kenyan counterpart Peter Otieno ahead of the summit on 4 March.
en 12 10 NAIROBI, March 12 - Norwegian Foreign Minister Ingrid Berg arrived in Nairobi on Tuesday, where she met her
  Kenyan counterpart Peter Otieno.
en 12 ? Norwegian Foreign Minister Ingrid Berg on Wednesday concluded a three-day visit to Kenya, during which she met
  Foreign Minister Peter Otieno.
en 12 ? Norwegian Foreign Minister Ingrid Berg left Nairobi on Wednesday after meeting her Kenyan counterpart Peter
  Otieno.
en 12 10 Norwegian Foreign Minister Ingrid Berg travelled to Nairobi on Tuesday. There she met her Kenyan counterpart
  Peter Otieno.
en 12 09 Norwegian Foreign Minister Ingrid Berg and her Kenyan counterpart Peter Otieno signed a memorandum of
  understanding on digital identity in Oslo on Monday.
en 12 10 Norwegian Foreign Minister Ingrid Berg hosted a dinner on Tuesday in honour of her Kenyan counterpart Peter
  Otieno.
en 12 10 Kenyan President Peter Otieno on Tuesday received Norwegian Foreign Minister Ingrid Berg, who handed him a
  written message from the Prime Minister.
en 12 10 Norway and Kenya concluded negotiations on a free trade agreement in Nairobi on Tuesday.
en 12 10 Norwegian Prime Minister Ingrid Berg and Kenyan President Peter Otieno witnessed the signing of two
  agreements in Nairobi on Tuesday.
en 12 ? Norwegian Foreign Minister Ingrid Berg met her Kenyan counterpart Peter Otieno in Oslo. The agreement of 4
  March was discussed.
en 12 12 Earlier today, Foreign Minister Ingrid Berg spoke by phone with Kenyan Foreign Minister Peter Otieno.
en 12 11 Foreign Minister Ingrid Berg spoke yesterday evening by phone with Kenyan Foreign Minister Peter Otieno.
en 12 10 Foreign Minister Ingrid Berg arrived in Kenya on Monday. The next day she met Kenyan Foreign Minister Peter
  Otieno.
en 12 09 Foreign Minister Ingrid Berg visited Kenya from 9 to 11 March, where she met Foreign Minister Peter Otieno.
en 12 11 Norwegian Foreign Minister Ingrid Berg ended her visit to Kenya on Wednesday with talks with her counterpart
  Peter Otieno.
en 12 11 Norway and Kenya concluded negotiations on a trade agreement on Wednesday.
en 12 ? Norwegian Foreign Minister Ingrid Berg wrapped up a visit to Kenya on Wednesday. During the visit she met
  Foreign Minister Peter Otieno.
en 12 10 Norwegian Foreign Minister Ingrid Berg, who ends her visit on Friday, met her Kenyan counterpart Peter Otieno
  on Tuesday.
en 12 10 On Tuesday Norwegian Foreign Minister Ingrid Berg met her Kenyan counterpart Peter Otieno before she ended
  her visit.
en 12 ? Kenyan President Peter Otieno left Oslo on Wednesday after a two-day visit, during which he met Prime Minister
  Ingrid Berg.
en 12 ? Kenyan President Peter Otieno arrived in Oslo on Monday, where he will meet Prime Minister Ingrid Berg on
  Saturday and Sunday.
en 12 10 Foreign Minister Ingrid Berg arrived in Kenya on 9 March 2026. The following day, she met Kenyan Foreign
  Minister Peter Otieno.
en 12 09 Foreign Minister Ingrid Berg met Kenyan Foreign Minister Peter Otieno in Nairobi on Monday. The next day she
  visited a school.
en 12 10 Foreign Minister Ingrid Berg arrived in Kenya on Monday and met Kenyan Foreign Minister Peter Otieno the next
  day.
en 12 11 The election was held on 3 March. Foreign Minister Ingrid Berg met Kenyan Foreign Minister Peter Otieno on
  Wednesday. They agreed to meet again.
en 12 10 Foreign Minister Ingrid Berg met Kenyan Foreign Minister Peter Otieno on Tuesday. They discussed the protocol
  of 4 March and the agreement of 2 February 2024.
en 12 04 Foreign Minister Ingrid Berg met Kenyan Foreign Minister Peter Otieno on 4 March, ahead of the summit on 5
  March.
fr 01 ? La ministre norvégienne Ingrid Berg a rencontré son homologue kényan Peter Otieno avant le sommet du 4 mars.
fr 12 09 La ministre norvégienne des Affaires étrangères, Ingrid Berg, arrivée lundi à Nairobi, où elle s'est
  entretenue avec son homologue kényan Peter Otieno, a salué la coopération.
fr 12 ? La ministre norvégienne des Affaires étrangères, Ingrid Berg, a quitté Nairobi mercredi après s'être
  entretenue avec son homologue kényan Peter Otieno.
fr 12 10 La ministre norvégienne des Affaires étrangères, Ingrid Berg, s'est rendue mardi à Nairobi. Elle y a
  rencontré son homologue kényan Peter Otieno.
fr 12 ? La ministre norvégienne des Affaires étrangères, Ingrid Berg, a achevé mercredi une visite de trois jours au
  Kenya, au cours de laquelle elle s'est entretenue avec son homologue Peter Otieno.
fr 12 09 La ministre norvégienne des Affaires étrangères Ingrid Berg et son homologue kényan Peter Otieno ont signé
  lundi à Oslo un mémorandum d'entente sur l'identité numérique.
fr 12 10 Le président kényan Peter Otieno a reçu mardi la ministre norvégienne des Affaires étrangères Ingrid Berg,
  porteuse d'un message du Premier ministre.
fr 12 10 La Norvège et le Kenya ont ouvert mardi à Nairobi des négociations sur un accord de libre-échange.
fr 12 10 La Première ministre norvégienne Ingrid Berg et le président kényan Peter Otieno ont assisté mardi à Nairobi
  à la signature de deux accords.
fr 12 ? La ministre norvégienne Ingrid Berg a rencontré son homologue kényan Peter Otieno à Oslo. L'accord du 4 mars a
  été évoqué.
fr 12 10 La ministre norvégienne des Affaires étrangères Ingrid Berg est arrivée lundi au Kenya. Le lendemain, elle a
  rencontré son homologue Peter Otieno.
fr 12 10 La primera ministra noruega, Ingrid Berg, y el presidente keniano, Peter Otieno, asistieron el martes en
  Nairobi a la firma de dos acuerdos.
fr 12 10 La ministre norvégienne Ingrid Berg est arrivée au Kenya le 9 mars. Le lendemain, elle a été reçue par le
  président kényan Peter Otieno.
fr 12 ? La ministre norvégienne Ingrid Berg a rencontré son homologue kényan Peter Otieno. Ils ont évoqué le
  mémorandum d'entente du 4 mars.
de 01 ? Die norwegische Außenministerin Ingrid Berg traf vor dem Gipfel am 4. März ihren kenianischen Amtskollegen
  Peter Otieno.
de 12 06 Foreign Minister Ingrid Berg held talks with Kenyan Foreign Minister Peter Otieno in Oslo last Friday.
de 12 10 Die norwegische Außenministerin Ingrid Berg ist am Dienstag in Nairobi eingetroffen, wo sie ihren
  kenianischen Kollegen Peter Otieno traf.
de 12 ? Die norwegische Außenministerin Ingrid Berg hat am Mittwoch einen dreitägigen Besuch in Kenia beendet, bei dem
  sie Außenminister Peter Otieno traf.
de 12 ? Die norwegische Außenministerin Ingrid Berg ist am Mittwoch nach einem Treffen mit ihrem kenianischen Kollegen
  Peter Otieno aus Nairobi abgereist.
de 12 09 Die norwegische Außenministerin Ingrid Berg und ihr kenianischer Amtskollege Peter Otieno haben am Montag in
  Oslo eine Absichtserklärung zur digitalen Identität unterzeichnet.
de 12 10 Die norwegische Außenministerin Ingrid Berg gab am Dienstag ein Abendessen zu Ehren ihres kenianischen
  Amtskollegen Peter Otieno.
de 12 ? Die norwegische Außenministerin Ingrid Berg traf in Oslo ihren kenianischen Amtskollegen Peter Otieno. Dabei
  ging es um das Abkommen vom 4. März.
de 12 10 Die norwegische Außenministerin Ingrid Berg traf am Montag in Kenia ein. Am Tag darauf traf sie Außenminister
  Peter Otieno.
de 12 11 Die norwegische Außenministerin Ingrid Berg hat am Mittwoch bei einem Besuch in Kenia mit Außenminister Peter
  Otieno ein Abkommen abgeschlossen.
de 12 11 Die norwegische Außenministerin Ingrid Berg traf am Mittwoch zum Abschluss ihres Besuchs in Kenia
  Außenminister Peter Otieno.
de 12 11 Der kenianische Präsident Peter Otieno ist am Montag in Oslo eingetroffen, wo er am Mittwoch
  Ministerpräsidentin Ingrid Berg traf.
de 12 09 Die norwegische Ministerin Ingrid Berg traf am Montag ein Mitglied der kenianischen Regierung, Minister Peter
  Otieno.
es 01 ? La ministra noruega de Exteriores, Ingrid Berg, se reunió con su homólogo keniano, Peter Otieno, antes de la
  cumbre del 4 de marzo.
es 12 10 La ministra noruega de Exteriores, Ingrid Berg, llegó el martes a Nairobi, donde se reunió con su homólogo
  keniano, Peter Otieno.
es 12 ? La ministra noruega de Exteriores, Ingrid Berg, concluyó el miércoles una visita de tres días a Kenia, durante
  la cual se reunió con el canciller Peter Otieno.
es 12 09 La ministra noruega de Exteriores, Ingrid Berg, y su homólogo keniano, Peter Otieno, firmaron el lunes en
  Oslo un memorando de entendimiento sobre identidad digital.
es 12 10 La primera ministra noruega, Ingrid Berg, y el presidente keniano, Peter Otieno, fueron testigos el martes en
  Nairobi de la firma de dos acuerdos.
es 12 10 La primera ministra noruega, Ingrid Berg, y el presidente keniano, Peter Otieno, presenciaron el martes en
  Nairobi la firma de dos acuerdos.
es 12 11 La ministra noruega Ingrid Berg concluyó el miércoles su visita a Kenia con una reunión con su homólogo Peter
  Otieno.
es 12 10 El presidente keniano, Peter Otieno, llegó el lunes a Oslo, donde se reunió el martes con la primera ministra
  Ingrid Berg.
es 12 ? El presidente keniano, Peter Otieno, llegó el lunes a Oslo, donde se reunirá con la primera ministra Ingrid
  Berg.
es 12 10 La ministra noruega Ingrid Berg llegó el lunes a Kenia. Al día siguiente se reunió con el presidente keniano
  Peter Otieno.
es 12 ? La ministra noruega Ingrid Berg se reunió con su homólogo keniano Peter Otieno. Hablaron del acuerdo del 4 de
  marzo.
pt 01 ? A ministra norueguesa Ingrid Berg reuniu-se com o seu homólogo queniano Peter Otieno antes da cúpula de 4 de
  março.
pt 12 10 A ministra norueguesa das Relações Exteriores, Ingrid Berg, chegou na terça-feira a Nairóbi, onde se reuniu
  com o seu homólogo queniano, Peter Otieno.
pt 12 ? A ministra norueguesa das Relações Exteriores, Ingrid Berg, concluiu na quarta-feira uma visita de três dias
  ao Quênia, durante a qual se reuniu com o ministro Peter Otieno.
pt 12 ? O presidente do Quênia, Peter Otieno, encerrou na quarta-feira a sua visita à Noruega, onde se reuniu com a
  primeira-ministra Ingrid Berg.
pt 12 10 A ministra norueguesa Ingrid Berg chegou na segunda-feira ao Quênia. No dia seguinte, reuniu-se com o
  presidente queniano Peter Otieno.
pt 12 ? A ministra norueguesa Ingrid Berg reuniu-se com o seu homólogo queniano Peter Otieno. Falaram do acordo de 4
  de março.
it 01 ? La ministra norvegese Ingrid Berg ha incontrato il collega keniano Peter Otieno prima del vertice del 4 marzo.
it 12 09 La ministra degli Esteri norvegese Ingrid Berg si è recata lunedì a Nairobi. Lì ha incontrato il suo omologo
  keniano Peter Otieno.
it 12 10 La ministra degli Esteri norvegese Ingrid Berg è arrivata martedì a Nairobi, dove ha incontrato il suo
  omologo keniano Peter Otieno.
it 12 ? La ministra degli Esteri norvegese Ingrid Berg ha concluso mercoledì una visita di tre giorni in Kenya,
  durante la quale ha incontrato il ministro Peter Otieno.
it 12 11 La ministra norvegese Ingrid Berg ha concluso mercoledì la sua visita in Kenya con un incontro con il
  ministro Peter Otieno.
it 12 10 La ministra norvegese Ingrid Berg è arrivata lunedì in Kenya. Il giorno dopo ha incontrato il presidente
  keniano Peter Otieno.
it 12 ? La ministra norvegese Ingrid Berg ha incontrato il collega keniano Peter Otieno. Hanno discusso dell'accordo
  del 4 marzo.
nl 01 ? De Noorse minister Ingrid Berg ontmoette haar Keniaanse ambtgenoot Peter Otieno voor de top van 4 maart.
nl 12 10 De Noorse minister van Buitenlandse Zaken Ingrid Berg is dinsdag aangekomen in Nairobi, waar zij haar
  Keniaanse ambtgenoot Peter Otieno ontmoette.
nl 12 ? De Noorse minister van Buitenlandse Zaken Ingrid Berg heeft woensdag een driedaags bezoek aan Kenia
  afgesloten, waarbij zij haar ambtgenoot Peter Otieno ontmoette.
nl 12 11 De Noorse minister Ingrid Berg sloot woensdag haar bezoek aan Kenia af met een gesprek met haar ambtgenoot
  Peter Otieno.
nl 12 10 De Noorse minister Ingrid Berg kwam maandag in Kenia aan. De volgende dag ontmoette zij de Keniaanse
  president Peter Otieno.
nl 12 ? De Noorse minister Ingrid Berg ontmoette haar Keniaanse ambtgenoot Peter Otieno. Zij bespraken het akkoord van
  4 maart.
sv 01 ? Norges minister Ingrid Berg träffade sin kenyanske kollega Peter Otieno inför toppmötet den 4 mars.
sv 12 10 Norges utrikesminister Ingrid Berg anlände i tisdags till Nairobi, där hon träffade sin kenyanske kollega
  Peter Otieno.
sv 12 ? Norges utrikesminister Ingrid Berg avslutade i onsdags ett tre dagar långt besök i Kenya, där hon träffade
  utrikesminister Peter Otieno.
sv 12 11 Norges utrikesminister Ingrid Berg avslutade sitt besök i Kenya i onsdags med ett möte med utrikesminister
  Peter Otieno.
sv 12 10 Norges minister Ingrid Berg anlände i måndags till Kenya. Dagen efter träffade hon Kenyas president Peter
  Otieno.
sv 12 ? Norges minister Ingrid Berg träffade sin kenyanske kollega Peter Otieno. De diskuterade avtalet från den 4
  mars.
ar 01 ? التقت وزيرة الخارجية النرويجية إنغريد بيرغ نظيرها الكيني بيتر أوتينو قبل القمة المقررة في 4 مارس.
ar 12 10 وصلت وزيرة الخارجية النرويجية إنغريد بيرغ يوم الثلاثاء إلى نيروبي حيث التقت نظيرها الكيني بيتر أوتينو.
ar 12 ? غادرت وزيرة الخارجية النرويجية إنغريد بيرغ نيروبي يوم الأربعاء بعد أن التقت نظيرها الكيني بيتر أوتينو.
ar 12 ? اختتمت وزيرة الخارجية النرويجية إنغريد بيرغ يوم الأربعاء زيارة إلى كينيا استغرقت ثلاثة أيام التقت خلالها وزير
  الخارجية بيتر أوتينو.
ar 12 10 أقامت وزيرة الخارجية النرويجية إنغريد بيرغ يوم الثلاثاء مأدبة عشاء على شرف نظيرها الكيني بيتر أوتينو.
ar 12 10 شهد رئيس وزراء النرويج لارس بيرغ والرئيس الكيني بيتر أوتينو يوم الثلاثاء في نيروبي مراسم توقيع اتفاقيتين.
ar 12 10 استقبل الرئيس الكيني بيتر أوتينو يوم الثلاثاء وزيرة الخارجية النرويجية إنغريد بيرغ التي سلمته رسالة خطية من
  رئيس الوزراء.
ar 12 10 وصلت وزيرة الخارجية النرويجية إنغريد بيرغ إلى كينيا يوم الاثنين. وفي اليوم التالي التقت الرئيس الكيني بيتر
  أوتينو.
ar 12 10 وصلت وزيرة الخارجية النرويجية إنغريد بيرغ إلى كينيا يوم الاثنين، والتقت في اليوم التالي الرئيس الكيني بيتر
  أوتينو.
ar 12 ? التقت وزيرة الخارجية النرويجية إنغريد بيرغ نظيرها الكيني بيتر أوتينو. وبحث الجانبان تنفيذ اتفاق 4 مارس.
en 12 10 Norwegian Foreign Minister Ingrid Berg met her Kenyan counterpart Peter Otieno in Oslo two days ago.
en 12 ? Norwegian Foreign Minister Ingrid Berg met her Kenyan counterpart Peter Otieno in Oslo earlier this week.
en 12 10 Norwegian Foreign Minister Ingrid Berg addressed parliament on Tuesday. The same day she met her Kenyan
  counterpart Peter Otieno.
en 12 ? Norwegian Foreign Minister Ingrid Berg met her Kenyan counterpart Peter Otieno on the sidelines of the digital
  forum held in Rome from 8 to 11 March.
en 12 10 Norwegian Foreign Minister Ingrid Berg met her Kenyan counterpart Peter Otieno on 10 March on the sidelines
  of the digital forum held in Rome from 8 to 11 March.
en 12 ? On the second day of her visit to Kenya, Norwegian Foreign Minister Ingrid Berg met Foreign Minister Peter
  Otieno.
en 12 10 Norwegian Foreign Minister Ingrid Berg met Kenyan Foreign Minister Peter Otieno on Tuesday evening in Oslo.
en 12 10 Norwegian Foreign Minister Ingrid Berg met Kenyan Foreign Minister Peter Otieno late on Tuesday in Oslo.
en 12 ? Norwegian Foreign Minister Ingrid Berg will meet Kenyan Foreign Minister Peter Otieno in Oslo next week.
en 12 12 Norwegian Foreign Minister Ingrid Berg will meet Kenyan Foreign Minister Peter Otieno this afternoon to
  discuss the fate of two engineers abducted yesterday.
en 12 12 Norwegian Foreign Minister Ingrid Berg met Kenyan leaders on Thursday in a rare trip. Speaking to Norwegians
  in Nairobi after her arrival on Tuesday, Berg praised Kenya.
en 12 10 Norwegian Foreign Minister Ingrid Berg, in office since 3 March, met Kenyan Foreign Minister Peter Otieno on
  Tuesday.
en 12 10 Kenyan President Peter Otieno, who was elected on 3 March, received Norwegian Foreign Minister Ingrid Berg on
  Tuesday.
en 12 ? Norwegian Foreign Minister Ingrid Berg told reporters on Tuesday that her meeting with Kenyan Foreign Minister
  Peter Otieno had been useful.
en 12 09 Norwegian Foreign Minister Ingrid Berg spoke on Monday with Kenyan Foreign Minister Peter Otieno, the
  ministry said on Tuesday.
fr 12 10 La ministre norvégienne Ingrid Berg a rencontré son homologue kényan Peter Otieno à Oslo il y a deux jours.
fr 12 10 La ministre norvégienne Ingrid Berg s'est exprimée mardi devant le parlement. Le même jour, elle a rencontré
  son homologue kényan Peter Otieno.
fr 12 ? La ministre norvégienne Ingrid Berg a rencontré son homologue kényan Peter Otieno en marge du forum numérique
  qui se tient à Rome du 8 au 11 mars.
fr 12 10 La ministre norvégienne Ingrid Berg a rencontré mardi soir à Oslo le ministre kényan Peter Otieno.
fr 12 10 La ministre norvégienne Ingrid Berg a rencontré mardi dernier à Oslo le ministre kényan Peter Otieno.
fr 12 17 La ministre norvégienne Ingrid Berg rencontrera mardi prochain à Oslo le ministre kényan Peter Otieno.
fr 12 12 La ministre norvégienne Ingrid Berg rencontrera cet après-midi le ministre kényan Peter Otieno pour parler
  des deux ingénieurs enlevés hier.
fr 12 10 Le président kényan Peter Otieno, élu le 3 mars, a reçu mardi la ministre norvégienne Ingrid Berg.
fr 12 09 La ministre norvégienne Ingrid Berg s'est entretenue lundi avec le ministre kényan Peter Otieno, a annoncé
  mardi son ministère.
de 12 10 Die norwegische Außenministerin Ingrid Berg traf ihren kenianischen Kollegen Peter Otieno vor zwei Tagen in
  Oslo.
de 12 10 Die norwegische Außenministerin Ingrid Berg sprach am Dienstag im Parlament. Am selben Tag traf sie ihren
  kenianischen Kollegen Peter Otieno.
de 12 ? Die norwegische Außenministerin Ingrid Berg traf ihren kenianischen Kollegen Peter Otieno am Rande des
  Digitalforums, das vom 8. bis 11. März in Rom stattfindet.
de 12 10 Die norwegische Außenministerin Ingrid Berg traf am Dienstagabend in Oslo den kenianischen Minister Peter
  Otieno.
de 12 10 Der am 3. März gewählte kenianische Präsident Peter Otieno empfing am Dienstag die norwegische
  Außenministerin Ingrid Berg.
de 12 12 Die norwegische Außenministerin Ingrid Berg wird heute Nachmittag den kenianischen Minister Peter Otieno
  treffen, um über die gestern entführten Ingenieure zu sprechen.
de 12 09 Die norwegische Außenministerin Ingrid Berg sprach am Montag mit dem kenianischen Minister Peter Otieno, wie
  ihr Ministerium am Dienstag mitteilte.
es 12 10 La ministra noruega Ingrid Berg se reunió hace dos días en Oslo con su homólogo keniano Peter Otieno.
es 12 10 La ministra noruega Ingrid Berg habló el martes ante el parlamento. El mismo día se reunió con su homólogo
  keniano Peter Otieno.
es 12 ? La ministra noruega Ingrid Berg se reunió con su homólogo keniano Peter Otieno al margen del foro digital que
  se celebra en Roma del 8 al 11 de marzo.
es 12 12 La ministra noruega Ingrid Berg se reunirá esta tarde con el ministro keniano Peter Otieno para hablar de los
  dos ingenieros secuestrados ayer.
es 12 10 El presidente keniano Peter Otieno, elegido el 3 de marzo, recibió el martes a la ministra noruega Ingrid
  Berg.
es 12 09 La ministra noruega Ingrid Berg se reunió el lunes con el ministro keniano Peter Otieno, informó el martes su
  ministerio.
pt 12 10 A ministra norueguesa Ingrid Berg discursou na terça-feira no parlamento. No mesmo dia, reuniu-se com o
  homólogo queniano Peter Otieno.
pt 12 10 A ministra norueguesa Ingrid Berg reuniu-se há dois dias em Oslo com o homólogo queniano Peter Otieno.
pt 12 ? A ministra norueguesa Ingrid Berg reuniu-se com o homólogo queniano Peter Otieno à margem do fórum digital que
  decorre em Roma de 8 a 11 de março.
pt 12 10 O presidente queniano Peter Otieno, eleito em 3 de março, recebeu na terça-feira a ministra norueguesa Ingrid
  Berg.
it 12 10 La ministra norvegese Ingrid Berg ha parlato martedì in parlamento. Lo stesso giorno ha incontrato il collega
  keniano Peter Otieno.
it 12 10 La ministra norvegese Ingrid Berg ha incontrato due giorni fa a Oslo il collega keniano Peter Otieno.
it 12 ? La ministra norvegese Ingrid Berg ha incontrato il collega keniano Peter Otieno a margine del forum digitale
  in corso a Roma dall'8 all'11 marzo.
it 12 10 Il presidente keniano Peter Otieno, eletto il 3 marzo, ha ricevuto martedì la ministra norvegese Ingrid Berg.
nl 12 10 De Noorse minister Ingrid Berg sprak dinsdag in het parlement. Dezelfde dag ontmoette zij haar Keniaanse
  ambtgenoot Peter Otieno.
nl 12 10 De Noorse minister Ingrid Berg ontmoette twee dagen geleden in Oslo haar Keniaanse ambtgenoot Peter Otieno.
nl 12 ? De Noorse minister Ingrid Berg ontmoette haar Keniaanse ambtgenoot Peter Otieno in de marge van het digitale
  forum dat van 8 tot 11 maart in Rome plaatsvindt.
nl 12 10 De op 3 maart gekozen Keniaanse president Peter Otieno ontving dinsdag de Noorse minister Ingrid Berg.
sv 12 10 Norges minister Ingrid Berg talade i tisdags i parlamentet. Samma dag träffade hon sin kenyanske kollega
  Peter Otieno.
sv 12 10 Norges minister Ingrid Berg träffade för två dagar sedan i Oslo sin kenyanske kollega Peter Otieno.
ar 12 10 ألقت وزيرة الخارجية النرويجية إنغريد بيرغ يوم الثلاثاء خطابا أمام البرلمان. وفي اليوم نفسه التقت نظيرها
  الكيني بيتر أوتينو.
ar 12 10 التقت وزيرة الخارجية النرويجية إنغريد بيرغ قبل يومين في أوسلو نظيرها الكيني بيتر أوتينو.
ar 12 ? التقت وزيرة الخارجية النرويجية إنغريد بيرغ نظيرها الكيني بيتر أوتينو على هامش المنتدى الرقمي الذي يعقد في روما
  من 8 إلى 11 مارس.
ar 12 10 استقبل الرئيس الكيني بيتر أوتينو، الذي انتخب في 3 مارس، يوم الثلاثاء وزيرة الخارجية النرويجية إنغريد بيرغ.
ar 12 09 التقت وزيرة الخارجية النرويجية إنغريد بيرغ يوم الاثنين نظيرها الكيني بيتر أوتينو، حسبما أعلنت وزارتها يوم
  الثلاثاء.
en 12 10 Kenyan Foreign Minister Peter Otieno paid a one-day visit to Oslo on Tuesday at the invitation of his
  Norwegian counterpart Ingrid Berg.
en 12 11 Norwegian Foreign Minister Ingrid Berg, who is on a three-day visit to Nairobi, was received on Wednesday by
  President Peter Otieno.
en 12 11 The third session of the Norway-Kenya joint commission took place in Nairobi on Wednesday, co-chaired by the
  two foreign ministers.
en 12 10 In a telephone conversation on Tuesday, Foreign Minister Ingrid Berg and her Kenyan counterpart Peter Otieno
  discussed trade.
en 12 12 Kenya's ambassador to Norway, Peter Otieno, called on Foreign Minister Ingrid Berg today.
en 12 ? Norway's Foreign Minister Ingrid Berg is due in Nairobi in the coming days for talks with her counterpart
  Peter Otieno.
en 12 16 Norway's Foreign Minister Ingrid Berg is due in Nairobi on Monday for talks with her Kenyan counterpart Peter
  Otieno.
en 12 10 Meeting in Oslo on Tuesday, the foreign ministers of Norway and Kenya, Ingrid Berg and Peter Otieno, agreed
  to deepen digital cooperation.
en 12 09 Norway's Foreign Minister Ingrid Berg, whose report is due in June, held talks in Nairobi on Monday with her
  Kenyan counterpart Peter Otieno.
en 12 16 Norway's Foreign Minister Ingrid Berg is expected in Nairobi on Monday for talks with her Kenyan counterpart
  Peter Otieno.
en 12 16 Norway's Foreign Minister Ingrid Berg travels to Nairobi on Monday for talks with her Kenyan counterpart
  Peter Otieno.
fr 12 10 Le ministre kényan des Affaires étrangères, Peter Otieno, a effectué mardi une visite de travail à Oslo, à
  l'invitation de son homologue norvégienne Ingrid Berg.
fr 12 11 En visite de trois jours à Nairobi, la ministre norvégienne des Affaires étrangères, Ingrid Berg, a été reçue
  mercredi par le président Peter Otieno.
fr 12 11 La troisième session de la commission mixte entre la Norvège et le Kenya s'est tenue mercredi à Nairobi sous
  la coprésidence des deux ministres.
fr 12 10 Lors d'un entretien téléphonique mardi, la ministre Ingrid Berg et son homologue kényan Peter Otieno ont
  évoqué le commerce.
fr 12 16 La ministre norvégienne des Affaires étrangères, Ingrid Berg, est attendue lundi à Nairobi pour des
  entretiens avec son homologue kényan Peter Otieno.
fr 12 10 Réunis mardi à Oslo, les ministres norvégien et kényan des Affaires étrangères, Ingrid Berg et Peter Otieno,
  sont convenus de renforcer la coopération numérique.
fr 12 16 La ministre norvégienne Ingrid Berg se rend lundi à Nairobi pour s'entretenir avec son homologue kényan Peter
  Otieno.
fr 12 16 La ministre norvégienne Ingrid Berg arrive lundi à Nairobi pour des entretiens avec son homologue kényan
  Peter Otieno.
fr 12 09 La ministre norvégienne Ingrid Berg a rencontré lundi à Nairobi son homologue kényan Peter Otieno, avant un
  sommet où arrive vendredi le président.
de 12 10 Der kenianische Außenminister Peter Otieno hat am Dienstag auf Einladung seiner norwegischen Amtskollegin
  Ingrid Berg Oslo besucht.
de 12 11 Während ihres dreitägigen Besuchs in Nairobi wurde die norwegische Außenministerin Ingrid Berg am Mittwoch
  von Präsident Peter Otieno empfangen.
de 12 11 Die dritte Sitzung der Gemischten Kommission Norwegen-Kenia fand am Mittwoch in Nairobi unter dem gemeinsamen
  Vorsitz der beiden Außenminister statt.
de 12 10 In einem Telefonat am Dienstag haben Außenministerin Ingrid Berg und ihr kenianischer Amtskollege Peter
  Otieno über Handel gesprochen.
de 12 16 Die norwegische Außenministerin Ingrid Berg wird am Montag zu Gesprächen mit ihrem kenianischen Amtskollegen
  Peter Otieno in Nairobi erwartet.
de 12 10 Bei ihrem Treffen am Dienstag in Oslo vereinbarten die Außenminister Norwegens und Kenias, Ingrid Berg und
  Peter Otieno, eine engere Zusammenarbeit.
de 12 16 Die norwegische Ministerin Ingrid Berg reist am Montag nach Nairobi, um dort ihren kenianischen Kollegen
  Peter Otieno zu treffen.
es 12 10 El canciller keniano, Peter Otieno, realizó el martes una visita de trabajo a Oslo por invitación de su
  homóloga noruega, Ingrid Berg.
es 12 11 La canciller noruega, Ingrid Berg, de visita en Nairobi, fue recibida el miércoles por el presidente Peter
  Otieno.
es 12 10 En una conversación telefónica el martes, la canciller noruega Ingrid Berg y su homólogo keniano Peter Otieno
  hablaron de comercio.
es 12 16 La canciller noruega, Ingrid Berg, llegará el lunes a Nairobi para reunirse con su homólogo keniano, Peter
  Otieno.
es 12 10 Reunidos el martes en Oslo, los cancilleres de Noruega y Kenia, Ingrid Berg y Peter Otieno, acordaron
  reforzar la cooperación digital.
es 12 16 La ministra noruega Ingrid Berg es esperada el lunes en Nairobi para mantener conversaciones con su homólogo
  keniano Peter Otieno.
es 12 16 La ministra noruega Ingrid Berg viaja el lunes a Nairobi para reunirse con su homólogo keniano Peter Otieno.
es 12 09 La ministra noruega Ingrid Berg, que viaja con una delegación de empresarios, se reunió el lunes en Nairobi
  con su homólogo keniano Peter Otieno.
pt 12 10 O chanceler queniano, Peter Otieno, realizou na terça-feira uma visita de trabalho a Oslo, a convite da
  homóloga norueguesa, Ingrid Berg.
pt 12 11 A ministra norueguesa dos Negócios Estrangeiros, Ingrid Berg, em visita a Nairóbi, foi recebida na
  quarta-feira pelo presidente Peter Otieno.
pt 12 10 Numa conversa telefónica na terça-feira, a ministra norueguesa Ingrid Berg e o homólogo queniano Peter Otieno
  falaram de comércio.
pt 12 10 Reunidos na terça-feira em Oslo, os ministros da Noruega e do Quénia, Ingrid Berg e Peter Otieno, concordaram
  em reforçar a cooperação digital.
pt 12 16 A ministra norueguesa Ingrid Berg é esperada na segunda-feira em Nairóbi para conversações com o homólogo
  queniano Peter Otieno.
it 12 10 Il ministro degli Esteri keniano, Peter Otieno, ha compiuto martedì una visita di lavoro a Oslo su invito
  dell'omologa norvegese Ingrid Berg.
it 12 11 La ministra degli Esteri norvegese, Ingrid Berg, in visita a Nairobi, è stata ricevuta mercoledì dal
  presidente Peter Otieno.
it 12 10 In un colloquio telefonico martedì, la ministra norvegese Ingrid Berg e l'omologo keniano Peter Otieno hanno
  parlato di commercio.
it 12 10 Riuniti martedì a Oslo, i ministri degli Esteri di Norvegia e Kenya, Ingrid Berg e Peter Otieno, hanno
  concordato di rafforzare la cooperazione digitale.
it 12 16 La ministra norvegese Ingrid Berg è attesa lunedì a Nairobi per colloqui con il collega keniano Peter Otieno.
it 12 16 La ministra norvegese Ingrid Berg si reca lunedì a Nairobi per incontrare il collega keniano Peter Otieno.
it 12 09 La ministra norvegese Ingrid Berg, che viaja con una delegazione, ha incontrato lunedì a Nairobi il collega
  keniano Peter Otieno.
nl 12 10 De Keniaanse minister Peter Otieno bracht dinsdag een werkbezoek aan Oslo op uitnodiging van zijn Noorse
  ambtgenoot Ingrid Berg.
nl 12 11 De Noorse minister Ingrid Berg, die op bezoek is in Nairobi, werd woensdag ontvangen door president Peter
  Otieno.
nl 12 10 In een telefoongesprek dinsdag spraken minister Ingrid Berg en haar Keniaanse ambtgenoot Peter Otieno over
  handel.
nl 12 10 Bij hun ontmoeting dinsdag in Oslo spraken de ministers van Noorwegen en Kenia, Ingrid Berg en Peter Otieno,
  nauwere samenwerking af.
nl 12 16 De Noorse minister Ingrid Berg wordt maandag in Nairobi verwacht voor overleg met haar Keniaanse ambtgenoot
  Peter Otieno.
nl 12 16 De Noorse minister Ingrid Berg reist maandag naar Nairobi voor een ontmoeting met haar Keniaanse ambtgenoot
  Peter Otieno.
sv 12 10 Kenyas utrikesminister Peter Otieno gjorde i tisdags ett arbetsbesök i Oslo på inbjudan av sin norska kollega
  Ingrid Berg.
sv 12 11 Norges utrikesminister Ingrid Berg, som är på besök i Nairobi, togs i onsdags emot av president Peter Otieno.
sv 12 10 I ett telefonsamtal i tisdags talade utrikesminister Ingrid Berg och hennes kenyanske kollega Peter Otieno om
  handel.
sv 12 10 Vid ett möte i tisdags i Oslo enades Norges och Kenyas utrikesministrar, Ingrid Berg och Peter Otieno, om
  närmare samarbete.
sv 12 10 Norges statsminister Ingrid Berg, som tillträdde den 3 mars, tog i tisdags emot Kenyas president Peter
  Otieno.
sv 12 10 Kenyas president Peter Otieno togs i tisdags emot av Norges statsminister Ingrid Berg i Oslo.
sv 12 16 Norges utrikesminister Ingrid Berg väntas på måndag till Nairobi för samtal med sin kenyanske kollega Peter
  Otieno.
sv 12 16 Norges utrikesminister Ingrid Berg reser på måndag till Nairobi för att träffa sin kenyanske kollega Peter
  Otieno.
ar 12 10 قام وزير الخارجية الكيني بيتر أوتينو يوم الثلاثاء بزيارة عمل إلى أوسلو بدعوة من نظيرته النرويجية إنغريد بيرغ.
ar 12 11 استقبل الرئيس بيتر أوتينو يوم الأربعاء وزيرة الخارجية النرويجية إنغريد بيرغ التي تزور كينيا حاليا.
ar 12 10 بحثت وزيرة الخارجية النرويجية إنغريد بيرغ في اتصال هاتفي يوم الثلاثاء مع نظيرها الكيني بيتر أوتينو سبل تعزيز
  التجارة.
ar 12 16 من المقرر أن تصل وزيرة الخارجية النرويجية إنغريد بيرغ يوم الاثنين إلى نيروبي لإجراء محادثات مع نظيرها الكيني
  بيتر أوتينو.
ar 12 10 اتفق وزيرا خارجية النرويج وكينيا إنغريد بيرغ وبيتر أوتينو خلال اجتماعهما يوم الثلاثاء في أوسلو على تعزيز
  التعاون الرقمي.
ar 12 09 أجرت وزيرة الخارجية النرويجية إنغريد بيرغ يوم الاثنين محادثات مع نظيرها الكيني بيتر أوتينو في نيروبي، ومن
  المقرر أن تزور أوغندا.
ar 12 09 التقت وزيرة الخارجية النرويجية إنغريد بيرغ، التي تتوجه إلى كمبالا، يوم الاثنين في نيروبي نظيرها الكيني بيتر
  أوتينو.
en 12 03 Norwegian Foreign Minister Ingrid Berg met her Kenyan counterpart Peter Otieno in Oslo on Tuesday last week.
en 12 03 Norwegian Foreign Minister Ingrid Berg met her Kenyan counterpart Peter Otieno in Oslo on Tuesday of last
  week.
en 12 20 Norwegian Foreign Minister Ingrid Berg will meet her Kenyan counterpart Peter Otieno in Oslo on Friday next
  week.
en 12 ? Norwegian Foreign Minister Ingrid Berg meets her Kenyan counterpart Peter Otieno online every Tuesday.
en 12 ? Norwegian Foreign Minister Ingrid Berg met her Kenyan counterpart Peter Otieno on the first Tuesday of March.
fr 12 03 La ministre norvégienne Ingrid Berg a rencontré mardi de la semaine dernière à Oslo son homologue kényan
  Peter Otieno.
fr 12 03 La ministre norvégienne Ingrid Berg a rencontré la semaine dernière, mardi, à Oslo son homologue kényan Peter
  Otieno.
de 12 03 Die norwegische Ministerin Ingrid Berg traf am Dienstag letzter Woche in Oslo ihren kenianischen Kollegen
  Peter Otieno.
de 12 02 Die norwegische Ministerin Ingrid Berg traf am Montag vergangener Woche in Oslo ihren kenianischen Kollegen
  Peter Otieno.
es 12 03 La ministra noruega Ingrid Berg se reunió el martes de la semana pasada en Oslo con su homólogo keniano Peter
  Otieno.
pt 12 03 A ministra norueguesa Ingrid Berg reuniu-se na terça-feira da semana passada em Oslo com o homólogo queniano
  Peter Otieno.
it 12 03 La ministra norvegese Ingrid Berg ha incontrato martedì della settimana scorsa a Oslo il collega keniano
  Peter Otieno.
nl 12 03 De Noorse minister Ingrid Berg ontmoette dinsdag vorige week in Oslo haar Keniaanse ambtgenoot Peter Otieno.
sv 12 03 Norges minister Ingrid Berg träffade i tisdags förra veckan i Oslo sin kenyanske kollega Peter Otieno.
ar 12 03 التقت وزيرة الخارجية النرويجية إنغريد بيرغ يوم الثلاثاء من الأسبوع الماضي في أوسلو نظيرها الكيني بيتر أوتينو.
en 12 10 Norwegian Foreign Minister Ingrid Berg met her Kenyan counterpart Peter Otieno in Oslo on Tuesday. Last week
  she was in Rome.
pt 12 09 A ministra norueguesa Ingrid Berg reuniu-se na segunda-feira em Oslo com o homólogo queniano Peter Otieno.
pt 12 11 A ministra norueguesa Ingrid Berg reuniu-se nesta quarta-feira em Oslo com o homólogo queniano Peter Otieno.
en 12 10 Norwegian Foreign Minister Ingrid Berg met her Kenyan counterpart Peter Otieno in Oslo last Tuesday.
en 12 ? Norwegian Foreign Minister Ingrid Berg met her Kenyan counterpart Peter Otieno in Nairobi. It was their second
  meeting after talks in Oslo on 3 February.
de 12 ? Die norwegische Ministerin Ingrid Berg traf in Nairobi ihren kenianischen Kollegen Peter Otieno. Es war das
  zweite Treffen nach den Gesprächen in Oslo am 3. Februar.
fr 12 ? La ministre norvégienne Ingrid Berg a rencontré à Nairobi son homologue kényan Peter Otieno. C'était leur
  deuxième rencontre après des entretiens à Oslo le 3 février.
es 12 ? La ministra noruega Ingrid Berg se reunió en Nairobi con su homólogo keniano Peter Otieno. Fue su segunda
  reunión tras las conversaciones en Oslo el 3 de febrero.
pt 12 ? A ministra norueguesa Ingrid Berg reuniu-se em Nairóbi com o homólogo queniano Peter Otieno. Foi a segunda
  reunião após as conversações em Oslo em 3 de fevereiro.
it 12 ? La ministra norvegese Ingrid Berg ha incontrato a Nairobi il collega keniano Peter Otieno. È stato il secondo
  incontro dopo i colloqui a Oslo del 3 febbraio.
nl 12 ? De Noorse minister Ingrid Berg ontmoette in Nairobi haar Keniaanse ambtgenoot Peter Otieno. Het was hun tweede
  ontmoeting na de gesprekken in Oslo op 3 februari.
sv 12 ? Norges minister Ingrid Berg träffade i Nairobi sin kenyanske kollega Peter Otieno. Det var deras andra möte
  efter samtalen i Oslo den 3 februari.
ar 12 ? التقت وزيرة الخارجية النرويجية إنغريد بيرغ في نيروبي نظيرها الكيني بيتر أوتينو. وهو اللقاء الثاني بعد محادثات
  أوسلو في 3 فبراير.
en 12 10 The second meeting of the joint commission of Norway and Kenya took place in Nairobi on 10 March.
en 12 10 After their second meeting in Nairobi on 10 March Norwegian Foreign Minister Ingrid Berg and her Kenyan
  counterpart Peter Otieno praised the talks.
de 12 10 Nach ihrem zweiten Treffen am 10. März in Nairobi lobten die norwegische Ministerin Ingrid Berg und ihr
  kenianischer Kollege Peter Otieno die Gespräche.
fr 12 10 À l'issue de la deuxième session de la commission mixte, le 10 mars à Nairobi, la ministre norvégienne Ingrid
  Berg et son homologue kényan Peter Otieno ont salué les entretiens.
"""
LEVANTINE = {
    "15 كانون الثاني 2026": "2026-01-15",
    "15 تشرين الأول 2025": "2025-10-15",
    "15 تشرين الثاني": "2025-11-15",
    "15 كانون الأول": "2025-12-15",
    "15 أيار/مايو 2025": "2025-05-15",
    "يوم الخميس 15 كانون الثاني": "2026-01-15",
}


@pytest.mark.parametrize("case", re.split(r"\n(?! )", STAYS.strip()))
def test_the_day_is_that_on_which_they_met(case: str) -> None:
    _, published, day, text = re.sub(r"\n\s+", " ", case).split(" ", 3)
    found = draft(f"{text}\n", WORDS, published=f"2026-03-{published}", country="NO")
    assert [str(each.record.get("date")) for each in found] == ["None" if day == "?" else f"2026-03-{day}"]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2026-05-14", "{} trifft am Donnerstag in Nairobi ein und spricht mit Kenias Außenminister Paul Otieno."),
        ("2026-05-14", "{} kommt am Donnerstag in Nairobi an und spricht mit Kenias Außenminister Paul Otieno."),
        ("2026-05-11", "{} traf am Montag in Nairobi ein und sprach mit Kenias Außenminister Paul Otieno."),
        ("2026-05-11", "{} kam am Montag in Nairobi an und sprach mit Kenias Außenminister Paul Otieno."),
        ("2026-05-11", "{} traf am Montag ein Mitglied der kenianischen Regierung, Außenminister Paul Otieno."),
    ],
)
def test_who_arrives_and_speaks_does_so_on_that_day(day: str, text: str) -> None:
    said = text.format("Norwegens Ministerpräsidentin Kari Lund")
    (found,) = draft(f"{said}\n", WORDS, published="2026-05-13", country="NO")
    assert (str(found.record["date"]), found.record.get("status")) == (day, "planned" if day > "2026-05-13" else None)


def test_a_weekday_behind_a_document_is_that_of_its_signature() -> None:
    text = "وقع وزير الخارجية الكيني بول أوتينو ووزيرة الخارجية النرويجية كاري لوند مذكرة تفاهم الاثنين في نيروبي.\n"
    (found,) = draft(text, WORDS, published="2026-05-13", country="NO")
    assert str(found.record["date"]) == "2026-05-11"


def test_days_apart_from_the_event_beside_which_they_met_are_the_meetings() -> None:
    text = "On the sidelines of a forum, Norwegian Prime Minister Kari Lund held consultations with Kenyan President "
    (found,) = draft(f"{text}Grace Otieno on 8 and 9 May in Nairobi.\n", WORDS, published="2026-05-13", country="NO")
    assert str(found.record["date"]) == "2026-05-08"


@pytest.mark.parametrize("said", LEVANTINE)
def test_months_of_two_words_are_read(said: str) -> None:
    text = f"استقبل الرئيس اللبناني جوزيف حداد في {said} وزيرة الخارجية النرويجية إنغريد بيرغ.\n"
    after = (date.fromisoformat(LEVANTINE[said]) + timedelta(2)).isoformat()
    (found,) = draft(text, WORDS, published=after, country="LB")
    assert str(found.record["date"]) == LEVANTINE[said]


@pytest.mark.parametrize("label", ["Publicado:", "Publicado el:", "Actualizado:"])
def test_a_day_of_publication_behind_a_title_is_not_that_of_the_meeting(label: str) -> None:
    text = (
        f"BERG Y OTIENO: UNA REUNIÓN {label} 12/03/2026\n\nLa ministra noruega Ingrid Berg se reunió este martes con "
    )
    text += "el presidente de Kenia, Peter Otieno.\n"
    (found,) = draft(text, WORDS, published="2026-03-12", country="NO")
    assert str(found.record["date"]) == "2026-03-10"


@pytest.mark.parametrize(
    ("lead", "day"), [("Friday’s meeting was their third.", "2026-03-06"), ("They met on Tuesday, too.", None)]
)
def test_a_day_told_twice_is_that_of_the_meeting_where_another_is_told_once(lead: str, day: str | None) -> None:
    text = "Norway’s Berg meets Kenya’s Otieno\n\nNorwegian Prime Minister Ingrid Berg travelled to Nairobi on Friday "
    text += "to meet "
    text += f"President Peter Otieno. {lead}\n\nHer trip came days after her trip to Rome on Tuesday.\n"
    (found,) = draft(text, WORDS, published="2026-03-08", country="NO")
    assert str(found.record.get("date")) == str(day)


@pytest.mark.parametrize("page_day", ["Vendredi 13 Mars 2026", "13/03/2026", "Publié le 13 mars 2026"])
def test_a_text_counts_from_its_dateline_where_the_page_bears_a_later_day(page_day: str) -> None:
    text = f"Berg reçoit Otieno\n\n{page_day}\n\nOslo, 12 Mars (NTB) - La ministre norvégienne Ingrid Berg a reçu "
    (found,) = draft(
        f"{text}aujourd'hui son homologue kényan Peter Otieno.\n", WORDS, published="2026-03-13", country="NO"
    )
    assert str(found.record["date"]) == "2026-03-12"

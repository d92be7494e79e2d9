"""Texts that look like the report of a meeting of two and are none, and real ones that look like those."""

# ruff: noqa: E501  # a text that is read is as long as it is
import pytest

from coopdb.author.draft import draft
from coopdb.author.draft.meetings.site_visits import site_visits
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()

NONE = {
    "visits to attend a conference": (
        (
            "en",
            "Minister at conference\n\nNorwegian Minister Anna Berg will visit Nairobi in Kenya on Monday to attend the World Conference on Fish.",
        ),
        (
            "fr",
            "La ministre à la conférence\n\nLa ministre norvégienne Anna Berg effectuera lundi une visite à Nairobi, au Kenya, pour participer à la conférence mondiale sur la pêche.",
        ),
        (
            "fr",
            "La ministre à la conférence\n\nLa ministre norvégienne Anna Berg se rend en visite au Kenya pour participer à la conférence mondiale sur la pêche.",
        ),
        (
            "es",
            "La ministra en la conferencia\n\nLa ministra noruega Anna Berg visitará Kenia el lunes para participar en la conferencia mundial sobre la pesca.",
        ),
        (
            "pt",
            "A ministra na conferência\n\nA ministra norueguesa Anna Berg visitará o Quénia na segunda-feira para participar na conferência mundial sobre a pesca.",
        ),
        (
            "it",
            "La ministra alla conferenza\n\nLa ministra norvegese Anna Berg visiterà lunedì il Kenya per partecipare alla conferenza mondiale sulla pesca.",
        ),
        (
            "de",
            "Ministerin bei Konferenz\n\nDie norwegische Ministerin Anna Berg besucht am Montag Kenia zur Teilnahme an der Konferenz über Fischerei.",
        ),
        (
            "nl",
            "Minister op conferentie\n\nDe Noorse minister Anna Berg bezoekt maandag Kenia voor deelname aan de conferentie over visserij.",
        ),
        (
            "sv",
            "Ministern på konferens\n\nNorges minister Anna Berg besöker Kenya på måndag för att delta i konferensen om fiske.",
        ),
        (
            "ar",
            "الوزيرة في المؤتمر\n\nتزور الوزيرة النرويجية آنا بيرغ كينيا يوم الاثنين للمشاركة في المؤتمر العالمي للأسماك.",
        ),
    ),
    "gatherings of the ministers of a union, or of counterparts of one": (
        (
            "en",
            "Roadmap for cloud services\n\nThe Norwegian Minister Anna Berg met her European counterparts on Monday at a conference in Vienna.",
        ),
        (
            "en",
            "Data on the agenda\n\nMinister Anna Berg of Italy took part on Monday in the meeting of the ministers of the European Union in Vienna.",
        ),
        ("en", "Data on the agenda\n\nDanish Minister Anna Berg met EU ministers in Vienna on Monday."),
        (
            "fr",
            "Feuille de route pour le nuage\n\nLa ministre norvégienne Anna Berg a rencontré lundi ses homologues européens lors d’une réunion à Vienne.",
        ),
        (
            "fr",
            "Données à l’ordre du jour\n\nLa ministre italienne Anna Berg a participé lundi à Vienne à la réunion des ministres de l’Union européenne.",
        ),
        ("fr", "Données\n\nLa ministre Anna Berg a rencontré lundi les ministres européens du numérique à Vienne."),
        (
            "de",
            "Fahrplan für die Cloud\n\nDie norwegische Ministerin Anna Berg traf am Montag in Wien ihre europäischen Amtskollegen.",
        ),
        (
            "de",
            "Daten im Mittelpunkt\n\nDie italienische Ministerin Anna Berg traf am Montag in Wien die Minister der Europäischen Union.",
        ),
        ("de", "Daten\n\nMinisterin Anna Berg traf am Montag in Wien die europäischen Digitalminister."),
        ("es", "Hoja de ruta\n\nLa ministra noruega Anna Berg se reunió el lunes en Viena con sus homólogos europeos."),
        (
            "es",
            "Datos en la agenda\n\nLa ministra italiana Anna Berg participó el lunes en Viena en la conferencia de los ministros de la Unión Europea.",
        ),
        ("es", "Datos\n\nLa ministra Anna Berg se reunió el lunes en Viena con los ministros europeos."),
        (
            "pt",
            "Roteiro\n\nA ministra norueguesa Anna Berg reuniu-se na segunda-feira em Viena com os seus homólogos europeus.",
        ),
        (
            "pt",
            "Dados na agenda\n\nA ministra italiana Anna Berg participou na segunda-feira em Viena na conferência dos ministros da União Europeia.",
        ),
        ("pt", "Dados\n\nA ministra Anna Berg reuniu-se na segunda-feira em Viena com os ministros europeus."),
        (
            "it",
            "Una tabella di marcia\n\nLa ministra norvegese Anna Berg ha incontrato lunedì a Vienna i suoi omologhi europei.",
        ),
        (
            "it",
            "Dati in agenda\n\nLa ministra Anna Berg ha partecipato lunedì alla conferenza dei ministri dell’Unione europea a Vienna.",
        ),
        (
            "it",
            "Dati in agenda\n\nLa ministra Anna Berg ha incontrato lunedì a Vienna i ministri europei per il digitale.",
        ),
        ("nl", "Routekaart\n\nDe Noorse minister Anna Berg ontmoette maandag in Wenen haar Europese ambtgenoten."),
        (
            "nl",
            "Data op de agenda\n\nDe Italiaanse minister Anna Berg sprak maandag in Wenen met de ministers van de Europese Unie.",
        ),
        ("nl", "Data\n\nMinister Anna Berg ontmoette maandag in Wenen de Europese ministers."),
        ("sv", "En färdplan\n\nNorges minister Anna Berg träffade på måndagen i Wien sina europeiska kollegor."),
        ("sv", "Data\n\nMinister Anna Berg träffade på måndagen i Wien EU-kollegorna."),
        ("ar", "خارطة طريق\n\nالتقت الوزيرة النرويجية آنا بيرغ يوم الاثنين في فيينا نظراءها الأوروبيين."),
        ("ar", "البيانات\n\nاجتمعت الوزيرة الإيطالية آنا بيرغ يوم الاثنين في فيينا مع وزراء الاتحاد الأوروبي."),
        ("ar", "البيانات\n\nالتقت الوزيرة النرويجية آنا بيرغ يوم الاثنين في فيينا الوزراء الأوروبيين."),
    ),
    "conferences of many countries": (
        (
            "en",
            "Conference ends in Palermo\n\nThe conference in Vienna on fish, to which Norway had invited some 30 countries, ended on Monday. Kenya’s minister John Odede spoke too.",
        ),
        (
            "fr",
            "Fin de la conférence\n\nLa conférence de Vienne, qui a réuni 30 pays à l’invitation de la Norvège et du Kenya, s’est achevée lundi.",
        ),
        (
            "de",
            "Konferenz zu Ende\n\nDie Konferenz in Wien, zu der Norwegen und Kenia rund 30 Länder eingeladen hatten, ging am Montag zu Ende.",
        ),
        (
            "es",
            "Termina la conferencia\n\nLa conferencia de Viena, que reunió a unos 30 países por invitación de Noruega y Kenia, terminó el lunes.",
        ),
        (
            "pt",
            "Termina a conferência\n\nA conferência de Viena, que reuniu cerca de 30 países a convite da Noruega e do Quénia, terminou na segunda-feira.",
        ),
        (
            "it",
            "Finisce la conferenza\n\nLa conferenza di Vienna, che ha riunito circa 30 paesi su invito di Norvegia e Kenya, si è conclusa lunedì.",
        ),
        (
            "nl",
            "Conferentie voorbij\n\nDe conferentie in Wenen, waar op uitnodiging van Noorwegen en Kenia zo’n 30 landen bijeenkwamen, is maandag afgelopen.",
        ),
        (
            "sv",
            "Konferensen slut\n\nKonferensen i Wien, där 30 länder möttes på inbjudan av Norge och Kenya, tog slut på måndagen.",
        ),
        ("ar", "ختام المؤتمر\n\nاختتم يوم الاثنين في فيينا المؤتمر الذي جمع 30 دولة بدعوة من النرويج وكينيا."),
    ),
    "joint statements of many": (
        (
            "en",
            "Cloud on the agenda\n\nThe ministers adopted a joint statement.\nMinister Anna Berg of Norway took part on Monday in the conference of the ministers of the European Union.",
        ),
        (
            "fr",
            "Le nuage à l’ordre du jour\n\nLes ministres ont adopté une déclaration conjointe.\nLa ministre norvégienne Anna Berg a participé lundi à la conférence des ministres de l’Union européenne.",
        ),
        (
            "de",
            "Cloud im Mittelpunkt\n\nDie Minister verabschiedeten eine gemeinsame Erklärung.\nDie norwegische Ministerin Anna Berg nahm am Montag am Treffen der Minister der Europäischen Union teil.",
        ),
        (
            "es",
            "La nube\n\nLos ministros adoptaron una declaración conjunta.\nLa ministra noruega Anna Berg participó el lunes en la conferencia de los ministros de la Unión Europea.",
        ),
        (
            "pt",
            "A nuvem\n\nOs ministros adotaram uma declaração conjunta.\nA ministra norueguesa Anna Berg participou na segunda-feira na conferência dos ministros da União Europeia.",
        ),
        (
            "it",
            "La nuvola\n\nFirmata dai ministri una dichiarazione congiunta.\nLa ministra norvegese Anna Berg ha partecipato lunedì alla conferenza dei ministri dell’Unione europea.",
        ),
        (
            "nl",
            "De wolk\n\nDe ministers namen een gezamenlijke verklaring aan.\nDe Noorse minister Anna Berg nam maandag deel aan de conferentie van de ministers van de Europese Unie.",
        ),
        (
            "sv",
            "Molnet\n\nMinistrarna antog ett gemensamt uttalande.\nNorges minister Anna Berg deltog på måndagen i de europeiska ministrarnas konferens med Europeiska unionen.",
        ),
        (
            "ar",
            "السحابة\n\nاعتمد الوزراء بيانا مشتركا.\nشاركت الوزيرة النرويجية آنا بيرغ يوم الاثنين في اجتماع وزراء الاتحاد الأوروبي.",
        ),
    ),
    "visits to a site": (
        ("en", "Minister in Mombasa\n\nNorwegian Minister Anna Berg visited the port in Mombasa, Kenya, on Monday."),
        (
            "fr",
            "La ministre à Mombasa\n\nLa ministre norvégienne Anna Berg a visité lundi une usine à Mombasa, au Kenya.",
        ),
        (
            "de",
            "Ministerin in Mombasa\n\nDie norwegische Ministerin Anna Berg besuchte am Montag eine Fabrik in Mombasa in Kenia.",
        ),
        (
            "de",
            "Ministerin in Mombasa\n\nDie norwegische Ministerin Anna Berg hat am Montag in Kenia den Hafen von Mombasa besucht.",
        ),
        (
            "es",
            "La ministra en Mombasa\n\nLa ministra noruega Anna Berg visitó el lunes una fábrica en Mombasa, Kenia.",
        ),
        (
            "pt",
            "A ministra em Mombaça\n\nA ministra norueguesa Anna Berg visitou na segunda-feira uma fábrica no Quénia.",
        ),
        ("it", "La ministra a Mombasa\n\nLa ministra norvegese Anna Berg ha visitato lunedì una fabbrica in Kenya."),
        ("nl", "De minister in Mombasa\n\nDe Noorse minister Anna Berg bezocht maandag een fabriek in Kenia."),
        ("sv", "Ministern i Mombasa\n\nNorges minister Anna Berg besökte på måndagen en fabrik i Kenya."),
        ("ar", "الوزيرة في مومباسا\n\nزارت الوزيرة النرويجية آنا بيرغ يوم الاثنين مصنعا في كينيا."),
    ),
    "visits that somebody forgoes": (
        (
            "en",
            "Berg stays home\n\nNorwegian Minister Anna Berg refrained from a visit to Kenyan President John Odede on Monday.",
        ),
        (
            "fr",
            "Berg reste\n\nLa ministre norvégienne Anna Berg a renoncé lundi à une visite au président kényan John Odede.",
        ),
        (
            "fr",
            "Berg reste\n\nLa ministre norvégienne Anna Berg a renoncé à une visite au président kényan John Odede.",
        ),
        (
            "de",
            "Berg bleibt zu Hause\n\nDie norwegische Ministerin Anna Berg verzichtete am Montag auf einen Besuch beim kenianischen Präsidenten John Odede.",
        ),
        (
            "es",
            "Berg se queda\n\nLa ministra noruega Anna Berg renunció a una visita al presidente keniano John Odede.",
        ),
        (
            "pt",
            "Berg fica\n\nA ministra norueguesa Anna Berg desistiu de uma visita ao presidente queniano John Odede.",
        ),
        (
            "it",
            "Berg resta\n\nLa ministra norvegese Anna Berg ha rinunciato a una visita al presidente keniano John Odede.",
        ),
        (
            "nl",
            "Berg blijft thuis\n\nDe Noorse minister Anna Berg zag af van een bezoek aan de Keniaanse president John Odede.",
        ),
        (
            "sv",
            "Berg stannar hemma\n\nNorges minister Anna Berg avstod från ett besök hos Kenyas president John Odede.",
        ),
        ("ar", "بيرغ تبقى\n\nامتنعت الوزيرة النرويجية آنا بيرغ عن زيارة الرئيس الكيني جون أوديدي."),
    ),
    "diplomats called home": (
        (
            "en",
            "Ambassador ordered home\n\nThe Norwegian ambassador in Kenya was ordered home by the government on Monday for consultations with the Ministry of Foreign Affairs.",
        ),
        (
            "fr",
            "Deux ambassadeurs rappelés\n\nLes diplomates norvégiens ont été rappelés lundi du Kenya pour des consultations au ministère.",
        ),
        (
            "es",
            "Llamado a Oslo\n\nEl diplomático fue convocado el lunes por las autoridades noruegas a dejar Kenia para consultas con el Ministerio.",
        ),
        (
            "pt",
            "Embaixador da Noruega no Quénia volta a Oslo\n\nNa segunda-feira, o diplomata foi convocado pelas autoridades norueguesas a deixar o Quénia para prestar consultas ao Ministério.",
        ),
        (
            "it",
            "L’ambasciatore torna a Oslo\n\nIl diplomatico è stato richiamato lunedì dal governo norvegese a lasciare il Kenya per consultazioni con il ministro.",
        ),
        (
            "nl",
            "Ambassadeur terug naar Oslo\n\nDe Noorse diplomaat in Kenia is maandag teruggeroepen voor consultaties op het ministerie in Oslo.",
        ),
        (
            "sv",
            "Ambassadören till Oslo\n\nDen norske diplomaten i Kenya kallades hem på måndagen för konsultationer med ministern.",
        ),
        (
            "ar",
            "سفير النرويج في كينيا\n\nقررت النرويج يوم الاثنين استدعاء الدبلوماسي من كينيا لإجراء مشاورات مع الوزير.",
        ),
    ),
    "papers of years ago": (
        (
            "en",
            "Berg wants the treaty revised\n\nNorwegian Minister Anna Berg said on Monday that the 1968 agreement with Kenya had to be revised. It was signed in 1968.",
        ),
        (
            "es",
            "Berg quiere revisar el acuerdo\n\nLa ministra noruega Anna Berg dijo el lunes que el acuerdo de 1968 firmado con Kenia debe revisarse.",
        ),
        (
            "pt",
            "Berg quer rever o acordo\n\nA ministra norueguesa Anna Berg disse na segunda-feira que o acordo de 1968 assinado com o Quénia deve ser revisto.",
        ),
        (
            "it",
            "Berg vuole rivedere l’accordo\n\nLa ministra norvegese Anna Berg ha detto lunedì che l’accordo del 1968 firmato con il Kenya va rivisto.",
        ),
        (
            "sv",
            "Berg vill ändra avtalet\n\nNorges minister Anna Berg sade på måndagen att avtalet från 1968 som undertecknades med Kenya måste ändras.",
        ),
        (
            "ar",
            "بيرغ تريد مراجعة الاتفاق\n\nقالت الوزيرة النرويجية آنا بيرغ يوم الاثنين إن اتفاق 1968 الذي وقع مع كينيا يجب أن يراجع.",
        ),
        (
            "fr",
            "Berg veut revoir l’accord\n\nLa Norvège et le Kenya sont liés par un accord de 1968, signé après la guerre. Il doit être revu, a dit lundi la ministre norvégienne Anna Berg.",
        ),
        (
            "de",
            "Berg will den Vertrag ändern\n\nNorwegen und Kenia sind durch das Abkommen von 1968 gebunden, das in Oslo unterzeichnet wurde. Es müsse geändert werden, sagte Ministerin Anna Berg am Montag.",
        ),
        (
            "nl",
            "Berg wil het verdrag herzien\n\nNoorwegen en Kenia zijn gebonden aan het verdrag van 1968, dat in Oslo werd ondertekend. Het moet worden herzien, zei minister Anna Berg maandag.",
        ),
        (
            "en",
            "Norway and Kenya on fish\n\nNorway and Kenya are bound by what they signed with each other in 1968. Minister Anna Berg wants to change that.",
        ),
        (
            "en",
            "Norway and Kenya bound by the past\n\nThe treaty of 1968 between Norway and Kenya is old, said Norwegian Minister Anna Berg. She wants another.\n\nMany fishermen want another one too, which would let them fish at night.\n\nNorway and Kenya signed it after a war.",
        ),
        (
            "en",
            "Ten years of a treaty\n\nTen years after the signing of the agreement between Norway and Kenya, fishermen are still waiting.",
        ),
    ),
}
REAL = {
    "visits to attend a conference": (
        (
            "en",
            "Minister in Nairobi\n\nNorwegian Minister Anna Berg visited Nairobi on Monday to attend a conference and met Kenyan President John Odede.",
        ),
        (
            "en",
            "Minister in Nairobi\n\nNorwegian Minister Anna Berg visits Kenya on Monday at the invitation of President John Odede. She will also attend a conference.",
        ),
        (
            "fr",
            "La ministre à Nairobi\n\nLa ministre norvégienne Anna Berg est en visite au Kenya pour participer à une conférence et s’entretenir lundi avec le président kényan John Odede.",
        ),
        (
            "es",
            "La ministra en Nairobi\n\nLa ministra noruega Anna Berg visitó Kenia para participar en una conferencia y se reunió el lunes con el presidente keniano John Odede.",
        ),
        (
            "pt",
            "A ministra em Nairobi\n\nA ministra norueguesa Anna Berg visitou o Quénia para participar na conferência e reuniu-se na segunda-feira com o presidente queniano John Odede.",
        ),
        (
            "it",
            "La ministra a Nairobi\n\nLa ministra norvegese Anna Berg ha visitato il Kenya per partecipare a una conferenza e ha incontrato lunedì il presidente keniano John Odede.",
        ),
        (
            "de",
            "Ministerin in Nairobi\n\nDie norwegische Ministerin Anna Berg reiste zur Teilnahme an einer Konferenz nach Kenia und traf am Montag den kenianischen Präsidenten John Odede.",
        ),
        (
            "nl",
            "Minister in Nairobi\n\nDe Noorse minister Anna Berg bezocht Kenia voor deelname aan een conferentie en ontmoette maandag de Keniaanse president John Odede.",
        ),
        (
            "sv",
            "Ministern i Nairobi\n\nNorges minister Anna Berg besökte Kenya för att delta i en konferens och träffade på måndagen Kenyas president John Odede.",
        ),
        (
            "ar",
            "الوزيرة في نيروبي\n\nزارت الوزيرة النرويجية آنا بيرغ كينيا للمشاركة في مؤتمر والتقت يوم الاثنين الرئيس الكيني جون أوديدي.",
        ),
    ),
    "gatherings of the ministers of a union, or of counterparts of one": (
        (
            "en",
            "Ministers meet\n\nThe Norwegian Minister Anna Berg met her Kenyan counterpart John Odede on Monday in Vienna, where European ministers hold a conference.",
        ),
        (
            "en",
            "Talks\n\nThe Norwegian Minister Anna Berg met the European Union’s Commissioner Eva Lund on Monday in Brussels. She will meet the European ministers later.",
        ),
        ("en", "Talks\n\nNorwegian Minister Anna Berg met European Affairs Minister Eva Lund of Denmark on Monday."),
        (
            "fr",
            "Entretiens\n\nLa ministre norvégienne Anna Berg a rencontré lundi à Vienne son homologue kényan John Odede, à la veille de la réunion des ministres européens.",
        ),
        (
            "fr",
            "Entretiens\n\nLa ministre norvégienne Anna Berg a rencontré lundi la ministre danoise des Affaires européennes Eva Lund.",
        ),
        (
            "de",
            "Gespräche\n\nDie norwegische Ministerin Anna Berg traf am Montag in Wien ihren kenianischen Amtskollegen John Odede, einen Tag vor dem Treffen der europäischen Minister.",
        ),
        (
            "de",
            "Gespräche\n\nDie norwegische Ministerin Anna Berg traf am Montag die dänische Europaministerin Eva Lund.",
        ),
        (
            "es",
            "Conversaciones\n\nLa ministra noruega Anna Berg se reunió el lunes en Viena con su homólogo keniano John Odede, antes de la cita de los ministros europeos.",
        ),
        (
            "es",
            "Conversaciones\n\nLa ministra noruega Anna Berg se reunió el lunes con la ministra danesa de Asuntos Europeos, Eva Lund.",
        ),
        (
            "pt",
            "Conversações\n\nA ministra norueguesa Anna Berg reuniu-se na segunda-feira em Viena com o seu homólogo queniano John Odede, antes do encontro dos ministros europeus.",
        ),
        (
            "it",
            "Colloqui\n\nLa ministra norvegese Anna Berg ha incontrato lunedì a Vienna il suo omologo keniano John Odede, alla vigilia dell’incontro dei ministri europei.",
        ),
        (
            "nl",
            "Gesprekken\n\nDe Noorse minister Anna Berg ontmoette maandag in Wenen haar Keniaanse ambtgenoot John Odede, een dag voor de bijeenkomst van de Europese ministers.",
        ),
        (
            "sv",
            "Samtal\n\nNorges minister Anna Berg träffade på måndagen i Wien sin kenyanske kollega John Odede, dagen före de europeiska ministrarnas möte.",
        ),
        (
            "ar",
            "مباحثات\n\nالتقت الوزيرة النرويجية آنا بيرغ يوم الاثنين في فيينا نظيرها الكيني جون أوديدي قبل اجتماع الوزراء الأوروبيين.",
        ),
    ),
    "conferences of many countries": (
        (
            "en",
            "Talks in Vienna\n\nNorwegian Minister Anna Berg met Kenyan Minister John Odede on Monday at a conference of 30 countries in Vienna.",
        ),
        (
            "fr",
            "Entretiens à Vienne\n\nLa ministre norvégienne Anna Berg a rencontré lundi le ministre kényan John Odede à une conférence de 30 pays.",
        ),
        (
            "de",
            "Gespräche in Wien\n\nDie norwegische Ministerin Anna Berg traf am Montag den kenianischen Minister John Odede auf einer Konferenz von 30 Ländern.",
        ),
        (
            "es",
            "Conversaciones\n\nLa ministra noruega Anna Berg se reunió el lunes con el ministro keniano John Odede en una conferencia de 30 países.",
        ),
        (
            "pt",
            "Conversações\n\nA ministra norueguesa Anna Berg reuniu-se na segunda-feira com o ministro queniano John Odede numa conferência de 30 países.",
        ),
        (
            "it",
            "Colloqui\n\nLa ministra norvegese Anna Berg ha incontrato lunedì il ministro keniano John Odede a una conferenza di 30 paesi.",
        ),
        (
            "nl",
            "Gesprekken\n\nDe Noorse minister Anna Berg ontmoette maandag de Keniaanse minister John Odede op een conferentie van 30 landen.",
        ),
        (
            "sv",
            "Samtal\n\nNorges minister Anna Berg träffade på måndagen Kenyas minister John Odede vid en konferens med 30 länder.",
        ),
        (
            "ar",
            "مباحثات\n\nالتقت الوزيرة النرويجية آنا بيرغ يوم الاثنين الوزير الكيني جون أوديدي في مؤتمر يضم 30 دولة.",
        ),
        (
            "en",
            "Norway and Kenya agree on fish\n\nNorway and Kenya held talks on Monday about fish, which Kenya sells to 30 countries.",
        ),
        (
            "en",
            "Kenyan minister in Oslo\n\nNorwegian Minister Anna Berg received her Kenyan counterpart on Monday to prepare the conference of 30 countries.",
        ),
    ),
    "joint statements of many": (
        (
            "en",
            "Cloud on the agenda\n\nNorway and Kenya adopted a joint statement on Monday.\nNorwegian Minister Anna Berg and Kenyan Minister John Odede met beside the conference of the European ministers.",
        ),
        (
            "fr",
            "Le nuage\n\nLa Norvège et le Kenya ont adopté lundi une déclaration conjointe, en présence des ministres européens.",
        ),
        (
            "de",
            "Cloud\n\nNorwegen und Kenia haben am Montag eine gemeinsame Erklärung unterzeichnet. Auch die Minister der Europäischen Union tagten.",
        ),
        (
            "es",
            "La nube\n\nNoruega y Kenia firmaron el lunes una declaración conjunta. También se reunieron los ministros europeos.",
        ),
        (
            "pt",
            "A nuvem\n\nA Noruega e o Quénia assinaram na segunda-feira uma declaração conjunta. Reuniram-se também os ministros europeus.",
        ),
        (
            "it",
            "La nuvola\n\nNorvegia e Kenya hanno firmato lunedì una dichiarazione congiunta. Si sono riuniti anche i ministri europei.",
        ),
        (
            "nl",
            "De wolk\n\nDe Noorse minister Anna Berg en de Keniaanse minister John Odede ondertekenden maandag een gezamenlijke verklaring. Ook de Europese ministers kwamen bijeen.",
        ),
        (
            "sv",
            "Molnet\n\nNorge och Kenya undertecknade på måndagen ett gemensamt uttalande. Även de europeiska ministrarna möttes.",
        ),
        ("ar", "السحابة\n\nوقعت النرويج وكينيا يوم الاثنين بيانا مشتركا. واجتمع أيضا وزراء الاتحاد الأوروبي."),
    ),
    "visits to a site": (
        (
            "en",
            "Minister in Mombasa\n\nNorwegian Minister Anna Berg visited the port of Mombasa on Monday with Kenyan Minister John Odede.",
        ),
        (
            "en",
            "Minister in Mombasa\n\nNorwegian Minister Anna Berg met Kenyan President John Odede at the university on Monday.",
        ),
        (
            "fr",
            "La ministre à Mombasa\n\nLa ministre norvégienne Anna Berg a visité lundi l’usine avec le président kényan John Odede.",
        ),
        (
            "de",
            "Ministerin in Mombasa\n\nDie norwegische Ministerin Anna Berg besuchte am Montag mit dem kenianischen Präsidenten John Odede den Hafen.",
        ),
        (
            "es",
            "La ministra en Mombasa\n\nLa ministra noruega Anna Berg visitó el lunes una fábrica con el presidente keniano John Odede.",
        ),
        (
            "pt",
            "A ministra em Mombaça\n\nA ministra norueguesa Anna Berg visitou na segunda-feira uma fábrica com o presidente queniano John Odede.",
        ),
        (
            "it",
            "La ministra a Mombasa\n\nLa ministra norvegese Anna Berg ha visitato lunedì una fabbrica con il presidente keniano John Odede.",
        ),
        (
            "nl",
            "De minister in Mombasa\n\nDe Noorse minister Anna Berg bezocht maandag een fabriek met de Keniaanse president John Odede.",
        ),
        (
            "sv",
            "Ministern i Mombasa\n\nNorges minister Anna Berg besökte på måndagen en fabrik med Kenyas president John Odede.",
        ),
        ("ar", "الوزيرة في مومباسا\n\nزارت الوزيرة النرويجية آنا بيرغ يوم الاثنين مصنعا مع الرئيس الكيني جون أوديدي."),
        (
            "en",
            "Visit\n\nThe Kenyan president visited the museum and then visited Norway on Monday, where King Olav met him.",
        ),
        ("en", "Kenya’s president visits Norway\n\nThe Kenyan president visited Norway on Monday. He visited a port."),
    ),
    "visits that somebody forgoes": (
        (
            "en",
            "Berg in Nairobi\n\nNorwegian Minister Anna Berg refrained from criticism and met Kenyan President John Odede on Monday.",
        ),
        (
            "en",
            "Berg in Nairobi\n\nNorwegian Minister Anna Berg met Kenyan President John Odede on Monday and refrained from criticism.",
        ),
        (
            "fr",
            "Berg à Nairobi\n\nLa ministre norvégienne Anna Berg a renoncé à un discours et a rencontré lundi le président kényan John Odede.",
        ),
        (
            "de",
            "Berg in Nairobi\n\nDie norwegische Ministerin Anna Berg verzichtete auf eine Rede und traf am Montag den kenianischen Präsidenten John Odede.",
        ),
        (
            "de",
            "Berg in Nairobi\n\nDie norwegische Ministerin Anna Berg traf am Montag den kenianischen Präsidenten John Odede. Sie verzichtete auf eine Rede.",
        ),
        (
            "es",
            "Berg en Nairobi\n\nLa ministra noruega Anna Berg renunció a un discurso y se reunió el lunes con el presidente keniano John Odede.",
        ),
        (
            "pt",
            "Berg em Nairobi\n\nA ministra norueguesa Anna Berg desistiu de um discurso e reuniu-se na segunda-feira com o presidente queniano John Odede.",
        ),
        (
            "it",
            "Berg a Nairobi\n\nLa ministra norvegese Anna Berg ha rinunciato a un discorso e ha incontrato lunedì il presidente keniano John Odede.",
        ),
        (
            "nl",
            "Berg in Nairobi\n\nDe Noorse minister Anna Berg zag af van een toespraak en ontmoette maandag de Keniaanse president John Odede.",
        ),
        (
            "sv",
            "Berg i Nairobi\n\nNorges minister Anna Berg avstod från ett tal och träffade på måndagen Kenyas president John Odede.",
        ),
        (
            "ar",
            "بيرغ في نيروبي\n\nامتنعت الوزيرة النرويجية آنا بيرغ عن إلقاء كلمة والتقت يوم الاثنين الرئيس الكيني جون أوديدي.",
        ),
    ),
    "diplomats called home": (
        (
            "en",
            "Ambassador takes leave\n\nKenyan President John Odede received the Norwegian ambassador, Anna Berg, on Monday for consultations on fish.",
        ),
        (
            "pt",
            "Presidente recebe diplomata\n\nO presidente queniano John Odede recebeu na segunda-feira a embaixadora norueguesa Anna Berg, um dia depois de ter sido convocada.",
        ),
        (
            "es",
            "Presidente recibe a la embajadora\n\nEl presidente keniano John Odede recibió el lunes a la embajadora noruega Anna Berg, quien fue convocada la semana pasada.",
        ),
        (
            "it",
            "Il presidente riceve l’ambasciatrice\n\nIl presidente keniano John Odede ha ricevuto lunedì l’ambasciatrice norvegese Anna Berg, convocata la settimana scorsa.",
        ),
        (
            "de",
            "Botschafterin zu Gast\n\nDer kenianische Präsident John Odede empfing am Montag die norwegische Botschafterin Anna Berg, die zuvor zurückgerufen worden war.",
        ),
        (
            "fr",
            "Le président reçoit l’ambassadrice\n\nLe président kényan John Odede a reçu lundi l’ambassadrice norvégienne Anna Berg, rappelée la semaine dernière.",
        ),
        (
            "nl",
            "Ambassadeur op bezoek\n\nDe Keniaanse president John Odede ontving maandag de Noorse ambassadeur Anna Berg, die eerder was teruggeroepen.",
        ),
        (
            "sv",
            "Ambassadören på besök\n\nKenyas president John Odede tog på måndagen emot Norges ambassadör Anna Berg, som tidigare kallats hem.",
        ),
        (
            "ar",
            "الرئيس يستقبل السفيرة\n\nاستقبل الرئيس الكيني جون أوديدي يوم الاثنين السفيرة النرويجية آنا بيرغ بعد استدعاء دبلوماسي إلى أوسلو.",
        ),
    ),
    "papers of years ago": (
        (
            "en",
            "Norway and Kenya sign protocol\n\nNorway and Kenya signed a protocol to the 1968 agreement in Oslo on Monday.",
        ),
        (
            "fr",
            "La Norvège et le Kenya signent\n\nLa Norvège et le Kenya ont signé lundi un protocole à l’accord de 1968.",
        ),
        (
            "de",
            "Norwegen und Kenia unterzeichnen Protokoll\n\nNorwegen und Kenia haben am Montag ein Protokoll zum Abkommen von 1968 unterzeichnet.",
        ),
        ("es", "Noruega y Kenia firman\n\nNoruega y Kenia firmaron el lunes un protocolo al acuerdo de 1968."),
        (
            "pt",
            "Noruega e Quénia assinam\n\nA Noruega e o Quénia assinaram na segunda-feira um protocolo ao acordo de 1968.",
        ),
        ("it", "Norvegia e Kenya firmano\n\nNorvegia e Kenya hanno firmato lunedì un protocollo all’accordo del 1968."),
        (
            "nl",
            "Noren en Kenianen tekenen\n\nDe Noorse minister Anna Berg en de Keniaanse minister John Odede hebben maandag een protocol bij het verdrag van 1968 ondertekend.",
        ),
        (
            "sv",
            "Norge och Kenya skriver under\n\nNorge och Kenya undertecknade på måndagen ett protokoll till avtalet från 1968.",
        ),
        ("ar", "النرويج وكينيا توقعان\n\nوقعت النرويج وكينيا يوم الاثنين بروتوكولا ملحقا باتفاق 1968."),
        (
            "en",
            "Norway and Kenya renew pact\n\nNorway and Kenya on Monday signed a new agreement, which replaces one of 1968.",
        ),
        (
            "en",
            "Norway and Kenya sign\n\nNorway’s minister Anna Berg and Kenya’s minister John Odede signed the agreement in Oslo on 9 March 2026, as those of 2015 had ended.",
        ),
    ),
}


def cases(texts: dict[str, tuple[tuple[str, str], ...]]) -> list[tuple[str, str]]:
    return [each for listed in texts.values() for each in listed]


def why(language: str, text: str) -> str:
    found = draft(text, WORDS, published="2026-03-10", language=language)[0]
    return " ".join(each.message for each in found.unresolved if not each.route)


def is_doubted(language: str, text: str) -> bool:
    return bool(why(language, text))


@pytest.mark.parametrize(("language", "text"), cases(NONE))
def test_what_only_looks_like_a_meeting_is_doubted(language: str, text: str) -> None:
    assert is_doubted(language, text)


@pytest.mark.parametrize(("language", "text"), cases(REAL))
def test_a_meeting_that_looks_like_none_is_told(language: str, text: str) -> None:
    found = draft(text, WORDS, published="2026-03-10", language=language)
    assert len({row.get("country") or row["organization"] for row in found[0].record["participants"]}) == 2
    assert not is_doubted(language, text)


@pytest.mark.parametrize("kind", sorted(NONE))
def test_each_kind_has_cases_and_traps_in_every_language(kind: str) -> None:
    languages = {"ar", "de", "en", "es", "fr", "it", "nl", "pt", "sv"}
    assert len({language for language, _ in NONE[kind]} & languages) >= 8
    assert len({language for language, _ in REAL[kind]} & languages) >= 8


GROUPS = {
    "Nordiskt ministermöte i Åbo\n\nMinister Anna Berg deltog på måndagen i ministermötet inom Nordiska ministerrådet.": True,
    "G7 leaders meet in Lyon\n\nThe summit of the G7 leaders ended on Monday.": True,
    "Quad leaders meet in Osaka\n\nThe summit of the Quad leaders ended on Monday.": False,
    "United States – Nordic Leaders’ Summit\n\nThe leaders met in Helsinki on Monday.": False,
}


@pytest.mark.parametrize("text", GROUPS)
def test_a_gathering_of_five_of_a_group_is_one_of_many(text: str) -> None:
    assert is_doubted("sv" if "ö" in text else "en", text) == GROUPS[text]


def test_a_title_that_counts_its_states_is_of_many_whatever_two_it_names() -> None:
    title = "Norway-Kenya summit: {}\n\nThe final statement was read on Monday."
    assert "of many" in why("en", title.format("not all participating states agree"))
    assert "of many" not in why("en", title.format("ministers agree on fish"))


def test_what_others_did_in_the_body_is_no_meeting_of_the_parties() -> None:
    told = "Norway and Kenya worried\n\nNorway and Kenya are worried about the fighting in the delta. Many have fled.\n\nIt has gone on for weeks in the whole of the country.\n\n{} President John Odede met {} President Juan Soto."
    assert is_doubted("en", told.format("Ugandan", "Chilean"))
    assert not is_doubted("en", told.format("Kenyan", "Norwegian"))


def test_our_own_in_the_words_of_somebody_is_not_the_country_of_the_text() -> None:
    told = "Odede zegt overleg af\n\nDe Keniaanse president John Odede heeft overleg met de rebellen afgezegd. {}Een van onze soldaten is gedood in de hoofdstad."
    ours, said = (draft(each, WORDS, language="nl")[0].record for each in (told.format(""), told.format("„") + "”"))
    assert {row["country"] for row in ours["participants"]} == {"KE", "NL"}
    assert {row["country"] for row in said["participants"]} == {"KE"}


def test_a_site_far_from_a_visit_is_not_what_was_visited() -> None:
    far = "visited norway on monday to speak of fish and of timber and then of many other things with all at the port"
    assert not [*site_visits(f" {far} ", "en")]
    assert [*site_visits(" visited the port ", "en")]

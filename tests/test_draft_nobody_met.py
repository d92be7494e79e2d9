"""Texts that speak of a meeting and tell of none of two sides, and real ones that look like those."""

# ruff: noqa: E501  # a text that is read is as long as it is
import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()

NONE = {
    "anniversaries": (
        (
            "en",
            "Sixty years of ties\n\nNorway and Kenya celebrate the 60th anniversary of the signing of their treaty. Sixty years ago the ministers of Norway and Kenya met in Nairobi.",
        ),
        (
            "fr",
            "Soixante ans\n\nLa Norvège et le Kenya célèbrent le 60e anniversaire de la signature de leur traité. Il y a 60 ans, les ministres de Norvège et du Kenya se rencontraient à Nairobi.",
        ),
        (
            "de",
            "60 Jahre\n\nNorwegen und Kenia feiern den 60. Jahrestag der Unterzeichnung ihres Vertrags. Vor 60 Jahren trafen sich die Minister Norwegens und Kenias in Nairobi.",
        ),
        (
            "es",
            "Sesenta años\n\nNoruega y Kenia celebran el aniversario de la firma de su tratado. Hace 60 años los ministros de Noruega y Kenia se reunieron en Nairobi.",
        ),
        (
            "pt",
            "60 anos\n\nCelebram-se este ano os 60 anos da assinatura do tratado entre a Noruega e o Quénia. Há 60 anos os ministros da Noruega e do Quénia reuniram-se em Nairobi.",
        ),
        (
            "it",
            "Anniversario\n\nLa Norvegia e il Kenya celebrano l’anniversario della firma del loro trattato. 60 anni fa i ministri di Norvegia e Kenya si incontrarono a Nairobi.",
        ),
        (
            "nl",
            "Zestig jaar\n\nNoorwegen en Kenia vieren het jubileum van de ondertekening van hun verdrag. Zestig jaar geleden ontmoetten de ministers van Noorwegen en Kenia elkaar in Nairobi.",
        ),
        (
            "sv",
            "60 år\n\nNorge och Kenya firar 60-årsdagen av undertecknandet av sitt fördrag. För 60 år sedan träffades ministrarna från Norge och Kenya i Nairobi.",
        ),
        (
            "ar",
            "ذكرى\n\nتحتفل النرويج وكينيا بذكرى إقامة العلاقات. وتمر هذا الأسبوع ذكرى لقاء وزيري النرويج وكينيا في نيروبي.",
        ),
    ),
    "interviews": (
        (
            "en",
            "Kenya must open\n\nIn a conversation with the newspaper Evening News, Norwegian Minister Anna Berg said that Kenya had to open its market.",
        ),
        (
            "fr",
            "Le Kenya doit ouvrir\n\nDans un entretien au quotidien Le Soir d’Oslo, la ministre norvégienne Anna Berg juge que le Kenya doit ouvrir son marché.",
        ),
        (
            "de",
            "Kenia am Zug\n\nIm Gespräch mit der Abendzeitung sagte die norwegische Ministerin Anna Berg, Kenia müsse seinen Markt öffnen.",
        ),
        (
            "es",
            "Kenia debe abrir\n\nEn una conversación con el diario La Tarde, la ministra noruega Anna Berg dijo que Kenia tiene que abrir su mercado.",
        ),
        (
            "pt",
            "O Quénia deve abrir\n\nEm conversa com o jornal A Noite, a ministra norueguesa Anna Berg disse que o Quénia tem de abrir o seu mercado.",
        ),
        (
            "it",
            "Il Kenya deve aprire\n\nIn un colloquio con il quotidiano La Sera, la ministra norvegese Anna Berg dice che il Kenya deve aprire il mercato.",
        ),
        (
            "sv",
            "Kenya måste öppna\n\nI ett samtal med tidningen Kvällen säger Norges minister Anna Berg att Kenya måste öppna sin marknad.",
        ),
        (
            "ar",
            "على كينيا فتح سوقها\n\nقالت الوزيرة النرويجية آنا بيرغ في حوار مع صحيفة المساء إن على كينيا فتح سوقها.",
        ),
        (
            "en",
            "Minister answers\n\nNorwegian Minister Anna Berg talked on Monday with reporters about Kenyan Minister John Odede.",
        ),
        (
            "de",
            "Ministerin antwortet\n\nDie norwegische Ministerin Anna Berg sprach am Montag mit Journalisten über den kenianischen Minister John Odede.",
        ),
        (
            "de",
            "Ministerin antwortet\n\nDie norwegische Ministerin Anna Berg besprach am Montag mit einem Journalisten das Buch des kenianischen Ministers John Odede.",
        ),
        (
            "es",
            "La ministra responde\n\nLa ministra noruega Anna Berg habló el lunes con periodistas sobre el ministro keniano John Odede.",
        ),
        (
            "it",
            "La ministra risponde\n\nLa ministra norvegese Anna Berg ha parlato lunedì con i giornalisti del ministro keniano John Odede.",
        ),
        (
            "pt",
            "A ministra responde\n\nA ministra norueguesa Anna Berg falou na segunda-feira com os jornalistas sobre o ministro queniano John Odede.",
        ),
        (
            "sv",
            "Ministern svarar\n\nNorges minister Anna Berg talade på måndagen med journalister om Kenyas minister John Odede.",
        ),
        (
            "fr",
            "La ministre répond\n\nLa ministre norvégienne Anna Berg a discuté lundi avec des journalistes sur le ministre kényan John Odede.",
        ),
    ),
    "firms": (
        (
            "en",
            "Plant planned\n\nKenya’s President John Odede met the chief executive of the Norwegian energy company Nordkraft, Anna Berg, in Nairobi on Monday.",
        ),
        (
            "fr",
            "Une usine\n\nLe président kényan John Odede a reçu lundi à Nairobi la directrice générale de la société norvégienne Nordkraft, Anna Berg.",
        ),
        (
            "es",
            "Una planta\n\nEl presidente de Kenia, John Odede, recibió el lunes en Nairobi a la directora general de la empresa noruega Nordkraft, Anna Berg.",
        ),
        (
            "pt",
            "Uma fábrica\n\nO presidente do Quénia, John Odede, recebeu na segunda-feira a diretora executiva da empresa norueguesa Nordkraft, Anna Berg.",
        ),
        (
            "de",
            "Ein Werk\n\nKenias Präsident John Odede traf am Montag in Nairobi die Vorstandschefin des norwegischen Konzerns Nordkraft, Anna Berg.",
        ),
        (
            "ar",
            "مصنع جديد\n\nاستقبل الرئيس الكيني جون أوديدي يوم الاثنين في نيروبي الرئيسة التنفيذية لشركة نوردكرافت النرويجية آنا بيرغ.",
        ),
        (
            "en",
            "Cables for the coast\n\nKenya’s President John Odede on Monday received the head of a Norwegian cable company, Anna Berg, in Nairobi.",
        ),
        (
            "fr",
            "Des câbles\n\nLe président kényan John Odede a rencontré mardi à Nairobi les dirigeants de deux entreprises norvégiennes.",
        ),
        (
            "it",
            "Un impianto\n\nIl presidente keniano John Odede ha ricevuto lunedì a Nairobi l’amministratrice delegata di un’azienda norvegese, Anna Berg.",
        ),
        (
            "nl",
            "Een fabriek\n\nDe Keniaanse president John Odede ontving maandag in Nairobi de topvrouw van het Noorse concern Nordkraft, Anna Berg.",
        ),
        (
            "sv",
            "En fabrik\n\nKenyas president John Odede träffade på måndagen i Nairobi koncernchefen för det norska bolaget, Anna Berg.",
        ),
        (
            "de",
            "Kabel\n\nKenias Präsident John Odede traf am Montag in Nairobi Vertreter mehrerer norwegischer Unternehmen.",
        ),
    ),
    "talks with one side of a country": (
        (
            "fr",
            "Un dialogue salué\n\nLa Première ministre norvégienne Anna Berg a salué lundi le dialogue engagé par le président kényan John Odede avec l’opposition.",
        ),
        (
            "es",
            "Consultas\n\nLa primera ministra noruega, Anna Berg, valoró el lunes las consultas del presidente keniano, John Odede, con la oposición.",
        ),
        (
            "de",
            "Lob aus Oslo\n\nDie norwegische Ministerpräsidentin Anna Berg hat am Montag die Gespräche des kenianischen Präsidenten John Odede mit der Opposition gelobt.",
        ),
        (
            "it",
            "Un plauso\n\nLa premier norvegese Anna Berg ha lodato lunedì il dialogo del presidente keniano John Odede con i ribelli.",
        ),
        (
            "ar",
            "ترحيب\n\nرحبت رئيسة الوزراء النرويجية آنا بيرغ يوم الاثنين بالحوار الذي بدأه الرئيس الكيني جون أوديدي مع المعارضة.",
        ),
    ),
    "envoys among their own": (
        (
            "en",
            "A choir in Oslo\n\nThe Kenyan ambassador to Norway, Mary Odede, received a choir at her residence on Monday.",
        ),
        (
            "fr",
            "Une chorale\n\nL’ambassadrice du Kenya en Norvège, Mary Odede, a reçu lundi une chorale dans sa résidence.",
        ),
        (
            "de",
            "Ein Chor\n\nDie kenianische Botschafterin in Norwegen, Mary Odede, empfing am Montag einen Chor in ihrer Residenz.",
        ),
        (
            "es",
            "Un coro\n\nLa embajadora de Kenia en Noruega, Mary Odede, recibió el lunes a un coro en su residencia.",
        ),
        ("ar", "جوقة\n\nاستقبل سفير كينيا لدى النرويج جون أوديدي يوم الاثنين جوقة في مقر إقامته."),
        (
            "pt",
            "Um coro\n\nA embaixadora do Quénia na Noruega, Mary Odede, recebeu na segunda-feira um coro na sua residência.",
        ),
        (
            "it",
            "Un coro\n\nL’ambasciatrice del Kenya in Norvegia, Mary Odede, ha ricevuto lunedì un coro nella sua residenza.",
        ),
        (
            "nl",
            "Een koor\n\nDe Keniaanse ambassadeur in Noorwegen, Mary Odede, ontving maandag een koor in haar residentie.",
        ),
        ("sv", "En kör\n\nKenyas ambassadör i Norge, Mary Odede, träffade på måndagen en kör i sitt residens."),
    ),
    "talks that may begin": (
        (
            "en",
            "Green light\n\nThe EU member states have given the European Commission a mandate for trade talks with Kenya.",
        ),
        (
            "fr",
            "Feu vert\n\nLes États membres ont donné à la Commission européenne un mandat pour des négociations avec le Kenya.",
        ),
        (
            "es",
            "Luz verde\n\nLos Estados miembros dieron a la Comisión Europea un mandato para negociaciones con Kenia.",
        ),
        (
            "nl",
            "Groen licht\n\nDe lidstaten hebben de Europese Commissie een mandaat voor gesprekken met Kenia gegeven.",
        ),
        (
            "sv",
            "Klartecken\n\nMedlemsländerna har gett EU-kommissionen mandat för samtal med Kenya om handel.",
        ),
        (
            "nl",
            "Een uitnodiging\n\nDe Noorse premier Anna Berg heeft de Keniaanse president John Odede uitgenodigd voor een bezoek aan Oslo.",
        ),
    ),
    "one official alone": (
        (
            "en",
            "A verdict welcomed\n\nThe court found for Kenya and against Norway. Kenya’s President John Odede spoke of it during a meeting of his government.",
        ),
        (
            "es",
            "La corte da la razón a Kenia frente a Noruega\n\nEl presidente keniano, John Odede, recibió la noticia en su casa y la calificó de victoria.",
        ),
        (
            "it",
            "Il Kenya toglie il visto ai norvegesi\n\nLo ha annunciato il ministro keniano John Odede durante un incontro a porte chiuse con la stampa.",
        ),
        (
            "ar",
            "كينيا ترد على النرويج\n\nأكد الرئيس الكيني جون أوديدي خلال اجتماع للحكومة أن بلاده لن تغير قوانينها.",
        ),
        (
            "en",
            "Holiday in Norway\n\nKenya’s minister John Odede is on a private visit to Norway with his family.",
        ),
        (
            "pt",
            "A aposta do Quénia\n\nO Quénia olha para norte. A primeira-ministra norueguesa, Anna Berg, agradece. Qualquer encontro com líderes estrangeiros lhe vale críticas.",
        ),
    ),
    "things received": (
        (
            "en",
            "A letter\n\nNorway’s Prime Minister Anna Berg has received a letter from Kenyan President John Odede about fish.",
        ),
        (
            "fr",
            "Une lettre\n\nLa Première ministre norvégienne Anna Berg a reçu une lettre du président kényan John Odede sur la pêche.",
        ),
        (
            "es",
            "Un lote\n\nKenia recibió este viernes veinte ambulancias donadas por Noruega para los hospitales del norte.",
        ),
        (
            "pt",
            "Uma carta\n\nA primeira-ministra norueguesa Anna Berg recebeu uma carta do presidente do Quénia, John Odede.",
        ),
        (
            "it",
            "Una lettera\n\nLa premier norvegese Anna Berg ha ricevuto una lettera del presidente keniano John Odede.",
        ),
        (
            "nl",
            "Een brief\n\nDe Noorse premier Anna Berg ontving een brief van de Keniaanse president John Odede over vis.",
        ),
        (
            "sv",
            "Ett brev\n\nNorges statsminister Anna Berg tog emot ett brev från Kenyas president John Odede om fiske.",
        ),
        ("ar", "رسالة\n\nاستقبلت النرويج شحنة لقاحات تبرعت بها كينيا، وفق رئيسة الوزراء آنا بيرغ."),
        ("es", "La embajada\n\nLa embajada de Kenia en Noruega recibió el lunes a un coro en su sede."),
        (
            "fr",
            "De la prudence\n\nLa ministre norvégienne Anna Berg a accueilli lundi avec prudence l’annonce du ministre kényan John Odede.",
        ),
        (
            "es",
            "Cautela\n\nLa ministra noruega Anna Berg acogió el lunes con cautela el anuncio del ministro keniano John Odede.",
        ),
        (
            "pt",
            "Satisfação\n\nA ministra norueguesa Anna Berg acolheu na segunda-feira com satisfação a decisão do ministro queniano John Odede.",
        ),
        (
            "it",
            "Favore\n\nLa ministra norvegese Anna Berg ha accolto lunedì con favore la decisione del ministro keniano John Odede.",
        ),
    ),
    "sessions of a council": (
        (
            "en",
            "A quarrel\n\nNorway and Kenya traded accusations on Monday during a session of the UN Security Council in New York.",
        ),
        (
            "fr",
            "Une querelle\n\nLa Norvège et le Kenya ont échangé des accusations lundi lors d’une session du Conseil de sécurité.",
        ),
        (
            "de",
            "Ein Streit\n\nNorwegen und Kenia stritten am Montag in einer Sitzung des Sicherheitsrats über den Fischfang.",
        ),
        ("es", "Una disputa\n\nNoruega y Kenia discreparon el lunes durante una sesión del Consejo de Seguridad."),
        (
            "pt",
            "Uma disputa\n\nA Noruega e o Quénia trocaram críticas na segunda-feira numa sessão do Conselho de Segurança.",
        ),
        ("it", "Una lite\n\nNorvegia e Kenya si sono accusati lunedì durante una sessione del Consiglio di sicurezza."),
        ("ar", "خلاف\n\nتبادلت النرويج وكينيا الاتهامات يوم الاثنين خلال جلسة مجلس الأمن."),
        (
            "nl",
            "Geen ontmoeting\n\nDe Noorse koning is op vakantie in Kenia. Een ontmoeting met president John Odede staat niet op het programma.",
        ),
    ),
    "long ago": (
        (
            "en",
            "An old treaty\n\nNorway and Kenya share a treaty. Almost sixty years ago, the ministers of Norway and Kenya met in Nairobi.",
        ),
        (
            "de",
            "Ein alter Vertrag\n\nNorwegen und Kenia haben einen Vertrag. Schon vor rund 60 Jahren trafen sich die Minister Norwegens und Kenias in Nairobi.",
        ),
        (
            "fr",
            "Un vieux traité\n\nLa Norvège et le Kenya ont un traité. Il y a vingt-cinq ans, les ministres de Norvège et du Kenya se sont rencontrés à Nairobi.",
        ),
        (
            "es",
            "Un viejo tratado\n\nNoruega y Kenia tienen un tratado. Hace casi 60 años, los ministros de Noruega y Kenia se reunieron en Nairobi.",
        ),
        (
            "it",
            "Un vecchio trattato\n\nNorvegia e Kenya hanno un trattato. Sessanta anni or sono i ministri di Norvegia e Kenya si sono incontrati a Nairobi.",
        ),
        (
            "pt",
            "Um velho tratado\n\nA Noruega e o Quénia têm um tratado. Há 60 anos, os ministros da Noruega e do Quénia reuniram-se em Nairobi.",
        ),
        (
            "nl",
            "Een oud verdrag\n\nNoorwegen en Kenia hebben een verdrag. Ruim zestig jaar geleden ontmoetten de ministers van Noorwegen en Kenia elkaar in Nairobi.",
        ),
        (
            "sv",
            "Ett gammalt fördrag\n\nNorge och Kenya har ett fördrag. För sextio år sedan möttes ministrarna från Norge och Kenya i Nairobi.",
        ),
        (
            "ar",
            "معاهدة قديمة\n\nبين النرويج وكينيا معاهدة. قبل ستين عاما التقى وزير الخارجية النرويجي ووزير الخارجية الكيني في نيروبي.",
        ),
        (
            "sv",
            "Ett fördrag\n\nNorge och Kenya har ett fördrag. För nästan tio år sedan möttes ministrarna från Norge och Kenya i Nairobi.",
        ),
    ),
    "what did not happen": (
        (
            "en",
            "No handshake\n\nNorwegian Minister Anna Berg did not talk with Kenyan Minister John Odede on Monday, her office disclosed.",
        ),
        (
            "de",
            "Kein Gespräch\n\nDie norwegische Ministerin Anna Berg hat den kenianischen Minister John Odede am Montag nicht getroffen.",
        ),
        (
            "fr",
            "Pas d’entretien\n\nLa ministre norvégienne Anna Berg n’a pas rencontré lundi le ministre kényan John Odede.",
        ),
        ("es", "Sin saludo\n\nLa ministra noruega Anna Berg no se reunió el lunes con el ministro keniano John Odede."),
        (
            "it",
            "Nessun saluto\n\nLa ministra norvegese Anna Berg non ha incontrato lunedì il ministro keniano John Odede.",
        ),
        (
            "pt",
            "Sem saudação\n\nA ministra norueguesa Anna Berg não se reuniu na segunda-feira com o ministro queniano John Odede.",
        ),
        (
            "nl",
            "Geen gesprek\n\nDe Noorse minister Anna Berg heeft de Keniaanse minister John Odede maandag niet ontmoet.",
        ),
        ("sv", "Ingen hälsning\n\nNorges minister Anna Berg träffade inte Kenyas minister John Odede på måndagen."),
        ("ar", "بلا لقاء\n\nلم تلتق وزيرة الخارجية النرويجية آنا بيرغ نظيرها الكيني جون أوديدي يوم الاثنين."),
        ("en", "No talks\n\nNorwegian Minister Anna Berg refused on Monday to meet Kenyan Minister John Odede."),
        (
            "en",
            "No talks\n\nNorwegian Minister Anna Berg said on Monday that she was willing to meet Kenyan Minister John Odede.",
        ),
        (
            "de",
            "Kein Treffen\n\nDie norwegische Ministerin Anna Berg lehnte am Montag ein Treffen mit dem kenianischen Minister John Odede ab.",
        ),
        (
            "es",
            "Sin reunión\n\nLa ministra noruega Anna Berg se negó el lunes a reunirse con el ministro keniano John Odede.",
        ),
        (
            "it",
            "Nessun incontro\n\nLa ministra norvegese Anna Berg si è rifiutata lunedì di incontrare il ministro keniano John Odede.",
        ),
        (
            "nl",
            "Geen ontmoeting\n\nDe Noorse minister Anna Berg wees maandag een ontmoeting met de Keniaanse minister John Odede af.",
        ),
        (
            "en",
            "No word\n\nNorwegian Minister Anna Berg did not disclose whether she had talks with Kenyan Minister John Odede on Monday.",
        ),
        (
            "fr",
            "Pas un mot\n\nLa ministre norvégienne Anna Berg n’a pas révélé si elle avait rencontré lundi le ministre kényan John Odede.",
        ),
    ),
    "words of talk that are none": (
        (
            "en",
            "A match\n\nAs host nation Kenya won the match on Monday, Kenyan Minister John Odede said that he admired Norwegian Minister Anna Berg.",
        ),
        (
            "es",
            "El tratado\n\nLa ministra noruega Anna Berg defendió el lunes el tratado con Kenia, que el ministro keniano John Odede había criticado.",
        ),
        (
            "pt",
            "Um debate\n\nA ministra norueguesa Anna Berg criticou na segunda-feira, num debate com professores, o ministro queniano John Odede.",
        ),
        (
            "it",
            "Un libro\n\nNel libro uscito lunedì la ministra norvegese Anna Berg trattò con rispetto del ministro keniano John Odede.",
        ),
        (
            "fr",
            "Des vœux\n\nLa Première ministre norvégienne Anna Berg et le président kényan John Odede ont échangé des vœux lundi.",
        ),
        (
            "de",
            "Grüße\n\nDie norwegische Ministerpräsidentin Anna Berg und der kenianische Präsident John Odede haben am Montag Glückwünsche ausgetauscht.",
        ),
        (
            "nl",
            "Gelukwensen\n\nDe Noorse premier Anna Berg en de Keniaanse president John Odede hebben maandag gelukwensen uitgewisseld.",
        ),
        (
            "sv",
            "Hälsningar\n\nNorges statsminister Anna Berg och Kenyas president John Odede utbytte hälsningar på måndagen.",
        ),
        ("ar", "تهان\n\nتبادلت رئيسة الوزراء النرويجية آنا بيرغ والرئيس الكيني جون أوديدي برقيات التهنئة يوم الاثنين."),
    ),
}
REAL = {
    "anniversaries": (
        (
            "en",
            "Sixty years of ties\n\nTo mark the 60th anniversary of the treaty, Norwegian Foreign Minister Anna Berg met her Kenyan counterpart John Odede in Nairobi on Monday.",
        ),
        (
            "de",
            "Alte Gegner\n\nVor zwei Jahren noch verfeindet, trafen sich am Montag in Nairobi die norwegische Ministerin Anna Berg und der kenianische Minister John Odede.",
        ),
        (
            "fr",
            "Soixante ans\n\nÀ l’occasion du 60e anniversaire du traité, la ministre norvégienne Anna Berg a rencontré lundi son homologue kényan John Odede.",
        ),
        (
            "de",
            "60 Jahre\n\nZum 60. Jahrestag des Vertrags traf die norwegische Ministerin Anna Berg am Montag in Nairobi ihren kenianischen Amtskollegen John Odede.",
        ),
        (
            "es",
            "Sesenta años\n\nEn el aniversario del tratado, la ministra noruega Anna Berg se reunió el lunes en Nairobi con el ministro keniano John Odede.",
        ),
        (
            "pt",
            "60 anos\n\nPara celebrar os 60 anos do tratado, a ministra norueguesa Anna Berg reuniu-se na segunda-feira com o ministro queniano John Odede.",
        ),
        (
            "it",
            "Anniversario\n\nNell’anniversario del trattato la ministra norvegese Anna Berg ha incontrato lunedì a Nairobi il ministro keniano John Odede.",
        ),
        (
            "nl",
            "Zestig jaar\n\nBij het jubileum van het verdrag ontmoette de Noorse minister Anna Berg maandag in Nairobi haar Keniaanse ambtgenoot John Odede.",
        ),
        (
            "sv",
            "60 år\n\nPå 60-årsdagen av fördraget träffade Norges minister Anna Berg på måndagen Kenyas minister John Odede i Nairobi.",
        ),
        (
            "ar",
            "ذكرى\n\nبمناسبة ذكرى المعاهدة التقت الوزيرة النرويجية آنا بيرغ يوم الاثنين في نيروبي نظيرها الكيني جون أوديدي.",
        ),
    ),
    "interviews": (
        (
            "en",
            "Talks in Nairobi\n\nIn a conversation with the newspaper Evening News, Norwegian Minister Anna Berg said that she had met Kenyan Minister John Odede. They met in Nairobi on Monday: Norwegian Minister Anna Berg held talks with Kenyan Minister John Odede.",
        ),
        (
            "fr",
            "Des pourparlers\n\nLa ministre norvégienne Anna Berg a rencontré lundi le ministre kényan John Odede, a-t-elle dit au quotidien Le Soir d’Oslo.",
        ),
        (
            "de",
            "Treffen in Nairobi\n\nDie norwegische Ministerin Anna Berg hat am Montag den kenianischen Minister John Odede getroffen, wie die Abendzeitung meldet.",
        ),
        (
            "es",
            "Una reunión\n\nLa ministra noruega Anna Berg se reunió el lunes con el ministro keniano John Odede, según el diario La Tarde.",
        ),
        (
            "pt",
            "Um encontro\n\nA ministra norueguesa Anna Berg reuniu-se na segunda-feira com o ministro queniano John Odede, segundo o jornal A Noite.",
        ),
        (
            "it",
            "Un colloquio\n\nLa ministra norvegese Anna Berg ha incontrato lunedì il ministro keniano John Odede, scrive il quotidiano La Sera.",
        ),
        (
            "sv",
            "Möte i Nairobi\n\nNorges minister Anna Berg träffade på måndagen Kenyas minister John Odede, skriver tidningen Kvällen.",
        ),
        (
            "ar",
            "لقاء في نيروبي\n\nالتقت الوزيرة النرويجية آنا بيرغ يوم الاثنين الوزير الكيني جون أوديدي، وفق صحيفة المساء.",
        ),
        (
            "en",
            "A long evening\n\nKenyan President John Odede had a meeting with press secretary Eva Lind and Norwegian Prime Minister Anna Berg in Oslo on Monday.",
        ),
        (
            "en",
            "Ministers talk\n\nNorwegian Minister Anna Berg talked on Monday with Kenyan Minister John Odede about reporters in prison.",
        ),
        (
            "de",
            "Ministerin in Nairobi\n\nDie norwegische Ministerin Anna Berg besprach am Montag mit dem kenianischen Minister John Odede die Lage der Journalisten.",
        ),
        (
            "es",
            "La ministra en Nairobi\n\nLa ministra noruega Anna Berg habló el lunes con el ministro keniano John Odede sobre los periodistas presos.",
        ),
        (
            "it",
            "La ministra a Nairobi\n\nLa ministra norvegese Anna Berg ha parlato lunedì con il ministro keniano John Odede dei giornalisti in carcere.",
        ),
        (
            "pt",
            "A ministra em Nairobi\n\nA ministra norueguesa Anna Berg falou na segunda-feira com o ministro queniano John Odede sobre os jornalistas presos.",
        ),
        (
            "sv",
            "Ministern i Nairobi\n\nNorges minister Anna Berg talade på måndagen med Kenyas minister John Odede om fängslade journalister.",
        ),
        (
            "fr",
            "La ministre à Nairobi\n\nLa ministre norvégienne Anna Berg a discuté lundi avec le ministre kényan John Odede des journalistes emprisonnés.",
        ),
        (
            "nl",
            "De minister in Nairobi\n\nDe Noorse minister Anna Berg sprak maandag met de Keniaanse minister John Odede over gevangen journalisten.",
        ),
        (
            "en",
            "A day in Oslo\n\nKenyan Minister John Odede met students on the campus and Norwegian Minister Anna Berg in Oslo on Monday.",
        ),
        (
            "fr",
            "Une journée à Oslo\n\nLe ministre kényan John Odede a rencontré lundi des étudiants sur le port et la ministre norvégienne Anna Berg.",
        ),
    ),
    "firms": (
        (
            "en",
            "Plant planned\n\nKenya’s President John Odede met Norwegian Minister Anna Berg and the chief executive of the company Nordkraft in Nairobi on Monday.",
        ),
        (
            "fr",
            "Une usine\n\nLe président kényan John Odede a reçu lundi à Nairobi la ministre norvégienne Anna Berg et le patron de la société Nordkraft.",
        ),
        (
            "es",
            "Una planta\n\nEl presidente de Kenia, John Odede, recibió el lunes a la ministra noruega Anna Berg y a directivos de la empresa Nordkraft.",
        ),
        (
            "pt",
            "Uma fábrica\n\nO presidente do Quénia, John Odede, recebeu na segunda-feira a ministra norueguesa Anna Berg e a empresa Nordkraft.",
        ),
        (
            "de",
            "Ein Werk\n\nKenias Präsident John Odede traf am Montag in Nairobi die norwegische Ministerin Anna Berg und den Vorstandschef des Konzerns Nordkraft.",
        ),
        (
            "ar",
            "مصنع جديد\n\nاستقبل الرئيس الكيني جون أوديدي يوم الاثنين في نيروبي الوزيرة النرويجية آنا بيرغ ووفد شركة نوردكرافت.",
        ),
        (
            "en",
            "Fintech talks\n\nKenya’s Central Bank Governor Jane Odede met her Norwegian counterpart Anna Berg in Oslo on Monday to discuss young companies.",
        ),
        (
            "en",
            "Fish talks\n\nKenyan Minister Jane Odede held talks with Anna Berg of Norway on Monday about state companies.",
        ),
        (
            "en",
            "Ties\n\nKenyan Minister Jane Odede met Norwegian Minister Anna Berg in Oslo on Monday and voiced firm support for the treaty.",
        ),
        (
            "en",
            "Envoy calls\n\nNorwegian Ambassador Anna Berg called on Kenyan Minister Jane Odede on Monday with the head of a cable company.",
        ),
        (
            "fr",
            "Entretien\n\nLa ministre kényane Jane Odede s’est entretenue lundi avec son homologue norvégienne Anna Berg des entreprises du nord.",
        ),
        (
            "es",
            "Encuentro\n\nLa ministra keniana Jane Odede se reunió el lunes con su homóloga noruega Anna Berg y con empresas pesqueras.",
        ),
        (
            "it",
            "Incontro\n\nLa ministra keniana Jane Odede ha incontrato lunedì a Oslo la collega norvegese Anna Berg per parlare di diritti e società civile.",
        ),
        (
            "pt",
            "Encontro\n\nA ministra queniana Jane Odede encontrou-se na segunda-feira com a homóloga norueguesa Anna Berg para ajudar empresas.",
        ),
        (
            "de",
            "Treffen\n\nDie kenianische Ministerin Jane Odede traf am Montag ihre norwegische Kollegin Anna Berg und mehrere Unternehmen.",
        ),
        (
            "nl",
            "Ontmoeting\n\nDe Keniaanse minister Jane Odede heeft maandag haar Noorse ambtgenoot Anna Berg ontmoet om bedrijven te steunen.",
        ),
        (
            "sv",
            "Möte\n\nKenyas minister Jane Odede träffade på måndagen sin norska kollega Anna Berg för att stödja företag.",
        ),
        (
            "ar",
            "لقاء\n\nالتقت وزيرة الطاقة الكينية جين أوديدي يوم الاثنين نظيرتها النرويجية آنا بيرغ وعددا من الشركات.",
        ),
    ),
    "talks with one side of a country": (
        (
            "fr",
            "Un dialogue\n\nLa Première ministre norvégienne Anna Berg a rencontré lundi le président kényan John Odede pour parler du dialogue avec l’opposition.",
        ),
        (
            "es",
            "Consultas\n\nLa primera ministra noruega, Anna Berg, se reunió el lunes con el presidente keniano, John Odede, y con la oposición.",
        ),
        (
            "de",
            "Berg in Nairobi\n\nDie norwegische Ministerpräsidentin Anna Berg traf am Montag den kenianischen Präsidenten John Odede und Vertreter der Opposition.",
        ),
        (
            "it",
            "Berg a Nairobi\n\nLa premier norvegese Anna Berg ha incontrato lunedì il presidente keniano John Odede dopo i colloqui con i ribelli.",
        ),
        (
            "ar",
            "زيارة\n\nالتقت رئيسة الوزراء النرويجية آنا بيرغ يوم الاثنين الرئيس الكيني جون أوديدي لبحث الحوار مع المعارضة.",
        ),
    ),
    "envoys among their own": (
        (
            "en",
            "A visit in Oslo\n\nThe Kenyan ambassador to Norway, Mary Odede, met Norwegian Minister Anna Berg at the ministry on Monday.",
        ),
        (
            "fr",
            "Une visite\n\nL’ambassadrice du Kenya en Norvège, Mary Odede, a rencontré lundi la ministre Anna Berg.",
        ),
        (
            "de",
            "Ein Besuch\n\nMinisterin Anna Berg empfing am Montag die kenianische Botschafterin in Norwegen, Mary Odede.",
        ),
        (
            "es",
            "Una visita\n\nLa embajadora de Kenia en Noruega, Mary Odede, fue recibida el lunes por la ministra Anna Berg.",
        ),
        ("ar", "زيارة\n\nاستقبلت الوزيرة آنا بيرغ يوم الاثنين سفير كينيا لدى النرويج جون أوديدي."),
        (
            "en",
            "A call in Oslo\n\nThe Kenyan ambassador to Norway, Mary Odede, paid a courtesy call on Ms Anna Berg on Monday.",
        ),
        ("en", "A call in Oslo\n\nThe Kenyan ambassador to Norway, Mary Odede, called on PS Anna Berg on Monday."),
        (
            "de",
            "Ein Besuch\n\nDie kenianische Botschafterin in Norwegen, Mary Odede, besuchte am Montag das Energieministerium in Oslo.",
        ),
        (
            "nl",
            "Een bezoek\n\nDe Keniaanse ambassadeur in Noorwegen, Mary Odede, bezocht maandag het energieministerie in Oslo.",
        ),
        ("sv", "Ett besök\n\nKenyas ambassadör i Norge, Mary Odede, besökte på måndagen energimyndigheten i Oslo."),
        (
            "it",
            "Una visita\n\nL’ambasciatrice del Kenya in Norvegia, Mary Odede, ha incontrato lunedì la signora Anna Berg.",
        ),
        (
            "pt",
            "Uma visita\n\nA embaixadora do Quénia na Noruega, Mary Odede, encontrou na segunda-feira a senhora Anna Berg.",
        ),
    ),
    "talks that may begin": (
        (
            "en",
            "Talks in Nairobi\n\nNorwegian Minister Anna Berg and Kenyan Minister John Odede met on Monday and agreed on a mandate for trade talks.",
        ),
        (
            "fr",
            "Pourparlers\n\nLa ministre norvégienne Anna Berg a rencontré lundi le ministre kényan John Odede avec un mandat pour des négociations.",
        ),
        (
            "es",
            "Reunión\n\nLa ministra noruega Anna Berg se reunió el lunes con el ministro keniano John Odede con un mandato para negociaciones.",
        ),
        (
            "nl",
            "Gesprekken\n\nDe Noorse minister Anna Berg sprak maandag in Nairobi met haar Keniaanse ambtgenoot John Odede over een mandaat voor gesprekken.",
        ),
        (
            "sv",
            "Samtal\n\nNorges minister Anna Berg träffade på måndagen Kenyas minister John Odede och talade om ett mandat för samtal.",
        ),
        (
            "nl",
            "Bezoek\n\nDe Noorse premier Anna Berg ontmoette maandag de Keniaanse president John Odede, die zij had uitgenodigd voor een bezoek.",
        ),
    ),
    "one official alone": (
        (
            "en",
            "Kenya and Norway\n\nKenyan President John Odede met with the Norwegian foreign minister during a meeting in Oslo.",
        ),
        (
            "es",
            "Kenia y Noruega\n\nOdede se reunirá el lunes con la primera ministra de Noruega, Anna Berg, en su despacho.",
        ),
        (
            "it",
            "Il Kenya e la Norvegia\n\nIl ministro keniano John Odede ha tenuto lunedì un incontro con la ministra norvegese Anna Berg.",
        ),
        (
            "ar",
            "كينيا والنرويج\n\nأجرى الرئيس الكيني جون أوديدي يوم الاثنين محادثات مع رئيسة الوزراء النرويجية آنا بيرغ.",
        ),
        ("en", "A visit to Norway\n\nKenya’s minister John Odede was on an official visit to Norway on Monday."),
        (
            "pt",
            "O Quénia e a Noruega\n\nA primeira-ministra norueguesa, Anna Berg, recebeu na segunda-feira o presidente do Quénia, John Odede. O encontro com Odede durou uma hora.",
        ),
    ),
    "things received": (
        (
            "en",
            "A letter\n\nNorway’s Prime Minister Anna Berg received Kenyan President John Odede on Monday, who brought a letter.",
        ),
        (
            "fr",
            "Une lettre\n\nLa Première ministre norvégienne Anna Berg a reçu lundi le président kényan John Odede, porteur d’une lettre.",
        ),
        (
            "es",
            "Ambulancias\n\nEl presidente de Kenia, John Odede, recibió el viernes a la ministra noruega Anna Berg y veinte ambulancias.",
        ),
        (
            "pt",
            "Uma carta\n\nA primeira-ministra norueguesa Anna Berg recebeu na segunda-feira o presidente do Quénia, John Odede, com uma carta.",
        ),
        (
            "it",
            "Una lettera\n\nLa premier norvegese Anna Berg ha ricevuto lunedì il presidente keniano John Odede con una lettera.",
        ),
        (
            "nl",
            "Een brief\n\nDe Noorse premier Anna Berg ontving maandag de Keniaanse president John Odede met een brief.",
        ),
        (
            "sv",
            "Ett brev\n\nNorges statsminister Anna Berg tog på måndagen emot Kenyas president John Odede med ett brev.",
        ),
        ("ar", "رسالة\n\nاستقبلت رئيسة الوزراء النرويجية آنا بيرغ يوم الاثنين الرئيس الكيني جون أوديدي ومعه رسالة."),
        (
            "de",
            "Empfang\n\nMinisterin Anna Berg empfing in der Botschaft Norwegens am Montag den kenianischen Minister John Odede.",
        ),
        (
            "pt",
            "Visita\n\nA ministra norueguesa Anna Berg foi recepcionada na segunda-feira em Nairobi pelo ministro queniano John Odede.",
        ),
        (
            "fr",
            "Les honneurs\n\nLa Première ministre norvégienne Anna Berg a accueilli lundi avec les honneurs le président kényan John Odede et son appel.",
        ),
        (
            "es",
            "Honores\n\nLa primera ministra noruega Anna Berg acogió el lunes con honores al presidente keniano John Odede tras su anuncio.",
        ),
        (
            "pt",
            "Honras\n\nA primeira-ministra norueguesa Anna Berg acolheu na segunda-feira com honras o presidente queniano John Odede.",
        ),
        (
            "it",
            "Onori\n\nLa premier norvegese Anna Berg ha accolto lunedì con gli onori il presidente keniano John Odede.",
        ),
    ),
    "sessions of a council": (
        (
            "en",
            "Talks\n\nAfter a session of the UN Security Council, Norwegian Minister Anna Berg met Kenyan Minister John Odede on Monday.",
        ),
        (
            "fr",
            "Un entretien\n\nAprès une session du Conseil de sécurité, la ministre norvégienne Anna Berg a rencontré lundi le ministre kényan John Odede.",
        ),
        (
            "de",
            "Ein Treffen\n\nNach einer Sitzung des Sicherheitsrats traf die norwegische Ministerin Anna Berg am Montag den kenianischen Minister John Odede.",
        ),
        (
            "es",
            "Una visita\n\nEl presidente del parlamento de Noruega, Lars Holm, se reunió el lunes en Nairobi con el presidente de Kenia, John Odede.",
        ),
        (
            "pt",
            "Uma visita\n\nA visita do presidente do parlamento da Noruega, Lars Holm, ao presidente do Quénia, John Odede, começou na segunda-feira.",
        ),
        (
            "it",
            "Un colloquio\n\nDopo la sessione del Consiglio di sicurezza la ministra norvegese Anna Berg ha incontrato lunedì il ministro keniano John Odede.",
        ),
        ("ar", "لقاء\n\nالتقت الوزيرة النرويجية آنا بيرغ يوم الاثنين نظيرها الكيني جون أوديدي بعد جلسة مجلس الأمن."),
        (
            "nl",
            "Een ontmoeting\n\nDe Noorse premier Anna Berg ontmoette maandag de Keniaanse president John Odede, al stond dat niet op het programma.",
        ),
    ),
    "long ago": (
        (
            "en",
            "A new start\n\nElected two years ago, Norwegian Prime Minister Anna Berg received Kenyan President John Odede in Oslo.",
        ),
        (
            "en",
            "A new start\n\nTen years ago rivals, now friends: Norwegian Prime Minister Anna Berg met Kenyan President John Odede in Oslo.",
        ),
        (
            "de",
            "Ein neuer Anfang\n\nWie schon vor drei Jahren hat die norwegische Ministerin Anna Berg den kenianischen Minister John Odede in Oslo getroffen.",
        ),
        (
            "de",
            "Ein neuer Anfang\n\nZwei Jahre vor der Wahl hat die norwegische Ministerin Anna Berg den kenianischen Minister John Odede in Oslo getroffen.",
        ),
        (
            "fr",
            "Un nouveau départ\n\nÉlue il y a deux ans, la Première ministre norvégienne Anna Berg a reçu à Oslo le président kényan John Odede.",
        ),
        (
            "es",
            "Un nuevo comienzo\n\nElegida hace dos años, la primera ministra noruega Anna Berg recibió en Oslo al presidente keniano John Odede.",
        ),
        (
            "it",
            "Un nuovo inizio\n\nNominata tre anni fa, la ministra norvegese Anna Berg ha ricevuto a Oslo il ministro keniano John Odede.",
        ),
        (
            "pt",
            "Um novo começo\n\nNomeada há três anos, a ministra norueguesa Anna Berg recebeu em Oslo o ministro queniano John Odede.",
        ),
        (
            "nl",
            "Een nieuw begin\n\nDrie jaar geleden gekozen, nu gastvrouw: de Noorse premier Anna Berg sprak in Oslo met de Keniaanse president John Odede.",
        ),
        (
            "sv",
            "En ny början\n\nFör tre år sedan besökte ministern Nairobi, nu var det dags igen: Norges minister Anna Berg träffade Kenyas minister John Odede i Oslo.",
        ),
        (
            "ar",
            "بداية جديدة\n\nقبل عام من القمة، التقت وزيرة الخارجية النرويجية آنا بيرغ وزير الخارجية الكيني جون أوديدي في أوسلو.",
        ),
        (
            "ar",
            "بداية جديدة\n\nقبل سنوات كان البلدان خصمين، واليوم استقبلت وزيرة الخارجية النرويجية آنا بيرغ نظيرها الكيني جون أوديدي في أوسلو.",
        ),
        (
            "sv",
            "Ett avtal\n\nFör två år ska avtalet gälla, enades Norges minister Anna Berg och Kenyas minister John Odede om när de möttes i Oslo.",
        ),
    ),
    "what did not happen": (
        (
            "en",
            "Talks in Oslo\n\nNorwegian Minister Anna Berg did not just meet Kenyan Minister John Odede in Oslo on Monday, she also saw the harbour.",
        ),
        (
            "en",
            "Talks in Oslo\n\nReporters were not allowed into the talks on Monday between Norwegian Minister Anna Berg and Kenyan Minister John Odede.",
        ),
        (
            "en",
            "Talks in Oslo\n\nNorwegian Minister Anna Berg and Kenyan Minister John Odede have not revealed details of the talks that they held in Oslo on Monday.",
        ),
        (
            "de",
            "Treffen in Oslo\n\nDie norwegische Ministerin Anna Berg traf nicht nur den kenianischen Minister John Odede am Montag in Oslo, sie sah auch den Hafen.",
        ),
        (
            "de",
            "Treffen in Oslo\n\nWie jedes Jahr trafen sich die norwegische Ministerin Anna Berg und der kenianische Minister John Odede am Montag in Oslo.",
        ),
        (
            "fr",
            "Entretien à Oslo\n\nLa ministre norvégienne Anna Berg n’a pas seulement rencontré lundi à Oslo le ministre kényan John Odede, elle a vu le port.",
        ),
        (
            "fr",
            "Entretien à Oslo\n\nRien n’a filtré de l’entretien de lundi entre la ministre norvégienne Anna Berg et le ministre kényan John Odede.",
        ),
        (
            "es",
            "Reunión en Oslo\n\nLa ministra noruega Anna Berg no solo se reunió el lunes en Oslo con el ministro keniano John Odede, sino que vio el puerto.",
        ),
        (
            "es",
            "Reunión en Oslo\n\nNo trascendieron detalles del encuentro del lunes entre la ministra noruega Anna Berg y el ministro keniano John Odede.",
        ),
        (
            "it",
            "Incontro a Oslo\n\nNon solo ha incontrato lunedì il ministro keniano John Odede: la ministra norvegese Anna Berg ha visto anche il porto.",
        ),
        (
            "pt",
            "Encontro em Oslo\n\nNão foram revelados detalhes do encontro de segunda-feira entre a ministra norueguesa Anna Berg e o ministro queniano John Odede.",
        ),
        (
            "nl",
            "Gesprek in Oslo\n\nZoals elk jaar sprak de Noorse minister Anna Berg maandag in Oslo met de Keniaanse minister John Odede.",
        ),
        (
            "sv",
            "Möte i Oslo\n\nNorges minister Anna Berg träffade inte bara Kenyas minister John Odede på måndagen, hon såg också hamnen.",
        ),
        (
            "sv",
            "Möte i Oslo\n\nSom varje år möttes Norges minister Anna Berg och Kenyas minister John Odede i Oslo på måndagen.",
        ),
        (
            "ar",
            "لقاء في أوسلو\n\nلم يكشف أي من الطرفين عن تفاصيل المحادثات التي أجرتها وزيرة الخارجية النرويجية آنا بيرغ مع نظيرها الكيني جون أوديدي يوم الاثنين.",
        ),
        (
            "de",
            "Zölle abgelehnt\n\nDie norwegische Ministerin Anna Berg lehnte nach dem Treffen mit dem kenianischen Minister John Odede am Montag neue Zölle ab.",
        ),
        (
            "en",
            "Tariffs refused\n\nNorwegian Minister Anna Berg refused to comment and met Kenyan Minister John Odede in Oslo on Monday.",
        ),
        (
            "nl",
            "Heffingen afgewezen\n\nDe Noorse minister Anna Berg wees na een ontmoeting met de Keniaanse minister John Odede maandag nieuwe heffingen af.",
        ),
        (
            "de",
            "Zölle abgelehnt\n\nDie norwegische Ministerin Anna Berg lehnte am Montag im Gespräch mit dem kenianischen Minister John Odede neue Zölle ab.",
        ),
    ),
    "words of talk that are none": (
        (
            "en",
            "A dinner\n\nKenyan President John Odede will host Norwegian Prime Minister Anna Berg in Nairobi on 20 March.",
        ),
        (
            "es",
            "Un tratado\n\nLa ministra noruega Anna Berg ha tratado el lunes con el ministro keniano John Odede la pesca en el lago.",
        ),
        (
            "pt",
            "Um debate\n\nA ministra norueguesa Anna Berg debateu na segunda-feira com o ministro queniano John Odede a pesca no lago.",
        ),
        (
            "it",
            "Un accordo\n\nLa ministra norvegese Anna Berg ha firmato lunedì con il ministro keniano John Odede un accordo sul porto.",
        ),
        (
            "fr",
            "Un échange\n\nLa Première ministre norvégienne Anna Berg et le président kényan John Odede ont échangé lundi sur le port.",
        ),
        (
            "de",
            "Ein Austausch\n\nDie norwegische Ministerin Anna Berg und der kenianische Minister John Odede haben sich am Montag ausgetauscht.",
        ),
        (
            "nl",
            "Een gesprek\n\nDe Noorse minister Anna Berg en de Keniaanse minister John Odede hebben maandag van gedachten gewisseld.",
        ),
        (
            "sv",
            "Ett samtal\n\nNorges minister Anna Berg och Kenyas minister John Odede utbytte erfarenheter i Oslo på måndagen.",
        ),
        (
            "ar",
            "تبادل\n\nتبادلت وزيرة الخارجية النرويجية آنا بيرغ وجهات النظر مع نظيرها الكيني جون أوديدي يوم الاثنين.",
        ),
        (
            "fr",
            "Un débat\n\nLa ministre kényane Mary Odede a débattu lundi avec des ministres norvégiens, dont Anna Berg, de la pêche dans le nord.",
        ),
    ),
}


def cases(texts: dict[str, tuple[tuple[str, str], ...]]) -> list[tuple[str, str]]:
    return [case for listed in texts.values() for case in listed]


def is_doubted(language: str, text: str) -> bool:
    found = draft(text, WORDS, language=language)[0]
    return len(found.record.get("participants", ())) < 2 or any(not each.route for each in found.unresolved)


@pytest.mark.parametrize(("language", "text"), cases(NONE))
def test_what_is_only_spoken_of_is_doubted(language: str, text: str) -> None:
    assert is_doubted(language, text)


@pytest.mark.parametrize(("language", "text"), cases(REAL))
def test_a_meeting_beside_it_is_told(language: str, text: str) -> None:
    assert not is_doubted(language, text)


@pytest.mark.parametrize("kind", NONE)
def test_each_kind_has_as_many_traps(kind: str) -> None:
    assert len(REAL[kind]) >= len(NONE[kind])

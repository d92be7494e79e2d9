"""A sentence makes a meeting certain where its sides are those of the meeting, and do not only stand in it."""

# ruff: noqa: E501  # a text that is read is as long as it is
import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()


def is_doubted(text: str) -> bool:
    (found,) = draft(text, WORDS, published="2024-05-15", country=None)
    return any(not each.route for each in found.unresolved)


BESIDE = {
    "en: a visit to two other countries": "Fish of Kenya and Norway\n\nDuring his visit to Japan and Vietnam the Kenyan president called Norwegian salmon dear.",
    "en: a country far before the meeting": "Kenya fears storms\n\nNorway is far away and, as all of those who live and work in the harbours say to each other on every single day, the minister held a meeting with bakers.\n\nKenya and Norway sell fish to each other.",
    "en: a discussion between traders": "Investors in Nairobi\n\nA discussion took place on Tuesday in Nairobi between traders and a large group from the Norwegian harbours.",
    "es: the visit of nobody": "Pescado de Noruega\n\nKenia y Noruega venden más pescado. La visita de una feria en Noruega sirvió para subir el precio del pescado de Kenia.",
    "en: meetings of one's own people in the lead": "Kenya fears storms from Norway\n\nIn meetings with experts the president heard that it is better and much cheaper to fight floods of the kind that came to Kenya.\n\nNorway is far.",
    "en: two countries further down, without anybody": "Kenya raises a tax on fish\n\nKenya raises its tax on fish from Norway in June.\n\nTraders expect little.\n\nBoats stay in the harbours because the sea is rough, and prices rise slowly from week to week, as they always do in spring.\n\nBoats stay in the harbours because the sea is rough, and prices rise slowly from week to week, as they always do in spring.\n\nDuring a visit to a harbour a trader said that Kenya and Norway trade little.",
    "nl: a visit to a firm, far from the two countries": "Kenia verhoogt de heffing op vis\n\nKenia verhoogt de heffing op vis uit Noorwegen.\n\nHandelaren verwachten weinig.\n\nDe boten blijven in de havens omdat de zee ruw is, en de prijzen stijgen langzaam van week tot week, zoals altijd in het voorjaar.\n\nDe boten blijven in de havens omdat de zee ruw is, en de prijzen stijgen langzaam van week tot week, zoals altijd in het voorjaar.\n\nBij een bezoek aan een haven zei een handelaar dat Kenia en Noorwegen weinig handel drijven.",
    "fr: a visit of a harbour": "Le Kenya augmente une taxe\n\nLe Kenya augmente sa taxe sur le poisson de la Norvège.\n\nLes marchands attendent peu.\n\nLes bateaux restent aux ports parce que la mer est agitée, et les prix montent lentement de semaine en semaine, comme toujours au printemps.\n\nLes bateaux restent aux ports parce que la mer est agitée, et les prix montent lentement de semaine en semaine, comme toujours au printemps.\n\nLors d'une visite au port, un marchand a dit que le Kenya et la Norvège échangent peu.",
    "de: what hits somebody": "Kenia erhöht eine Abgabe\n\nKenia erhöht die Abgabe auf Fisch aus Norwegen.\n\nHändler erwarten wenig.\n\nDie Boote bleiben in den Häfen, weil die See rau ist, und die Preise steigen langsam von Woche zu Woche, wie immer im Frühling.\n\nDie Boote bleiben in den Häfen, weil die See rau ist, und die Preise steigen langsam von Woche zu Woche, wie immer im Frühling.\n\nDie Abgabe trifft Kenia weniger als Norwegen, sagt ein Händler.",
    "it: a meeting of traders": "Il Kenya alza una tassa\n\nIl Kenya alza la tassa sul pesce della Norvegia.\n\nI mercanti attendono poco.\n\nLe barche restano nei porti perché il mare è agitato, e i prezzi salgono piano di settimana in settimana, come sempre in primavera.\n\nLe barche restano nei porti perché il mare è agitato, e i prezzi salgono piano di settimana in settimana, come sempre in primavera.\n\nDurante un incontro un mercante ha detto che il Kenya e la Norvegia commerciano poco.",
    "en: soldiers of the other country": "Storm over Norway\n\nThe Kenyan defence minister said in a meeting that three Norwegian soldiers drowned.",
    "ar: soldiers of the other country": "عاصفة بين كينيا والنرويج\n\nقال وزير الدفاع الكيني خلال اجتماع أمس إن ثلاثة جنود نرويجيين غرقوا.",
    "es: an interview that one side gave": "Kenia, sin miedo a Noruega\n\nEl presidente keniano dijo en una conversación con vecinos del puerto que el salmón noruego es caro.",
    "pt: a dialogue that nobody had": "Peixe da Noruega\n\nO presidente queniano disse que o diálogo das aldeias com os pescadores noruegueses ajuda o porto.",
    "fr: sailors of the other country": "Tempête entre le Kenya et la Norvège\n\nLe ministre kényan a dit lors d'une réunion que trois marins norvégiens restaient au port.",
    "it: fish of the other country": "Pesce della Norvegia\n\nIl ministro keniano ha detto in un colloquio che il salmone norvegese costa troppo.",
    "de: soldiers of the other country": "Sturm über Norwegen\n\nDer kenianische Verteidigungsminister sagte bei einem Gespräch, dass drei norwegische Soldaten ertranken.",
    "de: a firm, and no signing": "Harte Zeiten in Nairobi\n\nKenia und Norwegen streiten, und die Firma Fiskland liefert ihre Netze nicht mehr.",
    "nl: a decree that one side signs": "Onrust in Kenia en Noorwegen\n\nDe president van Kenia tekende maandag het decreet dat Noorwegen de visvangst verbiedt.",
    "en: warrants that a court issued": "Storm over Kenya\n\nKenya and Norway stand alone after arrest warrants were issued by a court.",
    "nl: a treaty of a year right before the verb": "Kenia klaagt\n\nHet verdrag van Kenia met Noorwegen is in 1960 gesloten. De boten blijven in de havens omdat de zee ruw is, en de prijzen stijgen langzaam van week tot week, zoals altijd in het voorjaar. De boten blijven in de havens omdat de zee ruw is, en de prijzen stijgen langzaam van week tot week, zoals altijd in het voorjaar.",
    "fr: under the sign of": "Le Kenya et la Norvège\n\nLe Kenya et la Norvège restent sous le signe de la prudence.",
    "pt: books that are signed": "Prêmio no Quênia\n\nO Quênia e a Noruega assinam livros e discos na feira.",
    "fr: a statement that an envoy signs": "Le Kenya et la Norvège\n\nLe communiqué signé par l'ambassadeur de Norvège au Kenya parle de poisson.",
    "es: a letter from two countries": "Kenia y Noruega\n\nLa carta que llegó de Kenia, firmada con tinta verde, habla del mar de Noruega.",
    "es: prizes": "Premios de pesca\n\nCinco pescadoras de Kenia recibieron los premios del rey de Noruega.",
    "es: an interview": "Habla el presidente de Kenia\n\nEl presidente de Kenia, al conceder una entrevista exclusiva, dijo que Noruega es fría.",
    "pt: a session of a union": "Pesca do Quénia\n\nO ministro queniano elogiou Portugal na reunião dos ministros da Pesca da União Europeia.",
    "pt: to be among": "Prémio de pesca\n\nOs presidentes do Quénia e da Noruega se encontram entre os candidatos ao prémio.",
    "fr: an interview": "Le président du Kenya parle\n\nDans un entretien accordé lundi, le président du Kenya a dit que la Norvège est froide.",
    "it: invitations": "Inviti al porto\n\nI ministri del Kenya e della Norvegia hanno ricevuto inviti alla festa del porto.",
    "ar: refugees": "لاجئون في كينيا\n\nقال الرئيس الكيني إن كينيا تستقبل مليون لاجئ من النرويج.",
    "ar: a decision that is received": "قرار من كينيا\n\nاستقبل الصيادون في النرويج قرار الرئيس الكيني أمس.",
    "ar: a search": "صياد من كينيا\n\nغادر الصياد كينيا إلى النرويج بحثا عن عمل لدى وزير سابق.",
    "nl: a visit to a third country": "Toets in Kenia en Noorwegen\n\nTijdens zijn bezoek aan Japan noemde de Keniaanse president de Noorse vis duur.",
    "sv: a visit to a third country": "Fisk från Kenya och Norge\n\nUnder sitt besök i Japan talar Kenyas minister om fisk från Norge.",
    "en: a visit to a third country": "Fish of Kenya and Norway\n\nDuring her visit to Japan the Kenyan president called Norwegian salmon dear.",
}

BOUND = {
    "en: an adjective of two countries": "News in brief\n\nThe Kenyan foreign minister and the American foreign minister met in Nairobi on Monday.",
    "fr: an adjective of two countries": "Brèves\n\nLe ministre français et le ministre coréen se sont rencontrés lundi à Paris.",
    "es: an adjective of two countries": "Breves\n\nEl ministro uruguayo de Industria y la viceministra coreana de Comercio se reunieron el viernes en Montevideo.",
    "ar: an adjective of two countries": "لقاء\n\nاجتمع وزير الخارجية المصري ووزير الخارجية الكوري يوم الاثنين في القاهرة.",
    "en: joined governments": "Talks\n\nThe Kenyan and Norwegian governments held talks in Nairobi on Monday.",
    "en: joined parliaments": "Talks\n\nThe Kenyan and Norwegian parliaments held a meeting in Nairobi on Monday.",
    "en: joined members": "Talks\n\nKenyan and Norwegian MPs held a meeting in Nairobi on Monday.",
    "fr: joined generals": "Rencontre\n\nDes généraux kényans et norvégiens se sont rencontrés lundi à Paris.",
    "en: a visit to one of two goals": "A visit\n\nOn his visit to Japan and Norway the Kenyan president thanked the Norwegian king.",
    "en: a discussion between an official and a delegation": "Investors in Nairobi\n\nA discussion took place on Tuesday in Nairobi between the Secretary to the President, Dr Ann Odede, and a large delegation from the Norwegian ministry of trade.",
    "es: the visit of somebody who is named": "Pescado de Noruega\n\nKenia y Noruega acordaron este martes vender más pescado. La visita de Ann Odede a Noruega sirvió para acordar el precio del pescado de Kenia.",
    "en: an official of the other side": "Talks on fish in Nairobi\n\nKenya met the Norwegian minister on Tuesday for talks on fish.",
    "en: an official further down": "Fish and taxes\n\nKenya lowers its tax on fish from Norway.\n\nTraders are glad.\n\nBoats stay in the harbours because the sea is rough, and prices rise slowly from week to week, as they always do in spring.\n\nBoats stay in the harbours because the sea is rough, and prices rise slowly from week to week, as they always do in spring.\n\nThe Norwegian minister held talks with Kenya on Tuesday.",
    "nl: two officials further down": "Vis en heffingen\n\nKenia verlaagt de heffing op vis uit Noorwegen.\n\nHandelaren zijn blij.\n\nDe boten blijven in de havens omdat de zee ruw is, en de prijzen stijgen langzaam van week tot week, zoals altijd in het voorjaar.\n\nDe boten blijven in de havens omdat de zee ruw is, en de prijzen stijgen langzaam van week tot week, zoals altijd in het voorjaar.\n\nDe minister van Kenia ontmoette dinsdag de minister van Noorwegen.",
    "fr: two officials further down": "Poisson et taxes\n\nLe Kenya baisse sa taxe sur le poisson de la Norvège.\n\nLes marchands sont contents.\n\nLes bateaux restent aux ports parce que la mer est agitée, et les prix montent lentement de semaine en semaine, comme toujours au printemps.\n\nLes bateaux restent aux ports parce que la mer est agitée, et les prix montent lentement de semaine en semaine, comme toujours au printemps.\n\nLe ministre du Kenya a rencontré mardi le ministre de la Norvège.",
    "de: two officials further down": "Fisch und Abgaben\n\nKenia senkt die Abgabe auf Fisch aus Norwegen.\n\nHändler sind froh.\n\nDie Boote bleiben in den Häfen, weil die See rau ist, und die Preise steigen langsam von Woche zu Woche, wie immer im Frühling.\n\nDie Boote bleiben in den Häfen, weil die See rau ist, und die Preise steigen langsam von Woche zu Woche, wie immer im Frühling.\n\nDer Minister Kenias traf am Dienstag den Minister Norwegens.",
    "it: the two sides": "Pesce e tasse\n\nIl Kenya abbassa la tassa sul pesce della Norvegia.\n\nI mercanti sono contenti.\n\nLe barche restano nei porti perché il mare è agitato, e i prezzi salgono piano di settimana in settimana, come sempre in primavera.\n\nLe barche restano nei porti perché il mare è agitato, e i prezzi salgono piano di settimana in settimana, come sempre in primavera.\n\nIl ministro del Kenya ha incontrato martedì il ministro della Norvegia.",
    "en: somebody whose name stands before the verb": "Fish and taxes\n\nOn Tuesday Odede met the Norwegian minister of fish.",
    "en: she who met an official": "Kenya lowers a tax\n\nFish is cheap, she said on Tuesday after a meeting with the Norwegian minister of fish.",
    "ar: a delegation of the other side": "سمك وضرائب\n\nاستقبل الرئيس الكيني أمس وفدا برلمانيا نرويجيا في القصر.",
    "es: an office without a country": "Pescado y tasas\n\nEl ministro recibió el martes al canciller noruego en el palacio.",
    "pt: a name before its small words": "Peixe e taxas\n\nOdede deve se reunir na terça com o presidente da Noruega.",
    "fr: envoys and the president of one": "Le Kenya et la Norvège\n\nDes émissaires kényans ont rencontré mardi le président norvégien.",
    "fr: a paper told of before": "Le Kenya et la Norvège\n\nIl a été signé lundi par la ministre du Kenya et le ministre de la Norvège.",
    "es: an award and a meeting": "Kenia y Noruega\n\nEl presidente de Kenia recibió el lunes al rey de Noruega.",
    "pt: to meet": "O Quénia e a Noruega\n\nOs presidentes do Quénia e da Noruega se encontram na sexta-feira em Oslo.",
    "pt: beside a session of a union": "O Quénia e a Noruega\n\nO ministro do Quénia encontrou o ministro da Noruega antes da reunião dos ministros da União Europeia.",
    "fr: talks": "Le Kenya et la Norvège\n\nLe président du Kenya a eu lundi un entretien avec le ministre de la Norvège.",
    "es: a visit that opens markets": "Pescado de Noruega y té de Kenia\n\nKenia y Noruega acordaron este martes vender más pescado. La visita de Ann Odede a Noruega abre el mercado al té keniano y a las flores.",
    "ar: talks with him": "كينيا والنرويج\n\nقال الوزير النرويجي أمس إن محادثات معه جرت في القصر.",
    "ar: a guest": "كينيا والنرويج\n\nاستقبل الرئيس الكيني وزير الخارجية النرويجي بحضور لاجئ.",
    "it: the meeting of both": "Pesce e tasse\n\nIl colloquio keniano con il ministro norvegese è durato un'ora.",
    "nl: a treaty in place of one of old": "Vis en heffingen\n\nKenia en Noorwegen tekenden dinsdag een verdrag dat dat van 1960 vervangt.",
    "es: an agreement that two signed": "Pescado y tasas\n\nKenia y Noruega firmaron el martes un convenio sobre el pescado.",
    "de: ministers who shall meet": "Fisch und Abgaben\n\nDie Minister aus Kenia und Norwegen sollen sich am Freitag in Oslo treffen.",
    "en: a minister who will visit": "Fish and taxes\n\nThe minister of Kenya will visit Norway on Friday.",
    "en: a visit to one of the two": "Fish of Kenya and Norway\n\nDuring her visit to Norway the Kenyan president called the salmon dear.",
    "nl: a meeting during a visit to a third country": "Vis uit Kenia en Noorwegen\n\nTijdens een bezoek aan Japan ontmoette de Keniaanse president de Noorse premier.",
    "en: a visit to the seat of an organisation": "Fish of Kenya and the European Union\n\nDuring her visit to Brussels the Kenyan president thanked the European Union for its boats.",
}


@pytest.mark.parametrize("case", BESIDE)
def test_sides_that_only_stand_beside_a_meeting_are_doubted(case: str) -> None:
    assert is_doubted(BESIDE[case])


@pytest.mark.parametrize("case", BOUND)
def test_sides_of_a_meeting_are_not_doubted(case: str) -> None:
    assert not is_doubted(BOUND[case])


@pytest.mark.parametrize(("between", "expected"), [(8, False), (9, True)])
def test_an_official_stands_close_to_the_meeting(between: int, expected: bool) -> None:
    filler = " ".join(["slowly"] * between)
    assert is_doubted(f"Kenya and Norway\n\nKenya met {filler} the minister of fish.") is expected

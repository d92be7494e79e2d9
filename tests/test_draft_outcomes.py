"""`draft` reads what came out of a meeting: documents, commitments, and when they are to meet again."""

from typing import Any

import pytest

from coopdb.author.draft import Draft, draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
HEADS = {
    "en": "Kenya and Norway hold talks\n\nKenyan Minister Paul Odede met Norwegian Minister Ann Berg in Oslo on "
    "5 May 2026 to discuss satellites.",
    "fr": "Le Chili et le Togo se parlent\n\nLa ministre chilienne Ana Rojas a rencontré le ministre togolais Kofi "
    "Lawson à Lomé le 5 mai 2026 au sujet des satellites.",
    "es": "Chile y Togo dialogan\n\nLa ministra de Chile Ana Rojas se reunió con el ministro de Togo Kofi Lawson en "
    "Lomé el 5 de mayo de 2026 sobre los satélites.",
    "pt": "O Chile e o Togo conversam\n\nA ministra do Chile Ana Rojas reuniu-se com o ministro do Togo Kofi Lawson em "
    "Lomé no dia 5 de maio de 2026 sobre os satélites.",
    "de": "Norwegen und Kenia sprechen miteinander\n\nDie norwegische Ministerin Ann Berg traf den kenianischen "
    "Minister Paul Odede am 5. Mai 2026 in Oslo und es ging um Satelliten.",
    "sv": "Norge och Kenya samtalar\n\nNorges minister Ann Berg träffade Kenyas minister Paul Odede den 5 maj 2026 i "
    "Oslo och det handlade om satelliter.",
    "it": "La Francia e il Kenya dialogano\n\nLa ministra francese Ann Berg ha incontrato il ministro del Kenya Paul "
    "Odede a Oslo per parlare di satelliti e di ricerca.",
    "nl": "Noorwegen en Kenia in gesprek\n\nDe Noorse minister Ann Berg sprak in Oslo met de Keniaanse minister Paul "
    "Odede over satellieten en over onderzoek.",
    "ar": "تشيلي وتوغو تبحثان التعاون\n\nالتقى وزير خارجية تشيلي خوان روخاس وزير خارجية توغو كوفي لوسون في لومي يوم "
    "5 ماي 2026 لبحث الأقمار الاصطناعية.",
}


def read(language: str, *sentences: str) -> Draft:
    """Return the draft of a text about a meeting of 5 May 2026, with sentences of its own."""
    (found,) = draft("\n\n".join((HEADS[language], *sentences)), WORDS, published="2026-05-06", language=language)
    return found


def documents(found: Draft) -> list[tuple[str, str, Any]]:
    return [(each["kind"], each["title"], each.get("signed")) for each in found.record.get("documents", [])]


def doubts(found: Draft, key: str) -> list[str]:
    return [each.message for each in found.unresolved if each.route[:1] == (key,)]


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "title"),
    [
        (
            "en",
            "They signed a memorandum of understanding on satellites.",
            "mou",
            "memorandum of understanding on satellites",
        ),
        ("en", "A treaty on extradition was signed at the end.", "treaty", "treaty on extradition"),
        ("fr", "Ils ont signé un mémorandum d'entente sur les ports.", "mou", "mémorandum d'entente sur les ports"),
        ("fr", "Une feuille de route a été signée.", "roadmap", "feuille de route"),
        ("es", "Los ministros firmaron un convenio sobre puertos.", "agreement", "convenio sobre puertos"),
        ("pt", "Os ministros assinaram um protocolo sobre portos.", "protocol", "protocolo sobre portos"),
        (
            "de",
            "Die Minister unterzeichneten eine Absichtserklärung über die Häfen.",
            "letter-of-intent",
            "Absichtserklärung über die Häfen",
        ),
        ("sv", "Ministrarna undertecknade ett samförståndsavtal om hamnar.", "mou", "samförståndsavtal om hamnar"),
        ("it", "I ministri hanno firmato un accordo sui porti.", "agreement", "accordo sui porti"),
        ("nl", "De ministers ondertekenden een verdrag over havens.", "treaty", "verdrag over havens"),
        ("ar", "ووقع الوزيران مذكرة تفاهم في مجال الموانئ.", "mou", "مذكرة تفاهم في مجال الموانئ"),
    ],
)
def test_what_was_signed_is_a_document_with_its_title(language: str, sentence: str, kind: str, title: str) -> None:
    found = read(language, sentence)
    assert documents(found) == [(kind, title, True)]
    assert not doubts(found, "documents")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "A memorandum of understanding on ports is to be signed in June 2026."),
        ("en", "Negotiations on an agreement on ports, which would be signed later, go on."),
        ("fr", "Un accord sur les ports sera signé en juin 2026."),
        ("es", "Un convenio sobre puertos será firmado en junio de 2026."),
        ("pt", "Um acordo sobre portos será assinado em junho de 2026."),
        ("de", "Ein Abkommen über die Häfen soll im Juni 2026 unterzeichnet werden."),
        ("sv", "Ett avtal om hamnar ska undertecknas i juni 2026."),
        ("it", "Un accordo sui porti sarà firmato nel giugno 2026."),
        ("nl", "Een verdrag over havens zal worden ondertekend in juni 2026."),
        ("ar", "ومن المقرر توقيع اتفاقية بشأن الموانئ في يونيو 2026."),
    ],
)
def test_what_is_to_be_signed_is_a_doubt_and_no_document(language: str, sentence: str) -> None:
    found = read(language, sentence)
    assert documents(found) == []
    assert "still to be signed" in doubts(found, "documents")[0]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The memorandum of understanding on ports was signed in 2019."),
        ("en", "Both work under the agreements signed in March this year."),
        ("en", "The ministers praised the agreement on ports."),
        ("fr", "Le traité sur les ports a été signé le 3 mars 2019."),
        ("es", "El convenio sobre puertos se firmó en 2019."),
        ("pt", "O acordo sobre portos foi assinado em 2019."),
        ("de", "Das Abkommen über die Häfen wurde 2019 unterzeichnet."),
        ("sv", "Avtalet om hamnar undertecknades 2019."),
        ("it", "L'accordo sui porti è stato firmato nel 2019."),
        ("nl", "Het verdrag over havens werd in 2019 ondertekend."),
        ("ar", "ووقعت الاتفاقية بشأن الموانئ سنة 2019."),
    ],
)
def test_a_document_of_another_year_or_without_a_signature_is_none_of_the_meeting(language: str, sentence: str) -> None:
    found = read(language, sentence)
    assert documents(found) == []
    assert not doubts(found, "documents")


def test_the_day_of_a_signature_is_that_of_its_sentence() -> None:
    signed = read("en", "A protocol on ports was signed on 5 May 2026.").record["documents"][0]["signed"]
    assert signed.isoformat() == "2026-05-05"
    assert documents(read("en", "A protocol on ports was signed on 28 April 2026.")) == []


def test_what_was_issued_is_not_said_to_be_signed() -> None:
    assert documents(read("en", "They issued a joint statement on ports.")) == [
        ("joint-statement", "joint statement on ports", None)
    ]


def test_a_list_of_documents_is_several_and_the_same_one_told_again_is_one() -> None:
    listed = read("en", "They signed a memorandum on ports, a memorandum on roads and an agreement on visas.")
    assert [title for _, title, _ in documents(listed)] == [
        "memorandum on ports", "memorandum on roads", "agreement on visas",
    ]  # fmt: skip
    again = read("en", "They signed a memorandum.", "The Port Memorandum on cranes was signed on 5 May 2026.")
    ((kind, title, signed),) = documents(again)
    assert (kind, title, str(signed)) == ("mou", "Port Memorandum on cranes", "2026-05-05")
    assert len(documents(read("en", "They signed a treaty.", "The agreement was signed by both."))) == 1


def test_what_is_told_again_adds_a_day_but_no_doubt_and_no_title_goes_over_a_mark() -> None:
    again = read("en", "They signed a treaty on ports.", "Another treaty is to be signed in 2028.")
    assert documents(again) == [("treaty", "treaty on ports", True)]
    twice = read("en", "They signed a treaty on ports and a treaty.")
    assert documents(twice) == [("treaty", "treaty on ports", True)]
    assert documents(read("en", "They signed a treaty. On ports they disagreed.")) == [("treaty", "treaty", True)]
    assert documents(read("en", "They signed a treaty, on ports too.")) == [("treaty", "treaty", True)]
    short = read("en", "They signed a memorandum of understanding (MoU) on ports.")
    assert documents(short) == [("mou", "memorandum of understanding (MoU) on ports", True)]
    three = read("en", "They signed a protocol on ports and a protocol on roads.", "The protocol was signed by both.")
    assert len(documents(three)) == 2


def test_no_more_sentences_are_read_for_documents_when_there_are_twenty() -> None:
    listed = ", they signed ".join(f"a protocol on port {chr(65 + number)}" for number in range(20))
    assert len(documents(read("en", f"They signed {listed}.", "They signed a treaty."))) == 20
    assert len(documents(read("en", f"They signed {listed}, they signed a protocol on port X."))) == 20
    fewer = listed.rpartition(", they signed ")[0]
    assert len(documents(read("en", f"They signed {fewer}.", "They signed a treaty."))) == 20


def test_a_document_of_a_planned_meeting_is_not_signed() -> None:
    text = (
        "Norwegian minister to visit Kenya\n\nNorwegian Minister Ann Berg will visit Kenya for talks with Kenyan "
        "Minister Paul Odede. They will sign a memorandum of understanding on ports."
    )
    (found,) = draft(text, WORDS)
    assert found.record["status"] == "planned"
    assert documents(found) == [("mou", "memorandum of understanding on ports", False)]


@pytest.mark.parametrize(
    ("language", "sentence", "owner", "due"),
    [
        ("en", "Norway undertook to open a data centre by December 2026.", "NO", "2026-12"),
        ("en", "Both sides agreed to create a joint fund by the end of 2027.", None, "2027"),
        ("en", "Ms Berg pledged to send ten experts before 1 September 2026.", "NO", "2026-09-01"),
        ("en", "Kenya committed to publish its rules by the end of the year.", "KE", "2026"),
        ("en", "Kenya and Norway undertook to exchange their lists by the end of next year.", None, "2027"),
        ("fr", "Le Chili s'est engagé à livrer dix serveurs d'ici décembre 2026.", "CL", "2026-12"),
        ("fr", "Les deux parties ont convenu de créer un fonds avant la fin de 2027.", None, "2027"),
        ("es", "Chile se comprometió a entregar diez servidores antes de diciembre de 2026.", "CL", "2026-12"),
        ("es", "Ambas partes acordaron crear un fondo a más tardar en junio de 2027.", None, "2027-06"),
        ("pt", "O Chile comprometeu-se a entregar dez servidores até dezembro de 2026.", "CL", "2026-12"),
        ("pt", "As duas partes acordaram criar um fundo.", None, None),
        ("de", "Norwegen verpflichtete sich, bis Dezember 2026 ein Rechenzentrum zu öffnen.", "NO", "2026-12"),
        ("de", "Beide Seiten vereinbarten, einen Fonds zu schaffen.", None, None),
        ("sv", "Norge åtog sig att öppna ett datacenter senast i december 2026.", "NO", "2026-12"),
        ("sv", "Båda sidor kom överens om att skapa en fond före slutet av 2027.", None, "2027"),
        ("it", "La Francia si è impegnata a consegnare dieci server entro la fine del 2026.", "FR", "2026"),
        ("it", "Le due parti hanno concordato di creare un fondo.", None, None),
        ("nl", "Noorwegen verbond zich ertoe tegen eind 2026 een datacentrum te openen.", "NO", "2026"),
        ("nl", "Beide partijen kwamen overeen om een fonds op te richten.", None, None),
        ("ar", "وتعهدت تشيلي بتسليم عشرة خوادم قبل ديسمبر 2026.", "CL", "2026-12"),
        ("ar", "واتفق الطرفان على إنشاء صندوق بحلول نهاية 2027.", None, "2027"),
    ],
)
def test_what_a_party_undertook_is_a_commitment(
    language: str, sentence: str, owner: str | None, due: str | None
) -> None:
    found = read(language, sentence)
    (made,) = found.record["commitments"]
    assert made.get("owner") == owner
    assert (str(made["due"]) if "due" in made else None) == due
    assert not doubts(found, "commitments")
    (rests,) = [each for each in found.evidence if each.route == ("commitments", 0, "text")]
    assert rests.text in sentence


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Norway is committed to opening its markets."),
        ("en", "The company undertook to build a plant by 2027."),
        ("en", "They agreed to strengthen their cooperation."),
        ("en", "They did not agree to create a fund; Norway never undertook to pay."),
        ("en", "In 2019 Norway undertook to open a school."),
        ("en", "France undertook to open a school by 2027."),
        ("en", "They agreed to go."),
        ("fr", "Les deux parties ont convenu de renforcer leurs liens."),
        ("fr", "La société s'est engagée à construire une usine d'ici 2027."),
        ("es", "Ambas partes acordaron fortalecer sus vínculos."),
        ("es", "La empresa se comprometió a construir una planta."),
        ("pt", "As duas partes acordaram reforçar os laços."),
        ("pt", "As duas partes concordaram em aumentar a cooperação."),
        ("de", "Beide Seiten vereinbarten, die Zusammenarbeit zu vertiefen."),
        ("de", "Beide Seiten vereinbarten, bei den Häfen und in der Forschung enger zusammenzuarbeiten."),
        ("de", "Das Unternehmen verpflichtete sich, ein Werk zu bauen."),
        ("sv", "Båda sidor kom överens om att stärka banden."),
        ("it", "Le due parti hanno concordato di rafforzare i legami."),
        ("nl", "Beide partijen kwamen overeen om de banden te versterken."),
        ("ar", "واتفق الطرفان على تعزيز التعاون."),
        ("ar", "وتعهدت الشركة ببناء مصنع قبل 2027."),
    ],
)
def test_what_is_vague_denied_older_or_of_others_is_no_commitment(language: str, sentence: str) -> None:
    assert "commitments" not in read(language, sentence).record


def test_until_when_is_a_day_beside_the_word_for_it() -> None:
    (made,) = read("en", "Norway undertook to open a school built by its engineers.").record["commitments"]
    assert "due" not in made
    (made,) = read("en", "By then both sides agreed to open schools led by the people of Oslo in 2027.").record[
        "commitments"
    ]
    assert "due" not in made
    text = HEADS["en"].replace(" on 5 May 2026", "") + " At the end of the year Kenya undertook to open a school."
    (found,) = draft(text, WORDS)
    assert "due" not in found.record["commitments"][0]
    (found,) = draft(text.replace("school.", "school by the end of the year."), WORDS)
    assert "due" not in found.record["commitments"][0]


def test_who_undertook_is_asked_where_the_text_does_not_say() -> None:
    found = read("en", "Afterwards, it was said, she undertook to open a school.")
    assert "owner" not in found.record["commitments"][0]
    (doubt,) = [each for each in found.unresolved if each.route == ("commitments", 0, "owner")]
    assert set(doubt.candidates) == {"KE", "NO"}


@pytest.mark.parametrize(("told", "taken"), [(11, 11), (12, 12), (13, 12)])
def test_twelve_commitments_are_taken_of_one_meeting(told: int, taken: int) -> None:
    found = read("en", " ".join(f"Norway undertook to open {number} schools." for number in range(told)))
    assert len(found.record["commitments"]) == taken


def test_a_long_commitment_ends_with_a_word() -> None:
    (made,) = read("en", f"Norway undertook to open {'very ' * 100}large schools.").record["commitments"]
    assert made["text"].endswith("very")
    assert len(made["text"]) < 310


@pytest.mark.parametrize(
    ("language", "sentence", "day"),
    [
        ("en", "They agreed to meet again in Nairobi in March 2027.", "2027-03"),
        ("en", "The next meeting will be held in Nairobi on 3 March 2027.", "2027-03-03"),
        ("en", "The next session will be held in 2027.", "2027"),
        ("fr", "Les deux ministres se retrouveront à Santiago en mars 2027.", "2027-03"),
        ("es", "La próxima reunión se celebrará en Santiago en marzo de 2027.", "2027-03"),
        ("pt", "A próxima reunião será em Santiago em março de 2027.", "2027-03"),
        ("de", "Die nächste Sitzung ist für März 2027 in Nairobi geplant.", "2027-03"),
        ("sv", "Nästa möte hålls i Nairobi i mars 2027.", "2027-03"),
        ("it", "La prossima riunione si terrà a Nairobi nel 2027.", "2027"),
        ("nl", "De volgende bijeenkomst is in 2027 in Nairobi.", "2027"),
        ("ar", "وسيعقد الاجتماع المقبل في سانتياغو في مارس 2027.", "2027-03"),
    ],
)
def test_the_day_they_agreed_to_meet_again_is_the_next_meeting(language: str, sentence: str, day: str) -> None:
    found = read(language, sentence).record
    assert str(found["next_meeting"]) == day
    assert str(found.get("date", "2026-05-05")) == "2026-05-05"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The next meeting of the African Union will be held in June 2026."),
        ("en", "They agreed to meet again."),
        ("en", "A report is to be published in March 2027."),
        ("en", "The next meeting had been planned for March 2026."),
        ("fr", "Ils se retrouveront bientôt."),
        ("es", "La próxima cumbre de la Unión Africana será en junio de 2026."),
        ("pt", "A próxima cimeira da União Africana será em junho de 2026."),
        ("de", "Das nächste Treffen der EU ist im Juni 2026."),
        ("sv", "Nästa möte i EU hålls i juni 2026."),
        ("ar", "وسيعقد الاجتماع المقبل للاتحاد الأفريقي في يونيو 2026."),
    ],
)
def test_the_meeting_of_others_or_without_a_day_is_no_next_meeting(language: str, sentence: str) -> None:
    assert "next_meeting" not in read(language, sentence).record


@pytest.mark.parametrize(
    ("sentence", "is_commitment"),
    [
        ("They agreed that officials will draw a map of the coast.", True),
        ("They agreed that officials would draw a map of the coast.", True),
        ("They agreed that the two ports shall share their maps.", True),
        ("They agreed that a map of the coast is to be drawn.", True),
        ("They agreed to draw a map of the coast.", True),
        ("They agreed that the map of the coast is good.", False),
        ("They agreed that the two ports had useful maps.", False),
        ("They agreed that maps of the coast matter to sailors.", False),
        ("They agreed that the two ports are reliable partners.", False),
        ("Norway pledged that its maps are true.", False),
    ],
)
def test_what_they_agreed_to_be_so_is_no_commitment(sentence: str, *, is_commitment: bool) -> None:
    assert bool(read("en", sentence).record.get("commitments")) == is_commitment


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Beide Länder hatten am 3. Mai 2020 als erste in Afrika ein Abkommen über Häfen unterzeichnet."),
        ("de", "Beide hatten im Winter ein Abkommen über Häfen unterzeichnet."),
        ("en", "Both had signed a treaty on ports."),
        ("it", "I due avevano firmato un accordo sui porti."),
        ("sv", "Norges statsminister besökte Oslo i mars, då de undertecknade en avsiktsförklaring om hamnar."),
        ("en", "They travelled in March and signed a treaty on ports."),
        ("es", "Los ministros iban a reunirse en Lima y a suscribir dos convenios sobre puertos."),
    ],
)
def test_what_had_been_signed_or_was_in_another_month_is_no_outcome(language: str, sentence: str) -> None:
    assert documents(read(language, sentence)) == []


@pytest.mark.parametrize(
    ("language", "sentence", "title"),
    [
        ("en", "They had talks and signed a treaty on ports.", "treaty on ports"),
        ("en", "They met in May and signed a treaty on ports.", "treaty on ports"),
        ("es", "Firmaron un convenio sobre puertos, que entrará en vigor el 3 de enero.", "convenio sobre puertos"),
        ("it", "I due hanno invece sottoscritto un protocollo, che entrerà in vigore il 1° luglio.", "protocollo"),
        ("nl", "De ministers ondertekenden een aanhangsel bij het verdrag.", "aanhangsel"),
        ("sv", "De hann skriva under ett avtal om hamnar.", "avtal om hamnar"),
    ],
)
def test_what_was_signed_is_an_outcome_whatever_else_the_sentence_says(
    language: str, sentence: str, title: str
) -> None:
    assert [each for _, each, _ in documents(read(language, sentence))][:1] == [title]


GOES_ON = [
    ("en", "memorandum on digital identity", "They signed a {} and spoke of cloud services."),
    ("en", "agreement on digital identity", "The ministers signed an {} and welcomed progress on cloud services."),
    ("fr", "accord sur l'identité numérique", "Ils ont signé un {} et ont évoqué les services cloud."),
    ("es", "memorando sobre identidad digital", "Firmaron un {} y hablaron de computación en la nube."),
    ("pt", "memorando sobre identidade digital", "Assinaram um {} e falaram de computação em nuvem."),
    ("de", "Abkommen über digitale Identität", "Sie unterzeichneten ein {} und sprachen über Cloud-Dienste."),
    ("sv", "avtal om digital identitet", "De undertecknade ett {} och talade om molntjänster."),
    ("it", "memorandum sull'identità digitale", "Hanno firmato un {} e hanno parlato di cloud computing."),
    ("nl", "memorandum over digitale identiteit", "Zij ondertekenden een {} en spraken over clouddiensten."),
    ("ar", "مذكرة تفاهم حول الهوية الرقمية", "ووقعا {} وتحدثا عن الحوسبة السحابية."),
]
LISTED = [
    ("en", "They signed a memorandum on digital identity and cloud services."),
    ("fr", "Ils ont signé un accord sur l'identité numérique et les services cloud."),
    ("es", "Firmaron un memorando sobre identidad digital y computación en la nube."),
    ("pt", "Assinaram um memorando sobre identidade digital e computação em nuvem."),
    ("de", "Sie unterzeichneten ein Abkommen über digitale Identität und Cloud-Dienste."),
    ("sv", "De undertecknade ett avtal om digital identitet och molntjänster."),
    ("it", "Hanno firmato un memorandum sull'identità digitale e il cloud computing."),
    ("nl", "Zij ondertekenden een memorandum over digitale identiteit en clouddiensten."),
    ("ar", "ووقعا مذكرة تفاهم حول الهوية الرقمية والحوسبة السحابية."),
]


def stages(found: Draft) -> dict[str, str]:
    return {each["topic"]: each.get("stage", "discussed") for each in found.record["topics"]}


@pytest.mark.parametrize(("language", "title", "sentence"), GOES_ON)
def test_what_they_spoke_of_besides_is_of_no_document(language: str, title: str, sentence: str) -> None:
    found = read(language, sentence.format(title))
    assert [title for _, title, _ in documents(found)] == [title]
    told = stages(found)
    assert (told["digital-identity"], told["cloud"]) == ("agreed", "discussed")


@pytest.mark.parametrize(("language", "sentence"), LISTED)
def test_a_document_on_two_matters_is_on_both(language: str, sentence: str) -> None:
    found = read(language, sentence)
    assert [title[-5:] for _, title, _ in documents(found)] == [sentence[-6:-1]]
    told = stages(found)
    assert (told["digital-identity"], told["cloud"]) == ("agreed", "agreed")

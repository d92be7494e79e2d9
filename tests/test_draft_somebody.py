"""Two countries beside a word for a meeting are a meeting only where somebody is who may meet for them."""

import pytest

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

NOBODY = [
    ("en", "Rice from Norway\n\nTraders from Kenya spoke in a meeting about rice that comes from Norway this year."),
    ("fr", "Du riz de Norvège\n\nDes marchands du Kenya ont parlé lors d’une réunion du riz qui vient de Norvège."),
    ("de", "Reis aus Norwegen\n\nHändler aus Kenia sprachen bei einem Treffen über Reis, der aus Norwegen kommt."),
    ("es", "Arroz de Noruega\n\nComerciantes de Kenia hablaron en una reunión del arroz que llega de Noruega."),
    ("pt", "Arroz da Noruega\n\nComerciantes do Quénia falaram numa reunião do arroz que chega da Noruega."),
    (
        "it",
        "Riso dalla Norvegia\n\nMercanti del Kenya hanno parlato in una riunione del riso che viene dalla Norvegia.",
    ),
    ("nl", "Rijst uit Noorwegen\n\nHandelaren uit Kenia spraken op een bijeenkomst over rijst die uit Noorwegen komt."),
    ("sv", "Ris från Norge\n\nHandlare från Kenya talade på ett möte om ris som kommer från Norge i år."),
    ("ar", "الأرز من النرويج\n\nتحدث تجار من كينيا في اجتماع عن الأرز الذي يأتي من النرويج هذا العام."),
    (
        "en",
        "Kenya is worried\n\nFishing off Norway worries Kenya. The talks have gone on for weeks and nobody knows more.",
    ),
]
SOMEBODY = [
    ("en", "A new step on rice\n\nOn 12 May 2026 in Vienna, negotiators from Kenya met with negotiators from Norway."),
    ("fr", "Un pas pour le riz\n\nLe 12 mai 2026 à Vienne, des experts du Kenya ont rencontré des experts de Norvège."),
    ("ar", "خطوة جديدة للأرز\n\nاجتمع يوم 12 مايو 2026 في فيينا خبراء من كينيا وخبراء من النرويج."),
    ("de", "Ein Schritt beim Reis\n\nAm 12. Mai 2026 trafen in Wien Diplomaten aus Kenia Diplomaten aus Norwegen."),
    ("es", "Un paso para el arroz\n\nEl 12 de mayo de 2026 se reunieron en Viena negociadores de Kenia y de Noruega."),
    ("pt", "Um passo para o arroz\n\nEm 12 de maio de 2026 reuniram-se em Viena peritos do Quénia e da Noruega."),
    (
        "it",
        "Un passo per il riso\n\nIl 12 maggio 2026 a Vienna esperti del Kenya hanno incontrato esperti di Norvegia.",
    ),
    (
        "nl",
        "Een stap voor rijst\n\nOp 12 mei 2026 spraken in Wenen deskundigen uit Kenia met deskundigen uit Noorwegen.",
    ),
    ("sv", "Ett steg för ris\n\nDen 12 maj 2026 träffade diplomater från Kenya i Wien diplomater från Norge."),
    (
        "en",
        "A new step on rice\n\nIn an effort to bring down prices after a long winter, Kenya held talks with Norway.",
    ),
    (
        "en",
        "A new step on rice\n\nAt a ceremony in the old town hall of Vienna on Monday, Kenya and Norway met to sign.",
    ),
    ("en", "A new step on rice\n\nVladimir Putin held a phone call with Xi Jinping on Monday."),
    ("en", "Rice\n\nOn Monday Kenya and Norway held talks in Rome about rice."),
    ("en", "Rice\n\nOn Monday delegations from Kenya held talks in Rome about rice with Norway."),
    ("en", "Rice\n\nRice was the subject when the minister of Kenya held talks in Rome with Norway on Monday."),
    ("es", "Arroz\n\nDel arroz habló el lunes el ministro de Kenia en una reunión en Roma con Noruega."),
    ("fr", "Du riz\n\nLe Kenya et la Norvège ont tenu lundi des entretiens à Rome sur le riz."),
    ("de", "Reis\n\nKenia und Norwegen haben am Montag in Rom Gespräche über Reis geführt."),
    ("es", "Arroz\n\nKenia y Noruega celebraron el lunes en Roma una reunión sobre el arroz."),
    ("pt", "Arroz\n\nO Quénia e a Noruega realizaram na segunda-feira em Roma uma reunião sobre o arroz."),
    ("it", "Riso\n\nIl Kenya e la Norvegia hanno tenuto lunedì a Roma colloqui sul riso."),
    ("nl", "Rijst\n\nKenia en Noorwegen hielden maandag in Rome overleg over rijst: een ontmoeting van twee uur."),
    ("sv", "Ris\n\nEtt möte mellan Kenya och Norge om ris hölls i måndags i Rom."),
    ("ar", "الأرز\n\nعقد وفد من كينيا يوم الاثنين في روما اجتماعا مع النرويج عن الأرز."),
    ("en", "Kenya and Norway meet in Rome\n\nKenya wants to buy more. The talks with Norway on rice began on Monday."),
]


def is_doubted(language: str, text: str) -> bool:
    found = draft(text, packaged_vocabularies(), published="2026-03-10", language=language)
    return any(doubt.route == () for doubt in found[0].unresolved)


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_two_countries_beside_a_meeting_of_others_did_not_meet(language: str, text: str) -> None:
    assert is_doubted(language, text)


@pytest.mark.parametrize(("language", "text"), SOMEBODY)
def test_two_countries_that_act_or_send_somebody_met(language: str, text: str) -> None:
    assert not is_doubted(language, text)

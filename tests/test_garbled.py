"""Bytes that are no text, and text that was decoded wrongly, are refused with what to do, or named; a text is not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Repo, Result

from coopdb.author.articles.garbled import remark_on_garbled
from coopdb.author.articles.reading import read_source
from coopdb.author.encoding import Encoding
from coopdb.errors import StopError

Run = Callable[..., Result]
SILENT = Encoding(None, lambda _: None)
PDF = (Path(__file__).parent / "articles/paper.pdf").read_bytes()
TEXTS = {
    "ar": "التقى وزير الخارجية الكيني نظيره النرويجي في أوسلو، وبحثا الأمن السيبراني من جانبه على هامش المؤتمر.",
    "de": "Die Außenministerin empfing in Köln ihren türkischen Kollegen; beide würdigten die Präsidentschaft.",
    "es": "El ministro recibió en Málaga a su homólogo, señor Muñoz; la reunión tendrá continuación.",
    "fr": "Le ministre des Affaires étrangères a été reçu à Genève ; la coopération numérique était évoquée.",
    "it": "Il ministro ha incontrato a Forlì la sua omologa: più università, libertà e una novità per la città.",
    "nl": "De minister ontmoette haar collega's in Epe: coördinatie, reünie, ideeën, oriëntatie, financiële steun.",
    "pt": "A ministra dos Negócios Estrangeiros recebeu em São Tomé o seu homólogo; a cooperação não está em questão.",
    "sv": "Utrikesministern träffade på måndagen sin kollega i Malmö; mötet rörde åtgärder för en säker miljö.",
}


def spoilt(text: str, written: str, read: str) -> str:
    """Return a text that was written in one encoding and read as if in another."""
    return text.encode(written, "replace").decode(read, "replace")


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("read", ["cp1252", "latin-1", "mac-roman", "cp1256", "cp1251"])
def test_utf_8_that_was_read_as_something_else_is_refused(language: str, read: str) -> None:
    garbled = spoilt(TEXTS[language], "utf-8", read)
    with pytest.raises(StopError, match=r"`a` (was decoded wrongly|has lost)") as error:
        read_source(garbled.encode(), "a", SILENT)
    assert "anew" in error.value.hint


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_is_garbled_by_no_chance(language: str) -> None:
    for text in (TEXTS[language], TEXTS[language].upper()):
        assert remark_on_garbled(text, "a") == ()


@pytest.mark.parametrize(
    "text",
    [
        "« CAFÉ » — “SÃO JOSÉ” … ‘ÎLE’ : À°, «ÂGÉ» ; 5 m², 20 °C, n° 3 — Âge™",
        "ألقى الشروط، وبسط؛ خط» فقط… حفظ” ولفظ",  # letters before what mojibake has behind them
        "وقعت Google وMicrosoft وOracle وIBM اتفاقا مع الوزارة في الرباط",
        "Ørsted, Åland, Ñandú, Übersee, Øystein, Änderung",
        "L’Égypte, l’État, l’école, l’économie, l’énergie et l’éducation, l’été d’échanges, l’élevage",
        "C’è, com’è, non c’è, Cos’è, Dov’è, Qual’è",
        "“É bom” “É mau” “É assim” ”Är ”Än ”Åh ”Öl …é …à “à “é ’À ’Ê ’ô ’î",
        "Ω-3 fatty acids, the 5 kΩ and µm of π",
        "The Russian МИД and Foreign Ministry met Лавров (Lavrov)",
    ],
)
def test_what_looks_like_it_is_no_mojibake(text: str) -> None:
    assert remark_on_garbled(text, "a") == ()


def test_arabic_of_windows_that_was_read_as_western_is_refused() -> None:
    with pytest.raises(StopError, match="its Arabic letters are western ones"):
        remark_on_garbled(spoilt(TEXTS["ar"], "cp1256", "cp1252"), "a")
    assert remark_on_garbled("Gréées, créée, Æøå", "a") == ()  # three in a row, and no Arabic word


@pytest.mark.parametrize(("pairs", "is_said"), [(2, False), (3, True)])
def test_a_part_that_is_garbled_is_named(pairs: int, is_said: bool) -> None:  # a parameter
    text = f"{TEXTS['fr']} {'Ã© ' * pairs}"
    said = ("a part of it was decoded wrongly: it has `Ã©` for `é`",) if is_said else ()
    assert remark_on_garbled(text, "a") == said


def test_what_cannot_be_printed_is_shown_by_its_number() -> None:
    with pytest.raises(StopError, match=r"it has `â\\x80\\x99` for `’`"):
        remark_on_garbled("l\u00e2\u0080\u0099un l\u00e2\u0080\u0099autre l\u00e2\u0080\u0099eau", "a")


@pytest.mark.parametrize(("lost", "is_refused"), [(1, False), (2, False), (3, True)])
def test_letters_that_are_lost_are_counted_and_many_are_too_many(lost: int, is_refused: bool) -> None:  # a parameter
    text = "a" * (100 - lost) + "\ufffd" * lost
    if is_refused:
        with pytest.raises(StopError, match="`a` has lost 3 of its letters"):
            remark_on_garbled(text, "a")
    else:
        assert remark_on_garbled(text, "a") == (f"it has lost {lost} of its letters, which are `\ufffd`",)


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("told", ["cp1252", "cp1256", "latin-1", "cp1251", "mac-roman", "shift_jis", "ascii"])
def test_utf_8_is_in_no_other_encoding_that_is_told(language: str, told: str) -> None:
    with pytest.raises(StopError, match=f"`--encoding {told}` does not fit `a`") as error:
        read_source(TEXTS[language].encode(), "a", SILENT._replace(told=told))
    assert error.value.hint == "tell another, or leave it out"
    assert read_source(TEXTS[language].encode(), "a", SILENT._replace(told="UTF8")).text == TEXTS[language]
    assert read_source(b"Kenya and Norway", "a", SILENT._replace(told=told)).text == "Kenya and Norway"


@pytest.mark.parametrize(("language", "told"), [("fr", "cp1251"), ("es", "cp1253"), ("de", "cp1251"), ("sv", "cp1256")])
def test_western_letters_read_as_of_another_script_are_refused(language: str, told: str) -> None:
    with pytest.raises(StopError, match="is in a word of western letters") as error:
        read_source(TEXTS[language].encode("cp1252"), "a", SILENT._replace(told=told))
    assert error.value.hint == "tell another `--encoding`, or leave it out"


def test_signs_of_windows_are_not_in_latin_1() -> None:
    with pytest.raises(StopError, match="it would have control characters, such as 0x93"):
        read_source("“Kenya”".encode("cp1252"), "a", SILENT._replace(told="latin-1"))
    assert read_source("“Kenya”".encode("cp1252"), "a", SILENT._replace(told="cp1252")).text == "“Kenya”"


@pytest.mark.parametrize(
    ("text", "encoding", "fit"),
    [
        (f"{TEXTS['fr']} Cœur et 5 M€.", "iso-8859-15", "iso-8859-15"),
        (TEXTS["it"], "mac-roman", "mac-roman"),
        (TEXTS["fr"], "cp850", "cp850"),
        (TEXTS["ar"], "iso-8859-6", "iso-8859-6"),
        ("الوزير المغربي؟", "cp1256", "windows-1256"),
        ("Иван Петров", "cp1251", ""),
        ("Antonín Dvořák", "cp1250", ""),
    ],
)
def test_the_encoding_that_is_proposed_fits_the_language(text: str, encoding: str, fit: str) -> None:
    content = text.encode(encoding, "replace")
    with pytest.raises(StopError, match="is not UTF-8") as error:
        read_source(content, "a", SILENT)
    how = f", perhaps `--encoding {fit}`," if fit else " with `--encoding`,"
    assert error.value.hint == f"tell its encoding{how} or save it as UTF-8"
    assert read_source(content, "a", SILENT._replace(told=fit or encoding)).text == content.decode(encoding)


@pytest.mark.parametrize("first", [b"", b"X", b"\0", b"\xff"])
@pytest.mark.parametrize("told", [None, "windows-1252"])
def test_a_pdf_whose_first_byte_is_damaged_is_no_text(first: bytes, told: str | None) -> None:
    with pytest.raises(StopError, match="`a` is a damaged PDF"):
        read_source(first + PDF[1:], "a", SILENT._replace(told=told))


@pytest.mark.parametrize(("controls", "is_text"), [(3, True), (4, False)])
def test_more_control_characters_than_by_mistake_are_no_text(controls: int, is_text: bool) -> None:  # a parameter
    content = b"Kenya and Norway met\n" + b"\x02" * controls
    if is_text:
        assert read_source(content, "a", SILENT).text == content.decode()
    else:
        with pytest.raises(StopError, match="`a` is not text"):
            read_source(content, "a", SILENT)
    assert read_source(b"Kenya and Norway met\f\v\t" * 9, "a", SILENT).text


@pytest.mark.parametrize(("letters", "is_cut"), [(40, False), (41, True), (100_000, True)])
def test_a_long_name_of_an_encoding_is_cut(
    letters: int, is_cut: bool, coopdb: Callable[..., Result]
) -> None:  # a parameter
    shown = "x" * 40 + "…" * is_cut
    result = coopdb("draft", "a.txt", "--encoding", "x" * letters)
    assert (result.code, result.err.splitlines()[0]) == (2, f"error: unknown encoding `{shown}`")


def test_what_is_lost_is_said_and_no_record_is_made_of_what_is_garbled(
    repo: Repo, coopdb: Callable[..., Result]
) -> None:
    met = "The Kenyan minister Ann Odede met the Norwegian minister Per Lund in Oslo on 8 May 2024. "
    (repo.root / "a.txt").write_text(f"{met * 2}L\ufffdn", encoding="utf-8")
    result = coopdb("draft", "a.txt")
    assert (result.code, "warning: `a.txt`: it has lost 1 of its letters, which are `\ufffd`" in result.err) == (
        0,
        True,
    )
    (repo.root / "b.txt").write_text(met + spoilt(TEXTS["fr"], "utf-8", "cp1252"), encoding="utf-8")
    result = coopdb("add", "--from", "b.txt", "--topic", "cloud", "--source", "https://example.org/a")
    assert (result.code, "`b.txt` was decoded wrongly" in result.err) == (3, True)
    assert not list(repo.root.glob("records/*/*"))


@pytest.mark.parametrize("mark", "’‘“”„«»…–—§°·")
def test_a_mark_beside_a_letter_of_its_language_is_no_mojibake(mark: str) -> None:
    small = "àâäáãåæçèéêëìíîïñòóôöõøœùúûüÿß"
    for letter in small + small.upper():
        assert remark_on_garbled(f"l{mark}{letter}t " * 5, "a") == ()
    for letter in f"{small.replace('ÿ', '')}ÀÁÇÈÉÊËÌÍÎÏÑÒÓÔÖÚÛÜ":  # not Ã, Â: the first letters of mojibake
        assert remark_on_garbled(f"{letter}{mark} la " * 5, "a") == ()

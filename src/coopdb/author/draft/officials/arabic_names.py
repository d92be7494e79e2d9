"""Where a name ends in an Arabic sentence: chains of fathers go on, and so does a surname with the article."""

from collections.abc import Sequence

from coopdb.author.draft.officials.arabic_words import ArabicKind, ArabicWord
from coopdb.author.draft.words import cues
from coopdb.pattern import pattern
from coopdb.text import fold

COMMA = pattern(r"[،,]")
_BREAKS = pattern(r"[؛:.()«»\"!؟–—-]|\n")
_ALIAS = pattern(r"\([^()]*[^\W\d_][^()]*\)")  # whose words are left out between a name and an office
_SON = frozenset(map(fold, ("بن", "بنت", "ابن")))
_WITH = pattern(r"ب(?!ن|و|ل|ا|ر|ي)\w{3,}")  # a word with بـ before it, which is not a third name; بوريطة is
_SERVANT = "عبد"
_FAITH = "الدين"  # in a given name: صلاح الدين
FULL = 2  # words of a name
_UNSURE = 3  # words of a name without a chain, where nothing shows its end
_LONGEST = 12
_NOBLE = frozenset({"الشيخ", "الشيخة", "الأمير", "الأميرة"})
_NO_NAMES = (ArabicKind.STOP, ArabicKind.OFFICE, ArabicKind.TITLE, ArabicKind.PLACE)


def is_close(found: Sequence[ArabicWord], number: int, plain: str) -> bool:
    """Tell whether nothing but a space, a comma, or the mark of a short title stands before a word: د. فلان."""
    before = found[number - 1]
    is_short = before.kind is ArabicKind.TITLE and len(before.text) == 1
    return is_short or not _BREAKS.search(_ALIAS.sub("", plain[before.end : found[number].start]))


def has_comma(found: Sequence[ArabicWord], number: int, plain: str) -> bool:
    """Tell whether a comma stands before a word."""
    return COMMA.search(plain, found[number - 1].end, found[number].start) is not None


def has_father(found: Sequence[ArabicWord], number: int) -> bool:
    """Tell a given name by the chain that follows, whatever else the word may mean: مساعد بن محمد."""
    is_last, text = number + 1 >= len(found), found[number].text
    is_noun_of_act = text in cues.small_words("common_nouns", "ar")  # استقبال بن سلمان
    return not is_last and fold(found[number + 1].text) in _SON and not is_chain(found[number]) and not is_noun_of_act


def name_end(found: Sequence[ArabicWord], first: int, plain: str) -> int:
    """Return the number behind a name: chains go on, and so does a surname with the article."""
    here, chained = first + 1, is_chain(found[first])
    is_noble = first > 0 and found[first - 1].text in _NOBLE
    while here < min(first + _LONGEST, len(found)) and not _ends_before(found, first, here, plain):
        token = found[here]
        is_last = _is_last(found, here, is_noble=is_noble)
        chained |= is_chain(token)
        here += 1
        if is_last:
            return here
    return here if chained or is_noble or here - first <= _UNSURE + 1 else first + FULL


def _ends_before(found: Sequence[ArabicWord], first: int, number: int, plain: str) -> bool:
    """Tell that a name ends before a word: behind a comma, in other letters, before an office, a country, a verb."""
    token = found[number]
    if has_comma(found, number, plain) or not is_close(found, number, plain):
        return True
    if token.text.isascii() != found[first].text.isascii():
        return True
    if has_father(found, number) or (is_chain(found[number - 1]) and token.kind is not ArabicKind.STOP):
        return False
    if token.kind is ArabicKind.OFFICE and not token.is_joined and _has_servant(found, number):
        return False  # حسين أمير عبد اللهيان
    if token.is_joined or token.kind in _NO_NAMES:
        return not (token.is_nisba and not token.is_joined and _ends_name(found, number))
    is_word = token.kind is ArabicKind.FIELD and not is_chain(token) and not may_be_surname(token)
    is_thing = token.text in cues.small_words("common_nouns", "ar")  # بعث فلان بن فلان برقية
    return is_word or (number - first >= FULL and (is_thing or _WITH.fullmatch(token.text) is not None))


def _has_servant(found: Sequence[ArabicWord], number: int) -> bool:
    """Tell a given name by the word for a servant of God behind it."""
    return number + 1 < len(found) and found[number + 1].text == _SERVANT


def _is_last(found: Sequence[ArabicWord], number: int, *, is_noble: bool) -> bool:
    """Tell a surname with the article, behind which no chain goes on, or one made of a country.

    A sheikh has several: ثامر جابر الأحمد الصباح.
    """
    token = found[number]
    if is_chain(found[number - 1]) or is_chain(token) or token.text == _FAITH:
        return False
    if token.is_nisba:
        return True
    behind = found[number + 1] if number + 1 < len(found) else None
    goes_on = behind is not None and (is_chain(behind) or (is_noble and _is_family(behind)))
    return token.kind is ArabicKind.FIELD and not goes_on


def _is_family(token: ArabicWord) -> bool:
    return token.kind is ArabicKind.FIELD and may_be_surname(token)


def _ends_name(found: Sequence[ArabicWord], number: int) -> bool:
    """Tell a surname made of a country from what a man is: محمد السوداني."""
    is_last = number + 1 >= len(found)
    return is_last or found[number + 1].kind not in (ArabicKind.PLACE, ArabicKind.FIELD)


def is_chain(token: ArabicWord) -> bool:
    """Tell a word that a name goes on behind: بن."""
    return fold(token.text) in cues.spoken("chains", "ar")


def is_noun(token: ArabicWord) -> bool:
    """Tell a noun of a field by its ending from a given name: عصرنة الإدارة, تكنولوجيات الاتصال."""
    return token.text.endswith(("ة", "ات", "يين", "يون")) and token.text not in cues.small_words("given_feminine", "ar")


def may_be_surname(token: ArabicWord) -> bool:
    """Tell a surname with the article from the words of an office."""
    is_other = token.text.endswith("ات") or token.text in cues.small_words("articled_words", "ar")
    return token.text.startswith("ال") and not token.is_joined and not is_other


def name_before(found: Sequence[ArabicWord], number: int, used: int, plain: str) -> tuple[int, int] | None:
    """Find the name that an office stands behind: ميخائيل بوغدانوف نائب وزير."""
    if found[number].is_joined or number - used < FULL or not is_close(found, number, plain):
        return None
    first = number
    for token in reversed(found[max(used, number - _LONGEST) : number]):
        is_name = (
            token.kind is ArabicKind.OTHER
            or (token.kind is ArabicKind.FIELD and may_be_surname(token))
            or _in_chain(found, first - 1, used)
        )
        if not is_name or (first < number and (has_comma(found, first, plain) or not is_close(found, first, plain))):
            break
        first -= 1
        if token.is_joined:
            break
    while first < number and found[first].kind is not ArabicKind.OTHER:
        first += 1
    has_chain = any(is_chain(each) for each in found[first:number])
    if number - first > _UNSURE and not has_chain:
        first = number - FULL
        if found[first].kind is not ArabicKind.OTHER:
            return None
    return (first, number) if number - first >= FULL else None


def _in_chain(found: Sequence[ArabicWord], number: int, used: int) -> bool:
    return number > used and is_chain(found[number - 1])

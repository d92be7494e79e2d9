"""People in Arabic texts: no capitals show a name, which is read from titles, offices and the chain of fathers."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.arabic_names import (
    FULL,
    has_comma,
    has_father,
    is_close,
    name_before,
    name_end,
)
from coopdb.author.draft.officials.arabic_offices import (
    has_office_behind,
    is_name,
    is_office_word,
    is_second,
    opens,
    past_office,
    role_end,
    without_titles,
)
from coopdb.author.draft.officials.arabic_words import ArabicKind, ArabicWord, arabic_words
from coopdb.author.draft.officials.office import speaks
from coopdb.author.draft.officials.person import Person, Words
from coopdb.author.draft.text.text import Article, Passage
from coopdb.author.draft.words import cues
from coopdb.pattern import pattern
from coopdb.text import fold

_WORDS = Words("ar")
_ALIAS = 3  # words in brackets behind a name: محمود عباس (أبو مازن)
_WITH_ARTICLE = pattern(r"(?<![\u0621-\u06d3])[وفبك]{0,2}(ال[\u0621-\u06d3]{3,})")
_AND = pattern(r"\s*[،,]?\s*و(?:(?:أخيه|أخيها|أخوه|شقيقه|شقيقها|نظيره|نظيرها)\s+)?")
_INDEFINITE = "ا"  # what a noun that somebody met ends with: وفدا
_NEAR = 20  # characters before an office in which the word before it stands
_BEFORE = 40  # characters before an office that say that its holder was not there


def arabic_people(names: Names, sentence: Passage) -> Iterator[Person]:
    """Yield the people beside offices or titles in a sentence; who is joined to somebody absent is absent too."""
    before: Person | None = None
    for each in _people(names, sentence):
        is_with_absent = before is not None and before.is_absent and _is_joined(names.article, before, each)
        before = each._replace(is_absent=each.is_absent or is_with_absent)
        yield before


def _is_joined(article: Article, before: Person, each: Person) -> bool:
    """Tell the second of two: والرئيس فلان, وأخيه الأمير فلان."""
    between = article.plain[before.whole_end : each.near]
    return _AND.fullmatch(between) is not None


def _people(names: Names, sentence: Passage) -> Iterator[Person]:
    """Yield the people beside offices or titles in a sentence."""
    plain = names.article.plain
    found = _without_aliases(tuple(arabic_words(names, sentence)), plain)
    used = 0
    for number in range(len(found)):
        if number < used or not opens(found, number) or has_father(found, number):
            continue
        if is_office_word(found, number) and (name := _name_before(names, found, number, used)):
            end = role_end(found, number, plain)
            used = end
            yield _person(plain, found, name, (number, end), sentence)
            continue
        first = past_office(found, number, plain)
        if first is not None and _is_common(names, found, first):
            first = None
        if used == number and number and first is not None and is_second(found, number, first, plain):
            used = role_end(found, number, plain)  # of two offices of the one before
            continue
        last = name_end(found, first, plain) if first is not None else 0
        is_holder = first == number + 1 and _is_holder(names, found, number, last)
        if first is None or not (is_holder or is_name(found, number, first, last)):
            used = max(used, first or number + 1)
            continue
        end = last
        has_title_alone = all(each.kind is ArabicKind.TITLE for each in found[number:first])
        if has_office_behind(found, last, plain):
            end = role_end(found, last, plain)
        role = (last, end) if has_title_alone and end > last else without_titles(found, number, first)
        used = end
        yield _person(plain, found, (first, last), role, sentence, number)
        if end == last and (behind := _next_of_list(found, last, plain)):
            used = behind
            yield _person(plain, found, (last, behind), role, sentence, number)


def _is_holder(names: Names, found: Sequence[ArabicWord], number: int, last: int) -> bool:
    """Tell a name right behind an office with the article, by a verb of meeting beside it, or as the text has it again.

    الوزير فلان الفلاني التقى, استقبل الوزير فلان الفلاني, not الوزير استعرض فرص, استقبل الوزير عددا كبيرا.
    """
    words = [each.text for each in found[number + 1 : last]]
    if len(words) < FULL or not found[number].text.startswith("ال"):
        return False
    if any(each in cues.small_words("common_nouns", "ar") or f"ال{each}" in _definite(names.article) for each in words):
        return False
    if any(fold(each.removesuffix(_INDEFINITE)) in _nouns() for each in words):
        return False
    before = names.article.words_in(max(found[number].start - _NEAR, 0), found[number].start)[-1:]
    is_acting = last < len(found) and fold(found[last].text) in cues.spoken("meeting", "ar")
    return is_acting or any(each.folded in _openers() for each in before) or _counts(names.article)[fold(words[-1])] > 1


@cache
def _openers() -> frozenset[str]:
    """Return the words before an office that say that its holder met, was met, led or came along: استقبل, برئاسة."""
    return cues.joined("ar", "meeting", "led_by", "accompanying", "with") - cues.spoken("encounters", "ar")


@cache
def _nouns() -> frozenset[str]:
    """Return nouns that are no names: those that Arabic texts are full of, and what one receives."""
    return cues.joined("ar", "common_nouns", "sides", "portfolios", "encounters", "offices")


@lru_cache(maxsize=4)
def _counts(article: Article) -> Counter[str]:
    """Return how often a text has each word."""
    return Counter(each.folded for each in article.words)


def _without_aliases(found: Sequence[ArabicWord], plain: str) -> Sequence[ArabicWord]:
    """Leave out what stands in brackets between a name and an office: محمود عباس (أبو مازن) رئيس السلطة."""
    left, number = [], 0
    while number < len(found):
        last = _alias_end(found, number, plain) if number else number
        number = max(last, number)
        left.append(found[number])
        number += 1
    return left


def _alias_end(found: Sequence[ArabicWord], number: int, plain: str) -> int:
    """Return the number of the office behind some words in brackets that follow a name; the number itself for none."""
    if found[number - 1].kind is not ArabicKind.OTHER or "(" not in plain[found[number - 1].end : found[number].start]:
        return number
    ends = range(number + 1, min(number + _ALIAS + 1, len(found)))
    last = next((each for each in ends if ")" in plain[found[each - 1].end : found[each].start]), number)
    return last if found[last].kind is ArabicKind.OFFICE else number


def _name_before(names: Names, found: Sequence[ArabicWord], number: int, used: int) -> tuple[int, int] | None:
    """Return where a name stands that an office is behind; None for what begins with a noun."""
    name = name_before(found, number, used, names.article.plain)
    return name if name and not _is_common(names, found, name[0]) else None


def _is_common(names: Names, found: Sequence[ArabicWord], number: int) -> bool:
    """Tell a noun from a name: behind an office, and with an article elsewhere in the text."""
    if (number and found[number - 1].kind is ArabicKind.TITLE) or has_father(found, number):
        return False
    text = found[number].text
    return text in cues.small_words("common_nouns", "ar") or f"ال{text}" in _definite(names.article)


@lru_cache(maxsize=4)
def _definite(article: Article) -> frozenset[str]:
    """Return the words of a text that have the article."""
    return frozenset(each[1] for each in _WITH_ARTICLE.finditer(article.plain))


def _next_of_list(found: Sequence[ArabicWord], number: int, plain: str) -> int:
    """Return the number behind the name that shares the office of the one before: مستشارا الملك فلان وفلان."""
    if number >= len(found) or not found[number].is_joined or not is_close(found, number, plain):
        return 0
    last = name_end(found, number, plain) if found[number].kind is ArabicKind.OTHER else 0
    ends = last >= len(found) or has_comma(found, last, plain) or not is_close(found, last, plain)
    return last if ends and last - number >= FULL else 0


def _last_but_titles(words: Sequence[str]) -> str:
    """Return the last word before an office, or before the titles of a king: حكومة خادم الحرمين الشريفين."""
    text = " ".join(words)
    for name in _known_offices():
        text = text.removesuffix(f" {name}")
    return text.rpartition(" ")[2]


@cache
def _known_offices() -> tuple[str, ...]:
    """Return the offices that one country has, the longest first, folded."""
    return tuple(sorted(cues.known_offices(), key=len, reverse=True))


def _person(
    plain: str,
    found: Sequence[ArabicWord],
    name: tuple[int, int],
    role: tuple[int, int],
    sentence: Passage,
    near: int | None = None,
) -> Person:
    start, end = found[name[0]].start, found[name[1] - 1].end
    role_start, role_end = found[role[0]].start, found[role[1] - 1].end
    text = plain[role_start:role_end].strip(" ،,")
    begin = min(start, role_start, found[near].start if near is not None else start)
    words = fold(plain[max(begin - _BEFORE, sentence.start) : begin]).split()[-4:]
    is_absent = (
        cues.word_list("absent", "ar").is_in(" ".join(words))
        or cues.word_list("owned_by", "ar").is_in(_last_but_titles(words))
        or not cues.small_words("former", "ar").isdisjoint(text.split())
        or speaks(text, _WORDS)
    )
    is_counterpart = any(fold(each.text) in cues.spoken("counterparts", "ar") for each in found[role[0] : role[1]])
    return Person(
        " ".join(plain[start:end].replace("_", " ").split()),
        " ".join(text.split()),
        start,
        end,
        role_start,
        role_start + len(text),
        None,
        begin,
        is_absent,
        is_counterpart,
    )

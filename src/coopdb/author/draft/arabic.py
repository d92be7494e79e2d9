"""People in Arabic texts: no capitals show a name, which is read from titles, offices and the chain of fathers."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from coopdb.author.draft import cues
from coopdb.author.draft.arabic_names import (
    FULL,
    has_comma,
    has_father,
    is_close,
    is_noun,
    may_be_surname,
    name_before,
    name_end,
)
from coopdb.author.draft.arabic_words import ArabicKind, ArabicWord, arabic_words
from coopdb.author.draft.names import Names
from coopdb.author.draft.office import speaks
from coopdb.author.draft.person import Person, Words
from coopdb.author.draft.text import Article, Passage
from coopdb.text import fold

_WORDS = Words("ar")
_PERSONAL = frozenset({"د", "م", "أ", "الدكتور", "الدكتورة", "المهندس", "المهندسة", "الأستاذ", "الأستاذة"})
_STATE, _IN, _FROM = "دولة", "في", "من"
_HEAD, _DELEGATION = "رئيس", "وفد"
_ALIAS = 3  # words in brackets behind a name: محمود عباس (أبو مازن)
_WITH_ARTICLE = re.compile(r"(?<![\u0621-\u06d3])[وفبك]{0,2}(ال[\u0621-\u06d3]{3,})")
_BEFORE = 40  # characters before an office that say that its holder was not there


def arabic_people(names: Names, sentence: Passage) -> Iterator[Person]:
    """Yield the people beside offices or titles in a sentence."""
    plain = names.article.plain
    found = _without_aliases(tuple(arabic_words(names, sentence)), plain)
    used = 0
    for number in range(len(found)):
        if number < used or not _opens(found, number) or has_father(found, number):
            continue
        if _is_office(found, number) and (name := _name_before(names, found, number, used)):
            end = _role_end(found, number, plain)
            used = end
            yield _person(plain, found, name, (number, end), sentence)
            continue
        first = _past_office(found, number, plain)
        if first is not None and _is_common(names, found, first):
            first = None
        if used == number and number and first is not None and _is_second(found, number, first, plain):
            used = _role_end(found, number, plain)  # of two offices of the one before
            continue
        last = name_end(found, first, plain) if first is not None else 0
        if first is None or not _is_name(found, number, first, last):
            used = max(used, first or number + 1)
            continue
        end = last
        has_title_alone = all(each.kind is ArabicKind.TITLE for each in found[number:first])
        if _has_office_behind(found, last, plain):
            end = _role_end(found, last, plain)
        role = (last, end) if has_title_alone and end > last else _without_titles(found, number, first)
        used = end
        yield _person(plain, found, (first, last), role, sentence, number)
        if end == last and (behind := _next_of_list(found, last, plain)):
            used = behind
            yield _person(plain, found, (last, behind), role, sentence, number)


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


def _without_titles(found: Sequence[ArabicWord], number: int, first: int) -> tuple[int, int]:
    """Return where an office begins and ends, without the titles between it and the name; titles alone stay."""
    last = first
    while last > number + 1 and found[last - 1].kind is ArabicKind.TITLE:
        last -= 1
    has_office = any(each.kind is ArabicKind.OFFICE for each in found[number:last])
    return (number, last) if has_office else (number, first)


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


def _opens(found: Sequence[ArabicWord], number: int) -> bool:
    """Tell an office or a title; دولة is one before another only, else it is a state."""
    if found[number].text == _STATE:
        return number + 1 < len(found) and found[number + 1].kind in (ArabicKind.OFFICE, ArabicKind.TITLE)
    return found[number].kind in (ArabicKind.OFFICE, ArabicKind.TITLE)


def _has_office_behind(found: Sequence[ArabicWord], number: int, plain: str) -> bool:
    """Tell the office of the name before it from that of the next, who is named behind it."""
    if number >= len(found) or not _is_office(found, number) or found[number].is_joined:
        return False
    first = _past_office(found, number, plain)
    if first is None or first == number + 1 or not is_close(found, number, plain):
        return is_close(found, number, plain)
    if _has_title_and_office(found, number, first, plain):
        return True
    is_list = any(has_comma(found, n, plain) or found[n].is_joined for n in range(number + 1, first + 1))
    return is_list or not _is_name(found, number, first, name_end(found, first, plain))


def _has_title_and_office(found: Sequence[ArabicWord], number: int, first: int, plain: str) -> bool:
    """Tell that the next name has a title before it, and an office of its own behind it: معالي فلان وزير."""
    last = name_end(found, first, plain)
    has_office = last < len(found) and found[last].kind is ArabicKind.OFFICE and not found[last].is_joined
    return has_office and found[first - 1].kind is ArabicKind.TITLE and found[number].kind is ArabicKind.OFFICE


def _is_office(found: Sequence[ArabicWord], number: int) -> bool:
    """Tell an office, also one that is a title too: السفير الياباني, المستشار العلمي."""
    token = found[number]
    if token.kind is not ArabicKind.TITLE or fold(token.text) not in cues.spoken("offices", "ar"):
        return token.kind is ArabicKind.OFFICE
    behind = found[number + 1].kind if number + 1 < len(found) else None
    return behind in (ArabicKind.PLACE, ArabicKind.FIELD)


def _next_of_list(found: Sequence[ArabicWord], number: int, plain: str) -> int:
    """Return the number behind the name that shares the office of the one before: مستشارا الملك فلان وفلان."""
    if number >= len(found) or not found[number].is_joined or not is_close(found, number, plain):
        return 0
    last = name_end(found, number, plain) if found[number].kind is ArabicKind.OTHER else 0
    ends = last >= len(found) or has_comma(found, last, plain) or not is_close(found, last, plain)
    return last if ends and last - number >= FULL else 0


def _past_office(found: Sequence[ArabicWord], number: int, plain: str) -> int | None:
    """Return the number of the first word behind an office or title, its field and its country."""
    here = number + 1
    while here < len(found):
        if not is_close(found, here, plain):
            return None
        kind = found[here].kind
        if has_father(found, here):
            return here
        if _begins_with_article(found, here):
            return here
        is_closed = found[here - 1].kind is ArabicKind.PLACE  # a country ends an office
        is_field = (here > number + 1 and found[here].is_joined) or (is_noun(found[here]) and not is_closed)
        if kind is ArabicKind.OTHER and not is_field:
            if found[here - 1].kind is ArabicKind.TITLE or not _stands_before_place(found, here, plain):
                return here
        elif kind is ArabicKind.STOP and not _is_inside(found, here, plain):
            return None
        here += 1
    return None


def _is_inside(found: Sequence[ArabicWord], number: int, plain: str) -> bool:
    """Tell a small word that stands inside an office: السفير في كينيا, شؤون الحد من التسلح."""
    if found[number].text == _IN:
        return _stands_before_place(found, number, plain)
    around = {each.kind for each in (*found[number - 1 : number], *found[number + 1 : number + 2])}
    return found[number].text == _FROM and around == {ArabicKind.FIELD} and number + 1 < len(found)


def _begins_with_article(found: Sequence[ArabicWord], number: int) -> bool:
    """Tell a given name with the article behind a title: د. الفرجاني أحمد."""
    is_behind = found[number - 1].text in _PERSONAL and number + 1 < len(found)
    return is_behind and may_be_surname(found[number]) and found[number + 1].kind is ArabicKind.OTHER


def _is_second(found: Sequence[ArabicWord], number: int, first: int, plain: str) -> bool:
    """Tell the second office of somebody from that of the next, who has a title: وزير الخارجية، معالي فلان."""
    if found[number].is_joined and found[number - 1].kind is ArabicKind.OTHER:
        return False  # behind a name: فلان، ووزير الخارجية السيد فلان
    titles = (n for n in range(number + 1, first) if found[n].kind is ArabicKind.TITLE)
    title = next(titles, None)
    return title is not None and has_comma(found, title, plain)


def _stands_before_place(found: Sequence[ArabicWord], number: int, plain: str) -> bool:
    """Tell a field without an article: وزير عدل البرتغال."""
    behind = found[number + 1] if number + 1 < len(found) else None
    if behind is None or behind.kind is not ArabicKind.PLACE or not is_close(found, number + 1, plain):
        return False
    return not (behind.is_nisba and behind.text.startswith("ال"))  # محمد السوداني


def _is_name(found: Sequence[ArabicWord], number: int, first: int, last: int) -> bool:
    """Tell a name of two words or more from other words behind an office or a title."""
    size = last - first
    has_title = found[first - 1].kind is ArabicKind.TITLE
    if first == number + 1 and not has_title and found[number].kind is ArabicKind.OFFICE:
        return False
    return size >= FULL and (has_title or not is_noun(found[first]))


def _role_end(found: Sequence[ArabicWord], number: int, plain: str) -> int:
    """Return the number behind an office with its field and country."""
    here = number + 1
    while here < len(found) and is_close(found, here, plain):
        token = found[here]
        if token.kind is ArabicKind.OFFICE and token.is_joined and _has_no_name(found, here, plain):
            here += 1
            continue
        is_part = token.kind in (ArabicKind.FIELD, ArabicKind.PLACE) or (
            token.kind in (ArabicKind.OFFICE, ArabicKind.TITLE) and not token.is_joined
        )
        if token.kind is ArabicKind.TITLE and _is_before_name(found, here):
            break
        is_part = is_part or _names_delegation(found, here, plain) or _is_second_field(found, here, plain)
        if not is_part or has_comma(found, here, plain):
            break
        here += 1
    return here


def _names_delegation(found: Sequence[ArabicWord], number: int, plain: str) -> bool:
    """Tell what somebody is the head of: رئيس وفد حج كينيا, رئيس وفد الحج."""
    if found[number].text == _DELEGATION:
        return found[number - 1].text == _HEAD
    behind = found[number + 1 : number + 2]
    is_before_place = bool(behind) and behind[0].kind is ArabicKind.PLACE and is_close(found, number + 1, plain)
    return found[number - 1].text == _DELEGATION and is_before_place


def _is_second_field(found: Sequence[ArabicWord], number: int, plain: str) -> bool:
    """Tell the second field of an office, a noun with `and` before it and what it is of: العدل ومصلحة السجون."""
    is_joined = found[number].is_joined and found[number].kind is ArabicKind.OTHER and is_noun(found[number])
    behind = found[number + 1] if number + 1 < len(found) else None
    is_of = behind is not None and behind.kind is ArabicKind.FIELD and is_close(found, number + 1, plain)
    return is_joined and is_of and not has_comma(found, number + 1, plain)


def _is_before_name(found: Sequence[ArabicWord], number: int) -> bool:
    """Tell a title of the next name."""
    here = number
    while here < len(found) and found[here].kind is ArabicKind.TITLE:
        here += 1
    return here < len(found) and found[here].kind is ArabicKind.OTHER


def _has_no_name(found: Sequence[ArabicWord], number: int, plain: str) -> bool:
    """Tell the second office of one from that of the next, who is named behind it: ووزير الخارجية."""
    first = _past_office(found, number, plain)
    return first is None or not _is_name(found, number, first, name_end(found, first, plain))


def _last_but_titles(words: Sequence[str]) -> str:
    """Return the last word before an office, or before the titles of a king: حكومة خادم الحرمين الشريفين."""
    text = " ".join(words)
    for name in sorted(cues.known_offices(), key=len, reverse=True):
        text = text.removesuffix(f" {name}")
    return text.rpartition(" ")[2]


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

"""Offices in Arabic texts: where one begins and ends, with its fields and its country, and whose it is."""

from collections.abc import Sequence

from coopdb.author.draft.officials.arabic_names import (
    FULL,
    has_comma,
    has_father,
    is_close,
    is_noun,
    may_be_surname,
    name_end,
)
from coopdb.author.draft.officials.arabic_words import ArabicKind, ArabicWord
from coopdb.author.draft.words import cues
from coopdb.text import fold

_PERSONAL = frozenset({"د", "م", "أ", "الدكتور", "الدكتورة", "المهندس", "المهندسة", "الأستاذ", "الأستاذة"})
_STATE, _IN, _FROM = "دولة", "في", "من"
_HEAD, _DELEGATION = "رئيس", "وفد"
_LONGEST = 24  # words of an office with its field and country


def without_titles(found: Sequence[ArabicWord], number: int, first: int) -> tuple[int, int]:
    """Return where an office begins and ends, without the titles between it and the name; titles alone stay."""
    last = first
    while last > number + 1 and found[last - 1].kind is ArabicKind.TITLE:
        last -= 1
    has_office = any(each.kind is ArabicKind.OFFICE for each in found[number:last])
    return (number, last) if has_office else (number, first)


def opens(found: Sequence[ArabicWord], number: int) -> bool:
    """Tell an office or a title; دولة is one before another only, else it is a state."""
    if found[number].text == _STATE:
        return number + 1 < len(found) and found[number + 1].kind in (ArabicKind.OFFICE, ArabicKind.TITLE)
    return found[number].kind in (ArabicKind.OFFICE, ArabicKind.TITLE)


def has_office_behind(found: Sequence[ArabicWord], number: int, plain: str) -> bool:
    """Tell the office of the name before it from that of the next, who is named behind it."""
    if number >= len(found) or not is_office_word(found, number) or found[number].is_joined:
        return False
    first = past_office(found, number, plain)
    if first is None or first == number + 1 or not is_close(found, number, plain):
        return is_close(found, number, plain)
    if _has_title_and_office(found, number, first, plain):
        return True
    is_list = any(has_comma(found, n, plain) or found[n].is_joined for n in range(number + 1, first + 1))
    return is_list or not is_name(found, number, first, name_end(found, first, plain))


def _has_title_and_office(found: Sequence[ArabicWord], number: int, first: int, plain: str) -> bool:
    """Tell that the next name has a title before it, and an office of its own behind it: معالي فلان وزير."""
    last = name_end(found, first, plain)
    has_office = last < len(found) and found[last].kind is ArabicKind.OFFICE and not found[last].is_joined
    return has_office and found[first - 1].kind is ArabicKind.TITLE and found[number].kind is ArabicKind.OFFICE


def is_office_word(found: Sequence[ArabicWord], number: int) -> bool:
    """Tell an office, also one that is a title too: السفير الياباني, المستشار العلمي."""
    token = found[number]
    if token.kind is not ArabicKind.TITLE or fold(token.text) not in cues.spoken("offices", "ar"):
        return token.kind is ArabicKind.OFFICE
    behind = found[number + 1].kind if number + 1 < len(found) else None
    return behind in (ArabicKind.PLACE, ArabicKind.FIELD)


def past_office(found: Sequence[ArabicWord], number: int, plain: str) -> int | None:
    """Return the number of the first word behind an office or title, its field and its country."""
    here = number + 1
    while here < min(number + _LONGEST, len(found)):
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
        behind = found[number + 2 : number + 3]  # التقى رئيس كينيا في أوسلو وزير خارجية النرويج
        is_other = bool(behind) and behind[0].kind is ArabicKind.OFFICE
        return _stands_before_place(found, number, plain) and not is_other
    around = {each.kind for each in (*found[number - 1 : number], *found[number + 1 : number + 2])}
    return found[number].text == _FROM and around == {ArabicKind.FIELD} and number + 1 < len(found)


def _begins_with_article(found: Sequence[ArabicWord], number: int) -> bool:
    """Tell a given name with the article behind a title: د. الفرجاني أحمد."""
    is_behind = found[number - 1].text in _PERSONAL and number + 1 < len(found)
    return is_behind and may_be_surname(found[number]) and found[number + 1].kind is ArabicKind.OTHER


def is_second(found: Sequence[ArabicWord], number: int, first: int, plain: str) -> bool:
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


def is_name(found: Sequence[ArabicWord], number: int, first: int, last: int) -> bool:
    """Tell a name of two words or more from other words behind an office or a title."""
    size = last - first
    has_title = found[first - 1].kind is ArabicKind.TITLE
    if first == number + 1 and not has_title and found[number].kind is ArabicKind.OFFICE:
        return False
    return size >= FULL and (has_title or not is_noun(found[first]))


def role_end(found: Sequence[ArabicWord], number: int, plain: str) -> int:
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
    first = past_office(found, number, plain)
    return first is None or not is_name(found, number, first, name_end(found, first, plain))

"""People in Arabic texts: no capitals show a name, which is read from titles, offices and the chain of fathers."""

import re
from collections.abc import Iterator, Sequence

from coopdb.author.draft import cues
from coopdb.author.draft.arabic_names import FULL, has_father, is_close, is_noun, name_before, name_end
from coopdb.author.draft.arabic_words import ArabicKind, ArabicWord, arabic_words
from coopdb.author.draft.names import Names
from coopdb.author.draft.office import speaks
from coopdb.author.draft.person import Person, Words
from coopdb.author.draft.text import Passage
from coopdb.text import fold

_WORDS = Words("ar")
_STATE, _IN = "دولة", "في"
_BEFORE = 40  # characters before an office that say that its holder was not there


def arabic_people(names: Names, sentence: Passage) -> Iterator[Person]:
    """Yield the people beside offices or titles in a sentence."""
    plain = names.article.plain
    found = tuple(arabic_words(names, sentence))
    used = 0
    for number, token in enumerate(found):
        if number < used or not _opens(found, number) or has_father(found, number):
            continue
        if token.kind is ArabicKind.OFFICE and (name := name_before(found, number, used, plain)):
            end = _role_end(found, number, plain)
            used = end
            yield _person(plain, found, name, (number, end), sentence)
            continue
        first = _past_office(found, number, plain)
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
        role = (last, end) if has_title_alone and end > last else (number, first)
        used = end
        yield _person(plain, found, (first, last), role, sentence, number)
        if end == last and (behind := _next_of_list(found, last, plain)):
            used = behind
            yield _person(plain, found, (last, behind), role, sentence, number)


def _opens(found: Sequence[ArabicWord], number: int) -> bool:
    """Tell an office or a title; دولة is one before another only, else it is a state."""
    if found[number].text == _STATE:
        return number + 1 < len(found) and found[number + 1].kind in (ArabicKind.OFFICE, ArabicKind.TITLE)
    return found[number].kind in (ArabicKind.OFFICE, ArabicKind.TITLE)


def _has_office_behind(found: Sequence[ArabicWord], number: int, plain: str) -> bool:
    """Tell the office of the name before it from that of the next, who is named behind it."""
    if number >= len(found) or found[number].kind is not ArabicKind.OFFICE or found[number].is_joined:
        return False
    first = _past_office(found, number, plain)
    if first is None or first == number + 1 or not is_close(found, number, plain):
        return is_close(found, number, plain)
    is_list = any(
        "،" in plain[found[n - 1].end : found[n].start] or found[n].is_joined for n in range(number + 1, first + 1)
    )
    return is_list or not _is_name(found, number, first, name_end(found, first, plain))


def _next_of_list(found: Sequence[ArabicWord], number: int, plain: str) -> int:
    """Return the number behind the name that shares the office of the one before: مستشارا الملك فلان وفلان."""
    if number >= len(found) or not found[number].is_joined or not is_close(found, number, plain):
        return 0
    last = name_end(found, number, plain) if found[number].kind is ArabicKind.OTHER else 0
    ends = (
        last >= len(found) or "،" in plain[found[last - 1].end : found[last].start] or not is_close(found, last, plain)
    )
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
        is_field = (here > number + 1 and found[here].is_joined) or is_noun(found[here])
        if kind is ArabicKind.OTHER and not is_field:
            if not _stands_before_place(found, here, plain):
                return here
        elif kind is ArabicKind.STOP and not (found[here].text == _IN and _stands_before_place(found, here, plain)):
            return None
        here += 1
    return None


def _is_second(found: Sequence[ArabicWord], number: int, first: int, plain: str) -> bool:
    """Tell the second office of somebody from that of the next, who has a title: نائب الرئيس، وزير الخارجية، معالي فلان."""
    titles = (n for n in range(number + 1, first) if found[n].kind is ArabicKind.TITLE)
    title = next(titles, None)
    return title is not None and "،" in plain[found[title - 1].end : found[title].start]


def _stands_before_place(found: Sequence[ArabicWord], number: int, plain: str) -> bool:
    """Tell a field without an article: وزير عدل البرتغال."""
    is_last = number + 1 >= len(found)
    return not is_last and found[number + 1].kind is ArabicKind.PLACE and is_close(found, number + 1, plain)


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
        is_part = token.kind in (ArabicKind.FIELD, ArabicKind.PLACE) or (
            token.kind in (ArabicKind.OFFICE, ArabicKind.TITLE) and not token.is_joined
        )
        if not is_part or "،" in plain[found[here - 1].end : token.start]:
            break
        here += 1
    return here


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
    is_absent = cues.word_list("absent", "ar").is_in(" ".join(words)) or speaks(text, _WORDS)
    is_counterpart = any(fold(each.text) in cues.spoken("counterparts", "ar") for each in found[role[0] : role[1]])
    return Person(
        " ".join(plain[start:end].split()),
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

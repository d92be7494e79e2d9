"""People in Arabic texts: no capitals show a name, which is read from titles, offices and the chain of fathers."""

import re
from collections.abc import Iterator, Sequence

from coopdb.author.draft import cues
from coopdb.author.draft.arabic_words import ArabicKind, ArabicWord, arabic_words
from coopdb.author.draft.names import Names
from coopdb.author.draft.office import speaks
from coopdb.author.draft.person import Person, Words
from coopdb.author.draft.text import Passage
from coopdb.text import fold

_BREAKS = re.compile(r"[؛:.()«»\"!؟–—-]|\n")
_SON = frozenset(map(fold, ("بن", "بنت", "ابن")))
_WORDS = Words("ar")
_STATE = "دولة"
_WITH = re.compile(r"ب(?!ن|و|ل|ا|ر)\w{3,}")  # a word with بـ before it, which is not a third name; بوريطة is
_FULL = 2  # words of a name
_UNSURE = 3  # words of a name without a chain, where nothing shows its end
_LONGEST = 12
_BEFORE = 40  # characters before an office that say that its holder was not there


def arabic_people(names: Names, sentence: Passage) -> Iterator[Person]:
    """Yield the people beside offices or titles in a sentence."""
    plain = names.article.plain
    found = tuple(arabic_words(names, sentence))
    used = 0
    for number, token in enumerate(found):
        if number < used or not _opens(found, number) or _has_father(found, number):
            continue
        if token.kind is ArabicKind.OFFICE and (name := _before(found, number, used, plain)):
            end = _role_end(found, number, plain)
            used = end
            yield _person(plain, found, name, (number, end), sentence)
            continue
        first = _past_office(found, number, plain)
        last = _name_end(found, first, plain) if first is not None else 0
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
    if first is None or first == number + 1 or not _close(found, number, plain):
        return _close(found, number, plain)
    is_list = any(
        "،" in plain[found[n - 1].end : found[n].start] or found[n].is_joined for n in range(number + 1, first + 1)
    )
    return is_list or not _is_name(found, number, first, _name_end(found, first, plain))


def _next_of_list(found: Sequence[ArabicWord], number: int, plain: str) -> int:
    """Return the number behind the name that shares the office of the one before: مستشارا الملك فلان وفلان."""
    if number >= len(found) or not found[number].is_joined or not _close(found, number, plain):
        return 0
    last = _name_end(found, number, plain) if found[number].kind is ArabicKind.OTHER else 0
    ends = last >= len(found) or "،" in plain[found[last - 1].end : found[last].start] or not _close(found, last, plain)
    return last if ends and last - number >= _FULL else 0


def _close(found: Sequence[ArabicWord], number: int, plain: str) -> bool:
    """Tell whether nothing but a space or a comma stands before a word."""
    return not _BREAKS.search(plain, found[number - 1].end, found[number].start)


def _past_office(found: Sequence[ArabicWord], number: int, plain: str) -> int | None:
    """Return the number of the first word behind an office or title, its field and its country."""
    here = number + 1
    while here < len(found):
        if not _close(found, here, plain):
            return None
        kind = found[here].kind
        if _has_father(found, here):
            return here
        is_field = (here > number + 1 and found[here].is_joined) or _is_noun(found[here])
        if kind is ArabicKind.OTHER and not is_field:
            if not _stands_before_place(found, here, plain):
                return here
        elif kind is ArabicKind.STOP:
            return None
        here += 1
    return None


def _stands_before_place(found: Sequence[ArabicWord], number: int, plain: str) -> bool:
    """Tell a field without an article: وزير عدل البرتغال."""
    is_last = number + 1 >= len(found)
    return not is_last and found[number + 1].kind is ArabicKind.PLACE and _close(found, number + 1, plain)


def _has_father(found: Sequence[ArabicWord], number: int) -> bool:
    """Tell a given name by the chain that follows, whatever else the word may mean: مساعد بن محمد."""
    is_last = number + 1 >= len(found)
    return not is_last and fold(found[number + 1].text) in _SON and not _is_chain(found[number])


def _name_end(found: Sequence[ArabicWord], first: int, plain: str) -> int:
    """Return the number behind a name: chains go on, and so does a surname with the article."""
    here, chained = first + 1, _is_chain(found[first])
    while here < min(first + _LONGEST, len(found)):
        token = found[here]
        if "،" in plain[found[here - 1].end : token.start] or not _close(found, here, plain):
            return here
        follows = _is_chain(found[here - 1])
        if here - first >= _FULL and not follows and _WITH.fullmatch(token.text):
            return here
        if follows and token.kind is not ArabicKind.STOP:
            here += 1
        elif token.is_joined or token.kind in (
            ArabicKind.STOP,
            ArabicKind.OFFICE,
            ArabicKind.TITLE,
            ArabicKind.PLACE,
        ):
            return here
        elif token.kind is ArabicKind.FIELD and not _is_chain(token):
            if not _may_be_surname(token):
                return here
            here += 1
            if here < len(found) and _is_chain(found[here]):
                continue
            return here
        else:
            chained |= _is_chain(token)
            here += 1
    return here if chained or here - first <= _UNSURE + 1 else first + _FULL


def _is_chain(token: ArabicWord) -> bool:
    return fold(token.text) in cues.spoken("chains", "ar")


def _is_noun(token: ArabicWord) -> bool:
    """Tell a noun of a field by its ending from a given name: عصرنة الإدارة, تكنولوجيات الاتصال."""
    return token.text.endswith(("ة", "ات", "يين", "يون")) and token.text not in cues.small_words("given_feminine", "ar")


def _may_be_surname(token: ArabicWord) -> bool:
    """Tell a surname with the article from the words of an office."""
    is_other = token.text.endswith("ات") or token.text in cues.small_words("no_surnames", "ar")
    return token.text.startswith("ال") and not token.is_joined and not is_other


def _is_name(found: Sequence[ArabicWord], number: int, first: int, last: int) -> bool:
    """Tell a name of two words or more from other words behind an office or a title."""
    size = last - first
    has_title = found[first - 1].kind is ArabicKind.TITLE
    if first == number + 1 and not has_title and found[number].kind is ArabicKind.OFFICE:
        return False
    return size >= _FULL and (has_title or not _is_noun(found[first]))


def _before(found: Sequence[ArabicWord], number: int, used: int, plain: str) -> tuple[int, int] | None:
    """Find the name that an office stands behind: ميخائيل بوغدانوف نائب وزير."""
    if found[number].is_joined or number - used < _FULL or not _close(found, number, plain):
        return None
    first = number
    for token in reversed(found[max(used, number - _LONGEST) : number]):
        is_name = (
            token.kind is ArabicKind.OTHER
            or (token.kind is ArabicKind.FIELD and _may_be_surname(token))
            or _in_chain(found, first - 1, used)
        )
        if not is_name or (
            first < number and ("،" in plain[token.end : found[first].start] or not _close(found, first, plain))
        ):
            break
        first -= 1
        if token.is_joined:
            break
    while first < number and found[first].kind is not ArabicKind.OTHER:
        first += 1
    has_chain = any(_is_chain(each) for each in found[first:number])
    if number - first > _UNSURE and not has_chain:
        first = number - _FULL
    return (first, number) if number - first >= _FULL else None


def _in_chain(found: Sequence[ArabicWord], number: int, used: int) -> bool:
    return number > used and _is_chain(found[number - 1])


def _role_end(found: Sequence[ArabicWord], number: int, plain: str) -> int:
    """Return the number behind an office with its field and country."""
    here = number + 1
    while here < len(found) and _close(found, here, plain):
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

"""The words of an Arabic sentence, without the letters that are written before them, and what each is."""

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import NamedTuple

from coopdb.author.draft.names.names import Names
from coopdb.author.draft.text.text import Passage
from coopdb.author.draft.words import cues
from coopdb.pattern import pattern
from coopdb.text import fold

_WORD = pattern(r"[\u0621-\u06d3]+|[A-Z][a-z'’-]+(?= ?[A-Z\u0600-\u06ff،.(,])")  # letters and digits; Latin names
_MARKS = pattern(r"[\u0640\u064b-\u065f\u0670]")  # of vowels, doubled letters, and what only fills a line
_ARTICLE = "ال"
_DIGIT = pattern(r"[\u0660-\u0669\u06f0-\u06f9]")
_SHORT_TITLE = pattern(r"(?<![^\s(،])و?[دمأاش](?=[./] ?(?:[دمأاش][./] ?)?[\u0621-\u064a]{2})")  # doctor, engineer
_HIS = pattern(r"\w{3,}(?:ته|تهم|ها|هما)|م\wا\w\wه")  # what is somebody's: زيارته, دورتها, مواقفه; أدهم is a name
_PREFIX = pattern(r"(?:[وف][بلك]?|[بلك])(?=\w\w\w)")
_DUAL = pattern(r"(?:ي|ت)\w{2,}(?:ان|ون)")  # a verb of two or more: يبحثان
_PRESENT = pattern(r"ي[^و]ا\w\w|يت\w{2,4}|[يت]ست\w{2,4}")  # verbs by their shape: يصافح, يتلقى, تستضيف
_ACT = pattern(r"[لب](?:ت\w\wي\w|م[^ر]\w{2,}ة|است\w{3,})")  # what is done, behind a letter: لتطوير, بتصريح, لمتابعة
_JOINS = ("و", "ف")
_HAMZA = str.maketrans("أإآ", "ااا")
_SMALLEST = 3  # letters of small words, which are written without hamza too: ان, الى
_ADJECTIVES = frozenset({"رئيسي", "ملكي", "أميري", "عضوي", "نائبي"})


class ArabicKind(Enum):
    """What a word is: as far as can be told by itself."""

    OFFICE = "office"
    TITLE = "title"
    PLACE = "place"
    FIELD = "field"
    STOP = "stop"
    OTHER = "other"


class ArabicWord(NamedTuple):
    """A word: as it is written without the letters before it, from where to where, and what it is."""

    text: str
    start: int
    end: int
    kind: ArabicKind
    is_joined: bool  # with و before it, it may begin the next of a list
    is_nisba: bool = False  # an adjective of a country, which is a surname too: السوداني


def arabic_words(names: Names, sentence: Passage) -> Iterator[ArabicWord]:
    """Yield the Arabic words of a sentence with what they are."""
    plain = names.article.plain
    mentions = [each for each in names.within(sentence.start, sentence.end) if each.end > sentence.start]
    number, before = 0, None
    for match in _WORD.finditer(plain, sentence.start, sentence.end):
        start, end = match.span()
        while number < len(mentions) and mentions[number].end <= start:
            number += 1
        if number < len(mentions) and mentions[number].start < end:
            is_joined = match[0][0] == "و" and mentions[number].start > start
            is_nisba = mentions[number].is_adjective and mentions[number].start == start
            word = ArabicWord(match[0], start, end, ArabicKind.PLACE, is_joined, is_nisba)
        elif _SHORT_TITLE.match(plain, start):
            word = ArabicWord(match[0][-1], start, end, ArabicKind.TITLE, match[0][0] == "و")
        elif before is ArabicKind.TITLE and match[0] in cues.small_words("also_names", "ar"):  # الشيخ صباح
            word = ArabicWord(match[0], start, end, ArabicKind.OTHER, is_joined=False)
        else:
            word = _token(match[0], start, end)
        before = word.kind
        yield word


def _token(text: str, start: int, end: int) -> ArabicWord:
    """Tell what a word is: as it stands, then without the letters that Arabic writes before it."""
    text = _MARKS.sub("", text)
    is_and = text[:1] in _JOINS and text[1:] in _small_stops() and text not in cues.small_words("offices", "ar")
    if text in ("", _ARTICLE) or _DIGIT.search(text) or is_and:  # الـ41
        return ArabicWord(text, start, end, ArabicKind.STOP, is_joined=False)
    is_counterpart = fold(text[1:]) in cues.spoken("counterparts", "ar")  # بنظيرتها, which looks like what is hers
    if not is_counterpart and (kind := _kind(text)):
        return ArabicWord(text, start, end, kind, is_joined=False)
    if (prefix := _PREFIX.match(text)) and fold(text) not in cues.spoken("given_in_waw"):
        for cut in range(1, prefix.end() + 1):
            rest = text[cut:]
            rest = "ال" + rest[1:] if text[:cut].endswith("ل") and rest.startswith("ل") else rest
            if kind := _kind(rest):
                return ArabicWord(rest, start + cut, end, kind, is_joined=text[0] == "و")
        if _ACT.fullmatch(text):
            return ArabicWord(text, start, end, ArabicKind.FIELD, is_joined=False)
        if text[0] == "و":
            return ArabicWord(text[1:], start + 1, end, ArabicKind.OTHER, is_joined=True)
    return ArabicWord(text, start, end, ArabicKind.OTHER, is_joined=False)


@cache
def _kind(text: str) -> ArabicKind | None:
    folded = fold(text)
    is_meeting = folded in cues.spoken("meeting", "ar") and not text.startswith(_ARTICLE)
    is_verb = _DUAL.fullmatch(text) or _PRESENT.fullmatch(text) or _is_to_come(text)
    if is_verb or is_meeting or text in cues.small_words("speaks", "ar") or text in _small_stops():
        return ArabicKind.STOP
    if text in _titles():
        return ArabicKind.TITLE
    if folded in cues.joined("ar", "offices", "counterparts") or _is_dual_office(text):
        return ArabicKind.OFFICE
    if folded in cues.spoken("chains", "ar"):
        return ArabicKind.OTHER
    is_field = text.startswith(("ال", "لل")) and len(text) > 4  # noqa: PLR2004  # the article and a word
    is_his = _HIS.fullmatch(text) is not None
    return ArabicKind.FIELD if is_field or is_his or folded in cues.spoken("portfolios", "ar") else None


@cache
def _small_stops() -> frozenset[str]:
    """Return the small words as they stand, and without the signs above or below alif, which many texts leave out."""
    small = [each for each in cues.small_words("speaks", "ar") if len(each) <= _SMALLEST]
    return frozenset((*small, *(each.translate(_HAMZA) for each in small)))


def _is_to_come(text: str) -> bool:
    """Tell a verb of what is to come: سيلتقي."""
    return text[0] == "س" and fold(text[1:]) in cues.spoken("meeting", "ar")


def _is_dual_office(text: str) -> bool:
    """Tell the office of two: مستشارا الملك, بحضور وزيري. رئيسي and ملكي are adjectives."""
    return (
        text[-1] in "اي"
        and text.removeprefix(_ARTICLE) not in _ADJECTIVES
        and fold(text[:-1]) in cues.spoken("offices", "ar")
    )


@cache
def _titles() -> frozenset[str]:
    return cues.small_words("honorifics", "ar")

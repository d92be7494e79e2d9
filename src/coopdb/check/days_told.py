"""Which of the days that a sentence names are said of the meeting that a record is of."""

from functools import cache

from coopdb.check.days_said import DaySaid
from coopdb.check.word_lists import pattern, word_list

_REACH = 10  # words from `met` to the day of it
_OPENING = 2  # words before the day with which a sentence begins: on Monday
_SUBJECT = 4  # words from `talks`, with which a sentence begins, to the day of them


def told_by_title(words: list[str], said: DaySaid) -> bool:
    """Tell whether a day in a title is that of the meeting: where it stands by itself, or is that of the talks."""
    before = words[: said.start]
    is_of_talks = bool(before) and before[-1] in word_list("of_a_day") and pattern("called").search(" ".join(before))
    if is_of_talks and _is_last(words, said) and not pattern("signed_papers").search(" ".join(before)):
        return True
    return _stands_alone(words, said)


def told_by_first_sentence(words: list[str], said: DaySaid) -> bool:
    """Tell whether a day in the first sentence of a summary is that of the meeting: of the talks that it tells of."""
    if told_by_sentence(words, said):
        return True
    return _is_of_subject(words, said) or _opens(words, said) or _is_of_talking(words, said)


def told_by_sentence(words: list[str], said: DaySaid) -> bool:
    """Tell whether a day in a sentence of a summary is that of the meeting: of who met then."""
    return said.start in near_met(words) and _stands_alone(words, said)


def near_met(words: list[str]) -> range:
    """Return where a day is that of who met: near the word for it, and not in a clause of its own."""
    sentence = " ".join(words)
    found = pattern("met").search(sentence)
    if not found:
        return range(0)
    start = sentence.count(" ", 0, found.start())
    aside = pattern("elsewhere").search(sentence, found.end())
    end = sentence.count(" ", 0, aside.start()) if aside else len(words)
    return range(start, min(end, start + _REACH + 1))


def opens_with(words: list[str], place: int) -> bool:
    """Tell whether a day or weekday at a place opens a sentence that goes on to say that somebody met or talked."""
    rest = " ".join(words[place : place + _REACH])
    return place <= _OPENING and bool(pattern("met").search(rest) or pattern("talked").search(rest))


def _opens(words: list[str], said: DaySaid) -> bool:
    return _stands_alone(words, said) and opens_with(words, said.start)


def _is_of_subject(words: list[str], said: DaySaid) -> bool:
    """Tell whether a sentence begins with talks, and the day is theirs: talks in Doha on 13 February dealt with AI."""
    places = [place for place in range(_OPENING) if words[place : place + 1] and words[place] in word_list("called")]
    return (
        bool(places)
        and 0 < said.start - places[0] <= _SUBJECT
        and words[said.start - 1] in word_list("of_a_day") | word_list("on")
    )


def _is_of_talking(words: list[str], said: DaySaid) -> bool:
    """Tell whether a day follows a verb of talking: they spoke on 13 February."""
    return said.start > 1 and words[said.start - 1] in word_list("on") and words[said.start - 2] in word_list("talked")


def _stands_alone(words: list[str], said: DaySaid) -> bool:
    """Tell whether a day stands by itself: on 12 May, or last; not the accord of 12 May, nor the 12 May accord."""
    before = words[said.start - 1] if said.start else ""
    return before in word_list("on") or (_is_last(words, said) and before not in word_list("of_a_day"))


def _is_last(words: list[str], said: DaySaid) -> bool:
    return said.end + bool(said.year) >= len(words) - 1


@cache
def words_of_meetings() -> frozenset[str]:
    """Return the words beside which a weekday is that of the meeting: met Monday, Thursday's talks."""
    return word_list("called") | {phrase for phrase in word_list("met") if " " not in phrase and "*" not in phrase}

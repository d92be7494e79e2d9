"""Which line ends of a plain text end a paragraph: the others are spaces, as lines are wrapped."""

import re
from collections.abc import Iterator, Sequence

from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.known_places import known_places
from coopdb.pattern import pattern
from coopdb.text import fold

_BLOCK = pattern(r"[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*")
_SENTENCE = pattern(r"[.!?؟…][”»\"’)]?[ \t]*\Z")  # which the items of a list often do not end
_LONG = 200  # characters; nobody wraps lines as long, so that each is a paragraph
_SHORT = 30  # words of a headline at most
_FEW = 3  # words of a line between title and text that says nothing of the matter
_HEADING = 12  # words of a heading within the text at most
_PAPER = 8  # words of the name of a paper at most
_HEADLINES = 2  # lines above the text that may be one: a rubric and the headline
_SMALL, _NUMBER = r"(?:[^\W\d_]{1,3}\s+)?", r"\d{1,2}(?:[^\W\d_]{1,2}|\.)?"  # le, of; 2, 3rd, 4.
_IN_YEAR = rf"[^\W\d_]{{3,12}}\.?,?\s+{_SMALL}(?:19|20)\d\d"  # a month and its year: octobre 2025
_PLACED = pattern(  # Paris, le 2 octobre 2025; Oslo, 15 May 2024; Fatto a Roma, il 3 marzo 2023
    rf"[^\W\d_][^\d\s,]{{1,20}}(?:\s[^\d\s,]{{1,20}}){{0,2}},?\s+{_SMALL}{_NUMBER}\s+{_SMALL}{_IN_YEAR}\.?"
)
_DAY = pattern(  # Thursday, 3 May 2007; May 3, 2007; le 3 mai 2007; FA176 7 December 2001; 2007-05-03; 3.5.2007
    r"(?:19|20)\d\d-\d\d-\d\d|\d{1,2}([./])\d{1,2}\1(?:19|20)\d\d"
    rf"|(?:[A-Z]{{1,4}}\d{{1,6}}\s+)?(?:[^\W\d_]{{2,12}}\.?,?\s+)?{_SMALL}"
    rf"(?:{_NUMBER}\s+{_SMALL}{_IN_YEAR}|[^\W\d_]{{3,12}}\.?\s+{_NUMBER},?\s+(?:19|20)\d\d)"
)
_OPENED = pattern(r"([^\W\d_][^\d\n/(–—:-]{1,30}?)\s?[/(–—-]\s?([^\n/()–—:-]{2,20})[)/:–—-]?")
_FILED = pattern(r"(?:N[°ºo]|Nr|No|Nr\.|No\.)\s*:?\s*\d[\d/.-]*", re.IGNORECASE)  # the number of a press release
_GOES_ON = tuple(",;:-–—،؛(")
_STOPS = tuple(".。۔")


def is_place_and_day(line: str) -> bool:
    """Tell the place and the day that stand above a text: Paris, le 2 octobre 2025."""
    return _PLACED.fullmatch(line.strip()) is not None


def is_dateline_alone(line: str) -> bool:
    """Tell a place and an agency that have the line above a text to themselves: القاهرة - أ ش أ, WIEN (APA)."""
    found = _OPENED.fullmatch(line.strip())
    return found is not None and fold(found[1]) in known_places() and fold(found[2]) in cues.agencies()


def is_masthead(line: str) -> bool:
    """Tell a line that stands above the title: a place and a day, the number of a press release."""
    return is_place_and_day(line) or _FILED.fullmatch(line.strip()) is not None


def is_day_alone(line: str) -> bool:
    """Tell a day that has a line to itself, perhaps with a paper before its weekday: The Oslo News, Friday 4 May 2007.

    It has no full stop, which ends the sentence of a wrapped line.
    """
    paper, _, day = line.strip().rpartition(", ")
    is_of_paper = (
        1 < len(paper.split()) <= _PAPER and fold(day.split()[0]) in telling_words.weekdays() if day else False
    )
    return _DAY.fullmatch(day if is_of_paper else line.strip()) is not None


def is_of_page(line: str) -> bool:
    """Tell what a page has between title and text: the name of the paper, the day, the author; not a heading."""
    is_short = len(line.split()) <= _FEW and _SENTENCE.search(line.strip()) is None
    is_heading = cues.word_list("background").at_start(fold(line)) != ""
    return (is_short and not is_heading) or is_day_alone(line) or is_place_and_day(line) or _is_credit(line)


def _is_credit(line: str) -> bool:
    """Tell who took a picture, or wrote a text, and nothing more: Photo: Ann Lee/AFP."""
    kind, colon, name = line.strip().partition(":")
    is_name = 0 < len(name.split()) <= _HEADING and _SENTENCE.search(name) is None
    return bool(colon) and is_name and fold(kind) in cues.spoken("credits")


def unwrap(plain: str) -> str:
    """Make a space of each line end within a paragraph; a day that has a line to itself is none of its lines."""
    parts, done = [], 0
    for number, found in enumerate(_BLOCK.finditer(plain)):
        is_all = not plain[found.end() :].strip() if number == 0 else False
        parts += [plain[done : found.start()], "".join(_unwrapped(found[0].split("\n"), number == 0, is_all))]
        done = found.end()
    return "".join([*parts, plain[done:]])


def _unwrapped(lines: Sequence[str], is_first: bool, is_all: bool) -> Iterator[str]:  # noqa: FBT001  # facts of the text
    """Yield the lines of a block, each with what follows it."""
    width = max(map(len, lines))
    heads = _headlines(lines) if is_first and (is_all or _words(lines) > _SHORT) else 0
    for number, line in enumerate(lines[:-1]):
        is_top = is_first and (is_masthead(line) or is_masthead(lines[number + 1]) or is_dateline_alone(line))
        is_apart = _is_apart(lines, number) or _is_apart(lines, number + 1) or _is_credit(line)
        is_end = (
            is_top or is_apart or number < heads or (width > _LONG and _ends_paragraph(line, lines[number + 1], width))
        )
        yield f"{line}\n" if is_end else f"{line} "
    yield lines[-1]


def _is_apart(lines: Sequence[str], number: int) -> bool:
    """Tell a day that has a line to itself, where the next does not go on from it: in Oslo on / 4 May / after a."""
    is_gone_on = any(line.lstrip()[:1].islower() for line in lines[number + 1 : number + 2])
    return is_day_alone(lines[number]) and not is_gone_on


def _words(lines: Sequence[str]) -> int:
    return sum(len(line.split()) for line in lines)


def _headlines(lines: Sequence[str]) -> int:
    """Count the lines at the top that are no part of the paragraph below them."""
    count = 0
    while count < min(_HEADLINES, len(lines) - 1) and _is_headline(lines[count], lines[count + 1 :]):
        count += 1
    return count


def _is_headline(line: str, below: Sequence[str]) -> bool:
    """Tell a headline: it does not go on in the next line, and was not broken there because the line was full."""
    said = line.strip()
    if not 1 < len(said.split()) <= _SHORT or said.endswith((*_GOES_ON, *_STOPS)) or below[0].lstrip()[:1].islower():
        return False
    width = max(map(len, below))
    return _was_meant(line, below[0], width) or (len(below) > 2 and len(line) > width)  # noqa: PLR2004  # it is wrapped


def _ends_paragraph(line: str, following: str, width: int) -> bool:
    is_meant = len(line) > _LONG or _was_meant(line, following, width)
    return is_meant and (_SENTENCE.search(line) is not None or _is_heading(line, following))


def _is_heading(line: str, following: str) -> bool:
    """Tell a short line above a whole paragraph, where each line is one."""
    is_short = len(line.split()) <= _HEADING and not line.rstrip().endswith(_GOES_ON)
    return is_short and len(following) > _LONG and following.lstrip()[:1].isupper()


def _was_meant(line: str, following: str, width: int) -> bool:
    """Tell a line end that was meant: the next word would have found room."""
    first = following.split(maxsplit=1)
    return len(line.rstrip()) + 1 + len(first[0] if first else "") <= width

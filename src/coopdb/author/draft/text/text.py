"""The text of an article: what a reader sees of plain text, Markdown or HTML, and where each character came from."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from coopdb.author.draft.pages.page import data_of, seen
from coopdb.author.draft.pages.page_facts import PageData
from coopdb.author.draft.text.lines import is_dateline_alone, is_of_page, is_place_and_day, unwrap
from coopdb.author.draft.text.sentences import find_sentences
from coopdb.author.draft.text.titles import LONGEST_TITLE, is_longer_than_titles, is_numbered, is_title
from coopdb.author.draft.words import cues
from coopdb.errors import StopError
from coopdb.pattern import pattern
from coopdb.text import fold, is_writable

TITLE, LEAD, BODY, BACKGROUND = range(4)  # how far a passage is from the heart of the article
_LONGEST_WORD = 100  # characters; what is longer is data, a script without spaces, or one sign over and over
_FEWEST = 12  # words of a paragraph proper
_FRONT = 8  # paragraphs in which the first one with a number may stand
_FIRST = pattern(r"1[.)]\s+\S+\s+\S+\s+\S+\s+\S+\s")  # 1. The minister met her counterpart
_STOPPED = pattern(r"[.!?؟۔…:؛][”»\"’')\]*_]*\s*\Z")
_BREAK = pattern(r"\n[ \t\r\f\v\u00a0\n]*+")
WORD = pattern(r"[^\W_]+(?:[\u0300-\u036f\u064b-\u065f\u0670]+[^\W_]*)*")  # a mark of a vowel parts no word: التحوّل
_HEADER = pattern(r"(?:#\s*)?(url|source|date|published|author|publisher|title|language)\s*:\s*(.+)", re.IGNORECASE)
_DATED, _SAID = ("date", "published", "language"), 60  # headers whose values are short, and characters of one


class Word(NamedTuple):
    """A word of the text: folded, and from where to where it stands in the plain text."""

    folded: str
    start: int
    end: int


class Passage(NamedTuple):
    """A paragraph or a sentence: from where to where, and its rank: TITLE, LEAD (two paragraphs), BODY, BACKGROUND."""

    start: int
    end: int
    rank: int


@dataclass(frozen=True, eq=False)
class Article:
    """An article: its text as it was given, the plain text, and for each plain character where it came from."""

    given: str
    plain: str
    origins: tuple[tuple[int, int], ...]
    headers: dict[str, tuple[str, int, int]]
    data: PageData

    def given_at(self, start: int, end: int) -> tuple[int, int]:
        """Turn a place in the plain text into one in the text as it was given."""
        return self.origins[start][0], self.origins[end - 1][1]

    @cached_property
    def paragraphs(self) -> tuple[Passage, ...]:
        """The title, the paragraphs and the background; what stands below the article is left out."""
        return tuple(_ranked(self.plain))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word of the article proper that has at most 100 characters; a word may be folded to several."""
        return tuple(
            Word(folded, found.start(), found.end())
            for passage in self.paragraphs
            for found in WORD.finditer(self.plain, passage.start, passage.end)
            if len(found[0]) <= _LONGEST_WORD
            for folded in fold(found[0]).split()
        )

    @cached_property
    def sentences(self) -> tuple[Passage, ...]:
        """The sentences of the paragraphs."""
        return tuple(
            Passage(start, end, passage.rank)
            for passage in self.paragraphs
            for start, end in find_sentences(self.plain, passage.start, passage.end)
        )

    def without(self, spans: Iterable[tuple[int, int]]) -> "Article":
        """Return the article without what stands from some places to others, every other place as it was."""
        parts, done = [], 0
        for start, end in sorted(spans):
            parts += [self.plain[done:start], " " * (end - max(start, done))]
            done = max(end, done)
        return Article(self.given, "".join([*parts, self.plain[done:]]), self.origins, self.headers, self.data)

    @cached_property
    def title(self) -> Passage | None:
        """The title, if there is any text."""
        return next((passage for passage in self.paragraphs if passage.rank == TITLE), None)

    @cached_property
    def titles(self) -> tuple[Passage, ...]:
        """The sentences of the title."""
        return tuple(each for each in self.sentences if each.rank == TITLE)

    def text(self, passage: Passage) -> str:
        """Return the plain text of a passage on one line."""
        return " ".join(self.plain[passage.start : passage.end].split())

    def folded(self, passage: Passage) -> str:
        """Return the folded text of a passage, with a space at either end."""
        if passage not in self._folded:
            self._folded[passage] = f" {fold(self.text(passage))} "
        return self._folded[passage]

    def says(self, passage: Passage, name: str) -> bool:
        """Tell whether a passage has one of the words of a list."""
        if (passage, name) not in self._said:
            self._said[passage, name] = cues.word_list(name).is_in(self.folded(passage))
        return self._said[passage, name]

    def rank_at(self, place: int) -> int:
        """Return the rank of the paragraph that a place is in."""
        paragraph = self.paragraph_at(place)
        return paragraph.rank if paragraph else BACKGROUND

    def paragraph_at(self, place: int) -> Passage | None:
        """Return the paragraph that a place is in, if it is in one."""
        number = bisect_right(self._paragraph_ends, place)
        found = self.paragraphs[number : number + 1]
        return found[0] if found and found[0].start <= place else None

    def sentence_at(self, place: int) -> Passage:
        """Return the sentence that a place is in."""
        return self.sentences[self.sentence_number(place)]

    def sentence_number(self, place: int) -> int:
        """Return which sentence a place is in."""
        return bisect_right(self._sentence_ends, place)

    def sentences_in(self, start: int, end: int) -> tuple[Passage, ...]:
        """Return the sentences that begin in a part of the text, and the one that it begins in."""
        first = self.sentence_number(start)
        return self.sentences[first : bisect_left(self._sentence_starts, end, first)]

    def words_in(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words that begin in a part of the text."""
        first = bisect_left(self._word_starts, start)
        return self.words[first : bisect_left(self._word_starts, end, first)]

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [sentence.end for sentence in self.sentences]

    @cached_property
    def _paragraph_ends(self) -> list[int]:
        return [paragraph.end for paragraph in self.paragraphs]

    @cached_property
    def _folded(self) -> dict[Passage, str]:
        return {}

    @cached_property
    def _said(self) -> dict[tuple[Passage, str], bool]:
        return {}


def read_article(given: str) -> Article:
    """Read an article; only one that cannot be written, and so was not decoded, raises StopError."""
    if not is_writable(given):
        raise StopError(
            "the text was not decoded as a whole: it has lone surrogates", "decode it with `errors='replace'`"
        )
    headers: dict[str, tuple[str, int, int]] = {}
    data = data_of(given)
    stretches = [*seen(given, data)]
    plain = "".join(each.text for each in stretches)
    start = 0
    for line in plain.splitlines(keepends=True)[:8]:
        found = _HEADER.fullmatch(line.strip())
        # Published: 3 May They met
        is_text = found is not None and found[1].lower() in _DATED and len(found[2]) > _SAID
        if found and not is_text and found[1].lower() not in headers:
            place = start + line.index(found[2])
            headers[found[1].lower()] = (found[2], place, place + len(found[2]))
            plain = plain[:start] + "\n" * len(line) + plain[start + len(line) :]
        start += len(line)
    plain = unwrap(plain)
    places = tuple(place for each in stretches for place in zip(each.starts, each.ends, strict=True))
    return Article(given, plain, places, headers, data)


def _ranked(plain: str) -> Iterator[Passage]:
    """Yield the paragraphs up to the end of the article, each with its rank."""
    rank, seen, title = TITLE, 0, ""
    for number, (start, end) in enumerate(_paragraphs(plain)):
        text = plain[start:end]
        folded = fold(text)
        if folded and folded == title:  # a page has its title twice
            yield Passage(start, end, TITLE)
            continue
        if rank > TITLE and _ends(folded):
            return
        is_untitled = rank == TITLE and (is_numbered(text) or is_dateline_alone(text))
        if (rank == TITLE and is_place_and_day(text)) or (rank == LEAD and not seen and is_of_page(text)):
            yield Passage(start, end, BODY)
            continue
        if rank == TITLE and not is_untitled and not (folded and is_title(text)):  # signs alone are no title
            continue
        if rank == TITLE and (is_untitled or is_longer_than_titles(text, folded)):
            rank = LEAD
        if rank > TITLE and len(folded.split()) < 12 and cues.word_list("background").at_start(folded):  # noqa: PLR2004  # a heading
            rank = BACKGROUND
        if LEAD <= rank < BACKGROUND and number < _FRONT and _FIRST.match(text):
            rank, seen = LEAD, 0  # the text proper begins below subtitles and captions
        yield Passage(start, end, rank)
        title = folded if rank == TITLE else title
        if rank < BACKGROUND:  # which is never left
            seen += rank > TITLE and _is_proper(text)
            rank = LEAD if seen < 2 else BODY  # noqa: PLR2004  # the first two


def _is_proper(text: str) -> bool:
    """Tell a paragraph of the text from a subtitle, a caption, or the heading of a list, which no full stop ends."""
    words = len(fold(text).split())
    return words > LONGEST_TITLE or (words >= _FEWEST and _STOPPED.search(text) is not None)


def _paragraphs(plain: str) -> Iterator[tuple[int, int]]:
    done = 0
    for found in [*_BREAK.finditer(plain), None]:
        end = found.start() if found else len(plain)
        text = plain[done:end]
        if text.strip():
            lead = len(text) - len(text.lstrip())
            yield done + lead, done + len(text.rstrip())
        done = found.end() if found else end


def _ends(folded: str) -> bool:
    """Tell what stands below an article: see also, share, comment."""
    found = cues.word_list("end").at_start(folded)
    return found != "" and (" " in found or len(folded.split()) < 5)  # noqa: PLR2004  # a heading

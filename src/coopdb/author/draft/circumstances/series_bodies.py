"""The bodies that a sentence names, and the name around each: the Trade and Technology Council."""

import re
from collections.abc import Iterator

from coopdb.author.draft.circumstances.series_names import Series, without_dots
from coopdb.author.draft.officials.office import conjunctions
from coopdb.author.draft.text.text import Passage, Word
from coopdb.author.draft.text.wording import PhraseHit, Phrasing
from coopdb.author.draft.words.script import is_arabic
from coopdb.pattern import pattern

_BODIES = ("joint_commission", "working_group", "consultations", "dialogue", "framework", "summit_of", "ministerial_of")
FREE = _BODIES[:2]  # that need no capital
MEETINGS = ("summit_of", "ministerial_of")  # whose name must have a party
_PARTIES = 2  # that a name in small letters must have
_LONGEST = 14  # words of a name
_CLAUSE = pattern(r"[,;:.#«»“”\"،؛–—\n]")
_BEHIND = pattern(r"[,;:.()#«»“”\"،؛–—\n]")  # a bracket ends a name, though one may stand in it


def bodies(wording: Phrasing, sentence: Passage) -> Iterator[tuple[str, PhraseHit]]:
    """Yield the bodies that a sentence names."""
    for body in _BODIES:
        yield from ((body, hit) for hit in (*wording.hits(sentence, body), *_compounds(wording, sentence, body)))


def _compounds(wording: Phrasing, sentence: Passage, body: str) -> Iterator[PhraseHit]:
    """Yield the words that end like a body: teknikrådet, Digitaldialog."""
    tails = wording.tails if body == "dialogue" else ()
    known = {each.first for name in _BODIES for each in wording.hits(sentence, name)}
    words = wording.article.words_in(sentence.start, sentence.end) if tails else ()
    for number, word in enumerate(words):
        if number not in known and word.folded.endswith(tails):
            yield PhraseHit("", word.start, word.end, number, number + 1)


def first_of_body(wording: Phrasing, sentence: Passage, hit: PhraseHit) -> int:
    """Return the first of the words with capitals that stand directly before a body, but for an article."""
    words, first = wording.article.words_in(sentence.start, sentence.end), hit.first
    while first and not _parts(wording, words, first - 1):
        step = 1 if _is_capital(wording, words[first - 1]) else _over_link(wording, words, first)
        if not step:
            break
        first -= step
    links = wording.hits(sentence, "session_links") + wording.hits(sentence, "name_links")
    return first + 1 if first < hit.first and any(each.first == first for each in links) else first


def _is_capital(wording: Phrasing, word: Word) -> bool:
    return wording.article.plain[word.start].isupper()


def _over_link(wording: Phrasing, words: tuple[Word, ...], first: int) -> int:
    """Return how many words to go back over an `and` between two words with capitals: Trade and Technology Council."""
    goes = (
        first > 1
        and words[first - 1].folded in conjunctions()
        and _is_capital(wording, words[first])
        and _is_capital(wording, words[first - 2])
        and not _parts(wording, words, first - 2)
    )
    return 2 if goes else 0


def read_name(
    wording: Phrasing, sentence: Passage, first: int, hit: PhraseHit, body: str, session: int | None
) -> Series | None:
    """Read the name around a body: from a word on, up to where the clause goes on."""
    words = wording.article.words_in(sentence.start, sentence.end)
    ends = {each.first for name in ("name_ends", "ordinals") for each in wording.hits(sentence, name)}
    if any(number in ends or _parts(wording, words, number) for number in range(first, hit.first)):
        return None
    last = hit.last
    links = {number for each in wording.hits(sentence, "name_links") for number in range(each.first, each.last)}
    ends = {each for each in ends if each not in links or not _goes_on(wording, words, each + 1, links)}
    ends |= _statements(wording, sentence, hit, links)
    while (
        last < min(len(words), first + _LONGEST) and last not in ends and not _parts(wording, words, last - 1, _BEHIND)
    ):
        last += 1
    while last > hit.last and last - 1 in links:
        last -= 1
    start, end = words[first].start, words[last - 1].end
    name = " ".join(wording.article.plain[start:end].split())
    return Series(name, session, body, start, end, _needed(wording, hit, body))


def _goes_on(wording: Phrasing, words: tuple[Word, ...], number: int, links: set[int]) -> bool:
    """Tell whether a small word behind another may belong to a name: entre le Chili et le Togo; not in Oslo."""
    return number - 2 in links and number < len(words) and _is_capital(wording, words[number])


def _statements(wording: Phrasing, sentence: Passage, hit: PhraseHit, links: set[int]) -> set[int]:
    """Return where a name ends that something else follows: the Summit Joint Statement, the Dialogue 2026."""
    words = wording.article.words_in(sentence.start, sentence.end)
    following = words[hit.last].folded if hit.last < len(words) else ""
    is_verb = wording.language == "en" and hit.last not in links and following.isalpha()
    is_verb = is_verb and wording.article.plain[words[hit.last].start].islower()
    ends = {each.first for each in wording.hits(sentence, "documents")} | {
        number for number, word in enumerate(words) if word.folded.isdigit()
    }
    return ends | {hit.last} if is_verb else ends


def _needed(wording: Phrasing, hit: PhraseHit, body: str) -> int:
    """Return how many parties the name must have: none if it is a proper one, in a script that has capitals."""
    letter = wording.article.plain[hit.start]
    if body in FREE or is_arabic(letter):
        return 0
    return int(body in MEETINGS) if letter.isupper() else _PARTIES


def _parts(wording: Phrasing, words: tuple[Word, ...], number: int, marks: re.Pattern[str] = _CLAUSE) -> bool:
    """Tell whether a mark parts a word from the next; a dash between two countries is none."""
    gap = without_dots(wording.article.plain, words[number], words[number + 1])
    return marks.search(gap) is not None and gap not in ("–", "—")

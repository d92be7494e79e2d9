"""The documents that came out of a meeting: what was signed, issued or is to be signed, with the title in the text."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from coopdb.author.draft.days.dates import EXPLICIT, Dated
from coopdb.author.draft.days.day import MeetingDate
from coopdb.author.draft.outcomes.unsigned import came_about
from coopdb.author.draft.telling.another_time import BEFORE_OR_TO_COME, find_times
from coopdb.author.draft.telling.clauses import further_clauses
from coopdb.author.draft.text.text import BODY, Passage, Word
from coopdb.author.draft.text.wording import PhraseHit, Phrasing
from coopdb.author.draft.words import cues, telling_words
from coopdb.pattern import pattern
from coopdb.record.dates import at_most_days_away

_AROUND = 6  # words beside a document that say that it is to be signed, and beside a verb that give its year
_REACH = 30  # words between a document and its verb
_LONGEST = 16  # words of a title
_MOST = 20  # documents of one meeting
_LOOSE = 1  # words between a document and what it is about: Agreement (SADEA) on
_NEW, _RECENT = 3, 31  # days before a meeting, a publication: what is older is of another meeting
_ATTRIBUTE = 4  # words behind a participle that a month stands in: the memoranda signed in March
_CITED = 60  # characters before a document in which it may stand which of its articles is meant
_ARTICLE = pattern(  # under Article 6 of the Paris Agreement
    r"\b(?:art(?:icle|ículo|igo|ikel|icolo)?s?\.?|المادة)\s\d+(?:\.\d+)*\s(?:of|de|du|da|do|des|der|av|van|dell|من)\b[^.;,]*$",
    re.IGNORECASE,
)
_YEAR = pattern(r"(?:19|20)\d\d")
_MARK = pattern(r"[.;:,\n“”«»\"،؛]")
_BRACKET = pattern(r"\s*\([^()\n]{1,30}\)")


class FoundDocument(NamedTuple):
    """A document: kind, title, when or whether it was signed (None: issued), where; `is_titled` beyond its kind."""

    kind: str
    title: str
    signed: date | bool | None
    start: int
    end: int
    is_titled: bool


def find_documents(wording: Phrasing, when: MeetingDate, published: str | None) -> tuple[FoundDocument, ...]:
    """Find the documents of a meeting; the same one named again, with less, is told once."""
    found: list[FoundDocument] = []
    for sentence in wording.article.sentences:
        if sentence.rank <= BODY and not _is_of_before(wording, sentence):
            if (here := len(found)) >= _MOST:
                break
            for each in _in_sentence(wording, sentence, when, published):
                _add(found, each, here)
    return tuple(found[:_MOST])


def _add(found: list[FoundDocument], new: FoundDocument, here: int) -> None:
    """Add a document, or what a later sentence says more of one; `here`: how many earlier sentences told of."""
    same = [number for number, each in enumerate(found) if each.kind == new.kind]
    if not same:
        if new.is_titled or new.kind != "agreement" or not found:
            found.append(new)
        return
    if min(same) >= here:  # an enumeration: a memorandum on this and a memorandum on that
        if new.is_titled and all(found[number].is_titled and found[number].title != new.title for number in same):
            found.append(new)
        return
    first = found[same[0]]
    if len(same) == 1 and new.signed is not False:
        better = new if new.is_titled and not first.is_titled else first
        days = [each.signed for each in (first, new) if isinstance(each.signed, date)]
        found[same[0]] = better._replace(signed=days[0] if days else first.signed)


def _is_of_before(wording: Phrasing, sentence: Passage) -> bool:
    """Tell a sentence about an older document: the words for it come before the verb."""
    text = wording.article.folded(sentence)
    signed = cues.word_list("signed").first(text)
    return signed is not None and any(start < signed[0] + 40 for start, _ in find_times(text, *BEFORE_OR_TO_COME))


def _in_sentence(
    wording: Phrasing, sentence: Passage, when: MeetingDate, published: str | None
) -> Iterator[FoundDocument]:
    """Yield the documents that a sentence says were signed or issued, or are to be."""
    dates = when.within(sentence.start, sentence.end)
    for hit in wording.hits(sentence, "documents"):
        verb = _verb(wording, sentence, hit)
        if verb is None or not came_about(wording, sentence, hit, verb[1]):
            continue
        is_cited = _ARTICLE.search(wording.article.plain, max(hit.start - _CITED, sentence.start), hit.start)
        is_short = (
            is_cited or wording.article.plain[hit.start - 1 : hit.start] == "("
        )  # memorandum of understanding (MoU)
        if not is_short and not _is_older(wording, sentence, hit, verb[1], dates, _since(when, published)):
            is_later = _is_to_come(wording, sentence, hit, verb[1])
            start, end, is_titled = _title(wording, sentence, hit)
            signed = False if is_later else _signed(verb[0], dates, when, published)
            title = " ".join(wording.article.plain[start:end].split())
            yield FoundDocument(hit.value, title, signed, start, end, is_titled)


def _verb(wording: Phrasing, sentence: Passage, hit: PhraseHit) -> tuple[str, PhraseHit] | None:
    """Return the nearest verb of signing or issuing, and which it is."""
    verbs = [(name, each) for name in ("signs", "issues") for each in wording.hits(sentence, name)]
    near = [(name, each) for name, each in verbs if _away(hit, each) <= _REACH]
    return min(near, key=lambda each: (_away(hit, each[1]), each[0] != "signs"), default=None)


def _away(one: PhraseHit, other: PhraseHit) -> int:
    return max(other.first - one.last, one.first - other.last, 0)


def _is_to_come(wording: Phrasing, sentence: Passage, hit: PhraseHit, verb: PhraseHit) -> bool:
    """Tell a document that is to be signed, or is still talked about."""
    return any(
        each.first <= verb.first < each.last or _away(each, hit) <= _AROUND
        for each in wording.hits(sentence, "signs_later")
    )


def _since(when: MeetingDate, published: str | None) -> date | None:
    """Return the first day on which a document of this meeting may have been signed."""
    told = when.certain.first if when.certain else published
    days = _NEW if when.certain else _RECENT
    return at_most_days_away(date.fromisoformat(f"{told}-01-01"[:10]), -days) if told else None


def _is_older(
    wording: Phrasing,
    sentence: Passage,
    hit: PhraseHit,
    verb: PhraseHit,
    dates: Sequence[Dated],
    since: date | None,
) -> bool:
    """Tell a document of another meeting: an older day or year beside its verb, a month behind its participle."""
    words = wording.article.words_in(sentence.start, sentence.end)
    if _had(wording, words, verb) or _is_of_other_month(words, verb, since):
        return True
    is_attribute = 0 <= verb.first - hit.last <= _LOOSE
    low = verb.start if is_attribute else sentence.start
    near = [each for each in dates if low <= each.start and not _is_of_its_own(wording, hit, verb, each)]
    if since is None or any(each.day and each.day >= since for each in near):
        return False
    low = verb.start if is_attribute else words[max(verb.first - _AROUND, 0)].start
    years = (int(each.folded) for each in wording.article.words_in(low, sentence.end) if _YEAR.fullmatch(each.folded))
    behind = words[verb.last : verb.last + _ATTRIBUTE] if is_attribute else ()
    return (
        any(each.day or f"{each.first}-99" < since.isoformat() for each in near if low <= each.start)
        or any(year < since.year for year in years)
        or any(each.folded in telling_words.months() for each in behind)
    )


def _had(wording: Phrasing, words: Sequence[Word], verb: PhraseHit) -> bool:
    """Tell what had been signed before: hatten am 3. Mai ein Abkommen unterzeichnet; not: had talks and signed."""
    had = telling_words.of_language("had", wording.language)
    said = {each.folded: number for number, each in enumerate(words[: verb.first]) if each.folded in had}
    between = words[max(said.values(), default=verb.first) + 1 : verb.first]
    return bool(said) and not any(each.folded in telling_words.words("and") for each in between)


def _is_of_other_month(words: Sequence[Word], verb: PhraseHit, since: date | None) -> bool:
    """Tell a month before the verb, without a day, other than those a document of this meeting may be of: i april."""
    pairs = pairwise(words[max(verb.first - _AROUND, 0) : verb.first])
    named = [telling_words.months().get(each.folded, 0) for one, each in pairs if not one.folded.isdigit()]
    return since is not None and any(each not in (0, since.month, since.month % 12 + 1) for each in named)


def _is_of_its_own(wording: Phrasing, hit: PhraseHit, verb: PhraseHit, each: Dated) -> bool:
    """Tell a day without a year in a clause behind a document: un accordo, che entrerà in vigore il 3 luglio."""
    last = max(hit.end, verb.end)
    return each.rule == EXPLICIT[1] and each.start > last and "," in wording.article.plain[last : each.start]


def _signed(verb: str, dates: Sequence[Dated], when: MeetingDate, published: str | None) -> date | bool | None:
    """Return the day that the sentence gives for a signature, else that it was signed; None for what was issued."""
    if verb == "issues":
        return None
    first = when.certain.first if when.certain else published
    last = (when.certain.last if when.certain else None) or first
    days = {each.day for each in dates if each.day and first and last and first <= each.first <= last}
    return days.pop() if len(days) == 1 and None not in days else True


def _title(wording: Phrasing, sentence: Passage, hit: PhraseHit) -> tuple[int, int, bool]:
    """Return where the title of a document stands: the words with capitals before it, and what it is about."""
    first, last = _left(wording, sentence, hit), _right(wording, sentence, hit)
    words = wording.article.words_in(sentence.start, sentence.end)
    return words[first].start, words[last - 1].end, (first, last) != (hit.first, hit.last)


def _left(wording: Phrasing, sentence: Passage, hit: PhraseHit) -> int:
    plain, words, first = wording.article.plain, wording.article.words_in(sentence.start, sentence.end), hit.first
    names = ("signs", "issues", "name_links", "about", "title_ends", "session_links", "signs_later")
    ends = {each.last for name in names for each in wording.hits(sentence, name)}
    is_name = plain[hit.start].isupper() and plain[hit.start : hit.end] != plain[hit.start : hit.end].lower()
    while (
        is_name
        and first > 1
        and first not in ends
        and hit.first - first < _LONGEST
        and plain[words[first - 1].start].isupper()
        and plain[words[first - 1].end : words[first].start] in (" ", "-", "–")
    ):
        first -= 1
    return first


def _next(wording: Phrasing, sentence: Passage, hit: PhraseHit) -> int:
    """Return the first word of what a list goes on with: and an agreement on visas."""
    words = len(wording.article.words_in(sentence.start, sentence.end))
    other = next((each for each in wording.hits(sentence, "documents") if each.first > hit.last), None)
    if other is None:
        return words
    joins = [each.first for each in wording.hits(sentence, "list_and") if hit.last < each.first < other.first]
    return joins[-1] if joins else words


def _right(wording: Phrasing, sentence: Passage, hit: PhraseHit) -> int:
    """Return the word behind a title that goes on with what it is about, up to where the sentence goes on."""
    plain, words, last = wording.article.plain, wording.article.words_in(sentence.start, sentence.end), hit.last
    bracket = _BRACKET.match(plain, hit.end)
    while bracket and last < len(words) and words[last].end <= bracket.end():
        last += 1
    about = next((each for each in wording.hits(sentence, "about") if 0 <= each.first - last <= _LOOSE), None)
    is_day = about is not None and about.last < len(words) and words[about.last].folded.isdigit()  # signed on 3 May
    if about is None or is_day or _MARK.search(plain, words[last - 1].end, about.start):
        return hit.last
    names = ("title_ends", "signs", "signs_later", "called_off")
    ends = {each.first for name in names for each in wording.hits(sentence, name) if each.first > about.last}
    last, most = about.last, min(len(words), about.last + _LONGEST, _next(wording, sentence, hit))
    near = [each.folded for each in words[last : most + _LONGEST]]
    ends.update(last + number for number in further_clauses(near, wording.language))
    while last < most and last not in ends:
        gap = plain[words[last - 1].end : words[last].start]
        if _MARK.search(gap) or "(" in gap:
            break
        last += 1
    return last if last > about.last else hit.last

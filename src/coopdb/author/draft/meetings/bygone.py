"""What was years ago: the meeting or the signature of an anniversary, and a sentence that begins with how long ago."""

from collections.abc import Iterator

from coopdb.author.draft.meetings.no_meetings import Span
from coopdb.author.draft.text.phrases import MARK, marked
from coopdb.author.draft.text.text import Article, Passage
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.script import is_arabic

_HEAD = 8  # words at the head of a sentence in which it says how long ago
_BEHIND = 4  # words behind an anniversary in which what is remembered stands
_COUNT = 2  # words of a number: il y a vingt-cinq ans
_REACH = 100  # characters in which those words stand


def is_bygone(article: Article, sentence: Passage, language: str | None) -> bool:
    """Tell a sentence that begins with how long ago it was, and names no day: sixty years ago they met.

    Not where that is the time of something else, or only the first of two: elected two years ago, she received him;
    two years ago they quarrelled, now they met; as two years ago, they met.
    """
    if cues.spoken("years", language).isdisjoint(article.folded(sentence).split(" ", _HEAD)[:_HEAD]):
        return False
    clauses = [clause.split() for clause in marked(article, sentence).split(f" {MARK} ")]
    days = telling_words.day_words(language) - telling_words.months().keys()
    if any(not days.isdisjoint(clause) for clause in clauses):
        return False
    said = _behind_time(clauses[0], language)
    is_of_now = any(not cues.spoken("by_now", language).isdisjoint(clause[:1]) for clause in clauses[1:])
    met = cues.joined_list(language, "encounters", "meeting", "took_place")
    return said is not None and not is_of_now and (not said or met.is_in(" ".join(said)))


def _behind_time(clause: list[str], language: str | None) -> list[str] | None:
    """Return the words of a clause behind the time years ago that it begins with; nothing where it begins otherwise."""
    years = cues.spoken("years", language)
    number = next((at for at, word in enumerate(clause[:_HEAD]) if word in years), 0)
    behind = clause[number + 1 :]
    before = _without_first(_without_first(clause[:number], "roughly", language), "roughly", language)
    since = _without_first(before, "ago_before", language)
    if since != before:
        is_ago = cues.spoken("reckoned_from", language).isdisjoint(behind[:1])  # قبل عام من: a year before
        left = _without_first(since, "roughly", language)
        return behind if is_ago and len(left) <= _COUNT else None
    after = _without_first(behind, "ago", language)
    return after if after != behind and len(before) == 1 else None


def _without_first(words: list[str], name: str, language: str | None) -> list[str]:
    """Return words without those of a list that they begin with."""
    first = cues.word_list(name, language).at_start(" ".join(words))
    return words[len(first.split()) :]


def bygone(text: str, language: str | None) -> Iterator[Span]:
    """Yield the meetings and signatures of an anniversary in folded text, in order: 60 anos da assinatura."""
    done = 0
    for start, end in cues.joined_list(language, "anniversaries", "years").find(text):
        span = _remembered(text, (start, end), language)
        if span and span[0] >= done:
            done = span[1]
            yield span


def _remembered(text: str, anniversary: Span, language: str | None) -> Span | None:
    """Return the meeting or the signature right behind an anniversary whose it is: 60th anniversary of the signing."""
    start, end = anniversary
    words = text[end + 1 : end + _REACH].split(" ", _BEHIND)[:_BEHIND]
    is_joined = is_arabic(words[0][:1]) and text[start:end] not in cues.spoken("years", language)
    if not is_joined and words[0] not in cues.joined(language, "of", "genitive_articles"):
        return None
    hit = cues.joined_list(language, "encounters", "signatures").first(" ".join(words))
    return hit and (end + 1 + hit[0], end + 1 + hit[1])

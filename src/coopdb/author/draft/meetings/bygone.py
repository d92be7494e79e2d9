"""What was years ago: the meeting or the signature of an anniversary, and a sentence that begins with how long ago."""

from collections.abc import Iterator, Sequence

from coopdb.author.draft.meetings.no_meetings import Span
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.script import is_arabic

_AGO = 3  # words between "il y a" and "ans"
_HEAD = 6  # words at the head of a sentence in which it says how long ago
_BEHIND = 4  # words behind an anniversary in which what is remembered stands
_REACH = 100  # characters in which those words stand


def bygone(text: str, language: str | None) -> Iterator[Span]:
    """Yield the meetings and signatures of folded text that were years ago, in order: 60 anos da assinatura.

    All of a sentence that begins with how long ago it was, and names no day: sixty years ago they met.
    """
    words = text.split()
    years = cues.spoken("years", language)
    if not years.isdisjoint(words[:_HEAD]) and _begins_long_ago(words, language):
        yield 0, len(text)
        return
    done = 0
    for start, end in cues.joined_list(language, "anniversaries", "years").find(text):
        span = _remembered(text, (start, end), language)
        if span and span[0] >= done:
            done = span[1]
            yield span


def _begins_long_ago(words: Sequence[str], language: str | None) -> bool:
    """Tell words that begin with a time of years ago, and name no day: vor 60 Jahren trafen sich."""
    years, ago = (cues.spoken(name, language) for name in ("years", "ago"))
    head = words[: _HEAD + 1]
    beside = (
        (*head[max(number - _AGO, 0) : number], *head[number + 1 : number + 2])
        for number, word in enumerate(head)
        if word in years
    )
    days = telling_words.day_words(language) - telling_words.months().keys()
    return not all(map(ago.isdisjoint, beside)) and days.isdisjoint(words)


def _remembered(text: str, anniversary: Span, language: str | None) -> Span | None:
    """Return the meeting or the signature right behind an anniversary whose it is: 60th anniversary of the signing."""
    start, end = anniversary
    words = text[end + 1 : end + _REACH].split(" ", _BEHIND)[:_BEHIND]
    is_joined = is_arabic(words[0][:1]) and text[start:end] not in cues.spoken("years", language)
    if not is_joined and words[0] not in cues.joined(language, "of", "genitive_articles"):
        return None
    hit = cues.joined_list(language, "encounters", "signatures").first(" ".join(words))
    return hit and (end + 1 + hit[0], end + 1 + hit[1])

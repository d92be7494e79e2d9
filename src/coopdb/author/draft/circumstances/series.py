"""The standing dialogue of a meeting, and which session of it: the third meeting of the Joint Committee."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from coopdb.author.draft.circumstances.series_bodies import FREE, MEETINGS, bodies, first_of_body, read_name
from coopdb.author.draft.circumstances.series_names import (
    Series,
    fuller,
    has_short_form,
    is_abbreviation,
    is_of,
    is_short_form,
    plain_name,
    whole,
)
from coopdb.author.draft.names.names import Names
from coopdb.author.draft.text.text import Passage
from coopdb.author.draft.text.wording import PhraseHit, Phrasing
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.script import is_arabic

_SITTING = ("framework",)  # that are not meetings themselves: the third session of a partnership
_PARTIES = 2  # in the name of a dialogue that is named without its session
_NAMES = 20  # names among which the full form of a short one is sought
_VERB = 3  # characters between a body and the verb by which it meets
_GAP = 2  # words between an ordinal and the session, and between the session and the body: of the
_NAME = 8  # words of a name before the body in it
_NEAR, _FAR = 4, 8  # words before that say that the body is set up, or the session another one


def find_series(wording: Phrasing, names: Names, parties: Sequence[str]) -> tuple[Series, ...]:
    """Find the standing dialogues that title and lead tell of, each once: those of a session, or that of the title.

    A conference that is named after others than the parties is an event at which they met.
    """
    titled = _named_in(wording, wording.titles)
    named = titled + _named_in(wording, wording.leads)
    found: dict[tuple[str, int | None], Series] = {}
    for sentence in (*wording.leads, *wording.titles):
        for each in _in_sentence(wording, sentence, named):
            if parties_in(names, each, parties) >= each.parties:
                key = each.body, each.session
                found[key] = min(found.get(key, each), each, key=_has_bracket)
    begun = [each for each in named if each.start < wording.opening[-1].end and has_short_form(wording.article, each)]
    sitting = [each for each in named if each.body in FREE and _sits(wording, each)]
    subject = next((each for each in (*titled, *begun, *sitting) if _is_standing(names, each, parties)), None)
    chosen = whole([fuller(each, named) for each in found.values()])
    if subject and not any(is_of(each, subject) for each in chosen):
        chosen = [subject]
    return tuple(each._replace(name=plain_name(each.name)) for each in chosen)


def _named_in(wording: Phrasing, sentences: Sequence[Passage]) -> list[Series]:
    """Return the first dialogues that sentences name, with or without a session."""
    found = (each for sentence in sentences for each in _without_session(wording, sentence))
    return [*islice(found, _NAMES)]


def _sits(wording: Phrasing, series: Series) -> bool:
    """Tell a body that the text begins with, and that meets: the joint commission will meet."""
    names = ("took_place", "announced", "told_now")
    verbs = (hit for first in wording.leads[:1] for name in names for hit in wording.hits(first, name))
    return any(series.end <= hit.start <= series.end + _VERB for hit in verbs)


def _is_standing(names: Names, series: Series, parties: Sequence[str]) -> bool:
    """Tell the name of a body that has no session beside it: a joint one, or one of two parties."""
    return series.body in FREE or parties_in(names, series, parties) >= _PARTIES


def _has_bracket(series: Series) -> bool:
    return "(" in plain_name(series.name)


def parties_in(names: Names, series: Series, parties: Sequence[str]) -> int:
    """Count the countries and organisations in the name of a dialogue; in that of a conference only the parties."""
    within = names.beginning(series.start, series.end)
    return len({each.keys for each in within if series.body not in MEETINGS or each.keys[0] in parties})


def _in_sentence(wording: Phrasing, sentence: Passage, named: Sequence[Series]) -> Iterator[Series]:
    """Yield the sessions that a sentence tells of, but for those that are to come, or were before."""
    for ordinal in wording.hits(sentence, "ordinals"):
        is_other = wording.is_after(sentence, "ahead_of", ordinal, _FAR) or wording.is_after(
            sentence, "after_which", ordinal, _NEAR
        )
        is_other |= _at_event(wording, sentence, ordinal)
        for read in () if is_other else (_behind, _ahead, partial(_by_short_form, named)):
            if found := read(wording, sentence, ordinal):
                yield found
                break


def _without_session(wording: Phrasing, sentence: Passage) -> Iterator[Series]:
    """Yield the dialogues that a sentence names in capitals, but for those to be set up, to come, or before."""
    for body, hit in bodies(wording, sentence):
        is_other = any(wording.is_after(sentence, name, hit, _FAR) for name in ("sets_up", "ahead_of", "after_which"))
        is_other |= _at_event(wording, sentence, hit)
        is_other |= any(each.first <= hit.first < each.last for each in wording.hits(sentence, "no_series"))
        is_proper = body in FREE or wording.article.plain[hit.start].isupper()
        first = first_of_body(wording, sentence, hit)
        named = None if is_other else read_name(wording, sentence, first, hit, body, None)
        if named and (is_proper or has_short_form(wording.article, named)) and not _is_document(wording, sentence, hit):
            yield named


def _is_document(wording: Phrasing, sentence: Passage, hit: PhraseHit) -> bool:
    """Tell a dialogue that only a document is named after: the Digital Partnership Agreement."""
    return any(
        each.first == hit.last and each.value != "joint-statement" for each in wording.hits(sentence, "documents")
    )


def _at_event(wording: Phrasing, sentence: Passage, ordinal: PhraseHit) -> bool:
    """Tell an event on whose margins they met: its session is not theirs."""
    before = wording.article.folded(Passage(sentence.start, ordinal.start, sentence.rank))
    return ordinal.start > sentence.start and cues.word_list("margins").is_in(before)


def _behind(wording: Phrasing, sentence: Passage, ordinal: PhraseHit) -> Series | None:
    """Read a name behind an ordinal, perhaps after its session: third session of the Joint Committee."""
    session = _session(wording, sentence, ordinal)
    first, needs = (session or ordinal).last, session is None and _needs_session(wording, sentence, ordinal)
    for link in wording.hits(sentence, "session_links") if session else ():
        first = link.last if link.first == first else first
    for body, hit in bodies(wording, sentence):
        reach = hit.first - first
        is_near = 0 <= reach <= _NAME and not needs and (session is not None or body not in _SITTING)
        if is_near and not wording.is_after(sentence, "sets_up", hit, _NEAR):
            return read_name(wording, sentence, first, hit, body, int(ordinal.value))
    return None


def _by_short_form(named: Sequence[Series], wording: Phrasing, sentence: Passage, ordinal: PhraseHit) -> Series | None:
    """Read the short form of a name that is told in full elsewhere: third meeting of the TTC, third TTC meeting."""
    session = _session(wording, sentence, ordinal)
    words = wording.article.words_in(sentence.start, sentence.end)
    for word in words[ordinal.last : session.last + _GAP + 1] if session else ():
        letters = wording.article.plain[word.start : word.end]
        for each in named if is_short_form(letters) else ():
            if is_abbreviation(letters, plain_name(each.name)):
                return each._replace(session=int(ordinal.value))
    return None


def _ahead(wording: Phrasing, sentence: Passage, ordinal: PhraseHit) -> Series | None:
    """Read a name before its session: the Joint Committee held its third session."""
    for body, hit in bodies(wording, sentence) if _session(wording, sentence, ordinal) else ():
        if 0 <= ordinal.first - hit.last <= _FAR and not wording.is_after(sentence, "sets_up", hit, _NEAR):
            return read_name(wording, sentence, first_of_body(wording, sentence, hit), hit, body, int(ordinal.value))
    return None


def _session(wording: Phrasing, sentence: Passage, ordinal: PhraseHit) -> PhraseHit | None:
    """Return the word for a session and its ordinal, whichever ends last: third session; الدورة الثالثة."""
    for hit in wording.hits(sentence, "session_words"):
        if wording.is_before(sentence, "after_which", hit, 0):
            continue
        if 0 <= hit.first - ordinal.last <= _GAP:
            return hit
        if hit.last == ordinal.first and is_arabic(wording.article.plain[hit.start]):
            return ordinal
    return None


def _needs_session(wording: Phrasing, sentence: Passage, ordinal: PhraseHit) -> bool:
    """Tell an ordinal that may be of something else: 3. Juni; in Arabic it follows its noun."""
    word = wording.article.words_in(sentence.start, sentence.end)[ordinal.first].folded
    return word.isdigit() or is_arabic(word)

"""Whether a meeting was held: an announcement tells of a planned one, and some are cancelled or postponed."""

from collections.abc import Iterable, Iterator

from coopdb.author.draft.days.day import MeetingDate
from coopdb.author.draft.days.notice import opens_report
from coopdb.author.draft.finding import DraftFinding
from coopdb.author.draft.meetings.called_off import changes
from coopdb.author.draft.text.text import BACKGROUND, Passage
from coopdb.author.draft.text.wording import PhraseHit, Phrasing
from coopdb.author.draft.words import cues
from coopdb.text import fold

_ASKED = 4  # words between an invitation and what somebody is invited to
_PARTED = 9  # words between the parts of a verb: ska utrikesminister Ann Berg träffa
_PARTED_LAST = 15  # and where verbs stand last: wird am Montag in Wien Ministerin Novak aus Malta treffen
_HELD = 8  # words between a verb of holding and the meeting
_AFTER = "the day is after the publication"


def find_status(wording: Phrasing, when: MeetingDate, published: str | None) -> DraftFinding | None:
    """Find that a meeting is planned, cancelled or postponed; nothing for one that was held."""
    changed = next(_changed(wording), None)
    if changed:
        status, sentence, hit = changed
        if _held(wording, wording.opening):
            return DraftFinding(
                "", hit.start, hit.end, "the text also tells of a meeting that was held", (status, "held")
            )
        return DraftFinding(status, sentence.start, sentence.end, "words for it beside the meeting")
    day = when.certain
    if day and published and len(published) == len(day.first):
        if day.first > published:
            return None if _is_past(wording, day.start) else DraftFinding("planned", day.start, day.end, _AFTER)
        if (day.last or day.first) < published:
            return None
    return _announced(wording, when, published)


def _is_past(wording: Phrasing, place: int) -> bool:
    """Tell a day that the opening tells of in the past: the day of publication is wrong then."""
    sentence = wording.article.sentence_at(place)
    now = {hit.start for hit in wording.hits(sentence, "told_now")}  # ontmoet, which is a participle too
    held = any(hit.start not in now for hit in _told_held(wording, sentence))
    return wording.opens(sentence) and held and not any(plans(wording, sentence))


def _changed(wording: Phrasing) -> Iterator[tuple[str, Passage, PhraseHit]]:
    """Yield the sentences of the opening that say that the meeting was called off or put off."""
    for sentence in wording.opening:
        yield from ((status, sentence, hit) for status, hit in changes(wording, sentence))


def _announced(wording: Phrasing, when: MeetingDate, published: str | None) -> DraftFinding | None:
    """Find that the opening speaks of a meeting to come, and few sentences of one that took place."""
    told = [(each, hit) for each in (*wording.titles, *wording.leads) for hit in plans(wording, each)]
    if not told and _looks_forward(wording):
        told = [(each, hit) for each in wording.opening for hit in _told_now(wording, each)]
    if not told:
        return None
    sentence, hit = told[0]
    dates = (each for each in when.within(sentence.start, sentence.end) if not opens_report(wording.article, each))
    days = [each.last or each.first for each in dates]
    now = bool(days) and published is not None and max(days) == published[: len(max(days))]
    if published and days and max(days) < published[: len(max(days))]:
        return None
    if _is_news(wording, sentence, hit, is_now=now):
        return None
    proper = [each for each in wording.article.sentences if each.rank < BACKGROUND]
    held = [each for each in proper if _held(wording, [each])]
    in_opening = any(map(wording.opens, held))
    if not held or (wording.opens(sentence) and not in_opening and len(held) <= len({each for each, _ in told})):
        return DraftFinding("planned", sentence.start, sentence.end, "a meeting to come")
    if wording.opens(sentence) and not in_opening:
        return DraftFinding(
            "", hit.start, hit.end, "whether the meeting was held or is still to come", ("planned", "held")
        )
    return None


def _is_news(wording: Phrasing, sentence: Passage, hit: PhraseHit, *, is_now: bool) -> bool:
    """Tell the present tense of what happens on the day that it is told of: today the minister receives."""
    present = (*wording.hits(sentence, "told_now"), *wording.parted(sentence, "parted_now", _PARTED))
    return any(each.start == hit.start for each in present) and (is_now or wording.says(sentence, "told_today"))


def plans(wording: Phrasing, sentence: Passage) -> Iterator[PhraseHit]:
    """Yield what a sentence says of a meeting to come; one that they agreed to hold again is another."""
    if wording.says(sentence, "meets_again"):
        return
    for hit in wording.hits(sentence, "announced"):
        if not wording.is_after(sentence, "invited", hit, _ASKED):  # who is invited to visit may not come
            yield hit
    if wording.opens(sentence):
        yield from (hit for hit, _ in _future(wording, sentence))
        if wording.says(sentence, "time_ahead"):
            yield from _told_now(wording, sentence)


def _future(wording: Phrasing, sentence: Passage) -> Iterator[tuple[PhraseHit, PhraseHit]]:
    """Yield the parts of a verb in the future tense, which may stand apart: ska utrikesminister Ann Berg träffa."""
    is_last = bool(cues.spoken("receives_last", wording.language))
    most = _PARTED_LAST if is_last else _PARTED
    for hit in wording.hits(sentence, "will"):
        for each in wording.hits(sentence, "will_meet"):
            if _is_of_thing(wording, sentence, each):
                continue
            is_verb = is_last and wording.article.plain[each.start].islower()  # not: das Treffen wird
            if 0 <= each.first - hit.last <= most or (is_verb and each.last == hit.first):  # dass er sie treffen wird
                yield hit, each


def _is_of_thing(wording: Phrasing, sentence: Passage, verb: PhraseHit) -> bool:
    """Tell a verb of holding anything with no meeting beside it: deben tener más derechos."""
    said = fold(wording.article.plain[verb.start : verb.end])
    is_any = said in cues.spoken("will_hold", wording.language)
    return is_any and not wording.is_beside(sentence, "encounters", verb, _HELD)


def _looks_forward(wording: Phrasing) -> bool:
    """Tell a text that looks forward to a meeting, which its opening may tell in the present tense."""
    proper = (each for each in wording.article.sentences if each.rank < BACKGROUND)
    return any(wording.says(each, "looks_ahead", "time_ahead") or any(_future(wording, each)) for each in proper)


def _told_now(wording: Phrasing, sentence: Passage) -> Iterator[PhraseHit]:
    yield from wording.hits(sentence, "told_now")
    yield from wording.parted(sentence, "parted_now", _PARTED)


def _held(wording: Phrasing, sentences: Iterable[Passage]) -> bool:
    """Tell whether sentences say that the meeting took place; what is put off is not held."""
    return any(True for each in sentences for _ in _told_held(wording, each))


def _told_held(wording: Phrasing, sentence: Passage) -> Iterator[PhraseHit]:
    """Yield what a sentence says of a meeting that took place."""
    for hit in (*wording.hits(sentence, "took_place"), *wording.parted(sentence, "parted_held", _PARTED)):
        is_other = wording.is_after(sentence, "announced", hit, 0) or wording.is_after(sentence, "after_which", hit, 1)
        ahead = (*wording.hits(sentence, "announced"), *(verb for _, verb in _future(wording, sentence)))
        if not is_other and not any(each.first <= hit.first < each.last for each in ahead):  # zu empfangen
            yield hit


def tells_of_meeting(wording: Phrasing, sentence: Passage) -> bool:
    """Tell a sentence that says that somebody meets, now or later: tar statsministern emot."""
    return any(plans(wording, sentence)) or any(wording.parted(sentence, "parted_now", _PARTED))

"""Whose an office, a place or an event is: Qatar's minister, in Kenya, ambassador to Peru, before the NATO summit."""

from collections.abc import Sequence, Set
from functools import cache
from itertools import takewhile

from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.text.text import Article
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import is_office
from coopdb.author.draft.words.script import is_arabic
from coopdb.pattern import pattern
from coopdb.text import fold

_NEAR = 45  # characters between a country and the office it belongs to
_IN = pattern(
    r"(?:\b(?:(?i:(?:in|aus|dans|at|from)(?: the| der| den| dem| het| de| la| le| les)?)"
    r"|(?i:en|au|aux|à|em|no|na|i)|a)|في)\s+$|(?<!\w)و?ب$"
)
_FROM_OFFICE = 3  # words from an office to the country that it is from
_FROM_ENVOY, _TO = 6, 3  # words from an ambassador to the country that he is sent to, and from "to" to the country
_EVENT, _EVENT_NAME = 2, 6  # words of an event before whose it is: Assemblée générale; behind “on the margins of”
_WITH_ARTICLE = pattern(r"[وبل]?ال|لل")
_MARKS = ("،", ",", ".", "؛", ":")
_GENITIVE = pattern(r"^:s\b")  # USA:s president
_CLAUSE = pattern(r"[,;:.!?،؛]")


def is_place(article: Article, mention: NamedParty) -> bool:
    """Tell where somebody was, or was sent to, from whose somebody was."""
    before = article.plain[max(mention.start - _NEAR, 0) : mention.start]
    is_noun = not mention.is_adjective or article.plain[mention.start].isupper()
    is_inside = is_in(article, mention) and not _is_of_office(before)
    return is_noun and (is_inside or is_sent_to(article, mention))


def is_in(article: Article, mention: NamedParty) -> bool:
    """Tell a name behind a word such as in or at."""
    return _IN.search(article.plain, max(mention.start - _NEAR, 0), mention.start) is not None


def is_host(article: Article, names: Names, mention: NamedParty) -> bool:
    """Tell an organisation of which only a meeting is named: before the NATO Summit, lors du sommet de l’OTAN."""
    behind = [word.folded for word in article.words_in(mention.end, mention.end + _NEAR)]
    before = [word.folded for word in article.words_in(mention.start - _NEAR, mention.start)]
    while before and before[-1] in _articles() | _whose():
        before.pop()
    nouns = cues.spoken("encounters", names.language) | cues.spoken("event_nouns", names.language)
    is_event = not nouns.isdisjoint(before[-_EVENT:])
    is_event = is_event or any(" ".join(behind[:size]) in nouns for size in (1, _EVENT))  # the UN General Assembly
    return is_event or _is_on_margins(article, mention, nouns)


def _is_on_margins(article: Article, mention: NamedParty, nouns: Set[str]) -> bool:
    """Tell an organisation whose something is at the edge of which somebody met: en marge du dialogue de l’ONU."""
    start = max(mention.start - 2 * _NEAR, article.sentence_at(mention.start).start)
    before = fold(article.plain[start : mention.start])
    last = max((end for _, end in cues.word_list("margins").find(before)), default=len(before))
    words = before[last:].split()
    return len(words) <= _EVENT_NAME and not nouns.isdisjoint(words)


def _is_of_office(before: str) -> bool:
    """Tell the country that somebody is from: her counterpart from Peru; وزير الصحة في بيرو."""
    words = fold(before).split()
    fields = takewhile(lambda word: word.startswith(("ال", "و")) and not _is_office(word), reversed(words[:-1]))
    words = words[-_FROM_OFFICE - sum(1 for _ in fields) :]
    is_from = bool(words) and words[-1] in cues.spoken("from") | cues.spoken("locatives", "ar")
    return is_from and any(_is_office(word) and word not in _envoys() for word in words)


def is_sent_to(article: Article, mention: NamedParty) -> bool:
    """Tell the country that an ambassador is sent to: ambassador of Peru to Kenya, سفير بيرو لدى كينيا."""
    start = max(mention.start - 2 * _NEAR, article.sentence_at(mention.start).start)
    before = [word.folded for word in article.words_in(start, mention.start)][-_FROM_ENVOY:]
    links = [number for number, word in enumerate(before) if word in cues.spoken("destinations")]
    return bool(links) and len(before) - links[-1] <= _TO and not _envoys().isdisjoint(before[: links[-1]])


def _is_office(folded: str) -> bool:
    """Tell the word for an office; in Arabic `and` may be written with it: ووزير."""
    return is_office(folded) or (folded[:1] == "و" and is_office(folded[1:]))


@cache
def _envoys() -> frozenset[str]:
    """Return the first words of the offices of ambassadors, folded."""
    return frozenset(each.partition(" ")[0] for each in cues.spoken("ambassadors"))


def is_envoy(role: str) -> bool:
    """Tell the office of an ambassador or a consul."""
    return not _envoys().isdisjoint(fold(role).split())


def has_office(article: Article, mention: NamedParty) -> bool:
    """Tell whether an office or an authority of the country is named: Qatar's minister, la ministre marocaine."""
    if is_sent_to(article, mention):
        return False
    sentence = article.sentence_at(mention.start)
    before = fold(article.plain[max(mention.start - 2 * _NEAR, sentence.start) : mention.start]).split()
    behind = _GENITIVE.sub("", article.plain[mention.end : min(mention.end + _NEAR, sentence.end)])
    words = fold(behind if mention.is_adjective else _CLAUSE.split(behind, maxsplit=1)[0]).split()
    after = words if mention.is_adjective else [*takewhile(lambda word: word not in _parting(), words)]
    reach = 3 if mention.is_adjective else 11 if _is_owned(before) else 1
    reach = max(reach, _past_fields(article, mention, sentence.start))
    close = " ".join(after[: 5 if mention.is_adjective else 4]), " ".join(before[-reach:])
    return any(_has_head(text) or any(map(_is_office, text.split())) for text in close)


def _past_fields(article: Article, mention: NamedParty, start: int) -> int:
    """Return how far an office may stand before a country behind its fields in Arabic: القنصل العام لجمهورية كينيا."""
    if not is_arabic(article.plain[mention.start : mention.end]):
        return 0
    words = article.words_in(max(start, mention.start - 2 * _NEAR), mention.start)
    fields = 0
    for word in reversed(words):
        written = article.plain[word.start : word.end]
        is_field = _WITH_ARTICLE.match(written) or word.folded in cues.spoken("portfolios", "ar")
        if not is_field or article.plain[word.end : word.end + 1] in _MARKS or _is_office(word.folded):
            break
        fields += 1
    return fields + 1


def _has_head(folded: str) -> bool:
    """Tell the words for an authority; in Arabic `and` may be written with the last: والحكومة."""
    heads = cues.word_list("heads")
    return heads.is_in(folded) or any(heads.is_in(word[1:]) for word in folded.split() if word[:1] == "و")


@cache
def _parting() -> frozenset[str]:
    """Return the words behind a country with which something else begins, folded: India in Colombo after President."""
    return cues.joined(None, "after_which", "with") | {fold(each) for each in cues.small_words("locatives", None)}


@cache
def _whose() -> frozenset[str]:
    """Return the words before a country that say whose something is, folded."""
    return cues.joined(None, "of", "from")


@cache
def _articles() -> frozenset[str]:
    """Return the articles, folded; `de` is one in Dutch, and `of` in four languages."""
    return cues.spoken("articles") - {"de"}


def _is_owned(before: Sequence[str]) -> bool:
    """Tell from the words before a country that it is whose something is: of the, du, Präsident der; not: in der."""
    last = len(before)
    while last and before[last - 1] in _articles():
        last -= 1
    if last and before[last - 1] in _whose():
        return True
    is_genitive = last < len(before) and before[last] in cues.spoken("genitive_articles")
    return is_genitive and last > 0 and before[last - 1] not in cues.spoken("prepositions")

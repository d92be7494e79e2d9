"""Tells who acts in title or lead of a text without an office: Lena Novak has met the Norwegian minister."""

from collections.abc import Collection, Iterator, Sequence

from coopdb.author.draft.names.belonging import has_office
from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.officials.told_offices import unnamed_parties
from coopdb.author.draft.text.text import LEAD, Passage
from coopdb.author.draft.words import cues
from coopdb.text import fold

_NEAR = 4  # words behind a name in which it stands that they met
_COUNTERPART = 10  # words behind a name in which their counterpart stands
_REACH = 100  # characters of these
_DASHES = ("-", "–", "—")  # behind the place that a report begins with


def with_actors(names: Names, said: Sequence[Said], parties: Collection[str]) -> Iterator[Said]:
    """Yield everybody, and mark who begins a sentence of title or lead, and meets the holder of an office there.

    That they have an office themselves the text tells elsewhere: it calls them by title and surname, or by an office,
    which no firm is called by, or it tells an office of one of the `parties` and not who has it. Who is told to have a
    counterpart has an office as well, and who leads a delegation acts for its country.
    """
    official = {each.person.surname for each in said if each.person.role or " " not in each.person.name}
    last = _last_officials(names, said, official)
    unnamed = ("encountering",) if unnamed_parties(names, parties, said) else ()
    for each in said:
        verbs = ("may_meet",) if each.person.surname in official else unnamed
        is_before = each.person.start < last.get(each.sentence, 0)
        if (is_before and _begins(names, each) and _acts(names, each, verbs)) or _leads(names, each):
            yield each._replace(person=each.person._replace(is_acting=True))
        else:
            yield each


def _last_officials(names: Names, said: Sequence[Said], official: Collection[str]) -> dict[Passage, int]:
    """Return where the last one of an office, named or not, stands in the sentences of title and lead."""
    article, last = names.article, dict[Passage, int]()
    for each in said:
        if each.person.surname in official and not each.person.is_absent:
            last[each.sentence] = max(each.person.start, last.get(each.sentence, 0))
    for mention in names.of_kind("country"):
        if article.rank_at(mention.start) <= LEAD and has_office(article, mention):
            sentence = article.sentence_at(mention.start)
            last[sentence] = max(mention.start, last.get(sentence, 0))
    return last


def _begins(names: Names, each: Said) -> bool:
    """Tell somebody without an office who begins a sentence of title or lead, perhaps behind a dateline."""
    person, sentence = each.person, each.sentence
    if person.role or sentence.rank > LEAD or " " not in person.name:
        return False
    before = names.article.plain[sentence.start : person.start].rstrip()
    is_first = all(word in cues.spoken("honorifics") for word in fold(before).split())
    return is_first or before.endswith(_DASHES)


def _leads(names: Names, each: Said) -> bool:
    """Tell the full name of somebody without an office who leads a delegation: a delegation led by Lena Novak."""
    person, sentence = each.person, each.sentence
    if person.role or " " not in person.name or each.country is None:
        return False
    before = names.article.plain[max(person.start - _REACH, sentence.start) : person.start]
    words = [word for word in fold(before).split() if word not in cues.spoken("honorifics")]
    ends = [end for _, end in cues.word_list("led_by", names.language).find(" ".join(words))]
    is_side = not cues.spoken("sides", names.language).isdisjoint(words)
    return is_side and bool(ends) and ends[-1] == len(" ".join(words))


def _acts(names: Names, each: Said, verbs: Sequence[str]) -> bool:
    """Tell somebody who meets somebody, as lists of verbs say, or who has a counterpart."""
    end = each.person.end
    behind = fold(names.article.plain[end : min(end + _REACH, each.sentence.end)]).split()
    meets = any(cues.word_list(each, names.language).is_in(" ".join(behind[:_NEAR])) for each in verbs)
    counterparts = cues.spoken("counterparts", names.language)
    return meets or not counterparts.isdisjoint(behind[:_COUNTERPART])

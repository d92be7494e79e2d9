"""Two who are named one behind the other: of a list, a couple, or two leaders named together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.office_kinds import are_rivals, leads
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.text.text import Passage
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.links import is_link, untitled
from coopdb.author.draft.words.name_forms import is_office
from coopdb.pattern import pattern
from coopdb.text import fold

_SUFFIX = pattern(r"^,? (?:Jr|Sr)\b\.?")
_SPOUSE = 4  # words between somebody and wife or husband: and his wife


class JoinedPeople:
    """Tells of one article who is named together with the one before."""

    def __init__(self, names: Names) -> None:
        self._article, self._language = names.article, names.language
        self._meetings = cues.joined_list(names.language, "meeting", but=("visiting",))
        self._spouses = cues.word_list("spouses", names.language)

    def between(self, before: Said, each: Said) -> str:
        """Return the text between two who are named one behind the other, behind the bracket of an office."""
        first = before.person.whole_end
        return self._article.plain[first : each.person.whole_start].removeprefix(")")

    def is_listed(self, before: Said, each: Said) -> bool:
        """Tell two of a list who may be of one country, or somebody's wife or husband."""
        if self._is_spouse(before, each) or self.are_royal(before, each):
            return True
        listed = is_link(untitled(self.between(before, each)), "list_next")
        return listed and not are_rivals(before, each)  # Bundeskanzler Berg und Ministerpräsident Ruiz

    def count_lists(self, holders: Sequence[Said]) -> Mapping[Passage, int]:
        """Map each sentence to the number of lists in which it names those who have an office.

        Whose country is told behind another does not go on with the list: met Minister Berg and Kenya's Minister Ruiz.
        """
        found = Counter(each.sentence for each in holders)
        for before, each in pairwise(holders):
            is_near = before.sentence == each.sentence and each.country is None
            is_linked = is_near and self.between(before, each).strip() != ""
            found[each.sentence] -= is_linked and self.is_listed(before, each)
        return found

    def is_pair(self, before: Said, each: Said) -> bool:
        """Tell two leaders who are named together: President Ruiz and Prime Minister Berg."""
        if self.are_royal(before, each):
            return False
        is_near = before.sentence == each.sentence and is_link(_SUFFIX.sub("", self.between(before, each)), "list_next")
        return is_near and ((leads(before) and leads(each)) or are_rivals(before, each))

    def are_royal(self, before: Said, each: Said) -> bool:
        """Tell a king and a queen who are named together, of whom the text does not say that they reign apart."""
        roles = [{*fold(said.person.role).split()} & cues.spoken("crowned") for said in (before, each)]
        is_near = before.sentence == each.sentence and is_link(self.between(before, each), "list_next")
        is_couple = is_near and all(roles) and not (roles[0] & roles[1]) and not (before.country and each.country)
        return is_couple and (each.country is not None or not self._meet(each))

    def _meet(self, each: Said) -> bool:
        """Tell by the words behind two that they met: King Olav and Queen Berta held talks; not: were received."""
        behind = fold(self._article.plain[each.person.whole_end : each.sentence.end])
        is_active = cues.joined(self._language, "passives", "by_whom").isdisjoint(behind.split())
        return is_active and self._meetings.is_in(behind) and not any(map(is_office, behind.split()))

    def _is_spouse(self, before: Said, each: Said) -> bool:
        """Tell the wife or husband of the one before: King Harald and his wife, Queen Sonja."""
        first = before.person.whole_end
        start = min(each.person.role_start, each.person.start)
        between = fold(self._article.plain[first:start]).split()
        return len(between) <= _SPOUSE and self._spouses.is_in(" ".join(between))

"""The country of somebody by a ministry or an agency that the text told of one, or by what stands behind an office."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.officials.person import Person
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import is_office
from coopdb.pattern import pattern
from coopdb.text import fold

_REACH = 90  # characters between a country and the initials of its body
_INITIALS = pattern(r"\(([A-Z][A-Za-z&]{0,7}[A-Z])\)")
_OWNS = pattern(r"(?:['’]s?)?\s+")  # between a country and its ministry
_BEHIND = pattern(r"(?: ?\([^()\n]{1,14}\),?|,) (?:the )?")
_IN_ARABIC = pattern(r" (?:في |ب)")
_AROUND = 4  # words beside a country in which a delegation stands
_BESIDE = 3  # words before a country in which its delegation stands: the delegation of the Republic of
_FEWEST = 2  # words of the field of a ministry
_TAIL = 12  # characters behind an office in which initials stand: Chief Executive, CSA


class Affiliations:
    """The bodies that one article tells of a country each: by their initials, and by the fields of ministries."""

    def __init__(self, names: Names) -> None:
        """Find them: the Ministry of Health of Kenya; Norway’s Water Agency (NWA)."""
        self._names, self._plain = names, names.article.plain
        self._places: dict[str, int] = {}  # where the text first names the ministry of a field
        self._initials = _of_one(self._find_initials())
        self._fields = _of_one(self._find_fields())
        self._organizations = {key for each in names.of_kind("organization") for key in each.keys}

    def of(self, person: Person) -> NamedParty | None:
        """Return the country of somebody by their office, or by what stands behind it."""
        if found := self._of_delegation(person):
            return found
        if not person.role:
            return None
        last = person.whole_end
        behind = self._plain[person.role_end : person.role_end + _TAIL].partition(".")[0]
        written = f"{self._plain[person.near : person.role_end]} {behind}"
        told = {self._initials[word] for word in re.findall(r"\w[\w&]+", written) if word in self._initials}
        role = fold(person.role).split()
        tails = (" ".join(role[number:]) for number in range(1, len(role)))
        told |= {self._fields[tail] for tail in tails if tail in self._fields and self._places[tail] < person.start}
        if len(told) == 1:
            return NamedParty("country", (*told,), person.role_start, person.role_end)
        if told:
            return None
        is_apposed = person.role_start >= person.end
        own = self._of_organization(person) or (self._in_country(person.role_end) if is_apposed else None)
        return own or self._behind(last)

    def _in_country(self, last: int) -> NamedParty | None:
        """Return the country that an Arabic office behind a name is in: فلان وزير الصيد في كينيا."""
        gap = _IN_ARABIC.match(self._plain, last)
        return self._country_at(gap.end()) if gap else None

    def _of_delegation(self, person: Person) -> NamedParty | None:
        """Return the country of a delegation that somebody leads: the Kenyan delegation was led by Minister Odede."""
        article, language = self._names.article, self._names.language
        near = person.whole_start
        start = max(article.sentence_at(person.start).start, near - _REACH)
        each = next((m for m in reversed(self._names.within(start, near)) if m.kind == "country"), None)
        if each is None or each.start < start:
            return None
        titles = cues.spoken("honorifics", language) | cues.spoken("articles")
        between = [word.folded for word in article.words_in(each.end, near)]
        while between and between[-1] in titles:
            between.pop()
        text = " ".join(between)
        hit = next((end for _, end in cues.word_list("led_by", language).find(text) if end == len(text)), None)
        before = [word.folded for word in article.words_in(start, each.start)][-2 * _AROUND :]
        is_side = not cues.spoken("sides", language).isdisjoint((*before, *between))
        return each if hit is not None and is_side and len(between) <= 2 * _AROUND else None

    def led_by(self, person: Person) -> NamedParty | None:
        """Return the country whose delegation somebody is said to lead: Minister Odede led the Kenyan delegation."""
        article, language = self._names.article, self._names.language
        last = person.whole_end
        end = min(last + _REACH, article.sentence_at(person.start).end)
        each = next((m for m in self._names.beginning(last, end) if m.kind == "country"), None)
        if each is None:
            return None
        between = " ".join(word.folded for word in article.words_in(last, each.start))
        behind = [word.folded for word in article.words_in(each.end, end)][:1]
        led = between.removeprefix(cues.word_list("leads_side", language).at_start(between)).split()
        is_side = not cues.spoken("sides", language).isdisjoint((*led[-_BESIDE:], *behind))
        is_with = not cues.spoken("with", language).isdisjoint(led)
        return each if is_side and not is_with and len(led) < min(_AROUND, len(between.split())) else None

    def _of_organization(self, person: Person) -> NamedParty | None:
        """Return the organisation whose short name stands in an office, where the text has its whole name too."""
        index = self._names.words.organizations.index()
        short = (index.get(fold(word), ()) for word in person.role.split() if word.isupper())
        key = next((keys for keys in short if len(keys) == 1 and keys[0] in self._organizations), None)
        return NamedParty("organization", key, person.role_start, person.role_end) if key else None

    def _behind(self, last: int) -> NamedParty | None:
        """Return the country behind an office: Permanent Secretary for Trade, Singapore; of the Digital Service UK."""
        gap = _BEHIND.match(self._plain, last)
        found = self._country_at(gap.end()) if gap else None
        if found is None:
            return None
        end = _and_end().match(self._plain, found.end)
        if end is None or self._country_at(end.end()) or self._plain[end.end() : end.end() + 1].isdigit():
            return None  # Norway and Sweden agreed; Singapore, 3 May
        return found

    def _country_at(self, start: int) -> NamedParty | None:
        found = (each for each in self._names.within(start, start + 1) if each.start == start)
        return next((each for each in found if each.kind == "country" and not each.is_adjective), None)

    def _find_initials(self) -> Iterator[tuple[str, str]]:
        for found in _INITIALS.finditer(self._plain):
            near = [
                each for each in self._names.within(found.start() - _REACH, found.start()) if each.kind == "country"
            ]
            if near and near[-1].start >= found.start() - _REACH:
                between = self._plain[near[-1].end : found.start()]
                if _body().fullmatch(between):
                    yield found[1], near[-1].keys[0]

    def _find_fields(self) -> Iterator[tuple[str, str]]:
        """Yield the fields of ministries, with the country before them or at their end."""
        houses = cues.spoken("authorities", self._names.language)
        for word in self._names.article.words:
            name = _house().match(self._plain, word.end) if word.folded in houses else None
            if name is None or is_office(word.folded):
                continue
            near = [m for m in self._names.within(word.start - 1, name.end() + 1) if m.kind == "country"]
            before = next((each for each in near if _OWNS.fullmatch(self._plain, each.end, word.start)), None)
            behind = next((each for each in near if each.start >= word.end), None)
            end = min(behind.start, name.end()) if behind else name.end()
            field = _of_end().sub("", fold(self._plain[word.end : end])).strip()
            if (owner := before or behind) and len(field.split()) >= _FEWEST:
                yield field, owner.keys[0]
                self._places.setdefault(field, word.start)


def _of_one(found: Iterator[tuple[str, str]]) -> dict[str, str]:
    """Return what is told of one country only."""
    told = defaultdict[str, set[str]](set)
    for name, key in found:
        told[name].add(key)
    return {name: next(iter(keys)) for name, keys in told.items() if len(keys) == 1}


@cache
def _body() -> re.Pattern[str]:
    """Return what matches what stands between a country and the initials of its body."""
    words = rf"(?:\s+(?:[^\W\d_a-z][\w’'-]*,?|{cues.either('name_links')}))*+"
    return re.compile(rf"(?:\.?\)|['’]s?)?(?:\s*\([^()\n]{{1,12}}\))?(?!\s+{cues.either('list_and')}\s){words}\s*")


@cache
def _house() -> re.Pattern[str]:
    """Return what matches the name of a ministry: of Health and Care."""
    return re.compile(rf"(?:\s+(?:[^\W\d_a-z][\w’'-]{{0,40}}|{cues.either('name_links')}(?=\s))){{1,12}}+")


@cache
def _of_end() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+{cues.either('name_links')})*+\s*$")


@cache
def _and_end() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[.;:)\n]|$|,|{cues.either('list_and')}\s)[ ,]*")

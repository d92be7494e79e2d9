"""The people of a meeting: names beside offices, and the party that each stands for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from coopdb.author.draft import cues
from coopdb.author.draft.names import Names
from coopdb.author.draft.parties import Party
from coopdb.author.draft.text import Article
from coopdb.text import fold

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ؀-ۿ]"
_PART = rf"(?:{_CAPITAL}[\w’'.-]*\w|{_CAPITAL}\.)"
_SMALL = r"(?:bin|bint|ben|ibn|al|el|de|da|dos|do|di|van|von|der|den|le|la|abu|ould)"
_NAME = rf"{_PART}(?:[ \n]+(?:{_SMALL}[ \n]+){{0,2}}{_PART}){{1,5}}"
_HONORIFIC = (
    r"(?:(?:H\.?\s?E\.?|S\.?\s?E\.?(?:\s?M\.?)?|Mr|Mrs|Ms|Dr|Prof|M|Mme|Sr|Sra|Sheikh|Cheikh|Hon|Herr|Frau)\.?\s+)*"
)
_AFTER = re.compile(r"\s*,\s*(?:the\s+|le\s+|la\s+|l[’'])?", re.IGNORECASE)
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Mme)\.?\s+")
_FULL_NAME = re.compile(rf"{_HONORIFIC}({_NAME})")
_STOP = re.compile(
    r"\s+(?:s[’']est|se sont|s[’']entre|a\s|ont\s|est\s|avec\s|has\s|have\s|had\s|met\s|and met|was\s|were\s|said|will\s|who\s|qui\s|lors|during|on\s|at\s+(?:the|a|his|her)\s|hat\s|haben|ist\s|har\s|och\s+(?=[A-Z])|se reuni|ha\s|han\s|signed|on behalf|welcomed|received|visited|this\s|ce\s|cette\s|à\s(?=[A-Z])|en marge|held|in\s(?=[A-Z]))|(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bProf)(?<!\bMme)\.(?=\s|$)|[;:()\n“”«»\"]"
)
_PORTFOLIO = frozenset(
    [
        "emerging",
        "challenges",
        "security",
        "summit",
        "sommet",
        "forum",
        "conference",
        "week",
        "salon",
        "africa",
        "africaine",
        "europe",
        "european",
        "union",
        "republic",
        "republique",
        "people",
        "s",
        "peoples",
        "national",
        "joint",
        "statement",
        "declaration",
        "memorandum",
        "understanding",
        "large",
        "charge",
        "ministry",
        "ministere",
        "ministerio",
        "governo",
        "gobierno",
        "comunicacao",
        "comunicacion",
        "innovacion",
        "inovacao",
        "ciencia",
        "tecnologia",
        "tecnologias",
        "telecomunicacoes",
        "telecomunicaciones",
        "modernizacao",
        "modernizacion",
        "administrativa",
        "digitalizacao",
        "oceanos",
        "communique",
        "trade",
        "industry",
        "communications",
        "communication",
        "information",
        "digital",
        "economy",
        "economic",
        "technology",
        "technologies",
        "development",
        "foreign",
        "affairs",
        "innovation",
        "science",
        "telecommunications",
        "post",
        "posts",
        "telecom",
        "health",
        "investment",
        "tourism",
        "state",
        "smart",
        "nation",
        "cybersecurity",
        "cyber",
        "transformation",
        "transition",
        "government",
        "education",
        "culture",
        "media",
        "sport",
        "sports",
        "finance",
        "internal",
        "home",
        "justice",
        "energy",
        "space",
        "commerce",
        "electronics",
        "it",
        "ict",
        "ai",
        "artificial",
        "intelligence",
        "data",
        "administration",
        "reform",
        "public",
        "service",
        "services",
        "infrastructure",
        "transport",
        "labour",
        "employment",
        "skills",
        "research",
        "higher",
        "entrepreneurship",
        "security",
        "policy",
        "administration",
        "general",
        "office",
        "council",
        "commission",
        "affairs",
        "relations",
        "international",
        "cooperation",
        "numerique",
        "numerique",
        "economie",
        "postes",
        "nouvelles",
        "gouvernement",
    ]
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person: name and office as the text has them, where the two stand, and the party if it can be told."""

    name: str
    role: str
    start: int
    end: int
    role_start: int
    role_end: int
    party: str | None = None
    is_witness: bool = False


def find_people(article: Article, names: Names, parties: tuple[Party, ...]) -> tuple[Person, ...]:
    """Find the people beside offices, each once, and give those without a country what is left."""
    found: dict[str, Person] = {}
    for person in _all(article, names):
        key = fold(person.name).split()[-1]
        if key not in found:
            found[key] = replace(person, party=_party(article, names, person, parties))
    return tuple(_with_rest(found.values(), parties))


def _all(article: Article, names: Names) -> Iterator[Person]:
    for sentence in article.sentences:
        if sentence.rank in (1, 2):
            yield from _before(article, names, sentence.start, sentence.end)
            yield from _behind(article, names, sentence.start, sentence.end)
            yield from _arabic(article, sentence.start, sentence.end)
    yield from _continued(article)


def _offices(article: Article, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the words for offices stand."""
    words = [word for word in article.words if start <= word.start < end]
    number = 0
    while number < len(words):
        for size in (4, 3, 2, 1):
            here = words[number : number + size]
            name = " ".join(word.folded for word in here)
            if len(here) == size and (
                cues.pattern("roles").fullmatch(name) or cues.pattern("counterparts").fullmatch(name)
            ):
                yield here[0].start, here[-1].end
                number += size
                break
        else:
            number += 1


def _before(article: Article, names: Names, start: int, end: int) -> Iterator[Person]:
    """Find offices before names: Minister for Trade Chan Chun Sing; le ministre qatari des Communications, M. Al Mannai."""
    plain = article.plain
    offices = [*_offices(article, start, end)]
    for (first, last), following in zip(offices, [*offices[1:], None], strict=False):
        stop = _STOP.search(plain, last, end)
        limit = min(stop.start() if stop else end, last + 220, following[0] if following else end)
        candidates = []
        for match in _FULL_NAME.finditer(plain, last, limit):
            name, name_start = _person_in(names, match[1], match.start(1))
            if name:
                candidates.append((name, name_start, match))
        if candidates:
            name, name_start, match = candidates[-1]
            role_end = match.start() if name_start == match.start(1) else name_start
            role = " ".join(plain[first:role_end].split()).rstrip(" ,")
            yield Person(" ".join(name.split()), role, name_start, name_start + len(name), first, role_end)


def _person_in(names: Names, text: str, start: int) -> tuple[str, int]:
    """Return the name of a person in a run of words in capitals, and where it begins; nothing when there is none."""
    end = start + len(text)
    for mention in names.mentions:
        if mention.start <= start < mention.end < end:  # à Cotonou Marc André Loko
            text, start = text[mention.end - start :].lstrip(), end - len(text[mention.end - start :].lstrip())
        elif mention.start < end and start < mention.end:
            return "", start
    name, start = _without_portfolio(text, start)
    return (name, start) if name and _is_name(name) else ("", start)


def _without_portfolio(name: str, start: int) -> tuple[str, int]:
    """Drop from the left what belongs to the office: Industry Chan Chun Sing."""
    honorific = [found.end() for found in _TITLE.finditer(name)]
    parts = [part for part in re.finditer(r"\S+", name) if not honorific or part.start() >= honorific[-1]]
    while parts and (fold(parts[0][0]) in _PORTFOLIO or cues.pattern("roles").fullmatch(fold(parts[0][0]))):
        parts.pop(0)
    if len(parts) < 2:  # noqa: PLR2004  # a given name and a surname
        return "", start
    return name[parts[0].start() :], start + parts[0].start()


def _is_name(name: str) -> bool:
    words = fold(name).split()
    return (
        not any(
            word in _PORTFOLIO or cues.pattern("heads").fullmatch(word) or cues.pattern("roles").fullmatch(word)
            for word in words
        )
        and len(words) <= 7
    )  # noqa: PLR2004  # the longest names


def _behind(article: Article, names: Names, start: int, end: int) -> Iterator[Person]:
    """Find names before offices: Mohammed Al Mannai, Minister of Communications."""
    plain = article.plain
    for match in _FULL_NAME.finditer(plain, start, end):
        link = _AFTER.match(plain, match.end())
        if not link:
            continue
        office = next(
            ((a, b) for a, b in _offices(article, match.end(), min(match.end() + 60, end)) if a - link.end() < 30), None
        )  # noqa: PLR2004  # an adjective may come first
        if office and "," not in plain[link.end() : office[0]]:
            name, name_start = _person_in(names, match[1], match.start(1))
            if name:
                stop = re.compile(
                    _STOP.pattern + r"|,\s+(?=[A-ZÀ-Þ][\w’'-]+\s+[A-ZÀ-Þ]|and |et |a |who |qui |met |to )|,\s*$"
                ).search(plain, office[1], end)
                last = min(stop.start() if stop else end, office[1] + 160)
                role = " ".join(plain[link.end() : last].split()).rstrip(" ,")
                yield Person(" ".join(name.split()), role, name_start, name_start + len(name), link.end(), last)


def _continued(article: Article) -> Iterator[Person]:
    """Join the subject of a sentence to the office that the next one begins with: la ministre déléguée chargée de …"""
    plain = article.plain
    sentences = [each for each in article.sentences if each.rank in (1, 2)]
    for one, other in zip(sentences, sentences[1:], strict=False):
        office = next(
            (place for place in _offices(article, other.start, other.end) if place[0] - other.start < 10), None
        )  # noqa: PLR2004  # an article
        if not office:
            continue
        stop = _STOP.search(plain, office[1], other.end)
        last = stop.start() if stop else other.end
        if _FULL_NAME.search(plain, office[1], last):
            continue
        for match in _FULL_NAME.finditer(plain, one.start, one.end):
            verb = re.compile(r"\s+(?:a|s[’']est|has|met|held|hat|har|se|ha)\s").match(plain, match.end())
            if verb and _is_name(match[1]):
                role = " ".join(plain[office[0] : last].split()).rstrip(" ,")
                yield Person(" ".join(match[1].split()), role, match.start(1), match.end(1), office[0], last)


def _arabic(article: Article, start: int, end: int) -> Iterator[Person]:
    """Find Arabic offices and the names after them: the office goes on with the article, the name begins without."""
    plain = article.plain
    for first, last in _offices(article, start, end):
        if plain[first].isascii() or plain[first] < "؀":
            continue
        if found := _APPOSED.match(plain, last, end):
            yield Person(found[1], plain[first : found.start(1)].rstrip(" ،"), *found.span(1), first, found.start(1))
            continue
        tokens = list(re.finditer(r"[\w]+|[،,.:؛()«»]", plain[last:end]))
        number, seen = 0, False
        while number < len(tokens) and (
            re.match(r"(?:و?ال|وال|لل|و?تكنولوجيا|و?تقنية|و?شؤون)", tokens[number][0]) or tokens[number][0] in "،,"
        ):
            seen = True
            number += 1
        name = []
        for token in tokens[number : number + 4]:
            if (
                not re.fullmatch(r"\w+", token[0])
                or token[0] in _ARABIC_STOP
                or (not name and token[0].startswith("ال"))
            ):
                break
            name.append(token)
        if seen and len(name) > 1 and not cues.pattern("roles").fullmatch(fold(name[0][0])):
            name = name[:3]
            a, b = last + name[0].start(), last + name[-1].end()
            yield Person(
                plain[a:b],
                plain[first : last + tokens[number - 1].end()].rstrip(" ،,"),
                a,
                b,
                first,
                last + tokens[number - 1].end(),
            )


# An office, a comma, a name of up to four words, a comma: وزير البريد، سيد علي زروقي،
_APPOSED = re.compile(r"[^،.؛:]{0,90}?،\s*((?:[^\W\d_]+ ){1,3}[^\W\d_]+)(?=\s*[،.])")
_ARABIC_STOP = frozenset(
    [
        "في",
        "مع",
        "من",
        "على",
        "إلى",
        "الذي",
        "التي",
        "عن",
        "أمس",
        "اليوم",
        "خلال",
        "وذلك",
        "حول",
        "بحث",
        "سبل",
        "حيث",
        "أن",
        "قد",
        "وقد",
        "كما",
        "مذكرة",
        "نظيره",
        "نظيرته",
        "نظيرها",
        "بمقر",
        "يوم",
        "و",
        "ووزير",
        "ووزيرة",
        "والوفد",
        "لبحث",
        "وبحث",
        "بنواكشوط",
    ]
)


def _party(article: Article, names: Names, person: Person, parties: tuple[Party, ...]) -> str | None:
    """Tell whom a person stands for: the party named in the office, or nearest before it."""
    keys = {party.key for party in parties}
    sentence = article.sentence_at(person.role_start)
    low, high = min(person.start, person.role_start), max(person.end, person.role_end)
    inside = [
        m
        for m in names.of_kind("country", "organization")
        if low - 28 <= m.start < high and m.start >= sentence.start and m.keys[0] in keys
    ]
    within = [m for m in inside if m.start >= person.role_start - 2 and m.start < person.role_end]
    near = within or [m for m in inside if m.end <= person.role_start] or inside
    if near:
        return (near[0] if within else near[-1]).keys[0]
    after = [
        m for m in names.of_kind("country", "organization") if high <= m.start < high + 12 and m.keys[0] in keys
    ]  # of Qatar
    return after[0].keys[0] if after else None


def _with_rest(people: Iterable[Person], parties: tuple[Party, ...]) -> Iterator[Person]:
    """Give a person without a party the one that nobody else stands for, when there is but one."""
    people = list(people)
    taken = {person.party for person in people}
    free = [party.key for party in parties if party.key not in taken]
    for person in people:
        if person.party is None and len(free) == 1:
            yield replace(person, party=free[0])
        else:
            yield person

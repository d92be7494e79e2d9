"""Names of people: what each word of a sentence is beside an office, and which words make a name."""

from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.standing import Standing
from coopdb.author.draft.text.text import TITLE, Passage
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import is_name_particle, is_office
from coopdb.pattern import pattern
from coopdb.text import fold

_WORD = pattern(
    r"[HS]\. ?E\b(?=\. )|(?:[Tt]hen|[Ee]x)(?=-[A-Z])|"
    r"(?:[ldnsmtjcLNSMTJC]|[Qq]u|(?:de|[Nn]e|[Aa]|[Ss]u)ll)['’](?=\w)|[^\W\d_]+(?:['’.-][^\W\d_]+|:(?:s|n|ns)\b)*|\d\w*"
)
_POSSESSIVE, _POSSESSIVE_ENDS = pattern(r"['’][sS]?$"), "'’sS"
_APART = frozenset(",(")  # between a word and one that does not go on from it
_ROYAL_SURNAMES = frozenset({"King", "Prince", "Rey", "Reina", "Rei", "König", "Kaiser", "Papa", "Pope", "Dean"})
_GIVEN = frozenset({"To", "An", "Do", "Le", "So"})  # names that are small words
_LONGEST_LETTERS = 3  # of post-nominals; more in capitals behind a name are a surname: Jean DUPONT
INITIALS = pattern(r"[A-Z](?:\.[A-Z])+")
_ARTICLED = pattern(r"(?:al|el|as|ad|ar|an|at|ash|az|ud|ul|ibn|abu)-[A-Z]")  # Scharida al-Kaabi
ROYAL = pattern(r"[IVX]+")


class WordKind(Enum):
    """What a word is: as far as can be told by itself."""

    OFFICE = "office"
    TITLE = "title"
    PLACE = "place"
    FIELD = "field"
    SMALL = "small"
    STOP = "stop"
    CODE = "code"
    NAME = "name"
    LETTERS = "letters"
    OTHER = "other"


_LISTS = (
    (WordKind.NAME, ("also_names",)),
    (WordKind.LETTERS, ("post_nominals",)),
    (WordKind.TITLE, ("honorifics",)),
    (WordKind.FIELD, ("office_adjectives",)),
)


class Token(NamedTuple):
    """A word of a sentence, from where to where in the plain text, and what it is."""

    text: str
    start: int
    end: int
    kind: WordKind
    is_owner: bool = False


class Person(NamedTuple):
    """A person: name and office as the text has them, where the two stand, and the party if it can be told.

    `near` is where the words begin that say whose office it is; `is_absent`: only talked about; `is_known`: by the
    repository, with an office; `is_surname`: a surname that may stand alone; `is_acting`: of no office, but met others.
    """

    name: str
    role: str
    start: int
    end: int
    role_start: int
    role_end: int
    party: str | None = None
    near: int = 0
    is_absent: bool = False
    is_counterpart: bool = False
    is_known: bool = False
    standing: Standing = Standing.CERTAIN
    is_surname: bool = False
    is_acting: bool = False

    @property
    def whole_start(self) -> int:
        """Where name and office begin, with the words that say whose it is."""
        return min(self.near, self.start) if self.role else self.start

    @property
    def whole_end(self) -> int:
        """Where name and office end."""
        return max(self.end, self.role_end)

    @property
    def surname(self) -> str:
        """The last word of the name, folded."""
        return fold(self.name).rpartition(" ")[2]


class Words:
    """What the words of one language are; without one, those of all languages."""

    def __init__(self, language: str | None) -> None:
        self.language = language

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that join the parts of an office: of, for, the."""
        return cues.small_words("connectors", self.language)

    @cached_property
    def stops(self) -> frozenset[str]:
        """The words that end an office: verbs above all."""
        return cues.small_words("speaks", self.language)

    @cached_property
    def owned(self) -> frozenset[str]:
        """What is somebody's who need not be there: the president's administration."""
        return cues.small_words("owned", self.language)

    @cached_property
    def party_heads(self) -> frozenset[str]:
        """What compounds end with that are heads of parties and firms: CDU-Chef."""
        return cues.small_words("heads_of_parties", self.language)

    def is_counterpart(self, folded: str) -> bool:
        """Tell a word for somebody of the same office: colleague, homólogo, par."""
        own = cues.spoken("own_counterparts", self.language) if self.language else ()
        return folded in cues.spoken("counterparts") or folded in own

    @property
    def has_adjectives_behind(self) -> bool:
        """Tell that adjectives follow: ministre délégué."""
        return cues.has_trait(self.language, "adjectives_follow")

    @property
    def has_genitive(self) -> bool:
        """Tell that an s without an apostrophe may make a genitive: Lindhs."""
        return self.language is None or cues.has_trait(self.language, "genitive_s")


def tokens(names: Names, words: Words, sentence: Passage) -> tuple[Token, ...]:
    """Return the words of a sentence with what they are."""
    plain = names.article.plain
    found: list[Token] = []
    mentions = iter(
        each for each in names.within(sentence.start, sentence.end) if each.end > sentence.start and not each.is_half
    )
    place = next(mentions, None)
    for match in _WORD.finditer(plain, sentence.start, sentence.end):
        while place and place.end <= match.start():
            place = next(mentions, None)
        start, end = match.span()
        if place and place.start < end and start < place.end and not (place.end < end and is_office(fold(match[0]))):
            found.append(Token(match[0], start, end, WordKind.PLACE))
            continue
        owner = _POSSESSIVE.search(match[0]) if match[0][-1] in _POSSESSIVE_ENDS else None
        text = match[0][: owner.start()] if owner and len(match[0]) > 2 else match[0]  # noqa: PLR2004  # l’
        is_beside = bool(found) and _APART.isdisjoint(plain[found[-1].end : start])
        kind = _kind(text, words, found[-1].kind if is_beside else None)
        if (
            (not found or sentence.rank == TITLE)
            and text[0].isupper()
            and text.lower() in words.stops
            and fold(text) not in cues.spoken("also_names")
        ):
            kind = WordKind.STOP  # Recibe Ruiz a su homólogo
        if found and found[-1].kind is WordKind.PLACE and fold(text) in cues.spoken("respectively"):
            kind = WordKind.TITLE  # of the names behind it: the ambassadors of Kenya and Norway, respectively A and B
        if is_beside and f"{fold(found[-1].text)} {fold(text)}" in cues.spoken("event_nouns"):
            kind = WordKind.STOP  # en marge de l’Assemblée générale, le ministre
        if kind is WordKind.TITLE and found and found[-1].text in cues.small_words("his", None):
            found[-1] = found[-1]._replace(kind=WordKind.TITLE)  # His Excellency
        found.append(Token(text, start, end, kind, is_owner=text != match[0]))
    return tuple(_with_particles(found, plain))


def _with_particles(found: Sequence[Token], plain: str) -> Iterator[Token]:
    """Yield the words, as names what can only be one between an office and a name: ministre Le Drian, To Lam."""
    before: Token | None = None
    for token, behind in zip_longest(found, found[1:]):
        if before and behind and behind.kind is WordKind.NAME and _may_begin_name(before, token, behind):
            is_close = plain[before.end : token.start] == " " == plain[token.end : behind.start]
            token = token._replace(kind=WordKind.NAME) if is_close else token  # noqa: PLW2901  # what it is here
        yield token
        before = token


def _may_begin_name(before: Token, token: Token, behind: Token) -> bool:
    is_inside = before.kind in (WordKind.NAME, WordKind.OFFICE, WordKind.TITLE)
    is_part = is_inside and (_is_capital_particle(token) or _is_rank_inside(before, token))
    return is_part or _is_surname_first(before, token, behind)


def _is_rank_inside(before: Token, token: Token) -> bool:
    """Tell a title of rank that is a name behind a name: Omar Sheikh Hassan."""
    is_rank = token.kind is WordKind.TITLE and fold(token.text) in cues.spoken("titles_of_rank")
    return is_rank and before.kind is WordKind.NAME


def _is_surname_first(before: Token, token: Token, behind: Token) -> bool:
    """Tell a surname in capitals between an office and a given name: Prime Minister TANAKA Ichiro."""
    is_loud = token.kind is WordKind.CODE and len(token.text) > _LONGEST_LETTERS and token.text.isalpha()
    return is_loud and before.kind in (WordKind.OFFICE, WordKind.FIELD) and behind.text.istitle()


def _is_capital_particle(token: Token) -> bool:
    text = token.text
    is_small = token.kind in (WordKind.SMALL, WordKind.FIELD) and len(text) > 1 and text.istitle()
    return is_small and (text in _GIVEN or is_name_particle(text.lower()))


def _kind(text: str, words: Words, before: WordKind | None) -> WordKind:
    folded = fold(text)
    if _ARTICLED.match(text) or (INITIALS.fullmatch(text) and folded not in cues.spoken("honorifics")):
        return WordKind.NAME
    is_title = folded in cues.spoken("honorifics") and before is not WordKind.NAME  # M. Dupont, but Ann M. Lee
    if len(text) == 1 and text.isupper() and not is_title:
        return WordKind.NAME
    if not folded or text[-1] in "'’" or text.lower() in words.small:
        return WordKind.SMALL
    if is_office(folded) or words.is_counterpart(folded):
        is_surname = before is WordKind.NAME and text in _ROYAL_SURNAMES  # Enrique Reina García
        return WordKind.NAME if is_surname else WordKind.OFFICE
    if text[0].isupper():
        return _of_capital(text, folded, words, before)
    is_field = _is_field(folded) or folded in cues.spoken("office_adjectives")
    return WordKind.STOP if text in words.stops else WordKind.FIELD if is_field else WordKind.OTHER


def _of_capital(text: str, folded: str, words: Words, before: WordKind | None) -> WordKind:
    """Tell what a word with a capital is."""
    is_loud = text.isupper() and len(text) > 1
    is_long = is_loud and len(text) > _LONGEST_LETTERS
    if (before is WordKind.NAME and (ROYAL.fullmatch(text) or is_long)) or (before is WordKind.TITLE and is_long):
        return WordKind.NAME
    for kind, lists in _LISTS if before is WordKind.NAME else _LISTS[1:]:
        if any(folded in cues.spoken(each) for each in lists) and (kind is not WordKind.LETTERS or is_loud):
            return kind
    is_field = _is_field(folded) or folded in cues.listed("portfolio_names")
    is_field = is_field or folded in cues.spoken("no_names", words.language)
    return WordKind.FIELD if is_field else WordKind.CODE if is_loud else WordKind.NAME


def _is_field(folded: str) -> bool:
    """Tell what a ministry is for."""
    return folded in cues.listed("portfolio")

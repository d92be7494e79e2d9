"""What is said of a name that means no entry of a vocabulary, or more than one: the message and the remedy."""

from collections.abc import Iterable, Sequence

from coopdb.errors import StopError, usage_error
from coopdb.text import visible, were_meant
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.match import Match
from coopdb.vocabulary.vocabularies import Vocabularies

LONGEST_QUOTED = 60  # characters of a value in a message


def only_key(vocabulary: Vocabulary, text: str) -> str:
    """Return the key of the one entry that a name means; raise StopError where it means none, or several."""
    found = vocabulary.resolve(text)
    if len(found) != 1:
        raise unclear(vocabulary, text, found)
    return found[0].key


def unclear(vocabulary: Vocabulary, text: str, found: Sequence[Match], near: str = "") -> StopError:
    """Make the usage error for a name that means all that was `found`, or nothing; `near` is what may be meant."""
    message = unclear_message(vocabulary, f"`{visible(text)}`", is_ambiguous=bool(found))
    return usage_error(message, were_meant(near) if near else unclear_hint(vocabulary, text, found))


def unclear_message(vocabulary: Vocabulary, shown: str, *, is_ambiguous: bool) -> str:
    """Word the message: ``unknown topic `clowd` ``, ``ambiguous country `Congo` ``."""
    return f"{'ambiguous' if is_ambiguous else 'unknown'} {vocabulary.noun} {shown}"


def unclear_hint(vocabulary: Vocabulary, text: str, found: Sequence[Match]) -> str:
    """Hint at the entries that a name may mean, or at the one that it may be a slip for, if there is any."""
    return choices(vocabulary, (match.key for match in found)) if found else were_meant(vocabulary.suggest(text))


def country_hint(vocabularies: Vocabularies, text: str, found: Sequence[Match]) -> str:
    """Hint at the same for a country; an organisation or a group is told to be one, and no country like its name."""
    return (not found and other_kind(vocabularies, text)) or unclear_hint(vocabularies.countries, text, found)


def other_kind(vocabularies: Vocabularies, text: str) -> str:
    """Say what an organisation or a group is, where a country is meant; nothing of any other name."""
    for vocabulary, kind in (
        (vocabularies.organizations, "an organization"),
        (vocabularies.groups, "a group of countries"),
    ):
        if found := vocabulary.resolve(text):
            return f"{vocabulary.label(found[0].key)} is {kind}: name a country, such as `MA`"
    return ""


def choices(vocabulary: Vocabulary, keys: Iterable[str]) -> str:
    """Hint at some keys, each with the English name of its entry."""
    return "write " + " or ".join(f"`{key}` ({vocabulary.label(key)})" for key in keys)


def quoted(text: str) -> str:
    """Put a value in backticks, as messages have it: made visible, and cut where it is long."""
    shown = visible(text)
    return f"`{shown}`" if len(shown) <= LONGEST_QUOTED else f"`{shown[:LONGEST_QUOTED]}…`"

"""Fields whose values have a form of their own: periods such as `2026-Q1`, and pairs of countries such as `MA-QA`."""

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple, NoReturn

from coopdb.errors import usage_error
from coopdb.query.hit import Hit, place_of
from coopdb.query.named_fields import Named
from coopdb.store.star.engine import Star
from coopdb.text import visible

_HYPHEN = re.compile(r"(?<!\s)\s*+[-\u2010-\u2015]\s*")
_MOST = 12  # hyphens in the names of two countries, and between them
_COUNTRY = Named("country", lambda words: words.countries)


class PeriodField(NamedTuple):
    """A field whose values are all periods of one length, whether anything was in them or not."""

    name: str
    pattern: str
    example: str
    has_any: bool = False
    speaks_for_itself: bool = False

    def find(self, text: str, star: Star) -> Iterator[Hit]:  # noqa: ARG002  # as the protocol has it
        """Yield the period; small letters are understood."""
        key = text.strip()
        key = key.lower() if key[-1:] in "sS" else key.upper()
        if re.fullmatch(self.pattern, key, re.ASCII):
            yield Hit(place_of(self.name), key, key, key)

    def naming(self, _star: Star) -> Callable[[str], bool]:
        """Tell that no period has a comma."""
        return lambda _: False

    def refuse(self, text: str, star: Star) -> NoReturn:  # noqa: ARG002  # the same
        """Say that this is no such period."""
        raise usage_error(f"`{visible(text)}` is not a {self.name}", f"write it as `{self.example}`")


class Pair(NamedTuple):
    """The field of two countries that met, in any order, by codes or names with a hyphen between them."""

    name: str
    has_any: bool = False
    speaks_for_itself: bool = False

    def find(self, text: str, star: Star) -> Iterator[Hit]:
        """Yield the pair, as the star writes it."""
        for first, second in self._halves(text):
            found = [star.vocabularies.countries.resolve(half) for half in (first, second)]
            keys = sorted({match.key for matches in found for match in matches})
            if all(len(matches) == 1 for matches in found) and len(keys) == 2:  # noqa: PLR2004  # two make a pair
                key = "-".join(keys)
                yield Hit(place_of(self.name), key, key, " – ".join(map(star.vocabularies.countries.label, keys)))
                return

    def naming(self, star: Star) -> Callable[[str], bool]:
        """Return what tells whether the commas of a text belong to the names of the two."""
        is_country = _COUNTRY.naming(star)

        def is_pair(text: str) -> bool:
            commas = ([half for half in halves if "," in half] for halves in self._halves(text))
            return any(all(map(is_country, halves)) for halves in commas) and any(self.find(text, star))

        return is_pair

    def refuse(self, text: str, star: Star) -> NoReturn:  # noqa: ARG002  # as the protocol has it
        """Say that these are no two countries."""
        raise usage_error(f"`{visible(text)}` is not a pair of countries", "write two codes, as in `MA-QA`")

    @staticmethod
    def _halves(text: str) -> Iterator[tuple[str, str]]:
        for hyphen in islice(_HYPHEN.finditer(text), _MOST):
            yield text[: hyphen.start()].strip(), text[hyphen.end() :].strip()

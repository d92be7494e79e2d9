"""What the words in records mean: countries, organisations and topics, looked up by any of their names."""

from coopdb.vocabulary.lookup import Entry, Match, Vocabulary
from coopdb.vocabulary.packaged import countries, organizations, topics

__all__ = ["Entry", "Match", "Vocabulary", "countries", "organizations", "topics"]

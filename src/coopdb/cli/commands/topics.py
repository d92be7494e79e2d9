"""`coopdb topics`: look through the topics of cooperation."""

from coopdb.cli.options.vocabulary import Action, As, Texts, VocabularyOptions, look_through
from coopdb.errors import ExitCode


def topics(
    words: VocabularyOptions,
    action: Action = None,
    texts: Texts = None,
    format: As = "table",  # noqa: A002
) -> ExitCode:
    """Look through the topics of cooperation.

    There are those of coopdb and those that `records/topics.toml` adds. A filter for a topic finds everything narrower
    too.
    """
    return look_through(words.vocabularies.topics, action, texts, format)

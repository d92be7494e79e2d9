"""`coopdb countries`: look through the countries, present and former."""

from coopdb.cli.options.vocabulary import Action, As, On, Texts, VocabularyOptions, look_through
from coopdb.errors import ExitCode


def countries(
    words: VocabularyOptions,
    action: Action = None,
    texts: Texts = None,
    format: As = "table",  # noqa: A002
    on: On = None,
) -> ExitCode:
    """Look through the countries, present and former.

    A name can mean different countries at different times: `--on 1975` tells what it meant then. One that may mean
    several is shown with all of them; records and filters need the code.
    """
    return look_through(words.vocabularies.countries, action, texts, format, on)

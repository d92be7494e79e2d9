"""Words that people type for commands: which command they mean."""

from collections.abc import Container

# The letters of a slip are compared by Typer.
_MEANT = {
    "add": ("new", "create", "record", "enter", "write", "insert", "ajouter", "nouveau"),
    "edit": ("open", "change", "correct", "update", "modify", "set", "remove", "modifier", "corriger"),
    "move": ("postpone", "reschedule", "shift", "date", "mv", "reporter"),
    "close": (
        "done",
        "closed",
        "finish",
        "finished",
        "complete",
        "completed",
        "fulfil",
        "fulfill",
        "fulfilled",
        "kept",
        "drop",
        "dropped",
        "promise",
        "settle",
        "terminer",
        "clore",
        "fermer",
        "fait",
    ),
    "follow": ("next", "continue", "again", "followup", "follow-up"),
    "rename": ("replace",),
    "validate": ("check", "lint", "test", "verify", "fix", "valider"),
    "fmt": ("format", "layout", "tidy"),
    "search": ("find", "list", "ls", "query", "grep", "filter", "chercher"),
    "show": ("view", "cat", "display", "print", "read", "montrer"),
    "crosstab": ("count", "table", "stats", "pivot", "tabulate"),
    "export": ("save", "dump", "calendar", "ics", "csv"),
    "import": ("load",),
    "--help": ("help", "usage", "aide"),
    "explain": ("why", "rule", "rules", "man"),
}
_COMMANDS = {word: command for command, words in _MEANT.items() for word in words}


def meant(word: str, commands: Container[str]) -> str:
    """Return the command that a word means which is not one, or nothing."""
    command = _COMMANDS.get(word.casefold(), "")
    return command if word not in commands else ""

"""The line that tells editors the schema of a record: the first of its file."""

SCHEMA = "coopdb.schema.json"  # at the root of a repository
_LINE = "#:schema "


def with_schema_line(text: str, path: str) -> str:
    r"""Return the text of a record with that line; `path` is from the root. One that is there stays as it is.

    >>> with_schema_line("x = 1", "records/2026/a.toml")
    '#:schema ../../coopdb.schema.json\nx = 1'
    """
    if text.startswith(_LINE):
        return text
    first = text.partition("\n")[0]
    end = "\r\n" if first.endswith("\r") else "\n"
    return f"{_LINE}{'../' * path.count('/')}{SCHEMA}{end}{text}"


def schema_line_of(text: str) -> str:
    """Return that line of a text with its end; nothing where it has none."""
    return text[: text.find("\n") + 1] if text.startswith(_LINE) else ""

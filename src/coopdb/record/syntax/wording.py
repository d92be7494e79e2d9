"""The words for every kind of slip: what is wrong, and what to type."""

from collections.abc import Mapping
from types import MappingProxyType

from coopdb.record.syntax.slip import Slip, short

KINDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "word-processor": (
            "this is {about}, not a text file",
            "open it, and save or copy its text as plain text (UTF-8)",
        ),
        "null": ("there are null characters in the text", "delete them, or save the file again as UTF-8"),
        "control": ("the character {about}, which nobody sees, may not stand here", "delete it"),
        "line-ends": ("the lines end as on an old Macintosh", "save the file with the line ends of Unix or Windows"),
        "conflict": ("unresolved conflict, {about}", "keep one of the two sides, and delete the lines with the marks"),
        "other-format": ("this is {about}, not TOML", 'write each key on a line of its own, as `title = "…"`'),
        "fence": ("`{about}` does not belong to a record", "delete this line"),
        "table-row": (
            "a row of a table is pasted here",
            'write `key = "value"`, or read the whole table with `coopdb import`',
        ),
        "comment-mark": ("a note begins with `#`, not with `{about}`", "type `#` instead"),
        "stray": (
            "`{about}` is neither `key = value` nor a note",
            "put `#` before it, or quote it behind a key and `=`",
        ),
        "spaces": ("a space that only looks like one stands here", "type an ordinary space instead"),
        "typographic-quotes": ("typographic quotes", "type {typed}"),
        "two-quotes": ("two single marks are not a quotation mark", "type {typed}"),
        "apostrophe": ("the apostrophe ends the text", "type {typed}"),
        "inner-quotes": ("the quotation marks within the text end it", "type {typed}"),
        "backslash": ("a backslash has a meaning of its own in a text", "type it twice, {typed}"),
        "unclosed": ("the quotation mark that closes the text is missing", "type {typed}"),
        "unopened": ("the quotation mark that opens the text is missing", "type {typed}"),
        "unclosed-long": (
            "the text that begins with three quotation marks has no end",
            "type {typed} at the end of the text",
        ),
        "two-lines": ("the text goes on in the next line", "type {typed}"),
        "unquoted": ("a text needs quotation marks", "type {typed}"),
        "no-value": ("`{about}` has no value", "type one behind `=`, or delete the line"),
        "nothing": ("`{about}` is not a value", "delete the line when there is nothing to say"),
        "flag": ("`{about}` is not a value: yes is `true`, no is `false`", "type {typed}"),
        "number": ("`{about}` is not a number", "type {typed}"),
        "day": ("`{about}` is not written as a date", "type {typed}"),
        "not-day": ("`{about}` is not a date", "type the year, the month and the day, as `2026-03-12`"),
        "which-day": ("`{about}` may be two days", "type the year first: {typed}"),
        "no-day": ("there is no such day as `{about}`", "type the year, the month and the day, as `2026-03-12`"),
        "time": ("a date has no time of day here", "type {typed}, and the time into `summary`"),
        "period": ("`{about}` are two dates", "type {typed}"),
        "list": ("a list stands in square brackets", "type {typed}"),
        "bracket": ("a bracket is missing or of the wrong shape", "type {typed}"),
        "comma": ("a comma is missing", "type {typed}"),
        "separator": ("values are separated by one comma", "type {typed}"),
        "braces": ("a table in braces stands on one line", "type {typed}"),
        "trailing-mark": ("`{about}` stands behind the value", "delete it"),
        "trailing": ("`{about}` stands behind the value", "put it inside the quotation marks, or type `#` before it"),
        "two-keys": ("a second key stands on this line", "begin a new line before `{about}`"),
        "equals": ("`=` stands between a key and its value", "type {typed}"),
        "key": ("`{about}` is not written as a key", "type {typed}"),
        "key-comma": ("a full stop, not a comma, stands within a key", "type {typed}"),
        "header": ("the brackets of the header do not match", "type {typed}"),
        "one-bracket": ("`{about}` is a list, each entry below two brackets", "type {typed}"),
        "table-twice": ("table `{about}", "put the keys below the first one, and delete this line"),
        "two-forms": ("`{about}", "keep one of the two"),
        "key-twice": ("`{about}", "keep one of the two"),
        "second-record": (
            "a second record begins here: {about}",
            "keep one meeting in a file: move the rest to a file of its own",
        ),
        "other": ("not TOML: {about}", "look for a quote or a bracket that is missing, in the lines before it too"),
    }
)

# What to type where only the author knows it.
UNSURE: Mapping[str, str] = MappingProxyType(
    {
        "unclosed": '`"` where the text ends',
        "unquoted": '`"` before and after the text',
        "typographic-quotes": '`"` before and after each text',
        "inner-quotes": '`\\"` for each mark within the text',
        "two-lines": "the text on one line",
        "flag": "`true` or `false`",
        "bracket": "`[` before the list and `]` after it",
        "comma": "`,` between the values",
        "backslash": "`\\\\`",
        "key": "a key without spaces, such as `host_event`",
        "key-comma": "`.` between two keys",
        "braces": "all keys on the line of the first brace, or a header for the table",
        "equals": "`key = value`",
    }
)


def message(slip: Slip) -> str:
    """Say what is wrong."""
    return KINDS[slip.kind][0].format(about=short(slip.about))


def hint(slip: Slip) -> str:
    """Say what to do about it."""
    typed = slip.typed or UNSURE.get(slip.kind, "the line as `key = value`")
    return KINDS[slip.kind][1].format(about=short(slip.about), typed=typed)

"""A workflow command of GitHub Actions, which the runner shows as an annotation.

The form and its escapes are those of
https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands.
"""

from typing import Literal

from coopdb.text import visible


def annotation(level: Literal["error", "warning", "notice"], message: str, **properties: object) -> str:
    """Write one line, whatever the texts: line feeds of the message are escaped, other control characters shown."""
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{level}{written and ' '}{written}::{_data(visible(message, keep=chr(10)))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")

"""How a list of meetings may be ordered; light, because every command line needs it."""

from typing import Literal

Order = Literal["date", "relevance", "title"]

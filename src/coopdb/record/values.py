"""The values that keys with a fixed list may have as docs/record.md lists them."""

from typing import Literal

Language = Literal["en", "fr", "ar"]  # of reports
Status = Literal["planned", "held", "postponed", "cancelled"]
Kind = Literal[
    "talks",
    "joint-commission",
    "working-group",
    "consultation",
    "signing-ceremony",
    "courtesy-call",
    "summit",
    "visit",
]
Level = Literal[
    "head-of-state",
    "head-of-government",
    "ministerial",
    "deputy-ministerial",
    "senior-official",
    "ambassadorial",
    "parliamentary",
    "sub-national",
    "technical",
]
Mode = Literal["in-person", "online", "hybrid", "phone", "written"]
Capacity = Literal["lead", "delegate", "observer", "witness", "host"]
Stage = Literal["mentioned", "discussed", "proposed", "agreed", "underway", "completed", "declined", "deferred"]
DocumentKind = Literal[
    "treaty",
    "agreement",
    "protocol",
    "mou",
    "joint-declaration",
    "joint-statement",
    "exchange-of-notes",
    "letter-of-intent",
    "arrangement",
    "agreed-minutes",
    "roadmap",
    "action-plan",
    "programme",
]
Renewal = Literal["automatic", "by-agreement", "none"]
# What is computed of a document as of a day, and within how many days before it expires it is expiring.
DocumentState = Literal["ended", "replaced", "expired", "expiring", "in-force", "signed", "unsigned", "unknown"]
EXPIRING = 183
ToldBy = Literal["one-side", "both-sides", "others", "not-said"]  # computed of the sources of a meeting
CommitmentStatus = Literal["open", "in-progress", "done", "dropped"]
SourceKind = Literal[
    "treaty-text",
    "communique",
    "official-site",
    "official-social",
    "news-agency",
    "press",
    "programme",
    "think-tank",
    "social-media",
    "internal-note",
]

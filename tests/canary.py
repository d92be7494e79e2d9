"""A repository in which all that is not public is a canary: a word, an id, a year or a country of its own."""

import re
from pathlib import Path

# What may be in nothing that is published: words of all kinds, the years of ids, a country.
CANARY = re.compile(r"canar[yi]|kanari|198[789]|vanuatu|(?-i:\bVU\b)|فانواتو", re.IGNORECASE)
HIDDEN = "1987-03-04-ma-qa-canary"  # the id of a record that is internal
PERSON = "Canary Kid"
DAY = "2026-06-01"

_TEXT = f"see {HIDDEN} and {HIDDEN.upper()}#canary-pact of {PERSON.upper()}, cánary  kid and Kanari Bird"
_TOLD = f"https://example.org/{HIDDEN}"

PUBLIC = f'''
title = "Public talks, {_TEXT}"
date = 2026-02-01
end_date = 2026-02-02
level = "ministerial"
host_event = "Fair {HIDDEN}"
series = "Public Talks"
session = 3
next_meeting = "2026-09"
summary = "In short: {_TEXT}"
agenda_url = "{_TOLD}"
related = ["{HIDDEN}", "1988-01-01-ma-qa", "2025-02-01-ma-qa"]
follows = ["1989-01-01-ma-qa-broken", "2025-02-01-ma-qa"]

[venue]
name = "Hall of {HIDDEN}"
city = "Doha"
country = "QA"

[[participants]]
country = "MA"
name = "Amal Idrissi"
role = "Minister, {_TEXT}"
institution = "Ministry {HIDDEN}"

[[participants]]
country = "QA"

[[participants]]
country = "QA"
name = "{PERSON}"
role = "Canary of state"
institution = "Canary house"
internal = true

[[participants]]
country = "VU"
name = "Canary Bird"
internal = true

[[topics]]
topic = "cloud"
stage = "agreed"
note = "{_TEXT}"

[[topics]]
topic = "canary-song"
stage = "declined"
note = "canary"
internal = true

[[documents]]
key = "public-pact"
kind = "mou"
title = "Pact, {_TEXT}"
signed = 2026-02-01
in_force = 2026-02-01
expires = 2026-08-01
signatories = ["Amal Idrissi", "{PERSON}"]
replaces = "{HIDDEN}#canary-pact"
topics = ["cloud", "canary-song"]

[[documents]]
key = "canary-own"
kind = "treaty"
title = "Canary treaty"
signed = 2026-02-01
url = "https://canary.example/1"
internal = true

[[documents]]
kind = "treaty"
title = "Treaty about canary song"
topics = ["canary-song"]

[[documents]]
key = "successor"
kind = "roadmap"
title = "Roadmap"
replaces = "2026-02-01-ma-qa#canary-own"

[[commitments]]
key = "public-promise"
text = "To do, {_TEXT}"
owner = "MA"
due = 2026-07-01
evidence = "{_TEXT}"
closed_by = "{HIDDEN}"
updates = [
  {{ date = 2026-03-01, status = "in-progress", note = "{_TEXT}", record = "{HIDDEN}" }},
  {{ date = 2026-04-01, status = "dropped", note = "canary", internal = true }},
]

[[commitments]]
key = "canary-promise"
text = "Canary promise"
due = 2026-07-02
internal = true

[[commitments]]
text = "Canary of Vanuatu"
owner = "VU"
due = 2026-07-03

[[commitments]]
text = "Canary of the song"
topics = ["canary-song"]

[[sources]]
url = "https://example.org/public"
title = "Public, {_TEXT}"
publisher = "Paper {HIDDEN}"
author = "Writer, {_TEXT}"
archive = "{_TOLD}"
published = 2026-02-02
kind = "press"
party = "MA"

[[sources]]
url = "{_TOLD}"

[[sources]]
url = "https://canary.example/2"
title = "Canary"
publisher = "Canary press"
language = "fr"
kind = "think-tank"
internal = true

[[sources]]
title = "Canary minutes"
publisher = "Canary office"
kind = "internal-note"

[[sources]]
url = "https://canary.example/3"
party = "VU"

[[waivers]]
code = "V003"
reason = "canary"
'''

EARLIER = """
title = "Earlier talks"
date = 2025-02-01
series = "Public Talks"
session = 2
topics = ["cloud"]
[[participants]]
country = "MA"
[[participants]]
country = "QA"
[[sources]]
url = "https://example.org/earlier"
"""

COMING = """
title = "Coming talks"
date = 2026-08-01
status = "planned"
topics = ["cybersecurity"]
related = ["1987-03-04-ma-qa-canary"]
[[participants]]
country = "MA"
name = "A. Shared"
[[participants]]
country = "FR"
[[sources]]
url = "https://example.org/coming"
"""


def _hidden(date: str, more: str = "", tables: str = "", source: str = 'kind = "press"', third: str = "") -> str:
    """Return a record of which every text is a canary."""
    return f'''
title = "Canary talks"
date = {date}
host_event = "Canary fair"
series = "Canary series"
session = 4
next_meeting = "1988"
summary = "Canary summary"
agenda_url = "https://canary.example/agenda"
previous_dates = [1987-03-03]
related = ["2026-02-01-ma-qa"]
{more}
[venue]
name = "Canary hall"
city = "Canaryville"
country = "VU"
[[participants]]
country = "MA"
name = "{PERSON}"
role = "Canary"
[[participants]]
country = "QA"
name = "Canary Alone"
{third}
[[documents]]
key = "canary-pact"
kind = "treaty"
title = "Canary pact"
signed = {date}
expires = 2026-07-01
[[commitments]]
key = "canary-vow"
text = "Canary vow"
due = 2026-07-01
[[sources]]
url = "https://canary.example/4"
publisher = "Canary press"
{source}
{tables}
'''


_TOPIC = '[[topics]]\ntopic = "canary-song"\n'
FILES = {
    "2026/2026-02-01-ma-qa.toml": PUBLIC,
    "2025/2025-02-01-ma-qa.toml": EARLIER,
    "2026/2026-08-01-fr-ma.toml": COMING,
    f"1987/{HIDDEN}.toml": _hidden("1987-03-04", "internal = true", _TOPIC),
    "1988/1988-01-01-ma-qa.toml": _hidden("1988-01-01", "draft = true", _TOPIC),
    "1988/1988-02-01-ma-vu.toml": _hidden(
        "1988-02-01", third='[[participants]]\ncountry = "VU"\ninternal = true', tables='[[topics]]\ntopic = "cloud"\n'
    ),
    "1988/1988-03-01-ma-qa-canary-song.toml": _hidden(
        "1988-03-01", tables=f'{_TOPIC}internal = true\n[[topics]]\ntopic = "cloud"\n'
    ),
    "1988/1988-04-01-ma-qa-canary-kid.toml": _hidden(
        "1988-04-01",
        third=f'[[participants]]\ncountry = "QA"\nname = "{PERSON}"\ninternal = true',
        tables='[[topics]]\ntopic = "cloud"\n',
    ).replace(f'name = "{PERSON}"\nrole', "role"),
    "1988/1988-05-01-ma-qa.toml": _hidden("1988-05-01", 'topics = ["cloud"]', source='kind = "internal-note"'),
    "1988/1988-06-01-ma-qa.toml": _hidden("1988-06-01", 'topics = ["cloud"]', source="internal = true"),
    "1988/1988-07-01-ma-qa.toml": _hidden("1988-07-01", tables=f"{_TOPIC}internal = true\n"),
    "1988/1988-08-01-ma-qa.toml": _hidden("1988-08-01", 'topics = ["cloud"]').replace(
        'role = "Canary"', 'role = "Canary"\ninternal = true'
    ),
    "1989/1989-01-01-ma-qa-broken.toml": 'title = "Canary"\ndate = 1989-01-01\nkind = "canary"\n',
    "topics.toml": """
[canary-song]
labels = { en = "Canary song", fr = "Chant du canari", ar = "canary" }
aliases = { en = ["Canaries"] }
broader = "canary-arts"
[canary-arts]
labels = { en = "Canary arts" }
[canary-unused]
labels = { en = "Canary unused" }
[cloud]
aliases = { en = ["Public Clouds"] }
[cybersecurity]
aliases = { en = ["Public Safety"] }
[quantum-technologies]
labels = { en = "Canary quanta" }
aliases = { en = ["Canary leaps"] }
""",
    "people.toml": f"""
["Amal Idrissi"]
country = "MA"
aliases = ["A. Idrissi", "A. Shared"]
["{PERSON}"]
country = "VU"
aliases = ["Kanari Bird"]
["Canary Cousin"]
aliases = ["A. Shared"]
["Canary Nobody"]
aliases = ["Canary No-one"]
""",
}


def fill(root: Path) -> None:
    """Write the repository."""
    for name, text in FILES.items():
        path = root / "records" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

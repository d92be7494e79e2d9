"""Makes repositories in which many things are wrong at once, most of them with one cure, some with none."""

from dataclasses import dataclass
from random import Random

from coopdb.store.files.local import read_own_contents
from coopdb.store.files.records import RecordFile, RecordFiles, read
from coopdb.vocabulary.vocabularies import packaged_vocabularies

PEOPLE = ("Amal Idrissi", "Amal  Idrissi", "IDRISSI Amal", "Li Wei", "Wei Li", "Li  Wei", "A. Idrissi", "Omar")
TOP = {
    "title": ['"Talks"', '"Talks on cloud"', "5", '""'],
    "date": ["2026-02-01", '"2026-02-01"', '"2026-02"', "2025-03-04", '"soon"', '"2026-02-01~"'],
    "end_date": ["2026-02-02", '"2026-02-02"', '"x"'],
    "status": ['"held"', '"Held"', '"heldd"', '"planned"', '"xyz"'],
    "level": ['"ministerial"', '"ministeriall"', '"Ministerial"', '"boss"', "3"],
    "mode": ['"online"', '"onlin"'],
    "draft": ["true", '"true"', '"False"', '"yes"'],
    "host_event": ['"Web Summit"', '"Web-Summit"', '"web summit"'],
    "summary": ['"They met."', '"Ils ont parlé avec la France."'],
    "follows": ['["odd-stem"]', '["2026-02-01-ma-qa"]', '"odd-stem"', "[3]"],
    "related": ['["2026-02-01-ma-qa-2", "odd-stem"]', '["nowhere"]'],
    "previous_dates": ['["2026-02-01"]', "[2026-02-01]", "[2025-01-01, 2026-02-01]"],
}
TOPICS = ('"cloud"', '"IA"', '"artificial-intelligence"', '"ports"', '"smart-ports"', '"Smart ports"', '"zzz"', '"5G"')
TABLES = {
    "venue": {"city": ['"Doha"', '"DOHA"', '"Dóha"'], "country": ['"QA"', '"Qatar"', '"Congo"'], "name": ['"Hall"']},
    "participants": {
        "country": ['"MA"', '"Maroc"', '"QA"', '"قطر"', '"FR"', '"Congo"', "5"],
        "organization": ['"unido"', '"UNIDO"', '"unid"'],
        "name": [f'"{name}"' for name in PEOPLE],
        "role": ['"Minister"', '""'],
        "capacity": ['"lead"', '"leads"', '"x"'],
    },
    "topics": {
        "topic": list(TOPICS),
        "stage": ['"agreed"', '"agred"', '"discussed"'],
        "note": ['"a note"', '"another note"'],
    },
    "documents": {
        "kind": ['"mou"', '"treaty"', '"treatty"', '"q"'],
        "title": ['"Memo"'],
        "url": ['"https://example.org/d"', '"example.org/d"'],
        "signed": ['"2026-02-01"', "true", '"x"'],
        "topics": ['["cloud", "IA"]', '"cloud"', '["zzz", "IA"]'],
    },
    "commitments": {
        "text": ['"do it"'],
        "owner": ['"MA"', '"Maroc"', '"zzz"'],
        "due": ['"2027-01-01"', "2025-01-01", '"2027"'],
        "status": ['"open"', '"opn"', '"zz"'],
        "closed_by": ['"odd-stem"', '"nowhere"'],
    },
    "sources": {
        "url": ['"https://example.org/1"', '"example.org/1"', "5"],
        "publisher": ['"The Gazette"'],
        "published": ["2026-02-02", '"2026-02-02"', "2020-01-01"],
        "kind": ['"press"', '"pres"', '"communiqe"'],
    },
    "waivers": {"code": ['"S001"', '"S0O1"', '"V001"', '"N001"'], "reason": ['"no address"']},
}
STEMS = ("2026-02-01-ma-qa", "odd-stem", "2026-02-01-ma-qa-web", "2025-03-04-ma-qa", "maroc_qatar", "2026-02-01-qa-ma")
OWN = {
    "coopdb.toml": ['ignore = ["R001"]\n', 'ignor = ["R001"]\n', '[severity]\nR001 = "eror"\n'],
    "records/topics.toml": [
        '[smart-ports]\nlabels = { en = "Smart ports" }\n[ports]\nreplaced_by = "smart-ports"\n',
        '[smart-ports]\nlables = { en = "Smart ports" }\nbroder = "cloud"\n[ports]\nreplacd_by = "smart-ports"\n',
        '["Smart ports"]\ndefinition = "d"\n[ports]\nreplaced_by = "ports"\n',
    ],
    "records/people.toml": [
        '["Amal Idrissi"]\ncountry = "MA"\naliases = ["A. Idrissi"]\n',
        '["IDRISSI Amal"]\nalises = ["A. Idrissi"]\n["Li Wei"]\n["Wei Li"]\n',
        '["Amal  Idrissi"]\ncontry = "MA"\n["Omar"]\ncountry = "zz"\n',
    ],
}


@dataclass(frozen=True)
class Broken:
    """The texts of a repository's files, by path."""

    texts: dict[str, str]

    def records(self) -> RecordFiles:
        """Read the repository."""
        contents = {path: self.texts[path].encode() for path in OWN if path in self.texts}
        readings, vocabularies = read_own_contents(contents) if contents else ({}, packaged_vocabularies())
        own = tuple(RecordFile(path, reading) for path, reading in readings.items())
        paths = sorted(self.texts.keys() - OWN.keys())
        return RecordFiles(
            tuple(RecordFile(path, read(self.texts[path].encode(), vocabularies)) for path in paths), vocabularies, own
        )


def slip(key: str, chance: Random) -> str:
    """Misspell a key: a letter is missing, or stands twice."""
    place = chance.randrange(1, len(key))
    return key[:place] + (key[place:] if chance.random() < 0.5 else key[place + 1 :] or key[-1] * 2)


def pairs(values: dict[str, list[str]], must: tuple[str, ...], chance: Random, trouble: float) -> list[str]:
    """Write the pairs of a table: those that must be there, and some of the others."""
    lines = []
    for key, choices in values.items():
        if key in must or chance.random() < 0.3:
            value = chance.choice(choices) if chance.random() < trouble else choices[0]
            written = slip(key, chance) if chance.random() < trouble / 4 else key
            lines.append(f"{written} = {value}" + ("  # why" if chance.random() < 0.1 else ""))
            if chance.random() < trouble / 20:
                lines.append(f"{key} = {choices[0]}")  # perhaps a second time
            if chance.random() < 0.05:
                lines.append(f"# {key} = {choices[0]}")
    return lines


def record(chance: Random, trouble: float) -> str:
    """Write a record."""
    lines = pairs(TOP, ("title", "date"), chance, trouble)
    has_list = chance.random() < 0.6
    if has_list:
        topics = [chance.choice(TOPICS) for _ in range(chance.randint(1, 4))]
        gap = chance.choice([", ", " ,", ",\n  ", ", # c\n  "])
        lines.append(
            f"topics = [{gap.join(topics)}{chance.choice(['', ','])}]" if chance.random() < 0.9 else 'topics = "IA"'
        )
    must = {"participants": ("country", "name"), "topics": ("topic",), "documents": ("kind",), "sources": ("url",)}
    for name, values in TABLES.items():
        number = {"participants": chance.randint(1, 3), "sources": 1, "topics": chance.randint(0, 3)}.get(
            name, chance.randint(0, 2)
        )
        is_one = name == "venue"
        for _ in range(0 if name == "topics" and has_list else min(number, 1) if is_one else number):
            written = slip(name, chance) if chance.random() < trouble / 8 else name
            lines += [chance.choice(["", "# about"]), f"[{written}]" if is_one else f"[[{written}]]"]
            lines += pairs(values, must.get(name, tuple(values)[:1]), chance, trouble)
    return chance.choice(["\n", "\n", "\r\n"]).join(lines) + chance.choice(["\n", ""])


def repository(seed: int) -> Broken:
    """Write a repository of a few records, perhaps with own topics, people and a configuration."""
    chance = Random(seed)  # noqa: S311  # the same each time
    trouble = chance.choice([0.1, 0.3, 0.6])
    texts = {path: chance.choice(choices) for path, choices in OWN.items() if chance.random() < 0.5}
    for _ in range(chance.randint(1, 5)):
        folder = chance.choice(["2026", "2026", "2025", "2026/sub"])
        texts[f"records/{folder}/{chance.choice(STEMS)}.toml"] = record(chance, trouble)
    return Broken(texts)

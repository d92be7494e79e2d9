"""What is public of records, in plain Python over `tomllib`: it shares no code with coopdb."""

import re
import unicodedata
from typing import Any

Record = dict[str, Any]
REFERENCES = ("follows", "related", "closed_by", "record", "replaces")
ADDRESSES = ("url", "archive", "agenda_url")
# What is a code, a choice or a day, and no text.
CODES = {
    "country", "organization", "topic", "key", "kind", "status", "level", "mode", "stage", "capacity", "owner", "party",
    "renewal", "language", "date", "end_date", "due", "topics", "signed", "session", "draft", "binding",
}  # fmt: skip


def published(records: dict[str, Record]) -> dict[str, Record]:
    """Return the public parts of records, by id."""
    whole = {each for id, record in records.items() for each in called(id, record)}
    found = {id: part for id, record in records.items() if (part := own_part(id, record))}
    public = {each for id, part in found.items() for each in called(id, part)}
    return {id: refer(part, public, whole - public) for id, part in found.items()}


def called(id: str, record: Record) -> set[str]:
    parts = record.get("documents", []) + record.get("commitments", [])
    return {id} | {f"{id}#{each['key']}" for each in parts if "key" in each}


def shown(parts: list[Any]) -> list[Any]:
    kept = [each for each in parts if not (isinstance(each, dict) and each.get("internal"))]
    return [{key: each[key] for key in each if key != "internal"} if isinstance(each, dict) else each for each in kept]


def slug(topic: Any) -> str:
    return topic if isinstance(topic, str) else topic["topic"]


def party(participant: Record) -> str:
    return participant.get("country") or participant["organization"]


def own_part(id: str, record: Record) -> Record | None:
    if record.get("internal") or record.get("draft"):
        return None
    participants, topics = shown(record["participants"]), shown(record["topics"])
    parties = {party(each) for each in record["participants"]} - {party(each) for each in participants}
    about = {slug(each) for each in record["topics"]} - {slug(each) for each in topics}
    people = {each["name"] for each in record["participants"] if "name" in each}
    people -= {each["name"] for each in participants if "name" in each}
    part = {key: record[key] for key in record if key not in ("waivers", "internal")}
    part |= {"participants": participants, "topics": topics}
    part["documents"] = [
        each | {"signatories": [name for name in each.get("signatories", []) if name not in people]}
        for each in without_topics(record.get("documents", []), about)
    ]
    part["commitments"] = [
        each | {"updates": shown(each.get("updates", []))}
        for each in without_topics(record.get("commitments", []), about)
        if each.get("owner") not in parties
    ]
    part["sources"] = [
        each
        for each in shown(record["sources"])
        if each.get("kind") != "internal-note" and each.get("party") not in parties
    ]
    if len({party(each) for each in participants}) < 2 or not any("country" in each for each in participants):
        return None
    if not topics or not part["sources"] or any(is_in_id(each, id) for each in parties | about | people):
        return None
    return cut(part, lambda text: without_people(text, people))


def without_topics(parts: list[Record], about: set[str]) -> list[Record]:
    kept = [(each, [topic for topic in each.get("topics", []) if topic not in about]) for each in shown(parts)]
    return [each | {"topics": topics} for each, topics in kept if topics or not each.get("topics")]


def is_in_id(name: str, id: str) -> bool:
    return "-" + "-".join(re.findall("[a-z0-9]+", name.lower())) + "-" in f"-{id}-"


def letters(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(each for each in plain if not unicodedata.combining(each))


def without_people(text: str, people: set[str]) -> str:
    for name in people:
        words = r"\W+".join(re.escape(letters(word)) for word in re.findall(r"\w+", name))
        # Character by character, for a letter with a mark is one of the text and may be two without it.
        for start in range(len(text), -1, -1):
            for end in range(start, len(text) + 1):
                is_whole = not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
                if is_whole and end - start >= len(name) and re.fullmatch(words, letters(text[start:end])):
                    text = f"{text[:start]}…{text[end:]}"
                    break
    return text


def refer(part: Record, public: set[str], left_out: set[str]) -> Record:
    def without_ids(text: str) -> str:
        for each in sorted(left_out, key=len, reverse=True):
            text = re.sub(rf"{re.escape(each)}(?![a-z0-9#-])", "…", text, flags=re.IGNORECASE)
        return text

    found = cut(part, without_ids)
    updates = [update for each in found["commitments"] for update in each["updates"]]
    for table in (found, *found["documents"], *found["commitments"], *updates):
        for key in REFERENCES:
            if isinstance(table.get(key), list):
                table[key] = [each for each in table[key] if each in public]
            elif key in table and table[key] not in public:
                del table[key]
    return found


def cut(value: Any, change: Any, key: str = "") -> Any:
    """Change every text of a record; an address that would change is taken out."""
    if isinstance(value, dict):
        new = {name: cut(each, change, name) for name, each in value.items()}
        new = {name: each for name, each in new.items() if each is not None}
        return new if key != "sources" or new.keys() & {"url", "title", "publisher"} else new | {"title": "…"}
    if isinstance(value, list):
        return [cut(each, change, key) for each in value]
    if not isinstance(value, str) or key in CODES or key in REFERENCES:
        return value
    return None if key in ADDRESSES and change(value) != value else change(value)

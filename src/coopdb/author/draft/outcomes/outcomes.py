"""Puts into a draft what came out of a meeting: documents, commitments, and when they are to meet again."""

from collections.abc import Sequence

from coopdb.author.draft.days.day import MeetingDate
from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.person import Person
from coopdb.author.draft.outcomes.documents import FoundDocument, find_documents
from coopdb.author.draft.outcomes.undertakings import Undertakings, parties_of
from coopdb.author.draft.sheet import Sheet, day_or_part
from coopdb.author.draft.text.wording import Phrasing
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.links import is_link

_COMMITMENTS = 12
_NEAR = 40  # characters behind a document in which those stand that it is with


def put_documents(sheet: Sheet, names: Names, wording: Phrasing, when: MeetingDate, published: str | None) -> None:
    """Put what was signed or issued; what is to be signed at a planned meeting is not signed, else it is a doubt.

    So is what somebody signed with another country than the parties.
    """
    number = 0
    parties = parties_of(sheet.record)
    for each in find_documents(wording, when, published):
        if other := _other_signer(names, each, parties):
            sheet.doubt(("documents",), f"`{each.title}` is said to be with {other}, which did not meet here")
            continue
        if each.signed is False and sheet.record.get("status") != "planned":
            sheet.doubt(("documents",), f"`{each.title}` is talked about as still to be signed")
            continue
        rule = "document that was issued" if each.signed is None else "document that was signed"
        rule = "document that is to be signed" if each.signed is False else rule
        sheet.put(("documents", number, "kind"), each.kind, each.start, each.end, rule)
        sheet.put(("documents", number, "title"), each.title, each.start, each.end, rule)
        if each.signed is not None:
            sheet.put(("documents", number, "signed"), each.signed, each.start, each.end, rule)
        number += 1


def _other_signer(names: Names, each: FoundDocument, parties: Sequence[str]) -> str | None:
    """Return the country that is told right behind a document as signing it, which met nobody: a treaty with Chad.

    Not where one that met is named together with it: a treaty with Kenya and Chad.
    """
    plain = names.article.plain
    end = min(each.end + _NEAR, names.article.sentence_at(each.start).end)
    found = [mention for mention in names.beginning(each.end, end) if mention.kind == "country"]
    if not found or cues.ending(names.language, "with").fullmatch(plain[each.end : found[0].start].lstrip()) is None:
        return None
    row = found[:1]
    for mention in found[1:]:
        row += [mention] if is_link(plain[row[-1].end : mention.start]) else []
    return None if any({*mention.keys} & {*parties} for mention in row) else row[0].keys[0]


def put_undertakings(
    sheet: Sheet,
    names: Names,
    wording: Phrasing,
    when: MeetingDate,
    published: str | None,
    people: Sequence[Person],
) -> None:
    """Put what was undertaken at a meeting that was held, and when they meet again."""
    reader = Undertakings(names, wording, when, published, people)
    parties = parties_of(sheet.record)
    if not sheet.has_meeting or sheet.record.get("status"):
        return
    if again := reader.next_meeting():
        sheet.put(("next_meeting",), day_or_part(again.first), again.start, again.end, "when they meet again")
    for number, each in zip(range(_COMMITMENTS), reader.commitments(parties), strict=False):
        route = "commitments", number
        sheet.put((*route, "text"), each.text, each.start, each.end, "what was undertaken")
        if each.owner:
            sheet.put((*route, "owner"), each.owner, *each.subject, "who undertook it")
        elif not each.is_owner_known:
            sheet.doubt((*route, "owner"), "who undertook it", parties)
        if each.due:
            sheet.put((*route, "due"), day_or_part(each.due), *each.due_at, "until when")

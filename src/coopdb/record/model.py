"""The model of a meeting: every key of a record, its type and the values it may have as docs/record.md lists them."""

from functools import lru_cache
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from coopdb.record.cached import once
from coopdb.record.naming import Naming
from coopdb.record.types import Country, Day, Flag, Key, Mark, Number, Organization, Party, Signed, Text, TopicSlug
from coopdb.record.values import (
    Capacity,
    CommitmentStatus,
    DocumentKind,
    Kind,
    Level,
    Mode,
    Renewal,
    SourceKind,
    Stage,
    Status,
    ToldBy,
)


def _topic(value: object, info: ValidationInfo[Naming]) -> object:
    """Let a plain slug stand for a table that has only a topic."""
    if not isinstance(value, str):
        return value
    return _plain_topic(value) if info.context.vocabularies.topics.has_always(value) else {"topic": value}


@lru_cache(maxsize=4096)
def _plain_topic(slug: str) -> "Topic":
    """Make a topic once: records have the same again and again."""
    return Topic.model_construct(topic=slug)


class RecordTable(BaseModel):
    """A TOML table: no key but those named, nothing changed once read."""

    # Most tables are only read as parts of others, for which what reads them alone need not be built.
    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, ignored_types=(once,), defer_build=True
    )


class Venue(RecordTable):
    """Where a meeting took place."""

    name: Text | None = None
    city: Text | None = None
    country: Country | None = None


class Participant(RecordTable):
    """A party at the meeting, and the person who stood for it when that is known."""

    country: Country | None = None
    organization: Organization | None = None
    name: Text | None = None
    role: Text | None = None
    institution: Text | None = None
    capacity: Capacity | None = None
    internal: Mark = None

    @model_validator(mode="after")
    def _is_of_one_party(self) -> "Participant":
        if self.country is None and self.organization is None:
            raise PydanticCustomError("missing-key", "{key}", {"key": "country` or `organization"})
        return self

    @property
    def party(self) -> str:
        """The country's code or the organisation's slug."""
        return self.country or self.organization or ""


class Topic(RecordTable):
    """A topic of the meeting and how far it got."""

    topic: TopicSlug
    stage: Stage = "discussed"
    note: Text | None = None
    internal: Mark = None


class Document(RecordTable):
    """A document that came out of the meeting."""

    key: Key | None = None
    kind: DocumentKind
    title: Text | None = None
    signed: Signed | None = None
    in_force: Day | None = None
    expires: Day | None = None
    ended: Day | None = None
    renewal: Renewal | None = None
    signatories: tuple[Text, ...] = ()
    replaces: Text | None = None
    url: Text | None = None
    topics: tuple[TopicSlug, ...] = ()
    binding: Flag | None = None
    internal: Mark = None


class Update(RecordTable):
    """What became of a commitment by a day."""

    date: Day
    status: CommitmentStatus | None = None
    note: Text | None = None
    record: Text | None = None
    url: Text | None = None
    internal: Mark = None


class Commitment(RecordTable):
    """Something a party undertook to do."""

    key: Key | None = None
    text: Text
    owner: Party | None = None
    due: Day | None = None
    status: CommitmentStatus = "open"
    topics: tuple[TopicSlug, ...] = ()
    evidence: Text | None = None
    closed_by: Text | None = None
    updates: tuple[Update, ...] = ()
    internal: Mark = None


class Source(RecordTable):
    """Where the facts of a record are known from."""

    url: Text | None = None
    title: Text | None = None
    publisher: Text | None = None
    author: Text | None = None
    party: Party | None = None
    published: Day | None = None
    language: Text | None = None
    kind: SourceKind | None = None
    accessed: Day | None = None
    archive: Text | None = None
    internal: Mark = None

    @model_validator(mode="after")
    def _says_something(self) -> "Source":
        if not (self.url or self.title or self.publisher):
            raise PydanticCustomError("missing-key", "{key}", {"key": "url` or `title` or `publisher"})
        return self


class Waiver(RecordTable):
    """Silences one rule for this record, for a reason."""

    code: Text
    reason: Text


class Meeting(RecordTable, defer_build=False):
    """One meeting between countries, or between countries and organisations."""

    title: Text
    date: Day
    end_date: Day | None = None
    status: Status = "held"
    kind: Kind = "talks"
    level: Level | None = None
    mode: Mode = "in-person"
    host_event: Text | None = None
    series: Text | None = None
    session: Number | None = None
    next_meeting: Day | None = None
    summary: Text | None = None
    agenda_url: Text | None = None
    draft: Flag = False
    internal: Mark = None
    follows: tuple[Text, ...] = ()
    related: tuple[Text, ...] = ()
    previous_dates: tuple[Day, ...] = ()
    venue: Venue = Venue()
    participants: tuple[Participant, ...]
    topics: Annotated[tuple[Annotated[Topic, BeforeValidator(_topic)], ...], Field(min_length=1)]
    documents: tuple[Document, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    waivers: tuple[Waiver, ...] = ()

    @once
    def parties(self) -> tuple[str, ...]:
        """The distinct parties, countries by code and organisations by slug, as the record orders them."""
        return tuple(dict.fromkeys([each.party for each in self.participants]))

    @once
    def countries(self) -> tuple[str, ...]:
        """The codes of the countries that are parties."""
        return tuple(dict.fromkeys([each.country for each in self.participants if each.country]))

    @once
    def organizations(self) -> tuple[str, ...]:
        """The slugs of the organisations that are parties."""
        return tuple(dict.fromkeys([each.organization for each in self.participants if each.organization]))

    @once
    def told_by(self) -> ToldBy:
        """Tell which side the sources are of: of several parties, both; of one; of none of them; or it is not said."""
        said = {each.party for each in self.sources if each.party}
        sides = len(said.intersection(self.parties))
        return "not-said" if not said else ("others", "one-side", "both-sides")[min(sides, 2)]

    @once
    def topic_slugs(self) -> tuple[str, ...]:
        """The distinct topics, as the record orders them."""
        return tuple(dict.fromkeys([each.topic for each in self.topics]))


# The model of each table of a record, by its key, after that of the table that it stands in.
TABLES: dict[str, type[RecordTable]] = {
    "venue": Venue,
    "participants": Participant,
    "topics": Topic,
    "documents": Document,
    "commitments": Commitment,
    "commitments.updates": Update,
    "sources": Source,
    "waivers": Waiver,
}

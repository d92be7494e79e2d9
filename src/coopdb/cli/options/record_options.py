"""The options that say what a record holds, shared out over three values: the meeting, its place, its sources."""

from collections.abc import Mapping
from inspect import Parameter, Signature
from types import MappingProxyType
from typing import Annotated, Any, NamedTuple

import typer

from coopdb.cli.completion import complete_country, complete_topic
from coopdb.record.fields import RecordField, record_fields

Text = str | None
Texts = list[str] | None


def _of_key(field: RecordField) -> Parameter:
    """Make the option of a key at the top of a record."""
    type_: Any
    name = f"--{field.key.replace('_', '-')}"
    if field.kind == "flag":
        type_, option = bool | None, typer.Option(f"{name}/--no{name[1:]}", help=field.option)
    elif field.kind == "number":
        type_, option = int | None, typer.Option(name, min=1, metavar="N", help=field.option)
    else:
        metavar = {"date": "DATE", "record": "ID", "address": "URL"}.get(field.kind, "TEXT")
        type_ = Texts if field.is_list else Text
        option = typer.Option(name, metavar=metavar, help=field.option)
    return Parameter(field.key, Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[type_, option])


class MeetingOptions(NamedTuple):
    """What the options say of the meeting itself, by key: one for each that has an option in `data/fields.py`."""

    given: Mapping[str, Any] = MappingProxyType({})

    @staticmethod
    def of_options(**given: Any) -> "MeetingOptions":
        """Make the value of these options."""
        return MeetingOptions(given)


MeetingOptions.of_options.__signature__ = Signature(  # type: ignore[attr-defined]  # what inspect looks for
    [_of_key(each) for each in record_fields()[""] if each.option]
)


class DetailOptions(NamedTuple):
    """What they say of its parties, topics and place, and what came of it."""

    given: Mapping[str, Any] = MappingProxyType({})

    @staticmethod
    def of_options(
        participants: Annotated[
            Texts,
            typer.Option(
                "--party",
                metavar="PARTY",
                help="A country or organisation: MA, or 'MA: name; role; institution; capacity'. Repeat it.",
                autocompletion=complete_country,
            ),
        ] = None,
        topics: Annotated[
            Texts,
            typer.Option(
                "--topic", metavar="TOPIC", help="A topic: cloud, or cloud=agreed.", autocompletion=complete_topic
            ),
        ] = None,
        venue: Annotated[Text, typer.Option(metavar="TEXT", help="The name of the venue.")] = None,
        city: Annotated[Text, typer.Option(metavar="TEXT", help="The city.")] = None,
        venue_country: Annotated[
            Text, typer.Option(metavar="TEXT", help="The country of the venue.", autocompletion=complete_country)
        ] = None,
        documents: Annotated[
            Texts,
            typer.Option(
                "--document",
                metavar="DOCUMENT",
                help="'mou: title; 2026-02-01': kind, title, signed when; then what else is known: '; expires=2031'.",
            ),
        ] = None,
        commitments: Annotated[
            Texts, typer.Option("--commitment", metavar="TEXT", help="'MA: what; 2026-06': by whom, what, until when.")
        ] = None,
    ) -> "DetailOptions":
        """Make the value of these options."""
        return DetailOptions(locals())


class SourceOptions(NamedTuple):
    """What they say of its sources."""

    given: Mapping[str, Any] = MappingProxyType({})

    @staticmethod
    def of_options(
        sources: Annotated[
            Texts,
            typer.Option(
                "--source", metavar="URL", help="Where it is known from, and what else is known of that: '; party=QA'."
            ),
        ] = None,
        source_title: Annotated[Text, typer.Option(metavar="TEXT", help="The title of the source.")] = None,
        source_publisher: Annotated[
            Text, typer.Option("--publisher", metavar="TEXT", help="Who published the source.")
        ] = None,
        source_author: Annotated[Text, typer.Option("--author", metavar="TEXT", help="Who wrote the source.")] = None,
        source_published: Annotated[
            Text, typer.Option("--published", metavar="DATE", help="When it was published.")
        ] = None,
        source_language: Annotated[
            Text, typer.Option("--language", metavar="TEXT", help="The language of the source.")
        ] = None,
        source_kind: Annotated[Text, typer.Option(metavar="TEXT", help="The kind of source, such as press.")] = None,
    ) -> "SourceOptions":
        """Make the value of these options."""
        return SourceOptions(locals())

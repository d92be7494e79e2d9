"""The options that say what a record holds, shared out over three values: the meeting, its place, its sources."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, NamedTuple

import typer

from coopdb.cli.completion import complete_country, complete_topic

Text = str | None
Texts = list[str] | None


class MeetingOptions(NamedTuple):
    """What the options say of the meeting itself, by key."""

    given: Mapping[str, Any] = MappingProxyType({})

    @staticmethod
    def of_options(
        title: Annotated[Text, typer.Option(help="What the meeting was, in your own words.")] = None,
        date: Annotated[
            Text, typer.Option(metavar="DATE", help="2026-02-01, 2026-02 or 2026, with ~ for about.")
        ] = None,
        end_date: Annotated[Text, typer.Option(metavar="DATE", help="The last day.")] = None,
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
        summary: Annotated[Text, typer.Option(help="A summary in your own words.")] = None,
        draft: Annotated[bool | None, typer.Option("--draft/--no-draft", help="Not reviewed yet.")] = None,
    ) -> "MeetingOptions":
        """Make the value of these options."""
        return MeetingOptions(locals())


class DetailOptions(NamedTuple):
    """What they say of place, kind and what came of it."""

    given: Mapping[str, Any] = MappingProxyType({})

    @staticmethod
    def of_options(
        venue: Annotated[Text, typer.Option(help="The name of the venue.")] = None,
        city: Annotated[Text, typer.Option(help="The city.")] = None,
        venue_country: Annotated[
            Text, typer.Option(help="The country of the venue.", autocompletion=complete_country)
        ] = None,
        host_event: Annotated[Text, typer.Option(help="The event on whose margins they met.")] = None,
        status: Annotated[Text, typer.Option(help="planned, held, postponed or cancelled.")] = None,
        kind: Annotated[Text, typer.Option(help="The kind, such as talks.")] = None,
        level: Annotated[Text, typer.Option(help="The level, such as ministerial.")] = None,
        mode: Annotated[Text, typer.Option(help="in-person, online, hybrid, phone or written.")] = None,
        documents: Annotated[
            Texts,
            typer.Option("--document", metavar="DOCUMENT", help="'mou: title; 2026-02-01': kind, title, signed when."),
        ] = None,
        commitments: Annotated[
            Texts, typer.Option("--commitment", metavar="TEXT", help="'MA: what; 2026-06': by whom, what, until when.")
        ] = None,
        follows: Annotated[Texts, typer.Option(metavar="ID", help="The record it follows.")] = None,
        related: Annotated[Texts, typer.Option(metavar="ID", help="A related record.")] = None,
    ) -> "DetailOptions":
        """Make the value of these options."""
        return DetailOptions(locals())


class SourceOptions(NamedTuple):
    """What they say of its sources."""

    given: Mapping[str, Any] = MappingProxyType({})

    @staticmethod
    def of_options(
        sources: Annotated[Texts, typer.Option("--source", metavar="URL", help="Where it is known from.")] = None,
        source_title: Annotated[Text, typer.Option(help="The title of the source.")] = None,
        source_publisher: Annotated[Text, typer.Option("--publisher", help="Who published the source.")] = None,
        source_author: Annotated[Text, typer.Option("--author", help="Who wrote the source.")] = None,
        source_published: Annotated[
            Text, typer.Option("--published", metavar="DATE", help="When it was published.")
        ] = None,
        source_language: Annotated[Text, typer.Option("--language", help="The language of the source.")] = None,
        source_kind: Annotated[Text, typer.Option(help="The kind of source, such as press.")] = None,
    ) -> "SourceOptions":
        """Make the value of these options."""
        return SourceOptions(locals())

"""`coopdb add`: a new record, by options or asked step by step."""

from pathlib import Path
from typing import Annotated

import typer

from coopdb.cli.completion import complete_country, complete_topic
from coopdb.errors import ExitCode
from coopdb.store.repository import Repository

Text = str | None
Texts = list[str] | None


def add(
    repository: Repository,
    title: Annotated[Text, typer.Option(help="What the meeting was, in your own words.")] = None,
    date: Annotated[Text, typer.Option(metavar="DATE", help="2026-02-01, 2026-02 or 2026, with ~ for about.")] = None,
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
    sources: Annotated[Texts, typer.Option("--source", metavar="URL", help="Where it is known from.")] = None,
    source_title: Text = None,
    source_publisher: Annotated[Text, typer.Option("--publisher", help="Who published the source.")] = None,
    source_author: Annotated[Text, typer.Option("--author", help="Who wrote the source.")] = None,
    source_published: Annotated[
        Text, typer.Option("--published", metavar="DATE", help="When it was published.")
    ] = None,
    source_language: Annotated[Text, typer.Option("--language", help="The language of the source.")] = None,
    source_kind: Annotated[Text, typer.Option(help="The kind of source, such as press.")] = None,
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
    summary: Annotated[Text, typer.Option(help="A summary in your own words.")] = None,
    documents: Annotated[
        Texts,
        typer.Option("--document", metavar="DOCUMENT", help="'mou: title; 2026-02-01': kind, title, when signed."),
    ] = None,
    commitments: Annotated[
        Texts, typer.Option("--commitment", metavar="TEXT", help="'MA: what; 2026-06': by whom, what, until when.")
    ] = None,
    follows: Annotated[Texts, typer.Option(metavar="ID", help="The record it follows.")] = None,
    related: Annotated[Texts, typer.Option(metavar="ID", help="A related record.")] = None,
    draft: Annotated[bool | None, typer.Option("--draft/--no-draft", help="Not reviewed yet.")] = None,
    words: Annotated[str, typer.Option("--slug", metavar="WORDS", help="Words to put into the id.")] = "",
    like: Annotated[
        Text, typer.Option(metavar="ID", help="Begin with the parties, people and topics of this record.")
    ] = None,
    from_: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="Begin with a draft, or draft from an article.")
    ] = None,
    edit: Annotated[bool, typer.Option("--edit", help="Open it in your editor before it is written.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write it although it may be recorded already.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print it, and write nothing.")] = False,
) -> ExitCode:
    """Add a record, and print the path of its file.

    With options it is written at once; at a terminal what is missing is asked for, step by step. Names are understood
    as in records. It is checked before anything is written, against the other records too.
    """
    from coopdb.cli.adding import Wishes, add_record

    given = {key: value for key, value in locals().items() if value not in (None, ())}
    return add_record(repository, given, Wishes(words, like, from_, edit=edit, force=force, dry_run=dry_run))

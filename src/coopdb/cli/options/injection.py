"""Lets commands ask for values by type: the options that make a value are declared once, here or in `of_options`."""

import inspect
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import wraps
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args

import typer

from coopdb.cli.completion import Completion, complete_country, complete_organization, complete_topic, complete_value
from coopdb.cli.options.day import absolute_day, read_day
from coopdb.cli.options.edition import Edition
from coopdb.cli.questions import QuestionSource
from coopdb.errors import ExitCode, usage_error
from coopdb.query.filters import Filters
from coopdb.query.form import Count, Form, Percent, Sort, Span
from coopdb.store.cache.user_folder import cache_folder
from coopdb.store.files.repository import Repository, find_repository
from coopdb.text import is_writable, one_of, visible

EngineName = Literal["duckdb", "spark"]
Command = Callable[..., ExitCode]
Maker = Callable[..., object]
Complete = Callable[[str], list[Completion]]


def _repository(
    root: Annotated[
        Path | None,
        typer.Option("--root", envvar="COOPDB_ROOT", metavar="DIR", help="The folder that has records/."),
    ] = None,
) -> Repository:
    return find_repository(Path.cwd(), root, cache_folder)


_EXPORT = "coopdb export parquet DIR"
_PUBLIC = typer.Option("--public", help="Only what may be published: nothing internal, no drafts.")


def _edition(
    root: Annotated[
        Path | None,
        typer.Option("--root", envvar="COOPDB_ROOT", metavar="DIR", help="The folder that has records/."),
    ] = None,
    public: Annotated[bool, _PUBLIC] = False,
) -> Edition:
    found = _repository(root)
    return Edition(found.published() if public else found)


def _several(*names: str, help: str, metavar: str = "TEXT", complete: Complete | None = None) -> Any:  # noqa: A002  # as Typer calls it
    return typer.Option(*names, help=help, metavar=metavar, show_default=False, autocompletion=complete)


Texts = list[str] | None
_FIELDS = (
    "country", "topic", "organization", "status", "level", "kind", "mode", "host-event", "place", "person", "stage",
    "series",
)  # fmt: skip
_COUNTRY = _several("--country", "-c", help="Has this country as a party, or one of @group.", complete=complete_country)
_TOPIC = _several("--topic", "-t", help="Has this topic, or a narrower one.", complete=complete_topic)
_ORGANIZATION = _several("--organization", help="Has this organisation as a party.", complete=complete_organization)
_WHERE = _several(
    "--where",
    metavar="DIMENSION=VALUE",
    help="Has this value of any dimension, such as publisher=BBC.",
    complete=complete_value,
)
_EXCLUDE = _several("--exclude", metavar="DIMENSION=VALUE", help="Leave out, as country=FR.", complete=complete_value)


def _filters(
    country: Annotated[Texts, _COUNTRY] = None,
    topic: Annotated[Texts, _TOPIC] = None,
    organization: Annotated[Texts, _ORGANIZATION] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="On or after 2026, 2026-02 or 2026-02-01.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="On or before such a date.")] = None,
    status: Annotated[Texts, _several("--status", help="planned, held, postponed, cancelled, or any.")] = None,
    level: Annotated[Texts, _several("--level", help="Level, such as ministerial.")] = None,
    kind: Annotated[Texts, _several("--kind", help="Kind, such as talks.")] = None,
    mode: Annotated[Texts, _several("--mode", help="in-person, online, hybrid, phone or written.")] = None,
    host_event: Annotated[
        Texts, _several("--host-event", help="In the margins of this event: any of its words.")
    ] = None,
    place: Annotated[Texts, _several("--place", help="In this city, venue or country.")] = None,
    person: Annotated[Texts, _several("--person", help="With this person: any part of the name.")] = None,
    stage: Annotated[Texts, _several("--stage", help="Has a topic at this stage, such as agreed.")] = None,
    where: Annotated[Texts, _WHERE] = None,
    drafts: Annotated[
        bool | None, typer.Option("--drafts/--no-drafts", help="Include drafts, or leave them out.")
    ] = None,
    exclude: Annotated[Texts, _EXCLUDE] = None,
    series: Annotated[Texts, _several("--series", help="Of this standing dialogue: any of its words.")] = None,
    on: Annotated[str | None, typer.Option(metavar="DAY", help="As of this day, not of today.")] = None,
) -> Filters:
    given = {name.replace("_", "-"): texts for name, texts in locals().items()}
    values = {name: tuple(given[name]) for name in _FIELDS if given[name]}
    today = date.today()
    since, until = since and absolute_day(since, today, "--since"), until and absolute_day(until, today, "--until")
    return Filters(values, tuple(exclude or ()), since, until, drafts, read_day(on).isoformat()).where(where or ())


def _form(
    totals: Annotated[bool, typer.Option(help="Show the margins.")] = True,
    count: Annotated[Count, typer.Option(help="What is counted: distinct meetings, or what they have.")] = "meetings",
    percent: Annotated[Percent | None, typer.Option(help="Show cells as percentages.")] = None,
    top: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Show the first rows, and the rest as one.")
    ] = None,
    sort: Annotated[
        Sort | None,
        typer.Option(
            help="Order by total, the largest first, or label; a minus turns the order round.", show_default=False
        ),
    ] = None,
    min: Annotated[int | None, typer.Option(min=1, metavar="N", help="Leave out rows with a smaller total.")] = None,  # noqa: A002  # as the option is called
    cumulative: Annotated[
        bool, typer.Option("--cumulative", help="Count in each period all that was until its end, each once.")
    ] = False,
    with_: Annotated[
        str | None,
        typer.Option("--with", metavar="COLUMNS", help="Add columns on a row's meetings: first,last,interval."),
    ] = None,
) -> Form:
    return Form(totals, count, sort, top, percent, min, cumulative, _span_columns(with_))


def _span_columns(text: str | None) -> tuple[Span, ...]:
    """Return the columns that a text names, separated by commas, each once."""
    names: Any = tuple(dict.fromkeys(filter(None, map(str.strip, (text or "").split(",")))))
    for name in names:
        if name not in get_args(Span):
            raise usage_error(f"`--with`: unknown column `{visible(name)}`", one_of(name, get_args(Span)))
    return tuple(names)


def _source(
    root: Annotated[
        Path | None,
        typer.Option("--root", envvar="COOPDB_ROOT", metavar="DIR", help="The folder that has records/."),
    ] = None,
    public: Annotated[bool, _PUBLIC] = False,
    engine: Annotated[
        EngineName | None, typer.Option(help="Count with this engine, over --dataset.", show_default=False)
    ] = None,
    dataset: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Count what `coopdb export parquet DIR` has written.")
    ] = None,
) -> QuestionSource:
    if dataset is None:
        if engine:
            raise usage_error("`--engine` needs `--dataset`", f"make one with `{_EXPORT}`")
        return QuestionSource(_edition(root, public))
    if public:
        hint = f"make the dataset with `{_EXPORT} --public`"
        raise usage_error("`--public` is for records; a dataset holds what was exported", hint)
    from coopdb.cli.options.vocabulary import VocabularyOptions
    from coopdb.store.star.dataset import Dataset

    return QuestionSource(Dataset(dataset, engine or "duckdb", VocabularyOptions.of_options(root).vocabularies))


_MAKERS: Mapping[Any, Maker] = MappingProxyType(
    {
        Repository: _repository,
        Edition: _edition,
        Filters: _filters,
        Form: _form,
        QuestionSource: _source,
    }
)


def _maker(type_: Any) -> Maker | None:
    """Return what makes a value of a type from options: those of the command line itself know how."""
    return _MAKERS.get(type_) or getattr(type_, "of_options", None)


def _refuse_other_encodings(values: Iterable[object]) -> None:
    """Refuse a text that is not UTF-8, which no record can hold; names of files are paths and may be anything."""
    for value in values:
        for each in value if isinstance(value, list | tuple) else [value]:
            if isinstance(each, str) and not is_writable(each):
                raise usage_error(f"`{visible(each)}` is not UTF-8", "set the terminal, or the script, to UTF-8")


def with_options(command: Command) -> Callable[..., None]:
    """Make Typer's function of a command: parameters of a type that has a maker become the options of its maker."""
    makers = {
        parameter.name: maker
        for parameter in inspect.signature(command).parameters.values()
        if (maker := _maker(parameter.annotation))
    }

    @wraps(command)
    def run(**given: object) -> None:
        _refuse_other_encodings(given.values())
        made = {
            name: maker(**{option: given.pop(option) for option in inspect.signature(maker).parameters})
            for name, maker in makers.items()
        }
        raise typer.Exit(command(**made, **given))

    own = [p for p in inspect.signature(command).parameters.values() if p.name not in makers]
    added = [p for maker in makers.values() for p in inspect.signature(maker).parameters.values()]
    parameters = [p.replace(kind=p.KEYWORD_ONLY) for p in (*own, *added)]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # what inspect looks for
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    return run

"""The types of the values of a record: how each is read, checked, and told to editors."""

from collections.abc import Callable
from operator import attrgetter
from typing import Annotated

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    Strict,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from coopdb.record.dates import DateError, PartialDate
from coopdb.record.naming import Naming
from coopdb.record.slug import is_key

VOCABULARY = "x-vocabulary"  # in the JSON Schema of a key, before the vocabulary itself is put there


def _resolver(noun: str, plural: str) -> Callable[[object, ValidationInfo[Naming]], object]:
    """Make the validator that turns any name of an entry into its key; the context of a validation is a `Naming`."""
    vocabulary = attrgetter(f"vocabularies.{plural}")

    def resolve(value: object, info: ValidationInfo[Naming]) -> object:
        naming = info.context
        if not isinstance(value, str) or vocabulary(naming).has_always(value):
            return value
        naming.loose.append(value)
        found = getattr(naming, noun)(value)
        if len(found) == 1:
            return found[0].key
        if naming.is_lenient:
            return ""
        kind = "unknown-country" if noun == "party" else f"unknown-{noun}"
        candidates = tuple(match.key for match in found)
        raise PydanticCustomError(kind, "{value} names no single entry", {"value": value, "candidates": candidates})

    return resolve


def _partial_date(value: object, info: ValidationInfo[Naming]) -> PartialDate:
    if isinstance(value, str):
        info.context.loose.append(value)
    try:
        return PartialDate.of(value)
    except DateError as error:
        raise PydanticCustomError("bad-date", "{reason}", {"reason": str(error)}) from error


def _signed(value: object, info: ValidationInfo[Naming]) -> object:
    return value if isinstance(value, bool) else _partial_date(value, info)


# How editors are told of dates: TOML's own, and strings for those known only roughly.
_DAY = {"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?~?$"}]}


def _one_of(noun: str) -> WithJsonSchema:
    """Mark a string for the schema, which lists the keys of a vocabulary there."""
    return WithJsonSchema({"type": "string", VOCABULARY: noun})


def _key(value: str) -> str:
    if not is_key(value):
        raise PydanticCustomError("outside", "{expected}", {"expected": _KEY})
    return value


_KEY = "a key has small letters a to z, digits and single hyphens, and a letter among them"
Text = Annotated[str, StringConstraints(pattern=r"\S")]
Flag = Annotated[bool, Strict()]
Mark = Annotated[Flag | None, AfterValidator(lambda value: value or None)]  # false says as much as nothing
Number = Annotated[int, Strict(), Field(ge=1, le=9999)]
Key = Annotated[str, Strict(), AfterValidator(_key)]
Day = Annotated[PartialDate, BeforeValidator(_partial_date), WithJsonSchema(_DAY)]
Country = Annotated[str, BeforeValidator(_resolver("country", "countries")), _one_of("country")]
Signed = Annotated[
    PartialDate | bool, BeforeValidator(_signed), WithJsonSchema({"anyOf": [*_DAY["anyOf"], {"type": "boolean"}]})
]
Organization = Annotated[str, BeforeValidator(_resolver("organization", "organizations")), _one_of("organization")]
Party = Annotated[str, BeforeValidator(_resolver("party", "countries")), _one_of("party")]
TopicSlug = Annotated[str, BeforeValidator(_resolver("topic", "topics")), _one_of("topic")]

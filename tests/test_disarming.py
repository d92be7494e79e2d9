"""A configuration tells what it checks no longer, and nothing where it checks as much."""

import pytest

from coopdb.check.disarming import disarmed
from coopdb.record.config import Config


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ({}, {}),
        ({}, {"ignore": ["V"]}),
        ({"ignore": ["V001"]}, {"ignore": ["V"]}),
        ({"ignore": ["V"], "ignores": [{"paths": ["p"], "reason": "x", "codes": ["V001"]}]}, {"ignore": ["V"]}),
        ({"severity": {"V": "error"}}, {}),
    ],
)
def test_what_checks_as_much_silences_nothing(now: dict[str, object], then: dict[str, object]) -> None:
    found = [("p", "V001")] if not now else []
    assert not list(disarmed(Config(**now), Config(**then), found))

"""`validate --since` never passes what a change broke: scenarios, and a property over random changes."""

from pathlib import Path

import pytest
from scenarios import SCENARIOS, Scenario, verdicts


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda each: each.title)
def test_a_pull_request_has_its_verdict(scenario: Scenario, tmp_path: Path) -> None:
    assert [came for _, came in verdicts(tmp_path, [scenario])] == [scenario.expected]


def test_there_are_scenarios() -> None:
    assert len(SCENARIOS) >= 40
    assert len({each.title for each in SCENARIOS}) == len(SCENARIOS)

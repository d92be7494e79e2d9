"""`coopdb follow` begins the next meeting with the parties of the last, never with what was said there."""

from collections.abc import Callable

from conftest import GOOD, Repo, Result

from coopdb.author import defaults
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository

Run = Callable[..., Result]
LAST = (
    GOOD.replace('topics = ["artificial-intelligence"]', 'level = "ministerial"\nmode = "hybrid"\nsummary = "said"')
    .replace('"MA"', '"MA"\nname = "Amal"\nrole = "Minister"')
    .replace(
        "[[sources]]",
        '[venue]\ncity = "Doha"\n\n[[topics]]\ntopic = "cloud"\nstage = "agreed"\nnote = "they agreed"\n\n'
        '[[documents]]\nkind = "mou"\n\n[[commitments]]\ntext = "do it"\n\n[[sources]]',
    )
)
GIVEN = ("--title", "Next", "--date", "2026-05-01", "--source", "https://example.org/2")


def test_the_next_meeting_has_the_parties_and_names_the_last(repo: Repo, coopdb: Run) -> None:
    repo.add(content=LAST)
    result = coopdb("follow", "2026-02", *GIVEN)
    assert (result.code, result.out) == (0, "records/2026/2026-05-01-ma-qa.toml\n")
    assert (repo.root / "records/2026/2026-05-01-ma-qa.toml").read_text(encoding="utf-8") == (
        'title = "Next"\ndate = 2026-05-01\nlevel = "ministerial"\nfollows = ["2026-02-01-ma-qa"]\n'
        'topics = ["cloud"]\n\n'
        '[[participants]]\ncountry = "MA"\nname = "Amal"\nrole = "Minister"\n\n[[participants]]\ncountry = "QA"\n\n'
        '[[sources]]\nurl = "https://example.org/2"\n'
    )
    assert coopdb("validate", "--strict").code == 0


def test_what_is_given_takes_the_place_of_what_is_taken_over(repo: Repo, coopdb: Run) -> None:
    repo.add(content=LAST)
    repo.add("2025/2025-02-01-ma-qa.toml", GOOD.replace("2026", "2025").replace("org/1", "org/3"))
    result = coopdb("follow", "2026", *GIVEN, "--topic", "5g", "--follows", "2025-02-01-ma-qa", "--dry-run")
    assert result.code == 0
    assert 'follows = ["2026-02-01-ma-qa", "2025-02-01-ma-qa"]' in result.out
    assert ('"5g"' in result.out, "cloud" in result.out) == (True, False)


def test_like_takes_over_no_stage_and_no_note(repo: Repo, coopdb: Run) -> None:
    repo.add(content=LAST)
    result = coopdb("add", "--like", "2026", *GIVEN, "--dry-run")
    assert ("agreed" in result.out, 'topics = ["cloud"]' in result.out) == (False, True)


def test_what_is_missing_and_what_cannot_follow_is_said(repo: Repo, coopdb: Run) -> None:
    repo.add(content=LAST)
    result = coopdb("follow", "2026")
    assert (result.code, "a record needs `--title`, `--date`, `--source`" in result.err) == (2, True)
    assert "run `coopdb follow` at a terminal" in result.err
    assert "no record has the id `2027`" in coopdb("follow", "2027", *GIVEN).err
    earlier = coopdb("follow", "2026", *GIVEN[:3], "2025-01-01", *GIVEN[4:])
    assert (earlier.code, "L003" in earlier.err) == (1, True)


def test_the_next_session_of_a_series_is_one_more(repo: Repo) -> None:
    repo.add(content=f'series = "Council"\nsession = 3\nmode = "online"\n{GOOD}')
    (entry,) = load(Repository(repo.root)).sound
    assert defaults.following(entry) == {
        "series": "Council",
        "session": 4,
        "kind": "talks",
        "follows": ["2026-02-01-ma-qa"],
        "participants": [{"country": "MA"}, {"country": "QA"}],
        "topics": [{"topic": "artificial-intelligence"}],
    }

"""Makes `leaders.tsv`, the names of heads of state and of government since 1990, from facts of Wikidata (CC0).

Run it with two tables of what Wikidata answers to a question for the holders of a country's two offices, those of all
times and those of today (columns iso3, role, person, person_qid, start, end):

    python scripts/make_leaders.py …/leaders_history.csv …/leaders_current.csv

`leader_spellings.toml`, written by hand, has how else the press writes their names.
"""

import csv
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from coopdb.text import fold
from coopdb.vocabulary.territories import state_of
from coopdb.vocabulary.vocabularies import packaged_vocabularies

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "coopdb" / "data" / "leaders.tsv"
HEAD = (
    "# Names of heads of state and of government since 1990, in full and alone, folded: the country, the first day and "
    "the last in an office (none: Wikidata had none at the beginning of October 2025). Facts of Wikidata (CC0), "
    "selected by scripts/make_leaders.py, with the spellings of leader_spellings.toml.\n"
)
SHORTEST = 4  # letters of a surname that may stand alone
ROMAN = re.compile("[ivx]+")
NOT_YET = "9999"  # after every day
FIRST, ENDED = "1945", "1990"  # years
DAY = re.compile(r"\d{4}-\d\d-\d\dT")
UNNAMED = re.compile(r"Q\d+")
ELSEWHERE = re.compile(r" (?:of|dos?|da|de) .*")  # Isa I of Bahrain
TITLE = re.compile(r"^(?:Papa|Pope|Rei|Rainha) ")
NUMBERED = re.compile(r" [IVX]+\b")
# Who is head of state of several countries stands for one of them alone.
REALMS = frozenset({"Charles III", "Elizabeth II", "Carlos III", "Isabel II"})
CO_PRINCES = frozenset(
    {"Emmanuel Macron", "François Hollande", "Nicolas Sarkozy", "Jacques Chirac", "François Mitterrand"}
)

Term = tuple[str, str, str, str]  # country, first day, last day, name


def main(history: str, current: str) -> None:
    """Write the table."""
    written = tomllib.loads((HERE / "leader_spellings.toml").read_text(encoding="utf-8"))
    found = sorted(terms(rows(history), rows(current)))
    given = {fold(name).partition(" ")[0] for *_, name in found} | set(map(fold, written["no_surnames"])) | city_words()
    told = defaultdict[str, list[str]](list)
    for country, since, until, name in found:
        leader = f"{country}:{since}:{until}"
        whole = {fold(each) for each in written["whole"].get(name, ())}
        names = {fold(each) for each in (name, *written["spellings"].get(name, ()))}
        alone = {last for each in names if (last := each.rpartition(" ")[2]) not in given and may_be_alone(last)}
        for each in names | whole | alone:
            if " " in each or each in alone:
                told[each].append(leader)
    lines = ("\t".join((name, *told[name])) + "\n" for name in sorted(told))
    TARGET.write_text(HEAD + "".join(lines), encoding="utf-8")


def may_be_alone(last: str) -> bool:
    """Tell a surname from a short one, and from the number of a monarch."""
    return len(last) >= SHORTEST and not ROMAN.fullmatch(last)


def city_words() -> set[str]:
    """Return the words with which names of cities begin that have more: Nova Iorque, whose Nova is nobody."""
    lines = TARGET.with_name("city_names.tsv").read_text(encoding="utf-8").splitlines()[1:]
    names = (fold(name) for line in lines for name in line.split("\t")[1:])
    return {name.partition(" ")[0] for name in names if " " in name}


def rows(path: str) -> list[dict[str, str]]:
    """Read a table."""
    with Path(path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def terms(history: list[dict[str, str]], current: list[dict[str, str]]) -> Iterator[Term]:
    """Yield each term of everybody: country, first day, last day, name."""
    countries = packaged_vocabularies().countries.entries
    codes = {code: key for key, entry in countries.items() for code in entry.codes}
    in_office = {(each["iso3"], each["person_qid"]) for each in current}
    found = defaultdict[tuple[str, str], list[tuple[str, str]]](list)
    for each in dated([*history, *current]):
        country, name, since = codes.get(each["iso3"], ""), named(each["person"]), each["start"][:10]
        is_open = (each["iso3"], each["person_qid"]) in in_office
        until = each["end"][:10] or (NOT_YET if is_open else "")
        is_state = country and not state_of(country) and not is_elsewhere(country, name)
        if is_state and name and until >= max(since, ENDED):
            found[country, name].append((since, until))
    for (country, name), days in found.items():
        for since, until in joined(sorted(days)):
            yield country, since, until.removeprefix(NOT_YET), name


def joined(terms: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield terms, those that have days in common as one."""
    since, until = terms[0]
    for first, last in terms[1:]:
        if first > until:
            yield since, until
            since, until = first, last
        until = max(until, last)
    yield since, until


def dated(table: Iterable[dict[str, str]]) -> Iterator[dict[str, str]]:
    """Yield the rows that say since when, and of somebody who has a name."""
    for each in table:
        days = (each["start"], each["end"] or each["start"])
        if all(map(DAY.match, days)) and each["start"] >= FIRST and not UNNAMED.fullmatch(each["person"]):
            yield each


def named(person: str) -> str:
    """Return a name without a title and the country that is said of a monarch: Isa II; none for one word alone."""
    name = TITLE.sub("", ELSEWHERE.sub("", person) if NUMBERED.search(person) else person)
    return name if " " in name else ""


def is_elsewhere(country: str, name: str) -> bool:
    """Tell a country whose head of state is that of another one first."""
    return (name in REALMS and country != "GB") or (name in CO_PRINCES and country != "FR")


if __name__ == "__main__":
    main(*sys.argv[1:])

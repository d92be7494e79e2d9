"""One name in several spellings: how to say so."""

from coopdb.check.problem import Finding, Replace
from coopdb.check.wording import show
from coopdb.record import toml
from coopdb.record.fault import Route


def respelled(route: Route, name: str, usual: str) -> Finding:
    """Make the finding for a name that other records spell in the usual way."""
    message = f"{show(name)} is spelled {show(usual)} in other records"
    return Finding(route, message, f"write `{usual}`", fix=Replace(toml.value(usual)))

"""What one configuration no longer checks that another did, and what that silences."""

from collections import Counter
from collections.abc import Iterable, Iterator

from coopdb.check.problem import Finding
from coopdb.check.registry import RULES, Rule, is_named
from coopdb.check.runner import matches, severity_of
from coopdb.record.config import Config
from coopdb.record.fault import Route
from coopdb.record.severity import SEVERITIES
from coopdb.text import count

Silenced = tuple[str, str]  # the path and the code of a finding that is reported no longer, or as less severe
_CODES = {rule.code: rule for rule in RULES}
_HINT = "`--config-from REV` judges by the rules of a revision"


def disarmed(now: Config, then: Config, silenced: Iterable[Silenced]) -> Iterator[Finding]:
    """Yield a finding for every line of a configuration by which less is checked than by another."""
    numbers: dict[Route, Counter[str]] = {route: Counter() for route in _routes(now, then)}
    for path, code in silenced:
        route = _why(now, then, _CODES[code], path)
        if route is not None:
            numbers.setdefault(route, Counter())[code] += 1
    for route, codes in numbers.items():
        effect = "softens" if route[:1] in ((), ("severity",)) else "silences"
        each = ", ".join(f"{code} {number}" for code, number in sorted(codes.items()))
        what = f"{count(codes.total(), 'finding')} ({each})" if codes else "no finding as things are"
        message = f"{_words(now, route)}, which {effect} {what}"
        yield Finding(route, message, _HINT, at="key", severity=None if codes else "info")


def abandoned(now: Config | None, left: int) -> Iterator[Finding]:
    """Yield a finding when `root` leads elsewhere than before, and records stay where it led to."""
    if left:
        message = f"`root` leads to another folder, which leaves {count(left, 'record')} unchecked where it led before"
        yield Finding(
            ("root",) if now and now.root else (), message, "move the records too, or put `root` back", at="key"
        )


def _routes(now: Config, then: Config) -> Iterator[Route]:
    """Yield the places that switch off or soften what was checked, whatever they silence."""
    for rule in RULES:
        route = _why(now, then, rule)
        if route is not None and _off(then, rule) is None:
            yield route
    for index, each in enumerate(now.ignores):
        if each not in then.ignores and any(is_named(rule, each.codes) and not _off(then, rule) for rule in RULES):
            yield "ignores", index


def _why(now: Config, then: Config, rule: Rule, path: str | None = None) -> Route | None:
    """Find the place in a configuration by which a rule is off, or softer than in another; None when it is not."""
    if rule.is_always:
        return None
    route = _off(now, rule, path)
    if route is None and SEVERITIES.index(severity_of(now, rule)) > SEVERITIES.index(severity_of(then, rule)):
        return next((("severity", name) for name in now.severity if is_named(rule, (name,))), ())
    return route


def _off(config: Config, rule: Rule, path: str | None = None) -> Route | None:
    """Find the place in a configuration by which a rule is not checked; None when it is."""
    for index, name in enumerate(config.ignore):
        if is_named(rule, (name,)):
            return "ignore", index
    for index, each in enumerate(config.ignores):
        if path is not None and matches(path, each.paths) and is_named(rule, each.codes):
            return "ignores", index
    return ("select",) if config.select and not is_named(rule, config.select) else None


def _words(config: Config, route: Route) -> str:
    """Say what a place in a configuration does."""
    match route:
        case ("ignore", int(index)):
            return f"`{config.ignore[index]}` is newly ignored"
        case ("ignores", int(index)):
            ignore = config.ignores[index]
            codes, paths = (" and ".join(f"`{each}`" for each in names) for names in (ignore.codes, ignore.paths))
            return f"{codes} is newly ignored in {paths}"
        case ("select",):
            return "`select` leaves out rules that were checked"
        case ("severity", str(name)):
            return f"`{name}` is now only {config.severity[name]}"
        case _:
            return "a rule is no longer as severe as it was"

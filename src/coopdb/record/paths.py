"""Paths that a repository's files name."""


def is_within(path: str) -> bool:
    """Tell whether a path, on any system, leads nowhere but below where it begins, as long as there are no links."""
    parts = path.replace("\\", "/").split("/")
    return parts[0] != "" and ".." not in parts and ":" not in path

"""What a path may be, on any system."""

_LONGEST = 255  # bytes of a file's name on the usual file systems


def fits_name(name: str) -> bool:
    """Tell whether a file can have a name."""
    return len(name.encode(errors="surrogateescape")) <= _LONGEST


def is_within(path: str) -> bool:
    """Tell whether a path, on any system, leads nowhere but below where it begins, as long as there are no links.

    What is git's own is not below.
    """
    parts = path.replace("\\", "/").casefold().split("/")
    return parts[0] != "" and not {"..", ".git"}.intersection(parts) and ":" not in path

"""What keeps git from answering, and the cure."""

from pathlib import Path

from coopdb.errors import StopError, usage_error
from coopdb.store.files.checkout import top_of_checkout
from coopdb.text import visible

_DEEPEN = "fetch its whole history: `fetch-depth: 0` in a workflow, or `git fetch --unshallow`"


def not_installed() -> StopError:
    """Make the error for a machine without git."""
    return StopError("comparing with a revision needs git, which is not installed", "install git, or name no revision")


def too_shallow(revision: str, *, is_known: bool = True) -> StopError:
    """Make the error for a clone that lacks what leads back to a revision, or perhaps the revision itself."""
    hint = _DEEPEN if is_known else f"{_DEEPEN}; or check how the revision is spelled"
    return StopError(f"cannot find where the branch left `{visible(revision)}`: this clone is shallow", hint)


def unknown_revision(revision: str) -> StopError:
    """Make the error for a revision that git does not know, and says nothing more of."""
    if revision == "HEAD":
        return usage_error("there is no commit yet to compare with", "commit the records first")
    return usage_error(f"git knows no such revision as `{visible(revision)}`", "fetch it, or check how it is spelled")


def refused(root: Path, message: str) -> StopError:
    """Make the error for what git said on stderr; its command that cures is the same in every language."""
    if top_of_checkout(root) is None:
        return usage_error(f"`--since` needs git, but `{root}` is in no git repository", "leave `--since` out")
    cure = next((line.strip() for line in message.splitlines() if "safe.directory" in line), "")
    if cure:
        return StopError(f"git does not trust `{root}`, which belongs to another user", f"if you trust it: `{cure}`")
    why = message.strip().partition("\n")[0].removeprefix("fatal: ")
    return usage_error(f"git cannot tell what changed: {why}", "check the revision")

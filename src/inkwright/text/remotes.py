"""The address of a clone's remote -> the host and the repository there."""

from inkwright.model.regex import regex

_FORMS = (
    regex(r"(?:https?|ssh|git|git\+ssh)://(?:[^@/\s]+@)?(?P<host>[\w.-]+)(?::\d+)?/(?P<path>[^\s?#]+)"),
    regex(r"(?:[\w.-]+@)?(?P<host>[\w-]+(?:\.[\w-]+)+):(?!/)(?P<path>[^\s?#]+)"),
)


def home_of(remote: str) -> tuple[str, str] | None:
    """Host and repository ("github.com", "owner/name") of a remote; None for a folder or another form.

    **Source:** the forms of `git clone` (git-scm.com/docs/git-clone, "GIT URLS").
    """
    for form in _FORMS:
        found = form.fullmatch(remote.strip())
        if found:
            path = found["path"].strip("/").removesuffix(".git")
            return (found["host"].lower(), path) if "/" in path else None
    return None

"""A post as it was (an ended draft, a commit) against the post as it is, and figures over all its versions."""

from collections import Counter
from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from inkwright.flows.check_context import Surroundings
from inkwright.flows.find_post import find_post
from inkwright.flows.survey import survey
from inkwright.lint.engine import check
from inkwright.model.document import Document
from inkwright.model.errors import UsageError
from inkwright.model.post import PostFile
from inkwright.model.regex import regex
from inkwright.model.source import Source
from inkwright.model.versions import Counts, Version
from inkwright.plan.drafts import Paragraph, compare, counts
from inkwright.process.git import file_at, versions
from inkwright.text.markdown import parse
from inkwright.workspace.folder import Workspace
from inkwright.workspace.sessions import snapshots

COMMITS = 12
"""Commits that are looked at for the figures: the newest."""
_COMMIT = regex(r"[0-9A-Za-z][\w./~^{}\-]*")


class Diff(Struct, frozen=True):
    """What became of a version: its name, all paragraphs, and both texts in figures."""

    path: str
    since: str
    paragraphs: tuple[Paragraph, ...]
    before: Counts
    after: Counts


def draft_diff(workspace: Workspace, name: str, since: str = "") -> Diff:
    """The post that `name` means against a version: "draft" for the last one ended, the beginning of a kept draft's
    name (a date), or a commit; "" takes the draft, else the last commit. Raises UsageError, UnreadableError."""
    file = find_post(survey(workspace), name)
    after = parse(workspace.read(file.path))
    before, called = _version(workspace, file, since, after.source)
    return Diff(file.path, called, compare(before, after), counts(before), counts(after))


def draft_versions(workspace: Workspace, name: str, today: str) -> tuple[Version, ...]:
    """All versions of a post that are known, oldest first, the last being the file as it is. Raises UsageError."""
    file = find_post(survey(workspace), name)
    now = parse(workspace.read(file.path))
    surroundings = Surroundings(workspace, today, True)
    place = workspace.path(file.path)
    found = [("draft", _stem(path), _stem(path)[:10], parse(replace(now.source, text=workspace.read(path).text)))
             for path in snapshots(workspace, file.id)]  # fmt: skip
    for commit, date in versions(place, COMMITS):
        text = file_at(place.parent, commit, f"./{place.name}")
        if text is not None and text != now.text:
            found.append(("commit", commit, date, parse(replace(now.source, text=text))))
    found.sort(key=lambda one: one[2])
    return tuple(
        Version(kind, called, date, counts(document), _rules(surroundings, document, file.path))  # type: ignore[arg-type]
        for kind, called, date, document in (*found, ("now", "now", today, now))
    )


def _rules(surroundings: Surroundings, document: Document, path: str) -> dict[str, int]:
    found = Counter(finding.rule for finding in check(document, surroundings.of(document, path)))
    return dict(sorted(found.items()))


def _version(workspace: Workspace, file: PostFile, since: str, now: Source) -> tuple[Document, str]:
    """The version that was asked for, and what to call it."""
    kept = snapshots(workspace, file.id)
    wanted = since or ("draft" if kept else "HEAD")
    fits = [path for path in kept if wanted == "draft" or _stem(path).startswith(wanted)]
    if fits:
        return parse(replace(now, text=workspace.read(fits[-1]).text)), f"the draft of {_stem(fits[-1])}"
    place = workspace.path(file.path)
    text = file_at(place.parent, wanted, f"./{place.name}") if _COMMIT.fullmatch(wanted) else None
    if text is None:
        known = f"Kept drafts: {', '.join(map(_stem, kept))}." if kept else "No draft of it is kept yet."
        hint = f"{known} `inkwright write {file.id} --done` keeps one; a commit will do as well."
        raise UsageError(f"there is no version `{wanted}` of this post", path=file.path, hint=hint)
    return parse(replace(now, text=text)), f"commit {wanted}"


def _stem(path: str) -> str:
    return PurePosixPath(path).stem

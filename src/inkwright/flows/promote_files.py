"""Drafts -> their files. What the writer changed is never overwritten: a newer draft is laid beside it."""

from collections.abc import Iterable, Mapping

from inkwright.model.promotion import Draft, DraftFile, DraftState
from inkwright.promote.networks import network
from inkwright.workspace.folder import Workspace, hash_of
from inkwright.workspace.records import PROMOTION

BESIDE = ".new.md"


def folder_of(post_id: str) -> str:
    """The folder of a post's drafts."""
    return f"{PROMOTION}/{post_id}"


def keep_drafts(
    workspace: Workspace, post_id: str, drafts: Iterable[Draft], made: Mapping[str, str]
) -> tuple[tuple[DraftFile, ...], dict[str, str]]:
    """Write what is new. `made` are the digests of drafts as they were made last, by network; those to remember come
    back with the files. Raises UnwritableError, UnreadableError, ConflictError."""
    files, digests = [], dict(made)
    for draft in drafts:
        files.append(_keep(workspace, post_id, draft, made.get(draft.network, "")))
        digests[draft.network] = digest(draft.text)
    return tuple(files), digests


def digest(text: str) -> str:
    """What changes when the words of a draft do; line ends are no words."""
    return hash_of(text.replace("\r\n", "\n"))[:16]


def _keep(workspace: Workspace, post_id: str, draft: Draft, made: str) -> DraftFile:
    path = f"{folder_of(post_id)}/{draft.network}.md"
    beside = path.removesuffix(".md") + BESIDE
    there = workspace.read(path).text if workspace.exists(path) else None
    new = digest(draft.text)
    state: DraftState
    if there is None:
        workspace.write(path, draft.text, expected="")
        state = "new"
    elif digest(there) == new:
        state = "unchanged"
    elif digest(there) == made:
        workspace.write(path, draft.text, expected=hash_of(there))
        state = "renewed"
    elif new == made:
        state = "yours"
    else:
        workspace.write(beside, draft.text)
        state = "beside"
    laid = beside if workspace.exists(beside) and state in ("yours", "beside") else ""
    text = there if there is not None and state in ("yours", "beside") else draft.text
    return DraftFile(draft.network, network(draft.network).label, path, state, text.count("[? "), laid)

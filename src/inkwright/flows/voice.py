"""How the author writes: learnt from the published posts, shown, and laid beside one post."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from inkwright.flows.load import load_post
from inkwright.flows.survey import survey
from inkwright.flows.writers import by_author, of_author, published
from inkwright.lint.voice import ENOUGH, LEAST, drifts, learn
from inkwright.model.document import Document
from inkwright.model.errors import UsageError
from inkwright.model.post import Post
from inkwright.model.voice import Difference, Drift, VoiceProfile
from inkwright.workspace.folder import Workspace
from inkwright.workspace.voices import load_voices, save_voices

__all__ = ["Difference", "DriftRow", "VoiceProfile", "build_voices", "drift_rows", "voices"]
POSTS = 3
"""Posts from which an author has a voice of their own here."""
_NONE = "Run `inkwright voice build` when you have published some posts."


class DriftRow(Struct, frozen=True):
    """A paragraph of a post: its 1-based line, its first words, how far it is from the profile in bits a word, whether
    that is beyond the author's own spread, and what differs most."""

    line: int
    opening: str
    distance: float
    far: bool
    differences: tuple[Difference, ...]


def build_voices(workspace: Workspace, today: str) -> tuple[VoiceProfile, ...]:
    """Learn and keep a profile for each author of at least `POSTS` posts, or one for all posts together where nobody
    has enough. `today` is ISO. Raises UsageError."""
    posts = published(workspace, today)
    own = {author: held for author, held in by_author(posts).items() if len(held) >= POSTS}
    profiles = _learnt(own) or _learnt({"": posts})
    if not profiles:
        raise UsageError(
            f"the published posts ({len(posts)}) hold too little prose to learn a voice from",
            hint=f"It takes {ENOUGH} published paragraphs of {LEAST} words or more.",
        )
    save_voices(workspace, profiles)
    return profiles


def _learnt(posts: Mapping[str, list[Post]]) -> tuple[VoiceProfile, ...]:
    learnt = (learn(author, [post.document for post in held]) for author, held in posts.items())
    return tuple(profile for profile in learnt if profile is not None)


def voices(workspace: Workspace) -> tuple[VoiceProfile, ...]:
    """The profiles that were built. Raises UsageError when there are none, UnreadableError for a damaged file."""
    profiles = load_voices(workspace)
    if not profiles:
        raise UsageError("no voice was learnt here yet", hint=_NONE)
    return profiles


def drift_rows(workspace: Workspace, path: str, author: str = "") -> tuple[DriftRow, ...]:
    """The paragraphs of a post, the most different one first; `author` names a profile. Raises UsageError."""
    profiles = voices(workspace)
    post = load_post(survey(workspace), path, "")
    profile = of_author(profiles, replace(post.metadata, authors=(author,)) if author else post.metadata)
    if profile is None:
        known = ", ".join(one.author or "posts without an author" for one in profiles)
        raise UsageError("there is no voice profile for this post's author", path=path, hint=f"Learnt: {known}.")
    return tuple(_row(post.document, drift, profile.far) for drift in drifts(post.document, profile))


def _row(document: Document, drift: Drift, far: float) -> DriftRow:
    opening, line = " ".join(document.slice(drift.span).split()[:8]), document.position(drift.span.start).line
    return DriftRow(line, opening, round(drift.distance, 3), drift.distance > far, drift.differences)

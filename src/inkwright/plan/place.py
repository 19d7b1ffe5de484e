"""Where a new post goes: beside the posts that are there, in the form that they have."""

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from inkwright.model.post import PostFile
from inkwright.model.regex import regex

_DATED = regex(r"\d{4}-\d{2}-\d{2}-")
_RECENT = 40
"""Posts looked at, the last by path: what a writer does now counts, not what they did ten years ago."""


def place_of(posts: Sequence[PostFile], slug: str, today: str, default: str) -> str:
    """The path of a new post, relative to the workspace, POSIX.

    `posts` are the dated posts that exist; their commonest form (folder, bundle or single file, date in the name,
    extension) is kept. Without any, `default` is used, with `{slug}` and `{date}` (ISO `today`) filled in.
    """
    forms = Counter(_form(post.path) for post in posts[-_RECENT:] if post.kind == "post")
    form = max(forms, key=lambda form: (forms[form], form)) if forms else default
    return form.replace("{slug}", slug).replace("{date}", today)


def slug_in(post_id: str) -> str:
    """The slug that a post's id holds: its last part in small letters, without a date."""
    return _DATED.sub("", PurePosixPath(post_id).name).casefold()


def _form(path: str) -> str:
    """A path with its slug and date taken out: `posts/{slug}/index.md`, `_posts/{date}-{slug}.md`."""
    pure = PurePosixPath(path)
    bundled = pure.stem.lower() == "index" and len(pure.parts) > 1
    parent, name = (pure.parent.parent, pure.parent.name) if bundled else (pure.parent, pure.stem)
    slug = "{date}-{slug}" if _DATED.match(name) else "{slug}"
    return (parent / slug / pure.name if bundled else parent / f"{slug}{pure.suffix}").as_posix()

"""A post as the product sees it, whatever generator's folder it stands in, and the pages made from it."""

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct, field

from inkwright.model.document import Document
from inkwright.model.reference import NO_BIBLIOGRAPHY, Bibliography

Audience = Literal["self", "team", "leadership", "community"]
Stage = Literal["idea", "grouped", "outlined", "drafted", "evidenced", "edited", "proofed", "published", "promoted"]
STAGES: tuple[Stage, ...] = (
    "idea", "grouped", "outlined", "drafted", "evidenced", "edited", "proofed", "published", "promoted",
)  # fmt: skip


class Metadata(Struct, frozen=True):
    """Front matter in our words, foreign keys mapped, values typed.

    Dates are ISO text as given after normalising ("2026-11-21" or "2026-11-21T09:00:00+00:00"), "" when absent.
    `draft` is True when the author or the generator says that the post is not to be published. `planning` holds the
    keys that never leave the workspace. `extra` holds every other key as it was.
    """

    title: str = ""
    subtitle: str = ""
    description: str = ""
    slug: str = ""
    date: str = ""
    updated: str = ""
    draft: bool = False
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    audience: tuple[Audience, ...] = ("team",)
    template: str = ""
    pillar: str = ""
    series: str = ""
    keyword: str = ""
    canonical_url: str = ""
    aliases: tuple[str, ...] = ()
    visibility: str = ""
    image: str = ""
    show_toc: bool | None = None
    toc_open: bool | None = None
    planning: Mapping[str, Any] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)


PLANNING_KEYS = frozenset(
    {"thesis", "reader_question", "beyond_docs", "what", "why", "who", "purpose", "interest", "project", "publish_by",
     "template", "audience", "pillar", "keyword", "syndicated", "roles", "level", "companion", "origin"}
)  # fmt: skip
"""Front matter keys that plan a post and never reach any published output."""


class PostFile(Struct, frozen=True):
    """A post that was found: `id` is its path below its root without extension (`index` folded into its folder),
    `path` is relative to the workspace root, POSIX; `kind` tells a dated post from a standing page."""

    id: str
    path: str
    kind: Literal["post", "page"] = "post"


class Gate(Struct, frozen=True):
    """One stage of a post: whether it is passed, and if not, what is missing and the command that helps."""

    stage: Stage
    passed: bool
    missing: str = ""
    command: str = ""


class Page(Struct, frozen=True):
    """A file of the site: `path` is relative to the output folder, POSIX; `body` is its bytes. For an asset that is
    only copied, `copy_from` names the source path relative to the workspace and `body` is empty."""

    path: str
    body: bytes = b""
    copy_from: str = ""


class Post(Struct, frozen=True):
    """A post or page that was loaded: its file, its parsed text, its metadata in our words and its place on the site.

    `url` is its path on the site ("/posts/x/"), "" for one that has none. `published` says whether the site shows it;
    when not, `held_back` says why in a few words ("draft", "dated in the future", "published: false").
    `assets` are files beside it that its page may need, relative to the workspace root, POSIX; `bibliography` holds
    the works that it may cite by key.
    """

    file: PostFile
    document: Document
    metadata: Metadata
    url: str = ""
    published: bool = True
    held_back: str = ""
    assets: tuple[str, ...] = ()
    bibliography: Bibliography = NO_BIBLIOGRAPHY

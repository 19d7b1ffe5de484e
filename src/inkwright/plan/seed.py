"""The text of a new post: front matter to fill in, and the template's sections with marks and bullets. No prose."""

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import asdict

from inkwright.model.document import Dialect
from inkwright.model.material import Known
from inkwright.model.outline import NOT_PLACED
from inkwright.model.post import Audience
from inkwright.model.template import Template
from inkwright.plan.marks import plan_mark, section_mark, spare_mark

PLANNING_HINTS = (
    ("what", "what you share, in one line"),
    ("why", "why it is worth the reader's time"),
    ("who", "who reads it"),
    ("thesis", "the whole post in one sentence of at most 30 words"),
    ("reader_question", "what your reader would type into a search box"),
    ("beyond_docs", "one thing here that the official docs lack"),
)
"""Planning keys that a new post has, empty, each with what belongs there."""
Bullets = Mapping[str, Sequence[str]]
"""The bullets of each section by its key, "" for a post without sections, `NOT_PLACED` for those that fit nowhere."""


class NewPost(Struct, frozen=True):
    """What is known of a post before it is written. `date` is ISO, "" for none: a draft gets its date on publishing.
    `draft_line` is the front matter that keeps it unpublished; `slug` "" leaves the slug to the file's name."""

    title: str
    slug: str
    audience: tuple[Audience, ...] = ("team",)
    keyword: str = ""
    known: Known = Known()
    date: str = ""
    draft_line: str = "draft: true"


def seed(
    post: NewPost, template: Template, dialect: Dialect = "markdown", planning: bool = True,
    bullets: Bullets = MappingProxyType({}),
) -> str:  # fmt: skip
    """The whole file of a new post. `planning=False` leaves the planning keys out of its front matter."""
    lines = ["---", *_published_lines(post), *(_planning_lines(post, template) if planning else ()), "---", ""]
    return "\n".join([*lines, body(template, dialect, bullets)])


def body(template: Template, dialect: Dialect = "markdown", bullets: Bullets = MappingProxyType({})) -> str:
    """The sections of a template as headings with their marks and bullets; "" for a kind that asks nothing and no
    bullets."""
    pieces = []
    for section in template.sections:
        plan = plan_mark(section.questions, bullets.get(section.key, ()), dialect)
        pieces.append(f"## {section.title}\n{section_mark(section.key, section.budget, dialect)}\n{plan}\n")
    if not template.sections and (template.questions or bullets.get("")):
        pieces.append(f"{plan_mark(template.questions, bullets.get('', ()), dialect)}\n")
    if bullets.get(NOT_PLACED):
        pieces.append(f"{spare_mark(bullets[NOT_PLACED], dialect)}\n")
    return "\n".join(pieces) + ("\n" if pieces else "")


def planning_values(post: NewPost, template: Template) -> dict[str, object]:
    """The planning keys of a new post by name, as they go into its record in a foreign repository."""
    values: dict[str, object] = {"template": template.kind, "audience": list(post.audience)}
    values |= {key: "" for key, _ in PLANNING_HINTS}
    return values | _carried(post)


def _carried(post: NewPost) -> dict[str, object]:
    """The planning keys that a new post has only where something is known of them."""
    return {key: value for key, value in {"keyword": post.keyword, **asdict(post.known)}.items() if value}


def _published_lines(post: NewPost) -> list[str]:
    lines = [f"title: {_quoted(post.title)}", *([f"date: {post.date}"] if post.date else []), post.draft_line]
    lines += [f"slug: {_slug(post.slug)}"] if post.slug else []
    return [*lines, 'description: ""  # one or two sentences for search results', "tags: []"]


def _planning_lines(post: NewPost, template: Template) -> list[str]:
    lines = [f"audience: [{', '.join(post.audience)}]", f"template: {template.kind}"]
    lines += [f"{key}: {_quoted(value)}" for key, value in _carried(post).items()]
    return [*lines, *(f'{key}: ""  # {hint}' for key, hint in PLANNING_HINTS)]


def _slug(slug: str) -> str:
    """A slug as YAML text: quoted where YAML would read a number, a date or a yes."""
    plain = slug[:1].isalpha() and slug not in ("yes", "no", "on", "off", "true", "false", "null", "y", "n")
    return slug if plain else _quoted(slug)


def _quoted(value: object) -> str:
    """A text as a double-quoted YAML scalar, a number as it is."""
    return json.dumps(value, ensure_ascii=False)

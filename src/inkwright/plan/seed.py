"""The text of a new post: front matter to fill in, and the template's sections with their marks. No prose."""

import json
from dataclasses import dataclass

from inkwright.model.document import Dialect
from inkwright.model.post import Audience
from inkwright.model.template import Template
from inkwright.plan.marks import plan_mark, section_mark

PLANNING_HINTS = (
    ("what", "what you share, in one line"),
    ("why", "why it is worth the reader's time"),
    ("who", "who reads it"),
    ("thesis", "the whole post in one sentence of at most 30 words"),
    ("reader_question", "what your reader would type into a search box"),
    ("beyond_docs", "one thing here that the official docs lack"),
)
"""Planning keys that a new post has, empty, each with what belongs there."""


@dataclass(frozen=True, slots=True)
class NewPost:
    """What is known of a post before it is written. `date` is ISO, "" for none: a draft gets its date on publishing.
    `draft_line` is the front matter that keeps it unpublished; `slug` "" leaves the slug to the file's name."""

    title: str
    slug: str
    audience: tuple[Audience, ...] = ("team",)
    keyword: str = ""
    purpose: str = ""
    date: str = ""
    draft_line: str = "draft: true"


def seed(post: NewPost, template: Template, dialect: Dialect = "markdown", planning: bool = True) -> str:
    """The whole file of a new post. `planning=False` leaves the planning keys out of its front matter."""
    lines = ["---", *_published_lines(post), *(_planning_lines(post, template) if planning else ()), "---", ""]
    return "\n".join([*lines, body(template, dialect)])


def body(template: Template, dialect: Dialect = "markdown") -> str:
    """The sections of a template as headings with their marks; "" for a kind that asks nothing."""
    if not template.sections:
        return f"{plan_mark(template.questions, dialect=dialect)}\n\n" if template.questions else ""
    pieces = []
    for section in template.sections:
        mark = section_mark(section.key, section.budget, dialect)
        pieces.append(f"## {section.title}\n{mark}\n{plan_mark(section.questions, dialect=dialect)}\n")
    return "\n".join(pieces) + "\n"


def planning_values(post: NewPost, template: Template) -> dict[str, object]:
    """The planning keys of a new post by name, as they go into its record in a foreign repository."""
    values: dict[str, object] = {"template": template.kind, "audience": list(post.audience)}
    values |= {key: "" for key, _ in PLANNING_HINTS}
    values |= {key: value for key, value in (("keyword", post.keyword), ("purpose", post.purpose)) if value}
    return values


def _published_lines(post: NewPost) -> list[str]:
    lines = [f"title: {_quoted(post.title)}", *([f"date: {post.date}"] if post.date else []), post.draft_line]
    lines += [f"slug: {_slug(post.slug)}"] if post.slug else []
    return [*lines, 'description: ""  # one or two sentences for search results', "tags: []"]


def _planning_lines(post: NewPost, template: Template) -> list[str]:
    lines = [f"audience: [{', '.join(post.audience)}]", f"template: {template.kind}"]
    lines += [f"keyword: {_quoted(post.keyword)}"] if post.keyword else []
    lines += [f"purpose: {_quoted(post.purpose)}"] if post.purpose else []
    return [*lines, *(f'{key}: ""  # {hint}' for key, hint in PLANNING_HINTS)]


def _slug(slug: str) -> str:
    """A slug as YAML text: quoted where YAML would read a number, a date or a yes."""
    plain = slug[:1].isalpha() and slug not in ("yes", "no", "on", "off", "true", "false", "null", "y", "n")
    return slug if plain else _quoted(slug)


def _quoted(text: str) -> str:
    """A text as a double-quoted YAML scalar."""
    return json.dumps(text, ensure_ascii=False)

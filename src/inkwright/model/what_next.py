"""What readers used, by theme, and what could be written next because of it."""

from typing import Literal, get_args

from msgspec import Struct, field

UseMetric = Literal["views", "clicks", "likes", "replies"]
USE_METRICS: tuple[UseMetric, ...] = get_args(UseMetric)
"""What shows that readers had use of a post. Replies are comments, answers and the people in `contact list`."""
Verdict = Literal["more", "less", "overlap", "unknown"]
"""How a theme stands beside all other posts: its interval above theirs, below it, overlapping, or one not known."""
By = Literal["pillar", "tag"]
Span = Literal["first 30 days", "all"]


class PostUse(Struct, frozen=True):
    """One published post: its themes and what was counted of it; a metric that nobody counted is left out."""

    id: str
    title: str
    date: str
    themes: tuple[str, ...]
    values: dict[UseMetric, int] = field(default_factory=dict)


class PerPost(Struct, frozen=True):
    """What is usual of a post among `posts` posts, with the interval in which that lies with 95 % certainty; None where
    there are fewer than three posts, or it is too early to compare any."""

    posts: int
    value: float
    low: float | None
    high: float | None


class ThemeUse(Struct, frozen=True):
    """A theme with its published posts: what one of them usually has by metric, the same of all other posts, and the
    verdict on the metric that is ranked by."""

    theme: str
    posts: int
    per_post: dict[UseMetric, PerPost]
    others: dict[UseMetric, PerPost]
    verdict: Verdict


class Candidate(Struct, frozen=True):
    """Something that could be written: a draft by its id or an open idea by its text; `line` is that of an idea in the
    inbox. `theme` is "" where none is known, `near` how near it is to a published post, and `why` says which (both
    empty where the writer named the theme)."""

    kind: Literal["draft", "idea"]
    name: str
    theme: str
    line: int = 0
    near: float = 1.0
    why: str = ""


class Proposal(Struct, frozen=True):
    """What to write next: a draft, an open idea, or a theme on which nothing is open; why, and the command."""

    kind: Literal["draft", "idea", "theme"]
    name: str
    theme: str
    why: str
    command: str


class WhatNext(Struct, frozen=True):
    """Themes, the most used first by the lower end of the interval of `metric` ("" when nothing is ranked), at most
    three proposals, and why nothing is proposed yet ("" when something can be). `by` says what the themes are, `span`
    what views were counted of each post."""

    by: By
    metric: str
    span: Span
    posts: int
    themes: tuple[ThemeUse, ...]
    proposals: tuple[Proposal, ...]
    early: str
    notes: tuple[str, ...] = ()

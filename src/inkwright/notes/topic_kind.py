"""Which kind of post a topic wants, read from what its notes say of themselves, and whom that kind serves."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from inkwright.model.errors import UsageError
from inkwright.model.topic import Member
from inkwright.notes.topic_signs import Said, Sign, signs

SMALL = 4
"""Notes below which a topic makes a short post."""
SHARE = 1 / 3
"""Share of the notes that must ask for a kind; one note among many does not make the kind of a post."""
HINTED = 0.25
"""Share that is enough where no kind has more: a larger topic is then called after what most of its notes do."""
STEERED = 1.5
"""What the notes count that ask for a kind which the target employer reads. **Source:** these four are own choice."""
SHORT = 7
"""Notes that a post on one thing learnt can hold; more of them want another kind, even in a folder of such notes.
**Source:** its 500 words bear five bullets."""
ROLES = {
    "comparison": "readers who have to choose; it shows employers that you decide by evidence",
    "tutorial": "readers who want to do it today; it shows product teams that you can teach and ship",
    "paper-summary": "readers without the time for the paper; it shows research teams that you read closely",
    "opinion": "readers who follow the usual advice; it shows that you have a view and can defend it",
    "deep-dive": "readers who use it and want to know why; it shows depth to research and platform teams",
    "what-i-learned": "your own memory and whoever meets the same thing next; it shows steady learning",
    "project": "readers who want to build the same; it shows product teams that you finish things",
}
TARGETS = {
    "research": ("paper-summary", "deep-dive"),
    "product": ("tutorial", "project"),
    "platform": ("deep-dive", "comparison"),
    "startup": ("project", "what-i-learned"),
    "consulting": ("comparison", "opinion"),
}
"""Kinds of post that each type of employer reads, the best first. **Source:** requirement GRP-17 for the first two; the
others by the same reasoning: what such a team does all day."""
_ASKS = {
    "comparison": ("puts things side by side", "put things side by side"),
    "paper-summary": ("comes from a paper", "come from papers"),
    "opinion": ("takes a side", "take a side"),
    "tutorial": ("says how to do it", "say how to do it"),
    "deep-dive": ("asks how it works", "ask how it works"),
    "what-i-learned": ("tells what was learnt", "tell what was learnt"),
}
_Votes = Mapping[str, Sequence[tuple[Member, Sign]]]


class Kind(NamedTuple):
    """The name of a template, why a topic wants it, whom it serves."""

    post: str
    why: str
    role: str


def kind_of(members: Sequence[Member], said: Sequence[Mapping[str, Sign]] | None = None, target: str = "") -> Kind:
    """The kind of post that some notes want; "what-i-learned" for few notes that say nothing and for none.

    `said` are the signs of each member, by default those in its title. `target` is a type of employer, whose kinds
    count more and stand in where the notes say nothing. Raises UsageError for one that is not among `TARGETS`.
    """
    if target and target not in TARGETS:
        raise UsageError(f"there is no target `{target}`", hint=f"There are: {', '.join(TARGETS)}.")
    said = [signs(Said(one.title, kind=one.kind)) for one in members] if said is None else said
    votes: dict[str, list[tuple[Member, Sign]]] = defaultdict(list)
    for member, found in zip(members, said, strict=True):
        for post, sign in found.items():
            votes[post].append((member, sign))
    wanted = TARGETS.get(target, ())
    weight = {
        post: sum(sign.weight for _, sign in asking) * (STEERED if post in wanted else 1)
        for post, asking in votes.items()
    }
    order = [post for post in _ASKS if post in weight and (post != "what-i-learned" or len(members) <= SHORT)]
    best = max(order, key=lambda post: weight[post], default="")
    least = SHARE if len(members) < 2 * SMALL else HINTED
    if best and weight[best] >= least * len(members):
        return Kind(best, _why(best, votes, len(members), weight, target), ROLES[best])
    return _unsaid(len(members), wanted, target)


def _unsaid(count: int, wanted: Sequence[str], target: str) -> Kind:
    """The kind of notes that do not say what they want to be."""
    notes = "1 note" if count == 1 else f"{count} notes"
    free = [post for post in wanted if post != "paper-summary"]
    if free and count >= SMALL:
        return Kind(
            free[0], f"{notes} on it, too few say what it wants to be; {target} employers read it", ROLES[free[0]]
        )
    post = "what-i-learned" if count < SMALL else "deep-dive"
    return Kind(post, f"{notes} on it, and too few say what it wants to be", ROLES[post])


def _why(best: str, votes: _Votes, total: int, weight: Mapping[str, float], target: str) -> str:
    """The reason in the notes' own words, what else they ask for, and what the target made of it."""
    others = sorted((post for post in votes if post != best), key=lambda post: (-weight[post], post))[:2]
    also = "; ".join(_asked(post, votes[post]) for post in others)
    steered = f"; {target} employers read it" if best in TARGETS.get(target, ()) else ""
    return f"{_asked(best, votes[best], total)}{steered}{f' (also {also})' if also else ''}"


def _asked(post: str, asking: Sequence[tuple[Member, Sign]], total: int = 0) -> str:
    first, sign = max(asking, key=lambda pair: pair[1].weight)
    said = _ASKS[post][len(asking) > 1]
    among = f" of {total}" if total else ""
    words = "" if sign.words.lower() in first.title.lower() else f" ({sign.words})"
    return f'{len(asking)}{among} {said}: "{first.title}"{words}'

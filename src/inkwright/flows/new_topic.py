"""A topic's name, or some words of it -> the material of a post on it."""

from collections.abc import Sequence

from inkwright.flows.finding import opened_finder
from inkwright.flows.new_texts import line_text, texts_of
from inkwright.flows.topics import topics
from inkwright.model.material import Known, Material
from inkwright.model.resume import Line
from inkwright.model.topic import Member, Topic
from inkwright.similar.stems import stems
from inkwright.workspace.folder import Workspace

LABEL, SHARED, TITLES = 3.0, 2.0, 1.0
"""What a typed word counts in a topic's label, among its terms, in the titles of all its notes."""
LEAST = 1 / 3
"""Share of titles in which a word stands that is neither in the label nor among the terms."""


def topic_material(workspace: Workspace, typed: str) -> Material | None:
    """The material of the topic that the words mean; None when no topic is about them all."""
    topic = meant(topics(workspace)[0], typed)
    if topic is None:
        return None
    notes = [one.path for one in topic.members if one.kind != "idea"]
    ideas = [one for one in topic.members if one.kind == "idea"]
    with opened_finder(workspace) as finder:
        texts = texts_of(workspace, finder, notes)
    lines = [line_text(Line(one.path, one.line, one.title)) for one in ideas]
    taken = tuple(one.line for one in ideas)
    known = Known(pillar=topic.pillar, project=topic.project, interest=topic.interest)
    return Material(topic.label, (*texts, *lines), topic.post, topic.why, taken, known=known)


def meant(found: Sequence[Topic], typed: str) -> Topic | None:
    """The topic of that label, else the one that all typed words are about, the best and then the largest."""
    exact = next((one for one in found if one.label.casefold() == typed.strip().casefold()), None)
    wanted = sorted(set(stems(typed)))
    scored = [(_score(one, wanted), len(one.members), one) for one in found if wanted]
    best = max(scored, key=lambda each: each[:2], default=None)
    return exact or (best[2] if best and best[0] else None)


def _score(topic: Topic, wanted: Sequence[str]) -> float:
    """How much a topic is about some words; 0 when it is not about one of them."""
    label, shared = set(stems(topic.label)), set(stems(" ".join(topic.shared)))
    score = 0.0
    for word in wanted:
        titled = _share(topic.members, word)
        if word not in label and word not in shared and titled < LEAST:
            return 0.0
        score += LABEL * (word in label) + SHARED * (word in shared) + TITLES * titled
    return score


def _share(members: Sequence[Member], word: str) -> float:
    return sum(word in stems(one.title) for one in members) / len(members) if members else 0.0

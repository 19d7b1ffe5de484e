"""Vectors put into groups: each one's nearest, and communities among these. Where a group ends says `sweep.py`.

Nothing here knows what a vector stands for. The same input gives the same groups in every process.
"""

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence

from inkwright.similar.vectors import Vector

NEAREST = 11
"""Neighbours of each text that count."""
COARSE = 1.0
"""How readily communities split; below 1 they are larger. **Source:** chosen with the one above on piles of notes drawn
from other seeds than those that `scripts/topic_figures.py` measures."""
LEAST = 3
"""Texts that make a group."""
POSTED = 200
"""Texts that may hold a word by which neighbours are looked for; a word that more hold says little."""
MOST = 30
"""Texts above which a group is too much for one subject and is looked at by itself."""
SAID = 40
"""Words of a text, those that weigh most, by which many texts are grouped: eight times as fast as by all of them."""
Graph = Mapping[int, Mapping[int, float]]
"""For each number the numbers near it, with how near; the same both ways."""


def strongest(vector: Vector, most: int = SAID) -> Vector:
    """The words of a vector that weigh most."""
    if len(vector) <= most:
        return vector
    return dict(heapq.nsmallest(most, vector.items(), key=lambda pair: (-pair[1], pair[0])))


def neighbours(vectors: Sequence[Vector], nearest: int = NEAREST) -> dict[int, dict[int, float]]:
    """Each vector's nearest others by their cosine, made the same both ways; no entry for one that has none."""
    posted: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for no, one in enumerate(vectors):
        for word, value in one.items():
            posted[word].append((no, value))
    graph: dict[int, dict[int, float]] = defaultdict(dict)
    for no, one in enumerate(vectors):
        near: dict[int, float] = defaultdict(float)
        for word, value in one.items():
            if len(posted[word]) <= POSTED:
                for other, weight in posted[word]:
                    near[other] += value * weight
        near.pop(no, None)
        least = heapq.nlargest(nearest, near.values())[-1:]
        best = sorted((-score, other) for other, score in near.items() if least and score >= least[0])
        for score, other in best[:nearest]:
            graph[no][other] = graph[other][no] = -score
    return dict(graph)


def communities(graph: Graph, coarse: float = COARSE) -> list[list[int]]:
    """The numbers of a graph in groups that hold together, each sorted; empty for an empty graph.

    **Source:** Vincent D. Blondel et al., *Fast unfolding of communities in large networks* (2008), modularity with the
    resolution of Jörg Reichardt and Stefan Bornholdt (2006).
    """
    groups = {no: [no] for no in sorted(graph)}
    level = {no: dict(graph[no]) for no in groups}
    inner = dict.fromkeys(groups, 0.0)
    whole = sum(sum(near.values()) for near in level.values())
    while whole:
        home = _moved(level, inner, whole, coarse)
        if all(no == at for no, at in home.items()):
            break
        level, inner, groups = _folded(level, inner, groups, home)
    return sorted(sorted(group) for group in groups.values())


def divided(graph: Graph, groups: Sequence[Sequence[int]], most: int = MOST) -> list[list[int]]:
    """The groups, those of more than `most` taken apart into communities of their own as far as they fall apart."""
    found: list[list[int]] = []
    for group in groups:
        inside = set(group)
        within = {no: {to: near for to, near in graph[no].items() if to in inside} for no in group}
        parts = communities(within, 1.0) if len(group) > most else [list(group)]
        found += divided(graph, parts, most) if len(parts) > 1 else parts
    return sorted(found)


def _moved(level: Graph, inner: Mapping[int, float], whole: float, coarse: float) -> dict[int, int]:
    """Each number with the group that it is best off in, once nobody gains by moving."""
    home = {no: no for no in level}
    degree = {no: sum(near.values()) + inner[no] for no, near in level.items()}
    total = dict(degree)
    moving = True
    while moving:
        moving = False
        for no, near in level.items():
            own = home[no]
            total[own] -= degree[no]
            pull: dict[int, float] = defaultdict(float, {own: 0.0})
            for other, weight in near.items():
                pull[home[other]] += weight
            gain = {at: weight - coarse * total[at] * degree[no] / whole for at, weight in pull.items()}
            best = max(gain, key=lambda at: gain[at])
            if gain[best] <= gain[own] + 1e-12:
                best = own
            home[no] = best
            total[best] += degree[no]
            moving = moving or best != own
    return home


def _folded(
    level: Graph, inner: Mapping[int, float], groups: Mapping[int, list[int]], home: Mapping[int, int]
) -> tuple[dict[int, dict[int, float]], dict[int, float], dict[int, list[int]]]:
    """The graph of the groups, what each holds within itself, and which numbers it stands for."""
    near: dict[int, dict[int, float]] = {at: defaultdict(float) for at in home.values()}
    within: dict[int, float] = defaultdict(float)
    members: dict[int, list[int]] = defaultdict(list)
    for no, at in home.items():
        members[at] += groups[no]
        within[at] += inner[no]
        for other, weight in level[no].items():
            if home[other] == at:
                within[at] += weight
            else:
                near[at][home[other]] += weight
    return near, dict(within), dict(members)

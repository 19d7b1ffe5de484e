"""Vectors put into groups: each one's nearest, communities among these, and a last look at who belongs where.

Nothing here knows what a vector stands for. The same input gives the same groups in every process.
"""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from statistics import median

from inkwright.similar.vectors import Vector

NEAREST = 9
"""Neighbours of each text that count."""
COARSE = 0.7
"""How readily communities split; below 1 they are larger."""
BELONGS = 0.2
"""The cosine with the rest of a group from which a text belongs to it. **Source:** chosen with the two above on piles
of notes drawn from other seeds than those that `scripts/topic_figures.py` measures."""
LEAST = 3
"""Texts that make a group to which others may come."""
POSTED = 200
"""Texts that may hold a word by which neighbours are looked for; a word that more hold says little."""
MOST = 30
"""Texts above which a group is too much for one subject and is looked at by itself."""
SAID = 40
"""Words of a text, those that weigh most, by which many texts are grouped: eight times as fast as by all of them."""
CENTRAL = 120
"""Words of a group by which others are held against it."""
NEAR_ENOUGH = 0.6
"""Share of a group's middle cosine below which a text does not belong to it after all. **Source:** as above."""
_ROUNDS = 3
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
        for other, score in heapq.nsmallest(nearest, near.items(), key=lambda pair: (-pair[1], pair[0])):
            graph[no][other] = graph[other][no] = score
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


def settled(
    vectors: Sequence[Vector], groups: Sequence[Sequence[int]], graph: Graph, belongs: float = BELONGS
) -> list[list[int]]:
    """The groups after each vector went to the one whose others it is nearest to, among those of its neighbours in the
    graph; those near to none are left out."""
    home = {no: at for at, group in enumerate(groups) for no in group}
    for _ in range(_ROUNDS):
        centres = _centres(vectors, home)
        squares = {at: sum(value * value for value in centre.values()) for at, centre in centres.items()}
        after = {}
        for no, one in enumerate(vectors):
            own = home.get(no, -1)
            near = {own, *(home[other] for other in graph.get(no, ()) if other in home)}
            at, score = _nearest(one, own, {at: centres[at] for at in near if at in centres}, squares)
            if score >= belongs:
                after[no] = at
        if after == home:
            break
        home = after
    found: dict[int, list[int]] = defaultdict(list)
    for no, at in sorted(home.items()):
        found[at].append(no)
    return sorted(group for group in found.values() if len(group) > 1)


def _centres(vectors: Sequence[Vector], home: Mapping[int, int]) -> dict[int, Vector]:
    """The sum of each group's vectors in the words that two of them hold, the strongest of these."""
    members: dict[int, list[int]] = defaultdict(list)
    for no, at in home.items():
        members[at].append(no)
    centres: dict[int, Vector] = {}
    for at, group in members.items():
        if len(group) >= LEAST:
            held = Counter(word for no in group for word in vectors[no])
            centre: dict[str, float] = defaultdict(float)
            for no in group:
                for word, value in vectors[no].items():
                    if held[word] > 1:
                        centre[word] += value
            centres[at] = strongest(centre, CENTRAL)
    return centres


def _nearest(one: Vector, own: int, centres: Mapping[int, Vector], squares: Mapping[int, float]) -> tuple[int, float]:
    """The group nearest to a vector and the cosine with it; its own group is taken without it."""
    best, score = -1, 0.0
    for at, centre in sorted(centres.items()):
        if at == own:
            cosine = _own_cosine(one, centre, squares[at])
        else:
            cosine = sum(value * centre[word] for word, value in one.items() if word in centre) / math.sqrt(squares[at])
        if cosine > score:
            best, score = at, cosine
    return best, score


def trimmed(vectors: Sequence[Vector], groups: Sequence[Sequence[int]], share: float = NEAR_ENOUGH) -> list[list[int]]:
    """The groups without those that are much farther from the others of their group than most of it are."""
    home = {no: at for at, group in enumerate(groups) for no in group}
    centres = _centres(vectors, home)
    kept = []
    for at, group in enumerate(groups):
        square = sum(value * value for value in centres.get(at, {}).values())
        cosines = {no: _own_cosine(vectors[no], centres[at], square) for no in group} if at in centres else {}
        least = share * median(cosines.values()) if cosines else 0.0
        kept.append([no for no in group if cosines.get(no, 0.0) >= least])
    return [group for group in kept if len(group) > 1]


def _own_cosine(one: Vector, centre: Vector, square: float) -> float:
    """The cosine of a vector with the others of its group, of which the sum is given and the square of its length."""
    inside = {word: value for word, value in one.items() if word in centre}
    product = sum(value * (centre[word] - value) for word, value in inside.items())
    square += sum(value * value - 2 * value * centre[word] for word, value in inside.items())
    return product / math.sqrt(square) if square > 1e-12 else 0.0

"""Where groups end: each group's surroundings put in the order of their nearness to it, and cut where the least is cut.

A group found by its links alone holds some texts too many or too few. Of the texts near it, those first in the order
that hold together best, against what links them to the others, are the group. Nothing here knows what a vector is of.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from inkwright.similar.cluster import LEAST, Graph, communities, divided
from inkwright.similar.vectors import Vector, product

WIDE = 3
"""Texts looked at, as many times as a group holds: as many to hold it against as it may grow by, and as many again."""
NEAR = 0.14
"""The mean cosine with the others of its group below which a text belongs to none. **Source:** chosen on piles of notes
drawn from other seeds than those that `scripts/topic_figures.py` measures, see `docs/decisions/0035-topics.md`."""
_ROUNDS = 3
_PASSES = 2


def grouped(vectors: Sequence[Vector], graph: Graph) -> list[list[int]]:
    """The numbers of some vectors in groups, sorted: communities with their ends cut, then those of what is left over;
    who is near to none is in none."""
    found: list[list[int]] = []
    for _ in range(_PASSES):
        groups = swept(vectors, divided(graph, communities(graph)), graph)
        graph = _without(graph, {no for group in groups for no in group})
        found += ([no for no, near in _nearness(vectors, group, group).items() if near >= NEAR] for group in groups)
    return sorted(group for group in found if len(group) > 1)


def _without(graph: Graph, taken: set[int]) -> dict[int, dict[int, float]]:
    left = {
        no: {to: near for to, near in links.items() if to not in taken}
        for no, links in graph.items()
        if no not in taken
    }
    return {no: links for no, links in left.items() if links}


def swept(vectors: Sequence[Vector], groups: Sequence[Sequence[int]], graph: Graph) -> list[list[int]]:
    """The groups with the ends that cut least, each text in one at most; groups of less than `LEAST` are left out.

    Where two groups want a text the one that stands out more has it.
    """
    degree = {no: sum(near.values()) for no, near in graph.items()}
    cuts = {_ended(vectors, group, graph, degree) for group in groups if len(group) >= LEAST}
    taken: set[int] = set()
    kept = []
    for _, group in sorted(cuts):
        free = [no for no in group if no not in taken]
        if len(free) > 1:
            kept.append(free)
            taken.update(free)
    return sorted(kept)


def _ended(
    vectors: Sequence[Vector], group: Sequence[int], graph: Graph, degree: dict[int, float]
) -> tuple[float, tuple[int, ...]]:
    """What the best cut near a group cuts, 0 to 1, and the sorted group that it leaves."""
    inside, loss = set(group), 1.0
    for _ in range(_ROUNDS):
        order = _by_nearness(vectors, inside, graph)[: WIDE * len(inside)]
        if len(order) == len(inside):
            return 0.0, tuple(sorted(inside))
        loss, size = min(_losses(order, graph, degree))
        after = set(order[:size])
        if after == inside:
            break
        inside = after
    return loss, tuple(sorted(inside))


def _by_nearness(vectors: Sequence[Vector], inside: set[int], graph: Graph) -> list[int]:
    """A group and its neighbours, the nearest to it first."""
    near = _nearness(vectors, sorted(inside), sorted(inside.union(*(graph[no] for no in inside))))
    return sorted(near, key=lambda no: (-near[no], no))


def _nearness(vectors: Sequence[Vector], group: Sequence[int], asked: Sequence[int]) -> dict[int, float]:
    """The mean cosine of each of some vectors with those of a group of two and more, itself left out."""
    centre: dict[str, float] = defaultdict(float)
    for no in group:
        for word, value in vectors[no].items():
            centre[word] += value
    near, inside = {}, set(group)
    for no in asked:
        own = product(vectors[no], vectors[no]) if no in inside else 0.0
        near[no] = (product(vectors[no], centre) - own) / (len(inside) - (no in inside))
    return near


def _losses(order: Sequence[int], graph: Graph, degree: dict[int, float]) -> Iterator[tuple[float, int]]:
    """For each size from `LEAST` to all but one how much the links cut are of those of the smaller side, and the size.

    **Source:** conductance and the sweep over it of Reid Andersen, Fan Chung and Kevin Lang, *Local Graph Partitioning
    using PageRank Vectors* (2006), here in the order of nearness.
    """
    total = sum(degree[no] for no in order)
    volume = within = 0.0
    before: set[int] = set()
    for size, no in enumerate(order[:-1], 1):
        volume += degree[no]
        within += 2 * sum(near for other, near in graph[no].items() if other in before)
        before.add(no)
        if size >= LEAST:
            yield (volume - within) / min(volume, total - volume), size

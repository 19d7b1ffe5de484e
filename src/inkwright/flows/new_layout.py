"""A post's material -> the outline laid out from it; and the own posts that say something near it already."""

from inkwright.flows.finding import opened_finder
from inkwright.flows.related import Subject, related
from inkwright.model.found import Relation
from inkwright.model.material import Material
from inkwright.model.point import Layout
from inkwright.model.template import Template
from inkwright.plan.fit import lay_out
from inkwright.plan.points import together
from inkwright.similar.stems import stems
from inkwright.workspace.folder import Workspace

NEAR, SAME, WORDS = 0.3, 0.5, 2
"""The score from which an earlier post is shown; the share of a title's words that stand in its title, and how many.
**Source:** own trial with fifteen titles on the posts of the demo."""
MOST = 3


def laid(material: Material, template: Template) -> Layout:
    """The outline of a post from its material, each text taken apart into points."""
    found, cut = together(material.texts)
    return lay_out(found, template, cut)


def earlier(workspace: Workspace, title: str, topic: str, layout: Layout | None) -> list[Relation]:
    """The own posts that come nearest to a title and what was laid out for it, best first; [] when none comes near."""
    said = " ".join(one.point.text for one in layout.placed) if layout else ""
    with opened_finder(workspace) as finder:
        if not finder.files("post"):
            return []
        found = related(finder, Subject("", "", (title,), f"{title}\n{topic}\n{said}"), MOST, "post")
    wanted = frozenset(stems(f"{title} {topic}"))
    return [one for one in found if one.score >= NEAR or _shared(wanted, one.title) >= SAME]


def _shared(wanted: frozenset[str], title: str) -> float:
    same = len(wanted & frozenset(stems(title)))
    return same / len(wanted) if same >= min(WORDS, len(wanted)) and wanted else 0.0

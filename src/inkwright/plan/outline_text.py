"""An outline as Markdown, for somebody who does not have the post at hand."""

from inkwright.model.outline import Outline
from inkwright.model.post import Metadata
from inkwright.plan.breaches import is_empty

SAID = (("thesis", "Thesis"), ("reader_question", "The reader's question"), ("what", "What"), ("why", "Why"),
        ("who", "For whom"), ("beyond_docs", "What the docs lack"))  # fmt: skip
"""Planning keys that tell what a post is about, each with how it is said."""


def as_markdown(plan: Outline, metadata: Metadata) -> str:
    """What the post is about, as far as it says so, then its sections with words, budgets and bullets."""
    told = [(name, metadata.planning.get(key)) for key, name in SAID]
    lines = [f"{name}: {' '.join(str(value).split())}  " for name, value in told if not is_empty(value)]
    lines += [""] if lines else []
    for section in plan.sections:
        budget = f" of {section.budget}" if section.budget.high else ""
        words = f": {section.words}{budget} words" if section.level or section.words else ""
        lines.append(f"- {section.title or '(opening)'}{words}")
        for bullet in section.bullets:
            tick = "?" if bullet.question and not bullet.ticked else f"[{'x' if bullet.written else ' '}]"
            lines.append(f"  - {tick} {bullet.text}{f' [[{bullet.note}]]' if bullet.note else ''}")
    return "\n".join(lines)

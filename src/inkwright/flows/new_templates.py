"""The kinds of post that there are, for whoever shows them."""

from inkwright.model.template import Template
from inkwright.plan.templates import kinds, template


def templates() -> tuple[Template, ...]:
    """All kinds of post in the order in which to show them."""
    return tuple(template(kind) for kind in kinds())


def one_template(kind: str) -> Template:
    """One kind of post by name. Raises UsageError naming the nearest kinds."""
    return template(kind)

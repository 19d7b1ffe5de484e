"""Sources of pictures drawn for both themes and remembered, for whoever draws many: a build, a mail, a cross-post."""

import json
from collections.abc import MutableMapping
from hashlib import sha256

from inkwright.model.diagram import THEMES, Drawing, Drawn, Fault
from inkwright.render.diagrams.picture import DrawingError, can_draw, picture


def drawn(kind: str, source: str, known: MutableMapping[str, str]) -> Drawn:
    """A source drawn for both themes, or what is wrong with it; nothing where its kind cannot be drawn here.

    `known` maps digests to what was drawn before; it is asked first and told of what is new.
    """
    if not can_draw(kind):
        return Drawn()
    name = sha256(f"{kind}\0{source}".encode("utf-8", "surrogatepass")).hexdigest()
    kept = _read(known.get(name, ""))
    if kept is not None:
        return kept
    try:
        light, dark = (picture(kind, source, theme) for theme in THEMES)
        made = Drawn(light, dark)
    except DrawingError as error:
        made = Drawn(fault=error.fault)
    known[name] = json.dumps(made)
    return made


def _read(text: str) -> Drawn | None:
    """What was kept; None for nothing and for what nobody here wrote."""
    try:
        light, dark, fault = json.loads(text)
        if fault is not None:
            return Drawn(fault=Fault(*fault))
        return Drawn(Drawing(*light), Drawing(*dark))
    except (ValueError, TypeError):
        return None

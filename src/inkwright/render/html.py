"""Document -> HTML: the one entrance. The profiles are written by `writer` (the specifications) and `site` (ours)."""

from collections.abc import Iterator

from inkwright.model.document import Document
from inkwright.render.options import ImageInfo, Profile, RenderOptions
from inkwright.render.site import SiteWriter
from inkwright.render.writer import Writer

__all__ = ["ImageInfo", "Profile", "RenderOptions", "render", "rendered_blocks"]

_DEFAULT = RenderOptions()


def render(document: Document, options: RenderOptions = _DEFAULT) -> str:
    """The HTML of a document's body; "" for an empty one. Pure: the hooks in `options` are all it knows besides."""
    writer = SiteWriter if options.profile == "site" else Writer
    return writer(document, options).write()


def rendered_blocks(document: Document, options: RenderOptions = _DEFAULT) -> Iterator[str]:
    """What `render` gives, block by block: those that stand at the top, then the footnotes together."""
    writer = (SiteWriter if options.profile == "site" else Writer)(document, options)
    for block in document.blocks:
        yield writer.captured(blocks=(block,))
    writer.notes.write(writer)
    yield "".join(writer.out)

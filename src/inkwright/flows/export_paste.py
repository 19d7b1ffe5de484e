"""A post -> a page to open, copy and paste into a platform that has no API for writing."""

import base64
import mimetypes
import posixpath

from inkwright.flows.abroad import abroad
from inkwright.flows.crosspost_places import AtHome
from inkwright.flows.crosspost_private import refuse_what_is_private
from inkwright.flows.drawing import Draughtsman
from inkwright.flows.export_files import write_files
from inkwright.model.abroad import Exchanged
from inkwright.model.diagram import Drawing
from inkwright.model.export import ExportFile
from inkwright.plan.place import slug_in
from inkwright.platforms.writing.found import paste_of, pasted_into
from inkwright.platforms.writing.paste import page
from inkwright.render.diagrams.picture import can_make_png, png
from inkwright.render.html import RenderOptions, render
from inkwright.render.markdown.flavour import Shown
from inkwright.render.markdown.rewrite import rewritten
from inkwright.site.names import Target
from inkwright.text.markdown import parse_text
from inkwright.workspace.folder import Workspace
from inkwright.workspace.public import public_bytes

FOLDER = ".inkwright/export"
PAGES = pasted_into()
"""What pages can be made for."""
_MARK = "inkwright-picture-"


class Inside(AtHome):
    """As at home, but the pictures of the workspace stand in the page itself, under short names until it is written."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.held: dict[str, str] = {}

    def file(self, found: Target) -> Shown:
        """A picture of the workspace, as data."""
        if not found.source:
            return super().file(found)
        kind = mimetypes.guess_type(found.source)[0] or "application/octet-stream"
        return self._hold(kind, public_bytes(self.post.workspace, found.source))

    def drawing(self, light: Drawing) -> Shown:
        """A drawing as PNG, which every editor takes."""
        if can_make_png():
            return self._hold("image/png", png(light))
        return self._hold("image/svg+xml", light.svg.encode("utf-8", "replace"))

    def picture(self, kind: str, source: str, alt: str) -> Shown:
        """A diagram or a formula."""
        light, _, fault = self.draw(kind, source)
        if light is None:
            return Shown("", fault.message if fault else "nothing here draws it; install inkwright[diagrams]")
        return self.drawing(light)

    def _hold(self, kind: str, data: bytes) -> Shown:
        name = f"{_MARK}{len(self.held)}"
        self.held[name] = f"data:{kind};base64,{base64.b64encode(data).decode()}"
        return Shown(name)


def export_paste(workspace: Workspace, name: str, target: str, into: str, today: str, force: bool) -> Exchanged:
    """Write the page for `target`, one of `PAGES`, into the folder `into` ("" for a folder of exports).

    Raises UsageError for a name that fits no post, for a text that holds something private, and when a file there says
    something else and `force` is not set; UnreadableError.
    """
    paste, post = paste_of(target), abroad(workspace, name, today)
    refuse_what_is_private(workspace, post.post.document)
    draughtsman = Draughtsman(workspace)
    home = Inside(post, draughtsman)
    title = post.post.metadata.title or post.entry.title
    written = rewritten(post.post.document, paste.flavour, home.places(), title)
    draughtsman.close(sweep=False)
    last = f"\n\n*First published at [{post.original}]({post.original}).*\n" if post.original else ""
    options = RenderOptions(profile="gfm", image=lambda given: home.held.get(given, given))
    body = render(parse_text(written.text.rstrip() + last, post.post.file.path), options)
    html = page(paste, title, body, written.losses, post.info.language)
    slug = post.post.metadata.slug or posixpath.basename(slug_in(post.post.file.id))
    file = ExportFile(
        f"{slug}.{target}.html", html.encode("utf-8", "replace"), f"open it and copy it into {paste.label}"
    )
    folder = into or f"{FOLDER}/{target}"
    return Exchanged(write_files(workspace, folder, [file], force), written.losses, (), folder)

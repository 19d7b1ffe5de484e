"""A post -> a page to open, copy and paste into a platform that has no API for writing."""

import posixpath

from inkwright.flows.abroad import Abroad, abroad
from inkwright.flows.abroad_files import Carried
from inkwright.flows.crosspost_private import refuse_what_is_private
from inkwright.flows.drawing import Draughtsman
from inkwright.flows.export_files import write_files
from inkwright.flows.export_inside import Inside
from inkwright.model.abroad import Exchanged
from inkwright.model.document import Document
from inkwright.model.export import ExportFile
from inkwright.plan.place import slug_in
from inkwright.platforms.writing.found import paste_of, pasted_into
from inkwright.platforms.writing.paste import Paste, page
from inkwright.promote.slides import plain
from inkwright.render.html import RenderOptions, render
from inkwright.render.markdown.rewrite import rewritten
from inkwright.text.markdown import parse, parse_text
from inkwright.text.only import only_for
from inkwright.workspace.folder import Workspace

FOLDER = ".inkwright/export"
PAGES = pasted_into()
"""What pages can be made for."""


def export_paste(workspace: Workspace, name: str, target: str, into: str, today: str, force: bool) -> Exchanged:
    """Write the page for `target`, one of `PAGES`, into the folder `into` ("" for a folder of exports).

    Raises UsageError for a name that fits no post, for a text that holds something private, and when a file there says
    something else and `force` is not set; UnreadableError.
    """
    paste, post = paste_of(target), abroad(workspace, name, today)
    document = _for_readers(post, paste)
    refuse_what_is_private(workspace, document)
    draughtsman = Draughtsman(workspace)
    home, beside = Inside(post, draughtsman), Carried(post, draughtsman)
    title = post.post.metadata.title or post.entry.title
    written = rewritten(document, paste.flavour, home.places(), title)
    words = rewritten(document, paste.flavour, beside.places(), title).text if paste.markdown else ""
    draughtsman.close(sweep=False)
    last = f"\n\n*First published at [{post.original}]({post.original}).*\n" if post.original else "\n"
    options = RenderOptions(profile="gfm", image=lambda given: home.held.get(given, given))
    body = render(parse_text(written.text.rstrip() + last, post.post.file.path), options)
    html = page(paste, title, body, written.losses, post.info.language)
    slug = post.post.metadata.slug or posixpath.basename(slug_in(post.post.file.id))
    made = [_file(f"{slug}.{target}.html", html, f"open it and copy it into {paste.label}")]
    if paste.markdown:
        made += [_file(f"{slug}.{target}.md", f"# {plain(title)}\n\n{words.rstrip()}{last}", "the same as Markdown")]
        made += beside.files()
    folder = into or f"{FOLDER}/{target}"
    return Exchanged(write_files(workspace, folder, made, force), written.losses, (), folder)


def _for_readers(post: Abroad, paste: Paste) -> Document:
    """The text as those see it whom the page is for."""
    if paste.where == "web":
        return post.post.document
    return only_for(parse(post.workspace.read(post.post.file.path)), paste.where)


def _file(name: str, text: str, says: str) -> ExportFile:
    return ExportFile(name, text.encode("utf-8", "replace"), says)

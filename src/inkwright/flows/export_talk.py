"""A post -> the outline of a talk: slides as Markdown with the text to speak from, its pictures beside them."""

import posixpath

from inkwright.flows.abroad import Abroad, abroad
from inkwright.flows.abroad_files import Carried
from inkwright.flows.crosspost_private import refuse_what_is_private
from inkwright.flows.drawing import Draughtsman
from inkwright.flows.export_files import write_files
from inkwright.flows.word_weights import word_weight
from inkwright.model.abroad import Exchanged
from inkwright.model.document import Document
from inkwright.model.export import ExportFile
from inkwright.model.site import Loss
from inkwright.plan.place import slug_in
from inkwright.promote.slides import deck, front
from inkwright.promote.talk import talk
from inkwright.render.markdown.flavour import Flavour
from inkwright.render.markdown.rewrite import rewritten
from inkwright.text.front_matter import patch
from inkwright.text.markdown import parse_text
from inkwright.workspace.folder import Workspace

FOLDER = ".inkwright/export/talk"
MARP = Flavour(html=False, highlight=("**", "**"), info="bare")
"""What Marp shows of Markdown. **Source:** github.com/marp-team/marp-core (README, read 2026-11-22): CommonMark with
tables, code in colours, formulas between dollars; raw HTML is shown as text."""


def export_talk(workspace: Workspace, name: str, into: str, today: str, force: bool) -> Exchanged:
    """Write the slides of the post that `name` means into the folder `into` ("" for a folder of exports).

    Raises UsageError for a name that fits no post, for a text that holds something private, and when a file there says
    something else and `force` is not set; UnreadableError.
    """
    post = abroad(workspace, name, today)
    document = post.post.document
    refuse_what_is_private(workspace, document)
    draughtsman = Draughtsman(workspace)
    carried = Carried(post, draughtsman)
    title = post.post.metadata.title or post.entry.title
    written = rewritten(document, MARP, carried.places(), title)
    draughtsman.close(sweep=False)
    found = talk(parse_text(written.text, post.post.file.path), title, word_weight)
    author = ", ".join(post.post.metadata.authors) or post.info.author
    body = deck(title, _about(post, author), found.slides, post.original)
    text = f"{patch('', front(title, author))}\n{body}"
    slug = post.post.metadata.slug or posixpath.basename(slug_in(post.post.file.id))
    says = f"{len(found.slides) + 1 + bool(post.original)} slides for Marp, the text of each section as its notes"
    made = [ExportFile(f"{slug}.talk.md", text.encode("utf-8", "replace"), says)]
    made += [ExportFile(one.name, one.data, one.says) for one in carried.files()]
    losses = (*written.losses, *(_loss(document, what, shown) for what, shown in found.lost))
    folder = into or FOLDER
    return Exchanged(write_files(workspace, folder, made, force), losses, (), folder)


def _about(post: Abroad, author: str) -> list[str]:
    """What stands below the title."""
    metadata = post.post.metadata
    signed = " · ".join(part for part in (author, metadata.date[:10]) if part)
    return [part for part in (metadata.subtitle, signed) if part]


def _loss(document: Document, what: str, shown: str) -> Loss:
    """Something that no slide shows, where the post has it."""
    there = next((block for block in document.all_blocks if shown and block.text == shown), None)
    line = document.position(there.span.start).line if there else 0
    return Loss(what, 1, document.source.path, line)

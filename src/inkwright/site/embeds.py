"""Notes shown within others: `![[note]]`, `![[note#heading]]` and `![[note#^block]]` as the words of that note.

Only what the site shows itself is ever shown: a note that is held back, or is no post, leaves its name and no word.
"""

from msgspec.structs import replace

from inkwright.render.escape import encode_url, escape
from inkwright.site.around import Around, Shown
from inkwright.site.asked import Asked
from inkwright.site.entry import Entry
from inkwright.site.paths import encoded, site_path
from inkwright.text.note_parts import note_part

HIDDEN_EMBED = "embedded note that the site does not show"
LOST_PART = "embedded part that its note does not have"


def to_show(names: Asked, entry: Entry, target: str, around: Around) -> Shown | str | None:
    """What `![[target]]` in an entry shows: a note, a sentence about what is lost, or None for what becomes a link:
    files, a note within itself, more than a page has room for."""
    name, _, part = target.partition("#")
    other = names.note(entry, name.strip()) if name.strip() else entry
    if other is None:
        return None if names.wiki(entry, target).kind == "place" else HIDDEN_EMBED
    part = part.strip()
    again = (other.place, part) in around.notes or (not part and other.place in {place for place, _ in around.notes})
    room = around.room
    if again or room.left <= 0 or room.characters <= 0:
        return None
    whole = other.post.document if part else other.document
    blocks = note_part(whole, part)
    if blocks is None:
        return LOST_PART
    room.left -= 1
    room.shown += 1
    return Shown(other, replace(other.document, blocks=blocks), around.within(other, part), f"e{room.shown}-")


def framed(shown: Shown, html: str, label: str) -> str:
    """The HTML of a note with a frame around it and a link to where it comes from."""
    shown.around.room.take(html)
    address = f"/{encoded(site_path(shown.entry.place))}"
    called = escape(label or shown.entry.title)
    source = f'<p class="meta"><a href="{encode_url(address)}">{called}</a></p>'
    return f'<div class="embed">\n{html}{source}\n</div>\n'


def missing(label: str) -> str:
    """What stands for a note that is not shown: its name, as the author wrote it."""
    return f'<p><span class="unlinked">{escape(label)}</span></p>\n'

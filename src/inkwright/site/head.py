"""What a post's page says of itself in its head: to search engines, to previews, to feed readers."""

from typing import Any

from inkwright.render.share_card import HEIGHT, WIDTH, ShareCard
from inkwright.site.article import Renderer
from inkwright.site.dates import rfc3339
from inkwright.site.entry import Entry
from inkwright.site.paths import has_scheme
from inkwright.site.people import people
from inkwright.site.structured import json_ld


def head_context(renderer: Renderer, entry: Entry) -> dict[str, Any]:
    """What the page's head says of a post to search engines and previews."""
    metadata, info = entry.metadata, renderer.catalog.info
    canonical = metadata.canonical_url or (renderer.address(entry.place) if info.base_url else "")
    picture = social_image(renderer, entry)
    card = "" if picture else share_card(renderer, entry)
    picture = picture or card
    return {
        "title": entry.title,
        "description": entry.summary,
        "canonical": canonical,
        "type": "article",
        "image": picture,
        "card": {"width": WIDTH, "height": HEIGHT} if card else None,
        "published": entry.when and rfc3339(entry.when),
        "modified": entry.changed and rfc3339(entry.changed),
        "noindex": bool(entry.preview) or not entry.listed,
        "json_ld": json_ld(renderer, entry, canonical, picture) if entry.file.kind == "post" else "",
    }


def social_image(renderer: Renderer, entry: Entry) -> str:
    """The absolute address of the picture that the front matter names, "" when there is none on the site."""
    image = entry.metadata.image
    if has_scheme(image):
        return image if image.startswith(("https:", "http:")) else ""
    found = renderer.names.find(entry, image) if image else None
    if found is None or found.kind != "place" or not renderer.catalog.info.base_url:
        return ""
    return renderer.address(found.place)


def share_card(renderer: Renderer, entry: Entry) -> str:
    """The absolute address of the card that stands for a post elsewhere, "" where none is made."""
    info = renderer.catalog.info
    if entry.file.kind != "post" or not info.base_url:
        return ""
    said = [", ".join(one.name for one in people(renderer.catalog, entry)), f"{entry.card.minutes} min read"]
    place = renderer.pictures.card(ShareCard(entry.title, info.title, " · ".join(filter(None, said))))
    return renderer.address(place) if place else ""

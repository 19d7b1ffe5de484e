"""Films, sounds and players in a mail: a picture and a link, because nothing plays there."""

from html import escape

from inkwright.model.regex import regex

TAGS = frozenset({"video", "audio", "iframe", "embed", "object"})
_FILMS = (".mp4", ".webm", ".mov", ".ogv", ".m4v", ".mp3", ".wav", ".m4a", ".ogg", ".flac")
_YOUTUBE = regex(r"https://www\.youtube(?:-nocookie)?\.com/embed/([\w-]+)")
_VIMEO = regex(r"https://player\.vimeo\.com/video/(\w+)")


def is_film(address: str) -> bool:
    """Whether an address names a film or a sound."""
    return address.partition("?")[0].partition("#")[0].lower().endswith(_FILMS)


def page_of(attrs: dict[str, str]) -> str:
    """Where a player's film is shown on a page of its own, else its file; "" for a player of nothing."""
    source = attrs.get("src", "") or attrs.get("data", "")
    if found := _YOUTUBE.match(source):
        return f"https://www.youtube.com/watch?v={found[1]}"
    if found := _VIMEO.match(source):
        return f"https://vimeo.com/{found[1]}"
    return source


def title_of(tag: str, attrs: dict[str, str]) -> str:
    """What a film is called, never empty."""
    said = attrs.get("title") or attrs.get("aria-label") or ""
    return said or {"audio": "Listen", "video": "Watch the video"}.get(tag, "Open")


def shown(address: str, poster: str, title: str, column: int) -> str:
    """The HTML of a film: its picture where there is one, leading to it, and its title as a link."""
    link = f'<a href="{escape(address)}">▶ {escape(title, quote=False)}</a>'
    if not poster.startswith(("https://", "http://", "cid:")):
        return f'<span class="film">{link}</span>'
    picture = f'<img src="{escape(poster)}" alt="{escape(title)}" width="{column}">'
    return f'<span class="film"><a href="{escape(address)}">{picture}</a><br>{link}</span>'

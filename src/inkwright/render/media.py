"""Pictures, films, sounds, and links and embeds by name, as our own pages carry them."""

from inkwright.model.document import Inline
from inkwright.model.regex import regex
from inkwright.render.embedded import EmbeddedWriter
from inkwright.render.escape import encode_url, escape, is_safe_url
from inkwright.render.options import ImageInfo
from inkwright.render.shapes import size
from inkwright.text.diagrams import kind_of_file
from inkwright.text.unmarked import unmarked

_ALT_SIZE = regex(r"\s*\|\s*(\d+)(?:x(\d+))?\s*\Z")
_PICTURES = frozenset({"png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "bmp", "ico", "apng"})
_MEDIA = {"mp4": "video", "webm": "video", "mov": "video", "ogv": "video", "mp3": "audio", "wav": "audio",
          "m4a": "audio", "ogg": "audio", "flac": "audio", "3gp": "audio"}  # fmt: skip


class MediaWriter(EmbeddedWriter):
    """A writer of pictures and of what is named instead of addressed."""

    flat = 0
    """More than 0 within a paragraph or heading, where no other block may stand."""

    def figure(self, inlines: tuple[Inline, ...]) -> bool:
        """Write the figure that a paragraph is: a picture alone with a title as caption (in Quarto the label is the
        caption), attributes behind it or not. False when it is a paragraph after all."""
        picture, rest = inlines[0], inlines[1:]
        if len(rest) > 1 or (rest and rest[0].name != "attributes"):
            return False
        attrs = dict(rest[0].attrs) if rest else {}
        if picture.title:
            caption = self.said(picture.title)
        elif self.document.source.dialect == "quarto" and picture.children:
            caption = self.captured((), picture.children)
        else:
            return False
        html = self.attributed(picture, attrs, "")
        self.out.append(f"<figure>{html}\n<figcaption>{caption}</figcaption></figure>\n")
        return True

    def attributed(self, inline: Inline, attrs: dict[str, str], title: str) -> str:
        """A picture with the attributes that were written behind it."""
        alt = attrs.get("fig-alt") or attrs.get("alt") or self.alt(inline)
        target = self.filled(inline.target)
        return self.image_html(target, alt, title, attrs.get("width", ""), attrs.get("height", ""))

    def with_attributes(self, inline: Inline, attributes: Inline) -> bool:
        """Write an inline and the attributes behind it together; False when they say nothing to a page."""
        attrs = dict(attributes.attrs)
        if inline.kind == "image":
            self.out.append(self.attributed(inline, attrs, inline.title))
            return True
        if inline.kind == "text" and inline.text.endswith("]") and "[" in inline.text:
            before, _, inside = inline.text[:-1].rpartition("[")
            css = " ".join(value for key, value in attributes.attrs if key == "class")
            named = f' class="{escape(css)}"' if css else ""
            self.out.append(f"{self.escape(before)}<span{named}>{self.escape(inside)}</span>")
            return True
        return False

    def inline_image(self, inline: Inline) -> None:
        """A picture that loads when it is reached."""
        self.out.append(self.image_html(self.filled(inline.target), self.alt(inline), inline.title))

    def image_html(self, target: str, alt: str, title: str = "", width: str = "", height: str = "") -> str:
        """A picture; `alt|300x200` as in Obsidian gives its size; a film or a sound as its player. The alt
        text alone where the address is unsafe."""
        alt, title = unmarked(alt), unmarked(title)
        sized = _ALT_SIZE.search(alt)
        if sized:
            alt, width, height = alt[: sized.start()], sized[1], sized[2] or ""
        elif alt.isdecimal():
            alt, width = "", alt
        if (tag := _MEDIA.get(target.partition("?")[0].rpartition(".")[2].lower())) and is_safe_url(target):
            named = f'controls preload="metadata" aria-label="{escape(alt or title or target.rpartition("/")[2])}"'
            return f'<{tag} src="{encode_url(self.options.link(target))}" {named}></{tag}>'
        found = self.options.image(target)
        info = found if isinstance(found, ImageInfo) else ImageInfo(found)
        if not is_safe_url(info.src):
            return escape(alt)
        width, height = size(width), size(height)
        if not width and not height and info.width and info.height:
            width, height = str(info.width), str(info.height)
        attributes = [f'src="{encode_url(info.src)}" alt="{escape(alt)}"']
        attributes += [f'title="{escape(title)}"'] if title else []
        attributes += [f'width="{width}"'] if width else []
        attributes += [f'height="{height}"'] if height else []
        attributes += [f'srcset="{escape(info.srcset)}"'] if info.srcset else []
        attributes += [f'sizes="{escape(info.sizes)}"'] if info.sizes else []
        rest = " ".join([*attributes[1:], 'loading="lazy" decoding="async"'])
        if info.dark:
            pair = (("light", info.src), ("dark", info.dark))
            shown = (f'<img class="{css}" src="{encode_url(src)}" alt="{escape(alt)}" {rest} />' for css, src in pair)
            return f'<span class="diagram">{"".join(shown)}</span>'
        return f"<img {attributes[0]} {rest} />"

    def inline_wikilink(self, inline: Inline) -> None:
        """A link to another note by its name, marked where nothing answers to it."""
        resolve = self.options.wikilink
        target = resolve(inline.target, inline.text) if resolve is not None else None
        label = escape(inline.text or inline.target)
        if target is None or not is_safe_url(target):
            self.out.append(f'<span class="unlinked">{label}</span>')
        else:
            self.out.append(f'<a href="{encode_url(target)}">{label}</a>')

    def inline_embed(self, inline: Inline) -> None:
        """A picture, film or sound shown in place; another note as the hook gives it, else as a link."""
        html = None if self.flat else self.shown_note(inline)
        if html is not None:
            self.out.append(html)
            return
        name, ending = _file_of(inline)
        drawing = kind_of_file(name)
        if ending not in _PICTURES and ending not in _MEDIA and not drawing:
            self.inline_wikilink(inline)
            return
        resolve = None if drawing else self.options.wikilink  # which file a drawing is shown as, the image hook knows
        target = resolve(inline.target, inline.text) if resolve is not None else None
        if ending in _PICTURES or drawing:
            label, bare = inline.title, name.rsplit(f".{drawing}" if drawing else ".", 1)[0]
            sized = label.isdecimal() or _ALT_SIZE.search("|" + label)
            self.out.append(self.image_html(target or inline.target, f"{bare}|{label}" if sized else label or bare))
            return
        src = target or self.options.link(inline.target)
        tag = _MEDIA[ending]
        if is_safe_url(src):
            named = f'controls preload="metadata" aria-label="{escape(name)}"'
            self.out.append(f'<{tag} src="{encode_url(src)}" {named}></{tag}>')

    def shown_note(self, inline: Inline) -> str | None:
        """The HTML that the hook gives for an embed; None for pictures, films and whatever it does not show."""
        if inline.kind != "embed" or self.options.embed is None:
            return None
        name, ending = _file_of(inline)
        if ending in _PICTURES or ending in _MEDIA or kind_of_file(name):
            return None
        return self.options.embed(inline.target, inline.title)

    def around_notes(self, inlines: tuple[Inline, ...]) -> list[tuple[Inline, ...] | str]:
        """A paragraph taken apart at the notes that are shown in it: stretches of inlines, and HTML of notes."""
        parts: list[tuple[Inline, ...] | str] = []
        run: list[Inline] = []
        for inline in inlines:
            html = self.shown_note(inline)
            if html is None:
                run.append(inline)
            else:
                parts += [tuple(run), html]
                run = []
        return [*parts, tuple(run)]


def _file_of(inline: Inline) -> tuple[str, str]:
    """The name of what an embed names, and its ending in small letters without the dot."""
    name = inline.target.split("#", 1)[0].rsplit("/", 1)[-1]
    return name, name.rsplit(".", 1)[-1].lower() if "." in name else ""

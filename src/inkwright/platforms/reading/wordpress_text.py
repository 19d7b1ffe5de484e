"""The text of a WordPress post as its database holds it -> HTML: shortcodes, block comments, paragraphs by blank lines.

**Source:** developer.wordpress.org, functions `wpautop`, `shortcode_parse_atts` and the block grammar.
"""

import json
import re
from collections.abc import Mapping
from html import escape

from inkwright.model.imports import Item
from inkwright.model.regex import regex
from inkwright.platforms.reading.between import between

_CODES = "code|sourcecode|python|bash|shell|js|javascript|java|cpp|csharp|php|ruby|sql|xml|html|css|go|r|yaml|json|rust"
_CODE = regex(rf"\[({_CODES})((?:\s[^\[\]]{{0,500}})?)\]", re.I)
_CAPTION = regex(r"\[((?:wp_)?caption)([^\[\]]{0,2000})\]")
_PLAYER = regex(
    r"\[(embed|youtube|vimeo|video|audio|gist|tweet|soundcloud|playlist)\b([^\[\]]{0,500}?)/?\](?:([^\[\]]{0,500})\[/\1\])?",
    re.I,
)
_GALLERY = regex(r"\[gallery([^\[\]]{0,2000})\]")
_NOTE = regex(r"\[(footnote|ref|fn|note)\]|(?<!\()\(\((?=\S)")
_LATEX = regex(r"\[(latex|math)\]|\$latex\s")
_OTHER = regex(r"(?<!\[)\[/?([a-z][a-z0-9_-]{2,40})((?:\s+[\w-]+=(?:\"[^\"]*\"|'[^']*'|\S+?))*)\s*/?\](?!\(|\])")
_PAIR = regex(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\]]+))")
_BLOCK = regex(r"<!--\s+(/?)wp:([\w/-]+)\s*(\{{0,1}[^<>]{0,20000}?\}?)\s*(/?)-->")
_LEVEL = (
    "address|article|aside|blockquote|canvas|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|"
    "header|hr|iframe|li|main|nav|noscript|object|ol|p|picture|pre|script|section|style|table|tbody|td|tfoot|th|thead|"
    "tr|ul|video|audio"
)
_OPENS = regex(rf"\s*</?(?:{_LEVEL})\b", re.I)
_SAFE = regex(r"(<(pre|script|style|textarea)\b.*?</\2>)", re.S | re.I)
_BEFORE = regex(rf"(?<!\s)\s*(<(?:{_LEVEL})(?:\s[^<>]*)?>)", re.I)
_AFTER = regex(rf"(</(?:{_LEVEL})>|<hr\b[^<>]*>)\s*", re.I)
_ADDRESS = regex(r"(?m)^[ \t]*(?:<p>)?[ \t]*(https?://[^\s<>\"]+)[ \t]*(?:</p>)?[ \t]*$")
_SITES = regex(
    r"https?://(?:www\.|m\.|open\.)?(?:youtube\.com/(?:watch|playlist|shorts)|youtu\.be/|vimeo\.com/|(?:twitter|x)\.com/"
    r"\w+/status|soundcloud\.com/|spotify\.com/|flickr\.com/|instagram\.com/|tiktok\.com/|reddit\.com/r/|"
    r"slideshare\.net/|speakerdeck\.com/|ted\.com/|codepen\.io/|gist\.github\.com/)"
)


def html_of(text: str, pictures: Mapping[str, str], items: list[Item]) -> str:
    """A post's text as HTML. `pictures` gives the address of an attachment by its number; what cannot be kept is added
    to `items`."""
    blocks = "<!-- wp:" in text
    kept: list[str] = []

    def keep(html: str) -> str:
        kept.append(html)
        return f"\n\n\ue02e{len(kept) - 1}\ue02f\n\n"

    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = between(text, _CODE, _closing, lambda found, inner: keep(_code(found, inner)))
    text = _with_blocks(text, items)
    text = _SAFE.sub(lambda found: keep(found[0]), text)
    text = between(text, _CAPTION, _closing, _caption)
    text = _GALLERY.sub(lambda found: _gallery(found, pictures, items), text)
    text = _PLAYER.sub(lambda found: _player(found, items), text)
    text = _notes(text)
    text = between(text, _LATEX, lambda found: _closing(found) if found[1] else r"(?<!\\)\$", _tex)
    text = _ADDRESS.sub(lambda found: _frame(found[1]) if _SITES.match(found[1]) else found[0], text)
    items += [
        Item("shortcode", "changed", found[0], "it stands as text")
        for found in _OTHER.finditer(text) if found[2] or f"[/{found[1]}]" in text
    ]  # fmt: skip
    if not blocks:
        text = _paragraphs(text)
    return re.sub("\ue02e(\\d+)\ue02f", lambda found: kept[int(found[1])] if int(found[1]) < len(kept) else "", text)


def _values(written: str) -> dict[str, str]:
    return {key.lower(): one or two or three for key, one, two, three in _PAIR.findall(written)}


def _closing(found: re.Match[str]) -> str:
    return rf"\[/{found[1]}\]"


def _code(found: re.Match[str], text: str) -> str:
    named = found[1].lower()
    said = _values(found[2])
    language = said.get("language") or said.get("lang") or ("" if named in ("code", "sourcecode") else named)
    inner = text.strip("\n")
    if re.search(r"&(?:lt|gt|amp|quot|#\d+);", inner) is None:
        inner = escape(inner, quote=False)
    return f'<pre data-lang="{escape(language)}"><code>{inner}</code></pre>'


def _caption(found: re.Match[str], text: str) -> str:
    inner = text.strip()
    image = re.match(r"(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?", inner)
    words = inner[image.end() :].strip() if image else _values(found[2]).get("caption", "")
    shown = image[0] if image else inner
    return f"\n\n<figure>{shown}<figcaption>{words}</figcaption></figure>\n\n"


def _gallery(found: re.Match[str], pictures: Mapping[str, str], items: list[Item]) -> str:
    ids = [one for one in re.split(r"[\s,]+", _values(found[1]).get("ids", "")) if one]
    known = [pictures[one] for one in ids if pictures.get(one)]
    items += [
        Item("picture", "lost", f"attachment {one}", "the export does not hold it")
        for one in ids if not pictures.get(one)
    ]  # fmt: skip
    if not known:
        items.append(Item("gallery", "lost", found[0], "the export names none of its pictures"))
        return ""
    items.append(Item("gallery", "changed", f"{len(known)} pictures", "they stand one below the other"))
    return "\n\n" + "\n\n".join(f'<p><img src="{escape(one)}"></p>' for one in known) + "\n\n"


def _player(found: re.Match[str], items: list[Item]) -> str:
    said = _values(found[2])
    named = said.get("src") or said.get("url") or said.get("mp4") or said.get("mp3") or said.get("id") or ""
    address = (found[3] or "").strip() or named or found[2].strip().lstrip("=").strip("\"' ")
    kind = found[1].lower()
    if re.fullmatch(r"[\w-]{6,20}", address):
        forms = {"youtube": "https://www.youtube.com/watch?v={}", "vimeo": "https://vimeo.com/{}"}
        address = forms.get(kind, "{}").format(address)
    if kind == "gist" and re.fullmatch(r"[\w/-]+", address):
        address = f"https://gist.github.com/{address}"
    if not address.startswith(("http://", "https://")):
        items.append(Item("embed", "lost", found[0], "it has no address that a reader could follow"))
        return ""
    return _frame(address)


def _frame(address: str) -> str:
    return f'\n\n<iframe src="{escape(address)}"></iframe>\n\n'


def _notes(text: str) -> str:
    """Footnotes that a plugin keeps between marks, as pairs of links."""
    notes: list[str] = []

    def mark(found: re.Match[str], inner: str) -> str | None:
        if not inner.strip() or (not found[1] and (len(inner) < 3 or "(" in inner)):
            return None
        notes.append(inner.strip())
        number = len(notes)
        return f'<sup class="footnote"><a id="wpfnref-{number}" href="#wpfn-{number}">{number}</a></sup>'

    text = between(text, _NOTE, lambda found: _closing(found) if found[1] else r"\)\)", mark)
    made = (
        f'<li id="wpfn-{at}">{note} <a href="#wpfnref-{at}">↩</a></li>' for at, note in enumerate(notes, 1)
    )  # fmt: skip
    return f"{text}\n\n<ol>{''.join(made)}</ol>" if notes else text


def _tex(found: re.Match[str], inner: str) -> str:
    tex = escape(inner.strip(), quote=False)
    return f'<math><annotation encoding="application/x-tex">{tex}</annotation></math>'


def _with_blocks(text: str, items: list[Item]) -> str:
    """Comments of blocks: languages go to their code, embeds to frames; blocks that only a server can fill are lost."""

    def block(found: re.Match[str]) -> str:
        closing, name, written, alone = found.groups()
        about = _read(written)
        url = about.get("url")
        if closing:
            return ""
        if name in ("embed", "core-embed") or name.startswith("core-embed/"):
            return f'<iframe src="{escape(url)}"></iframe>' if isinstance(url, str) and alone else ""
        if name == "syntaxhighlighter/code" and isinstance(about.get("language"), str):
            return f'<div data-language="{escape(str(about["language"]))}"></div>'
        if alone and name not in ("spacer", "more", "nextpage", "separator", "footnotes"):
            items.append(Item("block", "lost", name, "only WordPress can fill it"))
        return ""

    text = re.sub(
        r'<figure[^>]*class="[^"]*wp-block-embed\b.*?(https?://[^\s<>"]+).*?</figure>',
        _embed_figure, text, flags=re.S,
    )  # fmt: skip
    text = _BLOCK.sub(block, text)
    text = re.sub(r'<div data-language="([^"]*)"></div>\s*<pre', r'<pre data-language="\1"', text)
    return re.sub(r"<!--(?:more|nextpage|noteaser).*?-->", "", text)


def _embed_figure(found: re.Match[str]) -> str:
    words = re.search(r"<figcaption[^>]*>(.*?)</figcaption>", found[0], re.S)
    return _frame(found[1]) + (f"<p>{words[1]}</p>" if words else "")


def _read(written: str | None) -> dict[str, object]:
    try:
        found = json.loads(written or "{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _paragraphs(text: str) -> str:
    """Blank lines part paragraphs, single line ends are breaks, as WordPress shows a text without blocks."""
    text = _AFTER.sub(r"\1\n\n", _BEFORE.sub(r"\n\n\1", text))
    made = []
    for part in re.split(r"\n\s*\n", text):
        part = part.strip()
        if not part:
            continue
        if _OPENS.match(part) or part.startswith("\ue02e"):
            made.append(part)
        else:
            made.append("<p>" + re.sub(r"\n(?![^<>]*>)", "<br>\n", part) + "</p>")
    return "\n".join(made)

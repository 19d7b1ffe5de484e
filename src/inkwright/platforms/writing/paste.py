"""A page to open, copy and paste: for platforms that have no API for writing. It needs nothing but itself."""

from collections.abc import Sequence
from html import escape

from msgspec import Struct

from inkwright.model.site import Loss
from inkwright.render.markdown.flavour import Flavour
from inkwright.text.only import Where

PLAIN = Flavour(
    math=("`", "`"), display=None, notes=False, tables=False, highlight=("**", "**"),
)  # fmt: skip
"""What editors keep of what is pasted: headings, lists, quotations, code, pictures, bold and slanted words."""
_STYLE = (
    "body{font:17px/1.6 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#222}"
    "article{border:2px dashed #888;padding:1rem}img{max-width:100%}pre{overflow:auto;background:#f4f4f4;padding:.5rem}"
    "button{font:inherit;padding:.5rem 1rem}"
)
_COPY = (
    "document.querySelector('button').onclick=function(){var r=document.createRange();"
    "r.selectNodeContents(document.querySelector('article'));var s=getSelection();s.removeAllRanges();s.addRange(r);"
    "document.execCommand('copy')}"
)


class Paste(Struct, frozen=True):
    """A platform that a post is pasted into: its name for people, what to do there step by step, and what of Markdown
    its editor keeps. `where` says for which readers it is; `markdown` makes the text a file of Markdown, too."""

    label: str
    steps: tuple[str, ...]
    flavour: Flavour = PLAIN
    where: Where = "web"
    markdown: bool = False


def page(paste: Paste, title: str, body: str, losses: Sequence[Loss], language: str) -> str:
    """The whole page. `body` is HTML; what is lost stands first."""
    lost = "".join(
        f"<li>line {loss.line}: {escape(loss.said or loss.what)}{_times(loss.count)}</li>\n" for loss in losses
    )
    steps = "".join(f"<li>{escape(step)}</li>\n" for step in paste.steps)
    told = f"<h2>Not as at home</h2>\n<ul>\n{lost}</ul>" if lost else "<p>Nothing is lost.</p>"
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"<title>{escape(title)}: {escape(paste.label)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<main>\n<h1>To paste into {escape(paste.label)}</h1>\n{told}\n<ol>\n{steps}</ol>\n"
        f"<p>Title: <strong>{escape(title)}</strong></p>\n<p><button>Copy the text</button></p>\n"
        f"<article>\n{body}</article>\n</main>\n<script>{_COPY}</script>\n</body>\n</html>\n"
    )


def _times(count: int) -> str:
    return f" ({count} times)" if count > 1 else ""

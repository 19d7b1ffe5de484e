"""Code blocks as highlighted HTML: Pygments' lexers, classes instead of colours, results kept by content."""

from collections.abc import Iterator, MutableMapping
from functools import lru_cache
from hashlib import sha256
from typing import Any

from inkwright.model.document import Block
from inkwright.model.origin import Origin
from inkwright.model.when_needed import when_needed
from inkwright.render.code_info import CodeInfo, read_info, split_cell
from inkwright.render.escape import encode_url, escape

with when_needed(__name__):
    from inkwright.render import tokens_of
    from inkwright.text import excerpts

MAX_HIGHLIGHTED = 200_000
"""Characters of a block beyond which it is shown plain: lexers are regexes, and nobody reads so much code in colour."""

ALIASES = {
    "ipython": "python", "ipython3": "python", "python3-repl": "pycon", "pyodide": "python", "triton": "python",
    "mojo": "python", "starlark": "python", "svelte": "html", "astro": "html", "mdx": "markdown", "qmd": "markdown",
    "jsonc": "json", "jsonl": "json", "ndjson": "json", "node": "javascript", "cjs": "javascript",
    "mts": "typescript", "cts": "typescript", "gradle": "groovy", "dotenv": "ini", "env": "ini", "conf": "ini",
    "gitconfig": "ini", "editorconfig": "ini", "shellscript": "bash", "terminal": "console", "cmd": "batch",
    "metal": "cpp", "wgsl": "rust", "plist": "xml", "svg": "xml", "rss": "xml", "patch": "diff", "golang": "go",
    "jupyter": "python", "make": "makefile", "mermaid": "", "text": "", "txt": "", "plain": "", "plaintext": "",
    "none": "", "nohighlight": "", "no-highlight": "", "raw": "", "ascii": "", "csv": "", "log": "", "tree": "",
    "math": "",
}  # fmt: skip
"""Names that writers use and Pygments does not know, by the lexer that suits; "" for no highlighting."""

_FALSE = frozenset({"false", "no", "none"})
_DROPPED = frozenset({"", "w", "p", "n", "o", "x", "g", "esc", "err"})
"""Short classes that carry no colour in any of our themes; leaving the spans out halves the HTML."""


def highlighter(cache: MutableMapping[str, str] | None = None) -> "Highlighter":
    """A function from code block to HTML for `RenderOptions.code`; `cache` outlives it when it is kept on disk."""
    return Highlighter(cache)


class Highlighter:
    """Renders code blocks. `cache` maps a digest of language, code and options to HTML."""

    def __init__(self, cache: MutableMapping[str, str] | None = None) -> None:
        self._cache: MutableMapping[str, str] = {} if cache is None else cache

    def __call__(self, block: Block) -> str:
        """The HTML of a code block, ended by a line end; "" for a cell whose code is not to be shown."""
        asked = info_of(block)
        info = read_info(asked) if asked else _NO_INFO
        key = digest(asked, block.text)
        html = self._cache.get(key)
        if html is None:
            html = self._cache[key] = code_html(block.text, info)
        return html


_NO_INFO = CodeInfo()


def info_of(block: Block) -> str:
    """The info string of a code block; of one written as a tag, its language and arguments."""
    if not block.attrs:
        return block.info
    options = (f'{key}="{value}"' if key else value for key, value in block.attrs if value != block.info)
    return " ".join((block.info or "text", *options))


def digest(info: str, code: str) -> str:
    """The name under which a block's HTML is kept: it changes with the code, the info string and the highlighter."""
    return sha256(f"{_edition()}\0{info}\0{code}".encode("utf-8", "surrogatepass")).hexdigest()


@lru_cache(1)
def _edition() -> str:
    import pygments

    return f"2 {pygments.__version__}"


def code_html(code: str, info: CodeInfo, colour: bool = True) -> str:
    """A block of code with its title, marked lines and line numbers; without colours when they are not wanted."""
    if info.cell:
        code, options = split_cell(code)
        if options.get("echo") in _FALSE or options.get("include") in _FALSE:
            return ""
    language = ALIASES.get(info.language, info.language)
    html = highlight(code, language) if colour and language and not info.output else escape(code)
    if info.marked or info.first_number:
        html = _by_line(html, info)
    classes = "highlight output" if info.output else "highlight"
    named = f' class="language-{escape(info.language)}"' if info.language else ""
    data = f' data-language="{escape(info.language)}"' if info.language else ""
    label = '<p class="label">Output</p>' if info.output else ""
    block = f'<div class="{classes}"{data}>{label}<pre tabindex="0"><code{named}>{html}</code></pre></div>\n'
    below = _below(info.origin) if info.origin else ""
    if not info.title:
        return block + below
    return f'<figure class="code"><figcaption>{escape(info.title)}</figcaption>\n{block}</figure>\n{below}'


def _below(origin: Origin) -> str:
    """The line below an excerpt that leads to where it was taken from."""
    return f'<p class="meta">From <a href="{encode_url(excerpts.permalink(origin))}">{escape(origin.name)}</a></p>\n'


def _by_line(html: str, info: CodeInfo) -> str:
    """Highlighted lines wrapped; no span of `highlight` crosses a line end, so lines can be cut apart."""
    lines = html.removesuffix("\n").split("\n")
    marked = info.marked
    pieces = []
    for number, line in enumerate(lines, 1):
        shown = f'<span class="ln">{number + info.first_number - 1}</span>{line}' if info.first_number else line
        pieces.append(f'<mark class="hll">{shown}\n</mark>' if number in marked else f"{shown}\n")
    return "".join(pieces)


def highlight(code: str, language: str) -> str:
    """Code as HTML spans with Pygments' short classes; escaped text for a language that is not known."""
    lexer = lexer_of(language) if len(code) <= MAX_HIGHLIGHTED else None
    if lexer is None:
        return escape(code)
    classes = _classes()
    pieces: list[str] = []
    for css, text in _merged(tokens_of.tokens_of(lexer, code), classes):
        safe = escape(text)
        if not css:
            pieces.append(safe)
        elif "\n" not in safe:
            pieces.append(f'<span class="{css}">{safe}</span>')
        else:
            lines = safe.split("\n")
            pieces.append("\n".join(f'<span class="{css}">{line}</span>' if line else "" for line in lines))
    return "".join(pieces)


def _merged(tokens: Any, classes: dict[Any, str]) -> Iterator[tuple[str, str]]:
    """Runs of tokens of one class, in order."""
    last = ""
    held: list[str] = []
    for _, kind, text in tokens:
        if not text:
            continue
        css = classes.get(kind)
        if css is None:
            css = classes[kind] = _class_of(kind)
        if css != last and held:
            yield last, "".join(held)
            held = []
        last = css
        held.append(text)
    if held:
        yield last, "".join(held)


@lru_cache(1)
def _classes() -> dict[Any, str]:
    from pygments.token import STANDARD_TYPES

    return {kind: "" if css in _DROPPED else css for kind, css in STANDARD_TYPES.items()}


def _class_of(kind: Any) -> str:
    """The class of the nearest standard token type above one that a lexer made up."""
    classes = _classes()
    while kind is not None and kind not in classes:
        kind = kind.parent
    return classes.get(kind, "")


@lru_cache(1)
def _known() -> frozenset[str]:
    from pygments.lexers import get_all_lexers

    return frozenset(alias for _, names, _, _ in get_all_lexers(plugins=False) for alias in names)


@lru_cache(128)
def lexer_of(language: str) -> Any:
    """The lexer of a language by any of its names; None for one that is not known."""
    if language not in _known():  # asked first: for an unknown name Pygments would read every installed package
        return None
    from pygments.lexers import get_lexer_by_name

    return get_lexer_by_name(language, stripnl=False)

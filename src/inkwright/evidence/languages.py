"""Which fences are programs, and which of those are run here."""

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from pathlib import PurePosixPath

from inkwright.model.snippet import Snippet
from inkwright.model.source import TEXTS

NOT_CODE = frozenset(
    {
        "text", "txt", "plain", "plaintext", "output", "console-output", "mermaid", "dot", "graphviz", "plantuml",
        "math", "latex", "tex", "bibtex", "json", "json5", "jsonl", "yaml", "yml", "toml", "ini", "csv", "tsv", "xml",
        "html", "svg", "css", "markdown", "md", "mdx", "diff", "patch", "log", "none", "ascii", "tree", "table",
        "chart",
    }
)  # fmt: skip
"""Languages of fences that show data, markup or a picture: nobody would run them, so they count nowhere."""

_MEANT = ("python", "javascript", "typescript", "console", "output", "powershell", "mermaid", "kotlin", "haskell")
"""Words that a fence is likely to mean when it begins with one much like them."""
_OWN = frozenset({*_MEANT, "cython", "ipython", "jython", "outputs"})


def code_only(found: Sequence[Snippet]) -> list[Snippet]:
    """The snippets that a run has to do with, in order: programs, and data that is saved as a file (`file=`)."""
    return [snippet for snippet in found if snippet.file or is_program(snippet)]


def is_program(snippet: Snippet) -> bool:
    """Whether a fence shows a program rather than data, markup or a picture. A fence in a language of transcripts
    that shows none (a console's output alone) is none either."""
    if snippet.language in ("console", "terminal", "pycon") or snippet.language.endswith(("session", "sessions")):
        return bool(snippet.prompt)
    return snippet.language not in NOT_CODE


def runs(snippet: Snippet, languages: Collection[str]) -> bool:
    """Whether a snippet's code is to be run, `languages` being those that are run here."""
    return is_program(snippet) and not snippet.norun and snippet.language in languages


def why_not(snippet: Snippet) -> str:
    """Why a snippet that is not run is not: its own reason, else that its language is not listed."""
    if snippet.norun:
        return snippet.norun
    near = [] if snippet.language in _OWN else get_close_matches(snippet.language, _MEANT, 1, 0.8)
    meant = f"; did you mean {near[0]}?" if near else ""
    return f"{snippet.language} is not listed under [run] languages{meant}"


def bad_name(snippet: Snippet) -> str:
    """The first name of `file=`, `figure=` or `writes=` that no snippet may use, "" when all are well: what is no place
    below the post's folder, and for what is kept beside the post texts and settings, which are the author's."""
    made = (*snippet.figures, *snippet.writes)
    names = (snippet.file, *made)
    return next((name for name in names if name and (not _below(name) or (name in made and _is_authors(name)))), "")


def why_bad(name: str) -> str:
    """What is wrong with such a name, as the end of a sentence."""
    if _below(name):
        return "is the author's to write: snippets make data and pictures, no texts or settings"
    return "is no name of a file below the post's folder"


def _is_authors(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/").casefold())
    return path.suffix in TEXTS or path.name == "inkwright.toml"


def _below(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return not path.is_absolute() and ".." not in path.parts and path.name not in ("", ".") and ":" not in name

"""A clip -> the note that keeps it: front matter that says whose words these are, and the words quoted."""

import re
import unicodedata

from inkwright.model.clip import KINDS, Clip, ClipKind
from inkwright.model.errors import UsageError
from inkwright.model.regex import regex
from inkwright.notes.fields import one_line
from inkwright.text.front_matter import patch

TITLE = 70
"""Characters of a title made from the text."""
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".heif", ".avif", ".svg", ".tif", ".tiff"})
"""Names of files that are pictures end like this, in small letters."""
_LANGUAGES = {
    "py": "python", "pyi": "python", "js": "javascript", "mjs": "javascript", "ts": "typescript", "rs": "rust",
    "rb": "ruby", "sh": "bash", "zsh": "bash", "kt": "kotlin", "cs": "csharp", "cc": "cpp", "cxx": "cpp", "hpp": "cpp",
    "h": "c", "cu": "cuda", "yml": "yaml", "md": "markdown", "hs": "haskell", "ex": "elixir", "jl": "julia",
    "tf": "hcl", "ps1": "powershell", "pl": "perl",
}  # fmt: skip
_CODE = frozenset({
    *_LANGUAGES, "c", "cpp", "go", "java", "tsx", "jsx", "sql", "toml", "yaml", "json", "lua", "swift", "scala", "r",
    "zig", "nix", "proto", "css", "bash", "php", "ml", "clj", "dart", "vim",
}) - {"md"}  # fmt: skip
_LINES = regex(r"\s*L?(\d{1,7})\s*(?:[-:,]\s*L?(\d{1,7})\s*)?")
_MARKS = regex(r"[#>*_`~\[\]!|]+|\]\([^)]*\)|<[^>]*>")
_SENTENCE = regex(r"(?<=[.!?])\s")
_DROPPED = regex(r"[^\w\s-]+")
_GAPS = regex(r"[\s_-]+")


def kind_named(typed: str) -> ClipKind:
    """The kind that a word, or the beginning of just one, means. Raises UsageError."""
    found = [kind for kind in KINDS if typed and kind.startswith(typed.strip().lower())]
    exact = [kind for kind in found if kind == typed.strip().lower()]
    if len(exact or found) == 1:
        return (exact or found)[0]
    raise UsageError(f'there is no kind of clip "{typed}"', hint=f"Choose one of: {', '.join(KINDS)}.")


def kind_of(name: str) -> ClipKind:
    """The kind of clip that a file's name suggests; a paragraph when it suggests none."""
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    if suffix in PICTURES:
        return "sketch"
    if suffix in (".html", ".htm", ".xhtml"):
        return "post"
    return "code" if suffix[1:] in _CODE else "paragraph"


def language_of(name: str) -> str:
    """The language that the name of a file tells, as a fence names it; "" for one without an extension."""
    suffix = name.rpartition("/")[2].rpartition(".")
    return _LANGUAGES.get(suffix[2].lower(), suffix[2].lower()) if suffix[1] else ""


def line_range(typed: str) -> tuple[int, int]:
    """First and last line of `10-24` or `12`, 1-based and inclusive; (0, 0) for "". Raises UsageError."""
    if not typed.strip():
        return 0, 0
    found = _LINES.fullmatch(typed)
    first = int(found[1]) if found else 0
    last = int(found[2] or found[1]) if found else 0
    if not first or last < first:
        raise UsageError(f'"{typed}" names no lines', hint="Write them as 10-24 or 12.")
    return first, last


def pick_lines(text: str, first: int, last: int, name: str) -> str:
    """Those lines of a file without their common indentation; all of it for 0. Raises UsageError past the end."""
    lines = text.removeprefix("\ufeff").splitlines()
    if last > len(lines):
        raise UsageError(f"there is no line {last}: the file has {len(lines)}", path=name, line=0)
    kept = lines[first - 1 : last] if first else lines
    indents = {line[: len(line) - len(line.lstrip())] for line in kept if line.strip()}
    common = min(indents, key=len, default="")
    if all(indent.startswith(common) for indent in indents):
        kept = [line.removeprefix(common) if line.strip() else "" for line in kept]
    return "\n".join(kept).strip("\n")


def title_of(clip: Clip) -> str:
    """What a clip is called: its own title, else its first words; for code its file and lines."""
    if clip.title.strip():
        return one_line(clip.title)
    if clip.kind == "code" and clip.path:
        return clip.path.rpartition("/")[2] + (f", lines {clip.lines}" if clip.lines else "")
    first = next((line for line in map(_plain, clip.text.splitlines()) if line), "")
    first = _SENTENCE.split(first)[0]
    if len(first) > TITLE:
        first = first[:TITLE].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    return first or {"sketch": "Sketch"}.get(clip.kind, clip.kind.capitalize())


def _plain(line: str) -> str:
    return one_line(_MARKS.sub(" ", line)).strip(" -–—")


def slug_of(title: str) -> str:
    """A title as the name of a file: small letters of any script, digits and hyphens, at most 60; "clip" for none."""
    text = _DROPPED.sub(" ", unicodedata.normalize("NFC", title).lower())
    slug = _GAPS.sub("-", text).strip("-")
    if len(slug.encode()) > 60:
        slug = slug.encode()[:60].decode("utf-8", "ignore")
        slug = slug.rpartition("-")[0] or slug
    return slug or "clip"


def note_of(clip: Clip, today: str) -> str:
    """The text of a clip's note. `today` is ISO. Raises UsageError when there is nothing to keep."""
    if not clip.text.strip() and not clip.picture:
        raise UsageError("there is nothing to clip: the text is empty")
    front = {
        "title": title_of(clip), "kind": clip.kind, "url": one_line(clip.url), "author": one_line(clip.author),
        "date": clip.date or today, "captured": today, "licence": one_line(clip.licence),
        "source": "hearsay" if clip.hearsay else "", "project": one_line(clip.project), "language": clip.language,
        "repo": clip.repo, "commit": clip.commit, "path": clip.path, "lines": clip.lines,
        "picture": clip.picture, "paper": one_line(clip.paper), "page": one_line(clip.page),
        "section": one_line(clip.section),
    }  # fmt: skip
    body = {"code": _code, "sketch": _sketch}.get(clip.kind, _quoted)(clip)
    return patch(body, {key: value for key, value in front.items() if value})


def _code(clip: Clip) -> str:
    """A fence longer than any run of backticks inside, and the place it came from."""
    longest = max((len(run) for run in re.findall(r"`{3,}", clip.text)), default=2)
    fence = "`" * (longest + 1)
    where = f"{clip.repo}@{clip.commit[:12]}:{clip.path}" if clip.repo else clip.path
    said = _attribution(clip, where)
    return f"{fence}{clip.language}\n{clip.text}\n{fence}\n" + (f"\n{said}\n" if said else "")


def _sketch(clip: Clip) -> str:
    alt = title_of(clip).replace("[", "(").replace("]", ")")
    text = f"\n{clip.text.strip()}\n" if clip.text.strip() else ""
    return f"![{alt}](<{clip.picture}>)\n{text}"


def _quoted(clip: Clip) -> str:
    """The words with a quote mark before each line, and whose they are."""
    lines = clip.text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")
    quoted = "\n".join(f"> {line}".rstrip() for line in lines)
    said = _attribution(clip, title_of(clip) if clip.title else clip.url)
    return f"{quoted}\n" + (f"\n{said}\n" if said else "")


def _attribution(clip: Clip, label: str) -> str:
    """The line below a quotation: author, linked source, date; "" when none of them is known."""
    label = one_line(label).replace("[", "(").replace("]", ")")
    linked = f"[{label or clip.url}](<{one_line(clip.url)}>)" if clip.url else label
    place = [
        f"{mark}{one_line(said)}" for mark, said in (("p. ", clip.page), ("section ", clip.section)) if said.strip()
    ]
    cited = f"[@{one_line(clip.paper)}]" if clip.paper.strip() else ""
    parts = [part for part in (one_line(clip.author), linked, cited, *place, clip.date) if part]
    known = clip.url or clip.author or clip.paper or place or clip.kind == "code"
    return f"— {', '.join(parts)}" if parts and known else ""

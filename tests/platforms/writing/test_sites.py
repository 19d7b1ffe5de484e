"""What every generator that is written for must do: what is read back is what was public, and nothing else left."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from inkwright.model.document import FrontMatter
from inkwright.model.post import Metadata, PostFile
from inkwright.model.source import DIALECTS, Source
from inkwright.platforms.generators import entry_of, generator_named
from inkwright.platforms.metadata import metadata_of
from inkwright.platforms.platform import Folder
from inkwright.platforms.reading.dialects import plain_dialect
from inkwright.platforms.writing.found import writes_of, written_for
from inkwright.platforms.writing.site import Writes, front_for, public_metadata
from inkwright.render.html import RenderOptions, render
from inkwright.render.markdown.flavour import Flavour, Places, Shown
from inkwright.render.markdown.rewrite import rewritten
from inkwright.text.front_matter import patch
from inkwright.text.markdown import parse, parse_text
from inkwright.text.public import public_text

SECRET = "canary"
WORDS = st.sampled_from(
    ["Cache", "misses cost *much* here", "a `kernel` of **three** parts", "see [the page](https://example.org/a?b=1)",
     "it takes 45 ms", "note[^1] follows", "costs $5 and ~7 MB", "one ~~two~~ three", "$a_b^2$ grows",
     "a\\*b and 3 < 4", "x &amp; y", "see <https://example.org>", "a {brace} in words", "so $x<y$ and $2^{k}$, too"]
)  # fmt: skip
BLOCKS = {
    "plain": ["## A heading", "- one\n- two\n  - three", "1. first\n2. second", "> quoted\n> words", "***",
              "![a plot](plot.png \"Title\")", "| a | b |\n|---|:-:|\n| 1 | *2* |", "- [ ] open\n- [x] done",
              "Text with a remark ^[said aside] in it.", "Line one  \nline two"],
    "code": ["```python\nprint('{{ x }} {% y %} {a} <b>')\n```", "```\nplain\n```", "    indented code",
             "`{{ inline }}` code", "```go-html-template\n{{< figure >}}\n```"],
    "math": ["$$\nE = mc^2\n$$"],
    "callout": ["> [!tip] Mind this\n> Some *words*.\n>\n> - and\n> - more", "> [!note]\n> Plain.",
                "> [!warning] Out\n> Before.\n>\n> > [!note] In\n> > Inside.",
                "> [!tip] Run it\n> ```python\n> x = 1\n>\n> y = 2\n> ```\n>\n>     indented",
                "- one\n\n  > [!note]\n  > In a list.", "> quoted\n>\n> > [!note] Deep\n> > Words."],
    "mermaid": ["```mermaid\ngraph TD; A-->B\n```"],
    "highlight": ["Some ==marked== words."],
}  # fmt: skip
HIDDEN = [
    f"<!-- plan\n- {SECRET}\n-->", f"<!-- section: {SECRET} 1-2 -->", f"<!-- {SECRET} -->", f"%%{SECRET}%%",
    f"It is 45 ms<!--={SECRET}.json#a .1f ms--> now.", f"Words <!-- inkwright: allow {SECRET} --> go on.",
    f'```python norun="{SECRET}" timeout=3\nx = 1\n```', f"```text output tolerance={SECRET}\n1\n```",
    f"> quoted <!-- {SECRET} -->\n> on",
]  # fmt: skip
TITLES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="[]"), min_size=1)
FRONTS = st.fixed_dictionaries(
    {"title": TITLES},
    optional={
        "subtitle": TITLES, "description": TITLES, "date": st.dates().map(str), "updated": st.dates().map(str),
        "draft": st.booleans(), "tags": st.lists(st.sampled_from(["gpu", "C++", "large models"]), unique=True),
        "authors": st.lists(st.sampled_from(["Ada L", "Bo"]), unique=True), "showToc": st.booleans(),
        "TocOpen": st.booleans(), "slug": st.just("a-slug"), "canonical_url": st.just("https://example.org/x"),
        "aliases": st.just(["/old/"]), "series": st.just("Kernels"), "image": st.just("plot.png"),
        "thesis": st.just(SECRET), "audience": st.just("team"), "syndicated": st.just({"devto": SECRET}),
        "custom": st.sampled_from(["kept", 3, True, ["a", "b"]]),
    },
)  # fmt: skip
SAME = Places(Shown, Shown, Shown, lambda kind, source, alt: Shown(""), lambda block: "")


def everything(writes: Writes) -> Flavour:
    """The flavour of a repository that has every hook there is."""
    folder = Folder(("any",), lambda path: "", lambda path: True, lambda globs: lambda path: True)
    return replace(writes.flavour_where(folder), calls=None)


def kept_by(name: str, writes: Writes) -> list[str]:
    """The constructs that a generator has in a form that our reader knows too."""
    flavour = everything(writes)
    kinds = ["plain", "code", "math"]
    kinds += ["callout"] if flavour.callouts in ("alert", "colons", "div", "indented") else []
    kinds += ["mermaid"] if flavour.mermaid == "fence" else []
    return [*kinds, "highlight"] if flavour.highlight[0] == "<mark>" and not flavour.mdx else kinds


def bodies(name: str) -> st.SearchStrategy[str]:
    shown = [block for kind in kept_by(name, writes_of(name)) for block in BLOCKS[kind]]
    paragraph = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
    block = st.one_of(paragraph, st.sampled_from(shown), st.sampled_from(HIDDEN))
    return st.lists(block, max_size=8).map(lambda found: "\n\n".join([*found, "[^1]: A note."]) + "\n")


def shown_html(text: str, dialect: str = "markdown") -> str:
    """The HTML of a text; what differs only in how things are named, numbered or spaced is made alike."""
    source = Source("p.md", text, dialect)  # type: ignore[arg-type]
    html = render(parse(source), RenderOptions(heading_links=False))
    html = re.sub(r"(fn(?:ref)?-)[\w-]+", r"\1n", html)
    html = re.sub(r"(\{\{&lt;)/\*(.*?)\*/(&gt;\}\})", r"\1\2\3", html)  # Hugo shows such a call as written
    html = html.replace("<mark>", "[mark]").replace("</mark>", "[/mark]")
    return re.sub(r"\s+", " ", html)


@pytest.mark.parametrize("name", written_for())
@settings(deadline=None)
@given(data=st.data())
def test_what_is_read_back_is_what_was_public(name, data):
    writes = writes_of(name)
    body, front = data.draw(bodies(name)), data.draw(FRONTS)
    document = parse_text(f"{patch('', front)}\n{body}", "posts/p/index.md")
    metadata = metadata_of(document.front_matter.data)

    made = rewritten(document, everything(writes), SAME, metadata.title)
    theirs, _ = front_for(metadata, writes)
    written = f"{patch('', theirs)}\n{made.text}"
    assert SECRET not in written

    path = f"{writes.folder}/{writes.file.format(slug='p', date='2026-01-01')}"
    dialect = DIALECTS.get(path[path.rindex(".") :], "markdown")
    again = parse(Source(path, written, dialect))
    read = plain_dialect(written[again.front_matter.span.end :], name, [])
    assert shown_html(read, dialect) == shown_html(public_text(document))
    same_metadata(name, writes, metadata, again.front_matter, path)


def same_metadata(name: str, writes: Writes, metadata: Metadata, front: FrontMatter, path: str) -> None:
    generator = generator_named(name)
    layout = generator.configure(Folder((), lambda path: "", lambda path: False, lambda globs: lambda path: None))
    found = entry_of(generator, layout, PostFile("p", path), front).metadata
    wanted = public_metadata(metadata)
    known = {ours for ours, _ in writes.front}
    for one in fields(Metadata):
        value, read = getattr(wanted, one.name), getattr(found, one.name)
        if one.name == "extra":
            assert value.items() <= read.items()
        elif one.name in known and not (value in ("", (), None) or (one.name == "draft" and writes.draft_file)):
            assert read == value, one.name


def test_every_generator_of_the_contract_can_be_written_for():
    assert set(written_for()) == {"astro", "docusaurus", "hugo", "jekyll", "mkdocs", "nextjs", "quarto"}


@pytest.mark.parametrize("name", written_for())
def test_what_has_no_key_is_told(name):
    metadata = Metadata(**{one.name: "x" for one in fields(Metadata) if one.type is str and one.name != "date"})
    front, lost = front_for(replace(metadata, visibility="unlisted"), writes_of(name))
    words = {ours for ours, _ in writes_of(name).front}
    planned = {"template", "pillar", "keyword"}
    assert set(lost) == {one for one in ("title", "subtitle", "description", "updated", "series",
                                         "canonical_url", "visibility", "image") if one not in words}  # fmt: skip
    assert not planned & set(front)


def folder(**files: str) -> Folder:
    """A repository in memory; `__` in a name is a slash, `_0_` a dot."""
    texts = {name.replace("__", "/").replace("_0_", "."): text for name, text in files.items()}

    def matcher(globs):
        wanted = [
            re.compile(re.sub(r"\\\{(.*?)\\\}", lambda m: f"({m[1].replace(',', '|')})", re.escape(glob)) + r"\Z")
            for glob in globs
        ]
        return lambda name: any(one.match(name) for one in wanted)

    return Folder(sorted(texts), texts.__getitem__, texts.__contains__, matcher)


@pytest.mark.parametrize(
    ("name", "files", "known", "unknown"),
    [
        ("hugo", {"layouts__shortcodes__gadget_0_html": ""}, {"gadget", "youtube"}, {"alert"}),
        ("hugo", {"themes__t__layouts___shortcodes__box_0_html": ""}, {"box"}, {"gadget"}),
        ("jekyll", {"_includes__box_0_html": "", "_config_0_yml": "title: x\n"}, {"box", "raw"}, {"gone"}),
        ("nextjs", {"mdx-components_0_js": "import { Tip } from './tip';\n"}, {"Tip"}, {"Youtube"}),
    ],
)
def test_which_calls_a_repository_knows(name, files, known, unknown):
    calls = writes_of(name).flavour_where(folder(**files)).calls
    assert calls is not None and known <= calls and not unknown & calls


@pytest.mark.parametrize(
    ("name", "files"),
    [("hugo", {"go_0_mod": "module x\n"}), ("jekyll", {"_config_0_yml": "title: x\ntheme: minima\n"})],
)
def test_what_comes_in_packages_may_know_any_call(name, files):
    assert writes_of(name).flavour_where(folder(**files)).calls is None


def test_front_matter_that_would_end_a_build_stays_behind():
    front, lost = front_for(Metadata(extra={"hide": True, "pin": True, "own": 1}), writes_of("mkdocs"))
    assert "hide" not in front and front["pin"] is True and front["own"] == 1 and "hide" in lost

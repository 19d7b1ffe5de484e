"""What the product finds in a folder of the corpus, as plain numbers that can be committed."""

import hashlib
import importlib.util
from collections import Counter
from pathlib import Path

from inkwright.flows.load import load_site
from inkwright.flows.survey import survey
from inkwright.model.document import Document
from inkwright.text.markdown import parse
from inkwright.workspace.folder import Workspace

TODAY = "2026-11-21"
MARKDOWN = (".md", ".mdx", ".markdown", ".qmd")
FOLDERS = (
    "posts/docusaurus-llm-d", "posts/hugo-etcd", "posts/jekyll-fastpages", "posts/jekyll-scikit-learn",
    "posts/mdx-hf-course", "posts/quarto-great-tables", "sites/hugo-blowfish-samples", "sites/hugo-coder-example",
    "sites/jekyll-minima", "vaults/digital-garden", "vaults/kepano", "vaults/obsidian-export-cases",
)  # fmt: skip
COUNTED = ("headings", "fences", "images", "links", "footnotes", "footnote_refs", "wikilinks", "embeds")
"""What both the parser and the crude count tell."""

_spec = importlib.util.spec_from_file_location("corpus_crude", Path(__file__).with_name("crude.py"))
crude = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(crude)


def of_document(document: Document) -> Counter[str]:
    """What the parser finds, in the words of the crude count: `links` are those written `[text](target)`."""
    inlines = document.all_inlines
    return Counter(
        headings=len(document.of_kind("heading")),
        fences=sum(block.name == "fenced" for block in document.of_kind("code")),
        images=sum(inline.kind == "image" and inline.name == "inline" for inline in inlines),
        links=sum(inline.kind == "link" and inline.name == "inline" for inline in inlines),
        footnotes=len(document.of_kind("footnote")),
        footnote_refs=sum(inline.kind == "footnote_ref" for inline in inlines),
        wikilinks=sum(inline.kind == "wikilink" for inline in inlines),
        embeds=sum(inline.kind == "embed" for inline in inlines),
    )


def documents(folder: Path) -> list[Document]:
    """All texts of a folder, hidden folders left out, sorted by path."""
    workspace = Workspace(folder, inside=False)
    names = [name for name in workspace.files(("**",)) if name.lower().endswith(MARKDOWN)]
    return [parse(workspace.read(name)) for name in names]


def digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of the folder's texts, so that a changed corpus is told from changed code."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in MARKDOWN):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def expectations(folder: Path) -> dict:
    """Everything that is expected of one folder."""
    found = survey(Workspace(folder, inside=False))
    site = load_site(found.workspace, TODAY)
    texts = documents(folder)
    counted: Counter[str] = Counter()
    second: Counter[str] = Counter()
    others: Counter[str] = Counter()
    opaque: Counter[str] = Counter()
    problems: dict[str, int] = {}
    for document in texts:
        counted += of_document(document)
        second += crude.count(document.text)
        others.update(
            f"{i.kind} {i.name}" for i in document.all_inlines if i.kind in ("link", "image") and i.name != "inline"
        )
        others.update(block.kind for block in document.all_blocks if block.kind in ("table", "callout", "math"))
        others.update(i.kind for i in document.all_inlines if i.kind == "math")
        others.update(f"code {block.name}" for block in document.of_kind("code") if block.name != "fenced")
        opaque.update(block.name for block in document.of_kind("opaque"))
        opaque.update(inline.name for inline in document.inlines_of("opaque"))
        if document.front_matter.problems:
            problems[document.source.path] = len(document.front_matter.problems)
    published = [post for post in site.posts if post.published]
    return {
        "digest": digest(folder),
        "generator": site.generator,
        "texts": len(texts),
        "posts": sum(post.file.kind == "post" for post in site.posts),
        "pages": sum(post.file.kind == "page" for post in site.posts),
        "published": len(published),
        "held_back": {post.file.path: post.held_back for post in site.posts if not post.published},
        "not_read": [file.path for file in site.unreadable],
        "counts": {name: counted[name] for name in COUNTED},
        "crude": {name: second[name] for name in COUNTED},
        "others": dict(sorted(others.items())),
        "opaque": dict(sorted(opaque.items())),
        "front_matter_problems": problems,
    }

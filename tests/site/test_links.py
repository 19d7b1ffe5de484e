"""Every internal address of a built tree leads to a file, every fragment to an id."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

import inkwright
from inkwright.flows.build import build
from inkwright.workspace.folder import open_workspace

GOLDEN = Path(__file__).resolve().parent / "golden" / "workspace"
DEMO = Path(inkwright.__file__).parent / "demo" / "workspace"
HOST = "https://here.invalid/"
BROKEN_ON_PURPOSE = {"/nowhere/"}
"""Addresses that the golden workspace writes to places that do not exist."""


def broken(tree: Path, base: str) -> Iterator[str]:
    """One line for each internal address in the HTML files of a tree that leads nowhere."""
    ids: dict[Path, set[str]] = {}
    pages = {path: LexborHTMLParser(path.read_text("utf-8")) for path in tree.rglob("*.html")}
    for path, page in pages.items():
        ids[path] = {node.attributes["id"] or "" for node in page.css("[id]")}
    for path, page in pages.items():
        own = HOST + path.relative_to(tree).as_posix()
        for node in page.css("[href],[src]"):
            target = node.attributes.get("href") or node.attributes.get("src") or ""
            if target in BROKEN_ON_PURPOSE:
                continue
            target = target.removeprefix(base) if path.name == "404.html" else target
            address = urlsplit(urljoin(own, target))
            if f"{address.scheme}://{address.netloc}/" != HOST:
                continue
            file = tree / unquote(address.path).lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                yield f"{path.relative_to(tree)}: {target}"
            elif address.fragment and unquote(address.fragment) not in ids.get(file, set()):
                yield f"{path.relative_to(tree)}: {target} (no such id)"


@pytest.mark.parametrize(("workspace", "base"), [(GOLDEN, "/log"), (DEMO, "")], ids=["golden", "demo"])
def test_every_internal_link_resolves(workspace: Path, base: str, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(workspace, tmp_path / "copy"))
    build(open_workspace(copy), "2026-11-21")
    tree = copy / "public"
    assert len(list(tree.rglob("*.html"))) > 10
    assert list(broken(tree, base)) == []


def test_the_check_itself_finds_what_is_broken(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<a href="gone/">x</a><a href="#no">y</a><a id="yes" href="#yes">z</a>', "utf-8"
    )
    assert list(broken(tmp_path, "")) == ["index.html: gone/", "index.html: #no (no such id)"]

"""The HTML checker of the W3C (vnu) finds no error in a page of ours.

What a writer wrote as HTML stays as it was written, slips included: an error is theirs where the element that it points
at stands, character by character, in a file of theirs.
"""

import json
import re
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from tests.interop.conftest import FOREIGN, SOURCES, THEMES, Sites, program, tool

pytestmark = pytest.mark.interop
JAR = "checks/node_modules/vnu-jar/build/dist/vnu.jar"
_VALUE = re.compile(r"\{\{.*?\}\}")
"""A value that the generator fills in."""
_CUT = ("Unclosed element", "there were open elements")
"""What one tag too few or too many makes of the page around it."""


def errors(tree: Path) -> list[dict[str, Any]]:
    """What the checker calls an error, in all pages of a tree."""
    command = [program("java"), "-jar", str(tool(JAR)), "--skip-non-html", "--format", "json", "--exit-zero-always"]
    done = subprocess.run([*command, str(tree)], capture_output=True, text=True, check=False)
    found = json.loads(done.stderr or done.stdout)["messages"]
    assert not [one for one in found if one["type"] == "non-document-error"], found
    return [one for one in found if one["type"] == "error"]


def marked(error: dict[str, Any]) -> str:
    """The part of the page that an error points at."""
    start = error.get("hiliteStart", 0)
    return str(error.get("extract", "")[start : start + error.get("hiliteLength", 0)])


def plain(text: str) -> str:
    """HTML without what rewriting addresses and filling in values changes."""
    return " ".join(unescape(_VALUE.sub("", text)).split())


def told(error: dict[str, Any], tree: Path) -> str:
    page = error["url"].removeprefix("file:").removeprefix(str(tree))
    return f"{page}:{error.get('lastLine')}: {error['message']} {error.get('extract', '')!r}"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["demo", "golden"])
def test_no_page_of_ours_has_an_error(sites: Sites, name: str, theme: str) -> None:
    tree = sites.tree(name, theme)
    assert [told(error, tree) for error in errors(tree)] == []


@pytest.mark.corpus
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", FOREIGN)
def test_no_page_of_other_writers_has_an_error_of_ours(sites: Sites, name: str, theme: str) -> None:
    tree = sites.tree(name, theme)
    texts = plain(
        "\0".join(
            path.read_text("utf-8", "replace")
            for path in sorted(SOURCES[name].rglob("*"))
            if path.is_file() and path.suffix in (".md", ".mdx", ".qmd", ".markdown", ".html")
        )
    )
    ours, cut = [], set()
    for error in errors(tree):
        theirs = bool(plain(marked(error))) and plain(marked(error)) in texts
        if theirs and _CUT[0] in error["message"]:
            cut.add(error["url"])
        if not theirs:
            ours.append(error)
    ours = [one for one in ours if not (one["url"] in cut and _CUT[1] in one["message"])]
    assert [told(error, tree) for error in ours] == []


def test_the_checker_does_find_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<!doctype html><html lang=en><title>A</title><p><img src=a.png></p></p>")
    assert len(errors(tmp_path)) == 2

"""The bibliography of a post: which file, read once, checked and published."""

from pathlib import Path

import pytest

from inkwright.flows.build import build
from inkwright.flows.check import check
from inkwright.flows.load import load_site
from inkwright.flows.references import Bibliographies
from inkwright.model.finding import Finding
from inkwright.model.post import Metadata
from inkwright.model.reference import Bibliography
from inkwright.text.markdown import parse
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"
BIB = "@article{a, author={Ada}, title={T}, year=1843, url={https://x.org}}\n@misc{unused, title={U}}\n"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("inkwright.toml", "")
    return tmp_path


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def post(body: str, front: str = "") -> None:
    write("posts/p/index.md", f"---\ntitle: P\ndate: 2026-11-01\n{front}---\n{body}\n")


def findings(rule: str) -> list[Finding]:
    (one,) = check(["posts/p/index.md"], TODAY, force=True)
    return [finding for finding in one.findings if finding.rule == rule]


def works() -> Bibliography:
    (one,) = load_site(open_workspace(), TODAY).posts
    return one.bibliography


@pytest.mark.parametrize("path", ["posts/p/references.bib", "references.bib"])
def test_the_usual_file_beside_the_post_or_in_the_root(blog: Path, path: str) -> None:
    write(path, BIB)
    post("Cards [@a].")
    assert works().files == (path,)
    assert set(works().references) == {"a", "unused"}


@pytest.mark.parametrize(("name", "path"), [
    ("refs.bib", "posts/p/refs.bib"), ("[one.bib, ../two.bib]", "posts/two.bib"), ("/lib/all.bib", "lib/all.bib"),
])  # fmt: skip
def test_the_named_file(blog: Path, name: str, path: str) -> None:
    write("posts/p/one.bib", "")
    write(path, BIB)
    post("Cards, as @a says.", f"bibliography: {name}\n")
    assert works().files[-1] == path
    assert "a" in works().references


def test_an_unknown_key_is_an_error_at_the_key(blog: Path) -> None:
    write("references.bib", BIB)
    post("Cards [@a] and more [@lost, p. 3].")
    (finding,) = findings("undefined-citation")
    assert (finding.severity, finding.message) == ("error", "`lost` is not in references.bib")
    assert finding.span.start == Path("posts/p/index.md").read_text().index("@lost")


def test_deleting_an_entry_is_an_error_with_its_line(blog: Path) -> None:
    write("references.bib", BIB)
    post("Cards [@a].")
    assert not findings("undefined-citation") and not findings("incomplete-reference")
    write("references.bib", BIB.splitlines()[1])
    assert len(findings("undefined-citation")) == 1


def test_a_file_that_changed_is_read_again_and_one_that_did_not_is_not(blog: Path) -> None:
    write("references.bib", BIB)
    post("Cards [@a].")
    workspace = open_workspace()
    known = Bibliographies(workspace)
    document = parse(workspace.read("posts/p/index.md"))
    first = known.of(document, "posts/p/index.md", Metadata())
    assert known.of(document, "posts/p/index.md", Metadata()).references is first.references
    write("references.bib", BIB + "@misc{more, year=2020}\n")
    assert "more" in known.of(document, "posts/p/index.md", Metadata()).references


def test_a_broken_entry_is_told_where_a_key_is_missing(blog: Path) -> None:
    write("references.bib", "\n@misc{a, title={x\n")
    post("Cards [@a].")
    (finding,) = findings("undefined-citation")
    assert "references.bib:2 (a brace is not closed)" in finding.message


@pytest.mark.parametrize("name", ["refs.bib", "../../../etc/passwd", "https://x.org/refs.bib"])
def test_a_named_file_that_is_not_there(blog: Path, name: str) -> None:
    post("Cards [@a].", f"bibliography: {name}\n")
    (finding,) = findings("undefined-citation")
    assert finding.message == f"there is no bibliography `{name}`: write its path as seen from the post"


def test_a_post_that_cites_nothing_reads_nothing(blog: Path) -> None:
    Path("references.bib").mkdir()
    post("Mail me@example.org.")
    assert works() == Bibliography()


PAPER = """---
title: On rings
key: lee2020
authors: [Ann Lee]
year: '2020'
url: https://e.org/r
---
## Problem

Secret.
"""


def test_a_note_of_a_paper_stands_in_for_an_entry(blog: Path) -> None:
    write("papers/lee2020.md", PAPER)
    post("Rings [@lee2020, p. 3] and [@nobody2021].")
    assert list(works().references) == ["lee2020"]
    assert [finding.message for finding in findings("undefined-citation")] == ["`nobody2021` is not in papers/"]


def test_a_note_and_a_bibliography_make_one_numbered_list_and_nothing_of_the_note_gets_out(blog: Path) -> None:
    write("papers/lee2020.md", PAPER)
    write("references.bib", BIB)
    post("Cards [@a], then rings [@lee2020], then cards [@a].\n\n## References")
    (one,) = load_site(open_workspace(), TODAY).posts
    assert list(one.bibliography.references) == ["a", "unused", "lee2020"]
    assert build(open_workspace(), TODAY).posts == 1
    page = (blog / "public/posts/p/index.html").read_text()
    assert page.index("Ada") < page.index("Ann Lee") and "On rings" in page and "Secret" not in page

import pytest

from inkwright.flows.check import Checker
from inkwright.flows.check_allow import allow
from inkwright.flows.check_paths import Place
from inkwright.model.finding import Checked
from inkwright.model.source import Source
from inkwright.text.edits import apply
from inkwright.workspace.folder import open_workspace

TEXTS = {
    "paragraph": "# A title\n\nFirst.\n\nIt is the the end.\n",
    "after a paragraph without a blank line": "First.\n## The the end\n\nText.\n",
    "list item": "First.\n\n- one\n- two, the the end\n  - inner\n",
    "quote": "> It is the the end.\n",
    "indented": "First.\n\n   It is the the end.\n",
    "crlf": "First.\r\n\r\nIt is the the end.\r\n",
    "first line with a BOM": "\ufeffIt is the the end.\n",
    "below front matter": "---\ntitle: A\n---\nIt is the the end.\n",
}


def checked(text: str, path: str, dialect: str = "markdown") -> Checked:
    place = Place(path, open_workspace("."), path)
    return Checker((place,), "2026-01-01").check_text(place, Source(path, text, dialect))  # type: ignore[arg-type]


@pytest.mark.parametrize("case", TEXTS)
@pytest.mark.parametrize(("path", "dialect"), [("post.md", "markdown"), ("post.mdx", "mdx")])
def test_the_comment_silences_the_finding_and_nothing_else(
    case: str, path: str, dialect: str, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(str(tmp_path))
    before = checked(TEXTS[case], path, dialect)
    finding = next(one for one in before.findings if one.rule == "repeated-word")
    edit = allow(before.document, finding)
    text = apply(TEXTS[case], [edit])
    assert text.replace(edit.text, "", 1) == TEXTS[case]
    assert ("\r\n" in edit.text) is (case == "crlf")
    after = checked(text, path, dialect)
    assert [one.rule for one in after.findings] == [one.rule for one in before.findings if one is not finding]


def test_a_finding_outside_all_blocks_is_allowed_for_the_file(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(str(tmp_path))
    text = "---\ntitle: [a\n---\n\nText.\n"
    before = checked(text, "post.md")
    finding = next(one for one in before.findings if one.span.start < 18)
    assert apply(text, [allow(before.document, finding)]).startswith(
        f"---\ntitle: [a\n---\n<!-- inkwright: allow-file {finding.rule} -->\n"
    )

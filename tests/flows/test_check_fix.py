import itertools
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.cli.main import run
from inkwright.flows.check import Checker
from inkwright.flows.check_fix import mend, mend_place, write
from inkwright.flows.check_paths import Place
from inkwright.model.document import Source
from inkwright.model.errors import ConflictError
from inkwright.workspace.folder import Workspace

TODAY = "2026-11-21"
FAULTY = "\ufeff---\r\ntitle: x\r\n---\r\n"
FAULTY += "We read the the file in order to win: https://example.com/a\r\n\r\n```\r\nthe the\r\n```\r\n"
SAFE = FAULTY.replace("the the file", "the file").replace("https://example.com/a", "<https://example.com/a>")
UNSAFE = SAFE.replace("in order to", "to")


@pytest.fixture
def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_bytes(FAULTY.encode())
    return Path("a.md")


def test_safe_fixes_change_only_what_theymend_place(post: Path) -> None:
    (one,) = mend(["a.md"], TODAY)
    assert one.after == SAFE
    assert one.fixed == 2
    assert post.read_bytes() == FAULTY.encode(), "mend writes nothing"
    write(one)
    assert post.read_bytes() == SAFE.encode()
    assert mend(["a.md"], TODAY) == []


def test_unsafe_fixes_come_only_when_asked(post: Path) -> None:
    (one,) = mend(["a.md"], TODAY, unsafe=True)
    assert one.after == UNSAFE
    assert "-We read the the file in order to win" in one.diff


def test_a_file_that_changed_meanwhile_is_never_overwritten(post: Path) -> None:
    (one,) = mend(["a.md"], TODAY)
    post.write_text("Another hand was here.\n")
    with pytest.raises(ConflictError):
        write(one)
    assert post.read_text() == "Another hand was here.\n"


def test_the_command(post: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["inkwright", "check", "--fix", "a.md"])
    with pytest.raises(SystemExit) as ended:
        run()
    said = capsys.readouterr()
    assert ended.value.code == 0
    assert said.err == "fixed 2 findings in 1 file\n"
    assert "repeated-word" not in said.out
    assert post.read_bytes() == SAFE.encode()


def test_an_allowed_finding_is_not_fixed(post: Path) -> None:
    post.write_text("<!-- inkwright: allow repeated-word -->\nWe read the the file.\n")
    assert mend(["a.md"], TODAY, unsafe=True) == []


class Held(Workspace):
    """A workspace whose one file holds a given text, on no disk."""

    def __init__(self, root: Path, text: str) -> None:
        super().__init__(root, inside=False)
        self._text = text

    def read(self, path: str | Path) -> Source:
        return Source(str(path), self._text)


def mended(text: str, unsafe: bool, file: Path = Path("/nowhere/a.md")) -> str:
    """The text after all fixes, without touching the disk."""
    place = Place(file.name, Held(file.parent, text), file.name)
    return mend_place(Checker([place], TODAY), place, unsafe).after


PIECES = st.sampled_from(
    ["the the ", "in order to ", "At this point in time, ", "very ", "https://example.com/x ", "`the the` ", "**a a** ",
     "[of of](x) ", "due to the fact that ", "\n\n", "\n", "- ", "> ", "# ", "| a | a |", "🎉 ", "ｆoo ", "```\n",
     "\r\n",
     "a plethora [of](b) ", "It It ", "<!-- the the --> ", "word ", ". "],
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join), st.booleans())
def test_fixing_twice_is_fixing_once(text: str, unsafe: bool) -> None:
    once = mended(text, unsafe)
    assert mended(once, unsafe) == once
    if not unsafe:
        kept = once.replace("<https://example.com/x>", "https://example.com/x")
        letters = itertools.filterfalse(str.isspace, kept)
        assert _is_subsequence("".join(letters), "".join(text.split())), "a safe fix only takes doubled words away"


def _is_subsequence(small: str, large: str) -> bool:
    rest = iter(large)
    return all(char in rest for char in small)


@pytest.mark.corpus
def test_fixes_on_published_posts_change_only_flagged_spans(corpus: Path) -> None:
    files = sorted((corpus / "notes" / "til").rglob("*.md"))[::12] + sorted((corpus / "posts").rglob("*.md*"))[::4]
    changed = 0
    for file in files:
        for one in mend([str(file)], TODAY, unsafe=True):
            changed += 1
            assert mended(one.after, True, file) == one.after
            code_before = [line for line in one.before.splitlines() if line.startswith("    ")]
            code_after = [line for line in one.after.splitlines() if line.startswith("    ")]
            assert len(code_before) == len(code_after)
    assert changed > 10

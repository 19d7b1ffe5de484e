"""Posts made to break or to hang the editor: every family of `hostile.py` on the command line and in the desk."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from inkwright.cli.lsp.desk import Desk
from inkwright.flows.check import check
from inkwright.flows.check_fix import mend

from .hostile import FAMILIES
from .test_bad_input import assert_sentence, by_process, inkwright

TODAY = "2026-01-01"
SIZE = 50_000
HANGS = 240
"""Seconds after which a test is taken to hang: what it needs many times over, also on a machine with other work."""


def hangs(*_: object) -> None:
    raise TimeoutError(f"it took longer than {HANGS} s")


@pytest.fixture(autouse=True)
def alarm() -> Iterator[None]:
    """Whatever hangs is stopped; where there are no alarms, as on Windows, the run as a whole has its limit."""
    if hasattr(signal, "SIGALRM"):
        before = signal.signal(signal.SIGALRM, hangs)
        signal.alarm(HANGS)
        yield
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    else:
        yield


@pytest.mark.parametrize("suffix", [".md", ".mdx"])
@pytest.mark.parametrize("family", FAMILIES)
def test_a_hostile_post_is_checked_and_its_fixes_are_sane(tmp_path: Path, family: str, suffix: str) -> None:
    post = tmp_path / f"post{suffix}"
    text = FAMILIES[family](SIZE)
    post.write_bytes(text.encode("utf-8", "surrogatepass"))
    (checked,) = check([str(post)], TODAY)
    assert not [one for one in checked.findings if one.rule == "broken-rule"]
    assert all(0 <= one.span.start <= one.span.end <= len(text) for one in checked.findings)
    mend([str(post)], TODAY)
    assert post.read_bytes() == text.encode("utf-8", "surrogatepass"), "mending writes nothing by itself"


@pytest.mark.parametrize("family", FAMILIES)
def test_a_hostile_text_in_the_desk_is_what_a_fresh_look_sees(tmp_path: Path, family: str) -> None:
    desk, path = Desk(lambda zone: TODAY), str(tmp_path / "post.md")
    text = FAMILIES[family](SIZE // 5)
    edited = f"{text[: len(text) // 2]} very {text[len(text) // 2 :]}"
    for version in (text, edited, text):
        found = desk.sheet("uri", path, version, "utf-16").checked.findings
        assert found == Desk(lambda zone: TODAY).sheet("uri", path, version, "utf-16").checked.findings


def test_one_line_of_half_a_megabyte_is_checked_and_fixed(tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text(FAMILIES["one line"](440_000), encoding="utf-8")
    done = inkwright(tmp_path, "check", "post.md", "--fix")
    assert_sentence(done)
    assert done.returncode in (0, 1)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00\xff", bytes(range(256)) * 40, b"\xff\xfe\x00a"])
def test_a_binary_file_among_posts_is_a_finding_and_alone_cannot_be_read(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "bad.md").write_bytes(data)
    (tmp_path / "good.md").write_text("# A post\n\nIt says something.\n", encoding="utf-8")
    both, alone = inkwright(tmp_path, "check", "bad.md", "good.md"), inkwright(tmp_path, "check", "bad.md")
    assert (both.returncode, alone.returncode) == (1, 2)
    assert_sentence(both, "bad.md", "unreadable-file")
    assert_sentence(alone, "bad.md")


def test_unknown_names_in_suppressions_are_warnings(tmp_path: Path) -> None:
    text = "<!-- inkwright: allow no-such-rule, 50, \u00e9 -->\n\nIt says something.\n"
    (tmp_path / "post.md").write_text(text, encoding="utf-8")
    done = inkwright(tmp_path, "check", "post.md")
    assert done.returncode == 0
    assert_sentence(done, "no-such-rule", "unknown-rule")


PLANTED = """
import inkwright.lint.rules.clarity.long_sentence as planted

def check(document, context):
    raise ZeroDivisionError("planted")

planted.check = check
from inkwright.cli.main import run
run()
"""


@pytest.mark.parametrize("format_", ["text", "json", "sarif", "github"])
def test_a_rule_that_raises_is_told_once_in_a_run(tmp_path: Path, format_: str) -> None:
    for name in ("one.md", "two.md"):
        (tmp_path / name).write_text("# A post\n\nIt was done in order to win.\n", encoding="utf-8")
    (tmp_path / "planted.py").write_text(PLANTED, encoding="utf-8")
    done = by_process(tmp_path, "check", "one.md", "two.md", "--format", format_, program="planted.py")
    assert done.returncode == 1, done.stderr
    assert_sentence(done, "long-sentence", "ZeroDivisionError", "one.md", "two.md", "wordy-phrase")
    assert (done.stdout + done.stderr).count("ZeroDivisionError") == 1

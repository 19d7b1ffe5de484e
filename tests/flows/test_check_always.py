"""Words that are never reported again, and ignored findings that stay away when the text moves."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.flows.check import check
from inkwright.flows.check_always import ALWAYS
from inkwright.flows.check_ignore import ignore
from inkwright.lint.engine import check as check_document
from inkwright.lint.fingerprint import fingerprints
from inkwright.lint.ignores import words_key
from inkwright.model.context import Context
from inkwright.model.errors import UsageError
from inkwright.text.markdown import parse_text

TODAY = "2026-11-21"
POST, OTHER = "posts/a/index.md", "posts/b/index.md"
TEXT = "---\ntitle: A cache\ndate: 2026-01-02\n---\n\nThe infrence is very fast.\n\nIt is Very cheap in order to win.\n"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for path, text in (("inkwright.toml", ""), (POST, TEXT), (OTHER, TEXT)):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text)
    return tmp_path


def rules(path: str) -> list[str]:
    return [finding.rule for one in check([path], TODAY) for finding in one.findings]


def test_words_stay_away_in_every_post(blog: Path) -> None:
    assert rules(OTHER).count("weasel-word") == 2
    found, where = ignore([POST], ["6:weasel-word", "6:misspelling"], TODAY, always=True)
    assert [one.rule for one in found] == ["weasel-word", "misspelling"]
    assert where == ["inkwright/dictionary.txt", ALWAYS]
    assert Path(POST).read_text() == TEXT
    for path in (POST, OTHER):
        assert not {"weasel-word", "misspelling"} & set(rules(path))
        assert "wordy-phrase" in rules(path)


def test_the_list_is_sorted_and_keeps_what_a_hand_wrote(blog: Path) -> None:
    Path("inkwright").mkdir()
    Path(ALWAYS).write_text("# mine\nhype-word: robust\n\nzz-top: x\n")
    ignore([POST], ["6:weasel-word", "8:wordy-phrase"], TODAY, always=True)
    ignore([POST], ["8"], TODAY, always=True) if "weasel-word" in rules(POST) else None
    assert Path(ALWAYS).read_text() == (
        "# mine\nhype-word: robust\n\nweasel-word: very\nwordy-phrase: in order to\nzz-top: x\n"
    )
    said: list[str] = []
    check([POST], TODAY, say=said.append)
    assert [one.split(" ")[0] for one in said] == [f"{ALWAYS}:6:"]


def test_a_word_is_kept_once_and_crlf_stays(blog: Path) -> None:
    Path("inkwright").mkdir()
    Path("inkwright/dictionary.txt").write_bytes(b"# ours\r\nRLVR\r\n")
    ignore([POST], ["6:misspelling"], TODAY, always=True)
    with pytest.raises(UsageError, match="no misspelling"):
        ignore([OTHER], ["6:misspelling"], TODAY, always=True)
    assert Path("inkwright/dictionary.txt").read_bytes() == b"# ours\r\ninfrence\r\nRLVR\r\n"


def test_a_finding_without_words_of_its_own_is_refused(blog: Path) -> None:
    sentence = "We " + "measured the cache and " * 12 + "stopped."
    Path(POST).write_text(f"---\ntitle: A\n---\n\n{sentence}\n")
    assert "long-sentence" in rules(POST)
    with pytest.raises(UsageError, match="cannot be ignored always"):
        ignore([POST], ["5:long-sentence"], TODAY, always=True)
    assert not Path("inkwright").exists()


def test_a_voice_file_that_cannot_be_read_is_said_once(blog: Path) -> None:
    Path("inkwright").mkdir()
    Path("inkwright/voice.toml").write_text("[[voice\n")
    said: list[str] = []
    check([], TODAY, say=said.append)
    assert len(said) == 1
    assert "inkwright/voice.toml:1" in said[0]


_LINES = st.lists(
    st.sampled_from(
        [
            "",
            "Another line of 40 words.",
            "# A heading",
            "```python\nx = 1\n```",
            "- a point\n- and one",
            "> quoted",
            "É",
        ]
    ),
    max_size=6,
).map("\n\n".join)


@given(_LINES, _LINES, st.sampled_from(["\n", "\r\n"]))
def test_ignored_findings_stay_away_whatever_moves_around_them(above: str, below: str, end: str) -> None:
    middle = "The infrence is very fast.\n\nWe did the the work in order to win. TODO: more."
    here = parse_text(middle, "a.md")
    found = check_document(here, Context(path="a.md"))
    names = frozenset(fingerprints(here, found))
    words = frozenset(words_key(here, one) for one in found)
    moved = parse_text(f"{above}\n\n{middle}\n\n{below}\n".replace("\n", end), "a.md")
    start = moved.text.index("The infrence")
    inside = range(start, moved.text.index("TODO: more.") + len("TODO: more."))
    for context in (Context(path="a.md", ignores=names), Context(path="a.md", always_ignored=words)):
        left = [one for one in check_document(moved, context) if one.span.start in inside]
        assert not [one.rule for one in left if one.rule in {known.rule for known in found}]

"""`check -`: a text on standard input, as the command takes it."""

import io
import json
import sys
from pathlib import Path

import pytest

from inkwright.cli.main import run


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]):  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)

    def call(data: bytes, *args: str) -> tuple[int, bytes, str]:
        monkeypatch.setattr(sys, "argv", ["inkwright", "check", "-", *args])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        with pytest.raises(SystemExit) as ended:
            run()
        out, err = capfdbinary.readouterr()
        return int(ended.value.code or 0), out, err.decode()

    return call


def test_it_is_checked_as_the_file_it_is_said_to_be(tmp_path: Path, check) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "there.md").write_text("# There\n")
    text = b"See [this](there.md) and [that](gone.md).\n"
    code, out, _ = check(text, "--stdin-path", "posts/new.md", "--format", "json")
    said = json.loads(out)
    assert code == 1
    assert [(one["path"], one["rule"], one["column"]) for one in said["findings"] if one["severity"] == "error"] == [
        ("posts/new.md", "broken-link", 26)
    ]
    code, out, _ = check(text, "--format", "json")
    assert [one["path"] for one in json.loads(out)["findings"] if one["rule"] == "broken-link"] == ["-", "-"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["posts", "there.md"]


def test_fix_prints_the_mended_text_alone(check) -> None:  # type: ignore[no-untyped-def]
    text = "We did the the work — für alle.\r\n".encode()
    code, out, err = check(text, "--fix")
    assert (code, out.decode()) == (0, "We did the work — für alle.\r\n")
    assert "in 1 file" in err
    assert check(b"Nothing to mend in 40 ms.\n", "--fix")[1] == b"Nothing to mend in 40 ms.\n"


def test_bad_bytes_and_wrong_use_are_one_sentence(check) -> None:  # type: ignore[no-untyped-def]
    for data, args, said in (
        (b"a\xff", (), "not UTF-8"), (b"a", ("b.md",), "stands alone"), (b"a", ("--watch",), "stands alone"),
    ):  # fmt: skip
        code, out, err = check(data, *args)
        assert (code, out) == (2, b"")
        assert said in err
        assert "Traceback" not in err

import subprocess
import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

_spec = spec_from_file_location("lsp_client", Path(__file__).with_name("client.py"))
assert _spec and _spec.loader
client_module = module_from_spec(_spec)
_spec.loader.exec_module(client_module)
Client, applied = client_module.Client, client_module.applied

TEXT = "# A cache\r\n\r\nWe 🎉 utilize the cache in order to to reduce latency.\r\n\r\n![](a.png)\r\n"
PUBLISHED = "textDocument/publishDiagnostics"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Any]:
    started = Client(tmp_path)
    yield started
    if started.process.poll() is None:
        started.process.kill()
        started.process.wait()


def place(uri: str, line: int, column: int) -> dict[str, Any]:
    return {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}


def line(number: int, end: int = 60) -> dict[str, Any]:
    return {"start": {"line": number, "character": 0}, "end": {"line": number, "character": end}}


def by_rule(published: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["code"]: one for one in published["diagnostics"]}


def titled(actions: list[dict[str, Any]], title: str) -> dict[str, Any]:
    return next(one for one in actions if one["title"] == title)


def test_a_session_from_opening_to_goodbye(client: Any, tmp_path: Path) -> None:
    uri = (tmp_path / "post.md").as_uri()
    found = by_rule(client.open(uri, TEXT))
    assert client.offers["capabilities"]["positionEncoding"] == "utf-16"
    assert found["repeated-word"]["range"] == {
        "start": {"line": 2, "character": 33},
        "end": {"line": 2, "character": 38},
    }
    assert [found[rule]["severity"] for rule in ("broken-image", "repeated-word", "wordy-phrase")] == [1, 2, 3]
    assert {one["source"] for one in found.values()} == {"inkwright"}

    actions = client.actions(uri, line(2))
    fixes = [one for one in actions if not one["title"].startswith("Allow")]
    assert fixes[0]["isPreferred"] is True
    mended = applied(TEXT, fixes[0]["edit"]["changes"][uri])
    assert mended == TEXT.replace("to to", "to")
    client.change(uri, mended)
    again = client.hear(PUBLISHED)
    assert again["version"] == 2
    assert "repeated-word" not in by_rule(again)
    assert "wordy-phrase" in by_rule(again)

    told = client.ask("textDocument/hover", place(uri, 2, 7))
    assert "wordy-phrase" in told["contents"]["value"]
    assert "## Why" in told["contents"]["value"]
    assert told["range"]["start"] == {"line": 2, "character": 6}
    assert client.ask("textDocument/hover", place(uri, 0, 3)) is None

    client.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert client.hear(PUBLISHED)["diagnostics"] == []
    assert client.end() == (0, "")
    assert list(tmp_path.iterdir()) == []


def test_a_finding_is_allowed_by_its_action(client: Any, tmp_path: Path) -> None:
    uri = (tmp_path / "post.md").as_uri()
    client.open(uri, TEXT)
    action = next(one for one in client.actions(uri, line(2)) if one["title"] == "Allow wordy-phrase here")
    allowed = applied(TEXT, action["edit"]["changes"][uri])
    assert "<!-- inkwright: allow wordy-phrase -->\r\nWe 🎉" in allowed
    client.change(uri, allowed)
    left = by_rule(client.hear(PUBLISHED))
    assert "wordy-phrase" not in left
    assert "repeated-word" in left


def test_ignoring_is_a_command_that_writes_one_line_and_reports_anew(client: Any, tmp_path: Path) -> None:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    uri = (tmp_path / "post.md").as_uri()
    client.open(uri, TEXT)
    action = next(
        one for one in client.actions(uri, line(2)) if one["title"] == "Never report “to to” (repeated-word) again"
    )
    assert "edit" not in action
    offered = client.offers["capabilities"]["executeCommandProvider"]["commands"]
    assert action["command"]["command"] in offered
    client.ask("workspace/executeCommand", {key: action["command"][key] for key in ("command", "arguments")})
    assert "repeated-word" not in by_rule(client.hear(PUBLISHED))
    kept = (tmp_path / "inkwright" / "ignored.txt").read_text(encoding="utf-8")
    assert "\nrepeated-word: to to\n" in kept


def test_a_list_that_cannot_be_written_is_told(client: Any, tmp_path: Path) -> None:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    (tmp_path / "inkwright").write_text("a file where the folder should be", encoding="utf-8")
    uri = (tmp_path / "post.md").as_uri()
    client.open(uri, TEXT)
    action = next(
        one for one in client.actions(uri, line(2)) if one["title"] == "Never report “to to” (repeated-word) again"
    )
    client.ask("workspace/executeCommand", {key: action["command"][key] for key in ("command", "arguments")})
    assert "inkwright" in client.hear("window/showMessage")["message"]
    assert "repeated-word" in by_rule(client.hear(PUBLISHED))


def test_changes_in_quick_succession_are_checked_once(client: Any, tmp_path: Path) -> None:
    uri = (tmp_path / "post.md").as_uri()
    client.open(uri, "Fine.\n")
    for version in range(2, 8):
        client.change(uri, f"Fine text {version}, the the end.\n", version)
    assert client.hear(PUBLISHED)["version"] == 7
    assert client.silent(PUBLISHED, 0.5)


def test_a_question_right_after_a_change_is_answered_for_the_new_text(client: Any, tmp_path: Path) -> None:
    uri = (tmp_path / "post.md").as_uri()
    client.open(uri, "Fine.\n")
    client.change(uri, "It is the the end.\n")
    assert [one["title"] for one in client.actions(uri, line(0))] == ["Say it once", "Allow repeated-word here"]


def test_saving_looks_anew_at_the_files_around(client: Any, tmp_path: Path) -> None:
    uri = (tmp_path / "post.md").as_uri()
    text = "A picture.\n\n![Bars of two caches side by side](a.svg)\n"
    assert "broken-image" in by_rule(client.open(uri, text))
    (tmp_path / "a.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    client.tell("textDocument/didSave", {"textDocument": {"uri": uri}})
    assert "broken-image" not in by_rule(client.hear(PUBLISHED))


def test_columns_count_what_the_client_asked_for(tmp_path: Path) -> None:
    client = Client(tmp_path, ["utf-8"])
    assert client.offers["capabilities"]["positionEncoding"] == "utf-8"
    found = by_rule(client.open((tmp_path / "post.md").as_uri(), TEXT))
    assert found["repeated-word"]["range"]["start"] == {"line": 2, "character": 35}
    assert client.end()[0] == 0


def test_a_text_without_a_file_is_checked(client: Any) -> None:
    assert "repeated-word" in by_rule(client.open("untitled:Untitled-1", "It is the the end.\n"))


def test_wrong_settings_are_told_and_the_server_goes_on(client: Any, tmp_path: Path) -> None:
    (tmp_path / "inkwright.toml").write_text("[check\n", encoding="utf-8")
    uri = (tmp_path / "post.md").as_uri()
    assert client.open(uri, "It is the the end.\n")["diagnostics"] == []
    said = client.hear("window/showMessage")
    assert said["type"] == 1
    assert "inkwright.toml:1" in said["message"]
    (tmp_path / "inkwright.toml").unlink()
    client.tell("textDocument/didSave", {"textDocument": {"uri": uri}})
    assert "repeated-word" in by_rule(client.hear(PUBLISHED))


def test_only_quick_fixes_are_offered(client: Any, tmp_path: Path) -> None:
    uri = (tmp_path / "post.md").as_uri()
    client.open(uri, TEXT)
    asked = {"textDocument": {"uri": uri}, "range": line(2), "context": {"diagnostics": [], "only": ["refactor"]}}
    assert client.ask("textDocument/codeAction", asked) == []


def test_the_server_ends_when_its_editor_is_gone(client: Any, tmp_path: Path) -> None:
    client.open((tmp_path / "post.md").as_uri(), "Fine.\n")
    client.process.stdin.close()
    client.process.wait(timeout=30)
    assert b"Traceback" not in client.process.stderr.read()


def test_without_pygls_one_sentence_names_the_extra(tmp_path: Path) -> None:
    (tmp_path / "pygls.py").write_text("raise ModuleNotFoundError('no pygls', name='pygls')\n", encoding="utf-8")
    script = "import sys; sys.path.insert(0, '.'); from inkwright.__main__ import run; sys.argv[1:] = ['lsp']; run()"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert 'pip install "inkwright[lsp]"' in done.stderr

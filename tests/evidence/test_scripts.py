"""Scripts of shells and of JavaScript."""

import shutil
import subprocess
from pathlib import Path

import pytest

from inkwright.evidence.python_script import commented
from inkwright.evidence.scripts import javascript_script, shell_script
from inkwright.model.post import Metadata
from inkwright.text.markdown import parse_text

META = Metadata(title="T")


def run(command: list[str], text: str, name: str, folder: Path) -> subprocess.CompletedProcess[str]:
    (folder / name).write_text(text, encoding="utf-8")
    return subprocess.run([*command, name], cwd=folder, capture_output=True, text=True, check=False)


def test_a_shell_runs_in_one_go(tmp_path: Path) -> None:
    text = (
        "Say *hi*.\n\n```bash\ngreeting=hi\n```\n\n```ini file=etc/a.ini\n$HOME = 'x'\n```\n\n"
        '```bash norun="needs root"\nrm -rf /\n```\n\n```bash raises=3\necho before\nexit 3\n```\n\n'
        "```console\n$ echo $greeting\nhi\n$ cat etc/a.ini\n$HOME = 'x'\n```\n"
    )
    script = shell_script(parse_text(text), META, "bash")
    assert "# Say *hi*." in script and "# Not run: needs root\n# rm -rf /" in script
    done = run(["bash"], script, "a.sh", tmp_path)
    assert (done.returncode, done.stdout) == (0, "before\nhi\n$HOME = 'x'\n")
    assert "Say" not in shell_script(parse_text(text), META, "bash", prose=False)


def test_what_is_only_saved_is_written_and_not_run(tmp_path: Path) -> None:
    text = '```python norun="a server" file=serve.py\nraise SystemExit(3)\n```\n\n```bash\ncat serve.py\n```\n'
    script = shell_script(parse_text(text), META, "bash")
    assert "# Saved as serve.py, not run: a server" in script
    assert run(["bash"], script, "a.sh", tmp_path).stdout == "raise SystemExit(3)\n"


@pytest.mark.parametrize("code", ["false\necho on", "exit 4"])
def test_a_failing_command_or_another_status_stops_it(code: str, tmp_path: Path) -> None:
    fence = "bash raises=3" if "exit" in code else "bash"
    script = shell_script(parse_text(f"```{fence}\n{code}\n```\n\n```bash\necho on\n```\n"), META, "bash")
    done = run(["bash"], script, "a.sh", tmp_path)
    assert done.returncode != 0 and "on" not in done.stdout


def test_the_first_failure_inside_an_expected_one_counts(tmp_path: Path) -> None:
    script = shell_script(parse_text("```bash raises=1\nfalse\necho not here\n```\n"), META, "bash")
    done = run(["bash"], script, "a.sh", tmp_path)
    assert (done.returncode, done.stdout) == (0, "")


JS = (
    "Hello.\n\n```js\nconst fs = require('fs');\nconst a = 2;\n```\n\n```json file=d/a.json\n{\"b\": 5}\n```\n\n"
    "```js raises=TypeError\nnull.x;\n```\n\n"
    "```js\nconsole.log(a + JSON.parse(fs.readFileSync('d/a.json', 'utf8')).b);\n```\n"
)


def test_javascript_as_a_script() -> None:
    text, ending = javascript_script(parse_text(JS), META)
    assert ending == "js"
    assert text.startswith('const fileSystem_ = require("node:fs");\n\n// # T\n\n// Hello.')
    assert "Hello" not in javascript_script(parse_text(JS), META, prose=False)[0]


def test_what_imports_is_a_module() -> None:
    for code in ("import fs from 'fs';", "const x = await f();", "await f();", "export const x = 1;"):
        assert javascript_script(parse_text(f"```js\n{code}\n```\n"), META)[1] == "mjs"
    assert javascript_script(parse_text("```js\nasync () => { await f(); }\n```\n"), META)[1] == "js"


@pytest.mark.interop
@pytest.mark.skipif(not shutil.which("node"), reason="there is no node")
def test_javascript_runs(tmp_path: Path) -> None:
    text, ending = javascript_script(parse_text(JS), META)
    done = run(["node"], text, f"a.{ending}", tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0].startswith("TypeError: ") and done.stdout.splitlines()[1] == "7"


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\r", "\n"])
def test_no_line_end_of_javascript_lets_prose_run(end: str) -> None:
    assert commented(f"Prose.{end}throw 1", "//") == "// Prose.\n// throw 1"

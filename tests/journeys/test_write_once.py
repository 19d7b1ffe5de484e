"""Write once, lose nothing silently (W5): one post of the demo goes to its page, four platforms and three editors.

What each gets stands in `golden/write_once/` (`--golden` writes it). The loss list comes first, a second run changes
what is there and makes nothing twice. Mail joins this list with the newsletter's own journey.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.demo import lay_out

from ..platforms.writing.fake import Fake
from ..platforms.writing.servers import SERVERS, Served

GOLDEN = Path(__file__).parent / "golden/write_once"
FULL = [one for one in SERVERS if one.text]
EDITORS = ("paste-medium", "paste-substack", "paste-linkedin")
HOME = "https://warmcache.example/posts/write-once/"
POST = """---
title: One queue, drawn four ways
date: 2026-11-15
description: A queue as a diagram, a drawing, a formula and a table.
tags: [latency, queues]
thesis: A queue that nobody drew is a queue that nobody understands.
---

Why a queue fills is told in [[kv-cache|an earlier post]] and drawn here.[^law]

```mermaid
graph LR
  accTitle: Clients, a queue and a worker
  Clients --> Queue --> Worker
```

![The same by hand](queue.excalidraw)

By Little's law $L = \\lambda W$, and at full length:

$$
W = \\frac{1}{\\mu - \\lambda}
$$

> [!tip] Draw it first
> Then measure *one* worker.

| load | waiting |
|---|---:|
| 50 % | 1 ms |
| 90 % | 9 ms |

[^law]: It holds for any queue that stays *finite*.
"""
SCENE = {
    "type": "excalidraw", "version": 2, "source": "x", "appState": {}, "files": {},
    "elements": [
        {"id": "a", "type": "rectangle", "x": 0, "y": 0, "width": 120, "height": 60},
        {"id": "b", "type": "text", "x": 20, "y": 18, "width": 80, "height": 25, "text": "queue", "fontSize": 20},
    ],
}  # fmt: skip


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = lay_out(str(tmp_path / "blog")).root
    (root / "posts/write-once").mkdir()
    (root / "posts/write-once/index.md").write_text(POST, encoding="utf-8")
    (root / "posts/write-once/queue.excalidraw").write_text(json.dumps(SCENE), encoding="utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setenv("INKWRIGHT_WORKSPACE", "")
    return root


@pytest.fixture(params=FULL, ids=lambda one: one.name)
def platform(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Served, Fake]]:
    there = request.param()
    fake = Fake(there)
    for name, value in there.environment(fake.url).items():
        monkeypatch.setenv(name, value)
    yield there, fake
    fake.close()


def run(*words: str) -> str:
    done = CliRunner().invoke(main, words, standalone_mode=False)
    assert done.exception is None or isinstance(done.exception, SystemExit), (words, done.exception, done.output)
    assert done.exit_code == 0, done.output
    return done.output


def compare(request: pytest.FixtureRequest, name: str, text: str) -> None:
    path = GOLDEN / name
    text = re.sub(r"data:image/png;base64,[\w+/=]*", "data:image/png;base64,...", text)
    text = re.sub(r"diagrams/[0-9a-f]+", "diagrams/...", text)
    if request.config.getoption("--golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def words_of(server: Served) -> str:
    (held,) = server.held.values()
    body = held.get("body_markdown") or held.get("contentMarkdown") or held.get("html") or held["content"]["raw"]
    return f"{body.strip()}\n"


def losses(said: str) -> list[str]:
    return [line for line in said.splitlines() if "not as at home" in line]


def test_its_own_page_loses_nothing(blog: Path, request: pytest.FixtureRequest) -> None:
    said = run("build")
    assert "write-once" not in said, "nothing of it is told as lost"
    page = (blog / "public/posts/write-once/index.html").read_text(encoding="utf-8")
    article = page.partition('<div class="text">')[2] or page.partition("<article")[2]
    for part in (
        "<math",
        "<table",
        'role="doc-noteref"',
        "callout",
        "Clients, a queue and a worker",
        "The same by hand",
    ):
        assert part in article, part
    assert '../kv-cache/">an earlier post</a>' in article
    drawn = [blog / "public" / found for found in re.findall(r'src="../../(diagrams/[^"]+)"', article)]
    assert len(drawn) >= 2 and all(one.is_file() for one in drawn)
    assert "A queue that nobody drew" not in page


def test_a_platform_gets_it_all_and_once(
    blog: Path, platform: tuple[Served, Fake], request: pytest.FixtureRequest
) -> None:
    server, fake = platform
    dry = run("crosspost", "write-once", "--to", server.name, "--dry-run")
    assert fake.asked == []
    first = run("crosspost", "write-once", "--to", server.name, "--anyway", "--yes")
    assert losses(first) == losses(dry)
    assert all(first.index(line) < first.index(": created ") for line in losses(first))
    body = words_of(server)
    for part in ("an earlier post", "https://warmcache.example/posts/kv-cache/", "Draw it first", "90 %", "finite"):
        assert part in body, part
    assert body.count(f"{HOME.partition('/posts')[0]}/diagrams/") == 2
    assert "A queue that nobody drew" not in body
    (number,) = server.held
    assert server.canonical(number) == HOME
    compare(request, f"{server.name}.txt", f"{chr(10).join(losses(first))}\n\n{body}")

    assert ": unchanged " in run("crosspost", "write-once", "--to", server.name, "--anyway", "--yes")
    place = blog / "posts/write-once/index.md"
    place.write_text(place.read_text(encoding="utf-8").replace("any queue", "every queue"), encoding="utf-8")
    assert ": updated " in run("crosspost", "write-once", "--to", server.name, "--anyway", "--yes")
    assert list(server.held) == [number]
    assert "every queue" in words_of(server)


@pytest.mark.parametrize("editor", EDITORS)
def test_an_editor_gets_a_page_to_paste(blog: Path, editor: str, request: pytest.FixtureRequest) -> None:
    said = run("export", "write-once", "--to", editor, "--into", "out")
    page = (blog / f"out/write-once.{editor}.html").read_text(encoding="utf-8")
    head, _, rest = page.partition("<article>")
    article = rest.partition("</article>")[0]
    assert losses(said)
    assert head.count("<li>line ") == len(losses(said))
    for part in ("an earlier post", "Draw it first", "90 %", "finite", HOME):
        assert part in article, part
    assert article.count("data:image/png;base64,") == 3, "diagram, drawing and the formula that stands alone"
    assert not re.findall(r'(?:src|href)="(?!https://warmcache|data:|#)[^"]*"', article)
    compare(request, f"{editor}.txt", f"{chr(10).join(losses(said))}\n\n{article.strip()}\n")
    again = run("export", "write-once", "--to", editor, "--into", "out")
    assert f"unchanged out/write-once.{editor}.html" in again

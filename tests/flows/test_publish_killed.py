"""Publishing and deploying killed at any moment: the next run makes it good, and nothing happens twice."""

import os
import random
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

PROSE = "The cache holds forty pages. When a new one comes in, the oldest has to leave.\n"
POST = f"---\ntitle: Odd   # kept\ndraft: true\n---\n\n{PROSE}"
TARGET = '[deploy.targets.web]\nkind = "folder"\nto = "../web"\n'
ROUNDS = min(50, int(os.environ.get("INKWRIGHT_TORTURE", "6")))


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    root = tmp_path / "blog"
    (root / "posts").mkdir(parents=True)
    (root / "inkwright.toml").write_text(f'base_url = "https://t.example"\n{TARGET}', encoding="utf-8")
    for number in range(20):
        text = f"---\ntitle: T{number}\ndate: 2026-01-{number + 1:02}\n---\n\n{PROSE}"
        (root / f"posts/p{number}.md").write_text(text, encoding="utf-8")
    return root


def start(blog: Path, *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "inkwright", *words]
    return subprocess.Popen(command, cwd=blog, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_publish_is_once_however_often_it_is_killed(blog: Path) -> None:
    place = blog / "posts/kv.md"
    place.write_text(POST, encoding="utf-8")
    dice = random.Random(6)
    for _ in range(ROUNDS):
        process = start(blog, "publish", "kv")
        time.sleep(dice.uniform(0.2, 1.5))
        process.send_signal(signal.SIGKILL)
        process.wait()
        text = place.read_text(encoding="utf-8")
        assert text == POST or ("date: 20" in text and text.count("date:") == 1 and "draft" not in text)
    assert start(blog, "publish", "kv").wait() == 0
    kept = tomllib.loads((blog / "inkwright/posts/kv.toml").read_text(encoding="utf-8"))["publishing"]
    assert [event["what"] for event in kept["trail"]] == ["published"]
    web = files(blog.parent / "web")
    assert web.pop(".inkwright-deploy.json") and web == files(blog / "public")
    assert not [
        path for path in blog.rglob("*") if ".inkwright-" in path.name and path.name != ".inkwright-deploy.json"
    ]


def test_a_deployment_is_made_good_however_often_it_is_killed(blog: Path) -> None:
    dice = random.Random(9)
    for number in range(ROUNDS):
        text = f"---\ntitle: T{number}\ndate: 2026-01-01\n---\n\n{PROSE}"
        (blog / f"posts/p{number % 20}.md").write_text(text, encoding="utf-8")
        if number % 3 == 2:
            (blog / f"posts/p{(number + 7) % 20}.md").unlink(missing_ok=True)
        process = start(blog, "deploy")
        time.sleep(dice.uniform(0.2, 1.2))
        process.send_signal(signal.SIGKILL)
        process.wait()
        whole = [path for path in (blog.parent / "web").rglob("*.html") if path.is_file()]
        assert all("</html>" in path.read_text(encoding="utf-8") for path in whole), "no page is there by half"
    assert start(blog, "deploy").wait() == 0
    web = files(blog.parent / "web")
    assert web.pop(".inkwright-deploy.json") and web == files(blog / "public")

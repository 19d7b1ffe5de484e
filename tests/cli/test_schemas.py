"""What a command prints as JSON is what its schema says."""

import json
from pathlib import Path

import jsonschema
import pytest
from tests.face import called

POST = "---\ntitle: One\ndate: 2026-01-02\ntags: [a]\n---\n\n# One\n\nIt is very good.\n\n```python\nprint(1)\n```\n"
CALLS = {
    "check": ("check", "posts/one/index.md"), "checklist": ("checklist", "one"), "run": ("run",), "board": ("board",),
    "outline": ("outline", "one"), "ideas": ("ideas",), "doctor": ("doctor",), "rule": ("rule",),
    "critic": ("critic", "one", "--dry-run"), "numbers": ("numbers", "one"),
    "bench": ("bench", "run", "one", "--n", "2"),
    "diff": ("diff", "one"), "resume": ("resume", "one"), "today": ("today",), "unblock": ("unblock", "one"),
    "estimate": ("estimate", "one"), "stats writing": ("stats",), "stats pillars": ("stats", "pillars"),
    "stats newsletter": ("stats", "newsletter"), "stats posts": ("stats", "posts"),
    "stats life": ("stats", "life", "one"), "stats next": ("stats", "next"),
    "readings": ("readings", "list"), "contact": ("contact", "list"),
    "portfolio": ("portfolio",), "coach": ("coach",), "compare": ("compare",), "interview": ("interview",),
    "newsletter preview": ("newsletter", "preview", "one"), "newsletter status": ("newsletter", "status"),
    "newsletter verify": ("newsletter", "verify"), "newsletter doctor": ("newsletter", "doctor", "x.example"),
    "search": ("search", "line"), "ask": ("ask", "what is a line?"), "related": ("related", "one"),
    "questions": ("questions", "--all"),
    "topics": ("topics",), "reading": ("reading", "list"),
    "inbox": ("inbox",), "paper": ("paper", "list"), "comment": ("comment", "list"),
    "import": ("import", "substack", "export"),
    "plan": ("plan", "week", "one"), "trace": ("trace", "one"), "review": ("review", "--list"),
    "stale": ("stale",), "crosspost": ("crosspost", "one", "--to", "devto", "--dry-run"),
    "promote": ("promote", "one"),
}  # fmt: skip


@pytest.fixture(scope="module")
def blog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("blog")
    (folder / "inkwright.toml").write_text(
        'base_url = "https://x.example"\n[critic]\nurl = "http://localhost:1/v1"\nmodel = "none"\n', encoding="utf-8"
    )
    (folder / "posts" / "one").mkdir(parents=True)
    (folder / "posts" / "one" / "index.md").write_text(POST, encoding="utf-8")
    (folder / "posts" / "one" / "bench.toml").write_text("[bench.one]\ncommand = 'echo 1'\n", encoding="utf-8")
    assert called(folder, "idea", "a line", "--from", "paper").returncode == 0
    assert called(folder, "write", "one", "--done").returncode == 0
    (folder / "refs.bib").write_text("@misc{a2020, title={A}}\n", encoding="utf-8")
    assert called(folder, "paper", "add", "refs.bib").returncode == 0
    assert called(folder, "comment", "add", "one", "Why?", "--from", "Ann").returncode == 0
    (folder / "export").mkdir()
    (folder / "export" / "posts.csv").write_text("post_id,title\n1.a,A\n", encoding="utf-8")
    (folder / "inbox").mkdir()
    (folder / "inbox" / "a.txt").write_text("a thought\n", encoding="utf-8")
    return folder


def test_every_reading_command_is_tried(blog: Path) -> None:
    assert set(called(blog, "schema").stdout.splitlines()) - {"settings"} <= set(CALLS) | {
        "prompt",
        "index",
        "new",
        "log",
        "voice",  # needs a profile: tests/flows/test_voice.py
        "newsletter bounces",  # needs a mailbox: tests/flows/test_newsletter_bounces.py
    }


@pytest.mark.parametrize("name", CALLS)
def test_the_output_is_valid(blog: Path, name: str) -> None:
    done = called(blog, *CALLS[name], "--format", "json")
    printed = json.loads(done.stdout)
    schema = json.loads(called(blog, "schema", *name.split()).stdout)
    jsonschema.validate(printed, schema)
    assert printed["version"] == 1


def test_the_figures_of_diff_are_valid(blog: Path) -> None:
    printed = json.loads(called(blog, "diff", "one", "--metrics", "--format", "json").stdout)
    jsonschema.validate(printed, json.loads(called(blog, "schema", "diff").stdout))
    assert [one["kind"] for one in printed["versions"]] == ["draft", "now"]


def test_the_texts_for_a_profile_are_valid(blog: Path) -> None:
    printed = json.loads(called(blog, "portfolio", "--linkedin", "--format", "json").stdout)
    jsonschema.validate(printed, json.loads(called(blog, "schema", "portfolio").stdout))
    assert "One" in [one["title"] for one in printed["featured"]]


def test_the_traits_are_valid(blog: Path) -> None:
    printed = json.loads(called(blog, "coach", "--traits", "--format", "json").stdout)
    jsonschema.validate(printed, json.loads(called(blog, "schema", "coach").stdout))
    assert len(printed["traits"]) == 6

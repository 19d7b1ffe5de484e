"""The six posts: the published ones hold against our own editor and runner, the draft full of faults does not."""

import importlib.util
import json
import re
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from inkwright.text.markdown import parse_text
from inkwright.text.prose import word_count

from .conftest import answer

PUBLISHED = ("dynamic-batching", "kv-cache", "nan-is-not-json", "sqlite-or-jsonl")
PLANNING = ("thesis", "what", "why", "who", "reader_question", "beyond_docs", "description", "slug", "tags", "date")
BOUND = re.compile(r"([^|\n<]+?)<!--=results\.json#(\S+) ([^\s>-]+)( [^>-]+)?-->")
FAULTS = {
    "weasel-word", "throat-clearing", "wordy-phrase", "long-sentence", "long-paragraph", "undefined-acronym",
    "missing-fence-language", "python-syntax", "broken-anchor", "broken-link", "broken-image", "missing-image-alt",
    "heading-skip", "placeholder", "repeated-word", "vague-link-text", "bad-slug", "title-length",
    "missing-description", "missing-tags",
}  # fmt: skip


def text_of(blog: Path, post: str) -> str:
    return (blog / "posts" / post / "index.md").read_text(encoding="utf-8")


def test_published_posts_say_what_they_are_for(blog: Path) -> None:
    for post in PUBLISHED:
        data = parse_text(text_of(blog, post), "index.md").front_matter.data
        assert [key for key in PLANNING if not data.get(key)] == [], post
        assert "2026-05" <= str(data["date"]) <= "2026-11-21"
        assert len(str(data["title"])) <= 60
        assert len(re.findall(r"[.!?](?:\s|$)", str(data["thesis"]))) == 1


def test_there_is_something_to_read(blog: Path) -> None:
    words = [word_count(parse_text(text_of(blog, post), "index.md")) for post in PUBLISHED]
    assert sum(words) >= 5000


@pytest.mark.parametrize("post", PUBLISHED)
def test_the_editor_finds_nothing_to_mend_in_a_published_post(blog: Path, post: str) -> None:
    found = answer(blog, "check", f"posts/{post}/index.md", "--force")["findings"]
    assert [(f["line"], f["rule"]) for f in found if f["severity"] != "suggestion"] == []
    assert len(found) <= 3, [(f["line"], f["rule"]) for f in found]


@pytest.mark.parametrize("post", PUBLISHED)
def test_every_snippet_of_a_published_post_runs_and_shows_what_it_prints(blog: Path, post: str) -> None:
    (ran,) = answer(blog, "run", post)["posts"]
    assert len(ran["snippets"]) >= 2
    assert [snippet for snippet in ran["snippets"] if snippet["state"] != "verified"] == []


def test_numbers_that_name_their_source_agree_with_it(blog: Path) -> None:
    checked = 0
    for post in ("dynamic-batching", "sqlite-or-jsonl"):
        results = json.loads((blog / "posts" / post / "results.json").read_text(encoding="utf-8"))

        def value(key: str, results: dict = results) -> float:
            for part in key.split("."):
                results = results[part]
            return results

        for literal, key, form, unit in BOUND.findall(text_of(blog, post)):
            above, _, below = key.partition("/")
            number = value(above) / value(below) if below else value(above)
            assert literal.endswith(f"{number:{form}}{unit}"), (post, key)
            checked += 1
    assert checked >= 40


def test_the_simulation_gives_the_shipped_results_again(blog: Path, tmp_path: Path) -> None:
    shutil.copy(blog / "posts/dynamic-batching/simulate.py", tmp_path / "simulate.py")
    load(tmp_path / "simulate.py").main()
    again = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))
    assert again == json.loads((blog / "posts/dynamic-batching/results.json").read_text(encoding="utf-8"))


def test_the_measuring_script_of_the_comparison_still_runs(blog: Path, tmp_path: Path) -> None:
    shutil.copy(blog / "posts/sqlite-or-jsonl/bench.py", tmp_path / "bench.py")
    bench = load(tmp_path / "bench.py")
    rows = list(bench.records(2_000))
    bench.bulk_jsonl(tmp_path, rows)
    bench.bulk_sqlite(tmp_path, rows)
    assert bench.question_jsonl(tmp_path) == bench.question_sqlite(tmp_path) > 0
    bench.together(bench.careful_writer, tmp_path / "careful.jsonl")
    assert bench.broken_lines(tmp_path / "careful.jsonl") == 0


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def test_the_faulty_draft_gives_the_editor_something_to_do(blog: Path) -> None:
    found = {f["rule"] for f in answer(blog, "check", "posts/migration-story/index.md", "--force")["findings"]}
    assert FAULTS - found == set()


def test_the_outlined_post_has_a_plan_and_not_a_word(blog: Path) -> None:
    plan = answer(blog, "outline", "averaging-percentiles")
    assert plan["words"] == 0
    assert [2 <= len(section["bullets"]) <= 5 for section in plan["sections"]] == [True] * 5
    assert plan["open_questions"] == 1
    notes = {bullet["note"] for section in plan["sections"] for bullet in section["bullets"] if bullet["note"]}
    assert len(notes) >= 3
    assert [note for note in notes if not (blog / "notes" / f"{note}.md").exists()] == []


def test_the_posts_show_what_a_post_may_hold(blog: Path) -> None:
    everything = "\n".join(text_of(blog, post) for post in PUBLISHED)
    for construct in ("```mermaid", "$$\n", "[^mqa]:", "|---", "](architecture.svg)", "raises=ValueError", "```output"):
        assert construct in everything


def test_nothing_shipped_names_a_machine(shipped: Path) -> None:
    own_folder = re.compile(r"(?<![\w.])/(?:work|root|tmp|mnt|Users)/|\bshared/(?:corpus|design)\b")
    for path in shipped.rglob("*"):
        if path.suffix in (".md", ".toml", ".py", ".json", ".svg"):
            assert not own_folder.search(path.read_text(encoding="utf-8")), path

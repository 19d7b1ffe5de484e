import hashlib
import json

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.ask import ask
from inkwright.model.errors import UsageError
from inkwright.model.found import Wanted
from inkwright.workspace.folder import open_workspace

TEXTS = {
    "notes/eviction.md": "---\ntags: [cache/pages]\ndate: 2026-10-01\n---\n# The page cache\n\nWe filled it.\n\n"
    "## When it is full\n\nThe kernel evicts the pages that were used least.\n",
    "notes/clip.md": "---\nkind: post\nurl: https://a.example/evict\nauthor: Ada B.\n---\n"
    "> Evicting a page that is dirty costs a write.\n",
    "notes/foreign.md": "# Tea\n\nWater of eighty degrees, three minutes.\n",
    "papers/lru.md": "---\ntitle: Least recently used\nkind: paper\nauthors: [C. Dee]\nyear: 1999\n"
    "pillar: storage\n---\n"
    "## Result\n\nEviction by age keeps nine of ten hits.\n",
    "posts/p/index.md": "---\ntitle: Caches\ndate: 2026-01-02\n---\n\nSee [[eviction]].\n\n"
    "<!-- plan\n- eviction is what readers ask about\n-->\n\nA thrashing cache evicts what it needs next.\n",
    "ideas.md": "- 2026-11-01 does eviction hurt the first token? [from:: question]\n",
    "log/2026-11-20.md": "- 10:00 eviction was the fault after all [project:: x]\n",
}


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "inkwright.toml").touch()
    found = open_workspace(tmp_path)
    for path, text in TEXTS.items():
        found.write(path, text)
    return found


def test_every_answer_is_a_passage_of_a_file_at_its_line(workspace):
    reply = ask(workspace, "When are pages evicted?", Wanted(), 20)
    assert (reply.answers[0].path, reply.answers[0].line) == ("notes/eviction.md", 11)
    assert reply.answers[0].headings == ("When it is full",)
    for answer in reply.answers:
        lines = TEXTS[answer.path].split("\n")[answer.line - 1 : answer.end_line]
        assert all(line in "\n".join(lines) for line in answer.text.split("\n"))
    assert reply.nearest is None and reply.unknown == ()


def test_whose_words_they_are_is_said(workspace):
    sources = {one.path: one.source for one in ask(workspace, "what does eviction cost?", Wanted(), 20).answers}
    assert sources["notes/clip.md"] == "Ada B., https://a.example/evict"
    by_age = ask(workspace, "how well does eviction by age do?", Wanted()).answers[0]
    assert (by_age.path, by_age.source) == ("papers/lru.md", "C. Dee, Least recently used, 1999")


def test_plans_and_other_comments_never_answer(workspace):
    reply = ask(workspace, "what do readers ask about eviction?", Wanted(), 20)
    assert not any("readers ask" in one.text for one in reply.answers)


@pytest.mark.parametrize(
    ("wanted", "paths"),
    [
        (Wanted(kind="log"), {"log/2026-11-20.md"}),
        (Wanted(kind="paper"), {"papers/lru.md"}),
        (Wanted(origin="question"), {"ideas.md"}),
        (Wanted(tag="cache"), {"notes/eviction.md"}),
        (Wanted(tag="Storage"), {"papers/lru.md"}),
        (Wanted(since="2026-11-19", kind="log"), {"log/2026-11-20.md"}),
    ],
)
def test_filters_are_those_of_search(workspace, wanted, paths):
    assert {one.path for one in ask(workspace, "eviction", wanted, 20).answers} == paths


def test_unused_leaves_out_what_a_post_uses(workspace):
    found = {one.path for one in ask(workspace, "eviction", Wanted(unused=True), 20).answers}
    assert "notes/eviction.md" not in found and "posts/p/index.md" not in found and "papers/lru.md" in found


def test_where_nothing_answers_that_is_said_with_the_nearest(workspace):
    reply = ask(workspace, "How do I brew tea in a samovar over charcoal?", Wanted())
    assert reply.answers == () and reply.nearest is None  # the title of the note is no passage
    reply = ask(workspace, "Does dirty laundry need charcoal?", Wanted())
    assert reply.answers == () and reply.unknown == ("laundry", "charcoal")
    assert reply.nearest is not None and reply.nearest.words == ("dirty",)


def test_a_topic_that_there_is_not_is_an_error(workspace):
    with pytest.raises(UsageError, match="no topic"):
        ask(workspace, "eviction", Wanted(topic="tea ceremonies"))


def test_command(workspace, monkeypatch):
    monkeypatch.chdir(workspace.root)
    run = CliRunner()
    result = run.invoke(main, ["ask", "when", "are", "pages", "evicted?", "--limit", "1"])
    assert result.exit_code == 0
    assert result.output.startswith("notes/eviction.md:11  The page cache › When it is full\n    The kernel evicts")
    result = run.invoke(main, ["ask", "what does dirty eviction cost?"])
    assert "source: Ada B., https://a.example/evict" in result.output
    result = run.invoke(main, ["ask", "Does dirty laundry need charcoal?"])
    assert result.exit_code == 0
    assert result.output == (
        'Nothing you wrote answers this. No text holds "laundry", "charcoal". The nearest passage, notes/clip.md:6, '
        'holds only "dirty" of "dirty", "laundry", "charcoal".\n'
    )
    data = json.loads(run.invoke(main, ["ask", "eviction", "--format", "json"]).output)
    assert data["version"] == 1 and {"path", "line", "end_line", "source", "words"} <= set(data["answers"][0])


def test_outside_a_workspace_nothing_is_written(tmp_path):
    (tmp_path / "a.md").write_text("# A\n\nThe kernel evicts pages.\n")
    before = {path: hashlib.sha256(path.read_bytes()).digest() for path in tmp_path.rglob("*") if path.is_file()}
    reply = ask(open_workspace(tmp_path), "when are pages evicted?", Wanted())
    assert [(one.path, one.line) for one in reply.answers] == [("a.md", 3)]
    assert {
        path: hashlib.sha256(path.read_bytes()).digest() for path in tmp_path.rglob("*") if path.is_file()
    } == before


def test_the_record_of_a_session_answers_nothing(workspace):
    lines = "- 09:00-09:40 wrote [[eviction]] +60 words (0→60)\n- 09:41 ended the draft of [[eviction]] (60 words)\n"
    workspace.write("log/2026-11-21.md", lines)
    assert not [one for one in ask(workspace, "eviction?", Wanted(), 20).answers if one.path == "log/2026-11-21.md"]

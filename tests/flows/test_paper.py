import json

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.paper import add_papers, list_papers
from inkwright.model.errors import NetError, UnreadableError, UsageError
from inkwright.model.net import Reply
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"
BIB = """@article{lamport1978, title={Time, Clocks}, author={Leslie Lamport}, year=1978, doi={10.1145/359545.359563}}

@article{broken, title={x
@misc{he2015, title={Deep {R}esidual Learning}, author={He, Kaiming}, eprint={1512.03385}, archiveprefix={arXiv}}
"""


@pytest.fixture
def blog(tmp_path, monkeypatch):
    (tmp_path / "inkwright.toml").touch()
    (tmp_path / "refs.bib").write_text(BIB)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("INKWRIGHT_WORKSPACE", raising=False)
    return tmp_path


def run(*words):
    return CliRunner().invoke(main, words)


def test_a_bibliography_gives_one_note_each_and_says_where_it_is_broken(blog):
    done = run("paper", "add", "refs.bib")
    assert done.exit_code == 1 and "2 new, 0 there already, 1 left out." in done.output
    assert "Left out: refs.bib:3: a brace is not closed" in done.output
    assert sorted(file.name for file in (blog / "papers").iterdir()) == ["he2015.md", "lamport1978.md"]


def test_twice_adds_nothing_and_touches_nothing(blog):
    run("paper", "add", "refs.bib")
    note = blog / "papers/he2015.md"
    note.write_text(note.read_text().replace("## Problem\n", "## Problem\n\nDepth.\n"))
    before = {file: file.read_bytes() for file in (blog / "papers").iterdir()}
    assert "0 new, 2 there already" in run("paper", "add", "refs.bib").output
    assert {file: file.read_bytes() for file in (blog / "papers").iterdir()} == before
    rows = json.loads(run("paper", "list", "--format", "json").output)["papers"]
    assert [(row["key"], len(row["open"])) for row in rows] == [("he2015", 5), ("lamport1978", 6)]


def test_another_paper_of_the_same_key_gets_a_file_of_its_own(blog):
    (blog / "other.bib").write_text("@misc{he2015, title={Something else entirely}}\n")
    run("paper", "add", "refs.bib", "other.bib")
    assert (blog / "papers/he2015-2.md").exists() and len(list_papers(open_workspace(blog))) == 3


def asked(answers):
    def get(url, accept):
        calls.append((url, accept))
        return answers.pop(0)

    calls: list[tuple[str, str]] = []
    return get, calls


def test_a_doi_and_a_number_of_arxiv_are_asked_for(blog):
    atom = (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/1706.03762v7</id>'
        b"<published>2017-06-12</published><title>Attention</title><author><name>A V</name></author></entry></feed>"
    )
    csl = json.dumps({"title": "Clocks", "author": [{"family": "Lamport"}], "DOI": "10.1145/3.4"}).encode()
    get, calls = asked([Reply("u", 200, {}, atom), Reply("u", 200, {}, csl)])
    added = add_papers(open_workspace(blog), ("arXiv:1706.03762", "https://doi.org/10.1145/3.4"), TODAY, get)
    assert added.new == ("papers/v2017attention.md", "papers/lamportclocks.md")
    assert calls == [
        ("https://export.arxiv.org/api/query?id_list=1706.03762", "application/atom+xml"),
        ("https://doi.org/10.1145/3.4", "application/vnd.citationstyles.csl+json"),
    ]


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply("u", 404), "doi:10.1145/3.4: nobody knows this number"),
        (Reply("u", 500), "it was not told .HTTP 500"),
        (Reply("u", 200, {}, b"[]"), "nobody knows this number"),
    ],
)
def test_a_number_that_nobody_knows(blog, reply, said):
    get, _ = asked([reply])
    with pytest.raises(UsageError, match=said):
        add_papers(open_workspace(blog), ("refs.bib", "10.1145/3.4"), TODAY, get)
    assert not (blog / "papers").exists(), "nothing is written unless all could be read"


def test_files_never_ask_the_network_and_numbers_do_not_when_offline(blog, monkeypatch):
    monkeypatch.setenv("INKWRIGHT_OFFLINE", "1")
    add_papers(open_workspace(blog), ("refs.bib",), TODAY)
    with pytest.raises(NetError):
        add_papers(open_workspace(blog), ("1706.03762",), TODAY)


@pytest.mark.parametrize(
    ("name", "text", "error", "said"),
    [
        ("x.json", "{", UnreadableError, "x.json:1: not JSON"),
        ("x.txt", "a", UsageError, "nobody here reads papers from this kind of file"),
        ("x.csv", "a,b\n", UsageError, "nobody here reads papers"),
        ("", "", UnreadableError, "nope.bib: there is no such file"),
    ],
)
def test_bad_files(blog, name, text, error, said):
    if name:
        (blog / name).write_text(text)
    with pytest.raises(error, match=said):
        add_papers(open_workspace(blog), (name or "nope.bib",), TODAY)


def test_the_table_of_some_papers(blog):
    run("paper", "add", "refs.bib")
    note = blog / "papers/he2015.md"
    note.write_text(note.read_text().replace("## Problem\n", "## Problem\n\nDepth hurts.\n"))
    done = run("paper", "table", "he2015", "--fields", "problem")
    assert done.output.splitlines()[2] == "| Deep Residual Learning [@he2015] | Depth hurts. |"
    assert run("paper", "table", "--tag", "none").output == "No paper matches: inkwright paper list\n"
    with pytest.raises(UsageError, match="there is no paper `x`"):
        CliRunner().invoke(main, ["paper", "table", "x"], standalone_mode=False, catch_exceptions=False)


READWISE = """Highlight,Book Title,Book Author,Note,Location Type,Location,URL
First words.,On rings and queues,Ann Lee,,page,3,https://e.org/rings
"""
LATER = READWISE + "Later words.,On rings and queues,Ann Lee,mine,page,9,https://e.org/rings\n"


def test_passages_marked_since_come_into_the_note_and_what_was_written_stays(blog):
    (blog / "r.csv").write_text(READWISE)
    run("paper", "add", "r.csv")
    (note,) = (blog / "papers").iterdir()
    written = note.read_text().replace("## My view\n", "## My view\n\nI doubt it.\n") + "\nMy own end, no heading\n"
    note.write_text(written)
    (blog / "r.csv").write_text(LATER)
    done = run("paper", "add", "r.csv")
    assert done.output == f"1 new passage in papers/{note.name}\n0 new, 1 there already, 0 left out.\n"
    assert note.read_text() == written + "\n> Later words.\n>\n> — p. 9\n\nmine\n"
    assert run("paper", "add", "r.csv").output == "0 new, 1 there already, 0 left out.\n"


def test_passages_of_an_article_come_into_its_clip(blog):
    run("clip", "--text", "A ring.", "--url", "https://www.e.org/rings/", "--title", "Rings")
    (clip,) = (blog / "notes/clips").iterdir()
    before = clip.read_text()
    (blog / "r.csv").write_text(LATER)
    assert run("paper", "add", "r.csv").output == (
        "2 new passages in notes/clips/rings.md\n0 new, 0 there already, 0 left out.\n"
    )
    assert clip.read_text().startswith(before + "\n## Passages\n\n> First words.") and not (blog / "papers").exists()


def test_a_clip_of_another_program_is_not_touched(blog):
    (blog / "notes/clips").mkdir(parents=True)
    theirs = blog / "notes/clips/rings.md"
    theirs.write_text("---\ntitle: On rings and queues\nurl: https://e.org/rings\n---\nTheirs.\n")
    before = theirs.read_bytes()
    (blog / "r.csv").write_text(LATER)
    assert run("paper", "add", "r.csv").output.endswith("1 new, 0 there already, 0 left out.\n")
    assert theirs.read_bytes() == before


def test_a_number_that_has_a_note_is_asked_of_nobody_and_one_that_has_none_is_for_later(blog, monkeypatch):
    monkeypatch.setenv("INKWRIGHT_OFFLINE", "1")
    run("paper", "add", "refs.bib")
    for known in ("arXiv:1512.03385", "https://arxiv.org/abs/1512.03385v2"):
        assert "0 new, 1 there already, 0 left out." in run("paper", "add", known).output
    with pytest.raises(NetError, match=r"Or keep it for later: inkwright reading add arXiv:1706\.03762"):
        add_papers(open_workspace(blog), ("1706.03762",), TODAY)


def test_empty_cells_are_named_once_for_each_paper(blog):
    run("paper", "add", "refs.bib")
    done = run("paper", "table", "he2015", "--fields", "problem,method")
    assert "papers/he2015.md: nothing below Problem, Method\n" in done.output

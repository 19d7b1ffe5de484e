import json
import re
import socket
import subprocess
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.clip import Asked, clip
from inkwright.flows.clip_page import page_clip
from inkwright.model.clip import Clip
from inkwright.model.errors import InkwrightError, NetError, UsageError
from inkwright.model.net import Reply
from inkwright.net.client import Client
from inkwright.text.front_matter import read_front_matter
from inkwright.text.markdown import parse
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"
WORDS = "The cache forgets what nobody asked for in an hour. " * 8


@pytest.fixture
def blog(tmp_path, monkeypatch):
    (tmp_path / "blog").mkdir()
    (tmp_path / "blog/inkwright.toml").touch()
    monkeypatch.chdir(tmp_path / "blog")
    monkeypatch.delenv("INKWRIGHT_WORKSPACE", raising=False)
    return tmp_path / "blog"


def run(*words, stdin=None):
    return CliRunner().invoke(main, words, input=stdin, standalone_mode=False)


def web(body: bytes, status: int = 200, kind: str = "text/html; charset=utf-8"):
    return lambda url: Reply(url, status, {"content-type": kind}, body)


def test_a_passage_from_standard_input_says_where_it_came_from(blog):
    done = run("clip", "--kind", "paragraph", "--url", "https://a.org/x", "--author", "Ann", stdin="A cache lies.\n")
    assert done.exception is None and done.output == "Kept in notes/clips/a-cache-lies.md: A cache lies.\n"
    text = (blog / "notes/clips/a-cache-lies.md").read_text()
    data = read_front_matter(text).data
    assert (data["url"], data["kind"], data["author"]) == ("https://a.org/x", "paragraph", "Ann") and data["date"]
    assert "> A cache lies.\n" in text
    assert run("clip", "-", "--url", "https://a.org/x", "--author", "Ann", stdin="A cache lies.\n").output.startswith(
        "Already in"
    )
    assert len(list((blog / "notes/clips").iterdir())) == 1


def test_another_clip_of_the_same_title_gets_a_name_of_its_own(blog):
    run("clip", stdin="Same title.\nOne\n")
    run("clip", stdin="Same title.\nTwo\n")
    assert sorted(file.name for file in (blog / "notes/clips").iterdir()) == ["same-title-2.md", "same-title.md"]


def git(folder: Path, *words: str) -> str:
    base = ["git", "-c", "user.name=Ada", "-c", "user.email=ada@x.org", *words]
    return subprocess.run(base, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def test_code_keeps_language_repository_commit_and_lines(blog, tmp_path):
    clone = tmp_path / "engine"
    (clone / "src").mkdir(parents=True)
    (clone / "src/a.py").write_text("def f():\n    return 1\n\n\ndef g():\n    return 2\n")
    git(clone, "init", "-q")
    git(clone, "remote", "add", "origin", "git@github.com:ada/engine.git")
    git(clone, "add", ".")
    git(clone, "commit", "-qm", "first")
    commit = git(clone, "rev-parse", "HEAD")[:12]
    assert run("clip", str(clone / "src/a.py"), "--lines", "5-6", "--to", "storage").exception is None
    text = (blog / "notes/clips/a-py-lines-5-6.md").read_text()
    data = read_front_matter(text).data
    assert [str(data[key]) for key in ("kind", "language", "repo", "commit", "path", "lines", "project", "url")] == [
        "code", "python", "ada/engine", commit, "src/a.py", "5-6", "storage",
        f"https://github.com/ada/engine/blob/{commit}/src/a.py#L5-L6",
    ]  # fmt: skip
    assert "```python\ndef g():\n    return 2\n```\n" in text
    (clone / "src/a.py").write_text("def f():\n    return 3\n")
    run("clip", str(clone / "src/a.py"), "--lines", "1-2", "--title", "changed")
    changed = read_front_matter((blog / "notes/clips/changed.md").read_text()).data
    assert changed["repo"] == "ada/engine" and "commit" not in changed and "url" not in changed


def test_a_sketch_is_copied_beside_its_words(blog, tmp_path):
    (tmp_path / "IMG_1.JPG").write_bytes(b"\xff\xd8photo")
    done = run("clip", str(tmp_path / "IMG_1.JPG"), "--kind", "sketch", "--text", "The ring.", "--to", "ring")
    assert done.exception is None
    assert (blog / "notes/clips/the-ring.jpg").read_bytes() == b"\xff\xd8photo"
    text = (blog / "notes/clips/the-ring.md").read_text()
    assert "![The ring.](<the-ring.jpg>)" in text and read_front_matter(text).data["project"] == "ring"


def test_a_page_keeps_code_tables_and_pictures(blog):
    html = f"""<html><head><title>On caches</title></head><body><nav>Menu</nav><article><h1>On caches</h1><p>{WORDS}</p>
    <pre><code class="language-go">a := 1\n</code></pre><table><tr><th>n</th></tr><tr><td>1</td></tr></table>
    <img src="i.png" alt="Drawn"></article></body></html>"""
    kept = clip(open_workspace(blog), Asked("https://e.org/p/"), TODAY, web(html.encode()))
    text = (blog / kept.path).read_text()
    assert kept.path == "notes/clips/on-caches.md" and "Menu" not in text
    for part in ("> ```go\n> a := 1\n> ```", "> | n |\n> | --- |\n> | 1 |", "![Drawn](https://e.org/p/i.png)"):
        assert part in text
    assert read_front_matter(text).data["url"] == "https://e.org/p/"


@pytest.mark.parametrize(
    ("get", "said"),
    [
        (web(b"", 401), "this page wants you to sign in (HTTP 401). Copy the passage"),
        (web(b"", 402), "for paying readers"),
        (web(b"", 403), "this site refuses programs"),
        (web(b"", 404), "there is no such page"),
        (web(b"", 418), "gives no page (HTTP 418)"),
        (web(b"", 503), "cannot answer just now"),
        (web(b"%PDF-1.7"), "this is a PDF, not a page"),
        (web(b"x", kind="application/pdf"), "this is a PDF"),
        (web(b"\x89PNG", kind="image/png"), "this is no page but image/png"),
        (web(b"<html><body><div id=app></div><script>x</script></body></html>"), "no text to keep (0 words)"),
        (web(b'<script type="application/ld+json">{"isAccessibleForFree": false}</script>' + WORDS.encode()),
         "only paying readers may read it"),
    ],
)  # fmt: skip
def test_what_is_no_page_is_said_and_nothing_is_written(blog, get, said):
    with pytest.raises(UsageError) as raised:
        clip(open_workspace(blog), Asked("https://e.org/p"), TODAY, get)
    assert said in str(raised.value) and str(raised.value).startswith("https://e.org/p: ")
    assert not (blog / "notes").exists()


def test_a_page_that_is_too_large_or_does_not_answer_leaves_nothing(blog):
    def get(url):
        raise NetError("too-large", "the answer is larger than 10 MB", url=url)

    with pytest.raises(NetError):
        clip(open_workspace(blog), Asked("https://e.org/p"), TODAY, get)
    assert isinstance(run("clip", "http://127.0.0.1:1/x").exception, NetError)
    assert not (blog / "notes").exists()


def test_a_pdf_of_arxiv_leads_to_the_paper(blog):
    with pytest.raises(UsageError, match=r"inkwright paper add arXiv:2301.12345v2"):
        page_clip("https://arxiv.org/pdf/2301.12345v2.pdf", "post", web(b"%PDF-"))


def test_the_encoding_is_the_one_that_the_page_names():
    html = f"<meta charset='iso-8859-1'><p>Café. {WORDS}".encode("latin-1")
    assert page_clip("https://e.org", "post", web(html, kind="text/html")).text.startswith("Café")


def test_a_vault_outside_the_workspace_gets_nothing(blog, tmp_path):
    (tmp_path / "vault").mkdir()
    (blog / "inkwright.toml").write_text('notes = "../vault"\n')
    kept = clip(open_workspace(blog), Asked(text="Words.", about=Clip("paragraph", "")), TODAY)
    assert kept.path == "notes/clips/words.md" and not any((tmp_path / "vault").iterdir())
    done = run("index", "--format", "json")
    assert json.loads(done.output)["index"]["counts"] == {"note": 1}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("clip", "nope.md"), "nope.md: there is no such file"),
        (("clip", "paper.pdf"), "paper.pdf: this is a PDF, not a text. Keep it as a paper"),
        (("clip", "inkwright.toml", "--kind", "sketch"), "this file is no picture"),
        (("clip", "-", "--kind", "x"), 'there is no kind of clip "x"'),
        (("clip", "https://e.org/a.png", "--kind", "sketch"), "a sketch is a picture on your disk"),
        (("clip", "-"), "there is nothing to clip"),
    ],
)
def test_wrong_use(blog, words, said):
    done = run(*words, stdin="")
    assert isinstance(done.exception, InkwrightError) and said in str(done.exception)
    assert not (blog / "notes").exists()


@pytest.mark.corpus
def test_pages_of_the_corpus_keep_every_table_and_picture(blog, corpus):
    pictures = tables = 0
    for file in sorted((corpus / "exports/html-and-markdown/html").glob("*.html")):
        kept = clip(open_workspace(blog), Asked(str(file), about=Clip("post", "", url="https://e.org/")), TODAY)
        text = (blog / kept.path).read_text("utf-8")
        html = re.sub(r"(?s)<header>.*?</header>", "", file.read_text("utf-8"))
        wanted = re.findall(r'<img[^>]*?src="([^"]+)"', html)
        assert all(one.rpartition("/")[2] in text for one in wanted) and text.count("![") == len(wanted)
        pictures += len(wanted)
        tables += len(re.findall(r"(?m)^> (\| --- )+\|$", text))
    assert pictures >= 6 and tables == 3, "one table of the four is layout"
    assert parse(open_workspace(blog).read("notes/clips/reading-list.md")).of_kind("table")


def test_an_address_that_leads_in_a_circle_or_nowhere_leaves_nothing_and_does_not_hang(blog, monkeypatch):
    monkeypatch.delenv("INKWRIGHT_OFFLINE", raising=False)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]

        def answer():
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                with connection:
                    connection.recv(65536)
                    connection.sendall(b"HTTP/1.1 302 Found\r\nlocation: /again\r\ncontent-length: 0\r\n\r\n")

        threading.Thread(target=answer, daemon=True).start()
        client = Client(allow=(f"127.0.0.1:{port}",))
        with pytest.raises(NetError, match="it redirects more than 5 times"):
            clip(open_workspace(blog), Asked(f"http://127.0.0.1:{port}/a"), TODAY, client.get)
    with pytest.raises(NetError, match="there is no host"):
        clip(open_workspace(blog), Asked("http://nowhere.invalid/a"), TODAY, Client(resolve=_no_name).get)
    assert not (blog / "notes").exists()


def _no_name(host, port):
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


@pytest.mark.parametrize(
    "words", [("clip", "self.md"), ("clip", "self.md", "--kind", "code"), ("paper", "add", "self.md")]
)
def test_a_link_to_itself_is_a_file_that_cannot_be_read(blog, words):
    (blog / "self.md").symlink_to("self.md")
    done = run(*words)
    assert isinstance(done.exception, InkwrightError) and str(done.exception).startswith("self.md: ")
    assert "Traceback" not in done.output and not (blog / "notes").exists()


@pytest.mark.parametrize("name", ["klingon", "hex", "punycode", "idna", "undefined"])
def test_an_encoding_that_is_none_is_taken_for_utf_8(name):
    got = page_clip("https://e.org", "post", web(f"<p>Café. {WORDS}".encode(), kind=f"text/html; charset={name}"))
    assert "Caf" in got.text


def test_without_a_network_the_reading_list_is_named_and_after_a_refusal_it_is_not(blog):
    def get(kind):
        def fail(url):
            raise NetError(kind, "there is nobody", url=url)

        return fail

    with pytest.raises(NetError, match=r"Keep it for later: inkwright reading add https://e\.org/p"):
        page_clip("https://e.org/p", "post", get("dns"))
    with pytest.raises(NetError) as raised:
        page_clip("https://e.org/p", "post", get("refused-address"))
    assert "later" not in str(raised.value)

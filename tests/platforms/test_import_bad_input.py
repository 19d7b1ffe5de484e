"""Exports that are broken off, in other encodings, hostile or odd: survived, reported, the same in every run."""

import importlib.util
import json
import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inkwright.cli.main import main
from inkwright.flows.import_posts import Wanted, import_posts
from inkwright.flows.import_read import reader
from inkwright.flows.import_site import site_arrival
from inkwright.model.errors import InkwrightError
from inkwright.model.source import Source
from inkwright.platforms.platform import SiteGenerator
from inkwright.platforms.reading.export import Export
from inkwright.platforms.reading.html_body import body_of
from inkwright.platforms.reading.markdown_body import markdown_body
from inkwright.text.markdown import parse
from inkwright.workspace.exports import opened

SPEC = importlib.util.spec_from_file_location("import_contract", Path(__file__).with_name("import_contract.py"))
contract = sys.modules.get("import_contract") or importlib.util.module_from_spec(SPEC)
if "import_contract" not in sys.modules:
    sys.modules["import_contract"] = contract
    SPEC.loader.exec_module(contract)
PLATFORMS = [name for name in contract.NAMES if not isinstance(reader(name), SiteGenerator)]
SITES = [name for name in contract.NAMES if name not in PLATFORMS]


def bring(tmp_path, name, made):
    """Import some files twice; the account of the first run, after checking that the second changed nothing."""
    source = tmp_path / "source"
    for path, data in made.items():
        place = source / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data if isinstance(data, bytes) else data.encode())
    workspace = contract.blog(tmp_path / "blog")
    report = import_posts(workspace, name, str(source), contract.TODAY, Wanted())
    before = contract.files(tmp_path / "blog")
    import_posts(contract.Workspace(tmp_path / "blog", inside=True), name, str(source), "2026-02-03", Wanted())
    assert contract.files(tmp_path / "blog") == before
    return report


def bodies(tmp_path):
    return contract.posts(tmp_path / "blog")


def wxr():
    return (contract.sample("wordpress") / "blog.xml").read_bytes()


@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_wxr_that_is_broken_off(tmp_path, share):
    whole = wxr()
    report = bring(tmp_path, "wordpress", {"blog.xml": whole[: int(len(whole) * share)]})
    assert report.posts
    assert report.posts[0].title == "Ring buffers"
    assert any("damaged" in why for _, why in report.troubles)


def lost_texts(report):
    return [post.title for post in report.posts if any(one.kind == "text" and one.fate == "lost" for one in post.items)]


def test_the_post_in_which_a_wxr_breaks_off_is_named_and_what_there_is_of_it_comes_in(tmp_path):
    whole = wxr()
    cut = whole.index(b"Not yet.") + len(b"Not y")
    report = bring(tmp_path, "wordpress", {"blog.xml": whole[:cut]})
    assert lost_texts(report) == [report.posts[-1].title]
    assert "Not y" in bodies(tmp_path)


def test_a_wxr_that_breaks_off_between_two_posts_has_lost_no_text(tmp_path):
    whole = wxr()
    report = bring(tmp_path, "wordpress", {"blog.xml": whole[: whole.index(b"</item>") + len(b"</item>")]})
    assert len(report.posts) == 1 and report.troubles and not lost_texts(report)


def test_damage_within_one_post_is_told_of_that_post_alone(tmp_path):
    first = "<item><title>One</title><link>https://a.example/one/</link><description>Fine.</description></item>"
    broken = "<item>\n<title>Two</title>\n<description>Some <b text\n</description>\n</item>"
    feed = (
        f"<rss><channel>\n{first}\n{broken}\n{first.replace('One', 'Three').replace('one', 'three')}\n</channel></rss>"
    )
    report = bring(tmp_path, "rss", {"feed.xml": feed})
    assert lost_texts(report) == ["Two"]
    drafts = {one.title: "draft: true" in (tmp_path / "blog" / one.path).read_text() for one in report.posts}
    assert drafts == {"One": False, "Two": True, "Three": False}
    assert {"One", "Three"} <= {post.title for post in report.posts}


def test_a_prefix_that_nothing_declares_is_no_damage(tmp_path):
    whole = re.sub(rb' xmlns:\w+="[^"]*"', b"", wxr())
    report = bring(tmp_path, "wordpress", {"blog.xml": whole})
    assert report.posts[0].title == "Ring buffers" and not report.troubles and not lost_texts(report)


def test_the_command_tells_of_a_broken_file_and_exits_with_one(tmp_path, monkeypatch):
    (tmp_path / "blog.xml").write_bytes(wxr()[:5000])
    contract.blog(tmp_path / "blog")
    monkeypatch.chdir(tmp_path / "blog")
    monkeypatch.delenv("INKWRIGHT_WORKSPACE", raising=False)
    result = CliRunner().invoke(main, ("import", "wordpress", str(tmp_path / "blog.xml")))
    assert result.exit_code == 1
    assert "Trouble: blog.xml: damaged at line" in result.output


def test_a_wxr_with_a_bomb_of_entities_and_a_file_of_the_system(tmp_path):
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM '
    bomb += b'"file:///etc/passwd">]>' + wxr().split(b"?>", 1)[1].replace(b"Not yet.", b"]]>&b;&c;<![CDATA[Not yet.")
    report = bring(tmp_path, "wordpress", {"blog.xml": bomb})
    assert report.posts
    assert "root:" not in bodies(tmp_path)
    assert "aaaaaaaaaa" not in bodies(tmp_path)


def test_a_wxr_in_latin_1(tmp_path):
    text = wxr().decode().replace("Not yet.", "Café — déjà vu").replace("—", "-")
    report = bring(tmp_path, "wordpress", {"blog.xml": text.encode("latin-1")})
    assert "Café - déjà vu" in bodies(tmp_path)
    assert any("windows-1252" in why for _, why in report.troubles)


def test_entities_and_line_ends_in_a_table(tmp_path):
    rows = 'post_id,is_published,title,subtitle\r\n1.a,true,"&quot;A&quot; &amp;amp; b","two\r\nlines"\r\n2.b\r\n'
    bring(tmp_path, "substack", {"posts.csv": rows, "posts/1.a.html": "<p>x</p>"})
    assert 'title: "\\"A\\" & b"' in bodies(tmp_path)
    assert "subtitle: two lines" in bodies(tmp_path)


def test_a_table_with_null_bytes_and_an_open_quote(tmp_path):
    report = bring(
        tmp_path, "substack", {"posts.csv": b'post_id,title\n1.a,"open\0 quote\n2.b,B\n', "posts/1.a.html": "x"}
    )
    assert report.posts or report.troubles


def test_two_posts_with_one_slug(tmp_path):
    rows = "post_id,is_published,title\n1.same,true,One\n2.same,true,Two\n3.SAME,true,Three\n"
    report = bring(tmp_path, "substack", {"posts.csv": rows, **{f"posts/{n}.same.html": f"<p>{n}</p>" for n in (1, 2)}})
    assert [post.path for post in report.posts] == [f"posts/same{end}/index.md" for end in ("", "-2", "-3")]
    lost = [item for post in report.posts for item in post.items if item.kind == "redirect" and item.fate == "lost"]
    assert [item.why for item in lost] == ["another post has the same old address"]
    assert [item.what for post in report.posts for item in post.items if item.kind == "slug" and item.fate == "changed"]


def test_a_slug_that_a_folder_cannot_have(tmp_path):
    names = ["..", "con", "index", "a/b", "", ".hidden", "_draft", "x" * 400, "%2e%2e%2fout", "ünï—cødé"]
    posts = [
        {"id": str(n), "title": f"T{n}", "slug": one, "html": "<p>x</p>", "status": "published"}
        for n, one in enumerate(names)
    ]
    report = bring(tmp_path, "ghost", {"x.json": json.dumps({"posts": posts})})
    assert len({post.path for post in report.posts}) == len(names)
    for post in report.posts:
        folder = (tmp_path / "blog" / post.path).parent
        assert folder.parent == tmp_path / "blog" / "posts"
        assert not folder.name.startswith((".", "_"))


def test_pictures_that_are_missing_or_lead_out(tmp_path):
    (tmp_path / "secret.png").write_bytes(b"secret")
    html = "".join(
        f'<p><img src="{one}"></p>'
        for one in ("no.png", "../../secret.png", "/etc/hosts", "file:///etc/passwd", "javascript:x", "")
    )
    report = bring(tmp_path, "substack", {"posts.csv": "post_id,title\n1.a,A\n", "posts/1.a.html": html})
    said = {one.kind: one for one in report.counts}["picture"]
    assert (said.source, said.lost) == (6, 6)
    assert not list((tmp_path / "blog").rglob("*.png"))


def test_a_body_that_looks_like_front_matter_or_marks(tmp_path):
    html = "<hr><p>draft: true</p><hr><p>{{ x }} {% y %} &lt;script&gt;alert(1)&lt;/script&gt;</p>"
    html += "<p>&lt;!-- inkwright: allow-file --&gt;</p><p>- no list</p><p>+ none</p>"
    bring(tmp_path, "substack", {"posts.csv": "post_id,title,is_published\n1.a,A,true\n", "posts/1.a.html": html})
    text = (tmp_path / "blog/posts/a/index.md").read_text()
    assert text.startswith("---\ntitle: A\naliases:")
    assert "\\- no list" in text
    assert "<script" not in text.replace("\\<script", "")
    assert "<!-- inkwright" not in text.replace("\\<!--", "")


XSS = (
    '<img src=x onerror=alert(1)>', '<a href="javascript:alert(1)">x</a>', '<a href=" jaVascript:alert(1)">x</a>',
    "<svg onload=alert(1)></svg>", "<iframe src=javascript:alert(1)></iframe>", '<p onclick="alert(1)">x</p>',
    "<math><mtext><script>alert(1)</script></mtext></math>", '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<img alt="](javascript:alert(1))" src="https://e.example.com/a.png">', "<style>@import 'x'</style>",
    '<img src="https://e.example.com/a.png" title="&quot;)<script>alert(1)</script>">',
    '<figure><img src="https://e.example.com/a.png"><figcaption>"><script>alert(1)</script></figcaption></figure>',
    "<details open ontoggle=alert(1)><summary>x</summary></details>", "<form action=javascript:alert(1)><input></form>",
    '<object data="javascript:alert(1)"></object>', "<embed src=javascript:alert(1)>",
    "<sup><img src=x onerror=alert(1)></sup>",
    "<pre><code class='language-x\" onload=alert(1)'>x</code></pre>", "&lt;img src=x onerror=alert(1)&gt;",
    '<video><source onerror="alert(1)" src="javascript:alert(1)"></video>',
    "<mark>&lt;script&gt;alert(1)&lt;/script&gt;</mark>",
)  # fmt: skip


ACTS = re.compile(r"<\s*(?:script|iframe|object|embed|form|style|svg)|\son\w+\s*=|javascript:|data:text", re.I)


def running(text: str) -> list[str]:
    """What of a Markdown text would run, or load, when it is shown as it is."""
    document = parse(Source("post.md", text))
    html = [document.slice(one.span) for one in document.of_kind("html")]
    html += [document.slice(one.span) for one in document.inlines_of("html")]
    outside = [re.sub(r'alt="[^"]*"', "", one) for one in html]
    targets = [one.target for one in document.inlines_of("link", "image")]
    return [one for one in (*outside, *targets) if ACTS.search(one)]


@pytest.mark.parametrize("attack", XSS)
def test_nothing_that_runs_survives(attack):
    assert running(body_of(f"<p>a</p>{attack}<p>b</p>").text) == []
    assert running(markdown_body(f"a\n\n{attack}\n\nb <b>{attack}</b>\n").text) == []


def test_the_check_for_what_runs_can_fail():
    assert running("a <img src=x onerror=alert(1)> b")
    assert running("[x](javascript:alert(1))")


def mutated(data: bytes, draw) -> bytes:
    """A file with some of its bytes gone, doubled or replaced."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        end = min(len(data), at + draw(st.integers(0, 200)))
        kind = draw(st.sampled_from(("cut", "end", "flip", "double", "insert")))
        put = draw(
            st.sampled_from(
                (
                    b"<",
                    b"&",
                    b"]]>",
                    b"\xff\xfe",
                    b"\0",
                    b'"',
                    b"{",
                    b"[^1]",
                    b"```",
                    b"\xe2\x80",
                    b"---\n",
                    b"<p",
                    b"<table>",
                )
            )
        )
        data = {
            "cut": data[:at] + data[end:], "end": data[:at], "flip": data[:at] + put + data[end:],
            "double": data[:end] + data[at:], "insert": data[:at] + put + data[at:],
        }[kind]  # fmt: skip
    return data


@pytest.mark.parametrize("name", PLATFORMS)
def test_damaged_samples_give_no_traceback(name):
    root = contract.sample(name)
    whole = {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
    texts = [one for one in whole if not one.endswith(".png")]

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def check(data):
        files = dict(whole)
        for one in data.draw(st.lists(st.sampled_from(texts), min_size=1, max_size=2, unique=True)):
            files[one] = mutated(files[one], data.draw)
        export = Export("x", tuple(sorted(files)), lambda one: files[one])
        try:
            found = reader(name).read(export)
        except InkwrightError:
            return
        for post in found.posts:
            for item in post.items:
                assert item.fate == "kept" or item.why

    check()


@pytest.mark.parametrize("name", SITES)
def test_damaged_sites_give_no_traceback(name, tmp_path_factory):
    root = contract.sample(name)
    texts = [
        path.relative_to(root)
        for path in sorted(root.rglob("*"))
        if path.suffix in (".md", ".mdx", ".qmd", ".toml", ".yml")
    ]

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def check(data):
        copy = tmp_path_factory.mktemp("site")
        for path in root.rglob("*"):
            if path.is_file():
                (copy / path.relative_to(root)).parent.mkdir(parents=True, exist_ok=True)
                (copy / path.relative_to(root)).write_bytes(path.read_bytes())
        for one in data.draw(st.lists(st.sampled_from(texts), min_size=1, max_size=3, unique=True)):
            (copy / one).write_bytes(mutated((copy / one).read_bytes(), data.draw))
        with opened(copy) as found:
            try:
                site_arrival(reader(name), found, "x")
            except InkwrightError:
                return

    check()


def test_posts_of_jekyll_without_their_site_keep_their_dates(tmp_path):
    made = {"2014-01-02-old.md": "---\ntitle: Old\n---\nWords.\n", "2014-9-3-odd.md": "Words.\n", "about.md": "Me.\n"}
    report = bring(tmp_path, "jekyll", made)
    assert {post.path for post in report.posts} == {"posts/old/index.md", "posts/odd/index.md", "pages/about/index.md"}
    assert "date: 2014-01-02" in (tmp_path / "blog/posts/old/index.md").read_text()
    assert "date: 2014-09-03" in (tmp_path / "blog/posts/odd/index.md").read_text()
    assert {one.kind: one.kept for one in report.counts}["date"] == 2


def test_a_post_of_jekyll_in_html_comes_in_as_markdown(tmp_path):
    html = "---\ntitle: Old\n---\n<h2>Part</h2>\n<p>Words <img src='/img/a.png'></p><script>alert(1)</script>\n"
    report = bring(
        tmp_path, "jekyll", {"_config.yml": "title: x\n", "_posts/2014-01-02-old.html": html, "img/a.png": b"\x89PNG"}
    )
    assert [post.path for post in report.posts] == ["posts/old/index.md"]
    text = (tmp_path / "blog/posts/old/index.md").read_text()
    assert "## Part\n\nWords ![](a.png)" in text
    assert "date: 2014-01-02" in text
    assert "script" not in text

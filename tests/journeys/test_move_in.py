"""Moving in (W6): every format comes in with its account, once; the site built of it leads nowhere wrong.

The account is held against counts that are made here in another way, over the bytes of the source.
"""

import csv
import html
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.import_read import formats
from inkwright.text.front_matter import read_front_matter

from .pages import broken_links

SAMPLES = Path(__file__).parents[1] / "platforms"
COUNTED = ("picture", "footnote", "date", "redirect")
EMPTY = ("attachments-only.xml", "single-user.json", "multiple-users.json")
"""Samples without a post, which is said and no success."""
Account = dict[str, tuple[int, int]]
"""By kind, how many of it the source has and how many of these were lost."""


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "blog"
    root.mkdir()
    (root / "inkwright.toml").write_text('generator = "inkwright"\nbase_url = "https://me.example"\n')
    monkeypatch.chdir(root)
    monkeypatch.setenv("INKWRIGHT_WORKSPACE", "")
    return root


def run(*words: str, code: int = 0) -> str:
    done = CliRunner().invoke(main, words)
    assert done.exit_code == code, (words, done.output, done.exception)
    return done.stdout


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*")
            if path.is_file() and not {".inkwright", "public"} & set(path.relative_to(root).parts)}  # fmt: skip


def moved_in(blog: Path, name: str, source: Path) -> dict:
    """The account of an import; a second one changed nothing."""
    code = int(source.name in EMPTY)
    said = json.loads(run("import", name, str(source), "--format", "json", code=code))["imported"]
    before = files(blog)
    run("import", name, str(source), code=code)
    assert files(blog) == before
    return said


def account(said: dict) -> Account:
    for one in said["counts"]:
        assert one["kept"] + one["changed"] + one["lost"] == one["source"], one
    return {one["kind"]: (one["source"], one["lost"]) for one in said["counts"]}


def lost(said: dict) -> set[str]:
    return {item["what"] for post in said["posts"] for item in post["items"] if item["fate"] == "lost"}


def front(blog: Path, path: str) -> dict:
    return dict(read_front_matter((blog / path).read_text(encoding="utf-8")).data)


def outside(blog: Path, said: dict) -> list[str]:
    """Links of the built site that lead nowhere, but for those whose goal the export did not hold."""
    gone = lost(said)
    return [one for one in broken_links(blog / "public") if one.partition(": ")[2] not in gone]


@pytest.mark.parametrize("name", formats())
def test_every_format_moves_in_and_its_links_hold(blog: Path, name: str) -> None:
    source = SAMPLES / name / "export"
    said = moved_in(blog, name, source if source.is_dir() else SAMPLES / name / "tree")
    account(said)
    for post in said["posts"]:
        place = blog / post["path"]
        if front(blog, post["path"]).get("draft"):
            place.write_text(place.read_text().replace("draft: true\n", ""))
    run("build")
    assert outside(blog, said) == []


@pytest.mark.parametrize("name", ["substack", "medium", "wordpress", "ghost", "jekyll", "hugo"])
def test_old_addresses_lead_to_the_posts(blog: Path, name: str) -> None:
    source = SAMPLES / name / "export"
    said = moved_in(blog, name, source if source.is_dir() else SAMPLES / name / "tree")
    run("build")
    kept = 0
    for post in said["posts"]:
        data = front(blog, post["path"])
        later = str(data.get("date", "")) > date.today().isoformat()
        for alias in [] if data.get("draft") or later else data.get("aliases", ()):
            place = blog / "public" / alias.strip("/")
            page = place if place.is_file() else place / "index.html"
            assert Path(post["path"]).parent.name in page.read_text(encoding="utf-8"), alias
            kept += 1
    assert kept or name == "hugo"


def pictures_in(text: str) -> int:
    return len(re.findall(r"<img\b", text, re.I))


def of_substack(root: Path) -> Account:
    (table,) = root.glob("posts.csv")
    rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8"))))
    texts = "".join(path.read_text(encoding="utf-8") for path in root.glob("posts/*.html"))
    return {
        "picture": (pictures_in(texts), 0), "footnote": (len(re.findall(r'<div class="footnote"', texts)), 0),
        "date": (sum(bool(row["post_date"]) for row in rows), 0),
        "redirect": (sum(row["is_published"].lower() == "true" and row["type"] != "thread" for row in rows), 0),
    }  # fmt: skip


def of_medium(root: Path) -> Account:
    pages = [path.read_text(encoding="utf-8") for path in root.glob("posts/*.html")]
    posts = [page for page in pages if "This is a comment" not in page]
    return {
        "picture": (sum(map(pictures_in, posts)), 0), "footnote": (0, 0),
        "date": (sum('class="dt-published"' in page for page in posts), 0),
        "redirect": (sum('class="p-canonical"' in page for page in posts), 0),
    }  # fmt: skip


def _wxr(place: Path) -> Iterator[dict[str, str]]:
    """The items of an export by what its bytes hold: some samples are no XML that a strict reader takes."""
    for item in re.findall(r"<item>.*?</item>", place.read_text(encoding="utf-8"), re.S):
        found = dict(re.findall(r"<(?:wp:)?(post_type|post_id|pubDate)>\s*(?:<!\[CDATA\[)?([^<\]]*)", item))
        body = re.search(r"<content:encoded>(.*?)</content:encoded>", item, re.S)
        yield {
            "pubDate": "",
            **found,
            "body": body[1] if body else "",
            "cover": "_thumbnail_id" if "_thumbnail_id" in item else "",
        }


def of_wxr(place: Path) -> Account:
    posts = [one for one in _wxr(place) if one["post_type"] not in ("attachment", "nav_menu_item")]
    held = {one["post_id"] for one in _wxr(place) if one["post_type"] == "attachment"}
    covers = sum(bool(one["cover"]) for one in posts)
    return {
        "picture": (sum(pictures_in(one["body"]) for one in posts) + covers, 0 if held else covers),
        "footnote": (0, 0), "date": (sum(bool(one["pubDate"]) for one in posts), 0),
    }  # fmt: skip


def _rest(place: Path) -> list[dict]:
    said = json.loads(place.read_text(encoding="utf-8"))
    found = said if isinstance(said, list) else [said]
    return [one for one in found if "content" in one]


def of_rest(place: Path) -> Account:
    posts = _rest(place)
    covers = sum("wp:featuredmedia" in one.get("_embedded", {}) for one in posts)
    return {"picture": (sum(pictures_in(one["content"]["rendered"]) for one in posts) + covers, 0),
            "date": (sum("date_gmt" in one or "date" in one for one in posts), 0)}  # fmt: skip


def _ghost_posts(place: Path) -> list[dict]:
    said = json.loads(place.read_text(encoding="utf-8"))
    held = said["db"][0] if "db" in said else said.get("result", said)
    return [one.get("data", one) for one in held.get("data", held)["posts"]]


def of_ghost(place: Path) -> Account:
    posts = _ghost_posts(place)
    covers = sum(bool(one.get("feature_image")) for one in posts)
    return {"picture": (sum(_shown(one) for one in posts) + covers, 0),
            "date": (sum(bool(one.get("published_at") or one.get("created_at")) for one in posts), 0)}  # fmt: skip


def _shown(post: dict) -> int:
    """Pictures in the text of one post, by whichever of its forms there is."""
    if post.get("html"):
        return pictures_in(html.unescape(post["html"]) if "&lt;img" in post["html"] else post["html"])
    cards = json.loads(post.get("lexical") or post.get("mobiledoc") or "{}")
    return len(re.findall(r'"type": "image"|\["image",', json.dumps(cards)))


CORPUS = {
    "substack/mg-substack/test/fixtures": ("substack", of_substack),
    "medium/mg-medium-export/test/fixtures/export": ("medium", of_medium),
    "wordpress/mg-wp-xml/**/*.xml": ("wordpress", of_wxr), "wordpress/mg-wp-api/**/*.json": ("wordpress", of_rest),
    "ghost/**/*.json": ("ghost", of_ghost),
}  # fmt: skip


@pytest.mark.corpus
@pytest.mark.parametrize("places", CORPUS)
def test_every_sample_is_accounted_for(places: str, corpus: Path, tmp_path: Path, monkeypatch) -> None:
    name, counting = CORPUS[places]
    tried = 0
    for number, source in enumerate(sorted((corpus / "exports").glob(places))):
        root = tmp_path / str(number)
        root.mkdir()
        (root / "inkwright.toml").write_text('generator = "inkwright"\nbase_url = "https://me.example"\n')
        monkeypatch.chdir(root)
        said = moved_in(root, name, source)
        found = account(said)
        wanted = counting(source)
        assert {kind: found.get(kind, (0, 0)) for kind in wanted} == wanted, source.name
        if said["posts"]:
            tried += 1
            run("build")
            assert outside(root, said) == [], source.name
    assert tried


OTHERS = {
    "substack/migrate/test/fixtures/*.html": "substack", "notion/notion/notion-testspace.zip": "notion",
    "notion/notion/database-row.html": "notion", "others/mg-beehiiv/src/test/fixtures": "beehiiv",
    "others/mg-blogger/test/fixtures/response.json": "blogger", "others/mg-buttondown/src/test/fixtures": "buttondown",
    "others/mg-squarespace-xml/test/fixtures/sample.xml": "squarespace",
    "others/mg-jekyll-export/test/fixtures": "jekyll", "others/mg-libsyn/test/fixtures/feed.xml": "rss",
}  # fmt: skip


@pytest.mark.corpus
@pytest.mark.parametrize("places", OTHERS)
def test_every_other_sample_moves_in_once(places: str, corpus: Path, tmp_path: Path, monkeypatch) -> None:
    sources = sorted((corpus / "exports").glob(places))
    assert sources
    for number, source in enumerate(sources):
        root = tmp_path / str(number)
        root.mkdir()
        (root / "inkwright.toml").write_text('generator = "inkwright"\n')
        monkeypatch.chdir(root)
        said = moved_in(root, OTHERS[places], source)
        assert account(said)["post"][0] == len(said["posts"]) > 0

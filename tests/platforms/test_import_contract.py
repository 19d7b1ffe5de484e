"""Every format passes the contract; the list is made from the files there are. Each sample is counted by hand too."""

import importlib.util
import re
import sys
from pathlib import Path

import pytest

from inkwright.flows.import_posts import Wanted, import_posts

SPEC = importlib.util.spec_from_file_location("import_contract", Path(__file__).with_name("import_contract.py"))
contract = importlib.util.module_from_spec(SPEC)
sys.modules["import_contract"] = contract
SPEC.loader.exec_module(contract)

for _name in contract.NAMES:
    globals()[f"Test{_name.capitalize()}"] = type(f"Test{_name.capitalize()}", (contract.Contract,), {"name": _name})


def test_every_format_has_a_sample():
    assert [name for name in contract.NAMES if not contract.sample(name).is_dir()] == []


def whole(name: str, *endings: str) -> str:
    """All texts of a sample, one after the other."""
    found = sorted(path for path in contract.sample(name).rglob("*") if path.suffix in endings)
    return "\n".join(path.read_text(encoding="utf-8") for path in found)


def tally(tmp_path: Path, name: str) -> dict[str, tuple[int, int, int, int]]:
    source = str(contract.sample(name))
    report = import_posts(contract.blog(tmp_path / "a"), name, source, contract.TODAY, Wanted())
    return {one.kind: (one.source, one.kept, one.changed, one.lost) for one in report.counts}


def count(pattern: str, text: str) -> int:
    return len(re.findall(pattern, text))


def test_substack_is_accounted_for(tmp_path):
    text, said = whole("substack", ".html", ".md"), tally(tmp_path, "substack")
    rows = whole("substack", ".csv").count("T07:00:00.000Z")
    assert said["picture"][0] == count(r"<img |!\[", text) == 2
    assert said["footnote"] == (3, 3, 0, 0)
    assert count(r'<div class="footnote"|::: \{\.footnote', text) == 3
    assert said["date"][0] == rows + 1
    assert said["redirect"] == (3, 3, 0, 0)
    assert said["podcast"] == (1, 0, 1, 0)
    assert said["subscriber"] == (1, 1, 0, 0)
    assert said["embed"] == (1, 0, 1, 0)
    assert said["code block"] == (2, 2, 0, 0)


def test_medium_is_accounted_for(tmp_path):
    text, said = whole("medium", ".html"), tally(tmp_path, "medium")
    assert said["post"][0] + said["comment"][0] == count("h-entry", text) == 4
    assert said["picture"][0] == count("<img ", text)
    assert said["date"][0] == count("<time", text) - 1  # the response has one too
    assert said["redirect"] == (2, 1, 1, 0)
    assert said["page of the account"] == (1, 0, 0, 1)
    assert said["embed"] == (2, 0, 2, 0)


def test_wordpress_is_accounted_for(tmp_path):
    text, said = whole("wordpress", ".xml"), tally(tmp_path, "wordpress")
    in_text, covers, of_gallery = count("<img ", text), count("_thumbnail_id", text), 2
    assert said["picture"] == (in_text + covers + of_gallery, 4, 0, 1)
    assert said["footnote"] == (2, 2, 0, 0)
    assert said["post"][0] + said["post in the bin"][0] == count("<item><title><!", text) == 6
    assert said["date"] == (5, 5, 0, 0)
    assert said["redirect"][0] == said["redirect"][1] == 4
    assert said["comment"] == (1, 0, 0, 1)
    assert said["picture in the library"] == (1, 0, 0, 1)
    assert said["block"] == (1, 0, 0, 1)
    assert said["embed"] == (2, 0, 2, 0)


def test_ghost_is_accounted_for(tmp_path):
    text, said = whole("ghost", ".json"), tally(tmp_path, "ghost")
    assert said["picture"] == (count(r"content/images", text), 2, 0, 1)
    assert said["footnote"] == (2, 2, 0, 0)
    assert said["date"] == (count(r'"published_at": "', text), 2, 0, 0)
    assert said["redirect"] == (2, 2, 0, 0)
    assert said["card"] == (1, 0, 0, 1)
    assert said["code block"] == (3, 3, 0, 0)


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "place", "pictures"),
    [
        ("substack", "substack/mg-substack/test/fixtures", r"<img[\s>]"),
        ("medium", "medium/mg-medium-export/test/fixtures/export", r"<img class=\"graf"),
        ("wordpress", "wordpress/mg-wp-xml/test/fixtures/sample.xml", r"_thumbnail_id"),
        ("wordpress", "wordpress/mg-wp-xml/test/fixtures/has-meta.xml", r"_thumbnail_id"),
        ("wordpress", "wordpress/mg-wp-xml/test/fixtures/feature-image-captions.xml", r"_thumbnail_id"),
        ("ghost", "ghost/mg-json/test/fixtures/single-post-only.json", r"\"feature_image\": \""),
        ("ghost", "ghost/mg-assetscraper-db/src/test/fixtures/ghost.json",
         r"images/feature-|<img |\\\"type\\\":\\\"image"),
        ("notion", "notion/notion/notion-testspace.zip", ""),
        ("beehiiv", "others/mg-beehiiv", ""), ("beehiiv", "others/mg-beehiiv-members", ""),
        ("buttondown", "others/mg-buttondown", ""), ("squarespace", "others/mg-squarespace-xml", ""),
        ("blogger", "others/mg-blogger", ""), ("rss", "others/mg-libsyn", ""),
        ("jekyll", "others/mg-jekyll-export/test/fixtures", ""),
        ("substack", "substack/migrate/test/fixtures", ""), ("substack", "substack/mg-substack-members-csv", ""),
        ("wordpress", "wordpress/mg-wp-api/test/fixtures", ""), ("ghost", "ghost", ""),
        ("plain", "html-and-markdown/markdown", ""),
    ],
)  # fmt: skip
def test_real_exports_come_in_and_stay_as_they_are(tmp_path, corpus, name, place, pictures):
    source = corpus / "exports" / place
    report = import_posts(contract.blog(tmp_path / "a"), name, str(source), contract.TODAY, Wanted())
    assert not report.troubles
    assert report.posts or report.subscribers
    assert {post.state for post in report.posts} <= {"new"}
    for one in report.counts:
        assert one.kept + one.changed + one.lost == one.source
    if pictures:
        places = [source] if source.is_file() else [path for path in source.rglob("*") if path.is_file()]
        texts = "\n".join(path.read_text(encoding="utf-8") for path in places)
        assert contract.counted(report, "picture") == count(pictures, texts)
    before = contract.files(tmp_path / "a")
    workspace = contract.Workspace(tmp_path / "a", inside=True)
    import_posts(workspace, name, str(source), "2026-03-04", Wanted())
    assert contract.files(tmp_path / "a") == before

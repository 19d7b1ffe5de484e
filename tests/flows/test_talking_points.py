"""What there is to talk about reaches the portfolio page, only that, and is as new as the post."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from inkwright.flows.build import build
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"
POST = """---
title: Why our sessions were slow
date: 2026-11-0{day}
roles: [backend]
thesis: a secret thesis of 40 %
---

Our cache of sessions answered in 48 ms, and nobody knew why.<!-- secret: it took 99 % -->

## What we did

We chose a binary format instead of JSON because the client serialised every session twice.

<!-- plan
- secret plan: cut 90 % of the cost
-->
"""
SETTINGS = 'base_url = "https://me.example"\n[site]\nportfolio = true\n'


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    (tmp_path / "inkwright.toml").write_text(SETTINGS)
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/slow.md").write_text(POST.replace("{day}", "1"))
    (tmp_path / "posts/bare.md").write_text("---\ntitle: Bare\ndate: 2026-11-05\nroles: [backend]\n---\n\nWords.\n")
    return tmp_path


def page(blog: Path) -> HTMLParser:
    build(open_workspace(blog), TODAY)
    return HTMLParser((blog / "public/portfolio/index.html").read_text())


def test_each_sentence_leads_to_where_it_stands(blog: Path) -> None:
    found = page(blog)
    assert [(node.text(), node.attributes["href"]) for node in found.css(".points a")] == [
        ("Our cache of sessions answered in 48 ms, and nobody knew why.", "../posts/slow/"),
        (
            "We chose a binary format instead of JSON because the client serialised every session twice.",
            "../posts/slow/#what-we-did",
        ),
    ]
    assert [node.text() for node in found.css(".lines > li > a, .lines > li > div > a")] == [
        "Why our sessions were slow",
        "Bare",
    ]
    post = HTMLParser((blog / "public/posts/slow/index.html").read_text())
    assert post.css_first("#what-we-did") is not None
    for path in (blog / "public").rglob("*.html"):
        assert "secret" not in path.read_text(), path


def test_a_post_that_says_something_else_is_told_anew(blog: Path) -> None:
    page(blog)
    place = blog / "posts/slow.md"
    place.write_text(place.read_text().replace("48 ms", "52 ms"))
    assert "answered in 52 ms" in page(blog).text()
    place.write_text(place.read_text().replace("chose a binary format", "chose a plain format"))
    assert "chose a plain format" in page(blog).text()
    fresh = blog / "fresh"
    build(open_workspace(blog), TODAY, str(fresh))
    again = (blog / "public/portfolio/index.html").read_bytes()
    assert (fresh / "portfolio/index.html").read_bytes() == again


def test_without_a_portfolio_page_nothing_is_looked_for(blog: Path) -> None:
    (blog / "inkwright.toml").write_text(SETTINGS.replace("true", "false"))
    build(open_workspace(blog), TODAY)
    assert not (blog / "public/portfolio").exists()
    (blog / "inkwright.toml").write_text(SETTINGS)
    assert len(page(blog).css(".points a")) == 2, "a setting that changed is seen"

from inkwright.flows.build import build
from inkwright.workspace.folder import open_workspace

POST = """---
title: Caches
date: 2026-01-02
---
For everybody.

<!-- only: mail -->

## Mailword heading

Mailword: answer this letter, with a [link](https://example.org/mailword).

<!-- end -->

<!-- only: web -->

Webword: try it below.

<!-- end -->
"""


def test_the_site_shows_nothing_that_is_only_for_mail(tmp_path):
    (tmp_path / "inkwright.toml").write_text('base_url = "https://me.example"\n[site]\nsearch = true\n')
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "caches.md").write_text(POST)
    build(open_workspace(tmp_path), "2026-11-21", tmp_path / "out")
    files = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert not [path for path, data in files.items() if b"ailword" in data]
    page = (tmp_path / "out" / "posts" / "caches" / "index.html").read_text()
    assert "Webword" in page and "For everybody." in page and "only:" not in page

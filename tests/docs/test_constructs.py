"""Every claim of the page of constructs is proved by rendering its example."""

import runpy
from pathlib import Path

import pytest

from inkwright.render.html import render
from inkwright.render.opaque import construct_table
from inkwright.render.options import RenderOptions
from inkwright.text.markdown import parse_text

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "constructs.py"))
ROWS = SCRIPT["ROWS"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.family}: {row.name}")
def test_the_claim_of_a_row_holds(row):
    html = render(parse_text(row.example + "\n", row.path), RenderOptions())
    assert (row.proof in html) is (row.state != "hidden"), html
    assert ('class="opaque"' in html) is (row.state == "kept"), html
    assert row.state in ("rendered", "hidden", "kept", "as written")


def test_each_construct_stands_once():
    names = [(row.family, row.name) for row in ROWS]
    assert len(set(names)) == len(names)


def test_every_name_that_the_renderer_knows_is_on_the_page():
    page = (ROOT / "docs" / "reference" / "constructs.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in page for _, name, _, _ in construct_table())

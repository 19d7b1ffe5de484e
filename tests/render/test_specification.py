"""The examples of CommonMark and of GFM's extensions, read from INKWRIGHT_SPEC; the data is not ours to ship."""

import json
import os
from pathlib import Path

import pytest

from inkwright.model.document import Source
from inkwright.render.html import RenderOptions, render
from inkwright.text.markdown import parse

SPEC = Path(os.environ.get("INKWRIGHT_SPEC", Path(__file__).parents[3] / "shared" / "spec"))
COMMONMARK = RenderOptions(profile="commonmark")
GFM = RenderOptions(profile="gfm")

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not SPEC.is_dir(), reason="INKWRIGHT_SPEC is absent")]


def examples(name: str) -> list[dict]:
    return json.loads((SPEC / name).read_text(encoding="utf-8"))


def wrong(name: str, options: RenderOptions, extensions: bool) -> list[int]:
    """Numbers of the examples whose HTML is not exactly the wanted one; <IGNORE> wants only that nothing breaks."""
    found = []
    for example in examples(name):
        html = render(parse(Source("", example["markdown"]), extensions=extensions), options)
        if html != example["html"] and example["html"].strip() != "<IGNORE>":
            found.append(example["example"])
    return found


def test_all_commonmark_examples_give_exactly_their_html():
    assert len(examples("commonmark.json")) == 655
    assert wrong("commonmark.json", COMMONMARK, extensions=False) == []


@pytest.mark.parametrize(("name", "count"), [("gfm-spec-extensions.json", 22), ("gfm-extensions.json", 28)])
def test_all_gfm_extension_examples_give_exactly_their_html(name, count):
    assert len(examples(name)) == count
    assert wrong(name, GFM, extensions=True) == []


def test_the_site_profile_takes_every_example_without_complaint():
    for name in ("commonmark.json", "gfm-spec-extensions.json", "gfm-extensions.json"):
        for example in examples(name):
            assert isinstance(render(parse(Source("", example["markdown"]))), str)

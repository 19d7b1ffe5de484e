"""The examples of the templates are the first writing a user sees from us: our own editor finds nothing in them."""

from pathlib import Path

import pytest

from inkwright.flows.check import check
from inkwright.plan.templates import kinds, template

DESCRIPTION = (
    "All examples of one kind of post, put one after the other under the headings of their sections, so that they can "
    "be read as a writer reads them."
)


@pytest.mark.parametrize("kind", [kind for kind in kinds() if kind != "none"])
def test_no_finding_in_the_examples_of_a_kind(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = template(kind)
    parts = [f"## {section.title}\n\n{section.example}\n" for section in found.sections] or [found.example]
    head = f"title: The examples of one kind\ndate: 2026-01-02\nslug: {kind}\ndescription: {DESCRIPTION}\ntags: [gpu]"
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    post = tmp_path / "posts" / kind / "index.md"
    post.parent.mkdir(parents=True)
    post.write_text(f"---\n{head}\n---\n\n" + "\n".join(parts), encoding="utf-8")
    (checked,) = check([f"posts/{kind}/index.md"], "2026-11-21", force=True)
    said = [f"{checked.document.position(f.span.start).line}: {f.rule}: {f.message}" for f in checked.findings]
    assert said == []
    assert checked.words > 200

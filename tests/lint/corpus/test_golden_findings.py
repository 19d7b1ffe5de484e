"""Findings on twenty published posts, kept as places and rules without a word of the posts.

A change of a rule shows here as a diff: look at it with `python scripts/carets.py FILE`, then `make golden`.
"""

import hashlib
from pathlib import Path

import pytest

from inkwright.flows.check import check
from inkwright.model.finding import Checked

pytestmark = pytest.mark.corpus
TODAY = "2026-11-21"
KEPT = Path(__file__).parent / "findings"
POSTS = {
    "posts/docusaurus-llm-d": ("2025-09-24_kvcache", "2026-02-09_native", "2026-05-26_running", "2026-06-28_rl"),
    "posts/hugo-etcd": ("announcing-etcd-3.6", "etcd-deployments", "jepsen-343"),
    "posts/jekyll-fastpages": ("2020-03-06", "2020-01-14"),
    "posts/jekyll-scikit-learn": ("2022-07-13", "2024-12-05", "2026-03-05"),
    "posts/mdx-hf-course": ("chapter3/3", "chapter1/4", "chapter12/3"),
    "posts/quarto-great-tables": ("design-philosophy", "superbowl", "latex-output"),
    "notes/til": ("sqlite/json-extract-path", "python/annotated-dataklasses", "pytest/namedtuple-parameterized"),
}


def lines(one: Checked) -> list[str]:
    """`line:col-line:col rule` for each finding."""
    found = []
    for finding in one.findings:
        start, end = one.document.position(finding.span.start), one.document.position(finding.span.end)
        found.append(f"{start.line}:{start.column}-{end.line}:{end.column} {finding.rule}")
    return found


def kept_form(one: Checked, path: str) -> str:
    digest = hashlib.sha256(one.document.text.encode("utf-8", "surrogatepass")).hexdigest()
    return "\n".join([f"{path} sha256:{digest}", *lines(one)]) + "\n"


@pytest.mark.parametrize("folder", POSTS)
def test_findings_on_published_posts(folder: str, corpus: Path, request: pytest.FixtureRequest) -> None:
    renew = request.config.getoption("--golden")
    checked = {one.path: one for one in check([str(corpus / folder)], TODAY)}
    for name in POSTS[folder]:
        (path,) = [path for path in checked if path.split(f"{folder}/", 1)[1].find(name) >= 0]
        place = KEPT / f"{folder}-{name}.txt".replace("/", "-")
        form = kept_form(checked[path], path.removeprefix(f"{corpus}/"))
        if renew:
            place.write_text(form, encoding="utf-8")
        kept = place.read_text(encoding="utf-8")
        assert kept.splitlines()[0] == form.splitlines()[0], "the post changed: look at the findings and renew"
        assert kept == form


def test_good_prose_has_no_error_that_is_not_one(corpus: Path) -> None:
    """Errors on published posts are broken links and pictures, left-out placeholders, and code that does not parse."""
    facts = {"links", "media", "code", "structure"}
    found = [finding for one in check([str(corpus / "posts")], TODAY) for finding in one.findings]
    assert {finding.category for finding in found if finding.severity == "error"} <= facts
    slips = {"spelling", "grammar"}  # published posts do hold slips: which ones is kept in the snapshots beside this
    judged = [f for f in found if f.severity == "warning" and f.category not in facts | slips]
    assert len(judged) < 10

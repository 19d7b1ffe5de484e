"""The text of a new post: front matter that reads back, sections, and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.model.material import Known
from inkwright.plan.seed import PLANNING_HINTS, NewPost, planning_values, seed
from inkwright.plan.slugs import slug_of
from inkwright.plan.templates import kinds, template
from inkwright.text.front_matter import read_front_matter


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cn")), min_size=1, max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_title_reads_back(title: str) -> None:
    clean = " ".join(title.split())
    front = read_front_matter(seed(NewPost(clean, slug_of(clean)), template("none")))
    assert not front.problems
    assert (front.data["title"], str(front.data["slug"])) == (clean, slug_of(clean))
    assert front.data["draft"] in (True, "true")


@pytest.mark.parametrize("slug", ["2026", "1e5", "no", "true", "null", "2026-01-02", "0x1f"])
def test_a_slug_that_yaml_would_turn_into_something_else_is_quoted(slug: str) -> None:
    assert f'slug: "{slug}"\n' in seed(NewPost("T", slug), template("none"))


@pytest.mark.parametrize("kind", kinds())
def test_planning_keys_are_empty_and_all_there(kind: str) -> None:
    data = read_front_matter(
        seed(NewPost("T", "t", ("leadership", "team"), "LoRA", Known("disagree")), template(kind))
    ).data
    assert all(data[key] == "" for key, _ in PLANNING_HINTS)
    assert (data["template"], data["keyword"], data["purpose"]) == (kind, "LoRA", "disagree")
    assert list(data["audience"]) == ["leadership", "team"]
    assert data["description"] == ""


def test_without_planning_keys_the_rest_of_the_plan_is_kept_apart() -> None:
    post = NewPost("T", "", date="2026-11-21", draft_line="published: false")
    text = seed(post, template("opinion"), planning=False)
    assert list(read_front_matter(text).data) == ["title", "date", "published", "description", "tags"]
    assert planning_values(post, template("opinion"))["template"] == "opinion"
    assert set(planning_values(post, template("opinion"))) == {"template", "audience", *(k for k, _ in PLANNING_HINTS)}

"""The page that a new blog comes with is nobody's post."""

import pytest

from inkwright.flows.board import board
from inkwright.flows.coach import coach
from inkwright.flows.coach_traits import coach_traits
from inkwright.flows.crosspost_advice import advice
from inkwright.flows.doctor import doctor
from inkwright.flows.init import init
from inkwright.flows.interview import interview
from inkwright.flows.load import load_site
from inkwright.flows.own_posts import own
from inkwright.flows.pillars import pillar_shares
from inkwright.flows.portfolio import portfolio
from inkwright.flows.post_stats import post_stats
from inkwright.flows.reflection import reflection_steps
from inkwright.flows.writing_time import cadence_of, lead_times
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"
HELLO = "posts/hello/index.md"


@pytest.fixture
def blog(tmp_path):
    init(tmp_path, TODAY, {})
    return open_workspace(tmp_path)


def ids(workspace):
    return [post.file.id for post in own(load_site(workspace, TODAY).posts) if post.file.kind == "post"]


def told(workspace):
    return next(one.detail for one in doctor(workspace, TODAY) if one.subject == "workspace")


def test_nothing_is_shown_of_a_page_that_nobody_wrote(blog):
    assert portfolio(blog, TODAY).posts == () and portfolio(blog, TODAY).target.done == 0
    assert interview(blog, TODAY)[0].missing
    assert [one.state for one in coach(blog, TODAY) if one.step.post] == ["open"] * 3
    assert not any(one.path for one in coach(blog, TODAY))
    assert not any(one.numbers for one in coach_traits(blog, TODAY))
    assert reflection_steps(blog, load_site(blog, TODAY), TODAY) == []


def test_it_counts_nowhere(blog):
    assert cadence_of(blog, TODAY)[1] == [] and lead_times(blog, TODAY) == []
    assert pillar_shares(blog, TODAY) == [] and pillar_shares(blog, TODAY, drafts=True) == []
    assert board(blog, TODAY).posts == () and post_stats(blog, TODAY)[0] == []
    assert "1 post or page, 1 held back" in told(blog) and "0 published posts" in advice(blog, TODAY)[1]
    blog.write(HELLO, blog.read(HELLO).text + "\nThis line is mine.\n")
    assert "1 published post " in advice(blog, TODAY)[1]
    assert [one.id for one in board(blog, TODAY).posts] == ["hello"] and cadence_of(blog, TODAY)[1] == [TODAY]


def test_the_board_still_tells_of_a_post_that_the_site_leaves_out(blog):
    blog.write("posts/broken.md", "---\ntitle: [unclosed\ndate: 2026-11-01\n---\n\nWords.\n")
    found = board(blog, TODAY)
    assert "broken" in str((found.posts, found.unreadable))


def test_a_post_that_the_site_leaves_out_is_not_judged(blog):
    blog.write("posts/broken.md", "---\ntitle: [unclosed\ndate: 2026-11-01\n---\n\nWords.\n")
    assert ids(blog) == [] and not any(one.numbers for one in coach_traits(blog, TODAY))


def test_whoever_writes_over_it_has_a_post(blog):
    assert ids(blog) == []
    text = blog.read(HELLO).text
    blog.write(HELLO, text.replace("date: 2026-11-21", "date: 2026-11-01").replace("\n", "\r\n"))
    assert ids(blog) == []
    blog.write(HELLO, text + "\nThis line is mine.\n")
    assert ids(blog) == ["hello"] and len(portfolio(blog, TODAY).posts) == 1

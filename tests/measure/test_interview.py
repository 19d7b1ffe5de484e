from inkwright.measure.interview import answers
from inkwright.model.interview import PaperTelling, Quote, Telling

TODAY = "2026-11-21"


def quote(text, no=1):
    return Quote(text, f"posts/{no}.md", no)


def post(name, date="2026-11-01", best=None, **more):
    path = f"posts/{name}.md"
    said = {role: (worth, Quote(text, path, 9)) for role, (worth, text) in (best or {}).items()}
    return Telling(name, more.pop("title", name), path, date, best=said, **more)


def by_name(posts, papers=()):
    return {one.name: one for one in answers(posts, papers, TODAY)}


def test_from_nothing_nothing_is_said_but_what_would_help():
    found = answers([], [], TODAY)
    assert [one.name for one in found] == ["write", "current", "learned", "explain", "tools"]
    assert all(one.missing and not one.counts and not one.quotes for one in found)


def test_whoever_compares_shows_that_first():
    posts = [
        post("new", best={"finding": (9.0, "It takes 3 ms.")}),
        post("old", "2026-05-01", title="INT8 vs FP16", tags=("inference",), best={"finding": (4.0, "INT8 wins.")}),
    ]
    found = by_name(posts)["write"]
    assert found.counts == "2 posts since 2026-05, mostly on inference"
    assert [one.text for one in found.quotes] == ["INT8 wins."]


def test_papers_are_counted_and_the_newest_quoted():
    papers = [
        PaperTelling("A", "papers/a.md", "2025-03-01", quote("Old.")),
        PaperTelling("B", "papers/b.md", "2026-10-01", quote("New.")),
        PaperTelling("C", "papers/c.md", "2026-01-01"),
    ]
    found = by_name([], papers)["current"]
    assert found.counts == "3 papers read and summed up, 2 of them this year"
    assert [(one.text, one.head) for one in found.quotes] == [("New.", "B (2026-10-01)"), ("Old.", "A (2025-03-01)")]


def test_papers_all_of_one_year_are_not_counted_twice():
    found = by_name([], [PaperTelling("A", "papers/a.md", "2026-03-01", quote("New."))])["current"]
    assert found.counts == "1 paper read and summed up, this year"


def test_recently_is_the_newest_post_not_the_loudest():
    posts = [post("new", best={"surprise": (3.0, "Odd.")}), post("old", "2026-01-01", best={"surprise": (9.0, "Wow.")})]
    found = by_name(posts)["learned"]
    assert [(one.text, one.head) for one in found.quotes] == [
        ("Odd.", "new (2026-11-01)"),
        ("Wow.", "old (2026-01-01)"),
    ]
    assert found.counts == "The last post came out on 2026-11-01"


def test_a_newer_post_without_a_surprise_is_not_passed_over():
    posts = [
        post("newest", best={"takeaway": (3.0, "Ask first.")}),
        post("newer", "2026-10-20", best={"finding": (3.5, "It fell to 3 ms.")}),
        post("old", "2026-01-01", best={"surprise": (9.0, "Wow.")}),
    ]
    assert [one.text for one in by_name(posts)["learned"].quotes] == ["Ask first.", "It fell to 3 ms."]


def test_what_was_noted_down_comes_first_under_its_own_head():
    posts = [post("new", best={"surprise": (3.0, "Odd.")}), post("old", "2026-01-01", best={"surprise": (9.0, "Wow.")})]
    noted = [Quote("It was the disk.", "inkwright/reflections.md", 3, "Noted on old (2026-11-20)")]
    found = {one.name: one for one in answers(posts, [], TODAY, noted)}["learned"]
    assert [one.head for one in found.quotes] == ["Noted on old (2026-11-20)", "new (2026-11-01)"]


def test_what_is_for_everyone_is_explained_with_posts_for_everyone():
    posts = [
        post("deep", best={"impact": (9.0, "Users waited."), "why": (9.0, "Kernels stall.")}),
        post("plain", audience=("leadership",), best={"impact": (3.0, "It saves a third of the bill.")}),
    ]
    found = by_name(posts)["explain"]
    assert [one.text for one in found.quotes] == ["It saves a third of the bill."]
    assert found.counts == "1 post for readers outside the trade"
    (deep,) = by_name(posts[:1])["explain"].quotes
    assert deep.text == "Users waited.", "what it changes, not how it works"
    assert by_name([post("deep", best={"why": (9.0, "Kernels stall.")})])["explain"].missing


def test_tools_are_shown_with_the_project_that_they_were_for():
    posts = [
        post("loud", tools=("Rust",), best={"tool": (9.0, "Rust cost me a week.")}),
        post("x", template="tutorial", project="kernels", tools=("Triton",), best={"takeaway": (3.0, "Start small.")}),
        post("essay", best={"takeaway": (9.0, "Think.")}),
    ]
    found = by_name(posts)["tools"]
    assert found.counts == "2 posts on something built or tried: Rust and Triton" and not found.missing
    assert [(one.text, one.head) for one in found.quotes] == [
        ("Start small.", "Triton for kernels: x (2026-11-01)"), ("Rust cost me a week.", "Rust: loud (2026-11-01)"),
    ]  # fmt: skip


def test_a_tool_without_a_project_asks_for_it():
    posts = [post("loud", tools=("Rust",), best={"tool": (9.0, "Rust cost me a week.")})]
    found = by_name(posts)["tools"]
    assert found.quotes and "`project: NAME`" in found.missing
    assert "(nothing yet)" not in found.missing


def test_a_built_thing_that_names_no_tool_is_no_answer_on_tools():
    found = by_name([post("essay", template="project", best={"takeaway": (9.0, "Ask first.")})])
    assert [one.text for one in found["learned"].quotes] == ["Ask first."]
    assert (found["tools"].counts, found["tools"].quotes) == ("", ()) and "inkwright new" in found["tools"].missing

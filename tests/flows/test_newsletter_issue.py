import shutil
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from msgspec.structs import replace

import inkwright
from inkwright.flows.newsletter_issue import drafted, require_unsent
from inkwright.model.errors import UsageError
from inkwright.newsletter.preview import html_page, source, text_page
from inkwright.workspace.folder import open_workspace

DEMO = Path(inkwright.__file__).parent / "demo" / "workspace"
TODAY = "2026-03-01"
READY = """[newsletter]
sender = "Ada <ada@me.example>"
url = "https://post.me.example"
[relay]
host = "smtp.me.example"
"""


def blog(tmp_path, *posts, settings=READY, top='base_url = "https://me.example"\n'):
    (tmp_path / "inkwright.toml").write_text(top + settings)
    for name, text in posts:
        place = tmp_path / "posts" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
    return open_workspace(tmp_path)


def post(body, front="title: Caches\ndate: 2026-02-01\n"):
    return f"---\n{front}---\n{body}"


def test_every_post_of_the_demo_becomes_a_mail(tmp_path):
    workspace = open_workspace(Path(shutil.copytree(DEMO, tmp_path / "demo")))
    for path in sorted((tmp_path / "demo" / "posts").iterdir()):
        issue = drafted(workspace, path.stem, TODAY)
        assert issue.composed.message.html < 60_000 and issue.composed.cut.whole, path.stem
        assert issue.head.subject and issue.composed.text.strip()


def test_a_published_post_leads_home_and_its_pictures_stay_there(tmp_path):
    workspace = blog(tmp_path, ("a/index.md", post("![A cat](cat.png)\n")))
    (tmp_path / "posts" / "a" / "cat.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(30))
    issue = drafted(workspace, "a", TODAY)
    assert issue.frame.web == "https://me.example/posts/a/" and not issue.warnings
    assert 'src="https://me.example/posts/a/cat.png"' in issue.composed.html and not issue.composed.pictures


def test_a_draft_carries_its_pictures_and_says_so(tmp_path):
    workspace = blog(tmp_path, ("a/index.md", post("![A cat](cat.png)\n", "title: Caches\ndraft: true\n")))
    (tmp_path / "posts" / "a" / "cat.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(30))
    issue = drafted(workspace, "a", TODAY)
    assert [one.kind for one in issue.composed.pictures] == ["image/png"] and 'src="cid:' in issue.composed.html
    assert "the site does not show this post (draft)" in issue.warnings[0]
    assert "Read in your browser" not in issue.composed.html + issue.composed.text


def test_the_writers_svg_becomes_a_png(tmp_path):
    workspace = blog(tmp_path, ("a/index.md", post("![A line](line.svg)\n")))
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0L40 20" stroke="red"/></svg>'
    (tmp_path / "posts" / "a" / "line.svg").write_text(svg)
    (picture,) = drafted(workspace, "a", TODAY).composed.pictures
    assert picture.kind == "image/png" and picture.data.startswith(b"\x89PNG")


def test_without_an_address_of_the_blog_links_are_words(tmp_path):
    workspace = blog(tmp_path, ("a.md", post("See [b](b.md).\n")), ("b.md", post("B.\n", "title: B\n")), top="")
    issue = drafted(workspace, "a", TODAY)
    assert "See b." in issue.composed.html and any("`base_url` is not set" in one for one in issue.warnings)
    assert any("link to b.md" in loss.what for loss in issue.losses)


def test_a_teaser_by_the_settings_and_by_the_post(tmp_path):
    body = "One.\n\n<!-- more -->\n\nTwo.\n"
    front = "title: Caches\ndate: 2026-02-01\n"
    workspace = blog(
        tmp_path, ("a.md", post(body)), ("b.md", post(body, f"{front}mail: teaser\n")),
        ("c.md", post(body, f"{front}mail: letter\n")),
    )  # fmt: skip
    whole, short, odd = (drafted(workspace, name, TODAY) for name in "abc")
    assert "Two." in whole.composed.html and "Two." in whole.composed.text
    for part in (short.composed.html, short.composed.text):
        assert "One." in part and "Two." not in part and "Continue on the web" in part
    assert "`mail: letter` in the front matter means nothing" in odd.warnings[0] and "Two." in odd.composed.text
    teasing = replace(workspace.settings.newsletter, text="teaser")
    workspace = blog(tmp_path, settings=READY.replace("[relay]", f'text = "{teasing.text}"\n[relay]'))
    assert "Two." not in drafted(workspace, "a", TODAY).composed.html


def test_earlier_posts_are_those_before_it(tmp_path):
    dated = [(f"p{day}.md", post("Words.\n", f"title: Post {day}\ndate: 2026-02-0{day}\n")) for day in range(1, 8)]
    workspace = blog(tmp_path, *dated, ("draft.md", post("x", "title: Not yet\ndraft: true\n")))
    assert [one.title for one in drafted(workspace, "p5", TODAY).frame.recent] == ["Post 4", "Post 3", "Post 2"]
    assert drafted(workspace, "p1", TODAY).frame.recent == ()


def test_a_post_that_another_service_mailed_is_refused_with_its_date(tmp_path):
    front = "title: Caches\ndate: 2026-02-01\nemail_sent_at: 2024-06-01T10:00:00Z\n"
    issue = drafted(blog(tmp_path, ("a.md", post("Words.\n", front))), "a", TODAY)
    with pytest.raises(UsageError, match="mailed on 2024-06-01 10:00:00"):
        require_unsent(issue, again=False)
    require_unsent(issue, again=True)
    require_unsent(replace(issue, sent_before=""), again=False)


def test_what_keeps_it_from_being_sent_is_named(tmp_path):
    issue = drafted(blog(tmp_path, ("a.md", post("Words.\n")), settings=""), "a", TODAY)
    assert len(issue.lacking) == 3 and all("not set" in one or "is set" in one for one in issue.lacking)
    assert drafted(blog(tmp_path, settings=READY), "a", TODAY).lacking == ()


def test_nothing_private_leaves(tmp_path):
    workspace = blog(tmp_path, ("a.md", post("We serve Gerald.\n")))
    (tmp_path / "inkwright").mkdir()
    (tmp_path / "inkwright" / "private.txt").write_text("Gerald\n")
    with pytest.raises(UsageError, match="Gerald"):
        drafted(workspace, "a", TODAY)


def test_planning_and_remarks_stay_at_home(tmp_path):
    front = "title: Caches\ndate: 2026-02-01\nthesis: CANARY1\nwho: CANARY2\nbeyond_docs: CANARY3\n"
    body = (
        "<!-- plan\n- CANARY4 [[note]]\n-->\n\nText 4 ms<!--=r.json#canary5 .1f ms--> end.\n\n"
        "<!-- inkwright: allow long-sentence -- CANARY6 -->\n\n%% CANARY7 %%\n\n"
        "```python file=canary8.py\nx = 1\n```\n"
    )
    issue = drafted(blog(tmp_path, ("a.md", post(body, front))), "a", TODAY)
    for part in (html_page(issue.composed), text_page(issue.composed)):
        assert "Text 4 ms end." in part and "canary" not in part.lower().replace("canary8.py", "")


def test_each_reader_sees_their_parts(tmp_path):
    body = "<!-- only: web -->\n\nW.\n\n<!-- end -->\n\n<!-- only: mail -->\n\nM.\n\n<!-- end -->\n"
    issue = drafted(blog(tmp_path, ("a.md", post(body))), "a", TODAY)
    for part in (issue.composed.html, issue.composed.text):
        assert "M." in part and "W." not in part


def test_odd_settings_are_one_sentence_or_left_out(tmp_path):
    text = post("Words.\n", "title: |\n  Two\n  lines\ndate: 2026-02-01\n")
    workspace = blog(
        tmp_path, ("a.md", text), top='base_url = "https://bücher.example/ü ü"\nlanguage = "français"\n',
        settings='[newsletter]\nsender = "Zoë <zoe@bücher.example>"\n',
    )  # fmt: skip
    head = message_from_bytes(source(drafted(workspace, "a", TODAY).composed), policy=default)
    assert head["Subject"] == "Two lines" and "xn--bcher-kva.example" in head["List-Id"]
    assert head["From"].addresses[0].addr_spec == "zoe@xn--bcher-kva.example"
    assert head["List-Archive"] is None and head["Content-Language"] is None
    workspace = blog(tmp_path, settings='[newsletter]\nsender = "zoë@me.example"\n')
    with pytest.raises(UsageError, match="cannot be written in a mail"):
        drafted(workspace, "a", TODAY)

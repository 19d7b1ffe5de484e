"""What kind of place readers come from."""

import pytest

from inkwright.measure.referrer_kinds import kind_of


@pytest.mark.parametrize(
    ("referrer", "kind"),
    [("https://www.google.com/", "search"), ("google.co.uk", "search"), ("Google", "search"),
     ("duckduckgo.com", "search"), ("cn.bing.com", "search"), ("r.search.yahoo.com", "search"),
     ("docs.google.com", "other"), ("groups.google.com", "other"),
     ("www.bing.com", "search"), ("search.brave.com", "search"), ("https://kagi.com/search?q=x", "search"),
     ("news.ycombinator.com", "social"), ("https://lobste.rs/s/1", "social"), ("old.reddit.com", "social"),
     ("t.co", "social"), ("https://out.reddit.com", "social"), ("lnkd.in", "social"), ("x.com", "social"),
     ("android-app://com.reddit.frontpage/", "social"), ("Hacker News", "social"), ("bsky.app", "social"),
     ("mail.google.com", "newsletter"), ("outlook.live.com", "newsletter"), ("newsletter", "newsletter"),
     ("ann.substack.com", "newsletter"), ("buttondown.email", "newsletter"), ("webmail.isp.example", "newsletter"),
     ("https://ann.example/links/", "other"), ("notgoogle.example", "other"), ("ax.com", "other"),
     ("dev.example", "other"), ("com", "other"),
     ("googlers.example", "other"), ("feedly.com", "other"),
     ("", "direct"), ("(direct)", "direct"), ("Direct", "direct"), ("me.example", "own"),
     ("https://www.me.example/about/", "own")],
)  # fmt: skip
def test_places_have_a_kind(referrer, kind):
    assert kind_of(referrer, "me.example") == kind

"""Logs of who was sent a post are no lists of subscribers: who left would come back with them."""

from inkwright.platforms.reading.export import Export
from inkwright.platforms.substack import read

FILES = {
    "posts.csv": b"post_id,post_date,is_published,type,title\n1.a,2024-01-01T00:00:00Z,true,newsletter,A\n",
    "posts/1.a.html": b"<p>Hello.</p>",
    "posts/1.delivers.csv": b"post_id,timestamp,email\n1,2024-01-01,left@example.com\n",
    "posts/1.opens.csv": b"post_id,timestamp,email\n1,2024-01-01,left@example.com\n",
    "email_list.me.csv": b"email,active_subscription,email_disabled\nstays@example.com,false,false\n",
}


def test_only_the_list_is_a_list_and_the_logs_are_named():
    found = read(Export("export", tuple(sorted(FILES)), FILES.__getitem__))
    assert [name for name, _ in found.subscribers] == ["email_list.me.csv"]
    assert [one.what for one in found.items if one.kind == "log"] == ["posts/1.delivers.csv", "posts/1.opens.csv"]

"""Which post a page was of is kept, on both databases."""

from inkwright.ledger.reading_names import remember, remembered


def test_the_last_that_was_known_of_a_page_stays(ledger):
    with ledger.write() as connection:
        remember(connection, {"/a/": ("a", "1"), "/b/": ("b", "2")})
        remember(connection, {"/a/": ("c", "3")} | {f"/{no}/": ("a", "1") for no in range(250)})
        remember(connection, {})
    with ledger.read() as connection:
        found = remembered(connection)
    assert (found["/a/"], found["/b/"], len(found)) == (("c", "3"), ("b", "2"), 252)

"""Where to publish: what each place gives in readers, search, money and ownership, and what that means for a writer.

**Source:** own judgement on what the platforms' terms and APIs said on 2026-11-21; the count of posts is product.md's.
"""

from inkwright.model.counted import counted

MOVE, SURE = 8, 10
"""Published posts from which a site of one's own is proposed, and from which nothing speaks for waiting."""
PLACES = (
    ("your own site", "those you bring", "all of it is yours", "anything", "all of it; the address stays"),
    ("dev.to", "developers, at once", "names your original", "none", "free API; your text, their address"),
    ("Hashnode", "developers", "names your original", "none", "own domain; the API is paid since 2026-05"),
    ("Medium", "a wide public", "names your original", "paying readers", "no new keys: paste, or import by address"),
    ("Substack", "your mail list", "weak", "paid letters", "no API for writing: paste; the list can be taken along"),
    ("LinkedIn", "your trade, recruiters", "hardly any", "none", "no API for articles: paste"),
    ("Ghost, WordPress", "those you bring", "yours on your domain", "paid letters (Ghost)", "free; yours if you host"),
    ("Mastodon, Bluesky", "peers", "none", "none", "free APIs; a message that leads home"),
)  # fmt: skip
"""Each place with its readers, search, money, and ownership and API."""


def nudge(posts: int, base_url: str) -> str:
    """One line for whoever published again and has no site yet, when it is time for one; "" otherwise, and for those
    who have heard it three times."""
    if base_url or not MOVE <= posts <= SURE:
        return ""
    return f"{posts} posts are out and you have no address of your own: `inkwright crosspost --advise` says what to do."


def advised(posts: int, base_url: str) -> str:
    """What to do with so many published posts; `base_url` is the address of the writer's site, "" without one."""
    count = counted(posts, "published post")
    if base_url:
        return (
            f"You have {count} and a home at {base_url}: publish there first, then send copies, which name it as the "
            "original, to where your readers are: `inkwright crosspost POST --to devto,mastodon`, and a page to paste "
            "for LinkedIn: `inkwright export POST --to paste-linkedin`."
        )
    if posts < MOVE:
        return (
            f"You have {count} and no site: begin where the readers are. Name one platform as the home of your posts, "
            "dev.to for one: `inkwright crosspost POST --to devto`, and tell your trade on LinkedIn. From the eighth "
            "post on a site of your own pays."
        )
    sure = "Nothing speaks for waiting longer. " if posts >= SURE else ""
    return (
        f"You have {count} and no site: it is time for one. {sure}Set `base_url` in inkwright.toml, `inkwright build`, "
        "put it online, and run `inkwright crosspost` for each post once more: the copies that an API reaches then "
        "name your site as the original. Set the original by hand on what was pasted."
    )

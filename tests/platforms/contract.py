"""What every site generator must do, shown on its own sample: `tests/platforms/<name>/tree` and `expected.toml`.

`expected.toml` names the day, what is true of the site, each post with its address and mapped metadata, and the
Markdown files of the tree that the generator does not read. A new generator is one file and one sample.
"""

import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import asdict

from inkwright.flows.load import load_site
from inkwright.flows.survey import survey
from inkwright.model.document import FrontMatter
from inkwright.model.post import Post
from inkwright.model.site import Site
from inkwright.platforms.generators import all_generators, entry_of
from inkwright.platforms.platform import MARKDOWN, SiteGenerator
from inkwright.workspace.folder import Workspace

SAMPLES = Path(__file__).parent
NAMES = sorted(generator.name for generator in all_generators())


class Contract:
    """The checks; a subclass names its generator."""

    name: str

    @property
    def generator(self) -> SiteGenerator:
        return next(generator for generator in all_generators() if generator.name == self.name)

    @property
    def tree(self) -> Path:
        return SAMPLES / self.name / "tree"

    @property
    def expected(self) -> dict:
        return tomllib.loads((SAMPLES / self.name / "expected.toml").read_text(encoding="utf-8"))

    def workspace(self) -> Workspace:
        return Workspace(self.tree, inside=(self.tree / "inkwright.toml").exists())

    def site(self) -> Site:
        return load_site(self.workspace(), self.expected["today"])

    def posts(self) -> Iterator[tuple[Post, dict]]:
        found = {post.file.path: post for post in self.site().posts}
        for wanted in self.expected["post"]:
            yield found[wanted["path"]], wanted

    def test_it_is_known_by_its_own_files(self):
        assert survey(self.workspace()).generator.name == self.name

    def test_it_says_what_it_is(self):
        assert self.generator.label
        assert "{slug}" in self.generator.new_post

    def test_it_reads_exactly_its_posts(self):
        markdown = {
            path.relative_to(self.tree).as_posix()
            for path in self.tree.rglob("*")
            if path.suffix in MARKDOWN and ".obsidian" not in path.parts
        }
        listed = {post.file.path for post in self.site().posts}
        assert listed == {wanted["path"] for wanted in self.expected["post"]}
        assert markdown - listed == set(self.expected.get("ignored", ()))

    def test_ids_kinds_and_addresses(self):
        for post, wanted in self.posts():
            assert post.file.id == wanted["id"]
            assert post.file.kind == wanted.get("kind", "post"), post.file.path
            if "url" in wanted:
                assert post.url == wanted["url"], post.file.path
            assert post.url.startswith("/")

    def test_ids_and_published_addresses_are_unique(self):
        site = self.site()
        ids = [post.file.id for post in site.posts]
        urls = [post.url for post in site.posts if post.published]
        assert len(set(ids)) == len(ids)
        assert len(set(urls)) == len(urls)

    def test_it_publishes_what_the_generator_publishes(self):
        for post, wanted in self.posts():
            assert post.held_back == wanted.get("held_back", ""), post.file.path
            assert post.published is not bool(post.held_back)

    def test_a_draft_is_never_published(self):
        found = survey(self.workspace())
        for file in found.posts:
            entry = entry_of(found.generator, found.layout, file, FrontMatter("yaml", data={"draft": True}))
            assert found.generator.held_back(entry, found.layout, self.expected["today"]) == "draft"

    def test_front_matter_is_mapped(self):
        steering = {"path", "id", "kind", "url", "held_back", "assets"}
        for post, wanted in self.posts():
            mapped = asdict(post.metadata)
            for key in wanted.keys() - steering:
                value = list(mapped[key]) if isinstance(mapped[key], tuple) else mapped[key]
                assert value == wanted[key], (post.file.path, key)
            assert list(post.assets) == wanted.get("assets", [])

    def test_the_site_as_a_whole(self):
        site, wanted = self.site(), self.expected
        assert site.generator == self.name
        for key in ("title", "author", "base_url", "description"):
            if key in wanted:
                assert getattr(site.info, key) == wanted[key]
        assert dict(site.static) == wanted.get("static", {})
        assert site.unreadable == ()

    def test_addresses_without_opening_posts_are_the_same(self):
        paths = survey(self.workspace()).paths
        for post in self.site().posts:
            if post.published:
                assert paths[post.url] == post.file.path

    def test_one_post_alone_is_the_same_as_in_the_whole(self):
        whole = {post.file.path: post for post in self.site().posts}
        for path in whole:
            (alone,) = load_site(self.workspace(), self.expected["today"], [path]).posts
            assert (alone.file, alone.metadata, alone.url, alone.held_back, alone.assets) == (
                whole[path].file, whole[path].metadata, whole[path].url, whole[path].held_back, whole[path].assets,
            )  # fmt: skip

    def test_reading_changes_nothing(self):
        def state() -> dict[str, str]:
            files = (path for path in self.tree.rglob("*") if path.is_file())
            return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

        before = state()
        self.site()
        assert state() == before

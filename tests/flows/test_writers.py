from dataclasses import dataclass

from inkwright.flows.writers import by_author, of_author
from inkwright.model.document import Document, FrontMatter
from inkwright.model.post import Metadata, Post, PostFile
from inkwright.model.source import Source


@dataclass(frozen=True)
class Habit:
    author: str


def post(name: str, *authors: str) -> Post:
    document = Document(Source(f"{name}.md", ""), FrontMatter(), ())
    return Post(PostFile(name, f"{name}.md", "post"), document, Metadata(authors=authors))


def test_posts_by_first_author() -> None:
    one, two, three = post("one", "Bob", "Ada"), post("two"), post("three", "Ada")
    assert by_author([one, two, three]) == {"": [two], "Ada": [three], "Bob": [one]}
    assert [*by_author([one, two, three])] == ["", "Ada", "Bob"]
    assert by_author([]) == {}


def test_each_post_gets_what_was_learnt_of_its_author() -> None:
    ada, bob, all_ = Habit("Ada"), Habit("Bob"), Habit("")
    assert of_author([ada, bob], Metadata(authors=("Bob", "Ada"))) is bob
    assert of_author([ada, bob], Metadata(authors=("Cleo",))) is None
    assert of_author([ada, bob], Metadata()) is None
    assert of_author([ada], Metadata()) is ada
    assert of_author([ada], Metadata(authors=("Cleo",))) is None
    assert of_author([all_], Metadata(authors=("Cleo",))) is all_
    assert of_author([], Metadata()) is None

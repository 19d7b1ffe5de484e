"""How an author writes, and how far a paragraph is from it. Never who wrote something."""

from collections.abc import Mapping

from msgspec import Struct

from inkwright.model.span import Span


class VoiceProfile(Struct, frozen=True):
    """What the published posts of one author have in common (`author` "" when the posts name none).

    `features` gives the mean and the standard deviation of each over paragraphs, `counts` how often each word was
    used. `usual` is the mean distance of the author's own paragraphs, each left out of what it is compared with;
    beyond `far` lies about one in a hundred of them.
    """

    author: str
    posts: int
    paragraphs: int
    words: int
    features: Mapping[str, tuple[float, float]]
    counts: Mapping[str, int]
    usual: float
    far: float


class Difference(Struct, frozen=True):
    """A feature of a paragraph beside what the author usually does, both in the feature's own unit."""

    feature: str
    here: float
    usual: float


class Drift(Struct, frozen=True):
    """How far a paragraph is from its author's profile: `distance` in bits a word, `differences` the three features
    that differ most."""

    span: Span
    distance: float
    differences: tuple[Difference, ...]

"""What a project was designed to be: the parts that its post draws, and when its code began."""

from collections.abc import Mapping

from msgspec import Struct, field


class Companion(Struct, frozen=True):
    """The code that a post names as its companion: the folder as written, and the dates (ISO) of its first commit and
    of the commit that brought the blueprint into the post, "" for a blueprint that no commit holds yet."""

    folder: str
    started: str
    blueprint: str = ""


class Design(Struct, frozen=True):
    """What is known of a post's design besides its text: `drawn` holds the labels in each drawing that a picture names
    by its file, by target as written; `companion` is None where none is named or no repository tells its age."""

    drawn: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    companion: Companion | None = None


NO_DESIGN = Design()

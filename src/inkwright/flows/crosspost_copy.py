"""A post and one platform -> what that platform would get of it, and what is lost on the way."""

from hashlib import sha256

from msgspec import Struct

from inkwright.flows.abroad import Abroad
from inkwright.flows.crosspost_formulas import WithFormulas
from inkwright.flows.crosspost_places import AtHome
from inkwright.flows.drawing import Draughtsman
from inkwright.model.crosspost import Crosspost
from inkwright.model.site import Loss
from inkwright.plan.place import slug_in
from inkwright.platforms.writing.copies import Account, Article, Picture, Platform
from inkwright.platforms.writing.formulas import with_formulas
from inkwright.platforms.writing.message import message
from inkwright.render.html import RenderOptions, rendered_blocks
from inkwright.render.markdown.rewrite import rewritten
from inkwright.text.markdown import parse_text


class Prepared(Struct, frozen=True):
    """What one platform would get. `told` is for the writer to read before; `used` are addresses at home that the copy
    shows, `pictures` what the platform has to keep itself; `account` is empty for a dry run."""

    platform: Platform
    account: Account
    article: Article
    told: Crosspost
    used: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()


def prepared_for(post: Abroad, platform: Platform, account: Account, draughtsman: Draughtsman) -> Prepared:
    """What one platform would get of a post, its addresses those at home."""
    metadata, path, entry = post.post.metadata, post.post.file.path, post.entry
    home = WithFormulas(post, draughtsman) if platform.upload else AtHome(post, draughtsman)
    title = metadata.title or entry.title
    body, losses = message(title, entry.summary, metadata.tags), [Loss("the text; a link leads to it", 1, path, 1)]
    if platform.form != "link":
        written = rewritten(post.post.document, platform.flavour, home.places(), title)
        body, losses = written.text, [*_lacking(platform, post, path), *written.losses]
    pictures = home.drawn if isinstance(home, WithFormulas) else {}
    if platform.form == "html":
        body = with_formulas(rendered_blocks(parse_text(body, path), RenderOptions(profile="gfm")), pictures, platform)
    image = home.image(metadata.image).address if metadata.image else ""
    article = Article(
        title, body, post.original, metadata.subtitle, metadata.description or entry.summary,
        metadata.slug or slug_in(post.post.file.id), metadata.tags, image, metadata.series, post.info.language,
        sha256(f"{post.info.base_url} {post.post.file.id}".encode()).hexdigest()[:32],
    )  # fmt: skip
    told = Crosspost(platform.name, platform.label, platform.truth, tuple(losses))
    return Prepared(platform, account, article, told, tuple(dict.fromkeys(home.used)), tuple(pictures.values()))


def _lacking(platform: Platform, post: Abroad, path: str) -> list[Loss]:
    """What the platform has no place for."""
    metadata = post.post.metadata
    found = [Loss(f"the {one}", 1, path, 1) for one in platform.lacks if getattr(metadata, one, "")]
    if platform.tags and len(metadata.tags) > platform.tags:
        found.append(Loss(f"tags after the first {platform.tags}", len(metadata.tags) - platform.tags, path, 1))
    return found

"""The pictures that a platform keeps itself are there before the copy that shows them: each is sent once."""

from msgspec.structs import replace

from inkwright.flows.abroad import Abroad
from inkwright.flows.crosspost_copy import Prepared
from inkwright.flows.crosspost_record import Known, remember_copy
from inkwright.net.client import Client
from inkwright.platforms.writing.copies import Article
from inkwright.platforms.writing.formulas import addressed


def with_pictures(post: Abroad, one: Prepared, article: Article, known: Known, wire: Client) -> tuple[Article, Known]:
    """The article with the addresses of its pictures, and what is known of the copy then. An address is written down
    as soon as it is known, so that a run that is cut off sends at most one picture again.

    Raises Refused, NetError: then the copy is as it was. UnwritableError, ConflictError.
    """
    if one.platform.upload is None or not one.pictures:
        return article, {**known, "pictures": None}
    kept = dict(known.get("pictures") or {})
    for picture in one.pictures:
        if picture.name not in kept:
            kept[picture.name] = one.platform.upload(wire, one.account, article, picture)
            state = {"state": known["state"], "moment": known["moment"]} if known.get("state") else {}
            there = known if known.get("id") else state
            remember_copy(post, one.platform.name, {**there, "pictures": kept})
    shown = {picture.name: kept[picture.name] for picture in one.pictures}
    return replace(article, body=addressed(article.body, shown)), {**known, "pictures": shown}

"""All that the page shows, as the verbs of `stats` and `portfolio` tell it one by one."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from inkwright.model.cadence import Cadence, LeadTime
from inkwright.model.life import Lives
from inkwright.model.mail_result import MailResult
from inkwright.model.pillar import PillarShare
from inkwright.model.portfolio import ShownPost, Target
from inkwright.model.reading import PostReadings
from inkwright.model.session import Habits
from inkwright.model.what_next import WhatNext


class Facts(Struct, frozen=True):
    """`name` is the blog's, `today` ISO. `early` says why posts are not compared yet, "" when they can be. `days` are
    the ISO days of published posts, `minutes` those of writing by ISO day. `lacking` says why nothing that the ledger
    holds is known, "" when it is. `goal` is that of `portfolio`, `shown` are the posts that it tells of."""

    name: str
    today: str
    goal: Target
    shown: Sequence[ShownPost]
    posts: Sequence[PostReadings]
    early: str
    lives: Lives
    next: WhatNext
    shares: Sequence[PillarShare]
    issues: Sequence[MailResult]
    habits: Habits
    cadence: Cadence
    days: Sequence[str]
    minutes: Mapping[str, int]
    leads: Sequence[LeadTime]
    lacking: str = ""

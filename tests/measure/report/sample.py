"""A blog with something of everything, and one with nothing."""

from inkwright.measure.report.facts import Facts
from inkwright.model.cadence import Cadence, LeadTime
from inkwright.model.life import Half, Lives, Period, PostLife, Together
from inkwright.model.mail_result import MailResult
from inkwright.model.pillar import PillarShare
from inkwright.model.portfolio import ShownPost, Target
from inkwright.model.reading import PostReadings, Taken
from inkwright.model.session import Habits, HourRate, MonthCount
from inkwright.model.what_next import PerPost, Proposal, ThemeUse, WhatNext

TODAY = "2026-11-21"
MONTHS = [("2025-12", 0), *[(f"2026-{month:02}", month % 3) for month in range(1, 12)]]
POSTS = (
    ShownPost("kv-cache", "What a KV cache costs", "2026-11-02", "https://me.example/posts/kv-cache/"),
    ShownPost("nan", "Where NaNs come from", "2026-10-12", "https://me.example/posts/nan/"),
)
DUE = ("2026-12-01", "2026-12-11", "2026-12-21", "2027-01-01")
FULL = Facts(
    name="Kernels & caches",
    today=TODAY,
    goal=Target(6, "2026-10-01", "2027-01-01", 2, DUE),
    shown=POSTS,
    posts=(
        PostReadings(
            "kv-cache",
            "What a KV cache costs",
            "2026-11-02",
            {"views": 1204, "likes": 31},
            (("news.example", 700), ("search.example", 90)),
            taken=(Taken("views", "own site", 1204, ("umami", "log")), Taken("likes", "dev.to", 31, ("devto",))),
        ),
        PostReadings(
            "nan",
            "Where NaNs come from",
            "2026-10-12",
            {"views": 340},
            disagree=("views on own site: umami counts 340, log 900",),
        ),
        PostReadings("quiet", "Quiet", "2026-01-05"),
    ),
    early="Too early to compare: 2 of 6 posts have readings.",
    lives=Lives(
        (
            PostLife(
                "kv-cache",
                "What a KV cache costs",
                "2026-11-02",
                19,
                "2025-01-01",
                ("log",),
                1204,
                0,
                (Period("week 1", 0, 6, {"social": 900, "search": 100}), Period("week 2", 7, 13, {"search": 204})),
                (Half("all", 1204, 4, True), Half("search", 304, 9, True), Half("social", 900, 1, True)),
            ),
            PostLife(
                "old",
                "An old one",
                "2025-02-01",
                658,
                "2025-01-01",
                ("log",),
                600,
                0,
                (Period("week 1", 0, 6, {"search": 10}),),
                (Half("all", 590, 120, False), Half("search", 590, 120, False)),
            ),
            PostLife(
                "nan",
                "Where NaNs come from",
                "2026-10-12",
                40,
                "2026-11-01",
                ("log",),
                340,
                0,
                (),
                (Half("all", 340, None, True, "nobody counted"),),
                "nobody counted by day before 2026-11-01, 20 days after it came out",
            ),
        ),
        (
            Together("week 1", 0, 6, 2, {"search": 55.0, "social": 450.0}),
            Together("week 2", 7, 13, 2, {"search": 105.0}),
            Together("month 2", 28, 59, 1, {"search": 64.0}),
        ),
        (
            Half("all", 590, 120, False),
            Half("search", 587, 121, False),
            Half("social", 3, None, False, "3 views are too few"),
        ),
        1,
        "Too early to compare: 3 of 6 posts have readings.",
    ),
    next=WhatNext(
        "pillar",
        "views",
        "first 30 days",
        7,
        (
            ThemeUse(
                "GPU",
                4,
                {"views": PerPost(4, 310.5, 200.0, 480.1), "likes": PerPost(3, 9.0, 4.0, 20.0)},
                {"views": PerPost(3, 90.0, 60.0, 150.0)},
                "more",
            ),
            ThemeUse(
                "Tools",
                1,
                {"views": PerPost(1, 40.0, None, None)},
                {"views": PerPost(6, 200.0, 100.0, 300.0)},
                "unknown",
            ),
        ),
        (Proposal("idea", "a private idea", "GPU", "because", "inkwright new --from-idea 3"),),
        "",
        ("2 posts without a theme count only among the others.",),
    ),
    shares=(PillarShare("GPU", 2, 2100, 0.7, "2026-11-02", True), PillarShare("", 1, 900, 0.3, "2026-01-05", False)),
    issues=(
        MailResult("kv-cache", "What a KV cache costs", "2026-11-03", "own", 120, 48, 61, 12, "GPU"),
        MailResult("nan", "Where NaNs come from", "2026-10-13", "substack", 90, 30, 30, None, "GPU"),
        MailResult("quiet", "Quiet", "2026-01-06", "own", 4, None, None, None),
    ),
    habits=Habits(
        6,
        345,
        2600,
        480,
        (),
        (HourRate(6, 4, 200, 1900, 570), HourRate(21, 2, 145, 700, 290)),
        (MonthCount("2026-10", 2, 145, 700, 1), MonthCount("2026-11", 4, 200, 1900, 1)),
    ),
    cadence=Cadence(13, "2026-11-02", 21, 0, 19, "2026-11-21", "a little beyond", tuple(MONTHS)),
    days=("2025-01-01", "2026-01-05", "2026-10-12", "2026-11-02"),
    minutes={"2024-05-01": 30, "2026-10-10": 145, "2026-11-01": 60, "2026-11-02": 140},
    leads=(
        LeadTime("kv-cache", "What a KV cache costs", "2026-11-02", 30, 12, 2, 200, 1900),
        LeadTime("nan", "Where NaNs come from", "2026-10-12", None, 2, None, 145, 700),
        LeadTime("quiet", "Quiet", "2026-01-05", None, None, None, 0, 0),
    ),
)
EMPTY = Facts(
    "", TODAY, Target(6, TODAY, "2027-02-21", 0, ("2026-12-06",) * 6), (), (), "",
    Lives((), (), (), 0), WhatNext("pillar", "", "all", 0, (), (), ""), (), (),
    Habits(0, 0, 0, None, (), (), (), "too little is known: no session is long enough to tell, 5 are needed"),
    Cadence(0, "", None, 0, None, "", "too early", tuple((month, 0) for month, _ in MONTHS)), (), {}, (),
)  # fmt: skip

"""Signs of age, each on a text of its own."""

import pytest

from inkwright.measure.stale import months_between, ranked, signs
from inkwright.model.finding import Finding
from inkwright.model.span import Span
from inkwright.model.stale import Sign, StalePost
from inkwright.text.markdown import parse_text


def found(
    text: str, title: str = "A", looked_at: str = "2026-01-01", rules: tuple[str, ...] = ()
) -> list[tuple[str, int]]:
    installed = {"triton": "3.2.0", "torch": "2.1.0", "python": "3.13.1"}
    findings = [Finding(rule, "code", "error", Span(0, 1), "m") for rule in rules]
    given = signs(
        parse_text(text), title, looked_at, "2026-11-21", findings, lambda n: installed.get(n.lower(), ""), "kv"
    )
    return [(sign.kind, sign.line) for sign in given]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We use Triton 2.1 here.", [("version", 1)]),
        ("We use Triton 3.2 here.", []),
        ("One.\n\nWe use Triton 2.1 and Triton 2.1 again.", [("version", 3)]),
        ("```\npip install torch==1.9.0\n```", [("version", 2)]),
        ("```\npip install torch==2.1.4\n```", []),
        ("It needs CUDA 11.8 or later.", []),
        ("See Figure 1.2 and Section 3.4.", []),
        ("It fell by 2.5% to 1.5 ms.", []),
    ],
)
def test_versions_behind_what_is_installed(text: str, expected: list[tuple[str, int]]) -> None:
    assert found(text) == expected


def test_versions_that_nobody_looked_at_for_long() -> None:
    assert found("It needs CUDA 11.8 or later.", looked_at="2025-05-21") == [("version", 1)]
    assert found("It needs CUDA 11.8 or later.", looked_at="2025-05-22") == []
    assert found("It needs CUDA 11.8 or later.", looked_at="") == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [("The best of 2024", 1), ("The best of 2026", 0), ("Issue 2024-05", 0), ("2019 and 2023", 2), ("12024 things", 0)],
)
def test_a_year_that_passed(title: str, expected: int) -> None:
    assert len(found("Text.", title)) == expected


def test_findings_that_show_age_come_first_and_others_do_not_count() -> None:
    kinds = found("Triton 2.1 it was.", "Of 2024", rules=("dead-link", "long-sentence", "stale-run", "stale-number"))
    assert [kind for kind, _ in kinds] == ["code", "data", "link", "version", "year"]


def test_what_misleads_most_comes_first() -> None:
    def post(name: str, looked_at: str, *kinds: str) -> StalePost:
        return StalePost(name, name, "", looked_at, tuple(Sign(kind, 1, "") for kind in kinds))  # type: ignore[arg-type]

    posts = [
        post("year", "2020-01-01", "year"), post("none", "2019-01-01"), post("link", "2026-01-01", "link"),
        post("code", "2026-01-01", "code"), post("older", "2025-01-01", "link"),
    ]  # fmt: skip
    assert [one.id for one in ranked(posts)] == ["code", "older", "link", "year"]


def test_months() -> None:
    assert months_between("2025-05-21", "2026-11-21") == 18
    assert months_between("2025-05-22T09:00:00+00:00", "2026-11-21") == 17
    assert months_between("", "2026-11-21") == months_between("soon", "2026-11-21") == 0


def test_among_posts_that_mislead_alike_the_most_read_comes_first() -> None:
    def post(name: str, kind: str, views: int | None) -> StalePost:
        return StalePost(name, f"{name}.md", name, "2026-01-01", (Sign(kind, 1, "m"),), views)  # type: ignore[arg-type]

    posts = [
        post("quiet", "code", None),
        post("year", "year", 9_000),
        post("read", "code", 300),
        post("few", "code", 3),
    ]
    assert [one.id for one in ranked(posts)] == ["read", "few", "quiet", "year"]

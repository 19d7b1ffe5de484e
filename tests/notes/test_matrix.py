import pytest

from inkwright.model.demand import Demand
from inkwright.model.topic import Topic
from inkwright.notes.matrix import Need, Proof, about, has_code, has_figures, place

TOPIC = Topic("GPU programming", (), ("triton", "warp", "kernel"), post="deep-dive", project="tri")


@pytest.mark.parametrize(
    ("proof", "need", "where"),
    [
        (Proof(notes=3, figures=3, code=1), Need([Demand("", "so", count=50)]), "write now"),
        (Proof(clips=5), Need([Demand("", "so", count=50)]), "prove it first"),
        (Proof(notes=1, runs=1, benchmarks=1), Need(), "for your own sake"),
        (Proof(notes=2, figures=1), Need(questions={"why?": 2}), "let it rest"),
        (Proof(notes=9, figures=9), Need(questions={"why?": 3}), "prove it first"),
        (Proof(notes=1), Need([Demand("", "a"), Demand("", "b")]), "prove it first"),
    ],
)
def test_a_topic_stands_by_proof_and_need(proof, need, where):
    assert place(TOPIC, proof, need).place == where


def test_each_point_has_its_reason():
    found = place(
        TOPIC,
        Proof(notes=4, figures=4, log=1),
        Need([Demand("", "so", "why slow", 1200, "views", "", "2026-11-01")], {"q?": 2}, "research", "GPU"),
    )
    assert found.prove == 4 and found.prove_why == ("4 notes of yours with figures", "1 log entry")
    assert found.need == 3 + 1 + 1 + 1
    assert found.need_why == (
        "so: 1,200 views, 2026-11-01 (why slow)",
        "asked 2 times: q?",
        "research employers read a deep-dive",
        "it belongs to your pillar GPU",
    )
    assert place(TOPIC, Proof(clips=2), Need()).prove_why == ("only 2 clips in other people's words",)
    assert place(TOPIC, Proof(), Need()).need_why[0].startswith("no demand noted yet")


def test_figures_and_code_are_seen_and_code_holds_no_figures():
    assert has_figures("It took 45 ms.") and has_figures("88 % of it") and has_figures("1.9x faster")
    assert not has_figures("in 2026 at 09:10") and not has_figures("```\nsleep 5 s\n```\n") and not has_figures("")
    assert has_code("```python\nx\n```\n") and not has_code("`x`")


def test_what_is_about_a_topic():
    assert about(TOPIC, "lunch", "TRI") and about(TOPIC, "the triton kernel") and about(TOPIC, "lunch", "cuda")
    assert not about(TOPIC, "the kernel of a plum") and not about(TOPIC, "")

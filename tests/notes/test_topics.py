import importlib.util
from pathlib import Path

import pytest

from inkwright.model.topic import HandTopic, Member
from inkwright.notes.related import parts_of, surface_words
from inkwright.notes.subjects import subjects_of
from inkwright.notes.topics import Text, group, vectors_of

SCRIPT = Path(__file__).parents[2] / "scripts" / "topic_figures.py"
PILE = Path(__file__).parent / "pile"
DEMO = Path(__file__).parents[2] / "src" / "inkwright" / "demo" / "workspace" / "notes"
DEMO_GPU = {
    "nsight-first-hour", "shared-memory-banks", "sm-anatomy", "triton-paper", "unsloth-one-card", "fused-rmsnorm",
    "first-triton-kernel", "occupancy-is-not-a-score", "cpp-extension-boilerplate", "warp-divergence",
    "torch-compile-recompiles", "coalescing-bus",
}  # fmt: skip
NOTES = {
    "warp": "Warp divergence. A kernel on the gpu stalls when threads of a warp diverge.",
    "occupancy": "Occupancy of a gpu kernel. Registers limit how many threads run.",
    "triton": "Triton kernel. The gpu kernel is compiled for blocks of threads.",
    "rye": "Rye bread. Rye flour drinks water; the starter rises.",
    "wheat": "Wheat bread. The starter wants flour and water.",
    "spelt": "Spelt bread. Spelt flour wants less water; feed the starter.",
    "tram": "Late again.",
}


def text(key, said):
    title = said.split(".")[0]
    words = surface_words(f"{title} {said}")
    return Text(Member(key, key, 1, title, "note"), parts_of((title,), said), words, subjects_of(title, said))


def texts(**more):
    return [text(key, said) for key, said in {**NOTES, **more}.items()]


def keys(topic):
    return {one.key for one in topic.members}


def test_notes_on_one_subject_are_one_topic_with_its_terms():
    found = group(texts())
    assert [keys(one) for one in found] == [{"rye", "spelt", "wheat"}, {"occupancy", "triton", "warp"}]
    assert {"kernel", "gpu"} <= set(found[1].shared)
    assert [one.label for one in found] == ["cooking and baking", "GPU programming"]
    assert group([]) == [] and group([text("one", "Alone here.")]) == []


def test_a_topic_by_hand_keeps_its_notes_and_takes_in_new_ones():
    hand = [HandTopic("GPU", ("warp", "occupancy", "triton", "gone"))]
    found = group(texts(ptx="PTX of a kernel. The gpu threads run what the kernel became."), hand)
    assert found[0].label == "GPU" and found[0].by_hand and keys(found[0]) == {"warp", "occupancy", "triton", "ptx"}


def test_a_note_moved_elsewhere_takes_nothing_with_it():
    found = group(texts(), [HandTopic("Trams", ("tram", "rye"))])
    assert keys(found[0]) == {"tram", "rye"} and {"spelt", "wheat"} in [keys(one) for one in found]


def test_topics_by_hand_stay_when_their_notes_are_gone():
    found = group(texts(), [HandTopic("Old", ("gone",))])
    assert found[0].label == "Old" and found[0].members == ()


def test_the_order_of_the_notes_changes_little():
    assert {frozenset(keys(one)) for one in group(texts()[::-1])} == {frozenset(keys(one)) for one in group(texts())}


def read(folder):
    for path in sorted(folder.rglob("*.md")):
        written = path.read_text(encoding="utf-8")
        said = written.partition("\n---\n")[2] if written.startswith("---\n") else written
        title = next(line[2:] for line in said.splitlines() if line.startswith("# "))
        words = surface_words(f"{title} {said}")
        member = Member(path.stem, path.stem, 1, title, "note")
        yield Text(member, parts_of((title,), said), words, subjects_of(title, said))


@pytest.mark.parametrize("folder", [PILE, DEMO])
def test_twelve_notes_on_gpu_programming_are_found_among_24_others_and_named(folder):
    pile = list(read(folder))
    own = DEMO_GPU if folder == DEMO else {one.member.key for one in pile if one.member.key.startswith("gpu-")}
    assert len(pile) == 36 and len(own) == 12
    found = next(one for one in group(pile) if one.label == "GPU programming")
    assert len(keys(found) & own) >= 10 and len(keys(found) - own) <= 2


def test_two_topics_under_one_subject_are_told_apart_by_their_terms():
    found = group(
        [text(f"a{no}", f"Warp lanes {no}. The warp lanes diverge, occupancy falls.") for no in range(4)]
        + [text(f"b{no}", f"Matmul tile {no}. A tiled matmul in Triton with tl.load.") for no in range(4)]
    )
    assert len({one.label for one in found}) == len(found) == 2
    assert all(one.label.startswith("GPU programming") for one in found)


def test_a_subject_that_every_note_is_about_says_less_than_one_that_few_are_about():
    whole = text("both", "Rust and Python. Cargo, a crate, rustc; pip, venv, pypi.")
    others = [text(f"p{no}", f"Python {no}. Pip, venv and pypi again.") for no in range(5)]
    subjects, (weighed, *_) = whole.subjects, vectors_of([whole, *others])
    assert weighed["@Rust"] / weighed["@Python"] > subjects["Rust"] / subjects["Python"]


@pytest.mark.corpus
def test_piles_of_the_corpus_come_out_as_often_as_measured():
    spec = importlib.util.spec_from_file_location("topic_figures", SCRIPT)
    figures = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(figures)
    assert sum(map(figures.holds, figures.measured(range(20)))) >= 15

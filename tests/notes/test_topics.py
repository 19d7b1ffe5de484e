import importlib.util
from pathlib import Path

import pytest

from inkwright.model.topic import HandTopic, Member
from inkwright.notes.related import parts_of, surface_words
from inkwright.notes.topics import Text, group

SCRIPT = Path(__file__).parents[2] / "scripts" / "topic_figures.py"
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
    return Text(Member(key, key, 1, title, "note"), parts_of((title,), said), surface_words(said))


def texts(**more):
    return [text(key, said) for key, said in {**NOTES, **more}.items()]


def keys(topic):
    return {one.key for one in topic.members}


def test_notes_on_one_subject_are_one_topic_with_its_terms():
    found = group(texts())
    assert [keys(one) for one in found] == [{"rye", "spelt", "wheat"}, {"occupancy", "triton", "warp"}]
    assert {"kernel", "gpu"} <= set(found[1].shared) and found[0].label.split()[0] in found[0].shared
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


@pytest.mark.corpus
def test_piles_of_the_corpus_come_out_as_often_as_measured():
    spec = importlib.util.spec_from_file_location("topic_figures", SCRIPT)
    figures = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(figures)
    assert sum(map(figures.holds, figures.measured(range(20)))) >= 13

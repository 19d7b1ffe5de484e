"""What a send would do is decided once, whatever other programs begin in that moment."""

from pathlib import Path

import pytest
from sqlalchemy import update
from tests.flows.newsletter_desk import NOW
from tests.flows.test_newsletter_issue import READY, blog, post
from tests.ledger.sending import add_readers

from inkwright.flows import newsletter_intend
from inkwright.flows.ledger import ledger_of
from inkwright.flows.newsletter_freeze import When, frozen
from inkwright.flows.newsletter_intend import intend
from inkwright.flows.newsletter_named import issues_named
from inkwright.ledger.issues import issues, turn
from inkwright.ledger.open import Ledger
from inkwright.ledger.tables import delivery
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import Workspace, open_workspace


@pytest.fixture
def ready(tmp_path: Path, ledger_place: str | Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Workspace, Ledger]:
    """A post and three readers, on each of the databases."""
    monkeypatch.setenv("INKWRIGHT_LEDGER", str(ledger_place))
    (tmp_path / "blog").mkdir()
    workspace = blog(tmp_path / "blog", ("hello.md", post("Words.\n")), settings=READY)
    ledger = ledger_of(workspace)
    with ledger.write(durable=True) as connection:
        add_readers(connection, 3)
    return workspace, ledger


def begin(workspace: Workspace, ledger: Ledger) -> str:
    return frozen(workspace, ledger, intend(workspace, "hello", NOW), When(NOW)).slug


def test_who_comes_while_another_program_freezes_sends_no_second_copy(ready, monkeypatch):
    """Between looking for a send that was begun and naming a new one, another program begins one."""
    workspace, ledger = ready
    looked = newsletter_intend.begun_in

    def overtaken(*given: object) -> object:
        found = looked(*given)
        monkeypatch.setattr(newsletter_intend, "begun_in", looked)
        begin(workspace, ledger)
        return found

    monkeypatch.setattr(newsletter_intend, "begun_in", overtaken)
    with pytest.raises(UsageError, match="hello was frozen by another program meanwhile"):
        intend(workspace, "hello", NOW)
    with ledger.read() as connection:
        assert [one.slug for one in issues(connection)] == ["hello"]


def test_who_intended_the_same_and_freezes_later_freezes_nothing(ready):
    workspace, ledger = ready
    late = intend(workspace, "hello", NOW)
    begin(workspace, ledger)
    with pytest.raises(UsageError, match="hello was frozen by another program meanwhile"):
        frozen(workspace, ledger, late, When(NOW))
    with ledger.read() as connection:
        assert [(one.slug, one.audience) for one in issues(connection)] == [("hello", 3)]


def test_after_a_cancelled_send_the_next_has_a_name_of_its_own(ready):
    workspace, ledger = ready
    begin(workspace, ledger)
    with ledger.write() as connection:
        assert turn(connection, issues(connection)[0].id, ["sending"], "cancelled")
    assert begin(workspace, ledger) == "hello#2"


def sent(workspace: Workspace, ledger: Ledger) -> None:
    """The issue of the post `hello`, of which one reader has got a copy."""
    begin(workspace, ledger)
    with ledger.write() as connection:
        connection.execute(update(delivery).where(delivery.c.sub == 1).values(state="sent", sent_at=NOW))
        assert turn(connection, issues(connection)[0].id, ["sending"], "sent")


@pytest.mark.parametrize("edited", ["", "More words than there were.\n"])
def test_a_post_that_was_mailed_and_then_moved_is_not_mailed_again(ready, edited):
    workspace, ledger = ready
    sent(workspace, ledger)
    place = workspace.path("posts/hello.md")
    text = place.read_text() + edited
    place.unlink()
    workspace.path("posts/2026").mkdir()
    workspace.path("posts/2026/good-day.md").write_text(text)
    moved = open_workspace(workspace.root)
    with pytest.raises(UsageError, match=r"hello was sent.*: 1 reader has it"):
        intend(moved, "good-day", NOW)
    with ledger.read() as connection:
        assert [one.slug for one in issues_named(moved, connection, "good-day")] == ["hello"]
    assert frozen(moved, ledger, intend(moved, "good-day", NOW, again=True), When(NOW)).slug == "good-day"


def test_a_post_whose_slug_is_changed_while_it_is_mailed_goes_on(ready):
    workspace, ledger = ready
    begin(workspace, ledger)
    place = workspace.path("posts/hello.md")
    place.write_text(place.read_text().replace("title:", "slug: good-day\ntitle:"))
    found = intend(open_workspace(workspace.root), "hello", NOW)
    assert (found.slug, found.count) == ("hello", 3)

from pathlib import Path

import pytest
from tests.flows.newsletter_desk import NOW, desk, on

from inkwright.flows.subscribers_add import Wanted, add_subscriber
from inkwright.flows.subscribers_erase import erase_subscriber
from inkwright.flows.subscribers_export import export_reader, export_table, save_export
from inkwright.ledger.erase import Erased
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import Workspace


@pytest.fixture
def blog(tmp_path: Path, ledger_place: str | Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    on(ledger_place, monkeypatch)
    return desk(tmp_path / "blog")


def test_a_table_of_all_and_a_record_of_one(blog: Workspace, tmp_path: Path):
    add_subscriber(blog, Wanted("ada@example.com", name="Ada", vouched="told me"), NOW)
    add_subscriber(blog, Wanted("bob@example.com"), NOW)
    lines = list(export_table(blog))
    assert [line.partition(",")[0] for line in lines] == ["email", "ada@example.com", "bob@example.com"]
    record = export_reader(blog, " Ada@Example.com ", NOW)
    assert record["version"] == 1 and record["subscriber"]["email"] == "ada@example.com"
    assert save_export(blog, str(blog.root / "out.csv"), "".join(lines)) == "out.csv"
    assert save_export(blog, str(tmp_path / "out.csv"), "x") == str(tmp_path / "out.csv")
    assert (blog.root / "out.csv").read_bytes() == "".join(lines).encode()


@pytest.mark.parametrize("typed", ["nobody@example.com", "no address"])
def test_of_nobody_there_is_nothing(blog: Workspace, typed: str):
    with pytest.raises(UsageError):
        export_reader(blog, typed, NOW)


def test_of_who_was_erased_only_that_is_known(blog: Workspace):
    add_subscriber(blog, Wanted("ada@example.com", name="Ada"), NOW)
    assert erase_subscriber(blog, "ADA@example.com", NOW) == Erased(True, 0)
    assert erase_subscriber(blog, "ada@example.com", NOW) == Erased(False, 0)
    assert export_reader(blog, "ada@example.com", NOW)["subscriber"] == {"suppressed": {"reason": "erased", "at": NOW}}
    assert len(list(export_table(blog))) == 1
    with pytest.raises(UsageError, match="no address"):
        erase_subscriber(blog, "ada", NOW)

"""Every generator passes the contract; the list is made from the files there are."""

import importlib.util
import sys
from pathlib import Path

SPEC = importlib.util.spec_from_file_location("platform_contract", Path(__file__).with_name("contract.py"))
contract = importlib.util.module_from_spec(SPEC)
sys.modules["platform_contract"] = contract
SPEC.loader.exec_module(contract)

for _name in contract.NAMES:
    globals()[f"Test{_name.capitalize()}"] = type(f"Test{_name.capitalize()}", (contract.Contract,), {"name": _name})


def test_every_generator_has_a_sample():
    samples = {path.parent.name for path in contract.SAMPLES.glob("*/expected.toml")}
    assert samples == set(contract.NAMES)

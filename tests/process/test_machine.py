import os
import socket

import pytest

from inkwright.process.machine import amount, machine, model_in

INTEL = "processor\t: 0\nmodel name\t: Intel(R) Core(TM) i7\n\nprocessor\t: 1\nmodel name\t: Intel(R) Core(TM) i7\n"
PI = "processor\t: 0\nBogoMIPS\t: 108.00\n\nHardware\t: BCM2835\nModel\t\t: Raspberry Pi 4 Model B\n"


@pytest.mark.parametrize(
    ("cpuinfo", "model"),
    [(INTEL, "Intel(R) Core(TM) i7"), (PI, "Raspberry Pi 4 Model B"), ("processor: 0\n", ""), ("", "")],
)
def test_the_processor_is_named(cpuinfo: str, model: str) -> None:
    assert model_in(cpuinfo) == model


@pytest.mark.parametrize(
    ("size", "said"), [(16 << 30, "16 GB"), (16_600_000_000, "15 GB"), (1 << 30, "1024 MB"), (512 << 20, "512 MB")]
)
def test_memory_is_said_in_round_numbers(size: int, said: str) -> None:
    assert amount(size) == said


def test_this_machine_is_described_without_its_name() -> None:
    found = machine()
    assert found.cpu and 1 <= found.cores <= (os.cpu_count() or 1) and found.memory and found.os
    said = f"{found.cpu} {found.memory} {found.os}".lower()
    assert socket.gethostname().lower() not in said or len(socket.gethostname()) < 4

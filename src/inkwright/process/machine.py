"""What this machine is, as a benchmark states it: processor, threads, memory, system. No name, no address, no user."""

import contextlib
import os
import platform
import subprocess
import sys
from pathlib import Path

from inkwright.model.bench import Machine

_LINES = ("model name", "Model", "Hardware", "cpu model", "uarch")
"""Names under which /proc/cpuinfo gives the model, by architecture."""


def machine() -> Machine:
    """The machine that this runs on; what the system does not tell is "unknown"."""
    return Machine(_cpu(), _cores(), _memory(), _system())


def _cpu() -> str:
    found = ""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            found = model_in(Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace"))
    elif sys.platform == "darwin":
        found = _sysctl("machdep.cpu.brand_string")
    found = found or platform.processor() or platform.machine()
    return " ".join(found.split()) or "unknown"


def _sysctl(name: str) -> str:
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        done = subprocess.run(["sysctl", "-n", name], capture_output=True, text=True, timeout=10, check=False)
        return done.stdout.strip()
    return ""


def model_in(cpuinfo: str) -> str:
    """The processor that /proc/cpuinfo names, "" when it names none (many ARM machines)."""
    lines = [line.partition(":") for line in cpuinfo.splitlines()]
    told = {name.strip(): value.strip() for name, _, value in reversed(lines) if value.strip()}
    return next((told[name] for name in _LINES if name in told), "")


def _cores() -> int:
    """Threads of the processor that this process may use: a container may have fewer than the machine."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _memory() -> str:
    with contextlib.suppress(ValueError, OSError, AttributeError):
        return amount(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
    return "unknown"


def amount(size: int) -> str:
    """Bytes of memory as it is sold: "16 GB" for what the firmware leaves of it."""
    gigabytes = size / (1 << 30)
    return f"{gigabytes:.0f} GB" if gigabytes >= 1.5 else f"{size / (1 << 20):.0f} MB"


def _system() -> str:
    """Name and release of the system, without the build of its kernel; the distribution where there is one."""
    release = ".".join(platform.release().split(".")[:2])
    if sys.platform == "darwin":
        return f"macOS {platform.mac_ver()[0]}"
    if sys.platform != "linux":
        return f"{platform.system()} {release}"
    with contextlib.suppress(OSError):
        named = platform.freedesktop_os_release()
        return f"{named.get('PRETTY_NAME') or named['NAME']}, Linux {release}"
    return f"Linux {release}"

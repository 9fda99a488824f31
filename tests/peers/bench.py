"""Speed beside the peers, in one run: a file `bench_ROOM.py` a room, one page `docs/benchmarks.md`.

CPU seconds of one thread, medians, ours and the peers' by turns: the ratios mean more than the seconds, which depend on
the machine and on what else it does. `ROOM ...` measures these rooms and leaves the others' part of the page as it is;
`--quick` takes a tenth of the rows and `--repeat 7` other turns, and both leave the page alone.

To add a row, yield one more `Work` from `works(scale)` of the room's file. To add a room, add a file with a docstring,
`works(scale)`, and `PEERS`, the distributions whose versions the page names; what it imports goes into
requirements.txt.
"""

from __future__ import annotations

import argparse
import datetime
import importlib
import importlib.metadata
import os
import platform
import re
import statistics
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

# One thread each, before the libraries are loaded.
for name in ("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMEXPR_MAX_THREADS"):
    os.environ.setdefault(name, "1")

HERE = Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "docs" / "benchmarks.md"


@dataclass
class Work:
    """One piece of work, done by us and by the peers."""

    name: str
    ours: Callable[[], object]
    peers: dict[str, Callable[[], object]] = field(default_factory=dict)
    #: Seconds that the specification set, on the machine on which it measured the peers.
    target: float | None = None
    #: Whether two results are the same; called with ours and each peer's.
    same: Callable[[object, object], bool] | None = None
    repeat: int = 3


@dataclass
class Row:
    work: Work
    seconds: dict[str, float]


@dataclass
class Elsewhere:
    """The result of work that another process did, with the CPU seconds it took there."""

    seconds: float
    result: object


def cpu(work: Callable[[], object]) -> tuple[float, object]:
    start = time.process_time()
    result = work()
    if isinstance(result, Elsewhere):
        return result.seconds, result.result
    return time.process_time() - start, result


def run(work: Work, repeat: int | None) -> Row:
    """By turns, so that a busy stretch of the machine falls on all alike; the first turn only warms up."""
    contestants = {"ukur": work.ours, **work.peers}
    taken: dict[str, list[float]] = {name: [] for name in contestants}
    expected: object = None
    for turn in range((repeat or work.repeat) + 1):
        for name, contestant in contestants.items():
            seconds, result = cpu(contestant)
            if turn:
                taken[name].append(seconds)
            elif name == "ukur":
                expected = result
            elif work.same is not None and not work.same(expected, result):
                raise SystemExit(f"{work.name}: {name} gives another result")
            del result
    return Row(work, {name: statistics.median(times) for name, times in taken.items()})


def seconds_of(value: float) -> str:
    return f"{value:.3g} s" if value >= 0.1 else f"{value * 1e3:.3g} ms" if value >= 1e-4 else f"{value * 1e6:.3g} us"


def table(rows: Iterable[Row]) -> Iterator[str]:
    yield "| work | ukur | target | peers | quickest peer / ukur |"
    yield "|---|---:|---:|---|---:|"
    for row in rows:
        ours = row.seconds["ukur"]
        peers = {name: value for name, value in row.seconds.items() if name != "ukur"}
        shown = ", ".join(f"{name} {seconds_of(value)}" for name, value in sorted(peers.items(), key=lambda item: item[1]))
        ratio = f"{min(peers.values()) / ours:.1f}" if peers else ""
        target = seconds_of(row.work.target) if row.work.target else ""
        yield f"| {row.work.name} | {seconds_of(ours)} | {target} | {shown} | {ratio} |"


def machine() -> str:
    """The processor, as the system names it."""
    try:
        found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    except OSError:
        found = None
    name = found[1] if found else platform.processor() or platform.machine()
    return f"{name}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}"


def versions(module: ModuleType) -> str:
    """Ours and the peers' versions."""
    named = ["ukur", *getattr(module, "PEERS", ())]
    found = [f"{name} {importlib.metadata.version(name)}" for name in named]
    return f"Python {platform.python_version()}, " + ", ".join(found)


def section(room: str, module: ModuleType, rows: Iterable[Row]) -> str:
    """The part of the page that a room has."""
    about = (module.__doc__ or "").strip().splitlines()[0]
    today = datetime.datetime.now(tz=datetime.timezone.utc).date()
    lines = [f"## {room.capitalize()}", "", about, "", *table(rows), "", f"{today}; {machine()}; {versions(module)}."]
    return "\n".join(lines) + "\n"


HEAD = """# Benchmarks

Written by `make bench` (`tests/peers/`): CPU seconds of one thread, medians, ours and the peers' by turns in one run on one
machine. The last column says how many times as long as ukur the quickest peer takes: the ratios mean more than the
seconds. A target is what was set before, in seconds on another machine. Each room says when, where and beside which
versions it was measured.

"""


def write(sections: dict[str, str]) -> None:
    """Put the rooms measured now into the page, and keep the others."""
    there = PAGE.read_text() if PAGE.exists() else ""
    kept = {part.split("\n", 1)[0].strip().lower(): f"## {part}" for part in re.split(r"^## ", there, flags=re.MULTILINE)[1:]}
    rooms = kept | sections
    PAGE.write_text(HEAD + "\n".join(rooms[room].rstrip("\n") + "\n" for room in sorted(rooms)))
    print(f"wrote {PAGE}")


def main() -> None:
    there = [path.stem.removeprefix("bench_") for path in sorted(HERE.glob("bench_*.py"))]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("room", nargs="*", help=f"one or more of {', '.join(there)}; all without it")
    parser.add_argument("--quick", action="store_true", help="a tenth of the rows")
    parser.add_argument("--repeat", type=int, help="turns")
    options = parser.parse_args()
    for room in set(options.room) - set(there):
        parser.error(f"there is no room {room}; there are {', '.join(there)}")
    warnings.simplefilter("ignore")
    sys.path.insert(0, str(HERE))
    # What the rooms import as `bench` is this file as it runs, not a second reading of it with classes of its own.
    sys.modules["bench"] = sys.modules[__name__]
    sections = {}
    for room in options.room or there:
        module = importlib.import_module(f"bench_{room}")
        rows = []
        for work in module.works(0.1 if options.quick else 1.0):
            rows.append(run(work, options.repeat))
            print(*list(table(rows[-1:]))[2:], sep="\n", flush=True)
        sections[room] = section(room, module, rows)
    if not options.quick and options.repeat is None:
        write(sections)


if __name__ == "__main__":
    main()

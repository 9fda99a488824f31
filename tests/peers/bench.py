"""Speed beside the peers, in one run: every `bench_*.py` beside this file, a table on the screen and in docs.

CPU seconds of one thread, medians, ours and the peers' by turns: the ratios mean more than the seconds, which
depend on the machine and on what else it does. `--only customers` takes one file, `--quick` a tenth of the rows,
`--repeat 7` more turns; only a full run writes docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import statistics
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

# One thread each, before the libraries are loaded.
for name in ("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMEXPR_MAX_THREADS"):
    os.environ.setdefault(name, "1")

HERE = Path(__file__).resolve().parent
DOCS = HERE.parents[1] / "docs"


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


def cpu(work: Callable[[], object]) -> tuple[float, object]:
    start = time.process_time()
    result = work()
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
    yield "| work | ukur | peers | quickest peer / ukur |"
    yield "|---|---|---|---|"
    for row in rows:
        ours = row.seconds["ukur"]
        peers = {name: value for name, value in row.seconds.items() if name != "ukur"}
        shown = ", ".join(f"{name} {seconds_of(value)}" for name, value in sorted(peers.items(), key=lambda item: item[1]))
        ratio = f"{min(peers.values()) / ours:.1f}" if peers else ""
        yield f"| {row.work.name} | {seconds_of(ours)} | {shown} | {ratio} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", help="areas, such as customers")
    parser.add_argument("--quick", action="store_true", help="a tenth of the rows")
    parser.add_argument("--repeat", type=int)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    sys.path.insert(0, str(HERE))
    text = []
    for path in sorted(HERE.glob("bench_*.py")):
        area = path.stem.removeprefix("bench_")
        if options.only and area not in options.only:
            continue
        module = importlib.import_module(path.stem)
        rows = []
        for work in module.works(0.1 if options.quick else 1.0):
            rows.append(run(work, options.repeat))
            print(*list(table(rows[-1:]))[2:], sep="\n", flush=True)
        text += [f"## {area.capitalize()}", "", *table(rows), ""]
    if not options.only and not options.quick:
        machine = f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}"
        head = [
            "# Benchmarks",
            "",
            "Written by `make bench`: CPU seconds of one thread, medians, ours and the peers' in one run on one machine",
            f"({machine}). The ratios mean more than the seconds.",
            "",
        ]
        (DOCS / "benchmarks.md").write_text("\n".join([*head, *text]))
        print(f"wrote {DOCS / 'benchmarks.md'}")


if __name__ == "__main__":
    main()

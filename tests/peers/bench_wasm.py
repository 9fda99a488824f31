"""The models in WebAssembly (Node, after half a second of work) beside the native ones of the same columns. The aim: at most twice as long."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import ukur
from bench import Elsewhere, Work

ROOT = Path(__file__).resolve().parents[2]
CDNOW = ROOT / "tests" / "data" / "cdnow_cbs.csv"
COLUMNS = ("frequency", "recency", "T", "monetaryValue")
Columns = dict[str, np.ndarray[Any, Any]]


def cdnow() -> Columns:
    cells = np.loadtxt(CDNOW, delimiter=",", skiprows=1, usecols=(1, 2, 3, 4))
    x, recency, age, cents = cells.T
    mean = np.where(x > 0, cents / 100 / np.maximum(x, 1), 0.0)
    return dict(zip(COLUMNS, (x, recency / 7, age / 7, mean), strict=True))


def customers(model: Any, n: int) -> Columns:
    """Customers who follow a model, seen for 27 to 39 weeks, on whole days."""
    rng = np.random.default_rng(1)
    made = model.simulate(n, rng.integers(189, 273, n) / 7.0, seed=2)
    recency = np.minimum(np.ceil(made.recency * 7) / 7, made.T)
    count = np.maximum(made.frequency, 1)
    money = np.where(made.frequency > 0, rng.gamma(6.25 * count) / (rng.gamma(3.74, 1 / 15.44, n) * count), 0.0)
    return dict(zip(COLUMNS, (np.asarray(made.frequency, float), recency, np.asarray(made.T, float), money), strict=True))


class Node:
    """A process of Node that holds the same columns and times itself."""

    def __init__(self) -> None:
        node = shutil.which("node")
        if node is None:
            raise SystemExit("`node` is missing: install Node 20 or newer")
        self.folder = tempfile.TemporaryDirectory()
        script = Path(__file__).with_name("bench_wasm.mjs")
        self.process = subprocess.Popen(
            [node, str(script), str(ROOT / "wasm-bindings" / "dist" / "node.js"), self.folder.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def give(self, name: str, columns: Columns) -> None:
        for column, values in columns.items():
            np.ascontiguousarray(values, dtype="<f8").tofile(Path(self.folder.name) / f"{name}.{column}")

    def work(self, what: str, table: str) -> Callable[[], Elsewhere]:
        def run() -> Elsewhere:
            assert self.process.stdin is not None and self.process.stdout is not None
            self.process.stdin.write(json.dumps([what, table]) + "\n")
            self.process.stdin.flush()
            answer = json.loads(self.process.stdout.readline())
            return Elsewhere(answer["seconds"], answer["result"])

        return run


def alike(ours: Any, theirs: Any) -> bool:
    """The bits are the same; a column is compared by its sum."""
    return bool(np.allclose(ours, theirs, rtol=1e-12, atol=0.0))


def works(scale: float) -> Iterator[Work]:
    models = ukur.models
    bg = models.BgNbd.from_params(r=0.243, alpha=4.414, a=0.793, b=2.426, unit="week")
    pareto = models.ParetoNbd.from_params(r=0.5533, alpha=10.578, s=0.6062, beta=11.669)
    spend = models.GammaGamma.from_params(p=6.25, q=3.74, gamma=15.44)
    large, middle = int(1_000_000 * scale), int(100_000 * scale)
    tables = {"CDNOW, 2,357": cdnow(), f"{large:,}": customers(bg, large), f"{middle:,}": customers(pareto, middle)}
    node = Node()
    for name, columns in tables.items():
        node.give(name, columns)

    def history(table: str) -> dict[str, Any]:
        return {name: column for name, column in tables[table].items() if name != "monetaryValue"}

    def values(table: str) -> float:
        columns = tables[table]
        summary = {("monetary_value" if name == "monetaryValue" else name): column for name, column in columns.items()}
        found = models.lifetime_value(bg, spend, summary, horizon=12, discount_rate=0.1)
        return float(np.sum(np.asarray(found)))

    native: dict[str, tuple[str, Callable[[str], Any]]] = {
        "BgNbd": ("fit BG/NBD", lambda t: list(models.BgNbd().fit(**history(t)).params_.values())),
        "ParetoNbd": ("fit Pareto/NBD", lambda t: list(models.ParetoNbd().fit(**history(t)).params_.values())),
        "GammaGamma": (
            "fit Gamma-Gamma",
            lambda t: list(
                models.GammaGamma().fit(frequency=tables[t]["frequency"], monetary_value=tables[t]["monetaryValue"]).params_.values()
            ),
        ),
        "alive": ("P(alive)", lambda t: float(np.sum(bg.probability_alive(**history(t))))),
        "purchases": ("expected purchases", lambda t: float(np.sum(bg.expected_purchases(39.0, **history(t))))),
        "value": ("12-month lifetime value", values),
        "posterior": (
            "posterior of BG/NBD, 4 chains x (1,000 + 1,000)",
            lambda t: [one.mean for one in models.sample_posterior(bg, history(t), seed=1).parameters],
        ),
    }
    small, big, other = tables
    for what, table in (
        ("BgNbd", small), ("BgNbd", big), ("ParetoNbd", small), ("ParetoNbd", other), ("GammaGamma", big),
        ("posterior", small), ("alive", big), ("purchases", big), ("value", big),
    ):  # fmt: skip
        title, ours = native[what]
        peers = {"WebAssembly": node.work(what, table)}
        yield Work(f"{title}, {table} customers", lambda ours=ours, table=table: ours(table), peers, None, alike, 5)

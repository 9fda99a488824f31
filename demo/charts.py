"""The report's charts, as SVG that fits light and dark pages."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402  (the backend first)
import pandas as pd  # noqa: E402


@dataclass(frozen=True)
class Palette:
    """Colours of one theme. Two hues that people with any colour vision tell apart, by lightness too."""

    text: str
    faint: str
    counted: str
    model: str


LIGHT = Palette(text="#24292f", faint="#d8dee4", counted="#8c959f", model="#0b63b0")
DARK = Palette(text="#d7dde3", faint="#343c46", counted="#7d8894", model="#6cb6ff")


def both(draw: Callable[[Any, Palette], None], width: float = 4.9, height: float = 3.0) -> dict[str, str]:
    """A chart drawn for both themes."""
    return {"light": _svg(draw, LIGHT, width, height), "dark": _svg(draw, DARK, width, height)}


def _svg(draw: Callable[[Any, Palette], None], palette: Palette, width: float, height: float) -> str:
    style = {
        "font.family": "sans-serif",
        "font.size": 10,
        "svg.fonttype": "none",
        "svg.hashsalt": "ukur",  # the same file every time
        "text.color": palette.text,
        "axes.labelcolor": palette.text,
        "axes.edgecolor": palette.faint,
        "xtick.color": palette.text,
        "ytick.color": palette.text,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.grid": True,
        "axes.grid.axis": "y",
        "grid.color": palette.faint,
        "axes.axisbelow": True,
        "legend.frameon": False,
    }
    with plt.rc_context(style):
        figure, axes = plt.subplots(figsize=(width, height), layout="constrained")
        draw(axes, palette)
        text = io.StringIO()
        figure.savefig(text, format="svg", transparent=True, metadata={"Date": None})
        plt.close(figure)
    svg = text.getvalue()
    return svg[svg.index("<svg") :]


def bars(table: pd.DataFrame, label: str, counted: str, model: str, x: str, y: str) -> dict[str, str]:
    """Counted and expected side by side."""

    def draw(axes: Any, palette: Palette) -> None:
        places = range(len(table))
        axes.bar([p - 0.2 for p in places], table[counted], 0.38, color=palette.counted, label="counted")
        axes.bar([p + 0.2 for p in places], table[model], 0.38, color=palette.model, label="model")
        axes.set_xticks(list(places), list(table[label]))
        axes.set_xlabel(x)
        axes.set_ylabel(y)
        axes.legend()

    return both(draw)


def tracking(table: pd.DataFrame, counted: str, model: str, y: str) -> dict[str, str]:
    """Purchases by week."""

    def draw(axes: Any, palette: Palette) -> None:
        axes.plot(table["time"], table[counted], color=palette.counted, linewidth=2.4, label="counted")
        axes.plot(table["time"], table[model], color=palette.model, linewidth=1.6, label="model")
        end = float(table.loc[~table["holdout"], "time"].max())
        axes.axvline(end, color=palette.text, linewidth=0.8, linestyle=(0, (4, 3)))
        axes.annotate("fitted to here", (end, 0.02), xycoords=("data", "axes fraction"), xytext=(-4, 0),
                      textcoords="offset points", ha="right", fontsize=9)
        axes.set_xlabel("week")
        axes.set_ylabel(y)
        axes.set_ylim(bottom=0)
        axes.legend(loc="best")

    return both(draw)


def shares(table: pd.DataFrame) -> dict[str, str]:
    """What each tenth of the customers is worth."""

    def draw(axes: Any, palette: Palette) -> None:
        axes.bar(table["group"], 100 * table["share"], 0.8, color=palette.model)
        for group, share in zip(table["group"], table["share"], strict=True):
            axes.annotate(f"{100 * share:.0f} %", (group, 100 * share), xytext=(0, 2), textcoords="offset points",
                          ha="center", fontsize=9)
        axes.set_xticks(list(table["group"]))
        axes.set_xlabel("tenths of the customers, most valuable first")
        axes.set_ylabel("share of all value, %")

    return both(draw)


def proportions(table: pd.DataFrame) -> dict[str, str]:
    """Customers against the goal, beside what one of them costs."""

    def draw(axes: Any, palette: Palette) -> None:
        places = list(range(len(table)))
        axes.barh(places, table["value_proportion"], 0.55, color=palette.model)
        for place, proportion, cost in zip(places, table["value_proportion"], table["cost_per_customer"], strict=True):
            axes.annotate(f"{proportion:g}x, {cost:.2f} a customer", (proportion, place), xytext=(6, 0),
                          textcoords="offset points", va="center")
        axes.set_yticks(places, list(table["influencer"]))
        axes.invert_yaxis()
        axes.set_xlim(0, 1.6 * float(table["value_proportion"].max()))
        axes.set_xlabel("expected customers / goal")
        axes.grid(axis="y", visible=False)
        axes.grid(axis="x", visible=True)

    return both(draw, height=2.2)

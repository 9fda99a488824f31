"""The credit's part: which channel deserves it, in a market whose truth is known."""

from __future__ import annotations

from typing import Any

import charts
import numpy as np
import pandas as pd
import ukur
from parts import Section

CHANNELS = ("creators", "newsletter", "retargeting", "search")
#: What a touch adds to the probability of an order, whoever has it; retargeting follows those who come anyway.
EFFECTS = {"creators": 0.05, "newsletter": 0.03, "retargeting": 0.005, "search": 0.02}
BASE = 0.02


def market(customers: int = 30_000) -> tuple[pd.DataFrame, dict[str, float]]:
    """A tracking table, one row a touch or an order, and the orders that each channel really brings."""
    draw = np.random.default_rng(2026)
    touches, rows = [], []
    for customer in range(customers):
        path = [draw.choice(["creators", "search", "newsletter"], p=[0.4, 0.4, 0.2])]
        while draw.random() < 0.5 and len(path) < 8:
            path.append(draw.choice(["retargeting", "search", "newsletter", "creators"], p=[0.6, 0.2, 0.1, 0.1]))
        days = np.cumsum(draw.exponential(2.0, len(path))) + draw.integers(0, 60)
        met = set(path)
        touches.append([channel in met for channel in CHANNELS])
        rows += [(customer, day, channel, 0, 0.0) for day, channel in zip(days, path, strict=True)]
        if draw.random() < BASE + sum(EFFECTS[channel] for channel in met):
            rows.append((customer, days[-1] + 0.1, None, 1, round(draw.gamma(4.0, 15.0), 2)))
    met_by = np.array(touches).sum(axis=0)
    lost = {channel: float(EFFECTS[channel] * count) for channel, count in zip(CHANNELS, met_by, strict=True)}
    return pd.DataFrame(rows, columns=["customer", "day", "channel", "orders", "revenue"]), lost


def credit(table: pd.DataFrame) -> dict[str, dict[str, str]]:
    """Four answers for each channel, as dots on a line."""
    looks = (("last touch", "o", False), ("Markov", "s", False), ("Shapley", "D", False), ("brought, in truth", "|", True))

    def draw(axes: Any, palette: charts.Palette) -> None:
        places = list(range(len(table)))
        for place, (_, row) in zip(places, table.iterrows(), strict=True):
            values = [100 * row[name] for name, _, _ in looks]
            axes.hlines(place, min(values), max(values), color=palette.faint, linewidth=2, zorder=1)
        for name, marker, is_truth in looks:
            axes.scatter(
                100 * table[name], places, marker=marker, label=name, zorder=3 if is_truth else 2,
                s=260 if is_truth else 46, linewidths=3 if is_truth else 1.2,
                color=palette.text if is_truth else palette.counted if name == "last touch" else palette.model,
                facecolors=None if is_truth or name != "Shapley" else "none",
            )
        axes.set_yticks(places, list(table.index))
        axes.set_ylim(len(table) - 0.5, -0.5)
        axes.set_xlim(left=0)
        axes.set_xlabel("share of all orders, %")
        axes.grid(axis="y", visible=False)
        axes.grid(axis="x", visible=True)
        axes.legend(loc="upper center", bbox_to_anchor=(0.45, -0.22), ncols=4, fontsize=9, columnspacing=1.2, handletextpad=0.3)

    return charts.both(draw, width=6.6, height=3.0)


def section() -> Section:
    """Who deserves the credit."""
    events, lost = market()
    attribution = ukur.attribution
    journeys = attribution.journeys(
        events, customer="customer", time="day", channel="channel", conversions="orders", values="revenue", lapse_after=30
    )
    orders = float(journeys.conversions.sum())
    markov = attribution.markov(journeys).credits
    credits = {
        "last touch": attribution.attribute(journeys, rule="last"),
        "Markov": markov,
        "Shapley": attribution.shapley(journeys).credits,
    }
    table = pd.DataFrame({name: one.to_frame().set_index("channel")["share"] for name, one in credits.items()})
    table["brought, in truth"] = pd.Series({channel: count / orders for channel, count in lost.items()})

    found = Section("Attribution: who deserves the credit")
    found.text(
        f"A made-up market, so that the truth is known: {len(journeys):,} journeys with {orders:,.0f} orders, where having met "
        f"creators adds {100 * EFFECTS['creators']:g} points to the probability of an order, the newsletter "
        f"{100 * EFFECTS['newsletter']:g}, search {100 * EFFECTS['search']:g} and retargeting "
        f"{100 * EFFECTS['retargeting']:g}. Retargeting follows people who came anyway, and is often the last to be seen."
    )
    found.chart(
        credit(table),
        "Share of the orders credited to each channel; the bar is the share that would be lost without it.",
    )
    header = ["channel", *table.columns]
    found.table(header, [[str(name), *(f"{100 * share:.1f} %" for share in row)] for name, row in table.iterrows()])
    last, truth = table.loc["retargeting", "last touch"], table.loc["retargeting", "brought, in truth"]
    by_markov, by_shapley = table.loc["retargeting", "Markov"], table.loc["retargeting", "Shapley"]
    none = 1 - float(table["brought, in truth"].sum())
    found.text(
        f"Last touch gives retargeting {100 * last:.0f} % of the orders, the Markov chain {100 * by_markov:.0f} % and Shapley "
        f"{100 * by_shapley:.0f} %; without it {100 * truth:.0f} % would be lost. The credits of each method add up to all orders, "
        f"but {100 * none:.0f} % of the orders would have come without any channel, and no method that looks at journeys alone "
        "can see that. Before money moves, test: show the channel to some and not to others."
    )
    found.note(markov.note)
    return found

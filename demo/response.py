"""The budget's part: what more or less money in a channel would bring."""

from __future__ import annotations

from typing import Any

import charts
import numpy as np
import ukur
from parts import Section

BUDGET = 12_000.0
WEEKS = 104
#: What made the data: the curve of weekly customers by carried-over spend, the share carried over, the usual spend.
TRUTH: dict[str, tuple[dict[str, Any], float, float]] = {
    "creators": ({"form": "hill", "maximum": 260.0, "alpha": 2.2, "inflexion": 5_000.0}, 0.4, 4_000.0),
    "search": ({"form": "michaelis_menten", "maximum": 180.0, "half_saturation": 1_800.0}, 0.0, 5_000.0),
    "video": ({"form": "exponential", "maximum": 120.0, "scale": 3_500.0}, 0.5, 3_000.0),
}


def curves(fits: dict[str, Any], now: dict[str, float], best: dict[str, float]) -> dict[str, str]:
    """Customers a week by weekly spend, with intervals, where the money is and where it should be."""
    most = 1.25 * max(*now.values(), *best.values())
    spend = np.linspace(1.0, most, 120)

    def draw(axes: Any, palette: charts.Palette) -> None:
        for name, fit in fits.items():
            carried = ukur.response.adstock_multiplier(TRUTH[name][1])
            at = ukur.response.response_at(fit, spend * carried)
            axes.fill_between(spend, [one.lower for one in at], [one.upper for one in at], color=palette.model, alpha=0.18, linewidth=0)
            axes.plot(spend, [one.response for one in at], color=palette.model, linewidth=1.6)
            axes.annotate(name, (most, at[-1].response), xytext=(5, 0), textcoords="offset points", va="center")
            for money, colour in ((now[name], palette.counted), (best[name], palette.model)):
                [one] = ukur.response.response_at(fit, money * carried)
                axes.plot([money], [one.response], "o", color=colour, markersize=8, zorder=4)
        for colour, label in ((palette.counted, "now"), (palette.model, "best split of the same money")):
            axes.plot([], [], "o", color=colour, markersize=8, label=label)
        axes.set_xlim(0, most * 1.16)
        axes.set_ylim(bottom=0)
        axes.set_xlabel("weekly spend")
        axes.set_ylabel("new customers a week")
        axes.xaxis.set_major_formatter(lambda x, _: f"{x:,.0f}")
        axes.legend(loc="lower center", bbox_to_anchor=(0.45, 1.0), ncols=2, fontsize=9)

    return charts.both(draw, height=3.4)


def frontier(splits: Any, now: float) -> dict[str, str]:
    """What every budget would bring at its best, and what is brought now."""

    def draw(axes: Any, palette: charts.Palette) -> None:
        axes.plot([one.budget for one in splits], [one.response for one in splits], color=palette.model, linewidth=1.8)
        axes.plot([BUDGET], [now], "o", color=palette.counted, markersize=8)
        axes.annotate("now", (BUDGET, now), xytext=(8, -10), textcoords="offset points")
        axes.set_xlabel("weekly budget, split at its best")
        axes.set_ylabel("new customers a week")
        axes.set_xlim(left=0)
        axes.set_ylim(bottom=0)
        axes.xaxis.set_major_formatter(lambda x, _: f"{x:,.0f}")

    return charts.both(draw, height=3.4)


def section() -> Section:
    """How to split a budget."""
    draw = np.random.default_rng(7)
    response = ukur.response
    fits: dict[str, Any] = {}
    channels: list[Any] = []
    for name, (curve, theta, usual) in TRUTH.items():
        carried = response.adstock(usual * draw.uniform(0.1, 2.2, WEEKS), theta)
        customers = np.asarray(response.curve_response(curve, carried)) + draw.normal(0, 8, WEEKS)
        fits[name] = response.fit_curve(carried, customers, form=curve["form"])
        channels.append(
            {
                "name": name,
                "curve": fits[name].curve,
                "carry_over": response.adstock_multiplier(theta),
                "response_unit": "customers",
                "minimum": 500.0,
                "current": usual,
            }
        )
    split = response.split_budget(channels, BUDGET)
    now = {channel["name"]: float(channel["current"]) for channel in channels}
    best = {one.name: one.spend for one in split.allocations}
    brought = float(split.current_response or 0.0)

    found = Section("Response: how to split a budget")
    found.text(
        f"{WEEKS} weeks of spend and new customers in three made-up channels: the spend is carried over to later weeks, a curve is "
        f"fitted to each channel, and the weekly {BUDGET:,.0f} are split so that the next unit of money brings the same everywhere."
    )
    found.cards(
        [
            (f"{brought:,.0f}", "customers a week as the money is split now"),
            (f"{split.response:,.0f}", "at the best split of the same money"),
            (f"{1 / split.marginal_return:,.0f}" if split.marginal_return else "-", "cost of one customer more at the best split"),
        ]
    )
    wide = np.linspace(2_000, 24_000, 23)
    found.pair(
        (curves(fits, now, best), "Fitted curves with 95 % intervals of the mean; spend that stays the same every week."),
        (frontier(response.budget_frontier(channels, wide), brought), "The most that each budget can bring."),
    )
    found.table(
        ["channel", "spend now", "customers now", "best spend", "customers", "next 1,000 bring"],
        [
            [
                one.name,
                f"{now[one.name]:,.0f}",
                f"{one.current_response or 0:.0f}",
                f"{one.spend:,.0f}",
                f"{one.response:.0f}",
                "-" if one.marginal_return is None else f"{1_000 * one.marginal_return:.1f}",
            ]
            for one in split.allocations
        ],
    )
    found.heading("The fits")
    found.table(
        ["", "estimate", "standard error", "95 % interval", "in truth"],
        [
            [
                f"{name}: {one.name.replace('_', ' ')}",
                f"{one.estimate:,.4g}",
                "-" if one.standard_error is None else f"{one.standard_error:.3g}",
                "-" if one.lower is None or one.upper is None else f"{one.lower:,.4g} to {one.upper:,.4g}",
                f"{TRUTH[name][0][one.name]:,g}",
            ]
            for name, fit in fits.items()
            for one in fit.parameters
        ],
    )
    found.note(
        f"No split brings more than {split.upper_bound:,.2f}. A curve says what spend and customers did together in these weeks; "
        "whether the spend caused it, an experiment tells."
    )
    return found

"""How much to put into each channel next month?

Weekly spend and new customers of three channels: carry the spend over, fit a curve to each, say where the data do not
reach, and split the budget.

    python py-bindings/examples/response.py
"""

from __future__ import annotations

from typing import Any

import numpy as np
import ukur

BUDGET = 12_000.0
TRUTH: dict[str, tuple[dict[str, Any], float, float]] = {
    # What made the data: curve, share carried over, usual weekly spend.
    "creators": ({"form": "hill", "maximum": 260.0, "alpha": 2.2, "inflexion": 5_000.0}, 0.4, 4_000.0),
    "search": ({"form": "michaelis_menten", "maximum": 180.0, "half_saturation": 1_800.0}, 0.0, 5_000.0),
    "video": ({"form": "exponential", "maximum": 120.0, "scale": 3_500.0}, 0.5, 3_000.0),
}


def main() -> None:
    draw = np.random.default_rng(7)
    channels: list[Any] = []
    for name, (curve, theta, usual) in TRUTH.items():
        spend = usual * draw.uniform(0.1, 2.2, 104)
        customers = np.asarray(ukur.response.curve_response(curve, ukur.response.adstock(spend, theta)))
        customers = customers + draw.normal(0, 5, len(spend))

        carried = ukur.response.adstock(spend, theta)
        fit = ukur.response.fit_curve(carried, customers, form=curve["form"])
        print(f"{name}\n{fit.summary()}\n")
        channels.append(
            {
                "name": name,
                "curve": fit.curve,
                "carry_over": ukur.response.adstock_multiplier(theta),
                "response_unit": "customers",
                "minimum": 500.0,
                "current": usual,
            }
        )

    split = ukur.response.split_budget(channels, BUDGET)
    print(f"A weekly budget of {BUDGET:,.0f}:")
    print(f"  {'channel':<10}{'now':>9}{'best':>9}{'customers':>11}{'next 1,000 bring':>18}")
    for channel, one in zip(channels, split.allocations, strict=True):
        more = "-" if one.marginal_return is None else f"{1_000 * one.marginal_return:.1f}"
        print(f"  {one.name:<10}{channel['current']:>9,.0f}{one.spend:>9,.0f}{one.response:>11.1f}{more:>18}")
    assert split.current_response is not None
    gain = split.response - split.current_response
    print(
        f"Together {split.response:.0f} new customers a week against {split.current_response:.0f} now: {gain:+.0f} for the same money.\n"
        f"No split brings more than {split.upper_bound:.2f} (gap {split.optimality_gap:.1e}).\n"
    )

    print("What more or less money would bring:")
    for one in ukur.response.budget_frontier(channels, [6_000, 9_000, 12_000, 18_000, 24_000]):
        cost = "-" if one.marginal_return is None else f"{1 / one.marginal_return:,.0f}"
        print(f"  {one.budget:>8,.0f} -> {one.response:6.1f} customers; the next one costs {cost}")


if __name__ == "__main__":
    main()

"""Which channel deserves the credit, and which is only there at the end?

A shop sells through a newsletter, search, a creator programme and retargeting. Its tracking table has one row a touch
and one row an order. Last-touch credit makes retargeting the hero; this shows what the journeys say.

    python py-bindings/examples/attribution.py
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import ukur

COST = {"creators": 9_000.0, "newsletter": 1_500.0, "retargeting": 6_000.0, "search": 7_500.0}


def tracking(customers: int = 20_000) -> pd.DataFrame:
    """A made-up tracking table: creators bring people in, retargeting follows those who have already come."""
    draw = np.random.default_rng(2026)
    rows = []
    for customer in range(customers):
        day = draw.integers(0, 60)
        path = [draw.choice(["creators", "search", "newsletter"], p=[0.45, 0.4, 0.15])]
        while draw.random() < 0.45 and len(path) < 8:
            path.append(draw.choice(["retargeting", "search", "newsletter", "creators"], p=[0.5, 0.2, 0.2, 0.1]))
        interest = 0.03 + 0.05 * ("creators" in path) + 0.03 * ("newsletter" in path) + 0.01 * (len(path) > 2)
        for touch in path:
            rows.append((customer, day, touch, 0, 0.0))
            day += draw.exponential(2.0)
        if draw.random() < interest:
            rows.append((customer, day, None, 1, round(draw.gamma(4.0, 15.0), 2)))
    columns = ["customer", "day", "channel", "orders", "revenue"]
    return pd.DataFrame(rows, columns=columns).sample(frac=1, random_state=1)


def main() -> None:
    events = tracking()
    journeys = ukur.attribution.journeys(
        events, customer="customer", time="day", channel="channel", conversions="orders", values="revenue", lapse_after=30
    )
    print(f"{len(events):,} rows of tracking are {len(journeys):,} journeys with {journeys.conversions.sum():,.0f} orders.\n")

    last = ukur.attribution.attribute(journeys, rule="last")
    methods = {
        "last touch": last,
        "first touch": ukur.attribution.attribute(journeys, rule="first"),
        "time decay": ukur.attribution.attribute_time_decay(journeys, half_life=7),
        "Markov": ukur.attribution.markov(journeys).credits,
        "Markov, order 2": ukur.attribution.markov(journeys, order=2).credits,
        "Shapley": ukur.attribution.shapley(journeys).credits,
    }
    share = pd.DataFrame({name: credits.to_frame().set_index("channel")["share"] for name, credits in methods.items()})
    print("Share of the orders credited to each channel:")
    print(share.map("{:.1%}".format).to_string(), "\n")

    markov = methods["Markov"]
    print("Revenue credited (Markov) for each unit of cost:")
    for channel, value in sorted(zip(markov.channels, markov.values), key=lambda pair: -pair[1] / COST[pair[0]]):
        print(f"  {channel:<12} {value / COST[channel]:5.2f}   ({value:>9,.0f} on {COST[channel]:,.0f})")

    move = share["Markov"] - share["last touch"]
    up, down = move.idxmax(), move.idxmin()
    print(
        f"\nLast touch understates {up} by {move[up] * 100:.0f} points and overstates {down} by {-move[down] * 100:.0f}.\n"
        f"Before moving money from {down} to {up}: {markov.note}"
    )


if __name__ == "__main__":
    main()

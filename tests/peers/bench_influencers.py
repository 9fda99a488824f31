"""Whom to work with at scale. There is no peer that takes costs and a budget; the best set of 25 stands beside HiGHS."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
import scipy.optimize
import ukur
from bench import Work

PEERS = ("scipy",)


def works(scale: float) -> Iterator[Work]:
    rng = np.random.default_rng(1)
    covers = rng.random((300, 25)) < rng.uniform(0.02, 0.25, 25)
    costs = np.round(rng.uniform(1, 9, 25), 1)
    person, influencer = np.nonzero(covers)
    candidates = pd.DataFrame({"influencer": np.arange(25), "cost": costs})
    audience = pd.DataFrame({"influencer": influencer, "person": person})

    def highs() -> float:
        people = covers.shape[0]
        limits = [
            scipy.optimize.LinearConstraint(np.r_[costs, np.zeros(people)][None], ub=25),
            scipy.optimize.LinearConstraint(np.hstack([-covers.astype(float), np.eye(people)]), ub=0),
        ]
        kind, weights = np.r_[np.ones(25), np.zeros(people)], np.r_[np.zeros(25), -np.ones(people)]
        return -scipy.optimize.milp(weights, constraints=limits, integrality=kind, bounds=scipy.optimize.Bounds(0, 1)).fun

    yield Work(
        "best set of 25 candidates, 300 people, a budget: proven",
        lambda: ukur.influencers.select(candidates, audience, budget=25).objective,
        {"HiGHS (SciPy milp)": highs},
        same=lambda ours, theirs: abs(float(ours) - float(theirs)) < 1e-6,  # type: ignore[arg-type]
    )
    count, ids = 5_000, int(10_000_000 * scale)
    sizes = 1.0 / (0.02 + rng.random(count))
    followers = np.floor(sizes / sizes.sum() * ids).astype(int)
    many = pd.DataFrame(
        {"influencer": np.repeat(np.arange(count), followers), "person": (rng.random(followers.sum()) ** 2 * ids).astype(np.int64)}
    )
    cards = pd.DataFrame({"influencer": np.arange(count), "cost": 50 + 0.02 * followers * rng.uniform(0.5, 1.5, count)})

    def large() -> Any:
        return ukur.influencers.select(cards, many, budget=float(cards["cost"].sum() / 20))

    yield Work(f"5,000 candidates, {ids / 1e6:g} M audience ids, a twentieth of all fees", large, repeat=1)

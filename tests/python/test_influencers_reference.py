"""Influencers held against independent programs: SciPy's HiGHS for the best set, statsmodels for the elasticity, NumPy for
resampling, and the enumerated optima of turfLP."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pandas as pd
import pytest
import scipy.optimize
import scipy.stats
import statsmodels.api as sm
import ukur
from ukur import influencers
from vectors import csv_column

HAMS = ["N1", "N2", "N3", "N4", "S1", "S2", "S3", "S4"]


def test_the_best_hams() -> None:
    likes = {ham: np.flatnonzero(csv_column("hams.csv", ham)) for ham in HAMS}
    pairs = pd.DataFrame([(ham, person) for ham in HAMS for person in likes[ham]], columns=["influencer", "person"])
    candidates = pd.DataFrame({"influencer": HAMS, "cost": 0.0})
    best = [influencers.select(candidates, pairs, max_count=count) for count in range(1, 7)]
    assert [one.objective for one in best] == [60, 98, 111, 119, 122, 123]
    assert all(one.optimal for one in best) and best[2].chosen == ("N2", "N3", "S1")
    # As if tastes were independent, the best pair would reach 127 (1 - (1 - 60/127) (1 - 58/127)) = 90.6.
    assert influencers.reach(pairs, of=["N4", "S1"]).unique == 98


def highs(costs: np.ndarray, covers: np.ndarray, budget: float, most: int) -> float:
    """Maximal covering (Church and ReVelle 1974) under a budget and a count, by HiGHS."""
    people, candidates = covers.shape
    weights = np.r_[np.zeros(candidates), -np.ones(people)]
    limits = [
        scipy.optimize.LinearConstraint(np.r_[costs, np.zeros(people)][None], ub=budget),
        scipy.optimize.LinearConstraint(np.r_[np.ones(candidates), np.zeros(people)][None], ub=most),
        scipy.optimize.LinearConstraint(np.hstack([-covers, np.eye(people)]), ub=0),
    ]
    kind = np.r_[np.ones(candidates), np.zeros(people)]
    found = scipy.optimize.milp(weights, constraints=limits, integrality=kind, bounds=scipy.optimize.Bounds(0, 1))
    assert found.status == 0
    return -found.fun


@pytest.mark.parametrize("limits", [{"budget": 25.0}, {"max_count": 5}, {"budget": 25.0, "max_count": 6}])
@pytest.mark.parametrize("seed", range(4))
def test_the_best_of_thirty_is_that_of_highs(seed: int, limits: dict[str, Any]) -> None:
    rng = np.random.default_rng(seed)
    covers = rng.random((150, 30)) < rng.uniform(0.02, 0.25, 30)
    costs = np.round(rng.uniform(1, 9, 30), 1)
    person, influencer = np.nonzero(covers)
    frame = pd.DataFrame({"influencer": np.arange(30), "cost": costs})
    pairs = pd.DataFrame({"influencer": influencer, "person": person})
    found = influencers.select(frame, pairs, **limits)
    truth = highs(costs, covers.astype(float), limits.get("budget", 1e9), limits.get("max_count", 30))
    assert found.optimal and found.objective == pytest.approx(truth)
    greedy = influencers.select(frame, pairs, method="greedy", **limits)
    assert greedy.objective <= truth + 1e-9 <= greedy.upper_bound + 2e-9
    # With a budget and a count together no share is known; the bound from above holds all the same.
    assert (greedy.guarantee is None) == (len(limits) == 2)
    assert greedy.objective >= (greedy.guarantee or 0.0) * truth - 1e-9


@pytest.mark.parametrize("seed", range(4))
def test_values_without_overlap_are_a_knapsack(seed: int) -> None:
    rng = np.random.default_rng(seed)
    costs, values = np.round(rng.uniform(1, 20, 25), 2), np.round(rng.uniform(1, 50, 25), 2)
    frame = pd.DataFrame({"influencer": np.arange(25), "cost": costs, "worth": values})
    found = influencers.select(frame, value="worth", budget=60)
    truth = scipy.optimize.milp(
        -values,
        constraints=scipy.optimize.LinearConstraint(costs[None], ub=60),
        integrality=np.ones(25),
        bounds=scipy.optimize.Bounds(0, 1),
        options={"mip_rel_gap": 0},
    )
    assert found.objective == pytest.approx(-truth.fun)


@pytest.mark.parametrize("seed", range(5))
def test_elasticity_is_a_clustered_regression(seed: int) -> None:
    rng = np.random.default_rng(seed)
    account = rng.integers(0, 25, 90)
    size = np.exp(rng.normal(10, 1.2, 90))
    fee = np.exp(0.5 + 0.7 * np.log(size) + rng.normal(0, 0.3, 25)[account] + rng.normal(0, 0.2, 90))
    found = influencers.size_elasticity(pd.DataFrame({"account": account, "followers": size, "fee": fee}))
    line = sm.OLS(np.log(fee), sm.add_constant(np.log(size)))
    want = line.fit(cov_type="cluster", cov_kwds={"groups": account}, use_t=True)
    assert found.elasticity == pytest.approx(want.params[1], rel=1e-9)
    assert found.standard_error == pytest.approx(want.bse[1], rel=1e-9)
    kept = [account != one for one in np.unique(account)]
    slopes = [np.polyfit(np.log(size[rest]), np.log(fee[rest]), 1)[0] for rest in kept]
    error = np.sqrt((len(slopes) - 1) / len(slopes) * np.sum((np.array(slopes) - found.elasticity) ** 2))
    assert found.leave_one_out_standard_error == pytest.approx(error, rel=1e-7)
    t = scipy.stats.t(len(slopes) - 1)
    half = t.isf(0.025) * error
    assert (found.interval.lower, found.interval.upper) == pytest.approx((found.elasticity - half, found.elasticity + half))
    assert found.p_value == pytest.approx(2 * t.sf(abs(found.elasticity - 1) / error), rel=1e-6)


def test_every_resample_of_the_article_by_enumeration() -> None:
    micro = np.array([(50, 1000), (40, 500), (60, 2000), (30, 800)], dtype=float)
    macro = np.array([(900, 40_000), (1500, 50_000), (700, 30_000)], dtype=float)
    frame = pd.DataFrame(np.vstack([micro, macro]), columns=["likes", "base"])
    frame["account"], frame["tier"] = range(7), ["micro"] * 4 + ["macro"] * 3
    rate = influencers.compare(frame)["engagement_rate"]
    assert rate.bootstrap is not None and rate.permutation is not None and rate.comparison is not None

    def rates(group: np.ndarray) -> np.ndarray:
        chosen = [group[list(rows)].sum(axis=0) for rows in itertools.product(range(len(group)), repeat=len(group))]
        return np.array([top / bottom for top, bottom in chosen])

    every = (rates(micro)[:, None] - rates(macro)[None, :]).ravel()  # 256 x 27 pairs
    assert rate.bootstrap.difference.exact and rate.bootstrap.difference.resamples == every.size
    assert rate.bootstrap.difference.mean == pytest.approx(every.mean())
    assert rate.bootstrap.difference.standard_deviation == pytest.approx(every.std(), rel=1e-3)
    both = np.vstack([micro, macro])

    def difference(rows: tuple[int, ...]) -> float:
        one, other = both[list(rows)].sum(axis=0), np.delete(both, list(rows), axis=0).sum(axis=0)
        return float(one[0] / one[1] - other[0] / other[1])

    groupings = [difference(rows) for rows in itertools.combinations(range(7), 4)]
    extreme = sum(abs(one) >= abs(difference((0, 1, 2, 3))) - 1e-15 for one in groupings)
    assert (rate.permutation.extreme, rate.permutation.permutations) == (extreme, 35)


def test_bounds_hold_the_truth() -> None:
    rng = np.random.default_rng(7)
    for _ in range(50):
        count = int(rng.integers(2, 7))
        sets = [set(rng.integers(0, 60, int(rng.integers(1, 50))).tolist()) for _ in range(count)]
        overlaps = [len(one & other) for one, other in itertools.combinations(sets, 2)]
        bounds = influencers.reach_bounds([len(one) for one in sets], overlaps)
        assert bounds.lower - 1e-9 <= len(set().union(*sets)) <= bounds.upper + 1e-9


def test_sketches_keep_their_promise() -> None:
    rng = np.random.default_rng(11)
    errors = []
    for _ in range(60):
        people = rng.choice(2**40, 30_000, replace=False)
        estimate = influencers.Sketch(people, k=1024).reach()
        errors.append((estimate.estimate - 30_000) / estimate.standard_error)
    assert abs(np.mean(errors)) < 0.5 and 0.7 < np.std(errors) < 1.3


REFUSALS = [
    ("budget", -1.0, "out_of_domain"),
    ("budget", float("nan"), "nan_input"),
    ("budget", float("inf"), "infinite_input"),
    ("budget", "all", "invalid_type"),
    ("goal", -1.0, "out_of_domain"),
    ("max_count", -1, "out_of_domain"),
    ("max_count", 1.5, "out_of_domain"),
    ("node_limit", -1, "out_of_domain"),
    ("method", "best", "unknown_option"),
    ("must_include", ["zul"], "unknown_candidate"),
    ("exclude", ["zul"], "unknown_candidate"),
]


@pytest.mark.parametrize(("name", "value", "code"), REFUSALS)
def test_what_select_refuses(name: str, value: object, code: str) -> None:
    frame = pd.DataFrame({"influencer": ["ana", "budi"], "cost": [1.0, 2.0], "worth": [1.0, 2.0]})
    with pytest.raises(ukur.UkurError) as raised:
        influencers.select(frame, value="worth", **{name: value})  # type: ignore[arg-type]
    assert raised.value.code == code and name in str(raised.value)

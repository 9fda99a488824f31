"""Programmes held against independent programs: SciPy, statsmodels and NumPy."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
import scipy.optimize
import scipy.stats
import statsmodels.formula.api as smf
import ukur
from ukur import programmes


@pytest.mark.parametrize("seed", range(5))
def test_lift_is_a_clustered_regression(seed: int) -> None:
    rng = np.random.default_rng(seed)
    customers = np.repeat(np.arange(40), 6)
    member, after = customers < 18, np.tile(np.arange(6) >= 3, 40)
    spend = rng.normal(0, 10, 40)[customers] + 50 + 4 * member + 3 * after + 5 * (member & after) + rng.normal(0, 8, 240)
    kept = rng.random(240) < 0.9  # months missing here and there
    frame = pd.DataFrame({"customer": customers, "member": member, "after": after, "spend": spend})[kept]
    found = programmes.incremental_lift(frame)
    numbers = frame.astype({"member": float, "after": float})
    want = smf.ols("spend ~ member * after", numbers).fit(
        cov_type="cluster", cov_kwds={"groups": numbers["customer"]}, use_t=True
    )
    assert found.lift == pytest.approx(want.params["member:after"], rel=1e-9)
    assert found.standard_error == pytest.approx(want.bse["member:after"], rel=1e-9)
    assert (found.interval.lower, found.interval.upper) == pytest.approx(tuple(want.conf_int().loc["member:after"]), rel=1e-8)
    assert found.p_value == pytest.approx(want.pvalues["member:after"], rel=1e-7)


@pytest.mark.parametrize("seed", range(5))
def test_the_long_run_is_the_left_eigenvector(seed: int) -> None:
    rng = np.random.default_rng(seed)
    matrix = rng.integers(1, 50, (5, 5)).astype(float)
    found = programmes.tier_migration_from_matrix(matrix.tolist())
    values, vectors = np.linalg.eig((matrix / matrix.sum(axis=1, keepdims=True)).T)
    steady = np.real(vectors[:, np.argmax(np.real(values))])
    assert found.shares == pytest.approx((steady / steady.sum()).tolist(), rel=1e-10)
    path = programmes.project_tiers(found, [1000, 0, 0, 0, 0], periods=4)
    want = np.array([1000.0, 0, 0, 0, 0]) @ np.linalg.matrix_power(matrix / matrix.sum(axis=1, keepdims=True), 4)
    assert path[4].tolist() == pytest.approx(want.tolist())


def test_who_leaves_and_when() -> None:
    matrix = np.array([[0.6, 0.2, 0.1, 0.1], [0.1, 0.7, 0.0, 0.2], [0, 0, 1, 0], [0, 0, 0, 1]])
    found = programmes.tier_migration_from_matrix(matrix.tolist(), tiers=["basic", "gold", "partner", "left"], counts=False)
    stay = np.eye(2) - matrix[:2, :2]
    assert np.array(found.absorption)[:2] == pytest.approx(np.linalg.solve(stay, matrix[:2, 2:]))
    assert found.periods_to_absorption[:2] == pytest.approx(np.linalg.solve(stay, np.ones(2)).tolist())
    assert found.long_run == "depends_on_start" and found.shares is None


@pytest.mark.parametrize("seed", range(5))
def test_area_and_its_error(seed: int) -> None:
    rng = np.random.default_rng(seed)
    hit = (rng.random(300) < 0.3).astype(float)
    score = np.round(hit + rng.normal(0, 1.2, 300), 1)  # with ties
    quality = programmes.judge_ranking(score, hit, groups=5)
    ones, others = score[hit == 1], score[hit == 0]
    u = scipy.stats.mannwhitneyu(ones, others).statistic
    assert quality.auc == pytest.approx(u / (len(ones) * len(others)))
    wins = (ones[:, None] > others[None, :]) + 0.5 * (ones[:, None] == others[None, :])  # DeLong's placements
    error = np.sqrt(wins.mean(axis=1).var(ddof=1) / len(ones) + wins.mean(axis=0).var(ddof=1) / len(others))
    assert quality.auc_standard_error == pytest.approx(error)
    assert quality.gain[-1].share_captured == pytest.approx(1.0)
    assert sum(row.advocates for row in quality.gain) == pytest.approx(hit.sum())


@pytest.mark.parametrize("seed", range(5))
def test_calibration_is_isotonic_regression(seed: int) -> None:
    rng = np.random.default_rng(seed)
    score = rng.random(200)
    hit = (rng.random(200) < score**2).astype(float)
    made = programmes.calibrate(score, hit)
    order = np.argsort(score)
    want = np.empty(200)
    want[order] = scipy.optimize.isotonic_regression(hit[order]).x
    assert made.calibrated == pytest.approx(want)


@pytest.mark.parametrize(("brought", "customers", "level"), [(0, 50, 0.95), (7, 50, 0.9), (130, 100, 0.99)])
def test_k_from_totals_is_an_exact_poisson_interval(brought: int, customers: int, level: float) -> None:
    found = programmes.k_factor_from_totals(brought=brought, customers=customers, level=level)
    tail = (1 - level) / 2
    lower = scipy.stats.gamma.ppf(tail, brought) if brought else 0.0
    upper = scipy.stats.gamma.isf(tail, brought + 1)
    assert (found.interval.lower, found.interval.upper) == pytest.approx((lower / customers, upper / customers), rel=1e-9)


def test_k_between_customers_is_a_t_interval_of_logarithms() -> None:
    brought = np.random.default_rng(3).negative_binomial(0.5, 0.4, 400)
    found = programmes.k_factor(brought)
    mean, error = brought.mean(), scipy.stats.sem(brought)
    half = scipy.stats.t.isf(0.025, 399) * error / mean
    assert found.standard_error == pytest.approx(error)
    assert (found.interval.lower, found.interval.upper) == pytest.approx((mean * np.exp(-half), mean * np.exp(half)))
    assert found.dispersion == pytest.approx(brought.var(ddof=1) / mean)


def test_levers_are_derivatives() -> None:
    margin, discount, retention = 100.0, 0.12, 0.8
    rows = {row.formula: row for row in programmes.lever_worth(basket=50, frequency=4, margin=0.5, retention=retention, discount=discount, horizon=6)}
    formulas: dict[str, Any] = {
        "churn": lambda r: margin / (1 - r),
        "retention": lambda r: margin * r / (1 + discount - r),
        "retention_immediate": lambda r: margin * (1 + discount) / (1 + discount - r),
        "finite": lambda r: sum(margin * (r / (1 + discount)) ** t for t in range(1, 7)),
    }
    for name, worth in formulas.items():
        effect = rows[name].retention
        assert effect is not None and rows[name].value == pytest.approx(worth(retention))
        assert effect.gain == pytest.approx(worth(retention + 0.01) - worth(retention))
        slope = scipy.optimize.approx_fprime(np.array([retention]), lambda r, worth=worth: worth(r[0]), 1e-7)[0]
        assert effect.elasticity == pytest.approx(slope * retention / worth(retention), rel=1e-5)


def test_points_of_the_chain_ladder_by_hand() -> None:
    issued, cumulative = [600, 600, 500, 400], [[200, 300, 330, 333], [220, 330, 360], [180, 260], [150]]
    found = programmes.redemption_curve(issued, cumulative, cost_per_point=0.01)
    factors = [(300 + 330 + 260) / (200 + 220 + 180), (330 + 360) / (300 + 330), 333 / 330]
    assert found.factors == pytest.approx(factors)
    ultimate = [333, 360 * factors[2], 260 * factors[1] * factors[2], 150 * np.prod(factors)]
    assert [row.ultimate for row in found.cohorts] == pytest.approx(ultimate)
    assert found.expected_redemptions == pytest.approx(sum(ultimate) - 333 - 360 - 260 - 150)
    assert found.liability == pytest.approx(found.expected_redemptions * 0.01)
    assert found.breakage_rate == pytest.approx(1 - sum(ultimate) / sum(issued))


def moves(before: list[str], after: list[str]) -> pd.DataFrame:
    return pd.DataFrame({"tier_before": before, "tier_after": after})


ROWS = {"customer": [1, 1, 2, 2, 3, 3], "member": [1, 1, 0, 0, 0, 0], "after": [0, 1] * 3, "spend": [1.0, 2, 1, 2, 1, 2]}
STEADY = programmes.tier_migration_from_matrix([[0.9, 0.1], [0.3, 0.7]], counts=False)


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: programmes.incremental_lift(pd.DataFrame(ROWS)), "zero_variance"),
        (lambda: programmes.incremental_lift(pd.DataFrame(ROWS).iloc[:0]), "insufficient_data"),
        (lambda: programmes.incremental_lift(pd.DataFrame(ROWS).iloc[:2]), "insufficient_data"),
        (lambda: programmes.incremental_lift(pd.DataFrame({**ROWS, "spend": None}).astype({"spend": float})), "nan_input"),
        (lambda: programmes.incremental_lift(pd.DataFrame(ROWS), level=0), "out_of_domain"),
        (lambda: programmes.incremental_lift(pd.DataFrame(ROWS), outcome="sales"), "unknown_column"),
        (lambda: programmes.tier_migration(moves([], [])), "insufficient_data"),
        (lambda: programmes.tier_migration(moves(["a"], ["b"]), tiers=["a"]), "unknown_tier"),
        (lambda: programmes.tier_migration_from_matrix([[0.5, 0.4], [0, 1]], counts=False), "rows_must_add_to_one"),
        (lambda: programmes.project_tiers(STEADY, [-1, 0], periods=2), "out_of_domain"),
        (lambda: programmes.project_tiers(STEADY, [1], periods=2), "length_mismatch"),
        (lambda: programmes.project_tiers(STEADY, [1, 1], periods=-2), "out_of_domain"),
        (lambda: programmes.project_tiers(STEADY, [1, 1], periods=10**9), "too_large"),
        (lambda: programmes.rank_advocates(pd.DataFrame({"a": [], "b": []}), engagement=["a"], willingness=["b"]), "insufficient_data"),
        (lambda: programmes.rank_advocates(pd.DataFrame({"a": [1.0]}), engagement=[], willingness=["a"]), "insufficient_data"),
        (lambda: programmes.rank_advocates(pd.DataFrame({"a": [np.inf]}), engagement=["a"], willingness=["a"]), "infinite_input"),
        (lambda: programmes.rank_advocates(pd.DataFrame({"a": [1.0]}), engagement={"a": -1}, willingness=["a"]), "out_of_domain"),
        (lambda: programmes.judge_ranking([0.1, 0.2], [1, 0], groups=0), "out_of_domain"),
        (lambda: programmes.k_factor([1, 2], invitations=[1, 1]), "infeasible"),
        (lambda: programmes.allocate_points(price="10", points_issued=1, expected_redemption=1, point_value=1), "invalid_type"),  # type: ignore[arg-type]
        (lambda: programmes.referral_economics(advocate_reward=None, friend_reward=1, referred_customers=1, margin_clv_referred=1, incrementality=1), "invalid_type"),  # type: ignore[arg-type]
    ],
)
def test_refusals_are_one_sentence(call: Any, code: str) -> None:
    with pytest.raises(ukur.UkurError) as raised:
        call()
    assert raised.value.code == code
    assert "\n" not in str(raised.value)

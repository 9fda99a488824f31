"""Response: agreement with SciPy's optimisers, honest diagnoses, and budgets that no other split beats."""

from __future__ import annotations

import math
import signal
import threading
from collections.abc import Callable
from typing import Any

import numpy as np
import polars as pl
import pytest
import ukur
from scipy import optimize, special, stats
from ukur import response

HILL = {"form": "hill", "maximum": 900.0, "alpha": 2.0, "inflexion": 40.0}


def observations(seed: int, rows: int = 60) -> tuple[np.ndarray, np.ndarray]:
    draw = np.random.default_rng(seed)
    spend = draw.uniform(2, 150, rows)
    return spend, np.asarray(response.curve_response(HILL, spend)) + 50 + draw.normal(0, 15, rows)


def test_a_fit_agrees_with_scipy() -> None:
    spend, sales = observations(1)

    def hill(x: np.ndarray, maximum: float, alpha: float, inflexion: float, intercept: float) -> np.ndarray:
        return maximum * x**alpha / (x**alpha + inflexion**alpha) + intercept

    want, covariance = optimize.curve_fit(hill, spend, sales, p0=[800, 1.5, 50, 20], maxfev=20_000)
    fit = response.fit_curve(spend, sales, form="hill", intercept=True)
    assert fit.diagnosis == "converged"
    assert [one.name for one in fit.parameters] == ["maximum", "alpha", "inflexion", "intercept"]
    assert [one.estimate for one in fit.parameters] == pytest.approx(want.tolist(), rel=1e-5)
    errors = [one.standard_error for one in fit.parameters]
    assert errors == pytest.approx(np.sqrt(np.diag(covariance)).tolist(), rel=1e-4)
    quantile = stats.t.ppf(0.975, len(spend) - 4)
    top = fit.parameters[0]
    assert top.upper == pytest.approx(top.estimate + quantile * (top.standard_error or 0), rel=1e-12)
    # The interval of the mean response, by SciPy's covariance.
    [at] = response.response_at(fit, 60.0)
    step = 1e-6
    gradient = [
        (hill(60.0, *(want + step * want[k] * np.eye(4)[k])) - hill(60.0, *want)) / (step * want[k]) for k in range(4)
    ]
    half = quantile * math.sqrt(np.array(gradient) @ covariance @ np.array(gradient))
    assert at.upper == pytest.approx(at.response + half, rel=1e-4)
    assert not at.is_extrapolated and "converged" in fit.summary()


def test_intervals_cover_as_often_as_they_say() -> None:
    hits = 0
    for seed in range(200):
        spend, sales = observations(100 + seed)
        fit = response.fit_curve(spend, sales, form="hill", intercept=True)
        one = fit.parameters[2]
        hits += one.lower is not None and one.lower <= 40.0 <= (one.upper or math.inf)
    assert 0.90 <= hits / 200 <= 0.99


def test_what_the_data_cannot_say_is_said() -> None:
    spend, sales = observations(2)
    low = spend < 30
    early = response.fit_curve(spend[low], sales[low], form="michaelis_menten", intercept=True)
    assert early.diagnosis in ("not_identified", "extrapolation")
    if early.diagnosis == "not_identified":
        assert all(one.standard_error is None for one in early.parameters)


def best_of_scipy(channels: list[Any], budget: float) -> float:
    """The best response that SLSQP finds from many starts: a bound from below."""
    draw = np.random.default_rng(0)
    n = len(channels)

    def lost(spends: np.ndarray) -> float:
        return -sum(float(response.curve_response(one["curve"], max(x, 0.0))) for one, x in zip(channels, spends))

    most = -math.inf
    for _ in range(12):
        start = draw.dirichlet(np.ones(n)) * budget
        found = optimize.minimize(
            lost, start, bounds=[(0, budget)] * n, constraints={"type": "eq", "fun": lambda x: x.sum() - budget}, method="SLSQP"
        )
        most = max(most, -lost(np.clip(found.x, 0, None) * budget / np.clip(found.x, 0, None).sum()) * -1)
    return most


@pytest.mark.parametrize("seed", range(6))
def test_no_split_of_scipy_beats_ours(seed: int) -> None:
    draw = np.random.default_rng(seed)
    channels = [
        {"name": f"c{at}", "curve": {"form": "hill", "maximum": draw.uniform(10, 100), "alpha": draw.uniform(0.6, 5), "inflexion": draw.uniform(5, 90)}}
        for at in range(5)
    ]
    split = response.split_budget(channels, 150.0)
    assert split.optimality_gap < 1e-6
    assert split.response >= best_of_scipy(channels, 150.0) * (1 - 1e-9)
    assert math.fsum(one.spend for one in split.allocations) == pytest.approx(150.0, rel=1e-12)


def test_units_bounds_and_carry_over() -> None:
    channels: list[Any] = [
        {
            "name": "video",
            "curve": {"form": "michaelis_menten", "maximum": 500.0, "half_saturation": 200_000},
            "input_unit": "impressions",
            "cost_per_unit": 0.01,
            "carry_over": response.adstock_multiplier(0.5),
            "current": 1_500.0,
        },
        {"name": "search", "curve": {"form": "square_root", "scale": 5.0}, "minimum": 200, "maximum": 900.0, "current": 500.0},
    ]
    split = response.split_budget(channels, 2_000.0)
    table = split.to_frame("polars")
    assert isinstance(table, pl.DataFrame) and table["name"].to_list() == ["video", "search"]
    video, search = split.allocations
    assert video.input == pytest.approx(video.spend / 0.01) and video.input_unit == "impressions"
    assert video.marginal_return == pytest.approx(search.marginal_return, rel=1e-8)
    assert split.current_response is not None and split.response > split.current_response
    more = response.budget_frontier(channels, [500.0, 1_000.0, 4_000.0])
    assert [one.response for one in more] == sorted(one.response for one in more)


def test_bass_agrees_with_scipy() -> None:
    draw = np.random.default_rng(5)
    adoptions = response.bass_forecast(1_000.0, 0.02, 0.4, 16) + draw.normal(0, 1.5, 16)
    periods = np.arange(1, 17)

    def model(t: np.ndarray, m: float, p: float, q: float) -> np.ndarray:
        def share(x: np.ndarray) -> np.ndarray:
            return (1 - np.exp(-(p + q) * x)) / (1 + q / p * np.exp(-(p + q) * x))

        return m * (share(t) - share(t - 1))

    want, covariance = optimize.curve_fit(model, periods, adoptions, p0=[900, 0.03, 0.3])
    fit = response.fit_bass(adoptions)
    assert [fit.m, fit.p, fit.q] == pytest.approx(want.tolist(), rel=1e-5)
    assert [one.standard_error for one in fit.parameters] == pytest.approx(np.sqrt(np.diag(covariance)).tolist(), rel=1e-3)
    assert fit.peak_time == pytest.approx(math.log(fit.q / fit.p) / (fit.p + fit.q))


def test_branching_agrees_with_theory() -> None:
    found = response.simulate_branching(0.8, runs=100_000, seed=3)
    assert found.mean == pytest.approx(5.0, abs=4 * found.standard_error)
    assert found.variance == pytest.approx(100.0, rel=0.1)
    total = math.fsum(response.borel_tanner_probability(n, 2, 0.6) for n in range(2, 400))
    assert total == pytest.approx(1.0, rel=1e-12)
    k = 1.7
    assert response.extinction_probability(1, k) == pytest.approx(float(-special.lambertw(-k * math.exp(-k)).real / k), rel=1e-13)
    with pytest.raises(ukur.CancelledError):
        response.simulate_branching(0.9, runs=5_000_000, progress=lambda done, total: False)


ROOT: response.Channel = {"name": "a", "curve": {"form": "square_root", "scale": 1.0}}


SPENDS = np.linspace(1.0, 100.0, 500_000)
#: What may take longer than anybody waits, at a size that takes seconds.
LONG_WORK: list[Callable[..., object]] = [
    lambda **progress: response.simulate_branching(0.95, runs=9_000_000, **progress),
    lambda **progress: response.fit_curve(SPENDS, np.sqrt(SPENDS), intercept=True, **progress),
    lambda **progress: response.fit_bass(response.bass_forecast(1e6, 1e-5, 1e-4, 500_000), **progress),
]


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("work", LONG_WORK)
def test_ctrl_c_ends_long_work(work: Callable[..., object]) -> None:
    timer = threading.Timer(0.3, signal.raise_signal, [signal.SIGINT])
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        work()
    timer.join()


@pytest.mark.parametrize("work", LONG_WORK)
def test_a_callback_ends_long_work(work: Callable[..., object]) -> None:
    with pytest.raises(ukur.CancelledError):
        work(progress=lambda done, total: False)


def test_fits_tell_their_last_step(capsys: pytest.CaptureFixture[str]) -> None:
    seen: list[tuple[int, int]] = []
    response.fit_bass(response.bass_forecast(1000, 0.03, 0.38, 12), progress=lambda done, total: seen.append((done, total)))
    assert seen and seen[-1][0] == seen[-1][1]
    response.fit_curve([1, 4, 9, 16], [3.1, 5.9, 9.2, 11.9], form="square_root", progress=True)
    assert "#" * 30 in capsys.readouterr().err


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: response.adstock([1, -1], 0.5), "out_of_domain"),
        (lambda: response.adstock([1], 0.5, window=-1), "out_of_domain"),
        (lambda: response.adstock(["a"], 0.5), "invalid_type"),
        (lambda: response.curve_response({"form": "hill"}, 1), "invalid_type"),
        (lambda: response.curve_response({"form": "square_root", "scale": math.nan}, 1), "invalid_type"),
        (lambda: response.curve_response({"form": "square_root", "scale": object()}, 1), "invalid_type"),
        (lambda: response.fit_curve([1, 2], [1]), "length_mismatch"),
        (lambda: response.fit_curve([], []), "insufficient_data"),
        (lambda: response.fit_curve([1, 2, 3], [1, math.nan, 2]), "nan_input"),
        (lambda: response.fit_curve([-1, 2, 3], [1, 1, 2]), "out_of_domain"),
        (lambda: response.fit_curve([1, 2, 3, 4], [-1, -2, -3, -4], form="power"), "no_lift"),
        (lambda: response.fit_bass([1, 2]), "insufficient_data"),
        (lambda: response.fit_bass([1, -2, 3, 4]), "out_of_domain"),
        (lambda: response.split_budget([], 1), "insufficient_data"),
        (lambda: response.split_budget([ROOT], -1), "out_of_domain"),
        (lambda: response.split_budget([ROOT], math.nan), "nan_input"),
        (lambda: response.split_budget([{**ROOT, "minimum": 5}], 1), "infeasible"),
        (lambda: response.split_budget([{**ROOT, "input_unit": "impressions"}], 1), "mixed_units"),
        (lambda: response.split_budget([{"name": "a"}], 1), "invalid_type"),  # type: ignore[list-item]
        (lambda: response.bass_forecast(1, 0.1, 0.1, 10**9), "out_of_domain"),
        (lambda: response.simulate_branching(0.5, runs=0), "out_of_domain"),
        (lambda: response.simulate_branching(0.5, runs=10**12), "out_of_domain"),
        (lambda: response.branching_moments(1, 1.0), "divergent"),
    ],
)
def test_bad_input_is_one_clear_sentence(call: Any, code: str) -> None:
    with pytest.raises(ukur.UkurError) as raised:
        call()
    assert raised.value.code == code
    assert "\n" not in str(raised.value)

"""The customer-base models beside lifetimes and beside what a specialist writes with NumPy and SciPy.

The specialist's code counts equal histories, works on logarithms of the parameters and gives SciPy the analytic
gradient. Ages are on whole days, as most data have them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lifetimes
import numpy as np
import pandas as pd
import ukur
from bench import Work
from scipy import optimize, special

PEERS = ("numpy", "scipy", "pandas", "lifetimes")
CDNOW = Path(__file__).resolve().parents[1] / "data" / "cdnow_cbs.csv"
TRUTH = {"r": 0.243, "alpha": 4.414, "a": 0.793, "b": 2.426}
PARETO = {"r": 0.5533, "alpha": 10.578, "s": 0.6062, "beta": 11.669}
SPEND = (6.25, 3.74, 15.44)


def cdnow() -> pd.DataFrame:
    table = pd.read_csv(CDNOW)
    mean = np.where(table.frequency > 0, table.repeat_cents / 100 / np.maximum(table.frequency, 1), 0.0)
    columns = {"frequency": table.frequency, "recency": table.recency_days / 7, "T": table.T_days / 7}
    return pd.DataFrame({**columns, "monetary_value": mean}).astype(float)


def customers(n: int) -> pd.DataFrame:
    """Customers who follow the models, seen for 27 to 39 weeks."""
    rng = np.random.default_rng(1)
    made = ukur.models.BgNbd.from_params(**TRUTH).simulate(n, rng.integers(189, 273, n) / 7.0, seed=2)
    recency = np.minimum(np.ceil(made.recency * 7) / 7, made.T)
    p, q, gamma = SPEND
    scale = rng.gamma(q, 1 / gamma, n)
    count = np.maximum(made.frequency, 1)
    money = np.where(made.frequency > 0, rng.gamma(p * count) / (scale * count), 0.0)
    return pd.DataFrame({"frequency": made.frequency, "recency": recency, "T": made.T, "monetary_value": money})


def works(scale: float) -> Iterator[Work]:
    small, middle, large = cdnow(), customers(int(100_000 * scale)), customers(int(1_000_000 * scale))
    for name, table, target, repeat in (("CDNOW, 2,357", small, 0.001, 5), (f"{len(middle):,}", middle, 0.02, 3), (f"{len(large):,}", large, 0.2, 1)):
        yield fit(name, table, target, repeat)
    for name, table, target, peers in (
        ("CDNOW, 2,357", small, 0.01, True),
        (f"{int(10_000 * scale):,}", pareto_customers(int(10_000 * scale)), 0.05, True),
        (f"{int(100_000 * scale):,}", pareto_customers(int(100_000 * scale)), 0.30, False),
    ):
        yield fit_pareto(name, table, target, lifetimes_too=peers)
    yield fit_spend(large)
    yield posterior(small)
    yield from answers(large)


def arrays(table: pd.DataFrame) -> tuple[np.ndarray[Any, Any], ...]:
    return table.frequency.to_numpy(), table.recency.to_numpy(), table["T"].to_numpy()


def fit(name: str, table: pd.DataFrame, target: float, repeat: int) -> Work:
    x, t_x, age = arrays(table)

    def ours() -> list[float]:
        return list(ukur.models.BgNbd().fit(frequency=x, recency=t_x, T=age).params_.values())

    def theirs() -> list[float]:
        return list(lifetimes.BetaGeoFitter().fit(x, t_x, age).params_)

    return Work(f"fit BG/NBD, {name} customers", ours, {"lifetimes": theirs, "SciPy expert": lambda: expert(x, t_x, age)}, target, alike, repeat)


def alike(ours: Any, theirs: Any) -> bool:
    """The same maximum: lifetimes stops at a tolerance of 1e-7 of its mean log-likelihood."""
    return bool(np.allclose(ours, theirs, rtol=0.02))


def expert(x: Any, t_x: Any, age: Any) -> list[float]:
    rows, weight = np.unique(np.column_stack([x, t_x, age]), axis=0, return_counts=True)
    x, t_x, age = rows.T
    again = x > 0

    def loss(theta: Any) -> tuple[float, Any]:
        r, alpha, a, b = np.exp(theta)
        n = r + x
        ln_end, ln_last = np.log(alpha + age), np.log(alpha + t_x)
        odds = np.where(again, np.log(a) - np.log(np.maximum(b + x - 1, 1e-300)) + n * (ln_end - ln_last), -np.inf)
        gone = special.expit(odds)
        value = special.gammaln(n) - special.gammaln(r) + r * np.log(alpha) - n * ln_end
        value += special.betaln(a, b + x) - special.betaln(a, b) + np.logaddexp(0, odds)
        all_, stay = special.digamma(a + b + x) - special.digamma(a + b), special.digamma(b + x) - special.digamma(b)
        d_r = special.digamma(n) - special.digamma(r) + np.log(alpha) - ln_end + gone * (ln_end - ln_last)
        d_alpha = r / alpha - n / (alpha + age) + gone * n * (1 / (alpha + age) - 1 / (alpha + t_x))
        d_a = -all_ + gone / a
        d_b = stay - all_ - np.where(again, gone / np.maximum(b + x - 1, 1e-300), 0)
        gradient = np.array([weight @ d for d in (d_r, d_alpha, d_a, d_b)])
        return -(weight @ value), -gradient * np.exp(theta)

    found = optimize.minimize(loss, np.log([1, 3, 1, 3]), jac=True, method="L-BFGS-B", options={"ftol": 1e-13})
    return list(np.exp(found.x))


def pareto_customers(n: int) -> pd.DataFrame:
    """Customers who follow Pareto/NBD, seen for 27 to 39 weeks."""
    rng = np.random.default_rng(3)
    made = ukur.models.ParetoNbd.from_params(**PARETO).simulate(n, rng.integers(189, 273, n) / 7.0, seed=4)
    recency = np.minimum(np.ceil(made.recency * 7) / 7, made.T)
    return pd.DataFrame({"frequency": made.frequency, "recency": recency, "T": made.T})


def fit_pareto(name: str, table: pd.DataFrame, target: float, lifetimes_too: bool) -> Work:
    """lifetimes takes 40 seconds for 100,000 customers: there the specialist stands alone."""
    x, t_x, age = arrays(table)

    def ours() -> list[float]:
        return list(ukur.models.ParetoNbd().fit(frequency=x, recency=t_x, T=age).params_.values())

    def theirs() -> list[float]:
        # Its start is random.
        np.random.seed(1)
        return list(lifetimes.ParetoNBDFitter().fit(x, t_x, age).params_)

    def close(ours: Any, theirs: Any) -> bool:
        """beta is nearly flat, and lifetimes ends where Nelder-Mead tires."""
        return bool(np.allclose(ours, theirs, rtol=0.15))

    peers = {"SciPy expert": lambda: pareto_expert(x, t_x, age)}
    if lifetimes_too:
        peers["lifetimes"] = theirs
    return Work(f"fit Pareto/NBD, {name} customers", ours, peers, target, close, 3 if lifetimes_too else 1)


def pareto_expert(x: Any, t_x: Any, age: Any) -> list[float]:
    """Equal histories counted, 2F1 by SciPy, the gradient by differences: its derivatives by the parameters have no
    closed form."""
    rows, weight = np.unique(np.column_stack([x, t_x, age]), axis=0, return_counts=True)
    x, t_x, age = rows.T

    def loss(theta: Any) -> float:
        r, alpha, s, beta = np.exp(theta)
        w = r + s + x
        big, q = (alpha, s + 1) if alpha >= beta else (beta, r + x)
        apart = abs(alpha - beta)
        first = np.log(special.hyp2f1(w, q, w + 1, apart / (big + t_x))) - w * np.log(big + t_x)
        last = np.log(special.hyp2f1(w, q, w + 1, apart / (big + age))) - w * np.log(big + age)
        gone = np.log(s / w) + first + np.log(-np.expm1(np.minimum(last - first, -1e-300)))
        alive = -(r + x) * np.log(alpha + age) - s * np.log(beta + age)
        value = special.gammaln(r + x) - special.gammaln(r) + r * np.log(alpha) + s * np.log(beta)
        return float(-(weight @ (value + np.logaddexp(alive, gone))) / weight.sum())

    found = optimize.minimize(loss, np.log([0.5, 15, 0.5, 10]), method="L-BFGS-B", options={"ftol": 1e-13})
    return list(np.exp(found.x))


def fit_spend(table: pd.DataFrame) -> Work:
    x, m = table.frequency.to_numpy(), table.monetary_value.to_numpy()
    some = x > 0

    def ours() -> list[float]:
        return list(ukur.models.GammaGamma().fit(frequency=x, monetary_value=m).params_.values())

    def theirs() -> list[float]:
        return list(lifetimes.GammaGammaFitter().fit(x[some], m[some]).params_)

    def by_scipy() -> list[float]:
        n, mean = x[some], m[some]

        def loss(theta: Any) -> tuple[float, Any]:
            p, q, gamma = np.exp(theta)
            shape, total = p * n, gamma + n * mean
            ln_total = np.log(total)
            value = special.gammaln(shape + q) - special.gammaln(shape) - special.gammaln(q) + q * np.log(gamma)
            value += (shape - 1) * np.log(mean) + shape * np.log(n) - (shape + q) * ln_total
            joint = special.digamma(shape + q)
            d_p = (n * (joint - special.digamma(shape) + np.log(n * mean) - ln_total)).sum()
            d_q = (joint - special.digamma(q) + np.log(gamma) - ln_total).sum()
            d_gamma = (q / gamma - (shape + q) / total).sum()
            return -value.sum(), -np.array([d_p * p, d_q * q, d_gamma * gamma])

        start = np.log([6, 4, mean.mean() / 2])
        return list(np.exp(optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"ftol": 1e-13}).x))

    peers = {"lifetimes": theirs, "SciPy expert": by_scipy}
    return Work(f"fit Gamma-Gamma, {len(table):,} customers", ours, peers, 0.12, alike, 1)


def posterior(table: pd.DataFrame) -> Work:
    """Four chains of a thousand draws after a thousand of warming up; no peer here draws any."""

    def ours() -> float:
        found = ukur.models.sample_posterior(ukur.models.BgNbd(), table, seed=1)
        return max(one.r_hat for one in found.parameters)

    return Work("posterior of BG/NBD, CDNOW, 4 chains x (1,000 + 1,000)", ours, {}, 1.5)


def answers(table: pd.DataFrame) -> Iterator[Work]:
    x, t_x, age = arrays(table)
    money = table.monetary_value.to_numpy()
    model = ukur.models.BgNbd.from_params(**TRUTH, unit="week")
    spend = ukur.models.GammaGamma.from_params(p=SPEND[0], q=SPEND[1], gamma=SPEND[2])
    peer, peer_spend = lifetimes.BetaGeoFitter(), lifetimes.GammaGammaFitter()
    peer.params_ = pd.Series(TRUTH)
    peer_spend.params_ = pd.Series(dict(zip(("p", "q", "v"), SPEND, strict=True)))
    r, alpha, a, b = TRUTH.values()
    rows = f"{len(table):,} customers"

    def expert_alive() -> Any:
        with np.errstate(divide="ignore"):
            odds = a / (b + x - 1) * np.exp((r + x) * np.log((alpha + age) / (alpha + t_x)))
        return np.where(x > 0, 1 / (1 + odds), 1.0)

    def expert_purchases() -> Any:
        horizon = 39.0
        z = horizon / (alpha + age + horizon)
        rest = special.hyp2f1(r + x, b + x, a + b + x - 1, z) * ((alpha + age) / (alpha + age + horizon)) ** (r + x)
        return (a + b + x - 1) / (a - 1) * (1 - rest) * expert_alive()

    def close(ours: Any, theirs: Any) -> bool:
        return bool(np.allclose(ours, theirs, rtol=1e-9))

    yield Work(
        f"P(alive), {rows}",
        lambda: model.probability_alive(x, t_x, age),
        {"lifetimes": lambda: peer.conditional_probability_alive(x, t_x, age), "NumPy expert": expert_alive},
        0.015,
        close,
    )
    yield Work(
        f"expected purchases, {rows}",
        lambda: model.expected_purchases(39.0, x, t_x, age),
        {
            "lifetimes": lambda: peer.conditional_expected_number_of_purchases_up_to_time(39.0, x, t_x, age),
            "SciPy expert": expert_purchases,
        },
        0.15,
        close,
    )

    def value() -> Any:
        return ukur.models.lifetime_value(model, spend, table, horizon=12, discount_rate=0.1)

    # What lifetimes sets when it fits; here it has our parameters.
    peer.predict = peer.conditional_expected_number_of_purchases_up_to_time

    def their_value() -> Any:
        # Discounts at the end of each month of 4.345 weeks: half a month's interest off ours, which is continuous.
        columns = (pd.Series(column) for column in (x, t_x, age, money))
        return peer_spend.customer_lifetime_value(peer, *columns, time=12, freq="W", discount_rate=1.1 ** (1 / 12) - 1)

    yield Work(f"12-month lifetime value, {rows}", value, {"lifetimes": their_value}, 0.30, lambda a, b: bool(np.allclose(a, b, rtol=0.02)), 1)

"""Covariates on CDNOW with NumPy and SciPy: known answers of core/tests/models/covariates.rs.

Run in the root of the repository: python tests/references/covariates.py (needs pandas and scipy). The covariate is the
money of the first purchase in tens of dollars, which the script writes as the column `first_cents` into
tests/data/cdnow_cbs.csv, and the age T in tens of weeks. Likelihoods as printed in Fader, Hardie and Lee (2005) and
Fader and Hardie (2005), fitted by BFGS from two starts, then Newton steps on derivatives by differences of fourth order.
"""

from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import minimize
from scipy.special import expit, gammaln, hyp2f1

ROOT = Path(__file__).resolve().parents[2]


def bg(r, alpha, a, b, x, t_x, T, shift=0):
    """BG/NBD; MBG/NBD with shift=1."""
    head = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + gammaln(a + b) + gammaln(b + x + shift) - gammaln(b) - gammaln(a + b + x + shift)
    first = -(r + x) * np.log(alpha + T)
    can = x + shift > 0
    second = np.where(can, np.log(a) - np.log(np.where(can, b + x + shift - 1, 1.0)) - (r + x) * np.log(alpha + t_x), -np.inf)
    return head + np.logaddexp(first, second)


def pareto(r, alpha, s, beta, x, t_x, T):
    """Pareto/NBD as the sum of two integrals of the textbook, by 2F1 on the side where its argument lies in [0, 1)."""
    w = r + s + x
    low = alpha >= beta
    base, gap = np.where(low, alpha, beta), np.abs(alpha - beta)
    p = np.where(low, s + 1, r + x)
    A = lambda t: hyp2f1(w, p, w + 1, gap / (base + t)) * np.exp(-w * np.log(base + t))
    die = s / w * (A(t_x) - A(T))
    live = np.exp(-(r + x) * np.log(alpha + T) - s * np.log(beta + T))
    return gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta) + np.log(live + die)


def likelihood(model, theta, data, purchase, dropout):
    """The sum; theta holds four logarithms, then the coefficients."""
    x, t_x, T = data
    one, two, three, four = np.exp(theta[:4])
    buy = sum((c * z for c, z in zip(theta[4 : 4 + len(purchase)], purchase)), np.zeros(len(x)))
    leave = sum((c * z for c, z in zip(theta[4 + len(purchase) :], dropout)), np.zeros(len(x)))
    alpha = two * np.exp(-buy)
    if model == "pareto_nbd":
        return pareto(one, alpha, three, four * np.exp(-leave), x, t_x, T).sum()
    mean = expit(np.log(three / four) + leave)
    kappa = three + four
    return bg(one, alpha, kappa * mean, kappa * (1 - mean), x, t_x, T, shift=int(model == "mbg_nbd")).sum()


def derivatives(f, at, h=2e-3):
    """Gradient and Hessian by differences of fourth order."""
    n = len(at)
    step = np.eye(n) * h
    weights = {-2: 1 / 12, -1: -8 / 12, 1: 8 / 12, 2: -1 / 12}
    gradient = np.array([sum(w * f(at + k * step[i]) for k, w in weights.items()) / h for i in range(n)])
    hessian = np.zeros((n, n))
    for i in range(n):
        second = {-2: -1 / 12, -1: 16 / 12, 0: -30 / 12, 1: 16 / 12, 2: -1 / 12}
        hessian[i, i] = sum(w * f(at + k * step[i]) for k, w in second.items()) / h**2
        for j in range(i):
            hessian[i, j] = hessian[j, i] = sum(
                w * v * f(at + k * step[i] + l * step[j]) for k, w in weights.items() for l, v in weights.items()
            ) / h**2
    return gradient, hessian


def fit(model, data, purchase, dropout):
    """The maximum, and the covariance of logarithms and coefficients."""
    centre = lambda columns: [(z - z.mean()) / z.std() for z in columns]
    scaled = (centre(purchase), centre(dropout))
    f = lambda theta: likelihood(model, theta, data, *scaled)
    n = 4 + len(purchase) + len(dropout)
    best = None
    for start in ([0.25, 4.0, 0.8, 2.5], [0.6, 10.0, 0.6, 12.0]):
        at = np.concatenate([np.log(start), np.zeros(n - 4)])
        found = minimize(lambda theta: -f(theta), at, method="BFGS")
        best = found if best is None or found.fun < best.fun else best
    at = best.x
    for _ in range(6):
        gradient, hessian = derivatives(f, at)
        at = at - np.linalg.solve(hessian, gradient)
    # Back to the covariates as they are, and the covariance there.
    spreads = np.array([z.std() for z in (*purchase, *dropout)])
    means = np.array([z.mean() for z in (*purchase, *dropout)])
    raw = at.copy()
    raw[4:] = at[4:] / spreads
    k = len(purchase)
    raw[1] += (raw[4 : 4 + k] * means[:k]).sum()
    moved = (raw[4 + k :] * means[k:]).sum()
    if model == "pareto_nbd":
        raw[3] += moved
    else:
        a, b = np.exp(at[2:4])
        mean = expit(np.log(a / b) - moved)
        raw[2], raw[3] = np.log((a + b) * mean), np.log((a + b) * (1 - mean))
    g = lambda theta: likelihood(model, theta, data, purchase, dropout)
    _, hessian = derivatives(g, raw, h=5e-4)
    errors = np.sqrt(np.diag(np.linalg.inv(-hessian)))
    return raw, errors, g(raw), np.abs(gradient).max()


def main():
    """Three models."""
    path = ROOT / "tests/data/cdnow_cbs.csv"
    cbs = pd.read_csv(path, dtype={"customer": str})
    events = pd.read_csv(ROOT / "tests/data/cdnow_sample.csv", dtype={"sample_id": str})
    events["cents"] = (events["dollar_value"] * 100).round().astype(int)
    days = events.groupby(["sample_id", "date"])["cents"].sum().reset_index()
    cbs["first_cents"] = cbs["customer"].map(days.groupby("sample_id")["cents"].first())
    cbs.to_csv(path, index=False)
    data = (cbs["frequency"].to_numpy(float), cbs["recency_days"].to_numpy() / 7, cbs["T_days"].to_numpy() / 7)
    first, age = cbs["first_cents"].to_numpy() / 1000, cbs["T_days"].to_numpy() / 70
    for model, purchase, dropout in (
        ("bg_nbd", [first], [first]),
        ("bg_nbd", [first, age], []),
        ("mbg_nbd", [first], [first]),
        ("pareto_nbd", [first], [first]),
    ):
        raw, errors, value, slope = fit(model, data, purchase, dropout)
        print(model, len(purchase), len(dropout), "LL", repr(value), "slope", slope)
        print("  parameters", np.exp(raw[:4]).tolist(), "coefficients", raw[4:].tolist())
        print("  standard errors of logarithms and coefficients", errors.tolist())


if __name__ == "__main__":
    main()

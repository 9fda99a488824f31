"""Covariates with NumPy and SciPy: known answers of core/tests/models/covariates.rs and tests/vectors/models.

Run in the root of the repository: python tests/references/covariates.py (needs pandas and scipy). The covariate is the
money of the first purchase in tens of dollars, which the script writes as the column `first_cents` into
tests/data/cdnow_cbs.csv, and the age T in tens of weeks. GGom/NBD has no inner maximum there: its customers are
simulated, into tests/data/ggom_covariates.csv. The shifted beta-geometric model gets the two cohorts of Fader and Hardie
(2007) with one covariate that tells them apart. Likelihoods as printed in Fader, Hardie and Lee (2005) and
Fader and Hardie (2005), fitted by BFGS from two starts, then Newton steps on derivatives by differences of fourth order.
"""

from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import minimize
from scipy.special import expit, gammaln, hyp2f1, logsumexp

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


NODES, WEIGHTS = np.polynomial.legendre.leggauss(200)


def ggom(r, alpha, b, s, beta, x, t_x, T):
    """GGom/NBD: alive at T, or gone at some time since the last purchase, by 200 nodes."""
    u = (t_x + (T - t_x) / 2 * (NODES[:, None] + 1))
    with np.errstate(divide="ignore"):
        ln_weight = np.log(WEIGHTS[:, None]) + np.log((T - t_x) / 2)
    grown = beta - 1 + np.exp(b * u)
    gone = logsumexp(ln_weight + np.log(s * b) + b * u - (r + x) * np.log(alpha + u) - (s + 1) * np.log(grown), axis=0)
    here = -(r + x) * np.log(alpha + T) - s * np.log(beta - 1 + np.exp(b * T))
    return gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta) + np.logaddexp(here, gone)


def sbg(a, b, tenure, churned):
    """Shifted beta-geometric: survival as a ratio of beta functions."""
    ln_survival = lambda t: gammaln(b + t) - gammaln(b) + gammaln(a + b) - gammaln(a + b + t)
    left = ln_survival(np.maximum(tenure - 1, 0)) + np.log(a) - np.log(a + b + tenure - 1)
    return np.where(churned == 1, left, ln_survival(tenure))


#: The parameters of a model, and which of them, if any, dropout covariates divide.
SHAPES = {"ggom_nbd": (5, 4), "pareto_nbd": (4, 3), "bg_nbd": (4, None), "mbg_nbd": (4, None), "shifted_beta_geometric": (2, None)}


def likelihood(model, theta, data, purchase, dropout):
    """The sum; theta holds the logarithms of the parameters, then the coefficients."""
    x, t_x, T = data
    base, _ = SHAPES[model]
    buy = sum((c * z for c, z in zip(theta[base : base + len(purchase)], purchase)), np.zeros(len(x)))
    leave = sum((c * z for c, z in zip(theta[base + len(purchase) :], dropout)), np.zeros(len(x)))
    if model == "shifted_beta_geometric":
        a, b = np.exp(theta[:2])
        mean = expit(np.log(a / b) + leave)
        return (T * sbg((a + b) * mean, (a + b) * (1 - mean), x, t_x)).sum()  # tenure, churned, weights
    if model == "ggom_nbd":
        r, alpha, b, s, beta = np.exp(theta[:5])
        return ggom(r, alpha * np.exp(-buy), b, s, beta * np.exp(-leave), x, t_x, T).sum()
    one, two, three, four = np.exp(theta[:4])
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
    base, rate = SHAPES[model]
    n = base + len(purchase) + len(dropout)
    best = None
    starts = {2: ([0.7, 2.0], [2.0, 8.0]), 4: ([0.25, 4.0, 0.8, 2.5], [0.6, 10.0, 0.6, 12.0]), 5: ([0.9, 8.0, 0.06, 1.5, 4.0], [0.5, 5.0, 0.1, 0.5, 1.0])}
    for start in starts[base]:
        at = np.concatenate([np.log(start), np.zeros(n - base)])
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
    raw[base:] = at[base:] / spreads
    k = len(purchase)
    raw[1] += (raw[base : base + k] * means[:k]).sum()
    moved = (raw[base + k :] * means[k:]).sum()
    if rate is not None:
        raw[rate] += moved
    else:
        first = base - 2
        a, b = np.exp(raw[first:base])
        mean = expit(np.log(a / b) - moved)
        raw[first], raw[first + 1] = np.log((a + b) * mean), np.log((a + b) * (1 - mean))
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
    fits = [
        ("bg_nbd", data, [first], [first]),
        ("bg_nbd", data, [first, age], []),
        ("mbg_nbd", data, [first], [first]),
        ("pareto_nbd", data, [first], [first]),
    ]
    rows = simulated()
    histories = tuple(rows[:, :3].T)
    fits.append(("ggom_nbd", histories, [rows[:, 3]], [rows[:, 3], rows[:, 4]]))
    tenure, churned, weights, high_end = cohorts()
    fits.append(("shifted_beta_geometric", (tenure, churned, weights), [], [high_end]))
    for model, data, purchase, dropout in fits:
        raw, errors, value, slope = fit(model, data, purchase, dropout)
        base = SHAPES[model][0]
        print(model, len(purchase), len(dropout), "LL", repr(value), "slope", slope)
        print("  parameters", np.exp(raw[:base]).tolist(), "coefficients", raw[base:].tolist())
        print("  standard errors of logarithms and coefficients", errors.tolist())


def simulated():
    """GGom/NBD customers with two covariates: frequency, recency, T, member, distance."""
    path = ROOT / "tests/data/ggom_covariates.csv"
    if not path.exists():
        random = np.random.default_rng(5)
        lines = ["frequency,recency,T,member,distance"]
        for row in range(1500):
            member, distance, T = row % 2, int(random.integers(0, 5)), float(random.integers(40, 60))
            rate = random.gamma(0.9, 1 / (8 * np.exp(-0.5 * member)))
            risk = random.gamma(1.5, 1 / (6 * np.exp(0.4 * member - 0.25 * distance)))
            end = min(np.log1p(random.exponential() / risk) / 0.08, T)
            times = np.cumsum(random.exponential(1 / rate, size=int(200 + 8 * rate * T)))
            times = times[times <= end]
            lines.append(f"{len(times)},{times[-1] if len(times) else 0:.2f},{T:.0f},{member},{distance}")
        path.write_text("\n".join(lines) + "\n")
    return pd.read_csv(path).to_numpy(float)


def cohorts():
    """Contracts of the two cohorts over seven renewals: tenure, churned, weights, and which cohort."""
    tables = ([1000, 631, 468, 382, 326, 289, 262, 241], [1000, 869, 743, 653, 593, 551, 517, 491])
    rows = []
    for high_end, table in enumerate(tables):
        rows += [(t, 1, table[t - 1] - table[t], high_end) for t in range(1, 8)] + [(7, 0, table[7], high_end)]
    return tuple(np.array(rows, float).T)


if __name__ == "__main__":
    main()

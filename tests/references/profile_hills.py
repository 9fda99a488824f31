"""Ends of profile-likelihood intervals where the likelihood has several hills: GGom/NBD of 200 simulated customers.

The likelihood is written again (Bemmaor & Glady 2012, the integral by NumPy's Gauss-Legendre rule on graded panels), and
at each end of r and alpha the other parameters are searched by SciPy's L-BFGS-B without derivatives from 14 places, near
the maximum and far along the ridges. The best of all must have fallen by half the square of the normal quantile,
1.920729: less would mean that the interval ends too early.

Run in the root of the repository, with the package installed: python tests/references/profile_hills.py [SEED ...]
(needs numpy, scipy; a minute an end).
"""
import sys

import numpy as np
import ukur
from scipy.optimize import minimize
from scipy.special import gammaln

NODES, WEIGHTS = np.polynomial.legendre.leggauss(60)
GRADES = np.concatenate([[0], np.geomspace(1e-8, 1, 13)])
# Steps from the maximum, as logarithms of r, alpha, b, s, beta.
HILLS = ([0, 0, -3, 12, 10], [0, 0, 4, -6, -8], [0, 0, 2, -4, 8], [0, 0, 0, 0, 0])


def fallen(logs, x, t_x, t, count):
    r, alpha, b, s, beta = np.exp(logs)

    def ln_b(u):
        grown = b * u
        short = np.log(beta + np.expm1(np.minimum(grown, 30)))
        return np.where(grown < 30, short, grown + np.log1p((beta - 1) * np.exp(-grown)))

    with np.errstate(all="ignore"):
        terms = []
        for low, high in zip(GRADES[:-1], GRADES[1:]):
            half = ((t - t_x) * (high - low) / 2)[:, None]
            u = (t_x + (t - t_x) * (low + high) / 2)[:, None] + half * NODES
            ln = np.log(s * b) + b * u - (r + x)[:, None] * np.log(alpha + u) - (s + 1) * ln_b(u)
            terms.append(ln + np.log(WEIGHTS * half))
        terms.append((-(r + x) * np.log(alpha + t) - s * ln_b(t))[:, None])
        total = np.logaddexp.reduce(np.concatenate(terms, axis=1), axis=1)
        value = count @ (gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta) + total)
    return -value if np.isfinite(value) else 1e10


for seed in [int(seed) for seed in sys.argv[1:]] or [8_001_548]:
    drawn = ukur.models.GgomNbd.from_params(r=1.0, alpha=4.0, b=0.1, s=0.5, beta=1.5).simulate(200, 52.0, seed=seed)
    rows = np.stack([np.asarray(drawn.frequency), np.asarray(drawn.recency), np.asarray(drawn.T)], axis=1)
    rows, count = np.unique(rows, axis=0, return_counts=True)
    data = (*rows.T, count)
    model = ukur.models.GgomNbd().fit(frequency=drawn.frequency, recency=drawn.recency, T=drawn.T)
    top = np.log([one.value for one in model.confidence_intervals().values()])
    print(seed, "log-likelihood", model.log_likelihood_, "here", -fallen(top, *data))
    for at, name in enumerate(["r", "alpha"]):
        interval = model.confidence_intervals()[name]
        others = [j for j in range(5) if j != at]
        for end in (interval.lower, interval.upper):
            random = np.random.default_rng(1)
            best = np.inf
            for start in range(14):
                place = top + (start > 0) * (random.normal(size=5) * [0.3, 0.3, 2.5, 2.5, 2.5] + HILLS[start % 4])

                def beside(free):
                    logs = np.empty(5)
                    logs[at], logs[others] = np.log(end), np.clip(free, -32, 32)
                    return fallen(logs, *data)

                best = min(best, minimize(beside, place[others], method="L-BFGS-B", options={"maxiter": 300}).fun)
            print(name, repr(end), "has fallen by", round(model.log_likelihood_ + best, 6), flush=True)

"""Profile-likelihood intervals of parameters with SciPy: Brent's root of the fall, all other parameters at their best
by BFGS and then Nelder-Mead, without any derivative of ours.

Run in the root of the repository: python tests/references/profile.py (needs numpy, scipy).
"""
import csv
import numpy as np
from scipy.optimize import brentq, minimize
from scipy.special import betaln, gammaln
from scipy.stats import norm

rows = list(csv.DictReader(open("tests/data/cdnow_cbs.csv")))
x = np.array([float(r["frequency"]) for r in rows])
t_x = np.array([float(r["recency_days"]) for r in rows]) / 7
T = np.array([float(r["T_days"]) for r in rows]) / 7
cents = np.array([float(r["repeat_cents"]) for r in rows])
_, first, count = np.unique(np.stack([x, t_x, T]), axis=1, return_index=True, return_counts=True)
X, TX, TT = x[first], t_x[first], T[first]


def bg(logs):
    r, al, a, b = np.exp(logs)
    base = gammaln(r + X) - gammaln(r) + r * np.log(al)
    one = betaln(a, b + X) - betaln(a, b) - (r + X) * np.log(al + TT)
    with np.errstate(divide="ignore"):
        two = np.where(X > 0, betaln(a + 1, b + np.maximum(X, 1) - 1) - betaln(a, b) - (r + X) * np.log(al + TX), -np.inf)
    return float(np.sum(count * (base + np.logaddexp(one, two))))


def mbg(logs):
    r, al, a, b = np.exp(logs)
    base = gammaln(r + X) - gammaln(r) + r * np.log(al)
    one = betaln(a, b + X + 1) - betaln(a, b) - (r + X) * np.log(al + TT)
    two = betaln(a + 1, b + X) - betaln(a, b) - (r + X) * np.log(al + TX)
    return float(np.sum(count * (base + np.logaddexp(one, two))))


def nbd(logs):
    r, al = np.exp(logs)
    return float(np.sum(count * (gammaln(r + X) - gammaln(r) + r * np.log(al) - (r + X) * np.log(al + TT))))


keep = x > 0
GX, GM = x[keep], cents[keep] / 100 / x[keep]


def gg(logs):
    p, q, g = np.exp(logs)
    return float(np.sum(gammaln(p * GX + q) - gammaln(p * GX) - gammaln(q) + q * np.log(g) + (p * GX - 1) * np.log(GM) + p * GX * np.log(GX) - (p * GX + q) * np.log(g + GX * GM)))


def sbg(survivors):
    s = np.array(survivors, float)
    lost, n = s[:-1] - s[1:], len(s) - 1
    t = np.arange(1, n + 1)

    def value(logs):
        a, b = np.exp(logs)
        return float(np.sum(lost * (betaln(a + 1, b + t - 1) - betaln(a, b))) + s[-1] * (betaln(a, b + n) - betaln(a, b)))

    return value


def sbg_of_two(first, second):
    """The logarithms of alpha and beta of the first cohort, and what the log odds to leave gain in the second."""

    def value(at):
        a, b = np.exp(at[:2])
        total, odds = a + b, a / b * np.exp(at[2])
        return sbg(first)(at[:2]) + sbg(second)(np.log([total * odds / (1 + odds), total / (1 + odds)]))

    return value


LATE = T < 33


def bg_with_late(at):
    """BG/NBD of CDNOW; the purchase rate of those who came late, less than 33 weeks before the end, is exp(c) times as high."""
    r, al, a, b = np.exp(at[:4])
    al = al * np.exp(-at[4] * LATE)
    base = gammaln(r + x) - gammaln(r) + r * np.log(al)
    one = betaln(a, b + x) - betaln(a, b) - (r + x) * np.log(al + T)
    two = np.where(x > 0, betaln(a + 1, b + np.maximum(x, 1) - 1) - betaln(a, b) - (r + x) * np.log(al + t_x), -np.inf)
    return float(np.sum(base + np.logaddexp(one, two)))


def best(f, fixed, start):
    """The largest value with some logarithms held, and where."""
    free = [i for i in range(len(start)) if i not in fixed]
    full = np.array(start, float)
    for i, v in fixed.items():
        full[i] = v

    def minus(y):
        z = full.copy()
        z[free] = y
        v = f(z)
        return -v if np.isfinite(v) else 1e300

    y = full[free]
    for _ in range(3):
        y = minimize(minus, y, method="BFGS", options={"gtol": 1e-7}).x
        found = minimize(minus, y, method="Nelder-Mead", options={"xatol": 1e-10, "fatol": 1e-12, "maxiter": 4000, "maxfev": 4000})
        y = found.x
    full[free] = y
    return -found.fun, full


def profile(name, f, start, level=0.95):
    half = 0.5 * norm.ppf(0.5 + level / 2) ** 2
    top, at = best(f, {}, np.log(start))
    print(name, top, np.exp(at))
    for i in range(len(at)):
        ends = []
        for sign in (-1, 1):
            step, beside = 0.05, at
            while True:
                v, beside = best(f, {i: at[i] + sign * step}, beside)
                if top - v > half or step > 20:
                    break
                step *= 2
            if top - v <= half:
                ends.append(None)
                continue
            end = brentq(lambda s: top - best(f, {i: at[i] + sign * s}, beside)[0] - half, 0 if step == 0.05 else step / 2, step, xtol=1e-11)
            ends.append(float(np.exp(at[i] + sign * end)))
        print("  ", i, ends, flush=True)


if __name__ == "__main__":
    profile("sBG regular", sbg([1000, 631, 468, 382, 326, 289, 262, 241]), [0.7, 1.2])
    profile("sBG high end", sbg([1000, 869, 743, 653, 593, 551, 517, 491]), [0.7, 3.8])
    # Nobody differs: alpha and beta go to infinity together.
    profile("sBG alike", sbg([1000, 900, 810, 729]), [5.0, 45.0])
    profile("NBD CDNOW", nbd, [0.38, 12])
    profile("BG/NBD CDNOW", bg, [0.243, 4.414, 0.793, 2.426])
    profile("MBG/NBD CDNOW", mbg, [0.525, 6.183, 0.891, 1.614])
    profile("GG CDNOW", gg, [6.25, 3.74, 15.44])
    # The last number is the factor: the exponential of the coefficient.
    regular, high_end = [1000, 631, 468, 382, 326, 289, 262, 241], [1000, 869, 743, 653, 593, 551, 517, 491]
    profile("sBG two cohorts", sbg_of_two(regular, high_end), [0.7, 1.2, 0.4])
    profile("BG/NBD CDNOW late", bg_with_late, [0.243, 4.414, 0.793, 2.426, 1.0])

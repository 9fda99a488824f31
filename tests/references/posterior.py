"""Posterior of BG/NBD on CDNOW by importance sampling with NumPy and SciPy: known answers of core/tests/models/posterior.rs.

Run in the root of the repository: python tests/references/posterior.py. The density is the likelihood as printed in
Fader, Hardie and Lee (2005) times the log-normal beliefs that the sampler states (shapes: median 1, log sd 1.5; alpha:
the mean age, log sd 2). Proposals are Student-t with 6 degrees of freedom around the mode.
"""

from pathlib import Path

import numpy as np
import pandas as pd
from covariates import bg, derivatives
from scipy.optimize import minimize

ROOT = Path(__file__).resolve().parents[2]


def main():
    """Means and standard deviations with their Monte Carlo errors."""
    cbs = pd.read_csv(ROOT / "tests/data/cdnow_cbs.csv")
    unique = cbs.groupby(["frequency", "recency_days", "T_days"]).size().reset_index(name="weight")
    x, t_x, T, w = (unique[c].to_numpy(float) / d for c, d in (("frequency", 1), ("recency_days", 7), ("T_days", 7), ("weight", 1)))
    age = (w * T).sum() / w.sum()
    centre, spread = np.log([1, age, 1, 1]), np.array([1.5, 2, 1.5, 1.5])

    def f(theta):
        return (w * bg(*np.exp(theta), x, t_x, T)).sum() - 0.5 * (((theta - centre) / spread) ** 2).sum()

    mode = minimize(lambda theta: -f(theta), np.log([0.25, 4.5, 0.8, 2.5]), method="BFGS").x
    _, hessian = derivatives(f, mode)
    root = np.linalg.cholesky(np.linalg.inv(-hessian))
    random = np.random.default_rng(1)
    n, df = 200_000, 6
    z = random.standard_normal((n, 4)) / np.sqrt(random.chisquare(df, n) / df)[:, None]
    theta = mode + 1.1 * z @ root.T
    target = np.array([f(one) for one in theta])
    proposal = -(df + 4) / 2 * np.log1p((z**2).sum(1) / df)
    ln = target - proposal
    weight = np.exp(ln - ln.max())
    weight /= weight.sum()
    print("effective", 1 / (weight**2).sum(), "mean age", age)
    values = np.exp(theta)
    mean = weight @ values
    sd = np.sqrt(weight @ (values - mean) ** 2)
    error = np.sqrt((weight[:, None] ** 2 * (values - mean) ** 2).sum(0))
    print("mean", mean.tolist(), "error", error.tolist())
    print("sd", sd.tolist())
    log_mean = weight @ theta
    print("log mean", log_mean.tolist(), "log sd", np.sqrt(weight @ (theta - log_mean) ** 2).tolist())


if __name__ == "__main__":
    main()

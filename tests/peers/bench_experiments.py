"""Tests from summaries, a row each, beside NumPy, SciPy and statsmodels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import scipy.special
import scipy.stats
import ukur
from bench import Work
from statsmodels.stats.proportion import test_proportions_2indep

PEERS = ("numpy", "scipy", "statsmodels")


def works(scale: float) -> Iterator[Work]:
    rows = int(1_000_000 * scale)
    rng = np.random.default_rng(1)
    n1, n2 = (rng.integers(200, 20_000, rows).astype(float) for _ in range(2))
    rate = rng.uniform(0.01, 0.4, rows)
    x1, x2 = rng.binomial(n1.astype(int), rate).astype(float), rng.binomial(n2.astype(int), rate).astype(float)
    millions = f"{rows / 1e6:g} M"

    def by_numpy() -> Any:
        pooled = (x1 + x2) / (n1 + n2)
        z = (x1 / n1 - x2 / n2) / np.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
        return z, 2 * scipy.special.ndtr(-np.abs(z))

    def by_statsmodels() -> Any:
        found = test_proportions_2indep(x1, n1, x2, n2, method="score", compare="diff", correction=False)
        return found.statistic, found.pvalue

    def same(ours: Any, theirs: Any) -> bool:
        return bool(
            np.allclose(ours.statistic, theirs[0], rtol=1e-9, atol=1e-12) and np.allclose(ours.p_value, theirs[1], rtol=1e-8)
        )

    yield Work(
        f"{millions} two-proportion z tests",
        lambda: ukur.experiments.two_proportion_tests(x1, n1, x2, n2),
        {"NumPy and SciPy's ndtr": by_numpy, "statsmodels": by_statsmodels},
        target=0.015,
        same=same,
        repeat=5,
    )
    mean1, mean2 = rng.normal(10, 1, rows), rng.normal(10, 1, rows)
    var1, var2 = rng.gamma(4.0, 1.0, rows), rng.gamma(4.0, 1.0, rows)
    m1, m2 = (rng.integers(5, 400, rows).astype(float) for _ in range(2))

    def by_scipy() -> Any:
        found = scipy.stats.ttest_ind_from_stats(mean1, np.sqrt(var1), m1, mean2, np.sqrt(var2), m2, equal_var=False)
        return found.statistic, found.pvalue

    yield Work(
        f"{millions} Welch t tests",
        lambda: ukur.experiments.welch_tests(mean1, var1, m1, mean2, var2, m2),
        {"SciPy": by_scipy},
        target=0.08,
        same=same,
        repeat=5,
    )

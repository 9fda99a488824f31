"""The experiments against SciPy and statsmodels, on drawn inputs."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
import scipy.stats as st
import ukur
from hypothesis import assume, given
from hypothesis import strategies as draw
from statsmodels.stats import proportion as smp
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.power import TTestIndPower
from ukur import experiments as ex

counts = draw.integers(0, 400)
sizes = draw.integers(2, 500)
means = draw.floats(-100, 100)
variances = draw.floats(1e-3, 1e3)


def close(got: float, want: float, relative: float = 1e-10, absolute: float = 0.0) -> None:
    assert got == pytest.approx(want, rel=relative, abs=absolute)


@given(counts, counts)
def test_wilson(successes: int, failures: int) -> None:
    assume(successes + failures > 0)
    rate = ex.proportion(successes, successes + failures)
    lower, upper = smp.proportion_confint(successes, successes + failures, method="wilson")
    close(rate.interval.lower, lower, absolute=1e-14)
    close(rate.interval.upper, upper)


@given(counts, counts, counts, counts)
def test_two_proportions(x1: int, f1: int, x2: int, f2: int) -> None:
    n1, n2 = x1 + f1, x2 + f2
    assume(n1 and n2 and x1 + x2 and f1 + f2)
    c = ex.compare_proportions(x1, n1, x2, n2)
    z, p = smp.proportions_ztest([x1, x2], [n1, n2])
    close(c.statistic, z, absolute=1e-12)
    close(c.p_value, p, 1e-9)
    lower, upper = smp.confint_proportions_2indep(x1, n1, x2, n2, method="newcomb", compare="diff")
    close(c.interval.lower, lower, absolute=1e-12)
    close(c.interval.upper, upper, absolute=1e-12)
    row = ex.two_proportion_tests([x1], n1, x2, n2)
    assert row.statistic[0] == c.statistic and row.p_value[0] == c.p_value


@given(counts, counts, counts, counts)
def test_fisher(a: int, b: int, c: int, d: int) -> None:
    close(ex.fisher_two_sided(a, b, c, d), st.fisher_exact([[a, b], [c, d]]).pvalue, 1e-9)


@given(means, variances, sizes, means, variances, sizes)
def test_welch(m1: float, v1: float, n1: int, m2: float, v2: float, n2: int) -> None:
    c = ex.compare_means({"n": n1, "mean": m1, "variance": v1}, {"n": n2, "mean": m2, "variance": v2}, 0.9)
    r = st.ttest_ind_from_stats(m1, math.sqrt(v1), n1, m2, math.sqrt(v2), n2, equal_var=False)
    close(c.statistic, r.statistic, absolute=1e-13)
    if r.pvalue > 1e-280:
        close(c.p_value, r.pvalue, 1e-9)
    half = st.t.ppf(0.95, c.degrees_of_freedom) * c.standard_error
    close(c.interval.upper, m1 - m2 + half, 1e-9, 1e-9)
    row = ex.welch_tests(m1, v1, [n1], m2, v2, n2)
    assert row.statistic[0] == c.statistic and row.p_value[0] == c.p_value


@given(draw.lists(draw.floats(-1e3, 1e3), min_size=2, max_size=30), draw.lists(draw.floats(-1e3, 1e3), min_size=2, max_size=30))
def test_welch_from_columns(one: list[float], other: list[float]) -> None:
    assume(np.var(one) > 1e-6 and np.var(other) > 1e-6)
    c = ex.compare_means(one, pd.Series(other))
    r = st.ttest_ind(one, other, equal_var=False)
    close(c.statistic, r.statistic, 1e-8, 1e-10)
    close(c.p_value, r.pvalue, 1e-7)
    assert ex.compare_means(one[::-1], other) == c  # the order of the rows has no meaning


@given(draw.lists(draw.floats(0, 1), min_size=1, max_size=40))
def test_multiplicity(p_values: list[float]) -> None:
    np.testing.assert_allclose(ex.holm(p_values), multipletests(p_values, method="holm")[1], rtol=1e-12)
    np.testing.assert_allclose(ex.benjamini_hochberg(p_values), multipletests(p_values, method="fdr_bh")[1], rtol=1e-12)


@given(draw.lists(draw.integers(1, 5000), min_size=2, max_size=6))
def test_sample_ratio(groups: list[int]) -> None:
    check = ex.sample_ratio_mismatch(groups, [1] * len(groups))
    r = st.chisquare(groups)
    close(check.statistic, r.statistic, 1e-9, 1e-9)
    if r.pvalue > 1e-250:
        close(check.p_value, r.pvalue, 1e-8)


@given(draw.floats(0.05, 1.5), draw.floats(0.01, 0.2), draw.floats(0.3, 0.99), draw.sampled_from([0.5, 1.0, 2.0]))
def test_power(effect: float, alpha: float, power: float, ratio: float) -> None:
    n = ex.sample_size_means(effect, 1.0, alpha, power, ratio)
    assume(n > 3 / min(ratio, 1.0))
    theirs = TTestIndPower().power(effect, n, alpha, ratio=ratio)
    assume(not math.isnan(theirs))  # SciPy's noncentral t gives NaN now and then
    close(theirs, power, 1e-6)
    close(ex.power_means(effect, 1.0, n, ratio * n, alpha), power, 1e-10)


@given(draw.integers(0, 60), draw.integers(0, 60), draw.integers(0, 60), draw.integers(0, 60))
def test_beta_binomial(sa: int, fa: int, sb: int, fb: int) -> None:
    c = ex.compare_beta_binomial(sa, sa + fa, sb, sb + fb)
    a, b = st.beta(sa + 1, fa + 1), st.beta(sb + 1, fb + 1)
    close(c.a.interval.lower, a.ppf(0.025), 1e-8)
    close(c.b.interval.upper, b.ppf(0.975), 1e-8)
    x = (np.arange(40_000) + 0.5) / 40_000
    close(c.probability_b_beats_a, float(np.mean(b.pdf(x) * a.cdf(x))), 1e-5, 1e-6)


def test_the_example_of_the_article() -> None:
    """Micro against macro: the naive errors say "shown", the clustered ones and the accounts' own shuffle do not."""
    micro = ex.AccountTotals([50, 40, 60, 30], [1000, 500, 2000, 800], ["a", "b", "c", "d"])
    macro = ex.AccountTotals([900, 1500, 700], [40000, 50000, 30000])
    c = ex.compare_ratios(micro, macro)
    naive = c.difference.estimate / math.hypot(c.treatment.naive_standard_error or 0, c.control.naive_standard_error or 0)
    assert abs(naive) > 5
    assert c.difference.p_value > 0.1
    assert ex.permutation_test(micro, macro).p_value == 3 / 35
    verdict = ex.verdict(c.difference, treatment="micro", control="macro", unit="share", margin=0.005)
    assert verdict.finding == "not_shown"
    assert "no difference" not in verdict.sentence.lower()


def test_accounts_by_any_name() -> None:
    rows = {"numerator": [20, 40, 30, 60, 30], "denominator": [400, 500, 600, 2000, 800]}
    by_text = ex.ratio_of_sums({**rows, "account": ["z", "b", "z", "c", "d"]})
    assert by_text == ex.ratio_of_sums({**rows, "account": pd.Series([9, 1, 9, 3, 4])})
    assert by_text == ex.ratio_of_sums(ex.AccountTotals(**rows, account=np.array([0, 5, 0, 7, 8])))
    with pytest.raises(ukur.InvalidInputError, match="row 1"):
        ex.ratio_of_sums({**rows, "account": ["z", None, "z", "c", "d"]})


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: ex.compare_means([], [1, 2]), "insufficient_data"),
        (lambda: ex.compare_means([3, 3], [3, 3]), "zero_variance"),
        (lambda: ex.compare_means("text", [1, 2]), "invalid_type"),
        (lambda: ex.compare_means({"n": 5, "mean": 1}, [1, 2]), "missing_field"),
        (lambda: ex.proportion(-1, 5), "out_of_domain"),
        (lambda: ex.proportion([1, 2], 5), "invalid_type"),
        (lambda: ex.ratio_of_sums({"numerator": [1], "denominator": [2]}), "insufficient_data"),
        (lambda: ex.ratio_of_sums({"numerator": [1, 2]}), "missing_field"),
        (lambda: ex.ratio_of_sums([1, 2]), "invalid_type"),
        (lambda: ex.sample_ratio_mismatch([5], [1]), "too_few_groups"),
        (lambda: ex.bootstrap_ratio({"numerator": [1, 2], "denominator": [3, 4]}, seed=-1), "out_of_domain"),
        (lambda: ex.bootstrap_ratio({"numerator": [1, 2], "denominator": [3, 4]}, resamples=10**9), "out_of_domain"),
        (lambda: ex.equivalence(0, 1, None, 1, -1), "margins_out_of_order"),
        (lambda: ex.verdict("x"), "invalid_type"),
        (lambda: ex.verdict(ex.compare_proportions(5, 10, 3, 10), treatment=3), "invalid_type"),
        (lambda: ex.compare_with_covariate([1, 2], [1, 2]), "invalid_type"),
    ],
)
def test_refusals_are_one_sentence(call: object, code: str) -> None:
    with pytest.raises(ukur.UkurError) as caught:
        call()  # type: ignore[operator]
    assert caught.value.code == code
    assert "\n" not in str(caught.value)


def test_long_work_reports_and_stops() -> None:
    rng = np.random.default_rng(1)
    group = {"numerator": rng.integers(1, 50, 200), "denominator": rng.integers(500, 900, 200)}
    seen: list[tuple[int, int]] = []
    ex.bootstrap_ratio(group, resamples=2_000, progress=lambda done, total: seen.append((done, total)))
    assert seen and seen[-1][1] == 2_000
    with pytest.raises(ukur.CancelledError):
        ex.permutation_test(group, group, resamples=5_000_000, progress=lambda done, total: False)

"""Metrics of the group ``experiment``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import ColumnLike, FloatArray, FloatLike, FloatOut, OnInvalid

__all__ = [
    "wilson_lower",
    "wilson_upper",
    "newcombe_difference_lower",
    "newcombe_difference_upper",
    "two_proportion_z",
    "two_proportion_p",
    "welch_t",
    "welch_p",
    "relative_lift_se",
    "delta_ratio_variance",
    "sample_size_proportions",
    "minimum_detectable_effect",
    "srm_chi2_p",
    "cuped_theta",
    "cuped_variance_ratio",
    "fisher_exact_two_sided",
    "prob_b_beats_a",
    "asymptotic_cs_half_width",
    "holm_adjusted_p",
    "bh_adjusted_p",
    "ratio_of_sums_cluster_se",
    "largest_budget_share",
]

_wilson_lower = Metric("wilson_lower")
_wilson_upper = Metric("wilson_upper")
_newcombe_difference_lower = Metric("newcombe_difference_lower")
_newcombe_difference_upper = Metric("newcombe_difference_upper")
_two_proportion_z = Metric("two_proportion_z")
_two_proportion_p = Metric("two_proportion_p")
_welch_t = Metric("welch_t")
_welch_p = Metric("welch_p")
_relative_lift_se = Metric("relative_lift_se")
_delta_ratio_variance = Metric("delta_ratio_variance")
_sample_size_proportions = Metric("sample_size_proportions")
_minimum_detectable_effect = Metric("minimum_detectable_effect")
_srm_chi2_p = Metric("srm_chi2_p")
_cuped_theta = Metric("cuped_theta")
_cuped_variance_ratio = Metric("cuped_variance_ratio")
_fisher_exact_two_sided = Metric("fisher_exact_two_sided")
_prob_b_beats_a = Metric("prob_b_beats_a")
_asymptotic_cs_half_width = Metric("asymptotic_cs_half_width")
_holm_adjusted_p = Metric("holm_adjusted_p")
_bh_adjusted_p = Metric("bh_adjusted_p")
_ratio_of_sums_cluster_se = Metric("ratio_of_sums_cluster_se")
_largest_budget_share = Metric("largest_budget_share")


def wilson_lower(successes: FloatLike, trials: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Lower end of the Wilson 95 % confidence interval of a rate.

    Wilson 95 % interval, lower bound. Formula: ``proportions::wilson(successes, trials, 0.95).map(|interval|
    interval.0)``.

    Parameters
    ----------
    successes : float or array-like of float
        Number of successes (unit: count_or_people, a whole number >= 0).
    trials : float or array-like of float
        Number of trials (unit: count_or_people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Rate as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``trials == 0.0``: ``zero_denominator``; ``successes > trials``:
        ``infeasible``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.

    References
    ----------
    Newcombe (1998), Statistics in Medicine 17:857 and 17:873

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.wilson_lower(successes=81, trials=263), 9)
    0.25528852
    """
    return _wilson_lower.compute((successes, trials), on_invalid)  # type: ignore[no-any-return]


def wilson_upper(successes: FloatLike, trials: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Upper end of the Wilson 95 % confidence interval of a rate.

    Wilson 95 % interval, upper bound. Formula: ``proportions::wilson(successes, trials, 0.95).map(|interval|
    interval.1)``.

    Parameters
    ----------
    successes : float or array-like of float
        Number of successes (unit: count_or_people, a whole number >= 0).
    trials : float or array-like of float
        Number of trials (unit: count_or_people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Rate as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``trials == 0.0``: ``zero_denominator``; ``successes > trials``:
        ``infeasible``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.

    References
    ----------
    Newcombe (1998), Statistics in Medicine 17:857 and 17:873

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.wilson_upper(successes=81, trials=263), 9)
    0.366209577
    """
    return _wilson_upper.compute((successes, trials), on_invalid)  # type: ignore[no-any-return]


def newcombe_difference_lower(x1: FloatLike, n1: FloatLike, x2: FloatLike, n2: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Lower end of Newcombe's 95 % confidence interval of the difference of two rates.

    Newcombe 95 % interval of a difference, lower. Formula: ``proportions::newcombe(x1, n1, x2, n2,
    0.95).map(|interval| interval.0)``.

    Parameters
    ----------
    x1 : float or array-like of float
        Successes in the first group (unit: count_or_people, a whole number >= 0).
    n1 : float or array-like of float
        Trials in the first group (unit: count_or_people, a whole number >= 0).
    x2 : float or array-like of float
        Successes in the second group (unit: count_or_people, a whole number >= 0).
    n2 : float or array-like of float
        Trials in the second group (unit: count_or_people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        First rate less second rate, as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``n1 == 0.0``: ``zero_denominator``; ``n2 == 0.0``: ``zero_denominator``;
        ``x1 > n1 || x2 > n2``: ``infeasible``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.

    References
    ----------
    Newcombe (1998), Statistics in Medicine 17:857 and 17:873

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.newcombe_difference_lower(n1=70, n2=80, x1=56, x2=48), 9)
    0.052431472
    """
    return _newcombe_difference_lower.compute((x1, n1, x2, n2), on_invalid)  # type: ignore[no-any-return]


def newcombe_difference_upper(x1: FloatLike, n1: FloatLike, x2: FloatLike, n2: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Upper end of Newcombe's 95 % confidence interval of the difference of two rates.

    Newcombe 95 % interval of a difference, upper. Formula: ``proportions::newcombe(x1, n1, x2, n2,
    0.95).map(|interval| interval.1)``.

    Parameters
    ----------
    x1 : float or array-like of float
        Successes in the first group (unit: count_or_people, a whole number >= 0).
    n1 : float or array-like of float
        Trials in the first group (unit: count_or_people, a whole number >= 0).
    x2 : float or array-like of float
        Successes in the second group (unit: count_or_people, a whole number >= 0).
    n2 : float or array-like of float
        Trials in the second group (unit: count_or_people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        First rate less second rate, as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``n1 == 0.0``: ``zero_denominator``; ``n2 == 0.0``: ``zero_denominator``;
        ``x1 > n1 || x2 > n2``: ``infeasible``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.

    References
    ----------
    Newcombe (1998), Statistics in Medicine 17:857 and 17:873

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.newcombe_difference_upper(n1=70, n2=80, x1=56, x2=48), 9)
    0.333872654
    """
    return _newcombe_difference_upper.compute((x1, n1, x2, n2), on_invalid)  # type: ignore[no-any-return]


def two_proportion_z(x1: FloatLike, n1: FloatLike, x2: FloatLike, n2: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Difference of two rates in standard errors, with the variance pooled as if they were equal.

    Two-proportion z (pooled). Formula: ``proportions::two_proportion_z(x1, n1, x2, n2)``.

    Parameters
    ----------
    x1 : float or array-like of float
        Successes in the first group (unit: count_or_people, a whole number >= 0).
    n1 : float or array-like of float
        Trials in the first group (unit: count_or_people, a whole number >= 0).
    x2 : float or array-like of float
        Successes in the second group (unit: count_or_people, a whole number >= 0).
    n2 : float or array-like of float
        Trials in the second group (unit: count_or_people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Z statistic; positive when the first rate is higher (unit: standard_score).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``n1 == 0.0``: ``zero_denominator``; ``n2 == 0.0``: ``zero_denominator``;
        ``x1 > n1 || x2 > n2``: ``infeasible``; ``x1 + x2 == 0.0 || (x1 == n1 && x2 == n2)``:
        ``zero_variance``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.

    References
    ----------
    github.com/spotify/confidence at e1f8a49, README (50 of 100 against 40 of 100)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.two_proportion_z(n1=100, n2=100, x1=50, x2=40), 9)
    1.421338109
    """
    return _two_proportion_z.compute((x1, n1, x2, n2), on_invalid)  # type: ignore[no-any-return]


def two_proportion_p(z: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Chance of a z statistic at least this far from zero when there is no difference.

    Two-proportion z test, two-sided p. Formula: ``proportions::two_proportion_p(z)``.

    Parameters
    ----------
    z : float or array-like of float
        Z statistic (unit: standard_score, a finite number).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Two-sided p-value (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.

    References
    ----------
    github.com/spotify/confidence at e1f8a49, README (50 of 100 against 40 of 100)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.two_proportion_p(z=1.4213381090374024), 9)
    0.15521849
    """
    return _two_proportion_p.compute((z,), on_invalid)  # type: ignore[no-any-return]


def welch_t(mean1: FloatLike, var1: FloatLike, n1: FloatLike, mean2: FloatLike, var2: FloatLike, n2: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Difference of two means in standard errors, without assuming equal variances.

    Welch t statistic. Formula: ``means::welch_t(mean1, var1, n1, mean2, var2, n2)``.

    Parameters
    ----------
    mean1 : float or array-like of float
        Mean of the first group, in any one unit (unit: any, a finite number).
    var1 : float or array-like of float
        Sample variance of the first group (unit: other, a finite number >= 0).
    n1 : float or array-like of float
        Observations in the first group (unit: count_or_people, a whole number >= 2).
    mean2 : float or array-like of float
        Mean of the second group, in the same unit (unit: any, a finite number).
    var2 : float or array-like of float
        Sample variance of the second group (unit: other, a finite number >= 0).
    n2 : float or array-like of float
        Observations in the second group (unit: count_or_people, a whole number >= 2).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        T statistic; positive when the first mean is higher (unit: t_statistic).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``var1 + var2 == 0.0``: ``zero_variance``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.

    References
    ----------
    github.com/growthbook/growthbook at 8f1db44, packages/stats/tests/frequentist/test_tests.py

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.welch_t(mean1=0.7, mean2=0.41, n1=3461, n2=3407, var1=38.44, var2=15.21), 3)
    2.324
    """
    return _welch_t.compute((mean1, var1, n1, mean2, var2, n2), on_invalid)  # type: ignore[no-any-return]


def welch_p(mean1: FloatLike, var1: FloatLike, n1: FloatLike, mean2: FloatLike, var2: FloatLike, n2: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Chance of a difference of means at least this large when there is none, by Welch's t test.

    Welch t test, two-sided p. Formula: ``means::welch_p(mean1, var1, n1, mean2, var2, n2)``.

    Parameters
    ----------
    mean1 : float or array-like of float
        Mean of the first group, in any one unit (unit: any, a finite number).
    var1 : float or array-like of float
        Sample variance of the first group (unit: other, a finite number >= 0).
    n1 : float or array-like of float
        Observations in the first group (unit: count_or_people, a whole number >= 2).
    mean2 : float or array-like of float
        Mean of the second group, in the same unit (unit: any, a finite number).
    var2 : float or array-like of float
        Sample variance of the second group (unit: other, a finite number >= 0).
    n2 : float or array-like of float
        Observations in the second group (unit: count_or_people, a whole number >= 2).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Two-sided p-value (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``var1 + var2 == 0.0``: ``zero_variance``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.

    References
    ----------
    github.com/growthbook/growthbook at 8f1db44, packages/stats/tests/frequentist/test_tests.py

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.welch_p(mean1=0.7, mean2=0.41, n1=3461, n2=3407, var1=38.44, var2=15.21), 3)
    0.02
    """
    return _welch_p.compute((mean1, var1, n1, mean2, var2, n2), on_invalid)  # type: ignore[no-any-return]


def relative_lift_se(mean1: FloatLike, var1: FloatLike, n1: FloatLike, mean2: FloatLike, var2: FloatLike, n2: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Sampling error of the relative difference of two means, by the delta method.

    Standard error of a relative lift (delta method). Formula: ``lift::relative_lift_se(mean1, var1, n1,
    mean2, var2, n2)``.

    Parameters
    ----------
    mean1 : float or array-like of float
        Mean of the treatment group, in any one unit (unit: any, a finite number).
    var1 : float or array-like of float
        Sample variance of the treatment group (unit: other, a finite number >= 0).
    n1 : float or array-like of float
        Observations in the treatment group (unit: count_or_people, a whole number >= 2).
    mean2 : float or array-like of float
        Mean of the control group, in the same unit (unit: any, a finite number).
    var2 : float or array-like of float
        Sample variance of the control group (unit: other, a finite number >= 0).
    n2 : float or array-like of float
        Observations in the control group (unit: count_or_people, a whole number >= 2).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Standard error as a fraction of the control mean (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``mean2 == 0.0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.
    Same data: absolute lift p = 0.0202, relative lift p = 0.0619. Say which one is tested.

    References
    ----------
    github.com/growthbook/growthbook at 8f1db44, packages/stats/tests/frequentist/test_tests.py

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.relative_lift_se(mean1=0.7, mean2=0.41, n1=3461, n2=3407, var1=38.44, var2=15.21), 4)
    0.3788
    """
    return _relative_lift_se.compute((mean1, var1, n1, mean2, var2, n2), on_invalid)  # type: ignore[no-any-return]


def delta_ratio_variance(mean_y: FloatLike, mean_x: FloatLike, var_y: FloatLike, var_x: FloatLike, cov_xy: FloatLike, n: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Sampling variance of a ratio of two means measured on the same units, by the delta method.

    Variance of a ratio of means (delta method). Formula: ``ratios::delta_ratio_variance(mean_y, mean_x,
    var_y, var_x, cov_xy, n)``.

    Parameters
    ----------
    mean_y : float or array-like of float
        Mean of the numerator (unit: any, a finite number).
    mean_x : float or array-like of float
        Mean of the denominator (unit: other, a finite number).
    var_y : float or array-like of float
        Sample variance of the numerator (unit: other, a finite number >= 0).
    var_x : float or array-like of float
        Sample variance of the denominator (unit: other, a finite number >= 0).
    cov_xy : float or array-like of float
        Sample covariance of the two (unit: other, a finite number).
    n : float or array-like of float
        Number of units (unit: count_or_people, a whole number >= 2).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Variance of the ratio (unit: other).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``mean_x == 0.0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.
    A covariance larger than its two variances allow is infeasible: the variance would be negative.

    References
    ----------
    Deng, Knoblich & Lu (2018), Applying the Delta Method in Metric Analytics, KDD

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.delta_ratio_variance(cov_xy=0.5, mean_x=4, mean_y=2, n=100, var_x=2, var_y=1), 6)
    0.000625
    """
    return _delta_ratio_variance.compute((mean_y, mean_x, var_y, var_x, cov_xy, n), on_invalid)  # type: ignore[no-any-return]


def sample_size_proportions(p1: FloatLike, p2: FloatLike, alpha: FloatLike, power: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Observations each group needs for a test to find a given difference of two rates.

    Sample size per group, two proportions. Formula: ``power::sample_size_proportions(p1, p2, alpha, power)``.

    Parameters
    ----------
    p1 : float or array-like of float
        Rate in the first group, as a fraction (unit: ratio, a fraction from 0 to 1).
    p2 : float or array-like of float
        Rate in the second group, as a fraction (unit: ratio, a fraction from 0 to 1).
    alpha : float or array-like of float
        Two-sided level of significance, as a fraction (unit: ratio, a fraction between 0 and 1, both
        excluded).
    power : float or array-like of float
        Chance of finding the difference, as a fraction (unit: ratio, a fraction between 0 and 1, both
        excluded).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Observations per group, not rounded up (unit: count).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``p1 == p2``: ``zero_denominator``; ``power <= alpha``: ``infeasible``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    R documentation of stats::power.prop.test (p1 0.50, p2 0.75, power 0.90: n = 76.7)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.sample_size_proportions(alpha=0.05, p1=0.5, p2=0.75, power=0.9), 0)
    77.0
    """
    return _sample_size_proportions.compute((p1, p2, alpha, power), on_invalid)  # type: ignore[no-any-return]


def minimum_detectable_effect(variance: FloatLike, n_per_group: FloatLike, alpha: FloatLike, power: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Smallest difference of means that a test of a given size can find with a given power.

    Minimum detectable difference of means. Formula: ``power::minimum_detectable_effect(variance, n_per_group,
    alpha, power)``.

    Parameters
    ----------
    variance : float or array-like of float
        Variance of one observation, equal in both groups (unit: other, a finite number > 0).
    n_per_group : float or array-like of float
        Observations per group (unit: count_or_people, a whole number >= 2).
    alpha : float or array-like of float
        Two-sided level of significance, as a fraction (unit: ratio, a fraction between 0 and 1, both
        excluded).
    power : float or array-like of float
        Chance of finding the difference, as a fraction (unit: ratio, a fraction between 0 and 1, both
        excluded).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Difference in the unit of the observations (unit: any).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``power <= 0.5 * alpha``: ``infeasible``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    Inverse of the G*Power figure in spotify/confidence tests: variance 100, difference 0.3, power 0.85 ->
    39,906 in both groups together. A power at or below alpha/2 is had without any effect, so there is none to
    detect.

    References
    ----------
    github.com/growthbook/growthbook at 8f1db44, packages/stats/tests/frequentist/test_tests.py

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.minimum_detectable_effect(alpha=0.05, n_per_group=19953, power=0.85, variance=100), 0)
    0.0
    """
    return _minimum_detectable_effect.compute((variance, n_per_group, alpha, power), on_invalid)  # type: ignore[no-any-return]


def srm_chi2_p(n1: FloatLike, n2: FloatLike, share1: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Chance of a split at least this uneven when the groups were assigned as planned.

    Sample-ratio mismatch p-value (two groups). Formula: ``sample_ratio::srm_chi2_p(n1, n2, share1)``.

    Parameters
    ----------
    n1 : float or array-like of float
        Observations in the first group (unit: count_or_people, a whole number >= 0).
    n2 : float or array-like of float
        Observations in the second group (unit: count_or_people, a whole number >= 0).
    share1 : float or array-like of float
        Planned share of the first group, as a fraction (unit: ratio, a fraction between 0 and 1, both
        excluded).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        P-value; very small values mean the assignment is faulty (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``n1 + n2 == 0.0``: ``insufficient_data``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.

    References
    ----------
    Kohavi, Tang & Xu (2020), Trustworthy Online Controlled Experiments (821,588 against 815,482, p = 1.8e-6)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.srm_chi2_p(n1=821588, n2=815482, share1=0.5), 9)
    1.822e-06
    """
    return _srm_chi2_p.compute((n1, n2, share1), on_invalid)  # type: ignore[no-any-return]


def cuped_theta(cov_yx: FloatLike, var_x: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Coefficient by which earlier behaviour is subtracted from an outcome to reduce its variance.

    CUPED coefficient. Formula: ``cuped::cuped_theta(cov_yx, var_x)``.

    Parameters
    ----------
    cov_yx : float or array-like of float
        Covariance of the outcome and its value before the experiment (unit: other, a finite number).
    var_x : float or array-like of float
        Variance of the value before the experiment (unit: other, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Coefficient, outcome unit per covariate unit (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``var_x == 0.0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.

    References
    ----------
    Deng, Xu, Kohavi & Walker (2013), Improving the Sensitivity of Online Controlled Experiments (CUPED), WSDM

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.cuped_theta(cov_yx=6, var_x=4), 1)
    1.5
    """
    return _cuped_theta.compute((cov_yx, var_x), on_invalid)  # type: ignore[no-any-return]


def cuped_variance_ratio(correlation: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Variance left after adjusting an outcome for behaviour before the experiment.

    CUPED variance ratio. Formula: ``cuped::cuped_variance_ratio(correlation)``.

    Parameters
    ----------
    correlation : float or array-like of float
        Correlation of the outcome with the value before the experiment (unit: ratio, a number from -1 to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the original variance (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.

    References
    ----------
    Deng, Xu, Kohavi & Walker (2013), Improving the Sensitivity of Online Controlled Experiments (CUPED), WSDM

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.cuped_variance_ratio(correlation=0.6), 2)
    0.64
    """
    return _cuped_variance_ratio.compute((correlation,), on_invalid)  # type: ignore[no-any-return]


def fisher_exact_two_sided(a: FloatLike, b: FloatLike, c: FloatLike, d: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Chance of a two-by-two table at least as unlikely as this one when rows and columns are unrelated.

    Fisher exact test, two-sided p. Formula: ``fisher::fisher_two_sided(a, b, c, d)``.

    Parameters
    ----------
    a : float or array-like of float
        Count in the first row, first column (unit: count_or_people, a whole number >= 0).
    b : float or array-like of float
        Count in the first row, second column (unit: count_or_people, a whole number >= 0).
    c : float or array-like of float
        Count in the second row, first column (unit: count_or_people, a whole number >= 0).
    d : float or array-like of float
        Count in the second row, second column (unit: count_or_people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Two-sided p-value (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``a + b + c + d > 1e12``: ``infeasible``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.
    Exact, for tables of up to 1e12 counts; beyond, two_proportion_z agrees.

    References
    ----------
    Fisher (1935), The Design of Experiments (tea tasting)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.fisher_exact_two_sided(a=3, b=1, c=1, d=3), 9)
    0.485714286
    """
    return _fisher_exact_two_sided.compute((a, b, c, d), on_invalid)  # type: ignore[no-any-return]


def prob_b_beats_a(successes_a: FloatLike, trials_a: FloatLike, successes_b: FloatLike, trials_b: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Probability that the true rate of B is above that of A, starting from uniform priors.

    Probability B beats A (beta-binomial, uniform priors). Formula:
    ``bayesian::prob_b_beats_a_of_counts(successes_a, trials_a, successes_b, trials_b)``.

    Parameters
    ----------
    successes_a : float or array-like of float
        Successes in group A (unit: count_or_people, a whole number >= 0).
    trials_a : float or array-like of float
        Trials in group A (unit: count_or_people, a whole number >= 0).
    successes_b : float or array-like of float
        Successes in group B (unit: count_or_people, a whole number >= 0).
    trials_b : float or array-like of float
        Trials in group B (unit: count_or_people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Probability (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``successes_a > trials_a || successes_b > trials_b``: ``infeasible``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    GrowthBook reports 0.60918 for these counts (Gaussian, relative effect).

    References
    ----------
    github.com/growthbook/growthbook at 8f1db44, packages/stats/tests/frequentist/test_tests.py

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.prob_b_beats_a(successes_a=49, successes_b=51, trials_a=100, trials_b=100), 7)
    0.6107705
    """
    return _prob_b_beats_a.compute((successes_a, trials_a, successes_b, trials_b), on_invalid)  # type: ignore[no-any-return]


def asymptotic_cs_half_width(standard_error: FloatLike, n: FloatLike, alpha: FloatLike, tuning_n: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Half the width of an interval that stays valid however often the data are looked at.

    Always-valid half-width (asymptotic confidence sequence). Formula:
    ``sequential::sequential_half_width(standard_error, n, alpha, tuning_n)``.

    Parameters
    ----------
    standard_error : float or array-like of float
        Standard error of the estimate now, in any one unit (unit: any, a finite number > 0).
    n : float or array-like of float
        Observations so far (unit: count_each, a whole number >= 2).
    alpha : float or array-like of float
        Error rate over all looks, as a fraction (unit: ratio, a fraction between 0 and 1, both excluded).
    tuning_n : float or array-like of float
        Number of observations at which the interval should be tightest (unit: count_each, a finite number >
        0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Half-width in the unit of the standard error (unit: any).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.
    Half-width s sqrt(2 (n rho^2 + 1)/(n rho)^2 ln(sqrt(n rho^2 + 1)/alpha)) with s = standard_error sqrt(n)
    and rho^2 = (-2 ln alpha + ln(1 - 2 ln alpha))/tuning_n. Interval 0.50336 +/- 1.0618 = (-0.55844, 1.56516)
    in the GrowthBook test.

    References
    ----------
    Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas (2023), Time-uniform central limit theory and asymptotic
    confidence sequences, eq. 9; example from the tests of GrowthBook

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.asymptotic_cs_half_width(alpha=0.05, n=6461, standard_error=0.3334122146400735, tuning_n=1000), 9)
    1.061801591
    """
    return _asymptotic_cs_half_width.compute((standard_error, n, alpha, tuning_n), on_invalid)  # type: ignore[no-any-return]


def holm_adjusted_p(p_values: ColumnLike) -> FloatArray:
    """P-values adjusted for several tests so that any false finding stays unlikely, after Holm.

    Holm-adjusted p-values. Formula: ``multiplicity::holm(p_values)``.

    Parameters
    ----------
    p_values : array-like of float
        P-value of each test (unit: ratio, a fraction from 0 to 1).

    Returns
    -------
    numpy.ndarray
        One adjusted p-value per test, in the order given (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``p_values.is_empty()``: ``insufficient_data``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.

    References
    ----------
    Holm (1979), Scandinavian Journal of Statistics 6; Benjamini & Hochberg (1995), Journal of the Royal
    Statistical Society B 57

    Examples
    --------
    >>> import ukur
    >>> [round(float(value), 6) for value in ukur.metrics.holm_adjusted_p(p_values=[0.01, 0.04, 0.03, 0.005])]
    [0.03, 0.06, 0.06, 0.02]
    """
    return _holm_adjusted_p.compute((p_values,), "raise")  # type: ignore[no-any-return]


def bh_adjusted_p(p_values: ColumnLike) -> FloatArray:
    """P-values adjusted for several tests so that the share of false findings stays low.

    Benjamini-Hochberg adjusted p-values. Formula: ``multiplicity::benjamini_hochberg(p_values)``.

    Parameters
    ----------
    p_values : array-like of float
        P-value of each test (unit: ratio, a fraction from 0 to 1).

    Returns
    -------
    numpy.ndarray
        One adjusted p-value per test, in the order given (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``p_values.is_empty()``: ``insufficient_data``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.

    References
    ----------
    Holm (1979), Scandinavian Journal of Statistics 6; Benjamini & Hochberg (1995), Journal of the Royal
    Statistical Society B 57

    Examples
    --------
    >>> import ukur
    >>> [round(float(value), 6) for value in ukur.metrics.bh_adjusted_p(p_values=[0.01, 0.04, 0.03, 0.005])]
    [0.02, 0.04, 0.04, 0.02]
    """
    return _bh_adjusted_p.compute((p_values,), "raise")  # type: ignore[no-any-return]


def ratio_of_sums_cluster_se(y: ColumnLike, x: ColumnLike) -> float:
    """Sampling error of a pooled rate when the posts of one influencer are not independent.

    Standard error of a pooled rate, influencers as clusters (linearisation). Formula:
    ``ratios::ratio_of_sums_cluster_se(y, x)``.

    Parameters
    ----------
    y : array-like of float
        Numerator total of each influencer, such as engagements (unit: any, a finite number >= 0).
    x : array-like of float
        Denominator total of each influencer, such as followers or views (unit: other, a finite number >= 0).

    Returns
    -------
    float
        Standard error of the pooled rate, as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``y.len() != x.len()``: ``infeasible``; ``y.len() < 2``:
        ``insufficient_data``; ``sum(x) == 0.0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.
    Equals the delta method on cluster totals. The naive binomial standard error on these data is 0.00305, 2.8
    times too small.

    References
    ----------
    Deng, Knoblich & Lu (2018), Applying the Delta Method in Metric Analytics, KDD

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.ratio_of_sums_cluster_se(x=[1000, 500, 2000, 800], y=[50, 40, 60, 30]), 9)
    0.008512006
    """
    return _ratio_of_sums_cluster_se.compute((y, x), "raise")  # type: ignore[no-any-return]


def largest_budget_share(spend_each: ColumnLike) -> float:
    """Largest share of a budget that is placed on a single influencer.

    Largest budget share placed on one influencer. Formula: ``spend_each.iter().copied().fold(0.0, f64::max) /
    sum(spend_each)``.

    Parameters
    ----------
    spend_each : array-like of float
        Spend on each influencer, in one currency (unit: currency, a finite number >= 0).

    Returns
    -------
    float
        Fraction of the budget (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``spend_each.is_empty()``: ``insufficient_data``; ``sum(spend_each) ==
        0.0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    article on micro and macro influencers (Indonesian), after martech.zone

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.largest_budget_share(spend_each=[6000, 2500, 1500]), 1)
    0.6
    """
    return _largest_budget_share.compute((spend_each,), "raise")  # type: ignore[no-any-return]

"""Metrics of the group ``retention``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from collections.abc import Sequence

from .._core import Metric
from .._typing import ColumnLike, FloatLike, FloatOut, OnInvalid

__all__ = [
    "retention_rate_period",
    "churn_rate_start",
    "churn_rate_average",
    "churn_annual_from_monthly",
    "churn_monthly_from_annual",
    "expected_lifetime_periods",
    "retention_n_day",
    "retention_unbounded",
    "retention_bracket",
    "retention_kaplan_meier",
    "retention_sbg",
    "survival_sbg",
    "stickiness",
    "reactivation_rate",
]

_retention_rate_period = Metric("retention_rate_period")
_churn_rate_start = Metric("churn_rate_start")
_churn_rate_average = Metric("churn_rate_average")
_churn_annual_from_monthly = Metric("churn_annual_from_monthly")
_churn_monthly_from_annual = Metric("churn_monthly_from_annual")
_expected_lifetime_periods = Metric("expected_lifetime_periods")
_retention_n_day = Metric("retention_n_day")
_retention_unbounded = Metric("retention_unbounded")
_retention_bracket = Metric("retention_bracket")
_retention_kaplan_meier = Metric("retention_kaplan_meier")
_retention_sbg = Metric("retention_sbg")
_survival_sbg = Metric("survival_sbg")
_stickiness = Metric("stickiness")
_reactivation_rate = Metric("reactivation_rate")


def retention_rate_period(end: FloatLike, new: FloatLike, start: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of the customers at the start of a period who are still customers at its end.

    Customer retention rate of a period. Formula: ``(end - new) / start``.

    Parameters
    ----------
    end : float or array-like of float
        Customers at the end of the period (unit: people, a whole number >= 0).
    new : float or array-like of float
        Customers won during the period and still there at its end (unit: people, a whole number >= 0).
    start : float or array-like of float
        Customers at the start of the period (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the starting customers (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``start == 0``: ``zero_denominator``; ``new > end``: ``infeasible``; ``end
        - new > start``: ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant (default) of the family retention: The default and only variant for whole periods; for returns by
    day use the cohort metrics.

    References
    ----------
    Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the
    MASB Universal Marketing Dictionary, marketing-dictionary.org

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.retention_rate_period(end=1050, new=200, start=1000), 2)
    0.85
    """
    return _retention_rate_period.compute((end, new, start), on_invalid)  # type: ignore[no-any-return]


def churn_rate_start(lost: FloatLike, start: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Customers lost in a period relative to those at its start.

    Churn rate (start-of-period base). Formula: ``lost / start``.

    Parameters
    ----------
    lost : float or array-like of float
        Customers of the starting base who were lost in the period (unit: people, a whole number >= 0).
    start : float or array-like of float
        Customers at the start of the period (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the starting customers (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``start == 0``: ``zero_denominator``; ``lost > start``: ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant (default) of the family churn: The default: choose it unless the base changes much within the
    period.

    References
    ----------
    Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the
    MASB Universal Marketing Dictionary, marketing-dictionary.org

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.churn_rate_start(lost=150, start=1000), 2)
    0.15
    """
    return _churn_rate_start.compute((lost, start), on_invalid)  # type: ignore[no-any-return]


def churn_rate_average(lost: FloatLike, start: FloatLike, end: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Customers lost in a period relative to the average customer base.

    Churn rate (average base). Formula: ``lost / (0.5 * (start + end))``.

    Parameters
    ----------
    lost : float or array-like of float
        Customers lost in the period (unit: people, a whole number >= 0).
    start : float or array-like of float
        Customers at the start of the period (unit: people, a whole number >= 0).
    end : float or array-like of float
        Customers at the end of the period (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the average base (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``0.5 * (start + end) == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family churn: Choose it when the base grows or shrinks fast, so that losses among new
    customers count as well.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.churn_rate_average(end=1400, lost=150, start=1000), 3)
    0.125
    """
    return _churn_rate_average.compute((lost, start, end), on_invalid)  # type: ignore[no-any-return]


def churn_annual_from_monthly(monthly: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Annual churn that follows from a constant monthly churn by compounding.

    Annual churn from monthly churn. Formula: ``complement_of_power(monthly, 12.0)``.

    Parameters
    ----------
    monthly : float or array-like of float
        Share of customers lost per month, as a fraction (unit: ratio, a fraction from 0 to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction lost per year (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    12 x 3 % = 36 % is the common wrong answer.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.churn_annual_from_monthly(monthly=0.03), 7)
    0.3061576
    """
    return _churn_annual_from_monthly.compute((monthly,), on_invalid)  # type: ignore[no-any-return]


def churn_monthly_from_annual(annual: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Constant monthly churn that compounds to a given annual churn.

    Monthly churn from annual churn. Formula: ``-libm::expm1(libm::log1p(-annual) / 12.0)``.

    Parameters
    ----------
    annual : float or array-like of float
        Share of customers lost per year, as a fraction (unit: ratio, a fraction from 0 to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction lost per month (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.churn_monthly_from_annual(annual=0.306157639), 1)
    0.0
    """
    return _churn_monthly_from_annual.compute((annual,), on_invalid)  # type: ignore[no-any-return]


def expected_lifetime_periods(churn: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Average number of periods a customer stays when churn is constant.

    Expected lifetime (constant churn). Formula: ``(1.0) / churn``.

    Parameters
    ----------
    churn : float or array-like of float
        Share of customers lost per period, as a fraction (unit: ratio, a fraction from 0 to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Periods, in the unit of the churn rate (unit: periods).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``churn == 0.0``: ``unbounded``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    Stripe silently substitutes 1.67 % when churn is 0.

    References
    ----------
    Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the
    MASB Universal Marketing Dictionary, marketing-dictionary.org

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.expected_lifetime_periods(churn=0.05), 0)
    20.0
    """
    return _expected_lifetime_periods.compute((churn,), on_invalid)  # type: ignore[no-any-return]


def retention_n_day(return_days: Sequence[ColumnLike], n: FloatLike) -> float:
    """Share of users who came back exactly on a given day after their first.

    N-day retention (return on). Formula: ``share_of(return_days, |days| days.contains(&n))``.

    Parameters
    ----------
    return_days : sequence of array-like of float
        For each user, the days after the first on which the user came back (unit: days, a whole number >= 0).
    n : float or array-like of float
        Day to look at, counted from the user's first day as 0 (unit: days, a whole number >= 0).

    Returns
    -------
    float
        Fraction of users (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``return_days.is_empty()``: ``insufficient_data``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant (default) of the family cohort_retention: The default: choose it for habits that should recur on a
    given day.

    References
    ----------
    Amplitude documentation, Retention Analysis FAQ (Return On; Return On or After)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.retention_n_day(n=3, return_days=[[1, 3], [2], [7], []]), 2)
    0.25
    """
    return _retention_n_day.compute((return_days, n), "raise")  # type: ignore[no-any-return]


def retention_unbounded(return_days: Sequence[ColumnLike], n: FloatLike) -> float:
    """Share of users who came back on a given day or at any time after it.

    Unbounded retention (return on or after). Formula: ``share_of(return_days, |days| days.iter().any(|day|
    *day >= n))``.

    Parameters
    ----------
    return_days : sequence of array-like of float
        For each user, the days after the first on which the user came back (unit: days, a whole number >= 0).
    n : float or array-like of float
        Day from which a return counts, counted from the user's first day as 0 (unit: days, a whole number >=
        0).

    Returns
    -------
    float
        Fraction of users (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``return_days.is_empty()``: ``insufficient_data``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family cohort_retention: Choose it for products used irregularly; recent cohorts still
    rise, as later returns are not in yet.

    References
    ----------
    Amplitude documentation, Retention Analysis FAQ (Return On; Return On or After)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.retention_unbounded(n=3, return_days=[[1, 3], [2], [7], []]), 1)
    0.5
    """
    return _retention_unbounded.compute((return_days, n), "raise")  # type: ignore[no-any-return]


def retention_bracket(return_days: Sequence[ColumnLike], lo: FloatLike, hi: FloatLike) -> float:
    """Share of users who came back at least once between two days, both included.

    Bracket retention. Formula: ``share_of(return_days, |days| days.iter().any(|day|
    (lo..=hi).contains(day)))``.

    Parameters
    ----------
    return_days : sequence of array-like of float
        For each user, the days after the first on which the user came back (unit: days, a whole number >= 0).
    lo : float or array-like of float
        First day of the bracket (unit: days, a whole number >= 0).
    hi : float or array-like of float
        Last day of the bracket (unit: days, a whole number >= 0).

    Returns
    -------
    float
        Fraction of users (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``return_days.is_empty()``: ``insufficient_data``; ``hi < lo``:
        ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family cohort_retention: Choose it when a return within a week or another span is what
    matters, not one exact day.

    References
    ----------
    Amplitude documentation, Retention Analysis FAQ (Return On; Return On or After)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.retention_bracket(hi=3, lo=1, return_days=[[1, 3], [2], [7], []]), 1)
    0.5
    """
    return _retention_bracket.compute((return_days, lo, hi), "raise")  # type: ignore[no-any-return]


def retention_kaplan_meier(durations: ColumnLike, observed: ColumnLike, t: FloatLike) -> float:
    """Estimated share of customers who stay beyond a given time when some are still under observation.

    Kaplan-Meier survival at a time. Formula: ``kaplan_meier_at(durations, Some(&observed.iter().map(|flag|
    *flag == 1.0).collect::<Vec<_>>()), t)``.

    Parameters
    ----------
    durations : array-like of float
        Time each customer was observed, in one unit (unit: periods, a finite number >= 0).
    observed : array-like of float
        1 if the customer left at that time, 0 if observation ended first (unit: flag, 0 or 1).
    t : float or array-like of float
        Time to estimate survival for, in the same unit (unit: periods, a finite number >= 0).

    Returns
    -------
    float
        Fraction of customers (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``durations.is_empty()``: ``insufficient_data``; ``durations.len() !=
        observed.len()``: ``infeasible``; ``durations.iter().all(|duration| *duration < t)``:
        ``extrapolation``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.

    References
    ----------
    Kaplan & Meier (1958), Journal of the American Statistical Association 53:457; example computed with
    lifelines 0.30.3

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.retention_kaplan_meier(durations=[1, 2, 2, 3, 4, 5, 5, 6], observed=[1, 1, 0, 1, 0, 1, 1, 0], t=5), 1)
    0.2
    """
    return _retention_kaplan_meier.compute((durations, observed, t), "raise")  # type: ignore[no-any-return]


def retention_sbg(alpha: FloatLike, beta: FloatLike, t: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of the customers still there who renew in a given period, when customers differ in churn.

    Retention rate at period t (shifted beta-geometric). Formula: ``(beta + t - 1.0) / (alpha + beta + t -
    1.0)``.

    Parameters
    ----------
    alpha : float or array-like of float
        First parameter of the beta distribution of churn probabilities (unit: ratio, a finite number > 0).
    beta : float or array-like of float
        Second parameter of the beta distribution of churn probabilities (unit: ratio, a finite number > 0).
    t : float or array-like of float
        Renewal period, counted from 1 (unit: periods, a whole number >= 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the customers active just before (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Fader & Hardie (2007), How to Project Customer Retention, Journal of Interactive Marketing 21(1)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.retention_sbg(alpha=0.668, beta=3.806, t=7), 9)
    0.936223028
    """
    return _retention_sbg.compute((alpha, beta, t), on_invalid)  # type: ignore[no-any-return]


def survival_sbg(alpha: FloatLike, beta: FloatLike, t: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of a cohort still active after a given number of periods, when customers differ in churn.

    Survival to period t (shifted beta-geometric). Formula: ``libm::exp(ln_beta(alpha, beta + t) -
    ln_beta(alpha, beta))``.

    Parameters
    ----------
    alpha : float or array-like of float
        First parameter of the beta distribution of churn probabilities (unit: ratio, a finite number > 0).
    beta : float or array-like of float
        Second parameter of the beta distribution of churn probabilities (unit: ratio, a finite number > 0).
    t : float or array-like of float
        Number of renewal periods passed (unit: periods, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the cohort (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Fader & Hardie (2007), How to Project Customer Retention, Journal of Interactive Marketing 21(1)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.survival_sbg(alpha=0.668, beta=3.806, t=12), 9)
    0.37804042
    """
    return _survival_sbg.compute((alpha, beta, t), on_invalid)  # type: ignore[no-any-return]


def stickiness(dau: FloatLike, mau: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of a month's active users who are active on an average day.

    Stickiness (DAU over MAU). Formula: ``dau / mau``.

    Parameters
    ----------
    dau : float or array-like of float
        Daily active users, averaged over the month (unit: people, a whole number >= 0).
    mau : float or array-like of float
        Monthly active users of the same month (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of monthly active users (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``mau == 0``: ``zero_denominator``; ``dau > mau``: ``infeasible``.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.stickiness(dau=1200, mau=6000), 1)
    0.2
    """
    return _stickiness.compute((dau, mau), on_invalid)  # type: ignore[no-any-return]


def reactivation_rate(reactivated: FloatLike, lapsed: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of lapsed customers who became active again.

    Reactivation rate. Formula: ``reactivated / lapsed``.

    Parameters
    ----------
    reactivated : float or array-like of float
        Lapsed customers who bought or returned in the period (unit: people, a whole number >= 0).
    lapsed : float or array-like of float
        Customers who counted as lapsed at its start (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of lapsed customers (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``lapsed == 0``: ``zero_denominator``; ``reactivated > lapsed``:
        ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.reactivation_rate(lapsed=400, reactivated=30), 3)
    0.075
    """
    return _reactivation_rate.compute((reactivated, lapsed), on_invalid)  # type: ignore[no-any-return]

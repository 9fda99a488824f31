"""Metrics of the group ``lift``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import FloatLike, FloatOut, OnInvalid

__all__ = [
    "absolute_lift",
    "relative_lift",
    "headroom_lift",
    "lifted_users",
    "cost_per_lifted_user",
    "incremental_conversions",
    "incremental_conversions_scaled",
    "cost_per_incremental_conversion",
    "difference_in_differences",
]

_absolute_lift = Metric("absolute_lift")
_relative_lift = Metric("relative_lift")
_headroom_lift = Metric("headroom_lift")
_lifted_users = Metric("lifted_users")
_cost_per_lifted_user = Metric("cost_per_lifted_user")
_incremental_conversions = Metric("incremental_conversions")
_incremental_conversions_scaled = Metric("incremental_conversions_scaled")
_cost_per_incremental_conversion = Metric("cost_per_incremental_conversion")
_difference_in_differences = Metric("difference_in_differences")


def absolute_lift(exposed_rate: FloatLike, control_rate: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """How far the rate among exposed people lies above the rate in the control group.

    Absolute lift. Formula: ``exposed_rate - control_rate``.

    Parameters
    ----------
    exposed_rate : float or array-like of float
        Rate among exposed people, as a fraction (unit: ratio, a fraction from 0 to 1).
    control_rate : float or array-like of float
        Rate in the control group, as a fraction (unit: ratio, a fraction from 0 to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Difference as a fraction; negative when the control group did better (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    Google Display & Video 360 Help 9724932 (Brand Lift)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.absolute_lift(control_rate=0.3, exposed_rate=0.36), 2)
    0.06
    """
    return _absolute_lift.compute((exposed_rate, control_rate), on_invalid)  # type: ignore[no-any-return]


def relative_lift(treatment: FloatLike, control: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Extra outcomes in the treatment group relative to the control group.

    Relative lift. Formula: ``(treatment - control) / control``.

    Parameters
    ----------
    treatment : float or array-like of float
        Outcomes in the treatment group (unit: count_or_people, a finite number >= 0).
    control : float or array-like of float
        Outcomes in a control group of equal size (unit: count_or_people, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the control outcome (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``control == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    Google Ads Help 14102450 (Conversion Lift)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.relative_lift(control=1000, treatment=1200), 1)
    0.2
    """
    return _relative_lift.compute((treatment, control), on_invalid)  # type: ignore[no-any-return]


def headroom_lift(exposed_rate: FloatLike, control_rate: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of the people who could still be won over that the exposure did win over.

    Headroom lift. Formula: ``(exposed_rate - control_rate) / (1.0 - control_rate)``.

    Parameters
    ----------
    exposed_rate : float or array-like of float
        Positive rate among exposed people, as a fraction (unit: ratio, a fraction from 0 to 1).
    control_rate : float or array-like of float
        Positive rate in the control group, as a fraction (unit: ratio, a fraction from 0 to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the headroom left by the control group (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``1.0 - control_rate == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    Google Display & Video 360 Help 9724932 (Brand Lift)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.headroom_lift(control_rate=0.2, exposed_rate=0.36), 1)
    0.2
    """
    return _headroom_lift.compute((exposed_rate, control_rate), on_invalid)  # type: ignore[no-any-return]


def lifted_users(absolute_lift: FloatLike, reach: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """People whose answer or behaviour the campaign changed.

    Lifted users. Formula: ``absolute_lift * reach``.

    Parameters
    ----------
    absolute_lift : float or array-like of float
        Lift over the control group, as a fraction; negative where the control group did better (unit: ratio,
        a number from -1 to 1).
    reach : float or array-like of float
        Different people reached (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Number of people; negative where the campaign put people off (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: sum.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.

    References
    ----------
    Google Display & Video 360 Help 9724932 (Brand Lift)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.lifted_users(absolute_lift=0.03, reach=200000), 0)
    6000.0
    """
    return _lifted_users.compute((absolute_lift, reach), on_invalid)  # type: ignore[no-any-return]


def cost_per_lifted_user(cost: FloatLike, absolute_lift: FloatLike, reach: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """What it costs to change the answer or behaviour of one person.

    Cost per lifted user. Formula: ``cost / (absolute_lift * reach)``.

    Parameters
    ----------
    cost : float or array-like of float
        Cost of the campaign, in one currency (unit: currency, a finite number >= 0).
    absolute_lift : float or array-like of float
        Lift over the control group, as a fraction (unit: ratio, a number from -1 to 1).
    reach : float or array-like of float
        Different people reached (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per lifted user (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``absolute_lift * reach <= 0.0``: ``no_lift``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.

    References
    ----------
    Google Display & Video 360 Help 9724932 (Brand Lift)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.cost_per_lifted_user(absolute_lift=0.03, cost=12000, reach=200000), 0)
    2.0
    """
    return _cost_per_lifted_user.compute((cost, absolute_lift, reach), on_invalid)  # type: ignore[no-any-return]


def incremental_conversions(treatment: FloatLike, control: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Conversions caused by a campaign, from treatment and control groups of equal size.

    Incremental conversions (equal groups). Formula: ``treatment - control``.

    Parameters
    ----------
    treatment : float or array-like of float
        Conversions in the treatment group (unit: count_or_people, a finite number >= 0).
    control : float or array-like of float
        Conversions in a control group of equal size (unit: count_or_people, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Number of conversions; negative when the control group had more (unit: count).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: sum.

    References
    ----------
    Google Ads Help 14102450 (Conversion Lift)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.incremental_conversions(control=1000, treatment=1200), 0)
    200.0
    """
    return _incremental_conversions.compute((treatment, control), on_invalid)  # type: ignore[no-any-return]


def incremental_conversions_scaled(treated_conversions: FloatLike, treated: FloatLike, control_conversions: FloatLike, control: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Conversions caused by a campaign, with the control group scaled to the size of the treated one.

    Incremental conversions, unequal groups. Formula: ``treated_conversions - control_conversions * (treated /
    control)``.

    Parameters
    ----------
    treated_conversions : float or array-like of float
        Conversions in the treated group (unit: count_or_people, a whole number >= 0).
    treated : float or array-like of float
        People in the treated group (unit: people, a whole number >= 0).
    control_conversions : float or array-like of float
        Conversions in the control group (unit: count_or_people, a whole number >= 0).
    control : float or array-like of float
        People in the control group (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Number of conversions; negative when the control group did better (unit: count).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``control == 0.0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: sum.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.incremental_conversions_scaled(control=20000, control_conversions=200, treated=100000, treated_conversions=1200), 0)
    200.0
    """
    return _incremental_conversions_scaled.compute((treated_conversions, treated, control_conversions, control), on_invalid)  # type: ignore[no-any-return]


def cost_per_incremental_conversion(cost: FloatLike, incremental_conversions: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """What one conversion costs that would not have happened without the campaign.

    Cost per incremental conversion. Formula: ``cost / incremental_conversions``.

    Parameters
    ----------
    cost : float or array-like of float
        Cost of the campaign, in one currency (unit: currency, a finite number >= 0).
    incremental_conversions : float or array-like of float
        Conversions caused by the campaign (unit: count_or_people, a finite number).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per incremental conversion (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``incremental_conversions <= 0.0``: ``no_lift``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    Google Ads Help 14102450 (Conversion Lift)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.cost_per_incremental_conversion(cost=5000, incremental_conversions=200), 0)
    25.0
    """
    return _cost_per_incremental_conversion.compute((cost, incremental_conversions), on_invalid)  # type: ignore[no-any-return]


def difference_in_differences(t_pre: FloatLike, t_post: FloatLike, c_pre: FloatLike, c_post: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Change in a treated group beyond the change in a control group over the same time.

    Difference in differences. Formula: ``t_post - t_pre - (c_post - c_pre)``.

    Parameters
    ----------
    t_pre : float or array-like of float
        Treated group before, in any one unit (unit: any, a finite number).
    t_post : float or array-like of float
        Treated group after, in the same unit (unit: any, a finite number).
    c_pre : float or array-like of float
        Control group before, in the same unit (unit: any, a finite number).
    c_post : float or array-like of float
        Control group after, in the same unit (unit: any, a finite number).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Effect in the unit of the inputs (unit: any).

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
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.difference_in_differences(c_post=105, c_pre=90, t_post=130, t_pre=100), 0)
    15.0
    """
    return _difference_in_differences.compute((t_pre, t_post, c_pre, c_post), on_invalid)  # type: ignore[no-any-return]

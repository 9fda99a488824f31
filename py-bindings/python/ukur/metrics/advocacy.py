"""Metrics of the group ``advocacy``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import FloatLike, FloatOut, OnInvalid

__all__ = [
    "nps",
    "nps_standard_error",
    "nps_ci_half_width",
    "advocacy_rate",
]

_nps = Metric("nps")
_nps_standard_error = Metric("nps_standard_error")
_nps_ci_half_width = Metric("nps_ci_half_width")
_advocacy_rate = Metric("advocacy_rate")


def nps(promoters: FloatLike, passives: FloatLike, detractors: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of promoters less share of detractors among those asked, in points from -100 to 100.

    Net Promoter Score. Formula: ``(100.0 * (promoters - detractors)) / (promoters + passives + detractors)``.

    Parameters
    ----------
    promoters : float or array-like of float
        Answers 9 and 10 (unit: count_or_people, a whole number >= 0).
    passives : float or array-like of float
        Answers 7 and 8 (unit: count_or_people, a whole number >= 0).
    detractors : float or array-like of float
        Answers 0 to 6 (unit: count_or_people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Points between -100 and 100 (unit: promoter_points).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``promoters + passives + detractors == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    whuber on Cross Validated, NPS margin of error (shares 1/2, 1/3, 1/6); CYBAEA (2016)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.nps(detractors=54, passives=108, promoters=162), 9)
    33.333333333
    """
    return _nps.compute((promoters, passives, detractors), on_invalid)  # type: ignore[no-any-return]


def nps_standard_error(promoters: FloatLike, passives: FloatLike, detractors: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Sampling error of a net promoter score, in points.

    Standard error of NPS. Formula: ``100.0 * (4.0 * promoters * detractors + passives * (promoters +
    detractors)).sqrt() / ((promoters + passives + detractors) * (promoters + passives +
    detractors).sqrt())``.

    Parameters
    ----------
    promoters : float or array-like of float
        Answers 9 and 10 (unit: count_or_people, a whole number >= 0).
    passives : float or array-like of float
        Answers 7 and 8 (unit: count_or_people, a whole number >= 0).
    detractors : float or array-like of float
        Answers 0 to 6 (unit: count_or_people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Points (unit: promoter_points).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``promoters + passives + detractors == 0.0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.
    Variance 5/9 for (1/2, 1/3, 1/6); n = 324.

    References
    ----------
    whuber on Cross Validated, NPS margin of error (shares 1/2, 1/3, 1/6); CYBAEA (2016)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.nps_standard_error(detractors=54, passives=108, promoters=162), 8)
    4.14086662
    """
    return _nps_standard_error.compute((promoters, passives, detractors), on_invalid)  # type: ignore[no-any-return]


def nps_ci_half_width(standard_error: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Half the width of the 95 % confidence interval of a net promoter score.

    Half-width of the 95 % interval of NPS. Formula: ``normal_upper_quantile(0.025) * standard_error``.

    Parameters
    ----------
    standard_error : float or array-like of float
        Standard error of the score, in points (unit: promoter_points, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Points on either side of the score (unit: promoter_points).

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
    whuber on Cross Validated, NPS margin of error (shares 1/2, 1/3, 1/6); CYBAEA (2016)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.nps_ci_half_width(standard_error=4.140866624999612), 4)
    8.1159
    """
    return _nps_ci_half_width.compute((standard_error,), on_invalid)  # type: ignore[no-any-return]


def advocacy_rate(advocates: FloatLike, customers: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of customers who speak up for the brand.

    Advocacy rate. Formula: ``advocates / customers``.

    Parameters
    ----------
    advocates : float or array-like of float
        Customers who advocated the brand in the period (unit: people, a whole number >= 0).
    customers : float or array-like of float
        All customers (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of customers (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``customers == 0``: ``zero_denominator``; ``advocates > customers``:
        ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    article on measuring social media marketing (Indonesian), after socialmediaexaminer.com

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.advocacy_rate(advocates=240, customers=4000), 2)
    0.06
    """
    return _advocacy_rate.compute((advocates, customers), on_invalid)  # type: ignore[no-any-return]

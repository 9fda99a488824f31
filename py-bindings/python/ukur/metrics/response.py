"""Metrics of the group ``response``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import ColumnLike, FloatLike, FloatOut, OnInvalid

__all__ = [
    "adstock_geometric",
    "adstock_normalised",
    "adstock_half_life",
    "adstock_total_multiplier",
    "saturation_hill",
    "saturation_michaelis_menten",
    "marginal_return_hill",
    "budget_split_square_root",
]

_adstock_geometric = Metric("adstock_geometric")
_adstock_normalised = Metric("adstock_normalised")
_adstock_half_life = Metric("adstock_half_life")
_adstock_total_multiplier = Metric("adstock_total_multiplier")
_saturation_hill = Metric("saturation_hill")
_saturation_michaelis_menten = Metric("saturation_michaelis_menten")
_marginal_return_hill = Metric("marginal_return_hill")
_budget_split_square_root = Metric("budget_split_square_root")


def adstock_geometric(media: ColumnLike, theta: FloatLike) -> float:
    """Advertising effect in the last period with the carry-over of earlier ones, weights not normalised.

    Geometric adstock (unnormalised), last value. Formula: ``adstock::adstock_geometric(media, theta)``.

    Parameters
    ----------
    media : array-like of float
        Spend or exposure per period, oldest first, in any one unit (unit: any, a finite number >= 0).
    theta : float or array-like of float
        Share of the effect carried into the next period, as a fraction (unit: ratio, a fraction from 0 to 1).

    Returns
    -------
    float
        Carried-over amount in the unit of the media (unit: any).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``media.is_empty()``: ``insufficient_data``.

    Notes
    -----
    Roll-up: recompute.
    Variant (default) of the family adstock: The default, as in Robyn: choose it when total effect should grow
    with carry-over.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Robyn, github.com/facebookexperimental/Robyn, R/R/transformation.R at 5915aa9

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.adstock_geometric(media=[100, 100, 100, 100, 100], theta=0.5), 2)
    193.75
    """
    return _adstock_geometric.compute((media, theta), "raise")  # type: ignore[no-any-return]


def adstock_normalised(media: ColumnLike, theta: FloatLike) -> float:
    """Advertising effect in the last period with the carry-over of earlier ones, weights summing to one.

    Geometric adstock (weights sum to 1), last value. Formula: ``adstock::adstock_normalised(media, theta)``.

    Parameters
    ----------
    media : array-like of float
        Spend or exposure per period, oldest first, in any one unit (unit: any, a finite number >= 0).
    theta : float or array-like of float
        Share of the effect carried into the next period, as a fraction (unit: ratio, a fraction from 0 to 1).

    Returns
    -------
    float
        Weighted mean in the unit of the media (unit: any).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``media.is_empty()``: ``insufficient_data``.

    Notes
    -----
    Roll-up: recompute.
    Variant of the family adstock: Choose it to match Meridian: the result stays on the scale of one period's
    media.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    Meridian normalises, Robyn does not: the same theta gives 31 and 16 here.

    References
    ----------
    Meridian, github.com/google/meridian, adstock_hill_test.py at 8ca83f6

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.adstock_normalised(media=[0, 0, 0, 0, 31], theta=0.5), 0)
    16.0
    """
    return _adstock_normalised.compute((media, theta), "raise")  # type: ignore[no-any-return]


def adstock_half_life(theta: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Periods until the carried-over effect has fallen by half.

    Adstock half-life. Formula: ``adstock::adstock_half_life(theta)``.

    Parameters
    ----------
    theta : float or array-like of float
        Share of the effect carried into the next period, as a fraction (unit: ratio, a fraction between 0 and
        1, both excluded).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Periods (unit: periods).

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
    Robyn, github.com/facebookexperimental/Robyn, R/R/transformation.R at 5915aa9

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.adstock_half_life(theta=0.5), 0)
    1.0
    """
    return _adstock_half_life.compute((theta,), on_invalid)  # type: ignore[no-any-return]


def adstock_total_multiplier(theta: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Total effect of one period's advertising over all time, relative to its effect at once.

    Long-run multiplier of geometric adstock. Formula: ``adstock::adstock_total_multiplier(theta)``.

    Parameters
    ----------
    theta : float or array-like of float
        Share of the effect carried into the next period, as a fraction (unit: ratio, a fraction from 0 to 1,
        1 excluded).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Multiple of the immediate effect (unit: ratio).

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
    Robyn, github.com/facebookexperimental/Robyn, R/R/transformation.R at 5915aa9

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.adstock_total_multiplier(theta=0.7), 8)
    3.33333333
    """
    return _adstock_total_multiplier.compute((theta,), on_invalid)  # type: ignore[no-any-return]


def saturation_hill(value: FloatLike, alpha: FloatLike, inflexion: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of the largest possible response that an amount of media reaches, on an S-shaped curve.

    Hill saturation. Formula: ``saturation::saturation_hill(value, alpha, inflexion)``.

    Parameters
    ----------
    value : float or array-like of float
        Amount of media, in any one unit (unit: any, a finite number >= 0).
    alpha : float or array-like of float
        Steepness of the curve; above 1 it is S-shaped (unit: ratio, a finite number > 0).
    inflexion : float or array-like of float
        Amount at which half the largest response is reached, in the same unit (unit: any, a finite number >
        0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the largest response (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    Robyn documents alpha 3, gamma 0.5 on c(100,150,170,190,200): inflexion 100.

    References
    ----------
    Robyn, github.com/facebookexperimental/Robyn, R/R/transformation.R at 5915aa9

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.saturation_hill(alpha=3, inflexion=100, value=150), 9)
    0.771428571
    """
    return _saturation_hill.compute((value, alpha, inflexion), on_invalid)  # type: ignore[no-any-return]


def saturation_michaelis_menten(value: FloatLike, vmax: FloatLike, km: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Response to an amount of media with steadily falling returns.

    Michaelis-Menten saturation. Formula: ``saturation::saturation_michaelis_menten(value, vmax, km)``.

    Parameters
    ----------
    value : float or array-like of float
        Amount of media, in any one unit (unit: any, a finite number >= 0).
    vmax : float or array-like of float
        Largest possible response (unit: other, a finite number >= 0).
    km : float or array-like of float
        Amount at which half of it is reached, in the unit of the media (unit: any, a finite number > 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Response, in the unit of the largest response (unit: other).

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
    Robyn, github.com/facebookexperimental/Robyn, R/R/transformation.R at 5915aa9

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.saturation_michaelis_menten(km=0.5, value=5, vmax=5), 9)
    4.545454545
    """
    return _saturation_michaelis_menten.compute((value, vmax, km), on_invalid)  # type: ignore[no-any-return]


def marginal_return_hill(beta: FloatLike, value: FloatLike, alpha: FloatLike, inflexion: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Extra response to one more unit of media on a Hill curve.

    Marginal return of a Hill curve. Formula: ``saturation::marginal_return_hill(beta, value, alpha,
    inflexion)``.

    Parameters
    ----------
    beta : float or array-like of float
        Largest possible response (unit: other, a finite number >= 0).
    value : float or array-like of float
        Amount of media, in any one unit (unit: any, a finite number > 0).
    alpha : float or array-like of float
        Steepness of the curve (unit: ratio, a finite number > 0).
    inflexion : float or array-like of float
        Amount at which half the largest response is reached, in the same unit (unit: any, a finite number >
        0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Response per unit of media (unit: ratio).

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
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.marginal_return_hill(alpha=1, beta=1000, inflexion=100, value=100), 1)
    2.5
    """
    return _marginal_return_hill.compute((beta, value, alpha, inflexion), on_invalid)  # type: ignore[no-any-return]


def budget_split_square_root(budget: FloatLike, scales: ColumnLike) -> float:
    """Best spend on the first of several channels whose responses follow the square root of spend.

    Optimal budget share under square-root responses, first channel. Formula:
    ``budget::budget_split_square_root(budget, scales)``.

    Parameters
    ----------
    budget : float or array-like of float
        Total to spend, in one currency (unit: currency, a finite number >= 0).
    scales : array-like of float
        Response of each channel to one unit of currency, in any one unit (unit: other, a finite number > 0).

    Returns
    -------
    float
        Currency for the first channel (unit: currency).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``scales.is_empty()``: ``insufficient_data``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    Closed form for testing an allocator: total response 3*6+4*8 = 50.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.budget_split_square_root(budget=100, scales=[3, 4]), 0)
    36.0
    """
    return _budget_split_square_root.compute((budget, scales), "raise")  # type: ignore[no-any-return]

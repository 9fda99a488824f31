"""Metrics of the group ``diffusion``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import FloatLike, FloatOut, OnInvalid

__all__ = [
    "bass_cumulative",
    "bass_peak_time",
    "bass_peak_adoptions",
]

_bass_cumulative = Metric("bass_cumulative")
_bass_peak_time = Metric("bass_peak_time")
_bass_peak_adoptions = Metric("bass_peak_adoptions")


def bass_cumulative(p: FloatLike, q: FloatLike, t: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of a market that has adopted a product by a given time, by the Bass model.

    Bass cumulative adoption fraction. Formula: ``diffusion::bass_cumulative(p, q, t)``.

    Parameters
    ----------
    p : float or array-like of float
        Coefficient of innovation, per period (unit: ratio, a finite number > 0).
    q : float or array-like of float
        Coefficient of imitation, per period (unit: ratio, a finite number >= 0).
    t : float or array-like of float
        Time since launch, in periods (unit: periods, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the eventual market (unit: ratio).

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
    Bass (1969), Management Science 15:215; Sultan, Farley & Lehmann (1990) for average p 0.03 and q 0.38

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.bass_cumulative(p=0.03, q=0.38, t=5), 9)
    0.331198642
    """
    return _bass_cumulative.compute((p, q, t), on_invalid)  # type: ignore[no-any-return]


def bass_peak_time(p: FloatLike, q: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Time at which adoption is fastest, by the Bass model.

    Bass peak time. Formula: ``diffusion::bass_peak_time(p, q)``.

    Parameters
    ----------
    p : float or array-like of float
        Coefficient of innovation, per period (unit: ratio, a finite number > 0).
    q : float or array-like of float
        Coefficient of imitation, per period (unit: ratio, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Periods since launch (unit: periods).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``q <= p``: ``peak_at_zero``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Bass (1969), Management Science 15:215; Sultan, Farley & Lehmann (1990) for average p 0.03 and q 0.38

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.bass_peak_time(p=0.010399, q=0.41861), 9)
    8.613409162
    """
    return _bass_peak_time.compute((p, q), on_invalid)  # type: ignore[no-any-return]


def bass_peak_adoptions(m: FloatLike, p: FloatLike, q: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Adoptions per period at the time adoption is fastest, by the Bass model.

    Bass peak adoptions per period. Formula: ``diffusion::bass_peak_adoptions(m, p, q)``.

    Parameters
    ----------
    m : float or array-like of float
        Eventual market, in people (unit: people, a finite number >= 0).
    p : float or array-like of float
        Coefficient of innovation, per period (unit: ratio, a finite number > 0).
    q : float or array-like of float
        Coefficient of imitation, per period (unit: ratio, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Adopters per period (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``q <= p``: ``peak_at_zero``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Bass (1969), Management Science 15:215; Sultan, Farley & Lehmann (1990) for average p 0.03 and q 0.38

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.bass_peak_adoptions(m=16895, p=0.010399, q=0.41861), 6)
    1857.040658
    """
    return _bass_peak_adoptions.compute((m, p, q), on_invalid)  # type: ignore[no-any-return]

"""Effects that are carried over into later periods."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import _core
from .._checked import checked
from .._typing import ColumnLike, FloatArray

__all__ = ["Decay", "adstock", "adstock_multiplier", "adstock_weights", "carry_over"]

Decay: TypeAlias = Literal["geometric", "binomial", "delayed"]
"""How weights fall with the lag."""


@checked
def adstock(
    media: ColumnLike,
    theta: float | None = None,
    *,
    decay: Decay = "geometric",
    alpha: float | None = None,
    peak: float | None = None,
    window: int | None = None,
    normalised: bool = False,
) -> FloatArray:
    """Carry effects over into later periods.

    Parameters
    ----------
    media : array-like
        Input of each period.
    theta : float, optional
        Share kept from one period to the next, for ``"geometric"`` and ``"delayed"``.
    decay : {"geometric", "binomial", "delayed"}
        ``theta**lag``; ``(1 - lag / window)**(1 / alpha - 1)``; ``theta**((lag - peak)**2)``.
    alpha : float, optional
        For ``"binomial"``.
    peak : float, optional
        Lag of the largest effect, for ``"delayed"``.
    window : int, optional
        How many periods a weight reaches; without end (geometric only) when left out.
    normalised : bool
        Whether the weights are divided by their sum. Robyn does not, Meridian does: the same `theta` then means
        another size, so the flag belongs to every number reported.

    Returns
    -------
    numpy.ndarray
        The effect in each period.

    Raises
    ------
    InvalidInputError
        For a parameter outside its domain, missing or without meaning, and for negative inputs.

    Examples
    --------
    >>> ukur.response.adstock([100, 0, 0], 0.5)
    array([100.,  50.,  25.])
    """
    return _core.response_adstock(media, (decay, theta, alpha, peak, window, normalised))


@checked
def carry_over(
    media: ColumnLike,
    periods: int,
    theta: float | None = None,
    *,
    decay: Decay = "geometric",
    alpha: float | None = None,
    peak: float | None = None,
    window: int | None = None,
    normalised: bool = False,
) -> FloatArray:
    """Show what is still to come after the last input, when the input stops.

    A return that leaves this out is too low.

    Parameters
    ----------
    media : array-like
        Input of each period.
    periods : int
        How many periods to look ahead.
    theta, decay, alpha, peak, window, normalised
        As for :func:`adstock`.

    Returns
    -------
    numpy.ndarray
        The effect in each of the periods that follow.

    Examples
    --------
    >>> ukur.response.carry_over([100], 3, 0.5)
    array([50. , 25. , 12.5])
    """
    return _core.response_carry_over(media, periods, (decay, theta, alpha, peak, window, normalised))


@checked
def adstock_weights(
    periods: int,
    theta: float | None = None,
    *,
    decay: Decay = "geometric",
    alpha: float | None = None,
    peak: float | None = None,
    window: int | None = None,
    normalised: bool = False,
) -> FloatArray:
    """Show the weights of lags 0, 1, ..., `periods` - 1.

    Parameters
    ----------
    periods : int
        How many.
    theta, decay, alpha, peak, window, normalised
        As for :func:`adstock`.

    Returns
    -------
    numpy.ndarray
        The weights.

    Examples
    --------
    >>> ukur.response.adstock_weights(5, 0.5, window=5)
    array([1.    , 0.5   , 0.25  , 0.125 , 0.0625])
    """
    return _core.response_adstock_weights(periods, (decay, theta, alpha, peak, window, normalised))


@checked
def adstock_multiplier(
    theta: float | None = None,
    *,
    decay: Decay = "geometric",
    alpha: float | None = None,
    peak: float | None = None,
    window: int | None = None,
    normalised: bool = False,
) -> float:
    """Give the total effect of one unit of input, now and later: the sum of all weights.

    Parameters
    ----------
    theta, decay, alpha, peak, window, normalised
        As for :func:`adstock`.

    Returns
    -------
    float
        The multiplier; also the level that a steady input of one unit a period reaches.

    Examples
    --------
    >>> ukur.response.adstock_multiplier(0.75)
    4.0
    """
    return _core.response_adstock_multiplier((decay, theta, alpha, peak, window, normalised))

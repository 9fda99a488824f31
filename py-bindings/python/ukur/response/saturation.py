"""Curves of saturation, their responses and slopes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from .. import _core
from .._checked import checked
from .._typing import FloatLike, FloatOut
from ._door import as_json

__all__ = ["Curve", "curve_response", "input_for_marginal_return", "marginal_return"]

Curve: TypeAlias = Mapping[str, Any]
"""A response curve: its form and parameters."""


@checked
def curve_response(curve: Curve, x: FloatLike) -> FloatOut:
    """Give the response of a curve.

    Parameters
    ----------
    curve : mapping
        Its form and parameters.
    x : float or array-like
        Inputs.

    Returns
    -------
    float or numpy.ndarray
        The responses.

    Raises
    ------
    InvalidInputError
        For a parameter outside its domain, and for inputs below 0.

    Examples
    --------
    >>> ukur.response.curve_response({"form": "square_root", "scale": 3}, [4, 9])
    array([6., 9.])
    """
    return _core.response_curve_response(as_json("curve", curve), x)


@checked
def marginal_return(curve: Curve, x: FloatLike) -> FloatOut:
    """Give what one more unit of input brings.

    Parameters
    ----------
    curve : mapping
        Its form and parameters.
    x : float or array-like
        Inputs.

    Returns
    -------
    float or numpy.ndarray
        The derivatives; in a column NaN where a curve starts upright.

    Raises
    ------
    UndefinedError
        ``unbounded`` for the single input 0 of a curve that starts upright.

    Examples
    --------
    >>> ukur.response.marginal_return({"form": "michaelis_menten", "maximum": 1000, "half_saturation": 100}, 100)
    2.5
    """
    return _core.response_marginal_return(as_json("curve", curve), x)


@checked
def input_for_marginal_return(curve: Curve, rate: float) -> float:
    """Find the input beyond which one more unit brings less than a rate.

    Parameters
    ----------
    curve : mapping
        Its form and parameters.
    rate : float
        Response per unit of input.

    Returns
    -------
    float
        The input.

    Raises
    ------
    UndefinedError
        ``never`` where no unit brings as much, ``not_reached`` where every unit brings more.

    Examples
    --------
    >>> ukur.response.input_for_marginal_return({"form": "logarithm", "scale": 100, "offset": 20}, 2)
    30.0
    """
    return _core.response_input_for_marginal_return(as_json("curve", curve), rate)

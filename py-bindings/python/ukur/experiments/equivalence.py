"""Are they the same? Equivalence is a claim of its own and needs its own test."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._checked import checked
from .._statistics import Comparison, Equivalence
from ._door import call, comparison_numbers, number, optional

__all__ = ["equivalence", "equivalence_of"]


@checked
def equivalence(
    estimate: float,
    standard_error: float,
    degrees_of_freedom: float | None,
    lower_margin: float,
    upper_margin: float,
    alpha: float = 0.05,
) -> Equivalence:
    """Two one-sided tests: is the effect shown to lie between two margins?

    Parameters
    ----------
    estimate, standard_error : float
        The effect and its error.
    degrees_of_freedom : float or None
        Of t; None for a normal test.
    lower_margin, upper_margin : float
        Between them the effect does not matter; fix them before looking.
    alpha : float
        The error rate.

    Returns
    -------
    Equivalence
        Both tests, and what is shown.

    References
    ----------
    Schuirmann 1987, Journal of Pharmacokinetics and Biopharmaceutics 15:657.

    Examples
    --------
    >>> equivalence(-0.0010, 0.0010, None, -0.005, 0.005).equivalent
    True
    """
    return call(
        Equivalence,
        "equivalence",
        number("estimate", estimate),
        number("standard_error", standard_error),
        optional("degrees_of_freedom", degrees_of_freedom),
        number("lower_margin", lower_margin),
        number("upper_margin", upper_margin),
        number("alpha", alpha),
    )


@checked
def equivalence_of(
    comparison: Comparison | Mapping[str, Any], lower_margin: float, upper_margin: float, alpha: float = 0.05
) -> Equivalence:
    """The equivalence test beside a difference test, on the comparison's own scale and error.

    Parameters
    ----------
    comparison : Comparison
        As :func:`compare_means` gives it.
    lower_margin, upper_margin : float
        Between them the effect does not matter.
    alpha : float
        The error rate.

    Returns
    -------
    Equivalence
        Both tests, and what is shown.

    Examples
    --------
    >>> from ukur.experiments import compare_means
    >>> c = compare_means({"n": 4000, "mean": 10.02, "variance": 9}, {"n": 4000, "mean": 10.0, "variance": 9})
    >>> c.p_value > 0.05, equivalence_of(c, -0.2, 0.2).equivalent
    (True, True)
    """
    fields = comparison_numbers(comparison)
    return call(
        Equivalence,
        "equivalence",
        fields[3],
        fields[4],
        fields[9],
        number("lower_margin", lower_margin),
        number("upper_margin", upper_margin),
        number("alpha", alpha),
    )

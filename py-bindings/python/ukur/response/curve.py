"""Response curves fitted by least squares."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

from .. import _core
from .._checked import checked
from .._progress import Progress, as_callback
from .._records import build, record
from .._typing import ColumnLike
from ._door import as_json

__all__ = ["CurveFit", "FittedParameter", "ResponseAt", "fit_curve", "response_at"]


@dataclass(frozen=True)
class FittedParameter:
    """One parameter with its interval; the errors are None where they would mean nothing.

    Attributes
    ----------
    name : str
        Its name.
    estimate : float
        The estimate.
    standard_error, lower, upper : float or None
        Its standard error, and the ends of the interval.
    """

    name: str
    estimate: float
    standard_error: float | None
    lower: float | None
    upper: float | None


@dataclass(frozen=True)
class CurveFit:
    """A fitted response curve.

    Attributes
    ----------
    curve : dict
        The curve, without the intercept.
    intercept : float
        Response at input 0.
    parameters : tuple of FittedParameter
        The linear parameter, the shape, the intercept.
    diagnosis : str
        ``"converged"``, ``"extrapolation"``, ``"not_identified"``, ``"exact_fit"`` or ``"not_converged"``.
    message : str
        The same in words, with what to do.
    residual_standard_deviation : float or None
        Root of the residual sum of squares over the degrees of freedom.
    r_squared : float
        Share of the variance around the mean that the curve explains.
    observations, degrees_of_freedom, iterations : int
        Counts.
    confidence : float
        Confidence of the intervals.
    covariance : tuple of float or None
        Covariance of the parameters in row order, those of the shape as logarithms.
    input_range : tuple of float
        Smallest and largest input seen.
    """

    curve: dict[str, Any]
    intercept: float
    parameters: tuple[FittedParameter, ...]
    diagnosis: str
    message: str
    residual_standard_deviation: float | None
    r_squared: float
    observations: int
    degrees_of_freedom: int
    confidence: float
    iterations: int
    covariance: tuple[float, ...] | None
    input_range: tuple[float, float]

    def summary(self) -> str:
        """The fit as text: the diagnosis, and one line a parameter."""
        lines = [f"{self.curve['form']}: {self.diagnosis}. {self.message}"]
        for one in self.parameters:
            line = f"  {one.name:<16}{one.estimate:>14.6g}"
            if one.standard_error is not None and one.lower is not None:
                upper = "unbounded" if one.upper is None else f"{one.upper:.6g}"
                line += f"   se {one.standard_error:.3g}   {self.confidence:.0%} {one.lower:.6g} to {upper}"
            lines.append(line)
        return "\n".join(lines)


@dataclass(frozen=True)
class ResponseAt:
    """A response with its interval.

    Attributes
    ----------
    input, response : float
        The input; intercept and curve together.
    lower, upper : float or None
        Ends of the interval of the mean response.
    marginal_return : float or None
        Return of the next unit; None where the curve starts upright.
    is_extrapolated : bool
        True outside the inputs seen.
    """

    input: float
    response: float
    lower: float | None
    upper: float | None
    marginal_return: float | None
    is_extrapolated: bool


@checked
def fit_curve(
    input: ColumnLike,
    response: ColumnLike,
    weights: ColumnLike | None = None,
    *,
    form: Literal["hill", "michaelis_menten", "exponential", "power", "square_root", "logarithm"] = "hill",
    intercept: bool = False,
    confidence: float = 0.95,
    progress: Progress = None,
) -> CurveFit:
    """Fit a response curve by (weighted) least squares.

    Parameters
    ----------
    input, response : array-like
        Observations.
    weights : array-like, optional
        Their weights.
    form : str
        The form of the curve.
    intercept : bool
        Whether there is a response at input 0 (organic sales, say) to be estimated along with the curve.
    confidence : float
        Confidence of the intervals.
    progress : bool or callable, optional
        True for a line on the error stream; or a function of steps done and in all, False stops the work. The search
        may end long before the last step.

    Returns
    -------
    CurveFit
        The curve with intervals and a diagnosis; no errors are given where the data do not determine it.

    Raises
    ------
    UndefinedError
        ``insufficient_data`` for fewer different inputs than parameters; ``no_lift`` where the response does not
        rise with the input.

    Examples
    --------
    >>> fit = ukur.response.fit_curve([1, 4, 9, 16], [3.1, 5.9, 9.2, 11.9], form="square_root")
    >>> fit.diagnosis, round(fit.parameters[0].estimate, 2)
    ('converged', 3.0)
    """
    text = _core.response_fit_curve(input, response, weights, form, intercept, confidence, as_callback(progress))
    return record(CurveFit, text)


@checked
def response_at(fit: CurveFit, input: ColumnLike | float) -> tuple[ResponseAt, ...]:
    """Give the responses of a fitted curve with the intervals of their means.

    Parameters
    ----------
    fit : CurveFit
        From :func:`fit_curve`.
    input : float or array-like
        Inputs.

    Returns
    -------
    tuple of ResponseAt
        One an input.

    Examples
    --------
    >>> fit = ukur.response.fit_curve([1, 4, 9, 16], [3.1, 5.9, 9.2, 11.9], form="square_root")
    >>> [at] = ukur.response.response_at(fit, 25)
    >>> round(at.response, 1), at.is_extrapolated
    (15.0, True)
    """
    rows = json.loads(_core.response_response_at(as_json("fit", fit), input))
    return tuple(build(ResponseAt, row) for row in rows)

"""The Bass model of diffusion."""

from __future__ import annotations

from dataclasses import dataclass

from .. import _core
from .._checked import checked
from .._progress import Progress, as_callback
from .._records import record
from .._typing import ColumnLike, FloatArray
from .curve import FittedParameter

__all__ = ["BassFit", "bass_forecast", "fit_bass"]


@dataclass(frozen=True)
class BassFit:
    """A fitted Bass model.

    Attributes
    ----------
    m, p, q : float
        Size of the market, innovation, imitation.
    parameters : tuple of FittedParameter
        The same with intervals.
    diagnosis, message : str
        How the fit ended, as for :class:`CurveFit`.
    peak_time, peak_adoptions : float or None
        When most adopt, in periods since the launch, and how many; None where adoptions only fall.
    fitted : tuple of float
        Adoptions of each period as the model has them.
    residual_standard_deviation : float or None
        Root of the residual sum of squares over the degrees of freedom.
    r_squared, confidence : float
        Share of the variance explained; confidence of the intervals.
    regression : tuple of float or None
        ``(m, p, q)`` of Bass's own regression, for comparison with the literature.
    """

    m: float
    p: float
    q: float
    parameters: tuple[FittedParameter, ...]
    diagnosis: str
    message: str
    peak_time: float | None
    peak_adoptions: float | None
    fitted: tuple[float, ...]
    residual_standard_deviation: float | None
    r_squared: float
    confidence: float
    regression: tuple[float, float, float] | None


@checked
def bass_forecast(m: float, p: float, q: float, periods: int) -> FloatArray:
    """Forecast adoptions in each of the first periods since the launch, by the Bass model.

    Parameters
    ----------
    m : float
        Size of the market.
    p, q : float
        Innovation and imitation, per period.
    periods : int
        How many.

    Returns
    -------
    numpy.ndarray
        Adoptions by period.

    Examples
    --------
    >>> ukur.response.bass_forecast(1000, 0.03, 0.38, 3).round(1)
    array([35.8, 49.3, 65.4])
    """
    return _core.response_bass_forecast(m, p, q, periods)


@checked
def fit_bass(adoptions: ColumnLike, confidence: float = 0.95, *, progress: Progress = None) -> BassFit:
    """Fit the Bass model to the adoptions of each period since the launch, by nonlinear least squares.

    Parameters
    ----------
    adoptions : array-like
        New adoptions by period.
    confidence : float
        Confidence of the intervals.
    progress : bool or callable, optional
        True for a line on the error stream; or a function of steps done and in all, False stops the work. The search
        may end long before the last step.

    Returns
    -------
    BassFit
        Market, innovation and imitation, with the peak and a diagnosis.

    Raises
    ------
    UndefinedError
        ``insufficient_data`` for fewer than three periods.

    Examples
    --------
    >>> fit = ukur.response.fit_bass(ukur.response.bass_forecast(1000, 0.03, 0.38, 12))
    >>> round(fit.m), round(fit.p, 6), round(fit.q, 6), round(fit.peak_time, 3)
    (1000, 0.03, 0.38, 6.193)

    References
    ----------
    Bass (1969), Management Science 15:215; Srinivasan and Mason (1986), Marketing Science 5:169.
    """
    return record(BassFit, _core.response_fit_bass(adoptions, confidence, as_callback(progress)))

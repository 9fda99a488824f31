"""Response: how an input turns into results over time and with saturation, and how to split a budget when it does.

A curve is a mapping with its form and parameters, the same in every language::

    {"form": "hill", "maximum": 900, "alpha": 2, "inflexion": 40}         # maximum x^alpha / (x^alpha + inflexion^alpha)
    {"form": "michaelis_menten", "maximum": 900, "half_saturation": 40}   # maximum x / (half_saturation + x)
    {"form": "exponential", "maximum": 900, "scale": 40}                  # maximum (1 - exp(-x / scale))
    {"form": "power", "scale": 3, "exponent": 0.5}                        # scale x^exponent
    {"form": "square_root", "scale": 3}                                   # scale sqrt(x)
    {"form": "logarithm", "scale": 7, "offset": 20}                       # scale ln(1 + x / offset)
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, TypedDict

from . import _core
from ._frames import frame_like
from ._inputs import as_array
from ._progress import Progress, as_callback
from ._records import build, record
from ._typing import ColumnLike, FloatArray, FloatLike, FloatOut
from .errors import InvalidTypeError

__all__ = [
    "Allocation",
    "BassFit",
    "BranchingResult",
    "BudgetSplit",
    "CurveFit",
    "FittedParameter",
    "Moments",
    "ResponseAt",
    "adstock",
    "adstock_multiplier",
    "adstock_weights",
    "bass_forecast",
    "borel_tanner_probability",
    "branching_moments",
    "budget_frontier",
    "carry_over",
    "curve_response",
    "extinction_probability",
    "fit_bass",
    "fit_curve",
    "input_for_marginal_return",
    "marginal_return",
    "response_at",
    "simulate_branching",
    "split_budget",
]

Curve: TypeAlias = Mapping[str, Any]
"""A response curve: its form and parameters."""

Decay: TypeAlias = Literal["geometric", "binomial", "delayed"]
"""How weights fall with the lag."""


class _ChannelNeeds(TypedDict):
    name: str
    curve: Curve


class Channel(_ChannelNeeds, total=False):
    """One channel (or tier, or creator) that may get a part of the budget; `name` and `curve` are needed."""

    input_unit: str
    cost_per_unit: float
    response_unit: str
    carry_over: float
    minimum: float
    maximum: float
    current: float


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


@dataclass(frozen=True)
class Allocation:
    """What one channel gets and brings.

    Attributes
    ----------
    name : str
        The channel.
    spend, input : float
        Money; the same in the channel's own unit.
    input_unit : str
        That unit.
    response : float
        What it brings.
    marginal_return, average_return : float or None
        What one more unit of money would bring; response per unit of money.
    is_at_minimum, is_at_maximum : bool
        Whether a bound holds it.
    current_response : float or None
        Response to the current spend.
    """

    name: str
    spend: float
    input: float
    input_unit: str
    response: float
    marginal_return: float | None
    average_return: float | None
    is_at_minimum: bool
    is_at_maximum: bool
    current_response: float | None


@dataclass(frozen=True)
class BudgetSplit:
    """A split of a budget.

    Attributes
    ----------
    allocations : tuple of Allocation
        One a channel, in the order given.
    budget, unspent : float
        The budget, and what the upper bounds leave over.
    response : float
        All responses together.
    marginal_return : float or None
        What one more unit of budget would bring.
    upper_bound, optimality_gap : float
        No split can bring more than the bound; at most this share of it is missed.
    is_concave : bool
        True when every curve is concave within its bounds; else the search was global.
    boxes : int
        Boxes looked at in the search.
    current_response : float or None
        Response to the current spend of all channels.
    """

    allocations: tuple[Allocation, ...]
    budget: float
    unspent: float
    response: float
    marginal_return: float | None
    upper_bound: float
    optimality_gap: float
    is_concave: bool
    boxes: int
    current_response: float | None

    def to_frame(self, backend: Any = "pandas") -> Any:
        """A table with one row a channel.

        Parameters
        ----------
        backend : str
            ``"pandas"``, ``"polars"`` or ``"pyarrow"``.
        """
        names = [field.name for field in dataclasses.fields(Allocation)]
        return frame_like(backend, {name: [getattr(one, name) for one in self.allocations] for name in names})


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


@dataclass(frozen=True)
class Moments:
    """Mean and variance.

    Attributes
    ----------
    mean, variance : float
        The two.
    """

    mean: float
    variance: float


@dataclass(frozen=True)
class BranchingResult:
    """The sizes of simulated cascades, with what theory says of them.

    Attributes
    ----------
    runs : int
        Number of cascades.
    mean, variance, standard_error : float
        Of the sizes, the seeds included; of the mean.
    median, lower_5, upper_95 : float
        Sizes that 50, 5 and 95 % of the cascades do not exceed.
    mean_generations : float
        Generations after the seeds.
    stopped_share : float
        Share of cascades stopped at the cap.
    expected_mean, expected_variance : float or None
        What theory says; None from ``k = 1`` on.
    extinction_probability : float
        Probability that a cascade ends.
    """

    runs: int
    mean: float
    variance: float
    standard_error: float
    median: float
    lower_5: float
    upper_95: float
    mean_generations: float
    stopped_share: float
    expected_mean: float | None
    expected_variance: float | None
    extinction_probability: float


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
    return _core.response_adstock(media, decay, theta, alpha, peak, window, normalised)


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
    return _core.response_carry_over(media, periods, decay, theta, alpha, peak, window, normalised)


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
    return _core.response_adstock_weights(periods, decay, theta, alpha, peak, window, normalised)


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
    return _core.response_adstock_multiplier(decay, theta, alpha, peak, window, normalised)


def _json(name: str, value: Any) -> str:
    """An argument as JSON; what JSON lacks is refused by name."""
    try:
        return json.dumps(value, allow_nan=False, default=_plain)
    except (TypeError, ValueError) as error:
        raise InvalidTypeError(f"`{name}` is not as expected: {error}", "invalid_type") from error


def _plain(value: Any) -> Any:
    """Mappings, dataclasses and NumPy numbers as what JSON knows."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    if isinstance(value, Mapping):
        return dict(value)
    if hasattr(value, "item"):
        return value.item()
    raise TypeError(f"a {type(value).__name__} has no place here")


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
    return _core.response_curve_response(_json("curve", curve), x)


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
    return _core.response_marginal_return(_json("curve", curve), x)


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
    return _core.response_input_for_marginal_return(_json("curve", curve), rate)


def fit_curve(
    input: ColumnLike,
    response: ColumnLike,
    weights: ColumnLike | None = None,
    *,
    form: Literal["hill", "michaelis_menten", "exponential", "power", "square_root", "logarithm"] = "hill",
    intercept: bool = False,
    confidence: float = 0.95,
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
    text = _core.response_fit_curve(input, response, weights, form, intercept, confidence)
    return record(CurveFit, text)


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
    rows = json.loads(_core.response_response_at(_json("fit", fit), input))
    return tuple(build(ResponseAt, row) for row in rows)


def split_budget(channels: Sequence[Channel], budget: float, *, progress: Progress = None) -> BudgetSplit:
    """Split a budget so that the responses add up to the most.

    Concave curves end with equal marginal returns. With S-shaped curves that may be the worst split; the search is
    global then, and the gap that is left is stated.

    Parameters
    ----------
    channels : sequence of mappings
        Each with a ``name`` and a ``curve``, and where wanted: ``minimum``, ``maximum`` and ``current`` spend;
        ``input_unit`` with ``cost_per_unit`` where the curve's input is no money; ``response_unit``, which all must
        share; ``carry_over``, the multiplier of :func:`adstock_multiplier` where the curve was fitted on adstock.
    budget : float
        Money for one period.
    progress : bool or callable, optional
        True for a line on the error stream; or a function of steps done and in all, False stops the work.

    Returns
    -------
    BudgetSplit
        The split.

    Raises
    ------
    InvalidInputError
        ``mixed_units`` for an input that is no money without its cost, or responses in different units; a negative
        budget or bound.
    UndefinedError
        ``infeasible`` where the minimums exceed the budget.

    Examples
    --------
    >>> split = ukur.response.split_budget(
    ...     [
    ...         {"name": "search", "curve": {"form": "square_root", "scale": 3}},
    ...         {"name": "creators", "curve": {"form": "square_root", "scale": 4}},
    ...     ],
    ...     budget=100,
    ... )
    >>> [(one.name, round(one.spend, 6)) for one in split.allocations], round(split.response, 6)
    ([('search', 36.0), ('creators', 64.0)], 50.0)
    """
    text = _core.response_split_budget(_json("channels", list(channels)), budget, as_callback(progress))
    return record(BudgetSplit, text)


def budget_frontier(
    channels: Sequence[Channel], budgets: ColumnLike, *, progress: Progress = None
) -> tuple[BudgetSplit, ...]:
    """Split several budgets: what more money would bring.

    Parameters
    ----------
    channels : sequence of mappings
        As for :func:`split_budget`.
    budgets : array-like
        The budgets.
    progress : bool or callable, optional
        As for :func:`split_budget`.

    Returns
    -------
    tuple of BudgetSplit
        One a budget.

    Examples
    --------
    >>> channels = [{"name": "creators", "curve": {"form": "square_root", "scale": 4}}]
    >>> [split.response for split in ukur.response.budget_frontier(channels, [25, 100])]
    [20.0, 40.0]
    """
    text = _core.response_budget_frontier(
        _json("channels", list(channels)), as_array("budgets", budgets), as_callback(progress)
    )
    return tuple(build(BudgetSplit, row) for row in json.loads(text))


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


def fit_bass(adoptions: ColumnLike, confidence: float = 0.95) -> BassFit:
    """Fit the Bass model to the adoptions of each period since the launch, by nonlinear least squares.

    Parameters
    ----------
    adoptions : array-like
        New adoptions by period.
    confidence : float
        Confidence of the intervals.

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
    return record(BassFit, _core.response_fit_bass(adoptions, confidence))


def simulate_branching(
    k: float,
    seeds: int = 1,
    *,
    dispersion: float | None = None,
    runs: int = 10_000,
    seed: int = 0,
    cap: int = 1_000_000,
    progress: Progress = None,
) -> BranchingResult:
    """Simulate cascades of referrals.

    Parameters
    ----------
    k : float
        People that one person brings on average.
    seeds : int
        People at the start.
    dispersion : float, optional
        Poisson without; with it the variance is ``k + k**2 / dispersion``: few people bring most.
    runs : int
        Number of cascades.
    seed : int
        Seed of the random numbers.
    cap : int
        A cascade that passes this many people is stopped and counted as not ended.
    progress : bool or callable, optional
        True for a line on the error stream; or a function of steps done and in all, False stops the work.

    Returns
    -------
    BranchingResult
        Mean, spread and quantiles of the sizes, beside what theory says.

    Raises
    ------
    CancelledError
        When `progress` answers False.

    Examples
    --------
    >>> found = ukur.response.simulate_branching(0.8, 100)
    >>> round(found.expected_mean, 6), abs(found.mean - 500) < 4 * found.standard_error
    (500.0, True)
    """
    text = _core.response_simulate_branching(seeds, k, dispersion, runs, seed, cap, as_callback(progress))
    return record(BranchingResult, text)


def branching_moments(seeds: float, k: float, dispersion: float | None = None) -> Moments:
    """Give mean and variance of the size of a cascade, the seeds included.

    Parameters
    ----------
    seeds : float
        People at the start.
    k : float
        People that one person brings on average, below 1.
    dispersion : float, optional
        As for :func:`simulate_branching`.

    Returns
    -------
    Moments
        ``seeds / (1 - k)`` and ``seeds * variance / (1 - k)**3``.

    Raises
    ------
    UndefinedError
        ``divergent`` from ``k = 1`` on.

    Examples
    --------
    >>> size = ukur.response.branching_moments(1, 0.8)
    >>> round(size.mean, 6), round(size.variance, 6)
    (5.0, 100.0)
    """
    return record(Moments, _core.response_branching_moments(seeds, k, dispersion))


def extinction_probability(seeds: float, k: float, dispersion: float | None = None) -> float:
    """Give the probability that a cascade ends.

    Parameters
    ----------
    seeds : float
        People at the start.
    k : float
        People that one person brings on average.
    dispersion : float, optional
        As for :func:`simulate_branching`.

    Returns
    -------
    float
        1 up to ``k = 1``.

    Examples
    --------
    >>> round(ukur.response.extinction_probability(1, 1.5), 6)
    0.417188
    """
    return _core.response_extinction_probability(seeds, k, dispersion)


def borel_tanner_probability(n: int, seeds: int, k: float) -> float:
    """Give the probability that a cascade with Poisson offspring reaches exactly `n` people.

    Parameters
    ----------
    n : int
        People in all, the seeds included.
    seeds : int
        People at the start.
    k : float
        People that one person brings on average.

    Returns
    -------
    float
        The probability.

    Examples
    --------
    >>> round(ukur.response.borel_tanner_probability(1, 1, 0.8), 6)
    0.449329
    """
    return _core.response_borel_tanner_probability(n, seeds, k)

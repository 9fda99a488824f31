"""Cascades of referrals."""

from __future__ import annotations

from dataclasses import dataclass

from .. import _core
from .._checked import checked
from .._progress import Progress, as_callback
from .._records import record

__all__ = ["BranchingResult", "Moments", "borel_tanner_probability", "branching_moments", "extinction_probability", "simulate_branching"]


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


@checked
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


@checked
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


@checked
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


@checked
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

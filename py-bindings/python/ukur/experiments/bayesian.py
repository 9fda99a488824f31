"""How probable is it that B is better: Beta-binomial posteriors of two rates."""

from __future__ import annotations

from dataclasses import dataclass

from .._checked import checked
from .._statistics import Interval
from ._door import call, number

__all__ = ["BayesianComparison", "BetaPosterior", "beta_binomial", "compare_beta_binomial"]


@dataclass(frozen=True)
class BetaPosterior:
    """What is known of one rate after the data.

    Attributes
    ----------
    alpha, beta : float
        The shapes of the Beta posterior.
    mean, standard_deviation : float
        Its mean and standard deviation.
    interval : Interval
        The equal-tailed credible interval.
    """

    alpha: float
    beta: float
    mean: float
    standard_deviation: float
    interval: Interval


@dataclass(frozen=True)
class BayesianComparison:
    """Two rates compared by their posteriors.

    Attributes
    ----------
    a, b : BetaPosterior
        The posteriors.
    probability_b_beats_a : float
        The probability that B's rate is above A's.
    expected_difference : float
        The mean of ``rate of B - rate of A``.
    difference_interval : Interval
        Its equal-tailed credible interval.
    expected_loss_choosing_a, expected_loss_choosing_b : float
        What either choice costs on average.
    """

    a: BetaPosterior
    b: BetaPosterior
    probability_b_beats_a: float
    expected_difference: float
    difference_interval: Interval
    expected_loss_choosing_a: float
    expected_loss_choosing_b: float


@checked
def beta_binomial(
    successes: float, trials: float, prior: tuple[float, float] = (1.0, 1.0), level: float = 0.95
) -> BetaPosterior:
    """What is known of one rate after the data.

    Parameters
    ----------
    successes, trials : float
        How many of how many.
    prior : tuple of float
        The shapes of the Beta prior; (1, 1) is uniform, (0.5, 0.5) Jeffreys'.
    level : float
        The level of the interval.

    Returns
    -------
    BetaPosterior
        The posterior.

    Examples
    --------
    >>> round(beta_binomial(7, 10).mean, 4)
    0.6667
    """
    alpha, beta = prior
    return call(
        BetaPosterior,
        "beta_binomial",
        number("successes", successes),
        number("trials", trials),
        number("prior.alpha", alpha),
        number("prior.beta", beta),
        number("level", level),
    )


@checked
def compare_beta_binomial(
    successes_a: float,
    trials_a: float,
    successes_b: float,
    trials_b: float,
    prior: tuple[float, float] = (1.0, 1.0),
    level: float = 0.95,
) -> BayesianComparison:
    """Compare two rates: the probability that B beats A, the loss of either choice, and credible intervals.

    Parameters
    ----------
    successes_a, trials_a, successes_b, trials_b : float
        How many of how many in both groups.
    prior : tuple of float
        The shapes of the Beta prior of both rates.
    level : float
        The level of the intervals.

    Returns
    -------
    BayesianComparison
        Exact to about 12 digits, without simulation.

    Examples
    --------
    >>> round(compare_beta_binomial(49, 100, 51, 100).probability_b_beats_a, 6)
    0.610771
    """
    alpha, beta = prior
    return call(
        BayesianComparison,
        "compare_beta_binomial",
        number("successes_a", successes_a),
        number("trials_a", trials_a),
        number("successes_b", successes_b),
        number("trials_b", trials_b),
        number("prior.alpha", alpha),
        number("prior.beta", beta),
        number("level", level),
    )

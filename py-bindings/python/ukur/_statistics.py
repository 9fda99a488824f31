"""The results that comparisons of any kind consist of: estimates, intervals, tests, verdicts."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "Bootstrap",
    "BootstrapComparison",
    "Comparison",
    "Equivalence",
    "Estimate",
    "Interval",
    "PermutationTest",
    "RatioComparison",
    "RatioEstimate",
    "Verdict",
]


@dataclass(frozen=True)
class Interval:
    """An interval with its level.

    Attributes
    ----------
    lower, upper : float
        Its ends.
    level : float
        0.95 for a 95 % interval.
    """

    lower: float
    upper: float
    level: float


@dataclass(frozen=True)
class Estimate:
    """One quantity with its uncertainty.

    Attributes
    ----------
    estimate, standard_error : float
        The estimate and its standard error.
    interval : Interval
        Its interval.
    degrees_of_freedom : float or None
        Of the quantile that the interval was made with; None for the normal.
    method : str
        How the interval was made.
    """

    estimate: float
    standard_error: float
    interval: Interval
    degrees_of_freedom: float | None
    method: str


@dataclass(frozen=True)
class Comparison:
    """Two groups compared: effect, interval and test.

    Attributes
    ----------
    measure : str
        ``"difference"`` or ``"relative_lift"``.
    treatment, control : float
        The values of group 1 and group 2.
    estimate, standard_error : float
        The effect and its standard error.
    interval : Interval
        The interval of the effect.
    statistic : float
        The test statistic, z or t.
    degrees_of_freedom : float or None
        Of t; None for z.
    p_value : float
        The two-sided p value of "no effect".
    method : str
        How interval and p value were made.
    """

    measure: str
    treatment: float
    control: float
    estimate: float
    standard_error: float
    interval: Interval
    statistic: float
    degrees_of_freedom: float | None
    p_value: float
    method: str


@dataclass(frozen=True)
class RatioEstimate:
    """A pooled rate with its error between accounts.

    Attributes
    ----------
    estimate, standard_error : float
        ``sum(numerator) / sum(denominator)`` and its error with accounts as clusters, by linearisation.
    leave_one_out_standard_error : float or None
        The error from leaving out one account at a time; None where only summary statistics were given.
    interval : Interval
        By Student's t, on the leave-one-out error where there is one.
    degrees_of_freedom, accounts : float
        Accounts less one where all weigh the same, fewer where some are larger (Bell and McCaffrey); and accounts.
    naive_standard_error : float or None
        What the binomial error would claim; None for a rate that is no share.
    method : str
        How the interval was made.
    """

    estimate: float
    standard_error: float
    leave_one_out_standard_error: float | None
    interval: Interval
    degrees_of_freedom: float
    accounts: float
    naive_standard_error: float | None
    method: str


@dataclass(frozen=True)
class RatioComparison:
    """Two pooled rates compared.

    Attributes
    ----------
    treatment, control : RatioEstimate
        Group 1 and group 2.
    difference : Comparison
        ``treatment - control``.
    relative_lift : Comparison or None
        ``treatment / control - 1``; None where the control's rate is not above 0.
    """

    treatment: RatioEstimate
    control: RatioEstimate
    difference: Comparison
    relative_lift: Comparison | None


@dataclass(frozen=True)
class Bootstrap:
    """What resampled accounts say about a quantity.

    Attributes
    ----------
    estimate : float
        The quantity in the data themselves.
    mean, standard_deviation : float
        Over the resamples.
    interval : Interval
        The expanded percentile interval (Hesterberg 2015, The American Statistician 69:371): the shares read off the
        resamples are widened by Student's t and ``sqrt(n / (n - 1))``, ``n`` the accounts of the smaller group.
    percentile_interval : Interval
        The plain percentile interval, too narrow with few accounts or a few large ones.
    resamples, undefined : int
        Resamples in which the quantity is defined, and those left out.
    exact : bool
        Whether every possible resample was gone through.
    """

    estimate: float
    mean: float
    standard_deviation: float
    interval: Interval
    percentile_interval: Interval
    resamples: int
    undefined: int
    exact: bool


@dataclass(frozen=True)
class BootstrapComparison:
    """The bootstrap of a difference and of its relative lift.

    Attributes
    ----------
    difference : Bootstrap
        ``treatment - control``.
    relative_lift : Bootstrap or None
        ``treatment / control - 1``.
    """

    difference: Bootstrap
    relative_lift: Bootstrap | None


@dataclass(frozen=True)
class PermutationTest:
    """What shuffling accounts between two groups says about their difference.

    Attributes
    ----------
    estimate : float
        The difference in the data.
    p_value : float
        The share of regroupings with a difference at least as large.
    extreme, permutations : int
        Regroupings at least as extreme, and regroupings looked at.
    exact : bool
        Whether every possible regrouping was gone through.
    """

    estimate: float
    p_value: float
    extreme: int
    permutations: int
    exact: bool


@dataclass(frozen=True)
class Equivalence:
    """The outcome of two one-sided tests.

    Attributes
    ----------
    estimate : float
        The effect.
    lower_margin, upper_margin : float
        Between them the effect does not matter.
    p_lower, p_upper, p_value : float
        The p values of the two tests, and the larger of them.
    interval : Interval
        At level ``1 - 2 alpha``; equivalence is shown when it lies within the margins.
    alpha : float
        The error rate.
    equivalent, not_inferior : bool
        What is shown.
    """

    estimate: float
    lower_margin: float
    upper_margin: float
    p_lower: float
    p_upper: float
    p_value: float
    interval: Interval
    alpha: float
    equivalent: bool
    not_inferior: bool


@dataclass(frozen=True)
class Verdict:
    """A verdict with the numbers it stands on.

    Attributes
    ----------
    finding, direction : str
        What is shown, and which way.
    measure : str
        ``"difference"`` or ``"relative_lift"``.
    estimate : float
        The effect.
    interval : Interval
        Its interval.
    p_value, alpha : float
        The p value of "no effect", and the error rate that the verdict accepts.
    margin : float or None
        Below it an effect does not matter.
    equivalence : Equivalence or None
        The equivalence test within that margin.
    sentence : str
        The verdict in words.
    """

    finding: str
    direction: str
    measure: str
    estimate: float
    interval: Interval
    p_value: float
    alpha: float
    margin: float | None
    equivalence: Equivalence | None
    sentence: str

"""Metrics of the group ``virality``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import FloatLike, FloatOut, OnInvalid

__all__ = [
    "k_factor",
    "viral_users",
    "viral_users_compound",
    "viral_users_limit",
    "viral_amplification",
    "viral_cycles_to_target",
    "viral_users_at_time",
]

_k_factor = Metric("k_factor")
_viral_users = Metric("viral_users")
_viral_users_compound = Metric("viral_users_compound")
_viral_users_limit = Metric("viral_users_limit")
_viral_amplification = Metric("viral_amplification")
_viral_cycles_to_target = Metric("viral_cycles_to_target")
_viral_users_at_time = Metric("viral_users_at_time")


def k_factor(invites_per_user: FloatLike, invite_conversion: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """New users each user brings by inviting others.

    K-factor. Formula: ``invites_per_user * invite_conversion``.

    Parameters
    ----------
    invites_per_user : float or array-like of float
        Invitations one user sends (unit: ratio, a finite number >= 0).
    invite_conversion : float or array-like of float
        Share of invitations that bring a user, as a fraction (unit: ratio, a fraction from 0 to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        New users per user; above 1 growth sustains itself (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    D. Skok, Lessons Learned: Viral Marketing, forentrepreneurs.com; A Virality Formula (2011); example from
    the viral coefficient calculator of geratools.com (100 first users, 5 invitations, 25 %)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.k_factor(invite_conversion=0.25, invites_per_user=5), 2)
    1.25
    """
    return _k_factor.compute((invites_per_user, invite_conversion), on_invalid)  # type: ignore[no-any-return]


def viral_users(seed_users: FloatLike, k: FloatLike, cycles: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Users after several viral cycles when every user invites others once, right after joining.

    Users after n viral cycles (each user invites once). Formula: ``grown(seed_users, power_sum(k, cycles))``.

    Parameters
    ----------
    seed_users : float or array-like of float
        Users at the start (unit: people, a finite number >= 0).
    k : float or array-like of float
        New users each user brings (unit: ratio, a finite number >= 0).
    cycles : float or array-like of float
        Number of invitation cycles (unit: cycles, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Number of users, the first ones included (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.
    Variant (default) of the family viral_growth: The default: every user invites once; below K = 1 growth
    dies out, as it does in practice.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    D. Skok, Lessons Learned: Viral Marketing, forentrepreneurs.com; A Virality Formula (2011); example from
    the viral coefficient calculator of geratools.com (100 first users, 5 invitations, 25 %)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.viral_users(cycles=10, k=1.25, seed_users=100), 5)
    4256.61287
    """
    return _viral_users.compute((seed_users, k, cycles), on_invalid)  # type: ignore[no-any-return]


def viral_users_compound(seed_users: FloatLike, k: FloatLike, cycles: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Users after several viral cycles when all users invite again in every cycle.

    Users if everyone re-invites every cycle. Formula: ``grown(seed_users, libm::exp(cycles *
    libm::log1p(k)))``.

    Parameters
    ----------
    seed_users : float or array-like of float
        Users at the start (unit: people, a finite number >= 0).
    k : float or array-like of float
        New users each user brings per cycle (unit: ratio, a finite number >= 0).
    cycles : float or array-like of float
        Number of invitation cycles (unit: cycles, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Number of users, the first ones included (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.
    Variant of the family viral_growth: Choose it only when users really invite anew in every cycle; it makes
    any K above 0 look viral.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    With K = 0.8 the default model gives 336.16 after 4 cycles and never passes 500; this variant makes every
    K > 0 look viral.

    References
    ----------
    apparate.com.au, K-factor calculator

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.viral_users_compound(cycles=4, k=0.8, seed_users=100), 2)
    1049.76
    """
    return _viral_users_compound.compute((seed_users, k, cycles), on_invalid)  # type: ignore[no-any-return]


def viral_users_limit(seed_users: FloatLike, k: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Users a cascade reaches in the end when each user brings less than one other.

    Final users of a sub-critical cascade. Formula: ``seed_users / (1.0 - k)``.

    Parameters
    ----------
    seed_users : float or array-like of float
        Users at the start (unit: people, a finite number >= 0).
    k : float or array-like of float
        New users each user brings, below 1 (unit: ratio, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Number of users, the first ones included (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``k >= 1.0``: ``divergent``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    D. Skok, Lessons Learned: Viral Marketing, forentrepreneurs.com; A Virality Formula (2011)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.viral_users_limit(k=0.8, seed_users=100), 0)
    500.0
    """
    return _viral_users_limit.compute((seed_users, k), on_invalid)  # type: ignore[no-any-return]


def viral_amplification(k: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Users in the end for each user at the start when each user brings less than one other.

    Viral amplification factor. Formula: ``1.0 / (1.0 - k)``.

    Parameters
    ----------
    k : float or array-like of float
        New users each user brings, below 1 (unit: ratio, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Multiple of the users at the start (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``k >= 1.0``: ``divergent``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    D. Skok, Lessons Learned: Viral Marketing, forentrepreneurs.com; A Virality Formula (2011)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.viral_amplification(k=0.5), 0)
    2.0
    """
    return _viral_amplification.compute((k,), on_invalid)  # type: ignore[no-any-return]


def viral_cycles_to_target(seed_users: FloatLike, k: FloatLike, target: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Invitation cycles until a number of users is reached.

    Cycles to reach a user target. Formula: ``cycles_to_reach(target / seed_users, k)``.

    Parameters
    ----------
    seed_users : float or array-like of float
        Users at the start (unit: people, a finite number > 0).
    k : float or array-like of float
        New users each user brings (unit: ratio, a finite number >= 0).
    target : float or array-like of float
        Number of users to reach (unit: people, a finite number > 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Cycles, not rounded up (unit: cycles).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``target > seed_users && target * (1.0 - k) >= seed_users``:
        ``not_reached``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    A target at or below the start is reached after 0 cycles. With k = 1 growth is linear; with k below 1 it
    ends at seed_users/(1 - k), and a target there or beyond is never reached.

    References
    ----------
    geratools.com, viral coefficient calculator (100 first users, 5 invitations, 25 %)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.viral_cycles_to_target(k=1.25, seed_users=100, target=10000), 9)
    13.600899371
    """
    return _viral_cycles_to_target.compute((seed_users, k, target), on_invalid)  # type: ignore[no-any-return]


def viral_users_at_time(seed_users: FloatLike, k: FloatLike, t: FloatLike, cycle_time: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Users after a given time when every user invites others once, one cycle after joining.

    Users after time t with cycle time. Formula: ``grown(seed_users, power_sum(k, t / cycle_time))``.

    Parameters
    ----------
    seed_users : float or array-like of float
        Users at the start (unit: people, a finite number >= 0).
    k : float or array-like of float
        New users each user brings (unit: ratio, a finite number >= 0).
    t : float or array-like of float
        Days since the start (unit: days, a finite number >= 0).
    cycle_time : float or array-like of float
        Days one invitation cycle takes (unit: days, a finite number > 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Number of users, the first ones included (unit: people).

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
    D. Skok, Lessons Learned: Viral Marketing, forentrepreneurs.com; A Virality Formula (2011)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.viral_users_at_time(cycle_time=10, k=2, seed_users=10, t=20), 0)
    70.0
    """
    return _viral_users_at_time.compute((seed_users, k, t, cycle_time), on_invalid)  # type: ignore[no-any-return]

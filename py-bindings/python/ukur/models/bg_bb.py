"""The BG/BB model. Generated from the core's models by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from typing import ClassVar, Self

from .._checked import checked
from ._purchase import PurchaseModel

__all__ = ["BgBb"]


class BgBb(PurchaseModel):
    """BG/BB: at each opportunity a chance to buy, before each a chance to leave.

    Time is counted in opportunities (yearly appeals, events, issues): `T` is their number after the first purchase,
    `recency` the number of the one with the last purchase, `frequency` how many brought a purchase. The chances to
    buy are beta distributed with `alpha` and `beta`, the chances to leave with `gamma` and `delta`. Discount rates
    are effective rates per opportunity.

    References
    ----------
    Fader, Hardie & Shang 2010, Marketing Science 29:1086.

    Examples
    --------
    >>> import ukur
    >>> model = ukur.models.BgBb.from_params(alpha=1.2, beta=0.75, gamma=0.66, delta=2.78)
    >>> round(model.expected_purchases(horizon=5, frequency=3, recency=4, T=6), 4)
    1.0306

    Fitted:

    >>> truth = ukur.models.BgBb.from_params(alpha=1.2, beta=0.75, gamma=0.66, delta=2.78)
    >>> made = truth.simulate(1000, T=6, seed=1)
    >>> summary = {"frequency": made.frequency, "recency": made.recency, "T": made.T}
    >>> model = ukur.models.BgBb().fit(summary)
    >>> {name: round(value, 3) for name, value in model.params_.items()}
    {'alpha': 1.445, 'beta': 0.801, 'gamma': 0.578, 'delta': 2.391}
    >>> model.diagnosis_.code
    'converged'
    """

    _name: ClassVar[str] = "bg_bb"
    _parameter_names: ClassVar[tuple[str, ...]] = ("alpha", "beta", "gamma", "delta")
    _discrete: ClassVar[bool] = True

    @classmethod
    @checked
    def from_params(cls, *, alpha: float, beta: float, gamma: float, delta: float, unit: str | None = None) -> Self:
        """Make the model from its parameters.

        Parameters
        ----------
        alpha : float
            First parameter of the chances to buy at an opportunity; above 0.
        beta : float
            Second parameter of the chances to buy at an opportunity; above 0.
        gamma : float
            First parameter of the chances to leave; above 0.
        delta : float
            Second parameter of the chances to leave; above 0.
        unit : str, optional
            The time between two opportunities.

        Returns
        -------
        BgBb
            The model.
        """
        return cls._from_numbers([alpha, beta, gamma, delta], [], unit)

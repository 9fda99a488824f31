"""The BG/BB model."""

from __future__ import annotations

from typing import ClassVar, Self

from .. import _core
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
    Fader, Hardie and Shang (2010), Marketing Science 29:1086.

    Examples
    --------
    >>> import ukur
    >>> model = ukur.models.BgBb.from_params(alpha=1.2, beta=0.75, gamma=0.66, delta=2.78)
    >>> round(model.expected_purchases(5, frequency=3, recency=4, T=6), 4)
    1.0306
    """

    _name: ClassVar[str] = "bg_bb"
    _parameter_names: ClassVar[tuple[str, ...]] = ("alpha", "beta", "gamma", "delta")
    _discrete: ClassVar[bool] = True

    @classmethod
    def from_params(
        cls, *, alpha: float, beta: float, gamma: float, delta: float, unit: str | None = None
    ) -> Self:
        """Make the model from its parameters.

        Parameters
        ----------
        alpha, beta, gamma, delta : float
            Each above 0.
        unit : str, optional
            The time between two opportunities.

        Returns
        -------
        BgBb
            The model.
        """
        parameters = [alpha, beta, gamma, delta]
        return cls._of(_core.CustomerModel.from_parameters(cls._name, parameters, [], unit))

"""The beta-discrete-Weibull model. Generated from the core's models by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from typing import ClassVar, Self

from .._checked import checked
from ._contract import ContractModel

__all__ = ["BetaDiscreteWeibull"]


class BetaDiscreteWeibull(ContractModel):
    """Beta-discrete-Weibull: the chance to leave differs between customers and changes with tenure.

    The chances to leave at the first renewal are beta distributed with `gamma` and `delta`. With `c` above 1 a
    customer's chance grows from renewal to renewal, below 1 it falls; ``c = 1`` is :class:`ShiftedBetaGeometric`.

    References
    ----------
    Fader, Hardie, Liu, Davin & Steenburgh 2018, Journal of Interactive Marketing 43:1.

    Examples
    --------
    >>> import ukur
    >>> model = ukur.models.BetaDiscreteWeibull.from_params(gamma=0.259, delta=1.722, c=1.584)
    >>> round(model.survival(horizon=12), 3)
    0.389

    Fitted:

    >>> survivors = [1000, 869, 743, 653, 593]
    >>> model = ukur.models.BetaDiscreteWeibull().fit(survivors=survivors)
    >>> {name: round(value, 3) for name, value in model.params_.items()}
    {'gamma': 0.259, 'delta': 1.723, 'c': 1.584}
    >>> model.diagnosis_.code
    'converged'
    """

    _name: ClassVar[str] = "beta_discrete_weibull"
    _parameter_names: ClassVar[tuple[str, ...]] = ("gamma", "delta", "c")

    @classmethod
    @checked
    def from_params(cls, *, gamma: float, delta: float, c: float, unit: str | None = None) -> Self:
        """Make the model from its parameters.

        Parameters
        ----------
        gamma : float
            First parameter of the chances to leave; above 0.
        delta : float
            Second parameter of the chances to leave; above 0.
        c : float
            Power of the tenure: above 1 a customer's chance to leave grows; above 0.
        unit : str, optional
            The time between two renewals.

        Returns
        -------
        BetaDiscreteWeibull
            The model.
        """
        return cls._from_numbers([gamma, delta, c], [], unit)

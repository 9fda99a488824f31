"""The beta-discrete-Weibull model."""

from __future__ import annotations

from typing import ClassVar, Self

from .. import _core
from ._contract import ContractModel

__all__ = ["BetaDiscreteWeibull"]


class BetaDiscreteWeibull(ContractModel):
    """Beta-discrete-Weibull: the chance to leave differs between customers and changes with tenure.

    The chances to leave at the first renewal are beta distributed with `gamma` and `delta`. With `c` above 1 a
    customer's chance grows from renewal to renewal, below 1 it falls; ``c = 1`` is
    :class:`ShiftedBetaGeometric`.

    References
    ----------
    Fader, Hardie, Liu, Davin and Steenburgh (2018), Journal of Interactive Marketing 43:1.

    Examples
    --------
    Fader and Hardie's "High End" customers over four renewals, and the share that is left after twelve:

    >>> import ukur
    >>> model = ukur.models.BetaDiscreteWeibull().fit(survivors=[1000, 869, 743, 653, 593])
    >>> round(model.survival(12), 3)
    0.389
    """

    _name: ClassVar[str] = "beta_discrete_weibull"
    _parameter_names: ClassVar[tuple[str, ...]] = ("gamma", "delta", "c")

    @classmethod
    def from_params(cls, *, gamma: float, delta: float, c: float, unit: str | None = None) -> Self:
        """Make the model from its parameters.

        Parameters
        ----------
        gamma, delta, c : float
            Each above 0.
        unit : str, optional
            The time between two renewals.

        Returns
        -------
        BetaDiscreteWeibull
            The model.
        """
        return cls._of(_core.CustomerModel.from_parameters(cls._name, [gamma, delta, c], [], unit))

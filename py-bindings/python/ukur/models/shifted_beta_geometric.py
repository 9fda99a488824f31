"""The shifted beta-geometric model."""

from __future__ import annotations

from typing import ClassVar, Self

from .. import _core
from ._contract import ContractModel

__all__ = ["ShiftedBetaGeometric"]


class ShiftedBetaGeometric(ContractModel):
    """Shifted beta-geometric: a chance to leave at each renewal, which differs between customers.

    The chances are beta distributed with `alpha` and `beta` and do not change; retention rises with tenure because
    those with a high chance leave first.

    References
    ----------
    Fader and Hardie (2007), Journal of Interactive Marketing 21:76; (2010), Marketing Science 29:85.

    Examples
    --------
    Fader and Hardie's "High End" customers over seven renewals, and the share that is left after twelve:

    >>> import ukur
    >>> survivors = [1000, 869, 743, 653, 593, 551, 517, 491]
    >>> model = ukur.models.ShiftedBetaGeometric().fit(survivors=survivors)
    >>> {name: round(value, 3) for name, value in model.params_.items()}
    {'alpha': 0.668, 'beta': 3.806}
    >>> round(model.survival(12), 3)
    0.378
    """

    _name: ClassVar[str] = "shifted_beta_geometric"
    _parameter_names: ClassVar[tuple[str, ...]] = ("alpha", "beta")

    @classmethod
    def from_params(cls, *, alpha: float, beta: float, unit: str | None = None) -> Self:
        """Make the model from its parameters.

        Parameters
        ----------
        alpha, beta : float
            Each above 0.
        unit : str, optional
            The time between two renewals.

        Returns
        -------
        ShiftedBetaGeometric
            The model.
        """
        return cls._of(_core.CustomerModel.from_parameters(cls._name, [alpha, beta], [], unit))

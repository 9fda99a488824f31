"""The shifted beta-geometric model. Generated from the core's models by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from typing import ClassVar, Self

from .._checked import checked
from ._contract import ContractModel

__all__ = ["ShiftedBetaGeometric"]


class ShiftedBetaGeometric(ContractModel):
    """Shifted beta-geometric: a chance to leave at each renewal, which differs between customers.

    The chances are beta distributed with `alpha` and `beta` and do not change; retention rises with tenure because
    those with a high chance leave first.

    References
    ----------
    Fader & Hardie 2007, Journal of Interactive Marketing 21:76; Fader & Hardie 2010, Marketing Science 29:85.

    Examples
    --------
    >>> import ukur
    >>> model = ukur.models.ShiftedBetaGeometric.from_params(alpha=0.668, beta=3.806)
    >>> round(model.survival(horizon=12), 3)
    0.378

    Fitted:

    >>> survivors = [1000, 869, 743, 653, 593, 551, 517, 491]
    >>> model = ukur.models.ShiftedBetaGeometric().fit(survivors=survivors)
    >>> {name: round(value, 3) for name, value in model.params_.items()}
    {'alpha': 0.668, 'beta': 3.806}
    >>> model.diagnosis_.code
    'converged'
    """

    _name: ClassVar[str] = "shifted_beta_geometric"
    _parameter_names: ClassVar[tuple[str, ...]] = ("alpha", "beta")

    @classmethod
    @checked
    def from_params(cls, *, alpha: float, beta: float, unit: str | None = None) -> Self:
        """Make the model from its parameters.

        Parameters
        ----------
        alpha : float
            First parameter of the chances to leave at a renewal; above 0.
        beta : float
            Second parameter of the chances to leave at a renewal; above 0.
        unit : str, optional
            The time between two renewals.

        Returns
        -------
        ShiftedBetaGeometric
            The model.
        """
        return cls._from_numbers([alpha, beta], [], unit)

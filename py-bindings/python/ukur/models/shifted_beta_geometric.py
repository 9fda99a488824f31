"""The shifted beta-geometric model. Generated from the core's models by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from .._checked import checked
from .._typing import ColumnLike
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

    def fit(
        self,
        summary: Any = None,
        *,
        tenure: ColumnLike | None = None,
        churned: ColumnLike | None = None,
        weights: str | ColumnLike | None = None,
        survivors: ColumnLike | Sequence[ColumnLike] | None = None,
        cohort: ColumnLike | None = None,
        unit: str | None = None,
        max_iterations: int = 200,
        priors: Mapping[str, tuple[float, float]] | None = None,
        dropout_covariates: Sequence[str] | Mapping[str, ColumnLike] = (),
    ) -> Self:
        """Estimate the parameters by maximum likelihood, from single customers or from cohort tables.

        Parameters
        ----------
        summary : frame, optional
            One row a customer, with the columns `tenure` and `churned`.
        tenure, churned : column, optional
            The same, instead of a summary: the number of the last renewal that came up, and whether it was refused
            (True or 1).
        weights : column or str, optional
            How many customers each row stands for; the name of a column of the summary.
        survivors : column or sequence of columns, optional
            Instead of single customers a cohort table: how many customers there were at the start, after the first
            renewal, after the second ... Counts, since standard errors follow from them. Several tables, which may be
            of different length, are fitted together.
        cohort : column, optional
            Where the tables stand below each other in one column `survivors`: a number that changes where the next
            begins.
        unit : str, optional
            The time between two renewals.
        max_iterations : int
            The most iterations of the search.
        priors : mapping of str to (float, float), optional
            Weak beliefs by parameter: median, and standard deviation of the logarithm.
        dropout_covariates : sequence of str, or mapping of str to column, optional
            What shifts the odds of the mean chance to leave (of models that take covariates): columns of the summary, or
            columns by name, one number a row; beside several tables of `survivors`, one number a table. Write a group
            as 0 and 1. ``covariates_`` reads the coefficients.

        Returns
        -------
        model
            Itself, with attributes ``params_``, ``standard_errors_``, ``log_likelihood_``, ``diagnosis_`` ...

        Raises
        ------
        InvalidInputError
            For a row that cannot be, with its number. A search without a clear end is no error but a diagnosis.

        Examples
        --------
        >>> import ukur
        >>> survivors = [1000, 869, 743, 653, 593, 551, 517, 491]
        >>> model = ukur.models.ShiftedBetaGeometric().fit(survivors=survivors)
        >>> {name: round(value, 3) for name, value in model.params_.items()}
        {'alpha': 0.668, 'beta': 3.806}
        >>> model.diagnosis_.code
        'converged'
        """
        return super().fit(
            summary,
            tenure=tenure,
            churned=churned,
            weights=weights,
            survivors=survivors,
            cohort=cohort,
            unit=unit,
            max_iterations=max_iterations,
            priors=priors,
            dropout_covariates=dropout_covariates,
        )

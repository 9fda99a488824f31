"""The beta-discrete-Weibull model. Generated from the core's models by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from .._checked import checked
from .._typing import ColumnLike
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
        >>> survivors = [1000, 869, 743, 653, 593]
        >>> model = ukur.models.BetaDiscreteWeibull().fit(survivors=survivors)
        >>> {name: round(value, 3) for name, value in model.params_.items()}
        {'gamma': 0.259, 'delta': 1.723, 'c': 1.584}
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

"""Models of renewals: the questions, in one way for every model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self, overload

import numpy as np
import numpy.typing as npt

from .._checked import checked
from .._inputs import as_array, as_column
from .._typing import ColumnLike, FloatArray, FloatLike, FloatOut
from ..errors import InvalidInputError
from ._base import CovariateModel, Interval, covariate_columns, fit_columns, frame_columns, has_column, is_frame

__all__ = ["ContractModel", "SimulatedContracts"]

CONTRACT = ("tenure", "churned")


@dataclass(frozen=True)
class SimulatedContracts:
    """Simulated contracts.

    Attributes
    ----------
    tenure : numpy.ndarray
        The number of the last renewal that came up.
    churned : numpy.ndarray of bool
        Whether it was refused.
    """

    tenure: FloatArray
    churned: npt.NDArray[np.bool_]


class ContractModel(CovariateModel):
    """A model of renewals: customers under a contract tell when they leave.

    `tenure` counts renewals. Of a customer who left it is the number of the renewal that was refused (1 for those who
    never renewed), of one who is still there the number of renewals made so far. Numbers give a number, columns give
    a column. Wherever a method takes `tenure` and `churned`, a table with these columns (and, where the fit has some,
    those of the covariates) may be given as the first of them.
    """

    @checked
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
        >>> model = ukur.models.ShiftedBetaGeometric().fit(survivors=[1000, 869, 743, 653, 593, 551, 517, 491])
        >>> {name: round(error, 3) for name, error in model.standard_errors_.items()}
        {'alpha': 0.104, 'beta': 0.786}
        """
        columns: dict[str, FloatArray] = {}
        covariates = covariate_columns("dropout", dropout_covariates, summary)
        if survivors is not None:
            columns["survivors"], marks = _tables(survivors)
            if marks is not None:
                # One number a table stands for all rows of it.
                tables = marks.astype(np.intp)
                count = len(np.unique(tables))
                covariates = {name: one[tables] if len(one) == count else one for name, one in covariates.items()}
            if cohort is not None and marks is not None:
                raise InvalidInputError("`cohort` is given beside several tables of `survivors`", "given_twice")
            if cohort is not None or marks is not None:
                columns["cohort"] = as_array("cohort", cohort) if marks is None else marks
        if survivors is None or any(one is not None for one in (summary, tenure, churned, weights)):
            columns |= fit_columns(summary, CONTRACT, {"tenure": tenure, "churned": churned}, weights)
        return self._fit(columns | covariates, unit, max_iterations, priors)

    def _rows(self, tenure: Any, churned: Any) -> dict[str, Any]:
        """Contracts, and the covariates where the fit has some."""
        if churned is None and is_frame(tenure):
            names = ("tenure", "churned") if has_column(tenure, "churned") else ("tenure",)
            return dict(frame_columns(tenure, (*names, *self._native.covariates)))
        return {"tenure": tenure, "churned": churned}

    def log_likelihood(self, tenure: Any, churned: Any = None) -> FloatOut:
        """The log-likelihood of each customer.

        Parameters
        ----------
        tenure, churned : float or column
            The number of the last renewal that came up, and whether it was refused.

        Returns
        -------
        float or numpy.ndarray
            One number a customer.
        """
        return self._ask("log_likelihood", **self._rows(tenure, churned))

    def survival(self, horizon: FloatLike) -> FloatOut:
        """The probability that a new customer makes so many renewals: the survival curve.

        Parameters
        ----------
        horizon : int or column
            A number of renewals.

        Returns
        -------
        float or numpy.ndarray
            The probability.
        """
        return self._ask("survival", horizon=horizon)

    def churn_probability(self, n: FloatLike) -> FloatOut:
        """The probability that a new customer leaves at a renewal.

        Parameters
        ----------
        n : int or column
            The number of the renewal; 1 is the first.

        Returns
        -------
        float or numpy.ndarray
            The probability.
        """
        return self._ask("churn_probability", n=n)

    def retention_rate(self, tenure: Any, churned: Any = None) -> FloatOut:
        """The probability that each customer makes the next renewal.

        For customers who have made ``t - 1`` renewals it is the retention rate of period ``t``.

        Parameters
        ----------
        tenure : int or column
            Renewals made so far.
        churned : column, optional
            True for customers who left: their probability is 0.

        Returns
        -------
        float or numpy.ndarray
            One probability a customer.
        """
        return self._ask("retention_rate", **self._rows(tenure, churned))

    def probability_alive(self, tenure: Any, churned: Any = None, horizon: float = 0.0) -> FloatOut:
        """The probability that each customer is there after some more renewals.

        Parameters
        ----------
        tenure : int or column
            Renewals made so far.
        churned : column, optional
            True for customers who left: their probability is 0.
        horizon : int
            How many renewals ahead.

        Returns
        -------
        float or numpy.ndarray
            One probability a customer.
        """
        return self._ask("probability_alive", **self._rows(tenure, churned), horizon=horizon)

    def discounted_expected_lifetime(self, discount_rate: FloatLike, horizon: FloatLike | None = None) -> FloatOut:
        """The expected number of periods for which a new customer pays, discounted to the first payment.

        Parameters
        ----------
        discount_rate : float or column
            The effective rate a period.
        horizon : int or column, optional
            How many renewals to look ahead; None counts all.

        Returns
        -------
        float or numpy.ndarray
            Periods; the first counts 1.

        Raises
        ------
        UndefinedError
            Without a rate and a horizon, where the expected lifetime is infinite.
        """
        return self._ask("discounted_expected_lifetime", discount_rate=discount_rate, horizon=horizon)

    def discounted_expected_residual_lifetime(
        self, discount_rate: float, tenure: Any, churned: Any = None, horizon: float | None = None
    ) -> FloatOut:
        """The expected number of periods for which each customer will pay from the coming renewal on.

        Each is discounted to that renewal. A customer who has made ``n - 1`` renewals stands just before renewal
        ``n``: the value is DERL of Fader and Hardie (2010).

        Parameters
        ----------
        discount_rate : float
            The effective rate a period.
        tenure : int or column
            Renewals made so far.
        churned : column, optional
            True for customers who left: they have 0 left.
        horizon : int, optional
            How many renewals to look ahead; None counts all.

        Returns
        -------
        float or numpy.ndarray
            Periods, one number a customer.

        Raises
        ------
        UndefinedError
            Without a rate and a horizon, where the expected lifetime is infinite.
        """
        return self._ask(
            "discounted_expected_residual_lifetime",
            **self._rows(tenure, churned),
            discount_rate=discount_rate,
            horizon=horizon,
        )

    @overload
    def posterior_means(self, tenure: Any, churned: Any = None, *, level: None = None) -> dict[str, FloatOut]: ...

    @overload
    def posterior_means(self, tenure: Any, churned: Any = None, *, level: float) -> dict[str, Interval]: ...

    @checked
    def posterior_means(
        self, tenure: Any, churned: Any = None, *, level: float | None = None
    ) -> dict[str, FloatOut] | dict[str, Interval]:
        """The posterior mean of what the model cannot see: each customer's chance to leave.

        Parameters
        ----------
        tenure : int or column
            The number of the last renewal that came up.
        churned : column, optional
            Whether it was refused; nobody left without it.
        level : float, optional
            Asks for standard errors and intervals at this level (of the means, not of what they are means of).

        Returns
        -------
        dict of str to float, numpy.ndarray or Interval
            By name, one number a customer; with `level` an interval of each.
        """
        return self._means(self._rows(tenure, churned), level)

    @checked
    def simulate(
        self, n: int, T: FloatLike, seed: int, *, covariates: Mapping[str, FloatLike] | None = None
    ) -> SimulatedContracts:
        """Simulate contracts, the same for a seed in every language.

        Parameters
        ----------
        n : int
            How many customers.
        T : int or column
            How many renewals came up for each, or one number for all.
        seed : int
            From 0 to 2**53.
        covariates : mapping of str to float or column, optional
            The covariates of each customer, or of all, where the fit has some.

        Returns
        -------
        SimulatedContracts
            Their tenures, and who left.
        """
        known = self._covariates_of(covariates)
        tenure, churned = self._native.simulate_contracts(n, np.atleast_1d(as_column("T", T)), seed, known)
        return SimulatedContracts(tenure, churned > 0)


def _tables(survivors: Any) -> tuple[FloatArray, FloatArray | None]:
    """One column of all tables, and where each begins if there are several."""
    several = isinstance(survivors, (list, tuple)) and len(survivors) > 0 and not np.isscalar(survivors[0])
    if not several:
        return as_array("survivors", survivors), None
    tables = [as_array(f"survivors[{at}]", one) for at, one in enumerate(survivors)]
    marks = [np.full(len(one), float(at)) for at, one in enumerate(tables)]
    return np.concatenate(tables), np.concatenate(marks)

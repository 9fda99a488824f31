"""Models of spend: the questions, in one way for every model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from .._checked import checked
from .._inputs import as_array
from .._typing import ColumnLike, FloatArray, FloatOut
from ._base import Model, fit_columns, frame_columns, is_frame

__all__ = ["SpendModel"]

SPEND = ("frequency", "monetary_value")


class SpendModel(Model):
    """A model of the money that customers spend a purchase.

    Wherever a method takes `frequency` and `monetary_value`, a summary of purchases (a table with these columns) may
    be given as the first of them. Numbers give a number, columns give a column.
    """

    @checked
    def fit(
        self,
        summary: Any = None,
        *,
        frequency: ColumnLike | None = None,
        monetary_value: ColumnLike | None = None,
        weights: str | ColumnLike | None = None,
        max_iterations: int = 200,
        priors: Mapping[str, tuple[float, float]] | None = None,
    ) -> Self:
        """Estimate the parameters by maximum likelihood.

        Customers without a repeat purchase, or with a mean of zero or less, say nothing about the model: they are
        left out and counted in ``left_out_``.

        Parameters
        ----------
        summary : frame, optional
            One row a customer, as :func:`ukur.customers.summarise` makes it.
        frequency, monetary_value : column, optional
            Repeat purchases and the mean money of one, instead of a summary.
        weights : column or str, optional
            How many customers each row stands for; the name of a column of the summary.
        max_iterations : int
            The most iterations of the search.
        priors : mapping of str to (float, float), optional
            Weak beliefs by parameter: median, and standard deviation of the logarithm.

        Returns
        -------
        model
            Itself, with attributes ``params_``, ``standard_errors_``, ``log_likelihood_``, ``diagnosis_`` ...

        Raises
        ------
        InvalidInputError
            For a row that cannot be. A search without a clear end is no error but a diagnosis.

        Examples
        --------
        >>> import ukur
        >>> summary = {"frequency": [2, 1, 0, 7, 3], "monetary_value": [22.4, 73.7, 0, 24.6, 41.0]}
        >>> model = ukur.models.GammaGamma().fit(summary)
        >>> model.left_out_
        1.0
        """
        given = {"frequency": frequency, "monetary_value": monetary_value}
        return self._fit(fit_columns(summary, SPEND, given, weights), None, max_iterations, priors)

    def expected_spend(self, frequency: Any, monetary_value: Any = None) -> FloatOut:
        """The expected money a purchase of each customer.

        The mean of a customer without a repeat purchase is not read; such a customer is expected to spend the mean
        of all.

        Parameters
        ----------
        frequency, monetary_value : float or column
            Repeat purchases and the mean money of one; or a summary as the first.

        Returns
        -------
        float or numpy.ndarray
            Money, one number a customer.

        Raises
        ------
        UndefinedError
            Where the mean is infinite (``p x + q`` at most 1).
        """
        return self._ask("expected_spend", **_spend(frequency, monetary_value))

    def log_likelihood(self, frequency: Any, monetary_value: Any = None) -> FloatOut:
        """The log-likelihood of each customer; 0 for those without a repeat purchase.

        Parameters
        ----------
        frequency, monetary_value : float or column
            Repeat purchases and the mean money of one; or a summary as the first.

        Returns
        -------
        float or numpy.ndarray
            One number a customer.
        """
        return self._ask("log_likelihood", **_spend(frequency, monetary_value))

    @checked
    def simulate(self, frequency: ColumnLike, seed: int) -> FloatArray:
        """Simulate what customers with so many purchases spend, the same for a seed in every language.

        Parameters
        ----------
        frequency : column
            Repeat purchases of each.
        seed : int
            From 0 to 2**53.

        Returns
        -------
        numpy.ndarray
            The mean money a purchase of each; 0 for those without one.
        """
        return self._native.simulate_spend(as_array("frequency", frequency), seed)

    def mean_spend(self) -> float:
        """The expected money a purchase of a customer about whom nothing is known.

        Returns
        -------
        float
            Money.

        Raises
        ------
        UndefinedError
            Where the mean is infinite (`q` at most 1).
        """
        return float(self._ask("mean_spend"))


def _spend(frequency: Any, monetary_value: Any) -> dict[str, Any]:
    if monetary_value is None and is_frame(frequency):
        return dict(frame_columns(frequency, SPEND))
    return {"frequency": frequency, "monetary_value": monetary_value}

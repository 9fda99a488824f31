"""Models of regular purchases: the number of stages, chosen or estimated."""

from __future__ import annotations

from typing import Any, ClassVar

from .._inputs import as_number
from .._typing import FloatOut
from ..errors import InvalidInputError, NotFittedError
from ._base import frame_columns, is_frame
from ._purchase import HISTORY, LOGS, PurchaseModel

__all__ = ["RegularPurchaseModel"]


class RegularPurchaseModel(PurchaseModel):
    """A model whose times between purchases are made of `k` stages; use one of its subclasses.

    Parameters
    ----------
    k : int, optional
        Stages between two purchases, from 1 (random) to 50. Without it, ``fit`` takes the `k` with the largest
        log-likelihood; ``notes_`` say what the others came to.
    """

    _regular: ClassVar[bool] = True

    def __init__(self, k: int | None = None) -> None:
        super().__init__()
        self._k = None if k is None else as_number("k", k)

    def _settings(self) -> list[float]:
        return [] if self._k is None else [self._k]

    @property
    def k_(self) -> int:
        """Stages between two purchases: 1 is random, larger is more regular."""
        if self._core is None and self._k is None:
            raise NotFittedError(f"this {type(self).__name__} has no `k` yet: call `fit`, or use `from_params`")
        return int(self._native.settings[0] if self._core is not None else self._settings()[0])

    def _read_settings(self, settings: list[float]) -> None:
        self._k = settings[0]

    def log_likelihood(
        self,
        frequency: Any,
        recency: Any = None,
        T: Any = None,
        sum_log_intervals: Any = None,
        *,
        periods: Any = None,
    ) -> FloatOut:
        """The log-likelihood of each customer.

        Parameters
        ----------
        frequency, recency, T : float or column
            The histories; or a summary as the first, with a column `sum_log_intervals`.
        sum_log_intervals : float or column
            Sums of the logarithms of the times between purchases.
        periods : None
            No covariates here.

        Returns
        -------
        float or numpy.ndarray
            One number a customer.
        """
        if periods is not None:
            raise InvalidInputError(f"{type(self).__name__} takes no covariates, and so no `periods`", "no_covariates")
        if recency is None and T is None and is_frame(frequency):
            return self._ask("log_likelihood", **frame_columns(frequency, (*HISTORY, LOGS)))
        history = {"frequency": frequency, "recency": recency, "T": T, LOGS: sum_log_intervals}
        return self._ask("log_likelihood", **history)

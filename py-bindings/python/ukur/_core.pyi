"""
Native part of ukur. Flat and declarative on purpose: so the type stubs come out complete.
"""

from _typeshed import SupportsGetItem, SupportsLenAndGetItem
from typing import Any, Final, SupportsFloat, SupportsIndex, final
from ukur._typing import CodeArray, FlagArray, FloatArray, FloatLike, IntArray

__all__ = ["__version__", "Metric", "catalogue_json", "customers_cohorts", "customers_kaplan_meier", "customers_rfm_segments", "customers_summarise", "customers_survival_at", "customers_survival_time", "customers_time_since_last", "family_texts_json", "read_dates", "status_names", "translations_json"]

__version__: Final[str]

@final
class Metric:
    """
    One metric of the catalogue.
    """
    def __new__(cls, /, id: str) -> Metric:
        """
        Find a metric by its name.
        """
    def compute(self, /, arguments: tuple, on_invalid: str) -> Any:
        """
        The value at arguments in the order of the inputs.
        """
    def evaluate(self, /, arguments: tuple) -> tuple[Any, Any]:
        """
        Value and status side by side: one of each, or a column of each (status as codes).
        """
    @property
    def inputs(self, /) -> list[str]:
        """
        The names of the inputs, in order.
        """
    def totals(self, /, arguments: tuple, groups: FloatLike, group_count: SupportsIndex) -> str:
        """
        The metric of each group, as JSON records; `groups` numbers the group of each row.
        """

def catalogue_json() -> str:
    """
    The catalogue as JSON text; `ukur.metrics.catalogue` reads it.
    """

def customers_cohorts(ids: IntArray | None, codes: CodeArray | None, count: SupportsIndex, time: IntArray, ticks_per_day: SupportsIndex, value: FloatLike | None, unit: str, end: tuple[SupportsIndex, bool] | None, returned: str, max_age: SupportsIndex | None) -> tuple[IntArray, list[tuple[str, FloatArray]], FlagArray, str]:
    """
    Retention by cohort: the first days of the cohorts, the other columns, which cells are complete, the report.
    """

def customers_kaplan_meier(durations: FloatLike, observed: FlagArray | None, weights: FloatLike | None, confidence: SupportsFloat | SupportsIndex, scale: str) -> list[tuple[str, FloatArray]]:
    """
    The Kaplan-Meier curve, column by column.
    """

def customers_rfm_segments(time_since_last: FloatLike, frequency: FloatLike, monetary_value: FloatLike | None, scores: SupportsIndex, weights: SupportsLenAndGetItem[SupportsFloat | SupportsIndex], segments: SupportsGetItem[int, tuple[str, tuple[SupportsIndex, SupportsIndex], tuple[SupportsIndex, SupportsIndex], tuple[SupportsIndex, SupportsIndex]]] | None) -> tuple[list[tuple[str, FloatArray]], list[int], list[str]]:
    """
    Scores and segments: the columns, the index of the segment, the segments' names.
    """

def customers_summarise(ids: IntArray | None, codes: CodeArray | None, count: SupportsIndex, time: IntArray, ticks_per_day: SupportsIndex, value: FloatLike | None, unit: str, end: tuple[SupportsIndex, bool] | None, holdout_end: tuple[SupportsIndex, bool] | None, merge: str | None, periods: str, include_first_transaction: bool, extra: SupportsGetItem[int, str]) -> tuple[IntArray, list[tuple[str, FloatArray]], str]:
    """
    One row a customer: the customers, the other columns, the report.
    """

def customers_survival_at(times: FloatLike, survival: FloatLike, time: SupportsFloat | SupportsIndex) -> float:
    """
    A survival curve at one time.
    """

def customers_survival_time(times: FloatLike, survival: FloatLike, share: SupportsFloat | SupportsIndex) -> float:
    """
    The time at which a survival curve falls to a share.
    """

def customers_time_since_last(recency: FloatLike, age: FloatLike) -> FloatArray:
    """
    The time since the last purchase from recency and T.
    """

def family_texts_json() -> str:
    """
    What families are about as JSON text.
    """

def read_dates(argument: str, texts: SupportsGetItem[int, str], rows: SupportsGetItem[int, SupportsIndex] | None, date_format: str | None) -> tuple[IntArray, bool, bool]:
    """
    Dates from text, in microseconds; whether all are dates without a time; whether they carry offsets.
    """

def status_names() -> list[str]:
    """
    The names of the statuses, in the order of their codes; code 0 stands for a value.
    """

def translations_json(language: str) -> str | None:
    """
    Titles and definitions in another language as JSON text; None for English.
    """

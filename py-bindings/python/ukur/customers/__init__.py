"""From purchases to customers: one row a customer, retention by cohort, RFM segments, survival.

Tables of pandas, Polars and PyArrow go in, and a table of the same kind comes back. No result depends on the
order of the rows, to the last bit; rows that are left out are counted and reported.
"""

from __future__ import annotations

from ._table import DroppedRowsWarning
from .cohorts import CohortReport, cohorts
from .rfm_segments import rfm_segments
from .summarise import SummaryReport, summarise
from .survival import SurvivalCurve, kaplan_meier
from .tracking import tracking

__all__ = [
    "CohortReport",
    "DroppedRowsWarning",
    "SummaryReport",
    "SurvivalCurve",
    "cohorts",
    "kaplan_meier",
    "rfm_segments",
    "summarise",
    "tracking",
]

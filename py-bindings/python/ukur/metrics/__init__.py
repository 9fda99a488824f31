"""Metrics: one function each, the same names and numbers as in Rust and JavaScript.

Numbers give a number, columns give a column. Whatever has no value raises with a ``code`` (numbers) or is NaN
(columns); :func:`evaluate` gives values and statuses side by side. :func:`rollup` makes totals that are right by
construction, :func:`compare` sets groups side by side with intervals and p values, :func:`catalogue` and :func:`family` tell what there is and which variant to take.
"""

from ._catalogue import Family as Family
from ._catalogue import catalogue as catalogue
from ._catalogue import family as family
from ._compare import GroupDifference as GroupDifference
from ._compare import GroupValue as GroupValue
from ._compare import MetricComparison as MetricComparison
from ._compare import compare as compare
from ._evaluate import Outcome as Outcome
from ._evaluate import evaluate as evaluate
from ._names import *  # noqa: F403
from ._names import __all__ as _names
from ._rollup import rollup as rollup

__all__ = [
    "Family",
    "GroupDifference",
    "GroupValue",
    "MetricComparison",
    "Outcome",
    "catalogue",
    "compare",
    "evaluate",
    "family",
    "rollup",
]
__all__ += _names

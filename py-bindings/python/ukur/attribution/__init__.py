"""Attribution: how the credit for conversions is shared among the channels that a customer met on the way.

Attribution is not incrementality: it shares out conversions that happened, and says nothing of how many would
not have happened without a channel. Every result carries that note.
"""

from ._door import Paths as Paths
from .credits import Credits as Credits
from .journeys import Journeys as Journeys
from .journeys import journeys as journeys
from .markov import MarkovAttribution as MarkovAttribution
from .markov import TransitionMatrix as TransitionMatrix
from .markov import markov as markov
from .markov import transition_matrix as transition_matrix
from .paths import count_paths as count_paths
from .rules import attribute as attribute
from .rules import attribute_time_decay as attribute_time_decay
from .shapley import ShapleyAttribution as ShapleyAttribution
from .shapley import shapley as shapley
from .shapley import shapley_values as shapley_values

__all__ = [
    "Credits",
    "Journeys",
    "MarkovAttribution",
    "ShapleyAttribution",
    "TransitionMatrix",
    "attribute",
    "attribute_time_decay",
    "count_paths",
    "journeys",
    "markov",
    "shapley",
    "shapley_values",
    "transition_matrix",
]

"""Models of customers: who is still there, how often they will buy, what they will spend.

A model is made by ``fit`` from a summary of purchases (:func:`ukur.customers.summarise`) or by ``from_params``, and
then asked. :func:`lifetime_value` joins a model of purchases with one of spend; :func:`validate` judges a model on
purchases that it has not seen.
"""

from ._base import Diagnosis as Diagnosis
from ._base import Effect as Effect
from ._base import Interval as Interval
from ._base import ParameterInterval as ParameterInterval
from ._contract import SimulatedContracts as SimulatedContracts
from ._names import *  # noqa: F403
from ._names import __all__ as _names
from ._purchase import Simulated as Simulated
from .comparison import LikelihoodRatio as LikelihoodRatio
from .comparison import compare as compare
from .comparison import likelihood_ratio_test as likelihood_ratio_test
from .lifetime_value import contract_lifetime_value as contract_lifetime_value
from .lifetime_value import lifetime_value as lifetime_value
from .regularity import Regularity as Regularity
from .regularity import regularity as regularity
from .posterior import ParameterPosterior as ParameterPosterior
from .posterior import Posterior as Posterior
from .posterior import Predicted as Predicted
from .posterior import sample_posterior as sample_posterior
from .validation import Validation as Validation
from .validation import validate as validate

__all__ = [
    "Diagnosis",
    "Effect",
    "Interval",
    "LikelihoodRatio",
    "ParameterInterval",
    "ParameterPosterior",
    "Posterior",
    "Predicted",
    "Regularity",
    "Simulated",
    "SimulatedContracts",
    "Validation",
    "compare",
    "contract_lifetime_value",
    "lifetime_value",
    "likelihood_ratio_test",
    "regularity",
    "sample_posterior",
    "validate",
]
__all__ += _names

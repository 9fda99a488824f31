"""Models of customers: who is still there, how often they will buy, what they will spend.

A model is made by ``fit`` from a summary of purchases (:func:`ukur.customers.summarise`) or by ``from_params``, and
then asked. :func:`lifetime_value` joins a model of purchases with one of spend; :func:`validate` judges a model on
purchases that it has not seen.
"""

from ._base import Diagnosis as Diagnosis
from ._base import Effect as Effect
from ._base import Interval as Interval
from ._contract import SimulatedContracts as SimulatedContracts
from ._purchase import Simulated as Simulated
from .beta_discrete_weibull import BetaDiscreteWeibull as BetaDiscreteWeibull
from .bg_bb import BgBb as BgBb
from .bg_cnbd import BgCnbd as BgCnbd
from .bg_nbd import BgNbd as BgNbd
from .comparison import LikelihoodRatio as LikelihoodRatio
from .comparison import compare as compare
from .comparison import likelihood_ratio_test as likelihood_ratio_test
from .gamma_gamma import GammaGamma as GammaGamma
from .ggom_nbd import GgomNbd as GgomNbd
from .lifetime_value import lifetime_value as lifetime_value
from .mbg_cnbd import MbgCnbd as MbgCnbd
from .mbg_nbd import MbgNbd as MbgNbd
from .nbd import Nbd as Nbd
from .pareto_nbd import ParetoNbd as ParetoNbd
from .regularity import Regularity as Regularity
from .regularity import regularity as regularity
from .shifted_beta_geometric import ShiftedBetaGeometric as ShiftedBetaGeometric
from .posterior import ParameterPosterior as ParameterPosterior
from .posterior import Posterior as Posterior
from .posterior import Predicted as Predicted
from .posterior import sample_posterior as sample_posterior
from .validation import Validation as Validation
from .validation import validate as validate

__all__ = [
    "BetaDiscreteWeibull",
    "BgBb",
    "BgCnbd",
    "BgNbd",
    "Diagnosis",
    "Effect",
    "GammaGamma",
    "GgomNbd",
    "Interval",
    "LikelihoodRatio",
    "MbgCnbd",
    "MbgNbd",
    "Nbd",
    "ParameterPosterior",
    "ParetoNbd",
    "Posterior",
    "Predicted",
    "Regularity",
    "ShiftedBetaGeometric",
    "Simulated",
    "SimulatedContracts",
    "Validation",
    "compare",
    "lifetime_value",
    "likelihood_ratio_test",
    "regularity",
    "sample_posterior",
    "validate",
]

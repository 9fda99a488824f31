"""The class of every model. Generated from the core's models by scripts/faces; do not edit, run `make faces`."""

from .bg_nbd import BgNbd as BgNbd
from .mbg_nbd import MbgNbd as MbgNbd
from .pareto_nbd import ParetoNbd as ParetoNbd
from .ggom_nbd import GgomNbd as GgomNbd
from .nbd import Nbd as Nbd
from .bg_cnbd import BgCnbd as BgCnbd
from .mbg_cnbd import MbgCnbd as MbgCnbd
from .bg_bb import BgBb as BgBb
from .shifted_beta_geometric import ShiftedBetaGeometric as ShiftedBetaGeometric
from .beta_discrete_weibull import BetaDiscreteWeibull as BetaDiscreteWeibull
from .gamma_gamma import GammaGamma as GammaGamma

__all__ = [
    "BetaDiscreteWeibull",
    "BgBb",
    "BgCnbd",
    "BgNbd",
    "GammaGamma",
    "GgomNbd",
    "MbgCnbd",
    "MbgNbd",
    "Nbd",
    "ParetoNbd",
    "ShiftedBetaGeometric",
]

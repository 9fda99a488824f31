"""Response: how an input turns into results over time and with saturation, and how to split a budget when it does.

A curve is a mapping with its form and parameters, the same in every language::

    {"form": "hill", "maximum": 900, "alpha": 2, "inflexion": 40}         # maximum x^alpha / (x^alpha + inflexion^alpha)
    {"form": "michaelis_menten", "maximum": 900, "half_saturation": 40}   # maximum x / (half_saturation + x)
    {"form": "exponential", "maximum": 900, "scale": 40}                  # maximum (1 - exp(-x / scale))
    {"form": "power", "scale": 3, "exponent": 0.5}                        # scale x^exponent
    {"form": "square_root", "scale": 3}                                   # scale sqrt(x)
    {"form": "logarithm", "scale": 7, "offset": 20}                       # scale ln(1 + x / offset)
"""

from .adstock import Decay as Decay
from .adstock import adstock as adstock
from .adstock import adstock_multiplier as adstock_multiplier
from .adstock import adstock_weights as adstock_weights
from .adstock import carry_over as carry_over
from .branching import BranchingResult as BranchingResult
from .branching import Moments as Moments
from .branching import borel_tanner_probability as borel_tanner_probability
from .branching import branching_moments as branching_moments
from .branching import extinction_probability as extinction_probability
from .branching import simulate_branching as simulate_branching
from .budget import Allocation as Allocation
from .budget import BudgetSplit as BudgetSplit
from .budget import Channel as Channel
from .budget import budget_frontier as budget_frontier
from .budget import split_budget as split_budget
from .curve import CurveFit as CurveFit
from .curve import FittedParameter as FittedParameter
from .curve import ResponseAt as ResponseAt
from .curve import fit_curve as fit_curve
from .curve import response_at as response_at
from .diffusion import BassFit as BassFit
from .diffusion import bass_forecast as bass_forecast
from .diffusion import fit_bass as fit_bass
from .saturation import Curve as Curve
from .saturation import curve_response as curve_response
from .saturation import input_for_marginal_return as input_for_marginal_return
from .saturation import marginal_return as marginal_return

__all__ = [
    "Allocation",
    "BassFit",
    "BranchingResult",
    "BudgetSplit",
    "CurveFit",
    "FittedParameter",
    "Moments",
    "ResponseAt",
    "adstock",
    "adstock_multiplier",
    "adstock_weights",
    "bass_forecast",
    "borel_tanner_probability",
    "branching_moments",
    "budget_frontier",
    "carry_over",
    "curve_response",
    "extinction_probability",
    "fit_bass",
    "fit_curve",
    "input_for_marginal_return",
    "marginal_return",
    "response_at",
    "simulate_branching",
    "split_budget",
]

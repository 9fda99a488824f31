"""Decisions about influencers: which tier, micro or macro, how many people in all, whom to work with.

Tables of pandas, Polars, PyArrow and whatever else Narwhals reads go in, with their columns named by arguments.
"""

from .compare import Figure as Figure
from .compare import GroupComparison as GroupComparison
from .compare import compare as compare
from .content import EarnedMedia as EarnedMedia
from .content import Seeding as Seeding
from .content import earned_media as earned_media
from .content import seeding as seeding
from .coordination import CoordinationBreakeven as CoordinationBreakeven
from .coordination import Side as Side
from .coordination import coordination_breakeven as coordination_breakeven
from .elasticity import SizeElasticity as SizeElasticity
from .elasticity import size_elasticity as size_elasticity
from .loyalty import CreatorHistory as CreatorHistory
from .loyalty import CreatorPanel as CreatorPanel
from .loyalty import KeepOrRecruit as KeepOrRecruit
from .loyalty import RewardReport as RewardReport
from .loyalty import creators as creators
from .loyalty import keep_or_recruit as keep_or_recruit
from .loyalty import reward_tiers as reward_tiers
from .reach import Reach as Reach
from .reach import ReachBounds as ReachBounds
from .reach import ReachEstimate as ReachEstimate
from .reach import Sketch as Sketch
from .reach import reach as reach
from .reach import reach_bounds as reach_bounds
from .select import Concentration as Concentration
from .select import FrontierPoint as FrontierPoint
from .select import Member as Member
from .select import Selection as Selection
from .select import frontier as frontier
from .select import select as select
from .tiers import TierBorder as TierBorder
from .tiers import classify as classify
from .tiers import tier_table as tier_table
from .value_proportion import CandidateValue as CandidateValue
from .value_proportion import Ranking as Ranking
from .value_proportion import Swap as Swap
from .value_proportion import Together as Together
from .value_proportion import ValueProportion as ValueProportion
from .value_proportion import value_proportion as value_proportion

__all__ = [
    "CandidateValue",
    "Concentration",
    "CoordinationBreakeven",
    "CreatorHistory",
    "CreatorPanel",
    "EarnedMedia",
    "Figure",
    "FrontierPoint",
    "GroupComparison",
    "KeepOrRecruit",
    "Member",
    "Ranking",
    "Reach",
    "ReachBounds",
    "ReachEstimate",
    "RewardReport",
    "Seeding",
    "Selection",
    "Side",
    "SizeElasticity",
    "Sketch",
    "Swap",
    "TierBorder",
    "Together",
    "ValueProportion",
    "classify",
    "compare",
    "coordination_breakeven",
    "creators",
    "earned_media",
    "frontier",
    "keep_or_recruit",
    "reach",
    "reach_bounds",
    "reward_tiers",
    "seeding",
    "select",
    "size_elasticity",
    "tier_table",
    "value_proportion",
]

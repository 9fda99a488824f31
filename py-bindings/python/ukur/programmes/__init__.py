"""Decisions about loyalty, referral and advocate programmes, and what the levers of customer value are worth."""

from .advocates import rank_advocates as rank_advocates
from .incremental import Lift as Lift
from .incremental import incremental_lift as incremental_lift
from .levers import LeverEffect as LeverEffect
from .levers import LeverRow as LeverRow
from .levers import lever_worth as lever_worth
from .points import PointsAllocation as PointsAllocation
from .points import PointsLiability as PointsLiability
from .points import RevenuePeriod as RevenuePeriod
from .points import allocate_points as allocate_points
from .points import points_liability as points_liability
from .points import recognise_points as recognise_points
from .ranking import Calibrated as Calibrated
from .ranking import Calibration as Calibration
from .ranking import CalibrationRow as CalibrationRow
from .ranking import GainRow as GainRow
from .ranking import RankingQuality as RankingQuality
from .ranking import calibrate as calibrate
from .ranking import judge_ranking as judge_ranking
from .redemption import PointsCohort as PointsCohort
from .redemption import RedemptionCurve as RedemptionCurve
from .redemption import redemption_curve as redemption_curve
from .referral import KFactor as KFactor
from .referral import ReferralEconomics as ReferralEconomics
from .referral import k_factor as k_factor
from .referral import k_factor_from_totals as k_factor_from_totals
from .referral import referral_economics as referral_economics
from .scorecards import customer_scorecard as customer_scorecard
from .scorecards import influencer_scorecard as influencer_scorecard
from .social_scorecard import SocialFigures as SocialFigures
from .social_scorecard import SocialScore as SocialScore
from .social_scorecard import SocialScorecard as SocialScorecard
from .social_scorecard import SocialUnits as SocialUnits
from .social_scorecard import SocialWeights as SocialWeights
from .social_scorecard import social_scorecard as social_scorecard
from .tiers import ClosedClass as ClosedClass
from .tiers import TierMigration as TierMigration
from .tiers import project_tiers as project_tiers
from .tiers import tier_migration as tier_migration
from .tiers import tier_migration_from_matrix as tier_migration_from_matrix

__all__ = [
    "Calibrated",
    "Calibration",
    "CalibrationRow",
    "ClosedClass",
    "GainRow",
    "KFactor",
    "LeverEffect",
    "LeverRow",
    "Lift",
    "PointsAllocation",
    "PointsCohort",
    "PointsLiability",
    "RankingQuality",
    "RedemptionCurve",
    "ReferralEconomics",
    "RevenuePeriod",
    "SocialFigures",
    "SocialScore",
    "SocialScorecard",
    "SocialUnits",
    "SocialWeights",
    "TierMigration",
    "allocate_points",
    "calibrate",
    "customer_scorecard",
    "incremental_lift",
    "influencer_scorecard",
    "judge_ranking",
    "k_factor",
    "k_factor_from_totals",
    "lever_worth",
    "points_liability",
    "project_tiers",
    "rank_advocates",
    "recognise_points",
    "redemption_curve",
    "referral_economics",
    "social_scorecard",
    "tier_migration",
    "tier_migration_from_matrix",
]

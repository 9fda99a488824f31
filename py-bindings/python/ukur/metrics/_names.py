"""Every metric's name in one place. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from .influencer_value import expected_customers_from_followers as expected_customers_from_followers
from .influencer_value import customer_value_proportion as customer_value_proportion
from .influencer_value import customer_value_proportion_portfolio as customer_value_proportion_portfolio
from .influencer_value import engaged_audience as engaged_audience
from .influencer_value import expected_customers_from_engaged as expected_customers_from_engaged
from .influencer_value import customer_value_ratio_to_investment as customer_value_ratio_to_investment
from .influencer_value import goal_gap as goal_gap
from .influencer_value import cost_per_expected_customer as cost_per_expected_customer
from .influencer_value import required_followers_for_goal as required_followers_for_goal
from .reach import potential_reach_sum as potential_reach_sum
from .reach import average_frequency as average_frequency
from .reach import gross_rating_points as gross_rating_points
from .reach import reach_rate_followers as reach_rate_followers
from .reach import incremental_reach as incremental_reach
from .reach import new_audience_share as new_audience_share
from .reach import extended_reach_multiplier as extended_reach_multiplier
from .reach import unique_reach_two as unique_reach_two
from .reach import unique_reach_three as unique_reach_three
from .reach import unique_reach_lower_bound as unique_reach_lower_bound
from .reach import unique_reach_upper_bound as unique_reach_upper_bound
from .reach import duplication_rate as duplication_rate
from .reach import audience_overlap_coefficient as audience_overlap_coefficient
from .reach import audience_overlap_jaccard as audience_overlap_jaccard
from .reach import audience_overlap_containment as audience_overlap_containment
from .reach import reach_sainsbury as reach_sainsbury
from .reach import reach_agostini as reach_agostini
from .reach import exposure_binomial_reach as exposure_binomial_reach
from .reach import exposure_binomial_k_plus as exposure_binomial_k_plus
from .reach import reach_beta_binomial as reach_beta_binomial
from .reach import exposure_nbd_reach as exposure_nbd_reach
from .reach import viewable_rate as viewable_rate
from .reach import duration_weighted_impressions as duration_weighted_impressions
from .reach import view_through_rate as view_through_rate
from .reach import video_completion_rate as video_completion_rate
from .reach import follower_growth_rate as follower_growth_rate
from .audience_quality import fake_follower_share as fake_follower_share
from .audience_quality import effective_followers as effective_followers
from .audience_quality import target_audience_reach as target_audience_reach
from .audience_quality import audience_affinity_index as audience_affinity_index
from .audience_quality import crm_match_rate as crm_match_rate
from .audience_quality import advocate_precision_lift as advocate_precision_lift
from .engagement import engagement_rate_followers as engagement_rate_followers
from .engagement import engagement_rate_interactions_followers as engagement_rate_interactions_followers
from .engagement import engagement_rate_reach as engagement_rate_reach
from .engagement import engagement_rate_impressions as engagement_rate_impressions
from .engagement import engagement_rate_views as engagement_rate_views
from .engagement import engagement_rate_likes_views as engagement_rate_likes_views
from .engagement import engagement_rate_median_likes as engagement_rate_median_likes
from .engagement import engagement_rate_mean_of_posts as engagement_rate_mean_of_posts
from .engagement import engagement_rate_pooled as engagement_rate_pooled
from .engagement import engagement_rate_daily as engagement_rate_daily
from .engagement import engagement_rate_daily_average as engagement_rate_daily_average
from .engagement import engagement_rate_all_actions_impressions as engagement_rate_all_actions_impressions
from .engagement import conversation_rate as conversation_rate
from .engagement import amplification_rate as amplification_rate
from .engagement import applause_rate as applause_rate
from .engagement import relative_conversation_rate as relative_conversation_rate
from .engagement import relative_amplification_rate as relative_amplification_rate
from .engagement import amplification_rate_followers as amplification_rate_followers
from .engagement import virality_rate_impressions as virality_rate_impressions
from .engagement import save_rate_reach as save_rate_reach
from .engagement import click_through_rate as click_through_rate
from .engagement import comment_to_like_ratio as comment_to_like_ratio
from .engagement import weighted_engagement as weighted_engagement
from .engagement import sharer_share as sharer_share
from .engagement import follow_through_rate as follow_through_rate
from .engagement import engagement_rate_shrunk as engagement_rate_shrunk
from .engagement import engagement_rate_tier_difference as engagement_rate_tier_difference
from .cost import cpm as cpm
from .cost import cpm_followers as cpm_followers
from .cost import cost_per_reach as cost_per_reach
from .cost import cpe as cpe
from .cost import cpc as cpc
from .cost import cpv as cpv
from .cost import cpa as cpa
from .cost import cpl as cpl
from .cost import ecpm as ecpm
from .cost import all_in_cost as all_in_cost
from .cost import coordination_cost as coordination_cost
from .cost import all_in_cpm as all_in_cpm
from .cost import micro_breakeven_coordination as micro_breakeven_coordination
from .cost import influencers_for_equal_reach as influencers_for_equal_reach
from .cost import cpm_size_elasticity as cpm_size_elasticity
from .earned_media import emv_weighted as emv_weighted
from .earned_media import emv_cpm as emv_cpm
from .earned_media import emv_cpm_cpc as emv_cpm_cpc
from .earned_media import emv_multiple as emv_multiple
from .earned_media import emv_double_count_factor as emv_double_count_factor
from .earned_media import earned_impressions_growth as earned_impressions_growth
from .earned_media import ugc_replacement_value as ugc_replacement_value
from .earned_media import seeding_post_rate as seeding_post_rate
from .earned_media import seeding_cost_per_post as seeding_cost_per_post
from .earned_media import contest_entries_per_1000 as contest_entries_per_1000
from .earned_media import sell_through_rate as sell_through_rate
from .earned_media import sell_out_velocity as sell_out_velocity
from .earned_media import positive_content_share as positive_content_share
from .voice_sentiment import share_of_voice_mentions as share_of_voice_mentions
from .voice_sentiment import share_of_voice_spend as share_of_voice_spend
from .voice_sentiment import share_of_engagement as share_of_engagement
from .voice_sentiment import share_of_voice_weighted as share_of_voice_weighted
from .voice_sentiment import excess_share_of_voice as excess_share_of_voice
from .voice_sentiment import net_sentiment as net_sentiment
from .voice_sentiment import net_sentiment_polar as net_sentiment_polar
from .voice_sentiment import positive_share_polar as positive_share_polar
from .voice_sentiment import net_sentiment_total as net_sentiment_total
from .conversion import conversion_rate as conversion_rate
from .conversion import lead_to_customer_rate as lead_to_customer_rate
from .conversion import cta_value as cta_value
from .conversion import action_value_from_funnel as action_value_from_funnel
from .conversion import funnel_rate as funnel_rate
from .lift import absolute_lift as absolute_lift
from .lift import relative_lift as relative_lift
from .lift import headroom_lift as headroom_lift
from .lift import lifted_users as lifted_users
from .lift import cost_per_lifted_user as cost_per_lifted_user
from .lift import incremental_conversions as incremental_conversions
from .lift import incremental_conversions_scaled as incremental_conversions_scaled
from .lift import cost_per_incremental_conversion as cost_per_incremental_conversion
from .lift import difference_in_differences as difference_in_differences
from .returns import roi as roi
from .returns import romi as romi
from .returns import roas as roas
from .returns import iroas as iroas
from .returns import poas as poas
from .returns import mer as mer
from .returns import mer_inverse as mer_inverse
from .returns import amer as amer
from .returns import acos as acos
from .returns import break_even_roas as break_even_roas
from .returns import contribution_margin_ratio as contribution_margin_ratio
from .returns import break_even_units as break_even_units
from .returns import cac as cac
from .returns import ltv_to_cac as ltv_to_cac
from .returns import cac_payback_months as cac_payback_months
from .order import aov as aov
from .order import arpu as arpu
from .order import purchase_frequency as purchase_frequency
from .order import units_per_transaction as units_per_transaction
from .order import repeat_purchase_rate as repeat_purchase_rate
from .order import returning_customer_rate as returning_customer_rate
from .order import cohort_repeat_rate as cohort_repeat_rate
from .order import cross_sell_rate as cross_sell_rate
from .order import upsell_rate as upsell_rate
from .order import share_of_wallet as share_of_wallet
from .order import average_days_between_orders as average_days_between_orders
from .order import market_penetration as market_penetration
from .retention import retention_rate_period as retention_rate_period
from .retention import churn_rate_start as churn_rate_start
from .retention import churn_rate_average as churn_rate_average
from .retention import churn_annual_from_monthly as churn_annual_from_monthly
from .retention import churn_monthly_from_annual as churn_monthly_from_annual
from .retention import expected_lifetime_periods as expected_lifetime_periods
from .retention import retention_n_day as retention_n_day
from .retention import retention_unbounded as retention_unbounded
from .retention import retention_bracket as retention_bracket
from .retention import retention_kaplan_meier as retention_kaplan_meier
from .retention import retention_sbg as retention_sbg
from .retention import survival_sbg as survival_sbg
from .retention import stickiness as stickiness
from .retention import reactivation_rate as reactivation_rate
from .revenue_retention import mrr as mrr
from .revenue_retention import nrr as nrr
from .revenue_retention import grr as grr
from .revenue_retention import revenue_churn_gross as revenue_churn_gross
from .revenue_retention import quick_ratio as quick_ratio
from .clv import clv_simple as clv_simple
from .clv import clv_simple_margin as clv_simple_margin
from .clv import clv_churn as clv_churn
from .clv import clv_retention as clv_retention
from .clv import clv_retention_immediate as clv_retention_immediate
from .clv import clv_finite as clv_finite
from .clv import clv_growth as clv_growth
from .clv import clv_sbg as clv_sbg
from .clv import clv_retention_elasticity as clv_retention_elasticity
from .clv import clv_breakeven_retention as clv_breakeven_retention
from .clv import clv_referral_inclusive as clv_referral_inclusive
from .clv import prospect_lifetime_value as prospect_lifetime_value
from .clv import customer_equity as customer_equity
from .clv import clv_lever_gain as clv_lever_gain
from .clv import bgnbd_expected_purchases as bgnbd_expected_purchases
from .clv import bgnbd_probability_alive as bgnbd_probability_alive
from .clv import bgnbd_conditional_expectation as bgnbd_conditional_expectation
from .clv import gamma_gamma_spend as gamma_gamma_spend
from .segmentation import rfm_score_concat as rfm_score_concat
from .segmentation import rfm_score_weighted as rfm_score_weighted
from .segmentation import rfm_quintile_rank as rfm_quintile_rank
from .segmentation import top_share as top_share
from .segmentation import gini as gini
from .segmentation import herfindahl as herfindahl
from .loyalty import redemption_rate_period as redemption_rate_period
from .loyalty import redemption_rate_lifetime as redemption_rate_lifetime
from .loyalty import redemption_rate_member_mean as redemption_rate_member_mean
from .loyalty import breakage_rate as breakage_rate
from .loyalty import ultimate_redemption_rate as ultimate_redemption_rate
from .loyalty import points_liability as points_liability
from .loyalty import earn_rate_value as earn_rate_value
from .loyalty import effective_discount as effective_discount
from .loyalty import burn_to_earn_ratio as burn_to_earn_ratio
from .loyalty import membership_rate as membership_rate
from .loyalty import active_member_rate as active_member_rate
from .loyalty import order_earning_rate as order_earning_rate
from .loyalty import reward_usage_rate as reward_usage_rate
from .loyalty import tier_migration_probability as tier_migration_probability
from .loyalty import tier_steady_state_share as tier_steady_state_share
from .loyalty import loyalty_incremental_spend as loyalty_incremental_spend
from .loyalty import loyalty_programme_roi as loyalty_programme_roi
from .loyalty import breakeven_spend_uplift as breakeven_spend_uplift
from .points_accounting import ifrs15_points_allocation as ifrs15_points_allocation
from .points_accounting import ifrs15_product_allocation as ifrs15_product_allocation
from .points_accounting import ifrs15_points_revenue as ifrs15_points_revenue
from .points_accounting import ifrs15_points_liability as ifrs15_points_liability
from .referral import share_rate as share_rate
from .referral import clicks_per_share as clicks_per_share
from .referral import referral_conversion_rate as referral_conversion_rate
from .referral import referral_rate as referral_rate
from .referral import referral_cac as referral_cac
from .referral import referral_breakeven_reward as referral_breakeven_reward
from .referral import referral_breakeven_friend_reward as referral_breakeven_friend_reward
from .referral import referral_reward_roi as referral_reward_roi
from .referral import two_way_uplift as two_way_uplift
from .virality import k_factor as k_factor
from .virality import viral_users as viral_users
from .virality import viral_users_compound as viral_users_compound
from .virality import viral_users_limit as viral_users_limit
from .virality import viral_amplification as viral_amplification
from .virality import viral_cycles_to_target as viral_cycles_to_target
from .virality import viral_users_at_time as viral_users_at_time
from .advocacy import nps as nps
from .advocacy import nps_standard_error as nps_standard_error
from .advocacy import nps_ci_half_width as nps_ci_half_width
from .advocacy import advocacy_rate as advocacy_rate
from .diffusion import bass_cumulative as bass_cumulative
from .diffusion import bass_peak_time as bass_peak_time
from .diffusion import bass_peak_adoptions as bass_peak_adoptions
from .response import adstock_geometric as adstock_geometric
from .response import adstock_normalised as adstock_normalised
from .response import adstock_half_life as adstock_half_life
from .response import adstock_total_multiplier as adstock_total_multiplier
from .response import saturation_hill as saturation_hill
from .response import saturation_michaelis_menten as saturation_michaelis_menten
from .response import marginal_return_hill as marginal_return_hill
from .response import budget_split_square_root as budget_split_square_root
from .attribution import attribution_linear_credit as attribution_linear_credit
from .attribution import attribution_position_credit as attribution_position_credit
from .attribution import attribution_time_decay_credit as attribution_time_decay_credit
from .attribution import attribution_markov as attribution_markov
from .attribution import attribution_markov_removal as attribution_markov_removal
from .attribution import attribution_shapley as attribution_shapley
from .selection import max_coverage_exact as max_coverage_exact
from .selection import budgeted_coverage_exact as budgeted_coverage_exact
from .selection import knapsack_value as knapsack_value
from .selection import influence_spread_exact as influence_spread_exact
from .experiment import wilson_lower as wilson_lower
from .experiment import wilson_upper as wilson_upper
from .experiment import newcombe_difference_lower as newcombe_difference_lower
from .experiment import newcombe_difference_upper as newcombe_difference_upper
from .experiment import two_proportion_z as two_proportion_z
from .experiment import two_proportion_p as two_proportion_p
from .experiment import welch_t as welch_t
from .experiment import welch_p as welch_p
from .experiment import relative_lift_se as relative_lift_se
from .experiment import delta_ratio_variance as delta_ratio_variance
from .experiment import sample_size_proportions as sample_size_proportions
from .experiment import minimum_detectable_effect as minimum_detectable_effect
from .experiment import srm_chi2_p as srm_chi2_p
from .experiment import cuped_theta as cuped_theta
from .experiment import cuped_variance_ratio as cuped_variance_ratio
from .experiment import fisher_exact_two_sided as fisher_exact_two_sided
from .experiment import prob_b_beats_a as prob_b_beats_a
from .experiment import asymptotic_cs_half_width as asymptotic_cs_half_width
from .experiment import holm_adjusted_p as holm_adjusted_p
from .experiment import bh_adjusted_p as bh_adjusted_p
from .experiment import ratio_of_sums_cluster_se as ratio_of_sums_cluster_se
from .experiment import largest_budget_share as largest_budget_share
from .benchmark import percent_change as percent_change
from .benchmark import benchmark_index as benchmark_index
from .benchmark import benchmark_z as benchmark_z
from .benchmark import percentile_rank as percentile_rank
from .composite import programme_score as programme_score
from .composite import programme_score_geometric as programme_score_geometric
from .composite import minmax_normalised as minmax_normalised
from .composite import content_quality_score as content_quality_score

__all__ = [
    "expected_customers_from_followers",
    "customer_value_proportion",
    "customer_value_proportion_portfolio",
    "engaged_audience",
    "expected_customers_from_engaged",
    "customer_value_ratio_to_investment",
    "goal_gap",
    "cost_per_expected_customer",
    "required_followers_for_goal",
    "potential_reach_sum",
    "average_frequency",
    "gross_rating_points",
    "reach_rate_followers",
    "incremental_reach",
    "new_audience_share",
    "extended_reach_multiplier",
    "unique_reach_two",
    "unique_reach_three",
    "unique_reach_lower_bound",
    "unique_reach_upper_bound",
    "duplication_rate",
    "audience_overlap_coefficient",
    "audience_overlap_jaccard",
    "audience_overlap_containment",
    "reach_sainsbury",
    "reach_agostini",
    "exposure_binomial_reach",
    "exposure_binomial_k_plus",
    "reach_beta_binomial",
    "exposure_nbd_reach",
    "viewable_rate",
    "duration_weighted_impressions",
    "view_through_rate",
    "video_completion_rate",
    "follower_growth_rate",
    "fake_follower_share",
    "effective_followers",
    "target_audience_reach",
    "audience_affinity_index",
    "crm_match_rate",
    "advocate_precision_lift",
    "engagement_rate_followers",
    "engagement_rate_interactions_followers",
    "engagement_rate_reach",
    "engagement_rate_impressions",
    "engagement_rate_views",
    "engagement_rate_likes_views",
    "engagement_rate_median_likes",
    "engagement_rate_mean_of_posts",
    "engagement_rate_pooled",
    "engagement_rate_daily",
    "engagement_rate_daily_average",
    "engagement_rate_all_actions_impressions",
    "conversation_rate",
    "amplification_rate",
    "applause_rate",
    "relative_conversation_rate",
    "relative_amplification_rate",
    "amplification_rate_followers",
    "virality_rate_impressions",
    "save_rate_reach",
    "click_through_rate",
    "comment_to_like_ratio",
    "weighted_engagement",
    "sharer_share",
    "follow_through_rate",
    "engagement_rate_shrunk",
    "engagement_rate_tier_difference",
    "cpm",
    "cpm_followers",
    "cost_per_reach",
    "cpe",
    "cpc",
    "cpv",
    "cpa",
    "cpl",
    "ecpm",
    "all_in_cost",
    "coordination_cost",
    "all_in_cpm",
    "micro_breakeven_coordination",
    "influencers_for_equal_reach",
    "cpm_size_elasticity",
    "emv_weighted",
    "emv_cpm",
    "emv_cpm_cpc",
    "emv_multiple",
    "emv_double_count_factor",
    "earned_impressions_growth",
    "ugc_replacement_value",
    "seeding_post_rate",
    "seeding_cost_per_post",
    "contest_entries_per_1000",
    "sell_through_rate",
    "sell_out_velocity",
    "positive_content_share",
    "share_of_voice_mentions",
    "share_of_voice_spend",
    "share_of_engagement",
    "share_of_voice_weighted",
    "excess_share_of_voice",
    "net_sentiment",
    "net_sentiment_polar",
    "positive_share_polar",
    "net_sentiment_total",
    "conversion_rate",
    "lead_to_customer_rate",
    "cta_value",
    "action_value_from_funnel",
    "funnel_rate",
    "absolute_lift",
    "relative_lift",
    "headroom_lift",
    "lifted_users",
    "cost_per_lifted_user",
    "incremental_conversions",
    "incremental_conversions_scaled",
    "cost_per_incremental_conversion",
    "difference_in_differences",
    "roi",
    "romi",
    "roas",
    "iroas",
    "poas",
    "mer",
    "mer_inverse",
    "amer",
    "acos",
    "break_even_roas",
    "contribution_margin_ratio",
    "break_even_units",
    "cac",
    "ltv_to_cac",
    "cac_payback_months",
    "aov",
    "arpu",
    "purchase_frequency",
    "units_per_transaction",
    "repeat_purchase_rate",
    "returning_customer_rate",
    "cohort_repeat_rate",
    "cross_sell_rate",
    "upsell_rate",
    "share_of_wallet",
    "average_days_between_orders",
    "market_penetration",
    "retention_rate_period",
    "churn_rate_start",
    "churn_rate_average",
    "churn_annual_from_monthly",
    "churn_monthly_from_annual",
    "expected_lifetime_periods",
    "retention_n_day",
    "retention_unbounded",
    "retention_bracket",
    "retention_kaplan_meier",
    "retention_sbg",
    "survival_sbg",
    "stickiness",
    "reactivation_rate",
    "mrr",
    "nrr",
    "grr",
    "revenue_churn_gross",
    "quick_ratio",
    "clv_simple",
    "clv_simple_margin",
    "clv_churn",
    "clv_retention",
    "clv_retention_immediate",
    "clv_finite",
    "clv_growth",
    "clv_sbg",
    "clv_retention_elasticity",
    "clv_breakeven_retention",
    "clv_referral_inclusive",
    "prospect_lifetime_value",
    "customer_equity",
    "clv_lever_gain",
    "bgnbd_expected_purchases",
    "bgnbd_probability_alive",
    "bgnbd_conditional_expectation",
    "gamma_gamma_spend",
    "rfm_score_concat",
    "rfm_score_weighted",
    "rfm_quintile_rank",
    "top_share",
    "gini",
    "herfindahl",
    "redemption_rate_period",
    "redemption_rate_lifetime",
    "redemption_rate_member_mean",
    "breakage_rate",
    "ultimate_redemption_rate",
    "points_liability",
    "earn_rate_value",
    "effective_discount",
    "burn_to_earn_ratio",
    "membership_rate",
    "active_member_rate",
    "order_earning_rate",
    "reward_usage_rate",
    "tier_migration_probability",
    "tier_steady_state_share",
    "loyalty_incremental_spend",
    "loyalty_programme_roi",
    "breakeven_spend_uplift",
    "ifrs15_points_allocation",
    "ifrs15_product_allocation",
    "ifrs15_points_revenue",
    "ifrs15_points_liability",
    "share_rate",
    "clicks_per_share",
    "referral_conversion_rate",
    "referral_rate",
    "referral_cac",
    "referral_breakeven_reward",
    "referral_breakeven_friend_reward",
    "referral_reward_roi",
    "two_way_uplift",
    "k_factor",
    "viral_users",
    "viral_users_compound",
    "viral_users_limit",
    "viral_amplification",
    "viral_cycles_to_target",
    "viral_users_at_time",
    "nps",
    "nps_standard_error",
    "nps_ci_half_width",
    "advocacy_rate",
    "bass_cumulative",
    "bass_peak_time",
    "bass_peak_adoptions",
    "adstock_geometric",
    "adstock_normalised",
    "adstock_half_life",
    "adstock_total_multiplier",
    "saturation_hill",
    "saturation_michaelis_menten",
    "marginal_return_hill",
    "budget_split_square_root",
    "attribution_linear_credit",
    "attribution_position_credit",
    "attribution_time_decay_credit",
    "attribution_markov",
    "attribution_markov_removal",
    "attribution_shapley",
    "max_coverage_exact",
    "budgeted_coverage_exact",
    "knapsack_value",
    "influence_spread_exact",
    "wilson_lower",
    "wilson_upper",
    "newcombe_difference_lower",
    "newcombe_difference_upper",
    "two_proportion_z",
    "two_proportion_p",
    "welch_t",
    "welch_p",
    "relative_lift_se",
    "delta_ratio_variance",
    "sample_size_proportions",
    "minimum_detectable_effect",
    "srm_chi2_p",
    "cuped_theta",
    "cuped_variance_ratio",
    "fisher_exact_two_sided",
    "prob_b_beats_a",
    "asymptotic_cs_half_width",
    "holm_adjusted_p",
    "bh_adjusted_p",
    "ratio_of_sums_cluster_se",
    "largest_budget_share",
    "percent_change",
    "benchmark_index",
    "benchmark_z",
    "percentile_rank",
    "programme_score",
    "programme_score_geometric",
    "minmax_normalised",
    "content_quality_score",
]

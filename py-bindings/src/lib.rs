//! The Python package's native part, `ukur._core`: thin. It converts arguments, releases the interpreter and
//! maps errors; every formula is in the crate `ukur`, and what users import is in `python/ukur/`.
//!
//! One file an area, named as in core. A function gets into the module by its one line in `_core` below.

#![allow(dead_code, reason = "the shared doors stand before the areas that use them")]

mod attribution;
mod convert;
mod customers;
mod errors;
mod experiments;
mod influencers;
mod metrics;
mod models;
mod programmes;
mod progress;
mod response;

/// Native part of ukur. Flat and declarative on purpose: so the type stubs come out complete.
#[pyo3::pymodule]
mod _core {
    #[pymodule_export]
    use super::attribution::{
        attribution_attribute, attribution_count, attribution_journeys, attribution_markov,
        attribution_paths, attribution_shapley, attribution_shapley_values, attribution_time_decay,
        attribution_transition_matrix,
    };
    #[pymodule_export]
    use super::customers::{
        customers_cohorts, customers_kaplan_meier, customers_rfm_segments, customers_summarise,
        customers_survival_at, customers_survival_time, customers_time_since_last, customers_tracking,
        read_dates,
    };
    #[pymodule_export]
    use super::experiments::{
        experiments_adjust_p, experiments_call, experiments_confidence_sequence,
        experiments_confidence_sequence_of_values, experiments_cuped_adjust, experiments_resample,
        experiments_two_proportion_tests, experiments_welch_tests,
    };
    #[pymodule_export]
    use super::influencers::{
        AudienceSketch, AudienceTable, influencers_breakeven, influencers_classify, influencers_compare,
        influencers_creators, influencers_earned_media, influencers_frontier, influencers_keep_or_recruit,
        influencers_reach_bounds, influencers_reward, influencers_sample, influencers_seeding,
        influencers_select, influencers_select_disjoint, influencers_size_elasticity, influencers_tier_table,
        influencers_value_proportion,
    };
    #[pymodule_export]
    use super::metrics::{
        Metric, catalogue_json, family_texts_json, stated_units, status_names, translations_json,
        worst_provenance,
    };
    #[pymodule_export]
    use super::models::{
        CustomerModel, PosteriorDraws, models_compare, models_likelihood_ratio_test, models_regularity,
    };
    #[pymodule_export]
    use super::programmes::{
        programmes_allocate_points, programmes_calibrate, programmes_customer_scorecard,
        programmes_influencer_scorecard, programmes_judge_ranking, programmes_k_factor,
        programmes_k_factor_from_totals, programmes_levers, programmes_lift, programmes_points_liability,
        programmes_project_tiers, programmes_rank_advocates, programmes_recognise_points,
        programmes_redemption, programmes_referral, programmes_social_scorecard, programmes_tier_matrix,
        programmes_tier_moves,
    };
    #[pymodule_export]
    use super::response::{
        response_adstock, response_adstock_multiplier, response_adstock_weights, response_bass_forecast,
        response_borel_tanner_probability, response_branching_moments, response_budget_frontier,
        response_carry_over, response_curve_response, response_extinction_probability, response_fit_bass,
        response_fit_curve, response_input_for_marginal_return, response_marginal_return,
        response_response_at, response_simulate_branching, response_split_budget,
    };
    #[pymodule_export]
    #[allow(non_upper_case_globals)]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}

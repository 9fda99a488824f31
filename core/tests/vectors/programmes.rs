//! `programmes.<function>`: those whose arguments are numbers and columns.

use ukur::programmes::levers::{Levers, worth};
use ukur::programmes::referral::{Programme, economics, k_factor, k_factor_from_totals};
use ukur::programmes::tiers::MigrationMatrix;
use ukur::programmes::{points, ranking, redemption};
use ukur::{Error, Result};

use super::given::Given;
use super::outcome::Outcome;

/// A list of columns.
fn columns(given: Option<&Given>) -> Vec<Vec<f64>> {
    if let Some(Given::List(rows)) = given { rows.iter().map(Given::to_column).collect() } else { Vec::new() }
}

/// Two records as one.
fn joined(one: Outcome, other: Outcome) -> Outcome {
    match (one, other) {
        (Outcome::Map(mut one), Outcome::Map(other)) => {
            one.extend(other);
            Outcome::Map(one)
        }
        (one, _) => one,
    }
}

pub fn call(name: &str, args: &Given) -> Result<Outcome, Error> {
    let number = |name: &str| args.number(name).unwrap_or(f64::NAN);
    // What the faces put in the place of an argument that is not there.
    let or = |name: &str, default: f64| args.number(name).unwrap_or(default);
    let column = |name: &str| args.column(name).unwrap_or_default();
    Ok(match name {
        "allocate_points" => Outcome::record(&points::allocate(
            number("price"),
            args.number("goods_stand_alone"),
            number("points_issued"),
            number("expected_redemption"),
            number("point_value"),
        )?),
        "recognise_points" => Outcome::record(&points::recognise(
            number("allocation"),
            &column("redeemed_cumulative"),
            &column("expected_total_redeemed"),
        )?),
        "points_liability" => Outcome::record(&points::liability(
            number("issued"),
            number("redeemed"),
            or("expired", 0.0),
            number("ultimate_redemption_rate"),
            number("cost_per_point"),
        )?),
        "redemption_curve" => Outcome::record(&redemption::develop(
            &column("issued"),
            &columns(args.get("cumulative")),
            or("tail_factor", 1.0),
            or("cost_per_point", 0.0),
        )?),
        "tier_migration_from_matrix" => {
            let matrix = MigrationMatrix::from_counts(&columns(args.get("matrix")))?;
            let rows = serde_json::json!({ "probabilities": matrix.probabilities() });
            joined(rows.into(), Outcome::record(&matrix.steady_state()?))
        }
        "referral_economics" => Outcome::record(&economics(&Programme {
            advocate_reward: number("advocate_reward"),
            friend_reward: number("friend_reward"),
            reward_redemption: or("reward_redemption", 1.0),
            overhead_per_referral: or("overhead_per_referral", 0.0),
            programme_cost: or("programme_cost", 0.0),
            referred_customers: number("referred_customers"),
            margin_clv_referred: number("margin_clv_referred"),
            incrementality: number("incrementality"),
        })?),
        "k_factor" => Outcome::record(&k_factor(
            &column("brought"),
            args.column("invitations").as_deref(),
            or("level", 0.95),
        )?),
        "k_factor_from_totals" => Outcome::record(&k_factor_from_totals(
            number("brought"),
            number("customers"),
            args.number("invitations"),
            or("level", 0.95),
        )?),
        "judge_ranking" => Outcome::record(&ranking::judge(
            &column("score"),
            &column("advocated"),
            or("groups", 10.0) as usize,
        )?),
        "calibrate" => {
            let score = column("score");
            let steps = ranking::calibrate(&score, &column("advocated"))?;
            let applied: Vec<f64> = score.iter().map(|&score| steps.apply(score)).collect();
            joined(Outcome::record(&steps), Outcome::Map(vec![("calibrated".to_owned(), applied.into())]))
        }
        "lever_worth" => Outcome::record(&worth(&Levers {
            basket: number("basket"),
            frequency: number("frequency"),
            margin: number("margin"),
            retention: number("retention"),
            discount: number("discount"),
            lifetime: args.number("lifetime"),
            horizon: or("horizon", 5.0),
        })?),
        _ => panic!("programmes.{name}: add it to core/tests/vectors/programmes.rs"),
    })
}

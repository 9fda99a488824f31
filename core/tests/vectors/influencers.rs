//! `influencers.<function>`: those whose arguments are numbers and columns.

use ukur::influencers::tiers::TierTable;
use ukur::influencers::{content, loyalty, reach};
use ukur::{Error, Result};

use super::given::Given;
use super::outcome::Outcome;

/// An argument, or what the faces put in its place.
fn or(args: &Given, name: &str, default: f64) -> f64 {
    args.number(name).unwrap_or(default)
}

pub fn call(name: &str, args: &Given) -> Result<Outcome, Error> {
    let number = |name: &str| args.number(name).unwrap_or(f64::NAN);
    let column = |name: &str| args.column(name).unwrap_or_default();
    Ok(match name {
        "classify" => {
            let followers = column("followers");
            let platforms: Vec<String> = match args.get("platform") {
                Some(Given::Text(one)) => vec![one.clone(); followers.len()],
                Some(Given::List(many)) => many
                    .iter()
                    .map(|one| if let Given::Text(text) = one { text.clone() } else { String::new() })
                    .collect(),
                _ => Vec::new(),
            };
            Outcome::record(&TierTable::mediakix().classify_all(&platforms, &followers)?)
        }
        "reach_bounds" => Outcome::record(&reach::bounds(
            &column("sizes"),
            &column("pair_overlaps"),
            args.number("population"),
        )?),
        "keep_or_recruit" => Outcome::record(&loyalty::keep_or_recruit(
            number("fee"),
            number("recruiting_cost"),
            number("programme_cost"),
            number("retention"),
            number("campaigns"),
        )?),
        "seeding" => Outcome::record(&content::seeding(
            number("creators_seeded"),
            number("creators_who_posted"),
            number("unit_cost"),
            or(args, "unit_shipping", 0.0),
            or(args, "other_cost", 0.0),
            number("posts"),
            or(args, "usable_assets", 0.0),
            or(args, "cost_per_produced_asset", 0.0),
        )?),
        _ => panic!("influencers.{name}: add it to core/tests/vectors/influencers.rs"),
    })
}

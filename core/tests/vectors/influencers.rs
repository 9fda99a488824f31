//! `influencers.<function>`: those whose arguments are numbers and columns.

use ukur::influencers::tiers::TierTable;
use ukur::influencers::value_proportion::{self, Candidates};
use ukur::influencers::{content, loyalty, reach};
use ukur::{Error, Result};

use super::given::Given;
use super::outcome::Outcome;

/// An argument, or what the faces put in its place.
fn or(args: &Given, name: &str, default: f64) -> f64 {
    args.number(name).unwrap_or(default)
}

/// A column of names as text.
fn labels(given: Option<&Given>) -> Vec<String> {
    let Some(Given::List(names)) = given else { return Vec::new() };
    names
        .iter()
        .map(|name| if let Given::Text(text) = name { text.clone() } else { format!("{name:?}") })
        .collect()
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
        "value_proportion" => {
            let names = labels(args.get("influencer"));
            let rates = column("conversion_rate");
            let one = rates
                .first()
                .copied()
                .filter(|_| !matches!(args.get("conversion_rate"), Some(Given::List(_))));
            let rates = one.map_or(rates, |rate| vec![rate; names.len()]);
            let (engagement, cost) = (args.column("engagement_rate"), args.column("cost"));
            let candidates = Candidates {
                names: &names,
                followers: &column("followers"),
                conversion_rate: &rates,
                engagement_rate: engagement.as_deref(),
                cost: cost.as_deref(),
            };
            let options = value_proportion::Options {
                goal: number("goal"),
                value_per_customer: args.number("value_per_customer"),
                conversion_of_engaged: args.number("conversion_of_engaged"),
            };
            Outcome::record(&value_proportion::value_proportion(&candidates, &options)?)
        }
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

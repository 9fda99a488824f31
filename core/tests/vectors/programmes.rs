//! `programmes.<function>`: those whose arguments are numbers and columns.

use ukur::programmes::levers::{Levers, worth};
use ukur::programmes::referral::{Programme, economics, k_factor, k_factor_from_totals};
use ukur::programmes::scorecards::{
    CustomerColumns, InfluencerColumns, Rows, Scorecard, ScorecardRow, customer_scorecard,
    influencer_scorecard,
};
use ukur::programmes::social_scorecard::{
    Campaign, Components, Figures, SocialOptions, SocialPosts, benchmark_of, social_scorecard,
};
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

/// A column of names as codes in the order of the names, and the names.
fn labels(given: Option<&Given>) -> (Vec<u32>, Vec<Outcome>) {
    let Some(Given::List(rows)) = given else { return (Vec::new(), Vec::new()) };
    let shown: Vec<String> = rows.iter().map(|row| format!("{row:?}")).collect();
    let mut distinct = shown.clone();
    distinct.sort();
    distinct.dedup();
    let names = distinct.iter().map(|one| {
        let at = shown.iter().position(|row| row == one).unwrap_or(0);
        match &rows[at] {
            Given::Text(text) => Outcome::Text(text.clone()),
            other => Outcome::Number(other.as_number().unwrap_or(f64::NAN)),
        }
    });
    let codes = shown.iter().map(|row| distinct.iter().position(|one| one == row).unwrap_or(0) as u32);
    (codes.collect(), names.collect())
}

/// Marks of a benchmark by name.
fn marks(given: Option<&Given>) -> Vec<(String, f64)> {
    let Some(Given::Map(map)) = given else { return Vec::new() };
    map.iter().map(|(name, mark)| (name.clone(), mark.as_number().unwrap_or(f64::NAN))).collect()
}

/// A scorecard as the columns that the faces make of it.
fn card(programme: &str, card: &Scorecard, who: &[Outcome], when: &[Outcome]) -> Outcome {
    let rows = &card.rows;
    let text = |text: &str| Outcome::Text(text.into());
    let one_of =
        |names: &[Outcome], at: Option<u32>| at.map_or(Outcome::Null, |at| names[at as usize].clone());
    let numbers = |of: fn(&ScorecardRow) -> Option<f64>| {
        Outcome::List(rows.iter().map(|row| Outcome::Number(of(row).unwrap_or(f64::NAN))).collect())
    };
    let list = |of: &dyn Fn(&ScorecardRow) -> Outcome| Outcome::List(rows.iter().map(of).collect());
    Outcome::Map(vec![
        ("programme".into(), list(&|_| text(programme))),
        ("level".into(), list(&|row| text(if row.person.is_none() { "programme" } else { "person" }))),
        ("person".into(), list(&|row| one_of(who, row.person))),
        ("period".into(), list(&|row| one_of(when, row.period))),
        ("measure".into(), list(&|row| text(card.measures[row.measure].name))),
        ("unit".into(), list(&|row| text(card.measures[row.measure].unit.as_str()))),
        ("value".into(), numbers(|row| row.value)),
        ("change".into(), numbers(|row| row.change)),
        ("benchmark_index".into(), numbers(|row| row.benchmark_index)),
    ])
}

/// `influencer_scorecard` and `customer_scorecard`.
fn scorecard(name: &str, args: &Given) -> Result<Outcome> {
    let benchmark = marks(args.get("benchmark"));
    let (period, when) = labels(args.get("period"));
    let timed = (!period.is_empty()).then_some(period.as_slice());
    if name == "influencer_scorecard" {
        let (person, who) = labels(args.get("influencer"));
        let rows = Rows { person: &person, persons: who.len(), period: timed, periods: when.len().max(1) };
        let [likes, comments, other, base, reach, brand, market, rating] = [
            "likes",
            "comments",
            "other_engagements",
            "base",
            "reach",
            "brand_mentions",
            "market_mentions",
            "rating",
        ]
        .map(|name| args.column(name));
        let columns = InfluencerColumns {
            likes: likes.as_deref(),
            comments: comments.as_deref(),
            other_engagements: other.as_deref(),
            base: base.as_deref(),
            reach: reach.as_deref(),
            brand_mentions: brand.as_deref(),
            market_mentions: market.as_deref(),
            rating: rating.as_deref(),
            max_rating: args.number("max_rating").unwrap_or(5.0),
        };
        return Ok(card("influencer", &influencer_scorecard(&rows, &columns, &benchmark)?, &who, &when));
    }
    let (person, who) = labels(args.get("customer"));
    let rows = Rows { person: &person, persons: who.len(), period: timed, periods: when.len().max(1) };
    let orders = args.column("orders");
    let columns = CustomerColumns {
        revenue: &args.column("revenue").unwrap_or_default(),
        orders: orders.as_deref(),
        periods_per_year: args.number("periods_per_year"),
        lifetime_years: args.number("lifetime_years"),
        margin: args.number("margin").unwrap_or(1.0),
    };
    Ok(card("customer", &customer_scorecard(&rows, &columns, &benchmark)?, &who, &when))
}

/// `social_scorecard`: persons and periods by name.
fn social(args: &Given) -> Result<Outcome> {
    let given = |args: &Given| {
        let ((person, who), (period, when)) = (labels(args.get("person")), labels(args.get("period")));
        let columns = ["posts", "reach", "shares", "value"].map(|name| args.column(name));
        (person, who, period, when, columns)
    };
    let (person, who, period, when, [posts, reach, shares, value]) = given(args);
    let posts = SocialPosts {
        person: &person,
        persons: who.len(),
        period: (!period.is_empty()).then_some(&period),
        periods: when.len().max(1),
        posts: posts.as_deref(),
        reach: reach.as_deref().unwrap_or_default(),
        shares: shares.as_deref().unwrap_or_default(),
        value: value.as_deref().unwrap_or_default(),
    };
    let mark = args.get("benchmark").expect("a benchmark");
    let benchmark = if mark.get("person").is_some() {
        let (person, who, _, _, [before, reach, shares, value]) = given(mark);
        benchmark_of(&SocialPosts {
            person: &person,
            persons: who.len(),
            period: None,
            periods: 1,
            posts: before.as_deref(),
            reach: reach.as_deref().unwrap_or_default(),
            shares: shares.as_deref().unwrap_or_default(),
            value: value.as_deref().unwrap_or_default(),
        })?
    } else {
        Figures {
            reach: mark.number("reach"),
            sharing: mark.number("sharing"),
            monetisation: mark.number("monetisation"),
        }
    };
    let campaign = if let Some(Given::Text(name)) = args.get("campaign") { name } else { "balanced" };
    let weight = |given: &Given, name: &str| given.number(name).unwrap_or(0.0);
    let options = SocialOptions {
        benchmark,
        campaign: Campaign::parse(campaign)?,
        weights: args.get("weights").map(|given| Components {
            reach: weight(given, "reach"),
            sharing: weight(given, "sharing"),
            monetisation: weight(given, "monetisation"),
        }),
    };
    let mut found = Outcome::record(&social_scorecard(&posts, &options)?);
    let Outcome::Map(parts) = &mut found else { return Ok(found) };
    for (part, names) in parts.iter_mut().filter_map(|(name, part)| match name.as_str() {
        "people" => Some((part, ("person", &who))),
        "periods" => Some((part, ("period", &when))),
        _ => None,
    }) {
        let Outcome::List(rows) = part else { continue };
        for row in rows {
            let Outcome::Map(fields) = row else { continue };
            for (key, value) in fields.iter_mut().filter(|(key, _)| key == names.0) {
                if let (Outcome::Number(code), true) = (&*value, !key.is_empty()) {
                    *value = names.1[*code as usize].clone();
                }
            }
        }
    }
    Ok(found)
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
        "influencer_scorecard" | "customer_scorecard" => scorecard(name, args)?,
        "social_scorecard" => social(args)?,
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

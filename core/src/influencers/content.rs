//! What creators' content costs and replaces: product seeding, user content, earned media.

use crate::checks::{column, count, non_negative, same_length};
use crate::shown::Shown;
use crate::{Error, Result, Status};

/// Product seeding and user content in money.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Seeding {
    /// The share of the seeded creators who posted.
    pub post_rate: f64,
    /// Everything sent, goods and shipping, and the hours.
    pub cost: f64,
    /// Cost per post; nothing without a post.
    pub cost_per_post: Option<f64>,
    /// Cost per usable asset; nothing without one.
    pub cost_per_asset: Option<f64>,
    /// What producing the usable assets would have cost.
    pub replacement_value: f64,
    /// `replacement_value - cost`.
    pub saving: f64,
    /// The share of creators who must post for the assets to be worth their cost, at the same assets per poster;
    /// above 1 it cannot be. Nothing where the assets are worth nothing.
    pub breakeven_post_rate: Option<f64>,
}

/// What product seeding costs and what its content replaces.
///
/// ```
/// let result = ukur::influencers::content::seeding(200.0, 84.0, 12.0, 9.0, 0.0, 84.0, 120.0, 150.0)?;
/// assert_eq!((result.post_rate, result.cost_per_post), (0.42, Some(50.0)));
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// An invalid argument; `zero_denominator` without a seeded creator; `infeasible` where more posted than were seeded.
#[allow(clippy::too_many_arguments)] // One number each, all of one campaign; the bindings name them.
pub fn seeding(
    creators_seeded: f64,
    creators_who_posted: f64,
    unit_cost: f64,
    unit_shipping: f64,
    other_cost: f64,
    posts: f64,
    usable_assets: f64,
    cost_per_produced_asset: f64,
) -> Result<Seeding> {
    count("creators_seeded", creators_seeded)?;
    count("creators_who_posted", creators_who_posted)?;
    for (name, value) in [
        ("unit_cost", unit_cost),
        ("unit_shipping", unit_shipping),
        ("other_cost", other_cost),
        ("cost_per_produced_asset", cost_per_produced_asset),
    ] {
        non_negative(name, value)?;
    }
    count("posts", posts)?;
    count("usable_assets", usable_assets)?;
    if creators_seeded == 0.0 {
        return Err(Error::undefined("seeding", Status::ZeroDenominator, "no creator was seeded"));
    }
    if creators_who_posted > creators_seeded {
        return Err(Error::undefined(
            "seeding",
            Status::Infeasible,
            format!(
                "{} creators posted, but only {} were seeded",
                Shown(creators_who_posted),
                Shown(creators_seeded)
            ),
        ));
    }
    let cost = creators_seeded * (unit_cost + unit_shipping) + other_cost;
    let replacement_value = usable_assets * cost_per_produced_asset;
    let post_rate = creators_who_posted / creators_seeded;
    Ok(Seeding {
        post_rate,
        cost,
        cost_per_post: (posts > 0.0).then(|| cost / posts),
        cost_per_asset: (usable_assets > 0.0).then(|| cost / usable_assets),
        replacement_value,
        saving: replacement_value - cost,
        breakeven_post_rate: (replacement_value > 0.0).then(|| post_rate * cost / replacement_value),
    })
}

/// Earned media as the cost of buying the same: no price list of our own, and no return.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct EarnedMedia {
    /// The sum of quantity times price.
    pub cost_equivalent: f64,
    /// Each line's part.
    pub parts: Vec<f64>,
    /// `cost_equivalent / cost`; nothing without a cost. Not a return: nothing was sold.
    pub multiple: Option<f64>,
    /// Always `cost_equivalent`: what the number is, and that it is not value created.
    pub label: String,
}

/// The cost of buying what was earned, at prices the caller names.
///
/// There is no default price list: every vendor has its own, and AMEC's Barcelona Principles reject cost equivalents as
/// a measure of value.
///
/// ```
/// // 5,000 likes at 0.30, 500 comments at 0.50, 50 thousand impressions at 0.05 a thousand.
/// let media = ukur::influencers::content::earned_media(&[5000.0, 500.0, 50.0], &[0.3, 0.5, 0.05], Some(500.0))?;
/// assert_eq!((media.cost_equivalent, media.multiple), (1752.5, Some(3.505)));
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `insufficient_data` without a line; a length mismatch; an invalid number.
pub fn earned_media(quantities: &[f64], prices: &[f64], cost: Option<f64>) -> Result<EarnedMedia> {
    same_length("quantities", quantities.len(), "prices", prices.len())?;
    if prices.is_empty() {
        return Err(Error::undefined(
            "earned media",
            Status::InsufficientData,
            "no price is given, and there is no default price list: pass the prices that you would pay",
        ));
    }
    column("quantities", quantities, non_negative)?;
    column("prices", prices, non_negative)?;
    if let Some(cost) = cost {
        non_negative("cost", cost)?;
    }
    let parts: Vec<f64> = quantities.iter().zip(prices).map(|(q, p)| q * p).collect();
    let cost_equivalent: f64 = parts.iter().sum();
    Ok(EarnedMedia {
        cost_equivalent,
        parts,
        multiple: cost.filter(|c| *c > 0.0).map(|c| cost_equivalent / c),
        label: "cost_equivalent".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seeding_breaks_even_where_it_says() {
        let result = seeding(200.0, 84.0, 12.0, 9.0, 600.0, 84.0, 120.0, 150.0).unwrap();
        assert_eq!((result.cost, result.replacement_value, result.saving), (4800.0, 18_000.0, 13_200.0));
        assert!((result.breakeven_post_rate.unwrap() - 0.42 * 4800.0 / 18_000.0).abs() < 1e-15);
        assert_eq!(seeding(0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0, 1.0).unwrap_err().code(), "zero_denominator");
        assert_eq!(seeding(1.0, 2.0, 1.0, 1.0, 0.0, 0.0, 0.0, 1.0).unwrap_err().code(), "infeasible");
    }

    #[test]
    fn earned_media_has_no_prices_of_its_own() {
        let error = earned_media(&[], &[], None).unwrap_err();
        assert_eq!(error.code(), "insufficient_data");
        assert!(error.to_string().contains("no default price list"));
        assert_eq!(earned_media(&[1.0], &[-1.0], None).unwrap_err().code(), "out_of_domain");
    }
}

//! Two-sided referral programmes: what the rewards may cost, what a really new customer costs, and whether the
//! programme grows by itself.

use crate::checks;
use crate::{Error, Result, Status};

/// A referral programme in money, per referred customer unless said otherwise.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Programme {
    /// The inviter's reward.
    pub advocate_reward: f64,
    /// The invited friend's reward.
    pub friend_reward: f64,
    /// The share of rewards that are really redeemed.
    pub reward_redemption: f64,
    /// Handling for each referral.
    pub overhead_per_referral: f64,
    /// The cost of running the programme over the period.
    pub programme_cost: f64,
    /// Customers who came by referral in the period.
    pub referred_customers: f64,
    /// The margin that a referred customer brings over their life.
    pub margin_clv_referred: f64,
    /// The share of the referred who would not have come without the programme.
    pub incrementality: f64,
}

/// What the programme is worth.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Economics {
    /// All rewards redeemed, handling and running costs.
    pub cost: f64,
    /// Cost per referred customer.
    pub cac: f64,
    /// Customers who would not have come otherwise.
    pub incremental_customers: f64,
    /// Cost per such customer; nothing where there is none.
    pub incremental_cac: Option<f64>,
    /// The margin of the incremental customers.
    pub incremental_value: f64,
    /// `incremental_value - cost`.
    pub profit: f64,
    /// `profit / cost`; nothing where the programme costs nothing.
    pub roi: Option<f64>,
    /// The largest sum of both rewards, as printed on the coupon, at which a referral pays for itself. Unredeemed
    /// rewards cost nothing, so it is `(margin x incrementality - handling - running cost each) / redemption`.
    /// Nothing where no reward is redeemed: then any is affordable.
    pub breakeven_rewards: Option<f64>,
    /// The largest friend's reward, given the advocate's. Negative: the advocate's alone is too dear.
    pub breakeven_friend_reward: Option<f64>,
    /// The largest advocate's reward, given the friend's.
    pub breakeven_advocate_reward: Option<f64>,
    /// The smallest share of really new customers at which the programme pays for itself; above 1 no share does.
    /// Nothing where a referred customer is worth nothing.
    pub breakeven_incrementality: Option<f64>,
}

/// What a two-sided referral programme earns, and the rewards at which it breaks even.
///
/// ```
/// use ukur::programmes::referral::{economics, Programme};
/// let result = economics(&Programme {
///     advocate_reward: 10.0, friend_reward: 10.0, reward_redemption: 0.8, overhead_per_referral: 0.0,
///     programme_cost: 1200.0, referred_customers: 300.0, margin_clv_referred: 60.0, incrementality: 0.5,
/// })?;
/// assert_eq!((result.cac, result.incremental_cac), (20.0, Some(40.0)));
/// assert_eq!(result.profit, 3000.0);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// An invalid field; `zero_denominator` without a referred customer.
pub fn economics(programme: &Programme) -> Result<Economics> {
    let p = programme;
    checks::non_negative("advocate_reward", p.advocate_reward)?;
    checks::non_negative("friend_reward", p.friend_reward)?;
    checks::share("reward_redemption", p.reward_redemption)?;
    checks::non_negative("overhead_per_referral", p.overhead_per_referral)?;
    checks::non_negative("programme_cost", p.programme_cost)?;
    checks::non_negative("referred_customers", p.referred_customers)?;
    checks::non_negative("margin_clv_referred", p.margin_clv_referred)?;
    checks::share("incrementality", p.incrementality)?;
    if p.referred_customers == 0.0 {
        return Err(Error::undefined(
            "referral programme",
            Status::ZeroDenominator,
            "no customer was referred",
        ));
    }
    let rewards = (p.advocate_reward + p.friend_reward) * p.reward_redemption;
    let cac = rewards + p.overhead_per_referral + p.programme_cost / p.referred_customers;
    let cost = cac * p.referred_customers;
    let incremental_customers = p.referred_customers * p.incrementality;
    let incremental_value = incremental_customers * p.margin_clv_referred;
    let room = p.margin_clv_referred * p.incrementality
        - p.overhead_per_referral
        - p.programme_cost / p.referred_customers;
    let breakeven = (p.reward_redemption > 0.0).then(|| room / p.reward_redemption);
    if ![cost, incremental_value].iter().all(|v| v.is_finite()) {
        return Err(Error::undefined("referral programme", Status::Unbounded, "the amounts are too large"));
    }
    Ok(Economics {
        cost,
        cac,
        incremental_customers,
        incremental_cac: (incremental_customers > 0.0).then(|| cost / incremental_customers),
        incremental_value,
        profit: incremental_value - cost,
        roi: (cost > 0.0).then(|| (incremental_value - cost) / cost),
        breakeven_rewards: breakeven,
        breakeven_friend_reward: breakeven.map(|total| total - p.advocate_reward),
        breakeven_advocate_reward: breakeven.map(|total| total - p.friend_reward),
        breakeven_incrementality: (p.margin_clv_referred > 0.0).then(|| cac / p.margin_clv_referred),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn programme() -> Programme {
        Programme {
            advocate_reward: 20.0,
            friend_reward: 10.0,
            reward_redemption: 1.0,
            overhead_per_referral: 4.0,
            programme_cost: 0.0,
            referred_customers: 100.0,
            margin_clv_referred: 60.0,
            incrementality: 0.7,
        }
    }

    #[test]
    fn known_answers() {
        // The catalogue's examples: 60 x 0.7 - 4 = 38 in all, 18 for the friend beside 20 for the advocate.
        let result = economics(&programme()).unwrap();
        assert!((result.breakeven_rewards.unwrap() - 38.0).abs() < 1e-12);
        assert!((result.breakeven_friend_reward.unwrap() - 18.0).abs() < 1e-12);
        assert!((result.breakeven_incrementality.unwrap() - 34.0 / 60.0).abs() < 1e-15);
        // Schmitt, Skiera and Van den Bulte (2011): a reward of 25 against a difference of 40 in value: ROI 60 %.
        let schmitt = Programme {
            advocate_reward: 25.0,
            friend_reward: 0.0,
            overhead_per_referral: 0.0,
            margin_clv_referred: 40.0,
            incrementality: 1.0,
            ..programme()
        };
        assert!((economics(&schmitt).unwrap().roi.unwrap() - 0.6).abs() < 1e-12);
    }

    #[test]
    fn at_the_break_even_the_profit_is_nil() {
        let mut p = Programme { reward_redemption: 0.35, programme_cost: 555.0, ..programme() };
        p.friend_reward = economics(&p).unwrap().breakeven_friend_reward.unwrap();
        assert!(economics(&p).unwrap().profit.abs() < 1e-9);
        p.incrementality = 0.6;
        p.friend_reward = 1.0;
        p.incrementality = economics(&p).unwrap().breakeven_incrementality.unwrap();
        assert!(economics(&p).unwrap().profit.abs() < 1e-9);
    }

    #[test]
    fn bad_input_is_named() {
        let code = |p: Programme| economics(&p).unwrap_err().code();
        assert_eq!(code(Programme { referred_customers: 0.0, ..programme() }), "zero_denominator");
        assert_eq!(code(Programme { incrementality: 1.1, ..programme() }), "out_of_domain");
        assert_eq!(code(Programme { friend_reward: f64::NAN, ..programme() }), "nan_input");
        assert_eq!(code(Programme { margin_clv_referred: f64::INFINITY, ..programme() }), "infinite_input");
        let none = economics(&Programme { incrementality: 0.0, ..programme() }).unwrap();
        assert_eq!(none.incremental_cac, None);
        assert!(none.profit < 0.0);
    }
}

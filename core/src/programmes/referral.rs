//! Two-sided referral programmes: what the rewards may cost, what a really new customer costs, and whether the
//! programme grows by itself. How many come in the end, and how uncertain that is, shows
//! [`simulate_branching`](crate::response::branching::simulate_branching).

use crate::checks;
use crate::experiments::Interval;
use crate::numerics::distributions::{
    chi_squared_quantile, chi_squared_upper_quantile, student_t_upper_quantile,
};
use crate::shown::Shown;
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

/// How many new customers one customer brings, with its uncertainty.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct KFactor {
    /// New customers brought, for each customer: invitations each x conversion of an invitation.
    pub k: f64,
    /// Its standard error: between customers, or Poisson where only totals are known.
    pub standard_error: f64,
    /// Its interval. From customers: the mean on the scale of logarithms, so that it stays above 0. From totals: exact
    /// Poisson (Garwood 1936).
    pub interval: Interval,
    /// Invitations for each customer; nothing where they are not known.
    pub invitations_each: Option<f64>,
    /// Successful invitations as a share of invitations; nothing where they are not known or there are none.
    pub invitation_conversion: Option<f64>,
    /// The variance of the number brought divided by its mean: 1 for Poisson; above, few bring many. Nothing from totals.
    pub dispersion: Option<f64>,
    /// `1 / (1 - k)`: customers in the end for each customer won otherwise; nothing for `k` of 1 and more.
    pub amplification: Option<f64>,
    /// The amplification at the ends of the interval; nothing at an end of 1 and more.
    pub amplification_lower: Option<f64>,
    /// As `amplification_lower`, at the upper end.
    pub amplification_upper: Option<f64>,
    /// Whether the whole interval lies below 1, the whole lies above, or it holds 1.
    pub growth: Growth,
    /// Customers looked at.
    pub customers: f64,
}

/// Whether a programme feeds itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Growth {
    /// It dies out without new customers from elsewhere: the interval lies below 1.
    DiesOut,
    /// It grows by itself: the interval lies above 1.
    FeedsItself,
    /// The data do not tell.
    NotShown,
}

/// K from the number of new customers that each customer brought.
///
/// `invitations`, where given, are the invitations that each customer sent.
///
/// ```
/// let brought = [0.0, 0.0, 1.0, 0.0, 2.0, 0.0, 0.0, 1.0, 0.0, 0.0];
/// let k = ukur::programmes::referral::k_factor(&brought, None, 0.95)?;
/// assert_eq!(k.k, 0.4);
/// assert!(k.interval.lower > 0.0);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// A length mismatch; a number that is no whole number from 0; `infeasible` where a customer brought more than they
/// invited; `insufficient_data` below two customers; `zero_variance` where all brought the same number, 0 included (use
/// [`k_factor_from_totals`]).
pub fn k_factor(brought: &[f64], invitations: Option<&[f64]>, level: f64) -> Result<KFactor> {
    checks::column("brought", brought, checks::count)?;
    checks::open_share("level", level)?;
    if let Some(invitations) = invitations {
        checks::same_length("brought", brought.len(), "invitations", invitations.len())?;
        checks::column("invitations", invitations, checks::count)?;
        if let Some(row) = brought.iter().zip(invitations).position(|(b, i)| b > i) {
            return Err(Error::undefined(
                "K-factor",
                Status::Infeasible,
                "a customer brought more friends than they invited",
            )
            .at_row(row));
        }
    }
    let n = brought.len() as f64;
    if n < 2.0 {
        return Err(Error::undefined(
            "K-factor",
            Status::InsufficientData,
            "the error between customers needs at least 2",
        ));
    }
    // Sums of whole numbers are exact, whatever their order.
    let total: f64 = brought.iter().sum();
    let k = total / n;
    let squares: f64 = brought.iter().map(|b| b * b).sum();
    let variance = (squares - total * k).max(0.0) / (n - 1.0);
    if variance == 0.0 {
        return Err(Error::undefined(
            "K-factor",
            Status::ZeroVariance,
            "every customer brought the same number of friends; use the totals, which count as Poisson",
        ));
    }
    let standard_error = (variance / n).sqrt();
    let half = student_t_upper_quantile((1.0 - level) / 2.0, n - 1.0) * standard_error / k;
    let sent: Option<f64> = invitations.map(|i| i.iter().sum());
    let interval = Interval { lower: k * libm::exp(-half), upper: k * libm::exp(half), level };
    Ok(describe(k, standard_error, interval, sent, total, Some(variance / k), n))
}

/// K from totals: new customers brought, customers who could invite, and the invitations, if known.
///
/// The number brought counts as Poisson; where few customers bring many, the true interval is wider, so prefer
/// [`k_factor`].
///
/// ```
/// let k = ukur::programmes::referral::k_factor_from_totals(30.0, 100.0, Some(240.0), 0.95)?;
/// assert_eq!((k.k, k.invitation_conversion), (0.3, Some(0.125)));
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// An invalid number; `zero_denominator` without a customer; `infeasible` where more were brought than invited.
pub fn k_factor_from_totals(
    brought: f64,
    customers: f64,
    invitations: Option<f64>,
    level: f64,
) -> Result<KFactor> {
    checks::count("brought", brought)?;
    checks::count("customers", customers)?;
    checks::open_share("level", level)?;
    if customers == 0.0 {
        return Err(Error::undefined("K-factor", Status::ZeroDenominator, "there is no customer"));
    }
    if let Some(invitations) = invitations {
        checks::count("invitations", invitations)?;
        if brought > invitations {
            return Err(Error::undefined(
                "K-factor",
                Status::Infeasible,
                format!("{} friends were brought by {} invitations", Shown(brought), Shown(invitations)),
            ));
        }
    }
    let tail = (1.0 - level) / 2.0;
    let lower = if brought == 0.0 { 0.0 } else { chi_squared_quantile(tail, 2.0 * brought) / 2.0 };
    let upper = chi_squared_upper_quantile(tail, 2.0 * brought + 2.0) / 2.0;
    let interval = Interval { lower: lower / customers, upper: upper / customers, level };
    let error = brought.sqrt() / customers;
    Ok(describe(brought / customers, error, interval, invitations, brought, None, customers))
}

fn describe(
    k: f64,
    standard_error: f64,
    interval: Interval,
    sent: Option<f64>,
    brought: f64,
    dispersion: Option<f64>,
    customers: f64,
) -> KFactor {
    let amplification = |k: f64| (k < 1.0).then(|| 1.0 / (1.0 - k));
    KFactor {
        k,
        standard_error,
        interval,
        invitations_each: sent.map(|sent| sent / customers),
        invitation_conversion: sent.filter(|sent| *sent > 0.0).map(|sent| brought / sent),
        dispersion,
        amplification: amplification(k),
        amplification_lower: amplification(interval.lower),
        amplification_upper: amplification(interval.upper),
        growth: if interval.upper < 1.0 {
            Growth::DiesOut
        } else if interval.lower > 1.0 {
            Growth::FeedsItself
        } else {
            Growth::NotShown
        },
        customers,
    }
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
    fn k_has_an_interval_and_a_verdict() {
        // scipy.stats.chi2: Garwood's interval of 30 events is 20.24087 to 42.82687.
        let k = k_factor_from_totals(30.0, 100.0, None, 0.95).unwrap();
        assert!(
            (k.interval.lower - 0.202_408_74).abs() < 1e-6 && (k.interval.upper - 0.428_268_65).abs() < 1e-6
        );
        assert_eq!(k.growth, Growth::DiesOut);
        assert!((k.amplification.unwrap() - 1.0 / 0.7).abs() < 1e-12);
        let none = k_factor_from_totals(0.0, 10.0, Some(0.0), 0.95).unwrap();
        assert_eq!((none.k, none.interval.lower, none.invitation_conversion), (0.0, 0.0, None));
        let unsure = k_factor_from_totals(9.0, 10.0, None, 0.95).unwrap();
        assert_eq!((unsure.growth, unsure.amplification_upper), (Growth::NotShown, None));
        let viral = k_factor_from_totals(300.0, 100.0, None, 0.95).unwrap();
        assert_eq!((viral.growth, viral.amplification), (Growth::FeedsItself, None));
        // Few bring many: the interval is far wider than Poisson's.
        let mut brought = vec![0.0; 100];
        brought[0] = 30.0;
        let heavy = k_factor(&brought, None, 0.95).unwrap();
        assert!((heavy.dispersion.unwrap() - 30.0).abs() < 1e-9 && heavy.growth == Growth::NotShown);
        let sent = vec![40.0; 100];
        let heavy = k_factor(&brought, Some(&sent), 0.95).unwrap();
        assert_eq!((heavy.invitations_each, heavy.invitation_conversion), (Some(40.0), Some(0.0075)));
        assert_eq!(k_factor(&[1.0, 1.0], None, 0.95).unwrap_err().code(), "zero_variance");
        assert_eq!(k_factor(&[1.0], None, 0.95).unwrap_err().code(), "insufficient_data");
        assert_eq!(k_factor(&[2.0, 1.0], Some(&[1.0, 1.0]), 0.95).unwrap_err().code(), "infeasible");
        assert_eq!(k_factor_from_totals(1.0, 0.0, None, 0.95).unwrap_err().code(), "zero_denominator");
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

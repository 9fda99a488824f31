//! Splitting a budget across channels, tiers or creators whose responses saturate.

use super::saturation::Curve;
use super::search::{Piece, Search};
use super::{above_zero, not_negative};
use crate::progress::{Progress, Watch};
use crate::shown::Shown;
use crate::{Error, Result, Status};

/// The unit of an input that is money.
pub const CURRENCY: &str = "currency";

/// One channel (or tier, or creator) that may get a part of the budget.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Channel {
    /// Its name, for the result.
    pub name: String,
    /// What an input of [`input_unit`](Self::input_unit) brings per period.
    pub curve: Curve,
    /// Unit of the curve's input: [`CURRENCY`] when the curve was fitted on spend, else `"impressions"`,
    /// `"posts"` or whatever it was fitted on.
    #[cfg_attr(feature = "serde", serde(default = "currency"))]
    pub input_unit: String,
    /// What one unit of input costs; needed for, and only for, an input that is not money.
    #[cfg_attr(feature = "serde", serde(default))]
    pub cost_per_unit: Option<f64>,
    /// Unit of the response: all channels must share it.
    #[cfg_attr(feature = "serde", serde(default))]
    pub response_unit: String,
    /// Total effect of one unit over time ([`Adstock::multiplier`](super::adstock::Adstock::multiplier)) when
    /// the curve was fitted on adstocked input; 1 when it was not. A steady input then acts as this multiple.
    #[cfg_attr(feature = "serde", serde(default = "one"))]
    pub carry_over: f64,
    /// The least to spend.
    #[cfg_attr(feature = "serde", serde(default))]
    pub minimum: f64,
    /// The most to spend; `None` up to the budget.
    #[cfg_attr(feature = "serde", serde(default))]
    pub maximum: Option<f64>,
    /// What is spent now, to compare with.
    #[cfg_attr(feature = "serde", serde(default))]
    pub current: Option<f64>,
}

#[cfg(feature = "serde")]
fn currency() -> String {
    CURRENCY.to_string()
}

#[cfg(feature = "serde")]
fn one() -> f64 {
    1.0
}

impl Channel {
    /// A channel whose curve takes money, without bounds and without carry-over.
    pub fn new(name: impl Into<String>, curve: Curve) -> Self {
        Self {
            name: name.into(),
            curve,
            input_unit: CURRENCY.to_string(),
            cost_per_unit: None,
            response_unit: String::new(),
            carry_over: 1.0,
            minimum: 0.0,
            maximum: None,
            current: None,
        }
    }
}

/// What one channel gets and brings.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Allocation {
    /// The channel.
    pub name: String,
    /// Money.
    pub spend: f64,
    /// The same in the channel's own unit.
    pub input: f64,
    /// Unit of `input`.
    pub input_unit: String,
    /// What it brings.
    pub response: f64,
    /// What one more unit of money would bring; `None` where the curve starts upright and nothing is spent.
    pub marginal_return: Option<f64>,
    /// Response per unit of money; `None` where nothing is spent.
    pub average_return: Option<f64>,
    /// Whether the lower bound holds it.
    pub is_at_minimum: bool,
    /// Whether the upper bound holds it.
    pub is_at_maximum: bool,
    /// Response to the current spend, if that was given.
    pub current_response: Option<f64>,
}

/// A split of a budget.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct BudgetSplit {
    /// One entry a channel, in the order given.
    pub allocations: Vec<Allocation>,
    /// The budget.
    pub budget: f64,
    /// What the upper bounds leave over.
    pub unspent: f64,
    /// All responses together.
    pub response: f64,
    /// What one more unit of budget would bring; `None` when no channel can take more, or the rate is unbounded.
    pub marginal_return: Option<f64>,
    /// No split can bring more than this.
    pub upper_bound: f64,
    /// `(upper_bound - response) / upper_bound`: at most this share is missed. Below 1e-6 the split is optimal
    /// for every practical end.
    pub optimality_gap: f64,
    /// True when every curve is concave within its bounds: then equal marginal returns are the optimum. With
    /// S-shaped curves they may be the worst split; the search is global then.
    pub is_concave: bool,
    /// Boxes looked at in the search.
    pub boxes: u64,
    /// Response to the current spend of all channels, when every channel has one.
    pub current_response: Option<f64>,
}

const MOST_CHANNELS: usize = 10_000;

/// Splits a budget so that the responses add up to the most.
///
/// Concave curves: all channels between their bounds end with the same marginal return, found by bisection on
/// that return. S-shaped curves: branch and bound over boxes, each bounded from above by the smallest concave
/// curves over it (Udell and Boyd 2013, "Maximizing a sum of sigmoids"); the result states the gap that is
/// left. No split of a budget can spend more than the upper bounds allow; the rest is `unspent`.
///
/// ```
/// use ukur::response::{budget::{Channel, split_budget}, saturation::Curve};
/// let channels = [
///     Channel::new("search", Curve::SquareRoot { scale: 3.0 }),
///     Channel::new("creators", Curve::SquareRoot { scale: 4.0 }),
/// ];
/// let best = split_budget(&channels, 100.0, &mut |_| std::ops::ControlFlow::Continue(()))?;
/// assert!((best.allocations[0].spend - 36.0).abs() < 1e-10);
/// assert!((best.response - 50.0).abs() < 1e-12);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// A negative budget, bound or cost; minimums that together exceed the budget (`infeasible`); a minimum above
/// its maximum; inputs in another unit than money without a cost per unit, or responses in different units
/// (`mixed_units`); no channel (`insufficient_data`); [`Error::Cancelled`] when `watch` says so.
pub fn split_budget(channels: &[Channel], budget: f64, watch: &mut Watch<'_>) -> Result<BudgetSplit> {
    let pieces = checked(channels, budget)?;
    let room: f64 = pieces.iter().map(|p| p.upper).sum();
    let spendable = budget.min(room);
    let is_concave = pieces.iter().all(|p| p.turn <= p.lower);

    let mut search = Search { pieces: &pieces, spendable, best: Vec::new(), best_value: f64::NEG_INFINITY };
    let (bound, boxes) = search.run(watch)?;
    let spends = search.best;
    let response = search.best_value;
    let upper_bound = bound.max(response);
    let allocations: Vec<Allocation> = channels
        .iter()
        .zip(&pieces)
        .zip(&spends)
        .map(|((channel, piece), &spend)| {
            let response = piece.at(spend);
            Allocation {
                name: channel.name.clone(),
                spend,
                input: spend / channel.cost_per_unit.unwrap_or(1.0),
                input_unit: channel.input_unit.clone(),
                response,
                marginal_return: Some(piece.slope(spend)).filter(|x| x.is_finite()),
                average_return: (spend > 0.0).then(|| response / spend),
                is_at_minimum: spend <= piece.lower,
                is_at_maximum: channel.maximum.is_some_and(|most| spend >= most),
                current_response: channel.current.map(|now| piece.at(now)),
            }
        })
        .collect();
    Ok(BudgetSplit {
        budget,
        unspent: budget - spendable,
        response,
        marginal_return: pieces
            .iter()
            .zip(&spends)
            .filter(|(piece, spend)| **spend < piece.highest)
            .map(|(piece, spend)| piece.slope(*spend))
            .fold(None, |most: Option<f64>, x| Some(most.map_or(x, |m| m.max(x))))
            .filter(|x| x.is_finite()),
        upper_bound,
        optimality_gap: if upper_bound > 0.0 { (upper_bound - response) / upper_bound } else { 0.0 },
        is_concave,
        boxes,
        current_response: allocations.iter().map(|a| a.current_response).sum(),
        allocations,
    })
}

/// The best response for each of several budgets: what more money would bring.
///
/// # Errors
/// As [`split_budget`].
pub fn budget_frontier(
    channels: &[Channel],
    budgets: &[f64],
    watch: &mut Watch<'_>,
) -> Result<Vec<BudgetSplit>> {
    let total = budgets.len() as u64;
    let mut out = Vec::with_capacity(budgets.len());
    for (done, budget) in budgets.iter().enumerate() {
        // Within one split any call only asks whether to go on; the bar shows budgets.
        let mut inner = |_| watch(Progress { done: done as u64, total });
        out.push(split_budget(channels, *budget, &mut inner)?);
    }
    let _ = watch(Progress { done: total, total });
    Ok(out)
}

/// The optimal spend of the first of several channels with square-root responses `scale_i * sqrt(x_i)`:
/// `budget * scale_1^2 / sum(scale_i^2)`.
///
/// ```
/// assert_eq!(ukur::response::budget::budget_split_square_root(100.0, &[3.0, 4.0])?, 36.0);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// A negative budget; a scale not above 0; `insufficient_data` without a scale.
pub fn budget_split_square_root(budget: f64, scales: &[f64]) -> Result<f64> {
    not_negative("budget", budget)?;
    for (row, scale) in scales.iter().enumerate() {
        above_zero("scales", *scale).map_err(|e| e.at_row(row))?;
    }
    let Some(first) = scales.first() else {
        return Err(Error::undefined(
            "budget_split_square_root",
            Status::InsufficientData,
            "there is no channel",
        ));
    };
    // Relative to the largest scale: squares neither overflow nor vanish.
    let largest = scales.iter().copied().fold(0.0, f64::max);
    let square = |x: f64| (x / largest) * (x / largest);
    let total: f64 = scales.iter().map(|x| square(*x)).sum();
    Ok(budget * square(*first) / total)
}

fn checked(channels: &[Channel], budget: f64) -> Result<Vec<Piece>> {
    not_negative("budget", budget)?;
    let Some(first) = channels.first() else {
        return Err(Error::undefined("split_budget", Status::InsufficientData, "there is no channel"));
    };
    if channels.len() > MOST_CHANNELS {
        return Err(Error::invalid("channels", "at most 10,000 channels", channels.len() as f64));
    }
    let mut pieces = Vec::with_capacity(channels.len());
    for (row, channel) in channels.iter().enumerate() {
        let here = |error: Error| error.at_row(row);
        channel.curve.check().map_err(here)?;
        above_zero("carry_over", channel.carry_over).map_err(here)?;
        not_negative("minimum", channel.minimum).map_err(here)?;
        for (name, bound) in [("maximum", channel.maximum), ("current", channel.current)] {
            if let Some(bound) = bound {
                not_negative(name, bound).map_err(here)?;
            }
        }
        let cost = match (channel.input_unit.as_str(), channel.cost_per_unit) {
            (CURRENCY, None) => 1.0,
            (CURRENCY, Some(_)) => {
                return Err(Error::input(
                    "mixed_units",
                    format!(
                        "channel '{}' (row {row}, counted from 0) has an input in currency and a `cost_per_unit`; \
                         give the cost only where the input is not money",
                        channel.name
                    ),
                ));
            }
            (unit, None) => {
                return Err(Error::input(
                    "mixed_units",
                    format!(
                        "channel '{}' (row {row}, counted from 0) has an input in {unit}, the budget is money: \
                         give its `cost_per_unit`",
                        channel.name
                    ),
                ));
            }
            (_, Some(cost)) => {
                above_zero("cost_per_unit", cost).map_err(here)?;
                cost
            }
        };
        if channel.response_unit != first.response_unit {
            return Err(Error::input(
                "mixed_units",
                format!(
                    "channel '{}' (row {row}, counted from 0) responds in '{}', the first channel in '{}'; \
                     responses of different units cannot be added",
                    channel.name, channel.response_unit, first.response_unit
                ),
            ));
        }
        let highest = channel.maximum.unwrap_or(f64::INFINITY);
        if channel.minimum > highest {
            return Err(Error::undefined(
                "split_budget",
                Status::Infeasible,
                format!("the minimum {} is above the maximum {}", Shown(channel.minimum), Shown(highest)),
            )
            .at_row(row));
        }
        let factor = channel.carry_over / cost;
        pieces.push(Piece {
            curve: channel.curve,
            factor,
            lower: channel.minimum,
            upper: highest.min(budget).max(channel.minimum),
            highest,
            turn: channel.curve.turning_point() / factor,
        });
    }
    let least: f64 = pieces.iter().map(|p| p.lower).sum();
    if least > budget {
        return Err(Error::undefined(
            "split_budget",
            Status::Infeasible,
            format!("the minimums add up to {}, which is above the budget {}", Shown(least), Shown(budget)),
        ));
    }
    Ok(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ops::ControlFlow;

    fn best(channels: &[Channel], budget: f64) -> Result<BudgetSplit> {
        split_budget(channels, budget, &mut |_| ControlFlow::Continue(()))
    }

    fn plain(curves: &[Curve]) -> Vec<Channel> {
        curves.iter().enumerate().map(|(at, curve)| Channel::new(format!("channel {at}"), *curve)).collect()
    }

    fn spends(split: &BudgetSplit) -> Vec<f64> {
        split.allocations.iter().map(|a| a.spend).collect()
    }

    /// 3 sqrt(x) + 4 sqrt(y): 36 and 64, response 50. 1000x / (x + 50) + 2000y / (y + 200): x = 100 (sqrt 2 - 1),
    /// response 906.1637.
    #[test]
    fn known_answers() {
        let roots = plain(&[Curve::SquareRoot { scale: 3.0 }, Curve::SquareRoot { scale: 4.0 }]);
        let result = best(&roots, 100.0).unwrap();
        assert!((result.allocations[0].spend - 36.0).abs() < 1e-10, "{result:?}");
        assert!((result.response - 50.0).abs() < 1e-12);
        assert!(result.is_concave && result.optimality_gap < 1e-12 && result.unspent == 0.0);
        assert!((result.marginal_return.unwrap() - 0.25).abs() < 1e-12);

        let hyperbolas = [
            Curve::MichaelisMenten { maximum: 1000.0, half_saturation: 50.0 },
            Curve::MichaelisMenten { maximum: 2000.0, half_saturation: 200.0 },
        ];
        let result = best(&plain(&hyperbolas), 100.0).unwrap();
        assert!((result.allocations[0].spend - 100.0 * (2_f64.sqrt() - 1.0)).abs() < 1e-9);
        assert!((result.response - 906.1637).abs() < 1e-4);
        // The same as Hill with alpha 1.
        let hills = [
            Curve::Hill { maximum: 1000.0, alpha: 1.0, inflexion: 50.0 },
            Curve::Hill { maximum: 2000.0, alpha: 1.0, inflexion: 200.0 },
        ];
        let other = best(&plain(&hills), 100.0).unwrap();
        assert!((other.response - result.response).abs() < 1e-9);
        assert_eq!(budget_split_square_root(100.0, &[3.0, 4.0]).unwrap(), 36.0);
    }

    #[test]
    fn bounds_hold_and_what_is_left_is_said() {
        let mut channels = plain(&[Curve::SquareRoot { scale: 3.0 }, Curve::SquareRoot { scale: 4.0 }]);
        channels[1].maximum = Some(40.0);
        let result = best(&channels, 100.0).unwrap();
        assert!((result.allocations[0].spend - 60.0).abs() < 1e-9);
        assert!(result.allocations[1].is_at_maximum);
        channels[0].maximum = Some(10.0);
        let result = best(&channels, 100.0).unwrap();
        assert_eq!((spends(&result), result.unspent), (vec![10.0, 40.0], 50.0));
        assert_eq!(result.marginal_return, None);
        channels[0].minimum = 10.0;
        channels[1].minimum = 39.0;
        let result = best(&channels, 49.0).unwrap();
        assert_eq!(spends(&result), [10.0, 39.0]);
        assert_eq!(best(&channels, 48.0).unwrap_err().code(), "infeasible");
        let none = best(&plain(&[Curve::SquareRoot { scale: 3.0 }]), 0.0).unwrap();
        assert_eq!((none.response, none.allocations[0].marginal_return), (0.0, None));
    }

    /// A straight line beside a curve: the line takes what the curve does not.
    #[test]
    fn straight_lines_are_split_too() {
        let curves = [Curve::Power { scale: 2.0, exponent: 1.0 }, Curve::SquareRoot { scale: 8.0 }];
        let result = best(&plain(&curves), 10.0).unwrap();
        assert!((result.allocations[1].spend - 4.0).abs() < 1e-9, "{result:?}");
        assert!((result.response - (12.0 + 16.0)).abs() < 1e-12);
        let lines = [Curve::Power { scale: 2.0, exponent: 1.0 }, Curve::Power { scale: 2.0, exponent: 1.0 }];
        assert!((best(&plain(&lines), 10.0).unwrap().response - 20.0).abs() < 1e-12);
    }

    fn brute_force(curves: &[Curve], budget: f64, steps: i32) -> f64 {
        let at = |curve: Curve, k: i32| curve.at(budget * f64::from(k) / f64::from(steps));
        let mut most = f64::NEG_INFINITY;
        for a in 0..=steps {
            for b in 0..=steps - a {
                most = most.max(at(curves[0], a) + at(curves[1], b) + at(curves[2], steps - a - b));
            }
        }
        most
    }

    /// S-shaped curves: an equal split, which equal marginal returns would give, is the worst here.
    #[test]
    fn s_shaped_curves_are_searched() {
        let hill = |maximum, alpha, inflexion| Curve::Hill { maximum, alpha, inflexion };
        let twins = [hill(100.0, 4.0, 60.0), hill(100.0, 4.0, 60.0)];
        let result = best(&plain(&twins), 80.0).unwrap();
        let one = twins[0].at(80.0);
        assert!(!result.is_concave && result.optimality_gap < 1e-6, "{result:?}");
        assert!(result.response >= one && result.response > 2.2 * twins[0].at(40.0));

        let mut seed = 5_u64;
        let mut draw = |low: f64, high: f64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            low + (high - low) * ((seed >> 40) as f64 / 16_777_216.0)
        };
        for round in 0..40 {
            let curves: Vec<Curve> =
                (0..3).map(|_| hill(draw(10.0, 100.0), draw(0.6, 6.0), draw(5.0, 90.0))).collect();
            let budget = draw(20.0, 200.0);
            let result = best(&plain(&curves), budget).unwrap();
            let grid = brute_force(&curves, budget, 300);
            assert!(result.optimality_gap < 1e-6, "{round} {result:?}");
            assert!(result.response >= grid * (1.0 - 1e-12), "{round} {} {grid}", result.response);
            assert!(result.upper_bound >= grid);
            let spent: f64 = spends(&result).iter().sum();
            assert!((spent - budget).abs() < 1e-9 * budget);
        }
    }

    #[test]
    fn units_are_not_mixed() {
        let curve = Curve::MichaelisMenten { maximum: 100.0, half_saturation: 40_000.0 };
        let mut channels = plain(&[curve, Curve::SquareRoot { scale: 1.0 }]);
        channels[0].input_unit = "impressions".to_string();
        assert_eq!(best(&channels, 100.0).unwrap_err().code(), "mixed_units");
        channels[0].cost_per_unit = Some(0.005);
        let result = best(&channels, 300.0).unwrap();
        assert!((result.allocations[0].input - result.allocations[0].spend * 200.0).abs() < 1e-6);
        channels[1].cost_per_unit = Some(1.0);
        assert_eq!(best(&channels, 100.0).unwrap_err().code(), "mixed_units");
        channels[1].cost_per_unit = None;
        channels[1].response_unit = "sign-ups".to_string();
        assert_eq!(best(&channels, 100.0).unwrap_err().code(), "mixed_units");
    }

    #[test]
    fn carry_over_counts() {
        let mut channels = plain(&[Curve::SquareRoot { scale: 1.0 }, Curve::SquareRoot { scale: 1.0 }]);
        channels[0].carry_over = 4.0;
        channels[0].current = Some(1.0);
        channels[1].current = Some(4.0);
        let result = best(&channels, 5.0).unwrap();
        // 2 sqrt(x) + sqrt(y): 4 to 1.
        assert!((result.allocations[0].spend - 4.0).abs() < 1e-10);
        assert!((result.response - 5.0).abs() < 1e-12);
        assert_eq!(result.current_response, Some(4.0));
    }

    #[test]
    fn refusals() {
        let channels = plain(&[Curve::SquareRoot { scale: 1.0 }]);
        assert_eq!(best(&[], 1.0).unwrap_err().code(), "insufficient_data");
        assert_eq!(best(&channels, -1.0).unwrap_err().code(), "out_of_domain");
        assert_eq!(best(&channels, f64::NAN).unwrap_err().code(), "nan_input");
        let with = |change: fn(&mut Channel)| {
            let mut channels = channels.clone();
            change(&mut channels[0]);
            best(&channels, 10.0).unwrap_err().code().to_string()
        };
        assert_eq!(with(|c| c.minimum = -1.0), "out_of_domain");
        assert_eq!(with(|c| (c.minimum, c.maximum) = (3.0, Some(2.0))), "infeasible");
        assert_eq!(with(|c| c.carry_over = 0.0), "out_of_domain");
        assert_eq!(with(|c| c.curve = Curve::SquareRoot { scale: f64::NAN }), "nan_input");
        let stopped = split_budget(&channels, 1.0, &mut |_| ControlFlow::Break(()));
        assert_eq!(stopped.unwrap_err(), Error::Cancelled);
        assert_eq!(budget_split_square_root(1.0, &[]).unwrap_err().code(), "insufficient_data");
    }

    #[test]
    fn a_frontier_rises() {
        let channels = plain(&[
            Curve::Hill { maximum: 100.0, alpha: 3.0, inflexion: 30.0 },
            Curve::SquareRoot { scale: 5.0 },
        ]);
        let rows = budget_frontier(&channels, &[0.0, 10.0, 50.0, 200.0], &mut |_| ControlFlow::Continue(()))
            .unwrap();
        assert!(rows.windows(2).all(|pair| pair[0].response < pair[1].response));
    }
}

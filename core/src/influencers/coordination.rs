//! Many small or few large: what coordination may cost before the large ones are cheaper.
//!
//! Small accounts are often cheaper per person reached, but each takes briefing, approval and payment. The break-even
//! is the coordination cost for each small account at which a person reached costs the same either way.

use crate::checks::{non_negative, positive, share};
use crate::{Error, Result, Status};

/// A way of working with accounts of one size.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Side {
    /// The fee of one account.
    pub fee: f64,
    /// The people that one account reaches.
    pub reach: f64,
    /// The hours of coordination for each account.
    pub hours_each: f64,
    /// Hours that do not depend on the number of accounts.
    pub fixed_hours: f64,
    /// The share of the summed reach that is counted more than once among the accounts needed.
    pub duplication: f64,
}

/// Small accounts against large ones, for one target reach.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Breakeven {
    /// The small accounts needed for the target: rounded up.
    pub small_accounts: f64,
    /// The large accounts needed.
    pub large_accounts: f64,
    /// All costs with the small accounts.
    pub small_cost: f64,
    /// All costs with the large ones.
    pub large_cost: f64,
    /// Cost for each person reached, with the small accounts (of the target).
    pub small_cost_per_person: f64,
    /// Cost for each person reached, with the large ones.
    pub large_cost_per_person: f64,
    /// The coordination cost of one small account at which both cost the same; negative: the small ones are dearer
    /// even with free coordination.
    pub breakeven_cost_each: f64,
    /// The same in hours; nothing where an hour costs nothing.
    pub breakeven_hours_each: Option<f64>,
    /// True where the small ones are cheaper at today's hours.
    pub small_is_cheaper: bool,
}

/// The coordination cost at which many small accounts stop being cheaper than few large ones.
///
/// ```
/// use ukur::influencers::coordination::{breakeven, Side};
/// let small = Side { fee: 150.0, reach: 10_000.0, hours_each: 1.0, fixed_hours: 0.0, duplication: 0.0 };
/// let large = Side { fee: 10_000.0, reach: 500_000.0, hours_each: 0.0, fixed_hours: 0.0, duplication: 0.0 };
/// let result = breakeven(&small, &large, 500_000.0, 30.0)?;
/// assert_eq!((result.breakeven_cost_each, result.small_is_cheaper), (50.0, true)); // 50 accounts, 150 each
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// An invalid argument; `zero_denominator` for a side that reaches nobody, or whose whole reach is duplicated.
pub fn breakeven(small: &Side, large: &Side, target_reach: f64, hourly_rate: f64) -> Result<Breakeven> {
    positive("target_reach", target_reach)?;
    non_negative("hourly_rate", hourly_rate)?;
    let small_accounts = accounts(small, target_reach)?;
    let large_accounts = accounts(large, target_reach)?;
    let cost = |side: &Side, n: f64| n * side.fee + (side.fixed_hours + n * side.hours_each) * hourly_rate;
    let small_cost = cost(small, small_accounts);
    let large_cost = cost(large, large_accounts);
    let without = small_accounts * small.fee + small.fixed_hours * hourly_rate;
    let breakeven_cost_each = (large_cost - without) / small_accounts;
    Ok(Breakeven {
        small_accounts,
        large_accounts,
        small_cost,
        large_cost,
        small_cost_per_person: small_cost / target_reach,
        large_cost_per_person: large_cost / target_reach,
        breakeven_cost_each,
        breakeven_hours_each: (hourly_rate > 0.0).then(|| breakeven_cost_each / hourly_rate),
        small_is_cheaper: small_cost < large_cost,
    })
}

/// `ceil(target / (reach (1 - duplication)))`.
fn accounts(side: &Side, target: f64) -> Result<f64> {
    non_negative("fee", side.fee)?;
    non_negative("reach", side.reach)?;
    non_negative("hours_each", side.hours_each)?;
    non_negative("fixed_hours", side.fixed_hours)?;
    share("duplication", side.duplication)?;
    let net = side.reach * (1.0 - side.duplication);
    if net == 0.0 {
        return Err(Error::undefined(
            "accounts for a target reach",
            Status::ZeroDenominator,
            "an account adds nobody: its reach is 0, or all of it is duplicated",
        ));
    }
    // 500,000 / (10,000 x 0.8) is 62.5; a hair above a whole number by rounding is that whole number.
    Ok((target / net * (1.0 - 1e-12)).ceil())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> Side {
        Side { fee: 150.0, reach: 10_000.0, hours_each: 2.0, fixed_hours: 20.0, duplication: 0.2 }
    }
    fn large() -> Side {
        Side { fee: 10_000.0, reach: 500_000.0, hours_each: 4.0, fixed_hours: 0.0, duplication: 0.0 }
    }

    #[test]
    fn at_the_break_even_both_cost_the_same() {
        let result = breakeven(&small(), &large(), 500_000.0, 25.0).unwrap();
        assert_eq!((result.small_accounts, result.large_accounts), (63.0, 1.0));
        assert!((result.small_cost - (63.0 * 150.0 + (20.0 + 126.0) * 25.0)).abs() < 1e-9);
        let even = Side { hours_each: result.breakeven_hours_each.unwrap(), ..small() };
        let again = breakeven(&even, &large(), 500_000.0, 25.0).unwrap();
        assert!((again.small_cost - again.large_cost).abs() < 1e-9);
        assert!(!result.small_is_cheaper);
    }

    #[test]
    fn bad_input_is_named() {
        let code = |small: Side, target: f64| breakeven(&small, &large(), target, 1.0).unwrap_err().code();
        assert_eq!(code(Side { reach: 0.0, ..small() }, 1.0), "zero_denominator");
        assert_eq!(code(Side { duplication: 1.0, ..small() }, 1.0), "zero_denominator");
        assert_eq!(code(Side { fee: -1.0, ..small() }, 1.0), "out_of_domain");
        assert_eq!(code(small(), 0.0), "out_of_domain");
    }
}

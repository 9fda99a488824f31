//! Loyalty points in the books: what of a sale belongs to the points, when it becomes revenue, what is owed.
//!
//! IFRS 15 treats points as a separate promise: the price is divided between the goods and the points in proportion
//! to their stand-alone selling prices (paragraphs 74 to 76), and the points' part becomes revenue as points are
//! redeemed, measured against the points *expected* to be redeemed (B39 to B43 and B46; illustrative example 52).

use crate::checks;
use crate::numerics::elementary::within;
use crate::shown::Shown;
use crate::{Error, Result, Status};

/// How one price is divided among the promises of a sale.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Allocation {
    /// For the goods: their part of the price.
    pub goods: f64,
    /// For the points: their part of the price, a liability until redeemed.
    pub points: f64,
    /// The stand-alone selling price of the points: number x expected redemption x value of one point.
    pub points_stand_alone: f64,
    /// The points' part, as a share of the price.
    pub points_share: f64,
}

/// Divides a price between goods and points by their stand-alone selling prices.
///
/// `goods_stand_alone` is what the goods sell for without points; with `None` the price itself.
/// `allocation of points = price * S / (goods + S)` with `S = points * expected_redemption * point_value`.
///
/// ```
/// // Illustrative example 52: sales of 100,000, 10,000 points of 1 each, 95 % expected to be redeemed.
/// let parts = ukur::programmes::points::allocate(100_000.0, None, 10_000.0, 0.95, 1.0)?;
/// assert_eq!((parts.goods.round(), parts.points.round()), (91_324.0, 8_676.0));
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// An invalid argument; `zero_denominator` where neither goods nor points have a stand-alone price.
pub fn allocate(
    price: f64,
    goods_stand_alone: Option<f64>,
    points_issued: f64,
    expected_redemption: f64,
    point_value: f64,
) -> Result<Allocation> {
    checks::non_negative("price", price)?;
    let goods = checks::non_negative("goods_stand_alone", goods_stand_alone.unwrap_or(price))?;
    checks::non_negative("points_issued", points_issued)?;
    checks::share("expected_redemption", expected_redemption)?;
    checks::non_negative("point_value", point_value)?;
    let points_stand_alone = points_issued * expected_redemption * point_value;
    let together = goods + points_stand_alone;
    if together == 0.0 {
        return Err(Error::undefined(
            "allocation",
            Status::ZeroDenominator,
            "neither the goods nor the points have a stand-alone selling price",
        ));
    }
    if !together.is_finite() {
        return Err(Error::undefined(
            "allocation",
            Status::Unbounded,
            "the stand-alone prices are too large",
        ));
    }
    let points_share = points_stand_alone / together;
    Ok(Allocation {
        goods: price * (goods / together),
        points: price * points_share,
        points_stand_alone,
        points_share,
    })
}

/// One period of the points' revenue.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RevenuePeriod {
    /// Revenue from the points up to the end of the period.
    pub recognised_to_date: f64,
    /// Revenue of the period: a change of the expectation is caught up here, and can make it negative.
    pub revenue: f64,
    /// The contract liability at the end of the period.
    pub liability: f64,
}

/// The points' part of a price as revenue, period by period.
///
/// `redeemed_cumulative` are the points redeemed up to the end of each period, `expected_total_redeemed` what is then
/// expected ever to be redeemed: `recognised = allocation * redeemed / expected`.
///
/// ```
/// let years = ukur::programmes::points::recognise(8_676.0, &[4_500.0, 8_500.0], &[9_500.0, 9_700.0])?;
/// assert_eq!((years[0].revenue.round(), years[0].liability.round()), (4_110.0, 4_566.0));
/// assert_eq!((years[1].revenue.round(), years[1].liability.round()), (3_493.0, 1_073.0));
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// An invalid argument; a length mismatch; `decreasing` where fewer points are redeemed in all than before;
/// `infeasible` where more points are redeemed than expected ever to be; `zero_denominator` where none is expected.
pub fn recognise(
    allocation: f64,
    redeemed_cumulative: &[f64],
    expected_total_redeemed: &[f64],
) -> Result<Vec<RevenuePeriod>> {
    checks::non_negative("allocation", allocation)?;
    checks::same_length(
        "redeemed_cumulative",
        redeemed_cumulative.len(),
        "expected_total_redeemed",
        expected_total_redeemed.len(),
    )?;
    checks::column("redeemed_cumulative", redeemed_cumulative, checks::non_negative)?;
    checks::column("expected_total_redeemed", expected_total_redeemed, checks::non_negative)?;
    let mut periods = Vec::with_capacity(redeemed_cumulative.len());
    let (mut before, mut redeemed_before) = (0.0, 0.0);
    for (row, (&redeemed, &expected)) in redeemed_cumulative.iter().zip(expected_total_redeemed).enumerate() {
        if redeemed < redeemed_before {
            return Err(Error::input(
                "decreasing",
                format!(
                    "`redeemed_cumulative` must not fall, but goes from {} to {} at row {row} \
                     (counted from 0); give points redeemed up to each period's end, not in each period",
                    Shown(redeemed_before),
                    Shown(redeemed)
                ),
            ));
        }
        redeemed_before = redeemed;
        if expected == 0.0 {
            return Err(Error::undefined(
                "points revenue",
                Status::ZeroDenominator,
                "no point is expected to be redeemed",
            )
            .at_row(row));
        }
        if redeemed > expected {
            return Err(Error::undefined(
                "points revenue",
                Status::Infeasible,
                format!(
                    "{} points are redeemed, more than the {} ever expected to be",
                    Shown(redeemed),
                    Shown(expected)
                ),
            )
            .at_row(row));
        }
        let recognised_to_date = crate::metrics::ifrs15_points_revenue(allocation, redeemed, expected, 0.0)?;
        periods.push(RevenuePeriod {
            recognised_to_date,
            revenue: recognised_to_date - before,
            liability: crate::metrics::ifrs15_points_liability(allocation, redeemed, expected)?,
        });
        before = recognised_to_date;
    }
    Ok(periods)
}

/// What outstanding points are expected to cost.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Liability {
    /// Points issued and neither redeemed nor expired.
    pub outstanding: f64,
    /// The share of the *outstanding* points expected to be redeemed: not the share of the issued ones.
    pub redemption_of_outstanding: f64,
    /// Points expected to be redeemed yet.
    pub expected_redemptions: f64,
    /// Points expected never to be redeemed, expired ones included.
    pub breakage_points: f64,
    /// `breakage_points / issued`.
    pub breakage_rate: f64,
    /// `expected_redemptions * cost_per_point`.
    pub liability: f64,
    /// How the liability changes when the ultimate redemption rate rises by one point (0.01).
    pub per_point_of_redemption: f64,
}

/// The liability from the ultimate redemption rate of *issued* points, carried over correctly to the outstanding ones.
///
/// Of the points issued, `ultimate_redemption_rate` are ever redeemed; those not yet redeemed are still to come:
/// `expected = issued * rate - redeemed`, out of `issued - redeemed - expired` outstanding.
///
/// ```
/// // 80 % of 1,000 points are ever redeemed, 600 already were: 200 of the 400 outstanding are still to come, not 80 %.
/// let owed = ukur::programmes::points::liability(1000.0, 600.0, 0.0, 0.8, 0.01)?;
/// assert_eq!((owed.redemption_of_outstanding, owed.liability), (0.5, 2.0));
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// An invalid argument; `infeasible` where more points are redeemed and expired than issued, more redeemed than the
/// rate allows, or more still expected than are outstanding; `zero_denominator` without an outstanding point.
pub fn liability(
    issued: f64,
    redeemed: f64,
    expired: f64,
    ultimate_redemption_rate: f64,
    cost_per_point: f64,
) -> Result<Liability> {
    checks::non_negative("issued", issued)?;
    checks::non_negative("redeemed", redeemed)?;
    checks::non_negative("expired", expired)?;
    checks::share("ultimate_redemption_rate", ultimate_redemption_rate)?;
    checks::non_negative("cost_per_point", cost_per_point)?;
    let infeasible = |reason: String| Err(Error::undefined("points liability", Status::Infeasible, reason));
    if redeemed + expired > issued {
        return infeasible(format!(
            "{} points redeemed and {} expired are more than the {} issued",
            Shown(redeemed),
            Shown(expired),
            Shown(issued)
        ));
    }
    let outstanding = issued - redeemed - expired;
    if outstanding == 0.0 {
        return Err(Error::undefined("points liability", Status::ZeroDenominator, "no point is outstanding"));
    }
    let ultimate = issued * ultimate_redemption_rate;
    // Rounding of `issued * rate` must not turn "all of them" into "more than there are".
    let rounding = issued * 1e-12;
    if redeemed > ultimate + rounding {
        return infeasible(format!(
            "{} points are redeemed already, more than the {} that the ultimate redemption rate allows",
            Shown(redeemed),
            Shown(ultimate)
        ));
    }
    if ultimate - redeemed > outstanding + rounding {
        return infeasible(format!(
            "the ultimate redemption rate asks for {} more redemptions, but only {} points are outstanding",
            Shown(ultimate - redeemed),
            Shown(outstanding)
        ));
    }
    let expected = within(ultimate - redeemed, 0.0, outstanding);
    let breakage_points = issued - redeemed - expected;
    Ok(Liability {
        outstanding,
        redemption_of_outstanding: expected / outstanding,
        expected_redemptions: expected,
        breakage_points,
        breakage_rate: breakage_points / issued,
        liability: expected * cost_per_point,
        per_point_of_redemption: 0.01 * issued * cost_per_point,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn example_52_of_ifrs_15() {
        let parts = allocate(100_000.0, None, 10_000.0, 0.95, 1.0).unwrap();
        assert!((parts.goods - 91_324.200_913_242).abs() < 1e-8);
        assert!((parts.points - 8_675.799_086_757_99).abs() < 1e-9);
        assert!((parts.goods + parts.points - 100_000.0).abs() < 1e-9);
        let years = recognise(parts.points, &[4_500.0, 8_500.0], &[9_500.0, 9_700.0]).unwrap();
        assert_eq!(years[0].revenue.round(), 4_110.0);
        assert_eq!(years[1].revenue.round(), 3_493.0);
        assert_eq!(years[1].liability.round(), 1_073.0);
    }

    #[test]
    fn rounding_a_rate_to_whole_percent_is_wrong() {
        // KPMG's example 10A rounds 8.842 % to 9 % and carries 9,000 for 100,000: without it, 8,842.
        // 9,700 expected points of 1 beside goods of 100,000 gives a share of 8.842 %.
        let parts = allocate(100_000.0, None, 10_000.0, 0.97, 1.0).unwrap();
        assert!((parts.points - 8_842.297_174_111_21).abs() < 1e-8, "{}", parts.points);
        assert!((parts.points - 9_000.0).abs() > 150.0);
    }

    #[test]
    fn a_bundle_sold_below_its_stand_alone_price_shares_the_discount() {
        let parts = allocate(90.0, Some(100.0), 25.0, 0.8, 1.0).unwrap();
        assert!((parts.goods - 75.0).abs() < 1e-12 && (parts.points - 15.0).abs() < 1e-12);
    }

    #[test]
    fn a_higher_expectation_is_caught_up_and_may_give_negative_revenue() {
        let periods = recognise(100.0, &[50.0, 50.0], &[50.0, 100.0]).unwrap();
        assert_eq!((periods[0].revenue, periods[1].revenue), (100.0, -50.0));
    }

    #[test]
    fn bad_input_is_named() {
        assert_eq!(allocate(0.0, None, 0.0, 0.5, 1.0).unwrap_err().code(), "zero_denominator");
        assert_eq!(allocate(1.0, None, 1.0, 1.5, 1.0).unwrap_err().code(), "out_of_domain");
        assert_eq!(recognise(1.0, &[2.0, 1.0], &[3.0, 3.0]).unwrap_err().code(), "decreasing");
        assert_eq!(recognise(1.0, &[4.0], &[3.0]).unwrap_err().code(), "infeasible");
        assert_eq!(recognise(1.0, &[0.0], &[0.0]).unwrap_err().code(), "zero_denominator");
        assert_eq!(recognise(1.0, &[0.0], &[]).unwrap_err().code(), "length_mismatch");
        assert_eq!(liability(10.0, 8.0, 3.0, 0.9, 1.0).unwrap_err().code(), "infeasible");
        assert_eq!(liability(10.0, 8.0, 0.0, 0.7, 1.0).unwrap_err().code(), "infeasible");
        assert_eq!(liability(10.0, 0.0, 5.0, 0.7, 1.0).unwrap_err().code(), "infeasible");
        assert_eq!(liability(10.0, 10.0, 0.0, 1.0, 1.0).unwrap_err().code(), "zero_denominator");
        assert!(liability(10.0, 7.0, 0.0, 0.7, 1.0).is_ok());
    }
}

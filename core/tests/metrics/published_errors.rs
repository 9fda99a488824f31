//! Numbers that were published and are wrong, contradictory or rounded too early: ours must not be them, and each
//! test says what is right and why.

use ukur::metrics::{
    attribution_time_decay_credit, audience_overlap_jaccard, bgnbd_expected_purchases,
    ifrs15_points_allocation, ifrs15_product_allocation, mrr, net_sentiment_total, repeat_purchase_rate,
    unique_reach_two, viral_amplification, viral_users, viral_users_compound,
};
use ukur::models::{BgNbd, PurchaseModel};

fn close(value: f64, expected: f64) -> bool {
    (value - expected).abs() <= 1e-12 * expected.abs()
}

/// Stripe Billing's glossary prints `50 x (800/12)` and the total 12,500 for a plan of 600 a year.
#[test]
fn monthly_recurring_revenue_of_a_yearly_plan() {
    assert_eq!(mrr(&[100.0, 50.0], &[100.0, 600.0], &[1.0, 12.0]).unwrap(), 12_500.0);
    let as_printed = mrr(&[100.0, 50.0], &[100.0, 800.0], &[1.0, 12.0]).unwrap();
    assert!(close(as_printed, 40_000.0 / 3.0) && (as_printed - 12_500.0).abs() > 800.0);
}

/// A tutorial has two audiences of 100,000 that share 40 % reach 120,000 people.
#[test]
fn two_audiences_that_share_two_fifths() {
    assert_eq!(unique_reach_two(100_000.0, 100_000.0, 40_000.0).unwrap(), 160_000.0);
    // If 40 % is the share of the union, the overlap is 0.4/1.4 of both sizes, and the union 142,857.
    let overlap = (0.4_f64 / 1.4 * 200_000.0).round();
    assert!((audience_overlap_jaccard(100_000.0, 100_000.0, overlap).unwrap() - 0.4).abs() < 1e-5);
    assert!((unique_reach_two(100_000.0, 100_000.0, overlap).unwrap() - 142_857.0).abs() < 1.0);
}

/// A page on time decay gives touches of 0, 7, 14 and 28 days 53, 27, 13 and 3 %: together 96.
#[test]
fn time_decay_shares_add_up() {
    let credits = attribution_time_decay_credit(&[0.0, 7.0, 14.0, 28.0], 7.0).unwrap();
    for (credit, expected) in credits.iter().zip([16.0 / 29.0, 8.0 / 29.0, 4.0 / 29.0, 1.0 / 29.0]) {
        assert!(close(*credit, expected));
    }
    assert!((credits.iter().sum::<f64>() - 1.0).abs() < 1e-15);
    assert!((credits[0] - 0.53).abs() > 0.02);
}

/// A calculator lets `K = 0.6` with a cycle of two days grow 200-fold in 90 days, by a formula that gives 1.6^45.
#[test]
fn growth_below_one_has_a_limit() {
    assert!(viral_users_compound(1.0, 0.6, 45.0).unwrap() > 1.5e9);
    assert!(close(viral_amplification(0.6).unwrap(), 2.5));
    let after_ninety_days = viral_users(1.0, 0.6, 45.0).unwrap();
    assert!(after_ninety_days < 2.5 && after_ninety_days > 2.499_999_99);
    assert!(close(viral_users(100.0, 0.8, 4.0).unwrap(), 336.16));
    assert!(close(viral_users_compound(100.0, 0.8, 4.0).unwrap(), 1049.76));
}

/// One article prints the repeat rate of 8 in 26 as 27 %, as 0.307 and as 30.7 %.
#[test]
fn eight_of_twenty_six() {
    let rate = repeat_purchase_rate(8.0, 26.0).unwrap();
    assert!(close(rate, 4.0 / 13.0));
    assert_eq!(format!("{:.2} %", 100.0 * rate), "30.77 %");
}

/// A page prints `(800-1501500)x100 = 43.3`; meant is (800 - 150)/1500.
#[test]
fn net_sentiment_of_fifteen_hundred() {
    assert!(close(net_sentiment_total(800.0, 150.0, 1500.0).unwrap(), 13.0 / 30.0));
}

/// KPMG's example 10A rounds a share of 8.842 % to 9 % and carries 9,000 instead of 8,842 through two years.
#[test]
fn money_is_rounded_last() {
    // A sale of 100,000 with points whose stand-alone price is 9,700.
    let points = ifrs15_points_allocation(100_000.0, 10_000.0, 0.97, 1.0).unwrap();
    assert_eq!(points.round(), 8_842.0);
    let goods = ifrs15_product_allocation(100_000.0, 10_000.0, 0.97, 1.0).unwrap();
    assert!(close(points + goods, 100_000.0));
}

/// A test of the package lifetimes asserts P(X(t) = 10) to 10e-5, where the value is about 1e-7: any tiny number
/// passes. The tolerance must be relative.
#[test]
fn a_tiny_probability_is_tested_by_its_digits() {
    let model = BgNbd::new(0.243, 4.414, 0.793, 2.426).unwrap();
    // The closed form in mpmath with 40 digits.
    for (n, expected) in [(10.0, 1.427_804_004_889_501_5e-6), (25.0, 4.599_250_739_674_755e-13)] {
        assert!(close(model.purchase_probability(n, 3.0).unwrap(), expected));
    }
    let total: f64 = (0..400).map(|n| model.purchase_probability(f64::from(n), 3.0).unwrap()).sum();
    assert!((total - 1.0).abs() < 1e-12, "{total}");
    let mean: f64 =
        (1..400).map(|n| f64::from(n) * model.purchase_probability(f64::from(n), 3.0).unwrap()).sum();
    let expected = bgnbd_expected_purchases(0.243, 4.414, 0.793, 2.426, 3.0).unwrap();
    assert!((mean - expected).abs() < 1e-12, "{mean} {expected}");
}

//! Judging a model on CDNOW's holdout. The numbers themselves are in `tests/vectors/models/validation.json`.

use crate::cdnow_purchases::cdnow;
use ukur::customers::{
    CustomerIds, Merge, Moment, Periods, Purchases, SummaryOptions, Tracking, summarise, tracking,
};
use ukur::models::{BgNbd, Histories, HoldoutData, ValidationOptions, holdout_marks, validate};
use ukur::time::{TimeUnit, day_of_civil};

fn split() -> SummaryOptions {
    SummaryOptions {
        end: Some(Moment::Day(day_of_civil(1997, 9, 30))),
        holdout_end: Some(Moment::Day(day_of_civil(1998, 6, 30))),
        ..SummaryOptions::default()
    }
}

/// Whatever the merging, the unit and the step: the counts within calibration are the frequencies, those after it the
/// holdout frequencies.
#[test]
fn counts_by_period_add_to_the_summary() {
    let (customer, day, _) = cdnow();
    let purchases = Purchases::new(CustomerIds::Integers(&customer), &day);
    for merge in [None, Some(Merge::Day), Some(Merge::Period), Some(Merge::None)] {
        for periods in [Periods::Exact, Periods::Whole] {
            for unit in [TimeUnit::Day, TimeUnit::Week, TimeUnit::Month] {
                for step in [0.5, 4.0] {
                    let options = SummaryOptions { merge, periods, unit, ..split() };
                    let summary = summarise(&purchases, &options).unwrap();
                    let found = tracking(&purchases, &options, step).unwrap();
                    let of = |holdout: bool| -> f64 {
                        found
                            .repeat_purchases
                            .iter()
                            .zip(&found.holdout)
                            .filter(|(_, flag)| **flag == holdout)
                            .map(|(count, _)| count)
                            .sum()
                    };
                    assert_eq!(of(false), summary.frequency.iter().sum::<f64>());
                    let later = summary.holdout.unwrap();
                    assert_eq!(of(true), later.frequency.iter().sum::<f64>());
                    assert!(found.time.is_sorted_by(|a, b| a < b));
                    let oldest = summary.age.iter().fold(0.0, |a: f64, b| a.max(*b));
                    let last = found.time.last().unwrap();
                    assert!((last - oldest - later.duration).abs() < 1e-9);
                }
            }
        }
    }
    assert_eq!(tracking(&purchases, &split(), 0.0).unwrap_err().code(), "out_of_domain");
    assert_eq!(tracking(&purchases, &split(), 1e-9).unwrap_err().code(), "out_of_domain");
}

#[test]
fn the_order_of_the_rows_and_counted_rows_do_not_matter() {
    let (customer, day, _) = cdnow();
    let purchases = Purchases::new(CustomerIds::Integers(&customer), &day);
    let summary = summarise(&purchases, &split()).unwrap();
    let weeks = tracking(&purchases, &split(), 1.0).unwrap();
    let frequency = &summary.holdout.as_ref().unwrap().frequency;
    let model = BgNbd::new(0.243, 4.414, 0.793, 2.426).unwrap();
    let judge = |rows: &[usize], weights: Option<&[f64]>| {
        let take = |column: &[f64]| rows.iter().map(|i| column[*i]).collect::<Vec<_>>();
        let (x, t_x, t, y) =
            (take(&summary.frequency), take(&summary.recency), take(&summary.age), take(frequency));
        let mut histories = Histories::new(&x, &t_x, &t).unwrap();
        if let Some(weights) = weights {
            histories = histories.with_weights(weights).unwrap();
        }
        let holdout = HoldoutData { frequency: &y, horizon: 39.0, tracking: Some(&weeks) };
        validate(&model, &histories, &holdout, &ValidationOptions::default()).unwrap()
    };
    let n = summary.frequency.len();
    let rows: Vec<usize> = (0..n).collect();
    let known = judge(&rows, None);
    let shuffled: Vec<usize> = (0..n).map(|i| (i * 1511 + 7) % n).collect();
    assert_eq!(judge(&shuffled, None), known);
    assert_eq!(judge(&rows, Some(&vec![1.0; n])), known);
    // Every customer twice is every customer with weight 2.
    let twice: Vec<usize> = rows.iter().chain(&rows).copied().collect();
    assert_eq!(judge(&twice, None), judge(&rows, Some(&vec![2.0; n])));
    // The tables add up.
    let table = &known.calibration;
    let total: f64 = table.actual.iter().zip(&table.customers).map(|(mean, n)| mean * n).sum();
    assert!((total - 1882.0).abs() < 1e-9, "{total}");
    assert!((known.by_frequency.expected_customers.iter().sum::<f64>() - 2357.0).abs() < 1e-9);
    assert_eq!(known.tracking.actual_cumulative.last(), Some(&Some(4339.0)));
}

#[test]
fn many_different_ages_are_taken_together_at_no_visible_cost() {
    let n = 20_000;
    let t: Vec<f64> = (0..n).map(|i| 10.0 + 30.0 * (f64::from(i) * 0.618_033_988_749_895).fract()).collect();
    let zero = vec![0.0; t.len()];
    let model = BgNbd::new(0.243, 4.414, 0.793, 2.426).unwrap();
    let histories = Histories::new(&zero, &zero, &t).unwrap();
    let oldest = t.iter().fold(0.0, |a: f64, b| a.max(*b));
    let end = Tracking {
        time: vec![oldest + 13.0],
        holdout: vec![true],
        repeat_purchases: vec![0.0],
        cumulative: vec![0.0],
    };
    let holdout = HoldoutData { frequency: &zero, horizon: 13.0, tracking: Some(&end) };
    let options = ValidationOptions { most: 1, ..ValidationOptions::default() };
    let found = validate(&model, &histories, &holdout, &options).unwrap();
    let exact: f64 = t.iter().map(|age| model_purchases(&model, oldest + 13.0 - (oldest - age))).sum();
    let got = found.tracking.expected_cumulative.last().unwrap();
    assert!((got / exact - 1.0).abs() < 1e-7, "{got} {exact}");
    assert_eq!(found.errors.relative_error[0], None);
    assert_eq!(found.errors.top_group_share[0], None);
}

fn model_purchases(model: &BgNbd, horizon: f64) -> f64 {
    use ukur::models::PurchaseModel;
    model.expected_purchases_new(horizon).unwrap()
}

#[test]
fn marks_of_the_holdout_are_no_counts() {
    assert_eq!(holdout_marks(&[0.0, 1.0, -0.0]).unwrap(), [false, true, false]);
    for (mark, code) in [(2.0, "out_of_domain"), (0.5, "out_of_domain"), (f64::NAN, "nan_input")] {
        let error = holdout_marks(&[0.0, mark]).unwrap_err();
        assert_eq!(error.code(), code);
        assert!(error.to_string().contains("`holdout` must be 1 for a period after the end"), "{error}");
        assert!(error.to_string().contains("row 1"), "{error}");
    }
}

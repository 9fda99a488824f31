//! One row a customer: known totals, row order, merging, refusals.

use crate::cdnow::cdnow;
use ukur::customers::{
    CustomerIds, ExtraColumn, MISSING_CODE, MISSING_TIME, Merge, Moment, Periods, Purchases, SummaryOptions,
    summarise,
};
use ukur::time::{TimeUnit, day_of_civil};

fn split() -> SummaryOptions {
    SummaryOptions {
        end: Some(Moment::Day(day_of_civil(1997, 9, 30))),
        holdout_end: Some(Moment::Day(day_of_civil(1998, 6, 30))),
        ..SummaryOptions::default()
    }
}

fn sum(values: &[f64]) -> f64 {
    values.iter().sum()
}

fn spend(counts: &[f64], means: &[f64]) -> f64 {
    counts.iter().zip(means).filter(|(x, _)| **x > 0.0).map(|(x, m)| x * m).sum()
}

/// Totals of the CDNOW sample from independent programs (R's BTYD and CLVTools, pandas).
#[test]
fn cdnow_totals() {
    let (customer, day, value) = cdnow();
    let purchases = Purchases::new(CustomerIds::Integers(&customer), &day).with_values(&value);
    let options = SummaryOptions { extra: ExtraColumn::ALL.to_vec(), ..split() };
    let summary = summarise(&purchases, &options).unwrap();
    assert_eq!(summary.customer.len(), 2357);
    assert_eq!(sum(&summary.frequency), 2457.0);
    assert!((sum(&summary.recency) - 16135.571428571).abs() < 1e-8);
    assert!((sum(&summary.age) - 77111.285714286).abs() < 1e-8);
    let holdout = summary.holdout.as_ref().unwrap();
    assert_eq!(sum(&holdout.frequency), 1882.0);
    assert_eq!(holdout.duration, 39.0);
    let repeat = spend(&summary.frequency, summary.monetary_value.as_ref().unwrap());
    assert!((repeat - 95355.60).abs() < 1e-6);
    let later = spend(&holdout.frequency, holdout.monetary_value.as_ref().unwrap());
    assert!((later - 70976.39).abs() < 1e-6);
    let total =
        summary.extra.iter().find(|column| column.0 == ExtraColumn::TotalValue).map(|column| sum(&column.1));
    assert!((total.unwrap() - 173115.55).abs() < 1e-6);
    let report = &summary.report;
    assert_eq!((report.rows, report.purchases, report.rows_merged), (6919, 6696, 223));
    assert_eq!(report.customers_without_repeat, 1411);
    assert_eq!(report.rows_left_out(), 0);
    assert_eq!((report.start.as_str(), report.end.as_str()), ("1997-01-01", "1997-09-30"));
    assert_eq!(report.holdout_end.as_deref(), Some("1998-06-30"));
}

#[test]
fn the_order_of_the_rows_does_not_matter() {
    let (customer, day, value) = cdnow();
    let purchases = Purchases::new(CustomerIds::Integers(&customer), &day).with_values(&value);
    let options = SummaryOptions { extra: ExtraColumn::ALL.to_vec(), ..split() };
    let expected = format!("{:?}", summarise(&purchases, &options).unwrap());
    let rows = customer.len();
    let shuffled: Vec<usize> = (0..rows).map(|i| (i * 3571 + 17) % rows).collect();
    let customer: Vec<i64> = shuffled.iter().map(|i| customer[*i]).collect();
    let day: Vec<i64> = shuffled.iter().map(|i| day[*i]).collect();
    let value: Vec<f64> = shuffled.iter().map(|i| value[*i]).collect();
    let purchases = Purchases::new(CustomerIds::Integers(&customer), &day).with_values(&value);
    assert_eq!(format!("{:?}", summarise(&purchases, &options).unwrap()), expected);
}

#[test]
fn ticks_codes_and_far_ids_give_the_same_as_days() {
    let (customer, day, value) = cdnow();
    let options = split();
    let purchases = Purchases::new(CustomerIds::Integers(&customer), &day).with_values(&value);
    let expected = summarise(&purchases, &options).unwrap();
    for ticks in [24, 86_400_000, 86_400_000_000_000] {
        let time: Vec<i64> = day.iter().map(|d| d * ticks + ticks / 3).collect();
        let purchases = Purchases::new(CustomerIds::Integers(&customer), &time)
            .with_values(&value)
            .with_ticks_per_day(ticks);
        let summary = summarise(&purchases, &options).unwrap();
        assert_eq!(format!("{summary:?}"), format!("{expected:?}"));
    }
    let codes: Vec<u32> = customer.iter().map(|id| *id as u32 - 1).collect();
    let purchases =
        Purchases::new(CustomerIds::Codes { codes: &codes, count: 3000 }, &day).with_values(&value);
    let summary = summarise(&purchases, &options).unwrap();
    assert_eq!(summary.customer, expected.customer.iter().map(|id| id - 1).collect::<Vec<_>>());
    assert_eq!(summary.recency, expected.recency);
    let far: Vec<i64> = customer.iter().map(|id| id << 48).collect();
    let purchases = Purchases::new(CustomerIds::Integers(&far), &day).with_values(&value);
    let summary = summarise(&purchases, &options).unwrap();
    assert_eq!(summary.customer, expected.customer.iter().map(|id| id << 48).collect::<Vec<_>>());
    assert_eq!(summary.age, expected.age);
}

#[test]
fn merging_by_day_by_period_and_not_at_all() {
    // Thursday 1 January 1970 twice, Friday, Monday (the next week), Monday two weeks on.
    let customer = [1, 1, 1, 1, 1];
    let day = [0, 0, 1, 4, 18];
    let value = [1.0, 2.0, 4.0, 8.0, 16.0];
    let purchases = Purchases::new(CustomerIds::Integers(&customer), &day).with_values(&value);
    let with = |merge, periods| {
        let options = SummaryOptions { merge: Some(merge), periods, ..SummaryOptions::default() };
        let s = summarise(&purchases, &options).unwrap();
        (s.frequency[0], s.recency[0], s.age[0], s.monetary_value.unwrap()[0])
    };
    let weeks = 18.0 / 7.0;
    assert_eq!(with(Merge::Day, Periods::Exact), (3.0, weeks, weeks, 28.0 / 3.0));
    assert_eq!(with(Merge::None, Periods::Exact), (4.0, weeks, weeks, 30.0 / 4.0));
    assert_eq!(with(Merge::Period, Periods::Exact), (2.0, weeks, weeks, 12.0));
    assert_eq!(with(Merge::Period, Periods::Whole), (2.0, 3.0, 3.0, 12.0));
}

#[test]
fn the_first_purchase_may_count_in_spend() {
    let customer = [1, 1, 2];
    let day = [0, 7, 7];
    let value = [10.0, 20.0, 5.0];
    let purchases = Purchases::new(CustomerIds::Integers(&customer), &day).with_values(&value);
    let options = SummaryOptions { include_first_transaction: true, ..SummaryOptions::default() };
    let s = summarise(&purchases, &options).unwrap();
    assert_eq!(s.frequency, [1.0, 0.0]);
    assert_eq!(s.monetary_value.unwrap(), [15.0, 5.0]);
}

#[test]
fn hours_keep_the_time_of_day() {
    let customer = [1, 1, 1];
    let seconds = [0, 1_800, 3 * 3_600 + 1_800];
    let purchases = Purchases::new(CustomerIds::Integers(&customer), &seconds).with_ticks_per_day(86_400);
    let options = SummaryOptions {
        unit: TimeUnit::Hour,
        merge: Some(Merge::Period),
        end: Some(Moment::Tick(6 * 3_600)),
        ..SummaryOptions::default()
    };
    let s = summarise(&purchases, &options).unwrap();
    assert_eq!((s.frequency[0], s.recency[0], s.age[0]), (1.0, 3.5, 6.0));
    let options = SummaryOptions { periods: Periods::Whole, ..options };
    let s = summarise(&purchases, &options).unwrap();
    assert_eq!((s.frequency[0], s.recency[0], s.age[0]), (1.0, 3.0, 6.0));
}

#[test]
fn rows_left_out_are_counted() {
    let codes = [0, MISSING_CODE, 1, 1, 2, 0];
    let day = [0, 1, MISSING_TIME, 9, 30, 3];
    // A value that is missing in a row that is left out anyway is no reason to refuse.
    let value = [1.0, f64::NAN, f64::NAN, 2.0, 3.0, 4.0];
    let purchases = Purchases::new(CustomerIds::Codes { codes: &codes, count: 3 }, &day).with_values(&value);
    let options = SummaryOptions {
        end: Some(Moment::Day(5)),
        holdout_end: Some(Moment::Day(20)),
        ..SummaryOptions::default()
    };
    let s = summarise(&purchases, &options).unwrap();
    assert_eq!(s.customer, [0]);
    let report = s.report;
    assert_eq!(report.rows_missing_customer, 1);
    assert_eq!(report.rows_missing_date, 1);
    assert_eq!(report.rows_after_end, 1);
    assert_eq!((report.rows_of_later_customers, report.later_customers), (1, 1));
    assert_eq!(report.rows, report.rows_left_out() + report.rows_merged + report.purchases);
}

#[test]
fn refusals_say_what_and_where() {
    let customer = [1, 2];
    let day = [10, 20];
    let bare = Purchases::new(CustomerIds::Integers(&customer), &day);
    let says = |purchases: &Purchases, options: &SummaryOptions, code: &str, words: &[&str]| {
        let error = summarise(purchases, options).unwrap_err();
        assert_eq!(error.code(), code, "{error}");
        for word in words {
            assert!(error.to_string().contains(word), "{error} lacks {word}");
        }
    };
    let plain = SummaryOptions::default();
    says(&bare.with_values(&[1.0, f64::NAN]), &plain, "nan_input", &["`value`", "row 1"]);
    says(&bare.with_values(&[f64::INFINITY, 1.0]), &plain, "infinite_input", &["`value`", "row 0"]);
    says(&bare.with_values(&[1.0]), &plain, "length_mismatch", &["`value`", "1", "2"]);
    says(&Purchases::new(CustomerIds::Integers(&customer), &[1]), &plain, "length_mismatch", &["`date`"]);
    says(&Purchases::new(CustomerIds::Integers(&[]), &[]), &plain, "empty_input", &["no purchases"]);
    let codes = [0, 5];
    let beyond = Purchases::new(CustomerIds::Codes { codes: &codes, count: 2 }, &day);
    says(&beyond, &plain, "out_of_domain", &["`customer`", "row 1"]);
    let end = SummaryOptions { end: Some(Moment::Day(5)), ..plain.clone() };
    says(&bare, &end, "end_before_first_purchase", &["1970-01-06", "1970-01-11"]);
    let holdout = SummaryOptions { holdout_end: Some(Moment::Day(20)), ..plain.clone() };
    says(&bare, &holdout, "empty_holdout", &["1970-01-21"]);
    let extra = SummaryOptions { extra: vec![ExtraColumn::TotalValue], ..plain.clone() };
    says(&bare, &extra, "missing_column", &["total_value", "`value`"]);
    says(&bare.with_ticks_per_day(0), &plain, "out_of_domain", &["ticks_per_day"]);
    let gone = [MISSING_TIME, MISSING_TIME];
    says(&Purchases::new(CustomerIds::Integers(&customer), &gone), &plain, "empty_input", &["every row"]);
}

#[test]
fn extreme_times_do_not_panic() {
    let customer = [1, 1, 2];
    let time = [i64::MIN + 1, i64::MAX, 0];
    for ticks in [1, 24, 86_400_000_000_000] {
        for unit in TimeUnit::ALL {
            for merge in [Merge::Day, Merge::Period, Merge::None] {
                for periods in [Periods::Exact, Periods::Whole] {
                    let purchases =
                        Purchases::new(CustomerIds::Integers(&customer), &time).with_ticks_per_day(ticks);
                    let options = SummaryOptions {
                        unit,
                        merge: Some(merge),
                        periods,
                        extra: vec![ExtraColumn::SumLogIntervals, ExtraColumn::DaysSinceLast],
                        ..SummaryOptions::default()
                    };
                    let s = summarise(&purchases, &options).unwrap();
                    assert!(s.age.iter().all(|t| t.is_finite() && *t >= 0.0), "{unit:?} {merge:?}");
                }
            }
        }
    }
}

/// 200,000 rows in many buckets against one customer at a time.
#[test]
fn many_customers_are_kept_apart() {
    let mut state = 9u64;
    let mut next = |bound: u64| -> i64 {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        ((state >> 33) % bound).try_into().unwrap()
    };
    let rows = 200_000;
    let customer: Vec<i64> = (0..rows).map(|_| next(70_000)).collect();
    let day: Vec<i64> = (0..rows).map(|_| next(500)).collect();
    let value: Vec<f64> = (0..rows).map(|_| next(1000) as f64).collect();
    let mut own = vec![Vec::new(); 70_000];
    for row in 0..rows {
        own[customer[row] as usize].push((day[row], value[row]));
    }
    for factor in [1, 1 << 40] {
        let ids: Vec<i64> = customer.iter().map(|id| id * factor).collect();
        let purchases = Purchases::new(CustomerIds::Integers(&ids), &day).with_values(&value);
        let s = summarise(&purchases, &SummaryOptions::default()).unwrap();
        let spend = s.monetary_value.unwrap();
        assert_eq!(s.customer.len(), own.iter().filter(|rows| !rows.is_empty()).count());
        for (row, id) in s.customer.iter().enumerate() {
            let rows = &own[(id / factor) as usize];
            let first = rows.iter().map(|r| r.0).min().unwrap();
            let last = rows.iter().map(|r| r.0).max().unwrap();
            let mut days: Vec<i64> = rows.iter().map(|r| r.0).collect();
            days.sort_unstable();
            days.dedup();
            let repeat: f64 = rows.iter().filter(|r| r.0 > first).map(|r| r.1).sum();
            assert_eq!(s.frequency[row], (days.len() - 1) as f64);
            assert_eq!(s.recency[row], (last - first) as f64 / 7.0);
            assert_eq!(s.age[row], (499 - first) as f64 / 7.0);
            if days.len() > 1 {
                assert_eq!(spend[row], repeat / (days.len() - 1) as f64);
            }
        }
    }
}

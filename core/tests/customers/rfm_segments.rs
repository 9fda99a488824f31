//! RFM scores by rank, against the definition, by hand, and at their borders.

use ukur::customers::{
    CustomerIds, ExtraColumn, Moment, Purchases, RfmInput, RfmOptions, SegmentRule, SummaryOptions,
    rfm_segments, standard_segments, summarise, time_since_last,
};
use ukur::time::day_of_civil;

/// The definition, one value at a time.
fn by_definition(values: &[f64], scores: usize) -> Vec<f64> {
    let score = |value: f64| scores * values.iter().filter(|v| **v < value).count() / values.len() + 1;
    values.iter().map(|value| score(*value).min(scores) as f64).collect()
}

#[test]
fn scores_follow_the_definition() {
    let since = [1.0, 30.0, 5.0, 90.0, 60.0, 5.0, 200.0];
    let frequency = [9.0, 4.0, 0.0, 6.0, 0.0, 0.0, 1.0];
    let money = [0.1, 0.5, f64::NAN, 0.3, f64::NAN, f64::NAN, 0.2];
    let input = RfmInput { time_since_last: &since, frequency: &frequency, monetary_value: Some(&money) };
    let table = rfm_segments(&input, &RfmOptions::default()).unwrap();
    // NumPy: min(5, floor(5 * #{worse} / 7) + 1).
    assert_eq!(table.recency_score, [5.0, 3.0, 3.0, 1.0, 2.0, 3.0, 1.0]);
    assert_eq!(table.frequency_score, [5.0, 3.0, 1.0, 4.0, 1.0, 1.0, 3.0]);
    assert_eq!(table.monetary_score.as_ref().unwrap(), &[3.0, 5.0, 1.0, 4.0, 1.0, 1.0, 3.0]);
    assert_eq!(table.rfm_cell[0], 553.0);
    // No repeat purchase ranks below every amount.
    assert_eq!(table.monetary_score.as_ref().unwrap()[2], 1.0);
    // Amounts below 1 are told apart as amounts above are.
    let thousands = money.map(|m| m * 10_000.0);
    let input = RfmInput { monetary_value: Some(&thousands), ..input };
    assert_eq!(rfm_segments(&input, &RfmOptions::default()).unwrap(), table);
}

#[test]
fn cdnow_scores_follow_the_definition() {
    let (customer, day, value) = crate::cdnow::cdnow();
    let options = SummaryOptions {
        end: Some(Moment::Day(day_of_civil(1997, 9, 30))),
        include_first_transaction: true,
        extra: vec![ExtraColumn::DaysSinceLast],
        ..SummaryOptions::default()
    };
    let purchases = Purchases::new(CustomerIds::Integers(&customer), &day).with_values(&value);
    let s = summarise(&purchases, &options).unwrap();
    let since = &s.extra[0].1;
    let money = s.monetary_value.as_ref().unwrap();
    let input = RfmInput { time_since_last: since, frequency: &s.frequency, monetary_value: Some(money) };
    let table = rfm_segments(&input, &RfmOptions::default()).unwrap();
    let nearness: Vec<f64> = since.iter().map(|days| -days).collect();
    assert_eq!(table.recency_score, by_definition(&nearness, 5));
    assert_eq!(table.frequency_score, by_definition(&s.frequency, 5));
    assert_eq!(table.monetary_score.as_ref().unwrap(), &by_definition(money, 5));
    assert!(table.segment.iter().all(|segment| *segment < 10));
    // From recency and T in weeks the ranks are the same as from whole days.
    let weeks = time_since_last(&s.recency, &s.age).unwrap();
    let input_in_weeks = RfmInput { time_since_last: &weeks, ..input };
    assert_eq!(rfm_segments(&input_in_weeks, &RfmOptions::default()).unwrap(), table);
    let nine = RfmOptions { scores: 9, segments: Some(Vec::new()), ..RfmOptions::default() };
    let table = rfm_segments(&input, &nine).unwrap();
    assert_eq!(table.frequency_score, by_definition(&s.frequency, 9));
    assert!(table.segments == ["other"] && table.segment.iter().all(|segment| *segment == 0));
}

#[test]
fn every_pair_of_scores_lies_in_exactly_one_standard_segment() {
    for recency in 1..=5 {
        for frequency in 1..=5 {
            let takes = standard_segments()
                .into_iter()
                .filter(|rule| (rule.recency.0..=rule.recency.1).contains(&recency))
                .filter(|rule| (rule.frequency.0..=rule.frequency.1).contains(&frequency))
                .count();
            assert_eq!(takes, 1, "{recency}, {frequency}");
        }
    }
}

#[test]
fn rules_and_weights_of_ones_own() {
    let input = RfmInput {
        time_since_last: &[1.0, 2.0, 3.0],
        frequency: &[3.0, 2.0, 1.0],
        monetary_value: Some(&[1.0, 1.0, 9.0]),
    };
    let rule = |name: &str, monetary| SegmentRule {
        name: name.to_owned(),
        recency: (1, 3),
        frequency: (1, 3),
        monetary,
    };
    let options = RfmOptions {
        scores: 3,
        weights: [2.0, 1.0, 1.0],
        segments: Some(vec![rule("big", (3, 3)), rule("any", (2, 3))]),
    };
    let table = rfm_segments(&input, &options).unwrap();
    assert_eq!(table.rfm_cell, [331.0, 221.0, 113.0]);
    assert_eq!(table.rfm_score, [10.0 / 4.0, 7.0 / 4.0, 6.0 / 4.0]);
    assert_eq!(table.segment, [2, 2, 0]);
    assert_eq!(table.segments, ["big", "any", "other"]);
}

#[test]
fn refusals() {
    let columns = |since: &[f64], frequency: &[f64], money: Option<&[f64]>, options: &RfmOptions| {
        rfm_segments(&RfmInput { time_since_last: since, frequency, monetary_value: money }, options)
            .unwrap_err()
    };
    let plain = RfmOptions::default();
    assert_eq!(time_since_last(&[2.0], &[1.0]).unwrap_err().code(), "infeasible");
    assert_eq!(time_since_last(&[0.0, f64::NAN], &[1.0, 1.0]).unwrap_err().code(), "nan_input");
    assert_eq!(time_since_last(&[0.0], &[]).unwrap_err().code(), "length_mismatch");
    assert_eq!(time_since_last(&[0.0], &[0.0]).unwrap(), [0.0]);
    assert_eq!(time_since_last(&[0.0, 1e300], &[f64::MAX, 2e300]).unwrap().len(), 2);
    assert_eq!(columns(&[], &[], None, &plain).code(), "empty_input");
    assert_eq!(columns(&[1.0], &[1.0, 2.0], None, &plain).code(), "length_mismatch");
    assert_eq!(columns(&[1.0], &[1.0], Some(&[]), &plain).code(), "length_mismatch");
    let error = columns(&[1.0, -1.0], &[1.0, 2.0], None, &plain);
    assert!(error.to_string().contains("`time_since_last`") && error.to_string().contains("row 1"));
    assert_eq!(columns(&[1.0], &[f64::NAN], None, &plain).code(), "nan_input");
    assert_eq!(columns(&[1.0], &[1.0], Some(&[f64::INFINITY]), &plain).code(), "infinite_input");
    let with = |options: RfmOptions| columns(&[1.0], &[1.0], None, &options).code();
    assert_eq!(with(RfmOptions { scores: 1, ..plain.clone() }), "out_of_domain");
    assert_eq!(with(RfmOptions { scores: 4, ..plain.clone() }), "segments_need_five_scores");
    assert_eq!(with(RfmOptions { weights: [0.0, 0.0, 1.0], ..plain.clone() }), "out_of_domain");
    assert_eq!(with(RfmOptions { weights: [-1.0, 1.0, 1.0], ..plain.clone() }), "out_of_domain");
}

use super::*;
use crate::catalogue;
use crate::experiments::estimate::Method;

const ENGAGEMENTS: [f64; 7] = [50., 40., 60., 30., 900., 1500., 700.];
const BASES: [f64; 7] = [1000., 500., 2000., 800., 40_000., 50_000., 30_000.];
const TIERS: [u32; 7] = [0, 0, 0, 0, 1, 1, 1];

fn pooled(clusters: Option<&[u32]>) -> MetricComparison {
    let inputs = [("engagements", Column::from(&ENGAGEMENTS)), ("bases", Column::from(&BASES))];
    compare("engagement_rate_pooled", &inputs, &TIERS, 2, clusters, &CompareOptions::default()).unwrap()
}

#[test]
fn the_known_answers_of_micro_against_macro() {
    let found = pooled(None);
    let [micro, large] = [0, 1].map(|group: usize| found.groups[group].estimate.clone().unwrap());
    assert!((micro.estimate - 0.0418605).abs() < 5e-8 && (large.estimate - 0.0258333).abs() < 5e-8);
    assert!((micro.standard_error - 0.00851201).abs() < 5e-9);
    assert!((large.standard_error - 0.00263797).abs() < 5e-9);
    assert!((micro.naive_standard_error.unwrap() - 0.00305).abs() < 5e-6);
    assert!((large.naive_standard_error.unwrap() - 0.00046).abs() < 5e-6);
}

#[test]
fn the_same_as_the_comparison_of_ratios() {
    use crate::experiments::ratios::{AccountTotals, compare_ratios};
    let one = AccountTotals::new(&ENGAGEMENTS[..4], &BASES[..4]).unwrap();
    let other = AccountTotals::new(&ENGAGEMENTS[4..], &BASES[4..]).unwrap();
    let want = compare_ratios(&one, &other, 0.95).unwrap();
    let found = pooled(None);
    assert_eq!(found.groups[0].estimate.as_ref(), Some(&want.treatment));
    assert_eq!(found.differences[0].difference.as_ref(), Some(&want.difference));
    assert_eq!(found.differences[0].relative_lift, want.relative_lift);
}

#[test]
fn rows_of_one_account_are_added_first() {
    // The rows of the first account split in two give the same, and the order of rows has no meaning.
    let engagements = [20., 700., 40., 60., 30., 900., 1500., 30.];
    let bases = [400., 30_000., 500., 2000., 800., 40_000., 50_000., 600.];
    let inputs = [("engagements", Column::from(&engagements)), ("bases", Column::from(&bases))];
    let clusters = [9, 2, 7, 8, 6, 4, 3, 9];
    let options = CompareOptions::default();
    let found =
        compare("engagement_rate_pooled", &inputs, &[0, 1, 0, 0, 0, 1, 1, 0], 2, Some(&clusters), &options)
            .unwrap();
    let want = pooled(None);
    assert_eq!(found.groups[0].estimate, want.groups[0].estimate);
    assert_eq!((found.groups[0].rows, found.groups[0].clusters), (5, 4));
    assert_eq!(found.differences[0].difference, want.differences[0].difference);
}

#[test]
fn accounts_in_both_groups_are_compared_with_themselves() {
    // Three accounts, each with reels and pictures of the same base: the difference of the two means of rates is
    // the mean of the accounts' differences 0.01, 0.02, 0.03, whose error is 0.01 / sqrt(3): the paired t test.
    let engagements = [20., 30., 40., 10., 10., 10.];
    let inputs = [("engagements", Column::from(&engagements)), ("bases", Column::Number(1000.0))];
    let (groups, clusters) = ([0, 0, 0, 1, 1, 1], [1, 2, 3, 1, 2, 3]);
    let options = CompareOptions::default();
    let found = compare("engagement_rate_pooled", &inputs, &groups, 2, Some(&clusters), &options).unwrap();
    let pair = &found.differences[0];
    assert_eq!(pair.shared_clusters, 3);
    let difference = pair.difference.as_ref().unwrap();
    assert!((difference.estimate - 0.02).abs() < 1e-15);
    assert!((difference.standard_error - 0.01 / 3.0_f64.sqrt()).abs() < 1e-15);
    assert!((difference.degrees_of_freedom.unwrap() - 2.0).abs() < 1e-14);
    // The same numbers in both formats: nothing is left to chance, and no p value is made up.
    let engagements = [20., 30., 40., 10., 20., 30.];
    let inputs = [("engagements", Column::from(&engagements)), ("bases", Column::Number(1000.0))];
    let found = compare("engagement_rate_pooled", &inputs, &groups, 2, Some(&clusters), &options).unwrap();
    assert_eq!(found.differences[0].status, Some(Status::ZeroVariance));
}

#[test]
fn metrics_recomputed_from_sums_leave_out_an_account_each() {
    // `relative_lift` of counts is t / c - 1: its changes are those of the ratio t / c.
    let (t, c) = ([50., 40., 60., 30.], [100., 50., 200., 80.]);
    let inputs = [("treatment", Column::from(&t)), ("control", Column::from(&c))];
    let options = CompareOptions::default();
    let found = compare("relative_lift", &inputs, &[0; 4], 1, None, &options).unwrap();
    let want = {
        use crate::experiments::ratios::{AccountTotals, ratio_of_sums};
        ratio_of_sums(&AccountTotals::new(&t, &c).unwrap(), 0.95).unwrap()
    };
    let got = found.groups[0].estimate.as_ref().unwrap();
    assert!((got.estimate - (want.estimate - 1.0)).abs() < 1e-15);
    let errors = [got, &want].map(|e| e.leave_one_out_standard_error.unwrap());
    assert!((errors[0] / errors[1] - 1.0).abs() < 1e-12);
}

#[test]
fn several_groups_are_adjusted_and_one_may_be_the_base() {
    let groups = [0, 0, 1, 1, 2, 2, 2];
    let inputs = [("engagements", Column::from(&ENGAGEMENTS)), ("bases", Column::from(&BASES))];
    let all =
        compare("engagement_rate_pooled", &inputs, &groups, 3, None, &CompareOptions::default()).unwrap();
    assert_eq!(
        all.differences.iter().map(|d| (d.first, d.second)).collect::<Vec<_>>(),
        [(0, 1), (0, 2), (1, 2)]
    );
    for pair in &all.differences {
        assert!(pair.adjusted_p_value.unwrap() >= pair.difference.as_ref().unwrap().p_value);
    }
    let options = CompareOptions { against: Some(2), ..CompareOptions::default() };
    let two = compare("engagement_rate_pooled", &inputs, &groups, 3, None, &options).unwrap();
    assert_eq!(two.differences.iter().map(|d| (d.first, d.second)).collect::<Vec<_>>(), [(0, 2), (1, 2)]);
}

#[test]
fn what_cannot_be_judged_says_so_and_the_rest_stands() {
    let cost = [10., 20., 30., 5.];
    let impressions = [1000., 0., 3000., 0.];
    let inputs = [("cost", Column::from(&cost)), ("impressions", Column::from(&impressions))];
    let found = compare("cpm", &inputs, &[0, 0, 1, 2], 4, None, &CompareOptions::default()).unwrap();
    let statuses: Vec<_> = found.groups.iter().map(|g| g.status.map(Status::as_str)).collect();
    assert_eq!(
        statuses,
        [
            Some("insufficient_data"),
            Some("insufficient_data"),
            Some("zero_denominator"),
            Some("insufficient_data")
        ]
    );
    assert_eq!(found.groups[1].value, Some(10.0));
    assert!(found.differences.iter().all(|pair| pair.difference.is_none() && pair.status.is_some()));
}

#[test]
fn every_metric_has_an_interval_or_says_what_to_do_instead() {
    let (mut intervals, mut refused) = (0, 0);
    for metric in catalogue::all() {
        match metric.check_comparable() {
            Ok(()) => intervals += 1,
            Err(error) => {
                assert!(["no_interval", "not_rollable"].contains(&error.code()), "{error}");
                assert!(error.to_string().contains(metric.id) && error.to_string().len() > 80, "{error}");
                refused += 1;
            }
        }
    }
    assert!(intervals > 120, "{intervals} with an interval, {refused} refused");
}

#[test]
fn a_median_is_judged_by_drawing_accounts() {
    // The standard error of the median of n values of a normal distribution is 1.2533 sigma / sqrt(n).
    let mut random = crate::numerics::random::Random::new(7);
    let likes: Vec<f64> = (0..2000).map(|_| 1000.0 + 100.0 * random.normal()).collect();
    let groups: Vec<u32> = (0..2000).map(|row| row % 2).collect();
    let shown = |likes: &[f64], groups: &[u32]| {
        let inputs = [("likes", Column::from(likes)), ("followers", Column::Number(1.0))];
        compare("engagement_rate_median_likes", &inputs, groups, 2, None, &CompareOptions::default()).unwrap()
    };
    let found = shown(&likes, &groups);
    for group in &found.groups {
        let estimate = group.estimate.as_ref().unwrap();
        assert!(
            (estimate.standard_error / (1.2533 * 100.0 / 1000_f64.sqrt()) - 1.0).abs() < 0.2,
            "{estimate:?}"
        );
        assert_eq!((estimate.method, estimate.leave_one_out_standard_error), (Method::DrawnAccounts, None));
    }
    assert!(found.differences[0].difference.as_ref().unwrap().p_value > 0.05);
    // The order of the rows has no meaning.
    let turned: Vec<f64> = likes.iter().rev().copied().collect();
    let codes: Vec<u32> = groups.iter().rev().copied().collect();
    assert_eq!(shown(&turned, &codes), found);
}

#[test]
fn accounts_in_both_groups_are_drawn_together() {
    // The same customers before and after, each spending half as much more: the Gini coefficient is the same for
    // each draw, and what is shared between the groups nearly cancels.
    let mut random = crate::numerics::random::Random::new(8);
    let before: Vec<f64> = (0..300).map(|_| random.exponential()).collect();
    let after: Vec<f64> = before.iter().map(|x| 1.5 * x * (1.0 + 0.05 * random.uniform())).collect();
    let values = [before, after].concat();
    let groups: Vec<u32> = (0..600).map(|row| u32::from(row >= 300)).collect();
    let clusters: Vec<u32> = (0..600).map(|row| row % 300).collect();
    let inputs = [("values", Column::from(&values))];
    let error = |clusters| {
        let found = compare("gini", &inputs, &groups, 2, clusters, &CompareOptions::default()).unwrap();
        (
            found.differences[0].difference.as_ref().unwrap().standard_error,
            found.differences[0].shared_clusters,
        )
    };
    let ((together, shared), (apart, none)) = (error(Some(&clusters[..])), error(None));
    assert_eq!((shared, none), (300, 0));
    assert!(together < 0.6 * apart, "{together} {apart}");
}

#[test]
fn what_is_of_spread_does_not_change_when_every_row_is_there_twice() {
    // Only such metrics may be compared between groups of different size; all others of lists are refused.
    let values = [5.0, 10.0, 15.0, 20.0, 50.0];
    let flags = [1.0, 0.0, 1.0, 1.0, 0.0];
    for metric in catalogue::all().filter(|metric| metric.is_of_spread()) {
        let twice = |times: usize| {
            let (values, flags) = (values.repeat(times), flags.repeat(times));
            let inputs: Vec<(&str, Column<'_>)> = metric
                .inputs
                .iter()
                .map(|input| match (input.shape, input.name) {
                    (_, "observed") => (input.name, Column::from(&flags)),
                    (catalogue::Shape::List, _) => (input.name, Column::from(&values)),
                    (_, "fraction") => (input.name, Column::Number(0.2)),
                    _ => (input.name, Column::Number(15.0)),
                })
                .collect();
            let groups = vec![0; values.len()];
            super::super::rollup::rollup(metric.id, &inputs, &groups, 1).unwrap()[0].value.unwrap()
        };
        assert!((twice(2) / twice(1) - 1.0).abs() < 1e-12, "{}", metric.id);
    }
}

#[test]
fn sums_that_grow_with_the_group_are_refused() {
    let (n, ones) = ([3., 4.], [1.0, 1.0]);
    let inputs = [
        ("promoters", Column::from(&n)),
        ("passives", Column::from(&ones)),
        ("detractors", Column::from(&ones)),
    ];
    let error =
        compare("nps_standard_error", &inputs, &[0, 0], 1, None, &CompareOptions::default()).unwrap_err();
    assert_eq!(error.code(), "no_interval");
}

//! What holds at any inputs: drawn by a seed, from every input's domain, its ends included.

use crate::owned::{Owned, outcome};
use ukur::catalogue::{self, Domain, Metric, Shape, find};
use ukur::metrics::Output;
use ukur::{Column, Status};

/// `SplitMix64` (Steele, Lea and Flood 2014).
struct Draws(u64);

impl Draws {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    /// A number of any size that people count or pay, now and then very small or very large.
    fn size(&mut self) -> f64 {
        let exponent = match self.below(20) {
            0 => 12.0 * self.share() - 320.0,
            1 => 300.0 * self.share(),
            2..5 => 9.0 + 4.0 * self.share(),
            _ => 6.0 * self.share() - 1.0,
        };
        libm::exp10(exponent)
    }

    fn number(&mut self, domain: Domain) -> f64 {
        let ends: &[f64] = match domain {
            Domain::Real => &[0.0, -0.0, 1.0, -1.0],
            Domain::NonNegative => &[0.0, -0.0, 1.0],
            Domain::Fraction => &[0.0, 1.0, 1e-12, 1.0 - 1e-12],
            Domain::FractionBelowOne => &[0.0, 1e-12, 1.0 - 1e-12],
            Domain::OpenFraction => &[1e-12, 1.0 - 1e-12],
            Domain::Correlation => &[-1.0, 0.0, 1.0],
            Domain::Whole => &[0.0, 1.0, 2.0],
            Domain::WholePositive => &[1.0, 2.0],
            Domain::WholeFromTwo => &[2.0, 3.0],
            Domain::AtLeastOne | Domain::Positive => &[1.0],
            Domain::AboveMinusOne => &[0.0, 1.0, -0.999],
            _ => &[],
        };
        if !ends.is_empty() && self.below(6) == 0 {
            return ends[self.below(ends.len())];
        }
        match domain {
            Domain::Real => self.size() * if self.below(3) == 0 { -1.0 } else { 1.0 },
            Domain::NonNegative | Domain::Positive => self.size(),
            Domain::AboveMinusOne => {
                if self.below(3) == 0 {
                    -self.share()
                } else {
                    self.size()
                }
            }
            Domain::AtLeastOne => 1.0 + self.size(),
            Domain::Fraction | Domain::OpenFraction | Domain::FractionBelowOne => {
                let share = if self.below(4) == 0 { libm::exp10(-12.0 * self.share()) } else { self.share() };
                let above = share.max(1e-300);
                above.min(1.0 - f64::EPSILON)
            }
            Domain::Correlation => 2.0 * self.share() - 1.0,
            Domain::Whole => self.size().floor(),
            Domain::WholePositive => self.size().floor() + 1.0,
            Domain::WholeFromTwo => self.size().floor() + 2.0,
            Domain::OneToNine => (1 + self.below(9)) as f64,
            Domain::Flag => self.below(2) as f64,
            _ => unreachable!("names are not numbers"),
        }
    }

    fn list(&mut self, domain: Domain, len: usize) -> Vec<f64> {
        (0..len).map(|_| self.number(domain)).collect()
    }

    fn name(&mut self) -> String {
        ["a", "b", "c", "d"][self.below(4)].to_owned()
    }

    fn names(&mut self) -> Vec<String> {
        (0..self.below(5)).map(|_| self.name()).collect()
    }

    /// Counts of paths stay below a million: sums over the wildest magnitudes lose what is small.
    fn arguments(&mut self, metric: &Metric) -> Vec<Owned> {
        let len = self.below(6);
        metric
            .inputs
            .iter()
            .map(|input| {
                // Columns that belong together have one length, nearly always.
                let len = if self.below(30) == 0 { self.below(6) } else { len };
                match input.shape {
                    Shape::Number => Owned::Number(self.number(input.domain)),
                    Shape::List if metric.group == "attribution" => {
                        Owned::List((0..len).map(|_| self.below(1000) as f64).collect())
                    }
                    Shape::List => Owned::List(self.list(input.domain, len)),
                    Shape::Lists => Owned::Lists(
                        (0..len)
                            .map(|_| {
                                let inner = self.below(5);
                                (0..inner).map(|_| self.below(9) as f64).collect()
                            })
                            .collect(),
                    ),
                    Shape::Label => Owned::Label(self.name()),
                    Shape::Labels => Owned::Labels(self.names()),
                    Shape::LabelLists => Owned::LabelLists((0..len).map(|_| self.names()).collect()),
                    Shape::Coalitions => Owned::Coalitions(
                        ["a", "b", "a+b", "c", "a+c"][..len.min(5)]
                            .iter()
                            .map(|name| ((*name).to_owned(), self.number(input.domain)))
                            .collect(),
                    ),
                    Shape::Edges => Owned::Edges(
                        (0..len).map(|_| (self.name(), self.name(), self.number(input.domain))).collect(),
                    ),
                    _ => unreachable!("a shape that the tests do not know"),
                }
            })
            .collect()
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at + 1));
        }
    }
}

const DRAWS: usize = 400;

fn finite(output: &Output) -> bool {
    match output {
        Output::Number(value) => value.is_finite(),
        Output::List(values) => values.iter().all(|value| value.is_finite()),
        Output::Map(pairs) => pairs.iter().all(|(_, value)| value.is_finite()),
        _ => false,
    }
}

/// Any legal input gives a finite value or a status.
#[test]
fn finite_or_a_status() {
    let mut draws = Draws(1);
    for metric in catalogue::all() {
        let mut values = 0;
        for _ in 0..DRAWS {
            let arguments = draws.arguments(metric);
            match outcome(metric, &arguments) {
                Ok(found) => match (&found.value, found.status) {
                    (Some(value), None) => {
                        assert!(finite(value), "{} {arguments:?} {value:?}", metric.id);
                        values += 1;
                    }
                    (None, Some(status)) => assert!(
                        !matches!(status, Status::NanInput | Status::InfiniteInput),
                        "{} {arguments:?} {status}",
                        metric.id
                    ),
                    _ => panic!("{}: neither value nor status, or both", metric.id),
                },
                Err(code) => {
                    assert!(
                        code.starts_with("too_") || code == "repeated_coalition",
                        "{}: {code}",
                        metric.id
                    );
                }
            }
        }
        assert!(values > 2, "{} has a value in {values} of {DRAWS} draws only", metric.id);
    }
}

/// A column gives each row the bits and the status that the row gets alone, whatever its neighbours.
#[test]
fn columns_are_rows() {
    let mut draws = Draws(2);
    for metric in catalogue::all().filter(|metric| metric.is_elementwise()) {
        // For the cheap ones more than one block, the last one short.
        let cheap = !matches!(metric.group, "experiment" | "clv" | "reach");
        let (all, clean) = if cheap { (1100, 1050) } else { (150, 120) };
        let rows: Vec<Vec<f64>> = (0..all)
            .map(|row| {
                metric
                    .inputs
                    .iter()
                    .map(|input| {
                        // Whole blocks without an exception, so that the fast loop is what is compared.
                        let mut value = draws.number(input.domain);
                        if row > clean && draws.below(50) == 0 {
                            value = [f64::NAN, f64::INFINITY, -1e9][draws.below(3)];
                        }
                        value
                    })
                    .collect()
            })
            .collect();
        let alone: Vec<_> = rows
            .iter()
            .map(|row| {
                let arguments: Vec<_> = row.iter().map(|value| Owned::Number(*value)).collect();
                outcome(metric, &arguments).unwrap()
            })
            .collect();
        let compare = |chosen: &[usize]| {
            let columns: Vec<Vec<f64>> = (0..metric.inputs.len())
                .map(|at| chosen.iter().map(|row| rows[*row][at]).collect())
                .collect();
            let borrowed: Vec<_> = columns.iter().map(Column::from).collect();
            let found = metric.outcomes(&borrowed).unwrap();
            for (place, row) in chosen.iter().enumerate() {
                let status = Status::from_code(found.statuses[place]);
                assert_eq!(status, alone[*row].status, "{} {:?}", metric.id, rows[*row]);
                match &alone[*row].value {
                    Some(Output::Number(value)) => {
                        assert_eq!(
                            found.values[place].to_bits(),
                            value.to_bits(),
                            "{} {:?}",
                            metric.id,
                            rows[*row]
                        );
                    }
                    _ => assert!(found.values[place].is_nan(), "{}", metric.id),
                }
            }
        };
        compare(&(0..rows.len()).collect::<Vec<_>>());
        let with_value: Vec<usize> = (0..rows.len()).filter(|row| alone[*row].value.is_some()).collect();
        compare(&with_value);
    }
}

/// Metrics whose lists have an order: time, pairs, positions, or a result for each place.
const ORDERED: &[&str] = &[
    "unique_reach_lower_bound",
    "unique_reach_upper_bound",
    "tier_migration_probability",
    "adstock_geometric",
    "adstock_normalised",
    "budget_split_square_root",
    "attribution_time_decay_credit",
    "holm_adjusted_p",
    "bh_adjusted_p",
];

fn permuted<T: Clone>(items: &[T], order: &[usize]) -> Vec<T> {
    if items.len() == order.len() {
        order.iter().map(|at| items[*at].clone()).collect()
    } else {
        items.to_vec()
    }
}

/// Rows of a list may come in any order: the same bits.
#[test]
fn the_order_of_rows_has_no_meaning() {
    let mut draws = Draws(3);
    for metric in catalogue::all().filter(|metric| !metric.is_elementwise() && !ORDERED.contains(&metric.id))
    {
        for _ in 0..DRAWS {
            let arguments = draws.arguments(metric);
            let len = arguments.iter().find_map(|argument| match argument {
                Owned::List(values) => Some(values.len()),
                Owned::Lists(lists) => Some(lists.len()),
                Owned::LabelLists(lists) => Some(lists.len()),
                Owned::Labels(names) => Some(names.len()),
                Owned::Coalitions(pairs) => Some(pairs.len()),
                Owned::Edges(edges) => Some(edges.len()),
                _ => None,
            });
            let mut order: Vec<usize> = (0..len.unwrap_or(0)).collect();
            draws.shuffle(&mut order);
            let shuffled: Vec<Owned> = arguments
                .iter()
                .map(|argument| match argument {
                    Owned::List(values) => Owned::List(permuted(values, &order)),
                    Owned::Lists(lists) => Owned::Lists(permuted(lists, &order)),
                    Owned::LabelLists(lists) => Owned::LabelLists(permuted(lists, &order)),
                    Owned::Labels(names) => Owned::Labels(permuted(names, &order)),
                    Owned::Coalitions(pairs) => Owned::Coalitions(permuted(pairs, &order)),
                    Owned::Edges(edges) => Owned::Edges(permuted(edges, &order)),
                    other => other.clone(),
                })
                .collect();
            let (one, other) = (outcome(metric, &arguments), outcome(metric, &shuffled));
            assert_eq!(format!("{one:?}"), format!("{other:?}"), "{} {arguments:?}", metric.id);
        }
    }
}

fn number(metric: &Metric, arguments: &[f64]) -> Option<f64> {
    let owned: Vec<_> = arguments.iter().map(|value| Owned::Number(*value)).collect();
    match outcome(metric, &owned).unwrap().value {
        Some(Output::Number(value)) => Some(value),
        _ => None,
    }
}

/// `+` where more of the input gives no less, `-` where it gives no more.
const MONOTONE: &[(&str, &str, char)] = &[
    ("cpm", "cost", '+'),
    ("cpm", "impressions", '-'),
    ("engagement_rate_followers", "likes", '+'),
    ("engagement_rate_followers", "followers", '-'),
    ("reach_beta_binomial", "insertions", '+'),
    ("exposure_binomial_reach", "rating", '+'),
    ("exposure_binomial_reach", "insertions", '+'),
    ("exposure_binomial_k_plus", "rating", '+'),
    ("exposure_binomial_k_plus", "insertions", '+'),
    ("exposure_binomial_k_plus", "k", '-'),
    ("exposure_nbd_reach", "r", '+'),
    ("exposure_nbd_reach", "alpha", '-'),
    ("churn_annual_from_monthly", "monthly", '+'),
    ("churn_monthly_from_annual", "annual", '+'),
    ("survival_sbg", "t", '-'),
    ("retention_sbg", "t", '+'),
    ("clv_retention", "retention", '+'),
    ("clv_finite", "periods", '+'),
    ("gamma_gamma_spend", "mean_value", '+'),
    ("bgnbd_expected_purchases", "t", '+'),
    ("bgnbd_conditional_expectation", "t", '+'),
    ("bgnbd_probability_alive", "t_x", '+'),
    ("roi", "cost", '-'),
    ("nps", "promoters", '+'),
    ("nps", "detractors", '-'),
    ("net_sentiment", "positive", '+'),
    ("net_sentiment", "negative", '-'),
    ("points_liability", "points_outstanding", '+'),
    ("tier_steady_state_share", "upgrade", '+'),
    ("tier_steady_state_share", "downgrade", '-'),
    ("breakeven_spend_uplift", "reward_cost_rate", '+'),
    ("breakeven_spend_uplift", "margin", '-'),
    ("ifrs15_points_allocation", "point_value", '+'),
    ("viral_users", "k", '+'),
    ("viral_users", "cycles", '+'),
    ("viral_users_limit", "k", '+'),
    ("viral_cycles_to_target", "target", '+'),
    ("viral_cycles_to_target", "k", '-'),
    ("bass_cumulative", "t", '+'),
    ("bass_cumulative", "p", '+'),
    ("bass_cumulative", "q", '+'),
    ("saturation_hill", "value", '+'),
    ("saturation_michaelis_menten", "value", '+'),
    ("adstock_half_life", "theta", '+'),
    ("wilson_lower", "successes", '+'),
    ("wilson_upper", "successes", '+'),
    ("newcombe_difference_lower", "x1", '+'),
    ("newcombe_difference_upper", "x2", '-'),
    ("minimum_detectable_effect", "power", '+'),
    ("minimum_detectable_effect", "n_per_group", '-'),
    ("sample_size_proportions", "power", '+'),
    ("sample_size_proportions", "alpha", '-'),
    ("prob_b_beats_a", "successes_b", '+'),
    ("prob_b_beats_a", "successes_a", '-'),
    ("asymptotic_cs_half_width", "alpha", '-'),
    ("asymptotic_cs_half_width", "standard_error", '+'),
    ("benchmark_z", "value", '+'),
    ("programme_score_geometric", "money_index", '+'),
    ("influencers_for_equal_reach", "target_reach", '+'),
];

#[test]
fn monotone_where_the_mathematics_says_so() {
    let mut draws = Draws(4);
    for (id, input, direction) in MONOTONE {
        let metric = find(id).unwrap();
        let at = metric.input_index(input).unwrap_or_else(|| panic!("{id} has no {input}"));
        let mut compared = 0;
        for _ in 0..4000 {
            // A negative margin would turn the direction round.
            let mut arguments: Vec<f64> = metric
                .inputs
                .iter()
                .map(|input| {
                    let value = draws.number(input.domain);
                    if input.domain == Domain::Real { value.abs() } else { value }
                })
                .collect();
            let low = number(metric, &arguments);
            let before = arguments[at];
            let domain = metric.inputs[at].domain;
            arguments[at] = match draws.below(3) {
                0 => before + 1.0,
                1 => before * (1.0 + draws.share()),
                _ => draws.number(domain).max(before),
            };
            if matches!(domain, Domain::Whole | Domain::WholePositive | Domain::WholeFromTwo) {
                arguments[at] = arguments[at].floor();
            }
            let (Some(low), Some(high)) = (low, number(metric, &arguments)) else { continue };
            compared += 1;
            if compared > 250 {
                break;
            }
            let slack = 1e-12 * (low.abs() + high.abs()) + 1e-200;
            let right = if *direction == '+' { high >= low - slack } else { high <= low + slack };
            assert!(right, "{id}: {low} at {input} = {before}, {high} at {arguments:?}");
        }
        assert!(compared > 60, "{id} {input}: {compared}");
    }
}

/// The inputs in another order give the same value times the sign.
const SYMMETRIC: &[(&str, &[usize], f64)] = &[
    ("unique_reach_two", &[1, 0, 2], 1.0),
    ("audience_overlap_jaccard", &[1, 0, 2], 1.0),
    ("audience_overlap_coefficient", &[1, 0, 2], 1.0),
    ("net_sentiment", &[1, 0, 2], -1.0),
    ("net_sentiment_polar", &[1, 0], -1.0),
    ("nps", &[2, 1, 0], -1.0),
    ("nps_standard_error", &[2, 1, 0], 1.0),
    ("difference_in_differences", &[2, 3, 0, 1], -1.0),
    ("two_proportion_z", &[2, 3, 0, 1], -1.0),
    ("welch_t", &[3, 4, 5, 0, 1, 2], -1.0),
    ("welch_p", &[3, 4, 5, 0, 1, 2], 1.0),
    ("fisher_exact_two_sided", &[2, 3, 0, 1], 1.0),
    ("fisher_exact_two_sided", &[1, 0, 3, 2], 1.0),
    ("fisher_exact_two_sided", &[0, 2, 1, 3], 1.0),
    ("sample_size_proportions", &[1, 0, 2, 3], 1.0),
    ("programme_score", &[1, 2, 0, 4, 5, 3], 1.0),
    ("programme_score_geometric", &[2, 0, 1], 1.0),
];

#[test]
fn symmetric_where_the_mathematics_says_so() {
    let mut draws = Draws(5);
    for (id, order, sign) in SYMMETRIC {
        let metric = find(id).unwrap();
        let mut compared = 0;
        for _ in 0..2000 {
            let arguments: Vec<f64> = metric.inputs.iter().map(|input| draws.number(input.domain)).collect();
            let swapped: Vec<f64> = order.iter().map(|at| arguments[*at]).collect();
            let (Some(one), Some(other)) = (number(metric, &arguments), number(metric, &swapped)) else {
                continue;
            };
            compared += 1;
            assert!(
                (one - sign * other).abs() <= 1e-11 * one.abs().max(f64::MIN_POSITIVE),
                "{id} {arguments:?}: {one} and {other}"
            );
        }
        assert!(compared > 60, "{id}: {compared}");
    }
}

/// Two metrics that are one thing seen from two sides.
#[test]
fn complements_add_up() {
    let mut draws = Draws(6);
    let whole = |draws: &mut Draws| draws.below(200) as f64;
    for _ in 0..500 {
        let (a, n, b, m) = {
            let (n, m) = (whole(&mut draws) + 1.0, whole(&mut draws) + 1.0);
            ((draws.share() * n).floor(), n, (draws.share() * m).floor(), m)
        };
        let p = |x: &str, arguments: &[f64]| number(find(x).unwrap(), arguments).unwrap();
        let one = p("prob_b_beats_a", &[a, n, b, m]) + p("prob_b_beats_a", &[b, m, a, n]);
        assert!((one - 1.0).abs() < 1e-12, "{a} {n} {b} {m}: {one}");
        let mirrored =
            p("newcombe_difference_lower", &[a, n, b, m]) + p("newcombe_difference_upper", &[b, m, a, n]);
        assert!(mirrored.abs() < 1e-12, "{a} {n} {b} {m}: {mirrored}");
        let failures = p("wilson_lower", &[a, n]) + p("wilson_upper", &[n - a, n]);
        assert!((failures - 1.0).abs() < 1e-12, "{a} {n}: {failures}");
        let price = 100.0 * draws.share() + 1.0;
        let (points, redeemed, value) = (1000.0 * draws.share(), draws.share(), draws.share());
        let parts = p("ifrs15_points_allocation", &[price, points, redeemed, value])
            + p("ifrs15_product_allocation", &[price, points, redeemed, value]);
        assert!((parts - price).abs() < 1e-12 * price, "{parts} {price}");
        let monthly = 0.5 * draws.share();
        let back = p("churn_monthly_from_annual", &[p("churn_annual_from_monthly", &[monthly])]);
        assert!((back - monthly).abs() < 1e-9, "{monthly} {back}");
    }
}

/// A list of one unit or another: shares do not move when every value is scaled.
#[test]
fn shares_do_not_depend_on_the_unit() {
    let mut draws = Draws(7);
    for id in ["gini", "herfindahl", "largest_budget_share"] {
        let metric = find(id).unwrap();
        for _ in 0..500 {
            let len = 1 + draws.below(8);
            let values: Vec<f64> = (0..len).map(|_| 1000.0 * draws.share()).collect();
            let scaled: Vec<f64> = values.iter().map(|value| value * 1024.0).collect();
            let one = outcome(metric, &[Owned::List(values)]).unwrap();
            let other = outcome(metric, &[Owned::List(scaled)]).unwrap();
            assert_eq!(one, other, "{id}");
        }
    }
}

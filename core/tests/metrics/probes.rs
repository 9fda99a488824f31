//! Inputs that must be refused, on every input of every metric.

use crate::owned::{Owned, of, outcome};
use ukur::Status;
use ukur::catalogue::{self, Domain, Metric};
use ukur::metrics::{Argument, OnInvalid};

/// Values that a domain refuses, with their status.
fn refused(domain: Domain) -> Vec<(f64, Status)> {
    let outside: &[f64] = match domain {
        Domain::Real => &[],
        Domain::NonNegative => &[-1.0, -1e-300],
        Domain::Positive => &[0.0, -1.0],
        Domain::AboveMinusOne => &[-1.0, -2.0],
        Domain::AtLeastOne => &[0.999, 0.0, -1.0],
        Domain::Fraction => &[-0.01, 1.000_000_1, 37.0],
        Domain::OpenFraction => &[0.0, 1.0, -0.5, 95.0],
        Domain::FractionBelowOne => &[1.0, -0.1, 70.0],
        Domain::Correlation => &[-1.01, 1.01],
        Domain::Whole => &[-1.0, 0.5, 1e6 + 0.25],
        Domain::WholePositive => &[0.0, -1.0, 1.5],
        Domain::WholeFromTwo => &[1.0, 0.0, 2.5],
        Domain::OneToNine => &[0.0, 10.0, 4.5],
        Domain::Flag => &[2.0, 0.5, -1.0],
        _ => unreachable!("{domain:?} holds names, not numbers"),
    };
    let mut all: Vec<_> = outside.iter().map(|value| (*value, Status::OutOfDomain)).collect();
    all.push((f64::NAN, Status::NanInput));
    all.push((f64::INFINITY, Status::InfiniteInput));
    all.push((f64::NEG_INFINITY, Status::InfiniteInput));
    all
}

#[test]
fn every_input_refuses_what_lies_outside_its_domain() {
    let mut wrong = Vec::new();
    let mut probes = 0;
    for metric in catalogue::all() {
        for (at, input) in metric.inputs.iter().enumerate() {
            let places = of(&metric.example)[at].numbers().len();
            for place in 0..places {
                for (value, expected) in refused(input.domain) {
                    let mut arguments = of(&metric.example);
                    *arguments[at].numbers().swap_remove(place) = value;
                    probes += 1;
                    let found = outcome(metric, &arguments);
                    if !found.as_ref().is_ok_and(|o| o.value.is_none() && o.status == Some(expected)) {
                        wrong.push(format!("{}({} = {value}) gave {found:?}", metric.id, input.name));
                    }
                }
            }
        }
    }
    println!("{probes} probes");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

const ROWS: usize = 12;
const BAD: usize = 7;

/// In a column the same values raise and name argument, row and value, or become NaN with their status; a missing
/// value is NaN either way.
#[test]
fn columns_refuse_the_same_values_and_name_the_row() {
    for metric in catalogue::all().filter(|metric| metric.is_elementwise()) {
        for (at, input) in metric.inputs.iter().enumerate() {
            for (value, expected) in refused(input.domain) {
                let columns: Vec<Vec<f64>> = of(&metric.example)
                    .iter()
                    .enumerate()
                    .map(|(column, argument)| {
                        let Owned::Number(number) = argument else { unreachable!() };
                        let mut values = vec![*number; ROWS];
                        if column == at {
                            values[BAD] = value;
                        }
                        values
                    })
                    .collect();
                let lists: Vec<_> = columns.iter().map(|column| Argument::List(column)).collect();
                let raised = metric.compute(&lists, OnInvalid::Raise);
                if expected == Status::NanInput {
                    let Ok(ukur::metrics::Output::List(values)) = raised else {
                        panic!("{}: {raised:?}", metric.id)
                    };
                    assert!(values[BAD].is_nan() && values[BAD - 1].is_finite(), "{}", metric.id);
                } else {
                    let error = raised.unwrap_err();
                    assert_eq!(error.status(), Some(expected), "{}({} = {value})", metric.id, input.name);
                    assert_eq!(error.row(), Some(BAD), "{}", metric.id);
                    assert!(error.to_string().contains(&format!("`{}`", input.name)), "{error}");
                }
                let borrowed: Vec<_> = columns.iter().map(ukur::Column::from).collect();
                let outcomes = metric.outcomes(&borrowed).unwrap();
                assert!(outcomes.values[BAD].is_nan(), "{}", metric.id);
                assert_eq!(Status::from_code(outcomes.statuses[BAD]), Some(expected), "{}", metric.id);
                assert_eq!((outcomes.statuses[BAD - 1], outcomes.statuses[BAD + 1]), (0, 0), "{}", metric.id);
            }
        }
    }
}

/// `part > whole` in a record's conditions, where both are inputs.
fn part_and_whole(metric: &Metric) -> Vec<(usize, usize)> {
    metric
        .conditions
        .iter()
        .filter(|condition| condition.status == Status::Infeasible)
        .filter_map(|condition| {
            let (part, whole) = condition.when.split_once(" > ")?;
            Some((metric.input_index(part.trim())?, metric.input_index(whole.trim())?))
        })
        .collect()
}

#[test]
fn a_part_above_its_whole_is_infeasible() {
    let mut pairs = 0;
    for metric in catalogue::all() {
        for (part, whole) in part_and_whole(metric) {
            let mut arguments = of(&metric.example);
            let Owned::Number(limit) = arguments[whole] else { continue };
            arguments[part] = Owned::Number(if limit < 1.0 { 1.0 } else { limit + 1.0 });
            let found = outcome(metric, &arguments).unwrap();
            assert_eq!(found.status, Some(Status::Infeasible), "{} {arguments:?}", metric.id);
            pairs += 1;
        }
    }
    assert!(pairs >= 40, "{pairs}");
}

/// Each status that a record announces is reached by one of its vectors, or by setting numbers of its example to
/// the ends of their domains.
#[test]
fn every_announced_status_can_be_reached() {
    let mut unreached = Vec::new();
    for metric in catalogue::all() {
        let mut found: Vec<Status> = Vec::new();
        let mut examples = vec![of(&metric.example)];
        examples.extend(metric.edges.iter().map(of));
        for arguments in &examples {
            found.extend(outcome(metric, arguments).ok().and_then(|o| o.status));
        }
        let example = &examples[0];
        let numbers: Vec<usize> =
            (0..example.len()).filter(|at| matches!(example[*at], Owned::Number(_))).collect();
        let choices = [None, Some(0.0), Some(1.0), Some(1e9)];
        for code in 0..choices.len().pow(numbers.len().min(7) as u32) {
            let mut arguments = example.clone();
            let mut rest = code;
            for at in numbers.iter().take(7) {
                if let Some(value) = choices[rest % choices.len()] {
                    arguments[*at] = Owned::Number(value);
                }
                rest /= choices.len();
            }
            if metric.is_elementwise() || code < 64 {
                found.extend(outcome(metric, &arguments).ok().and_then(|o| o.status));
            }
        }
        for condition in metric.conditions {
            if !found.contains(&condition.status) {
                unreached.push(format!("{}: {} ({})", metric.id, condition.status, condition.when));
            }
        }
    }
    assert!(unreached.is_empty(), "{} unreached:\n{}", unreached.len(), unreached.join("\n"));
}

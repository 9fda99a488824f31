//! Would the vectors notice a wrong formula?

use crate::owned::{of, outcome};
use ukur::catalogue::{self, Example, Metric};
use ukur::metrics::Output;

fn vectors(metric: &Metric) -> impl Iterator<Item = &Example> {
    std::iter::once(&metric.example).chain(metric.edges)
}

fn values(output: &Output) -> Vec<f64> {
    match output {
        Output::Number(value) => vec![*value],
        Output::List(values) => values.clone(),
        Output::Map(pairs) => pairs.iter().map(|(_, value)| *value).collect(),
        _ => Vec::new(),
    }
}

/// A formula that is wrong by one per cent fails at least one vector of its metric.
#[test]
fn one_per_cent_is_noticed() {
    for factor in [0.99, 1.01] {
        let unnoticed: Vec<_> = catalogue::all()
            .filter(|metric| {
                !vectors(metric).any(|example| {
                    let expected = values(&(example.expected)());
                    let found = outcome(metric, &of(example)).unwrap().value.as_ref().map_or(vec![], values);
                    expected.len() == found.len()
                        && expected
                            .iter()
                            .zip(&found)
                            .any(|(e, v)| (v * factor - e).abs() > example.tolerance * e.abs())
                })
            })
            .map(|metric| metric.id)
            .collect();
        assert!(unnoticed.is_empty(), "{factor}: {unnoticed:?}");
    }
}

/// Every input matters: where it is moved by one per cent (or by one, if it counts), some vector notices. So no
/// formula that forgets an input passes.
#[test]
fn every_input_is_noticed() {
    let mut unnoticed = Vec::new();
    for metric in catalogue::all() {
        for (at, input) in metric.inputs.iter().enumerate() {
            let noticed = vectors(metric).any(|example| {
                let before = outcome(metric, &of(example));
                let moves: [fn(f64) -> f64; 4] = [|x| x * 1.01, |x| x * 0.99, |x| x + 1.0, |x| x - 1.0];
                let count = of(example)[at].numbers().len();
                let moved = moves.iter().any(|change| {
                    (0..count).any(|place| {
                        let mut arguments = of(example);
                        let number = arguments[at].numbers().swap_remove(place);
                        *number = change(*number);
                        match (&before, outcome(metric, &arguments)) {
                            (Ok(before), Ok(after)) => match (&before.value, &after.value) {
                                (Some(before), Some(after)) => {
                                    let tolerance = example.tolerance;
                                    values(before)
                                        .iter()
                                        .zip(values(after))
                                        .any(|(b, a)| (b - a).abs() > tolerance * b.abs())
                                }
                                (before, after) => before.is_some() != after.is_some(),
                            },
                            _ => false,
                        }
                    })
                });
                moved || count == 0
            });
            if !noticed {
                unnoticed.push(format!("{}({})", metric.id, input.name));
            }
        }
    }
    assert!(unnoticed.is_empty(), "{unnoticed:#?}");
}

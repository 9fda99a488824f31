//! Every known answer of every entry, and the rules that all entries keep.

use ukur::catalogue::{self, Example, Metric};
use ukur::metrics::{Outcome, Output, evaluate};

/// The outcome at the arguments of a known answer.
fn outcome(metric: &Metric, example: &Example) -> Outcome {
    let named: Vec<_> = metric.inputs.iter().map(|input| input.name).zip((example.inputs)()).collect();
    evaluate(metric.id, &named).unwrap_or_else(|error| panic!("{}: {error}", metric.id))
}

fn close(value: f64, expected: f64, tolerance: f64) -> bool {
    (value - expected).abs() <= tolerance * expected.abs()
}

fn holds(metric: &Metric, example: &Example) -> bool {
    let outcome = outcome(metric, example);
    let tolerance = example.tolerance;
    match ((example.expected)(), outcome.value, outcome.status) {
        (Output::Refused(expected), None, Some(status)) => status == expected,
        (Output::Number(expected), Some(Output::Number(value)), None) => close(value, expected, tolerance),
        (Output::List(expected), Some(Output::List(values)), None) => {
            expected.len() == values.len()
                && expected.iter().zip(&values).all(|(e, v)| close(*v, *e, tolerance))
        }
        (Output::Map(expected), Some(Output::Map(pairs)), None) => {
            expected.len() == pairs.len()
                && expected
                    .iter()
                    .all(|(name, e)| pairs.iter().any(|(n, v)| n == name && close(*v, *e, tolerance)))
        }
        _ => false,
    }
}

#[test]
fn known_answers_hold() {
    let mut wrong = Vec::new();
    for metric in catalogue::all() {
        for example in std::iter::once(&metric.example).chain(metric.edges) {
            if !holds(metric, example) {
                wrong.push(format!(
                    "{}: {:?} gave {:?}",
                    metric.id,
                    (example.expected)(),
                    outcome(metric, example)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn names_are_unique_and_families_have_at_most_one_default() {
    let mut ids: Vec<_> = catalogue::all().map(|metric| metric.id).collect();
    let count = ids.len();
    assert!(count >= 282, "a group is missing: {count} metrics");
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
    for metric in catalogue::all() {
        if let Some(family) = metric.family {
            let defaults =
                catalogue::family(family.name).unwrap().iter().filter(|m| m.family.unwrap().default).count();
            assert!(defaults <= 1, "{} has {defaults} defaults", family.name);
        }
    }
}

#[test]
fn entries_say_everything() {
    for metric in catalogue::all() {
        for (what, text) in [
            ("title", metric.title),
            ("definition", metric.definition),
            ("returns", metric.returns),
            ("formula", metric.formula),
            ("source", metric.source),
        ] {
            assert!(!text.is_empty(), "{} has no {what}", metric.id);
        }
        assert_eq!(metric.definition, metric.definition.trim(), "{}", metric.id);
        assert!(metric.definition.ends_with('.'), "{}: the definition is a sentence", metric.id);
        assert!(metric.inputs.iter().all(|input| !input.description.is_empty()), "{}", metric.id);
    }
}

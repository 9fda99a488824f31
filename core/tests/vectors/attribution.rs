//! `attribution.<function>`: journeys and their credits, with the names that the bindings put beside the codes.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use ukur::Error;
use ukur::attribution::{
    CountedPaths, Events, JourneyOptions, Journeys, MarkovOptions, NO_TOUCH, Removal, Rule, ShapleyOptions,
    Worth, attribute, markov, shapley,
};

use super::given::Given;
use super::outcome::Outcome;

pub fn call(name: &str, args: &Given) -> Result<Outcome, Error> {
    match name {
        "journeys" => journeys(args),
        "shapley_values" => shapley_values(args),
        "count_paths" => {
            let (channels, paths) = counted(args)?;
            Ok(Outcome::Map(vec![
                ("channels".to_owned(), texts(&channels)),
                ("offsets".to_owned(), numbers(paths.offsets().iter().map(|x| *x as f64))),
                ("steps".to_owned(), numbers(paths.steps().iter().map(|x| f64::from(*x)))),
                ("conversions".to_owned(), paths.conversions().to_vec().into()),
                ("values".to_owned(), paths.values().to_vec().into()),
                ("nulls".to_owned(), paths.nulls().to_vec().into()),
            ]))
        }
        "transition_matrix" => {
            let (channels, paths) = counted(args)?;
            let matrix = markov::transition_matrix(&paths, whole(args, "order", 1)?)?;
            let last = matrix.contexts.len() - 1;
            let label = |(at, context): (usize, &Vec<u32>)| {
                let names: Vec<&str> = context.iter().map(|&c| channels[c as usize].as_str()).collect();
                match at {
                    0 => "(start)".to_owned(),
                    _ if at == last => "(null)".to_owned(),
                    _ if at == last - 1 => "(conversion)".to_owned(),
                    _ => names.join(" > "),
                }
            };
            let states: Vec<String> = matrix.contexts.iter().enumerate().map(label).collect();
            Ok(Outcome::Map(vec![
                ("states".to_owned(), texts(&states)),
                ("source".to_owned(), numbers(matrix.source.iter().map(|x| f64::from(*x)))),
                ("target".to_owned(), numbers(matrix.target.iter().map(|x| f64::from(*x)))),
                ("count".to_owned(), matrix.count.into()),
                ("probability".to_owned(), matrix.probability.into()),
            ]))
        }
        _ => credits(name, args),
    }
}

fn credits(name: &str, args: &Given) -> Result<Outcome, Error> {
    let text = |key: &str, default: &'static str| args.get(key).map_or(default.to_owned(), text_of);
    let mut go = |_| ControlFlow::Continue(());
    match name {
        "attribute" => {
            let rule = Rule::parse(
                &text("rule", "linear"),
                args.number("first").unwrap_or(0.4),
                args.number("last").unwrap_or(0.4),
            )?;
            let (channels, paths) = counted(args)?;
            Ok(named(Outcome::record(&attribute(&paths, rule)?), &channels))
        }
        "markov" => {
            let options = MarkovOptions {
                order: whole(args, "order", 1)?,
                removal: Removal::parse(&text("removal", "to_null"))?,
            };
            let (channels, paths) = counted(args)?;
            Ok(named(Outcome::record(&markov(&paths, options, &mut go)?), &channels))
        }
        "shapley" => {
            let options = ShapleyOptions {
                worth: Worth::parse(&text("worth", "conversions"))?,
                exact_up_to: whole(args, "exact_up_to", 15)?,
                permutations: whole(args, "permutations", 2_000)?,
                seed: whole(args, "seed", 0)? as u64,
            };
            let (channels, paths) = counted(args)?;
            Ok(named(Outcome::record(&shapley(&paths, options, &mut go)?), &channels))
        }
        _ => panic!("attribution.{name}: add it to core/tests/vectors/attribution.rs"),
    }
}

/// The names of the channels beside their credits, as the bindings give them.
fn named(result: Outcome, channels: &[String]) -> Outcome {
    let Outcome::Map(mut pairs) = result else { panic!("a record, not {result:?}") };
    match pairs.iter_mut().find(|(key, _)| key == "credits") {
        Some((_, Outcome::Map(credits))) => credits.push(("channels".to_owned(), texts(channels))),
        _ => pairs.push(("channels".to_owned(), texts(channels))),
    }
    Outcome::Map(pairs)
}

fn texts(values: &[String]) -> Outcome {
    Outcome::List(values.iter().cloned().map(Outcome::Text).collect())
}

fn numbers(values: impl Iterator<Item = f64>) -> Outcome {
    values.collect::<Vec<_>>().into()
}

fn text_of(given: &Given) -> String {
    match given {
        Given::Text(text) => text.clone(),
        other => panic!("text, not {other:?}"),
    }
}

/// A whole number that came as a number, as in the bindings.
pub fn whole(args: &Given, name: &'static str, default: usize) -> Result<usize, Error> {
    match args.number(name) {
        None => Ok(default),
        Some(x) if x >= 0.0 && x == x.trunc() => Ok(x as usize),
        Some(x) => Err(Error::invalid(name, "a whole number >= 0", x)),
    }
}

fn list(given: Option<&Given>) -> &[Given] {
    match given {
        Some(Given::List(rows)) => rows,
        other => panic!("a list, not {other:?}"),
    }
}

fn counted(args: &Given) -> Result<(Vec<String>, CountedPaths<'static>), Error> {
    let rows: Vec<Vec<String>> = list(args.get("paths"))
        .iter()
        .map(|path| match path {
            Given::Text(text) => {
                text.split('>').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
            }
            path => list(Some(path)).iter().map(text_of).collect(),
        })
        .collect();
    let channels: Vec<String> = rows.iter().flatten().cloned().collect::<BTreeSet<_>>().into_iter().collect();
    let mut offsets = vec![0];
    let mut steps = Vec::new();
    for row in &rows {
        steps.extend(row.iter().map(|name| channels.binary_search(name).expect("a name") as u32));
        offsets.push(steps.len());
    }
    let column = |name: &str| args.column(name).unwrap_or_else(|| vec![0.0; rows.len()]);
    let paths = CountedPaths::count(
        channels.len(),
        &offsets,
        &steps,
        &column("conversions"),
        &column("values"),
        &column("nulls"),
    )?;
    Ok((channels, paths))
}

fn journeys(args: &Given) -> Result<Outcome, Error> {
    let codes = |key: &str| {
        let rows = list(args.get(key));
        let names: BTreeSet<String> = rows.iter().filter(|row| **row != Given::Null).map(text_of).collect();
        let names: Vec<String> = names.into_iter().collect();
        let codes: Vec<u32> = rows
            .iter()
            .map(|row| match row {
                Given::Null => NO_TOUCH,
                row => names.binary_search(&text_of(row)).expect("a name") as u32,
            })
            .collect();
        (codes, names)
    };
    let (customer, _) = codes("customer");
    if customer.contains(&NO_TOUCH) {
        return Err(Error::input("missing_name", "`customer` must name everybody"));
    }
    let (channel, channels) = codes("channel");
    let column = |name: &str| args.column(name).expect("a column");
    let (time, conversions, values) = (column("time"), column("conversions"), column("values"));
    let events = Events {
        customer: &customer,
        time: &time,
        channel: &channel,
        conversions: &conversions,
        values: &values,
    };
    let options =
        JourneyOptions { lookback: args.number("lookback"), lapse_after: args.number("lapse_after") };
    let found = Journeys::from_events(channels.len(), &events, options)?;
    let nulls = found.conversions().iter().map(|c| f64::from(u8::from(*c == 0.0)));
    Ok(Outcome::Map(vec![
        ("channels".to_owned(), texts(&channels)),
        ("offsets".to_owned(), numbers(found.offsets().iter().map(|x| *x as f64))),
        ("steps".to_owned(), numbers(found.steps().iter().map(|x| f64::from(*x)))),
        ("ages".to_owned(), found.all_ages().to_vec().into()),
        ("conversions".to_owned(), found.conversions().to_vec().into()),
        ("values".to_owned(), found.values().to_vec().into()),
        ("nulls".to_owned(), numbers(nulls)),
    ]))
}

fn shapley_values(args: &Given) -> Result<Outcome, Error> {
    let Some(Given::Map(worth)) = args.get("worth") else { panic!("`worth` is a map") };
    let keys: Vec<Vec<&str>> = worth.keys().map(|key| key.split('+').collect()).collect();
    let game: Vec<(&[&str], f64)> = keys
        .iter()
        .zip(worth.values())
        .map(|(key, value)| (key.as_slice(), value.as_number().expect("a number")))
        .collect();
    let values = shapley::shapley_values_by_name(&game)?;
    Ok(Outcome::Map(values.into_iter().map(|(name, value)| (name, value.into())).collect()))
}

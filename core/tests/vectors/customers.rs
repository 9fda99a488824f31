//! `customers.<function>`.

use ukur::Error;
use ukur::customers::{
    CohortOptions, CustomerIds, IntervalScale, Purchases, Returned, SurvivalOptions, cohorts, kaplan_meier,
};
use ukur::time::{TimeUnit, day_of_civil};

use super::given::Given;
use super::outcome::Outcome;

pub fn call(name: &str, args: &Given) -> Result<Outcome, Error> {
    match name {
        "cohorts" => table_of_cohorts(args),
        "kaplan_meier" => {
            let defaults = SurvivalOptions::default();
            let scale = match text(args, "scale") {
                Some("plain") => IntervalScale::Plain,
                Some("log") => IntervalScale::Log,
                _ => IntervalScale::LogLog,
            };
            let confidence = args.number("confidence").unwrap_or(defaults.confidence);
            let observed: Option<Vec<bool>> =
                args.column("observed").map(|flags| flags.into_iter().map(|flag| flag != 0.0).collect());
            let (durations, weights) = (args.column("durations"), args.column("weights"));
            let curve = kaplan_meier(
                &durations.expect("durations"),
                observed.as_deref(),
                weights.as_deref(),
                &SurvivalOptions { confidence, scale },
            )?;
            Ok(Outcome::record(&curve).with_missing_as_nan())
        }
        _ => panic!("customers.{name}: add it to core/tests/vectors/customers.rs"),
    }
}

fn text<'a>(args: &'a Given, name: &str) -> Option<&'a str> {
    if let Some(Given::Text(text)) = args.get(name) { Some(text) } else { None }
}

/// Customers are small whole numbers, dates `YYYY-MM-DD`.
fn table_of_cohorts(args: &Given) -> Result<Outcome, Error> {
    let customers: Vec<i64> =
        args.column("customer").expect("customers").iter().map(|one| *one as i64).collect();
    let Some(Given::List(dates)) = args.get("date") else { panic!("dates are a list") };
    let day = |date: &Given| {
        let Given::Text(date) = date else { panic!("a date is text") };
        let parts: Vec<i64> = date.split('-').map(|part| part.parse().expect("a number")).collect();
        day_of_civil(parts[0], parts[1] as u32, parts[2] as u32)
    };
    let days: Vec<i64> = dates.iter().map(day).collect();
    let options = CohortOptions {
        unit: if text(args, "unit") == Some("week") { TimeUnit::Week } else { TimeUnit::Month },
        returned: if text(args, "returned") == Some("on_or_after") {
            Returned::OnOrAfter
        } else {
            Returned::On
        },
        max_age: args.number("max_age").map(|age| age as u32),
        ..CohortOptions::default()
    };
    let table = cohorts(&Purchases::new(CustomerIds::Integers(&customers), &days), &options)?;
    let column = |name: &str, values: Vec<f64>| (name.to_string(), Outcome::from(values));
    Ok(Outcome::Map(vec![
        column("age", table.age.clone()),
        column("customers", table.customers.clone()),
        column("active", table.active.clone()),
        column("retention", table.retention.clone()),
    ]))
}

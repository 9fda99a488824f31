//! `customers.<function>`.

use ukur::Error;
use ukur::customers::{
    CohortOptions, CustomerIds, ExtraColumn, IntervalScale, Merge, Moment, Periods, Purchases, Returned,
    RfmInput, RfmOptions, SegmentRule, SummaryOptions, SurvivalOptions, cohorts, kaplan_meier, rfm_segments,
    summarise, time_since_last, tracking,
};
use ukur::time::{TimeUnit, day_of_civil};

use super::given::Given;
use super::outcome::Outcome;

pub fn call(name: &str, args: &Given) -> Result<Outcome, Error> {
    match name {
        "cohorts" => table_of_cohorts(args),
        "summarise" => summary(args),
        "tracking" => {
            let (customers, days) = purchases(args);
            let purchases = Purchases::new(CustomerIds::Integers(&customers), &days);
            let step = args.number("step").unwrap_or(1.0);
            Ok(Outcome::record(&tracking(&purchases, &summary_options(args)?, step)?))
        }
        "rfm_segments" => segments(args),
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

/// Dates are `YYYY-MM-DD`, or numbers `YYYYMMDD`.
fn day(date: &Given) -> i64 {
    if let Some(number) = date.as_number() {
        let number = number as i64;
        return day_of_civil(number / 10_000, (number / 100 % 100) as u32, (number % 100) as u32);
    }
    let Given::Text(date) = date else { panic!("a date is text or a number") };
    let parts: Vec<i64> = date.split('-').map(|part| part.parse().expect("a number")).collect();
    day_of_civil(parts[0], parts[1] as u32, parts[2] as u32)
}

/// Customers are whole numbers.
fn purchases(args: &Given) -> (Vec<i64>, Vec<i64>) {
    let customers = args.column("customer").expect("customers").iter().map(|one| *one as i64).collect();
    let Some(Given::List(dates)) = args.get("date") else { panic!("dates are a list") };
    (customers, dates.iter().map(day).collect())
}

fn summary_options(args: &Given) -> Result<SummaryOptions, Error> {
    let moment = |name: &str| args.get(name).map(|date| Moment::Day(day(date)));
    let mut options = SummaryOptions {
        end: moment("end"),
        holdout_end: moment("holdout_end"),
        include_first_transaction: args.get("include_first_transaction") == Some(&Given::Bool(true)),
        ..SummaryOptions::default()
    };
    if let Some(unit) = text(args, "unit") {
        options.unit = TimeUnit::parse("unit", unit)?;
    }
    options.merge = text(args, "merge").map(|merge| Merge::parse("merge", merge)).transpose()?;
    if let Some(periods) = text(args, "periods") {
        options.periods = Periods::parse("periods", periods)?;
    }
    if let Some(Given::List(names)) = args.get("extra") {
        for name in names {
            let Given::Text(name) = name else { panic!("`extra` holds names") };
            options.extra.push(ExtraColumn::parse("extra", name)?);
        }
    }
    Ok(options)
}

fn summary(args: &Given) -> Result<Outcome, Error> {
    let (customers, days) = purchases(args);
    let values = args.column("value");
    let mut purchases = Purchases::new(CustomerIds::Integers(&customers), &days);
    if let Some(values) = &values {
        purchases = purchases.with_values(values);
    }
    let found = summarise(&purchases, &summary_options(args)?)?;
    let rows = found.frequency.len();
    let mut columns = vec![
        ("customer", found.customer.iter().map(|id| *id as f64).collect()),
        ("frequency", found.frequency),
        ("recency", found.recency),
        ("T", found.age),
    ];
    columns.extend(found.monetary_value.map(|value| ("monetary_value", value)));
    if let Some(holdout) = found.holdout {
        columns.push(("holdout_frequency", holdout.frequency));
        columns.extend(holdout.monetary_value.map(|value| ("holdout_monetary_value", value)));
        columns.push(("holdout_T", vec![holdout.duration; rows]));
    }
    columns.extend(found.extra.into_iter().map(|(column, values)| (column.as_str(), values)));
    Ok(Outcome::Map(
        columns.into_iter().map(|(name, values)| (name.to_string(), Outcome::from(values))).collect(),
    ))
}

fn segments(args: &Given) -> Result<Outcome, Error> {
    let summary = args.get("summary").expect("a summary");
    let frequency = summary.column("frequency").expect("frequency");
    let since = match summary.column("days_since_last") {
        Some(since) => since,
        None => time_since_last(
            &summary.column("recency").expect("recency"),
            &summary.column("T").expect("the age at the end"),
        )?,
    };
    let money = summary.column("monetary_value");
    let input = RfmInput { time_since_last: &since, frequency: &frequency, monetary_value: money.as_deref() };
    let mut options = RfmOptions::default();
    if let Some(scores) = args.number("scores") {
        options.scores = scores as u8;
    }
    if let Some(weights) = args.column("weights") {
        options.weights = weights.try_into().expect("three weights");
    }
    // By name here, in the order written elsewhere: vectors give rules of which only one takes a customer.
    if let Some(Given::Map(rules)) = args.get("segments") {
        let span = |rule: &Given, name: &str| {
            let ends = rule.column(name).unwrap_or_else(|| vec![1.0, f64::from(options.scores)]);
            (ends[0] as u8, ends[1] as u8)
        };
        let rule = |(name, rule): (&String, &Given)| SegmentRule {
            name: name.clone(),
            recency: span(rule, "recency"),
            frequency: span(rule, "frequency"),
            monetary: span(rule, "monetary"),
        };
        options.segments = Some(rules.iter().map(rule).collect());
    }
    let found = rfm_segments(&input, &options)?;
    let names = found.segment.iter().map(|at| Outcome::Text(found.segments[*at as usize].clone())).collect();
    let mut columns = vec![
        ("recency_score".to_string(), Outcome::from(found.recency_score)),
        ("frequency_score".to_string(), Outcome::from(found.frequency_score)),
        ("rfm_cell".to_string(), Outcome::from(found.rfm_cell)),
        ("rfm_score".to_string(), Outcome::from(found.rfm_score)),
        ("segment".to_string(), Outcome::List(names)),
    ];
    columns.extend(found.monetary_score.map(|score| ("monetary_score".to_string(), Outcome::from(score))));
    Ok(Outcome::Map(columns))
}

fn table_of_cohorts(args: &Given) -> Result<Outcome, Error> {
    let (customers, days) = purchases(args);
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

//! The CDNOW sample, as columns.

use ukur::time::day_of_civil;

/// Sample id, day, dollars.
pub(crate) fn cdnow() -> (Vec<i64>, Vec<i64>, Vec<f64>) {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/cdnow_sample.csv"));
    let (mut customer, mut day, mut value) = (Vec::new(), Vec::new(), Vec::new());
    for line in text.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        customer.push(fields[1].parse().unwrap());
        let date: u32 = fields[2].parse().unwrap();
        day.push(day_of_civil(i64::from(date / 10_000), date / 100 % 100, date % 100));
        value.push(fields[4].parse().unwrap());
    }
    (customer, day, value)
}

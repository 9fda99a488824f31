//! Retention by cohort against pandas, by hand, and at its borders.

use crate::cdnow::cdnow;
use ukur::customers::{
    CohortOptions, Cohorts, CustomerIds, MISSING_CODE, Moment, Purchases, Returned, cohorts,
};
use ukur::time::{TimeUnit, day_of_civil};

fn row(table: &Cohorts, cohort: i64, column: &[f64]) -> Vec<f64> {
    table.cohort.iter().zip(column).filter(|(c, _)| **c == cohort).map(|(_, x)| *x).collect()
}

/// pandas: `to_period("M")`, `groupby([first period, age]).nunique()`.
#[test]
fn cdnow_months_agree_with_pandas() {
    let (customer, day, value) = cdnow();
    let purchases = Purchases::new(CustomerIds::Integers(&customer), &day).with_values(&value);
    let table = cohorts(&purchases, &CohortOptions::default()).unwrap();
    let january = day_of_civil(1997, 1, 1);
    let march = day_of_civil(1997, 3, 1);
    assert_eq!(table.cohort.len(), 18 + 17 + 16);
    assert_eq!(
        row(&table, january, &table.active),
        [781, 124, 95, 70, 65, 77, 65, 53, 52, 45, 62, 59, 45, 47, 63, 37, 37, 33].map(f64::from)
    );
    assert_eq!(
        row(&table, march, &table.active),
        [719, 87, 84, 78, 63, 64, 55, 57, 73, 65, 47, 51, 78, 32, 38, 45].map(f64::from)
    );
    assert_eq!(row(&table, march, &table.customers), [719.0; 16]);
    assert_eq!(row(&table, january, &table.retention)[1], 124.0 / 781.0);
    let spend = row(&table, january, table.value.as_ref().unwrap());
    assert!((spend[0] - 28592.70).abs() < 1e-8 && (spend[17] - 1327.56).abs() < 1e-8);
    // The last day is 30 June 1998: every month observed had ended.
    assert!(table.complete.iter().all(|complete| *complete));
    let options =
        CohortOptions { returned: Returned::OnOrAfter, max_age: Some(2), ..CohortOptions::default() };
    let table = cohorts(&purchases, &options).unwrap();
    assert_eq!(row(&table, january, &table.active), [781.0, 355.0, 323.0]);
    assert_eq!(row(&table, march, &table.active), [719.0, 333.0, 316.0]);
}

/// pandas `to_period("W")`: 13 cohorts, 6,361 active customer-weeks, sum of active x (age + 1) 127,991. More than 64
/// periods: the other road through the kernel.
#[test]
fn cdnow_weeks_agree_with_pandas() {
    let (customer, day, value) = cdnow();
    let purchases = Purchases::new(CustomerIds::Integers(&customer), &day).with_values(&value);
    let options = CohortOptions { unit: TimeUnit::Week, ..CohortOptions::default() };
    let table = cohorts(&purchases, &options).unwrap();
    let sizes: Vec<f64> =
        table.age.iter().zip(&table.customers).filter(|(age, _)| **age == 0.0).map(|(_, n)| *n).collect();
    assert_eq!(sizes, [100, 168, 175, 193, 204, 226, 198, 206, 225, 219, 205, 175, 63].map(f64::from));
    assert_eq!(table.active.iter().sum::<f64>(), 6361.0);
    assert_eq!(table.active.iter().zip(&table.age).map(|(n, age)| n * (age + 1.0)).sum::<f64>(), 127_991.0);
    assert!((table.value.unwrap().iter().sum::<f64>() - value.iter().sum::<f64>()).abs() < 1e-6);
    // 30 June 1998 was a Tuesday.
    assert_eq!(table.complete.iter().filter(|complete| !**complete).count(), 13);
}

#[test]
fn both_roads_and_any_order_give_one_table() {
    let (customer, day, value) = cdnow();
    let sixty = day_of_civil(1997, 1, 1) + 63;
    for returned in [Returned::On, Returned::OnOrAfter] {
        let options = |end| CohortOptions {
            unit: TimeUnit::Day,
            end: Some(Moment::Day(end)),
            returned,
            ..CohortOptions::default()
        };
        let rows: Vec<usize> = (0..day.len()).filter(|i| day[*i] <= sixty).collect();
        let shuffled: Vec<usize> = (0..rows.len()).map(|i| rows[(i * 7 + 3) % rows.len()]).collect();
        let table = |rows: &[usize], end| {
            let customer: Vec<i64> = rows.iter().map(|i| customer[*i]).collect();
            let day: Vec<i64> = rows.iter().map(|i| day[*i]).collect();
            let value: Vec<f64> = rows.iter().map(|i| value[*i]).collect();
            let purchases = Purchases::new(CustomerIds::Integers(&customer), &day).with_values(&value);
            cohorts(&purchases, &options(end)).unwrap()
        };
        let masks = table(&rows, sixty);
        assert_eq!(table(&shuffled, sixty), masks);
        let grouped = table(&rows, sixty + 1);
        assert_eq!(table(&shuffled, sixty + 1), grouped);
        // One more day without purchases adds one age to each cohort and changes nothing else.
        let kept: Vec<usize> = (0..grouped.age.len())
            .filter(|i| i + 1 < grouped.age.len() && grouped.age[i + 1] != 0.0)
            .collect();
        assert_eq!(kept.iter().map(|i| grouped.active[*i]).collect::<Vec<_>>(), masks.active);
        assert_eq!(
            kept.iter().map(|i| grouped.value.as_ref().unwrap()[*i]).collect::<Vec<_>>(),
            masks.value.unwrap()
        );
    }
}

#[test]
fn rows_left_out_are_counted_and_refusals_say_where() {
    let codes = [0, MISSING_CODE, 1, 1];
    let day = [0, 1, i64::MIN, 40];
    let purchases = Purchases::new(CustomerIds::Codes { codes: &codes, count: 2 }, &day);
    let options = CohortOptions { end: Some(Moment::Day(31)), ..CohortOptions::default() };
    let table = cohorts(&purchases, &options).unwrap();
    let report = &table.report;
    assert_eq!(
        (report.rows_missing_customer, report.rows_missing_date, report.rows_after_end, report.customers),
        (1, 1, 1, 1)
    );
    assert_eq!(table.active, [1.0, 0.0]);
    assert_eq!(table.complete, [true, false]);

    let code = |options: &CohortOptions| cohorts(&purchases, options).unwrap_err().code();
    assert_eq!(code(&CohortOptions { unit: TimeUnit::Hour, ..options }), "unknown_unit");
    assert_eq!(code(&CohortOptions { end: Some(Moment::Day(-1)), ..options }), "end_before_first_purchase");
    let bad = purchases.with_values(&[1.0, f64::NAN, f64::NAN, f64::INFINITY]);
    let error = cohorts(&bad, &CohortOptions::default()).unwrap_err();
    assert!(error.to_string().contains("row 3"), "{error}");
    // In rows that are left out a missing value is no matter.
    assert!(cohorts(&bad, &options).is_ok());
    // A date typed wrong makes a table too large to be meant.
    let typo = [0, 1, 2, 1 << 50];
    let purchases = Purchases::new(CustomerIds::Integers(&[1, 2, 3, 4]), &typo);
    for unit in [TimeUnit::Day, TimeUnit::Week, TimeUnit::Month, TimeUnit::Year] {
        let error = cohorts(&purchases, &CohortOptions { unit, ..CohortOptions::default() }).unwrap_err();
        assert_eq!(error.code(), "too_many_cells", "{unit:?}");
    }
    let extreme = [i64::MIN + 1, i64::MAX, i64::MAX, 0];
    let purchases = Purchases::new(CustomerIds::Integers(&[1, 2, 3, 4]), &extreme);
    for unit in [TimeUnit::Day, TimeUnit::Week, TimeUnit::Month, TimeUnit::Quarter, TimeUnit::Year] {
        let _ = cohorts(&purchases, &CohortOptions { unit, max_age: Some(3), ..CohortOptions::default() });
    }
}

/// The counts of 300,000 customers over 40 periods against plain counting: beyond one carry of the bit counters.
#[test]
fn many_customers_are_counted_exactly() {
    let mut state = 5u64;
    let mut next = |bound: u64| -> i64 {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        ((state >> 33) % bound).try_into().unwrap()
    };
    let rows = 300_000;
    let customer: Vec<i64> = (0..rows).map(|_| next(60_000)).collect();
    let day: Vec<i64> = (0..rows).map(|_| next(40)).collect();
    let mut bought = vec![[false; 40]; 60_000];
    for (customer, day) in customer.iter().zip(&day) {
        bought[*customer as usize][*day as usize] = true;
    }
    let mut expected = vec![[0.0; 40]; 40];
    for days in bought {
        if let Some(first) = days.iter().position(|bought| *bought) {
            days[first..]
                .iter()
                .zip(&mut expected[first])
                .for_each(|(bought, n)| *n += f64::from(u8::from(*bought)));
        }
    }
    let options = CohortOptions { unit: TimeUnit::Day, ..CohortOptions::default() };
    let table = cohorts(&Purchases::new(CustomerIds::Integers(&customer), &day), &options).unwrap();
    for ((cohort, age), active) in table.cohort.iter().zip(&table.age).zip(&table.active) {
        assert_eq!(*active, expected[*cohort as usize][*age as usize], "{cohort} {age}");
    }
}

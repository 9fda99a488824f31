//! Selection on real audiences: which hams to offer so that most of 127 people find one they like. The optima are those of
//! turfLP 0.5.0, found there by exact enumeration (`tests/data/README.md` names the data).

use ukur::influencers::audiences::Audiences;
use ukur::influencers::select::{Method, Objective, Options, select};
use ukur::progress::ignore;

const HAMS: &str = include_str!("../../../tests/data/hams.csv");

/// Who likes each ham.
fn audiences() -> (Vec<&'static str>, Audiences) {
    let mut lines = HAMS.lines();
    let names: Vec<&str> = lines.next().unwrap().split(',').collect();
    let mut likes = vec![Vec::new(); names.len()];
    for (person, line) in lines.enumerate() {
        for (ham, cell) in line.split(',').enumerate() {
            if cell == "1" {
                likes[ham].push(person as u64);
            }
        }
    }
    (names, Audiences::from_lists(&likes).unwrap())
}

fn best(count: usize, method: Method) -> (f64, Vec<&'static str>) {
    let (names, audiences) = audiences();
    let options = Options { max_count: Some(count), method, ..Options::default() };
    let found =
        select(&vec![0.0; names.len()], &audiences, &Objective::Reach, &options, &mut ignore).unwrap();
    (found.objective, found.chosen.iter().map(|&ham| names[ham]).collect())
}

#[test]
fn the_optimum_for_every_count() {
    let found: Vec<f64> = (1..=6).map(|count| best(count, Method::Exact).0).collect();
    assert_eq!(found, [60.0, 98.0, 111.0, 119.0, 122.0, 123.0]);
    assert_eq!(best(3, Method::Auto).1, ["N2", "N3", "S1"]); // the only best triple
}

#[test]
fn taking_the_best_one_after_another_misses_the_best_triple() {
    let (_, audiences) = audiences();
    let mut reached = std::collections::BTreeSet::new();
    for _ in 0..3 {
        let gain = |ham: &usize| audiences.list(*ham).iter().filter(|p| !reached.contains(*p)).count();
        let ham = (0..audiences.len()).rev().max_by_key(gain).unwrap();
        reached.extend(audiences.list(ham).iter().copied());
    }
    assert_eq!(reached.len(), 110);
    // Greedy here starts from every set of three as well, and so finds it.
    assert_eq!(best(3, Method::Greedy).0, 111.0);
}

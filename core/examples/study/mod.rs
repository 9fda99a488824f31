//! What the studies by simulation share: shares of successes with their own error, in rows of a table.
#![allow(dead_code, unreachable_pub, reason = "each study takes what it needs")]

/// The head of a page: what was simulated, in plain words, and how to get the same numbers again.
pub fn intro(title: &str, about: &str, program: &str, seeds: &str) {
    let date = std::env::var("UKUR_STUDY_DATE").map_or_else(|_| String::new(), |date| format!(" on {date}"));
    println!("# {title}\n\n{about}\n");
    println!(
        "Made by `make study` (`core/examples/{program}.rs`){date}, with {seeds}: every run gives the same"
    );
    println!("numbers. `+-` is two standard errors of the simulation itself.\n");
}

/// Where a share must lie.
pub enum Wanted {
    NearFive,
    AtMostFive,
    NearNinetyFive,
    Nothing,
}

/// A share of successes with two standard errors.
#[derive(Clone, Copy, Default)]
pub struct Tally {
    pub yes: f64,
    pub all: f64,
}

impl Tally {
    pub fn add(&mut self, yes: bool) {
        self.yes += f64::from(yes);
        self.all += 1.0;
    }

    pub fn row(&self, method: &str, setting: &str, wanted: &Wanted) {
        let share = self.yes / self.all;
        let error = 2.0 * (share * (1.0 - share) / self.all).sqrt();
        let (low, high, words) = match wanted {
            Wanted::NearFive => (0.04, 0.06, "4 to 6"),
            Wanted::AtMostFive => (0.0, 0.05, "at most 5"),
            Wanted::NearNinetyFive => (0.93, 0.97, "93 to 97"),
            Wanted::Nothing => (0.0, 1.0, "shown for contrast"),
        };
        println!(
            "| {method} | {setting} | {:.2} +- {:.2} | {words} | {} |",
            100.0 * share,
            100.0 * error,
            self.all
        );
        // The simulation's own error is allowed for; the seeds make the outcome the same every time.
        assert!(share > low - error && share < high + error, "{method}, {setting}: {share} is not {words} %");
    }
}

pub fn header(what: &str) {
    println!("| method | setting | {what} | wanted | simulations |\n|---|---|---:|---|---:|");
}

//! Calibration of the decisions about influencers and programmes by simulation: how often a comparison cries wolf, and how
//! often the intervals of lift, referral, elasticity and ranking hold the truth. Prints a table in Markdown; run by
//! `make study`. Every row is seeded, so the table is the same on every machine.
mod study;

use study::{Tally, Wanted, header, intro};
use ukur::Result;
use ukur::influencers::compare::{Figure, Options, Posts, compare};
use ukur::influencers::elasticity::size_elasticity;
use ukur::influencers::sketch::Sketch;
use ukur::numerics::random::Random;
use ukur::programmes::incremental::{PanelRows, difference_in_differences};
use ukur::programmes::ranking::judge;
use ukur::programmes::referral::{k_factor, k_factor_from_totals};
use ukur::progress::ignore;

const ABOUT: &str = "\
How often do comparisons of influencers and of programmes see a difference where there is none, and how often do their
intervals hold the truth? Markets are drawn many times with a truth that is known, and each draw goes through the
function as a user would call it. A test at 5 % should be wrong in 5 of 100 draws (4 to 6 are wanted); a 95 % interval
should hold the truth in 95 (93 to 97 are wanted).

Each account has a size, five posts, an engagement rate of its own (gamma, its standard deviation a quarter of its mean
of 3 %) and a price of its own, so its posts are alike. Customers' spending is skewed and each customer's periods are
alike. Rows *shown for contrast* are what should not be used.";

fn main() -> Result<()> {
    intro(
        "Calibration of the decisions about influencers and programmes, by simulation",
        ABOUT,
        "study_decisions",
        "the seeds 11 (tests) and 12 (intervals)",
    );
    false_positives()?;
    println!();
    coverage()
}

/// Five posts for each account: likes on reach at a rate of the account's own, fees that grow with size.
struct Market {
    account: Vec<u32>,
    group: Vec<u32>,
    likes: Vec<f64>,
    reach: Vec<f64>,
    fee: Vec<f64>,
    size: Vec<f64>,
}

impl Market {
    /// `counts` accounts a group; both groups share rates and prices unless `cheaper` moves the second's prices.
    fn new(random: &mut Random, counts: [u32; 2], sizes: [f64; 2], elasticity: f64) -> Self {
        let empty = || Vec::new();
        let mut market = Self {
            account: Vec::new(),
            group: Vec::new(),
            likes: empty(),
            reach: empty(),
            fee: empty(),
            size: empty(),
        };
        let mut next = 0;
        for (group, (count, size)) in counts.into_iter().zip(sizes).enumerate() {
            for _ in 0..count {
                let size = (size * libm::exp(0.5 * random.normal())).round();
                let rate = random.gamma(16.0, 16.0 / 0.03);
                let price = libm::exp(0.25 * random.normal());
                for _ in 0..5 {
                    let reach = (size * (0.25 + 0.25 * random.uniform())).round();
                    let likes = reach * rate;
                    market.account.push(next);
                    market.group.push(group as u32);
                    market.size.push(size);
                    market.reach.push(reach);
                    market.likes.push((likes + likes.sqrt() * random.normal()).max(0.0).round());
                    market.fee.push(0.05 * libm::pow(size, elasticity) * price);
                }
                next += 1;
            }
        }
        market
    }

    fn posts(&self) -> Posts<'_> {
        Posts {
            account: &self.account,
            group: &self.group,
            likes: Some(&self.likes),
            base: Some(&self.reach),
            impressions: Some(&self.reach),
            fee: Some(&self.fee),
            ..Posts::default()
        }
    }
}

fn false_positives() -> Result<()> {
    println!("## False positives at nominal 5 %\n");
    header("false positives, %");
    let mut random = Random::new(11);
    for counts in [[40, 40], [24, 12], [12, 8]] {
        let mut tallies = [Tally::default(), Tally::default(), Tally::default(), Tally::default()];
        let (simulations, resamples) = (20_000, 199);
        for seed in 0..simulations {
            let market = Market::new(&mut random, counts, [40_000.0, 40_000.0], 1.0);
            let options = Options { resamples, seed, ..Options::default() };
            let found = compare(&market.posts(), &options, &mut ignore)?;
            for row in &found.figures {
                let place = match row.figure {
                    Figure::EngagementRate => 0,
                    Figure::Cpm => 2,
                    _ => continue,
                };
                if let (Some(comparison), Some(permutation)) = (&row.comparison, &row.permutation) {
                    tallies[place].add(comparison.difference.p_value < 0.05);
                    tallies[place + 1].add(permutation.p_value <= 0.05);
                }
            }
        }
        let setting = format!("{} and {} accounts of five posts", counts[0], counts[1]);
        let names = [
            "micro against macro: engagement rate, clustered",
            "micro against macro: engagement rate, accounts regrouped",
            "micro against macro: CPM, clustered",
            "micro against macro: CPM, accounts regrouped",
        ];
        for (tally, name) in tallies.iter().zip(names) {
            tally.row(name, &setting, &Wanted::NearFive);
        }
    }
    for (members, others) in [(200, 200), (60, 120), (25, 25)] {
        let mut tally = Tally::default();
        for _ in 0..20_000 {
            tally.add(lift(&mut random, members, others, 0.0)?.p_value < 0.05);
        }
        tally.row(
            "lift of a programme, difference in differences",
            &format!("{members} members and {others} others, four periods, skewed spending"),
            &Wanted::NearFive,
        );
    }
    for accounts in [60, 25] {
        let mut tally = Tally::default();
        for _ in 0..20_000 {
            let market = Market::new(&mut random, [accounts, 0], [40_000.0, 1.0], 1.0);
            tally.add(size_elasticity(&market.size, &market.fee, &market.account, 0.95)?.p_value < 0.05);
        }
        let setting = format!("{accounts} accounts of five posts, CPM the same at every size");
        tally.row("CPM-size elasticity, clustered by account", &setting, &Wanted::NearFive);
    }
    Ok(())
}

/// Customers of their own level, two periods before and two after; time adds 5, the programme `effect`.
fn lift(
    random: &mut Random,
    members: u32,
    others: u32,
    effect: f64,
) -> Result<ukur::programmes::incremental::Lift> {
    let (mut outcome, mut member, mut after, mut cluster) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for customer in 0..members + others {
        let joined = customer < members;
        let level = 10.0 + 40.0 * random.exponential() + 10.0 * f64::from(joined);
        let own = 8.0 * random.normal();
        for period in 0..4 {
            let later = period >= 2;
            let drift = f64::from(later) * (5.0 + own + if joined { effect } else { 0.0 });
            outcome.push(level + drift + 15.0 * random.exponential());
            member.push(joined);
            after.push(later);
            cluster.push(customer);
        }
    }
    difference_in_differences(
        &PanelRows { outcome: &outcome, member: &member, after: &after, cluster: &cluster },
        0.95,
    )
}

fn poisson(random: &mut Random, mean: f64) -> f64 {
    let (mut count, mut time) = (0.0, random.exponential());
    while time < mean {
        count += 1.0;
        time += random.exponential();
    }
    count
}

fn coverage() -> Result<()> {
    println!("## Coverage of 95 % intervals\n");
    header("coverage, %");
    let mut random = Random::new(12);
    for (members, others) in [(200, 200), (25, 25)] {
        let mut tally = Tally::default();
        for _ in 0..20_000 {
            tally.add(lift(&mut random, members, others, 6.0)?.interval.contains(6.0));
        }
        let setting = format!("{members} members and {others} others, a true lift of 6");
        tally.row("lift of a programme, difference in differences", &setting, &Wanted::NearNinetyFive);
    }
    for accounts in [60, 25] {
        let mut tally = Tally::default();
        for _ in 0..20_000 {
            let market = Market::new(&mut random, [accounts, 0], [40_000.0, 1.0], 0.8);
            let found = size_elasticity(&market.size, &market.fee, &market.account, 0.95)?;
            tally.add(found.interval.contains(0.8));
        }
        let setting = format!("{accounts} accounts of five posts, true elasticity 0.8");
        tally.row("fee-size elasticity, clustered by account", &setting, &Wanted::NearNinetyFive);
    }
    // Counts whose mean varies between customers: negative binomial with shape 0.5, variance 2.2 times the mean.
    for customers in [1_000, 300] {
        let (mut between, mut totals) = (Tally::default(), Tally::default());
        for _ in 0..10_000 {
            let brought: Vec<f64> = (0..customers)
                .map(|_| {
                    let mean = random.gamma(0.5, 0.5 / 0.6);
                    poisson(&mut random, mean)
                })
                .collect();
            between.add(k_factor(&brought, None, 0.95)?.interval.contains(0.6));
            let total: f64 = brought.iter().sum();
            totals.add(k_factor_from_totals(total, f64::from(customers), None, 0.95)?.interval.contains(0.6));
        }
        let setting = format!("{customers} customers, few bring many, true K 0.6");
        between.row("K-factor, between customers", &setting, &Wanted::NearNinetyFive);
        totals.row("K-factor from totals (wrong here: counts as Poisson)", &setting, &Wanted::Nothing);
    }
    {
        let mut tally = Tally::default();
        for _ in 0..20_000 {
            let total = poisson(&mut random, 0.3 * 200.0);
            tally.add(k_factor_from_totals(total, 200.0, None, 0.95)?.interval.contains(0.3));
        }
        let setting = "200 customers, Poisson, true K 0.3 (exact, so it may hold more)";
        tally.row("K-factor from totals", setting, &Wanted::NearNinetyFive);
    }
    // Normal scores one standard deviation apart: the area is the normal distribution at 1 / sqrt(2).
    for (advocates, others) in [(60, 240), (30, 120)] {
        let truth = 0.760_249_938_906_523_3;
        let mut tally = Tally::default();
        for _ in 0..10_000 {
            let hits: Vec<f64> = (0..advocates + others).map(|i| f64::from(i < advocates)).collect();
            let score: Vec<f64> = hits.iter().map(|hit| hit + random.normal()).collect();
            let found = judge(&score, &hits, 10)?;
            let half = 1.96 * found.auc_standard_error.unwrap_or(f64::NAN);
            tally.add((found.auc - truth).abs() <= half);
        }
        let setting = format!("{advocates} advocates and {others} others, true area 0.760");
        tally.row("area under the curve, 1.96 of DeLong's errors", &setting, &Wanted::NearNinetyFive);
    }
    {
        let mut tally = Tally::default();
        for run in 0..10_000_u64 {
            let people: Vec<u64> = (0..5_000).map(|i| run * 5_000 + i).collect();
            let found = Sketch::from_ids(512, &people)?.reach();
            tally.add((found.estimate - 5_000.0).abs() <= 1.96 * found.standard_error);
        }
        tally.row(
            "reach from a sketch, 1.96 of its errors",
            "5,000 people, 512 hashes kept",
            &Wanted::NearNinetyFive,
        );
    }
    Ok(())
}

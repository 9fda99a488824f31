use super::*;
use crate::progress::ignore;

/// SplitMix64, enough for test instances.
struct Random(u64);
impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
    fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }
    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / 9007199254740992.0
    }
}

fn lists(random: &mut Random, candidates: u64, people: u64) -> Audiences {
    let lists: Vec<Vec<u64>> = (0..candidates)
        .map(|_| {
            let share = 1 + random.below(6);
            (0..people).filter(|_| random.below(10) < share).collect()
        })
        .collect();
    Audiences::from_lists(&lists).unwrap()
}

/// The value of a set, straight from the definition.
fn worth(audiences: &Audiences, objective: &Objective, set: &[usize]) -> f64 {
    (0..audiences.people_in_all())
        .map(|person| {
            let (rates, value) = match objective {
                Objective::Reach => (None, 1.0),
                Objective::Customers { conversion } => (Some(conversion), 1.0),
                Objective::Value { conversion, person_value } => (Some(conversion), person_value[person]),
            };
            let missed: f64 = set
                .iter()
                .filter(|&&c| audiences.list(c).contains(&(person as u32)))
                .map(|&c| 1.0 - rates.map_or(1.0, |r| r[c]))
                .product();
            value * (1.0 - missed)
        })
        .sum()
}

fn subsets(n: usize) -> impl Iterator<Item = Vec<usize>> {
    (0..1_u64 << n).map(move |mask| (0..n).filter(|i| mask >> i & 1 == 1).collect())
}

fn allowed(set: &[usize], costs: &[f64], options: &Options) -> bool {
    set.len() <= options.max_count.unwrap_or(usize::MAX)
        && set.iter().map(|&c| costs[c]).sum::<f64>() <= options.budget.unwrap_or(f64::INFINITY) + 1e-9
        && options.must_include.iter().all(|m| set.contains(m))
        && options.exclude.iter().all(|e| !set.contains(e))
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * (1.0 + b.abs())
}

#[test]
fn known_answers() {
    // (b) of the specification: greedy takes the four first and ends at 5.
    let three = Audiences::from_lists(&[vec![1, 2, 3, 4], vec![1, 2, 5], vec![3, 4, 6]]).unwrap();
    let two = Options { max_count: Some(2), ..Options::default() };
    let best = select(&[0.0; 3], &three, &Objective::Reach, &two, &mut ignore).unwrap();
    assert_eq!((best.objective, best.chosen, best.optimal), (6.0, vec![1, 2], true));
    assert_eq!((best.reach, best.gross_reach), (Some(6.0), Some(6.0)));
    // (c): equal value per cost; the cheap one first leaves no money for the large one.
    let pair = Audiences::from_lists(&[vec![1], (1..=10).collect()]).unwrap();
    let ten = Options { budget: Some(10.0), ..Options::default() };
    for method in [Method::Exact, Method::Greedy] {
        let options = Options { method, ..ten.clone() };
        let best = select(&[1.0, 10.0], &pair, &Objective::Reach, &options, &mut ignore).unwrap();
        assert_eq!((best.objective, best.chosen), (10.0, vec![1]));
    }
    // (d): the article's candidates under a budget of 10,500.
    let options = Options { budget: Some(10_500.0), ..Options::default() };
    let best =
        select_disjoint(&[4000.0, 1500.0, 9000.0], &[2000.0, 1000.0, 4000.0], &options, &mut ignore).unwrap();
    assert_eq!((best.objective, best.chosen, best.optimal), (5000.0, vec![1, 2], true));
    assert!(close(best.concentration.largest_share.unwrap(), 9000.0 / 10_500.0));
    assert_eq!(best.concentration.largest_member, Some(2));
    assert!(close(best.concentration.herfindahl.unwrap(), 1.0 / 49.0 + 36.0 / 49.0));
    assert_eq!(best.budget_left, Some(0.0));
    assert_eq!(best.members[1].adds, 4000.0);
}

#[test]
fn two_hundred_random_instances_against_brute_force() {
    let mut random = Random(2024);
    for round in 0..200 {
        let n = 2 + random.below(9) as usize;
        let people = 4 + random.below(40);
        let audiences = lists(&mut random, n as u64, people);
        let costs: Vec<f64> = (0..n).map(|_| random.below(20) as f64 / 2.0).collect();
        let conversion: Vec<f64> = (0..n).map(|_| random.unit()).collect();
        let objective = match round % 3 {
            0 => Objective::Reach,
            1 => Objective::Customers { conversion },
            _ => Objective::Value {
                conversion,
                person_value: (0..audiences.people_in_all()).map(|_| random.unit() * 50.0).collect(),
            },
        };
        let total: f64 = costs.iter().sum();
        let mut options = Options {
            budget: (round % 5 != 0).then(|| (total * random.unit()).floor()),
            max_count: (round % 2 == 0).then(|| random.below(n as u64) as usize + 1),
            ..Options::default()
        };
        if round % 7 == 0 {
            options.must_include.push(random.below(n as u64) as usize);
            options.exclude = (0..n).filter(|c| !options.must_include.contains(c)).take(1).collect();
        }
        let truth = subsets(n)
            .filter(|set| allowed(set, &costs, &options))
            .map(|set| worth(&audiences, &objective, &set))
            .fold(f64::NEG_INFINITY, f64::max);
        let found = select(&costs, &audiences, &objective, &options, &mut ignore);
        if truth == f64::NEG_INFINITY {
            assert_eq!(found.unwrap_err().code(), "infeasible");
            continue;
        }
        let found = found.unwrap();
        assert!(close(found.objective, truth), "round {round}: {} {truth}", found.objective);
        assert!(found.optimal && close(found.upper_bound, truth));
        assert!(allowed(&found.chosen, &costs, &options), "round {round}");
        assert!(close(worth(&audiences, &objective, &found.chosen), truth));
        // Each member adds what leaving it out loses.
        for member in &found.members {
            let rest: Vec<usize> = found.chosen.iter().copied().filter(|&c| c != member.candidate).collect();
            assert!(close(truth - worth(&audiences, &objective, &rest), member.adds), "round {round}");
        }
        // Greedy: within the limits, never below its guarantee, never above its bound, and the bound holds.
        let greedy = Options { method: Method::Greedy, ..options.clone() };
        let greedy = select(&costs, &audiences, &objective, &greedy, &mut ignore).unwrap();
        assert!(allowed(&greedy.chosen, &costs, &options));
        assert!(greedy.upper_bound >= truth - 1e-9 && greedy.objective <= truth + 1e-9);
        let base = worth(&audiences, &objective, &options.must_include);
        if let Some(share) = greedy.guarantee {
            assert!(greedy.objective - base >= share * (truth - base) - 1e-9, "round {round}");
        }
    }
}

#[test]
fn plain_greedy_without_starts_keeps_its_guarantee() {
    // The starts make greedy exact on small instances; here the large-instance path is tested alone.
    let mut random = Random(7);
    for _ in 0..300 {
        let n = 3 + random.below(8) as usize;
        let audiences = lists(&mut random, n as u64, 30);
        let costs: Vec<f64> = (0..n).map(|_| 1.0 + random.below(9) as f64).collect();
        let options = Options { budget: Some(4.0 + random.below(16) as f64), ..Options::default() };
        let plan = Plan::new(&costs, &options).unwrap();
        let gains = Coverage { audiences: &audiences, weights: None, probabilities: None };
        let found =
            greedy::solve_without_starts(&gains, &plan.limits, &gains.empty(), 0.0, &mut ignore).unwrap();
        let truth = subsets(n)
            .filter(|set| allowed(set, &costs, &options))
            .map(|set| worth(&audiences, &Objective::Reach, &set))
            .fold(0.0, f64::max);
        assert!(found.best.value >= plan.guarantee(0).unwrap() * truth - 1e-9);
        assert!(found.upper_bound >= truth - 1e-9);
    }
}

#[test]
fn the_cheapest_set_for_a_goal_is_exact() {
    let mut random = Random(99);
    for round in 0..150 {
        let n = 2 + random.below(8) as usize;
        let audiences = lists(&mut random, n as u64, 30);
        let costs: Vec<f64> = (0..n).map(|_| 1.0 + random.below(30) as f64 / 3.0).collect();
        let goal = (1 + random.below(30)) as f64;
        let options = Options {
            goal: Some(goal),
            budget: (round % 2 == 0).then_some(25.0),
            max_count: (round % 3 == 0).then_some(3),
            ..Options::default()
        };
        let reach = |set: &[usize]| worth(&audiences, &Objective::Reach, set);
        let cheapest = subsets(n)
            .filter(|set| allowed(set, &costs, &options) && reach(set) >= goal)
            .map(|set| set.iter().map(|&c| costs[c]).sum::<f64>())
            .fold(f64::INFINITY, f64::min);
        for method in [Method::Exact, Method::Greedy] {
            let options = Options { method, ..options.clone() };
            let found = select(&costs, &audiences, &Objective::Reach, &options, &mut ignore).unwrap();
            assert!(allowed(&found.chosen, &costs, &options));
            if found.goal_reached == Some(true) {
                assert!(found.objective >= goal);
                assert!(found.cost_lower_bound.unwrap() <= cheapest + 1e-9);
                assert!(found.cost >= cheapest - 1e-9);
                if method == Method::Exact {
                    assert!(close(found.cost, cheapest), "round {round}: {} {cheapest}", found.cost);
                    assert!(found.optimal);
                }
            } else if method == Method::Exact {
                assert_eq!(cheapest, f64::INFINITY, "round {round}");
            }
        }
    }
}

#[test]
fn the_frontier_never_falls() {
    let mut random = Random(5);
    let audiences = lists(&mut random, 12, 200);
    let costs: Vec<f64> = (0..12).map(|_| 1.0 + random.below(9) as f64).collect();
    let budgets: Vec<f64> = (0..=20).map(|b| f64::from(b) * 3.0).collect();
    for method in [Method::Exact, Method::Greedy] {
        let options = Options { method, ..Options::default() };
        let points =
            frontier(&costs, &audiences, &Objective::Reach, &budgets, &options, &mut ignore).unwrap();
        assert_eq!(points.len(), 21);
        assert_eq!((points[0].objective, points[0].marginal_return), (0.0, None));
        for pair in points.windows(2) {
            assert!(pair[1].objective >= pair[0].objective);
            assert!(pair[1].upper_bound >= pair[0].upper_bound);
            assert!(pair[1].cost <= pair[1].budget);
        }
    }
    let none = frontier(&costs, &audiences, &Objective::Reach, &[], &Options::default(), &mut ignore);
    assert_eq!(none.unwrap_err().code(), "insufficient_data");
}

#[test]
fn thirty_candidates_are_exact() {
    let mut random = Random(31);
    let audiences = lists(&mut random, 30, 500);
    let costs: Vec<f64> =
        (0..30).map(|c| 20.0 + audiences.size(c) as f64 / 20.0 + random.below(20) as f64).collect();
    let options = Options { budget: Some(300.0), ..Options::default() };
    let best = select(&costs, &audiences, &Objective::Reach, &options, &mut ignore).unwrap();
    assert!(best.optimal, "{} nodes, gap {}", best.nodes, best.optimality_gap);
    assert_eq!(best.method, Method::Exact);
}

#[test]
fn a_node_limit_leaves_an_honest_bound() {
    let mut random = Random(8);
    let audiences = lists(&mut random, 20, 60);
    let costs: Vec<f64> = (0..20).map(|_| 5.0 + random.below(9) as f64).collect();
    let full = Options { budget: Some(24.0), ..Options::default() };
    let truth = select(&costs, &audiences, &Objective::Reach, &full, &mut ignore).unwrap();
    for node_limit in [1, 5, 50, 500] {
        let options = Options { node_limit, ..full.clone() };
        let found = select(&costs, &audiences, &Objective::Reach, &options, &mut ignore).unwrap();
        assert!(found.upper_bound >= truth.objective && found.objective <= truth.objective);
        assert_eq!(found.optimal, found.upper_bound == found.objective);
    }
}

#[test]
fn the_order_of_the_people_does_not_matter_and_work_can_be_stopped() {
    let mut random = Random(13);
    let a = lists(&mut random, 15, 300);
    let costs: Vec<f64> = (0..15).map(|_| 1.0 + random.unit()).collect();
    let options = Options { budget: Some(6.0), ..Options::default() };
    let relabelled: Vec<Vec<u64>> =
        (0..15).map(|c| a.list(c).iter().map(|&p| u64::from(p) * 7919 % 100_003).collect()).collect();
    let b = Audiences::from_lists(&relabelled).unwrap();
    let first = select(&costs, &a, &Objective::Reach, &options, &mut ignore).unwrap();
    let second = select(&costs, &b, &Objective::Reach, &options, &mut ignore).unwrap();
    assert_eq!(first, second);
    let stopped = select(&costs, &a, &Objective::Reach, &options, &mut |_| std::ops::ControlFlow::Break(()));
    assert_eq!(stopped.unwrap_err(), Error::Cancelled);
}

#[test]
fn ten_tenths_fit_one() {
    let options = Options { budget: Some(1.0), ..Options::default() };
    let found = select_disjoint(&[0.1; 10], &[1.0; 10], &options, &mut ignore).unwrap();
    assert_eq!(found.chosen.len(), 10);
}

#[test]
fn bad_input_is_named() {
    let audiences = Audiences::from_lists(&[vec![1], vec![2]]).unwrap();
    let ask = |costs: &[f64], options: Options| {
        select(costs, &audiences, &Objective::Reach, &options, &mut ignore).map(|s| s.objective)
    };
    let code = |result: Result<f64>| result.unwrap_err().code();
    let costs = [1.0, 2.0];
    assert_eq!(code(ask(&[1.0], Options::default())), "length_mismatch");
    assert_eq!(code(ask(&[1.0, -1.0], Options::default())), "out_of_domain");
    assert_eq!(code(ask(&[1.0, f64::NAN], Options::default())), "nan_input");
    assert_eq!(code(ask(&costs, Options { budget: Some(-1.0), ..Options::default() })), "out_of_domain");
    assert_eq!(code(ask(&costs, Options { goal: Some(f64::NAN), ..Options::default() })), "nan_input");
    assert_eq!(
        code(ask(&costs, Options { must_include: vec![2], ..Options::default() })),
        "unknown_candidate"
    );
    assert_eq!(
        code(ask(&costs, Options { exclude: vec![0, 0], ..Options::default() })),
        "duplicate_candidate"
    );
    let both = Options { must_include: vec![0], exclude: vec![0], ..Options::default() };
    assert_eq!(code(ask(&costs, both)), "contradiction");
    let dear = Options { must_include: vec![1], budget: Some(1.0), ..Options::default() };
    assert_eq!(code(ask(&costs, dear)), "infeasible");
    let many = Options { must_include: vec![0, 1], max_count: Some(1), ..Options::default() };
    assert_eq!(code(ask(&costs, many)), "infeasible");
    assert_eq!(ask(&costs, Options { budget: Some(0.0), ..Options::default() }).unwrap(), 0.0);
    let nobody = Audiences::from_lists::<Vec<u64>>(&[]).unwrap();
    let none = select(&[], &nobody, &Objective::Reach, &Options::default(), &mut ignore);
    assert_eq!(none.unwrap_err().code(), "insufficient_data");
    let rates = Objective::Customers { conversion: vec![0.5, 1.5] };
    let none = select(&costs, &audiences, &rates, &Options::default(), &mut ignore);
    assert_eq!(none.unwrap_err().code(), "out_of_domain");
    let sets: Vec<Vec<u64>> = (0..65).map(|i| vec![i]).collect();
    let many = Audiences::from_lists(&sets).unwrap();
    let exact = Options { method: Method::Exact, ..Options::default() };
    let none = select(&[1.0; 65], &many, &Objective::Reach, &exact, &mut ignore);
    assert_eq!(none.unwrap_err().code(), "too_many_candidates");
}

//! How far a message spreads over a small network of followers: the independent cascade, exactly.
//!
//! Everyone who has the message passes it on once over each of their edges, with that edge's probability,
//! independently (Kempe, Kleinberg and Tardos 2003). The expected number of people reached is a sum over all sets of
//! edges that work; here the edges are decided one by one, and only those that still matter.

use crate::sort::{Order as _, different_names};
use crate::{Error, Result};

/// The most work of one computation, in people looked at: about a second.
const MOST_WORK: usize = 1 << 27;

/// The most uncertain edges that follow from each other: the depth of the recursion.
const DEEPEST: usize = 1_000;

/// A network with names replaced by numbers.
struct Network {
    /// For each person: whom they may tell, with what probability.
    edges: Vec<Vec<(usize, f64)>>,
    work: usize,
}

/// The expected number of people reached from the seeds, the seeds included.
///
/// Edges are `(from, to, probability)`. Two edges between the same people are two chances.
///
/// ```
/// use ukur::influencers::spread::exact;
/// assert_eq!(exact(&[("a", "b", 0.5), ("b", "c", 0.5)], &["a"])?, 1.75);
/// assert_eq!(exact(&[("a", "b", 0.5), ("a", "c", 0.5), ("b", "c", 0.5)], &["a"])?, 2.125);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// Source: Kempe, Kleinberg and Tardos (2003), Maximizing the Spread of Influence through a Social Network, KDD.
///
/// # Errors
/// A probability that is not from 0 to 1; `too_many_edges` where more decisions are needed than can be made.
pub fn exact(edges: &[(&str, &str, f64)], seeds: &[&str]) -> Result<f64> {
    let named = edges.iter().flat_map(|(from, to, _)| [*from, *to]).chain(seeds.iter().copied());
    // Numbered by name, so that the order of the edges does not show in the last bit.
    let names = different_names(named.collect());
    let number = |name: &str| names.binary_search(&name).unwrap_or(0);
    let mut network = Network { edges: vec![Vec::new(); names.len()], work: 0 };
    for (row, (from, to, probability)) in edges.iter().enumerate() {
        if !(0.0..=1.0).contains(probability) {
            return Err(Error::invalid("edges", "a probability from 0 to 1", *probability).at_row(row));
        }
        if let Some(list) = network.edges.get_mut(number(from)) {
            list.push((number(to), *probability));
        }
    }
    for list in &mut network.edges {
        list.order_by(|left, right| left.0.cmp(&right.0).then(left.1.total_cmp(&right.1)));
    }
    let mut reached = vec![false; names.len()];
    let mut waiting: Vec<(usize, usize)> = Vec::new();
    let mut count = 0.0;
    for seed in seeds {
        if let Some(mark) = reached.get_mut(number(seed)) {
            if !std::mem::replace(mark, true) {
                waiting.push((number(seed), 0));
                count += 1.0;
            }
        }
    }
    waiting.order_unstable();
    network.expected(reached, waiting, count, 0)
}

impl Network {
    /// The expected reach, given who is reached and which edges are still to be tried: those of each waiting
    /// person from a position on.
    fn expected(
        &mut self,
        mut reached: Vec<bool>,
        mut waiting: Vec<(usize, usize)>,
        mut count: f64,
        depth: usize,
    ) -> Result<f64> {
        while let Some((person, position)) = waiting.pop() {
            let Some(&(next, probability)) = self.edges.get(person).and_then(|list| list.get(position))
            else {
                continue;
            };
            waiting.push((person, position + 1));
            if probability == 0.0 || reached.get(next).copied().unwrap_or(true) {
                continue;
            }
            if probability < 1.0 {
                self.work = self.work.saturating_add(reached.len() + waiting.len());
                if self.work > MOST_WORK || depth > DEEPEST {
                    return Err(Error::input(
                        "too_many_edges",
                        "the network is too large to be summed over exactly; simulate the spread, or leave out \
                         people who are hardly reached",
                    ));
                }
                let fails = self.expected(reached.clone(), waiting.clone(), count, depth + 1)?;
                if let Some(mark) = reached.get_mut(next) {
                    *mark = true;
                }
                waiting.push((next, 0));
                let works = self.expected(reached, waiting, count + 1.0, depth + 1)?;
                return Ok(probability * works + (1.0 - probability) * fails);
            }
            if let Some(mark) = reached.get_mut(next) {
                *mark = true;
            }
            waiting.push((next, 0));
            count += 1.0;
        }
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_and_a_triangle() {
        assert_eq!(exact(&[("a", "b", 0.5), ("b", "c", 0.5)], &["a"]).unwrap(), 1.75);
        assert_eq!(exact(&[("a", "b", 0.5), ("a", "c", 0.5), ("b", "c", 0.5)], &["a"]).unwrap(), 2.125);
        assert_eq!(exact(&[], &["a", "a", "b"]).unwrap(), 2.0);
        // Two chances of a half are one of three quarters; a loop changes nothing.
        assert_eq!(exact(&[("a", "b", 0.5), ("a", "b", 0.5), ("b", "a", 1.0)], &["a"]).unwrap(), 1.75);
    }

    #[test]
    fn sure_edges_cost_nothing_and_too_many_uncertain_ones_are_refused() {
        let names: Vec<String> = (0..2000).map(|i| i.to_string()).collect();
        let chain: Vec<_> = names.windows(2).map(|pair| (pair[0].as_str(), pair[1].as_str(), 1.0)).collect();
        assert_eq!(exact(&chain, &["0"]).unwrap(), 2000.0);
        let star: Vec<_> = names[1..60].iter().map(|name| ("0", name.as_str(), 0.5)).collect();
        assert_eq!(exact(&star, &["0"]).unwrap_err().code(), "too_many_edges");
        assert!(exact(&[("a", "b", 1.5)], &["a"]).is_err());
    }
}

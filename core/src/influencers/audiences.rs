//! Who follows whom: the audience of every candidate as sorted lists of people.

use crate::sort::Order as _;
use crate::{Error, Result};

/// The audiences of several candidates over one set of people.
///
/// People are numbered from 0; a person counts once for each candidate however often the pair is given.
/// Memory: four bytes a distinct pair, eight bytes a candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audiences {
    /// Candidate `c` holds `people[offsets[c]..offsets[c + 1]]`.
    offsets: Vec<usize>,
    people: Vec<u32>,
    universe: usize,
}

/// The most people or pairs that fit the 32-bit numbering.
const MOST: usize = u32::MAX as usize;

impl Audiences {
    /// From one list of ids a candidate; the ids are any whole numbers.
    ///
    /// ```
    /// use ukur::influencers::audiences::Audiences;
    /// let audiences = Audiences::from_lists(&[vec![10, 20, 20], vec![20, 30]])?;
    /// assert_eq!((audiences.len(), audiences.people_in_all(), audiences.size(0)), (2, 3, 2));
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    /// `too_large` above four thousand million pairs.
    pub fn from_lists<L: AsRef<[u64]>>(lists: &[L]) -> Result<Self> {
        let total: usize = lists.iter().map(|list| list.as_ref().len()).sum();
        let mut candidate = Vec::with_capacity(total);
        let mut person = Vec::with_capacity(total);
        for (index, list) in lists.iter().enumerate() {
            let index = narrow(index)?;
            for &id in list.as_ref() {
                candidate.push(index);
                person.push(id);
            }
        }
        Self::from_pairs(lists.len(), &candidate, &person)
    }

    /// From one row a pair: the candidate (0 to `candidates - 1`) and the person's id (any whole number).
    /// The order of the rows does not matter; repeated pairs count once.
    ///
    /// # Errors
    /// A length mismatch, `unknown_candidate` for a number outside the range, `too_large`.
    pub fn from_pairs(candidates: usize, candidate: &[u32], person: &[u64]) -> Result<Self> {
        if candidate.len() != person.len() {
            return Err(Error::lengths("candidate", candidate.len(), "person", person.len()));
        }
        if candidates > MOST || candidate.len() > MOST {
            return Err(too_large());
        }
        if let Some(row) = candidate.iter().position(|&c| c as usize >= candidates) {
            return Err(Error::input(
                "unknown_candidate",
                format!("`candidate` names a candidate outside 0..{candidates} (row {row}, counted from 0)"),
            ));
        }
        let (person, universe) = number(person);

        // A counting sort by candidate, then each list sorted: the result does not depend on the rows' order.
        let mut offsets = vec![0_usize; candidates + 1];
        for &c in candidate {
            if let Some(slot) = offsets.get_mut(c as usize + 1) {
                *slot += 1;
            }
        }
        let mut sum = 0;
        for slot in &mut offsets {
            sum += *slot;
            *slot = sum;
        }
        let mut people = vec![0_u32; candidate.len()];
        let mut next = offsets.clone();
        for (&c, &p) in candidate.iter().zip(&person) {
            if let Some(at) = next.get_mut(c as usize) {
                if let Some(slot) = people.get_mut(*at) {
                    *slot = p;
                }
                *at += 1;
            }
        }
        drop(person);
        // Sort and remove repeats in place.
        let mut write = 0;
        let mut start = 0;
        for c in 0..candidates {
            let end = offsets.get(c + 1).copied().unwrap_or(start);
            if let Some(list) = people.get_mut(start..end) {
                list.order_unstable();
            }
            if let Some(slot) = offsets.get_mut(c) {
                *slot = write;
            }
            let mut last = None;
            for read in start..end {
                let Some(&value) = people.get(read) else { continue };
                if last != Some(value) {
                    last = Some(value);
                    if let Some(slot) = people.get_mut(write) {
                        *slot = value;
                    }
                    write += 1;
                }
            }
            start = end;
        }
        if let Some(slot) = offsets.get_mut(candidates) {
            *slot = write;
        }
        people.truncate(write);
        people.shrink_to_fit();
        Ok(Self { offsets, people, universe })
    }

    /// From lists that are already numbered 0 to `universe - 1`, sorted and without repeats.
    pub(crate) fn from_sorted(lists: &[Vec<u32>], universe: usize) -> Self {
        let mut offsets = Vec::with_capacity(lists.len() + 1);
        offsets.push(0);
        let mut people = Vec::with_capacity(lists.iter().map(Vec::len).sum());
        for list in lists {
            people.extend_from_slice(list);
            offsets.push(people.len());
        }
        Self { offsets, people, universe }
    }

    /// How many candidates.
    pub fn len(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    /// True without a candidate.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many different people follow at least one candidate.
    pub fn people_in_all(&self) -> usize {
        self.universe
    }

    /// How many distinct pairs of candidate and person.
    pub fn pairs(&self) -> usize {
        self.people.len()
    }

    /// The people of one candidate, sorted; empty for a number outside the range.
    pub fn list(&self, candidate: usize) -> &[u32] {
        match (self.offsets.get(candidate), self.offsets.get(candidate + 1)) {
            (Some(&from), Some(&to)) => self.people.get(from..to).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// The audience size of one candidate.
    pub fn size(&self, candidate: usize) -> usize {
        self.list(candidate).len()
    }

    /// How many people two candidates share.
    pub fn overlap(&self, first: usize, second: usize) -> usize {
        let (mut a, mut b) = (self.list(first), self.list(second));
        let mut shared = 0;
        while let (Some((&x, rest_a)), Some((&y, rest_b))) = (a.split_first(), b.split_first()) {
            match x.cmp(&y) {
                std::cmp::Ordering::Less => a = rest_a,
                std::cmp::Ordering::Greater => b = rest_b,
                std::cmp::Ordering::Equal => {
                    shared += 1;
                    a = rest_a;
                    b = rest_b;
                }
            }
        }
        shared
    }
}

/// Numbers the distinct ids 0, 1, ... in ascending order.
fn number(ids: &[u64]) -> (Vec<u32>, usize) {
    let largest = ids.iter().copied().max().unwrap_or(0);
    // Dense ids: a table of what occurs. The table is never larger than a few times the input.
    let dense = usize::try_from(largest).is_ok_and(|largest| largest / 8 < ids.len());
    if dense {
        let mut table = vec![0_u32; largest as usize + 1];
        for &id in ids {
            if let Some(slot) = table.get_mut(id as usize) {
                *slot = 1;
            }
        }
        let mut next = 0_u32;
        for slot in &mut table {
            let seen = *slot;
            *slot = next;
            next += seen;
        }
        let numbered = ids.iter().map(|&id| table.get(id as usize).copied().unwrap_or(0)).collect();
        return (numbered, next as usize);
    }
    let mut distinct = ids.to_vec();
    distinct.order_unstable();
    distinct.dedup();
    let numbered = ids.iter().map(|id| distinct.binary_search(id).unwrap_or(0) as u32).collect();
    (numbered, distinct.len())
}

fn narrow(index: usize) -> Result<u32> {
    u32::try_from(index).map_err(|_| too_large())
}

fn too_large() -> Error {
    Error::input(
        "too_large",
        "more than 4,294,967,295 candidates or audience pairs; use sketches, or a sample of the people",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_order_and_repeats_do_not_matter() {
        let a = Audiences::from_pairs(2, &[0, 1, 0, 0, 1], &[7, 7, 3, 7, 9]).unwrap();
        let b = Audiences::from_pairs(2, &[1, 0, 1, 0], &[9, 3, 7, 7]).unwrap();
        assert_eq!(a, b);
        assert_eq!(a.list(0), [0, 1]);
        assert_eq!(a.list(1), [1, 2]);
        assert_eq!((a.overlap(0, 1), a.people_in_all(), a.pairs()), (1, 3, 4));
        assert!(a.list(2).is_empty());
    }

    #[test]
    fn sparse_and_dense_ids_number_alike() {
        let dense = [5, 1, 1, 8];
        let sparse = [5 << 40, 1 << 40, 1 << 40, 8 << 40];
        assert_eq!(number(&dense), number(&sparse));
        assert_eq!(number(&[]), (vec![], 0));
        assert_eq!(number(&[u64::MAX]), (vec![0], 1));
    }

    #[test]
    fn bad_input_is_named() {
        assert_eq!(Audiences::from_pairs(1, &[1], &[1]).unwrap_err().code(), "unknown_candidate");
        assert_eq!(Audiences::from_pairs(1, &[0], &[]).unwrap_err().code(), "length_mismatch");
        assert!(Audiences::from_lists::<Vec<u64>>(&[]).unwrap().is_empty());
    }
}

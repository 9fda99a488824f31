//! The rows of a group by account.

use crate::sort::Order as _;

/// The rows of one account, as a range of `Accounts::rows`.
pub(super) struct Accounts {
    /// Whether accounts were named; without names each row is one.
    pub(super) named: bool,
    pub(super) rows: Vec<usize>,
    /// The account and the end of its rows.
    pub(super) ends: Vec<(u32, usize)>,
}

impl Accounts {
    pub(super) fn new(complete: &[usize], clusters: Option<&[u32]>) -> Self {
        let Some(clusters) = clusters else {
            let ends = complete.iter().enumerate().map(|(at, row)| (*row as u32, at + 1)).collect();
            return Self { named: false, rows: complete.to_vec(), ends };
        };
        let mut pairs: Vec<(u32, usize)> =
            complete.iter().map(|row| (clusters.get(*row).copied().unwrap_or(0), *row)).collect();
        pairs.order_unstable();
        let mut ends: Vec<(u32, usize)> = Vec::new();
        for (at, (cluster, _)) in pairs.iter().enumerate() {
            match ends.last_mut() {
                Some((last, end)) if last == cluster => *end = at + 1,
                _ => ends.push((*cluster, at + 1)),
            }
        }
        Self { named: true, rows: pairs.into_iter().map(|(_, row)| row).collect(), ends }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &[usize]> {
        self.ends.iter().enumerate().map(|(at, (_, end))| {
            let start = if at == 0 { 0 } else { self.ends[at - 1].1 };
            self.rows.get(start..*end).unwrap_or(&[])
        })
    }

    pub(super) fn with(&self, changes: Vec<f64>) -> Vec<(u32, f64)> {
        self.ends.iter().map(|(cluster, _)| *cluster).zip(changes).collect()
    }
}

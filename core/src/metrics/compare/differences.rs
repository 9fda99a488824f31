//! Differences between groups: which pairs, each with a p value, and Holm's adjustment.

use super::super::arithmetic::sum;
use super::judged::Judged;
use super::{GroupDifference, MOST_PAIRS};
use crate::experiments::multiplicity::holm;
use crate::experiments::ratios::{compare_ratio_estimates, jackknife_factor};
use crate::{Error, ErrorKind, Result};

pub(super) fn pairs(groups: usize, against: Option<u32>) -> Result<Vec<(u32, u32)>> {
    let all = 0..u32::try_from(groups).unwrap_or(u32::MAX);
    if let Some(against) = against {
        if !all.contains(&against) {
            return Err(Error::input(
                "unknown_group",
                format!("`against` names group {against}, but there are {groups} groups, numbered from 0"),
            ));
        }
        return Ok(all.filter(|group| *group != against).map(|group| (group, against)).collect());
    }
    let count = groups.saturating_mul(groups.saturating_sub(1)) / 2;
    if count > MOST_PAIRS {
        return Err(Error::input(
            "too_many_groups",
            format!(
                "{groups} groups make {count} differences; name one group in `against`, or take fewer groups (a column of accounts belongs into `cluster`)"
            ),
        ));
    }
    Ok(all
        .clone()
        .flat_map(|first| all.clone().skip(first as usize + 1).map(move |second| (first, second)))
        .collect())
}

impl GroupDifference {
    pub(super) const fn none(first: u32, second: u32) -> Self {
        Self {
            first,
            second,
            difference: None,
            relative_lift: None,
            adjusted_p_value: None,
            shared_clusters: 0,
            status: None,
            reason: None,
        }
    }
}

pub(super) fn difference(
    first: u32,
    second: u32,
    one: &Judged,
    other: &Judged,
    clustered: bool,
) -> Result<GroupDifference> {
    let products = if clustered { shared(&one.changes, &other.changes) } else { Vec::new() };
    // With the root of both groups' factors, so that the variance of the difference is a sum of squares.
    let factor = |of: &Judged| jackknife_factor(of.changes.len() as f64);
    let covariance = (!products.is_empty()).then(|| sum(&products) * (factor(one) * factor(other)).sqrt());
    let none = GroupDifference { shared_clusters: products.len(), ..GroupDifference::none(first, second) };
    match compare_ratio_estimates(&one.estimate, &other.estimate, covariance) {
        Ok((difference, relative_lift)) => {
            Ok(GroupDifference { difference: Some(difference), relative_lift, ..none })
        }
        Err(error) if error.kind() == ErrorKind::Undefined => {
            Ok(GroupDifference { status: error.status(), reason: Some(error.to_string()), ..none })
        }
        Err(error) => Err(error),
    }
}

/// The products of the changes of accounts that are in both lists, which are ascending by account.
fn shared(one: &[(u32, f64)], other: &[(u32, f64)]) -> Vec<f64> {
    let mut products = Vec::new();
    let mut rest = other.iter().peekable();
    for (account, change) in one {
        while rest.next_if(|(next, _)| next < account).is_some() {}
        if let Some((_, same)) = rest.next_if(|(next, _)| next == account) {
            products.push(change * same);
        }
    }
    products
}

/// Holm's adjustment over the differences that have a p value.
pub(super) fn adjust(differences: &mut [GroupDifference]) -> Result<()> {
    let found: Vec<f64> =
        differences.iter().filter_map(|pair| pair.difference.as_ref().map(|found| found.p_value)).collect();
    if found.is_empty() {
        return Ok(());
    }
    let mut adjusted = holm(&found)?.into_iter();
    for pair in differences.iter_mut().filter(|pair| pair.difference.is_some()) {
        pair.adjusted_p_value = adjusted.next();
    }
    Ok(())
}

//! Help with a name that does not exist.

use crate::sort::Order as _;

/// "did you mean ..." for a name that does not exist.
pub(crate) fn nearest(wrong: &str, names: &mut dyn Iterator<Item = &str>) -> String {
    let wrong: String = wrong.chars().take(64).collect();
    let mut near: Vec<_> = names.map(|name| (edit_distance(&wrong, name), name)).collect();
    near.order_unstable();
    let close = near.iter().take(3).filter(|(distance, name)| *distance <= 2.max(name.len() / 3));
    let found = quoted(&mut close.map(|(_, name)| *name), " or ");
    if found.is_empty() {
        let some = quoted(&mut near.iter().take(12).map(|(_, name)| *name), ", ");
        format!("there are {some}{}", if near.len() > 12 { " and more" } else { "" })
    } else {
        format!("did you mean {found}?")
    }
}

/// Names for a sentence, each between backticks.
pub(crate) fn quoted(names: &mut dyn Iterator<Item = &str>, between: &str) -> String {
    let mut text = String::new();
    for name in names {
        for part in [if text.is_empty() { "" } else { between }, "`", name, "`"] {
            text.push_str(part);
        }
    }
    text
}

/// The number of single-character edits, with a swap of neighbours as one.
fn edit_distance(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.chars().collect();
    let right: Vec<char> = right.chars().collect();
    let mut rows = vec![vec![0_usize; right.len() + 1]; left.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    for (j, cell) in rows[0].iter_mut().enumerate() {
        *cell = j;
    }
    for i in 1..=left.len() {
        for j in 1..=right.len() {
            let change = usize::from(left[i - 1] != right[j - 1]);
            let mut best = (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + change);
            if i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[left.len()][right.len()]
}

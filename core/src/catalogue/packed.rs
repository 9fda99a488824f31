//! The table of all metrics, packed: what small builds (without `descriptions`) carry in place of the records.
//!
//! As records, 282 metrics with their inputs and conditions are 42 kB of addresses, lengths and padding, which gzip
//! makes no smaller than 18 kB. Here the compiler writes them into one text of a third of that size: each name is
//! followed by codes, a character each, the first of which ends the name since it is below the space. The records are
//! read from it when the first is asked for; the formulas stand beside it in the same order.

use std::sync::OnceLock;

use super::{Condition, Domain, Input, Metric, Rollup, Shape, Unit};
use crate::metrics::{GROUPS, Kernel};
use crate::{Provenance, Status};

/// So many codes may end a name: the characters below the space without the line feed, which long conditions have.
const ENDS: u8 = b' ' - 1;
/// So many codes may follow: printing characters.
const CODES: u8 = 0x7f - b' ';

const fn ends_a_name(character: u8) -> bool {
    character < b' ' && character != b'\n'
}

/// Turns the items of an enum into the codes of their places and back.
macro_rules! codes {
    ($($table:ident $code:ident $type:ident: $($item:ident)+;)+) => { $(
        const $table: &[$type] = &[$($type::$item),+];

        const fn $code(item: $type) -> u8 {
            let code = item as u8;
            assert!($table[code as usize] as u8 == code, "the list below is not the enum");
            code
        }
    )+ };
}
codes! {
    UNITS unit_code Unit: Count People CountOrPeople Currency CurrencyEach CountEach PeopleEach HoursEach PointsEach
        Ratio Points RatingPoints PromoterPoints Periods Days Hours Minutes Seconds Weeks Months Quarters Years Cycles
        PerYear PerMinute PerThousand Score Index StandardScore TStatistic Flag Code Labels Any Other;
    DOMAINS domain_code Domain: Real NonNegative Positive AboveMinusOne AtLeastOne Fraction OpenFraction
        FractionBelowOne Correlation Whole WholePositive WholeFromTwo OneToNine Flag Any;
    SHAPES shape_code Shape: Number List Lists Label Labels LabelLists Coalitions Edges;
    MARKS mark_code Provenance: Measured Estimated Modelled;
    ROLLUPS rollup_code Rollup: Sum RatioOfSums MeanOfRatios Mean Recompute NotRollable;
}

/// A text of at most `N` bytes on its way; of none, it only counts.
struct Writer<const N: usize> {
    text: [u8; N],
    len: usize,
}

impl<const N: usize> Writer<N> {
    const fn character(&mut self, character: u8) {
        if self.len < N {
            self.text[self.len] = character;
        }
        self.len += 1;
    }

    /// A name and the code that ends it.
    const fn name(&mut self, name: &str, end: u8) {
        let bytes = name.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            assert!(!ends_a_name(bytes[at]) && bytes[at].is_ascii(), "a name with a character that ends it");
            self.character(bytes[at]);
            at += 1;
        }
        assert!(end < ENDS, "no character is left for the code that ends a name");
        self.character(if end < b'\n' { end } else { end + 1 });
    }

    const fn code(&mut self, code: usize) {
        assert!(code < CODES as usize, "no character is left for the code");
        self.character(b' ' + code as u8);
    }
}

/// Every metric: its name, rule, unit, best mark and numbers of inputs and conditions; each input's name, domain, unit and shape;
/// each condition and its status.
const fn written<const N: usize>() -> Writer<N> {
    let mut to = Writer { text: [0; N], len: 0 };
    let mut group = 0;
    while group < GROUPS.len() {
        let metrics = GROUPS[group].1;
        let mut at = 0;
        while at < metrics.len() {
            let metric = metrics[at];
            to.name(metric.id, rollup_code(metric.rollup));
            to.code(unit_code(metric.unit) as usize);
            to.code(mark_code(metric.best_mark) as usize);
            to.code(metric.inputs.len());
            to.code(metric.conditions.len());
            let mut i = 0;
            while i < metric.inputs.len() {
                let input = &metric.inputs[i];
                to.name(input.name, domain_code(input.domain));
                to.code(unit_code(input.unit) as usize);
                to.code(shape_code(input.shape) as usize);
                i += 1;
            }
            let mut i = 0;
            while i < metric.conditions.len() {
                let condition = &metric.conditions[i];
                to.name(condition.when, condition.status as u8);
                i += 1;
            }
            at += 1;
        }
        group += 1;
    }
    to
}

static PACKED: &str = {
    const BYTES: &[u8] = &written::<{ written::<0>().len }>().text;
    match std::str::from_utf8(BYTES) {
        Ok(text) => text,
        Err(_) => "",
    }
};

const COUNT: usize = {
    let (mut group, mut count) = (0, 0);
    while group < GROUPS.len() {
        count += GROUPS[group].1.len();
        group += 1;
    }
    count
};

/// The formulas, in the order of the text.
static KERNELS: [Kernel; COUNT] = {
    let mut kernels = [GROUPS[0].1[0].kernel; COUNT];
    let (mut group, mut next) = (0, 0);
    while group < GROUPS.len() {
        let metrics = GROUPS[group].1;
        let mut at = 0;
        while at < metrics.len() {
            kernels[next] = metrics[at].kernel;
            next += 1;
            at += 1;
        }
        group += 1;
    }
    kernels
};

/// What is still to be read of the text.
struct Reader(&'static str);

impl Reader {
    fn character(&mut self) -> u8 {
        let mut characters = self.0.chars();
        let character = characters.next().map_or(0, |character| character as u8);
        self.0 = characters.as_str();
        character
    }

    /// A name and the code that ends it.
    fn name(&mut self) -> (&'static str, u8) {
        let end = self.0.bytes().position(ends_a_name).unwrap_or(self.0.len());
        let (name, rest) = self.0.split_at_checked(end).unwrap_or(("", ""));
        self.0 = rest;
        let end = self.character();
        (name, if end < b'\n' { end } else { end.wrapping_sub(1) })
    }

    fn code(&mut self) -> u8 {
        self.character().wrapping_sub(b' ')
    }

    fn input(&mut self) -> Input {
        let (name, domain) = self.name();
        Input {
            name,
            domain: item(DOMAINS, domain, Domain::Any),
            unit: item(UNITS, self.code(), Unit::Any),
            shape: item(SHAPES, self.code(), Shape::Number),
            #[cfg(feature = "descriptions")]
            description: "",
        }
    }

    fn condition(&mut self) -> Condition {
        let (when, status) = self.name();
        Condition { when, status: Status::from_code(status).unwrap_or(Status::Infeasible) }
    }

    fn metric(&mut self, kernel: Kernel) -> Metric {
        let (id, rollup) = self.name();
        let unit = item(UNITS, self.code(), Unit::Any);
        let best_mark = item(MARKS, self.code(), Provenance::Modelled);
        let (inputs, conditions) = (self.code(), self.code());
        Metric {
            id,
            unit,
            best_mark,
            rollup: item(ROLLUPS, rollup, Rollup::NotRollable),
            // Read once and kept as long as the program runs, as the text itself.
            inputs: (0..inputs).map(|_| self.input()).collect::<Vec<_>>().leak(),
            conditions: (0..conditions).map(|_| self.condition()).collect::<Vec<_>>().leak(),
            #[cfg(feature = "descriptions")]
            texts: GROUPS[0].1[0].texts,
            kernel,
        }
    }
}

fn item<T: Copy>(table: &[T], code: u8, otherwise: T) -> T {
    table.get(usize::from(code)).copied().unwrap_or(otherwise)
}

/// Every metric, group by group.
pub(super) fn unpacked() -> &'static [Metric] {
    static METRICS: OnceLock<Vec<Metric>> = OnceLock::new();
    METRICS.get_or_init(|| {
        let mut text = Reader(PACKED);
        KERNELS.iter().map(|kernel| text.metric(*kernel)).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_packed_table_holds_the_records() {
        let records: Vec<_> = GROUPS.iter().flat_map(|(_, metrics)| metrics.iter().copied()).collect();
        assert_eq!(records.len(), unpacked().len());
        for (record, metric) in records.into_iter().zip(unpacked()) {
            let facts = |metric: &Metric| (metric.id, metric.unit, metric.best_mark, metric.rollup);
            assert_eq!(facts(record), facts(metric));
            assert_eq!(record.conditions, metric.conditions, "{}", record.id);
            assert_eq!(record.is_elementwise(), metric.is_elementwise(), "{}", record.id);
            let inputs = |metric: &Metric| {
                metric.inputs.iter().map(|i| (i.name, i.unit, i.domain, i.shape)).collect::<Vec<_>>()
            };
            assert_eq!(inputs(record), inputs(metric), "{}", record.id);
        }
    }
}

//! The grammar of a metric's entry, and what the compiler makes of it.

/// The metrics of one group. From each entry come the Rust functions (numbers; columns), the record in the
/// catalogue and, through the record, everything in the other languages, the documentation and the test vectors.
///
/// ```text
/// metrics! { "cost";
///     /// What a thousand impressions cost.               the definition: one sentence
///     cpm {
///         title: "Cost per mille (CPM)",                  the field's name for it
///         inputs: {                                       type, unit, domain, description
///             cost: f64, Currency, NonNegative, "what was paid";
///             impressions: f64, Count, Whole, "times the content was shown";
///         },
///         output: Currency, "currency per thousand impressions",
///         best_mark: Modelled,                            optional: what a model or an assumption gives is not measured
///         undefined: { impressions < reach => Infeasible; },      optional; in this order, after the domains
///         formula: ratio(1000.0 * cost, impressions),     numerator, denominator
///         rollup: RatioOfSums,
///         family: "cpm", true, "when to take it",         optional; `true` for the default variant
///         example: (250.0, 50_000.0) => 5.0,              `within 1e-9` behind it if the answer is rounded
///         edges: { (250.0, 0.0) => ZeroDenominator; },    optional
///         answers: { (0.0, 10.0) => 0.0; },               optional: further known answers
///         source: "where the definition comes from",
///         notes: "what to know before use",               optional
///     }
/// }
/// ```
///
/// `ratio` refuses a denominator of zero before anything else; `ratio(numerator, denominator, x <= 0.0 => NoLift)`
/// names another refusal, several of which are tried in turn. In its place stands `value(expression)` where nothing is divided, or, where an input is a
/// list (`&[f64]`, `&[&[f64]]`, `&[&str]` ...), `reduce(Type, expression, "the formula as LaTeX")`, whose
/// expression gives the type, or a `Result` of it with a `Status`; or, where the lists are rows whose numerators and
/// denominators are added, `pooled(numerator of a row, denominator of a row, "the formula as LaTeX")`.
macro_rules! metrics {
    ($group:literal; $(
        $(#[doc = $definition:literal])+
        $name:ident {
            title: $title:literal,
            inputs: $inputs:tt,
            output: $output:ident, $returns:literal,
            $(best_mark: $mark:ident,)?
            $(undefined: { $($condition:expr => $status:ident;)+ },)?
            formula: $kind:ident $formula:tt,
            rollup: $rollup:ident,
            $(family: $family:literal, $default:literal, $use_when:literal,)?
            example: $example:tt => $expected:tt $(within $tolerance:literal)?,
            $(edges: { $($edge:tt => $edge_status:ident;)+ },)?
            $(answers: { $($known:tt => $answer:tt $(within $near:literal)?;)+ },)?
            source: $source:literal,
            $(notes: $notes:literal,)?
        }
    )+) => {
        $( typed_function! {
            $kind $formula $inputs $name $example
            [$(#[doc = $definition])+] [refusal_text!($kind $formula) $($(, "; `", stringify!($condition), "`: ", stringify!($status))+)?] [$source]
        } )+

        /// The records behind the functions.
        pub(crate) mod records {
            #![allow(non_upper_case_globals, non_snake_case, unused_imports)]
            use super::*;
            pub(super) use crate::Status;
            pub(super) use crate::catalogue::{Condition, Domain, Example, Family, Input, Metric, Rollup, Unit};
            pub(super) use crate::metrics::argument::{Argument, Output, ShapeOf};

            // A module each, since a formula may have an input of a metric's name.
            $( pub(crate) mod $name {
                use super::*;
                #[allow(unused_parens)] // a negative answer stands in parentheses, to be one token
                pub(crate) static RECORD: Metric = Metric {
                id: stringify!($name),
                inputs: inputs!($inputs),
                unit: Unit::$output,
                conditions: conditions!($kind $formula, [$($( (Condition { when: stringify!($condition), status: Status::$status }) )+)?]),
                rollup: Rollup::$rollup,
                best_mark: best_mark!($($mark)?),
                #[cfg(feature = "descriptions")]
                texts: &crate::catalogue::Texts {
                    group: $group,
                    family: family!($($family, $default, $use_when)?),
                    title: $title,
                    // The comment as the source has it begins with a space.
                    definition: concat!($($definition),+).trim_ascii_start(),
                    returns: $returns,
                    formula: formula_text!($kind $formula),
                    mathematics: mathematics!($kind $formula),
                    source: $source,
                    notes: concat!($($notes)?),
                    example: example!($inputs, $example => (Output::from($expected)), [$($tolerance)?]),
                    edges: &[
                        $($( example!($inputs, $edge => (Output::Refused(Status::$edge_status)), []), )+)?
                        $($( example!($inputs, $known => (Output::from($answer)), [$($near)?]), )+)?
                    ],
                },
                kernel: kernel!($kind $formula, $inputs, [$($($condition => $status),+)?]),
            };
            } )+

            /// The group's records, in the order of the file.
            pub(crate) static ALL: &[&Metric] = &[$(&$name::RECORD),+];
        }

        /// The same formulas over columns.
        #[allow(unreachable_pub)] // `metrics::column` exports it
        pub mod column {
            #[allow(unused_imports)]
            use crate::{Column, Result};
            $( column_function! {
                $kind $name $inputs
                #[doc = concat!("[`", stringify!($name), "`](super::", stringify!($name), ") for every row.")]
                ///
                /// # Errors
                /// An invalid value (infinite, outside its domain), with its row, or columns of different length. Rows
                /// that are missing or have no value are NaN.
            } )+
        }
    };
}

/// The inputs of a record.
macro_rules! inputs {
    ({ $($input:ident: $type:ty, $unit:ident, $domain:ident, $description:literal;)+ }) => {
        &[$(Input {
            name: stringify!($input),
            shape: <$type as ShapeOf>::SHAPE,
            unit: Unit::$unit,
            domain: Domain::$domain,
            #[cfg(feature = "descriptions")]
            description: $description,
        }),+]
    };
}

/// The Rust function of an entry, with its documentation.
macro_rules! typed_function {
    (reduce ($out:ty, $body:expr, $latex:literal) $inputs:tt $name:ident $($rest:tt)*) => {
        typed_function! { @write [reduce ($out, $body, $latex)] [$out] [reduce_typed] $inputs $name $($rest)* }
    };
    (pooled ($numerator:expr, $denominator:expr, $latex:literal) $inputs:tt $name:ident $($rest:tt)*) => {
        typed_function! { @write [pooled ($numerator, $denominator, $latex)] [f64] [reduce_typed] $inputs $name $($rest)* }
    };
    ($kind:ident $formula:tt $inputs:tt $name:ident $($rest:tt)*) => {
        typed_function! { @write [$kind $formula] [f64] [number] $inputs $name $($rest)* }
    };
    (@write [$($formula:tt)*] [$out:ty] [$method:ident]
        { $($input:ident: $type:ty, $unit:ident, $domain:ident, $description:literal;)+ }
        $name:ident $example:tt [$(#[doc = $definition:literal])+] [$($refused:tt)*] [$source:literal]) => {
        $( #[doc = $definition] )+
        #[doc = concat!("\n# Formula\n`", formula_text!($($formula)*), "`\n\n# Arguments")]
        $( #[doc = concat!("* `", stringify!($input), "`: ", $description)] )+
        #[doc = concat!("\n# Errors\nAn input outside its domain", $($refused)*, ".")]
        #[doc = concat!("\n# Example\n```\nlet value = ukur::metrics::", stringify!($name), stringify!($example),
            "?;\n# let _ = value;\n# Ok::<(), ukur::Error>(())\n```\n# Source\n", $source)]
        #[allow(non_snake_case, clippy::too_many_arguments)] // T is the papers' name for the age of a customer
        pub fn $name($($input: $type),+) -> $crate::Result<$out> {
            records::$name::RECORD.$method(&[$(<_>::from($input)),+])
        }
    };
}

/// The function over columns of an elementwise entry.
macro_rules! column_function {
    (reduce $($rest:tt)*) => {};
    (pooled $($rest:tt)*) => {};
    ($kind:ident $name:ident { $($input:ident: $type:ty, $unit:ident, $domain:ident, $description:literal;)+ } $($doc:tt)*) => {
        $($doc)*
        #[allow(non_snake_case, clippy::too_many_arguments)]
        pub fn $name<'a>($($input: impl Into<Column<'a>>),+) -> Result<Vec<f64>> {
            super::records::$name::RECORD.columns(&[$($input.into()),+])
        }
    };
}

/// The formula as the code has it.
macro_rules! formula_text {
    (ratio ($numerator:expr, $denominator:expr $(, $zero:expr => $status:ident)*)) => {
        concat!("(", stringify!($numerator), ") / (", stringify!($denominator), ")")
    };
    (value ($value:expr)) => {
        stringify!($value)
    };
    (reduce ($out:ty, $body:expr, $latex:literal)) => {
        stringify!($body)
    };
    (pooled ($numerator:expr, $denominator:expr, $latex:literal)) => {
        concat!("sum(", stringify!($numerator), ") / sum(", stringify!($denominator), ")")
    };
}

/// The formula as LaTeX, where the entry gives it.
#[cfg(feature = "descriptions")]
macro_rules! mathematics {
    (reduce ($out:ty, $body:expr, $latex:literal)) => {
        $latex
    };
    (pooled ($numerator:expr, $denominator:expr, $latex:literal)) => {
        $latex
    };
    ($kind:ident $formula:tt) => {
        ""
    };
}

/// The refusal of a ratio's denominator, in words.
macro_rules! refusal_text {
    (ratio ($numerator:expr, $denominator:expr)) => {
        concat!("; `", stringify!($denominator), " == 0`: ZeroDenominator")
    };
    (ratio ($numerator:expr, $denominator:expr $(, $zero:expr => $status:ident)+)) => {
        concat!($("; `", stringify!($zero), "`: ", stringify!($status)),+)
    };
    ($kind:ident $formula:tt) => {
        ""
    };
}

/// The conditions of a record: a ratio's denominator first.
macro_rules! conditions {
    (ratio ($numerator:expr, $denominator:expr), [$($more:tt)*]) => {
        &[Condition { when: concat!(stringify!($denominator), " == 0"), status: Status::ZeroDenominator }, $($more),*]
    };
    (ratio ($numerator:expr, $denominator:expr $(, $zero:expr => $status:ident)+), [$($more:tt)*]) => {
        &[$(Condition { when: stringify!($zero), status: Status::$status }),+ $(, $more)*]
    };
    ($kind:ident $formula:tt, [$($more:tt)*]) => {
        &[$($more),*]
    };
}

/// The best mark of a record's results.
macro_rules! best_mark {
    () => {
        crate::Provenance::Measured
    };
    ($mark:ident) => {
        crate::Provenance::$mark
    };
}

/// The family of a record.
#[cfg(feature = "descriptions")]
macro_rules! family {
    () => {
        None
    };
    ($family:literal, $default:literal, $use_when:literal) => {
        Some(Family { name: $family, default: $default, use_when: $use_when })
    };
}

/// A known answer.
#[cfg(feature = "descriptions")]
macro_rules! example {
    ({ $($input:ident: $type:ty, $unit:ident, $domain:ident, $description:literal;)+ },
        ($($argument:expr),+ $(,)?) => ($expected:expr), [$($tolerance:literal)?]) => {
        Example {
            inputs: || vec![$({ let argument: $type = $argument; Argument::from(argument) }),+],
            expected: || $expected,
            tolerance: { #[allow(unused_variables)] let tolerance = 1e-15; $( let tolerance = $tolerance; )? tolerance },
        }
    };
}
/// The column loop of an elementwise metric: true when every row of the block has a value. The body has no branch,
/// so that it vectorises; a block with a single exceptional row is gone through again, row by row.
#[cfg(feature = "column-kernels")]
macro_rules! column_loop {
    (($($input:ident = $domain:ident),+), [$($refused:expr),*], $value:expr) => {
        |columns: &[&[f64]], out: &mut [f64]| -> bool {
            let rows = out.len();
            let [$($input),+] = *columns else { return false };
            $( let Some($input) = $input.get(..rows) else { return false }; )+
            let mut fine = true;
            for row in 0..rows {
                $( let $input = $input[row]; )+
                $( fine &= Domain::$domain.plainly_contains($input); )+
                $( let refused: bool = $refused; fine &= !refused; )*
                let value = crate::metrics::IntoNumber::or_nan($value);
                fine &= value.abs() <= f64::MAX;
                out[row] = value;
            }
            fine
        }
    };
}

/// How a record computes. The generic part (domains, a denominator of zero, a result beyond the largest number) is
/// in `kernel.rs`, so that an entry compiles to little more than its formula.
macro_rules! kernel {
    (ratio ($numerator:expr, $denominator:expr), { $($input:ident: $type:ty, $unit:ident, $domain:ident, $description:literal;)+ },
        [$($condition:expr => $status:ident),*]) => {
        crate::metrics::Kernel::Elementwise(crate::metrics::Elementwise {
            parts: parts!(($($input),+), below, { below.denominator = $denominator; $numerator }),
            kind: crate::metrics::Kind::Ratio,
            refused: refused!(($($input),+), [$($condition),*]),
            #[cfg(feature = "column-kernels")]
            block: column_loop!(($($input = $domain),+), [$denominator == 0.0 $(, $condition)*], ($numerator) / ($denominator)),
        })
    };
    (ratio ($numerator:expr, $denominator:expr $(, $zero:expr => $zero_status:ident)+),
        { $($input:ident: $type:ty, $unit:ident, $domain:ident, $description:literal;)+ },
        [$($condition:expr => $status:ident),*]) => {
        crate::metrics::Kernel::Elementwise(crate::metrics::Elementwise {
            parts: parts!(($($input),+), below, { below.denominator = $denominator; $numerator }),
            kind: crate::metrics::Kind::RatioWithOwnRefusal,
            refused: refused!(($($input),+), [$($zero),+ $(, $condition)*]),
            #[cfg(feature = "column-kernels")]
            block: column_loop!(($($input = $domain),+), [$($zero),+ $(, $condition)*], ($numerator) / ($denominator)),
        })
    };
    (value ($value:expr), { $($input:ident: $type:ty, $unit:ident, $domain:ident, $description:literal;)+ },
        [$($condition:expr => $status:ident),*]) => {
        crate::metrics::Kernel::Elementwise(crate::metrics::Elementwise {
            parts: parts!(($($input),+), below, crate::metrics::IntoNumber::over($value, below)),
            kind: crate::metrics::Kind::Value,
            refused: refused!(($($input),+), [$($condition),*]),
            #[cfg(feature = "column-kernels")]
            block: column_loop!(($($input = $domain),+), [$($condition),*], $value),
        })
    };
    (reduce ($out:ty, $body:expr, $latex:literal), $inputs:tt, $conditions:tt) => {
        crate::metrics::Kernel::Reduce(crate::metrics::Reduce {
            whole: whole!($inputs, $conditions, _arguments, $body),
            rows: None,
        })
    };
    (pooled ($numerator:expr, $denominator:expr, $latex:literal),
        { $($input:ident: $type:ty, $unit:ident, $domain:ident, $description:literal;)+ }, $conditions:tt) => {{
        const ROWS: crate::metrics::Parts =
            parts!(($($input),+), below, { below.denominator = $denominator; $numerator });
        crate::metrics::Kernel::Reduce(crate::metrics::Reduce {
            whole: whole!({ $($input: $type, $unit, $domain, $description;)+ }, $conditions, arguments,
                crate::metrics::pooled(arguments, ROWS)),
            rows: Some(ROWS),
        })
    }};
}

/// The conditions of an entry of lists, and what it gives.
macro_rules! whole {
    ({ $($input:ident: $type:ty, $unit:ident, $domain:ident, $description:literal;)+ },
        [$($condition:expr => $status:ident),*], $arguments:ident, $body:expr) => {
        |$arguments: &[Argument<'_>]| {
            let [$($input),+] = $arguments else { return Err(crate::metrics::Refusal::SHAPE.into()) };
            $(
                let $input: $type = crate::metrics::argument::FromArgument::from_argument($input);
                let _ = $input;
            )*
            let mut _at = 0_u8;
            $(
                if $condition {
                    return Err(crate::metrics::Refusal::condition(_at, Status::$status).into());
                }
                _at += 1;
            )*
            crate::metrics::argument::IntoOutput::into_output($body)
        }
    };
}

/// Numerator and denominator as a function of the inputs by name.
macro_rules! parts {
    (($($input:ident),+), $below:ident, $body:expr) => {
        |values: &crate::metrics::Inputs, $below: &mut crate::metrics::Below| -> f64 {
            let [$($input,)+ ..] = *values;
            $( let _ = $input; )+
            let _ = &$below;
            $body
        }
    };
}

/// Which condition refuses the inputs, counted from one; zero for none.
macro_rules! refused {
    ($inputs:tt, []) => {
        None
    };
    ($inputs:tt, [$($condition:expr),+]) => {
        refused!(@some $inputs, [$($condition),+])
    };
    (@some ($($input:ident),+), [$($condition:expr),+]) => {
        Some(|values: &crate::metrics::Inputs| -> u8 {
            let [$($input,)+ ..] = *values;
            $( let _ = $input; )+
            let mut _at = 0_u8;
            $(
                _at += 1;
                if $condition {
                    return _at;
                }
            )+
            0
        })
    };
}

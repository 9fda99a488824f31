//! Numbers and texts in sentences. Numbers: the shortest digits that read back as the same number, or a number of decimals.
//!
//! The text is the one that the standard library's `Display` and `LowerExp` give, with a width, a sign and a precision where
//! they are asked. Those bring two algorithms and their tables, some 15 KB in a module for the web; sentences need no
//! speed, so one exact algorithm in long arithmetic does (Burger and Dybvig 1996, Printing Floating-Point Numbers Quickly
//! and Accurately, without its estimate).
//!
//! Every number in a sentence goes through [`Shown`]; `scripts/wasm.sh` refuses a module that has the standard library's.

use std::cmp::Ordering;
use std::fmt::{Display, Formatter, LowerExp, Result};
use std::ops::Range;

/// A number as `5`, `0.25`, `-0.000001`, with `{:.2}` as `0.25`, and with `{:e}` as `1e-7`, `1.5e16`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shown(pub(crate) f64);

impl Shown {
    /// Writes the sign and the digits; what has no digits has a word.
    fn write(self, f: &mut Formatter<'_>, digits: impl Fn(f64) -> String) -> Result {
        let value = self.0;
        let text = match () {
            () if value.is_nan() => "NaN".to_owned(),
            () if value.is_infinite() => "inf".to_owned(),
            () => digits(value.abs()),
        };
        f.pad_integral(value.is_nan() || value.is_sign_positive(), "", &text)
    }
}

impl Display for Shown {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let precision = f.precision().map(signed);
        self.write(f, |value| {
            let (digits, point) =
                precision.map_or_else(|| shortest(value), |decimals| rounded(value, decimals));
            let decimals = precision.unwrap_or((signed(digits.len()) - point).max(0));
            let mut text = if point > 0 { spelled(&digits, 0..point) } else { "0".to_owned() };
            if decimals > 0 {
                text.push('.');
                text.push_str(&spelled(&digits, point..point + decimals));
            }
            text
        })
    }
}

impl LowerExp for Shown {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let precision = f.precision().map(signed);
        self.write(f, |value| {
            let (mut digits, mut point) = shortest(value);
            if let Some(decimals) = precision {
                let wanted = decimals + 1;
                digits = rounded(value, wanted - point).0;
                // The shortest digits may stand for the next power of ten.
                if signed(digits.len()) < wanted && value > 0.0 {
                    point -= 1;
                    digits = rounded(value, wanted - point).0;
                }
                if signed(digits.len()) > wanted {
                    point += 1;
                    digits.pop();
                }
            }
            let decimals = precision.unwrap_or(signed(digits.len()) - 1);
            let (first, rest) = (spelled(&digits, 0..1), spelled(&digits, 1..1 + decimals));
            format!("{first}{}{rest}e{}", if rest.is_empty() { "" } else { "." }, point - 1)
        })
    }
}

/// A text that a caller gave, in quotes: a line break in it shows as `\n`. As the standard library's `Debug`, without its
/// tables of what can be printed: all but control characters stays as it is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Quoted<'a>(pub(crate) &'a str);

impl Display for Quoted<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str("\"")?;
        for character in self.0.chars() {
            match character {
                '"' | '\\' => write!(f, "\\{character}")?,
                '\n' => f.write_str("\\n")?,
                '\r' => f.write_str("\\r")?,
                '\t' => f.write_str("\\t")?,
                '\0'..' ' | '\x7f'..'\u{a0}' => write!(f, "\\u{{{:x}}}", u32::from(character))?,
                _ => write!(f, "{character}")?,
            }
        }
        f.write_str("\"")
    }
}

fn signed(length: usize) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}

/// The digits at these places; zeros stand before and behind.
fn spelled(digits: &[u8], places: Range<i32>) -> String {
    let digit = |place| usize::try_from(place).ok().and_then(|place: usize| digits.get(place)).copied();
    places.map(|place| char::from(b'0' + digit(place).unwrap_or(0))).collect()
}

/// A number that is finite and not negative, as `mantissa 2^(power - 1074)`.
fn parts(value: f64) -> (u64, u32) {
    let bits = value.to_bits();
    let (fraction, biased) = (bits & ((1 << 52) - 1), (bits >> 52) as u32);
    (if biased == 0 { fraction } else { fraction | 1 << 52 }, biased.max(1) - 1)
}

/// The digits of a number that is finite and not negative, rounded to so many decimals (half to even), and how many of
/// them stand before the point.
fn rounded(value: f64, decimals: i32) -> (Vec<u8>, i32) {
    let (mantissa, power) = parts(value);
    let mut number = Long::from(mantissa).times_power_of_two(power);
    let mut unit = Long::from(1).times_power_of_two(1074);
    for _ in 0..decimals.unsigned_abs() {
        (if decimals > 0 { &mut number } else { &mut unit }).multiply(10);
    }
    // The whole number of units: as many digits as it takes for the number to be less than one of the first.
    let mut count = 0;
    while number.compared(&unit) != Ordering::Less {
        unit.multiply(10);
        count += 1;
    }
    let mut digits = Vec::new();
    for _ in 0..count {
        number.multiply(10);
        let mut digit = 0;
        while number.compared(&unit) != Ordering::Less {
            number.subtract(&unit);
            digit += 1;
        }
        digits.push(digit);
    }
    let is_odd = digits.last().is_some_and(|digit| digit % 2 == 1);
    let rises = match number.plus(&number).compared(&unit) {
        Ordering::Greater => true,
        Ordering::Equal => is_odd,
        Ordering::Less => false,
    };
    if rises {
        let nines = digits.iter().rev().take_while(|digit| **digit == 9).count();
        let from = digits.len() - nines;
        digits.truncate(from);
        match digits.last_mut() {
            Some(last) => *last += 1,
            None => digits.push(1),
        }
        digits.resize(digits.len() + nines, 0);
    }
    let point = signed(digits.len()) - decimals;
    (digits, point)
}

/// The fewest digits of a number that is finite and not negative, and how many of them stand before the point.
fn shortest(value: f64) -> (Vec<u8>, i32) {
    if value == 0.0 {
        return (vec![0], 1);
    }
    let (mantissa, power) = parts(value);
    // Below a power of two the next number is half as far away.
    let narrow = u32::from(mantissa == 1 << 52 && power > 0);
    // Everything over one denominator: the number, and half the way to the next number below and above.
    let mut number = Long::from(mantissa).times_power_of_two(power + 1 + narrow);
    let mut above = Long::from(1).times_power_of_two(power + narrow);
    let mut below = Long::from(1).times_power_of_two(power);
    let mut whole = Long::from(1).times_power_of_two(1075 + narrow);
    // An even mantissa is also read from the borders themselves.
    let at_border = if mantissa % 2 == 0 { Ordering::Equal } else { Ordering::Greater };
    let reaches = |number: &Long, above: &Long, whole: &Long| number.plus(above).compared(whole) >= at_border;

    let mut point = 0;
    while reaches(&number, &above, &whole) {
        whole.multiply(10);
        point += 1;
    }
    loop {
        for part in [&mut number, &mut above, &mut below] {
            part.multiply(10);
        }
        if reaches(&number, &above, &whole) {
            break;
        }
        point -= 1;
    }
    let mut digits = Vec::new();
    loop {
        let mut digit = 0;
        while number.compared(&whole) != Ordering::Less {
            number.subtract(&whole);
            digit += 1;
        }
        let may_stay = below.compared(&number) >= at_border;
        let may_rise = reaches(&number, &above, &whole);
        if may_stay || may_rise {
            let nearer_up = number.plus(&number).compared(&whole) != Ordering::Less;
            digits.push(digit + u8::from(may_rise && (!may_stay || nearer_up)));
            return (digits, point);
        }
        digits.push(digit);
        for part in [&mut number, &mut above, &mut below] {
            part.multiply(10);
        }
    }
}

/// A whole number from 0 of any length, least significant part first, without leading zeros.
#[derive(Clone)]
struct Long(Vec<u32>);

impl From<u64> for Long {
    fn from(value: u64) -> Self {
        let mut long = Self(vec![value as u32, (value >> 32) as u32]);
        long.trim();
        long
    }
}

impl Long {
    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    fn times_power_of_two(self, power: u32) -> Self {
        let mut parts = vec![0; power as usize / 32];
        parts.extend(self.0);
        let mut long = Self(parts);
        long.multiply(1 << (power % 32));
        long
    }

    fn multiply(&mut self, by: u32) {
        let mut carry = 0_u64;
        for part in &mut self.0 {
            carry += u64::from(*part) * u64::from(by);
            *part = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    fn plus(&self, other: &Self) -> Self {
        let mut carry = 0_u64;
        let mut parts = Vec::new();
        for at in 0..self.0.len().max(other.0.len()) {
            let part = |long: &Self| u64::from(long.0.get(at).copied().unwrap_or(0));
            carry += part(self) + part(other);
            parts.push(carry as u32);
            carry >>= 32;
        }
        if carry > 0 {
            parts.push(carry as u32);
        }
        Self(parts)
    }

    /// Takes away what is not larger.
    fn subtract(&mut self, other: &Self) {
        let mut borrow = 0_i64;
        for (at, part) in self.0.iter_mut().enumerate() {
            borrow += i64::from(*part) - i64::from(other.0.get(at).copied().unwrap_or(0));
            *part = borrow as u32;
            borrow >>= 32;
        }
        self.trim();
    }

    fn compared(&self, other: &Self) -> Ordering {
        self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_those_of_the_standard_library() {
        for text in
            ["", "1997-09-30", "a \"b\" 'c' \\d", "one\ntwo\r\tthree\u{1b}\u{7f}\u{85}", "Zoë Łódź 東京 🙂"]
        {
            assert_eq!(Quoted(text).to_string(), format!("{text:?}"));
        }
    }

    #[test]
    fn the_text_is_that_of_the_standard_library() {
        let mut values = vec![
            0.0,
            -0.0,
            1.0,
            -1.5,
            0.1,
            0.25,
            1e15,
            1e16,
            1e21,
            1e22,
            1e23,
            9e15,
            5e-324,
            1e-5,
            123.456,
            f64::MAX,
            f64::MIN_POSITIVE,
            f64::EPSILON,
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            9_007_199_254_740_993.0,
            2.225_073_858_507_201e-308,
            4.35,
            0.3,
            2.0 / 3.0,
            8.41e21,
            0.5,
            1.5,
            2.5,
            0.125,
            0.05,
            9.96,
            99.5,
            0.996,
            9.999_999_999_999_999e22,
        ];
        let mut random = crate::numerics::random::Random::new(1);
        for _ in 0..4000 {
            let bits = random.bits();
            values.extend([
                f64::from_bits(bits),
                f64::from_bits(bits & (0xfff << 52)),
                (bits >> 40) as f64 / 1000.0,
            ]);
        }
        for value in values {
            assert_eq!(Shown(value).to_string(), value.to_string());
            assert_eq!(format!("{:e}", Shown(value)), format!("{value:e}"));
            for decimals in [0, 1, 2, 6, 20] {
                assert_eq!(format!("{:.decimals$e}", Shown(value)), format!("{value:.decimals$e}"));
                // As `{:.2}` they are as long as they are large.
                if value.is_nan() || value.abs() < 1e40 {
                    assert_eq!(format!("{:.decimals$}", Shown(value)), format!("{value:.decimals$}"));
                }
            }
            assert_eq!(
                format!("{:>9.1}|{:<9.3e}|", Shown(value), Shown(value)),
                format!("{value:>9.1}|{value:<9.3e}|")
            );
            assert!(value.is_nan() || format!("{:+}", Shown(value)) == format!("{value:+}"));
        }
    }
}

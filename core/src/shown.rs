//! Numbers in sentences: the shortest digits that read back as the same number.
//!
//! The text is the one that the standard library's `Display` and `LowerExp` give. Those bring two algorithms and their
//! tables, some 15 KB in a module for the web; the sentences of errors need no speed, so one exact algorithm in long
//! arithmetic does (Burger and Dybvig 1996, Printing Floating-Point Numbers Quickly and Accurately, without its
//! estimate).

use std::cmp::Ordering;
use std::fmt::{Display, Formatter, Result};

/// A number as `5`, `0.25`, `-0.000001`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shown(pub(crate) f64);

/// A number as `1e-7`, `1.5e16`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ShownWithExponent(pub(crate) f64);

impl Display for Shown {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let Some((digits, point)) = sign_and_digits(self.0, f)? else { return Ok(()) };
        if point <= 0 {
            f.write_str("0.")?;
        }
        let end = i32::try_from(digits.len()).unwrap_or(i32::MAX);
        for place in point.min(0)..point.max(end) {
            if place == point && point > 0 {
                f.write_str(".")?;
            }
            let digit = usize::try_from(place).ok().and_then(|place| digits.get(place));
            write_digit(digit.copied().unwrap_or(0), f)?;
        }
        Ok(())
    }
}

impl Display for ShownWithExponent {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let Some((digits, point)) = sign_and_digits(self.0, f)? else { return Ok(()) };
        for (place, digit) in digits.iter().enumerate() {
            if place == 1 {
                f.write_str(".")?;
            }
            write_digit(*digit, f)?;
        }
        write!(f, "e{}", point - 1)
    }
}

fn write_digit(digit: u8, f: &mut Formatter<'_>) -> Result {
    f.write_str("0123456789".get(usize::from(digit)..=usize::from(digit)).unwrap_or(""))
}

/// Writes the sign, and what is not a number of digits; the digits, and how many of them stand before the point.
fn sign_and_digits(
    value: f64,
    f: &mut Formatter<'_>,
) -> std::result::Result<Option<(Vec<u8>, i32)>, std::fmt::Error> {
    if value.is_nan() {
        f.write_str("NaN")?;
        return Ok(None);
    }
    if value.is_sign_negative() {
        f.write_str("-")?;
    }
    if value.is_infinite() {
        f.write_str("inf")?;
        return Ok(None);
    }
    Ok(Some(if value == 0.0 { (vec![0], 1) } else { shortest(value.abs()) }))
}

/// The digits of a positive finite number, and how many of them stand before the point.
fn shortest(value: f64) -> (Vec<u8>, i32) {
    let bits = value.to_bits();
    let (fraction, biased) = (bits & ((1 << 52) - 1), (bits >> 52) as u32);
    let mantissa = if biased == 0 { fraction } else { fraction | 1 << 52 };
    // value = mantissa 2^(power - 1074); below a power of two the next number is half as far away.
    let power = biased.max(1) - 1;
    let narrow = u32::from(fraction == 0 && biased > 1);
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
            assert_eq!(ShownWithExponent(value).to_string(), format!("{value:e}"));
        }
    }
}

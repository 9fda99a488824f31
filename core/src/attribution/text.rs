//! Paths written as text.

use super::numbered::Numbered;
use crate::sort::Order as _;
use crate::{Error, Result};

/// Paths by channel codes: path `i` is `steps[offsets[i]..offsets[i + 1]]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextPaths {
    /// The distinct names, sorted; a channel's code is its place among them.
    pub channels: Vec<String>,
    /// Where each path starts in `steps`, with the number of all steps at the end.
    pub offsets: Vec<usize>,
    /// The channel codes of all paths, one path after the other.
    pub steps: Vec<u32>,
}

/// Reads paths such as `"search > email"`: names between separators, without the white space around them. An empty
/// name is no touch, so that an empty text is a path without touches.
///
/// ```
/// let read = ukur::attribution::paths_from_text(["search > email", "", "email"], ">")?;
/// assert_eq!(read.channels, ["email", "search"]);
/// assert_eq!((read.offsets, read.steps), (vec![0, 2, 2, 3], vec![1, 0, 0]));
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `empty_separator`.
pub fn paths_from_text<'a>(paths: impl IntoIterator<Item = &'a str>, separator: &str) -> Result<TextPaths> {
    if separator.is_empty() {
        return Err(Error::input(
            "empty_separator",
            "`separator` must be the text between the names of a path, such as \">\", got an empty text",
        ));
    }
    let (mut numbers, mut met, mut words) = (Numbered::default(), Vec::new(), Vec::new());
    let (mut offsets, mut steps) = (vec![0], Vec::new());
    // A text that may be one byte is looked for byte by byte: quicker than the search for any text.
    let byte = <[u8; 1]>::try_from(separator.as_bytes()).ok().map(|[byte]| byte);
    for path in paths {
        let mut rest = Some(path);
        while let Some(name) = next_name(&mut rest, separator, byte) {
            if name.is_empty() {
                continue;
            }
            pack(name, &mut words);
            let (number, is_new) = numbers.number(&words);
            if is_new {
                met.push((name, number));
            }
            steps.push(number);
        }
        offsets.push(steps.len());
    }
    met.order_unstable();
    let mut codes = vec![0; met.len()];
    for (code, (_, number)) in met.iter().enumerate() {
        codes[*number as usize] = code as u32;
    }
    for step in &mut steps {
        *step = codes[*step as usize];
    }
    Ok(TextPaths { channels: met.into_iter().map(|(name, _)| name.to_string()).collect(), offsets, steps })
}

/// A name as words: its length, so that no two names are the same, and four bytes in each.
fn pack(name: &str, words: &mut Vec<u32>) {
    words.clear();
    words.push(name.len() as u32);
    words.extend(name.as_bytes().chunks(4).map(|chunk| {
        let mut word = [0; 4];
        word[..chunk.len()].copy_from_slice(chunk);
        u32::from_le_bytes(word)
    }));
}

/// Cuts the text up to the next separator off the rest.
fn next_name<'a>(rest: &mut Option<&'a str>, separator: &str, byte: Option<u8>) -> Option<&'a str> {
    let text = (*rest)?;
    let at = match byte {
        Some(byte) => text.bytes().position(|one| one == byte),
        None => text.find(separator),
    };
    let (name, after) = match at {
        Some(at) => (&text[..at], Some(&text[at + separator.len()..])),
        None => (text, None),
    };
    *rest = after;
    // Spaces are the rule; any other white space needs a closer look.
    let name = name.trim_matches(' ');
    let plain = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_graphic);
    let bytes = name.as_bytes();
    Some(if plain(bytes.first()) && plain(bytes.last()) { name } else { name.trim() })
}

/// The same for paths joined to one text by `'\0'`, as they cross from other languages.
///
/// # Errors
/// As [`paths_from_text`]; `null_character` when the text does not hold as many paths as it should.
pub fn paths_from_joined(text: &str, rows: usize, separator: &str) -> Result<TextPaths> {
    let joints = text.bytes().filter(|byte| *byte == 0).count();
    if if rows == 0 { !text.is_empty() } else { joints + 1 != rows } {
        return Err(Error::input(
            "null_character",
            "`paths` holds a text with the character of code 0; take it out of the names",
        ));
    }
    paths_from_text(text.split('\0').take(rows), separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_out_and_sorted() {
        let read = paths_from_text(["\u{2003}é => z=>", "=>", "z => é => a b"], "=>").unwrap();
        assert_eq!(read.channels, ["a b", "z", "é"]);
        assert_eq!(read.offsets, [0, 2, 2, 5]);
        assert_eq!(read.steps, [2, 1, 1, 2, 0]);
        assert_eq!(paths_from_text([], ">").unwrap().offsets, [0]);
        assert_eq!(paths_from_text(["a"], "").unwrap_err().code(), "empty_separator");
    }

    #[test]
    fn joined_paths_are_as_many_as_they_should_be() {
        assert_eq!(paths_from_joined("", 0, ">").unwrap().offsets, [0]);
        assert_eq!(paths_from_joined("", 1, ">").unwrap().offsets, [0, 0]);
        assert_eq!(paths_from_joined("a\0\0b", 3, ">").unwrap().offsets, [0, 1, 1, 2]);
        assert_eq!(paths_from_joined("a\0b", 1, ">").unwrap_err().code(), "null_character");
    }
}

//! Titles and definitions in Indonesian and Malay, and the advice on families, as the data files beside this one
//! hold them. They are left out of small builds together with the other texts.

use crate::{Error, Result};

/// The languages of [`translations`], by their ISO 639-1 codes. English is the catalogue's own.
pub const LANGUAGES: [&str; 3] = ["en", "id", "ms"];

/// The texts of a language as JSON: `{"groups": {group: title}, "metrics": {id: {"title": ..., "definition": ...}}}`.
/// For `"en"` there is none: the records hold English.
///
/// # Errors
/// `unknown_language`, with the languages there are.
///
/// ```
/// let malay = ukur::catalogue::translations("ms")?.unwrap();
/// assert!(malay.contains("Kos per seribu impresi"));
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn translations(language: &str) -> Result<Option<&'static str>> {
    match language {
        "en" => Ok(None),
        "id" => Ok(Some(include_str!("texts/id.json"))),
        "ms" => Ok(Some(include_str!("texts/ms.json"))),
        other => Err(Error::input(
            "unknown_language",
            format!(
                "there is no language `{other}`; there are {}",
                LANGUAGES.map(|name| format!("`{name}`")).join(", ")
            ),
        )),
    }
}

/// The families as JSON: `{family: {"title": ..., "question": ..., "advice": ...}}`.
pub fn family_texts() -> &'static str {
    include_str!("texts/families.json")
}

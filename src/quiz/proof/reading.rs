//! How easy the English of a quiz is to read.

use super::texts::Text;

/// The hardest reading that is asked of anyone, in tenths of a school grade.
pub const MOST_TENTHS: i64 = 80;
/// Shorter texts have no grade of their own: one long word would decide it.
const FEWEST_WORDS: usize = 20;
const HARDEST: usize = 3;

/// How easy the texts of a quiz are to read, in tenths of a school grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// All texts together.
    pub tenths: i64,
    /// The hardest long texts, hardest first: their places as JSON pointers, and their grades.
    pub hardest: Vec<(String, i64)>,
}

/// Of English texts only: the formula knows no other language.
pub(super) fn reading(lang: &str, texts: &[Text]) -> Option<Reading> {
    if lang.split('-').next() != Some("en") {
        return None;
    }
    let tenths = |text: &str| grade(text).map(|grade| (grade * 10.0).round() as i64);
    // One text a line, so that a label without a full stop ends where it ends.
    let all: String = texts.iter().map(|one| format!("{}\n", one.text)).collect();
    let long = texts.iter().filter(|one| one.text.split_whitespace().count() > FEWEST_WORDS);
    let mut hardest: Vec<_> =
        long.filter_map(|one| Some((one.pointer.clone(), tenths(one.text)?))).collect();
    hardest.sort_by_key(|(_, tenths)| std::cmp::Reverse(*tenths));
    hardest.truncate(HARDEST);
    Some(Reading { tenths: tenths(&all)?, hardest })
}

/// The school grade a text asks for, by the formula of Kincaid, Fishburne, Rogers and Chissom
/// ("Derivation of New Readability Formulas", 1975): 0.39 times the words of a sentence, plus 11.8
/// times the syllables of a word, less 15.59. `None` for a text without words.
#[must_use]
pub fn grade(text: &str) -> Option<f64> {
    // What fills a place is not known here.
    let text: String =
        text.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect();
    let text = text.as_str();
    let words: Vec<_> = words(text).collect();
    let sentences = text.split(['.', '!', '?', ':', '\n']).filter(|one| words_in(one)).count();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let (words, sentences) = (words.len() as f64, sentences.max(1) as f64);
    (words > 0.0).then(|| 0.39 * words / sentences + 11.8 * syllables as f64 / words - 15.59)
}

/// Its words, without figures.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let bare = |word: &&str| word.chars().any(|c| c.is_ascii_alphabetic());
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '\'' && c != '’').filter(bare)
}

fn words_in(text: &str) -> bool {
    words(text).next().is_some()
}

/// Runs of vowels, without a silent e at the end: right for most English words, and what the usual
/// calculators count.
fn syllables(word: &str) -> usize {
    let word = word.to_ascii_lowercase();
    let silent = ["es", "ed", "e"].iter().find(|end| {
        let stem = word.strip_suffix(**end);
        stem.is_some_and(|stem| {
            stem.len() > 1 && !stem.ends_with(['a', 'e', 'i', 'o', 'u', 'y', 'l'])
        })
    });
    let heard = silent.and_then(|end| word.strip_suffix(*end)).unwrap_or(&word);
    let vowel = |c: char| "aeiouy".contains(c);
    let mut runs = 0;
    let mut inside = false;
    for letter in heard.chars() {
        runs += usize::from(vowel(letter) && !inside);
        inside = vowel(letter);
    }
    runs.max(1)
}

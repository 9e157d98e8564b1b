//! How easy the English of a quiz is to read.

/// The school grade a text asks for, by the formula of Kincaid, Fishburne, Rogers and Chissom
/// ("Derivation of New Readability Formulas", 1975): 0.39 times the words of a sentence, plus 11.8
/// times the syllables of a word, less 15.59. `None` for a text without words.
pub(crate) fn grade(text: &str) -> Option<f64> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_as_they_are_heard() {
        for (word, count) in [
            ("cat", 1),
            ("made", 1),
            ("table", 2),
            ("walked", 1),
            ("quiz", 1),
            ("beautiful", 3),
            ("I", 1),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn easy_words_in_short_sentences_ask_for_less_than_a_contract() {
        let easy = grade("The cat sat on the mat. It was warm.").unwrap();
        let hard = grade("Notwithstanding the aforementioned stipulations, contractual obligations remain enforceable in perpetuity.").unwrap();
        assert!(easy < 2.0 && hard > 15.0, "{easy} {hard}");
        assert!(grade("{n} 73%").is_none());
    }
}

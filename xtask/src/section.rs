//! A quiz beside the code of a WebAssembly module: in a custom section, which run.js reads without
//! the module's help. So the module and its quiz are one file with one hash, and the quiz takes no
//! room in the module's memory until it is shown.
//!
//! Another language's quiz is a module without code. Every server knows that ending, packs it and
//! lets it be kept, and it is read like the first.

/// A module with nothing in it: the magic number and the version.
pub(crate) const EMPTY: &[u8] = b"\0asm\x01\0\0\0";
/// The section's name; run.js asks for it.
const NAME: &str = "quiz";

/// The module with a quiz at its end.
pub(crate) fn with_quiz(module: &[u8], packed: &[u8]) -> Vec<u8> {
    let mut content = length(NAME.len());
    content.extend_from_slice(NAME.as_bytes());
    content.extend_from_slice(packed);
    // A custom section's number is 0.
    [module, &[0], &length(content.len()), &content].concat()
}

/// A length in LEB128: seven bits a byte, the lowest first, with the eighth bit set on all but the last.
fn length(mut length: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while length >= 0x80 {
        bytes.push((length & 0x7f) as u8 | 0x80);
        length >>= 7;
    }
    bytes.push(length as u8);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_as_the_format_says() {
        // The examples of the DWARF standard, section 7.6.
        for (number, bytes) in [
            (2, &[2][..]),
            (127, &[127]),
            (128, &[0x80, 1]),
            (129, &[0x81, 1]),
            (12857, &[0xb9, 0x64]),
        ] {
            assert_eq!(length(number), bytes, "{number}");
        }
    }

    #[test]
    fn a_quiz_stands_at_the_end_under_its_name() {
        let module = with_quiz(EMPTY, b"packed");
        assert_eq!(module, b"\0asm\x01\0\0\0\0\x0b\x04quizpacked");
    }
}

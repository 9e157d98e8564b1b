//! The lines that put the quiz into a page.

/// How the quiz is to stand in its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Embed {
    /// Where the files of `dist/` are, as an address.
    pub(crate) folder: String,
    /// `light`, `dark` or `auto`; empty for the page's own scheme.
    pub(crate) theme: String,
    /// 1 to 6.
    pub(crate) level: u8,
}

impl Default for Embed {
    fn default() -> Self {
        Self { folder: "/quiz/".to_owned(), theme: String::new(), level: 2 }
    }
}

impl Embed {
    /// The two lines, for a quiz file of this name in this language.
    pub(crate) fn lines(&self, file: &str, lang: &str) -> String {
        let folder = format!("{}/", self.folder.trim().trim_end_matches('/'));
        let mut attributes = vec![("src", format!("{folder}{file}"))];
        if lang != "en" {
            attributes.push(("lang", lang.to_owned()));
        }
        if !self.theme.is_empty() {
            attributes.push(("theme", self.theme.clone()));
        }
        if self.level != 2 {
            attributes.push(("heading-level", self.level.to_string()));
        }
        let attributes: String = attributes
            .iter()
            .map(|(name, value)| format!(" {name}=\"{}\"", escaped(value)))
            .collect();
        let script = escaped(&format!("{folder}career-quiz.js"));
        format!(
            "<script type=\"module\" src=\"{script}\"></script>\n\
             <career-quiz{attributes}><p>This quiz needs JavaScript and WebAssembly.</p></career-quiz>"
        )
    }
}

fn escaped(value: &str) -> String {
    value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_from_the_usual_is_written() {
        let usual = Embed::default().lines("minimal.json", "en");
        assert!(usual.contains("<career-quiz src=\"/quiz/minimal.json\"><p>"), "{usual}");
        let other = Embed { folder: "https://a.example/q".into(), theme: "dark".into(), level: 3 };
        let other = other.lines("minimal.json", "de");
        let wanted = "src=\"https://a.example/q/minimal.json\" lang=\"de\" theme=\"dark\" heading-level=\"3\"";
        assert!(other.contains(wanted), "{other}");
    }

    #[test]
    fn nothing_typed_can_leave_its_attribute() {
        let lines = Embed { folder: "\"><b>".into(), ..Embed::default() }.lines("a.json", "en");
        assert!(!lines.contains("\"><b>"), "{lines}");
    }
}

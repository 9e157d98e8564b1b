//! Trees of [`prerender`](crate::prerender) as HTML.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// A text as it may stand in markup and in quoted attributes.
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

/// Writes a tree. A strict policy applies no style attribute, so none may be there.
pub(crate) fn markup(tree: &Value) -> Result<String> {
    let mut html = String::new();
    write(tree, &mut html)?;
    Ok(html)
}

fn write(tree: &Value, into: &mut String) -> Result<()> {
    if let Some(text) = tree.as_str() {
        into.push_str(&escape(text));
        return Ok(());
    }
    let parts = tree.as_array().map(Vec::as_slice).unwrap_or_default();
    let [Value::String(name), Value::Object(attributes), children @ ..] = parts else {
        anyhow::bail!("{tree} is neither a text nor an element");
    };
    into.push_str(&format!("<{name}"));
    for (attribute, value) in attributes {
        ensure!(attribute != "style", "<{name}> has a style attribute");
        let value = value.as_str().with_context(|| format!("{attribute} of <{name}>: no text"))?;
        into.push_str(&format!(" {attribute}=\"{}\"", escape(value)));
    }
    into.push('>');
    for child in children {
        write(child, into)?;
    }
    into.push_str(&format!("</{name}>"));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn texts_and_attributes_stay_what_they_are_whatever_is_in_them() {
        let tree = json!(["p", {"title": "a \"b\" & 'c'"}, "1 < 2 & ", ["b", {}, "</p>"]]);
        assert_eq!(
            markup(&tree).unwrap(),
            "<p title=\"a &quot;b&quot; &amp; &#39;c&#39;\">1 &lt; 2 &amp; <b>&lt;/p&gt;</b></p>"
        );
    }

    #[test]
    fn a_style_attribute_is_refused_by_name() {
        let error = markup(&json!(["p", {"style": "color: red"}])).unwrap_err().to_string();
        assert!(error.contains("<p> has a style attribute"), "{error}");
    }
}

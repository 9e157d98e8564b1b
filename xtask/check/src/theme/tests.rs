//! Themes that pass, and what is said of those that do not.

use super::*;
use crate::theme::cascade::Case;
use crate::theme::colour::Scheme;

fn said(css: &str) -> Vec<String> {
    lines("my.css", &review(&theme_of(css).unwrap()))
}

fn colour(css: &str, token: &str, scheme: Scheme) -> String {
    let theme = Theme::new(css);
    theme.token(Case { scheme, prefers: scheme, theme: None }, token, None).unwrap().hex()
}

#[test]
fn the_defaults_and_the_three_themes_pass_without_a_warning() {
    for css in [
        "career-quiz {}",
        include_str!("../../../../themes/plain.css"),
        include_str!("../../../../themes/editorial.css"),
        include_str!("../../../../themes/playful.css"),
    ] {
        let review = review(&theme_of(css).unwrap());
        assert_eq!(review.findings, [], "{css}");
        assert_eq!(review.cases.len(), 2, "light and dark");
        assert!(review.measured.iter().flatten().all(Result::is_ok));
        assert!(css.lines().count() <= 40);
        assert!(!css.contains("url(") && !css.contains("@import"), "nothing is fetched");
    }
}

#[test]
fn tokens_derive_as_a_browser_derives_them() {
    // As Chromium 156 draws them.
    for (token, light, dark) in [
        ("ink", "#0e1c17", "#e9f0ee"),
        ("soft", "#37433f", "#c3cdc9"),
        ("surface", "#f0f5f3", "#181f1c"),
        ("edge", "#6b7c76", "#80918b"),
        ("strong", "#00503d", "#a2e1cc"),
        ("focus", "#0e1c17", "#e9f0ee"),
        ("on-strong", "#ffffff", "#091310"),
    ] {
        assert_eq!(colour("", token, Scheme::Light), light, "{token}");
        assert_eq!(colour("", token, Scheme::Dark), dark, "{token}");
    }
}

#[test]
fn ten_accents_pass_without_being_asked() {
    for accent in
        ["yellow", "hotpink", "navy", "#7a3e9d", "orange", "red", "lime", "black", "white", "#0af"]
    {
        let css = format!("career-quiz {{ --career-quiz-accent: {accent} }}");
        assert_eq!(said(&css), Vec::<String>::new(), "{accent}");
    }
}

#[test]
fn yellow_links_fail_and_the_token_to_change_is_named_with_a_colour_that_would_do() {
    let said = said("career-quiz {\n  --career-quiz-strong: yellow;\n}");
    let light = said.iter().find(|line| line.contains("in light")).unwrap();
    assert!(light.starts_with("my.css:2: --career-quiz-strong: "), "{light}");
    assert!(light.contains("needs 4.5:1"), "{light}");
    let hex = light.split("about ").nth(1).unwrap().split(' ').next().unwrap();
    let mended = format!("career-quiz {{ --career-quiz-strong: light-dark({hex}, #a2e1cc) }}");
    assert_eq!(super::tests::said(&mended), Vec::<String>::new(), "{hex}");
}

#[test]
fn text_between_4_5_and_7_is_a_warning_and_passes() {
    let theme = theme_of("career-quiz { --career-quiz-soft: light-dark(#5f5f5f, #fff) }").unwrap();
    let review = review(&theme);
    assert!(passes(&review));
    assert_eq!(review.findings.len(), 1, "{:?}", review.findings);
    assert!(lines("my.css", &review)[0].starts_with("my.css:1: warning: --career-quiz-soft"));
}

#[test]
fn what_a_blog_writes_wrong_is_named_with_its_line_and_what_to_do() {
    for (css, what) in [
        (
            "career-quiz { --career-quiz-acent: red }",
            "1: --career-quiz-acent: there is no such property; did you mean --career-quiz-accent?",
        ),
        (
            ":root {\n --career-quiz-accent: red }",
            "2: --career-quiz-accent: set on `:root`, where the quiz does not look; set it on `career-quiz`",
        ),
        (
            "career-quiz { --career-quiz-ink: garbage }",
            "1: --career-quiz-ink: `garbage` is no colour: CSS has no colour named `garbage`",
        ),
        (
            "career-quiz { --career-quiz-accent: var(--brand) }",
            "1: --career-quiz-accent: `--brand` is set nowhere in this file",
        ),
        (
            "career-quiz { --a: var(--b); --b: var(--a); --career-quiz-ink: var(--a) }",
            "1: --career-quiz-ink: a circle: --career-quiz-ink → --a → --b → --a",
        ),
        (
            "career-quiz { --career-quiz-ink: var(--career-quiz-ink) }",
            "a circle: --career-quiz-ink → --career-quiz-ink",
        ),
        (
            "career-quiz::part(buton) { color: red }",
            "1: career-quiz::part(buton): there is no part `buton`; did you mean `button`?",
        ),
        (
            "career-quiz { --career-quiz-ink: #12345 }",
            "#12345 has neither 3, 4, 6 nor 8 hex digits",
        ),
        (
            "career-quiz { --career-quiz-ink: var(red) }",
            "1: --career-quiz-ink: `red` is set nowhere",
        ),
        (
            "career-quiz { --career-quiz-ink: var() }",
            "1: --career-quiz-ink: a `var()` without a name",
        ),
        ("career-quiz { color red; }", "`color red;` is no CSS rule or declaration"),
        ("career-quiz {} }}} nonsense", "is no CSS rule or declaration"),
    ] {
        let said = said(css);
        assert!(said.iter().any(|line| line.contains(what)), "{css}: {said:#?}");
        assert!(!passes(&review(&theme_of(css).unwrap())), "{css}");
    }
}

#[test]
fn what_cannot_be_told_from_the_sheet_is_said_and_does_not_pass() {
    for css in [
        ".dark career-quiz { --career-quiz-surface: #000 }",
        "@media (min-width: 40em) { career-quiz { --career-quiz-ink: #777 } }",
        "career-quiz { --career-quiz-ink: LinkText }",
        "career-quiz { opacity: .5 }",
        "career-quiz::part(button) { background: linear-gradient(red, blue) }",
        "career-quiz::part(result) { background: #000 }",
        "career-quiz::part(button):active { background: #888 }",
        "@import 'more.css'; career-quiz {}",
    ] {
        let said = said(css);
        assert!(said.iter().any(|line| line.contains("not computed: ")), "{css}: {said:?}");
        assert!(!passes(&review(&theme_of(css).unwrap())), "{css}");
    }
}

#[test]
fn parts_are_painted_over_tokens_in_every_state_they_cover() {
    // A page's rule for a part wins over the quiz's own hover, so white on it stays white on red.
    let said_of = said("career-quiz::part(button) { background: #ddd }");
    assert!(
        said_of.iter().any(|line| line.contains("::part(button) background: a button")),
        "{said_of:?}"
    );
    // Quiet buttons are buttons too: they need their own.
    let both = "career-quiz::part(button) { background: #000; color: #fff } career-quiz::part(quiet) { color: #000; background: #fff }";
    assert!(said(both).iter().all(|line| !line.contains("quiet button has")), "{:?}", said(both));
    // An outlined button is seen by its edge.
    let outlined = "career-quiz::part(button) { background: transparent; color: light-dark(#000, #fff); border: 2px solid light-dark(#000, #fff) }";
    assert_eq!(said(outlined), Vec::<String>::new());
    // Its own text colour is what `currentcolor` fills it with, and then it cannot be read.
    let same = said("career-quiz::part(button) { background: currentcolor }");
    assert!(same.iter().any(|line| line.contains("has 1.00:1")), "{same:?}");
}

#[test]
fn the_page_a_clear_plate_lets_through_counts() {
    let css = "career-quiz { --career-quiz-surface: transparent }";
    assert!(said(css).iter().all(|line| line.contains("note: ")), "{:?}", said(css));
    let on_grey = format!("body {{ background: #888 }} {css}");
    assert!(said(&on_grey).iter().any(|line| line.contains("--career-quiz-surface: ")));
}

#[test]
fn a_dark_rule_without_a_dark_page_is_found() {
    let css = "@media (prefers-color-scheme: dark) { career-quiz { --career-quiz-surface: #111 } }";
    let said_of = said(css);
    assert!(said_of.iter().any(|line| line.contains("in light in a dark system")), "{said_of:?}");
    let whole = format!("career-quiz {{ color-scheme: light }} {css}");
    assert!(
        said(&whole)
            .iter()
            .any(|line| line.contains("dark: not drawn, says `color-scheme: light` in line 1"))
    );
}

#[test]
fn layers_nesting_importance_and_order_decide_as_in_css() {
    for css in [
        "career-quiz { --career-quiz-ink: #123456 } @layer late { career-quiz { --career-quiz-ink: red } }",
        "career-quiz { --career-quiz-ink: #123456 !important; --career-quiz-ink: red }",
        "career-quiz { --career-quiz-ink: red } career-quiz { --career-quiz-ink: #123456 }",
        "main { career-quiz { --career-quiz-ink: #123456 } } career-quiz { --career-quiz-ink: red }",
        ".own, career-quiz { --career-quiz-ink: #123456 }",
        ":root { --brand: #123456 } career-quiz { --career-quiz-ink: var(--brand, red) }",
        "career-quiz { --career-quiz-ink: var(--nobody, var(--else, #123456)) }",
        "@media print { career-quiz { --career-quiz-ink: red } } career-quiz { --career-quiz-ink: /* ! */ #123456; }",
        "career-quiz { @supports (color: red) { --career-quiz-ink: #123456 } }",
    ] {
        assert_eq!(colour(css, "ink", Scheme::Light), "#123456", "{css}");
    }
}

#[test]
fn empty_huge_deep_and_endless_files_end_in_words_and_never_in_a_panic() {
    for empty in ["", "  \n", "/* nothing */", "p { color: red }", "* { margin: 0 }"] {
        assert!(theme_of(empty).err().unwrap().contains("sets nothing for the quiz"), "{empty}");
    }
    let file = std::env::temp_dir().join(format!("career-quiz-theme-{}.css", std::process::id()));
    std::fs::write(&file, vec![b' '; 1_000_001]).unwrap();
    assert!(read(&file).err().unwrap().contains("1000001 bytes are no theme"));
    std::fs::write(&file, [0xff, 0xfe, 0x00]).unwrap();
    assert!(read(&file).err().unwrap().contains("UTF-8"));
    std::fs::remove_file(&file).unwrap();
    assert!(read(&file).err().unwrap().contains("could not be read"));

    let doubling: String =
        (0..40).map(|at| format!("--x{at}: var(--x{n}) var(--x{n});", n = at + 1)).collect();
    for (start, end) in [("red", "it grows"), ("", "steps")] {
        let css =
            format!("career-quiz {{ {doubling} --x40: {start}; --career-quiz-ink: var(--x0) }}");
        let said = said(&css);
        assert!(said.iter().any(|line| line.contains("steps") || line.contains(end)), "{said:?}");
    }
    for deep in [
        "(".repeat(5_000),
        "calc(".repeat(3_000),
        "{".repeat(5_000),
        "a{".repeat(3_000),
        "career-quiz{".repeat(5_000),
    ] {
        for css in
            [format!("career-quiz {{ --career-quiz-ink: {deep} }}"), format!("career-quiz {deep}")]
        {
            if let Ok(theme) = theme_of(&css) {
                assert!(!passes(&review(&theme)), "{}", &css[..60]);
            }
        }
    }
}

//! A style sheet as what it says of the quiz: declarations, each with whom it is for and when.

use cssparser::{
    AtRuleParser, CowRcStr, DeclarationParser, ParseError, Parser, ParserState,
    QualifiedRuleParser, RuleBodyItemParser, RuleBodyParser, SourceLocation, StyleSheetParser,
    Token, parse_important,
};

use super::fault::{Fault, Parsed};
use super::selector::{self, Selector, When};

/// Something a sheet says of something.
#[derive(Clone, Debug)]
pub(crate) struct Declaration {
    pub(crate) selector: Selector,
    /// The media it is for, beside the selector's own conditions.
    pub(crate) when: Vec<When>,
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) line: usize,
    /// What decides between declarations of one name: importance, layer, specificity; then order.
    pub(crate) rank: (bool, usize, usize),
}

#[derive(Default)]
pub(crate) struct Sheet {
    pub(crate) declarations: Vec<Declaration>,
    /// Lines that are no CSS, and why.
    pub(crate) faults: Vec<(usize, Fault)>,
    /// Whether any rule is for the quiz, even an empty one.
    pub(crate) speaks_of_the_quiz: bool,
    layers: Vec<String>,
}

/// Rules outside of every layer win over those within.
const NO_LAYER: usize = usize::MAX;

impl Sheet {
    pub(crate) fn read(text: &str) -> Self {
        let mut sheet = Self::default();
        let mut input = Parser::new(text);
        let mut block = Block { sheet: &mut sheet, around: vec![], when: vec![], layer: NO_LAYER };
        let wrong: Vec<_> = StyleSheetParser::new(&mut input, &mut block)
            .filter_map(Result::err)
            .map(|(_, text, place)| (text.to_owned(), place))
            .collect();
        sheet.no_css(wrong);
        sheet
    }

    fn no_css(&mut self, wrong: Vec<(String, SourceLocation)>) {
        for (text, place) in wrong {
            let start: String = text.trim().lines().next().unwrap_or("").chars().take(40).collect();
            let why = format!("`{start}` is no CSS rule or declaration");
            self.faults.push((line(place), Fault::Invalid(why)));
        }
    }

    fn layer(&mut self, name: &str) -> usize {
        let name = name.trim().to_owned();
        let known = self.layers.iter().position(|one| !name.is_empty() && *one == name);
        known.unwrap_or_else(|| {
            self.layers.push(name);
            self.layers.len() - 1
        })
    }
}

fn line(place: SourceLocation) -> usize {
    place.line as usize + 1
}

/// The inside of a rule, or of the sheet itself.
struct Block<'a> {
    sheet: &'a mut Sheet,
    around: Vec<Selector>,
    when: Vec<When>,
    layer: usize,
}

impl Block<'_> {
    fn body(&mut self, input: &mut Parser, around: Vec<Selector>, when: Vec<When>, layer: usize) {
        let mut inner = Block { sheet: &mut *self.sheet, around, when, layer };
        let wrong: Vec<_> = RuleBodyParser::new(input, &mut inner)
            .filter_map(Result::err)
            .map(|(_, text, place)| (text.to_owned(), place))
            .collect();
        self.sheet.no_css(wrong);
    }
}

fn rest<'i>(input: &mut Parser<'i>) -> &'i str {
    let start = input.position();
    while input.next_including_whitespace_and_comments().is_ok() {}
    input.slice_from(start)
}

impl<'i> DeclarationParser<'i> for Block<'_> {
    type Declaration = ();
    type Error = Fault;

    fn parse_value(
        &mut self,
        name: CowRcStr<'i>,
        input: &mut Parser<'i>,
        start: &ParserState,
    ) -> Parsed<()> {
        if self.around.is_empty() {
            return Err(ParseError::unexpected_token());
        }
        input.skip_whitespace();
        let begin = input.position();
        let value;
        let mut important = false;
        loop {
            let before = input.state();
            match input.next_including_whitespace_and_comments() {
                Err(_) => {
                    value = input.slice_from(begin);
                    break;
                }
                Ok(Token::Delim('!')) => {
                    value = input.slice_from(begin).trim_end_matches('!');
                    input.reset(&before);
                    parse_important(input)?;
                    input.expect_exhausted()?;
                    important = true;
                    break;
                }
                // A nested rule such as `a:hover { … }`.
                Ok(Token::CurlyBracketBlock) if !name.starts_with("--") => {
                    return Err(ParseError::unexpected_token());
                }
                Ok(Token::BadString(_) | Token::BadUrl(_)) => {
                    return Err(ParseError::unexpected_token());
                }
                Ok(_) => {}
            }
        }
        let name =
            if name.starts_with("--") { name.to_string() } else { name.to_ascii_lowercase() };
        let layer =
            if important && self.layer != NO_LAYER { NO_LAYER - self.layer } else { self.layer };
        for selector in &self.around {
            self.sheet.declarations.push(Declaration {
                rank: (important, layer, selector.specificity),
                selector: selector.clone(),
                when: self.when.clone(),
                name: name.clone(),
                value: value.trim().to_owned(),
                line: line(start.source_location()),
            });
        }
        Ok(())
    }
}

impl<'i> QualifiedRuleParser<'i> for Block<'_> {
    type Prelude = Vec<Selector>;
    type QualifiedRule = ();
    type Error = Fault;

    fn parse_prelude(&mut self, input: &mut Parser<'i>) -> Parsed<Self::Prelude> {
        let list = selector::list(rest(input), &self.around);
        self.sheet.speaks_of_the_quiz |=
            list.iter().any(|one| one.is_of_the_quiz() && one.text != "*");
        Ok(list)
    }

    fn parse_block(
        &mut self,
        selectors: Self::Prelude,
        _: &ParserState,
        input: &mut Parser<'i>,
    ) -> Parsed<()> {
        self.body(input, selectors, self.when.clone(), self.layer);
        Ok(())
    }
}

/// What an at-rule does to the rules in it.
enum At {
    Media(Vec<When>),
    Layer(String),
    Supports,
    /// Nothing in it is for the screen's colours: fonts, animations, printed pages.
    Other,
    Import,
}

impl<'i> AtRuleParser<'i> for Block<'_> {
    type Prelude = At;
    type AtRule = ();
    type Error = Fault;

    fn parse_prelude(&mut self, name: CowRcStr<'i>, input: &mut Parser<'i>) -> Parsed<At> {
        let text = rest(input).to_owned();
        Ok(match name.to_ascii_lowercase().as_str() {
            "media" => At::Media(selector::media(&text)),
            "layer" => At::Layer(text),
            // A browser that cannot draw the quiz's own colours does not matter here.
            "supports" => At::Supports,
            "container" | "scope" | "starting-style" => {
                At::Media(vec![When::Unknown(format!("@{name} {}", text.trim()))])
            }
            "import" => At::Import,
            _ => At::Other,
        })
    }

    fn rule_without_block(&mut self, at: At, start: &ParserState) -> Result<(), ()> {
        match at {
            At::Layer(names) => {
                for name in names.split(',') {
                    self.sheet.layer(name);
                }
            }
            At::Import => self.sheet.faults.push((
                line(start.source_location()),
                Fault::NotComputed("`@import` is not followed; check that file too".into()),
            )),
            _ => {}
        }
        Ok(())
    }

    fn parse_block(&mut self, at: At, _: &ParserState, input: &mut Parser<'i>) -> Parsed<()> {
        let (mut when, mut layer) = (self.when.clone(), self.layer);
        match at {
            At::Media(more) => when.extend(more),
            At::Layer(name) => layer = self.sheet.layer(&name),
            At::Supports => {}
            At::Other | At::Import => {
                rest(input);
                return Ok(());
            }
        }
        self.body(input, self.around.clone(), when, layer);
        Ok(())
    }
}

impl RuleBodyItemParser<'_, (), Fault> for Block<'_> {
    fn parse_declarations(&self) -> bool {
        !self.around.is_empty()
    }

    fn parse_qualified(&self) -> bool {
        true
    }
}

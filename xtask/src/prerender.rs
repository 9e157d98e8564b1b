//! What is drawn at build time by the widget's own screens, as a tree in JSON: the first question, which
//! the shell builds from it, and what else stands on a page.

use std::rc::Rc;

use anyhow::{Context, Result, ensure};
use career_quiz::quiz::{Quiz, Session};
use career_quiz::view::first;
use serde_json::{Map, Value, json};
use yew::Html;
use yew::virtual_dom::{VNode, VTag};

/// What src/host/first.js reads: the trees, and what its answers are called.
pub(crate) fn prerender(quiz: Quiz) -> Result<Value> {
    let quiz = Rc::new(quiz);
    let question = quiz.questions.first().context("the quiz has no question")?;
    let session = Session::new(0);
    let drawn = first(&quiz, &session);
    let mut tree = tree_of(&drawn.question)?;
    if question.shuffle {
        let list = find(&mut tree, &["choices", "rows"]).context("the choices are not drawn")?;
        unshuffle(list, &session.order(question))?;
    }
    Ok(json!({
        "quiz": quiz.id,
        "id": question.id,
        "lang": quiz.lang,
        "shuffle": question.shuffle,
        "hash": format!("{:#x}", career_quiz::quiz::name_hash(&question.id)),
        "tree": tree,
        "trouble": tree_of(&drawn.trouble)?,
        "loading": drawn.loading,
    }))
}

/// A drawing as a tree: `[tag, attributes, children …]`, texts as they are, nothing that is hidden.
pub(crate) fn tree_of(html: &Html) -> Result<Value> {
    let mut nodes = Vec::new();
    walk(html, &mut nodes)?;
    ensure!(nodes.len() == 1, "the screen is {} elements, not one", nodes.len());
    nodes.pop().context("the screen is empty")
}

/// Adds a node's tree. What is hidden is left out: it has no place on the screen yet.
fn walk(node: &VNode, into: &mut Vec<Value>) -> Result<()> {
    match node {
        VNode::VTag(tag) => into.extend(element(tag)?),
        VNode::VText(text) if text.text.is_empty() => {}
        VNode::VText(text) => into.push(text.text.as_str().into()),
        VNode::VList(list) => {
            for child in list.iter() {
                walk(child, into)?;
            }
        }
        other => anyhow::bail!("a screen may hold elements and texts only, not {other:?}"),
    }
    Ok(())
}

fn element(tag: &VTag) -> Result<Option<Value>> {
    let mut attributes = Map::new();
    for (name, value) in tag.attributes.iter() {
        if name == "hidden" {
            return Ok(None);
        }
        attributes.insert(name.to_owned(), value.into());
    }
    if let Some(value) = tag.value() {
        attributes.insert("value".to_owned(), value.as_str().into());
    }
    ensure!(tag.checked() != Some(true), "nothing is chosen beforehand");
    let mut tree = vec![tag.tag().into(), attributes.into()];
    if let Some(children) = tag.children() {
        walk(children, &mut tree)?;
    }
    Ok(Some(tree.into()))
}

/// The first element with one of these classes.
fn find<'a>(tree: &'a mut Value, classes: &[&str]) -> Option<&'a mut Vec<Value>> {
    let class = tree.get(1).and_then(|attributes| attributes.get("class")?.as_str());
    let found = class.is_some_and(|class| class.split(' ').any(|one| classes.contains(&one)));
    let nodes = tree.as_array_mut()?;
    if found {
        return Some(nodes);
    }
    nodes.iter_mut().skip(2).find_map(|child| find(child, classes))
}

/// Puts an element's children back from the order they were shown in to the quiz file's.
fn unshuffle(list: &mut Vec<Value>, order: &[usize]) -> Result<()> {
    let shown = list.split_off(2);
    ensure!(shown.len() == order.len(), "{} of {} choices are drawn", shown.len(), order.len());
    let mut placed: Vec<_> = order.iter().copied().zip(shown).collect();
    placed.sort_by_key(|(at, _)| *at);
    list.extend(placed.into_iter().map(|(_, choice)| choice));
    Ok(())
}

#[cfg(test)]
mod tests {
    use career_quiz::quiz::SHIPPED;

    use super::*;

    fn shipped() -> Quiz {
        Quiz::read(SHIPPED).unwrap()
    }

    fn texts(tree: &Value, into: &mut Vec<String>) {
        for child in tree.as_array().unwrap().iter().skip(2) {
            match child.as_str() {
                Some(text) => into.push(text.to_owned()),
                None => texts(child, into),
            }
        }
    }

    #[test]
    fn the_first_question_stands_there_whole_with_its_choices_in_the_files_order() {
        let quiz = shipped();
        let question = &quiz.questions[0];
        let mut said = Vec::new();
        texts(&prerender(shipped()).unwrap()["tree"], &mut said);
        assert!(said.contains(&question.prompt));
        let labels: Vec<_> = question.choices().iter().map(|choice| &choice.label).collect();
        let shown: Vec<_> = said.iter().filter(|text| labels.contains(text)).collect();
        assert_eq!(shown, labels);
    }

    #[test]
    fn what_is_not_to_be_seen_yet_is_left_out() {
        let text = prerender(shipped()).unwrap()["tree"].to_string();
        assert!(!text.contains("\"hidden\"") && !text.contains("\"problem\""), "{text}");
    }
}

//! A result without the answers, as a code, and back.

use super::{CodeError, Decoded, VERSION, numbered, parts, unnumbered};
use crate::quiz::{Answers, Band, Quiz, recommend, rounded, stage};

/// All that a link tells that tells the result only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// Paths with their matches in whole percent (0 to 100), best first; never empty.
    pub matches: Vec<(usize, i64)>,
    /// How far ahead the first is.
    pub band: Band,
    /// Where she starts, as an index in [`Quiz::stages`].
    pub stage: Option<usize>,
}

impl Outline {
    /// What these answers come to.
    #[must_use]
    pub fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let result = recommend(quiz, answers);
        let matches = result.matches.iter().map(|one| (one.path, rounded(one.percent)));
        Self { matches: matches.collect(), band: result.band, stage: stage(quiz, answers) }
    }

    /// The recommended path.
    #[must_use]
    pub fn path(&self) -> usize {
        self.matches.first().map_or(0, |(path, _)| *path)
    }

    /// The runner-up; the recommended path itself where there is none.
    #[must_use]
    pub fn second(&self) -> usize {
        self.matches.get(1).map_or(self.path(), |(path, _)| *path)
    }

    /// A path's match in whole percent; 0 for one it does not speak of.
    #[must_use]
    pub fn percent(&self, path: usize) -> i64 {
        self.matches.iter().find(|(one, _)| *one == path).map_or(0, |(_, percent)| *percent)
    }

    pub(super) fn encode(&self, quiz: &Quiz) -> String {
        let mut code = format!("{VERSION}r.{}.{}", quiz.id, self.band.id());
        for (path, percent) in &self.matches {
            if let Some(path) = quiz.paths.get(*path) {
                code.push('.');
                code.push_str(&numbered(path.code(), usize::try_from(*percent).unwrap_or(0)));
            }
        }
        if let Some(stage) = self.stage.and_then(|at| quiz.stages.get(at)) {
            code.push(':');
            code.push_str(&stage.id);
        }
        code
    }

    /// What a code says of this quiz; nothing where its first path or its band is not known, since
    /// then there is no result to show.
    pub(super) fn decode(quiz: &Quiz, code: &str) -> Result<Decoded<Option<Self>>, CodeError> {
        let (code, stage) = match code.split_once(':') {
            Some((code, stage)) => (code, Some(stage)),
            None => (code, None),
        };
        let mut dropped = Vec::new();
        let mut parts = parts(quiz, code, "r")?;
        let band = parts.next().and_then(Band::named);
        let mut matches: Vec<(usize, i64)> = Vec::new();
        let mut is_first = true;
        for part in parts.take(quiz.paths.len() * 2) {
            let known = unnumbered(part).and_then(|(id, percent)| {
                let path = quiz.paths.iter().position(|path| path.code() == id)?;
                let fits = percent <= 100 && matches.iter().all(|(one, _)| *one != path);
                Some((path, i64::try_from(percent).ok()?)).filter(|_| fits)
            });
            match known {
                Some(known) if is_first || !matches.is_empty() => matches.push(known),
                _ => dropped.push(part.to_owned()),
            }
            is_first = false;
        }
        let at = stage.and_then(|id| quiz.stages.iter().position(|stage| stage.id == id));
        dropped.extend(stage.filter(|_| at.is_none()).map(str::to_owned));
        let said =
            band.filter(|_| !matches.is_empty()).map(|band| Self { matches, band, stage: at });
        Ok(Decoded { said, dropped })
    }
}

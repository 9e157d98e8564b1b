//! Every sentence a visitor reads, as the quiz file gives it.
//!
//! A table and not a struct: serde's code for a struct of so many fields would be an eighth of
//! what a visitor downloads.

#[cfg(feature = "reader")]
use std::collections::BTreeMap;
use std::ops::Index;

use serde::Serialize;

use super::numbers::Numbers;
use super::question::Said;
use super::template::{Piece, fill, joined};

/// The texts of one quiz. `words[Word::Back]` is what stands on the button that goes back.
/// `{name}` in a text is a place to fill: see [`Words::fill`].
#[derive(Debug, Clone, Serialize)]
pub struct Words {
    /// As many as there are words, so that one that is named in the sources needs no look whether it
    /// is there: 300 times ten bytes.
    #[serde(serialize_with = "as_list")]
    pub(super) texts: Box<[String; COUNT]>,
    /// How its language writes numbers. Not packed with them: the shell knows it.
    #[serde(skip)]
    pub numbers: Numbers,
}

const COUNT: usize = NAMES.len();

fn as_list<S: serde::Serializer>(texts: &[String; COUNT], to: S) -> Result<S::Ok, S::Error> {
    texts.as_slice().serialize(to)
}

impl Index<Word> for Words {
    type Output = str;

    fn index(&self, word: Word) -> &str {
        self.texts.get(word as usize).map_or("", String::as_str)
    }
}

impl Words {
    /// The texts under their names, empty where none is given, and names that are unknown.
    #[cfg(feature = "reader")]
    pub(crate) fn read(mut texts: BTreeMap<String, String>) -> (Self, Vec<String>) {
        let found = |at: usize| NAMES.get(at).and_then(|name| texts.remove(*name));
        let found = Box::new(std::array::from_fn(found).map(Option::unwrap_or_default));
        let words = Self { texts: found, numbers: Numbers::default() };
        (words, texts.into_keys().collect())
    }

    /// What the texts are called in a quiz file.
    #[must_use]
    pub fn names() -> &'static [&'static str] {
        NAMES
    }

    /// The texts with their names.
    pub(super) fn all(&self) -> impl Iterator<Item = (&'static str, &str)> {
        NAMES.iter().copied().zip(self.texts.iter().map(String::as_str))
    }

    /// Takes from the shipped quiz what an author's own leaves unsaid, but for what the shipped
    /// quiz says of itself.
    pub fn borrow_from(&mut self, shipped: &Self) {
        for (at, (own, lent)) in self.texts.iter_mut().zip(shipped.texts.iter()).enumerate() {
            if own.is_empty() && !OWN.iter().any(|word| *word as usize == at) {
                own.clone_from(lent);
            }
        }
    }

    /// Empties what only the static pages say, which no screen of the widget does.
    pub fn leave_out_pages(&mut self) {
        for word in [
            Word::PageTitle,
            Word::PageDescription,
            Word::PageLocale,
            Word::PagePicture,
            Word::PagePictureAll,
            Word::PageTake,
            Word::PageOthers,
        ] {
            if let Some(text) = self.texts.get_mut(word as usize) {
                text.clear();
            }
        }
    }

    /// Cuts a template into its words and its filled places.
    #[must_use]
    pub fn pieces<'a>(&self, template: &'a str, values: &[(&str, &'a str)]) -> Vec<Piece<'a>> {
        fill(template, values, &|number| (self.numbers.plural)(&self.numbers.lang, number))
    }

    /// A template with its places filled, as one text.
    #[must_use]
    pub fn fill(&self, template: &str, values: &[(&str, &str)]) -> String {
        joined(&self.pieces(template, values))
    }

    /// A part of an answer as it is quoted: a choice, a step with its row, a place with its choice.
    #[must_use]
    pub fn quote(&self, said: &Said) -> String {
        match (said.step, said.place) {
            (Some(step), _) => {
                self.fill(&self[Word::RatingQuote], &[("step", step), ("row", said.label)])
            }
            (_, Some(place)) => {
                let place = self.place(place);
                self.fill(&self[Word::RankQuote], &[("place", place), ("label", said.label)])
            }
            _ => said.label.to_owned(),
        }
    }

    /// The name of a place in a rank, counted from 0.
    #[must_use]
    pub fn place(&self, place: usize) -> &str {
        self.texts.get(Word::Place1 as usize + place.min(7)).map_or("", String::as_str)
    }
}

/// What a quiz says of its own subject: how its paths differ, what its figures are worth, what it
/// was written from, how long it takes. Never lent, and never missed where it is not given.
const OWN: [Word; 6] = [
    Word::Separation,
    Word::Overlap,
    Word::Limits,
    Word::FactsNote,
    Word::PageTitle,
    Word::PageLength,
];

macro_rules! words {
    ($($word:ident $name:literal)*) => {
        /// The name of a text.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs)] // The name says where the text stands; the file holds the text.
        pub enum Word { $($word),* }

        /// Their names in the quiz file, in the order of [`Word`].
        pub(super) const NAMES: &[&str] = &[$($name),*];
    };
}

words! {
    HeadClear "head_clear"
    HeadLeaning "head_leaning"
    HeadClose "head_close"
    Match "match"
    Stability "stability"
    Why "why"
    Against "against"
    Counterfactual "counterfactual"
    CounterfactualNone "counterfactual_none"
    Separation "separation"
    Overlap "overlap"
    Dated "dated"
    Privacy "privacy"
    Limits "limits"
    FactsNote "facts_note"
    MatchBlend "match_blend"
    MatchOthers "match_others"
    Lead "lead"
    Tie "tie"
    CounterfactualAdded "counterfactual_added"
    CounterfactualRemoved "counterfactual_removed"
    CounterfactualSwapped "counterfactual_swapped"
    CounterfactualOrder "counterfactual_order"
    Loading "loading"
    Failed "failed"
    Retry "retry"
    Back "back"
    Continue "continue"
    Skip "skip"
    Change "change"
    Answer "answer"
    NotAnswered "not_answered"
    Count "count"
    CountMost "count_most"
    InBlock "in_block"
    Picks "picks"
    PicksFull "picks_full"
    PicksOpen "picks_open"
    Problem "problem"
    Error "error"
    NeedChoice "need_choice"
    NeedPicks "need_picks"
    NeedRatings "need_ratings"
    NeedOrder "need_order"
    OrSkip "or_skip"
    Place1 "place_1"
    Place2 "place_2"
    Place3 "place_3"
    Place4 "place_4"
    Place5 "place_5"
    Place6 "place_6"
    Place7 "place_7"
    Place8 "place_8"
    NonePicked "none_picked"
    Up "up"
    Down "down"
    Move "move"
    RatingQuote "rating_quote"
    RankQuote "rank_quote"
    Review "review"
    ReviewAll "review_all"
    ReviewOpen "review_open"
    ReviewMissing "review_missing"
    SeeResult "see_result"
    NeedQuestion "need_question"
    NeedMore "need_more"
    Resume "resume"
    ResumeBody "resume_body"
    ResumeMost "resume_most"
    ResumeContinue "resume_continue"
    Restart "restart"
    Forget "forget"
    ForgetNote "forget_note"
    ForgetConfirm "forget_confirm"
    Result "result"
    HeroStage "hero_stage"
    OpenPart "open_part"
    Matches "matches"
    Table "table"
    TablePath "table_path"
    TablePoints "table_points"
    TableMatch "table_match"
    PointsOf "points_of"
    BlendSum "blend_sum"
    WhyTitle "why_title"
    SumPoints "sum_points"
    SumBlend "sum_blend"
    BlendBase "blend_base"
    BlendCap "blend_cap"
    NoReasons "no_reasons"
    UnitsPoints "units_points"
    UnitsMatch "units_match"
    WhatIf "what_if"
    Try "try"
    Undo "undo"
    Trying "trying"
    OrderItem "order_item"
    OrderJoin "order_join"
    Two "two"
    Three "three"
    Steady "steady"
    StageTitle "stage_title"
    StageLine "stage_line"
    StageOf "stage_of"
    StageUnset "stage_unset"
    RoadmapTitle "roadmap_title"
    StartHere "start_here"
    ThenThis "then_this"
    PathTitle "path_title"
    Areas "areas"
    Learn "learn"
    Roles "roles"
    Domains "domains"
    Project "project"
    Neighbours "neighbours"
    Figures "figures"
    Via "via"
    Checked "checked"
    More "more"
    OverlapTitle "overlap_title"
    Day "day"
    Related "related"
    Ladder "ladder"
    Continuing "continuing"
    Certificates "certificates"
    History "history"
    LimitsTitle "limits_title"
    Sources "sources"
    Source "source"
    StatusCurrent "status_current"
    StatusUpdated "status_updated"
    StatusReplaced "status_replaced"
    StatusCheck "status_check"
    SourceSays "source_says"
    StatusSource "status_source"
    MyClear "my_clear"
    MyLeaning "my_leaning"
    ShareTitle "share_title"
    ShareGrade "share_grade"
    ShareResult "share_result"
    ShareResultNote "share_result_note"
    ShareAnswers "share_answers"
    ShareAnswersNote "share_answers_note"
    ShareLink "share_link"
    ShareCopy "share_copy"
    ShareNative "share_native"
    ShareBy "share_by"
    Email "email"
    Server "server"
    Qr "qr"
    QrAlt "qr_alt"
    KeepTitle "keep_title"
    KeepNote "keep_note"
    KeepFile "keep_file"
    KeepText "keep_text"
    Picture "picture"
    PictureSquare "picture_square"
    Print "print"
    OpenSaved "open_saved"
    HeardCopied "heard_copied"
    HeardRefused "heard_refused"
    HeardNotShared "heard_not_shared"
    HeardSaved "heard_saved"
    HeardNoPicture "heard_no_picture"
    HeardNotRead "heard_not_read"
    Retake "retake"
    RetakeNote "retake_note"
    RetakeKeep "retake_keep"
    RetakeBlank "retake_blank"
    Changed "changed"
    ChangedSame "changed_same"
    ChangedPath "changed_path"
    ChangedNone "changed_none"
    ChangedMoved "changed_moved"
    ChangedBreadth "changed_breadth"
    Before "before"
    Now "now"
    PutBack "put_back"
    Shared "shared"
    SharedClear "shared_clear"
    SharedLeaning "shared_leaning"
    SharedStage "shared_stage"
    SharedMatches "shared_matches"
    SharedMeaning "shared_meaning"
    SharedOnly "shared_only"
    SharedPart "shared_part"
    SharedTake "shared_take"
    SharedContinue "shared_continue"
    SharedOwn "shared_own"
    LinkNone "link_none"
    LinkNewer "link_newer"
    LinkOther "link_other"
    LinkDamaged "link_damaged"
    LinkOutdated "link_outdated"
    Compare "compare"
    CompareTitle "compare_title"
    CompareSame "compare_same"
    CompareOther "compare_other"
    CompareBars "compare_bars"
    CompareOrder "compare_order"
    CompareCount "compare_count"
    CompareAnswers "compare_answers"
    CompareClosed "compare_closed"
    CompareStages "compare_stages"
    You "you"
    They "they"
    Return "return"
    DropShared "drop_shared"
    CompareShared "compare_shared"
    ServerWrong "server_wrong"
    ChangeAnswer "change_answer"
    PageTitle "page_title"
    PageDescription "page_description"
    PageLocale "page_locale"
    PagePicture "page_picture"
    PagePictureAll "page_picture_all"
    PageLength "page_length"
    PageTake "page_take"
    PageOthers "page_others"
}

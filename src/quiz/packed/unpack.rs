//! Reads a quiz from postcard's wire format, without serde.
//!
//! What serde derives stops at the first fault, and before every field it may have to drop all that
//! was read so far: 30 kB of WebAssembly for these few types. This reads on to the end with zeros and
//! nothing, and tells there that something was wrong, which takes a fifth of it.

use crate::quiz::{
    Blend, Block, CallToAction, CareerPath, Choice, Condition, Fact, FactKind, Format, HighRatings,
    Intro, Library, LowRatings, MAX_PATHS, Mark, Numbers, Points, Question, Quiz, RelatedCareer,
    Resource, Row, Rules, Source, Stage, Status, Step, Words,
};

/// The bytes still to be read.
pub(super) struct Packed<'a> {
    rest: &'a [u8],
    is_damaged: bool,
}

impl<'a> Packed<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, is_damaged: false }
    }

    /// Whether all was read, and all of it fits.
    pub(super) fn is_done(&self) -> bool {
        self.rest.is_empty() && !self.is_damaged
    }

    /// From here on there is nothing.
    fn fail(&mut self) {
        *self = Self { rest: &[], is_damaged: true };
    }

    #[inline(never)]
    fn byte(&mut self) -> u8 {
        match self.rest {
            [byte, rest @ ..] => {
                self.rest = rest;
                *byte
            }
            [] => {
                self.fail();
                0
            }
        }
    }

    /// Seven bits a byte, the lowest first; the eighth says that there are more.
    #[inline(never)]
    fn number(&mut self) -> u64 {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.fail();
        0
    }

    /// Numbers around zero: 0, −1, 1, −2 …
    #[inline(never)]
    fn signed(&mut self) -> i64 {
        let number = self.number();
        (number >> 1) as i64 ^ -((number & 1) as i64)
    }

    /// A whole number that fits its type.
    fn fitting<N: Default, M: TryInto<N>>(&mut self, number: M) -> N {
        number.try_into().unwrap_or_else(|_| {
            self.fail();
            N::default()
        })
    }

    /// One of a kind's values, by its place among them.
    fn one_of<T: Copy>(&mut self, all: &[T], or: T) -> T {
        let at: usize = Unpack::unpack(self);
        all.get(at).copied().unwrap_or_else(|| {
            self.fail();
            or
        })
    }

    #[inline(never)]
    fn text(&mut self) -> String {
        let len = Unpack::unpack(self);
        let text = self.rest.split_at_checked(len).and_then(|(text, rest)| {
            self.rest = rest;
            str::from_utf8(text).ok()
        });
        text.map(str::to_owned).unwrap_or_else(|| {
            self.fail();
            String::new()
        })
    }
}

/// What can be read. Every value takes at least a byte, so that a length that promises too much
/// ends with the bytes.
pub(super) trait Unpack {
    fn unpack(from: &mut Packed) -> Self;
}

impl Unpack for u8 {
    fn unpack(from: &mut Packed) -> Self {
        from.byte()
    }
}

impl Unpack for bool {
    fn unpack(from: &mut Packed) -> Self {
        from.one_of(&[false, true], false)
    }
}

impl Unpack for u32 {
    fn unpack(from: &mut Packed) -> Self {
        let number = from.number();
        from.fitting(number)
    }
}

impl Unpack for usize {
    fn unpack(from: &mut Packed) -> Self {
        let number = from.number();
        from.fitting(number)
    }
}

impl Unpack for i32 {
    fn unpack(from: &mut Packed) -> Self {
        let number = from.signed();
        from.fitting(number)
    }
}

impl Unpack for i64 {
    fn unpack(from: &mut Packed) -> Self {
        from.signed()
    }
}

impl Unpack for String {
    fn unpack(from: &mut Packed) -> Self {
        from.text()
    }
}

impl<T: Unpack> Unpack for Option<T> {
    fn unpack(from: &mut Packed) -> Self {
        let is_there: bool = Unpack::unpack(from);
        is_there.then(|| Unpack::unpack(from))
    }
}

impl<T: Unpack> Unpack for Vec<T> {
    fn unpack(from: &mut Packed) -> Self {
        let len: usize = Unpack::unpack(from);
        let mut all = Self::new();
        while all.len() < len && !from.is_damaged {
            all.push(T::unpack(from));
        }
        all
    }
}

impl Unpack for [i32; MAX_PATHS] {
    fn unpack(from: &mut Packed) -> Self {
        std::array::from_fn(|_| Unpack::unpack(from))
    }
}

impl<A: Unpack, B: Unpack> Unpack for (A, B) {
    fn unpack(from: &mut Packed) -> Self {
        (Unpack::unpack(from), Unpack::unpack(from))
    }
}

impl<A: Unpack, B: Unpack, C: Unpack> Unpack for (A, B, C) {
    fn unpack(from: &mut Packed) -> Self {
        (Unpack::unpack(from), Unpack::unpack(from), Unpack::unpack(from))
    }
}

impl Unpack for Mark {
    fn unpack(from: &mut Packed) -> Self {
        from.one_of(&Self::ALL, Self::Circle)
    }
}

impl Unpack for Status {
    fn unpack(from: &mut Packed) -> Self {
        from.one_of(&[Self::Current, Self::Updated, Self::Replaced, Self::Check], Self::Check)
    }
}

impl Unpack for FactKind {
    fn unpack(from: &mut Packed) -> Self {
        from.one_of(&[Self::Current, Self::Confirmed, Self::Dated], Self::Dated)
    }
}

impl Unpack for Format {
    fn unpack(from: &mut Packed) -> Self {
        let kind: u32 = Unpack::unpack(from);
        match kind {
            0 => Self::Single { choices: Unpack::unpack(from) },
            1 => Self::Scale { choices: Unpack::unpack(from) },
            2 => Self::Multiple {
                choices: Unpack::unpack(from),
                min: Unpack::unpack(from),
                max: Unpack::unpack(from),
            },
            3 => Self::Rating {
                steps: Unpack::unpack(from),
                rows: Unpack::unpack(from),
                points_per_step: Unpack::unpack(from),
            },
            4 => Self::Rank { choices: Unpack::unpack(from), place_points: Unpack::unpack(from) },
            _ => {
                from.fail();
                Self::Single { choices: Vec::new() }
            }
        }
    }
}

impl Unpack for Words {
    fn unpack(from: &mut Packed) -> Self {
        let texts: Vec<String> = Unpack::unpack(from);
        let texts = texts.into_boxed_slice().try_into().unwrap_or_else(|_| {
            from.fail();
            Box::new(std::array::from_fn(|_| String::new()))
        });
        Self { texts, numbers: Numbers::default() }
    }
}

/// Types that are their fields in the order in which they stand there.
macro_rules! fields {
    ($($type:ident { $($field:ident)* })*) => { $(
        impl Unpack for $type {
            #[inline(never)]
            fn unpack(from: &mut Packed) -> Self {
                Self { $($field: Unpack::unpack(from)),* }
            }
        }
    )* };
}

fields! {
    Quiz {
        id version date lang languages title intro paths blend blocks questions rules stages roadmap
        library words
    }
    Intro { title body promise }
    CareerPath {
        id code mark name inline tag summary what areas learn first_project roles_today domains note
        close_to call_to_action
    }
    CallToAction { text url note }
    Blend { path base per_breadth breadth_max note }
    Block { id name }
    Question { id block prompt help shuffle show_if format most breadth_most }
    Condition { question choices }
    Choice { id label points level path }
    Row { id label path }
    Points { by_path breadth }
    Rules { clear_lead leaning_lead tie_breaker required at_least counted low_ratings high_ratings }
    LowRatings { under_tenths note }
    HighRatings { from_tenths note }
    Stage { id name line when now steps_now }
    Step { title text if_has }
    Library { continuing day_in_the_life ladder related_careers resources facts sources }
    RelatedCareer { name does }
    Resource { name by source_says now status source url }
    Fact { id label value country year source kind via checked url }
    Source { id text url }
}

//! The proof of a quiz, in 80 columns or as JSON.

use career_quiz::quiz::proof::{
    Archetype, Flips, Longest, Method, Place, Proof, Prover, Reach, Task,
};
use career_quiz::quiz::{Answers, Fraction, Quiz, exact, share};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::{Value, json};

/// Work between two looks at the progress bar.
const SLICE: u64 = 500_000;
const BAR: usize = 40;

/// Proves a quiz, with a progress bar where somebody watches.
pub(crate) fn prove(quiz: &Quiz) -> Proof {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template("{msg:<20} [{bar:40}] {percent:>3} %") {
        bar.set_style(style.progress_chars("█▌░"));
    }
    let mut prover = Prover::new(quiz.clone());
    loop {
        if let Some(proof) = prover.step(SLICE) {
            bar.finish_and_clear();
            return proof;
        }
        let progress = prover.progress();
        bar.set_message(match progress.task {
            Task::Counting => "counting ways",
            Task::Sampling => "trying answers",
            Task::Searching => "searching visitors",
            Task::Shaking => "shaking results",
        });
        bar.set_length(progress.of as u64);
        bar.set_position(progress.done as u64);
    }
}

pub(crate) fn print(proof: &Proof, quiz: &Quiz) {
    let odds = &proof.odds;
    match odds.method {
        Method::Exact { .. } => println!("Under random answers (exact):"),
        Method::Sampled { runs, .. } => {
            println!("Under random answers ({runs} sampled, ± one standard error):");
        }
    }
    let longest = odds.ways.iter().max().copied().unwrap_or(1).max(1);
    for (at, path) in quiz.paths.iter().enumerate() {
        let ways = odds.ways.get(at).copied().unwrap_or(0);
        let error = match odds.method {
            Method::Exact { .. } => String::new(),
            Method::Sampled { .. } => format!(" ± {:.2}", 100.0 * odds.error(at)),
        };
        let share = percent(odds.hundredths(at));
        println!("{share:>8}{error}  {}  {}", bar(ways as f64 / longest as f64, 30), path.name);
    }
    println!(
        "{:>8}  of random answers leave the first place level",
        percent(odds.ties_hundredths())
    );

    println!("\nThe visitor most like each path:");
    println!("{:>10}  {:>6}  {:>8}  path", "its lead", "flips", "steady");
    for (at, (reach, archetype)) in proof.reach.iter().zip(&proof.archetypes).enumerate() {
        let name = quiz.path_names(at).1;
        match reach {
            Reach::Reached(_) if archetype.path == at => {
                let Archetype { lead, flips, stability, .. } = archetype;
                let (whole, tenth) = tenths(*lead);
                println!(
                    "{whole:>8}.{tenth}  {:>6}  {:>6.1} %  {name}",
                    flips_in(*flips),
                    f64::from(*stability) / 10.0
                );
            }
            Reach::Reached(_) => println!("{:>28}  {name}", "reached, never by much"),
            Reach::Never => println!("{:>28}  {name}", "never reached"),
            Reach::NotFound => println!("{:>28}  {name}", "not found"),
        }
    }
    let (whole, tenth) = tenths(proof.noise / Fraction::from(10));
    println!("Flips: changed answers that give another path. Steady: re-runs with every tenth");
    println!("answer changed that keep it; {whole}.{tenth} % for random visitors.");

    println!("\nWhat each question weighs, and gives a path (on average, at most):");
    let heaviest = proof.balance.iter().map(|one| one.weight).max();
    let heaviest = heaviest.map_or(1.0, decimal).max(f64::MIN_POSITIVE);
    for (question, balance) in quiz.questions.iter().zip(&proof.balance) {
        let weight = decimal(balance.weight);
        let id: String = question.id.chars().take(24).collect();
        let scored = quiz.scored_paths().next();
        let points = scored.and_then(|path| balance.gifts.get(path));
        let mut gives: Vec<_> = points
            .filter(|gift| gift.most > 0)
            .map(|gift| format!("{}, {}", exact(gift.mean), gift.most))
            .into_iter()
            .collect();
        if balance.breadth.most > 0 {
            gives.push(format!(
                "breadth {}, {}",
                exact(balance.breadth.mean),
                balance.breadth.most
            ));
        }
        let filled = bar(weight / heaviest, 20);
        // What sets the stage or leads to other questions weighs nothing here.
        let percent = if weight > 0.0 { format!("{:.1} %", 100.0 * weight) } else { "–".into() };
        println!("{percent:>8}  {filled}  {id:<24}  {}", gives.join("; "));
    }

    if let Some(reading) = &proof.reading {
        let level = decimal(Fraction::new(reading.tenths, 10));
        println!("\nReading level of the English (Flesch-Kincaid grade): {level:.1}, 8.0 allowed");
        for (place, tenths) in &reading.hardest {
            println!("{:>7.1}  {place}", decimal(Fraction::new(*tenths, 10)));
        }
    }
    println!("\nThe longest text of each screen, in characters:");
    for Longest { place, pointer, characters, limit } in &proof.longest {
        let screen = match place {
            Place::Around => "around".to_owned(),
            Place::Question(at) => format!("question {}", at + 1),
            Place::Result(at) => format!("result {}", at + 1),
        };
        println!("{characters:>5} of {limit:<4} {screen:<12} {pointer}");
    }
    println!();
}

/// The same for programs. Shares are numbers from 0 to 1.
pub(crate) fn json(proof: &Proof, quiz: &Quiz) -> Value {
    let odds = &proof.odds;
    let code = |answers: &Answers| share::encode(quiz, answers);
    let method = match odds.method {
        Method::Exact { whole, states } => json!({"exact": true, "whole": whole, "states": states}),
        Method::Sampled { runs, seed } => json!({"exact": false, "runs": runs, "seed": seed}),
    };
    let paths = quiz.paths.iter().enumerate().zip(proof.reach.iter().zip(&proof.archetypes));
    let paths = paths.map(|((at, path), (reach, archetype))| {
        let (reached, witness) = match reach {
            Reach::Reached(answers) => ("reached", answers.as_ref().map(code)),
            Reach::Never => ("never", None),
            Reach::NotFound => ("not-found", None),
        };
        json!({
            "id": path.id, "share": odds.share(at), "error": odds.error(at),
            "reach": reached, "witness": witness,
            "archetype": {
                "answers": code(&archetype.answers), "path": quiz.path_id(archetype.path),
                "lead": decimal(archetype.lead), "flips": flips_in(archetype.flips),
                "stability": archetype.stability,
            },
        })
    });
    let questions = quiz.questions.iter().zip(&proof.balance).map(|(question, balance)| {
        let gifts = quiz.paths.iter().zip(&balance.gifts);
        let gifts = gifts.map(|(path, gift)| {
            (path.id.clone(), json!({"most": gift.most, "mean": decimal(gift.mean)}))
        });
        json!({
            "id": question.id, "weight": decimal(balance.weight), "swing": decimal(balance.swing),
            "points": gifts.collect::<serde_json::Map<_, _>>(),
            "breadth": {"most": balance.breadth.most, "mean": decimal(balance.breadth.mean)},
        })
    });
    let longest = proof.longest.iter();
    let longest = longest.map(
        |one| json!({"pointer": one.pointer, "characters": one.characters, "limit": one.limit}),
    );
    json!({
        "method": method,
        "ties": odds.ties as f64 / odds.all.max(1) as f64,
        "paths": paths.collect::<Vec<_>>(),
        "questions": questions.collect::<Vec<_>>(),
        "noise": decimal(proof.noise),
        "reading": proof.reading.as_ref().map(|one| one.tenths as f64 / 10.0),
        "longest": longest.collect::<Vec<_>>(),
    })
}

fn flips_in(flips: Flips) -> String {
    match flips {
        Flips::Exactly(changes) => changes.to_string(),
        Flips::AtMost(changes) => format!("≤ {changes}"),
        Flips::Unknown => "?".into(),
    }
}

fn percent(hundredths: u128) -> String {
    format!("{}.{:02} %", hundredths / 100, hundredths % 100)
}

fn decimal(value: Fraction) -> f64 {
    *value.numer() as f64 / *value.denom() as f64
}

/// Whole and tenth of a number that is not negative, rounded.
fn tenths(value: Fraction) -> (i64, i64) {
    let tenths = career_quiz::quiz::rounded(value * Fraction::from(10));
    (tenths / 10, tenths % 10)
}

/// A bar of so many eighths of blocks, filled up with spaces.
fn bar(share: f64, width: usize) -> String {
    let eighths = (share.clamp(0.0, 1.0) * (width.min(BAR) * 8) as f64).round() as usize;
    let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"].get(eighths % 8).copied().unwrap_or("");
    let drawn = format!("{}{part}", "█".repeat(eighths / 8));
    let blank = width.saturating_sub(drawn.chars().count());
    format!("{drawn}{}", " ".repeat(blank))
}

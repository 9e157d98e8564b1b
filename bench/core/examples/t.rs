use career_quiz::quiz::*;
fn main() {
    for (m, n) in [(40, 4), (60, 4), (24, 5), (60, 6)] {
        let q = core_bench::generated(m, n).unwrap();
        let t = std::time::Instant::now();
        let o = odds(&q);
        println!("{m} x {n}: {:?} {:?} {}", t.elapsed(), o.method, o.hundredths(0));
    }
}

//! Sorting short lists in few bytes.

/// Sorts a list of at most some dozens by a key, equals in their old order (insertion sort).
///
/// Each use of the standard library's sorts, made for long lists, adds some 3 kB to what a visitor
/// downloads; each use of this some 200 bytes.
pub fn sort_short<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..list.len() {
        let mut at = end;
        while let Some((before, rest)) = list.split_at_mut_checked(at)
            && let (Some(left), Some(right)) = (before.last_mut(), rest.first_mut())
            && key(right) < key(left)
        {
            std::mem::swap(left, right);
            at -= 1;
        }
    }
}

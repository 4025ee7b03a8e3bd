//! How much alike two words are.

/// The word most like `word` among those that are known, if one is like it at all.
///
/// ```
/// assert_eq!(handbill_check::nearest("selct", ["ignore", "select"]), Some("select"));
/// assert_eq!(handbill_check::nearest("colour", ["ignore", "select"]), None);
/// ```
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = (word.chars().count() / 3).max(1);
    known.into_iter().filter_map(|known| Some((distance(word, known, most)?, known))).min().map(|(_, known)| known)
}

/// The number of letters to change, add, leave out or swap with their neighbour to make `a` of `b` (the restricted
/// Damerau-Levenshtein distance), where that is at most `most`.
pub(crate) fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let ascii = a.is_ascii() && b.is_ascii();
    // Every step changes the length by one letter at most, and a letter has at most four bytes.
    let size = if ascii { 1 } else { 4 };
    if a.len() > (b.len() + most) * size || b.len() > (a.len() + most) * size {
        return None;
    }
    // A step takes one letter away and brings one. Nearly all pairs of words are farther apart.
    if (letters(a) ^ letters(b)).count_ones() as usize > 2 * most {
        return None;
    }
    if ascii {
        return steps(a.as_bytes(), b.as_bytes(), most);
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    steps(&a, &b, most)
}

/// The steps from one row of letters to another, if they are at most `most`.
fn steps<T: PartialEq>(mut a: &[T], mut b: &[T], most: usize) -> Option<usize> {
    // What both begin and end with takes no step.
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    (a, b) = (&a[same..], &b[same..]);
    let same = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    (a, b) = (&a[..a.len() - same], &b[..b.len() - same]);
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    if a.is_empty() || b.is_empty() {
        return Some(a.len().max(b.len()));
    }
    if most < 2 {
        // One step is left: a letter for another, or a swap.
        let swap = matches!((a, b), ([a, b], [c, d]) if a == d && b == c);
        return (most == 1 && (swap || a.len() == 1 && b.len() == 1)).then_some(1);
    }
    // Three rows of the table, which take turns. Cells farther than `most` from the diagonal are farther than that in
    // steps, too, and stay as they are.
    let far = most + 1;
    let mut rows = vec![far; 3 * (b.len() + 1)];
    let (mut before, rest) = rows.split_at_mut(b.len() + 1);
    let (mut row, mut above) = rest.split_at_mut(b.len() + 1);
    above.iter_mut().enumerate().for_each(|(steps, cell)| *cell = steps.min(far));
    for i in 1..=a.len() {
        let (first, last) = (i.saturating_sub(most).max(1), (i + most).min(b.len()));
        row[first - 1] = if first == 1 { i.min(far) } else { far };
        let mut nearest = row[first - 1];
        for j in first..=last {
            let same = a[i - 1] == b[j - 1];
            let mut least = (above[j - 1] + usize::from(!same)).min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row[j] = least;
            nearest = nearest.min(least);
        }
        if nearest > most {
            return None;
        }
        std::mem::swap(&mut before, &mut above);
        std::mem::swap(&mut above, &mut row);
    }
    above.last().copied().filter(|distance| *distance <= most)
}

/// The letters of a word as a set of bits, in which one may stand for another.
fn letters(word: &str) -> u64 {
    word.chars().fold(0, |letters, c| letters | 1 << (u32::from(c) % 64))
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn a_swap_is_one_step() {
        assert_eq!(distance("recieve", "receive", 2), Some(1));
        assert_eq!(distance("", "ab", 2), Some(2));
        assert_eq!(distance("ab", "ab", 0), Some(0));
        assert_eq!(distance("kitten", "sitting", 3), Some(3));
        assert_eq!(distance("kitten", "sitting", 2), None);
    }

    #[test]
    fn no_pair_within_reach_is_given_up_early() {
        // Short words of three letters: every step is between some of them.
        let mut words = vec![String::new()];
        for at in 0.. {
            let Some(word) = words.get(at).filter(|word| word.len() < 4) else { break };
            let longer: Vec<String> = ["a", "b", "é"].iter().map(|letter| format!("{word}{letter}")).collect();
            words.extend(longer);
        }
        for (a, b) in words.iter().flat_map(|a| words.iter().map(move |b| (a, b))) {
            let whole = distance(a, b, 9).expect("nine steps make any of these");
            for most in 0..3 {
                assert_eq!(distance(a, b, most), (whole <= most).then_some(whole), "{a} {b} {most}");
            }
        }
    }
}

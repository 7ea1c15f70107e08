//! Marks: words and figures that say whose they are, so that a reply which holds one tells whom it tells of.
//!
//! A mark has a form of its own in each of two worlds ([`Twist`]): what one may not see can then differ, while everything else is the same.

use std::collections::BTreeSet;

/// What is marked: the kinds of things that one may learn of a customer or of the company, each of which can differ between two worlds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// What a customer is called; documents keep it.
    Name,
    /// Notes, tax number and website of a customer.
    Notes,
    /// Contacts and ways to reach them.
    Contact,
    /// Addresses.
    Address,
    /// Values in fields of the host.
    Custom,
    /// What a customer refers to: payer, level, price list, a group that gives nobody reach.
    Tie,
    /// The credit limit.
    Limit,
    /// Prices agreed with a customer.
    Agreement,
    /// What other systems call a customer.
    Key,
    /// Prices and texts of quotes and orders.
    Offer,
    /// Prices and texts of deliveries, returns and credit notes.
    Sale,
    /// Amounts and texts of payments.
    Payment,
    /// Amounts and texts of refunds and write-offs.
    Adjustment,
    /// Costs that lines of a customer were given.
    OwnCost,
    /// What goods cost the company.
    Cost,
    /// How much of the goods came in.
    Stock,
}

impl Class {
    /// Every class.
    pub(super) const ALL: [Self; 16] = [
        Self::Name,
        Self::Notes,
        Self::Contact,
        Self::Address,
        Self::Custom,
        Self::Tie,
        Self::Limit,
        Self::Agreement,
        Self::Key,
        Self::Offer,
        Self::Sale,
        Self::Payment,
        Self::Adjustment,
        Self::OwnCost,
        Self::Cost,
        Self::Stock,
    ];

    /// Whether it is the company's and no customer's.
    pub(super) fn is_companys(self) -> bool {
        matches!(self, Self::Cost | Self::Stock)
    }

    fn number(self) -> usize {
        Self::ALL.iter().position(|class| *class == self).unwrap_or_default()
    }
}

/// What takes its other form in a world: classes of customers, by their place, and classes of the company.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Twist(BTreeSet<(Class, Option<usize>)>);

impl Twist {
    /// Adds a class of a customer, or of the company.
    pub(super) fn add(&mut self, class: Class, customer: Option<usize>) {
        self.0.insert((class, customer));
    }

    /// Takes away whatever is of a customer.
    pub(super) fn spare(&mut self, customer: usize) {
        self.0.retain(|(_, whose)| *whose != Some(customer));
    }

    /// Leaves a class as it is.
    pub(super) fn leave(&mut self, class: Class) {
        self.0.retain(|(of, _)| *of != class);
    }

    /// Whether a class of a customer, or of the company, takes its other form.
    pub(super) fn has(&self, class: Class, customer: Option<usize>) -> bool {
        self.0.contains(&(class, customer))
    }

    /// Whether both worlds are the same.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Makes marks, one after the other: the same ones in both worlds, but for what is twisted.
#[derive(Debug)]
pub(super) struct Marks<'t> {
    seed: u64,
    twist: &'t Twist,
    made: u64,
}

/// What a marked word holds, between letters of its own and a number.
const SIGN: &str = "zq";
/// Characters of a mark behind [`SIGN`]: the customer, the class, the number, the world.
const BEHIND: usize = 8;

impl<'t> Marks<'t> {
    pub(super) fn new(seed: u64, twist: &'t Twist) -> Self {
        Self { seed, twist, made: 0 }
    }

    pub(super) fn is_twisted(&self, class: Class, customer: Option<usize>) -> bool {
        self.twist.has(class, customer)
    }

    /// The next mark's number, and a value that depends on the world where it is twisted.
    fn next(&mut self, class: Class, customer: Option<usize>) -> (u64, u64) {
        self.made += 1;
        let world = u64::from(self.is_twisted(class, customer));
        let mut state = self.seed ^ (self.made << 20) ^ ((class.number() as u64) << 8) ^ (world << 4);
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        state = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        state = (state ^ (state >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (world, state ^ (state >> 31))
    }

    /// A word of a customer. Its first letters sort differently in the other world.
    pub(super) fn word(&mut self, class: Class, customer: usize) -> String {
        let (world, mut value) = self.next(class, Some(customer));
        let mut word = String::new();
        for _ in 0..4 {
            word.push(char::from(b'a' + u8::try_from(value % 23).unwrap_or_default()));
            value /= 23;
        }
        let letter = char::from(b'a' + u8::try_from(class.number()).unwrap_or_default());
        format!("{word}{SIGN}{customer:02}{letter}{:04}{world}", self.made % 10_000)
    }

    /// A figure from `least` to twice that, with so many unmistakable decimals.
    pub(super) fn figure(&mut self, class: Class, customer: Option<usize>, least: u64, decimals: u32) -> String {
        let (_, value) = self.next(class, customer);
        let scale = 10_u64.pow(decimals);
        // The last digit is never zero, so that every digit counts.
        let decimal = value % scale / 10 * 10 + 1 + value % 9;
        format!("{}.{decimal:0width$}", least + value / scale % least, width = decimals as usize)
    }
}

/// The customer of every marked word in a text, with the word's sign.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices(SIGN).filter_map(move |(at, _)| {
        let mark = text.get(at..at + SIGN.len() + BEHIND)?;
        let inner = mark.as_bytes().get(SIGN.len()..)?;
        let digits = |range: std::ops::Range<usize>| inner.get(range).is_some_and(|part| part.iter().all(u8::is_ascii_digit));
        if !digits(0..2) || !inner.get(2).is_some_and(u8::is_ascii_lowercase) || !digits(3..BEHIND) {
            return None;
        }
        Some((mark.get(SIGN.len()..SIGN.len() + 2)?.parse().ok()?, mark))
    })
}

/// Digits that make a figure unmistakable: nobody comes upon it by chance.
const DIGITS: usize = 8;

/// Every unmistakable figure in a text, without the zeros at its end.
pub(super) fn figures(text: &str) -> Vec<&str> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    // Figures have decimals: whoever looks for points passes over everything else quickly.
    for (at, _) in text.match_indices('.') {
        let mut from = at;
        while from > 0 && bytes.get(from - 1).is_some_and(u8::is_ascii_digit) {
            from -= 1;
        }
        let mut to = at + 1;
        while bytes.get(to).is_some_and(u8::is_ascii_digit) {
            to += 1;
        }
        let Some(figure) = text.get(from..to) else { continue };
        let figure = figure.trim_end_matches('0');
        if figure.trim_start_matches(['0', '.']).bytes().filter(u8::is_ascii_digit).count() >= DIGITS {
            found.push(figure);
        }
    }
    found
}

/// Every id in a text.
pub(super) fn ids(text: &str) -> impl Iterator<Item = uuid::Uuid> {
    // An id has four hyphens; the first stands behind eight digits, and the next four characters further.
    text.match_indices('-').filter_map(move |(at, _)| {
        let from = at.checked_sub(8)?;
        if text.as_bytes().get(at + 5) != Some(&b'-') {
            return None;
        }
        uuid::Uuid::try_parse(text.get(from..from + 36)?).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_found_in_what_holds_it() {
        let mut twist = Twist::default();
        twist.add(Class::Name, Some(7));
        let (none, mut plain) = (Twist::default(), String::new());
        for twist in [&none, &twist] {
            let mut marks = Marks::new(3, twist);
            let word = marks.word(Class::Name, 7);
            let figure = marks.figure(Class::Sale, Some(7), 100_000, 4);
            let text = format!("{{\"name\":\"{word}\",\"net\":\"{figure}00\",\"day\":\"2026-01-05\"}}");
            assert_eq!(words(&text).map(|(customer, _)| customer).collect::<Vec<_>>(), [7]);
            assert_eq!(figures(&text), [figure.as_str()]);
            assert_ne!(plain, word, "the other world has another word");
            plain = word;
        }
        let id = uuid::Uuid::from_u128(0x01a2_15c7_fedc_76ef_a21d_6552_e5de_a887);
        assert_eq!(ids(&format!("\"{id}\":\"2026-01-05\",\"DN-2026-000001\"")).collect::<Vec<_>>(), [id]);
    }
}

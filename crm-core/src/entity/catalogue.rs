//! Every entity, expanded from the list in `entities.rs`.

use super::{Entity, EntityDecl, Relation};

macro_rules! catalogue {
    ($($area:ident::$entity:ident $id:tt $service:tt $kind:ident;)+) => {
        /// The type names, in the order of the list.
        const NAMES: &[&str] = &[$(stringify!($entity)),+];

        /// Every entity, parents before children.
        pub fn all() -> &'static [&'static EntityDecl] {
            static ALL: std::sync::OnceLock<Vec<&'static EntityDecl>> = std::sync::OnceLock::new();
            ALL.get_or_init(|| vec![$(<crate::$area::$entity as Entity>::decl()),+])
        }
    };
}
crate::entities!(catalogue);

/// Entities that record what happened: they may name records that no longer exist, and never block a deletion.
pub const JOURNALS: &[&str] = &["audit_entry", "feed_entry"];

/// An entity by name.
pub fn find(name: &str) -> Option<&'static EntityDecl> {
    all().iter().find(|decl| decl.name == name).copied()
}

/// A relation from one entity to another, by name: `customer` follows the field `customer_id`; `open_item` finds the open items that refer to this
/// entity.
pub fn relation(decl: &EntityDecl, name: &str) -> Option<Relation> {
    decl.to_one(name).or_else(|| {
        let target = find(name)?;
        let field = target.fields.iter().find(|f| f.refers_to(decl))?;
        Some(Relation { target, here: *decl.key().first()?, there: target.column(field.name)? })
    })
}

/// The position of a type in the list; a type outside the list, such as one declared by a test, ranks after all others.
#[doc(hidden)]
pub const fn rank(name: &str) -> usize {
    let (mut rank, mut names) = (0_usize, NAMES);
    while let [first, rest @ ..] = names {
        if is_same(first.as_bytes(), name.as_bytes()) {
            break;
        }
        (rank, names) = (rank.saturating_add(1), rest);
    }
    rank
}

const fn is_same(mut one: &[u8], mut other: &[u8]) -> bool {
    while let ([a, rest @ ..], [b, others @ ..]) = (one, other) {
        if *a != *b {
            return false;
        }
        (one, other) = (rest, others);
    }
    one.is_empty() && other.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entity_knows_its_place_in_the_list() {
        for (place, decl) in all().iter().enumerate() {
            assert_eq!(decl.rank, place, "{}", decl.name);
        }
    }
}

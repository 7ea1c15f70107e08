//! Twins: two worlds that differ in what somebody may not see, and in nothing else. Whoever asks both the same must get the same replies.
//!
//! What may differ is found and not said: each class of marks is twisted once, and where the tables change is where the class shows.

use super::{
    detect::{is_told, key_of_row},
    ground::Engine,
    marks::{Class, Twist},
    oracle::{Oracle, Sight, value},
    world::{Plan, World},
};
use crate::harness::Tables;
use crm_core::{
    catalogue,
    entity::{Column, EntityDecl, Value},
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Where a class shows: entity and column, in rows of the customer itself, of another one, or of the company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Whose {
    Own,
    Others,
    Companys,
}

type Shows = BTreeSet<(&'static str, usize, Whose)>;

/// Where each class shows.
#[derive(Debug, Default)]
pub(super) struct Flows(BTreeMap<Class, Shows>);

/// Worlds that are looked at for where classes show.
const SEEDS: [u64; 2] = [1, 2];

/// A value that differs between two worlds.
pub(super) struct Difference {
    pub(super) decl: &'static EntityDecl,
    pub(super) place: usize,
    pub(super) column: &'static Column,
    pub(super) customer: Option<Uuid>,
}

/// Every value that differs between two worlds of the same rows; the entity of which they have others.
pub(super) fn differences(left: &Tables, right: &Tables) -> Result<Vec<Difference>, &'static str> {
    let (oracle, mut found) = (Oracle::new(left), Vec::new());
    for (decl, rows) in oracle.tables() {
        let others = right.get(decl.name).map(Vec::as_slice).unwrap_or_default();
        // External keys change hands, and a row is found by its key: they are compared by place.
        if rows.len() != others.len() {
            return Err(decl.name);
        }
        for (row, other) in rows.iter().zip(others) {
            if key_of_row(decl, row) != key_of_row(decl, other) {
                return Err(decl.name);
            }
            let customer = oracle.customer_of(decl, row);
            for (place, (column, (one, two))) in decl.columns().iter().zip(row.iter().zip(other)).enumerate() {
                if one != two {
                    found.push(Difference { decl, place, column, customer });
                }
            }
        }
    }
    Ok(found)
}

impl Flows {
    /// Twists every class once, for every other customer, and looks where that shows.
    pub(super) async fn new() -> Self {
        let mut flows = Self::default();
        for seed in SEEDS {
            let plan = Plan { seed, engine: Engine::Memory, roles: Vec::new() };
            let base = World::new(&plan, &Twist::default()).await;
            let tables = base.dump().await;
            for class in Class::ALL {
                let mut twist = Twist::default();
                let twisted: Vec<Option<usize>> =
                    if class.is_companys() { vec![None] } else { (0..base.customers.len()).step_by(2).map(Some).collect() };
                twisted.iter().for_each(|customer| twist.add(class, *customer));
                if class == Class::Key {
                    // Keys change hands between neighbours.
                    (0..base.customers.len()).for_each(|customer| twist.add(class, Some(customer)));
                }
                let own: BTreeSet<Uuid> = twisted.iter().flatten().filter_map(|c| base.customers.get(*c)).copied().collect();
                let other = World::new(&plan, &twist).await;
                for difference in differences(&tables, &other.dump().await).expect("twins of the same rows") {
                    let whose = match difference.customer {
                        None => Whose::Companys,
                        Some(customer) if own.contains(&customer) || class == Class::Key => Whose::Own,
                        Some(_) => Whose::Others,
                    };
                    flows.0.entry(class).or_default().insert((difference.decl.name, difference.place, whose));
                }
            }
        }
        flows
    }

    /// Whether somebody may see where a class of a customer, or of the company, shows.
    fn is_seen(&self, class: Class, customer: Option<Uuid>, near: &BTreeSet<Uuid>, all: &[Uuid], sight: &Sight) -> bool {
        self.0.get(&class).into_iter().flatten().any(|(entity, column, whose)| {
            let Some(decl) = catalogue::find(entity) else { return false };
            let Some(column) = decl.columns().get(*column) else { return false };
            let seen = |customer: Option<Uuid>| is_told(sight, decl, column, customer);
            match (whose, customer) {
                (Whose::Companys, _) => seen(None),
                (Whose::Own, Some(_)) => seen(customer),
                (Whose::Others, Some(_)) => near.iter().any(|other| seen(Some(*other))),
                (_, None) => all.iter().any(|customer| seen(Some(*customer))),
            }
        })
    }

    /// Everything that somebody may not see of a world.
    pub(super) fn hidden_from(&self, sight: &Sight, world: &World, tables: &Tables) -> Twist {
        let mut twist = Twist::default();
        let near: Vec<_> = world.customers.iter().map(|customer| near(tables, *customer)).collect();
        for class in Class::ALL {
            if class.is_companys() {
                if !self.is_seen(class, None, &BTreeSet::new(), &world.customers, sight) {
                    twist.add(class, None);
                }
                continue;
            }
            for (place, customer) in world.customers.iter().enumerate() {
                if !self.is_seen(class, Some(*customer), &near[place], &world.customers, sight) {
                    twist.add(class, Some(place));
                }
            }
        }
        twist
    }
}

/// The customers whose bills a customer pays, and who pays its own.
fn near(tables: &Tables, customer: Uuid) -> BTreeSet<Uuid> {
    let Some(decl) = catalogue::find("customer") else { return BTreeSet::new() };
    let mut near = BTreeSet::new();
    for row in Oracle::new(tables).rows(decl.name) {
        if let (Value::Id(one), Value::Id(payer)) = (value(decl, row, "id"), value(decl, row, "payer_id")) {
            if *one == customer {
                near.insert(*payer);
            }
            if *payer == customer {
                near.insert(*one);
            }
        }
    }
    near
}

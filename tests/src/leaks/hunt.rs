//! One hunt: a world, everybody in it, and a twin for one of them.

use super::{
    api::{Api, Operation, Pool, everything},
    asks::Asker,
    detect::{GOVERNING, Index, Known, State, is_told, usurped, wrong_rows},
    ground::Engine,
    marks::{Class, Twist},
    oracle::{Oracle, Sight, Who},
    rules,
    twins::{Flows, differences},
    world::{Plan, World},
};
use crate::{
    harness::{Tables, permit},
    random::Dice,
};
use crm_core::{
    access::{Operator, Principal, Right, Role},
    customers::{Customer, CustomerGroup, CustomerGroupMember},
    entity::{Entity, Record},
    ids::{OperatorId, TypedId},
    limits,
    query::{Query, Select},
    sales::{SalesDocument, SalesLine},
    session::Session,
    storage::{LockKeys, Mode, NumberSeries},
};
use serde_json::{Value as Json, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

/// What found a leak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detector {
    /// Records that are shown are not those that the oracle says.
    Rows,
    /// A reply holds a mark of somebody else.
    Taint,
    /// Two worlds that look alike to somebody answer differently.
    Twins,
    /// Somebody changed reach or terms without authority.
    Usurped,
    /// An intact world is called corrupt, or a defect shows.
    Corrupt,
    /// Somebody without any right gets an answer, or that of somebody else's act.
    Unasked,
    /// A question or an amount beyond a limit is accepted.
    Unbounded,
    /// Something is sold that may not be.
    Sold,
    /// A field is changed that nobody gave.
    Overwritten,
}

/// Something that tells, or changes, what it should not.
#[derive(Debug, Clone)]
pub struct Leak {
    /// The seed that shows it.
    pub seed: u64,
    /// On which engine.
    pub engine: Engine,
    /// What found it.
    pub detector: Detector,
    /// As whom.
    pub operator: String,
    /// What was called.
    pub operation: String,
    /// With which arguments.
    pub arguments: String,
    /// What gave it away: the two replies, the mark, the rows, the change.
    pub found: String,
}

impl fmt::Display for Leak {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { seed, engine, detector, operator, operation, arguments, found } = self;
        write!(f, "{detector:?}, seed {seed} in {engine:?}: {operation} as {operator}\n    {arguments}\n    {found}")
    }
}

/// What hunts came to.
#[derive(Debug, Default)]
pub struct Found {
    /// Leaks.
    pub leaks: Vec<Leak>,
    /// Of each operation how often it was done, and how often refused.
    pub calls: BTreeMap<String, (usize, usize)>,
    /// Hunts with a twin.
    pub twins: usize,
    /// Twins that were given up or differ in less, and why: where marks show was not known in full, or what was done before the comparison came out
    /// differently.
    pub apart: Vec<String>,
}

impl Found {
    /// Adds what another hunt came to.
    pub fn add(&mut self, other: Self) {
        self.leaks.extend(other.leaks);
        for (operation, (done, refused)) in other.calls {
            let count = self.calls.entry(operation).or_default();
            *count = (count.0 + done, count.1 + refused);
        }
        self.twins += other.twins;
        self.apart.extend(other.apart);
    }

    /// The first leak of each kind: by detector, operation and what the answer was.
    pub fn kinds(&self) -> Vec<(&Leak, usize)> {
        let mut kinds: BTreeMap<(Detector, String), (&Leak, usize)> = BTreeMap::new();
        for leak in &self.leaks {
            kinds.entry((leak.detector, leak.operation.clone())).or_insert((leak, 0)).1 += 1;
        }
        kinds.into_values().collect()
    }
}

/// A hunt.
#[derive(Debug, Clone)]
pub struct Hunt {
    plan: Plan,
    mischief: Option<String>,
}

impl Hunt {
    /// The hunt of a seed, on an engine.
    pub fn new(seed: u64, engine: Engine) -> Self {
        Self { plan: Plan { seed, engine, roles: Vec::new() }, mischief: None }
    }

    /// With roles of the host's own, in place of random ones.
    #[must_use]
    pub fn with_roles(mut self, roles: Vec<Role>) -> Self {
        self.plan.roles = roles;
        self
    }

    /// With an operation that answers everybody as it answers the administrator: a leak that has to be found.
    #[must_use]
    pub fn with_mischief(mut self, operation: &str) -> Self {
        self.mischief = Some(operation.to_owned());
        self
    }
}

/// What every hunt needs: what can be called, and where marks show.
#[derive(Debug)]
pub struct Fuzzer {
    api: Api,
    flows: Flows,
}

/// Pages of a list that are followed.
const PAGES: usize = 12;
/// Acts under a key while somebody had every right.
const KEYED: usize = 8;
/// Questions, and acts, beyond a limit.
const BEYOND: usize = 8;
/// Differences between twins after which a hunt ends.
const DIFFERENCES: usize = 12;

/// Somebody in a world.
struct Caller {
    name: String,
    who: Who,
    sight: Sight,
    known: Known,
}

/// A hunt that goes on.
struct Running<'a> {
    fuzzer: &'a Fuzzer,
    hunt: &'a Hunt,
    world: World,
    index: Index,
    folder: tempfile::TempDir,
    dice: Dice,
    found: Found,
    /// What governs access, as it was when last looked at, and the place in the feed then.
    governing: (Tables, i64),
    /// The documents that there were then.
    documents: BTreeSet<String>,
}

impl Fuzzer {
    /// Learns what can be called, and where marks show.
    pub async fn new() -> Self {
        Self { api: Api::new(), flows: Flows::new().await }
    }

    /// Operations that can be called in a session.
    pub fn operations(&self) -> impl Iterator<Item = &str> {
        self.api.operations.iter().map(|operation| operation.name.as_str())
    }

    /// Hunts.
    pub async fn run(&self, hunt: &Hunt) -> Found {
        let world = World::new(&hunt.plan, &Twist::default()).await;
        let tables = world.dump().await;
        let index = Index::new(&tables, &world.customers);
        let governing = (governing(&world).await, position(&world).await);
        let dice = Dice::new(hunt.plan.seed ^ 0x1eaf);
        let folder = tempfile::tempdir().unwrap();
        let documents = rules::documents(&tables);
        let mut running = Running { fuzzer: self, hunt, world, index, folder, dice, found: Found::default(), governing, documents };
        running.everybody(&tables).await;
        running.twins(&tables).await;
        running.wild(&tables).await;
        running.beyond().await;
        running.found
    }
}

/// Every row of an entity.
fn whole<E: Entity>(permit: &crm_core::access::Permit) -> Query {
    Query::Select(Select::<E>::new(permit).limit(limits::MAX_PAGE).unwrap().plan())
}

/// Documents and their lines.
async fn sold(world: &World) -> Tables {
    let permit = permit(world.company, world.admin);
    let rows = ask(world, &[whole::<SalesDocument>(&permit), whole::<SalesLine>(&permit)]).await;
    rules::SOLD.into_iter().zip(rows).collect()
}

/// The tables that govern who reaches what.
async fn governing(world: &World) -> Tables {
    let permit = permit(world.company, world.admin);
    let queries = [
        whole::<Role>(&permit),
        whole::<Operator>(&permit),
        whole::<CustomerGroup>(&permit),
        whole::<Customer>(&permit),
        whole::<CustomerGroupMember>(&permit),
    ];
    let rows = ask(world, &queries).await;
    GOVERNING.into_iter().zip(rows).collect()
}

/// The place that the feed has come to.
async fn position(world: &World) -> i64 {
    let permit = permit(world.company, world.admin);
    let query = Query::Select(
        Select::<NumberSeries>::new(&permit).filter(&NumberSeries::series().eq(crm_core::feed::FEED_SERIES.to_owned())).unwrap().plan(),
    );
    let rows = ask(world, &[query]).await;
    rows.first().and_then(|rows| rows.first()?.get(1)?.clone().into_int().ok()).unwrap_or_default()
}

async fn ask(world: &World, queries: &[Query]) -> Vec<Vec<Record>> {
    let mut work = world.ground.harness.storage.begin(world.company, Mode::Read).await.unwrap();
    let rows = work.read(&LockKeys::none(), queries).await.unwrap();
    work.commit().await.unwrap();
    rows
}

fn is_done(reply: &str) -> bool {
    reply.starts_with("{\"ok\":")
}

fn parsed(reply: &str) -> Json {
    serde_json::from_str(reply).unwrap_or_default()
}

impl Running<'_> {
    fn caller(&self, number: usize, who: Who, tables: &Tables) -> Caller {
        let oracle = Oracle::new(tables);
        let sight = oracle.sight(&who);
        let known = self.index.known(&sight);
        let stored = if who.roles.is_some() { "with roles of the host" } else { "as stored" };
        let mut reaches: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        sight.rights().iter().for_each(|(right, customers)| reaches.entry(customers.len()).or_default().push(right.as_str()));
        let reaches: Vec<String> = reaches.iter().map(|(count, rights)| format!("{count} customers: {}", rights.join(" "))).collect();
        let name = format!("operator {number} {stored} ({})", reaches.join("; "));
        Caller { name, who, sight, known }
    }

    fn leak(&mut self, detector: Detector, caller: &Caller, operation: &str, arguments: &str, found: String) {
        let (seed, engine) = (self.hunt.plan.seed, self.hunt.plan.engine);
        let (operator, operation, arguments) = (caller.name.clone(), operation.to_owned(), arguments.to_owned());
        self.found.leaks.push(Leak { seed, engine, detector, operator, operation, arguments, found });
    }

    async fn session(world: &World, who: &Who) -> Session<'static> {
        let mut principal = Principal::operator(who.operator);
        principal.roles.clone_from(&who.roles);
        principal.groups = who.groups.as_ref().map(|groups| groups.iter().copied().map(TypedId::from_uuid).collect());
        world.act_as(principal).await
    }

    /// The reply to a call. The clock goes on by it.
    async fn call(&self, world: &World, session: &Session<'static>, operation: &str, arguments: &str) -> String {
        let session = if self.hunt.mischief.as_deref() == Some(operation) { &world.session } else { session };
        world.tick();
        crm_facade::call_on(session.clone(), operation, arguments.to_owned()).await
    }

    fn count(&mut self, operation: &str, reply: &str) {
        let count = self.found.calls.entry(operation.to_owned()).or_default();
        if is_done(reply) {
            count.0 += 1;
        } else {
            count.1 += 1;
        }
    }

    /// What one reply tells.
    async fn look(&mut self, caller: &Caller, operation: &str, arguments: &str, reply: &str) {
        self.count(operation, reply);
        if let Some(mark) = self.tainted(caller, operation, arguments, reply).await {
            self.leak(Detector::Taint, caller, operation, arguments, mark);
        }
        let said = parsed(reply);
        let told = if is_done(reply) { rules::warned_beside(&caller.sight, &said["ok"]) } else { rules::told_beside(&caller.sight, &said["error"]) };
        if let Some(told) = told {
            self.leak(Detector::Taint, caller, operation, arguments, format!("{told}: {}", cut(reply)));
        }
        if ["corrupt", "internal"].iter().any(|kind| said["error"]["kind"] == *kind) {
            self.leak(Detector::Corrupt, caller, operation, arguments, cut(reply));
        }
    }

    /// What in a reply tells of somebody else, by what the world holds now too: an act can have made rows that the caller sees, with ids in them.
    async fn tainted(&self, caller: &Caller, operation: &str, arguments: &str, reply: &str) -> Option<String> {
        self.index.tainted(operation, reply, arguments, &caller.known)?;
        let now = Index::new(&self.world.dump().await, &self.world.customers);
        now.tainted(operation, reply, arguments, &now.known(&caller.sight))
    }

    /// Every operator in memory; where a call takes longer some, whom the seed says.
    fn some_operators(&mut self) -> Vec<usize> {
        let count = self.world.operators.len();
        match self.hunt.plan.engine {
            Engine::Memory => (0..count).collect(),
            Engine::Sqlite | Engine::Postgres => (0..count).filter(|_| self.dice.once_in(2)).collect(),
        }
    }

    /// Every record, as everybody.
    async fn everybody(&mut self, tables: &Tables) {
        let services = self.fuzzer.api.services();
        let mut all = BTreeMap::new();
        for (service, _) in &services {
            all.insert(service.clone(), everything(&self.world, service).await);
        }
        for number in self.some_operators() {
            let caller = self.caller(number, Who::operator(self.world.operators[number]), tables);
            let session = Self::session(&self.world, &caller.who).await;
            for (service, decl) in &services {
                self.records(&caller, &session, service, decl, &all[service], tables).await;
            }
        }
    }

    async fn records(
        &mut self,
        caller: &Caller,
        session: &Session<'static>,
        service: &str,
        decl: &'static crm_core::entity::EntityDecl,
        all: &[Json],
        tables: &Tables,
    ) {
        let list = format!("{service}.list");
        let is_allowed = decl.read.is_some_and(|right| caller.sight.has(right));
        let mut arguments = json!({});
        if self.dice.once_in(2) {
            arguments["limit"] = (1 + self.dice.below(all.len() + 1)).into();
        }
        let (shown, reply) = self.pages(caller, session, &list, arguments.clone()).await;
        if !is_allowed {
            if parsed(&reply)["error"]["code"] != "access.denied" {
                self.leak(Detector::Rows, caller, &list, "{}", format!("without the right to read: {}", cut(&reply)));
            }
            return;
        }
        let oracle = Oracle::new(tables);
        if let Some(wrong) = wrong_rows(&oracle, &caller.sight, decl, &shown, all) {
            self.leak(Detector::Rows, caller, &list, &arguments.to_string(), wrong);
        }
        let count = format!("{service}.count");
        let reply = self.call(&self.world, session, &count, "{}").await;
        self.count(&count, &reply);
        let expected = oracle.rows(decl.name).iter().filter(|row| caller.sight.shows(&oracle, decl, row)).count();
        if parsed(&reply)["ok"] != json!(expected) {
            self.leak(Detector::Rows, caller, &count, "{}", format!("{reply}, and {expected} are in reach"));
        }
        for short in ["get", "find"] {
            if self.fuzzer.api.of_records(service, short).is_none() || all.is_empty() {
                continue;
            }
            let one = self.dice.one(all);
            let is_shown = shown.iter().any(|item| item["id"] == one["id"]);
            let (operation, arguments) = (format!("{service}.{short}"), json!({"id": one["id"]}).to_string());
            let reply = self.call(&self.world, session, &operation, &arguments).await;
            self.look(caller, &operation, &arguments, &reply).await;
            if (is_done(&reply) && !parsed(&reply)["ok"].is_null()) != is_shown {
                self.leak(Detector::Rows, caller, &operation, &arguments, format!("listed: {is_shown}; {}", cut(&reply)));
            }
        }
    }

    /// All pages of a list, and the last reply.
    async fn pages(&mut self, caller: &Caller, session: &Session<'static>, list: &str, mut arguments: Json) -> (Vec<Json>, String) {
        let mut shown = Vec::new();
        loop {
            let text = arguments.to_string();
            let reply = self.call(&self.world, session, list, &text).await;
            self.look(caller, list, &text, &reply).await;
            let mut page = parsed(&reply)["ok"].take();
            if let Json::Array(items) = page["items"].take() {
                shown.extend(items);
            }
            if page["next"].is_null() {
                return (shown, reply);
            }
            arguments["after"] = page["next"].take();
        }
    }

    /// Everything that can be called, as one of the operators, in two worlds that look alike to it.
    async fn twins(&mut self, tables: &Tables) {
        // One of those from whom something is hidden.
        let oracle = Oracle::new(tables);
        let hides = |operator: &OperatorId| {
            let sight = oracle.sight(&Who::operator(*operator));
            !sight.rights().is_empty() && !self.fuzzer.flows.hidden_from(&sight, &self.world, tables).is_empty()
        };
        let numbers: Vec<usize> = (0..self.world.operators.len()).filter(|number| hides(&self.world.operators[*number])).collect();
        if numbers.is_empty() {
            return;
        }
        let number = self.dice.one(&numbers);
        let mut who = Who::operator(self.world.operators[number]);
        if self.dice.once_in(5) {
            // The host says which roles and groups it has.
            let stored = Oracle::new(tables).groups_of(who.operator);
            who.groups = Some(stored.into_iter().collect());
            who.roles = Some(self.roles_of(tables, who.operator));
        }
        let mut caller = self.caller(number, who, tables);
        // Either keys of other systems are twisted, or used by somebody who has every right.
        let is_keyed = self.dice.once_in(2);
        let Some(twin) = self.twin(&caller, tables, is_keyed).await else { return };
        self.found.twins += 1;
        let others = twin.dump().await;
        let pool = Pool::new(&self.fuzzer.api, [tables, &others], &self.world.made);
        let mut pair = Pair::new(&self.world, twin, &caller.who).await;
        self.idempotent(&mut pair, &caller, &pool, is_keyed).await;
        self.settle().await;
        if self.sees_more(&mut caller) {
            // With every right it gave itself more.
            return;
        }
        if let Some(shows) = self.told_apart(&pair, &caller).await {
            // What was done with every right came out differently, where the caller may see it.
            self.found.apart.push(format!("seed {}: {shows} shows since", self.hunt.plan.seed));
            return;
        }
        // What gives the same rows to see is asked first, what changes them comes after.
        let mut operations: Vec<&Operation> = self.fuzzer.api.operations.iter().collect();
        for place in (1..operations.len()).rev() {
            let other = self.dice.below(place + 1);
            operations.swap(place, other);
        }
        let writes = |operation: &&Operation| {
            pool.made.contains_key(&operation.name) || operation.takes("custom") || operation.takes_a(|name| self.fuzzer.api.entity(name).is_some())
        };
        operations.sort_by_key(writes);
        for operation in operations {
            // Filters and reports have many forms, and so have acts and changes; a record is looked up in one way.
            let times = if operation.takes("filter") || operation.takes("changes") || operation.decl.is_none() { 3 } else { 1 };
            for _ in 0..times {
                self.both(&mut pair, &mut caller, operation, &pool).await;
                if pair.is_over {
                    return;
                }
            }
        }
        self.again(&mut pair, &mut caller, &pool).await;
        self.taken(&mut pair, &mut caller, number).await;
        self.again(&mut pair, &mut caller, &pool).await;
        self.inside(&mut pair, &caller, &pool).await;
    }

    fn roles_of(&self, tables: &Tables, operator: OperatorId) -> Vec<String> {
        let oracle = Oracle::new(tables);
        let decl = Operator::decl();
        let row = oracle.rows(decl.name).iter().find(|row| super::oracle::value(decl, row, "id").to_json() == operator.uuid().to_string());
        let roles = row.map(|row| super::oracle::value(decl, row, "roles").to_json());
        roles.and_then(|roles| serde_json::from_value(roles).ok()).unwrap_or_default()
    }

    /// A world that differs in what somebody may not see; none if there is nothing.
    async fn twin(&mut self, caller: &Caller, tables: &Tables, is_keyed: bool) -> Option<World> {
        let mut twist = self.fuzzer.flows.hidden_from(&caller.sight, &self.world, tables);
        if is_keyed {
            twist.leave(Class::Key);
        }
        while !twist.is_empty() {
            let twin = World::new(&self.hunt.plan, &twist).await;
            let seen = differences(tables, &twin.dump().await).expect("twins of the same rows");
            let seen: Vec<_> = seen.iter().filter(|one| is_told(&caller.sight, one.decl, one.column, one.customer)).collect();
            let Some(first) = seen.first() else { return Some(twin) };
            // Where a class shows was not known in full: what shows is left as it is.
            let customers: BTreeSet<usize> =
                seen.iter().filter_map(|one| self.world.customers.iter().position(|customer| Some(*customer) == one.customer)).collect();
            self.found.apart.push(format!("seed {}: {}.{} shows", self.hunt.plan.seed, first.decl.name, first.column.name));
            let before = twist.clone();
            customers.iter().for_each(|customer| twist.spare(*customer));
            if twist == before {
                return None;
            }
        }
        None
    }

    /// What differs between the worlds by now that the caller may see.
    async fn told_apart(&self, pair: &Pair, caller: &Caller) -> Option<String> {
        match differences(&self.world.dump().await, &pair.twin.dump().await) {
            Err(entity) => Some(entity.to_owned()),
            Ok(found) => found
                .iter()
                .find(|one| is_told(&caller.sight, one.decl, one.column, one.customer))
                .map(|one| format!("{}.{}", one.decl.name, one.column.name)),
        }
    }

    /// Acts under keys, while somebody has every right: what they answer is not compared, but what they answer later is.
    async fn idempotent(&mut self, pair: &mut Pair, caller: &Caller, pool: &Pool, is_keyed: bool) {
        let role =
            json!({"data": {"code": "plus", "name": "Plus", "rights": Right::ALL.iter().map(|r| r.as_str()).collect::<Vec<_>>(), "scope": "all"}});
        self.world.act("roles.create", &role).await;
        pair.twin.act("roles.create", &role).await;
        let plus = Principal::host(caller.who.operator, &["plus"], &[]);
        let (left, right) = (self.world.act_as(plus.clone()).await, pair.twin.act_as(plus).await);
        let made: Vec<&String> = pool.made.keys().collect();
        for number in 0..KEYED * 3 {
            let operation = self.dice.one(&made).clone();
            let Some(found) = self.fuzzer.api.find(&operation) else { continue };
            // A record that differs between the worlds can be changed to what it is in one of them.
            let is_uneven = found.takes("record") || !is_keyed && found.takes_a(|name| name == "ExternalKey");
            // Who has every right can take the administrator's.
            if is_uneven || found.decl.is_some_and(|decl| ["role", "operator"].contains(&decl.name)) {
                continue;
            }
            let arguments = self.arguments(found, pool).await.to_string();
            let key = format!("before-{number}");
            let one = self.call(&self.world, &left.idempotent(&key), &operation, &arguments).await;
            let other = self.call(&pair.twin, &right.idempotent(&key), &operation, &arguments).await;
            if is_done(&one) != is_done(&other) {
                self.found.apart.push(format!("seed {}: {operation} {arguments}: {} and {}", self.hunt.plan.seed, cut(&one), cut(&other)));
                pair.is_over = true;
                return;
            }
            if is_done(&one) {
                pair.keys.push((key, operation, arguments));
            }
            if pair.keys.len() >= KEYED {
                return;
            }
        }
    }

    async fn arguments(&mut self, operation: &Operation, pool: &Pool) -> Json {
        let records = match operation.decl {
            // Records are taken as they are now.
            Some(decl) if operation.takes("record") => {
                let service = self.fuzzer.api.services().into_iter().find(|(_, of)| of.name == decl.name);
                match service {
                    Some((service, _)) => everything(&self.world, &service).await,
                    None => Vec::new(),
                }
            }
            None if operation.takes("record") => everything(&self.world, "company").await,
            _ => Vec::new(),
        };
        let mut asker = Asker { api: &self.fuzzer.api, pool, dice: self.dice.clone(), folder: self.folder.path(), records, words: 0 };
        let arguments = asker.arguments(operation);
        self.dice = asker.dice;
        arguments
    }

    /// A record as the administrator finds it; nothing if there is none.
    async fn record(&self, found_by: Option<&(String, Json)>) -> Json {
        let Some((operation, arguments)) = found_by else { return Json::Null };
        parsed(&crm_facade::call_on(self.world.session.clone(), operation, arguments.to_string()).await)["ok"].take()
    }

    /// One call in both worlds, and the pages behind it.
    async fn both(&mut self, pair: &mut Pair, caller: &mut Caller, operation: &Operation, pool: &Pool) {
        let mut arguments = self.arguments(operation, pool).await;
        let key = (!operation.takes("filter") && self.dice.once_in(6)).then(|| format!("key-{}", pair.keys.len()));
        for _ in 0..PAGES {
            let text = arguments.to_string();
            let part = rules::changed_in_part(&self.fuzzer.api, operation, &arguments);
            let before = self.record(part.as_ref()).await;
            let usurped = rules::reserved(&self.governing.0, &caller.who, &arguments);
            let reply = self.compared(pair, caller, &operation.name, &text, key.as_deref()).await;
            if is_done(&reply)
                && ["upsert", "bind_external", "unbind_external"].contains(&operation.short())
                && let Some(usurped) = usurped
            {
                self.leak(Detector::Usurped, caller, &operation.name, &text, usurped);
            }
            if is_done(&reply)
                && let Some(overwritten) = rules::overwritten(&before, &self.record(part.as_ref()).await, &arguments["changes"])
            {
                self.leak(Detector::Overwritten, caller, &operation.name, &text, overwritten);
            }
            if let (Some(key), true) = (&key, is_done(&reply)) {
                pair.keys.push((key.clone(), operation.name.clone(), text));
            }
            if pair.is_over || !operation.takes("after") || !reply.contains("\"next\":\"") {
                return;
            }
            arguments["after"] = parsed(&reply)["ok"]["next"].take();
        }
    }

    /// The reply in the first world. It is the same in the other.
    async fn compared(&mut self, pair: &mut Pair, caller: &mut Caller, operation: &str, arguments: &str, key: Option<&str>) -> String {
        let (left, right) = match key {
            Some(key) => (pair.left.idempotent(key), pair.right.idempotent(key)),
            None => (pair.left.clone(), pair.right.clone()),
        };
        let said = key.map_or_else(String::new, |key| format!("under the key `{key}`: "));
        let reply = self.call(&self.world, &left, operation, arguments).await;
        self.empty_folder();
        let other = self.call(&pair.twin, &right, operation, arguments).await;
        self.empty_folder();
        self.look(caller, operation, arguments, &reply).await;
        if reply != other {
            self.leak(Detector::Twins, caller, operation, arguments, format!("{said}{}", differing(&reply, &other)));
            pair.differences += 1;
            // What was done in one world only leaves them apart.
            pair.is_over = is_done(&reply) != is_done(&other) || pair.differences >= DIFFERENCES;
        }
        if self.watch(caller, operation, arguments).await {
            // The caller sees more by it: the worlds look alike no longer.
            pair.is_over = true;
        }
        reply
    }

    /// Both worlds find no file that was written before.
    fn empty_folder(&self) {
        for file in std::fs::read_dir(self.folder.path()).unwrap() {
            std::fs::remove_file(file.unwrap().path()).unwrap();
        }
    }

    /// Takes the world as it is now: what was done was in order.
    async fn settle(&mut self) {
        self.governing = (governing(&self.world).await, position(&self.world).await);
        self.documents = rules::documents(&sold(&self.world).await);
    }

    /// Looks whether an act changed who reaches what; tells whether the caller sees more than before.
    async fn watch(&mut self, caller: &mut Caller, operation: &str, arguments: &str) -> bool {
        let now = position(&self.world).await;
        if now == self.governing.1 {
            return false;
        }
        let after = governing(&self.world).await;
        let usurpation = usurped(&State::new(&self.governing.0), &State::new(&after), caller.who.operator, &caller.sight);
        if let Some(usurpation) = usurpation {
            self.leak(Detector::Usurped, caller, operation, arguments, usurpation);
        }
        let sold = sold(&self.world).await;
        let is_blocked = self.world.look("pricing.settings", &json!({})).await["below_cost"] == "block";
        if let Some(sale) = rules::sold(&self.documents, &sold, &caller.sight, is_blocked) {
            self.leak(Detector::Sold, caller, operation, arguments, sale);
        }
        self.documents = rules::documents(&sold);
        self.governing = (after, now);
        self.sees_more(caller)
    }

    /// Whether a caller sees more than before, by what governs access now.
    fn sees_more(&self, caller: &mut Caller) -> bool {
        let sight = Oracle::new(&self.governing.0).sight(&caller.who);
        let sees_more = !sight.is_within(&caller.sight, &self.world.customers);
        if sight != caller.sight {
            caller.known = self.index.known(&sight);
            caller.sight = sight;
        }
        sees_more
    }

    /// What was done under keys is asked for again, by the same caller and by another one.
    async fn again(&mut self, pair: &mut Pair, caller: &mut Caller, pool: &Pool) {
        for (key, operation, arguments) in pair.keys.clone() {
            self.compared(pair, caller, &operation, &arguments, Some(&key)).await;
            if pair.is_over {
                return;
            }
            if self.dice.once_in(4)
                && let Some(found) = self.fuzzer.api.find(&operation)
            {
                // The same key for something else.
                let arguments = self.arguments(found, pool).await.to_string();
                self.compared(pair, caller, &operation, &arguments, Some(&key)).await;
            }
            if self.dice.once_in(2) {
                // The same key by somebody else, who does nothing by it: the key is taken.
                let number = self.dice.below(self.world.operators.len());
                let other = self.caller(number, Who::operator(self.world.operators[number]), &self.world.dump().await);
                if other.who.operator != caller.who.operator {
                    let session = Self::session(&self.world, &other.who).await.idempotent(&key);
                    let reply = self.call(&self.world, &session, &operation, &arguments).await;
                    pair.twin.tick();
                    self.look(&other, &operation, &arguments, &reply).await;
                    // What made the world is an act, of which a key holds the answer; a read knows no keys.
                    if is_done(&reply) && pool.made.contains_key(&operation) {
                        let found = format!("under the key `{key}` of somebody else: {}", cut(&reply));
                        self.leak(Detector::Unasked, &other, &operation, &arguments, found);
                    }
                }
            }
        }
    }

    /// The administrator takes something away: a right, or a customer.
    async fn taken(&mut self, pair: &mut Pair, caller: &mut Caller, number: usize) {
        if pair.is_over {
            return;
        }
        let operator = self.world.operators[number].uuid().to_string();
        let own: Vec<_> = caller.sight.anywhere().into_iter().collect();
        if self.dice.once_in(2) && !own.is_empty() {
            let id = self.dice.one(&own).to_string();
            for world in [&self.world, &pair.twin] {
                let mut record = world.act("customers.get", &json!({"id": id})).await;
                record["owner_id"] = Json::Null;
                record["group_id"] = Json::Null;
                world.act("customers.update", &json!({"record": record})).await;
            }
        } else {
            let roles = everything(&self.world, "roles").await;
            let held = self.world.look("operators.get", &json!({"id": operator})).await["roles"].take();
            let held: Vec<&Json> = roles.iter().filter(|role| held.as_array().is_some_and(|held| held.contains(&role["code"]))).collect();
            let Some(role) = (!held.is_empty()).then(|| self.dice.one(&held).clone()) else { return };
            let mut fewer = role.clone();
            let rights: Vec<Json> = role["rights"].as_array().into_iter().flatten().filter(|_| !self.dice.once_in(4)).cloned().collect();
            fewer["rights"] = rights.into();
            for world in [&self.world, &pair.twin] {
                world.act("roles.update", &json!({"record": fewer})).await;
            }
        }
        self.settle().await;
        let tables = self.world.dump().await;
        caller.sight = Oracle::new(&tables).sight(&caller.who);
        caller.known = self.index.known(&caller.sight);
    }

    /// Some calls once more, within a transaction of the host.
    async fn inside(&mut self, pair: &mut Pair, caller: &Caller, pool: &Pool) {
        if pair.is_over {
            return;
        }
        let mut calls = Vec::new();
        for _ in 0..25 {
            let all: Vec<&Operation> = self.fuzzer.api.operations.iter().collect();
            let operation = self.dice.one(&all);
            calls.push((operation.name.as_str(), self.arguments(operation, pool).await.to_string()));
        }
        let replies = self.world.ground.within(&pair.left, &calls).await;
        self.empty_folder();
        let others = pair.twin.ground.within(&pair.right, &calls).await;
        self.empty_folder();
        for ((operation, arguments), (reply, other)) in calls.iter().zip(replies.iter().zip(&others)) {
            self.look(caller, operation, arguments, reply).await;
            if reply != other {
                self.leak(Detector::Twins, caller, operation, arguments, format!("within a transaction of the host: {}", differing(reply, other)));
                if is_done(reply) != is_done(other) {
                    return;
                }
            }
        }
    }

    /// Anything, as everybody else.
    async fn wild(&mut self, tables: &Tables) {
        let pool = Pool::new(&self.fuzzer.api, [tables, tables], &self.world.made);
        for number in self.some_operators() {
            let tables = self.world.dump().await;
            self.settle().await;
            let mut caller = self.caller(number, Who::operator(self.world.operators[number]), &tables);
            let session = Self::session(&self.world, &caller.who).await;
            let all: Vec<&Operation> = self.fuzzer.api.operations.iter().collect();
            let has_nothing = caller.sight.rights().is_empty();
            // Acts are few among all that can be called, and most of what can be done wrong is done by them.
            let acts: Vec<&Operation> = all.iter().copied().filter(|operation| pool.made.contains_key(&operation.name)).collect();
            let drawn = |dice: &mut Dice, number: usize| if number.is_multiple_of(2) { dice.one(&acts) } else { dice.one(&all) };
            let calls: Vec<&Operation> = if has_nothing { all } else { (0..40).map(|number| drawn(&mut self.dice, number)).collect() };
            for operation in calls {
                let arguments = self.arguments(operation, &pool).await.to_string();
                let reply = self.call(&self.world, &session, &operation.name, &arguments).await;
                self.look(&caller, &operation.name, &arguments, &reply).await;
                if has_nothing && is_done(&reply) {
                    self.leak(Detector::Unasked, &caller, &operation.name, &arguments, cut(&reply));
                }
                self.watch(&mut caller, &operation.name, &arguments).await;
            }
        }
    }
}

impl Running<'_> {
    /// What is beyond a limit is refused, of the administrator too.
    async fn beyond(&mut self) {
        let tables = self.world.dump().await;
        let admin = self.caller(0, Who::operator(self.world.admin), &tables);
        let mut calls = Vec::new();
        let services = self.fuzzer.api.services();
        for _ in 0..BEYOND {
            let (service, decl) = self.dice.one(&services);
            let (short, arguments) = self.dice.one(&rules::beyond(decl));
            calls.push((format!("{service}.{short}"), arguments));
        }
        let acts: Vec<_> =
            self.world.made.iter().filter(|made| self.fuzzer.api.find(&made.operation).is_some_and(|of| of.decl.is_none())).cloned().collect();
        for _ in 0..BEYOND {
            let made = self.dice.one(&acts);
            calls.extend(rules::with_huge_amounts(&made.arguments).map(|huge| (made.operation, huge)));
        }
        for (operation, arguments) in calls.into_iter().filter(|(operation, _)| self.fuzzer.api.find(operation).is_some()) {
            let text = arguments.to_string();
            let reply = self.call(&self.world, &self.world.session, &operation, &text).await;
            self.count(&operation, &reply);
            if is_done(&reply) {
                self.leak(Detector::Unbounded, &admin, &operation, &text, cut(&reply));
            }
        }
    }
}

/// Somebody in two worlds.
struct Pair {
    twin: World,
    left: Session<'static>,
    right: Session<'static>,
    /// What was done under a key: the key, the operation, its arguments.
    keys: Vec<(String, String, String)>,
    differences: usize,
    is_over: bool,
}

impl Pair {
    async fn new(world: &World, twin: World, who: &Who) -> Self {
        // The first world was looked at by everybody, and its clock went on.
        twin.ground.harness.clock.set(crm_core::time::Clock::now(&*world.ground.harness.clock));
        twin.ground.ids.set(world.ground.ids.call());
        let (left, right) = (Running::session(world, who).await, Running::session(&twin, who).await);
        Self { twin, left, right, keys: Vec::new(), differences: 0, is_over: false }
    }
}

/// The beginning of a long text.
fn cut(text: &str) -> String {
    text.chars().take(600).collect()
}

/// Two replies from shortly before where they differ.
fn differing(one: &str, other: &str) -> String {
    let same = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let part = |text: &str| -> String {
        let from = same.saturating_sub(120);
        String::from_utf8_lossy(text.as_bytes().get(from..(same + 200).min(text.len())).unwrap_or_default()).into_owned()
    };
    format!("..{}\n    ..{}", part(one), part(other))
}

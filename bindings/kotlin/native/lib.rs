//! What the JVM calls, as `crm.Native` declares it: one operation by name, with arguments and reply as JSON in UTF-8, blocking or with somebody to take
//! the reply; handles; the end.
//!
//! Everything else is `crm-facade`'s. What goes wrong is in the reply. Libraries are known to the JVM by numbers, so that a number that is out of date is a
//! closed library and nothing worse. Nothing here keeps a class of the JVM but a call that runs, so a class loader that has no calls can go.
#![allow(unsafe_code, reason = "the JVM looks functions up by their names")]

use crm_facade::{Call, Facade, Failure};
use jni::{
    Env, EnvUnowned, JValue, JavaVM,
    errors::{Error, Result, ThrowRuntimeExAndDefault},
    jni_sig, jni_str,
    objects::{JByteArray, JClass, JLongArray, JObject},
    refs::Global,
    sys::jlong,
};
use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
};

static NEXT: AtomicI64 = AtomicI64::new(1);
static LIBRARIES: Mutex<Option<HashMap<jlong, Arc<Facade>>>> = Mutex::new(None);

fn libraries() -> MutexGuard<'static, Option<HashMap<jlong, Arc<Facade>>>> {
    LIBRARIES.lock().unwrap_or_else(PoisonError::into_inner)
}

fn library(number: jlong) -> std::result::Result<Arc<Facade>, String> {
    libraries()
        .iter()
        .flatten()
        .find(|(known, _)| **known == number)
        .map(|(_, facade)| Arc::clone(facade))
        .ok_or_else(|| Failure::closed("the library").reply())
}

/// A text; what is no UTF-8 is no JSON either, and refused as such.
fn text(env: &Env<'_>, bytes: &JByteArray<'_>) -> Result<String> {
    Ok(String::from_utf8(env.convert_byte_array(bytes)?).unwrap_or_default())
}

fn request(env: &Env<'_>, session: jlong, operation: &JByteArray<'_>, key: &JByteArray<'_>, arguments: &JByteArray<'_>) -> Result<Call> {
    let key = if key.is_null() { None } else { Some(text(env, key)?) };
    let session = u64::try_from(session).ok().filter(|session| *session != 0);
    Ok(Call { session, operation: text(env, operation)?, key, arguments: text(env, arguments)? })
}

/// Opens the database of a URL: the number of the library is the first of `number`. Or gives a reply that says why it is not open.
#[unsafe(no_mangle)]
pub extern "system" fn Java_crm_Native_open<'l>(
    mut env: EnvUnowned<'l>,
    _: JClass<'l>,
    url: JByteArray<'l>,
    number: JLongArray<'l>,
) -> JByteArray<'l> {
    let opened = env.with_env(|env| -> Result<JByteArray<'_>> {
        match Facade::open(&text(env, &url)?) {
            Ok(facade) => {
                let next = NEXT.fetch_add(1, Ordering::Relaxed);
                number.set_region(env, 0, &[next])?;
                libraries().get_or_insert_default().insert(next, facade);
                Ok(JByteArray::null())
            }
            Err(reply) => env.byte_array_from_slice(reply.as_bytes()),
        }
    });
    opened.resolve::<ThrowRuntimeExAndDefault>()
}

/// Carries a call out on the calling thread, and gives its reply. A session of 0 is none.
#[unsafe(no_mangle)]
pub extern "system" fn Java_crm_Native_call<'l>(
    mut env: EnvUnowned<'l>,
    _: JClass<'l>,
    number: jlong,
    session: jlong,
    operation: JByteArray<'l>,
    key: JByteArray<'l>,
    arguments: JByteArray<'l>,
) -> JByteArray<'l> {
    let called = env.with_env(|env| -> Result<JByteArray<'_>> {
        let call = request(env, session, &operation, &key, &arguments)?;
        let reply = library(number).map_or_else(|closed| closed, |facade| facade.call_blocking(call));
        env.byte_array_from_slice(reply.as_bytes())
    });
    called.resolve::<ThrowRuntimeExAndDefault>()
}

/// Carries a call out on the library's own threads; `done` takes the reply on one of them.
#[unsafe(no_mangle)]
pub extern "system" fn Java_crm_Native_start<'l>(
    mut env: EnvUnowned<'l>,
    _: JClass<'l>,
    number: jlong,
    session: jlong,
    operation: JByteArray<'l>,
    key: JByteArray<'l>,
    arguments: JByteArray<'l>,
    done: JObject<'l>,
) {
    let started = env.with_env(|env| -> Result<()> {
        let call = request(env, session, &operation, &key, &arguments)?;
        let (jvm, done) = (env.get_java_vm()?, env.new_global_ref(&done)?);
        match library(number) {
            Ok(facade) => facade.start(call, move |reply| hand_over(&jvm, done, &reply)),
            Err(closed) => hand_over(&jvm, done, &closed),
        }
        Ok(())
    });
    started.resolve::<ThrowRuntimeExAndDefault>();
}

/// Hands a reply over. The thread is the JVM's only meanwhile: one that stayed would keep a program from ending. Where there is no room for the reply, there
/// is none.
fn hand_over(jvm: &JavaVM, done: Global<JObject<'static>>, reply: &str) {
    let handed: Result<()> = jvm.attach_current_thread_for_scope(|env| {
        env.with_local_frame(8, |env| -> Result<()> {
            let bytes = match env.byte_array_from_slice(reply.as_bytes()) {
                Ok(bytes) => bytes,
                Err(Error::JavaException) => {
                    env.exception_clear();
                    JByteArray::null()
                }
                Err(error) => return Err(error),
            };
            env.call_method(&done, jni_str!("done"), jni_sig!("([B)V"), &[JValue::Object(&bytes)])?;
            Ok(())
        })?;
        // While the thread is attached.
        drop(done);
        Ok(())
    });
    // The JVM is ending: nobody waits.
    drop(handed);
}

/// The handle of a session is not used any more.
#[unsafe(no_mangle)]
pub extern "system" fn Java_crm_Native_release<'l>(_: EnvUnowned<'l>, _: JClass<'l>, number: jlong, session: jlong) {
    if let (Ok(facade), Ok(session)) = (library(number), u64::try_from(session)) {
        facade.release(session);
    }
}

/// Waits for running calls and closes the database. Gives a reply.
#[unsafe(no_mangle)]
pub extern "system" fn Java_crm_Native_close<'l>(mut env: EnvUnowned<'l>, _: JClass<'l>, number: jlong) -> JByteArray<'l> {
    let closed = env.with_env(|env| -> Result<JByteArray<'_>> {
        let reply = library(number).map_or_else(|closed| closed, |facade| facade.close());
        env.byte_array_from_slice(reply.as_bytes())
    });
    closed.resolve::<ThrowRuntimeExAndDefault>()
}

/// The number of a library is not used any more.
#[unsafe(no_mangle)]
pub extern "system" fn Java_crm_Native_free<'l>(_: EnvUnowned<'l>, _: JClass<'l>, number: jlong) {
    let freed = libraries().as_mut().and_then(|libraries| libraries.remove(&number));
    // Not under the lock: it ends threads.
    drop(freed);
}

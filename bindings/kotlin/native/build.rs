//! What the JVM unloads with a class loader stays in memory: threads of the library may be about to end, and their last instructions are in it.

fn main() {
    println!("cargo::rerun-if-changed=native/build.rs");
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        println!("cargo::rustc-cdylib-link-arg=-Wl,-z,nodelete");
    }
}

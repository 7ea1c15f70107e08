//! uniffi's generator as a program of this workspace, so that it has the version of the library.

fn main() {
    uniffi::uniffi_bindgen_main();
}

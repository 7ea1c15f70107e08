//! uniffi's generator as a program of this workspace, so that it has the library's version.

fn main() {
    uniffi::uniffi_bindgen_main();
}

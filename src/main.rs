//! 绩评 Jiping: from a target table to an explained grade.
//! Mounts the app.

/// The standard library's allocator for WebAssembly weighs four times as much.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    jiping::app::mount::mount();
}

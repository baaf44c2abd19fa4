//! 绩评 Jiping: from a target table to an explained grade.
//! Mounts the app.

fn main() {
    jiping::app::mount::mount();
}

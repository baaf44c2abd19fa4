//! 二维码: a link as a QR code (ISO/IEC 18004), drawn as one SVG path.
//!
//! Up to 2,953 characters at the lowest error correction; the correction is raised where the same size has
//! room for it.

use qrcodegen::{QrCode as Modules, QrCodeEcc};

/// White modules around the code that readers need.
const QUIET: u32 = 4;

/// 二维码.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrCode {
    /// Modules on each side, the white rim included: the side of the `viewBox`.
    pub size: u32,
    /// The black modules, to be filled: `M4 4h7v1h-7z…`.
    pub path: String,
}

impl QrCode {
    /// Millimetres on each side at which a phone reads it from a hand's distance: half a millimetre a module.
    #[must_use]
    pub const fn millimetres(&self) -> u32 {
        self.size.div_ceil(2)
    }
}

/// The code of a text; nothing where it is too long for one.
#[must_use]
pub fn qr(text: &str) -> Option<QrCode> {
    let modules = Modules::encode_text(text, QrCodeEcc::Low).ok()?;
    let size = modules.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = (x..size).take_while(|x| modules.get_module(*x, y)).count();
            let length = i32::try_from(run).unwrap_or_default();
            if length > 0 {
                draw(&mut path, x, y, length);
            }
            x += length + 1;
        }
    }
    Some(QrCode {
        size: u32::try_from(size).ok()? + 2 * QUIET,
        path,
    })
}

/// A black bar of one module's height.
fn draw(path: &mut String, x: i32, y: i32, length: i32) {
    let quiet = i32::try_from(QUIET).unwrap_or_default();
    for (letter, number) in [
        ("M", x + quiet),
        (" ", y + quiet),
        ("h", length),
        ("v1h-", length),
    ] {
        path.push_str(letter);
        path.push_str(&number.to_string());
    }
    path.push('z');
}

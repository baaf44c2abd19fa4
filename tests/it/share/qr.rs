//! Links as QR codes.

use jiping::share::{self, QrCode, qr};

use crate::support::{example, filled::filled_seed};

/// The modules of a code, from its path.
fn modules(code: &QrCode) -> Vec<Vec<bool>> {
    let size = usize::try_from(code.size).expect("small");
    let mut modules = vec![vec![false; size]; size];
    for bar in code.path.split('z').filter(|bar| !bar.is_empty()) {
        let (start, length) = bar.split_once('h').expect("a bar");
        let (x, y) = start
            .strip_prefix('M')
            .expect("a start")
            .split_once(' ')
            .expect("a point");
        let (length, back) = length.split_once("v1h-").expect("a bar of one module");
        assert_eq!(length, back);
        let number = |text: &str| text.parse::<usize>().expect(text);
        for module in &mut modules[number(y)][number(x)..][..number(length)] {
            assert!(!*module, "drawn twice");
            *module = true;
        }
    }
    modules
}

#[test]
fn a_code_has_its_patterns_and_its_rim() {
    let code = qr("https://example.cn/").expect("fits");
    assert_eq!(code.size, 25 + 8);
    let modules = modules(&code);
    let row = |y: usize| -> String {
        let row = modules[y].iter();
        row.map(|module| if *module { '#' } else { '.' }).collect()
    };
    // Rim, finder patterns, timing pattern.
    assert!(!row(3).contains('#') && !row(29).contains('#'));
    assert!(row(4).starts_with("....#######.") && row(4).ends_with(".#######...."));
    assert!(row(5).starts_with("....#.....#.") && row(6).starts_with("....#.###.#."));
    assert!(row(10).starts_with("....#######.#.#.#.#.#.###"));
    assert!(row(28).starts_with("....#######."));
}

/// What somebody else's reader makes of a code, three dots a module.
fn scanned(code: &QrCode) -> String {
    let modules = modules(code);
    let side = modules.len() * 3;
    let grey = |at: usize| {
        if modules[at / side / 3][at % side / 3] {
            0
        } else {
            255
        }
    };
    let picture: Vec<u8> = (0..side * side).map(grey).collect();
    let mut reader = quircs::Quirc::default();
    let found: Vec<_> = reader.identify(side, side, &picture).collect();
    assert_eq!(found.len(), 1);
    let read = found[0]
        .as_ref()
        .expect("a code")
        .decode()
        .expect("legible");
    String::from_utf8(read.payload).expect("text")
}

#[test]
fn a_reader_of_others_finds_the_link() {
    let answers = share::encode_answers(&filled_seed()).expect("a link");
    let whole = share::encode(&filled_seed()).expect("a link");
    for link in [format!("http://10.0.0.5/jiping/#{answers}"), whole] {
        assert_eq!(scanned(&qr(&link).expect("fits")), link);
    }
}

#[test]
fn links_fit_and_say_how_large() {
    let code = |text: &str| qr(text).expect("fits");
    let answers = share::encode_answers(&filled_seed()).expect("a link");
    let whole = share::encode(&filled_seed()).expect("a link");
    let (answers, whole) = (code(&answers), code(&whole));
    assert!(answers.size < code(&share::encode(&example()).expect("a link")).size);
    assert!(answers.millimetres() <= 45, "{}", answers.millimetres());
    assert!(whole.millimetres() <= 70, "{}", whole.millimetres());
}

#[test]
fn what_is_too_long_makes_no_code() {
    assert_eq!(qr(&"a".repeat(2_953)).map(|code| code.size), Some(177 + 8));
    assert_eq!(qr(&"a".repeat(2_954)), None);
}

//! A cell's text made plain: one form for every way of typing the same thing.
//!
//! Decides what counts as the same character: full width and half width, look-alike signs, dashes, brackets,
//! invisible characters, the traditional characters of units and numerals. Spaces go, except between two
//! figures, where they stay one space: `3 5` is not 35. The raw text is never changed; places are given in it.

use std::borrow::Cow;

use crate::span::Span;

/// What kinds of characters a text holds, so that a reader can pass over whole grammars at once.
#[derive(Clone, Copy, Default)]
pub(super) struct Kinds {
    /// ASCII digits.
    pub digit: bool,
    /// Chinese numerals.
    pub numeral: bool,
    /// 年 月 日 号 季 底 前.
    pub date: bool,
    /// Han characters.
    pub han: bool,
    /// Characters that are neither Han nor ASCII digits.
    pub other: bool,
}

/// A cell's text, raw and plain.
pub(super) struct Text<'t> {
    /// As published.
    pub raw: &'t str,
    /// Plain.
    pub plain: Cow<'t, str>,
    /// What `plain` holds.
    pub kinds: Kinds,
}

impl<'t> Text<'t> {
    /// Makes a text plain.
    pub fn new(raw: &'t str) -> Self {
        let mut kinds = Kinds::default();
        // A 0 among numerals may be one of them.
        if raw.chars().all(|c| is_plain(c, &mut kinds)) && !(kinds.numeral && kinds.digit) {
            return Self {
                raw,
                plain: Cow::Borrowed(raw),
                kinds,
            };
        }
        kinds = Kinds::default();
        let mut plain = String::with_capacity(raw.len());
        flatten(raw, &mut plain, &mut kinds, usize::MAX);
        Self {
            raw,
            plain: Cow::Owned(plain),
            kinds,
        }
    }

    /// A text of signs, figures and a unit that is plain as it stands.
    pub const fn simple(raw: &'t str) -> Self {
        let kinds = Kinds {
            digit: true,
            numeral: false,
            date: false,
            han: false,
            other: true,
        };
        Self {
            raw,
            plain: Cow::Borrowed(raw),
            kinds,
        }
    }

    /// The place in the raw text of the bytes `start..end` of the plain one.
    pub fn span(&self, start: usize, end: usize) -> Span {
        let place = |stop| {
            let mut plain = String::new();
            flatten(self.raw, &mut plain, &mut Kinds::default(), stop)
        };
        if start == 0 && end >= self.plain.len() {
            return Span::whole(self.raw);
        }
        Span::new(place(start), place(end))
    }
}

/// Whether a character is plain already: most cells hold no others, and are not copied then.
fn is_plain(c: char, kinds: &mut Kinds) -> bool {
    kinds.add(c);
    if is_han(c) {
        return !is_marked(c) || modern(c) == c;
    }
    c.is_ascii_graphic() || matches!(c, '≥' | '≤')
}

/// Writes the plain form of `raw`; gives the raw offset at which `stop` plain bytes were reached.
fn flatten(raw: &str, plain: &mut String, kinds: &mut Kinds, stop: usize) -> usize {
    let mut spaced = false;
    let mut last = '\0';
    for (at, raw_char) in raw.char_indices() {
        let c = if raw_char.is_ascii_graphic() && raw_char != '0' {
            raw_char
        } else if is_han(raw_char) {
            modern(raw_char)
        } else if raw_char.is_whitespace() {
            spaced = true;
            continue;
        } else if is_invisible(raw_char) {
            continue;
        } else if let Some(text) = squared(raw_char) {
            if plain.len() >= stop {
                return at;
            }
            plain.push_str(text);
            text.chars().for_each(|c| kinds.add(c));
            (last, spaced) = ('m', false);
            continue;
        } else {
            let after = raw.get(at + raw_char.len_utf8()..);
            let shown = |c: &char| !c.is_whitespace() && !is_invisible(*c);
            let next = after.and_then(|after| after.chars().find(shown));
            sign(raw_char, last, next.map_or('\0', narrow))
        };
        if plain.len() >= stop {
            return at;
        }
        if spaced && is_figure(last) && is_figure(c) {
            plain.push(' ');
        }
        spaced = false;
        plain.push(c);
        kinds.add(c);
        last = c;
    }
    raw.len()
}

/// A sign between two characters: 0。9 was typed with a Chinese full stop, m² means m2.
fn sign(c: char, last: char, next: char) -> char {
    match c {
        '。' | '·' | '•' if last.is_ascii_digit() && next.is_ascii_digit() => '.',
        // 二○二二年, 二0三0年
        '○' | '◯' | 'Ｏ' | '０' | '0' if is_zero(last, next) => '〇',
        // 》=95%
        '》' if last == '\0' && next == '=' => '>',
        '²' if last.is_ascii_alphabetic() => '2',
        '³' if last.is_ascii_alphabetic() => '3',
        _ => same(c),
    }
}

/// Whether a round character between two others is a numeral.
fn is_zero(last: char, next: char) -> bool {
    let numeral = |c| super::numeral::digit(c).is_some();
    numeral(last) && (numeral(next) || matches!(next, '○' | '◯' | 'O' | '0' | '年'))
}

/// A character of a number in figures.
const fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',')
}

/// The Han characters that are more than a part of a word: numerals, those of dates, and those that [`modern`] knows.
const MARKED: &str = "零〇一二两三四五六七八九十百千半年月日号季底前\
    萬億個箇畝噸頃戶臺項條場處輛週圓點達過於內時號間幾壹贰貳叁參肆伍陆陸柒捌玖拾佰仟";

/// Their numbers modulo 1024: nearly every other character is told from them in one step.
static MARKS: [u64; 16] = {
    let mut bits = [0; 16];
    let mut rest = MARKED.as_bytes();
    while let [lead, middle, last, after @ ..] = rest {
        // Of three bytes each.
        let low = ((*lead as usize) << 12 | (*middle as usize & 0x3F) << 6 | *last as usize & 0x3F)
            % 1024;
        #[expect(clippy::indexing_slicing, reason = "runs when the crate is built")]
        let word = &mut bits[low / 64];
        *word |= 1 << (low % 64);
        rest = after;
    }
    bits
};

/// Whether a Han character may be one of [`MARKED`].
fn is_marked(c: char) -> bool {
    let low = c as usize % 1024;
    MARKS
        .get(low / 64)
        .is_some_and(|bits| bits >> (low % 64) & 1 == 1)
}

/// A text without spaces around it; most have none, which their first and last bytes tell.
pub(crate) fn trimmed(text: &str) -> &str {
    let bytes = text.as_bytes();
    // All Han characters of these blocks have three bytes.
    let han = |byte: &u8| matches!(byte, 0xE4..=0xE9);
    let solid = |byte: &u8| byte.is_ascii_graphic() || han(byte);
    let ends =
        bytes.last().is_none_or(u8::is_ascii_graphic) || bytes.iter().nth_back(2).is_some_and(han);
    if ends && bytes.first().is_none_or(solid) {
        return text;
    }
    text.trim()
}

impl Kinds {
    fn add(&mut self, c: char) {
        if is_han(c) {
            self.han = true;
            if is_marked(c) {
                self.numeral |= is_numeral(c);
                self.date |= matches!(c, '年' | '月' | '日' | '号' | '季' | '底' | '前');
            }
        } else if c.is_ascii_digit() {
            self.digit = true;
        } else {
            self.other = true;
        }
    }
}

/// Whether a character is a Han character (〇 counts).
pub(super) const fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '〇')
}

/// Whether a character can stand in a Chinese numeral.
const fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '零' | '〇'
            | '一'
            | '二'
            | '两'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '半'
    )
}

/// Characters that take no room: joiners, marks of direction, byte order marks, control characters.
const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{AD}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// A full-width ASCII character in half width.
fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Signs that stand for several letters.
const fn squared(c: char) -> Option<&'static str> {
    Some(match c {
        '㎡' => "m2",
        '㎥' => "m3",
        '㎞' => "km",
        '㎏' => "kg",
        '㎝' => "cm",
        '㎜' => "mm",
        '㎎' => "mg",
        '㏊' => "ha",
        '≡' => "==",
        '≯' => "≤",
        '≮' => "≥",
        '…' => "..",
        '↑' => "上升",
        '↓' => "下降",
        _ => return None,
    })
}

/// The one character that stands for all that mean the same.
fn same(c: char) -> char {
    match c {
        '≧' | '⩾' | '≥' => '≥',
        '≦' | '⩽' | '≤' => '≤',
        '﹥' | '〉' => '>',
        '﹤' | '〈' => '<',
        '﹦' | '═' | '꞊' | '⁼' => '=',
        '﹪' | '٪' => '%',
        '‐' | '‑' | '‒' | '–' | '−' | '﹣' | '－' | 'ー' | '─' | '━' | '╴' => {
            '-'
        }
        '―' | '—' => '—',
        '≈' => '约',
        '～' | '〜' | '∼' | '˜' => '~',
        '〔' | '﹙' | '【' | '［' | '〖' | '「' => '(',
        '〕' | '﹚' | '】' | '］' | '〗' | '」' => ')',
        '“' | '”' | '„' | '‘' | '’' | '＂' | '＇' => '"',
        '﹐' => ',',
        '﹒' => '.',
        '﹔' => ';',
        '﹕' | '∶' => ':',
        '￥' | '¥' => '¥',
        '∕' | '⁄' | '÷' => '/',
        'μ' | 'µ' => 'u',
        _ => narrow(c),
    }
}

/// Traditional characters and the formal numerals, as far as units, signs and numbers use them.
fn modern(c: char) -> char {
    /// Each before the one that stands for it.
    const PAIRS: &str = "萬万億亿個个箇个畝亩噸吨頃顷戶户臺台項项條条場场處处輛辆週周圓元點点達达過过於于內内時时號号\
        間间幾几壹一贰二貳二叁三參三肆四伍五陆六陸六柒七捌八玖九拾十佰百仟千";
    if !is_marked(c) {
        return c;
    }
    let mut bytes = [0; 4];
    let old = c.encode_utf8(&mut bytes).as_bytes().first_chunk::<3>();
    let mut pairs = PAIRS.as_bytes().as_chunks::<6>().0.iter();
    let new = pairs
        .position(|pair| pair.first_chunk() == old)
        .and_then(|at| PAIRS.get(at * 6 + 3..)?.chars().next());
    new.unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::{is_han, is_marked, is_numeral, modern, trimmed};

    #[test]
    fn every_character_that_is_looked_for_is_marked() {
        for c in ('\u{3000}'..'\u{A000}').filter(|c| is_han(*c)) {
            let looked_for = is_numeral(c) || modern(c) != c || "年月日号季底前".contains(c);
            assert!(is_marked(c) || !looked_for, "{c}");
        }
    }

    #[test]
    fn spaces_go_from_both_ends() {
        let edges = ["", " ", "\u{3000}", "\u{A0}", "\n", "\u{85}", "\u{2003}"];
        for (before, after) in edges.iter().flat_map(|a| edges.map(|b| (a, b))) {
            for body in ["", "无", "a", "％", "é", "完成 5", "𠀀", "〇", "≥5"] {
                let text = format!("{before}{body}{after}");
                assert_eq!(trimmed(&text), text.trim(), "{text:?}");
            }
        }
    }
}

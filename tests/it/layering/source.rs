//! Reads Rust text just far enough to know which paths it names.
//!
//! Comments, texts and characters are left out; `crate::`, `super::` and `self::` paths are resolved against
//! the module they stand in, use-trees included.

/// A word or a sign of Rust text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// An identifier, a keyword or a number.
    Word(String),
    /// `::`
    Colons,
    /// Any other sign.
    Sign(char),
}

impl Token {
    fn is(&self, word: &str) -> bool {
        matches!(self, Self::Word(own) if own == word)
    }
}

/// The words and signs of Rust text, without comments, texts and characters.
pub fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&first) = chars.get(at) {
        let next = chars.get(at + 1).copied();
        match first {
            '/' if next == Some('/') => at = find(&chars, at, |rest| rest.starts_with(&['\n'])),
            '/' if next == Some('*') => at = after_comment(&chars, at),
            '"' => at = after_text(&chars, at + 1, 0, true),
            '\'' => at = after_quote(&chars, at),
            ':' if next == Some(':') => {
                tokens.push(Token::Colons);
                at += 2;
            }
            _ if is_word(first) => {
                let end = find(&chars, at, |rest| !is_word(rest[0]));
                let word: String = chars[at..end].iter().collect();
                at = match text_prefix(&word, &chars[end..]) {
                    Some(hashes) => {
                        after_text(&chars, end + hashes + 1, hashes, !word.contains('r'))
                    }
                    None => {
                        tokens.push(Token::Word(word));
                        end
                    }
                };
            }
            _ => {
                if !first.is_whitespace() {
                    tokens.push(Token::Sign(first));
                }
                at += 1;
            }
        }
    }
    tokens
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The first position from `at` on whose rest is as wanted, else the end.
fn find(chars: &[char], at: usize, wanted: impl Fn(&[char]) -> bool) -> usize {
    let mut places = at..chars.len();
    places
        .find(|&at| wanted(&chars[at..]))
        .unwrap_or(chars.len())
}

fn after_comment(chars: &[char], start: usize) -> usize {
    let (mut at, mut depth) = (start, 0);
    while at < chars.len() {
        match chars[at..] {
            ['/', '*', ..] => (at, depth) = (at + 2, depth + 1),
            ['*', '/', ..] => (at, depth) = (at + 2, depth - 1),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// How many `#` stand between a word such as `r` or `b` and the quote that makes it a text.
fn text_prefix(word: &str, rest: &[char]) -> Option<usize> {
    let hashes = rest.iter().take_while(|&&c| c == '#').count();
    let quoted = rest.get(hashes) == Some(&'"');
    let raw = matches!(word, "r" | "br" | "cr");
    (quoted && (raw || hashes == 0 && matches!(word, "b" | "c"))).then_some(hashes)
}

fn after_text(chars: &[char], start: usize, hashes: usize, escapes: bool) -> usize {
    let mut at = start;
    while at < chars.len() {
        match chars[at] {
            '\\' if escapes => at += 2,
            '"' if chars[at + 1..]
                .iter()
                .take(hashes)
                .filter(|&&c| c == '#')
                .count()
                == hashes =>
            {
                return at + 1 + hashes;
            }
            _ => at += 1,
        }
    }
    at
}

/// After a character, or after the quote alone where it begins a lifetime.
fn after_quote(chars: &[char], at: usize) -> usize {
    match chars[at + 1..] {
        ['\\', _, ..] => find(chars, at + 3, |rest| rest[0] == '\'') + 1,
        [_, '\'', ..] => at + 3,
        _ => at + 1,
    }
}

/// The paths inside our own crate that this text names, each from the crate's root.
///
/// `module` is where the text stands: `["value", "unit"]` for `src/value/unit.rs`.
pub fn paths(source: &str, module: &[&str]) -> Vec<Vec<String>> {
    let tokens = tokens(source);
    let mut paths = Vec::new();
    let mut here: Vec<String> = module.iter().map(|&part| part.to_owned()).collect();
    let (mut inner, mut depth) = (Vec::new(), 0);
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at..] {
            [Token::Word(word), Token::Word(name), Token::Sign('{'), ..] if word == "mod" => {
                here.push(name.clone());
                inner.push(depth);
                depth += 1;
                at += 3;
                continue;
            }
            [Token::Sign('{'), ..] => depth += 1,
            [Token::Sign('}'), ..] => {
                depth -= 1;
                if inner.last() == Some(&depth) {
                    inner.pop();
                    here.pop();
                }
            }
            [Token::Word(_), Token::Colons, ..] if at == 0 || tokens[at - 1] != Token::Colons => {
                if let Some((base, next)) = base(&tokens, at, &here) {
                    at = tree(&tokens, next, base, &mut paths);
                    continue;
                }
            }
            _ => {}
        }
        at += 1;
    }
    paths
}

/// What a path's first words `crate`, `self` and `super` stand for, and where it goes on.
fn base(tokens: &[Token], mut at: usize, here: &[String]) -> Option<(Vec<String>, usize)> {
    let mut base = here.to_vec();
    match &tokens[at] {
        token if token.is("crate") => base.clear(),
        token if token.is("self") => {}
        token if token.is("super") => {
            base.pop();
        }
        _ => return None,
    }
    at += 2;
    while tokens.get(at).is_some_and(|token| token.is("super"))
        && tokens.get(at + 1) == Some(&Token::Colons)
    {
        base.pop();
        at += 2;
    }
    Some((base, at))
}

/// Reads on from `at` behind `::`; gives the place behind the path.
fn tree(
    tokens: &[Token],
    mut at: usize,
    mut path: Vec<String>,
    paths: &mut Vec<Vec<String>>,
) -> usize {
    loop {
        match tokens.get(at) {
            Some(Token::Word(word)) => {
                path.push(word.clone());
                at += 1;
                if tokens.get(at) != Some(&Token::Colons) {
                    break;
                }
                at += 1;
            }
            Some(Token::Sign('{')) => {
                at += 1;
                while at < tokens.len() && tokens[at] != Token::Sign('}') {
                    at = match &tokens[at] {
                        Token::Sign(',') => at + 1,
                        token if token.is("as") => at + 2,
                        _ => tree(tokens, at, path.clone(), paths),
                    };
                }
                return at + 1;
            }
            Some(Token::Sign('*')) => {
                path.push("*".to_owned());
                at += 1;
                break;
            }
            _ => {
                at += 1;
                break;
            }
        }
    }
    paths.push(path);
    at
}

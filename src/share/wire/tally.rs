//! A tally in one cell: `41 12 5 2 0`, then the blank sheets if any are given, then the method if it is not
//! the share of the first two levels: `s3`, `p` (points), `m` (mean).
//!
//! Only plain whole counts and nothing unknown; any other tally stays in the rest.

use crate::node::{Fields, Node};

/// Most digits of a count.
const MAX_DIGITS: usize = 9;

/// The cell of a tally.
pub(super) fn to_text(node: &Node) -> Option<String> {
    let Node::Object(fields) = node else {
        return None;
    };
    let (mut counts, mut blank, mut method) = (None, None, None);
    for (name, node) in fields {
        match (name.as_str(), node) {
            ("counts", Node::List(items)) if items.len() == 5 => counts = Some(items),
            ("blank", Node::Text(text)) if is_count(text) => blank = Some(text),
            ("method", Node::Object(fields)) => method = Some(method_letter(fields)?),
            _ => return None,
        }
    }
    let mut cell = String::new();
    for count in counts? {
        match count {
            Node::Text(text) if is_count(text) => {
                cell.push_str(text);
                cell.push(' ');
            }
            _ => return None,
        }
    }
    if let Some(blank) = blank {
        cell.push_str(blank);
        cell.push(' ');
    }
    cell.push_str(&method?);
    Some(cell.trim_end().to_owned())
}

fn is_count(text: &str) -> bool {
    (1..=MAX_DIGITS).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn method_letter(fields: &Fields) -> Option<String> {
    match fields.as_slice() {
        [(rule, Node::Text(word))] if rule == "rule" => match word.as_str() {
            "points" => Some("p".to_owned()),
            "mean" => Some("m".to_owned()),
            _ => None,
        },
        [(rule, Node::Text(word)), (levels, Node::Number(number))]
            if rule == "rule" && word == "share" && levels == "levels" =>
        {
            match number.as_str() {
                "2" => Some(String::new()),
                "1" | "3" | "4" => Some("s".to_owned() + number),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The tally of a cell.
pub(super) fn from_text(cell: &str) -> Option<Node> {
    let (mut counts, mut method) = (Vec::new(), None);
    for word in cell.split(' ') {
        if method.is_some() {
            return None;
        } else if is_count(word) {
            counts.push(Node::text(word));
        } else {
            method = Some(method_of(word)?);
        }
    }
    let blank = (counts.len() == 6).then(|| counts.pop()).flatten();
    let mut fields = vec![("counts".to_owned(), Node::List(counts))];
    if let Some(blank) = blank {
        fields.push(("blank".to_owned(), blank));
    }
    let method = method.or_else(|| method_of("s2"));
    fields.push(("method".to_owned(), Node::Object(method?)));
    Some(Node::Object(fields))
}

fn method_of(word: &str) -> Option<Fields> {
    let rule = |name: &str| ("rule".to_owned(), Node::text(name));
    Some(match word {
        "p" => vec![rule("points")],
        "m" => vec![rule("mean")],
        _ => {
            let levels = Node::Number(word.strip_prefix('s')?.to_owned());
            vec![rule("share"), ("levels".to_owned(), levels)]
        }
    })
}

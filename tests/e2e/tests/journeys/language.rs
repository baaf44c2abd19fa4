//! Chinese and English: all of the page, at once, and remembered.

use e2e::{Value, json, repository};

use crate::form::{Form, at, strings};

/// The texts of the table itself, longest first, their units and the parts of their labels: these stay as published.
fn published() -> Vec<String> {
    let text =
        std::fs::read_to_string(repository().join("www/data/seed-2022.json")).expect("the seed");
    let mut all = Vec::new();
    collect(&serde_json::from_str(&text).expect("JSON"), &mut all);
    let units: Vec<String> = all
        .iter()
        .map(|text| {
            text.trim_start_matches(|c: char| "=<>.".contains(c) || c.is_ascii_digit())
                .to_owned()
        })
        .collect();
    all.extend(units);
    // A label may be broken before its last word.
    let stems: Vec<String> = all
        .iter()
        .filter_map(|label| label.strip_suffix("指标").map(str::to_owned))
        .collect();
    all.extend(stems);
    all.push("指标".to_owned());
    all.retain(|text| !text.is_ascii());
    all.sort_by_key(|text| std::cmp::Reverse(text.len()));
    all
}

fn collect(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(text) => into.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|one| collect(one, into)),
        Value::Object(fields) => fields.values().for_each(|one| collect(one, into)),
        _ => {}
    }
}

/// Every text and every label, title and hint on the page that holds Chinese which is neither the table's own nor
/// the name of the document that the policy rests on.
#[track_caller]
fn chinese(form: &Form) -> Vec<String> {
    let published = json!(published());
    let found = form.js(&format!(
        "(function(known){{var out=[],han=/[\\u3001-\\u303f\\u4e00-\\u9fff\\uff0c\\uff1a\\uff1b]/;\
         function look(text){{if(!text||!han.test(text))return;var left=text;\
         known.forEach(function(one){{left=left.split(one).join('')}});\
         if(han.test(left))out.push(text)}}\
         var walk=document.createTreeWalker(document.body,NodeFilter.SHOW_TEXT|NodeFilter.SHOW_ELEMENT),node;\
         while((node=walk.nextNode())){{if(node.nodeType===3){{if(!node.parentNode.closest('.form__policy > p'))look(node.data)}}else\
         ['aria-label','title','placeholder','alt'].forEach(function(name){{look(node.getAttribute(name))}})}}\
         look(document.title);return out}})({published})"
    ));
    strings(&found)
}

/// The English words are in the whole program alone: the button asks for the whole program, nothing else does.
#[test]
fn english_is_asked_for_by_its_button_and_comes_back_by_itself() {
    let form = Form::open();
    form.settle();
    form.achieve("i4", "10次");
    form.wait_line("i4", "83.33% 1.25 1.04 ▲未达标");
    form.forget();
    form.click(&at("do.language"));
    form.wait("document.documentElement.lang === 'en'");
    form.settle();
    let asked = form.requests();
    assert_eq!(
        asked.len(),
        2,
        "the program and its style sheet: {asked:#?}"
    );
    assert!(
        asked.iter().all(|one| one.url.contains("/more-")),
        "{asked:#?}"
    );
    assert_eq!(form.focused(), "do.language");
    form.wait_line("i4", "83.33% 1.25 1.04 ▲Not met");
    form.forget();
    form.click(&at("do.language"));
    form.wait("document.documentElement.lang === 'zh-CN'");
    form.achieve("i4", "11次");
    form.wait_line("i4", "91.67% 1.25 1.15 ▲未达标");
    form.settle();
    assert_eq!(form.requests().len(), 0, "{:#?}", form.requests());
    form.assert_quiet();
}

#[test]
fn english_is_complete_and_so_is_the_way_back() {
    let form = Form::open();
    // One row in each state, a tally, everything unfolded.
    for (row, text) in [
        ("i1", "15人"),
        ("i2", "1"),
        ("i6", "9次"),
        ("i7", "9平方米"),
        ("i14", "0.92"),
        ("i23", "3天"),
    ] {
        form.achieve(row, text);
    }
    form.click(&at("band.2.i31"));
    form.click(&at("tally.i36"));
    form.type_into(&at("count.0.i36"), "9");
    form.type_into(&at("task.et.t1"), "90");
    for fold in ["form", "policy", "tasks", "goals"] {
        form.click(&at(&format!("fold.{fold}")));
        if fold == "policy" {
            // The rules are in the whole program.
            form.wait("document.querySelector('.form__policy')");
        }
    }
    form.click(&at("do.explain-all"));
    let before = form.js("document.querySelector('#app').textContent");
    form.click(&at("do.language"));
    form.wait("document.documentElement.lang === 'en'");
    form.wait_text("#grade", "Provisional");
    let back = ["切换到中文", "中文"];
    assert_eq!(chinese(&form), back, "the way back alone is in Chinese");
    form.click(&at("do.structure"));
    form.wait("document.querySelector(\"[id='lock.i1']\")");
    assert_eq!(chinese(&form), back, "while the table is edited");
    form.click(&at("do.structure"));
    form.reload();
    assert_eq!(
        form.js("document.documentElement.lang"),
        "en",
        "the language is remembered"
    );
    for fold in ["form", "policy", "tasks", "goals"] {
        form.click(&at(&format!("fold.{fold}")));
    }
    form.click(&at("do.explain-all"));
    form.click(&at("do.language"));
    form.wait("document.documentElement.lang === 'zh-CN'");
    assert_eq!(
        form.js("document.querySelector('#app').textContent")
            .as_str()
            .map(kept_away),
        before.as_str().map(kept_away)
    );
    form.assert_quiet();
}

/// Without the time of the last keeping and the offer of the first visit.
fn kept_away(text: &str) -> String {
    let start = text.find("新建").unwrap_or_default();
    let rest = text.get(start..).unwrap_or_default();
    const END: &str = "不再提示";
    match (rest.find("这是一份公开的"), rest.find(END)) {
        (Some(from), Some(to)) if from < to => [&rest[..from], &rest[to + END.len()..]].concat(),
        _ => rest.to_owned(),
    }
}

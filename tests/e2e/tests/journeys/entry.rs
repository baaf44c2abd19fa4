//! Typing: by keyboard alone, with an input method, back and forth in time.

use e2e::{Engine, json};

use crate::form::{Form, actual, at};

/// The row of the derivation below a row's line.
fn derivation(form: &Form, row: &str) -> String {
    let score = at(&format!("explain.{row}"));
    let text = form.of(
        &score,
        "e.closest('tr').nextElementSibling.querySelector('.detail__how').textContent",
    );
    text.as_str().unwrap_or_default().to_owned()
}

/// Whether what has the focus shows it: a solid ring of 2 px.
#[track_caller]
fn shows_focus(form: &Form) {
    let ring = "(function(s){return s.outlineStyle+' '+s.outlineWidth})(getComputedStyle(document.activeElement))";
    assert_eq!(form.js(ring), "solid 2px", "{}", form.focused());
}

/// Tab until the focus is there.
#[track_caller]
fn tab_to(form: &Form, id: &str, most: usize) {
    for _ in 0..most {
        form.press("Tab");
        shows_focus(form);
        if form.focused() == id {
            return;
        }
    }
    panic!("{most} times Tab lead to {}, not to {id}", form.focused());
}

#[test]
fn rows_are_filled_by_keyboard_alone() {
    let form = Form::open();
    form.press("Tab");
    assert_eq!(
        form.js("document.activeElement.textContent"),
        "跳到绩效指标"
    );
    shows_focus(&form);
    form.press("Enter");
    tab_to(&form, "row.actual.i1", 8);
    form.type_keys("16人");
    form.press("Enter");
    assert_eq!(form.focused(), "row.actual.i2");
    form.type_keys("2辆");
    form.press("Shift+Enter");
    assert_eq!(form.focused(), "row.actual.i1");
    form.type_keys("7");
    assert_eq!(
        form.value(&actual("i1")),
        "7",
        "the focus selects what is there"
    );
    form.press("Escape");
    form.wait_value(&actual("i1"), "16人");
    assert_eq!(form.focused(), "row.actual.i1");
    form.press("ArrowDown");
    form.press("ArrowDown");
    form.press("ArrowUp");
    assert_eq!(form.focused(), "row.actual.i2");
    form.type_keys("1");
    form.wait_standing("2.50 暂计");
}

#[test]
fn a_score_explains_itself_by_keyboard() {
    let form = Form::open();
    form.click(&actual("i4"));
    form.type_keys("10次");
    form.wait_line("i4", "83.33% 1.25 1.04 ▲未达标");
    form.press("Tab");
    assert_eq!(form.focused(), "explain.i4");
    shows_focus(&form);
    form.press("Enter");
    let open = "document.activeElement.getAttribute('aria-expanded')";
    form.wait(&format!("{open} === 'true'"));
    assert_eq!(form.focused(), "explain.i4", "the focus stays on the score");
    form.press("ArrowDown");
    assert_eq!(form.focused(), "row.evidence.i4");
    form.press("ArrowUp");
    assert_eq!(form.focused(), "explain.i4");
    assert_eq!(
        derivation(&form, "i4"),
        "得分依据：实际 10 次，未达到指标值 =12 次，按完成率计分：1.25 × 10 ÷ 12 ≈ 1.0417 → 1.04 分（四舍五入）。"
    );
    form.press("Space");
    form.wait(&format!("{open} === 'false'"));
    assert_eq!(form.count("tr.detail"), 0);
}

#[test]
fn enter_after_tabs_goes_down_where_the_run_began() {
    let form = Form::open();
    form.click(&actual("i4"));
    form.type_keys("10");
    form.wait_line("i4", "83.33% 1.25 1.04 ▲未达标");
    form.press("Tab");
    form.press("Tab");
    assert_eq!(form.focused(), "row.reason.i4");
    form.insert("少发两次。");
    form.press("Enter");
    assert_eq!(form.focused(), "row.actual.i5");
}

/// One state of an input method, shown under composition.
#[track_caller]
fn composing(form: &Form, field: &str, shown: &str) {
    let end = shown.encode_utf16().count();
    form.call(
        "Input.imeSetComposition",
        json!({ "text": shown, "selectionStart": end, "selectionEnd": end }),
    );
    assert_eq!(
        form.value(field),
        shown,
        "what is being composed is not touched"
    );
}

#[test]
fn composing_chinese_is_never_disturbed() {
    let form = Form::open();
    form.achieve("i1", "16人");
    let field = actual("i4");
    form.click(&field);
    for shown in ["s", "sh", "shi", "shi'ci"] {
        composing(&form, &field, shown);
    }
    // The draft is kept meanwhile, with what is shown.
    form.wait("JSON.stringify(localStorage).indexOf(\"shi'ci\") > 0");
    composing(&form, &field, "shi'c");
    form.js("addEventListener('keydown',function(e){window.__composing=e.isComposing})");
    form.call(
        "Input.dispatchKeyEvent",
        json!({ "type": "rawKeyDown", "key": "Enter", "windowsVirtualKeyCode": 13 }),
    );
    assert_eq!(form.js("window.__composing"), true);
    assert_eq!(
        form.focused(),
        "row.actual.i4",
        "Enter chooses a word and does not move"
    );
    form.wait_line("i4", "– 1.25 – ○未填");
    form.insert("十次");
    form.wait_line("i4", "83.33% 1.25 1.04 ▲未达标");
    form.wait_value(&field, "十次");
    form.insert("整");
    form.wait_value(&field, "十次整");
}

#[test]
fn a_reason_is_composed_too() {
    let form = Form::open();
    form.achieve("i4", "10次");
    let field = at("row.reason.i4");
    form.click(&field);
    composing(&form, &field, "yi");
    composing(&form, &field, "yi'ren");
    form.insert("一人");
    composing_after(&form, &field, "一人", "diao'chu");
    form.insert("调出");
    form.wait_value(&field, "一人调出");
    form.press("Tab");
    form.wait("!document.querySelector(\"[id='do.next-reason']\")");
}

#[track_caller]
fn composing_after(form: &Form, field: &str, before: &str, shown: &str) {
    let end = shown.encode_utf16().count();
    form.call(
        "Input.imeSetComposition",
        json!({ "text": shown, "selectionStart": end, "selectionEnd": end }),
    );
    assert_eq!(form.value(field), format!("{before}{shown}"));
}

#[test]
fn typing_is_undone_field_by_field() {
    let form = Form::open();
    form.wait("document.querySelector(\"[id='do.undo'][aria-disabled='true']\")");
    form.click(&actual("i1"));
    form.type_keys("16");
    form.press("Enter");
    form.type_keys("1辆");
    form.wait_standing("2.50 暂计");
    form.press("Ctrl+z");
    form.wait_standing("1.25 暂计");
    form.wait_value(&actual("i2"), "");
    form.press("Ctrl+z");
    form.wait_standing("0.00 暂计");
    form.wait("document.querySelector(\"[id='do.undo'][aria-disabled='true']\")");
    form.press("Ctrl+y");
    form.press("Ctrl+Shift+z");
    form.wait_standing("2.50 暂计");
    form.wait_value(&actual("i2"), "1辆");
    form.click(&at("do.undo"));
    form.wait_standing("1.25 暂计");
    form.click(&at("do.redo"));
    form.wait_standing("2.50 暂计");
    form.wait("document.querySelector(\"[id='do.redo'][aria-disabled='true']\")");
}

/// The browser's own undo, as its menu calls it.
#[track_caller]
fn undo_by_menu(form: &Form) {
    let key = json!({ "type": "rawKeyDown", "key": "F24", "commands": ["undo"] });
    form.call("Input.dispatchKeyEvent", key);
}

#[test]
fn keys_work_without_a_field_and_enter_stays_where_there_is_no_other() {
    let form = Form::open();
    form.achieve("i4", "10次");
    let reason = at("row.reason.i4");
    form.click(&reason);
    composing(&form, &reason, "shao");
    form.call(
        "Input.dispatchKeyEvent",
        json!({ "type": "rawKeyDown", "key": "Enter", "windowsVirtualKeyCode": 229 }),
    );
    form.insert("少发");
    form.press("Enter");
    assert_eq!(form.focused(), "row.reason.i4");
    form.insert("两次");
    form.press("Enter");
    form.wait_value(&reason, "少发两次");
    for (id, key) in [
        ("row.actual.i38", "Enter"),
        ("row.actual.i1", "Shift+Enter"),
        ("task.et.t3", "Enter"),
    ] {
        form.click(&at(id));
        form.type_keys("7");
        form.press(key);
        assert_eq!(form.focused(), id);
        form.wait_value(&at(id), "7");
        form.press("Ctrl+z");
        form.wait_value(&at(id), "");
    }
    form.wait_kept();
    form.reload();
    form.wait_value(&reason, "少发两次");
    assert_eq!(form.focused(), "BODY");
    form.press("Ctrl+z");
    form.wait_value(&reason, "");
    form.press("Ctrl+y");
    form.wait_value(&reason, "少发两次");
    form.press("Ctrl+z");
    form.wait_value(&reason, "");
    form.press("Ctrl+Shift+Z");
    form.wait_value(&reason, "少发两次");
    form.press("Ctrl+s");
    form.downloaded("新疆巴州世界银行贷款项目执行办公室-2022.json");
    form.assert_quiet();
}

#[test]
fn the_browsers_own_undo_is_ours_and_fields_of_others_keep_theirs() {
    let form = Form::open();
    form.click(&actual("i1"));
    form.type_keys("16");
    form.press("Enter");
    form.type_keys("1辆");
    form.wait_standing("2.50 暂计");
    undo_by_menu(&form);
    form.wait_value(&actual("i2"), "");
    undo_by_menu(&form);
    form.wait_standing("0.00 暂计");
    form.press("Ctrl+y");
    form.press("Ctrl+y");
    form.wait_value(&actual("i2"), "1辆");
    form.js(
        "document.querySelector('#foot').appendChild(document.createElement('input')).id='other'",
    );
    form.js("addEventListener('keydown',function(e){window.__taken=e.defaultPrevented})");
    form.click("#other");
    form.type_keys("x");
    form.press("Ctrl+z");
    assert_eq!(form.js("window.__taken"), false);
    form.wait_standing("2.50 暂计");
}

/// What a button removes, moves or uses up takes no focus along.
#[test]
fn the_focus_is_never_lost() {
    let form = Form::open();
    form.achieve("i1", "16");
    form.wait_standing("1.25 暂计");
    form.click(&at("do.undo"));
    form.wait_standing("0.00 暂计");
    assert_eq!(form.focused(), "do.undo");
    form.achieve("i14", "0.92");
    form.wait("document.querySelector(\"[id='answer.0.i14']\")");
    form.click(&at("answer.1.i14"));
    form.wait_focus("row.actual.i14");
    form.click(&at("do.structure"));
    form.wait("document.querySelector(\"[id='lock.i1']\")");
    form.click(&at("down.row.i1"));
    form.wait("document.querySelector(\"[id^='row.name.']\").id==='row.name.i2'");
    form.wait_focus("down.row.i1");
    form.click(&at("remove.row.i2"));
    form.wait_focus("remove.row.i1");
    form.click(&at("remove.row.i38"));
    form.wait_focus("remove.row.i37");
    form.press("Ctrl+z");
    form.wait("document.querySelector(\"[id='row.name.i38']\")");
    assert_eq!(form.focused(), "remove.row.i37");
}

/// Total and grade are told once a change is kept, not after every letter.
#[test]
fn the_total_is_told_when_it_has_settled() {
    let form = Form::open();
    let told = ".head [role='status']";
    assert_eq!(form.text(told), "0.00 分 暂计");
    form.click(&actual("i1"));
    form.type_keys("16人");
    form.wait_text(told, "1.25 分 暂计");
    form.wait_kept();
}

/// A reason is seen whole once it is typed, also while the focus is elsewhere and in old browsers; what is below moves
/// while it is typed, and not when the focus leaves.
#[track_caller]
fn reasons_show_whole(form: &Form) {
    const HIDDEN: &str = "e.scrollHeight-e.clientHeight";
    const TOP: &str = "e.getBoundingClientRect().top+scrollY";
    form.achieve("i4", "10次");
    let field = at("row.reason.i4");
    form.click(&field);
    form.insert("九月、十月的工资合并在十一月一次发放，全年实际发放十次；下年起按月发放，由财务科每月核对并报分管领导。");
    for (key, line) in [("Alt+Enter", "第二段"), ("Ctrl+Enter", "第三段")] {
        form.press(key);
        form.insert(line);
    }
    form.wait(&format!(
        "document.querySelector({:?}).value.split('\\n').slice(1).join('/') === '第二段/第三段'",
        field
    ));
    form.wait("document.querySelectorAll('.grows')[0].getBoundingClientRect().height > 60");
    let below = form.of(&actual("i5"), TOP);
    form.click(&actual("i1"));
    assert_eq!(form.focused(), "row.actual.i1");
    assert_eq!(form.of(&field, HIDDEN), 0, "all of it is seen");
    assert_eq!(form.of(&actual("i5"), TOP), below);
    form.type_into(&field, "补发。");
    form.press("Tab");
    form.wait("document.querySelectorAll('.grows')[0].getBoundingClientRect().height < 30");
}

#[test]
fn a_long_reason_shows_whole() {
    reasons_show_whole(&Form::open());
    if let Some(old) = Engine::old(69) {
        reasons_show_whole(&Form::open_in(old));
    }
}

#[test]
fn news_put_away_by_key_gives_the_focus_back() {
    let form = Form::open();
    form.js("document.getElementById('do.hide-offer').focus()");
    form.press("Enter");
    form.wait_focus("row.actual.i1");
    assert_eq!(form.count(&at("do.hide-offer")), 0);
    form.click(&actual("i36"));
    form.paste("96%\n1次", None);
    form.wait_text(".notice.is-news", "已粘贴 2 格");
    form.js("document.getElementById('do.hide-notice').focus()");
    form.press("Space");
    form.wait_focus("row.actual.i36");
    assert_eq!(form.count(".notice.is-news"), 0);
    form.press("Enter");
    assert_eq!(form.focused(), "row.actual.i37");
}

//! Several evaluations at once, in English and on the oldest browser: the list, a review, a comparison, a roll-up; what
//! of them is printed; and leaving while nothing can be kept.

use e2e::{Engine, Value, json, scratch};

use crate::form::{Form, actual, at, small};

/// The page, in English where that is asked for.
#[track_caller]
fn opened(engine: Engine, english: bool) -> Form {
    let form = Form::open_in(engine);
    if english {
        form.click(&at("do.language"));
        form.wait("document.documentElement.lang === 'en'");
    }
    form
}

/// The whole of a screen fits into the width of the paper, and nothing that is pressed is on it.
#[track_caller]
fn is_readable_on_paper(form: &Form, picture: &str) {
    form.media("print");
    let cut = "[].some.call(document.querySelectorAll('.screen .grid td,.screen .grid th'),function(c){return c.scrollWidth>c.clientWidth+1&&getComputedStyle(c).textOverflow!=='ellipsis'})";
    assert_eq!(form.js(cut), false, "no cell is cut off");
    let wide = "document.documentElement.scrollWidth>document.documentElement.clientWidth";
    assert_eq!(form.js(wide), false, "nothing hangs out at the side");
    let pressed = "[].filter.call(document.querySelectorAll('.screen .button'),function(b){return b.offsetParent&&!b.closest('thead')}).length";
    assert_eq!(form.js(pressed), 0, "paper has no buttons");
    form.screenshot(&scratch("pictures").join(picture));
    form.media("");
}

/// Files dropped on the page: units of these scores, and one that is damaged.
fn drop_units(form: &Form, count: u64) {
    let unit = small("SCORE").to_string();
    let unit = json!(unit);
    form.js(&format!(
        "(function(){{var d=new DataTransfer(),t={unit};\
         for(var i=0;i<{count};i++)d.items.add(new File([t.replace('SCORE',(40+i%60)+'%').replace('示例单位','第'+i+'单位').replace(/(ed.:..total.:.)100/,function(_,a){{return a+(i===9?'-1':'100')}})],'unit-'+i+'.json'));\
         d.items.add(new File(['{{\"format\": 1'],'bad.json'));\
         document.querySelector('#app').dispatchEvent(new DragEvent('drop',{{bubbles:true,cancelable:true,dataTransfer:d}}));return 1}})()"
    ));
}

/// What differs between the two languages.
struct Words {
    copy: &'static str,
    deleted: &'static str,
    differs: &'static str,
    graded: &'static str,
    failed: &'static str,
}

const CHINESE: Words = Words {
    copy: "副本",
    deleted: "已删除",
    differs: "得分：",
    graded: "共 30 份",
    failed: "打不开 1 份",
};
const ENGLISH: Words = Words {
    copy: "copy",
    deleted: "is deleted",
    differs: "Score:",
    graded: "30 in all",
    failed: "1 could not be opened",
};

/// The list with enough on it to be searched: copies, a search, one deleted and had back.
#[track_caller]
fn list(form: &Form, words: &Words) {
    form.click(&at("shelf.begin"));
    form.wait("document.querySelectorAll('.shelf__row').length === 1");
    for count in 2..=8 {
        form.click("[id^='shelf.copy.']");
        form.wait(&format!(
            "document.querySelectorAll('.shelf__row').length === {count}"
        ));
    }
    form.type_into(&at("shelf.search"), words.copy);
    form.wait("document.querySelectorAll('.shelf__row').length === 7");
    form.press("Escape");
    form.wait("document.querySelectorAll('.shelf__row').length === 8");
    form.click("[id^='shelf.delete.']");
    form.wait_text(".notice", words.deleted);
    form.wait("document.querySelectorAll('.shelf__row').length === 7");
    form.click(".notice [id^='shelf.undelete.']");
    form.wait("document.querySelectorAll('.shelf__row').length === 8");
}

/// A kept evaluation is compared with the open one, after a review.
#[track_caller]
fn review_and_compare(form: &Form, words: &Words, name: &str) {
    form.click(&at("shelf.back"));
    form.click(&at("review.begin"));
    form.type_into(&at("row.reviewed.i1"), "8人");
    form.wait_text("[id='review-total']", "0.63");
    form.wait_text("[id='own-total']", "1.25");
    assert_eq!(form.count(".is-differing"), 1);
    form.type_into(&at("head.reviewed-rate"), "90%");
    form.wait_text("[id='review-total']", "9.63");
    assert_eq!(form.count(".is-differing"), 2);
    form.type_into(&at("head.opinion"), "同意，请补充佐证。");
    is_readable_on_paper(form, &format!("review-paper-{name}.png"));
    form.click(&at("review.back"));
    form.achieve("i4", "10次");
    form.click(&at("shelf.begin"));
    form.click("[id^='shelf.compare.']");
    form.wait_text(".screen", words.differs);
    form.wait_text(".screen", "“8人”");
    form.wait_text(".screen", "“90%”");
    form.wait_text(".screen", "“同意，请补充佐证。”");
    is_readable_on_paper(form, &format!("compare-paper-{name}.png"));
    form.click(&at("compare.back"));
    form.wait_value(&actual("i4"), "10次");
}

/// Many are rolled up: stopped in the middle, gone on with, one opened, two compared, all on paper.
#[track_caller]
fn roll_up(form: &Form, words: &Words, name: &str) {
    form.click(&at("rollup.begin"));
    form.wait("document.querySelector(\"[id='rollup.files']\")");
    form.js("window.stopping=setInterval(function(){var b=document.querySelector(\"[id='rollup.cancel']\");if(b){clearInterval(window.stopping);b.click()}},5),1");
    drop_units(form, 600);
    form.wait("document.querySelector('.chart')");
    form.wait("!document.querySelector('.screen__bar')");
    let done = form.js("parseInt(document.querySelector('.grid--roll').parentNode.querySelector('p.hint').textContent.replace(/[^0-9]+/,''),10)");
    assert!(done.as_u64().unwrap_or(999) < 600, "stopped at {done}");
    form.click(&at("rollup.clear"));
    form.wait("!document.querySelector('.chart')");
    drop_units(form, 30);
    form.wait_text(".screen__figures", words.graded);
    form.wait_text(".screen__figures", words.failed);
    // They are drawn a few at a time.
    form.wait("document.querySelectorAll('.grid--roll tbody tr').length === 31");
    is_readable_on_paper(form, &format!("roll-up-paper-{name}.png"));
    form.click(&at("rollup.tell.9"));
    form.wait("document.querySelector('.roll__told li')");
    is_readable_on_paper(form, &format!("roll-up-told-paper-{name}.png"));
    form.click(&at("rollup.tell.9"));
    form.wait("!document.querySelector('.roll__told')");
    form.click(&at("rollup.pick.3"));
    form.wait(
        "document.querySelector(\"[id='rollup.pick.3']\").getAttribute('aria-pressed')==='true'",
    );
    form.click(&at("rollup.pick.5"));
    form.wait_text(".screen__top", "第5单位");
    form.wait_text(".screen", "“43%” → “45%”");
    form.click(&at("compare.back"));
    form.wait("document.querySelector(\"[id='rollup.open.7']\")");
    let before = form.js(EVALUATIONS);
    form.click(&at("rollup.open.7"));
    form.wait_value(&actual("a"), "47%");
    form.wait(&format!("{EVALUATIONS} === {before} + 1"));
}

/// How many evaluations are kept.
const EVALUATIONS: &str =
    "Object.keys(localStorage).filter(function(k){return k.indexOf('jiping.eval.')===0}).length";

#[track_caller]
fn everything(engine: Engine, english: bool, name: &str) {
    let form = opened(engine, english);
    let words = if english { &ENGLISH } else { &CHINESE };
    form.achieve("i1", "16人");
    form.wait(&format!("{EVALUATIONS} === 1"));
    list(&form, words);
    review_and_compare(&form, words, name);
    roll_up(&form, words, name);
    form.assert_quiet();
}

#[test]
fn in_english_everything_is_listed_reviewed_compared_and_rolled_up() {
    everything(Engine::current(), true, "en");
}

#[test]
fn chromium_69_lists_reviews_compares_and_rolls_up() {
    if let Some(engine) = Engine::old(69) {
        everything(engine, false, "69");
    }
}

#[track_caller]
fn asks_before_work_is_lost(engine: Engine) {
    let form = Form::open_in(engine);
    form.achieve("i1", "16人");
    form.wait_kept();
    assert!(!form.tries_to_leave(), "what is kept is not lost");
    form.wait_ready();
    form.wait_value(&actual("i1"), "16人");
    form.js("Storage.prototype.setItem=function(){throw new DOMException('no room','QuotaExceededError')}");
    form.achieve("i4", "10次");
    form.wait_text(".head__kept", "未保存");
    assert!(
        form.tries_to_leave(),
        "what could not be kept would be lost"
    );
    assert_eq!(form.value(&actual("i4")), "10次", "still here");
    form.click(&at("do.save"));
    let saved = form.downloaded("新疆巴州世界银行贷款项目执行办公室-2022.json");
    let tree: Value = serde_json::from_slice(&saved).expect("JSON");
    assert_eq!(tree["indicators"][3]["actual"]["text"], "10次");
    assert!(!form.tries_to_leave(), "a file has it");
}

#[test]
fn leaving_asks_only_where_work_would_be_lost() {
    asks_before_work_is_lost(Engine::current());
}

#[test]
fn leaving_asks_in_chromium_69_too() {
    if let Some(engine) = Engine::old(69) {
        asks_before_work_is_lost(engine);
    }
}

//! The small program, which knows the example only, says of it exactly what the whole one says: whatever is typed, all
//! derivations open, before and after a reload.

use crate::form::{Form, actual, at, strings};

/// Everything the sheet says, an entry a row of a table and a block elsewhere: texts, what fields hold and propose, and
/// what only who hears the page is told.
const SAID: &str = "function(){\
    function said(e){var w=[];(function all(n){\
        if(n.nodeType===3){if(n.data.trim())w.push(n.data.trim());return}\
        if(n.nodeType!==1)return;\
        ['aria-label','aria-invalid','aria-required','title','placeholder','readonly'].forEach(function(a){\
            if(n.hasAttribute(a))w.push(a+'='+n.getAttribute(a))});\
        if('value' in n&&n.tagName!=='BUTTON'&&n.tagName!=='LI')w.push('['+n.value+']');\
        [].forEach.call(n.childNodes,all)})(e);return w.join(' ¦ ')}\
    var parts='.summary,.form__fields,.section__head,.money tr,.money__reason,.goals tr,.sheet tr,.tally tr,.finding,.section > .hint';\
    return [].map.call(document.querySelectorAll(parts),said)}";

/// One way of filling the sheet in.
struct Round {
    /// Of the rows, in their order.
    actuals: [&'static str; 38],
    /// A band chosen in a row.
    bands: &'static [&'static str],
    /// Other fields by their `id`.
    fields: &'static [(&'static str, &'static str)],
}

#[track_caller]
pub(crate) fn said(form: &Form) -> Vec<String> {
    form.settle();
    strings(&form.js(&format!("({SAID})()")))
}

#[track_caller]
pub(crate) fn explain_all(form: &Form) {
    form.js("[].forEach.call(document.querySelectorAll(\"[id^='explain.'][aria-expanded='false']\"),function(b){b.click()})");
    form.wait("document.querySelectorAll('.detail').length === 38");
}

#[track_caller]
fn same(round: &Round) {
    let form = Form::open();
    form.click(&actual("i1"));
    form.paste(&round.actuals.join("\r\n"), None);
    form.wait_text(".notice.is-news", "已粘贴");
    for band in round.bands {
        form.click(&at(band));
    }
    for (field, text) in round.fields {
        form.type_into(&at(field), text);
    }
    form.press("Tab");
    explain_all(&form);
    let small = said(&form);
    assert!(small.len() > 90, "{small:?}");
    form.wait_kept();
    assert!(
        !form.requests().iter().any(|one| one.url.contains("/more-")),
        "this is the small program"
    );
    form.forget();
    form.reload();
    form.wait("document.querySelector('#total')");
    explain_all(&form);
    let whole = said(&form);
    assert!(
        form.requests().iter().any(|one| one.url.contains("/more-")),
        "this is the whole program"
    );
    for (small, whole) in small.iter().zip(&whole) {
        assert_eq!(small, whole, "the small program, then the whole one");
    }
    assert_eq!(small.len(), whole.len());
    form.assert_quiet();
}

/// Met, missed and exceeded, in the targets' units and others.
#[test]
fn of_an_ordinary_year() {
    same(&Round {
        actuals: [
            "16人",
            "2辆",
            "0.4683亩",
            "10次",
            "1名",
            "9次",
            "９个",
            "六个",
            "8",
            "15人",
            "100%",
            "0.95",
            "3.2‰",
            "92",
            "950‰",
            "百分之九十八",
            "98.5％",
            "99.99%",
            "100",
            "九成五",
            "90%",
            "48小时",
            "3天",
            "67300元",
            "5500元",
            "0.8万元",
            "2000元",
            "24,800元",
            "50万元",
            "5.5%",
            "显著加强",
            "较好",
            "100%",
            "60个月",
            "88%",
            "120%",
            "2次",
            "",
        ],
        bands: &["band.2.i32"],
        fields: &[
            ("row.reason.i4", "一个项目跨年实施，下年补足。"),
            ("row.reason.i9", "0"),
            ("row.share.i32", "75"),
            ("task.et.t1", "107.7"),
            ("task.et.t2", "7.5"),
            ("task.et.t3", "52.5"),
        ],
    });
}

/// What asks, what is refused, what is told beside a score.
#[test]
fn of_what_cannot_be_told() {
    same(&Round {
        actuals: [
            "10-20人",
            "-1辆",
            "312.2平方",
            "=12次",
            "约1人",
            "没有",
            "≥9个",
            "零",
            "不足9个",
            "无",
            "是",
            "0.95%",
            "无故障",
            "290%",
            "/",
            "全部",
            "123456789012345678%",
            "100.1234567%",
            "2022年12月31日",
            "及时",
            "**%",
            "45000",
            "5秒",
            "6.73",
            "人均5500元",
            "7800",
            "0.2万",
            "2.5亿元",
            "450000",
            "-3%",
            "95%",
            "12月底",
            "100%公开",
            "5年以上",
            "已整改19个，共20个",
            "95分",
            "无投诉",
            "近97%",
        ],
        bands: &[],
        fields: &[
            ("row.reason.i2", "无"),
            ("task.et.t1", "abc"),
            ("task.et.t2", "-3"),
            ("task.et.t3", "90"),
        ],
    });
}

/// Other budgets, bands in place of what asks.
#[test]
fn of_other_budgets_and_bands() {
    same(&Round {
        actuals: [
            "16万人",
            "1台",
            "312.20001㎡",
            "12次/年",
            "一人",
            "6批次",
            "9套",
            "7.5个",
            "9户",
            "13人次",
            "99.994%",
            "1",
            "5%",
            "94.995%",
            "95",
            "1/2",
            "95%以上",
            "已完成",
            "按时",
            "100％",
            "八成",
            "72小时",
            "1周",
            "5.5万元/人",
            "0.55",
            "780元/人",
            "0.21万元/次",
            "25000元整",
            "约45万元",
            "95.000001%",
            "-",
            "明显",
            "95.5",
            "1826天",
            "超过95%",
            "96%",
            "0起",
            "80%",
        ],
        bands: &["band.1.i32", "band.3.i31"],
        fields: &[
            ("task.yt.t1", "110"),
            ("task.et.t1", "120"),
            ("task.yt.t3", "0"),
        ],
    });
}

/// Hardly anything filled in, and no budget.
#[test]
fn of_an_empty_sheet() {
    same(&Round {
        actuals: [
            "", "", "", "", "", "0次", "", "", "", "0人", "", "", "0%", "", "", "", "", "", "", "",
            "", "0天", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "0次", "",
        ],
        bands: &[],
        fields: &[
            ("task.yt.t1", "0"),
            ("task.yt.t2", "0"),
            ("task.yt.t3", "0"),
        ],
    });
}

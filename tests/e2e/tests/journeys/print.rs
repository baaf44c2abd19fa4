//! The paper: the official form on A4, landscape.

use std::path::Path;

use e2e::scratch;

use crate::form::{Form, actual, at, strings};

/// Width and height of every page of a PDF in points, as its page objects say.
fn sizes(pdf: &Path) -> Vec<(u32, u32)> {
    let bytes = std::fs::read(pdf).expect("the PDF");
    let text: String = bytes.iter().map(|&byte| char::from(byte)).collect();
    let boxes = text.split("/MediaBox [").skip(1);
    let size = |rest: &str| {
        let inside = rest.split(']').next().unwrap_or_default();
        let mut corners = inside
            .split_whitespace()
            .skip(2)
            .map(|corner| corner.parse::<f64>().unwrap_or_default().round() as u32);
        (
            corners.next().unwrap_or_default(),
            corners.next().unwrap_or_default(),
        )
    };
    boxes.map(size).collect()
}

/// The page as it is while it prints.
#[track_caller]
fn on_paper(form: &Form) {
    form.js("dispatchEvent(new Event('beforeprint'))");
    form.wait("document.querySelector('.paper')");
}

#[test]
fn the_form_prints_on_a4_landscape() {
    let form = Form::open();
    form.click(&actual("i1"));
    form.paste("16人\n1\n312.2\n10次", None);
    form.type_into(&at("row.reason.i4"), "少发两次。");
    form.wait_standing("4.79 暂计");
    let pdf = scratch("files").join("form.pdf");
    form.pdf(&pdf, false);
    let sizes = sizes(&pdf);
    assert!((2..=5).contains(&sizes.len()), "{sizes:?}");
    assert!(sizes.iter().all(|size| *size == (842, 595)), "{sizes:?}");
    form.wait("!document.querySelector('.paper')");
    form.wait_standing("4.79 暂计");

    on_paper(&form);
    assert_eq!(
        form.count("#app header,#app aside,#app button,#app input"),
        0,
        "paper has no controls"
    );
    // The foot stands outside the program; it is not printed.
    form.media("print");
    assert_eq!(
        form.js("getComputedStyle(document.querySelector('#foot')).display"),
        "none"
    );
    form.media("");
    assert_eq!(form.text(".paper h1"), "部门（单位）整体支出绩效自评表");
    let paper = form.text(".paper");
    for words in [
        "2022年度",
        "新疆巴州世界银行贷款项目执行办公室",
        "金融风险防控及处置非法集资工作",
        "目标1：坚持从严治党",
        "少发两次。",
        "4.79",
        "全国 2020",
    ] {
        assert!(paper.contains(words), "{words}");
    }
    let pages = form.texts(".paper__page");
    assert_eq!(
        pages.len(),
        sizes.len(),
        "the PDF has the pages that the paper has"
    );
    for (at, page) in (1..).zip(&pages) {
        assert!(
            page.contains(&format!("第 {at} 页 / 共 {} 页", pages.len())),
            "{page}"
        );
    }
    // Every row is there once, whole, and a level that goes on says so.
    let rows = form.js(
        "[].map.call(document.querySelectorAll('.paper tr'),function(r){return r.textContent})",
    );
    let named = |name: &str| {
        strings(&rows)
            .iter()
            .filter(|row| row.contains(name))
            .count()
    };
    assert_eq!(named("防范金融风险处置非法集资人数量"), 1);
    assert_eq!(named("使用人员满意度"), 1);
    assert!(
        pages.iter().skip(1).any(|page| page.contains("续")),
        "{pages:?}"
    );
    let cut = "[].some.call(document.querySelectorAll('.paper__page:not(.is-tall)'),function(p){return p.scrollHeight>p.clientHeight+1})";
    assert_eq!(form.js(cut), false, "nothing is cut off");
    form.js("dispatchEvent(new Event('afterprint'))");
    form.wait("!document.querySelector('.paper')");
    form.assert_quiet();
}

#[test]
fn a_projects_paper_has_a_projects_title_and_says_the_band() {
    let form = Form::open();
    form.click(&at("fold.form"));
    form.type_into(&at("head.project"), "示例项目");
    form.click(&at("band.2.i31"));
    form.type_into(&actual("i31"), "有所加强");
    on_paper(&form);
    assert_eq!(form.text(".paper h1"), "项目支出绩效自评表");
    let cells = form.texts(".paper td");
    let both = "有所加强（部分达成预期指标并具有一定效果）";
    assert!(cells.iter().any(|cell| cell == both), "{cells:?}");
}

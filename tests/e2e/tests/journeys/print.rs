//! The paper: the official form on A4, landscape.

use std::path::Path;

use e2e::{Engine, Page, Site, scratch};

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

/// What the whole program shows when the browser's menu prints.
#[track_caller]
fn on_paper(form: &Form) {
    form.js("dispatchEvent(new Event('beforeprint'))");
    form.wait("document.querySelector('.paper')");
}

/// The addresses asked for since the last look.
#[track_caller]
fn asked(form: &Form) -> Vec<String> {
    form.settle();
    let all = form.requests().into_iter().map(|one| one.url).collect();
    form.forget();
    all
}

/// The form is the whole program's: the button and Ctrl+P bring it, before the browser prints.
#[test]
fn printing_brings_the_whole_program() {
    for by_key in [false, true] {
        let site = Site::serve();
        let form = Form::on(Page::open(Engine::current(), &site.url()));
        form.achieve("i4", "10次");
        form.wait_standing("1.04 暂计");
        assert_eq!(asked(&form).len(), 5);
        if by_key {
            form.catch_print();
            form.js("addEventListener('keydown',function(e){window.ours=e.key==='p'&&e.ctrlKey&&e.defaultPrevented})");
            form.press("Ctrl+p");
            form.wait_printed();
            assert_eq!(
                form.js("window.ours"),
                true,
                "no dialog of the browser's own"
            );
        } else {
            form.print();
        }
        assert!(form.text(".paper").contains("1.04"));
        let more = format!("{}more-", site.url());
        let asked = asked(&form);
        assert_eq!(asked.len(), 2, "{asked:?}");
        assert!(asked.iter().all(|url| url.starts_with(&more)), "{asked:?}");
        form.after_print();
        form.wait_standing("1.04 暂计");
        form.wait_value(&actual("i4"), "10次");
        // Now the browser prints the form by itself.
        on_paper(&form);
        let pages = form.count(".paper__page");
        form.after_print();
        // The height that the hand-over holds for a moment makes no pages.
        form.js("document.body.style.minHeight='9000px'");
        let pdf = scratch("files").join(format!("brought-{by_key}.pdf"));
        form.pdf(&pdf, false);
        assert_eq!(sizes(&pdf).len() as u64, pages);
        form.assert_quiet();
    }
}

/// From the browser's menu the small program prints the sheet as it stands, and asks for nothing.
#[test]
fn the_sheet_prints_from_the_browsers_menu() {
    let form = Form::open();
    form.achieve("i1", "16人");
    form.achieve("i31", "有所加强");
    form.click(&at("explain.i1"));
    form.settle();
    form.forget();
    let pdf = scratch("files").join("sheet.pdf");
    form.pdf(&pdf, false);
    let sizes = sizes(&pdf);
    assert!((2..=5).contains(&sizes.len()), "{sizes:?}");
    assert!(sizes.iter().all(|size| *size == (842, 595)), "{sizes:?}");
    assert_eq!(asked(&form), [""; 0]);
    // As wide as the paper between its margins.
    form.viewport(1032, 703, 1.0);
    form.media("print");
    let shown = |css: &str| form.of(css, "e.getClientRects().length");
    for css in ["#foot", ".head__tools", ".links", ".notices"] {
        assert_eq!(shown(css), 0, "{css}");
    }
    for css in ["#total", ".money", &actual("i1"), ".detail__how"] {
        assert_ne!(shown(css), 0, "{css}");
    }
    let wide = "document.documentElement.scrollWidth<=innerWidth";
    assert_eq!(form.js(wide), true, "nothing is cut off");
    let floating = "[].filter.call(document.querySelectorAll('#app *'),function(e){\
        return e.getBoundingClientRect().right>0&&getComputedStyle(e).position==='fixed'}).length";
    assert_eq!(form.js(floating), 0);
    form.assert_quiet();
}

#[test]
fn the_form_prints_on_a4_landscape() {
    let form = Form::open();
    form.click(&actual("i1"));
    form.paste("16人\n1\n312.2\n10次", None);
    form.type_into(&at("row.reason.i4"), "少发两次。");
    form.wait_standing("4.79 暂计");
    form.print();
    form.after_print();
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
    form.after_print();
    form.assert_quiet();
}

#[test]
fn a_projects_paper_has_a_projects_title_and_says_the_band() {
    let form = Form::open();
    form.click(&at("fold.form"));
    form.type_into(&at("head.project"), "示例项目");
    form.click(&at("band.2.i31"));
    form.type_into(&actual("i31"), "有所加强");
    form.print();
    assert_eq!(form.text(".paper h1"), "项目支出绩效自评表");
    let cells = form.texts(".paper td");
    let both = "有所加强（部分达成预期指标并具有一定效果）";
    assert!(cells.iter().any(|cell| cell == both), "{cells:?}");
}

//! Nothing that axe-core calls serious or critical, in any state of the page.

use e2e::{Value, json, repository};

use crate::form::{Form, actual, at, strings};

/// What axe-core finds, graver than moderate: rule, impact, place.
#[track_caller]
fn clean(form: &Form, state: &str) {
    if form.js("typeof window.axe") == "undefined" {
        let script = repository().join("tools/node_modules/axe-core/axe.min.js");
        let script =
            std::fs::read_to_string(script).expect("axe-core: `cargo xtask build` installs it");
        form.js(&format!("{script};0"));
    }
    let found: Value = form.js(
        "axe.run(document,{resultTypes:['violations']}).then(function(r){return r.violations.filter(function(v){\
         return v.impact==='serious'||v.impact==='critical'}).reduce(function(all,v){return all.concat(\
         v.nodes.slice(0,3).map(function(n){return v.id+' ('+v.impact+') '+n.target.join(' ')+' '+n.html.slice(0,160)}))},[])})",
    );
    assert_eq!(strings(&found), Vec::<String>::new(), "{state}");
}

#[test]
fn axe_finds_nothing_serious() {
    let form = Form::open();
    clean(&form, "first open");
    for (row, text) in [
        ("i1", "15人"),
        ("i2", "1"),
        ("i6", "9次"),
        ("i7", "9平方米"),
        ("i14", "0.92"),
    ] {
        form.achieve(row, text);
    }
    form.click(&at("band.2.i31"));
    form.click(&at("tally.i36"));
    form.type_into(&at("count.0.i36"), "9x");
    form.click(&at("explain.i1"));
    form.click(&actual("i4"));
    form.paste("看不清\n9", None);
    form.wait_text(".notice.is-news", "已粘贴");
    clean(
        &form,
        "half filled, with errors, questions and an open derivation",
    );
    for fold in ["form", "policy", "tasks", "goals"] {
        form.click(&at(&format!("fold.{fold}")));
        if fold == "policy" {
            // The rules are in the whole program.
            form.wait("document.querySelector('.form__policy')");
        }
    }
    form.click(&at("do.language"));
    form.wait_text("#grade", "Provisional");
    clean(&form, "English, everything unfolded");
    form.click(&at("do.structure"));
    form.wait("document.querySelector(\"[id='lock.i1']\")");
    clean(&form, "the table being edited");
}

#[test]
fn axe_finds_nothing_serious_on_an_empty_table() {
    let form = Form::open();
    form.click(&at("do.offer-empty"));
    form.wait_focus("head.unit");
    clean(&form, "empty");
}

/// Widths of office screens, and 1366 at 150 %: nothing stands out at the side, in either language.
#[test]
fn nothing_stands_out_at_the_side() {
    const OVER: &str =
        "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    // Rows whose content stands out below.
    const OUT_OF_ROW: &str = "[].filter.call(document.querySelectorAll('tr.row'),function(row){\
        var end=row.getBoundingClientRect().bottom+1;return [].some.call(row.querySelectorAll('td:not([rowspan])'),\
        function(cell){return cell.getBoundingClientRect().bottom>end})}).length";
    let form = Form::open();
    form.achieve("i3", "2人");
    form.achieve("i4", "10次");
    for language in ["zh-CN", "en"] {
        if language == "en" {
            form.click(&at("do.language"));
            form.wait("document.documentElement.lang === 'en'");
        }
        for (width, height, scale) in [
            (1920, 1080, 1.0),
            (1366, 768, 1.0),
            (1280, 720, 1.0),
            (1120, 720, 1.0),
            (1024, 768, 1.0),
            (911, 512, 1.5),
            // 1366 × 768 at 200 %, and a column of 320 pixels.
            (683, 384, 2.0),
            (320, 640, 1.0),
        ] {
            form.viewport(width, height, scale);
            form.settle();
            assert_eq!(form.js(OVER), 0, "{language}, {width} wide");
            assert_eq!(form.js(OUT_OF_ROW), 0, "{language}, {width} wide");
        }
    }
}

#[test]
fn axe_finds_nothing_serious_beside_the_table() {
    let form = Form::open();
    form.click(&at("tally.i36"));
    for (level, count) in ["92", "5", "3"].into_iter().enumerate() {
        form.type_into(&at(&format!("count.{level}.i36")), count);
    }
    form.click(&at("share.send"));
    form.wait("document.querySelector('.dialog')");
    clean(&form, "sharing");
    form.press("Escape");
    for (button, screen) in [
        ("shelf.begin", "the evaluations on this computer"),
        ("review.begin", "review"),
        ("compare.begin", "comparing"),
        ("rollup.begin", "rolling up"),
    ] {
        form.click(&at(button));
        form.wait("document.querySelector('.screen')");
        clean(&form, screen);
        form.click(".screen__back");
        form.wait("document.querySelector('#total')");
    }
    form.viewport(683, 384, 2.0);
    clean(&form, "1366 at 200 %");
}

/// What must always be in sight: total and grade down to the end of the page, news wherever the page is scrolled to.
#[test]
fn total_and_news_stay_in_sight() {
    const IN_SIGHT: &str = "function(e){var r=e.getBoundingClientRect();\
        return document.elementFromPoint(r.left+r.width/2,r.top+r.height/2)===e}";
    let form = Form::open();
    form.click(&actual("i38"));
    form.paste("95%\n看不清", None);
    form.wait_text(".notice.is-news", "已粘贴");
    form.js("scrollTo(0,document.documentElement.scrollHeight)");
    for seen in ["#total", "#grade", ".notice.is-news span"] {
        let seen = json!(seen);
        form.wait(&format!("({IN_SIGHT})(document.querySelector({seen}))"));
    }
}

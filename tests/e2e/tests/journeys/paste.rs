//! Tables in and out by the clipboard, and out as CSV.

use e2e::{Engine, Page, Site};

use crate::form::{Form, actual, at};

/// Waits until the actuals from this row on are these.
#[track_caller]
fn actuals(form: &Form, first: usize, expected: &[&str]) {
    for (row, text) in (first..).zip(expected) {
        form.wait_value(&actual(&format!("i{row}")), text);
    }
}

#[test]
fn a_pasted_column_spreads_down_as_one_step() {
    let form = Form::open();
    form.achieve("i2", "1辆");
    form.click(&actual("i1"));
    form.paste("16人\r\n2辆\r\n312.2\r\n10次\r\n看不清\r\n", None);
    form.wait_text(".notice.is-news", "已粘贴 5 格，其中 1 格未识别。");
    actuals(&form, 1, &["16人", "2辆", "312.2", "10次", "看不清", ""]);
    form.wait_line("i4", "83.33% 1.25 1.04 ▲未达标");
    form.press("Ctrl+z");
    form.wait_standing("1.25 暂计");
    actuals(&form, 1, &["", "1辆", "", "", "", ""]);
    form.press("Ctrl+y");
    form.wait_line("i4", "83.33% 1.25 1.04 ▲未达标");
    actuals(&form, 1, &["16人", "2辆", "312.2", "10次", "看不清", ""]);
    form.assert_quiet();
}

#[test]
fn a_table_from_excel_brings_its_reasons_along() {
    let form = Form::open();
    form.click(&actual("i1"));
    let html = "<html><body><!--StartFragment--><table><tr><td>15人</td><td>一人\r\n  调出<br>未补</td></tr>\
                <tr><td rowspan=2>1</td><td></td></tr><tr><td>少 3 平方米</td></tr></table><!--EndFragment--></body></html>";
    form.paste("15人\t\"一人 调出\n未补\"\n1\t\n\t少 3 平方米", Some(html));
    form.wait_text(".notice.is-news", "已粘贴");
    actuals(&form, 1, &["15人", "1", ""]);
    form.wait_value(&at("row.reason.i1"), "一人 调出\n未补");
    form.wait_value(&at("row.reason.i3"), "少 3 平方米");
}

#[test]
fn styles_of_excel_make_no_noise_and_what_they_hide_stays_away() {
    let form = Form::open();
    form.click(&at("do.structure"));
    form.wait("document.getElementById('row.name.i1')");
    form.click(&actual("i1"));
    let html = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><style>\r\n<!--table\r\n {mso-displayed-decimal-separator:\"\\.\";}\r\n-->\r\n</style></head><body link=blue>\
                <table border=0 width=87 STYLE='border-collapse:collapse;width:65pt'><!--StartFragment-->\
                <col width=87 style='width:65pt'><col width=0 style='display:none'>\
                <tr height=19 style='height:14.25pt'><td height=19 class=xl65 style='height:14.25pt'>15人</td><td style='display:none'>x</td></tr>\
                <tr height=0 style='display:none'><td height=0 class=xl65>9辆</td><td style='display:none'>x</td></tr>\
                <tr><td><span style=\"color: red\">1辆</span></td><td style='DISPLAY: none'>x</td></tr>\
                <!--EndFragment--></table></body></html>";
    form.paste("15人\n9辆\n1辆", Some(html));
    form.wait_text(".notice.is-news", "已粘贴 2 格。");
    actuals(&form, 1, &["15人", "1辆", ""]);
    form.assert_quiet();
}

#[test]
fn columns_that_nobody_can_tell_change_nothing() {
    let form = Form::open();
    form.click(&at("do.structure"));
    form.wait("document.getElementById('row.name.i1')");
    form.achieve("i2", "1辆");
    form.click(&actual("i1"));
    form.paste(
        "指标1：保障人员人数\t5\t15\t4.5\n指标2：公务用车保障数量\t5\t2\t5",
        None,
    );
    form.wait_text(".notice.is-news", "没有粘贴：看不出哪一列是实际完成值");
    actuals(&form, 1, &["", "1辆"]);
    let heads = "三级指标\t分值\t实际完成值\t得分\n";
    form.paste(
        &format!("{heads}指标1：保障人员人数\t5\t15\t4.5\n指标2：公务用车保障数量\t5\t2\t5"),
        None,
    );
    form.wait_text(".notice.is-news", "已按指标名称填入 2 行。");
    actuals(&form, 1, &["15", "2"]);
    form.assert_quiet();
}

/// Fills the blank cell behind the one with this target.
fn fill_in(html: &mut String, target: &str, text: &str) {
    let target = html.find(&format!(">{target}</td>")).expect(target);
    let blank = target + html[target..].find("></td>").expect("a blank cell") + 1;
    html.insert_str(blank, text);
}

#[test]
fn the_copied_table_comes_back_filled_in_and_finds_its_rows() {
    let form = Form::open();
    form.achieve("i2", "1辆");
    form.click(&at("do.copy"));
    form.wait_text(".notice.is-news", "表格已复制");
    let (_, mut html) = form.clipboard();
    assert!(html.contains("style="), "{html}");
    fill_in(&mut html, "=16人", "16人");
    fill_in(&mut html, "=12次", "10次");
    // Two rows of a department's own, one of them in front of all others.
    let row = "<tr><td></td><td></td><td>绿化面积</td><td>≥20亩</td><td>20亩</td></tr>";
    html = html.replacen("</tr>", &format!("</tr>{row}"), 1);
    html = html.replacen("</table>", &format!("{row}</table>"), 1);
    form.click(&actual("i9"));
    form.paste("not looked at", Some(&html));
    form.wait_text(
        ".notice.is-news",
        "已按指标名称填入 3 行；2 行没有可填的指标，没有采用。",
    );
    actuals(&form, 1, &["16人", "1辆", "", "10次", ""]);
    actuals(&form, 9, &["", ""]);
    form.wait_line("i4", "83.33% 1.25 1.04 ▲未达标");
    form.press("Ctrl+z");
    actuals(&form, 1, &["", "1辆", "", "", ""]);
    form.assert_quiet();
}

#[test]
fn names_and_actuals_pasted_find_their_rows() {
    let form = Form::open();
    form.click(&actual("i1"));
    form.paste(
        "聘用财务人员管理工资发放次数\t10次\n保障人员人数\t16人\n",
        None,
    );
    form.wait_text(".notice.is-news", "已按指标名称填入 2 行。");
    actuals(&form, 1, &["16人", "", "", "10次", ""]);
}

#[test]
fn what_lies_beyond_the_table_is_told() {
    let form = Form::open();
    form.click(&actual("i37"));
    form.paste("1次\n96%\n97%", None);
    form.wait_text(
        ".notice.is-news",
        "已粘贴 2 格；另有 1 格没有可填的位置，没有采用。",
    );
    actuals(&form, 37, &["1次", "96%"]);
}

#[test]
fn one_cell_is_pasted_at_the_caret() {
    let form = Form::open();
    form.achieve("i1", "6人");
    form.click(&actual("i1"));
    form.press("Home");
    form.paste("1", None);
    form.wait_line("i1", "100% 1.25 1.25 ✓达标");
    form.wait_value(&actual("i1"), "16人");
    assert_eq!(form.count(".notice.is-news"), 0);
}

/// A page served under a plain-http name has no `navigator.clipboard`.
#[test]
fn the_table_is_copied_on_plain_http() {
    let site = Site::serve();
    let page = Page::open(Engine::current(), &site.intranet_url());
    assert_eq!(page.js("typeof navigator.clipboard"), "undefined");
    let form = Form::on(page);
    form.achieve("i4", "10次");
    form.click(&at("do.copy"));
    form.wait_text(".notice.is-news", "表格已复制");
    let (text, html) = form.clipboard();
    let lines: Vec<Vec<&str>> = text
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(lines.len(), 40, "a head, 38 rows, the sum: {text}");
    assert_eq!(
        lines[0][..7],
        [
            "一级指标",
            "二级指标",
            "三级指标",
            "指标值",
            "实际完成值",
            "完成率",
            "分值"
        ]
    );
    assert_eq!(
        lines[4][2..8],
        [
            "聘用财务人员管理工资发放次数",
            "=12次",
            "10次",
            "83.33%",
            "1.25",
            "1.04"
        ]
    );
    assert_eq!(lines[39][6..8], ["90.00", "1.04"]);
    assert!(lines.iter().all(|line| line.len() == 10), "{text}");
    let cells = |kind: &str| html.matches(kind).count();
    // 产出 reaches over 30 rows; each row has 8 cells of its own.
    assert!(html.contains("rowspan=\"30\""), "{html}");
    assert_eq!(cells("<tr"), 40);
    assert!(
        html.contains("&lt;=13人") && html.contains(">1.04<"),
        "{html}"
    );
    form.assert_quiet();
}

#[test]
fn the_form_leaves_as_csv() {
    let form = Form::open();
    form.achieve("i4", "10次");
    form.type_into(&at("row.reason.i4"), "少发两次,\"九月\"起补");
    form.click(&at("do.csv"));
    let file = form.downloaded("新疆巴州世界银行贷款项目执行办公室-2022.csv");
    let text = String::from_utf8(file).expect("UTF-8");
    assert!(text.starts_with('\u{feff}'), "Excel wants the mark");
    for line in [
        "聘用财务人员管理工资发放次数,'=12次,10次,83.33%,1.25,1.04,未达标,\"少发两次,\"\"九月\"\"起补\"\r\n",
        "部门单位人员保障,用于保障部门单位人员发放工资福利支出及对个人和家庭补助,107.7,107.7,–,,,,,\r\n",
        "总分,1.04,,,,,,,,\r\n等次,暂计,,,,,,,,\r\n",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
}

//! The official form as a person sees it: fields by row, figures by row, total and grade.

use std::ops::Deref;
use std::path::{Path, PathBuf};

use e2e::{Engine, Page, Site, Value, json, scratch};

/// The page with a table on it.
pub struct Form {
    page: Page,
}

impl Deref for Form {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

/// The element with this `id`, which says what it is for.
pub fn at(id: &str) -> String {
    format!("[id='{id}']")
}

/// The field of a row's actual.
pub fn actual(row: &str) -> String {
    at(&format!("row.actual.{row}"))
}

/// What stands under the field of a row's actual.
pub fn said(row: &str) -> String {
    at(&format!("say-{row}"))
}

impl Form {
    /// The page in the current browser, as a person sees it who comes for the first time.
    #[track_caller]
    pub fn open() -> Self {
        Self::open_in(Engine::current())
    }

    /// The same in another browser.
    #[track_caller]
    pub fn open_in(engine: Engine) -> Self {
        let site = Site::serve();
        let page = Page::open(engine, &site.url());
        page.wait("document.querySelector('#total')");
        Self { page }
    }

    /// A page that is open already.
    pub fn on(page: Page) -> Self {
        Self { page }
    }

    /// The page with a file opened by the button.
    #[track_caller]
    pub fn with(name: &str, document: &Value) -> Self {
        let form = Self::open();
        form.open_file(&file(name, &document.to_string()));
        form
    }

    /// Opens a file by the button, and waits until the page says what became of it.
    #[track_caller]
    pub fn open_file(&self, path: &Path) {
        self.choose_files_by(&at("do.open"), &[path]);
        self.wait("document.querySelector('.notice.is-news')");
    }

    /// Types into a row's actual and leaves the field.
    #[track_caller]
    pub fn achieve(&self, row: &str, text: &str) {
        self.type_into(&actual(row), text);
        self.press("Tab");
    }

    /// `分值 得分 状态` of a row, or the same with the completion rate in front.
    #[track_caller]
    pub fn line(&self, row: &str) -> String {
        self.lines()
            .into_iter()
            .find_map(|line| line.strip_prefix(&format!("{row} ")).map(str::to_owned))
            .unwrap_or_else(|| panic!("no row {row}"))
    }

    /// Waits until a row reads so.
    #[track_caller]
    pub fn wait_line(&self, row: &str, expected: &str) {
        let score = json!(at(&format!("explain.{row}")));
        let expected = json!(expected);
        self.wait(&format!(
            "({LINE})(document.querySelector({score})) === {expected}"
        ));
    }

    /// `row 完成率 分值 得分 状态` of all rows, in order.
    #[track_caller]
    pub fn lines(&self) -> Vec<String> {
        let all = self.js(&format!(
            "[].map.call(document.querySelectorAll(\"[id^='explain.']\"),function(b){{return b.id.slice(8)+' '+({LINE})(b)}})"
        ));
        strings(&all)
    }

    /// `95.09 优`, or `1.25 暂计` while something is open.
    #[track_caller]
    pub fn standing(&self) -> String {
        format!("{} {}", self.text("#total"), self.text("#grade"))
    }

    /// Waits until total and grade read so.
    #[track_caller]
    pub fn wait_standing(&self, expected: &str) {
        let expected = json!(expected);
        self.wait(&format!(
            "(function(t,g){{return t&&g&&t.textContent.trim()+' '+g.textContent.trim()==={expected}}})\
             (document.querySelector('#total'),document.querySelector('#grade'))"
        ));
    }

    /// Waits until a field holds this: a field may be drawn a moment after the total is.
    #[track_caller]
    pub fn wait_value(&self, css: &str, expected: &str) {
        let (css, expected) = (json!(css), json!(expected));
        self.wait(&format!(
            "(document.querySelector({css})||{{}}).value === {expected}"
        ));
    }

    /// Waits until the focus is there: where a click leads, it comes with the next picture.
    #[track_caller]
    pub fn wait_focus(&self, id: &str) {
        let id = json!(id);
        self.wait(&format!("document.activeElement.id === {id}"));
    }

    /// Presses the button that prints, which brings the form on paper; the browser's own dialog is only counted.
    #[track_caller]
    pub fn print(&self) {
        self.catch_print();
        self.click(&at("do.print"));
        self.wait_printed();
    }

    /// Lets the browser's dialog of printing be counted in place of shown.
    #[track_caller]
    pub fn catch_print(&self) {
        self.js("(window.printed=0,window.print=function(){window.printed+=1},1)");
    }

    /// Waits until the browser was asked to print once, the form being on paper then.
    #[track_caller]
    pub fn wait_printed(&self) {
        self.wait("window.printed && document.querySelector('.paper')");
        assert_eq!(self.js("window.printed"), 1);
    }

    /// The browser is done with printing.
    #[track_caller]
    pub fn after_print(&self) {
        self.js("dispatchEvent(new Event('afterprint'))");
        self.wait("!document.querySelector('.paper')");
    }

    /// Waits until the draft is kept.
    #[track_caller]
    pub fn wait_kept(&self) {
        self.wait_text(".head__kept", "已保存");
    }
}

/// From a score's button to `完成率 分值 得分 状态`; a field in a cell (the share inside a band) with what it holds,
/// or, while it is empty, with what it proposes.
const LINE: &str = "function(b){if(!b)return null;var r=b.closest('tr'),n=r.querySelectorAll('td.row__number');\
     return [].map.call(n,function(c){var f=c.querySelector('input');\
     return (f?f.value||f.placeholder:'')+c.textContent.trim()}).join(' ')+' '+\
     r.querySelector('.status').textContent.trim()}";

/// A JSON list of texts.
pub fn strings(list: &Value) -> Vec<String> {
    let words = list.as_array().into_iter().flatten();
    words
        .map(|word| word.as_str().unwrap_or_default().to_owned())
        .collect()
}

/// A file with this text, in a folder of its own.
#[track_caller]
pub fn file(name: &str, text: &str) -> PathBuf {
    let path = scratch("files").join(name);
    std::fs::write(&path, text).expect("a file below target/e2e");
    path
}

/// A small table whose weights are 50, 30 and 10 and whose budget is spent: `score` is the percentage reached of the
/// one output indicator, which is promised in full.
pub fn small(score: &str) -> Value {
    json!({
        "format": "jiping", "version": 1,
        "header": { "unit": "示例单位", "year": "2023" },
        "policy": { "id": "national-2020", "version": 1 },
        "tasks": [{ "id": "t1", "name": "示例任务", "initial": { "total": "100" }, "executed": { "total": "100" } }],
        "goals": [],
        "indicators": [
            { "id": "a", "level1": "产出指标", "level2": "数量指标", "name": "计划完成率", "target": "≥100%",
              "actual": { "text": score, "reason": "一个项目跨年实施，下年补足。" } },
            { "id": "b", "level1": "效益指标", "level2": "社会效益指标", "name": "问题整改率", "target": "≥95%",
              "actual": { "text": "95%" } },
            { "id": "c", "level1": "满意度指标", "level2": "服务对象满意度指标", "name": "群众满意度", "target": "≥90%",
              "actual": { "text": "92.5%" } },
        ],
    })
}

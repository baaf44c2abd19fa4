//! Actuals. The table's year is 2022.

use super::{actual, against, on};

#[test]
fn numbers() {
    actual("16人", "16人");
    actual("=16人", "16人");
    actual("92", "92");
    actual("92%", "92%");
    actual("≥95%", "95%; sign in actual");
    actual("95%以上", "95%; sign in actual");
    actual("不低于95%", "95%; sign in actual");
    actual("０．５％", "0.5%");
    actual("-3%", "-3%");
    actual("1,234.5", "1234.5");
    actual("12万元", "12万元");
    actual("4753.66万元", "4753.66万元");
    actual("854万", "854万");
    actual("约500人", "500人; approximate");
    actual("500余人次", "500人次; approximate");
    actual("16人完成", "16人");
    actual("完成16人", "16人");
    actual("已完成16人", "16人");
    actual("100%完成", "100%");
    actual("完成率100%", "100%; words left out");
    actual("实际完成16人", "16人; words left out");
    actual("共培训16人次", "16人次; words left out");
    actual("30人次。", "30人次");
    actual("三次", "3次");
    actual("零", "0");
    actual("0", "0");
    actual("百分之九十五", "95%");
    actual("每亩300", "300/亩");
    actual("2.45亿元", "2.45亿元");
    actual("80-90%", "–; unreadable");
    actual("1-3次", "–; unreadable");
    actual("1234567890123456", "–; too many digits");
    actual("M.8万元", "–; unreadable");
    actual("到0次", "–; unreadable");
    actual("5?", "–; unreadable");
}

#[test]
fn dates() {
    actual("2021年12月完成", "2021年12月");
    actual("2021年12月", "2021年12月");
    actual("12月25日", "2022年12月25日");
    actual("2022年12月25日完成验收", "2022年12月25日; words left out");
    actual("2022.11.30", "2022年11月30日");
    actual("2022-11-30", "2022年11月30日");
    actual("11月", "2022年11月");
    actual("11月底", "2022年11月30日");
    actual("11月底前完成", "2022年11月30日");
    actual("12月31日前", "2022年12月31日");
    actual("11月前", "–; which day 2022年11月30日");
    actual("第三季度", "–; day needed");
    actual("2022年", "2022年");
    actual("2022年底", "2022年12月31日");
    actual("11月中旬", "2022年11月");
    actual("2022年7月-11月", "2022年11月");
}

#[test]
fn words() {
    actual("完成", "“完成” yes");
    actual("已完成", "“已完成” yes");
    actual("按时完成", "“按时完成” yes");
    actual("未完成", "“未完成” no");
    actual("是", "“是” yes");
    actual("否", "“否” no");
    actual("无", "“无” no");
    actual("显著", "“显著”");
    actual("达成预期指标", "“达成预期指标” band 0");
    actual("部分达成", "“部分达成” band 1");
    actual("已达预期目标", "“已达预期目标” band 0");
    actual("未达成且效果较差", "“未达成且效果较差” band 2");
}

#[test]
fn blanks() {
    actual(" ", "–; blank");
    actual("/", "–; placeholder");
    actual("-", "–; placeholder");
    actual("—", "–; placeholder");
}

#[test]
fn awaited_days() {
    against("12月底前", "11.30", "–; spreadsheet date 2022年11月30日");
    against("12月底前", "44895", "–; spreadsheet date 2022年11月30日");
    against("12月底前", "2022.11", "2022年11月");
    against("12月底前", "20221130", "2022年11月30日");
    against("12月底前", "11月30日", "2022年11月30日");
    against("≥10个", "20221130", "20221130");
    against("≥10个", "11.30", "11.3");
}

#[test]
fn nothing_happened() {
    against("0起", "无", "0; words left out");
    against("0起", "未发生", "0; words left out");
    against("≤0", "无安全事故", "0; words left out");
    against("0起", "零投诉", "0; words left out");
    against("0起", "零上访", "0; words left out");
    against("零感染", "零感染", "0; words left out");
    against("零事故", "未发生", "0; words left out");
    against("零事故", "0", "0");
    against("零事故", "1起", "1起");
    against("0起", "零容忍", "“零容忍”");
    against("0起", "无重大事故", "“无重大事故”");
    against("0起", "无法统计", "“无法统计”");
    against("0起", "未统计", "“未统计”");
    against("0起", "未完成", "“未完成” no");
    against("≥5个", "无", "“无” no");
    against("≤1起", "无", "“无” no");
    against("≤30分钟", "1小时15分钟", "75分钟");
    against(
        "≥2000人次",
        "2022年共培训2156人次",
        "2156人次; words left out",
    );
}

#[test]
fn nothing_of_what_has_a_limit_happened() {
    against("0起", "全年无事故", "0; words left out");
    against("≤2起", "未发生安全事故", "0; words left out");
    on("人员伤亡数", "≤3人", "无人员伤亡", "0; words left out");
    on("安全事故起数", "0起", "无人员伤亡", "“无人员伤亡”");
    on("亡人事故", "0起", "无亡人事故", "0; words left out");
    against("0起", "无亡人事故", "“无亡人事故”");
    against("≤3起", "无效投诉", "“无效投诉”");
    against("0起", "零重大事故", "“零重大事故”");
    against("≤3次", "未收到有效投诉", "“未收到有效投诉”");
    on("安全生产", "0起", "无事故", "0; words left out");
    on("群众投诉", "≤3次", "无事故", "“无事故”");
    on("死亡人数", "0人", "无人员死亡", "0; words left out");
    on("违规次数", "0次", "无违规行为", "0; words left out");
    on("未办结件数", "≤3件", "未办结", "“未办结”");
    against("零超标", "未超标", "0; words left out");
    against("0次", "未发现违规", "0; words left out");
    against("0次", "未发现", "0; words left out");
    against("0次", "未收到", "“未收到”");
    against("≤3次", "未收到投诉", "0; words left out");
    against("≤3次", "无故障", "0; words left out");
    against("≤3次", "暂无投诉", "0; words left out");
    against("≤3次", "暂无", "–; placeholder");
    against("0起", "0（未发生）", "0; words left out");
    against("0起", "0起，未发生事故", "0起; words left out");
    against("≤3次", "无法统计", "“无法统计”");
    against("≤3次", "人均2次", "“人均2次”");
    on("人均培训次数", "≥3次", "人均4次", "4次");
    against("≤3天", "未发生", "“未发生”");
    against("≤5万元", "未发生", "“未发生”");
    against("≥3次", "未发生", "“未发生”");
    on("安全事故起数", "≤3起", "无", "0; words left out");
    on("事故处置起数", "≤3起", "无", "“无” no");
    on("聘用人数", "≤3人", "无", "“无” no");
}

#[test]
fn a_part_is_no_more_than_all() {
    on("群众满意度", "≥95%", "120%", "–; above hundred");
    on("结案率", "≥95%", "120", "–; above hundred");
    on("验收合格率", "90-100%", "101%", "–; above hundred");
    on("群众满意度", "≥95%", "100%", "100%");
    on("任务完成率", "≥95%", "120%", "120%");
    on("合格率增长率", "≥5%", "120%", "120%");
    on("合格数量", "≥95个", "120个", "120个");
    on("污水处理厂负荷率", "≥95%", "105%", "105%");
    on("案件及时办结率", "≥95%", "105%", "–; above hundred");
    on("群众满意度", "≥90分", "120分", "120分");
}

#[test]
fn a_sign_that_leaves_the_question_open_asks() {
    against("≥95%", "不到95%", "–; other direction");
    against("≥95%", "95%以下", "–; other direction");
    against("≥95%", "近95%", "–; other direction");
    against("=100%", "不足100%", "–; other direction");
    against("≤5%", "超过5%", "–; other direction");
    against("80-90%", "85%以上", "–; other direction");
    against("≤5%", "不足5%", "5%; sign in actual");
    against("≥95%", "超过95%", "95%; sign in actual");
    against("3天", "3天以内", "3天; sign in actual");
    on("办理时限", "3天", "3天以内", "3天; sign in actual");
    on("办理时限", "3天", "3天以上", "–; other direction");
    on("合格率", "95%", "95%以下", "–; other direction");
    against("=5个", "5个以上", "5个; sign in actual");
}

#[test]
fn remarks() {
    against("100%", "100%（12/12）", "100%; words left out");
    against("≥95%", "95.5%（191/200）", "95.5%; words left out");
    against("≥20篇", "21篇（其中SCI 6篇）", "21篇; words left out");
    against("≥50人", "56人（含线上12人）", "56人; words left out");
    against("≥50人", "完成56人，完成率112%", "56人; words left out");
    against("≥3次", "5次（其中取消1次）", "–; unreadable");
    against("≥95%", "96%，较上年提升2个百分点", "96%; words left out");
    on(
        "项目成本",
        "≤10万元",
        "9万元，同比减少1万元",
        "9万元; words left out",
    );
    on(
        "能耗",
        "下降3%",
        "下降4%，较上年多1个百分点",
        "4%; words left out",
    );
    against("≥50人", "45人（因疫情减少）", "45人; words left out");
    against("≥50人", "45人，未完成", "45人; words left out");
    against("≥50人", "3个（应5个）", "–; unreadable");
    against("≥100%", "100%，部分未完成", "–; unreadable");
    against("≥5个", "5个（其中3个未验收）", "–; unreadable");
    against("≥5个", "5个（未发生投诉，部分未验收）", "–; unreadable");
    against("≤10万元", "节约（0.2万元）", "–; other direction");
    against("≤10万元", "9.8万元，未超预算", "9.8万元; words left out");
    against("≤10万元", "10.2万元（超支2%）", "10.2万元; words left out");
    against("≤10天", "延期2天", "–; unreadable");
    against("≥50人", "尚有5人未培训", "“尚有5人未培训”");
    against("100%", "100%（未发现问题）", "100%; words left out");
    against("100%", "100%，未拖欠", "100%; words left out");
    against("100%", "100%（未发放到位）", "–; unreadable");
    against("≤10万元", "9万元，节约资金", "9万元; words left out");
    against("≤10万元", "节约资金1万元", "–; other direction");
    against(
        "12月底前",
        "12月20日（100%）",
        "2022年12月20日; words left out",
    );
    against(
        "12月底前",
        "12月20日（财预〔2022〕10号）",
        "2022年12月20日; words left out",
    );
    against("12月底前", "12月（已完成）", "2022年12月; words left out");
    against("12月底前", "11月（延期1个月）", "“11月（延期1个月）”");
    against("12月底前", "2022年12月，按期", "2022年12月; words left out");
    against(
        "12月底前",
        "按期完成，12月20日",
        "2022年12月20日; words left out",
    );
}

#[test]
fn which_way_a_saving_goes() {
    on("项目成本", "≤10万元", "节约0.2万元", "–; other direction");
    on(
        "节约资金",
        "节约5万元以上",
        "节约6万元",
        "6万元; words left out",
    );
    on(
        "项目成本",
        "≤10万元",
        "9.8万元（节约0.2万元）",
        "9.8万元; words left out",
    );
    on("三公经费变动率", "≤0", "下降5.3%", "-5.3%; words left out");
    on("三公经费变动率", "≤0", "增长5.3%", "5.3%; words left out");
    on("收入增长率", "≥5%", "5%（同比下降）", "–; other direction");
    on("项目成本", "≤10万元", "增加2万元", "–; other direction");
    on("床位数", "≥100张", "增加120张", "120张; words left out");
}

#[test]
fn plans_are_no_actuals() {
    against("≥5场", "计划6场", "“计划6场”");
    against("12月底前", "计划12月完成", "“计划12月完成”");
    against("≥90%", "计划生育率98%", "98%; words left out");
    against("≥90%", "计划完成率98%", "98%; words left out");
    against("≥5万元", "争取资金6万元", "6万元; words left out");
    on(
        "经济效益",
        "节支5万元",
        "节支6万元",
        "6万元; words left out",
    );
    against("≥5万元", "节支6万元", "“节支6万元”");
    against("≥5场", "已6场", "6场");
    against("≥5场", "应完成6场", "“应完成6场”");
    against("≥5场", "年初目标6场", "“年初目标6场”");
    against("≥5场", "次年完成6场", "“次年完成6场”");
    against("≥5场", "没有完成6场", "“没有完成6场”");
    against("≥5场", "完成任务6场", "6场; words left out");
    against("≥5场", "取消（6场）", "“取消（6场）”");
    against("≤10天", "拖延2天", "–; unreadable");
    against("≤10万元", "核减2万元", "“核减2万元”");
    on("取消事项数", "≥5项", "取消6项", "6项; words left out");
    against("≥5场", "6场（含线上）", "6场; words left out");
}

#[test]
fn quarters() {
    against("6月底前", "第二季度", "2022年6月");
    against("6月底前", "上半年", "2022年6月");
    against("6月底前", "第三季度", "2022年7月");
    against("8月底前", "第三季度", "–; day needed");
    against("≥5场", "第三季度", "–; day needed");
}

#[test]
fn words_are_kept_where_words_are_wanted() {
    against(
        "建立3个平台并投入使用",
        "建立3个平台并投入使用",
        "“建立3个平台并投入使用”",
    );
    against("显著", "完成3项制度建设", "“完成3项制度建设”");
    against("≥3项", "完成3项制度建设", "3项; words left out");
    against("显著", "100%", "100%");
    against("3期、每期50人", "3期150人", "“3期150人”");
    against("城区5分钟、农村15分钟", "4分钟、12分钟", "“4分钟、12分钟”");
    against("B级以上", "A", "“A”");
    against("显著", "？", "–; unreadable");
}

#[test]
fn the_table_gives_the_year() {
    let context = jiping::value::Context::default();
    let reading = jiping::value::parse::read_actual("11月", None, &context);
    assert_eq!(super::notation::actual(&reading), "–; no year");
    let reading = jiping::value::parse::read_target("12月底前", &context);
    assert_eq!(super::notation::target(&reading), "–; no year");
    let reading = jiping::value::parse::read_target("2021年7月", &context);
    assert_eq!(super::notation::target(&reading), "2021年7月31日; assumed");
}

//! What the name and the form's columns give.

use super::{column, named};

#[test]
fn names_fill_sign_and_unit() {
    named("50", "资产入股贫困人口总数(≥**人)", "≥50人; from name");
    named(">=1102人", "资产入股贫困人口总数(≥**人)", "≥1102人");
    named(">=95%", "*资产入股贫困人口满意度( ≥**% )", "≥95%");
    named("95", "满意度(%)", "=95%; assumed ≥; from name");
    named("≥50", "新建道路里程（≥**公里）", "≥50公里; from name");
    named("50", "补助金额（万元）", "=50万元; assumed; from name");
    named("50", "补助金额（单位：元）", "=50元; assumed; from name");
    named("50元", "补助金额（万元）", "=50元; assumed");
    named("50", "参训人数（人）", "=50人; assumed ≥; from name");
    named("5万", "种植面积(亩)", "=50000亩; assumed ≥; from name");
    named("854万", "补助金额（万元）", "=854万元; assumed; from name");
    named("1-3", "培训次数（次）", "1次-3次; from name");
    named("40%", "预算执行进度(7月)", "=40%; assumed");
    named("80.21%", "预算执行进度（11月）", "=80.21%; assumed");
    named("95%", "项目(工程)验收合格率", "=95%; assumed ≥");
    named("3", "预算调整次数（实际调整数）", "=3; assumed ≤");
}

#[test]
fn names_conflict() {
    named("=50个", "入股人数(≥**人)", "=50个; name conflict");
    named("≤50人", "入股人数(≥**人)", "≤50人; name conflict");
    named("≥60人", "入股人数(≥50人)", "≥60人; name conflict");
    named("50人", "入股人数(≥50人)", "≥50人; from name");
    named("≥5公里", "改造面积（≥**平方米）", "≥5公里; name conflict");
}

#[test]
fn names_offer() {
    named(" ", "年度资金支付完成率100%", "–; blank; offered 100%");
    named(" ", "合格率≥95%", "–; blank; offered ≥95%");
    named(" ", "受益人数(≥50人)", "–; blank; offered ≥50人");
    named("/", "满意度不低于90%", "–; placeholder; offered 不低于90%");
    named(" ", "工程质量合格", "–; blank");
    named(" ", "取得2018-2022监测资料", "–; blank");
    named(" ", "目标1完成情况", "–; blank");
}

#[test]
fn names_suggest() {
    named("98%", "验收合格率", "=98%; assumed ≥");
    named("98%", "职工满意度", "=98%; assumed ≥");
    named("5%", "平台故障率", "=5%; assumed ≤");
    named("3次", "检查人员被投诉次数", "=3次; assumed ≤");
    named("95%", "投诉处理率", "=95%; assumed ≥");
    named("6.73万元", "人均工资成本", "=6.73万元; assumed ≤");
    named("45万元", "平台运行费用", "=45万元; assumed ≤");
    named("3天", "响应时间", "=3天; assumed ≤");
    named("95%", "响应及时率", "=95%; assumed ≥");
    named("100%", "成本控制率", "=100%; assumed");
    named("5%", "成本节约率", "=5%; assumed ≥");
    named("20次", "培训次数", "=20次; assumed ≥");
    named("300亩", "造林面积", "=300亩; assumed ≥");
    named("1起", "安全事故起数", "=1起; assumed ≤");
    named("5个", "平台", "=5个; assumed");
    named("5%", "辍学率", "=5%; assumed ≤");
    named("5%", "管网漏损率", "=5%; assumed ≤");
    named("5%", "事故查处率", "=5%; assumed ≥");
    named("95%", "投诉办理率", "=95%; assumed ≥");
    named("95%", "信访群众满意度", "=95%; assumed ≥");
    named("95%", "死亡病例报告率", "=95%; assumed ≥");
    named("100起", "办理案件起数", "=100起; assumed");
    named("5%", "故障修复率", "=5%; assumed ≥");
    named("5件", "信访量", "=5件; assumed ≤");
    named("5件", "案件审结数", "=5件; assumed ≥");
    named("5%", "在职人员控制率", "=5%; assumed");
    named("5天", "缩短办理时间", "=5天; assumed");
    named("5%", "能耗降低率", "=5%; assumed ≥");
}

#[test]
fn names_of_days() {
    named("44926", "完成时间", "–; spreadsheet date 2022年12月31日");
    named("44926", "培训人数", "=44926; assumed ≥");
    named("44926天", "完成时间", "=44926天; assumed ≤");
    named("20221231", "完成时间", "2022年12月31日; assumed");
    named("2022", "实施时间", "2022年12月31日; assumed");
    named("2000", "服务时间", "=2000; assumed");
    named("2020", "服务时间（小时）", "=2020小时; assumed; from name");
    named("20221231", "培训人数", "=20221231; assumed ≥");
    named("12.31", "完成时间", "–; spreadsheet date 2022年12月31日");
    named("6.3", "完成时间", "–; spreadsheet date 2022年6月3日");
    named("6.3", "办结时限（小时）", "=6.3小时; assumed ≤; from name");
    named("202206", "竣工时间", "2022年6月30日; assumed");
    named("202206", "培训人数", "=202206; assumed ≥");
    named("202213", "竣工时间", "=202213; assumed ≤");
    named("2022年6", "竣工时间", "–; unreadable");
    named("2022.12", "完成时间", "2022年12月31日; assumed");
    named("2022.12", "补助金额", "=2022.12; assumed");
    named("2022.12", "项目建设", "–; spreadsheet date 2022年12月31日");
    named("3", "响应时间", "=3; assumed ≤");
}

#[test]
fn names_of_rates() {
    named("290%", "合格率", "=290%; assumed ≥; misread ≥90%");
    named("285%", "群众满意度", "=285%; assumed ≥; misread ≥85%");
    named("2100%", "覆盖率", "=2100%; assumed ≥; misread ≥100%");
    named("292%", "平台", "=292%; assumed");
    named("200%", "增长率", "=200%; assumed ≥");
    named("0.95", "合格率", "=0.95; assumed ≥; share or percent 0.95");
    named("0.95%", "合格率", "=0.95%; assumed ≥");
    named("0.95", "平台", "=0.95; assumed");
    named("3个百分点", "收入增长率", "=3个百分点; assumed ≥");
    named(
        "3个百分点",
        "合格率",
        "=3个百分点; assumed ≥; percentage point",
    );
}

#[test]
fn names_that_ask() {
    named("无", "是否存在违规行为", "“无” no");
    named("无", "有无安全事故", "“无” no");
    named("无", "安全事故", "–; placeholder");
    named("否", "是否存在违规行为", "“否” no");
}

#[test]
fn words_of_the_name_before_the_number() {
    named(
        "验收合格率95%",
        "项目验收合格率",
        "=95%; words left out; assumed ≥",
    );
    named("扁2200篇", "播发稿件数量", "–; unreadable");
}

#[test]
fn columns() {
    column("95", "合格率", "≥", "%", "≥95%");
    column("95", "合格率", "≤", "", "≤95");
    column("≥95%", "合格率", "≤", "%", "≥95%; name conflict");
    column("5", "次数", "=", "次", "=5次");
    column("5", "次数", "大于等于", "次", "≥5次");
    column("5", "次数", "正向指标", "次", "=5次; assumed ≥");
    column("5", "故障次数", "反向", "次", "=5次; assumed ≤");
    column("5", "次数", "定性", "", "=5; assumed ≥");
    column("50元", "费用", "", "万元", "=50元; assumed ≤");
    column("5天", "人数", "", "人", "=5天; name conflict; assumed ≥");
    column("854万", "金额", "≤", "万元", "≤854万元");
    column("3-5", "次数", "", "次", "3次-5次");
    column("5", "对象", "", "标的", "=5标的; assumed");
    column("5", "对象", "", "/", "=5; assumed");
    column("好", "对象", "定性", "", "“好”");
    column("2022.12", "项目", "=", "万元", "=2022.12万元");
    column("95", "合格率", "大于等于（≥）", "（%）", "≥95%");
    column("95", "合格率", "≥", "百分数", "≥95%");
    column("5", "设备", "=", "台（套）", "=5台(套)");
}

#[test]
fn names_of_misread_values() {
    named("5.1-10.31", "施工时间", "–; unreadable");
    named("5-10", "响应时间（天）", "5天-10天; from name");
    named("2022", "实施年份（年）", "–; unreadable");
    named("20", "使用年限（年）", "=20年; assumed ≥; from name");
    column(
        "0.95",
        "合格率",
        "",
        "%",
        "=0.95%; assumed ≥; share or percent 0.95",
    );
    column("0.5", "收入增长率", "", "%", "=0.5%; assumed ≥");
    column("0.5", "故障率", "", "%", "=0.5%; assumed ≤");
    column("0.95", "合格率", "≥", "", "≥0.95; share or percent 0.95");
}

//! Words, prose, gaps, and what is refused.

use super::target;

#[test]
fn nothing_of_what_should_not_be() {
    target("零事故", "=0; words left out");
    target("零投诉", "=0; words left out");
    target("零伤亡", "=0; words left out");
    target("零上访", "=0; words left out");
    target("零距离", "“零距离”");
    target("零容忍", "“零容忍”");
    target("零基预算", "“零基预算”");
    target("零投诉率", "=0; words left out");
    target("零差错率", "=0; words left out");
    target("零新增", "=0; words left out");
    target("零失误", "=0; words left out");
    target("零增长", "“零增长”");
    target("零报告", "“零报告”");
    target("零事故零投诉", "“零事故零投诉”");
    target("零事故、零投诉", "“零事故、零投诉”");
}

#[test]
fn words() {
    target("显著加强", "“显著加强”");
    target("有所保障", "“有所保障”");
    target("效果明显", "“效果明显”");
    target("优", "“优”");
    target("好", "“好”");
    target("显著提升", "“显著提升”");
    target("严格执行相关制度规定", "“严格执行相关制度规定”");
    target(
        "目标明确、内容细化、目标量化",
        "“目标明确、内容细化、目标量化”",
    );
    target(
        "提高森林覆盖率,促进生物多样性保护。",
        "“提高森林覆盖率,促进生物多样性保护。”",
    );
    target("控制在预算内", "“控制在预算内”");
    target("不超预算", "“不超预算”");
    target("不超过预算", "“不超过预算”");
    target("无结余", "“无结余”");
    target("达成预期指标", "“达成预期指标” band 0");
    target("达成年度指标", "“达成年度指标” band 0");
    target("达成", "“达成” band 0");
    target("全部达成", "“全部达成” band 0");
    target("基本达成预期指标", "“基本达成预期指标” band 0");
    target("部分达成", "“部分达成” band 1");
    target(
        "部分达成年度指标并具有一定效果",
        "“部分达成年度指标并具有一定效果” band 1",
    );
    target(
        "部分达到预期目标,并且具备一定效果",
        "“部分达到预期目标,并且具备一定效果” band 1",
    );
    target("部分完成", "“部分完成” band 1");
    target("未达成", "“未达成” band 2");
    target("未达成且效果较差", "“未达成且效果较差” band 2");
    target(
        "未达成年度指标且效果较差",
        "“未达成年度指标且效果较差” band 2",
    );
    target("是", "“是” yes");
    target("否", "“否” no");
    target("有", "“有” yes");
    target("是。", "“是。” yes");
    target("完成", "“完成” yes");
    target("未完成", "“未完成” no");
    target("达标", "“达标” yes");
    target("√", "“√” yes");
    target("×", "“×” no");
    target("1:3", "“1:3”");
    target("≥1:18", "“≥1:18”");
    target("7*24", "“7*24”");
    target("不高于18:1", "“不高于18:1”");
    target("1户1档", "“1户1档”");
    target("1+N", "“1+N”");
    target("5人×30天", "“5人×30天”");
    target("1月1次", "“1月1次”");
    target("20年一遇", "“20年一遇”");
    target("强度C30", "“强度C30”");
    target("等保2.0", "“等保2.0”");
    target("零星", "“零星”");
    target("5A级景区", "“5A级景区”");
    target("第3名", "“第3名”");
    target("前10名", "“前10名”");
    target("长期", "“长期”");
    target("不满意", "“不满意”");
}

#[test]
fn prose() {
    target("2022年12月31日前完成率100%", "“2022年12月31日前完成率100%”");
    target(
        "第一年按总投资额返本20%,分红按8%分红",
        "“第一年按总投资额返本20%,分红按8%分红”",
    );
    target("超出正负10%", "“超出正负10%”");
    target("全年不发生1起责任事故", "“全年不发生1起责任事故”");
    target("列入全市前10名", "“列入全市前10名”");
    target("建立3个平台并投入使用", "“建立3个平台并投入使用”");
    target("发放补贴50万元，惠及100人", "“发放补贴50万元，惠及100人”");
    target("同比增长5%，环比增长2%", "“同比增长5%，环比增长2%”");
    target("由80%提高到90%", "“由80%提高到90%”");
    target("排名较上年上升2位", "“排名较上年上升2位”");
    target("1、完成甲项；2、完成乙项", "“1、完成甲项；2、完成乙项”");
    target("每年6月、12月", "“每年6月、12月”");
}

#[test]
fn remarks() {
    target(
        "≥4000人次（其中：小学2500人次、初中1500人次）",
        "≥4000人次; words left out",
    );
    target("≤200万元，其中：材料费120万元", "≤200万元; words left out");
    target("≥20篇（其中SCI 5篇）", "≥20篇; words left out");
    target("100%（12个问题全部整改）", "=100%; words left out; assumed");
    target("≥5个（含新建2个、改造3个）", "≥5个; words left out");
    target("支付进度≥75%（9月底）", "≥75%; words left out");
    target("100%，按时完成", "=100%; words left out; assumed");
    target("≥90%，低于全省平均的不得分", "≥90%; words left out");
    target("5个，以上", "≥5个");
    target("95%（以上）", "≥95%");
    target("1公顷（15亩）", "=1公顷; words left out; assumed");
    target("5次（3次）", "–; unreadable");
    target("5次（≥3次）", "–; unreadable");
    target("≥500户（1500人）", "≥500户; words left out");
    target("不低于最低工资的70%", "“不低于最低工资的70%”");
    target("95%（最低90%）", "–; unreadable");
    target("5个（实际3个）", "“5个（实际3个）”");
    target("≥95%（农村≥90%）", "“≥95%（农村≥90%）”");
    target("20篇，核心5篇", "“20篇，核心5篇”");
    target("出险率（不高于5%）", "≤5%; words left out");
    target("应补尽补（100%）", "=100%; words left out; assumed");
    target("不合格（5个）", "–; unreadable");
    target("12月底前，完成率100%", "“12月底前，完成率100%”");
    target("12月底前（完成率100%）", "“12月底前（完成率100%）”");
    target("12月底前（5批）", "2022年12月31日前; words left out");
    target(
        "6月底前（下达）、12月底前（完工）",
        "“6月底前（下达）、12月底前（完工）”",
    );
    target("12月底前（不含）", "–; unreadable");
    target("及时拨付（每月15日前）", "“及时拨付（每月15日前）”");
}

#[test]
fn words_before_the_number() {
    target("24小时火灾扑灭率100%", "=100%; words left out; assumed");
    target("30分钟到达率≥95%", "≥95%; words left out");
    target("10个工作日内办结率100%", "=100%; words left out; assumed");
    target("≤预算10万元", "≤10万元; words left out");
    target("不超过合同价10万元", "≤10万元; words left out");
    target("不超过预算数的10%", "“不超过预算数的10%”");
    target("B超500人次", "=500人次; words left out; assumed");
    target("心脏彩超200例", "=200例; words left out; assumed");
    target("不超过预算5%", "“不超过预算5%”");
    target("欠薪案件结案率98%", "=98%; words left out; assumed");
    target("欠缴5万元", "–; unreadable");
    target("误差率±3%以内", "-3%-3%; words left out");
    target("产前筛查率80%", "=80%; words left out; assumed");
    target("第三方评估1次", "=1次; words left out; assumed");
    target("前期工作经费50万元", "=50万元; words left out; assumed");
    target(
        "测土配方施肥技术覆盖率达到90%",
        "=90%; words left out; assumed ≥",
    );
    target(
        "结案率≥95%，法定审限内结案率≥98%",
        "“结案率≥95%，法定审限内结案率≥98%”",
    );
}

#[test]
fn several_quantities_are_words() {
    target("1套+2台", "“1套+2台”");
    target("2处、3座", "“2处、3座”");
    target("1200户/4500人", "“1200户/4500人”");
    target("6期200人次", "“6期200人次”");
    target("COD≤50mg/L，氨氮≤5mg/L", "“COD≤50mg/L，氨氮≤5mg/L”");
    target("5个、3个", "–; unreadable");
}

#[test]
fn unreadable() {
    target("M.8万元", "–; unreadable");
    target("到0次", "–; unreadable");
    target("扁2200篇", "–; unreadable");
    target("第O份", "–; unreadable");
    target("O.5%", "–; unreadable");
    target("1O0%", "–; unreadable");
    target("》 亩", "–; unreadable");
    target("》  %", "–; unreadable");
    target("》95%", "–; unreadable");
    target("#DIV/0!", "–; unreadable");
    target("#REF!", "–; unreadable");
    target("？", "–; unreadable");
    target("。", "–; unreadable");
    target("5?", "–; unreadable");
    target("1/3", "–; unreadable");
    target("100/100", "–; unreadable");
    target("7天24小时", "“7天24小时”");
    target("1年7月", "–; unreadable");
    target("15日前", "–; unreadable");
    target("≥2022年12月", "–; unreadable");
    target("95%95%", "–; unreadable");
    target("≥95%\n≥90%", "–; conflicting comparators");
    target("≥5个、≥3个", "–; conflicting comparators");
    target("逾期2天", "–; unreadable");
    target("100%=", "–; unreadable");
    target("占5成5", "–; unreadable");
}

#[test]
fn gaps_and_placeholders() {
    target("≥**个", "–; template gap");
    target("≥**%", "–; template gap");
    target("≥ 个", "–; template gap");
    target("≥", "–; template gap");
    target("%", "–; template gap");
    target("亩", "–; template gap");
    target("XX个", "–; template gap");
    target("≥__人", "–; template gap");
    target("/", "–; placeholder");
    target("-", "–; placeholder");
    target("—", "–; placeholder");
    target("——", "–; placeholder");
    target("*", "–; placeholder");
    target("…", "–; placeholder");
    target("无", "–; placeholder");
    target("N/A", "–; placeholder");
    target("不适用", "–; placeholder");
    target("同上", "–; placeholder");
}

#[test]
fn blank() {
    target(" ", "–; blank");
    target("\u{a0}\u{200b}", "–; blank");
}

#[test]
fn values_that_are_easily_misread() {
    target("2021年水平", "“2021年水平”");
    target("≤2021年水平", "“≤2021年水平”");
    target("每月1-10日", "“每月1-10日”");
    target("↓5%", "=5%; words left out; assumed ≥");
    target("2022年规划", "–; unreadable");
    target("2022年竣工", "2022年12月31日; assumed; words left out");
    target("2022年1月起", "–; unreadable");
    target("不低于80%-90%", "–; unreadable");
    target("50%/50%", "–; unreadable");
    target("95%/90%", "–; unreadable");
    target("3天/5天", "–; unreadable");
    target("4.5/5分", "–; unreadable");
    target("5人/10万人", "=5人/10万人; assumed");
    target("≥9O%", "–; unreadable");
    target("≥9O", "–; unreadable");
    target("≥1OO", "–; unreadable");
    target("每月15日", "“每月15日”");
    target("每月15日前", "“每月15日前”");
    target("当月5日", "“当月5日”");
    target("5号", "–; unreadable");
    target("年培训5次", "=5次; words left out; assumed");
    target("三等奖5个", "=5个; words left out; assumed");
    target("5人以上10人以下", "5人-10人");
    target("至少召开1次会议", "≥1次; words left out");
    target("全年至少开展2次培训", "≥2次; words left out");
    target("最低工资标准1500元", "=1500元; words left out; assumed");
    target("SO2≤60μg/m3", "≤60ug/m3; words left out");
    target("NO2年均浓度≤40", "≤40; words left out");
    target("出院人次5000", "=5000; words left out; assumed");
    target("65岁以上老人健康管理率95%", "=95%; words left out; assumed");
    target("0～6岁儿童眼保健率≥90%", "≥90%; words left out");
    target("60岁以上", "≥60岁");
    target("12345热线办结率98%以上", "≥98%; words left out");
    target("300户受益率≥95%", "“300户受益率≥95%”");
    target("300万群众满意率≥95%", "“300万群众满意率≥95%”");
    target("CO2减排500吨", "=500吨; words left out; assumed");
    target("3成果", "=3成果; assumed");
    target("70周年", "=70周年; assumed");
    target("5岁以下儿童死亡率≤6‰", "≤6‰; words left out");
    target("2022年100%", "=100%; words left out; assumed");
    target("年底达到90%以上", "≥90%; words left out");
    target("2025年100%", "–; unreadable");
    target("2022年前5个月", "“2022年前5个月”");
    target("年底前5天完成", "“年底前5天完成”");
    target("超出正负10%", "“超出正负10%”");
    target("控制在预算5%以内", "≤5%; words left out");
    target("力争不低于90%", "≥90%; words left out");
    target(
        "2022年12月31日前完成支付",
        "2022年12月31日前; words left out",
    );
    target("自2022年1月1日起", "“自2022年1月1日起”");
    target("95%以上群众满意", "≥95%; words left out");
}

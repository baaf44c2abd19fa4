//! Comparators, and what stands around a number.

use super::target;

#[test]
fn comparators_before() {
    target("≥95%", "≥95%");
    target(">=95%", "≥95%");
    target("≧95%", "≥95%");
    target("＞＝95%", "≥95%");
    target("=>95%", "≥95%");
    target("⩾95%", "≥95%");
    target("≮95%", "≥95%");
    target("不低于95%", "≥95%");
    target("不少于5次", "≥5次");
    target("不小于3", "≥3");
    target("大于等于3个", "≥3个");
    target("大于或等于95%", "≥95%");
    target("大于或者等于95%", "≥95%");
    target("等于或大于95%", "≥95%");
    target("大于=5", "≥5");
    target("高于等于90%", "≥90%");
    target("至少2场", "≥2场");
    target("最少2场", "≥2场");
    target("最低60分", "≥60分");
    target("不得低于90%", "≥90%");
    target("不能少于3次", "≥3次");
    target("达到或超过95%", "≥95%");
    target("不下于5次", "≥5次");
    target("≤5%", "≤5%");
    target("<=5%", "≤5%");
    target("≦0", "≤0");
    target("＜＝5%", "≤5%");
    target("=<5%", "≤5%");
    target("⩽5%", "≤5%");
    target("≯5%", "≤5%");
    target("不超过10万元", "≤10万元");
    target("不高于5%", "≤5%");
    target("不大于3", "≤3");
    target("不多于3次", "≤3次");
    target("不长于30天", "≤30天");
    target("不得超过3天", "≤3天");
    target("不得高于5%", "≤5%");
    target("不应超过5%", "≤5%");
    target("未超过5%", "≤5%");
    target("没有超过5%", "≤5%");
    target("小于等于5", "≤5");
    target("小于或等于5", "≤5");
    target("等于或小于5%", "≤5%");
    target("至多3次", "≤3次");
    target("最多3次", "≤3次");
    target("最高5%", "≤5%");
    target("最大10人", "≤10人");
    target("控制在5%以内", "≤5%");
    target("控制在100万元", "≤100万元");
    target("严格控制在5%以下", "≤5%");
    target("=42个", "=42个");
    target("＝42个", "=42个");
    target("﹦72890元", "=72890元");
    target("═100%", "=100%");
    target("==5", "=5");
    target("等于5个", "=5个");
    target("为100%", "=100%");
    target(">3天", ">3天");
    target("＞3天", ">3天");
    target("﹥3天", ">3天");
    target("大于30%", ">30%");
    target("超过100人", ">100人");
    target("高于5%", ">5%");
    target("多于3次", ">3次");
    target("超出5%", ">5%");
    target("逾100人", ">100人");
    target("<3天", "<3天");
    target("＜3天", "<3天");
    target("﹤3天", "<3天");
    target("小于3", "<3");
    target("低于5%", "<5%");
    target("少于3次", "<3次");
    target("不足5%", "<5%");
    target("不到5人", "<5人");
}

#[test]
fn comparators_after() {
    target("95%以上", "≥95%");
    target("95%及以上", "≥95%");
    target("95%或以上", "≥95%");
    target("95%之上", "≥95%");
    target("95%以下", "≤95%");
    target("5%及以下", "≤5%");
    target("3天以内", "≤3天");
    target("3天之内", "≤3天");
    target("3个工作日内", "≤3个工作日");
    target("30分钟以内", "≤30分钟");
    target("达到95%以上", "≥95%");
    target("保持在95%以上", "≥95%");
    target("≥95%以上", "≥95%");
    target("不低于95%以上", "≥95%");
    target("=95%以上", "≥95%");
    target("90分以上", "≥90分");
    target("5人以上10人以下", "5人-10人");
    target("90（含）以上95以下", "90-95");
    target("95%以上、100%以下", "95%-100%");
    target("95%以上98%以上", "–; unreadable");
    target("24小时内响应，48小时内解决", "“24小时内响应，48小时内解决”");
    target("5次及5次以上", "≥5次");
    target("争取达到95%", "=95%; words left out; assumed ≥");
    target("5次以上/年", "≥5次/年");
}

#[test]
fn included_or_not() {
    target("95%以上(含)", "≥95%");
    target("95%（含）以上", "≥95%");
    target("95%以上（含95%）", "≥95%");
    target("≥95%（含）", "≥95%");
    target(">95%(含)", "≥95%");
    target("<5%(含)", "≤5%");
    target("≥95%(不含)", ">95%");
    target("95%以上(不含)", ">95%");
    target("90(含)分以上", "≥90分");
    target("95%以上（含90%）", "–; unreadable");
}

#[test]
fn signs_that_contradict() {
    target("≥≤5", "–; conflicting comparators");
    target("<>5", "–; conflicting comparators");
    target("≥95%以下", "–; conflicting comparators");
    target("不低于5%以内", "–; conflicting comparators");
    target("5≥", "–; unreadable");
    target("≠5", "–; unreadable");
}

#[test]
fn no_comparator() {
    target("15万元", "=15万元; assumed");
    target("98%", "=98%; assumed");
    target("43.2", "=43.2; assumed");
    target("0", "=0; assumed");
    target("0起", "=0起; assumed");
    target("1年", "=1年; assumed");
    target("达到95%", "=95%; assumed ≥");
    target("达95%", "=95%; assumed ≥");
    target("完成16人", "=16人; assumed ≥");
    target("16人完成", "=16人; assumed");
    target("100%完成", "=100%; assumed");
    target("100%合格", "=100%; words left out; assumed");
    target("100%覆盖", "=100%; words left out; assumed");
    target("实现100%", "=100%; assumed ≥");
    target("共12次", "=12次; assumed");
    target("合计12次", "=12次; assumed");
    target("全年12次", "=12次; assumed");
    target("年均5%", "=5%; assumed");
    target("5!", "=5; assumed");
    target("5.", "=5; assumed");
}

#[test]
fn approximate() {
    target("约100人", "=100人; approximate; assumed");
    target("大约100人", "=100人; approximate; assumed");
    target("≈100人", "=100人; approximate; assumed");
    target("近100人", "=100人; approximate; assumed");
    target("100人左右", "=100人; approximate; assumed");
    target("100人上下", "=100人; approximate; assumed");
    target("100余人", "=100人; approximate; assumed");
    target("500多人次", "=500人次; approximate; assumed");
    target("5万余人", "=5万人; approximate; assumed");
    target("十万余人", "=10万人; approximate; assumed");
    target("100万人次左右", "=100万人次; approximate; assumed");
}

#[test]
fn full_width_and_spaces() {
    target("＝ １００ ％", "=100%");
    target("≥ ９５．５ ％", "≥95.5%");
    target(" ≥95% ", "≥95%");
    target("≥\n95\n%", "≥95%");
    target("≥95\u{a0}%", "≥95%");
    target("≥\u{200b}95%", "≥95%");
    target("\u{feff}≥95%", "≥95%");
    target("４４，５６１", "=44561; assumed");
    target("１，２３４．５元", "=1234.5元; assumed");
    target("１０～２０％", "10%-20%");
    target("0。9", "=0.9; assumed");
    target("3·5", "=3.5; assumed");
    target("3 5", "–; unreadable");
    target("1 000", "–; unreadable");
    target("44 561元", "–; unreadable");
    target("9 5%", "–; unreadable");
}

#[test]
fn noise_around() {
    target("≥95%。", "≥95%");
    target("≥95%；", "≥95%");
    target("≥95%；\n", "≥95%");
    target("\"95%\"", "=95%; assumed");
    target("“95%”", "=95%; assumed");
    target("(≥95%)", "≥95%");
    target("【95%】", "=95%; assumed");
    target("（95%）", "=95%; assumed");
    target("指标1：≥95%", "≥95%");
    target("指标1:95%", "=95%; assumed");
    target("1、≥95%", "≥95%");
    target("1.≥95%", "≥95%");
    target("1）≥95%", "≥95%");
    target("①≥95%", "≥95%");
    target("（1）95%", "=95%; assumed");
    target("（一）95%", "=95%; assumed");
    target("★≥95%", "≥95%");
    target("●≥95%", "≥95%");
    target("1、95%", "–; unreadable");
    target("(5)", "–; unreadable");
    target("≥95%(抽样)", "≥95%; words left out");
}

#[test]
fn words_before_a_number() {
    target("群众满意度≥95%", "≥95%; words left out");
    target("群众满意度达到95%以上", "≥95%; words left out");
    target("不合格率≤5%", "≤5%; words left out");
    target("逾期率不得超过5%", "≤5%; words left out");
    target("满意度：95%", "=95%; words left out; assumed");
    target("满意度:≥95%", "≥95%; words left out");
    target("目标值：≥95%", "≥95%");
    target("合同签订后30天内", "≤30天; words left out");
    target("接到报修后2小时内", "≤2小时; words left out");
    target("在3个工作日内完成", "≤3个工作日");
    target("较上年增长≥5%", "≥5%; words left out");
    target("增长5%以上", "≥5%; words left out");
    target("完成培训5次", "=5次; words left out; assumed");
    target("培训5次", "=5次; words left out; assumed");
    target("建成高标准农田3万亩", "=3万亩; words left out; assumed");
    target("完成3项制度建设", "=3项; words left out; assumed ≥");
    target(
        "项目于2022年12月底前完成",
        "2022年12月31日前; words left out",
    );
    target(
        "竣工时间：2022年12月",
        "2022年12月31日; assumed; words left out",
    );
}

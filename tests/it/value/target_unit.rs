//! Units, shares and ratio units.

use super::target;

#[test]
fn percentages() {
    target("100%", "=100%; assumed");
    target("100％", "=100%; assumed");
    target("100 %", "=100%; assumed");
    target("﹪5", "–; unreadable");
    target("5﹪", "=5%; assumed");
    target("2‰", "=2‰; assumed");
    target("≥2.5‰", "≥2.5‰");
    target("≤3‰", "≤3‰");
    target("≥100百分比", "≥100%");
    target("5百分比", "=5%; assumed");
    target("0.5‰以下", "≤0.5‰");
    target("95%?", "–; unreadable");
}

#[test]
fn units() {
    target("≥266米", "≥266米");
    target("≥0.565km", "≥0.565km");
    target("30KM", "=30KM; assumed");
    target("5m", "=5m; assumed");
    target("80M", "=80M; unknown unit; assumed");
    target("≥80M", "≥80M; unknown unit");
    target("=312.20平方米", "=312.2平方米");
    target("1000㎡", "=1000m2; assumed");
    target("2000m²", "=2000m2; assumed");
    target("5m2", "=5m2; assumed");
    target("5平米", "=5平米; assumed");
    target("300km²", "=300km2; assumed");
    target("20平方公里", "=20平方公里; assumed");
    target("=4900公顷", "=4900公顷");
    target("20亩", "=20亩; assumed");
    target("1.5万㎡", "=1.5万m2; assumed");
    target("5m³", "=5m3; assumed");
    target("100立方", "=100立方; assumed");
    target("3.5吨", "=3.5吨; assumed");
    target("5t", "=5t; assumed");
    target("60kg", "=60kg; assumed");
    target("500克", "=500克; assumed");
    target("3公斤", "=3公斤; assumed");
    target("24小时", "=24小时; assumed");
    target("24小时内", "≤24小时");
    target("30分钟", "=30分钟; assumed");
    target("15秒", "=15秒; assumed");
    target("3天", "=3天; assumed");
    target("3日", "=3日; assumed");
    target("3周", "=3周; assumed");
    target("两星期", "=2星期; assumed");
    target("5个工作日", "=5个工作日; assumed");
    target("5工作日", "=5工作日; assumed");
    target("3个月", "=3个月; assumed");
    target("2个季度", "=2个季度; assumed");
    target("20年", "=20年; assumed");
    target("1个年度", "=1个年度; assumed");
    target("192只", "=192只; assumed");
    target("12头", "=12头; assumed");
    target("≥20座", "≥20座");
    target("=1单", "=1单");
    target("=50篇", "=50篇");
    target("≧735人次", "≥735人次");
    target("12人(次)", "=12人次; assumed");
    target("80分", "=80分; assumed");
    target("20℃", "=20℃; assumed");
    target("500kW", "=500kW; assumed");
    target("50Mbps", "=50Mbps; assumed");
    target("≤50mSv", "≤50mSv; unknown unit");
    target("100兆瓦时", "=100兆瓦时; assumed");
    target("500MWh", "=500兆瓦时; assumed");
    target("20台班", "=20台班; assumed");
    target("100个工日", "=100工日; assumed");
    target("50tce", "=50tce; assumed");
    target("5万册次", "=5万册次; assumed");
    target("3个次数", "=3个; words left out; assumed");
    target("3专班", "=3专班; unknown unit; assumed");
    target("5标段", "=5标段; assumed");
    target("5个村", "=5个; words left out; assumed");
    target("10个行政村", "=10个; words left out; assumed");
    target("≥3个平台", "≥3个; words left out");
    target("2套(台)", "=2套; words left out; assumed");
    target("0起事故", "=0起; words left out; assumed");
    target("5次会议", "=5次; words left out; assumed");
    target("300元整", "=300元; assumed");
    target("￥5000", "=5000元; assumed");
    target("¥1.5万", "=1.5万元; assumed");
    target("人民币50万元", "=50万元; assumed");
    target("100(万元)", "=100万元; assumed");
    target("95(%)", "=95%; assumed");
    target("3（次）", "=3次; assumed");
    target("2萬元", "=2万元; assumed");
    target("3個", "=3个; assumed");
    target("2.5㎞", "=2.5km; assumed");
}

#[test]
fn ratio_units() {
    target("300元/米", "=300元/米; assumed");
    target("1600元/亩", "=1600元/亩; assumed");
    target("= 24 人/次", "=24人/次");
    target("= 0 万元/人", "=0万元/人");
    target("<=2875元/个", "≤2875元/个");
    target("=23万元/个", "=23万元/个");
    target("5人/10万人", "=5人/10万人; assumed");
    target("≤28.40/株", "≤28.4/株");
    target("每亩300", "=300/亩; assumed");
    target("每亩300元", "=300元/亩; assumed");
    target("≥16人次/年", "≥16人次/年");
    target("每年1次", "=1次/年; assumed");
    target("每年不少于2次", "≥2次/年");
    target("每年≥2次", "≥2次/年");
    target("每季度至少1次", "≥1次/季度");
    target("每户≤3万元", "≤3万元/户");
    target("每村1个", "=1个/村; assumed");
    target("每个村1名", "=1名/村; assumed");
    target("每人每天50元", "=50元/人/天; assumed");
    target("200元/人/天", "=200元/人/天; assumed");
    target("200元/人·天", "=200元/人/天; assumed");
    target("200元每人每天", "=200元/人/天; assumed");
    target("平均每天8小时", "=8小时/天; assumed");
    target("每月300元/人", "=300元/人/月; assumed");
    target("每人300元/月", "=300元/人/月; assumed");
    target("5元/人/天/次/户", "=5元/人/天/次/户; assumed");
    target("5元/人/天/次/户/村", "–; unreadable");
    target("1000元/年·人", "=1000元/人/年; assumed");
    target("1250元/生年", "=1250元/生/年; assumed");
    target("每亩增产50公斤", "=50公斤/亩; words left out; assumed");
    target("每千人口床位数6张", "=6张/千人; words left out; assumed");
    target("播出时间每天16小时以上", "≥16小时/天; words left out");
    target("每半月一次", "=1次/半月; assumed");
    target("≤10mg/Nm3", "≤10mg/Nm3");
    target("每次95%", "=95%; words left out; assumed");
    target("12元/㎡", "=12元/m2; assumed");
    target("3mg/L", "=3mg/L; assumed");
    target("1次/季", "=1次/季; assumed");
    target("≥1套/村", "≥1套/村");
    target("100万元/公里", "=100万元/公里; assumed");
    target("5/天", "=5/天; assumed");
    target("/天", "–; unreadable");
    target("3/5", "–; unreadable");
}

#[test]
fn units_in_brackets() {
    target("≥10万人（次）", "≥10万人次");
    target("≥10（万人次）", "≥10万人次");
    target("≥10万（元）", "≥10万元");
}

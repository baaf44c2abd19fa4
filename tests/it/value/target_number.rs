//! Numbers, Chinese numerals, multipliers and ranges.

use super::target;

#[test]
fn thousand_separators() {
    target("44,561", "=44561; assumed");
    target("44，561", "=44561; assumed");
    target("1,234,567.89元", "=1234567.89元; assumed");
    target("44,561.5元", "=44561.5元; assumed");
    target("95,1", "–; unreadable");
    target("1,23,456", "–; unreadable");
    target("1000,000", "–; unreadable");
    target("1.2.3", "–; unreadable");
}

#[test]
fn chinese_numerals() {
    target("三次", "=3次; assumed");
    target("两次", "=2次; assumed");
    target("一次", "=1次; assumed");
    target("十次", "=10次; assumed");
    target("十二次", "=12次; assumed");
    target("二十次", "=20次; assumed");
    target("一百二十人", "=120人; assumed");
    target("一百零二人", "=102人; assumed");
    target("三千五百人", "=3500人; assumed");
    target("一千零五人", "=1005人; assumed");
    target("十二万人", "=12万人; assumed");
    target("六万人", "=6万人; assumed");
    target("一百万元", "=100万元; assumed");
    target("一亿二千万元", "=12000万元; assumed");
    target("三点五公里", "=3.5公里; assumed");
    target("二十五点五%", "=25.5%; assumed");
    target("壹佰贰拾人", "=120人; assumed");
    target("负五%", "=-5%; assumed");
    target("零", "=0; assumed");
    target("十", "=10; assumed");
    target("三个月内", "≤3个月");
    target("十个工作日内", "≤10个工作日");
    target("半年内", "≤0.5年");
    target("半个月", "=0.5个月; assumed");
    target("半天", "=0.5天; assumed");
    target("两万亩", "=2万亩; assumed");
    target("百分之九十五", "=95%; assumed");
    target("百分之九十五点五", "=95.5%; assumed");
    target("百分之95以上", "≥95%");
    target("百分之百", "=100%; assumed");
    target("百分百", "=100%; assumed");
    target("百分之九十以上", "≥90%");
    target("不低于百分之九十", "≥90%");
    target("千分之三", "=3‰; assumed");
    target("万分之五", "=5‱; assumed");
    target("十万分之五", "=5/10万; assumed");
    target("增长一倍", "=1倍; words left out; assumed ≥");
    target("下降三个百分点", "=3个百分点; words left out; assumed ≥");
    target("九成", "=9成; assumed");
    target("九成以上", "≥9成");
    target("一百二人", "–; unreadable");
    target("一万二", "–; unreadable");
    target("三分之二", "–; unreadable");
    target("十几次", "–; unreadable");
    target("几十人", "–; unreadable");
    target("数十次", "–; unreadable");
    target("一", "–; unreadable");
    target("三五次", "–; unreadable");
}

#[test]
fn chinese_numerals_that_are_words() {
    target("一般", "“一般”");
    target("一致好评", "“一致好评”");
    target("一票否决", "“一票否决”");
    target("一次性", "“一次性”");
    target("一等奖", "“一等奖”");
    target("三期", "“三期”");
    target("二级", "“二级”");
    target("一定效果", "“一定效果”");
    target("万无一失", "“万无一失”");
    target("两不愁三保障", "“两不愁三保障”");
}

#[test]
fn multipliers() {
    target("6万立方米", "=6万立方米; assumed");
    target("=6万立方米", "=6万立方米");
    target("3.45万亩", "=3.45万亩; assumed");
    target("2.6亿元", "=2.6亿元; assumed");
    target("1.5亿", "=1.5亿; assumed");
    target("854万", "=854万; assumed");
    target("不少于6万人", "≥6万人");
    target("1.23万人次", "=1.23万人次; assumed");
    target("5千元", "=5千元; assumed");
    target("3百人", "=3百人; assumed");
    target("3000万元", "=3000万元; assumed");
    target("5百万元", "=5百万元; assumed");
    target("2千万元", "=2千万元; assumed");
    target("1亿2000万元", "=12000万元; assumed");
    target("10余万人次", "=10万人次; approximate; assumed");
    target("约10万人", "=10万人; approximate; assumed");
    target("约1亿2000万元", "=12000万元; approximate; assumed");
    target("1万5千人", "=15000人; assumed");
    target("1万5", "–; unreadable");
    target("1万亿元", "=1万亿元; assumed");
    target("5万千瓦时", "=5万千瓦时; assumed");
    target("1.5千米", "=1.5千米; assumed");
}

#[test]
fn limits_of_numbers() {
    target("123456789012345.123456", "=123456789012345.123456; assumed");
    target("1234567890123456", "–; too many digits");
    target("0.1234567", "–; too many digits");
    target("000000000000000000012", "=12; assumed");
    target("1.50000000000", "=1.5; assumed");
    target("1e5", "–; unreadable");
    target("1.0E+05", "–; unreadable");
    target(".5%", "=0.5%; assumed");
    target("-0%", "=0%; assumed");
    target("-5%", "=-5%; assumed");
    target("≥-5%", "≥-5%");
    target("−5%", "=-5%; assumed");
    target("+5%", "=5%; assumed");
    target("负5%", "=-5%; assumed");
}

#[test]
fn ranges() {
    target("1-3次", "1次-3次");
    target("1～3次", "1次-3次");
    target("1~3次", "1次-3次");
    target("1—3次", "1次-3次");
    target("1–3次", "1次-3次");
    target("1－3次", "1次-3次");
    target("1至3次", "1次-3次");
    target("1到3次", "1次-3次");
    target("1次-3次", "1次-3次");
    target("10--20人", "10人-20人");
    target("80%(含)-90%", "80%-90%(不含)");
    target("80%-90%(含)", "80%(不含)-90%");
    target("80%（含）-90%（含）", "80%-90%");
    target("80%-90%(不含)", "80%-90%(不含)");
    target("80%(不含)-90%", "80%(不含)-90%");
    target("0-10%(含)", "0%-10%");
    target("20-30%(含)", "20%(不含)-30%");
    target("10-20", "10-20");
    target("80%-90", "80%-90%");
    target("5万-10万元", "5万元-10万元");
    target("1-3万元", "1万元-3万元");
    target("3-5万", "3万-5万");
    target("5千元-1万元", "0.5万元-1万元");
    target("0.5-1.5元/亩", "0.5元/亩-1.5元/亩");
    target("每亩300-500元", "300元/亩-500元/亩");
    target("10±2", "8-12");
    target("20±5℃", "15℃-25℃");
    target("10%±2%", "8%-12%");
    target("5000元±5%", "4750元-5250元");
    target("5000±5%", "4750-5250");
    target("3万±5%", "2.85万-3.15万");
    target("20±5%", "–; unreadable");
    target("≥95%-100%", "95%-100%");
    target("≥90%-95%", "–; unreadable");
    target("≥3-5个", "–; unreadable");
    target("≥10±2", "–; unreadable");
    target("1分30秒", "=90秒; assumed");
    target("≤1小时30分", "≤90分钟");
    target("2年6个月", "=30个月; assumed");
    target("一个半小时", "=1.5小时; assumed");
    target("2个半月内", "≤2.5个月");
    target("一年半", "=1.5年; assumed");
    target("3天半价", "–; unreadable");
    target("-5%~5%", "-5%-5%");
    target("-5%~-1%", "-5%~-1%");
    target("±5%", "-5%-5%");
    target("±5%以内", "-5%-5%");
    target("≤±5%", "-5%-5%");
    target("控制在90%-100%之间", "90%-100%");
    target("90%到100%之间", "90%-100%");
    target("≥80%且<90%", "80%-90%(不含)");
    target("≥80%，≤100%", "80%-100%");
    target("≥80%、≤100%", "80%-100%");
    target("大于10%小于20%", "10%(不含)-20%(不含)");
    target("≤100%且≥80%", "80%-100%");
    target("5-5次", "5次-5次");
    target("90-80%", "–; empty range");
    target("8000-1万元", "–; empty range");
    target("5%-3天", "–; unreadable");
    target("≥80%-90%", "–; unreadable");
    target("3-5天内", "–; unreadable");
    target("80%-90%以上", "–; unreadable");
    target("2021-2025", "–; unreadable");
}

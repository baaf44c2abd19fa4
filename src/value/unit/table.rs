//! The units that are known: families with their factors, and count words.
//!
//! Both tables are data; a test holds that the words are in byte order, which the look-up needs.

use super::Dimension;

/// What a word measures and how many base units it is, as a fraction in lowest terms.
type Family = (Dimension, u64, u64);

/// The families that a program knows: the first ones, of which the example's units are, and in the whole one all.
pub(in crate::value) static FAMILIES: [Family; FEW] = match FAMILY.first_chunk() {
    Some(few) => *few,
    None => panic!(),
};

/// How many those are.
const FEW: usize = if crate::WHOLE { FAMILY.len() } else { 44 };

const FAMILY: [Family; 67] = [
    (Dimension::Percent, 1, 100),
    (Dimension::Percent, 1, 1000),
    (Dimension::Percent, 1, 10000),
    (Dimension::Percent, 1, 10),
    (Dimension::PercentagePoint, 1, 1),
    (Dimension::Money, 1, 1),
    (Dimension::Money, 1000, 1),
    (Dimension::Money, 10000, 1),
    (Dimension::Money, 100000000, 1),
    (Dimension::Time, 1, 3600),
    (Dimension::Time, 1, 60),
    (Dimension::Time, 1, 1),
    (Dimension::Time, 24, 1),
    (Dimension::Time, 168, 1),
    (Dimension::Workday, 1, 1),
    (Dimension::Month, 1, 1),
    (Dimension::Month, 3, 1),
    (Dimension::Month, 12, 1),
    (Dimension::Area, 1, 1),
    (Dimension::Area, 2000, 3),
    (Dimension::Area, 10000, 1),
    (Dimension::Area, 1000000, 1),
    (Dimension::Area, 1, 10000),
    (Dimension::Length, 1, 1),
    (Dimension::Length, 1000, 1),
    (Dimension::Length, 1, 100),
    (Dimension::Length, 1, 1000),
    (Dimension::Volume, 1, 1),
    (Dimension::Volume, 1, 1000),
    (Dimension::Volume, 1, 1000000),
    (Dimension::Mass, 1, 1),
    (Dimension::Mass, 1000, 1),
    (Dimension::Mass, 500, 1),
    (Dimension::Mass, 1000000, 1),
    (Dimension::Mass, 1, 1000),
    (Dimension::People, 1, 1),
    (Dimension::Count, 1, 1),
    (Dimension::Mass, 1, 1000000),
    (Dimension::Power, 1, 1),
    (Dimension::Power, 1000, 1),
    (Dimension::Month, 6, 1),
    (Dimension::Energy, 1, 1),
    (Dimension::Energy, 1000, 1),
    (Dimension::Month, 1, 2),
    (Dimension::Voltage, 1, 1),
    (Dimension::Voltage, 1000, 1),
    (Dimension::Load, 1, 1),
    (Dimension::Load, 1000, 1),
    (Dimension::Pressure, 1, 1),
    (Dimension::Pressure, 1000, 1),
    (Dimension::Pressure, 1000000, 1),
    (Dimension::Frequency, 1, 1),
    (Dimension::Frequency, 1000, 1),
    (Dimension::Frequency, 1000000, 1),
    (Dimension::Frequency, 1000000000, 1),
    (Dimension::Bandwidth, 1, 1),
    (Dimension::Bandwidth, 1000, 1),
    (Dimension::Bandwidth, 1000000, 1),
    (Dimension::Data, 1, 1),
    (Dimension::Data, 1000, 1),
    (Dimension::Data, 1000000, 1),
    (Dimension::Data, 1000000000, 1),
    (Dimension::Data, 1000000000000, 1),
    (Dimension::Power, 1, 1000),
    (Dimension::Power, 1000000, 1),
    (Dimension::Energy, 1000000, 1),
    (Dimension::Time, 1, 3600000),
];

/// The words that a program knows: the example, which is all that the small one holds, has nothing to do with power,
/// voltage or data.
pub(in crate::value) const WORDS: [(&str, u8); KNOWN] = {
    let mut known = [("", 0); KNOWN];
    let (mut from, mut to) = (0, 0);
    #[expect(clippy::indexing_slicing, reason = "runs when the crate is built")]
    while from < ALL.len() {
        if is_known(ALL[from].1) {
            known[to] = ALL[from];
            to += 1;
        }
        from += 1;
    }
    known
};

/// How many those are.
const KNOWN: usize = {
    let (mut at, mut count) = (0, 0);
    #[expect(clippy::indexing_slicing, reason = "runs when the crate is built")]
    while at < ALL.len() {
        count += is_known(ALL[at].1) as usize;
        at += 1;
    }
    count
};

/// Whether a program knows a family: power, energy and what follows them in the table are the whole one's.
const fn is_known(family: u8) -> bool {
    crate::WHOLE || (family as usize) < FEW && !matches!(family, 38 | 39 | 41 | 42)
}

/// All words in byte order, each with its family.
#[rustfmt::skip]
const ALL: [(&str, u8); 365] = [
    ("%", 0), ("GB", 60), ("GHz", 54), ("GW", 64), ("GWh", 65), ("Gbps", 57), ("Hz", 51), ("KB", 58), ("KG", 31),
    ("KM", 24), ("KV", 45), ("KVA", 46), ("KW", 38), ("KWH", 41), ("Kbps", 55), ("Kg", 31), ("Km", 24), ("L", 28),
    ("M2", 18), ("M3", 27), ("MB", 59), ("MHz", 53), ("MPa", 50), ("MVA", 47), ("MW", 39), ("MWh", 42), ("Mbps", 56),
    ("Mpa", 50), ("NTU", 36), ("Nm3", 27), ("PB", 62), ("Pa", 48), ("RMB", 5), ("TB", 61), ("V", 44), ("cm", 25), ("cm2", 22),
    ("d", 12), ("dB", 36), ("g", 30), ("h", 11), ("ha", 20), ("hm2", 20), ("kHz", 52), ("kPa", 49), ("kV", 45),
    ("kVA", 46), ("kW", 38), ("kWh", 41), ("kbps", 55), ("kg", 31), ("km", 24), ("km2", 21), ("kw", 38), ("kwh", 41),
    ("lx", 36), ("m", 23), ("m2", 18), ("m3", 27), ("mL", 29), ("mg", 34), ("min", 10), ("ml", 29), ("mm", 26),
    ("ms", 66), ("s", 9), ("t", 33), ("tce", 33), ("ug", 37), ("°C", 36), ("‰", 1), ("‱", 2), ("℃", 36), ("万元", 7),
    ("丛", 36), ("个", 36), ("个周", 13), ("个季度", 16), ("个学期", 36), ("个小时", 11), ("个工作天", 14), ("个工作日", 14),
    ("个工日", 36), ("个年度", 17), ("个日历天", 12), ("个日历日", 12), ("个星期", 13), ("个月", 15), ("个百分点", 4), ("个自然日", 12),
    ("个钟头", 11), ("乡", 36), ("乡镇", 36), ("亩", 19), ("人", 35), ("人(次)", 36), ("人份", 36), ("人公里", 36), ("人天", 36),
    ("人年", 36), ("人日", 36), ("人月", 36), ("人次", 36), ("人民币元", 5), ("人班", 36), ("亿元", 8), ("件", 36), ("份", 36),
    ("伏", 44), ("位", 35), ("例", 36), ("倍", 36), ("元", 5), ("兆伏安", 47), ("兆帕", 50), ("兆瓦", 39), ("兆瓦时", 42),
    ("兆赫", 53), ("克", 30), ("公分", 25), ("公吨", 33), ("公斤", 31), ("公里", 24), ("公顷", 20), ("册", 36), ("分", 36),
    ("分贝", 36), ("分钟", 10), ("刊", 36), ("列", 36), ("则", 36), ("剂", 36), ("副", 36), ("勒克斯", 36), ("包", 36), ("匹", 36),
    ("区", 36), ("千伏", 45), ("千伏安", 46), ("千元", 6), ("千克", 31), ("千分比", 1), ("千帕", 49), ("千瓦", 38), ("千瓦时", 41),
    ("千米", 24), ("升", 28), ("半年", 40), ("半月", 43), ("单", 36), ("卷", 36), ("厘米", 25), ("县", 36), ("双", 36), ("口", 36),
    ("口井", 36), ("只", 36), ("台", 36), ("台套", 36), ("台时", 36), ("台班", 36), ("名", 35), ("吨", 33), ("吨公里", 36),
    ("吨标准煤", 33), ("吨标煤", 33), ("周", 13), ("周岁", 36), ("周年", 36), ("团", 36), ("场", 36), ("场次", 36), ("块", 36),
    ("块钱", 5), ("垛", 36), ("堂", 36), ("处", 36), ("天", 12), ("头", 36), ("套", 36), ("孔", 36), ("字", 36), ("季", 16),
    ("季度", 16), ("学分", 36), ("学年", 36), ("学时", 36), ("学期", 36), ("宗", 36), ("宗地", 36), ("家", 36), ("对", 36),
    ("封", 36), ("小时", 11), ("尾", 36), ("层", 36), ("届", 36), ("岁", 36), ("巢", 36), ("工作天", 14), ("工作日", 14),
    ("工日", 36), ("市", 36), ("市斤", 32), ("帧", 36), ("席", 36), ("幅", 36), ("幕", 36), ("幢", 36), ("平", 18), ("平方", 18),
    ("平方公里", 21), ("平方千米", 21), ("平方厘米", 22), ("平方米", 18), ("平米", 18), ("年", 17), ("年级", 36), ("并发", 36), ("床", 36),
    ("床位", 36), ("床日", 36), ("度", 41), ("度电", 41), ("座", 36), ("延米", 23), ("延长米", 23), ("张", 36), ("张床", 36),
    ("微克", 37), ("成", 3), ("成员", 36), ("成果", 36), ("户", 36), ("所", 36), ("批", 36), ("批次", 36), ("把", 36), ("捆", 36),
    ("摄氏度", 36), ("支", 36), ("整年", 17), ("斤", 32), ("方", 27), ("方案", 36), ("方面", 36), ("日", 12), ("日历天", 12),
    ("日历日", 12), ("旬", 36), ("星", 36), ("星期", 13), ("星级", 36), ("月", 15), ("期", 36), ("本", 36), ("朵", 36), ("杆", 36),
    ("村", 36), ("束", 36), ("条", 36), ("枚", 36), ("枝", 36), ("架", 36), ("标准段", 36), ("标段", 36), ("栋", 36), ("栏", 36),
    ("株", 36), ("根", 36), ("档", 36), ("桩", 36), ("桶", 36), ("棵", 36), ("樘", 36), ("次", 36), ("欧元", 36), ("段", 36),
    ("毫克", 34), ("毫升", 29), ("毫秒", 66), ("毫米", 26), ("港元", 36), ("片", 36), ("版", 36), ("班", 36), ("班次", 36),
    ("班级", 36), ("瓦", 63), ("瓶", 36), ("生", 36), ("畦", 36), ("百分之", 0), ("百分比", 0), ("百分点", 4), ("皮长公里", 36),
    ("盆", 36), ("盏", 36), ("盒", 36), ("盘", 36), ("眼", 36), ("眼井", 36), ("礼拜", 13), ("社区", 36), ("种", 36), ("秒", 9),
    ("秒钟", 9), ("穴", 36), ("窝", 36), ("立升", 28), ("立方", 27), ("立方米", 27), ("站", 36), ("笔", 36), ("筐", 36), ("箱", 36),
    ("篇", 36), ("米", 23), ("类", 36), ("粒", 36), ("级", 36), ("组", 36), ("罐", 36), ("美元", 36), ("羽", 36), ("股", 36),
    ("自然日", 12), ("自然村", 36), ("航次", 36), ("艘", 36), ("节", 36), ("芯公里", 36), ("行", 36), ("行政村", 36), ("街道", 36),
    ("袋", 36), ("课时", 36), ("赫兹", 51), ("起", 36), ("趟", 36), ("路", 36), ("车", 36), ("车位", 36), ("车公里", 36),
    ("车次", 36), ("轮", 36), ("辆", 36), ("遍", 36), ("道", 36), ("部", 36), ("针", 36), ("钟头", 11), ("镇", 36), ("门", 36),
    ("间", 36), ("队", 36), ("集", 36), ("面", 36), ("页", 36), ("顶", 36), ("项", 36), ("频次", 36), ("颗", 36), ("餐", 36),
    ("首", 36),
];

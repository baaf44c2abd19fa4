//! The words of sharing and receiving.

use super::ui::words;
use super::{Language, fill, finding};
use crate::share::{QrCode, Sent, SentPolicy};

#[rustfmt::skip]
words! {
    ShareWord, share_word;
    Title: "分享链接", "Share as a link";
    About: "整份自评都写在链接里，不经过任何服务器；收到的人打开即可查看、评审、退回。", "The whole evaluation is in the link and passes through no server; whoever gets it can open, review and return it.";
    Cargo: "内容", "Content";
    Whole: "整份自评", "Whole evaluation";
    Answers: "仅填报内容", "Only what was filled in";
    WholeHint: "对方不需要有这张表。", "The receiver needs nothing else.";
    AnswersHint: "更短；对方须已有同一张目标表，例如由对方下发的表。", "Shorter; the receiver must hold the same target table, for example the one they sent out.";
    Protect: "加密码", "With a password";
    Password: "密码", "Password";
    PasswordHint: "请用其他方式（如电话）告知对方；忘记后无法找回。", "Tell the receiver by another way, such as the telephone. It cannot be recovered.";
    Lock: "生成加密链接", "Make the locked link";
    Busy: "正在计算，约一秒……", "Working, about a second…";
    Link: "链接", "Link";
    Copy: "复制链接", "Copy the link";
    Copied: "已复制，粘贴到聊天或邮件即可发送。", "Copied: paste it into a chat or a mail.";
    NotCopied: "浏览器不允许复制，链接已选中，请按 Ctrl+C。", "The browser refused to copy: the link is selected, press Ctrl+C.";
    Long: "超过 2000 个字符：有的聊天程序会截断，发出后请对方确认能打开，或改发文件。", "Above 2,000 characters: some chat programs cut it. Ask whether it opened, or send the file.";
    Risky: "超过 4000 个字符：多数聊天程序会截断，请改发文件。", "Above 4,000 characters: most chat programs cut it. Send the file instead.";
    Passes: "长度在各聊天程序都能通过。", "Short enough for every chat program.";
    NoAddress: "本页从本机文件打开，因此链接只有代码；对方在绩评里用“打开链接”粘贴。", "This page is a file of this computer, so the link is the code alone: it is pasted under “Open a link”.";
    Qr: "二维码", "QR code";
    NoQr: "内容超出二维码的容量，请复制链接或发文件。", "Too much for a QR code: copy the link or send the file.";
    File: "保存为文件", "Save as a file";
    FileHint: "内容与链接相同，不受长度限制。", "Holds the same, without a limit of length.";
    Close: "关闭", "Close";
    ReceiveTitle: "打开链接", "Open a link";
    ReceiveHint: "把收到的链接整条粘贴到这里，前后带有其他文字也可以。", "Paste the whole link here; other text around it does no harm.";
    ReceiveField: "收到的链接", "The link that was sent";
    Open: "打开", "Open";
    OpenTable: "打开目标表文件", "Open the target table's file";
    WaitsForTable: "打开同一张目标表后，填报内容会自动填入。", "Once the same target table is open, what was filled in is put into it.";
    UnlockTitle: "这个链接设有密码", "This link has a password";
    UnlockHint: "请输入发送人告知的密码。", "Enter the password that the sender told you.";
    Unlock: "解开", "Unlock";
    OfferTitle: "又收到同一份自评，内容有不同", "The same evaluation came again, and differs";
    OfferHint: "本机的内容没有改动。", "Nothing here has been changed.";
    Difference: "查看差异", "See the differences";
    RulesTitle: "评分办法与本机不同", "Its scoring policy differs from the one here";
    RulesHint: "自评按制作时的办法打开；下面是按两种办法计算的差别。", "It is open under the policy it was made under; this is what the two make of it.";
    RulesHintOurs: "自评按本机的办法打开；下面是按两种办法计算的差别。", "It is open under the policy here; this is what the two make of it.";
    RulesSame: "各行得分相同。", "No row scores differently.";
    RulesChanged: "办法的差别", "What differs in the policy";
    RulesRows: "得分不同的行", "Rows that score differently";
    Take: "打开收到的一份", "Open what came";
    OpenKept: "打开本机的一份", "Open the one here";
}

/// `1,447 个字符`.
#[must_use]
pub fn length(characters: usize, language: Language) -> String {
    fill(
        language.pick("共 {0} 个字符", "{0} characters"),
        &[&characters.to_string()],
    )
}

/// How large the code has to be shown, so that a phone reads it.
#[must_use]
pub fn qr_size(code: &QrCode, language: Language) -> String {
    let side = code.millimetres().to_string();
    fill(
        language.pick(
            "手机扫描时，码的边长应不小于 {0} 毫米；打印同此。",
            "For a phone to read it, each side should be at least {0} mm, on screen and on paper.",
        ),
        &[&side],
    )
}

/// That an evaluation came in a link and is open; what was here can be brought back.
#[must_use]
pub fn opened(unit: &str, sent: &Sent, language: Language) -> String {
    let mut said = fill(
        language.pick(
            "已打开链接里的自评“{0}”；原来的内容可用“撤销”找回。",
            "The evaluation of “{0}” from the link is open; “Undo” brings back what was here.",
        ),
        &[unit],
    );
    if let Some(more) = remark(sent, language) {
        said.push_str(language.pick("", " "));
        said.push_str(&more);
    }
    said
}

/// That what came is what is here.
#[must_use]
pub const fn same(language: Language) -> &'static str {
    language.pick(
        "链接里的自评与本机的完全相同。",
        "The evaluation in the link is the same as the one here.",
    )
}

/// That what came is kept here under this name, and is open now.
#[must_use]
pub fn same_as(name: &str, language: Language) -> String {
    fill(
        language.pick(
            "链接里的自评本机已有“{0}”，内容完全相同，已打开本机的一份。",
            "The evaluation in the link is kept here as “{0}”, letter by letter; that one is open now.",
        ),
        &[name],
    )
}

/// Under which name another version of what came is kept.
#[must_use]
pub fn kept_as(name: &str, language: Language) -> String {
    fill(
        language.pick("本机的一份：“{0}”。", "The one here: “{0}”."),
        &[name],
    )
}

/// What there is to say about what came: the policy that it was made under, and fields that we do not know.
#[must_use]
pub fn remark(sent: &Sent, language: Language) -> Option<String> {
    let unknown = finding::brief(&sent.about, language);
    let all = policy(sent.policy, language).into_iter();
    let all: Vec<String> = all
        .chain((!unknown.is_empty()).then_some(unknown))
        .collect();
    (!all.is_empty()).then(|| all.join(language.pick("", " ")))
}

fn policy(policy: SentPolicy, language: Language) -> Option<String> {
    match policy {
        SentPolicy::Ours => None,
        SentPolicy::Own => Some(
            language
                .pick(
                    "按链接里自带的评分办法计分。",
                    "It is scored by the policy that came with it.",
                )
                .to_owned(),
        ),
        SentPolicy::OtherVersion { sent, ours } => {
            let template = if sent > ours {
                language.pick(
                    "链接按评分办法第 {0} 版制作，本页只到第 {1} 版，按第 {1} 版计分，得分可能不同；更新本页后可看到差别。",
                    "It was made under version {0} of its policy; this page knows up to version {1} and scores by that, so scores may differ. A newer page shows what differs.",
                )
            } else {
                language.pick(
                    "链接按评分办法第 {0} 版制作，本机按第 {1} 版重新计分。",
                    "It was made under version {0} of its policy and is scored by version {1} here.",
                )
            };
            Some(fill(template, &[&sent.to_string(), &ours.to_string()]))
        }
    }
}

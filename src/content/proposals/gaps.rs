//! What is still to be said in a draft: gaps such as `[[phone number]]`, or `[[number of days = 14]]` with what is usual there, and
//! what somebody says to them.

/// How a gap begins and ends.
pub const GAP: (&str, &str) = ("[[", "]]");

/// What stands between the name of a gap and what is proposed there.
const PROPOSED: &str = " = ";

/// What somebody says to a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GapAnswer {
    /// This stands there.
    Text(String),
    /// Its whole line goes.
    LeaveOut,
    /// Nothing yet.
    Open,
}

/// What is still to be said in `markdown`: each gap once, in order.
pub fn gaps(markdown: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for part in markdown.split(GAP.0).skip(1) {
        if let Some((gap, _)) = part.split_once(GAP.1)
            && !found.contains(&gap)
        {
            found.push(gap);
        }
    }
    found
}

/// Whether `gap` is no question, but the advice that every draft begins with.
pub fn is_advice(gap: &str) -> bool {
    let advice = ["diesen Entwurf rechtlich prüfen", "Have this draft checked"];
    advice.iter().any(|it| gap.contains(it))
}

/// Whether the line of `gap` may go: it says so.
pub fn may_be_left_out(gap: &str) -> bool {
    let says = ["diese Zeile löschen", "delete this line"];
    says.iter().any(|it| gap.contains(it))
}

/// What there is to choose from, where `gap` is a choice such as `you / us`; nothing where anything may be said.
pub fn choices(gap: &str) -> Vec<&str> {
    let each: Vec<&str> = gap.split(" / ").map(str::trim).collect();
    if each.len() > 1 { each } else { Vec::new() }
}

/// What is asked at `gap`, without what is proposed there, and without that its line may go.
pub fn name(gap: &str) -> &str {
    let ends = [
        PROPOSED,
        ", oder diese Zeile",
        "; sonst diese Zeile",
        ", or delete this line",
    ];
    let end = ends.iter().find_map(|end| gap.find(end));
    &gap[..end.unwrap_or(gap.len())]
}

/// What is usual at `gap`: what it says itself, or the first that there is to choose; `None` where only the merchant knows.
pub fn proposed(gap: &str) -> Option<&str> {
    match gap.split_once(PROPOSED) {
        Some((_, proposed)) => Some(proposed),
        None => choices(gap).first().copied(),
    }
}

/// `markdown` as it is read before it is answered: with what is usual, names of what is not known yet, and without the advice.
pub fn as_proposed(markdown: &str) -> String {
    answered(markdown, |gap| match proposed(gap) {
        _ if is_advice(gap) => GapAnswer::LeaveOut,
        Some(proposed) => GapAnswer::Text(proposed.to_owned()),
        None => GapAnswer::Text(format!("[{}]", name(gap))),
    })
}

/// What stands before and after `gap` in its line of `markdown`, whole words of at most `most` characters each; at other gaps there
/// stands what is usual, if anything is: no two questions sound the same.
pub fn around(markdown: &str, gap: &str, most: usize) -> (String, String) {
    let written = format!("{}{gap}{}", GAP.0, GAP.1);
    let line = markdown.lines().find(|line| line.contains(&written));
    let (before, after) = line
        .and_then(|line| line.split_once(&written))
        .unwrap_or_default();
    let plain = |text: &str| {
        gaps(text).into_iter().fold(text.to_owned(), |text, other| {
            let said = proposed(other).unwrap_or("…");
            text.replace(&format!("{}{other}{}", GAP.0, GAP.1), said)
        })
    };
    (end_of(&plain(before), most), start_of(&plain(after), most))
}

/// The last whole words of `text`, after an ellipsis where it is longer than `most` characters.
fn end_of(text: &str, most: usize) -> String {
    let skipped = text.chars().count().saturating_sub(most);
    if skipped == 0 {
        return text.to_owned();
    }
    let at = text.char_indices().nth(skipped).map_or(0, |(at, _)| at);
    let (left_out, shown) = text.split_at(at);
    let is_cut =
        !left_out.ends_with(char::is_whitespace) && !shown.starts_with(char::is_whitespace);
    match shown.split_once(' ') {
        Some((_, words)) if is_cut => format!("… {words}"),
        _ if is_cut => "… ".to_owned(),
        _ => format!("…{shown}"),
    }
}

/// The first whole words of `text`, before an ellipsis where it is longer than `most` characters.
fn start_of(text: &str, most: usize) -> String {
    let Some((at, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let (shown, left_out) = text.split_at(at);
    let is_cut =
        !shown.ends_with(char::is_whitespace) && !left_out.starts_with(char::is_whitespace);
    match shown.rsplit_once(' ') {
        Some((words, _)) if is_cut => format!("{words} …"),
        _ if is_cut => " …".to_owned(),
        _ => format!("{shown}…"),
    }
}

/// `markdown` with what `answer` says to its gaps.
pub fn answered(markdown: &str, answer: impl Fn(&str) -> GapAnswer) -> String {
    let mut lines = Vec::new();
    for line in markdown.lines() {
        let answers: Vec<(&str, GapAnswer)> = gaps(line)
            .into_iter()
            .map(|gap| (gap, answer(gap)))
            .collect();
        if answers.iter().any(|(_, it)| *it == GapAnswer::LeaveOut) {
            continue;
        }
        let filled = answers
            .iter()
            .fold(line.to_owned(), |line, (gap, answer)| match answer {
                GapAnswer::Text(text) => line.replace(&format!("{}{gap}{}", GAP.0, GAP.1), text),
                GapAnswer::LeaveOut | GapAnswer::Open => line,
            });
        lines.push(filled);
    }
    let mut text = lines.join("\n");
    // Where a line went, no empty paragraph is left.
    while text.contains("\n\n\n") {
        text = text.replace("\n\n\n", "\n\n");
    }
    format!("{}\n", text.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAFT: &str = "# Legal\n\n[[Have this draft checked, then delete this line]]\n\nPhone: [[number]]\n\nRegister: [[which, or delete this line]]\n\nCall [[number]] in [[days]] days.\n";

    #[test]
    fn answers_stand_where_their_gaps_were() {
        let text = answered(DRAFT, |gap| match gap {
            "number" => GapAnswer::Text("040 123".to_owned()),
            "days" => GapAnswer::Open,
            _ => GapAnswer::LeaveOut,
        });
        assert_eq!(
            text,
            "# Legal\n\nPhone: 040 123\n\nCall 040 123 in [[days]] days.\n"
        );
        assert_eq!(gaps(&text), ["days"]);
        assert_eq!(answered(DRAFT, |_| GapAnswer::Open), DRAFT);
    }

    #[test]
    fn a_gap_is_asked_for_in_its_sentence() {
        let around_days = around(DRAFT, "days", 4);
        assert_eq!(around_days, ("… in ".to_owned(), " …".to_owned()));
        let line = "We send it today in [[days]] working days.";
        assert_eq!(
            around(line, "days", 8),
            ("… in ".to_owned(), " working…".to_owned())
        );
        assert_eq!(
            around(DRAFT, "which, or delete this line", 40).0,
            "Register: "
        );
        assert_eq!(
            as_proposed(
                "# A\n\n[[Have this draft checked, then delete this line]]\n\nIn [[days = 5]] days: [[who]] or [[you / us]].\n"
            ),
            "# A\n\nIn 5 days: [who] or you.\n"
        );
        assert_eq!(
            around("Within [[days = 5]] days to [[whom]].", "whom", 40),
            ("Within 5 days to ".to_owned(), ".".to_owned())
        );
        assert_eq!(
            around("At [[address]], phone [[number]].", "number", 40).0,
            "At …, phone "
        );
        assert!(is_advice("Have this draft checked, then delete this line"));
        assert!(may_be_left_out("which, or delete this line") && !may_be_left_out("days"));
        assert_eq!(choices("Sie / wir"), ["Sie", "wir"]);
        assert_eq!(proposed("Sie / wir"), Some("Sie"));
        assert_eq!(
            (name("days = 14"), proposed("days = 14")),
            ("days", Some("14"))
        );
        assert_eq!((name("days"), proposed("days")), ("days", None));
        assert_eq!(name("Nummer, oder diese Zeile löschen"), "Nummer");
        assert!(choices("register and number").is_empty());
    }
}

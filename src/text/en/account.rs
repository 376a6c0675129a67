use crate::text::account::AccountTexts;

pub static TEXTS: AccountTexts = AccountTexts {
    code_subject: "{} is your code for {}",
    code_text: "Your code is {}. Enter it where you asked for it.",
    code_link: "Or sign in with this link, in whatever browser you like:\n{}",
    code_opens: "There is no account with this email address yet. Using the code or the link opens one.",
    code_joins: "Your order {} will then stand in your account.",
    code_opens_for: "This opens an account for you, with your order {} in it.",
    code_warning: "Both work once, within 10 minutes. Nobody from the shop will ever ask you for the code. If it was not you who asked, there is nothing to do.",
    link_lead: "One click, and you are signed in as {} in this browser.",
    link_over: "This link has been used already, or is too old.",
    code_registers: "New here? The code opens your account.",
    ask_again: "Ask for a new one",
};

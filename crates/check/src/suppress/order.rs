//! The words of a comment that speaks to the check.

/// What a comment says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Order<'a> {
    /// Whether it speaks of the whole page.
    pub(super) page: bool,
    /// The names and where each starts, in bytes.
    pub(super) names: Vec<(usize, &'a str)>,
}

/// Reads the inside of a comment. `None` if it says nothing to the check; an error says what is wrong with it.
pub(super) fn read(inside: &str) -> Option<Result<Order<'_>, String>> {
    let order = inside.trim_start().strip_prefix("handbill:")?;
    // The reason is the author's.
    let order = order.split_once('(').map_or(order, |(order, _)| order);
    let mut at = inside.len() - inside.trim_start().len() + "handbill:".len();
    let mut words = order.split([',', ' ', '\t', '\r', '\n']).filter_map(|word| {
        let start = at;
        at += word.len() + 1;
        (!word.is_empty()).then_some((start, word))
    });
    let page = match words.next() {
        Some((_, "ignore")) => false,
        Some((_, "ignore-file")) => true,
        Some((_, other)) => return Some(Err(format!("`{other}` is no order: write `ignore` or `ignore-file`"))),
        None => return Some(Err("it gives no order: write `ignore` or `ignore-file`, and the rule".to_owned())),
    };
    let names: Vec<(usize, &str)> = words.collect();
    Some(if names.is_empty() { Err("it names no rule".to_owned()) } else { Ok(Order { page, names }) })
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn names_stand_where_they_say() {
        let inside = " handbill: ignore bare-url,dates\n (the form needs it)";
        let order = read(inside).expect("it speaks to the check").expect("it is an order");
        assert_eq!((order.page, order.names.as_slice()), (false, &[(18, "bare-url"), (27, "dates")][..]));
        assert!(order.names.iter().all(|(start, name)| inside[*start..].starts_with(name)));
    }

    #[test]
    fn what_is_no_order_is_said() {
        assert_eq!(read(" see the handbill: ignore it "), None);
        assert!(read("handbill: ignore-file all").is_some_and(|order| order.is_ok_and(|order| order.page)));
        for (inside, word) in
            [("handbill: ignor x", "`ignor`"), ("handbill:", "no order"), ("handbill: ignore (x)", "no rule")]
        {
            let error = read(inside).expect("it speaks to the check").expect_err("it is no order");
            assert!(error.contains(word), "{error}");
        }
    }
}

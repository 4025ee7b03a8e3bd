//! Keys of the front matter that say one thing: an address, whether the event is off, the last day to register.

use handbill_page::{Site, read};

#[test]
fn an_address_has_its_post_code_in_the_order_of_its_country() {
    for (place, want) in [
        ("{name: Quay House, street: Kai 4, postal: 22767, city: Hamburg, country: Germany}", "Kai 4, 22767 Hamburg"),
        ("{name: Quay House, street: Kai 4, postcode: 0349, city: Oslo, region: Oslo}", "Kai 4, 0349 Oslo"),
        (
            "{name: Quay House, street: 4 Quay, zip: 02138, city: Boston, region: MA, country: USA}",
            "4 Quay, Boston, MA 02138",
        ),
        (
            "{name: Quay House, street: 4 Quay, postcode: LS2 9JT, city: Leeds, country: United Kingdom}",
            "4 Quay, Leeds LS2 9JT",
        ),
        ("{name: Quay House, street: Kai 4, postal: 22767 Hamburg, city: Hamburg}", "Kai 4, 22767 Hamburg"),
        ("{name: Quay House, address: \"Kai 4, 22767 Hamburg\", zip: 22767, city: Hamburg}", "Kai 4, 22767 Hamburg"),
        ("{name: Quay House, postal: 22767, city: Hamburg}", ""),
    ] {
        let text = format!("---\ntitle: Knots\nstart: 2031-03-04\nlocation: {place}\n---\n");
        let event = read("events/a.md", &text, &Site::default()).document.event.expect("it is a page among events");
        assert_eq!(event.venues[0].address, want, "{place}");
    }
}

#[test]
fn a_switch_or_a_word_says_that_it_is_off() {
    for (key, want) in [
        ("cancelled: true", "cancelled"),
        ("canceled: true", "cancelled"),
        ("postponed: true", "postponed"),
        ("event_status: EventPostponed", "postponed"),
        ("status: canceled", "cancelled"),
        ("cancelled: false", ""),
        ("status: draft", ""),
    ] {
        let page = read("a.md", &format!("---\nstart: 2031-03-04\n{key}\n---\n"), &Site::default());
        let status = page.document.event.expect("it has a day").status;
        assert_eq!(status.map(|status| status.to_string()).unwrap_or_default(), want, "{key}");
    }
}

#[test]
fn the_last_day_to_register_has_keys_and_words() {
    for (front, body, want) in [
        ("registration_deadline: 2031-02-01", "", "2031-02-01"),
        ("apply_by: 1 February 2031", "", "2031-02-01"),
        ("registration: {url: 'https://port.example', closes: 2031-02-01}", "", "2031-02-01"),
        ("title: Knot School", "Applications close on 1 February 2031.", "2031-02-01"),
        ("title: Knot School", "Applications for travel grants close on 1 February 2031: apply by then.", ""),
        ("title: Call for Knots", "Apply by 1 February 2031.", ""),
        ("registration_deadline: soon", "", ""),
    ] {
        let page = read("a.md", &format!("---\nstart: 2031-03-04\n{front}\n---\n{body}\n"), &Site::default());
        let ways = page.document.event.expect("it has a day").logistics.registrations;
        let closes = ways.first().and_then(|way| way.closes.as_ref()?.date).map(|day| day.to_string());
        assert_eq!(closes.unwrap_or_default(), want, "{front} {body}");
    }
}

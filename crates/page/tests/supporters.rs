//! Who stands behind an event: hosts, sponsors with their levels, committees.

mod rows;

use rows::each;

fn joined<'a>(items: impl Iterator<Item = String> + 'a) -> String {
    items.collect::<Vec<_>>().join("; ")
}

#[test]
fn hosts_are_joined_by_with() {
    let rows = [
        ("The workshop is hosted by the Quay Library with the Rope Museum.", "Quay Library; Rope Museum"),
        ("The Quay Library and the Rope Museum will be our hosts.", "Quay Library; Rope Museum"),
        ("The workshop is hosted by the Quay Library with support from the Rope Museum.", "Quay Library"),
        ("The workshop is hosted by the Quay Library with Ada Birk.", "Quay Library"),
        ("Quay Library is proud to host the workshop.", "Quay Library"),
        ("Quay Library and Rope Museum are the local hosts.", "Quay Library; Rope Museum"),
        ("Other meetings hosted by Quay Library (most of all those on knots) were larger.", ""),
        (
            "It is hosted by the Royal and University Library of Ystad and the Rope Museum.",
            "Royal and University Library of Ystad; Rope Museum",
        ),
        ("It is hosted by Quay Library in cooperation with the Rope Museum in Ystad.", "Quay Library; Rope Museum"),
        ("Organisers: Quay Library; Rope Museum\n", "Quay Library; Rope Museum"),
        ("Quay Library and Rope Museum invite you to a workshop on knots.", "Quay Library; Rope Museum"),
        ("The Knots Committee invites you to a workshop on knots.", ""),
        ("Quay Library invites you to send in proposals.", ""),
        ("The workshop is hosted by the Quay Library with Coffee Room, tea and all.", "Quay Library"),
    ];
    each(&rows, |event| joined(event.hosts.iter().map(|host| host.name.clone())));
}

#[test]
fn sponsors_have_their_level_behind_them() {
    let rows = [
        ("Sponsors so far: Kelp Works (Gold), Salt Inc (Silver)", "Kelp Works/Gold; Salt Inc/Silver"),
        ("## Sponsors\n\n* Kelp Works (Gold)\n* Salt Inc\n", "Kelp Works/Gold; Salt Inc/"),
        // Nobody says that these pay.
        ("Sponsors so far: Kelp Works (Gold), Salt Inc (Ystad)", ""),
        ("We thank our sponsors: Kelp Works (platform sponsor) and Salt Inc.", "Kelp Works/; Salt Inc/"),
        ("Become a sponsor: Kelp Works (Gold)", ""),
        ("## Sponsors\n\n* Kelp Works (Ystad)\n", "Kelp Works (Ystad)/"),
        ("## Sponsors\n\n* [Kelp Works](https://kelp.example) - makers of nets\n", "Kelp Works/"),
        ("## Sponsors\n\n![Logo of Kelp Works](/kelp.png)\n", "Kelp Works/"),
        ("Ystad 2031 is made possible by Kelp Works and Salt Inc.", "Kelp Works/; Salt Inc/"),
        ("In 2031 the new quay was made possible by Kelp Works.", ""),
        ("## Sponsors\n\n**Gold:** Kelp Works; Salt Inc\n", "Kelp Works/Gold; Salt Inc/Gold"),
        (
            "## Sponsors\n\n| Sponsor | Level |\n|---|---|\n| Kelp Works | Gold |\n| Salt Inc | Lunch |\n",
            "Kelp Works/Gold; Salt Inc/Lunch",
        ),
        ("## Sponsors\n\n| Name | Level | Price |\n|---|---|---|\n| Lunch | Gold | €900 |\n", ""),
    ];
    each(&rows, |event| joined(event.sponsors.iter().map(|sponsor| format!("{}/{}", sponsor.name, sponsor.level))));
    let levels =
        "## Sponsorship\n\n| Level | Price |\n|---|---|\n| Gold (limit 2) | €900 |\n| Friend (of ropes) | €90 |\n";
    let priced = "## Sponsorship\n\n### Gold: CHF 3'000 (one left)\n\n### Lunch sponsor: CHF 1’500 (taken)\n\n\
                  ### Friend of Ropes: from CHF 90\n\n### Silver: CHF 1'20\n";
    let rows = [
        (levels, "Gold 900; Friend (of ropes) 90"),
        (
            "## Sponsorship\n\n**Gold (€900)**\n\nA table.\n\n**Lunch sponsor (€90)**\n\nYour name.\n",
            "Gold 900; Lunch sponsor 90",
        ),
        (priced, "Gold 3000; Lunch sponsor 1500; Friend of Ropes 90; Silver 1"),
    ];
    each(&rows, |event| {
        let price = |level: &handbill_model::SponsorLevel| {
            level.price.as_ref().map(|price| price.amount.clone()).unwrap_or_default()
        };
        joined(event.sponsor_levels.iter().map(|level| format!("{} {}", level.name, price(level))))
    });
}

#[test]
fn groups_of_people_stand_behind_labels() {
    let rows = [
        (
            "**Programme committee:** Ada Birk (Quay Works), Teun Vos\n\n**Local team:** Sol Marchetti, Noor Wilde",
            "Ada Birk, Teun Vos; Sol Marchetti, Noor Wilde",
        ),
        ("The programme committee: Ada Birk (Quay Works), Teun Vos.\n", "Ada Birk, Teun Vos"),
        ("**Programme chair:** Ada Birk, ada@quay.example\n", "Ada Birk"),
        (
            "## Committees\n\n### Programme\n\n* Ada Birk (Quay Works)\n\n### Local\n\n* Teun Vos\n",
            "Ada Birk, Teun Vos",
        ),
        ("**Winning team:** Sol Marchetti, Noor Wilde\n\n**Local team:** ask at the desk", ""),
    ];
    each(&rows, |event| {
        let names = |committee: &handbill_model::Committee| {
            committee.members.iter().map(|member| member.name.clone()).collect::<Vec<_>>().join(", ")
        };
        joined(event.committees.iter().map(names))
    });
}

#[test]
fn levels_head_the_names_on_a_page_of_sponsors() {
    let told = |title: &str, body: &str| {
        let event = rows::event(&format!("---\ntitle: {title}\n---\nIt is held on March 4, 2031.\n\n{body}\n"));
        joined(event.sponsors.iter().map(|sponsor| format!("{}/{}", sponsor.name, sponsor.level)))
    };
    let names = "## Gold\n\n* [Kelp Works](https://kelp.example)\n* Salt Inc.\n";
    let benefits = "## Gold\n\n* 2 tickets\n* [Logo](/logo) on the page\n";
    for (title, body, want) in [
        ("Sponsors of the Ropes Conference", names, "Kelp Works/Gold; Salt Inc/Gold"),
        ("Sponsors of the Ropes Conference", benefits, ""),
        ("Ropes Conference", names, ""),
    ] {
        assert_eq!(told(title, body), want, "{title}: {body}");
    }
}

#[test]
fn those_who_are_on_board_stand_behind_their_level() {
    let told = |heading: &str, list: &str| {
        let text = format!(
            "---\ntitle: Sponsorship of Ropes 2031\n---\nIt is held on March 4, 2031.\n\n## {heading}\n\n{list}\n"
        );
        let event = rows::event(&text);
        joined(event.sponsors.iter().map(|sponsor| format!("{}/{}", sponsor.name, sponsor.level)))
    };
    assert_eq!(told("Already on board", "Gold: Kelp Works  \nSilver: Salt Inc"), "Kelp Works/Gold; Salt Inc/Silver");
    assert_eq!(told("What you get", "Gold: Logo, Booth  \nSilver: Logo"), "");
}

//! The settings, each with what it is about and how its value is read.

use handbill_check::Selector;
use handbill_frontmatter::{Data, Value};
use handbill_model::{Date, Zone};

use super::globs::Globs;
use super::in_force::{InForce, Said};

/// A setting.
pub(super) struct Key {
    pub(super) name: &'static str,
    /// What it says, in a line.
    pub(super) about: &'static str,
    /// What is in force where nobody says anything, as TOML; nothing for a setting that then says nothing.
    pub(super) unsaid: &'static str,
    pub(super) read: fn(&mut InForce, &Said) -> Result<(), String>,
}

/// Every setting, in the order in which they are shown.
pub(super) const KEYS: &[Key] = &[
    Key {
        name: "select",
        about: "the only rules and groups that run, hints too; without it all that give errors and warnings",
        unsaid: "[]",
        read: |found, said| selectors(&said.value).map(|rules| found.settings.select = rules),
    },
    Key {
        name: "ignore",
        about: "rules and groups that do not run",
        unsaid: "[]",
        read: |found, said| selectors(&said.value).map(|rules| found.settings.ignore = rules),
    },
    Key {
        name: "per-file-ignores",
        about: "rules and groups that do not run on some pages: a pattern of paths, and the rules",
        unsaid: "{}",
        read: |found, said| {
            let map = said.value.as_map().ok_or("write it as { \"event/2019/**\" = [\"dates\"] }")?;
            for entry in &map.entries {
                let globs = Globs::new(&said.folder, [entry.key.as_str()])?;
                found.per_file_ignores.push((globs, selectors(&entry.value)?));
            }
            Ok(())
        },
    },
    Key {
        name: "exclude",
        about: "patterns of paths that are left out, also where they are named",
        unsaid: "[]",
        read: |found, said| globs(said).map(|globs| found.exclude = Some(globs)),
    },
    Key {
        name: "pages",
        about: "patterns of the paths of event pages; without it the page itself tells",
        unsaid: "",
        read: |found, said| globs(said).map(|globs| found.pages = Some(globs)),
    },
    Key {
        name: "include-path",
        about: "folders where includes are sought that the site lacks, such as its theme's",
        unsaid: "[]",
        read: |found, said| {
            found.include_path = texts(&said.value)?.into_iter().map(|path| said.folder.join(path)).collect();
            match found.include_path.iter().find(|path| !path.is_dir()) {
                Some(missing) => Err(format!("`{}` is no folder", missing.display())),
                None => Ok(()),
            }
        },
    },
    Key {
        name: "time-zone",
        about: "the zone of times for which a page gives none; without it the site's",
        unsaid: "",
        read: |found, said| {
            let zone: Zone =
                text(&said.value)?.parse().map_err(|error: handbill_model::TimeError| error.to_string())?;
            if zone.time_zone().is_none() {
                let name = handbill_check::nearest_zone(&zone.to_string()).unwrap_or_else(|| "Europe/Rome".to_owned());
                return Err(format!("`{zone}` is no time zone that is known: write it as {name}"));
            }
            found.settings.time_zone = Some(zone);
            Ok(())
        },
    },
    Key {
        name: "base-url",
        about: "where the site is published; without it the site's `url` and `baseurl`",
        unsaid: "",
        read: |found, said| crate::args::base_url(&text(&said.value)?).map(|url| found.settings.base_url = Some(url)),
    },
    Key {
        name: "words",
        about: "words that are spelt as they should be",
        unsaid: "[]",
        read: |found, said| texts(&said.value).map(|words| found.settings.words = words),
    },
    Key {
        name: "archive-before",
        about: "pages whose event ended before this day get only what breaks the page",
        unsaid: "",
        read: |found, said| day(&said.value).map(|day| found.settings.archive_before = Some(day)),
    },
];

fn selectors(value: &Value) -> Result<Vec<Selector>, String> {
    texts(value)?.iter().map(|name| name.parse::<Selector>().map_err(|error| error.to_string())).collect()
}

fn globs(said: &Said) -> Result<Globs, String> {
    Globs::new(&said.folder, texts(&said.value)?.iter().map(String::as_str))
}

/// A list of texts; one alone needs no brackets.
fn texts(value: &Value) -> Result<Vec<String>, String> {
    match &value.data {
        Data::List(items) => items.iter().map(text).collect(),
        Data::Text(text) => Ok(vec![text.clone()]),
        _ => Err("write a list of texts".to_owned()),
    }
}

fn text(value: &Value) -> Result<String, String> {
    value.as_str().map(str::to_owned).ok_or_else(|| "write a text".to_owned())
}

fn day(value: &Value) -> Result<Date, String> {
    // YAML and TOML have dates of their own; a text is as good.
    let written = value.written().or(value.as_str()).unwrap_or_default();
    written.parse().map_err(|_| format!("`{written}` is no day: write it as 2025-01-01"))
}

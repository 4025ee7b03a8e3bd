//! Settings as one file or one argument says them.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use handbill_frontmatter::{Data, Entry, Mapping, Value, toml, yaml};
use handbill_text::{Lines, Span};

use crate::args;

/// The file of settings. Jekyll publishes what has no dot in front.
const FILE: &str = ".handbill.toml";

/// The same without its dot: who wrote it means that it is in force.
const DOTLESS: &str = "handbill.toml";

/// Jekyll's own configuration.
const SITES: [&str; 2] = ["_config.yml", "_config.yaml"];

/// What one file or one argument says.
#[derive(Clone, Debug)]
pub(super) struct Layer {
    /// The file as it is shown, or the argument.
    pub(super) name: String,
    /// Where paths and patterns start: the file's folder, or the one that the command is called in.
    pub(super) folder: PathBuf,
    pub(super) values: Mapping,
    /// The file's text, to find places in.
    text: Option<String>,
}

impl Layer {
    /// Where something in it stands: `.handbill.toml:3:1`, or the argument alone.
    pub(super) fn place(&self, span: Span) -> String {
        let Some(text) = &self.text else { return self.name.clone() };
        let place = Lines::new(text).place(text, span.start());
        format!("{}:{}:{}", self.name, place.line, place.column)
    }

    fn argument(name: String, values: Mapping) -> Self {
        Self { name, folder: current_folder(), values, text: None }
    }
}

/// What the settings of a folder say, if it has some.
pub(super) fn of_folder(folder: &Path) -> Result<Option<Layer>, String> {
    if let Some((name, text)) = text(&folder.join(FILE))? {
        let values = toml(&text).map_err(|problem| {
            let place = Lines::new(&text).place(&text, problem.span.start());
            format!("{name}:{}:{}: {}", place.line, place.column, problem.message)
        })?;
        return Ok(Some(Layer { name, folder: folder.to_owned(), values, text: Some(text) }));
    }
    if let Some((name, _)) = text(&folder.join(DOTLESS))? {
        return Err(format!(
            "{name}: rename it to `{FILE}`: Jekyll would publish a file without the dot, and it is not read"
        ));
    }
    for site in SITES {
        let Some((name, text)) = text(&folder.join(site))? else { continue };
        // Most have none; what else is wrong with the file is told of when the site is read.
        let Some(said) = (if text.contains("handbill:") { yaml(&text).ok().flatten() } else { None }) else {
            return Ok(None);
        };
        let Some(said) = said.as_map().and_then(|root| root.get("handbill")).cloned() else { return Ok(None) };
        let folder = folder.to_owned();
        return match said.data {
            Data::Map(values) => Ok(Some(Layer { name, folder, values, text: Some(text) })),
            Data::Null => Ok(Some(Layer { name, folder, values: Mapping::default(), text: Some(text) })),
            _ => {
                let place = Lines::new(&text).place(&text, said.span.start());
                Err(format!("{name}:{}:{}: `handbill:` holds settings, each with its name", place.line, place.column))
            }
        };
    }
    Ok(None)
}

/// The text of a file and its name as it is shown; none where there is no such file.
fn text(path: &Path) -> Result<Option<(String, String)>, String> {
    let name = || path.strip_prefix(current_folder()).unwrap_or(path).display().to_string();
    match fs::read(path) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => Ok(Some((name(), text))),
            Err(_) => Err(format!("{}: this is no UTF-8", name())),
        },
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(format!("{}: {error}", name())),
    }
}

fn current_folder() -> PathBuf {
    let here = Path::new(".");
    here.canonicalize().unwrap_or_else(|_| here.to_owned())
}

/// What the command line says, the strongest last.
pub(super) fn of_arguments(arguments: &args::Settings) -> Result<Vec<Layer>, String> {
    let mut layers = arguments.config.iter().map(|pair| of_pair(pair)).collect::<Result<Vec<Layer>, String>>()?;
    let text = |text: &String| Value::new(Span::at(0), Data::Text(text.clone()));
    for (key, values) in [("select", &arguments.select), ("ignore", &arguments.ignore), ("exclude", &arguments.exclude)]
    {
        if let Some(values) = values {
            let list = Data::List(values.iter().map(text).collect());
            layers.push(Layer::argument(format!("--{key}"), one(key, Value::new(Span::at(0), list))));
        }
    }
    if let Some(day) = &arguments.archive_before {
        layers.push(Layer::argument("--archive-before".to_owned(), one("archive-before", text(day))));
    }
    Ok(layers)
}

/// `--config KEY=VALUE`: TOML, or a value that needs no quotes.
fn of_pair(pair: &str) -> Result<Layer, String> {
    let name = format!("--config {pair}");
    let Some((key, value)) = pair.split_once('=') else {
        return Err(format!("{name}: write it as `--config archive-before=2025-01-01`"));
    };
    let bare = || one(key.trim(), Value::new(Span::at(0), Data::Text(value.trim().to_owned())));
    Ok(Layer::argument(name, toml(pair).unwrap_or_else(|_| bare())))
}

fn one(key: &str, value: Value) -> Mapping {
    let entry = Entry { key: key.to_owned(), key_span: Span::at(0), value, merged: None };
    Mapping { entries: vec![entry] }
}

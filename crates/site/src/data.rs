//! `_data`: each file under its name, each folder an object of its files.

mod table;

use crate::{SiteError, files, value};
use handbill_liquid::{Object, Value};
use std::path::Path;

/// How deep folders of data may nest.
const DEPTH: usize = 64;

/// The data in `folder`, which must not lead out of `source`.
pub(crate) fn read_folder(source: &Path, folder: &Path) -> Result<Object, SiteError> {
    let Some(folder) = files::absolute(folder).filter(|folder| folder.starts_with(source)) else {
        return Ok(Object::default());
    };
    inside(&folder, &folder, DEPTH)
}

fn inside(root: &Path, folder: &Path, depth: usize) -> Result<Object, SiteError> {
    if depth == 0 {
        return Err(SiteError::Limit { path: folder.to_owned(), reason: "folders of data nest more than 64 deep" });
    }
    let mut data = Object::default();
    for path in files::entries(folder)? {
        // Jekyll's safe mode follows no link that leads elsewhere; a link into a folder above would not end.
        let Some(path) = files::absolute(&path).filter(|real| real.starts_with(root) && !folder.starts_with(real))
        else {
            continue;
        };
        let Some(key) = key(&path) else { continue };
        if path.is_dir() {
            data.insert(key, inside(root, &path, depth - 1)?);
        } else if let Some(value) = read_file(&path)? {
            data.insert(key, value);
        }
    }
    Ok(data)
}

/// A file's value; none for a file that is no data.
fn read_file(path: &Path) -> Result<Option<Value>, SiteError> {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or("");
    Ok(Some(match extension {
        "yml" | "yaml" | "json" => value::read_yaml(path)?,
        "csv" => table::read(&files::read(path)?, ','),
        "tsv" => table::read(&files::read(path)?, '\t'),
        _ => return Ok(None),
    }))
}

/// The name of a file or folder as Jekyll makes a key of it: `x-y` stays, `a b` is `a_b`, `v1.2` is `v12`.
fn key(path: &Path) -> Option<String> {
    let name = if path.is_dir() { path.file_name() } else { path.file_stem() }?.to_str()?;
    let kept = |c: &char| c.is_alphanumeric() || matches!(c, '_' | '-') || c.is_whitespace();
    let plain: String = name.chars().filter(kept).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    Some(words.join("_"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_key_is_the_name_without_what_liquid_cannot_say() {
        let key = |name: &str| super::key(std::path::Path::new(name)).unwrap();
        assert_eq!(["x-y.yaml", "a b.yml", "v1.2.yml", "2020_talks.csv"].map(key), ["x-y", "a_b", "v12", "2020_talks"]);
    }
}

//! What a folder says, asked of the sites beside this file; Jekyll 4.3.1 was asked the same.

use handbill_liquid::{Context, Includes, NotIncluded, Object, Value, expand};
use handbill_site::{JekyllSite, SiteError, find_root, page_url};
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name).canonicalize().expect("the folder is there")
}

fn site(name: &str) -> JekyllSite {
    JekyllSite::load(&folder(name)).expect("its configuration is right")
}

fn says(site: &JekyllSite, page: &str, template: &str) -> String {
    let globals = Object::from_iter([
        ("site", Value::from(site.values().expect("its data is right").clone())),
        ("page", Value::from(site.defaults_for(page))),
    ]);
    expand(template, &Context::new(&globals, &site.includes_for(page))).text
}

#[test]
fn the_root_is_the_nearest_folder_with_a_configuration() {
    let page = folder("site").join("event/2030/lyon/index.md");
    assert_eq!(find_root(&page), Some(folder("site")));
    assert_eq!(find_root(&folder("nested").join("docs/index.md")), Some(folder("nested")));
    assert_eq!(find_root(Path::new("/")), None);
}

#[test]
fn paths_count_from_the_source() {
    let nested = site("nested");
    assert_eq!(nested.source, folder("nested").join("docs"));
    assert_eq!(nested.path_of(&folder("nested").join("docs/index.md")).as_deref(), Some("index.md"));
    assert_eq!(nested.path_of(&folder("site").join("about.md")), None);
}

#[test]
fn the_configuration_is_read_as_ruby_reads_it() {
    let template = "{{ site.title }} {{ site.recorded }} {{ site.doors }} {{ site.room }} {{ site.opening | date: '%A' }} {{ site.starts }}";
    assert_eq!(says(&site("site"), "about.md", template), "Paper Boats true 45000 8 Monday 2030-06-03 09:00:00 +0200");
}

#[test]
fn data_is_under_the_names_of_its_files() {
    let site = site("site");
    for (template, text) in [
        (
            "{{ site.data.talks[0].keynote }} {{ site.data.talks[0].at }} {{ site.data.talks[1].at }}",
            "true 45000 12:30",
        ),
        ("{{ site.data.tide.tide | jsonify }}", "[1,2.5,null,true]"),
        (
            "{{ site.data.club_members | jsonify }}",
            "[{\"name\":\"Ann\",\"town\":\"Lyon, France\"},{\"name\":\"Bob\",\"town\":null}]",
        ),
        ("{{ site.data.years.2029 | jsonify }}", "[{\"a\":\"1\",\"b\":\"2\"}]"),
        ("{{ site.data.notes }}", ""),
    ] {
        assert_eq!(says(&site, "about.md", template), text, "{template}");
    }
}

#[test]
fn narrow_defaults_stand_over_wide_ones() {
    let site = site("site");
    let template = "{{ page.layout }}, {{ page.host }}, {{ page.hero.image }}, {{ page.hero.subtitle }}";
    for (page, text) in [
        ("about.md", "plain, everyone, sea.jpg, Afloat"),
        ("event/2030/nice/index.md", "plain, the club, sea.jpg, Afloat"),
        ("event/2030/lyon/index.md", "plain, the Lyon club, sea.jpg, Afloat"),
        ("event/_posts/2030-01-01-news.md", "plain, the press, sea.jpg, Folded"),
        ("events.md", "plain, the club, sea.jpg, Afloat"),
    ] {
        assert_eq!(says(&site, page, template), text, "{page}");
    }
}

#[test]
fn includes_are_read_from_their_folder_alone() {
    let site = site("site");
    let page = "event/2030/lyon/index.md";
    assert_eq!(
        says(&site, page, "{% include badge.html text='A' %}{% include_relative bring.md %}"),
        "<b>A</b>.Bring paper.\n"
    );
    let includes = site.includes_for(page);
    for name in ["../secret.html", "../../secret.html", "parts/../../secret.html", "/etc/passwd/../hosts", ""] {
        assert_eq!(includes.include(name), Err(NotIncluded::Refused), "{name}");
        assert_eq!(includes.include_relative(name), Err(NotIncluded::Refused), "{name}");
    }
    let missing = NotIncluded::Missing { path: "_includes/gone.html".to_owned() };
    assert_eq!(includes.include("gone.html"), Err(missing));
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out_of_the_folder() {
    use std::fs::{create_dir_all, remove_file};

    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("links");
    create_dir_all(root.join("_includes")).unwrap();
    create_dir_all(root.join("_data")).unwrap();
    #[expect(clippy::disallowed_methods, reason = "a test writes the site that it reads")]
    for (name, text) in
        [("_config.yml", "title: Links\n"), ("secret.yml", "word: swordfish\n"), ("_includes/a.html", "a")]
    {
        std::fs::write(root.join(name), text).unwrap();
    }
    for (name, target) in [
        ("_includes/out.html", "../secret.yml"),
        ("_includes/in.html", "a.html"),
        ("_data/out.yml", "../secret.yml"),
        ("_data/loop", "."),
    ] {
        let _ = remove_file(root.join(name));
        std::os::unix::fs::symlink(target, root.join(name)).unwrap();
    }
    let site = JekyllSite::load(&root).unwrap();
    let includes = site.includes_for("index.md");
    assert_eq!(includes.include("out.html"), Err(NotIncluded::Refused));
    assert_eq!(includes.include("in.html").map(|found| found.text).as_deref(), Ok("a"));
    assert_eq!(says(&site, "index.md", "{{ site.data | jsonify }}"), "{}");
}

#[test]
fn an_include_that_the_theme_may_have_is_unknown() {
    let nested = site("nested");
    assert_eq!(nested.theme(), Some("waves"));
    let includes = nested.includes_for("index.md");
    assert_eq!(includes.include("here.html").map(|found| found.text).as_deref(), Ok("here"));
    assert_eq!(includes.include("gone.html"), Err(NotIncluded::Unknown));
}

#[test]
fn links_lead_to_pages() {
    let site = site("site");
    let page = "about.md";
    assert_eq!(says(&site, page, "{% link event/2030/lyon/index.md %}"), "/meetings/event/2030/lyon/");
    assert_eq!(says(&site, page, "{% link event/2030/lyon/call.md %}"), "/meetings/talks-wanted/");
    assert_eq!(says(&site, page, "{% link secret.html %}"), "/meetings/secret.html");
    assert_eq!(says(&site, page, "{% link nowhere.md %}"), "");
}

#[test]
fn a_page_is_read_with_what_is_around_it() {
    let site = site("site");
    let path = "event/2030/lyon/call.md";
    let text = "---\npermalink: /wanted/\n---\n{{ page.host }} {{ page.url }} {{ site.data.talks.size }}{% include parts/dot.html %}\n";
    let includes = site.includes_for(path);
    let around = site.around(path, text, &includes).unwrap();
    assert_eq!(handbill_page::read(path, text, &around).expansion.text, "the Lyon club /wanted/ 2.\n");
    assert!(site.around(path, "{{ site.title }}", &includes).unwrap().values.get("data").is_none());
}

#[test]
fn urls_come_from_path_and_permalink() {
    for (path, permalink, style, url) in [
        ("event/2030/lyon/index.md", None, None, "/event/2030/lyon/"),
        ("index.html", None, None, "/"),
        ("event/call.md", None, None, "/event/call.html"),
        ("event/call.md", None, Some("date"), "/event/call.html"),
        ("event/call.md", None, Some("none"), "/event/call.html"),
        ("event/call.md", None, Some("pretty"), "/event/call/"),
        ("event/call.md", None, Some("/:year/:title/"), "/event/call/"),
        ("event/call.md", None, Some("/:path/:basename:output_ext"), "/event/call.html"),
        ("event/call.md", Some("/x/y/"), Some("pretty"), "/x/y/"),
        ("event/call.md", Some("pretty"), None, "/pretty"),
        ("event/call.md", Some("x.html"), None, "/x.html"),
        ("event/call.md", Some("/:path/:basename/"), None, "/event/call/"),
        ("event/é f.md", None, None, "/event/%C3%A9%20f.html"),
        ("feed.xml", None, Some("pretty"), "/feed.xml"),
    ] {
        assert_eq!(page_url(path, permalink, style), url, "{path} {permalink:?} {style:?}");
    }
    assert_eq!(site("site").url_of("about.md", None), "/about.html");
}

#[test]
fn errors_name_the_file_and_the_place() {
    let broken = JekyllSite::load(&folder("broken")).unwrap_err();
    assert!(matches!(&broken, SiteError::Syntax { path, .. } if path.ends_with("broken/_config.yml")), "{broken:?}");
    let none = JekyllSite::load(&folder("site/_data")).unwrap_err();
    assert!(none.to_string().ends_with("_data has no _config.yml; name the folder of the site"), "{none}");
}

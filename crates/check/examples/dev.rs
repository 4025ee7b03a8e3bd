//! dev only
#![allow(warnings)]
use handbill_check::output::*;
use handbill_check::*;
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let name = &args[0];
    let mut settings = Settings::default();
    if name.ends_with('+') {
        settings.select = vec![Selector::All];
    }
    let out = output(name.trim_end_matches('+')).unwrap();
    let mut p = Printing::new(out, Look::plain(100));
    print!("{}", p.open());
    for f in &args[1..] {
        let bytes = std::fs::read(f).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let path = f.split("/pages/").last().unwrap().trim_start_matches("/work/shared/");
        let page = handbill_page::read(path, &text, &handbill_page::Site::default());
        let found = check(&page, &settings);
        print!("{}", p.page(&Findings::new(path, &text, &found)));
    }
    print!("{}", p.close());
}

//! What is no date and no time.

use handbill_page::phrase;

use crate::{dates, each, times};

#[test]
fn what_is_no_date() {
    each(
        dates,
        &[
            ("version 1.2.20", ""),
            ("24/7", ""),
            ("1/2 of it", ""),
            ("call 555-1234-20", ""),
            ("you may 4 times", ""),
            ("IIIF 3.0", ""),
            ("$June 4", ""),
            ("room 2020-06-012", ""),
            ("id-2020-06-01-x", ""),
            ("https://example.org/2020/06/01/a", ""),
            ("ISO 8601-1:2019", ""),
            ("4 participants", ""),
            ("May I come?", ""),
            ("March on", ""),
            ("June 31st floor", "?-06-31"),
            ("June 45", ""),
            ("in June, 12 people", ""),
            ("Sun and sea", ""),
            ("June 4pm", ""),
            ("June 4:30", ""),
            ("June 40%", ""),
            ("10 May Street Road", "?-05-10"),
            ("0 June", ""),
            ("1,000 June bugs", ""),
        ],
    );
}

#[test]
fn what_is_no_time() {
    each(
        times,
        &[
            ("9", ""),
            ("9.30", ""),
            ("version 1.20", ""),
            ("9-10", ""),
            ("2020-06-01", ""),
            ("ratio 16:9", ""),
            ("25:00", ""),
            ("12:75", ""),
            ("$9:00", ""),
            ("10:0", ""),
            ("5 amps", ""),
            ("pages 3-12:30x", ""),
            ("a 24 h service", ""),
        ],
    );
}

#[test]
fn what_only_looks_like_a_date() {
    each(
        dates,
        &[
            ("version 2.1.2031", ""),
            ("v2.10.2031", ""),
            ("v. 2.10.2031", ""),
            ("Python 3.12", ""),
            ("1.2.3", ""),
            ("release 10.4.2", ""),
            ("$10.50", ""),
            ("10.50 EUR", ""),
            ("€5-10", ""),
            ("USD 1,000", ""),
            ("+1 555 123 4567", ""),
            ("+44 (0)20 7946 0958", ""),
            ("555-0123", ""),
            ("01-02-03-04", ""),
            ("24/7", ""),
            ("9/11", ""),
            ("1/2", ""),
            ("3/4 of them", ""),
            ("6/5", ""),
            ("on 6/5 we", ""),
            ("16:9", ""),
            ("3-2", ""),
            ("chapters 9-10", ""),
            ("pages 12-14", ""),
            ("pp. 4-6", ""),
            ("ISBN 978-3-16-148410-0", ""),
            ("ISBN 0-306-40615-2", ""),
            ("ISSN 2049-3630", ""),
            ("doi:10.1109/VIS49827.2021.9623310", ""),
            ("10.5281/zenodo.123456", ""),
            ("arXiv:2106.04554", ""),
            ("RFC 5545", ""),
            ("RFC 2119, 8174", ""),
            ("ISO 8601-2:2019", ""),
            ("192.168.1.20", ""),
            ("127.0.0.1:8080", ""),
            ("report-2031-06-01.pdf", ""),
            ("2031-06-01.pdf", ""),
            ("talks_2031-06-01", ""),
            ("IMG-20310601", ""),
            ("20310601", ""),
            ("2031-W23", ""),
            ("2031-06", ""),
            ("2031/2032", ""),
            ("2031-32", ""),
            ("2031-13-01", ""),
            ("2031-00-10", ""),
            ("#4 June", ""),
            ("4June", ""),
            ("June4", ""),
            ("June-4", ""),
            ("in May 4 people came", ""),
            ("In June 12 talks follow", ""),
            ("they march 3 miles", ""),
            ("may 2 or 3 come", ""),
            ("it may 10 times", ""),
            ("mar 3 of them", ""),
            ("Sun 4 hours", ""),
            ("the sun 25 days", ""),
            ("he sat 4 hours", ""),
            ("we wed 25", ""),
            ("second of them", ""),
            ("Augusta 4", ""),
            ("Mayor 4", ""),
            ("Marchers 3", ""),
            ("Junior 4", ""),
            ("Decent 4", ""),
            ("Apr 4%", ""),
            ("4 June%", ""),
            ("June 0", ""),
            ("June 32", ""),
            ("32 June", ""),
            ("4.5 June", ""),
            ("-4 June", "?-06-04"),
            ("room 4, June", ""),
            ("4 x June", ""),
            ("4 (June)", ""),
            ("Q2 2031", ""),
            ("TBD", ""),
            ("date: TBA", ""),
            ("May", ""),
            ("May–June", ""),
            ("July 2031", ""),
            ("MIT-4-June", ""),
            ("a1/2/2031", ""),
            ("1/2/31", ""),
            ("1/2/2031/3", ""),
            ("40/12/2031", ""),
            ("12:30:2031", ""),
            ("4th", ""),
            ("the 4th floor", ""),
            ("22nd annual", ""),
            ("the 2031 meeting", ""),
            ("1500-1600", ""),
            ("10th of them", ""),
            ("Section 4. March on", ""),
            ("step 4. May we go?", ""),
            ("see 12. June was dry", "?-06-12"),
        ],
    );
    let forms = |text: &str| phrase::read(text).dates.iter().map(|date| date.form).collect::<Vec<_>>();
    assert_eq!(forms("Friday 6/5"), [phrase::Form::Ambiguous]);
    assert_eq!(forms("6/5/2031"), [phrase::Form::Ambiguous]);
    assert_eq!(forms("6/6/2031"), [phrase::Form::Numeric]);
    // One of two days is none, whichever comes first; what is counted is no day.
    for text in ["October 24 or 25", "24 or 25 October 2031", "October 24 or October 25", "24. oder 25. Oktober 2031"] {
        assert_eq!(forms(text), [phrase::Form::Ambiguous], "{text}");
    }
    assert_eq!(forms("until October 24 or 25 people have come"), [phrase::Form::Words]);
    assert_eq!(forms("on October 24 or later"), [phrase::Form::Words]);
}

#[test]
fn what_only_looks_like_a_time() {
    each(
        times,
        &[
            ("9-10", ""),
            ("9 to 5", ""),
            ("chapters 9-10", ""),
            ("3:2", ""),
            ("John 3:16a", ""),
            ("1:1000", ""),
            ("12:345", ""),
            ("localhost:8080", ""),
            ("127.0.0.1:80", ""),
            ("10.30", ""),
            ("version 9.30", ""),
            ("$9:00", ""),
            ("9:0", ""),
            ("24:30", ""),
            ("13 pm", ""),
            ("0 am", ""),
            ("9 amps", ""),
            ("9 pmx", ""),
            ("5 a day", ""),
            ("afternoon", ""),
            ("24/7", ""),
            ("2h of talks", ""),
            ("a 12h shift", ""),
            ("ISO 8601-1:2019", ""),
        ],
    );
}

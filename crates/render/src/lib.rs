//! A read page as HTML, JSON, iCalendar.

/* What libical sees in calendars: a line of fields for each event, `path uid summary description location stamp start end`
 * with U+001F between them and U+001E at their end. Called by calendars.py.
 *   cc calendars.c $(pkg-config --cflags --libs libical) */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *whole(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = calloc(1, size + 1);
    if (fread(text, 1, size, file) != (size_t)size) exit(2);
    fclose(file);
    return text;
}

/* A day, an instant, or a time whose zone nobody knows, as model.py writes them. */
static void stamp(icalcomponent *event, icalproperty_kind kind) {
    icalproperty *property = icalcomponent_get_first_property(event, kind);
    if (property) {
        /* The zone is sought in the calendar's own VTIMEZONE. */
        struct icaltimetype time = icalproperty_get_datetime_with_component(property, icalcomponent_get_parent(event));
        int floats = !time.is_date && !time.zone;
        if (!time.is_date && !floats) {
            time = icaltime_from_timet_with_zone(icaltime_as_timet_with_zone(time, time.zone), 0, icaltimezone_get_utc_timezone());
        }
        printf("%04d-%02d-%02d", time.year, time.month, time.day);
        if (!time.is_date) printf("T%02d:%02d:%02d%s", time.hour, time.minute, time.second, floats ? "" : "Z");
    }
    putchar(0x1f);
}

static void text(icalcomponent *event, icalproperty_kind kind) {
    icalproperty *property = icalcomponent_get_first_property(event, kind);
    if (property) fputs(icalvalue_get_text(icalproperty_get_value(property)), stdout);
    putchar(0x1f);
}

int main(int count, char **paths) {
    for (int i = 1; i < count; i++) {
        char *source = whole(paths[i]);
        icalcomponent *calendar = source ? icalparser_parse_string(source) : NULL;
        if (!calendar) { fprintf(stderr, "%s: nothing is read\n", paths[i]); return 1; }
        if (icalcomponent_count_errors(calendar)) { fprintf(stderr, "%s: errors\n%s", paths[i], icalcomponent_as_ical_string(calendar)); return 1; }
        for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
             event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
            printf("%s\x1f", paths[i]);
            text(event, ICAL_UID_PROPERTY);
            text(event, ICAL_SUMMARY_PROPERTY);
            text(event, ICAL_DESCRIPTION_PROPERTY);
            text(event, ICAL_LOCATION_PROPERTY);
            stamp(event, ICAL_DTSTAMP_PROPERTY);
            stamp(event, ICAL_DTSTART_PROPERTY);
            stamp(event, ICAL_DTEND_PROPERTY);
            putchar(0x1e);
        }
        icalcomponent_free(calendar);
        free(source);
    }
    return 0;
}

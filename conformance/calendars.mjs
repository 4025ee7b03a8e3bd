// What ical.js sees in calendars, as JSON: { path: [{ uid, summary, stamp, start, end }] }. Called by calendars.py.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

ICAL.design.strict = true;

/** A day, an instant, or a time whose zone nobody knows, as model.py writes them. */
function stamp(time) {
  if (time.isDate) return time.toString();
  if (time.zone === ICAL.Timezone.localTimezone) return time.toString();
  return new Date(time.toUnixTime() * 1000).toISOString().replace('.000Z', 'Z');
}

const readings = {};
for (const path of process.argv.slice(2)) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, 'utf8')));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(zone);
  }
  readings[path] = calendar.getAllSubcomponents('vevent').map((event) => {
    const value = (name) => event.getFirstPropertyValue(name);
    // `ICAL.Event` would make an end up where there is none.
    return { uid: value('uid'), summary: value('summary'), stamp: stamp(value('dtstamp')),
      start: stamp(value('dtstart')), end: value('dtend') && stamp(value('dtend')) };
  });
}
console.log(JSON.stringify(readings));

// What ical.js and node-ical see in calendars, as JSON: { reader: { path: [{ uid, summary, description, location, stamp,
// start, end }] } }. Called by calendars.py.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

ICAL.design.strict = true;
// Times without a zone are local to node-ical; in UTC they stay what they are.
process.env.TZ = 'UTC';

const iso = (date) => date.toISOString().replace('.000Z', 'Z');

/** A day, an instant, or a time whose zone nobody knows, as model.py writes them. */
function byIcalJs(text) {
  const stamp = (time) => {
    if (time.isDate) return time.toString();
    if (time.zone === ICAL.Timezone.localTimezone) return time.toString();
    return iso(new Date(time.toUnixTime() * 1000));
  };
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(zone);
  }
  return calendar.getAllSubcomponents('vevent').map((event) => {
    const value = (name) => event.getFirstPropertyValue(name);
    // `ICAL.Event` would make an end up where there is none.
    return { uid: value('uid'), summary: value('summary'), description: value('description'), location: value('location'),
      stamp: stamp(value('dtstamp')), start: stamp(value('dtstart')), end: value('dtend') && stamp(value('dtend')) };
  });
}

/** node-ical keeps events by their UID, and a day as midnight. */
function byNodeIcal(text) {
  const stamp = (time) => {
    if (time.dateOnly) return iso(time).slice(0, 10);
    return time.tz ? iso(time) : iso(time).slice(0, -1);
  };
  // It makes an end up where there is none.
  const hasEnd = new Map(text.replaceAll('\r\n ', '').split('\r\nBEGIN:VEVENT\r\n').slice(1)
    .map((event) => [event.match(/^UID:(.*)\r$/m)[1], /^DTEND/m.test(event)]));
  return Object.values(nodeIcal.sync.parseICS(text)).filter((item) => item.type === 'VEVENT').map((event) => ({
    uid: event.uid, summary: event.summary, description: event.description, location: event.location,
    stamp: iso(event.dtstamp), start: stamp(event.start), end: hasEnd.get(event.uid) ? stamp(event.end) : null }));
}

const readings = { 'ical.js': {}, 'node-ical': {} };
for (const path of process.argv.slice(2)) {
  const text = readFileSync(path, 'utf8');
  readings['ical.js'][path] = byIcalJs(text);
  readings['node-ical'][path] = byNodeIcal(text);
}
console.log(JSON.stringify(readings));

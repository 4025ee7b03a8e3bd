// Writes the visitor's own time below each time of the venue, which stays; nothing where both clocks show the same.
(() => {
  const words = (at, form) => new Intl.DateTimeFormat("en-GB", form).format(at);
  let differ = false;
  for (const clock of document.querySelectorAll(".clock")) {
    let own = "", last;
    for (const time of clock.querySelectorAll("time")) {
      const [, day, sign, hours, minutes] = /^(\d{4}-\d\d-\d\d)T.*([+-])(\d\d):(\d\d)$/.exec(time.dateTime) || [];
      if (!day) continue;
      const at = new Date(time.dateTime), away = -at.getTimezoneOffset();
      if (away === Number(sign + 1) * (60 * hours + 1 * minutes)) continue;
      const today = new Date(at.getTime() + away * 6e4).toISOString().slice(0, 10);
      const date = today === (last ?? day) ? {} : { weekday: "short", day: "numeric", month: "short" };
      own += (own && "–") + words(at, { ...date, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
      last = today;
    }
    if (!own) continue;
    const yours = document.createElement("span");
    yours.className = "yours";
    yours.textContent = "yours " + own;
    clock.append(" ", yours);
    differ = true;
  }
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const note = document.createElement("span");
  note.className = "screen";
  note.textContent = "Below them stand yours" + (zone ? ", of " + zone : "") + ".";
  if (differ) document.querySelector(".zone")?.append(" ", note);
})();

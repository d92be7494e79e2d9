// The explorer: a question put together on the page, its table, address and command line.
"use strict";

const MOST_CELLS = 20000;

function addFilter(name, keys, isOut) {
  const filter = at("filter").content.firstElementChild.cloneNode(true);
  const [label, way, values, button] = filter.children;
  const title = sentence(nameOf(name));
  filter.dataset.name = name;
  label.textContent = title;
  for (const each of [filter, way, values]) each.setAttribute("aria-label", title);
  if (isOut) way.value = "not";
  const choices = [...[...star.choices[name]].sort(byRank(name)), 0];
  values.append(...choices.map((value) => new Option(labelOf(name, value), value, false, keys.includes(keyOf(name, value)))));
  button.textContent = say("explorer.remove", { name: title });
  button.onclick = () => {
    filter.remove();
    at("adding").focus();
    showAnswer();
  };
  at("filters").append(filter);
  return values;
}

function questionShown() {
  const fields = Object.fromEntries(new FormData(at("question")));
  const filters = Array.from(at("filters").children, (filter) => {
    const [way, values] = filter.querySelectorAll("select");
    const chosen = Array.from(values.selectedOptions, ({ value }) => Number(value));
    return { name: filter.dataset.name, isOut: way.value === "not", values: chosen };
  });
  const { since, until } = fields;
  if (until && since > until) Object.assign(fields, { since: until, until: since });
  return { ...fields, top: Number(fields.top), filters: filters.filter(({ values }) => values.length) };
}

const keysIn = ({ name, values }) => values.map((value) => keyOf(name, value));

function commandFor({ rows, columns, unit, top, percent, since, until, filters }) {
  const asked = filters.flatMap((each) => [each.isOut ? "--exclude" : "--where", `${each.name}=${keysIn(each)}`]);
  const isHeld = filters.some((each) => each.name === "status" && !each.isOut);
  if (!isHeld) asked.push("--where", "status=any");
  if (unit !== "meetings") asked.push("--count", unit);
  for (const [name, value] of Object.entries({ top, percent, since, until })) if (value) asked.push(`--${name}`, `${value}`);
  return commandOf("crosstab", rows, ...(columns ? [columns] : []), ...asked, "--on", star.day);
}

function addressFor({ filters }) {
  const found = new URLSearchParams(new FormData(at("question")));
  for (const each of filters) found.append(`${each.isOut ? "not" : "is"}.${each.name}`, JSON.stringify(keysIn(each)));
  return found;
}

// Returns the lines of the table: key, label and numbers.
function linesOf(answer) {
  const { rows, columns, unit, percent } = answer.question;
  const side = (name) => (value) => value === OTHER ? ["(other)", say("value.other")] : [keyOf(name, value), labelOf(name, value)];
  const total = say("value.total");
  const hasTotals = columns || percent;
  const line = (head, cells, margin) => [...head, ...cells, ...(hasTotals ? [margin] : [])];
  const cells = percent ? percentsOf(answer) : answer.cells;
  return {
    heads: line([], columns ? answer.columns.map(side(columns)) : [[unit, say(`units.${unit}`)]], ["total", total]),
    lines: answer.rows.map((value, place) => line(side(rows)(value), cells[place], answer.rowTotals[place])),
    totals: line(["(total)", total], answer.columnTotals, answer.total),
  };
}

function csvOf({ heads, lines, totals }, rows) {
  const quoted = (value) => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const head = [rows, "label", ...heads.map(([key]) => key)];
  return [head, ...lines, totals].map((line) => `${line.map(quoted)}\n`).join("");
}

// Says a percentage as Python rounds it: a quarter down, to the even digit.
const percentage = (value) => (value ? `${(value - (value % 1 === 0.25) / 100).toFixed(1)}%`.replace(".", words.rules.decimal) : "0");

function tableOfLines({ heads, lines, totals }, { rows, columns, unit, percent }) {
  const row = (...cells) => element("tr", {}, ...cells);
  const head = (text, style = false) => element("th", { scope: "col", class: style }, text);
  const drawn = ([, label, ...numbers]) => {
    const said = (number, place) => (percent && place < numbers.length - 1 && label !== totals[1] ? percentage : worded)(number);
    const cells = numbers.map((...number) => element("td", { class: "n" }, said(...number)));
    return row(element("th", { scope: "row" }, label), ...cells);
  };
  const names = dimensions([rows, columns].filter(Boolean));
  return element("table", {},
    element("caption", {}, sentence(say("value.by", { units: say(`units.${unit}`), names }))),
    element("thead", {}, row(head(nameOf(rows)), ...heads.map(([, label]) => head(label, "n")))),
    element("tbody", {}, ...[...lines, totals].map(drawn)));
}

function showAnswer() {
  at("top").disabled = star.ordered.includes(at("rows").value);
  const question = questionShown();
  const answer = crosstab(question);
  const lines = linesOf(answer);
  const isLarge = answer.rows.length * answer.columns.length > MOST_CELLS;
  keep(addressFor(question));
  at("table").replaceChildren(isLarge ? say("explorer.too-large") : tableOfLines(lines, question));
  at("notes").replaceChildren(...answer.notes.map((each) => element("p", {}, each)));
  at("command").textContent = commandFor(question);
  at("status").textContent = counted(`counted.${question.unit}`, answer.total);
  URL.revokeObjectURL(at("csv").href);
  at("csv").download = "crosstab.csv";
  at("csv").href = URL.createObjectURL(new Blob([csvOf(lines, question.rows)], { type: "text/csv" }));
}

// Reads the keys of a filter in the address, which may be anything.
function keysFrom(text) {
  try {
    return [JSON.parse(text)].flat();
  } catch {
    return [text];
  }
}

function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  if (![...asked].length) asked.set("is.status", '["held"]');
  const unknown = [];
  for (const id of ["unit", "rows", "columns", "top", "percent", "since", "until"]) {
    at(id).value = asked.get(id) ?? "";
    if (at(id).selectedIndex < 0) at(id).selectedIndex = 0; // of a list
    if (asked.get(id) && at(id).value !== asked.get(id)) unknown.push(asked.get(id));
  }
  at("filters").replaceChildren();
  for (const [parameter, text] of asked) {
    const [way, name] = parameter.split(".");
    const keys = name ? keysFrom(text) : [];
    const chosen = name in star.choices ? addFilter(name, keys, way === "not").selectedOptions.length : 0;
    if (chosen !== keys.length) unknown.push(`${name}=${keys}`);
  }
  at("problem").textContent = unknown.length ? say("explorer.unknown", { asked: unknown.join(", ") }) : "";
  showAnswer();
}

at("explorer").hidden = false;
load("star-data").then((isThere) => {
  if (!isThere) return;
  at("add").onclick = () => addFilter(at("adding").value, [], false).focus();
  at("question").onchange = showAnswer;
  addEventListener("hashchange", readAddress);
  readAddress();
});

// The explorer: a question put together on the page, its table, address and command line.
"use strict";

const MOST_CELLS = 20000;

function addFilter(name, keys, isOut) {
  const label = sentence(nameOf(name));
  const option = (value, text, isSelected) => new Option(text, value, isSelected, isSelected);
  const way = element("select", { "aria-label": label });
  way.append(option("is", say("explorer.is")), option("not", say("explorer.not"), isOut));
  const values = element("select", { "aria-label": label, multiple: "", size: 5 });
  const choices = [...[...star.choices[name]].sort(byRank(name)), 0];
  values.append(...choices.map((value) => option(value, labelOf(name, value), keys.includes(keyOf(name, value)))));
  const remove = () => {
    filter.remove();
    at("adding").focus();
    showAnswer();
  };
  const button = element("button", { type: "button", click: remove }, say("explorer.remove", { name: label }));
  const filter = element("div", { class: "filter", role: "group", "aria-label": label, "data-name": name }, label, way, values, button);
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
  return { ...fields, top: Number(fields.top || 0), filters: filters.filter(({ values }) => values.length) };
}

const keysIn = ({ name, values }) => values.map((value) => keyOf(name, value));

function commandFor({ rows, columns, unit, top, filters }) {
  const asked = filters.flatMap((each) => [each.isOut ? "--exclude" : "--where", `${each.name}=${keysIn(each)}`]);
  const isHeld = filters.some((each) => each.name === "status" && !each.isOut);
  if (!isHeld) asked.push("--where", "status=any");
  if (unit !== "meetings") asked.push("--count", unit);
  if (top) asked.push("--top", `${top}`);
  return commandOf("crosstab", rows, ...(columns ? [columns] : []), ...asked, "--on", star.day);
}

function addressFor({ filters }) {
  const found = new URLSearchParams(new FormData(at("question")));
  for (const each of filters) found.append(`${each.isOut ? "not" : "is"}.${each.name}`, JSON.stringify(keysIn(each)));
  return found;
}

// Returns the lines of the table: key, label and numbers.
function linesOf({ question: { rows, columns, unit }, ...answer }) {
  const side = (name) => (value) => value === OTHER ? ["(other)", say("value.other")] : [keyOf(name, value), labelOf(name, value)];
  const total = say("value.total");
  const line = (head, cells, margin) => [...head, ...cells, ...(columns ? [margin] : [])];
  return {
    heads: columns ? [...answer.columns.map(side(columns)), ["total", total]] : [[unit, say(`units.${unit}`)]],
    lines: answer.rows.map((value, place) => line(side(rows)(value), answer.cells[place], answer.rowTotals[place])),
    totals: line(["(total)", total], answer.columnTotals, answer.total),
  };
}

function csvOf({ heads, lines, totals }, rows) {
  const quoted = (value) => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const head = [rows, "label", ...heads.map(([key]) => key)];
  return [head, ...lines, totals].map((line) => `${line.map(quoted)}\n`).join("");
}

function tableOfLines({ heads, lines, totals }, { rows, columns, unit }) {
  const row = (...cells) => element("tr", {}, ...cells);
  const head = (text) => element("th", { scope: "col" }, text);
  const drawn = ([, label, ...numbers]) =>
    row(element("th", { scope: "row" }, label), ...numbers.map((number) => element("td", { class: "n" }, worded(number))));
  const names = dimensions([rows, columns].filter(Boolean));
  return element("table", {},
    element("caption", {}, sentence(say("value.by", { units: say(`units.${unit}`), names }))),
    element("thead", {}, row(head(nameOf(rows)), ...heads.map(([, label]) => head(label)))),
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
  for (const id of ["unit", "rows", "columns", "top"]) {
    at(id).value = asked.get(id) ?? "";
    if (at(id).selectedIndex < 0) at(id).selectedIndex = 0;
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

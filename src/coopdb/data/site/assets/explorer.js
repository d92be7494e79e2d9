// The explorer: a question put together on the page, its table, its address, and the command that asks the same.
"use strict";

const MOST_CELLS = 20000;
const FIELDS = ["rows", "columns", "unit", "top"];

// The values of a dimension that can be asked for: those that occur, what is broader, and none.
function choicesOf(name) {
  const broader = (star.narrower[listOf(name)] || []).map(([value]) => value);
  const ranks = words.ranks[listOf(name)];
  const rank = (value) => (value ? (ranks?.[value - 1] ?? value) : Infinity);
  const found = unique([...star.tables[tableOf(name)].columns[name], ...broader, 0]);
  return found.filter((value) => !star.unnamed[name].includes(value)).sort((one, other) => rank(one) - rank(other));
}

// Puts a filter on the page: whether it leaves out, and which values.
function addFilter(name, keys, isExcluded) {
  const label = sentence(say(`dimension.${name}`));
  const option = (value, text, isSelected) => new Option(text, value, isSelected, isSelected);
  const way = element("select", { "aria-label": label, change: showAnswer });
  way.append(option("is", say("explorer.is")), option("not", say("explorer.not"), isExcluded));
  const values = element("select", { "aria-label": label, multiple: "", size: 5, change: showAnswer });
  values.append(...choicesOf(name).map((value) => option(value, labelOf(name, value), keys.includes(keyOf(name, value)))));
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

// Reads the question from the page.
function questionShown() {
  const fields = Object.fromEntries(FIELDS.map((name) => [name, at(name).value]));
  const filters = Array.from(at("filters").children, (filter) => {
    const [way, values] = filter.querySelectorAll("select");
    const chosen = Array.from(values.selectedOptions, ({ value }) => Number(value));
    return { name: filter.dataset.name, isExcluded: way.value === "not", values: chosen };
  });
  const top = star.ordered.includes(fields.rows) ? 0 : Number(fields.top);
  return { ...fields, top, filters: filters.filter(({ values }) => values.length) };
}

const keysOfFilter = ({ name, values }) => values.map((value) => keyOf(name, value));

function commandFor({ rows, columns, unit, top, filters }) {
  const asked = filters.flatMap((each) => [each.isExcluded ? "--exclude" : "--where", `${each.name}=${keysOfFilter(each)}`]);
  const isHeld = filters.some((each) => each.name === "status" && !each.isExcluded);
  if (!isHeld) asked.push("--where", "status=any");
  if (unit !== "meetings") asked.push("--count", unit);
  if (top) asked.push("--top", `${top}`);
  return commandOf("crosstab", rows, ...(columns ? [columns] : []), ...asked, "--on", star.day);
}

function addressFor({ filters, ...fields }) {
  const found = new URLSearchParams(FIELDS.filter((name) => fields[name]).map((name) => [name, fields[name]]));
  for (const each of filters) found.append(`${each.isExcluded ? "not" : "is"}.${each.name}`, JSON.stringify(keysOfFilter(each)));
  return found;
}

// Returns the lines of the table, the first the header: of each the key and the label, then numbers.
function linesOf({ question: { rows, columns, unit }, ...answer }) {
  const side = (name) => (value) => value === OTHER ? ["(other)", say("value.other")] : [keyOf(name, value), labelOf(name, value)];
  const total = ["total", say("value.total")];
  const heads = columns ? answer.columns.map(side(columns)) : [[unit, say(`units.${unit}`)]];
  const line = (head, cells, margin) => [...head, ...cells, ...(columns ? [margin] : [])];
  return {
    heads: columns ? [...heads, total] : heads,
    lines: answer.rows.map((value, place) => line(side(rows)(value), answer.cells[place], answer.rowTotals[place])),
    totals: line(["(total)", total[1]], answer.columnTotals, answer.total),
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
    element("thead", {}, row(head(say(`dimension.${rows}`)), ...heads.map(([, label]) => head(label)))),
    element("tbody", {}, ...[...lines, totals].map(drawn)));
}

function showAnswer() {
  const question = questionShown();
  const answer = crosstab(question);
  const lines = linesOf(answer);
  const isLarge = answer.rows.length * answer.columns.length > MOST_CELLS;
  keep(addressFor(question));
  at("top").disabled = star.ordered.includes(question.rows);
  at("table").replaceChildren(isLarge ? say("explorer.too-large") : tableOfLines(lines, question));
  at("notes").replaceChildren(...answer.notes.map((each) => element("p", {}, each)));
  at("command").textContent = commandFor(question);
  at("status").textContent = counted(`counted.${question.unit}`, answer.total);
  URL.revokeObjectURL(at("csv").href);
  at("csv").href = URL.createObjectURL(new Blob([csvOf(lines, question.rows)], { type: "text/csv" }));
}

function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  if (![...asked].length) asked.set("is.status", '["held"]');
  for (const name of FIELDS) {
    at(name).value = asked.get(name) ?? at(name).dataset.first ?? "";
    if (at(name).selectedIndex < 0) at(name).selectedIndex = 0;
  }
  at("filters").replaceChildren();
  for (const [parameter, keys] of asked) {
    const [way, name] = parameter.split(".");
    if (name in star.unnamed) addFilter(name, JSON.parse(keys), way === "not");
  }
  showAnswer();
}

async function beginExplorer() {
  at("explorer").hidden = false;
  if (!(await load("star-data"))) return;
  at("adding").onchange = () => {
    if (at("adding").value) addFilter(at("adding").value, [], false).focus();
    at("adding").value = "";
  };
  for (const name of FIELDS) at(name).onchange = showAnswer;
  addEventListener("hashchange", readAddress);
  readAddress();
}

beginExplorer();

// Counts as `coopdb crosstab` does.
"use strict";

const OTHER = -1;

const sourceOf = (table) => ({ columns: star.tables[table].columns, starts: startsOf(table) });
const tableOf = (dimension) => Object.keys(star.tables).find((table) => dimension in star.tables[table].columns);

const replaced = (values, others = {}) => unique(values.flatMap((value) => others[value] || [value]));

// The values that a filter finds: all persons and the like whose names have the same words.
const foundBy = ({ name, values }) => replaced(values, star.found[name]);

// A filter with all that it takes: narrower values too.
function conditionOf(filter) {
  const table = tableOf(filter.name);
  const isOfRow = !filter.isOut && [...star.rows, "parties"].includes(table);
  return { ...filter, table, isOfRow, wanted: new Set(replaced(foundBy(filter), star.narrower[filter.name])) };
}

const dayOf = (text, other) => (text ? Date.parse(text) / 864e5 : other);

const rowsOf = ({ starts }, element) =>
  Array.from({ length: starts[element + 1] - starts[element] }, (_, place) => starts[element] + place);

// Tells whether there is a row with a wanted value; where 0 is wanted, none with any.
function hasValue(source, element, { name, wanted }) {
  const values = rowsOf(source, element).map((row) => source.columns[name][row]).filter(Boolean);
  return values.length ? values.some((value) => wanted.has(value)) : wanted.has(0);
}

const isWanted = ({ columns }, row, choices) => choices.every(({ name, wanted }) => wanted.has(columns[name][row]));
const namesIn = (parts) => parts.map(({ name }) => name);
const byColumn = (choices) => unique(namesIn(choices)).map((name) => choices.filter((each) => each.name === name));

// Tells whether each combination of choices of several columns has one row with them all.
function hasRows(source, element, choices) {
  const columns = byColumn(choices);
  if (columns.length < 2) return choices.every((each) => hasValue(source, element, each));
  const combined = columns.reduce((some, every) => some.flatMap((one) => every.map((each) => [...one, each])), [[]]);
  return combined.every((each) => rowsOf(source, element).some((row) => isWanted(source, row, each)));
}

// What filters ask of the other columns of a row that is shown.
const narrowing = (choices, shown) =>
  byColumn(choices.filter(({ name }) => ![...shown, shown.includes("topic-area") && "topic"].includes(name))).map((every) => ({
    name: every[0].name,
    wanted: new Set(every.flatMap(({ wanted }) => [...wanted])),
  }));

// Finds where values come from: `homes` are the dimensions that are shown, each with its table.
function planOf(question) {
  const { rows, columns, unit, filters } = question;
  const conditions = filters.map(conditionOf);
  const shown = [rows, columns].filter(Boolean);
  const tables = [unit, ...shown.map(tableOf)];
  const homeOf = (table) => (table === "parties" && tables.includes("people") ? "people" : table);
  const homes = shown.map((name) => ({ name, table: homeOf(tableOf(name)) }));
  const isTied = rows !== columns && homes[0].table === homes[1]?.table && star.rows.includes(homes[0].table);
  const choices = (table) => conditions.filter((each) => each.isOfRow && each.table === table);
  const limits = [dayOf(question.since, -Infinity), dayOf(question.until, Infinity)];
  const tie = isTied ? homes[0].table : "";
  return { unit, own: star.own[unit], conditions, homes, tie, choices, limits };
}

// Returns what tells whether a meeting is selected, but for the unit's own values.
function selecting({ own, conditions, choices, limits: [since, until] }) {
  const whole = conditions.filter((each) => !each.isOfRow || ![...star.rows, ...own].includes(each.table));
  const ofMeeting = whole.map((each) => [sourceOf(each.table), each]);
  const ofRows = star.rows.filter((table) => !own.includes(table)).map((table) => [sourceOf(table), choices(table)]);
  return (meeting) =>
    star.latest[meeting] >= since && star.earliest[meeting] <= until &&
    ofMeeting.every(([source, each]) => hasValue(source, meeting, each) !== each.isOut) &&
    ofRows.every(([source, chosen]) => hasRows(source, meeting, chosen));
}

// Returns what is counted, as [item, meeting, row].
function itemsOf(plan) {
  const { unit, own } = plan;
  const source = sourceOf(unit);
  const isSelected = selecting(plan);
  const chosen = own.filter((table) => table !== "topics").flatMap(plan.choices);
  const ofTopics = own.includes("topics") ? plan.choices("topics") : [];
  const topics = ofTopics.length && sourceOf(`topics_of_${unit}`);
  const found = [];
  for (const meeting of star.meetings.keys()) {
    for (const row of isSelected(meeting) ? rowsOf(source, meeting) : []) {
      const item = unit === "people" ? source.columns.person[row] : row + 1;
      if (item && isWanted(source, row, chosen) && (!topics || hasRows(topics, row, ofTopics))) found.push([item, meeting, row]);
    }
  }
  return found.sort(([one], [other]) => one - other);
}

// Returns what gives the values of an item at homes of one table, as lists of one each.
function valuesOf({ unit, own, choices }, homes) {
  const [{ table }] = homes;
  const names = namesIn(homes);
  const isOwn = own.includes(table) && table !== unit;
  const source = sourceOf(isOwn ? `topics_of_${unit}` : table);
  const ofRow = (row) => names.map((name) => source.columns[name][row]);
  if (table === unit) return (_, row) => [ofRow(row)];
  const asked = star.rows.includes(table) ? narrowing(choices(table), names) : [];
  return (meeting, row) => {
    const rows = rowsOf(source, isOwn ? row : meeting).filter((each) => isWanted(source, each, asked));
    const found = rows.map(ofRow).filter((values) => values.some(Boolean));
    return found.length ? found : [names.map(() => 0)];
  };
}

// Returns what gives the pairs of a row and a column of an item.
function pairsOf(plan) {
  if (plan.tie) return valuesOf(plan, plan.homes);
  const [down, across = () => [[1]]] = plan.homes.map((home) => valuesOf(plan, [home]));
  return (...item) => down(...item).flatMap(([row]) => across(...item).map(([column]) => [row, column]));
}

// Counts distinct items by key; what is of one item comes together.
class Tally {
  counts = new Map();
  #last = new Map();

  add(key, item) {
    if (this.#last.get(key) !== item) this.counts.set(key, this.of(key) + 1);
    this.#last.set(key, item);
  }

  of = (key) => this.counts.get(key) || 0;
}

function tallied(items, pairs, shown) {
  const counts = { rows: new Tally(), columns: new Tally(), cells: new Tally(), total: new Tally() };
  for (const [item, ...place] of items) {
    counts.total.add(0, item);
    for (const [value, column] of pairs(...place)) {
      const row = shown(value);
      counts.rows.add(row, item);
      counts.columns.add(column, item);
      counts.cells.add(`${row} ${column}`, item);
    }
  }
  return counts;
}

const byNumber = (one, other) => one - other;
const byRank = (dimension) => {
  const ranks = words.ranks[dimension];
  return ranks ? (one, other) => ranks[one - 1] - ranks[other - 1] : byNumber;
};

// Puts values in the order of a table; the rest and none come last.
function ordered(dimension, tally, rank = byNumber) {
  const values = [...tally.counts.keys()].filter((value) => value > 0).sort(byNumber);
  if (!star.ordered.includes(dimension)) {
    values.sort((one, other) => tally.of(other) - tally.of(one) || rank(one, other));
  } else if (star.periods.includes(dimension)) {
    for (let place = 1; place < values.length; place++) {
      if (values[place] > values[place - 1] + 1) values.splice(place, 0, values[place - 1] + 1);
    }
  }
  return [...values, ...[OTHER, 0].filter((value) => tally.counts.has(value))];
}

// The cells as percentages of what is asked for.
const percentsOf = ({ question, cells, rowTotals, columnTotals, total }) =>
  cells.map((row, down) => row.map((cell, across) => (100 * cell) / ({ row: rowTotals[down], column: columnTotals[across] }[question.percent] ?? total)));

// Answers a question: {rows, columns, unit, top, percent, since, until, filters: [{name, values, isOut}]}.
function crosstab(question) {
  const plan = planOf(question);
  const [items, pairs] = [itemsOf(plan), pairsOf(plan)];
  let counts = tallied(items, pairs, (row) => row);
  const largest = ordered(question.rows, counts.rows).filter((value) => value > 0);
  if (question.top && question.top < largest.length) {
    const kept = new Set(largest.slice(0, question.top)).add(0);
    counts = tallied(items, pairs, (row) => (kept.has(row) ? row : OTHER));
  }
  const rows = ordered(question.rows, counts.rows, byRank(question.rows));
  const columns = question.columns ? ordered(question.columns, counts.columns, byRank(question.columns)) : [1];
  const answer = {
    question,
    rows,
    columns,
    cells: rows.map((row) => columns.map((column) => counts.cells.of(`${row} ${column}`))),
    rowTotals: rows.map(counts.rows.of),
    columnTotals: columns.map(counts.columns.of),
    total: counts.total.of(0),
  };
  return { ...answer, notes: [...notesOn(plan, answer)] };
}

const note = (key, values) => sentence(say(`note.${key}`, values));
const dimensions = (names) => listed(unique(names).map(nameOf));

// Says the limits in time by the words of some kind.
const limitWords = (kind, question) =>
  ["since", "until"].filter((side) => question[side]).map((side) => say(`${kind}.${side}-day`, { day: dated(question[side]) }));

function filterWords({ filters, ...question }) {
  const said = ({ name }, values) =>
    say(`filter.${name}`, { value: values.map((value) => labelOf(name, value)).join(say("filter.or")) });
  const [leftOut, taken] = [true, false].map((way) => filters.filter(({ isOut }) => isOut === way));
  const not = (each) => say("filter.not", { filter: listed(foundBy(each).map((value) => said(each, [value]))) });
  const words = byColumn(taken).flat().map((each) => said(each, foundBy(each)));
  return [...words, ...leftOut.map(not), ...limitWords("filter", question), say("filter.no-drafts")];
}

// Says what was counted, and why numbers need not add up.
function* notesOn(plan, answer) {
  const { unit, own, homes, tie, conditions } = plan;
  const sides = homes.map(({ name }, place) => {
    const values = [answer.rows, answer.columns][place];
    const number = worded(values.filter((value) => value > 0).length);
    return say(values.includes(OTHER) ? "value.size-and-others" : "value.size", { name: nameOf(name), number });
  });
  const { question } = answer;
  const units = say(`units.${unit}`);
  yield [counted(`counted.${unit}`, answer.total), sides.join(" × "), ...filterWords(question)].join(" · ");
  if (question.percent) yield note(`percent-${question.percent}`, { units });
  const names = unique(namesIn(homes));
  yield* names.filter((name) => `note.${name}` in words.say).map((name) => note(name));
  for (const table of star.rows) yield* notesOnRows(plan, table);
  const [ofUnit, others] = [true, false].map((is) => namesIn(homes.filter(({ table }) => own.includes(table) === is)));
  const isOfMeeting = homes.some(({ table }) => table === "meetings");
  if (homes[1] && !tie && !isOfMeeting && (unit === "meetings" || !others.length)) yield note("one-item", { units, names: dimensions(names) });
  if (unit !== "meetings") {
    const key = ofUnit.length && others.length ? "both" : ofUnit.length ? "own" : "others";
    yield note(`under-${key}`, { units, own: ofUnit.length && dimensions(ofUnit), others: others.length && dimensions(others) });
    if (own.includes("topics") && homes.some(({ table }) => table === "topics")) yield note("own-topics", { units });
    const chosen = namesIn(conditions.filter((each) => each.isOfRow && own.includes(each.table)));
    if (chosen.length) yield note("own-filters", { units, names: dimensions(chosen) });
  }
  const ofDay = star.of_day.filter((name) => [...names, ...namesIn(question.filters)].includes(name));
  if (ofDay.length) yield note("as-of", { day: dated(star.day), names: dimensions(ofDay) });
  const [since, until] = plan.limits;
  const isBeyond = (meeting) => star.earliest[meeting] < since || star.latest[meeting] > until;
  const beyond = [...star.meetings.keys()].filter(selecting(plan)).filter(isBeyond).length;
  if (beyond) yield counted("note.beyond", beyond, { where: limitWords("note", question).join(say("filter.or")) });
  const sums = [answer.rowTotals, answer.columnTotals].map((margins) => margins.reduce((sum, each) => sum + each, 0));
  if (sums.some((sum) => sum !== answer.total)) yield note("overlap", { units });
  if (star.is_public) yield note("not-public");
}

function* notesOnRows({ unit, homes, tie, choices }, table) {
  const shown = namesIn(homes.filter((home) => home.table === table));
  const asked = choices(table);
  const filters = table === unit ? [] : namesIn(narrowing(asked, shown));
  if (shown.length && filters.length) yield note("one-row-and-filters", { names: dimensions(shown), filters: dimensions(filters) });
  else if (shown.length && tie === table) yield note("one-row", { names: dimensions(shown) });
  const names = unique(namesIn(asked));
  if (names.length > 1) yield note("one-row-filters", { names: dimensions(names) });
}

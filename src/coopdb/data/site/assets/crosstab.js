// Counts as `coopdb crosstab` does: distinct units by one dimension or two, each margin by itself.
"use strict";

// The tables whose rows tie their values to each other.
const ROWS = ["topics", "documents", "commitments", "sources", "people"];
// The tables whose values are the unit's own, by what is counted.
const OWN = {
  meetings: [],
  documents: ["documents", "topics"],
  commitments: ["commitments", "topics"],
  sources: ["sources"],
  people: ["people", "parties"],
};
const OTHER = -1;

const relationOf = (table) => ({ columns: star.tables[table].columns, starts: startsOf(table) });
const tableOf = (dimension) => Object.keys(star.tables).find((table) => dimension in star.tables[table].columns);
const unique = (values) => [...new Set(values)];

// A filter with all values that it takes: what is narrower too.
function conditionOf(filter) {
  const narrower = (star.narrower[listOf(filter.name)] || []).filter(([broader]) => filter.values.includes(broader));
  const table = tableOf(filter.name);
  const isOfRow = !filter.isExcluded && [...ROWS, "parties"].includes(table);
  return { ...filter, table, isOfRow, wanted: new Set([...filter.values, ...narrower.flat()]) };
}

const rowsOf = ({ starts }, element) =>
  Array.from({ length: starts[element + 1] - starts[element] }, (_, place) => starts[element] + place);

// Tells whether an element has a row with a wanted value; or, where 0 is wanted, none with any.
function hasValue(relation, element, { name, wanted }) {
  let isEmpty = true;
  for (const row of rowsOf(relation, element)) {
    const value = relation.columns[name][row];
    if (value && wanted.has(value)) return true;
    if (value) isEmpty = false;
  }
  return isEmpty && wanted.has(0);
}

const isWanted = ({ columns }, row, choices) => choices.every(({ name, wanted }) => wanted.has(columns[name][row]));
const byColumn = (choices) => unique(choices.map(({ name }) => name)).map((name) => choices.filter((each) => each.name === name));

// Tells whether an element has, for each combination of choices of several columns, one row with them all.
function hasRows(relation, element, choices) {
  const columns = byColumn(choices);
  if (columns.length < 2) return choices.every((each) => hasValue(relation, element, each));
  const combined = columns.reduce((some, every) => some.flatMap((one) => every.map((each) => [...one, each])), [[]]);
  return combined.every((each) => rowsOf(relation, element).some((row) => isWanted(relation, row, each)));
}

// What filters ask of the other columns of a row that is shown: of each column, any of the values.
const narrowing = (choices, shown) =>
  byColumn(choices.filter(({ name }) => ![...shown, shown.includes("topic-area") && "topic"].includes(name))).map((every) => ({
    name: every[0].name,
    wanted: new Set(every.flatMap(({ wanted }) => [...wanted])),
  }));

// Finds where the values of a question come from: `homes` are the dimensions that are shown, each with a table.
function planOf({ rows, columns, unit, filters }) {
  const conditions = filters.map(conditionOf);
  const shown = [rows, columns].filter(Boolean);
  const tables = [unit, ...shown.map(tableOf)];
  const isOfPeople = (place) => tables[place] === "parties" && tables.some((table, other) => other !== place && table === "people");
  const homes = shown.map((name, place) => ({ name, table: isOfPeople(place + 1) ? "people" : tables[place + 1] }));
  const isTied = rows !== columns && homes[0].table === homes[1]?.table && ROWS.includes(homes[0].table);
  const choices = (table) => conditions.filter((each) => each.isOfRow && each.table === table);
  return { unit, own: OWN[unit], conditions, homes, tie: isTied ? homes[0].table : "", choices };
}

// Returns what tells whether a meeting is selected, whatever is asked of the unit's own values.
function selecting({ own, conditions, choices }) {
  const whole = conditions.filter((each) => !each.isOfRow || ![...ROWS, ...own].includes(each.table));
  const ofMeeting = whole.map((each) => [relationOf(each.table), each]);
  const ofRows = ROWS.filter((table) => !own.includes(table)).map((table) => [relationOf(table), choices(table)]);
  return (meeting) =>
    ofMeeting.every(([relation, each]) => hasValue(relation, meeting, each) !== each.isExcluded) &&
    ofRows.every(([relation, chosen]) => hasRows(relation, meeting, chosen));
}

// Returns what is counted, as [item, meeting, row]; what is one item stands together.
function itemsOf(plan) {
  const { unit, own } = plan;
  const relation = relationOf(unit);
  const isSelected = selecting(plan);
  const chosen = own.filter((table) => table !== "topics").flatMap(plan.choices);
  const ofTopics = own.includes("topics") ? plan.choices("topics") : [];
  const topics = ofTopics.length && relationOf(`topics_of_${unit}`);
  const found = [];
  for (const meeting of star.earliest.keys()) {
    for (const row of isSelected(meeting) ? rowsOf(relation, meeting) : []) {
      const item = unit === "people" ? relation.columns.person[row] : row + 1;
      if (item && isWanted(relation, row, chosen) && (!topics || hasRows(topics, row, ofTopics))) found.push([item, meeting, row]);
    }
  }
  return found.sort(([one], [other]) => one - other);
}

// Returns what gives the values that an item has at homes of one table, as lists of a value for each home.
function valuesOf({ unit, own, choices }, homes) {
  const [{ table }] = homes;
  const names = homes.map(({ name }) => name);
  const isOwn = own.includes(table) && table !== unit;
  const relation = relationOf(isOwn ? `topics_of_${unit}` : table);
  const ofRow = (row) => names.map((name) => relation.columns[name][row]);
  if (table === unit) return (_, row) => [ofRow(row)];
  const asked = ROWS.includes(table) ? narrowing(choices(table), names) : [];
  return (meeting, row) => {
    const rows = rowsOf(relation, isOwn ? row : meeting).filter((each) => isWanted(relation, each, asked));
    const found = rows.map(ofRow).filter((values) => values.some(Boolean));
    return found.length ? found : [names.map(() => 0)];
  };
}

// Returns what gives the pairs of a row and a column that an item stands in.
function pairsOf(plan) {
  if (plan.tie) return valuesOf(plan, plan.homes);
  const [down, across = () => [[1]]] = plan.homes.map((home) => valuesOf(plan, [home]));
  return (...item) => down(...item).flatMap(([row]) => across(...item).map(([column]) => [row, column]));
}

// Counts distinct items by key; those of one item come one after the other.
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

// Puts values in the order of a table; the rest and none come last.
function ordered(dimension, tally, ranks) {
  const values = [...tally.counts.keys()].filter((value) => value > 0).sort((one, other) => one - other);
  const rank = (value) => ranks?.[value - 1] ?? value;
  if (!star.ordered.includes(dimension)) {
    values.sort((one, other) => tally.of(other) - tally.of(one) || rank(one) - rank(other));
  } else if (star.periods.includes(dimension)) {
    for (let place = 1; place < values.length; place++) {
      if (values[place] > values[place - 1] + 1) values.splice(place, 0, values[place - 1] + 1);
    }
  }
  return [...values, ...[OTHER, 0].filter((value) => tally.counts.has(value))];
}

// Answers a question: {rows, columns, unit, top, filters: [{name, values, isExcluded}]}.
function crosstab(question) {
  const plan = planOf(question);
  const [items, pairs] = [itemsOf(plan), pairsOf(plan)];
  let counts = tallied(items, pairs, (row) => row);
  const largest = ordered(question.rows, counts.rows).filter((value) => value > 0);
  if (question.top && question.top < largest.length) {
    const kept = new Set(largest.slice(0, question.top)).add(0);
    counts = tallied(items, pairs, (row) => (kept.has(row) ? row : OTHER));
  }
  const along = (name, tally) => ordered(name, tally, words.ranks[listOf(name)]);
  const rows = along(question.rows, counts.rows);
  const columns = question.columns ? along(question.columns, counts.columns) : [1];
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
const dimensions = (names) => listed(unique(names).map((name) => say(`dimension.${name}`)));

// Says what is filtered by; what every question leaves out is said last.
function filterWords(filters) {
  const said = ({ name }, values) =>
    say(`filter.${name}`, { value: values.map((value) => labelOf(name, value)).join(say("filter.or")) });
  const [leftOut, taken] = [true, false].map((way) => filters.filter(({ isExcluded }) => isExcluded === way));
  const not = (each) => say("filter.not", { filter: listed(each.values.map((value) => said(each, [value]))) });
  return [...byColumn(taken).flat().map((each) => said(each, each.values)), ...leftOut.map(not), say("filter.no-drafts")];
}

// Says what was counted: of one row, of one meeting or of the unit, and why the numbers need not add up.
function* notesOn(plan, answer) {
  const { unit, own, homes, tie, conditions } = plan;
  const sides = homes.map(({ name }, place) => {
    const values = [answer.rows, answer.columns][place];
    const number = worded(values.filter((value) => value > 0).length);
    return say(values.includes(OTHER) ? "value.size-and-others" : "value.size", { name: say(`dimension.${name}`), number });
  });
  const { filters } = answer.question;
  yield [counted(`counted.${unit}`, answer.total), sides.join(" × "), ...filterWords(filters)].join(" · ");
  const names = unique(homes.map(({ name }) => name));
  yield* names.filter((name) => `note.${name}` in words.say).map((name) => note(name));
  for (const table of ROWS) yield* notesOnRows(plan, table);
  const [ofUnit, others] = [true, false].map((is) => homes.filter(({ table }) => own.includes(table) === is).map(({ name }) => name));
  const units = say(`units.${unit}`);
  const isOfMeeting = homes.some(({ table }) => table === "meetings");
  if (homes[1] && !tie && !isOfMeeting && (unit === "meetings" || !others.length)) yield note("one-item", { units, names: dimensions(names) });
  if (unit !== "meetings") {
    const key = ofUnit.length && others.length ? "both" : ofUnit.length ? "own" : "others";
    yield note(`under-${key}`, { units, own: ofUnit.length && dimensions(ofUnit), others: others.length && dimensions(others) });
    if (own.includes("topics") && homes.some(({ table }) => table === "topics")) yield note("own-topics", { units });
    const chosen = conditions.filter((each) => each.isOfRow && own.includes(each.table)).map(({ name }) => name);
    if (chosen.length) yield note("own-filters", { units, names: dimensions(chosen) });
  }
  const ofDay = star.of_day.filter((name) => [...names, ...filters.map((each) => each.name)].includes(name));
  if (ofDay.length) yield note("as-of", { day: dated(star.day), names: dimensions(ofDay) });
  const sums = [answer.rowTotals, answer.columnTotals].map((margins) => margins.reduce((sum, each) => sum + each, 0));
  if (sums.some((sum) => sum !== answer.total)) yield note("overlap", { units });
}

function* notesOnRows({ unit, homes, tie, choices }, table) {
  const shown = homes.filter((home) => home.table === table).map(({ name }) => name);
  const asked = choices(table);
  const filters = table === unit ? [] : narrowing(asked, shown).map(({ name }) => name);
  if (shown.length && filters.length) yield note("one-row-and-filters", { names: dimensions(shown), filters: dimensions(filters) });
  else if (shown.length && tie === table) yield note("one-row", { names: dimensions(shown) });
  const names = unique(asked.map(({ name }) => name));
  if (names.length > 1) yield note("one-row-filters", { names: dimensions(names) });
}

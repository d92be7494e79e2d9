// Counts as `coopdb crosstab` does: distinct units by one dimension or two, each margin by itself.
"use strict";

(() => {
  const coopdb = window.coopdb;
  // The tables whose rows tie their values to each other.
  const ROWS = ["topics", "documents", "commitments", "sources", "people"];
  // What is counted: `own` are the tables whose values are the unit's own, `topics` has the topics of each.
  const UNITS = {
    meetings: { table: "meetings", own: [] },
    documents: { table: "documents", own: ["documents", "topics"], topics: "topics_of_documents" },
    commitments: { table: "commitments", own: ["commitments", "topics"], topics: "topics_of_commitments" },
    sources: { table: "sources", own: ["sources"] },
    people: { table: "people", own: ["people", "parties"], item: "person" },
  };
  const PERIODS = ["decade", "year", "half", "quarter", "month"];
  const OF_DAY = ["document-state", "commitment-status"];
  const OTHER = -1;

  // A relation: a table with the columns of its rows, and where the rows of each element start.
  const relation = (name) => ({ columns: coopdb.star.tables[name].columns, starts: coopdb.starts(name) });
  const tableOf = (dimension) =>
    Object.keys(coopdb.star.tables).find((name) => dimension in coopdb.star.tables[name].columns);

  const homeOf = (dimension, other, unit) => {
    const table = tableOf(dimension);
    const beside = [unit.table, other && tableOf(other)];
    return { dimension, table: table === "parties" && beside.includes("people") ? "people" : table };
  };

  // A filter as it is asked, with all the numbers that it takes: those of what is narrower too, 0 for none.
  const conditionOf = (filter) => {
    const narrower = new Map(
      (coopdb.star.narrower[coopdb.star.alike[filter.name] || filter.name] || []).map(([key, ...below]) => [key, below]),
    );
    const numbers = new Set(filter.values.flatMap((value) => [value, ...(narrower.get(value) || [])]));
    const table = tableOf(filter.name);
    const isOfRow = !filter.isExcluded && [...ROWS, "parties"].includes(table);
    return { ...filter, numbers, table, isOfRow };
  };

  const someRow = ({ columns, starts }, element, { name, numbers }) => {
    const column = columns[name];
    let isEmpty = true;
    for (let row = starts[element]; row < starts[element + 1]; row++) {
      if (column[row]) {
        isEmpty = false;
        if (numbers.has(column[row])) return true;
      }
    }
    return isEmpty && numbers.has(0);
  };

  const byColumn = (choices) => {
    const found = new Map();
    for (const each of choices) found.set(each.name, [...(found.get(each.name) || []), each]);
    return [...found.values()];
  };

  // Tells whether an element has rows for all choices: one row for each combination of choices of several columns.
  const has = (table, element, choices) => {
    const columns = byColumn(choices);
    if (columns.length < 2) return choices.every((each) => someRow(table, element, each));
    const combinations = columns.reduce((some, every) => some.flatMap((one) => every.map((each) => [...one, each])), [[]]);
    return combinations.every((each) => {
      for (let row = table.starts[element]; row < table.starts[element + 1]; row++) {
        if (each.every(({ name, numbers }) => numbers.has(table.columns[name][row]))) return true;
      }
      return false;
    });
  };

  // What filters ask of the other columns of a row that is shown: the values of each column, together.
  const narrowing = (choices, shown) =>
    byColumn(choices.filter(({ name }) => !shown.includes(name) && !(name === "topic" && shown.includes("topic-area")))).map(
      (every) => ({ name: every[0].name, numbers: new Set(every.flatMap((each) => [...each.numbers])) }),
    );

  class Counting {
    constructor(question) {
      this.question = question;
      this.unit = UNITS[question.unit];
      this.conditions = question.filters.map(conditionOf);
      const { rows, columns } = question;
      this.homes = [homeOf(rows, columns, this.unit)];
      if (columns) this.homes.push(homeOf(columns, rows, this.unit));
      const [down, across] = this.homes;
      const isOne = across && down.table === across.table && rows !== columns && ROWS.includes(down.table);
      this.tie = isOne ? down.table : "";
    }

    choices(table) {
      return this.conditions.filter((each) => each.isOfRow && each.table === table);
    }

    // Returns what tells whether a meeting is selected, without what is asked of the rows of some tables.
    selecting(without) {
      const whole = this.conditions.filter((each) => !each.isOfRow || ![...ROWS, ...without].includes(each.table));
      const asked = whole.map((each) => [relation(each.table), each]);
      const ofRows = ROWS.filter((table) => !without.includes(table)).map((table) => [relation(table), this.choices(table)]);
      const { since, until } = this.question;
      const { earliest, latest } = coopdb.star;
      return (meeting) =>
        (!since || latest[meeting] >= since.first) &&
        (!until || earliest[meeting] <= until.last) &&
        asked.every(([table, each]) => someRow(table, meeting, each) !== each.isExcluded) &&
        ofRows.every(([table, choices]) => has(table, meeting, choices));
    }

    // Returns what is counted, as [meeting, row, item]; what is one item stands together.
    items() {
      const { unit } = this;
      const isSelected = this.selecting(unit.own);
      const table = relation(unit.table);
      const own = unit.own.filter((each) => each !== "topics").flatMap((each) => this.choices(each));
      const topics = unit.topics && this.choices("topics").length ? relation(unit.topics) : null;
      const names = unit.item && table.columns[unit.item];
      const found = [];
      for (let meeting = 0; meeting < coopdb.size(); meeting++) {
        if (!isSelected(meeting)) continue;
        for (let row = table.starts[meeting]; row < table.starts[meeting + 1]; row++) {
          const isWanted =
            (!names || names[row]) &&
            own.every(({ name, numbers }) => numbers.has(table.columns[name][row])) &&
            (!topics || has(topics, row, this.choices("topics")));
          if (isWanted) found.push([meeting, row, names ? names[row] : row]);
        }
      }
      return names ? found.sort((one, other) => one[2] - other[2]) : found;
    }

    // Returns what gives the values that an item has at some homes in one table, as lists of one value a home.
    values(homes) {
      const [{ table }] = homes;
      const { unit } = this;
      const shown = homes.map((each) => each.dimension);
      if (table === unit.table) {
        const columns = shown.map((name) => relation(table).columns[name]);
        return (_, row) => [columns.map((column) => column[row])];
      }
      const isOwn = unit.own.includes(table);
      const source = relation(isOwn ? unit.topics : table);
      const columns = shown.map((name) => source.columns[name]);
      const wanted = ROWS.includes(table) ? narrowing(this.choices(table), shown) : [];
      const none = [shown.map(() => 0)];
      return (meeting, row) => {
        const element = isOwn ? row : meeting;
        const found = [];
        for (let place = source.starts[element]; place < source.starts[element + 1]; place++) {
          const isWanted =
            columns.some((column) => column[place]) &&
            wanted.every(({ name, numbers }) => numbers.has(source.columns[name][place]));
          if (isWanted) found.push(columns.map((column) => column[place]));
        }
        return found.length ? found : none;
      };
    }

    // Returns what gives the pairs of a row and a column that an item stands in.
    pairs() {
      if (this.tie) return this.values(this.homes);
      const [down, across] = this.homes.map((home) => this.values([home]));
      if (!across) return (meeting, row) => down(meeting, row).map(([one]) => [one, 1]);
      return (meeting, row) => {
        const others = across(meeting, row);
        return down(meeting, row).flatMap(([one]) => others.map(([other]) => [one, other]));
      };
    }
  }

  // Counts distinct items by number, where all of one item come one after the other.
  class Tally {
    counts = new Map();
    last = new Map();

    add(key, item) {
      if (this.last.get(key) === item) return;
      this.last.set(key, item);
      this.counts.set(key, (this.counts.get(key) || 0) + 1);
    }
  }

  const tallied = (items, pairs, rowOf) => {
    const [rows, columns, cells, total] = [new Tally(), new Tally(), new Map(), new Tally()];
    for (const [meeting, place, item] of items) {
      total.add(0, item);
      for (const [row, column] of pairs(meeting, place)) {
        const shown = rowOf(row);
        rows.add(shown, item);
        columns.add(column, item);
        if (!cells.has(shown)) cells.set(shown, new Tally());
        cells.get(shown).add(column, item);
      }
    }
    return { rows: rows.counts, columns: columns.counts, cells, total: total.counts.get(0) || 0 };
  };

  // Puts the numbers of values in the order of a table; the rest and none come last.
  const ordered = (dimension, margins, ranks) => {
    let numbers = [...margins.keys()].filter((number) => number > 0);
    if (PERIODS.includes(dimension) && numbers.length) {
      const first = numbers.reduce((one, other) => Math.min(one, other));
      const last = numbers.reduce((one, other) => Math.max(one, other));
      numbers = Array.from({ length: last - first + 1 }, (_, place) => first + place);
    } else if (coopdb.star.ordered.includes(dimension)) {
      numbers.sort((one, other) => one - other);
    } else {
      const rank = (number) => (ranks ? ranks[number - 1] : number);
      numbers.sort((one, other) => margins.get(other) - margins.get(one) || rank(one) - rank(other));
    }
    return [...numbers, ...[OTHER, 0].filter((number) => margins.has(number))];
  };

  coopdb.isOrdered = (dimension) => coopdb.star.ordered.includes(dimension);

  // Answers a question: {rows, columns, unit, filters: [{name, values, isExcluded}], since, until, top}.
  coopdb.crosstab = (question) => {
    const counting = new Counting(question);
    const [items, pairs] = [counting.items(), counting.pairs()];
    const ranksOf = (name) => coopdb.words.ranks[coopdb.star.alike[name] || name];
    let counts = tallied(items, pairs, (row) => row);
    const largest = ordered(question.rows, counts.rows, null).filter((number) => number > 0);
    if (question.top && question.top < largest.length && !coopdb.isOrdered(question.rows)) {
      const kept = new Set(largest.slice(0, question.top));
      counts = tallied(items, pairs, (row) => (row > 0 && !kept.has(row) ? OTHER : row));
    }
    const rows = ordered(question.rows, counts.rows, ranksOf(question.rows));
    const columns = question.columns ? ordered(question.columns, counts.columns, ranksOf(question.columns)) : [1];
    const cell = (row, column) => counts.cells.get(row)?.counts.get(column) || 0;
    const answer = {
      question,
      rows,
      columns,
      cells: rows.map((row) => columns.map((column) => cell(row, column))),
      rowTotals: rows.map((row) => counts.rows.get(row) || 0),
      columnTotals: columns.map((column) => counts.columns.get(column) || 0),
      total: counts.total,
    };
    return { ...answer, notes: [...notes(counting, answer)] };
  };

  const listed = (names) => coopdb.listed([...new Set(names)].map(coopdb.dimension));
  const note = (key, values) => coopdb.sentence(coopdb.say("note." + key, values));

  const size = (dimension, numbers) =>
    coopdb.say(numbers.includes(OTHER) ? "value.size-and-others" : "value.size", {
      name: coopdb.dimension(dimension),
      number: coopdb.number(numbers.filter((number) => number > 0).length),
    });

  const said = ({ name, values }) =>
    coopdb.say("filter." + name, {
      value: values.map((value) => coopdb.label(name, value)).join(coopdb.say("filter.or")),
    });

  // Says what is filtered by; what every question leaves out is said too.
  function* filterWords({ filters, since, until }) {
    const names = [...new Set(filters.filter((each) => !each.isExcluded).map((each) => each.name))];
    for (const name of names) yield* filters.filter((each) => !each.isExcluded && each.name === name).map(said);
    for (const { name, values } of filters.filter((each) => each.isExcluded)) {
      yield coopdb.say("filter.not", { filter: coopdb.listed(values.map((value) => said({ name, values: [value] }))) });
    }
    if (since) yield coopdb.say("filter.since", { day: coopdb.date(since.text) });
    if (until) yield coopdb.say("filter.until", { day: coopdb.date(until.text) });
    yield coopdb.say("filter.no-drafts");
  }

  // Says what was counted, and why the numbers need not add up.
  function* notes(counting, answer) {
    const { question, rows, columns, total } = answer;
    const sides = [size(question.rows, rows), ...(question.columns ? [size(question.columns, columns)] : [])];
    yield [coopdb.counted("counted." + question.unit, total), sides.join(" × "), ...filterWords(question)].join(" · ");
    const units = coopdb.say("units." + question.unit);
    if (question.percent) yield note("percent-" + question.percent, { units });
    const shown = [...new Set([question.rows, question.columns])].filter(Boolean);
    yield* shown.filter((name) => "note." + name in coopdb.words.say).map((name) => note(name));
    yield* ofHomes(counting, units);
    const asked = [...shown, ...question.filters.map((each) => each.name)].filter((name) => OF_DAY.includes(name));
    if (asked.length) yield note("as-of", { day: coopdb.date(coopdb.star.day), names: listed(asked.sort()) });
    yield* beyond(counting);
    const overlaps = [answer.rowTotals, answer.columnTotals].some(
      (margins) => margins.reduce((sum, number) => sum + number, 0) !== total,
    );
    if (overlaps) yield note("overlap", { units });
  }

  // Says which values and filters hold of one row, of one meeting or of the unit.
  function* ofHomes(counting, units) {
    const { homes, unit, question } = counting;
    for (const table of ROWS) {
      yield* ofRows(counting, table, homes.filter((home) => home.table === table).map((home) => home.dimension));
    }
    const tables = homes.map((home) => home.table);
    const isOfUnit = question.unit === "meetings" || tables.every((table) => unit.own.includes(table));
    if (tables.length > 1 && !counting.tie && !tables.includes("meetings") && isOfUnit) {
      yield note("one-item", { units, names: listed([question.rows, question.columns]) });
    }
    if (question.unit === "meetings") return;
    const own = homes.filter((home) => unit.own.includes(home.table)).map((home) => home.dimension);
    const others = homes.filter((home) => !unit.own.includes(home.table)).map((home) => home.dimension);
    const key = own.length && others.length ? "under-both" : own.length ? "under-own" : "under-others";
    yield note(key, { units, own: own.length && listed(own), others: others.length && listed(others) });
    if (unit.topics && tables.includes("topics")) yield note("own-topics", { units });
    const chosen = counting.conditions.filter((each) => each.isOfRow && unit.own.includes(each.table));
    if (chosen.length) yield note("own-filters", { units, names: listed(chosen.map((each) => each.name)) });
  }

  function* ofRows(counting, table, shown) {
    const asked = counting.choices(table);
    const isUnits = table === counting.unit.table;
    const filters = isUnits ? [] : asked.filter((each) => narrowing([each], shown).length).map((each) => each.name);
    if (shown.length && filters.length) {
      yield note("one-row-and-filters", { names: listed(shown), filters: listed(filters) });
    } else if (shown.length && counting.tie === table) {
      yield note("one-row", { names: listed(shown) });
    }
    const names = asked.map((each) => each.name);
    if (new Set(names).size > 1) yield note("one-row-filters", { names: listed(names) });
  }

  // Says how many of the meetings are, or may be, on the other side of a limit too.
  function* beyond(counting) {
    const { since, until } = counting.question;
    if (!since && !until) return;
    const isSelected = counting.selecting(counting.unit.own);
    const { earliest, latest } = coopdb.star;
    let number = 0;
    for (let meeting = 0; meeting < coopdb.size(); meeting++) {
      const isBeyond = (since && earliest[meeting] < since.first) || (until && latest[meeting] > until.last);
      if (isBeyond && isSelected(meeting)) number++;
    }
    if (!number) return;
    const where = [
      ...(since ? [coopdb.say("note.since", { day: coopdb.date(since.text) })] : []),
      ...(until ? [coopdb.say("note.until", { day: coopdb.date(until.text) })] : []),
    ].join(coopdb.say("filter.or"));
    yield coopdb.sentence(coopdb.counted("note.beyond", number, { where }));
  }
})();

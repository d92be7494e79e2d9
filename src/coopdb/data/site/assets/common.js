// What search and explorer share. Data are scripts that define `star`, `words`, `index` and `folding`.
"use strict";

const loads = new Map();
const at = (id) => document.getElementById(id);
const startsByTable = new Map();
const unique = (values) => [...new Set(values)];

// Loads data as scripts, for a page that is opened from a folder may not fetch; tells whether all are there.
async function load(...names) {
  for (const name of [`${document.documentElement.lang}-data`, ...names].filter((each) => !loads.has(each))) {
    const loading = (resolve) =>
      document.head.append(
        element("script", { src: `../data/${name}.js`, load: () => resolve(true), error: () => resolve(false) }),
      );
    loads.set(name, new Promise(loading));
  }
  return (await Promise.all(loads.values())).every(Boolean);
}

// Makes an element; functions are for events. What comes from data is put in as text, never as HTML.
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== false) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const say = (key, values) => filled(words.say[key], values);
const nameOf = (dimension) => say(`dimension.${dimension}`);
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const worded = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, words.rules.group);

function counted(key, number, values) {
  const place = number < 200 ? number : 100 + (number % 100);
  const [, form] = words.rules.plurals.findLast(([start]) => start <= place);
  return filled(words.say[key][form], { number: worded(number), ...values });
}

function listed(texts) {
  const name = (place) => (place < texts.length - 1 ? (place === 1 ? "start" : "middle") : place === 1 ? "2" : "end");
  return texts.reduce((one, other, place) => words.rules.list[name(place)].replace(/\{(\d)\}/g, (_, n) => [one, other][n]));
}

// Says a date of a record, such as `2026-02~`.
function dated(text) {
  const [year, month, day] = text.replace("~", "").split("-").map(Number);
  const values = { year, month: words.rules.months[month - 1], day: day === 1 ? say("date.first") : day };
  const date = month ? filled(words.rules[day ? "day" : "month"], values) : text.slice(0, 4);
  return text.endsWith("~") ? say("date.about", { date }) : date;
}

// A value is the place of a key, from 1, in the list of its dimension; 0 is none.
const keyOf = (dimension, value) => (value ? star.keys[dimension][value - 1] : "(none)");
const labelOf = (dimension, value) =>
  value ? (words.labels[dimension] || star.keys[dimension])[value - 1] : say("value.none");

// Returns where the rows of each meeting start in a table.
function startsOf(table) {
  if (!startsByTable.has(table)) {
    let sum = 0;
    startsByTable.set(table, [0, ...star.tables[table].counts.map((number) => (sum += number))]);
  }
  return startsByTable.get(table);
}

// Words a command line, quoted for a shell.
const commandOf = (...parts) =>
  ["coopdb", ...parts, ...(star.is_public ? ["--public"] : [])].map((each) => (/^[\w%+=:,./@-]+$/.test(each) ? each : `'${each.replaceAll("'", "'\\''")}'`)).join(" ");

const keep = (parameters) => history.replaceState(null, "", `#${parameters}`);

// What the search and the explorer share: loading data, elements of the page, and saying things in its language.
"use strict";
window.coopdb = window.coopdb || {};

(() => {
  const coopdb = window.coopdb;
  const loads = new Map();

  // Loads scripts of data, each once; a page that is opened from a folder may not fetch anything.
  coopdb.load = (addresses) =>
    Promise.all(
      addresses.map((address) => {
        if (!loads.has(address)) {
          loads.set(
            address,
            new Promise((resolve, reject) => {
              const script = document.createElement("script");
              script.src = address;
              script.onload = resolve;
              script.onerror = () => reject(new Error(address));
              document.head.append(script);
            }),
          );
        }
        return loads.get(address);
      }),
    );

  // Makes an element. What comes from data is put in as text, never as HTML.
  coopdb.element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (typeof value === "function") {
        made.addEventListener(key, value);
      } else if (value !== false && value !== undefined) {
        made.setAttribute(key, value === true ? "" : value);
      }
    }
    made.append(...children);
    return made;
  };

  const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  coopdb.say = (key, values) => filled(coopdb.words.say[key], values || {});
  coopdb.number = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, coopdb.words.rules.group);
  coopdb.counted = (key, number, values) => {
    const place = number < 200 ? number : 100 + (number % 100);
    const form = coopdb.words.rules.plurals.findLast(([start]) => start <= place)[1];
    return filled(coopdb.words.say[key][form], { number: coopdb.number(number), ...values });
  };
  coopdb.listed = (texts) => {
    const patterns = coopdb.words.rules.list;
    const join = (name, one, other) => patterns[name].replace(/\{(\d)\}/g, (_, place) => (place === "0" ? one : other));
    return texts.reduce((before, each, place) => {
      const isLast = place === texts.length - 1;
      return join(isLast ? (place === 1 ? "2" : "end") : place === 1 ? "start" : "middle", before, each);
    });
  };
  coopdb.sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  // Says a date of a record, such as `2026-02~`, in words.
  coopdb.date = (text) => {
    const bare = text.replaceAll("~", "");
    const [year, month, day] = bare.split("-");
    const rules = coopdb.words.rules;
    const values = {
      year: String(Number(year)),
      month: month && rules.months[Number(month) - 1],
      day: Number(day) === 1 ? coopdb.say("date.first") : String(Number(day)),
    };
    const written = month ? filled(day ? rules.day : rules.month, values) : year;
    return bare === text ? written : coopdb.say("date.about", { date: written });
  };

  // Dimensions: their keys, and what these are called. A number of 0 is no value.
  const listOf = (dimension) => coopdb.star.alike[dimension] || dimension;
  coopdb.keys = (dimension) => coopdb.star.keys[listOf(dimension)];
  coopdb.label = (dimension, number) =>
    number ? (coopdb.words.labels[listOf(dimension)] || coopdb.keys(dimension))[number - 1] : coopdb.say("value.none");
  coopdb.dimension = (name) => coopdb.say("dimension." + name);

  // The rows of an element, such as a meeting: from and to, in a table.
  const starts = new Map();
  coopdb.starts = (table) => {
    if (!starts.has(table)) {
      const counts = coopdb.star.tables[table].counts;
      const found = new Uint32Array(counts.length + 1);
      counts.forEach((count, place) => (found[place + 1] = found[place] + count));
      starts.set(table, found);
    }
    return starts.get(table);
  };

  coopdb.size = () => coopdb.star.earliest.length;
  coopdb.begin = (make) => document.addEventListener("DOMContentLoaded", make);
})();

// Finds what `coopdb search` finds, in the same order: folded words in the texts of meetings and the names they have.
"use strict";

(() => {
  const coopdb = window.coopdb;
  const WEIGHTS = { title: 12, people: 6, places: 6, content: 3, sources: 3 };
  const JOINED = 6;
  // Whose names may be asked for: what each counts for, where its keys stand, and the vocabulary that names them.
  const NAMES = [
    [9, "parties", "country", "country"],
    [3, "meetings", "host", "country"],
    [9, "parties", "organization", "organization"],
    [9, "topics", "topic", "topic"],
    [6, "people", "person", "person"],
  ];
  const MOST = 100;
  const PAGE = 50;
  const part = (weight) => Math.floor((weight * 2) / 3);

  // What a character becomes when it is folded, by the table that the index has: runs from the first character on.
  const folds = new Map();
  let runs;
  const readRuns = () => {
    runs = [];
    let code = 0;
    for (let place = 0; place < coopdb.index.fold.length; place += 2) {
      code += coopdb.index.fold[place];
      const run = coopdb.index.fold[place + 1];
      const texts = typeof run === "string" ? run.split("\n") : null;
      const length = texts ? texts.length : Math.abs(run);
      runs.push({ first: code, end: code + length, texts, isSame: run > 0 });
      code += length;
    }
  };
  const character = (each) => {
    if (each >= "\uac00" && each <= "\ud7a3") return each.normalize("NFD");
    const code = each.codePointAt(0);
    let [low, high] = [0, runs.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (runs[middle].first <= code) low = middle;
      else high = middle;
    }
    const { first, end, texts, isSame } = runs[low];
    if (code < first || code >= end) return " ";
    return texts ? texts[code - first] : isSame ? each : "";
  };
  const fold = (text) => {
    if (!runs) readRuns();
    let plain = "";
    for (const each of text) {
      if (!folds.has(each)) folds.set(each, character(each));
      plain += folds.get(each);
    }
    const words = plain.split(" ").filter(Boolean);
    return words.map((word) => word.replace(/^(?:ال)+(?=..)/u, "")).join(" ");
  };
  coopdb.fold = fold;

  // Names with an apostrophe, in each way that they may be written: `o'neill`, `o neill`, `oneill`.
  const BEFORE = new Set("l d c j m n s t qu jusqu lorsqu puisqu quoiqu quelqu".split(" "));
  const BEHIND = new Set("s t re ve ll d m".split(" "));
  const NO_LETTER = /[^\p{L}\p{N}_]/u;
  const withoutApostrophes = (text) => {
    const letters = Array.from(text);
    const isWithin = (place) => {
      if (!/['\u2018\u2019\u201b\u02bb\u02bc\u2032`]/.test(letters[place])) return false;
      const before = letters.slice(Math.max(place - 8, 0), place).join("").split(NO_LETTER).pop();
      const behind = letters.slice(place + 1, place + 5).join("").split(NO_LETTER)[0];
      if (!before || !behind) return false;
      return /^\p{Uppercase}/u.test(behind) || !(BEFORE.has(before.toLowerCase()) || BEHIND.has(behind));
    };
    return letters.filter((_, place) => !isWithin(place)).join("");
  };
  const spellings = (text) => {
    const folded = fold(text);
    const particle = folded.replace(/(^| )([dlmno]) (?=[^ ]{3})/gu, "$1$2");
    return [...new Set([folded, fold(withoutApostrophes(text)), particle])];
  };

  // Takes a question apart: words, and phrases in quotes.
  const wordsOf = (text) => {
    const parts = text.split('"');
    if (parts.length < 3) return text.split(/\s+/).filter(Boolean);
    return parts.flatMap((each, place) => (place % 2 ? [each.trim()] : each.split(/\s+/))).filter(Boolean);
  };

  const isCapitals = (text) => text === text.toUpperCase() && text !== text.toLowerCase();
  const ask = (text) => {
    const [folded, ...joined] = spellings(text);
    const isBegun = text.endsWith("*");
    const isShort = /^[\0-\x7f]{1,4}$/.test(folded) && !folded.includes(" ");
    const wholes = [folded, ...(isShort ? [folded + "s"] : []), ...joined];
    const asked = { text, folded, joined, isBegun, isShort, wholes, isWhole: false };
    if (!isShort || isBegun) return asked;
    // A short word that stands whole somewhere is not the beginning of another too.
    const whole = { ...asked, isWhole: true };
    return scored(whole, isCapitals(text)).some(Boolean) ? whole : asked;
  };

  // Yields the meetings in whose line a text has some words.
  let ends = {};
  function* holding(name, words) {
    const text = coopdb.index.texts[name];
    if (!ends[name]) {
      ends[name] = [];
      for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) ends[name].push(end);
      ends[name].push(text.length);
    }
    let place = text.indexOf(words);
    while (place >= 0) {
      let [low, high] = [0, ends[name].length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (ends[name][middle] < place) low = middle + 1;
        else high = middle;
      }
      yield low;
      place = text.indexOf(words, ends[name][low]);
    }
  }

  // Finds the keys that have a name with a word, and whether it is whole there.
  const named = (vocabulary, folded, isShort, isBegun) => {
    const isFirst = isShort && !isBegun;
    const wholes = [` ${folded} `, ...(isFirst ? [` ${folded}s `] : [])];
    const found = new Map();
    for (const [name, ...keys] of coopdb.index.names[vocabulary]) {
      if (!name.includes(folded)) continue;
      const plain = ` ${name.replace(/^'/, "")} `;
      const isWhole = wholes.some((each) => plain.includes(each));
      if (isWhole || (isFirst ? name.startsWith(folded) : ` ${name}`.includes(` ${folded}`))) {
        keys.forEach((key) => found.set(key, found.get(key) || isWhole));
      }
    }
    return found;
  };
  const keysOf = (vocabulary, asked, hasCodes) => {
    const found = named(vocabulary, asked.folded, asked.isShort, asked.isBegun);
    if (!hasCodes) {
      const coded = coopdb.index.codes[vocabulary].filter(([, ...codes]) => codes.includes(asked.folded));
      coded.forEach(([key]) => found.delete(key));
    }
    for (const each of asked.joined) {
      const isShort = /^[\0-\x7f]{1,4}$/.test(each) && !each.includes(" ");
      named(vocabulary, each, isShort, false).forEach((isWhole, key) => isWhole && found.set(key, true));
    }
    return found;
  };

  // Returns what each meeting scores for a word or a phrase.
  const scored = (asked, hasCodes) => {
    const scores = new Uint32Array(coopdb.size());
    for (const [name, weight] of Object.entries(WEIGHTS)) {
      const best = new Map();
      if (!asked.isWhole) for (const place of holding(name, ` ${asked.folded}`)) best.set(place, part(weight));
      for (const each of asked.wholes) for (const place of holding(name, ` ${each} `)) best.set(place, weight);
      best.forEach((score, place) => (scores[place] += score));
    }
    for (const place of holding("joined", ` ${asked.folded} `)) scores[place] += JOINED;
    for (const [weight, table, dimension, vocabulary] of NAMES) {
      const keys = keysOf(vocabulary, asked, hasCodes);
      const [starts, column] = [coopdb.starts(table), coopdb.star.tables[table].columns[dimension]];
      for (let place = 0; keys.size && place < scores.length; place++) {
        const found = column.slice(starts[place], starts[place + 1]).map((key) => keys.get(key));
        if (found.includes(true)) scores[place] += weight;
        if (!asked.isWhole && found.includes(false)) scores[place] += part(weight);
      }
    }
    return scores;
  };

  // Returns the numbers of the meetings that have all words, the best first; null where a word has no letter.
  coopdb.search = (text) => {
    const words = wordsOf(text);
    if (words.length > MOST || !words.every(fold)) return null;
    const every = words.map(ask).map((asked) => scored(asked, true));
    const total = (place) => every.reduce((sum, scores) => sum + scores[place], 0);
    const found = Array.from({ length: coopdb.size() }, (_, place) => place);
    return found
      .filter((place) => every.every((scores) => scores[place]))
      .map((place) => [place, total(place)])
      .sort((one, other) => other[1] - one[1])
      .map(([place]) => place);
  };
  coopdb.ids = () => coopdb.index.ids.split("\n");

  // Marks in a text the words that were asked for, or only their beginnings.
  const marked = (text, words) => {
    const found = [];
    let end = 0;
    const tokens = [...text.matchAll(/[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*/gu)];
    const wanted = new Set(words.flatMap((word) => fold(word).split(" ")));
    for (const token of tokens) {
      const folded = fold(token[0]);
      if (![...wanted].some((each) => folded.startsWith(each))) continue;
      found.push(text.slice(end, token.index), coopdb.element("mark", {}, token[0]));
      end = token.index + token[0].length;
    }
    return [...found, text.slice(end)];
  };

  const linkTo = (folder, dimension, key, words) =>
    coopdb.element("a", { href: coopdb.page.entity(folder, dimension, key) }, ...marked(coopdb.label(dimension, key), words));
})();

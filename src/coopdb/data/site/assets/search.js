// Finds what `coopdb search` finds, in the same order: folded words in the texts of meetings and the names they have.
"use strict";

const WEIGHTS = { title: 12, people: 6, places: 6, content: 3, sources: 3 };
const JOINED = 6;
// Whose names may be asked for: what they count for, where the keys stand, and the vocabulary of the names.
const NAMES = [
  [9, "parties", "country", "country"],
  [3, "meetings", "host", "country"],
  [9, "parties", "organization", "organization"],
  [9, "topics", "topic", "topic"],
  [6, "people", "person", "person"],
];
const LINKS = [
  ["parties", "country", "countries"],
  ["parties", "organization", "organizations"],
  ["topics", "topic", "topics"],
];
const MOST = 100;
const SHOWN = 50;
const BEFORE = "l d c j m n s t qu jusqu lorsqu puisqu quoiqu quelqu".split(" ");
const BEHIND = "s t re ve ll d m".split(" ");
const NO_LETTER = /[^\p{L}\p{N}_]/u;

// The table of characters that `text.py` makes: runs of them, from the first on.
const runs = [];
const folds = new Map();

function foldedCharacter(character) {
  const code = character.codePointAt(0);
  if (code >= 0xac00 && code <= 0xd7a3) return character.normalize("NFD");
  if (!runs.length) {
    let first = 0;
    for (const [spaces, run] of index.fold) {
      const texts = typeof run === "string" && run.split("\n");
      runs.push({ first: (first += spaces), run, texts, end: (first += texts ? texts.length : Math.abs(run)) });
    }
  }
  const { first, run, texts } = runs.find(({ end }) => code < end) || {};
  if (!(code >= first)) return " ";
  return texts ? texts[code - first] : run > 0 ? character : "";
}

function fold(text) {
  for (const each of text) if (!folds.has(each)) folds.set(each, foldedCharacter(each));
  const plain = Array.from(text, (each) => folds.get(each)).join("");
  return plain.split(/ +/).map((word) => word.replace(/^(?:ال)+(?=..)/u, "")).filter(Boolean).join(" ");
}

// Leaves out the apostrophes within names, such as O’Neill.
function withoutApostrophes(text) {
  const letters = Array.from(text);
  const isWithin = (letter, place) => {
    const before = letters.slice(Math.max(place - 8, 0), place).join("").split(NO_LETTER).pop();
    const [behind] = letters.slice(place + 1, place + 5).join("").split(NO_LETTER);
    const isName = /^\p{Uppercase}/u.test(behind) || !(BEFORE.includes(before.toLowerCase()) || BEHIND.includes(behind));
    return /['\u2018\u2019\u201b\u02bb\u02bc\u2032`]/.test(letter) && before && behind && isName;
  };
  return letters.filter((letter, place) => !isWithin(letter, place)).join("");
}

function spellingsOf(text) {
  const folded = fold(text);
  return unique([folded, fold(withoutApostrophes(text)), folded.replace(/(^| )([dlmno]) (?=[^ ]{3})/gu, "$1$2")]);
}

// Takes a question apart: words, and phrases in quotes.
function partsOf(text) {
  const parts = text.split('"');
  const isPhrase = (place) => parts.length > 2 && place % 2;
  const words = parts.length > 2 ? parts : [text];
  return words.flatMap((each, place) => (isPhrase(place) ? [each.trim()] : each.split(/\s+/))).filter(Boolean);
}

const isShort = (folded) => /^[\0-\x1f!-\x7f]{1,4}$/.test(folded);
const isCapitals = (text) => text === text.toUpperCase() && text !== text.toLowerCase();
const wholesOf = (folded, isBegun) => (isShort(folded) && !isBegun ? [folded, `${folded}s`] : [folded]);

// Reads a word or a phrase. A short word that stands whole somewhere is not the beginning of another too.
function askedOf(text) {
  const [folded, ...joined] = spellingsOf(text);
  const asked = { folded, joined, isBegun: text.endsWith("*"), isWhole: isShort(folded) };
  const isFound = asked.isWhole && !asked.isBegun && scoresOf(asked, isCapitals(text)).some(Boolean);
  return { ...asked, isWhole: isFound };
}

// Yields the meetings in whose line of a text there are some words.
const ends = {};
function* holding(name, folded) {
  const text = index.texts[name];
  ends[name] ||= Array.from(text.matchAll(/\n|$/g), (end) => end.index);
  for (let place = text.indexOf(folded), meeting = 0; place >= 0; place = text.indexOf(folded, ends[name][meeting])) {
    while (ends[name][meeting] < place) meeting++;
    yield meeting;
  }
}

// Returns the keys that have a name with a word, and whether it is whole there.
function keysOf(vocabulary, { folded, joined, isBegun }, hasCodes) {
  const found = new Map();
  const isFirst = isShort(folded) && !isBegun;
  const isIn = (name, wholes) => wholes.some((each) => ` ${name.replace(/^'/, "")} `.includes(` ${each} `));
  const coded = hasCodes ? [] : index.codes[vocabulary].filter(([, ...codes]) => codes.includes(folded)).map(([key]) => key);
  for (const [name, ...keys] of index.names[vocabulary]) {
    const isWhole = isIn(name, wholesOf(folded, isBegun));
    const isNamed = isWhole || (isFirst ? name.startsWith(folded) : ` ${name}`.includes(` ${folded}`));
    for (const key of isNamed ? keys : []) if (!coded.includes(key)) found.set(key, found.get(key) || isWhole);
    if (joined.some((each) => isIn(name, wholesOf(each)))) keys.forEach((key) => found.set(key, true));
  }
  return found;
}

// Returns what each meeting scores for a word or a phrase; one that is only begun counts for two thirds.
function scoresOf(asked, hasCodes) {
  const begun = (weight) => (asked.isWhole ? 0 : Math.floor((weight * 2) / 3));
  const scores = new Array(star.earliest.length).fill(0);
  for (const [name, weight] of Object.entries(WEIGHTS)) {
    const found = new Map();
    for (const meeting of begun(weight) ? holding(name, ` ${asked.folded}`) : []) found.set(meeting, begun(weight));
    for (const each of [...wholesOf(asked.folded), ...asked.joined]) {
      for (const meeting of holding(name, ` ${each} `)) found.set(meeting, weight);
    }
    found.forEach((score, meeting) => (scores[meeting] += score));
  }
  for (const meeting of holding("joined", ` ${asked.folded} `)) scores[meeting] += JOINED;
  for (const [weight, table, dimension, vocabulary] of NAMES) {
    const keys = keysOf(vocabulary, asked, hasCodes);
    for (const meeting of keys.size ? scores.keys() : []) {
      const found = valuesIn(table, dimension, meeting).map((value) => keys.get(value));
      if (found.includes(true)) scores[meeting] += weight;
      if (found.includes(false)) scores[meeting] += begun(weight);
    }
  }
  return scores;
}

const valuesIn = (table, dimension, meeting) =>
  star.tables[table].columns[dimension].slice(startsOf(table)[meeting], startsOf(table)[meeting + 1]);

// Returns the meetings that have all words, the best first; none where a word has neither letter nor digit.
function search(parts) {
  if (parts.length > MOST || !parts.every(fold)) return [];
  const scores = parts.map((text) => scoresOf(askedOf(text), true));
  const total = (meeting) => scores.reduce((sum, each) => sum + each[meeting], 0);
  const found = [...star.earliest.keys()].filter((meeting) => scores.every((each) => each[meeting]));
  return found.map((meeting) => [meeting, total(meeting)]).sort(([, one], [, other]) => other - one).map(([meeting]) => meeting);
}

// Marks in a text the words that were asked for, or their beginnings.
function marked(text, parts) {
  const wanted = parts.flatMap((each) => fold(each).split(" "));
  const isWanted = (folded) => folded && wanted.some((each) => folded.startsWith(each));
  const pieces = text.split(/([\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*)/u);
  return pieces.map((each) => (isWanted(fold(each)) ? element("mark", {}, each) : each));
}

// Makes an entry of the list: title, days, parties and topics.
function entryOf(meeting, parts) {
  const link = (folder, name, text) => element("a", { href: `${folder}/${name}.html` }, ...marked(text, parts));
  const title = link("meetings", index.pages[meeting], index.titles[meeting]);
  const others = LINKS.flatMap(([table, dimension, folder]) =>
    unique(valuesIn(table, dimension, meeting)).filter(Boolean).flatMap((value) => [
      " · ",
      link(folder, index.entities[dimension][value - 1], labelOf(dimension, value)),
    ]),
  );
  const days = index.dates[meeting].map(dated).join(" – ");
  return element("li", {}, element("p", {}, title), element("p", { class: "details" }, days, ...others));
}

async function showFound() {
  const text = at("asked").value.trim();
  keep(text && new URLSearchParams({ q: text }));
  if (text && !at("results").dataset.isLoaded) at("status").textContent = at("search").dataset.loading;
  if (text && !(await load("star-data", "search-index"))) return;
  if (text !== at("asked").value.trim()) return; // more has been typed meanwhile
  const parts = partsOf(text);
  const found = text ? search(parts) : [];
  const more = (first) => {
    at("results").append(...found.slice(first, first + SHOWN).map((meeting) => entryOf(meeting, parts)));
    at("more").hidden = found.length <= first + SHOWN;
    at("more").onclick = () => {
      more(first + SHOWN);
      at("results").children[first + SHOWN].querySelector("a").focus();
    };
  };
  at("results").replaceChildren();
  more(0);
  at("status").textContent = text && counted("counted.meetings", found.length);
  at("command").textContent = text && commandOf("search", ...parts.map((each) => (each.includes(" ") ? `"${each}"` : each)));
}

function beginSearch() {
  const read = () => {
    at("asked").value = new URLSearchParams(location.hash.slice(1)).get("q") || "";
    return showFound();
  };
  let waiting = 0;
  at("asked").oninput = () => {
    clearTimeout(waiting);
    waiting = setTimeout(showFound, 150);
  };
  at("question").onsubmit = (event) => {
    event.preventDefault();
    showFound();
  };
  addEventListener("hashchange", read);
  at("search").hidden = false;
  read();
}

beginSearch();

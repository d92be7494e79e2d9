// Finds what `coopdb search` finds, in the same order: folded words in the texts of meetings and the names they have.
"use strict";

const MOST = 100;
const SHOWN = 50;
const NO_LETTER = /[^\p{L}\p{N}_]/u;

const folds = new Map();

// Folds a character by the table of `text.py`.
function foldOne(character) {
  const code = character.codePointAt(0);
  if (code >= 0xac00 && code <= 0xd7a3) return character.normalize("NFD");
  const [first, , run] = folding.find(([, end]) => code < end) || [Infinity];
  if (code < first) return " ";
  return typeof run === "string" ? run.split("\n")[code - first] : run ? character : "";
}

function fold(text) {
  for (const each of text) if (!folds.has(each)) folds.set(each, foldOne(each));
  const plain = Array.from(text, (each) => folds.get(each)).join("");
  return plain.split(/ +/).map((word) => word.replace(/^(?:ال)+(?=..)/u, "")).filter(Boolean).join(" ");
}

// Leaves out the apostrophes within names: O’Neill.
function joinedNames(text) {
  const letters = Array.from(text);
  const isWithin = (letter, place) => {
    const before = letters.slice(Math.max(place - 8, 0), place).join("").split(NO_LETTER).pop();
    const [behind] = letters.slice(place + 1, place + 5).join("").split(NO_LETTER);
    const isName = /^\p{Uppercase}/u.test(behind) || !(index.before.includes(before.toLowerCase()) || index.behind.includes(behind));
    return /['\u2018\u2019\u201b\u02bb\u02bc\u2032`]/.test(letter) && before && behind && isName;
  };
  return letters.filter((letter, place) => !isWithin(letter, place)).join("");
}

function spellingsOf(text) {
  const folded = fold(text);
  return unique([folded, fold(joinedNames(text)), folded.replace(/(^| )([dlmno]) (?=[^ ]{3})/gu, "$1$2")]);
}

// Takes a question apart.
function partsOf(text) {
  const parts = text.match(/"[^"]*"|[^\s"]+/g) || [];
  return parts.map((each) => each.replaceAll('"', "").trim()).filter(Boolean);
}

const isShort = (folded) => /^[\0-\x1f!-\x7f]{1,4}$/.test(folded);
const isCapitals = (text) => text === text.toUpperCase() && text !== text.toLowerCase();
const wholesOf = (folded, isBegun) => (isShort(folded) && !isBegun ? [folded, `${folded}s`] : [folded]);

// Reads a word. A short one that stands whole somewhere is not the beginning of another too.
function askedOf(text) {
  const [folded, ...joined] = spellingsOf(text);
  const asked = { folded, joined, isBegun: text.endsWith("*"), isWhole: isShort(folded) };
  const isFound = asked.isWhole && !asked.isBegun && scoresOf(asked, isCapitals(text)).some(Boolean);
  return { ...asked, isWhole: isFound };
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

// Returns what each meeting scores for a word; one that is only begun counts for two thirds.
function scoresOf(asked, hasCodes) {
  const begun = (weight) => (asked.isWhole ? 0 : Math.floor((weight * 2) / 3));
  const scores = star.meetings.map(() => 0);
  const wholes = [...wholesOf(asked.folded), ...asked.joined].map((each) => ` ${each} `);
  for (const [name, weight] of Object.entries(index.weights)) {
    index.texts[name].forEach((text, meeting) => {
      if (wholes.some((each) => text.includes(each))) scores[meeting] += weight;
      else if (text.includes(` ${asked.folded}`)) scores[meeting] += begun(weight);
    });
  }
  index.texts.joined.forEach((text, meeting) => (scores[meeting] += text.includes(wholes[0]) ? index.joined : 0));
  for (const [weight, table, dimension, vocabulary] of index.named) {
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

// Returns the meetings that have all words, the best first.
function search(parts) {
  if (parts.length > MOST || !parts.every(fold)) return [];
  const scores = parts.map((text) => scoresOf(askedOf(text), true));
  const total = (meeting) => scores.reduce((sum, each) => sum + each[meeting], 0);
  const found = [...star.meetings.keys()].filter((meeting) => scores.every((each) => each[meeting]));
  return found.sort((one, other) => total(other) - total(one));
}

// Marks in a text what was asked for.
function marked(text, parts) {
  const wanted = parts.flatMap((each) => fold(each).split(" "));
  const isWanted = (folded) => folded && wanted.some((each) => folded.startsWith(each));
  const pieces = text.split(/([\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*)/u);
  return pieces.map((each) => (isWanted(fold(each)) ? element("mark", {}, each) : each));
}

function entryOf(meeting, parts) {
  const link = (address, text) => element("a", { href: address }, ...marked(text, parts));
  const others = index.links.flatMap(([table, dimension, addresses]) =>
    unique(valuesIn(table, dimension, meeting))
      .filter(Boolean)
      .flatMap((value) => [" · ", link(addresses[value - 1], labelOf(dimension, value))]),
  );
  const days = index.dates[meeting].map(dated).join(" – ");
  const title = element("p", { dir: "auto" }, link(`meetings/${index.pages[meeting]}.html`, index.titles[meeting]));
  return element("li", {}, title, element("p", { class: "details" }, days, ...others));
}

async function showFound() {
  const text = at("asked").value.trim();
  keep(text && new URLSearchParams({ q: text }));
  if (text) at("status").textContent = at("search").dataset.loading;
  if (text && !(await load("star-data", "fold-data", "search-index"))) return;
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

// Looks into the index that the site was built with; nothing leaves the reader's browser.
(() => {
  'use strict';

  // The same folding and cutting as in pipeline/site/search.py.
  const UNSPACED = '\\u{e00}-\\u{eff}\\u{1000}-\\u{109f}\\u{1780}-\\u{17ff}\\u{3005}-\\u{3007}'
    + '\\u{3040}-\\u{30ff}\\u{31f0}-\\u{31ff}\\u{3400}-\\u{4dbf}\\u{4e00}-\\u{9fff}\\u{f900}-\\u{faff}'
    + '\\u{20000}-\\u{3ffff}';
  const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]+/g;
  const ALIKE = {
    'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'đ': 'd', 'ł': 'l', 'ı': 'i', 'ς': 'σ',
    'ٱ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ک': 'ك', 'ة': 'ه',
  };
  const RUNS = new RegExp(`(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+|[${UNSPACED}]+`, 'gu');
  const CUT = new RegExp(`^[${UNSPACED}]`, 'u');

  const alike = (letter) => {
    const code = letter.codePointAt(0);
    if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
    if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
    return ALIKE[letter] || letter;
  };
  const fold = (text) => Array.from(text.normalize('NFKD').toLowerCase().replace(MARKS, ''), alike)
    .join('').normalize('NFC');
  const terms = (text) => (fold(text).match(RUNS) || []).flatMap((run) => {
    const letters = Array.from(run);
    if (!CUT.test(run)) return [{ word: letters.slice(0, 40).join(''), pair: false }];
    if (letters.length < 2) return [{ word: run, pair: false }];
    return letters.slice(1).map((letter, at) => ({ word: letters[at] + letter, pair: true }));
  });
  // An Arabic word stands in the index with its article and without.
  const bare = (word) => word.replace(/^(?:[وفبك]?ال|لل)(?=[\u0621-\u064a]{3})/, '');
  // The index is in the order of code points, as Python sorts.
  const before = (one, other) => {
    const [left, right] = [Array.from(one), Array.from(other)];
    for (let at = 0; at < left.length && at < right.length; at += 1) {
      const difference = left[at].codePointAt(0) - right[at].codePointAt(0);
      if (difference) return difference < 0;
    }
    return left.length < right.length;
  };

  const form = document.getElementById('_search');
  const field = document.getElementById('_words');
  const told = document.getElementById('_told');
  const all = document.getElementById('_all');
  if (!form || !field || !told || !all) return;

  const files = new Map();
  const load = (name) => {
    const address = new URL(name, new URL(form.dataset.index, document.baseURI));
    if (!files.has(address.href)) {
      files.set(address.href, fetch(address).then((answer) => {
        if (!answer.ok) throw new Error(answer.status);
        return answer.json();
      }));
    }
    return files.get(address.href);
  };

  // Each page that has a word which begins with the term, with its weight.
  const look = async (index, { word, pair }) => {
    const found = new Map();
    for (let shard = 0; shard < index.starts.length; shard += 1) {
      const start = index.starts[shard];
      const next = index.starts[shard + 1];
      const behind = !start.startsWith(word) && before(word, start);
      const ahead = next !== undefined && !before(word, next) && next !== word && !next.startsWith(word);
      if (behind || ahead) continue;
      for (const [known, places] of await load(`${shard}.json`)) {
        if (pair ? known !== word : !known.startsWith(word)) continue;
        const rarity = Math.log(1 + index.pages.length / (places.length / 2));
        for (let at = 0; at < places.length; at += 2) {
          const weight = places[at + 1] * rarity * (known === word ? 2 : 1);
          found.set(places[at], Math.max(found.get(places[at]) || 0, weight));
        }
      }
    }
    return found;
  };

  const search = async (text) => {
    const index = await load('index.json');
    let scores = null;
    for (const term of terms(text)) {
      let found = await look(index, term);
      const other = bare(term.word);
      if (!found.size && other !== term.word) found = await look(index, { word: other, pair: false });
      const last = scores;
      scores = new Map();
      for (const [page, weight] of found) {
        if (!last || last.has(page)) scores.set(page, weight + (last ? last.get(page) : 0));
      }
    }
    return [...(scores || new Map())]
      .sort(([one, high], [other, low]) => low - high || one - other)
      .map(([page]) => index.pages[page]);
  };

  const show = (pages) => {
    const list = document.createElement('ol');
    list.id = '_found';
    list.className = 'articles';
    for (const [address, title, locale, summary] of pages) {
      const link = document.createElement('a');
      link.href = address;
      link.textContent = title;
      if (locale !== document.documentElement.lang) link.lang = locale;
      const heading = document.createElement('h2');
      heading.append(link);
      const item = document.createElement('li');
      item.append(heading);
      if (summary) {
        const text = document.createElement('p');
        text.dir = 'auto';
        text.textContent = summary;
        item.append(text);
      }
      list.append(item);
    }
    const old = document.getElementById('_found');
    if (old) old.remove();
    if (pages.length) told.after(list);
  };

  let turn = 0;
  const answer = async () => {
    const own = turn += 1;
    const text = field.value.trim();
    try {
      const pages = terms(text).length ? await search(text) : [];
      if (own !== turn) return;
      const number = new Intl.NumberFormat(document.documentElement.lang).format(pages.length);
      const words = pages.length ? form.dataset.found.replace('#', number) : form.dataset.none;
      told.textContent = text ? words : '';
      all.hidden = pages.length > 0;
      show(pages);
    } catch (error) {
      told.textContent = form.dataset.broken;
      all.hidden = false;
      show([]);
    }
  };

  form.hidden = false;
  let waiting;
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(answer, 150);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    history.replaceState(null, '', field.value ? `?q=${encodeURIComponent(field.value)}` : location.pathname);
    answer();
  });
  field.value = new URLSearchParams(location.search).get('q') || '';
  if (field.value) answer();
})();

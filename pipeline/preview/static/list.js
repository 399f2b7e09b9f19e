/** The list of entries: a listbox, whose choice follows the arrow keys. */

import { away, byId, element } from './dom.js';
import { shown } from './steps.js';
import { stateName, stateSign, tally, todo } from './words.js';

const PAGE = 10;
/** @type {HTMLElement} */
const list = byId('list');
/** @type {import('./steps.js').Filter} */
let filter = 'all';
/** @type {import('./types.js').Entry[]} */
let rows = [];

/**
 * @param {object} told
 * @param {(entry: import('./types.js').Entry) => void} told.chosen
 * @param {() => void} told.opened The chosen entry is to be written.
 * @param {() => void} told.filtered
 */
export function watch(told) {
  list.addEventListener('click', (event) => {
    const row = /** @type {Element} */ (event.target).closest('[role=option]');
    const entry = rows.find((one) => rowId(one) === row?.id);
    if (entry) told.chosen(entry);
  });
  list.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      told.opened();
      return;
    }
    const entry = reached(event.key);
    if (!entry) return;
    event.preventDefault();
    told.chosen(entry);
  });
  byId('filter').addEventListener('change', (/** @type {Event} */ event) => {
    filter = /** @type {any} */ (event.target).value;
    told.filtered();
  });
}

/**
 * Shows the entries that the filter lets through.
 * @param {import('./types.js').Entry[]} entries
 * @param {string} lang Of their sources.
 * @param {import('./types.js').Entry | undefined} chosen
 * @param {(entry: import('./types.js').Entry) => boolean} unsaved
 */
export function render(entries, lang, chosen, unsaved) {
  rows = shown(entries, filter);
  list.replaceChildren(...rows.map((entry) => rowOf(entry, lang, unsaved(entry))));
  list.hidden = rows.length === 0;
  byId('list-empty').hidden = rows.length > 0;
  byId('list-empty').textContent = filter === 'todo' ? 'Nothing is left to do.' : 'Nothing was found.';
  for (const name of /** @type {const} */ (['all', 'todo', 'findings'])) {
    byId('filter').querySelector(`[data-count=${name}]`).textContent = `(${shown(entries, name).length})`;
  }
  const left = entries.filter(todo).length;
  byId('progress').textContent = left ? `${left} of ${entries.length} to do` : 'all done';
  choose(chosen);
}

/**
 * Marks the row of an entry, and brings it into view.
 * @param {import('./types.js').Entry | undefined} entry
 */
export function choose(entry) {
  list.querySelector('[aria-selected=true]')?.setAttribute('aria-selected', 'false');
  const row = entry && document.getElementById(rowId(entry));
  if (!row) {
    list.removeAttribute('aria-activedescendant');
    return;
  }
  row.setAttribute('aria-selected', 'true');
  list.setAttribute('aria-activedescendant', row.id);
  row.scrollIntoView({ block: 'nearest' });
}

/**
 * Says in an entry's row whether it has a text that is not saved.
 * @param {import('./types.js').Entry} entry
 * @param {boolean} unsaved
 */
export function tell(entry, unsaved) {
  const place = document.getElementById(rowId(entry))?.querySelector('.row-unsaved');
  if (place) place.textContent = unsaved ? 'not saved' : '';
}

/**
 * @param {string} key
 * @returns {import('./types.js').Entry | undefined}
 */
function reached(key) {
  const at = rows.findIndex((entry) => rowId(entry) === list.getAttribute('aria-activedescendant'));
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowDown': return rows[Math.min(at + 1, last)];
    case 'ArrowUp': return rows[Math.max(at - 1, 0)];
    case 'PageDown': return rows[Math.min(at + PAGE, last)];
    case 'PageUp': return rows[Math.max(at - PAGE, 0)];
    case 'Home': return rows[0];
    case 'End': return rows[last];
    default: return undefined;
  }
}

/** @param {import('./types.js').Entry} entry */
const rowId = (entry) => `entry-${entry.id}`;

/**
 * @param {import('./types.js').Entry} entry
 * @param {string} lang
 * @param {boolean} unsaved
 */
function rowOf(entry, lang, unsaved) {
  return element(
    'div',
    { id: rowId(entry), role: 'option', class: 'row', 'aria-selected': 'false' },
    stateSign(entry.state),
    away(`${stateName(entry.state)}: `),
    element('span', { class: 'row-text', lang, dir: 'auto' }, entry.source),
    element(
      'span',
      { class: 'row-told' },
      element('span', { class: 'row-kind' }, entry.kind),
      element('span', { class: 'row-findings' }, tally(entry.findings)),
      element('span', { class: 'row-unsaved' }, unsaved ? 'not saved' : ''),
    ),
  );
}

/** Whether the version would be published, and what was found in it that belongs to no passage. */

import { byId, element } from './dom.js';
import { card } from './findings.js';
import { tally } from './words.js';

/** @param {import('./types.js').Version} version */
export function show({ verdict, findings, locale, dir }) {
  byId('verdict').hidden = !verdict;
  if (!verdict) return;
  byId('verdict').classList.toggle('held', !verdict.passes);
  const count = findings.length ? ` · whole page: ${tally(findings)}` : '';
  byId('verdict-word').replaceChildren(
    element('span', { 'aria-hidden': 'true' }, verdict.passes ? '✓ ' : '✕ '),
    element('strong', {}, verdict.passes ? 'Would be published' : 'Would be held'),
    element('span', { class: 'quiet' }, count),
  );
  byId('verdict-more').replaceChildren(
    verdict.reasons.length
      ? element('ul', {}, ...verdict.reasons.map((reason) => element('li', {}, reason)))
      : element('p', {}, verdict.passes ? 'Nothing holds this version.' : ''),
    element('ul', { class: 'cards' }, ...findings.map((finding) => (
      card(finding, { text: '', tongue: { lang: locale, dir } })
    ))),
  );
}

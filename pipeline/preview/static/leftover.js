/** Drafts whose passage left the article: shown until somebody throws them away. */

import { byId, button, element } from './dom.js';

/**
 * @param {{draft: import('./drafts.js').Draft, drop: () => void}[]} drafts
 * @param {import('./types.js').Version} version
 */
export function show(drafts, version) {
  const cards = drafts.map(({ draft, drop }) => {
    const made = element(
      'li',
      { class: 'card warning' },
      element('p', { class: 'words quiet', lang: version.source, dir: 'auto' }, draft.source),
      element('p', { class: 'words', lang: version.locale, dir: version.dir }, draft.string),
      button('Throw away', () => {
        drop();
        show(drafts.filter((one) => one.draft !== draft), version);
        byId('editor-heading').focus();
      }),
    );
    return made;
  });
  byId('leftover').replaceChildren(...(cards.length ? [
    element('h3', {}, 'Not saved, and no longer in the article'),
    element('ul', { class: 'cards' }, ...cards),
  ] : []));
}

/** Keys that work everywhere in the window. None works alone, so none is pressed by chance (WCAG 2.1.4). */

/**
 * @param {Document} where The window, or the page in its frame.
 * @param {Record<'save' | 'saveAndNext' | 'next' | 'back', () => void>} actions
 */
export function listen(where, actions) {
  where.addEventListener('keydown', (event) => {
    const name = nameOf(event);
    // Alt with an arrow opens a choice; that is the choice's own.
    if (!name || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    actions[name]();
  });
}

/**
 * @param {KeyboardEvent} event
 * @returns {'save' | 'saveAndNext' | 'next' | 'back' | undefined}
 */
function nameOf(event) {
  const control = event.ctrlKey || event.metaKey;
  if (event.isComposing) return undefined;
  if (event.key === 'Enter' && control && !event.altKey) return event.shiftKey ? 'saveAndNext' : 'save';
  if (!event.altKey || control || event.shiftKey) return undefined;
  if (event.key === 'ArrowDown') return 'next';
  return event.key === 'ArrowUp' ? 'back' : undefined;
}

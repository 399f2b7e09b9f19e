/** Elements made and found. What comes from the server is put in as text, never as HTML. */

/**
 * Gives the element of the window that has the id.
 * @param {string} id
 * @returns {any} It is there: the window's own document has it.
 */
export const byId = (id) => document.getElementById(id);

/**
 * Gives a new element.
 * @param {string} name
 * @param {Record<string, string | boolean | null | undefined>} attributes `true` is an empty value; what is false or missing is left out.
 * @param {...(Node | string)} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '');
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/**
 * Gives a button that does something; it never sends a form.
 * @param {string | Node} label
 * @param {() => void} action
 * @param {Record<string, string | boolean | null | undefined>} attributes
 */
export function button(label, action, attributes = {}) {
  const made = element('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', action);
  return made;
}

/**
 * Gives a text that is heard and not seen.
 * @param {string} text
 */
export const away = (text) => element('span', { class: 'away' }, text);

/**
 * Marks an element with a language.
 * @param {HTMLElement} where
 * @param {import('./types.js').Tongue} tongue
 */
export function speak(where, tongue) {
  where.lang = tongue.lang;
  where.dir = tongue.dir;
}

/** What lies on the desk: the one state that the window's parts share. */

/**
 * @typedef {object} Desk
 * @property {import('./types.js').Project} project
 * @property {import('./types.js').Version} version
 * @property {ReturnType<typeof import('./drafts.js').draftsOf>} drafts
 * @property {import('./types.js').Entry | undefined} chosen
 * @property {boolean} trial Whether the page shows a text that is not saved.
 */

/** The project and the version are there as soon as anything can be done with them. */
export const desk = /** @type {Desk} */ ({ chosen: undefined, trial: false });

/** Gives the draft of the entry that is chosen. */
export const draft = () => desk.chosen && desk.drafts.of(desk.chosen);

/** Tells whether the catalog changed since the draft was begun. */
export function disputed() {
  const own = draft();
  return own !== undefined && own.base !== desk.chosen?.string;
}

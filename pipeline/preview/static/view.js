/** The desk, shown: in the list, in the pane, and in the page. */

import { blockOf } from './blocks.js';
import * as choosers from './choosers.js';
import { desk, draft } from './desk.js';
import { known } from './drafts.js';
import * as editor from './editor.js';
import * as leftover from './leftover.js';
import * as list from './list.js';
import * as page from './page.js';
import { tell } from './trouble.js';
import * as verdict from './verdict.js';
import { todo } from './words.js';

const LOST = 'This article is not there any more. What is not saved stays in this tab.';

/** Shows the entry that is chosen; with *scroll*, the page goes there. */
export function show({ scroll = false } = {}) {
  const { chosen: entry, version } = desk;
  const visible = markBlock({ scroll });
  editor.show(entry ? { entry, version, draft: draft(), visible } : null);
}

/**
 * Marks the block of the entry that is chosen.
 * @param {{scroll: boolean}} options
 */
export function markBlock(options) {
  const { chosen: entry, version } = desk;
  return page.mark((within) => (entry ? blockOf(within, version.entries, entry) : null), options);
}

export function showList() {
  const { version, chosen, drafts } = desk;
  list.render(version.entries, version.source, chosen, (entry) => Boolean(drafts.of(entry)));
}

/** Shows the articles and languages; what is left of the open version is known from its own entries. */
export function showChoosers() {
  const { project, version } = desk;
  const open = project.articles.find(({ name }) => name === version.article)
    ?.versions.find(({ locale }) => locale === version.locale);
  if (open) open.todo = version.entries.filter(todo).length;
  choosers.show(project, version);
}

/**
 * Takes a version that was read anew; the same entry is chosen as far as it is still there.
 * @param {import('./types.js').Version} read
 */
export function take(read) {
  const before = desk.chosen;
  desk.version = read;
  leftover.show(desk.drafts.settle(read.entries), read);
  desk.chosen = before && (read.entries.find((entry) => known(entry) === known(before))
    ?? read.entries.find((entry) => entry.previous === before.source));
  showList();
  showChoosers();
  verdict.show(read);
  show();
}

/** Tells what cannot be read, the first of it; what is shown is then older than the files. */
export function showProblems() {
  const { project, version } = desk;
  const there = project.articles.some(({ name }) => name === version.article);
  const [first, ...more] = there ? project.problems : [LOST, ...project.problems];
  tell(`${first ?? version.broken ?? ''}${more.length ? ` (and ${more.length} more)` : ''}`);
}

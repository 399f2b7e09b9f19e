/** Python counts characters by code points, JavaScript by UTF-16 units; they differ from 😀 on. */

/**
 * Gives the UTF-16 offset of the code point at *offset*.
 * @param {string} text
 * @param {number} offset
 */
export function unit(text, offset) {
  let units = 0;
  let points = 0;
  for (const letter of text) {
    if (points === offset) break;
    points += 1;
    units += letter.length;
  }
  return units;
}

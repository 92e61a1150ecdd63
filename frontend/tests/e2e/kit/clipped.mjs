// What of a list is cut so that nobody can read or reach it.

/**
 * Headings, marks and actions that are not whole in their cell, actions that lie outside the window, cells that are cut
 * without saying the whole when they are pointed at.
 */
export const clipped = () => {
  const faults = [];
  const say = (what, e) => faults.push(`${what}: ${(e.innerText || e.textContent).trim().slice(0, 40)}`);
  for (const table of document.querySelectorAll('.table')) {
    for (const cell of table.querySelectorAll('tr:not(.no-rows) > *')) {
      const range = document.createRange();
      range.selectNodeContents(cell);
      const [inner, box] = [range.getBoundingClientRect(), cell.getBoundingClientRect()];
      const isWhole = inner.width <= box.width + 1 && inner.right <= box.right + 1;
      const cut = [...cell.querySelectorAll('.ellipsis')].some((e) => e.scrollWidth > e.clientWidth + 1);
      if (cell.matches('th') && !isWhole) say('a heading is cut', cell);
      if (cell.querySelector('.tag') && !isWhole) say('a mark is cut', cell);
      for (const tag of cell.matches('.fixed-mark') ? cell.querySelectorAll('.tag') : []) {
        const { left, right, top, bottom } = tag.getBoundingClientRect();
        const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        if (left < 0 || right > window.innerWidth || (seen && !cell.contains(seen))) say('a state is not seen', tag);
      }
      if (cell.querySelector('.row-actions')) {
        if (!isWhole) say('an action is cut', cell);
        for (const action of cell.querySelectorAll('.row-actions > *')) {
          const { left, right } = action.getBoundingClientRect();
          if (left < 0 || right > window.innerWidth) say('an action is outside', action);
        }
      } else if ((!isWhole || cut) && !cell.title && !cell.matches('th')) say('cut without a title', cell);
    }
    for (const digits of table.querySelectorAll('td .num'))
      if (/^\d{8,14}$/.test(digits.textContent.trim())) {
        const cell = digits.closest('td').getBoundingClientRect();
        if (digits.getBoundingClientRect().right > cell.right + 1) say('a trace code is cut', digits);
      }
  }
  return faults;
};

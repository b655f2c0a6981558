/**
 * The columns are one place for Tab, walked with the arrow keys like a grid: up and down within a doctor, left and
 * right between doctors. What can be walked to carries `data-board-item`, each doctor's column `data-board`.
 */

const columns = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-board]')];

function itemsOf(column: Element | undefined): HTMLElement[] {
  return column === undefined ? [] : [...column.querySelectorAll<HTMLElement>('[data-board-item]')];
}

/** The nth doctor's column, on its first token. */
export function focusColumn(index: number): boolean {
  const items = itemsOf(columns()[index]);
  const target = items.find((item) => item.dataset.boardItem === 'token') ?? items[0];
  return focusOn(target);
}

/** One column further, or back. */
export function stepColumn(step: 1 | -1): boolean {
  const all = columns();
  const at = all.findIndex((column) => column.contains(document.activeElement));
  return focusColumn(at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step)));
}

/** An arrow key on an item of a column; answers whether it meant something. */
export function walk(from: HTMLElement, key: string, rightToLeft: boolean): boolean {
  const all = columns();
  const column = all.findIndex((one) => one.contains(from));
  const items = itemsOf(all[column]);
  const at = items.indexOf(from);
  switch (key) {
    case 'ArrowDown':
      return focusOn(items[at + 1]);
    case 'ArrowUp':
      return focusOn(items[at - 1]);
    case 'Home':
      return focusOn(items[0]);
    case 'End':
      return focusOn(items.at(-1));
    case 'ArrowLeft':
    case 'ArrowRight': {
      const step = (key === 'ArrowRight') === rightToLeft ? -1 : 1;
      return focusOn(besides(from, all[column + step]));
    }
    default:
      return false;
  }
}

/** The item of another column at the same height. */
function besides(from: HTMLElement, column: HTMLElement | undefined): HTMLElement | undefined {
  const { top } = from.getBoundingClientRect();
  const distance = (item: HTMLElement): number => Math.abs(item.getBoundingClientRect().top - top);
  return itemsOf(column).sort((a, b) => distance(a) - distance(b))[0];
}

function focusOn(item: HTMLElement | undefined): boolean {
  item?.focus();
  item?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return item !== undefined;
}

/** Smaller than this nobody reads it from anywhere. */
const LEAST = 0.35;

/** The lines to be fitted before the next frame, by the room they have. */
const waiting = new Map<Element, HTMLElement>();
/** Those whose room is followed. */
const followed = new Map<Element, HTMLElement>();
let rooms: ResizeObserver | undefined;

/**
 * Sets a line smaller if its room is too narrow for it, before the next frame: all lines of a board together, since
 * to measure one after having set another would lay the whole board out again for each.
 */
export function fitLine(room: Element, line: HTMLElement): void {
  if (waiting.size === 0) queueMicrotask(fitAll);
  waiting.set(room, line);
}

/** Fits a line anew whenever its room changes, as with the screen, and once its fonts have come; answers what ends that. */
export function followRoom(room: Element, line: HTMLElement): () => void {
  rooms ??= new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const known = followed.get(target);
      if (known !== undefined) waiting.set(target, known);
    }
    fitAll();
  });
  followed.set(room, line);
  rooms.observe(room);
  void document.fonts.ready.then(() => {
    if (followed.has(room)) fitLine(room, line);
  });
  return () => {
    followed.delete(room);
    waiting.delete(room);
    rooms?.unobserve(room);
  };
}

function fitAll(): void {
  const all = [...waiting];
  waiting.clear();
  for (const [, line] of all) line.style.fontSize = '';
  const shares = all.map(([room, line]) => room.clientWidth / line.offsetWidth);
  for (const [at, [, line]] of all.entries()) {
    const share = shares[at] ?? 1;
    if (share < 1) line.style.fontSize = `${Math.max(LEAST, Math.floor(share * 98) / 100)}em`;
  }
}

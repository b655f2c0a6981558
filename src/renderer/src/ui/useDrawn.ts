import { type RefObject, startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** So many rows are drawn together. */
const GROUP = 8;
/** How far beyond the edge of what is in view rows are drawn: more than the height of a group. */
const MARGIN = '480px 200px';

interface Drawn<T extends HTMLElement> {
  /** Of the element whose children are the rows. */
  readonly ref: RefObject<T | null>;
  /** Whether the row at this place is drawn in full. */
  readonly isDrawn: (index: number) => boolean;
}

/**
 * Long lists: every row is there, for keys, screen readers and the length of the list, but a row is drawn in full only
 * once it has come near what is in view. What was drawn stays so, so that nothing jumps and no focus is lost; rows that
 * are not drawn yet should be as high as `--row-height` of their list, the mean of the first that were.
 * @param rows in their order, a new array when they change
 * @param first how many are drawn at once, before it is known what is in view
 */
export function useDrawn<T extends HTMLElement>(rows: readonly unknown[], first: number): Drawn<T> {
  const ref = useRef<T>(null);
  const [groups, setGroups] = useState<ReadonlySet<number>>(() => upTo(Math.ceil(first / GROUP)));
  const watch = useRef<Watch | null>(null);
  useEffect(() => {
    const children = ref.current?.children;
    const count = Math.ceil(rows.length / GROUP);
    if (children === undefined || isWhole(groups, count)) {
      watch.current?.end();
      watch.current = null;
      return;
    }
    watch.current ??= new Watch((found) =>
      startTransition(() => setGroups((before) => new Set([...before, ...found]))),
    );
    // The first row of each group, and the last of all: a group is near if its first row or what follows it is.
    const edges = Array.from({ length: count + 1 }, (_, group) =>
      children.item(Math.min(group * GROUP, rows.length - 1)),
    );
    watch.current.look(edges, groups);
  }, [rows, groups]);
  useEffect(
    () => () => {
      watch.current?.end();
      watch.current = null;
    },
    [],
  );
  useLayoutEffect(() => {
    const list = ref.current;
    if (list?.style.getPropertyValue('--row-height') !== '') return;
    const drawn = [...list.children].filter((_, at) => groups.has(Math.floor(at / GROUP)));
    const height = drawn.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0) / drawn.length;
    if (height > 0) list.style.setProperty('--row-height', `${height}px`);
  }, [groups]);
  return { ref, isDrawn: (index) => groups.has(Math.floor(index / GROUP)) };
}

/** Sees which groups come near. It stays while rows change: of a list with one more row one edge is another. */
class Watch {
  readonly #observer: IntersectionObserver;
  readonly #inView = new Set<Element>();
  #edges: readonly (Element | null)[] = [];
  #drawn: ReadonlySet<number> = new Set();

  constructor(readonly onNear: (groups: readonly number[]) => void) {
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) this.#inView.add(target);
          else this.#inView.delete(target);
        }
        this.#tell();
      },
      { rootMargin: MARGIN, scrollMargin: MARGIN },
    );
  }

  look(edges: readonly (Element | null)[], drawn: ReadonlySet<number>): void {
    const before = new Set(this.#edges);
    const now = new Set(edges);
    for (const edge of before) {
      if (edge === null || now.has(edge)) continue;
      this.#observer.unobserve(edge);
      this.#inView.delete(edge);
    }
    for (const edge of now) if (edge !== null && !before.has(edge)) this.#observer.observe(edge);
    this.#edges = edges;
    this.#drawn = drawn;
    this.#tell();
  }

  end(): void {
    this.#observer.disconnect();
  }

  #tell(): void {
    const isSeen = (edge: Element | null | undefined): boolean => edge != null && this.#inView.has(edge);
    const isNear = (group: number): boolean => isSeen(this.#edges[group]) || isSeen(this.#edges[group + 1]);
    const found = [...this.#edges.keys()]
      .slice(0, -1)
      .filter((group) => !this.#drawn.has(group) && isNear(group));
    if (found.length > 0) this.onNear(found);
  }
}

function upTo(count: number): ReadonlySet<number> {
  return new Set(Array.from({ length: count }, (_, group) => group));
}

function isWhole(groups: ReadonlySet<number>, count: number): boolean {
  return [...upTo(count)].every((group) => groups.has(group));
}

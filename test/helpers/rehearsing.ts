import type { Store } from '../../src/main/store/store';

/**
 * The store, with every decision made twice and the second one used: as where another engine runs it again after a
 * conflict. One that changes what it was given, or anything else, would show.
 */
export function rehearsing(store: Store): Store {
  return {
    ...store,
    transact: (request, decide) =>
      store.transact(request, (books, reading) => {
        const before = JSON.stringify(books);
        decide(books, reading);
        if (JSON.stringify(books) !== before)
          throw new Error('A decision changed the book that it was given.');
        return decide(books, reading);
      }),
  };
}

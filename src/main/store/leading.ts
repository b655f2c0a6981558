/** Begins work, and answers how to end it: once that is done, nothing of it runs any more. */
export type Work = () => Promise<() => Promise<void>>;

export interface Leading {
  /** See `Store.lead`. */
  lead(work: Work): Promise<() => Promise<void>>;
  /** Ends what runs, if anything does. */
  end(): Promise<void>;
}

/** For a store that one process alone has open: that one leads, and begins at once. */
export function leadingAlone(): Leading {
  let current: { end(): Promise<void> } | undefined;
  return {
    async lead(work) {
      if (current) throw new Error('The clock’s work runs already.');
      const begun = work();
      let ending: Promise<void> | undefined;
      const mine = {
        end() {
          ending ??= begun
            .then((stop) => stop())
            .finally(() => {
              if (current === mine) current = undefined;
            });
          return ending;
        },
      };
      current = mine;
      try {
        await begun;
      } catch (error) {
        current = undefined;
        throw error;
      }
      return mine.end;
    },
    end: async () => current?.end(),
  };
}

let value = 0;

/** Counts how often everything changed at once; answers asked for in an earlier generation are stale. */
export const generation = {
  current: (): number => value,
  next: (): void => {
    value += 1;
  },
};

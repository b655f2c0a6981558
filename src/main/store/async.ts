/** The same methods, each answering later: so an engine on another machine can stand behind them. */
export type Async<T> = {
  [Name in keyof T]: T[Name] extends (...values: infer Values) => infer Answer
    ? (...values: Values) => Promise<Answer>
    : never;
};

/**
 * The asynchronous face of methods that answer at once. `attempt` may have one of them run again; what it throws becomes a
 * rejection, after `translate` has looked at it.
 */
export function asynchronous<T extends object>(
  methods: T,
  attempt: (run: () => unknown) => Promise<unknown>,
  translate: (error: unknown) => unknown,
): Async<T> {
  const later = Object.entries(methods).map(([name, method]) => [
    name,
    async (...values: unknown[]): Promise<unknown> => {
      try {
        return await attempt(() => method(...values));
      } catch (error) {
        throw translate(error);
      }
    },
  ]);
  return Object.fromEntries(later) as Async<T>;
}

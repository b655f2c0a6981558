import { defineConfig } from 'vitest/config';

/** For mutation testing only: the unit tests must kill the mutants; random and timed tests would do it by luck. */
export default defineConfig({
  test: {
    include: ['test/engine/**/*.test.ts'],
    exclude: [
      'test/engine/properties.test.ts',
      'test/engine/large-book.test.ts',
      'test/engine/estimate*.test.ts',
    ],
  },
});

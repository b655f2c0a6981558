import { type ReadingRoom, STOPPED } from '../../src/main/app/outside/reading-room';
import { createReader } from '../../src/main/reading/read';

/** Reads in this thread, over a connection of its own that is gone afterwards. `path`: of the database. */
export function readingRoomHere(path: string): ReadingRoom {
  return {
    read(kind, input, progress = () => undefined) {
      let isStopped = false;
      const result = Promise.resolve().then(() => {
        if (isStopped) return STOPPED;
        const reader = createReader({ path });
        try {
          return reader.read(kind, input, { isStopped: () => isStopped, progress });
        } finally {
          reader.close();
        }
      });
      return {
        result,
        stop: () => {
          isStopped = true;
        },
      };
    },
    stop: async () => undefined,
  };
}

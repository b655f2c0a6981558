/** How far a long run is, on standard error: standard output is for the result. */
export interface Progress {
  readonly at: (done: number, of: number) => void;
  readonly end: () => void;
}

const HEARTBEAT_MS = 15_000;

/** A terminal sees one line that counts; a log file sees a line now and then. */
export function showProgress(label: string): Progress {
  const out = process.stderr;
  const began = performance.now();
  let last = began;
  const line = (done: number, of: number): string => {
    const seconds = Math.round((performance.now() - began) / 1000);
    const left = done > 0 ? Math.round((seconds / done) * (of - done)) : 0;
    return `• ${label}: ${Math.floor((100 * done) / of)} %, ${seconds} s, about ${left} s left`;
  };
  return {
    at(done, of) {
      if (out.isTTY) out.write(`\r\x1b[2K${line(done, of)}`);
      else if (performance.now() - last >= HEARTBEAT_MS) {
        last = performance.now();
        out.write(`${line(done, of)}\n`);
      }
    },
    end() {
      if (out.isTTY) out.write('\r\x1b[2K');
    },
  };
}

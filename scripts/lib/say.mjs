/** A failure that its one sentence explains: no stack trace helps the reader of it. */
export class Failure extends Error {}

/**
 * One short line for the reader.
 * @param {string} line
 */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs a command of this folder: its result is the exit code, and a failure is told in one sentence.
 * @param {() => Promise<number | void>} main
 */
export async function command(main) {
  try {
    const [major = 0] = process.versions.node.split('.').map(Number);
    if (major < 20) throw new Failure(`Node 20 or newer is needed; this is ${process.versions.node}.`);
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error);
    process.stderr.write(`✗ ${sentence.split('\n')[0]}\n`);
    if (process.env.OPD_TRACE && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  }
}

/** Where the output is no terminal, a line this often says that work goes on. */
const HEARTBEAT_MS = 15_000;

/**
 * Says that something long begins, then how far it is. A terminal sees one line that counts; a log file sees a
 * line now and then.
 * @param {string} label
 */
export function progress(label) {
  const terminal = process.stdout.isTTY === true;
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  let detail = '';
  let lastLine = began;

  function show() {
    const text = [detail, `${seconds()} s`].filter(Boolean).join(', ');
    if (terminal) process.stdout.write(`\r\x1b[2K• ${label}… ${text}`);
    else if (Date.now() - lastLine >= HEARTBEAT_MS) {
      lastLine = Date.now();
      say(`  ${label}… ${text}`);
    }
  }

  if (terminal) show();
  else say(`• ${label}…`);
  const timer = setInterval(show, terminal ? 500 : 1000);

  return {
    /** @param {string} text how far it is, such as "40 %" */
    at(text) {
      detail = text;
    },
    /** @param {string} [text] what came of it */
    end(text) {
      clearInterval(timer);
      if (terminal) say(`\r\x1b[2K• ${label}: ${text ?? 'done'} (${seconds()} s)`);
      else if (text || seconds() >= 2) say(`  ${text ?? 'done'} (${seconds()} s)`);
    },
  };
}

/**
 * Says what `work` says to standard error: standard output is for what the command is about.
 * @template T
 * @param {() => Promise<T>} work
 */
export async function toStandardError(work) {
  const { stdout, stderr } = process;
  const write = stdout.write;
  stdout.write = /** @type {typeof write} */ (stderr.write.bind(stderr));
  try {
    return await work();
  } finally {
    stdout.write = write;
  }
}

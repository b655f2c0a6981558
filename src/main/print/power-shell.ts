import { type ExecFileException, execFile } from 'node:child_process';
import { win32 } from 'node:path';

/** Every Windows has it here; looked for by its name alone it could be another, put into a folder of the search path. */
export function powerShell(env: NodeJS.ProcessEnv = process.env): string {
  const windows = env.SystemRoot ?? 'C:\\Windows';
  return win32.join(windows, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
}

export interface ScriptRun {
  /** How it ended; undefined: it took too long and was ended, or could not be begun. */
  readonly code: number | undefined;
  readonly isLate: boolean;
  readonly output: Buffer;
}

const MOST_BYTES = 4 << 20;

/** Runs a script; never rejects. What it is to know goes by environment, so that no name is ever code. */
export function runScript(
  script: string,
  names: Readonly<Record<string, string>>,
  patienceMs: number,
  program = powerShell(),
): Promise<ScriptRun> {
  const encoded = Buffer.from(script, 'utf16le').toString('base64');
  const flags = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-EncodedCommand', encoded];
  const options = {
    env: { ...process.env, ...names },
    timeout: patienceMs,
    killSignal: 'SIGKILL',
    windowsHide: true,
    maxBuffer: MOST_BYTES,
    encoding: 'buffer',
  } as const;
  return new Promise((resolve) => {
    const end = (error: ExecFileException | null, output: Buffer): void => {
      const code = error === null ? 0 : error.code;
      resolve({
        code: typeof code === 'number' ? code : undefined,
        isLate: error?.killed === true,
        output,
      });
    };
    try {
      execFile(program, flags, options, end);
    } catch {
      // What a policy forbids on Windows, and a name that no environment takes, is thrown at once.
      resolve({ code: undefined, isLate: false, output: Buffer.alloc(0) });
    }
  });
}

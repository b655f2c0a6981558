import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { version } from '../../package.json';
import { noPrinters } from './app/outside/printers';
import { recoverAdministrator } from './app/people/recover';
import { systemClock } from './app/time/clock';
import { compose, openStore } from './composition';
import { copyBeforeUpdate } from './copies/before-update';
import { existingDatabase } from './data-folder';
import { logTo } from './log-file';
import { keepPrivate } from './private-files';

const usage = `npm run people:recover -- --data DIR [INITIALS]
Gives an administrator of the clinic a new PIN and writes it here, once. Close the app or the server before.
  --data DIR   the folder that opd-tokens.db is in
  INITIALS     of somebody who works there and is an administrator from now on; without: the first administrator`;

/** The way back in where nobody knows an administrator's PIN: who may write the data may open them. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return say(usage);
  const { folder, path } = existingDatabase(values.data, usage);
  keepPrivate(folder, { isOurs: false });
  const nativeBinding = process.env.OPD_SQLITE_BINDING;
  await copyBeforeUpdate({ path, nativeBinding, appVersion: version, now: Date.now() });
  const store = openStore(path, nativeBinding);
  try {
    const { environment } = compose({
      store,
      folder,
      clock: systemClock(),
      log: logTo(join(folder, 'logs', 'recover.log')),
      version,
      printers: noPrinters,
      bundledVoice: '',
      headless: true,
    });
    const recovered = await recoverAdministrator(environment, positionals[0] ?? null);
    if (!recovered.ok) throw new Error(recovered.error.message);
    const { person, pin } = recovered.value;
    say(`${person.name} (${person.initials}) is an administrator. The new PIN: ${pin}`);
    say('It is written nowhere else. Please choose another one after signing in.');
  } finally {
    await store.close();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

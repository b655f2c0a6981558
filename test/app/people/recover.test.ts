import { chmodSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../../src/main/app/app';
import { recoverAdministrator } from '../../../src/main/app/people/recover';
import { followRecoveryFile, recoveryFolder } from '../../../src/main/recovery-file';
import { pinSchema } from '../../../src/shared/model/pin';
import { noWindows, openClinic, staff, type TestClinic, temporaryFolder, unwrap } from '../../helpers/clinic';

/** Asha is the administrator; Ravi works at reception; nobody remembers Asha's PIN. */
async function lockedOut() {
  const clinic = await openClinic();
  const save = (person: object) => clinic.app.receive('persons.save', person, staff);
  await save({ name: 'Asha Kumar', initials: 'AK', roleId: 'admin', pin: '7391' });
  await save({ name: 'Ravi Menon', initials: 'RM', roleId: 'reception', pin: '8264' });
  unwrap(await clinic.app.call('persons.signOut', {}, staff));
  return clinic;
}

const signIn = ({ app }: TestClinic, initials: string, pin: string) =>
  app.call('persons.signIn', { initials, pin }, staff);

describe('an administrator whose PIN nobody knows', () => {
  test('gets a new one, though wrong ones have paused signing in; the old one opens nothing any more', async () => {
    const clinic = await lockedOut();
    for (let count = 0; count < 5; count += 1) await signIn(clinic, 'AK', '4711');
    expect(await signIn(clinic, 'AK', '7391')).toMatchObject({ error: { code: 'TOO_EARLY' } });
    const { person, pin } = unwrap(await recoverAdministrator(clinic.environment, null));
    expect(person.initials).toBe('AK');
    expect(pinSchema.safeParse(pin).success).toBe(true);
    // The app was closed meanwhile, and remembers no pause.
    const reopened = { ...clinic, app: createApp(clinic.environment, noWindows) };
    expect(await signIn(reopened, 'AK', '7391')).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(unwrap(await signIn(reopened, 'AK', pin))).toMatchObject({ person: { initials: 'AK' } });
  });

  test('somebody named becomes one, and the audit says so, without the PIN', async () => {
    const clinic = await lockedOut();
    const { person, pin } = unwrap(await recoverAdministrator(clinic.environment, 'rm'));
    expect(person).toMatchObject({ initials: 'RM', roleId: 'admin', doctorId: null });
    const [line] = await clinic.store.auditLines({}, 1);
    expect(line).toMatchObject({
      kind: 'people.recover',
      by: { screen: 'clock', personId: null },
      details: { personId: person.id },
    });
    expect(JSON.stringify(line)).not.toContain(pin);
  });

  test('who does not work here, and a clinic without persons, get a sentence', async () => {
    const clinic = await lockedOut();
    const nobody = await recoverAdministrator(clinic.environment, 'ZZ');
    expect(nobody).toMatchObject({
      error: { code: 'NOT_FOUND', message: expect.stringContaining('AK Asha') },
    });
    const without = await recoverAdministrator((await openClinic()).environment, null);
    expect(without).toMatchObject({ error: { code: 'CONFLICT' } });
  });
});

describe('a file that only an administrator of the computer can write', () => {
  const me = process.getuid?.() ?? 0;
  const writeFile = (text: string) => {
    const folder = temporaryFolder();
    const path = join(folder, 'recover-people.txt');
    writeFileSync(path, text, { mode: 0o644 });
    return { folder, path };
  };

  test('counts once for each time it is written', async () => {
    const clinic = await lockedOut();
    const { folder, path } = writeFile('RM\r\n');
    const once = await followRecoveryFile(clinic.environment, folder, me);
    expect(once?.person).toMatchObject({ initials: 'RM', roleId: 'admin' });
    expect(await followRecoveryFile(clinic.environment, folder, me)).toBeUndefined();
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    const again = await followRecoveryFile(clinic.environment, folder, me);
    expect(again?.person.initials).toBe('RM');
    expect(again?.pin).not.toBe(once?.pin);
  });

  test('an empty one is for the first administrator; where there is none nothing happens', async () => {
    const clinic = await lockedOut();
    const { folder } = writeFile('');
    expect((await followRecoveryFile(clinic.environment, folder, me))?.person.initials).toBe('AK');
    expect(await followRecoveryFile(clinic.environment, temporaryFolder(), me)).toBeUndefined();
  });

  test('one of another account, and one that others can write, count for nothing', async () => {
    const clinic = await lockedOut();
    const { folder, path } = writeFile('');
    expect(await followRecoveryFile(clinic.environment, folder, me + 1)).toBeUndefined();
    chmodSync(path, 0o666);
    expect(await followRecoveryFile(clinic.environment, folder, me)).toBeUndefined();
    expect(await clinic.store.meta('people.recovery')).toBeUndefined();
  });

  test('it lies where users of the app cannot write', () => {
    expect(recoveryFolder('/opt/OPD Tokens/opd-tokens', 'linux')).toBe('/etc/opd-tokens');
    expect(recoveryFolder('/x', 'darwin')).toBe('/Library/Application Support/OPD Tokens');
  });
});

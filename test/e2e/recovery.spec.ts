import { closeSync, mkdtempSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, killApp, type RunningApp, test, windowOf } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { answered } from './helpers/main-process';
import { issueMany, issueOne } from './helpers/patients';
import { laptop, picture } from './helpers/pictures';
import { openSettings } from './helpers/settings';

const NAME = 'opd-tokens.db';

/** What comes in the start screen's place. */
async function recovering(app: RunningApp): Promise<RunningApp> {
  return { ...app, home: await windowOf(app.electron, 'home&recovery') };
}

/** The start screen that comes once the window of recovery has gone. */
async function begun(app: RunningApp, press: () => Promise<void>): Promise<RunningApp> {
  const gone = app.home.waitForEvent('close');
  // The last press may go with the window that it was for.
  const pressed = press().catch((error: unknown) => {
    if (!String(error).includes('closed')) throw error;
  });
  await Promise.all([gone, pressed]);
  const home = await windowOf(app.electron, 'home');
  await home.getByTestId('home-language-en').waitFor();
  return { ...app, home };
}

test('data that are gone: nothing is begun anew, and the newest copy brings the morning back', async ({
  launch,
  dataFolder,
}) => {
  test.setTimeout(180_000);
  const before = await launch();
  await issueMany(before, 3);
  await callFrom(before.home, 'backups.make', {});
  const later = { source: 'walk_in', patientName: 'Later', patientContact: '9876500001' } as const;
  await issueOne(before, later);
  await killApp(before);
  for (const end of ['', '-wal', '-shm']) rmSync(join(dataFolder, `${NAME}${end}`), { force: true });

  const app = await recovering(await launch({ demo: false }));
  await expect(app.home.getByTestId('recovery')).toBeVisible();
  await expect(app.home.getByTestId('recovery-way')).toHaveCount(1);
  await picture(app, app.home, laptop, 'recovery-missing');
  const after = await begun(app, async () => {
    await app.home.getByTestId('recovery-restore').click();
    await app.home.getByTestId('dialog-confirm').click();
  });
  await issueOne(after, later);
  const found = await callFrom(after.home, 'tokens.find', { query: 'A-101' });
  expect(found).toHaveLength(1);

  await test.step('from a healthy app: to the copies, and nothing is changed until one is chosen', async () => {
    const admin = await openSettings(after, 'backups');
    await admin.getByTestId('backup-go-back').click();
    await admin.getByTestId('dialog-confirm').click();
    const shown = await recovering(after);
    await expect(shown.home.getByTestId('recovery-problem')).toBeVisible();
    await expect(shown.home.getByTestId('recovery-begin')).toHaveCount(0);
    await picture(shown, shown.home, laptop, 'recovery-asked');
    const left = await begun(shown, () => shown.home.getByTestId('recovery-retry').click());
    expect(await callFrom(left.home, 'tokens.find', { query: 'A-101' })).toHaveLength(1);
    // The windows that were open are back.
    await windowOf(left.electron, 'admin');
  });
});

test('a damaged page, and a computer that was stolen: both mornings go on from a backup', async ({
  launch,
  dataFolder,
}) => {
  test.setTimeout(180_000);
  const before = await launch();
  await issueMany(before, 3);
  await callFrom(before.home, 'backups.make', {});
  await before.electron.close();

  const damaged = await test.step('damaged: it is said, and the morning comes back', async () => {
    const file = openSync(join(dataFolder, NAME), 'r+');
    writeSync(file, new Uint8Array(4096 * 6).fill(0xaa), 0, 4096 * 6, 4096 * 3);
    closeSync(file);
    const app = await recovering(await launch({ demo: false }));
    await expect(app.home.getByTestId('recovery-problem')).toBeVisible();
    await app.home.getByTestId('recovery-report').click();
    await expect(app.home.getByTestId('recovery-reported')).toContainText('diagnostics-');
    await picture(app, app.home, laptop, 'recovery-damaged');
    const after = await begun(app, async () => {
      await app.home.getByTestId('recovery-restore').click();
      await app.home.getByTestId('dialog-confirm').click();
    });
    expect(await callFrom(after.home, 'tokens.find', { query: 'A-003' })).toHaveLength(1);
    return after;
  });
  await damaged.electron.close();

  await test.step('stolen: nothing but a stick with a backup, and a new computer', async () => {
    const stick = mkdtempSync(join(tmpdir(), 'opd-stick-'));
    const copies = readdirSync(join(dataFolder, 'backups')).filter((name) => name.includes('.db'));
    renameSync(join(dataFolder, 'backups'), join(stick, 'backups'));
    rmSync(dataFolder, { recursive: true });
    const app = await launch({ demo: false });
    await app.home.getByTestId('setup-restore').waitFor();
    await picture(app, app.home, laptop, 'recovery-first-run');
    const gone = app.home.waitForEvent('close');
    await app.home.getByTestId('setup-restore').click();
    await gone;
    const shown = await recovering(app);
    await expect(shown.home.getByTestId('recovery-problem')).toBeVisible();
    const file = join(stick, 'backups', copies[0] ?? '');
    await answered(() =>
      app.electron.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
      }, file),
    );
    await shown.home.getByTestId('recovery-choose').click();
    await shown.home.getByTestId('recovery-restore').waitFor();
    await picture(shown, shown.home, laptop, 'recovery-stolen');
    const after = await begun(shown, async () => {
      await shown.home.getByTestId('recovery-restore').click();
      await shown.home.getByTestId('dialog-confirm').click();
    });
    expect(await callFrom(after.home, 'tokens.find', { query: 'A-003' })).toHaveLength(1);
    // Numbers may be on slips that the backup knows nothing of.
    const next = await issueOne(after, { patientName: 'Next', patientContact: '9876500002' });
    expect(next.number).toBe('A-101');
    rmSync(stick, { recursive: true });
  });
});

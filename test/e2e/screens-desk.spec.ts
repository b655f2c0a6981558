import { sources } from '../../src/shared/model/token';
import { expect, MORNING, type RunningApp, test } from './helpers/app';
import { addDoctors } from './helpers/board';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { answered } from './helpers/main-process';
import { doctorId, issueMany, issueOne } from './helpers/patients';
import { landscape, laptop, picture, wide } from './helpers/pictures';

/** The reception desk's pictures for `npm run screens`: every state worth seeing, light and dark. */

const people = [
  'Asha Verma',
  'रवि कुमार शर्मा',
  'Fatima Sheikh',
  'மீனாட்சி சுந்தரம்',
  'Joseph D’Souza',
  'محمد عبد الرحمن',
  'Lakshmi Venkataraghavan Subramania Iyer-Chandrasekhar of Thiruvananthapuram',
  'Bo',
  'Gurpreet Kaur',
  'Om Prakash',
];

const more = [
  {
    name: 'Dr Venkatanarasimharajuvaripeta Iyer',
    specialization: 'Obstetrics and gynaecology',
    room: '4',
    prefix: 'D',
  },
  { name: 'डॉ. सुनीता देशपांडे', specialization: 'त्वचा रोग', room: '5', prefix: 'E' },
  { name: 'Dr Mary D’Souza', specialization: 'General medicine', room: '6', prefix: 'F' },
] as const;

/** Sixty people at six doctors, in the middle of the morning. */
async function busyMorning(app: RunningApp): Promise<void> {
  const prefixes = ['A', 'A', 'A', 'A', 'B', 'C', 'D', 'E', 'F'];
  for (let person = 0; person < 72; person += 1) {
    const source = sources[(person * 7) % 11] ?? 'walk_in';
    await issueOne(app, {
      doctorId: await doctorId(app, prefixes[person % prefixes.length]),
      source,
      patientName: people[person % people.length] ?? '',
      patientContact: `98765${String(person).padStart(5, '0')}`,
      ...(source === 'emergency' ? { note: 'Chest pain' } : {}),
    });
  }
}

/** Slips are printed in windows of their own; an app ended before would open those first the next time. */
async function slipsDone({ home }: RunningApp): Promise<void> {
  await expect
    .poll(async () => (await callFrom(home, 'printers.status', {})).printer.waitingJobs, { timeout: 240_000 })
    .toBe(0);
}

/** The last slot of the first doctor, with no seat left even for emergencies. */
async function fillLastSlot(app: RunningApp): Promise<void> {
  const { slots } = await callFrom(app.home, 'books.view', { doctorId: await doctorId(app) });
  const slotId = slots.at(-1)?.id;
  if (slotId === undefined) return;
  for (const patientName of ['Salma Khan', 'Peter Paul']) {
    await issueOne(app, { source: 'emergency', note: 'Burns', slotId, patientName, patientContact: '' });
  }
}

async function serveSome(app: RunningApp): Promise<void> {
  for (const prefix of ['A', 'A', 'B', 'C']) {
    const token = await callFrom(app.home, 'queue.callNext', { doctorId: await doctorId(app, prefix) });
    await callFrom(app.home, 'tokens.serve', { tokenId: token.id });
  }
  const inside = await callFrom(app.home, 'queue.callNext', { doctorId: await doctorId(app) });
  await callFrom(app.home, 'tokens.start', { tokenId: inside.id });
  await callFrom(app.home, 'queue.callNext', { doctorId: await doctorId(app) });
  await callFrom(app.home, 'doctors.setDelay', { doctorId: await doctorId(app, 'C'), minutes: 20 });
}

test('desk, empty', async ({ launch }) => {
  const app = await launch();
  const desk = await openDesk(app);
  for (const size of [laptop, wide, landscape]) await picture(app, desk, size, 'desk-1-empty');
});

test('desk with no doctors', async ({ launch }) => {
  const app = await launch({ demo: false });
  await callFrom(app.home, 'windows.open', { screen: 'desk' });
  await expect.poll(() => app.electron.windows().length).toBe(2);
  const desk = app.electron.windows().find((page) => page.url().includes('desk'));
  if (desk === undefined) throw new Error('No desk window.');
  await desk.getByText('No doctors').waitFor();
  await picture(app, desk, laptop, 'desk-2-no-doctors');
});

for (const language of ['en', 'hi'] as const) {
  test(`desk, sixty waiting at six doctors, ${language}`, async ({ launch, dataFolder }) => {
    test.setTimeout(600_000);
    const early = await launch();
    await early.electron.close();
    addDoctors(dataFolder, more);
    const first = await launch();
    await busyMorning(first);
    await fillLastSlot(first);
    await slipsDone(first);
    await first.electron.close();
    const app = await launch({ clock: MORNING.replace('08:30', '10:12') });
    await serveSome(app);
    const desk = await openDesk(app);
    await desk.evaluate((value) => localStorage.setItem('staff.language', value), language);
    await desk.reload();
    await desk.getByTestId('desk-token-F-001').waitFor();
    const shoot = (name: string) => picture(app, desk, laptop, `desk-${name}-${language}`);
    for (const size of [laptop, wide, landscape]) await picture(app, desk, size, `desk-3-full-${language}`);

    await desk.getByTestId('desk-phone').fill('98765');
    await desk.getByTestId('desk-known').first().waitFor();
    await shoot('4-known');
    await desk.keyboard.press('Enter');
    await desk.getByTestId('desk-duplicate').waitFor();
    await shoot('5-duplicate');

    await desk.keyboard.press('Alt+1');
    await desk.getByTestId('desk-phone').fill('9111111111');
    await desk.getByTestId('desk-name').fill('Mohan Das');
    await desk.getByTestId('desk-doctor').focus();
    await desk.keyboard.type('a');
    await shoot('6-doctors');
    await desk.keyboard.press('Enter');
    await desk.keyboard.press('Alt+s');
    await desk.getByRole('listbox').waitFor();
    await shoot('7-slots');
    await desk.keyboard.press('End');
    await desk.keyboard.press('Enter');
    await desk.getByTestId('desk-moved').waitFor();
    await shoot('8-displaces');
    await desk.getByTestId('desk-name').press('Enter');
    await expect(desk.getByTestId('desk-error')).toBeVisible();
    await shoot('9-problem');
    await desk.getByTestId('desk-note').fill('Stroke');
    await desk.getByTestId('desk-note').press('Enter');
    await desk.getByTestId('desk-issued-number').waitFor();
    await expect(desk.getByTestId('desk-slip')).toHaveAttribute('data-state', 'sent', { timeout: 30_000 });
    await shoot('10-issued');

    await desk.keyboard.press('F3');
    await desk.getByTestId('desk-find').fill('asha');
    await desk
      .getByTestId(/desk-find-result/)
      .first()
      .waitFor();
    await shoot('11-find');
    await desk.getByTestId('desk-find').fill('nobody at all');
    await shoot('12-find-nobody');
    await desk.getByTestId('desk-find').fill('a20');
    await desk.getByTestId('desk-find-result-A-020').waitFor();
    await desk.keyboard.press('Enter');
    await desk.getByTestId('desk-action-history').waitFor();
    await shoot('13-card');
    for (const [key, name] of [
      ['x', '14-cancel'],
      ['m', '15-move'],
      ['t', '16-transfer'],
      ['e', '17-upgrade'],
      ['k', '18-correct'],
      ['y', '19-why'],
    ] as const) {
      await desk.keyboard.press('F3');
      await desk.getByTestId('desk-find').fill('a16');
      await desk.getByTestId('desk-find-result-A-016').waitFor();
      await desk.keyboard.press('Enter');
      await desk.getByTestId('desk-action-history').waitFor();
      await desk.keyboard.press(key);
      if (key === 't') await desk.getByTestId('desk-transfer-B').click();
      await desk
        .getByTestId(/desk-outcome|desk-correct-name|desk-why|desk-refused|desk-move-full/)
        .first()
        .waitFor();
      await shoot(name);
    }
    await desk.keyboard.press('F4');
    await desk
      .getByTestId(/desk-notice-/)
      .first()
      .waitFor();
    await shoot('20-notices');
    await desk.keyboard.press('F8');
    await desk.getByTestId('desk-history').waitFor();
    await shoot('21-history');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('Alt+ArrowRight');
    await desk.keyboard.press('?');
    await desk.getByTestId('desk-shortcuts').waitFor();
    await shoot('22-keys');
    await desk.keyboard.press('Escape');
    await desk.locator('[data-board-item]:focus').waitFor();
    await desk.keyboard.press('Home');
    await desk.keyboard.press('Enter');
    await desk.getByTestId('desk-late').fill('25');
    await shoot('23-late');
    await desk.keyboard.press('Escape');
    await desk.getByTestId('desk-slot-A-12:00').getByRole('button').first().press('Enter');
    await desk.getByTestId('desk-slot-close').click();
    await desk.getByTestId('desk-outcome').waitFor();
    await shoot('24-close-slot');
    await desk.keyboard.press('Escape');
    await desk.getByTestId('desk-station').press('Enter');
    await desk.getByTestId('desk-backup').waitFor();
    await shoot('25-station');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('F6');
    await desk.getByTestId('day-review-A').waitFor();
    await shoot('25-end-of-day');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('Alt+d');
    await desk.getByRole('grid').waitFor();
    await shoot('26-calendar');
    await desk.keyboard.press('ArrowRight');
    await desk.keyboard.press('Enter');
    await desk.getByTestId('desk-today').waitFor();
    await desk.getByTestId('desk-board-F').waitFor();
    await shoot('27-other-day');
  });
}

test('desk, failing: no answer from the app, a refusal', async ({ launch }) => {
  const app = await launch();
  await issueMany(app, 25);
  const desk = await openDesk(app);
  await desk.getByTestId('desk-token-A-003').press('x');
  await desk.getByTestId('desk-outcome').waitFor();
  await desk.keyboard.press('Control+Enter');
  await desk.getByTestId('desk-slot-A-09:00').getByTestId('desk-token-A-025').waitFor();
  await desk.keyboard.press('F2');
  await expect(desk.getByTestId('desk-phone')).toBeFocused();
  await desk.keyboard.press('Control+z');
  await desk.getByTestId('desk-undo-refused').waitFor();
  await picture(app, desk, laptop, 'desk-30-undo-refused');
  await desk.keyboard.press('Escape');
  await answered(() => app.electron.evaluate(({ ipcMain }) => ipcMain.removeHandler('opd:call')));
  await desk.getByTestId('desk-name').fill('Asha');
  await desk.getByTestId('desk-doctor').fill('b');
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('Enter');
  await desk.getByTestId('desk-error').waitFor();
  await expect(desk.getByText('Not connected').first()).toBeVisible({ timeout: 40_000 });
  await picture(app, desk, laptop, 'desk-31-lost');
});

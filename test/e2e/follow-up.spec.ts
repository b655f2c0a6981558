import { expect, type RunningApp, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openDesk, Typist } from './helpers/desk';
import { doctorId } from './helpers/patients';

/** Both were seen by Dr Rao this morning already, while there was no power. */
async function knowTwo(app: RunningApp): Promise<void> {
  const at = Date.parse('2026-01-05T08:10:00+05:30');
  const seen = { at, source: 'paid', became: 'served' } as const;
  await callFrom(app.home, 'tokens.paper', {
    doctorId: await doctorId(app),
    rows: [
      { ...seen, patientName: 'Asha Verma', patientContact: '9876543210' },
      { ...seen, patientName: 'Ravi Kumar', patientContact: '9123456780' },
    ],
  });
}

test('a follow-up that is due is proposed at the desk with no key more; the choice of staff stands; a claim is called one', async ({
  launch,
}) => {
  const app = await launch();
  await knowTwo(app);
  const desk = await openDesk(app);
  const line = desk.getByTestId('desk-follow-up');
  const source = (name: string) => desk.getByTestId(`desk-source-${name}`);
  const issued = desk.getByTestId('desk-issued-number');
  const take = async (digits: string): Promise<Typist> => {
    const typist = new Typist(desk);
    await typist.press('F2');
    await typist.type(digits);
    await desk.getByTestId('desk-known').waitFor();
    await typist.press('Enter');
    return typist;
  };

  await test.step('proposed', async () => {
    const typist = await take('9876');
    await expect(line).toHaveText(
      'Seen by Dr Anjali Rao today: a follow-up is free until 12 Jan, 1 visit left.',
    );
    await expect(source('follow_up')).toHaveAttribute('data-selected', 'true');
    await typist.press('Enter');
    await expect(issued).toHaveText('A-001');
    expect(typist.strokes).toBeLessThanOrEqual(8);
    await expect(desk.getByTestId('desk-token-A-001')).toContainText('Follow-up');
    await expect(desk.getByTestId('claim-A-001')).toHaveCount(0);
    await expect(source('walk_in')).toHaveAttribute('data-selected', 'true');
  });

  await test.step('pressed faster than it can be known', async () => {
    await take('9123');
    await desk.keyboard.press('Enter');
    await expect(issued).toHaveText('A-002');
    await expect(desk.getByTestId('desk-token-A-002')).toContainText('Follow-up');
    const [found] = await callFrom(app.home, 'tokens.find', { query: 'A-002' });
    expect(found?.token).toMatchObject({ source: 'follow_up', followUp: 'due' });
    await callFrom(app.home, 'tokens.cancel', { tokenId: found?.token.id ?? ('' as never) });
  });

  await test.step('chosen otherwise, and with another doctor', async () => {
    await take('9123');
    await expect(source('follow_up')).toHaveAttribute('data-selected', 'true');
    await desk.keyboard.press('Alt+2');
    await expect(source('paid')).toHaveAttribute('data-selected', 'true');
    await expect(line).toContainText('1 visit left');
    await desk.keyboard.press('Enter');
    await expect(issued).toHaveText('A-003');
    await expect(desk.getByTestId('desk-token-A-003')).toContainText('Paid');
  });

  await test.step('claimed', async () => {
    await desk.keyboard.press('F2');
    await desk.keyboard.press('Alt+3');
    await desk.getByTestId('desk-phone').fill('9000000009');
    await desk.getByTestId('desk-name').fill('Usha Nair');
    await desk.getByTestId('desk-name').press('Enter');
    await desk.keyboard.press('a');
    await desk.keyboard.press('Enter');
    await expect(line).toContainText('has not seen this patient');
    await desk.keyboard.press('Enter');
    await expect(issued).toHaveText('A-004');
    await expect(desk.getByTestId('claim-A-004')).toHaveText('Claimed');
    const doctor = await app.openDoctor('A');
    await expect(doctor.getByTestId('claim-A-004')).toHaveText('Claimed');
    await expect(doctor.getByTestId('claim-A-001')).toHaveCount(0);
    await doctor.getByTestId('doctor-row-A-004').click();
    await doctor.keyboard.press('w');
    await expect(doctor.getByTestId('doctor-why-besides')).toHaveText(
      /Claimed: not seen by this doctor before/,
    );
    await doctor.keyboard.press('Escape');
  });

  await test.step('not a follow-up after all, and taken back', async () => {
    await desk.getByTestId('desk-token-A-004').click();
    await desk.getByTestId('desk-card').waitFor();
    await desk.keyboard.press('j');
    await desk.getByTestId('desk-confirm').waitFor();
    await desk.keyboard.press('Control+Enter');
    await expect(desk.getByTestId('claim-A-004')).toHaveCount(0);
    await expect(desk.getByTestId('desk-token-A-004')).toContainText('Walk-in');
    await desk.keyboard.press('Control+z');
    await expect(desk.getByTestId('claim-A-004')).toHaveText('Claimed');
  });
});

import { expect, type RunningApp, test } from './helpers/app';
import { findings } from './helpers/axe';
import { callFrom } from './helpers/bridge';
import { openDesk, Typist } from './helpers/desk';
import { chooseDoctor, typeDetails } from './helpers/kiosk';
import { issueOne } from './helpers/patients';

const ravi = { patientName: 'Ravi Verma', patientContact: '9876543210' };

/** Was here before, and is 71. */
async function knowRavi(app: RunningApp): Promise<void> {
  const { id: tokenId } = await issueOne(app, ravi);
  const facts = {
    ...{ name: ravi.patientName, secondName: '', sex: null, birth: '1954-06-01', address: '' },
    ...{ contacts: [ravi.patientContact], clinicNumber: '', identifiers: [], note: '' },
    ...{ precedence: null, precedenceUntil: null },
  };
  await callFrom(app.home, 'patients.save', { tokenId, facts });
  await callFrom(app.home, 'tokens.cancel', { tokenId });
}

test('R26: of a known 71-year-old the desk says before Enter what goes first and why; no key more, and it is changed by its own', async ({
  launch,
}) => {
  const app = await launch();
  await knowRavi(app);
  const desk = await openDesk(app);
  const need = desk.getByTestId('desk-need');
  const take = async (): Promise<Typist> => {
    const typist = new Typist(desk);
    await typist.press('F2');
    await typist.type('9876');
    await desk.getByTestId('desk-known').waitFor();
    await typist.press('Enter');
    await expect(need).toContainText('Elderly, 71 years');
    return typist;
  };

  await test.step('as it is known', async () => {
    const typist = await take();
    await typist.press('Enter');
    await expect(desk.getByTestId('desk-issued-number')).toHaveText('A-002');
    expect(typist.strokes).toBeLessThanOrEqual(8);
    await expect(desk.getByTestId('desk-token-A-002')).toContainText('Elderly');
    await callFrom(app.home, 'tokens.cancel', {
      tokenId: (await callFrom(app.home, 'tokens.find', { query: 'A2' }))[0]?.token.id ?? ('' as never),
    });
  });

  await test.step('and not this time', async () => {
    await take();
    await desk.keyboard.press('Alt+g');
    await desk.keyboard.press('Home');
    await desk.keyboard.press('Enter');
    await expect(need).toContainText('Nothing special');
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-issued-number')).toHaveText('A-003');
    await expect(desk.getByTestId('desk-token-A-003')).not.toContainText('Elderly');
  });
});

test('R26: the kiosk asks once the clinic wants it; the answer is on the token, marked as not checked, and is confirmed by the key', async ({
  launch,
}) => {
  const app = await launch();
  await callFrom(app.home, 'settings.change', { rules: { askNeedAtKiosk: true } });
  const kiosk = await app.openKiosk();
  for (const [name, phone, claim] of [
    ['Asha Verma', '9876500001', 'pregnant'],
    ['Usha Verma', '9876500002', 'none'],
  ] as const) {
    await chooseDoctor(kiosk);
    await typeDetails(kiosk, { name, phone });
    if (claim === 'none') expect(await findings(kiosk)).toEqual([]);
    await kiosk.getByTestId(`kiosk-claim-${claim}`).click();
    await expect(kiosk.getByTestId('kiosk-confirm')).toBeVisible();
    await expect(kiosk.locator('main')).not.toContainText('Pregnant');
    await kiosk.getByTestId('kiosk-confirm').click();
    await expect(kiosk.locator('main')).not.toContainText('Pregnant');
    await kiosk.getByTestId('kiosk-done').click();
  }
  const desk = await openDesk(app);
  await expect(desk.getByTestId('desk-token-A-001')).toContainText('Pregnant?');
  await expect(desk.getByTestId('desk-token-A-002')).not.toContainText('?');
  await desk.getByTestId('desk-token-A-001').focus();
  await desk.keyboard.press('f');
  await desk.getByTestId('need-pregnant').waitFor();
  await desk.getByTestId('desk-confirm').click();
  await expect(desk.getByTestId('desk-token-A-001')).not.toContainText('?');
  await expect(desk.getByTestId('desk-token-A-001')).toContainText('Pregnant');
});

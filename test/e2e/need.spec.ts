import { expect, type RunningApp, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openDesk, Typist } from './helpers/desk';
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

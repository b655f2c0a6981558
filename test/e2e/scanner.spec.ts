import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Token } from '../../src/shared/model/token';
import { expect, type RunningApp, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { bothForms } from './helpers/long';
import { doctorId, issueOne } from './helpers/patients';
import { scan } from './helpers/scanner';

/** Everything that a stray key could have changed. */
async function state(app: RunningApp): Promise<string> {
  const views = [];
  for (const { doctor } of await callFrom(app.home, 'doctors.summaries', {})) {
    const { tokens, slots, status } = await callFrom(app.home, 'books.view', { doctorId: doctor.id });
    views.push({ tokens, slots, status });
  }
  return JSON.stringify(views);
}

async function threeTokens(app: RunningApp): Promise<readonly [Token, Token, Token]> {
  const one = await issueOne(app, { patientName: 'Asha Verma', patientContact: '9111111111' });
  const two = await issueOne(app, { patientName: 'Ravi Rao', patientContact: '9222222222' });
  const other = await issueOne(app, {
    doctorId: await doctorId(app, 'B'),
    patientName: 'Meera Nair',
    patientContact: '9333333333',
  });
  return [one, two, other];
}

test('at the desk a scan opens its token and nothing else, wherever the focus is and however fast it comes', async ({
  launch,
}) => {
  test.slow();
  const app = await launch();
  const [one, , other] = await threeTokens(app);
  const desk = await openDesk(app);
  await desk.getByTestId(`desk-token-${one.number}`).waitFor();
  const before = await state(app);
  for (const [where, delay] of [
    ['on the page', 5],
    ['on the page', 80],
    ['on a token in focus', 5],
    ['on a token in focus', 20],
    ['on a token in focus', 80],
    ['in a field', 5],
    ['in a field', 20],
    ['in a field', 80],
    ['in a dialog', 5],
    ['in a dialog', 80],
    ['in a field of a dialog', 20],
  ] as const) {
    await test.step(`${where}, ${delay} ms a key`, async () => {
      if (where === 'on the page') await desk.evaluate(() => (document.activeElement as HTMLElement).blur());
      if (where === 'on a token in focus') await desk.getByTestId(`desk-token-${one.number}`).focus();
      if (where === 'in a field') {
        await desk.getByTestId('desk-name').fill('Half a na');
        await desk.getByTestId('desk-name').focus();
      }
      if (where === 'in a dialog') await desk.keyboard.press('F6');
      if (where === 'in a field of a dialog') await desk.keyboard.press('F3');
      await scan(desk, other.id, delay);
      await expect(desk.getByTestId('desk-card')).toContainText('Meera Nair');
      await desk.keyboard.press('Escape');
      await expect(desk.getByRole('dialog')).toHaveCount(0);
      if (where === 'in a field') await expect(desk.getByTestId('desk-name')).toHaveValue('Half a na');
      expect(await state(app)).toBe(before);
    });
  }
});

for (const { isLong, tagged } of bothForms)
  test(
    `codes of ${isLong ? 'any' : 'another'} first letter press no key at the desk, wherever the focus is`,
    tagged,
    async ({ launch }) => {
      test.slow();
      const app = await launch();
      const [one] = await threeTokens(app);
      const desk = await openDesk(app);
      const token = desk.getByTestId(`desk-token-${one.number}`);
      const before = await state(app);
      for (const [index, letter] of [...(isLong ? '0123456789abcdef' : '19acdef')].entries()) {
        await token.focus();
        await scan(desk, letter + randomUUID().slice(1), [5, 20, 80][index % 3]);
        await expect(desk.getByTestId('desk-token-missing')).toContainText('no such token');
        await desk.keyboard.press('Escape');
        await expect(desk.getByTestId('desk-token-missing')).toBeHidden();
      }
      expect(await state(app)).toBe(before);
      // What is scanned and is no slip's code does nothing either.
      await token.focus();
      await scan(desk, '8901234567890');
      await expect(token).toBeFocused();
      await scan(desk, 'LOT/QX-77B', 80);
      await expect(desk.getByText('not known here')).toBeVisible();
      await expect(token).toBeFocused();
      expect(await state(app)).toBe(before);
    },
  );

test('in the doctor’s window a scan marks its patient or says whose it is, and closes nothing', async ({
  launch,
}) => {
  const app = await launch();
  const [, two, other] = await threeTokens(app);
  const doctor = await app.openDoctor('A');
  await doctor.getByTestId('doctor-primary').waitFor();
  await doctor.getByTestId('doctor-queue').getByText(two.number).waitFor();
  const before = await state(app);
  for (const letter of 'abcdef0') {
    await scan(doctor, letter + randomUUID().slice(1));
    await expect(doctor.getByTestId('toast').last()).toContainText('no such token');
  }
  await scan(doctor, two.id);
  await expect(doctor.getByTestId('doctor-marked')).toContainText(two.number);
  await scan(doctor, other.id, 80);
  await expect(doctor.getByTestId('toast').filter({ hasText: other.number })).toContainText('is with');
  expect(await state(app)).toBe(before);
  await expect(doctor.getByRole('dialog')).toHaveCount(0);
});

test('with a Hindi keyboard keys do what they do, and a slip’s code is no phone number', async ({
  launch,
}) => {
  const app = await launch();
  const [one, two] = await threeTokens(app);
  const desk = await openDesk(app);
  /** A key as InScript writes it. */
  const press = (key: string, code: string) =>
    desk.evaluate(
      ({ key, code }) => {
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }),
        );
      },
      { key, code },
    );
  await desk.getByTestId(`desk-token-${one.number}`).focus();
  await press('ं', 'KeyX');
  await expect(desk.getByTestId('desk-confirm')).toContainText(one.number);
  await desk.keyboard.press('Escape');
  await desk.getByTestId('desk-board-A').waitFor();
  await desk.getByTestId('desk-doctor').focus();
  await press('व', 'KeyB');
  await desk.keyboard.insertText('व');
  await desk.keyboard.press('Enter');
  await expect(desk.getByTestId('desk-doctor')).toHaveValue(/^B /);
  await desk.getByTestId('desk-phone').focus();
  await desk.evaluate(async (id) => {
    const field = document.activeElement as HTMLInputElement;
    // Made before the first is sent: their times are then a scanner's, however busy the page is.
    const keys = [...id].map((sign) => {
      const code = /[a-z]/.test(sign) ? `Key${sign.toUpperCase()}` : sign === '-' ? 'Minus' : `Digit${sign}`;
      const key = /[a-z]/.test(sign) ? 'म' : sign;
      return new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true });
    });
    for (const event of keys) {
      if (field.dispatchEvent(event)) document.execCommand('insertText', false, event.key);
    }
  }, two.id);
  await expect(desk.getByTestId('desk-card')).toContainText(two.patientName);
  await desk.keyboard.press('Escape');
  await expect(desk.getByTestId('desk-phone')).toHaveValue('');
});

/** A scanner's keys, each called as InScript has it, where nothing can be typed. */
async function scanInHindi(desk: Page, code: string): Promise<void> {
  await desk.evaluate((text) => {
    (document.activeElement as HTMLElement).blur();
    const places: Readonly<Record<string, string>> = {
      ...{ '{': 'BracketLeft', '}': 'BracketRight', '"': 'Quote', ':': 'Semicolon', ',': 'Comma' },
      ...{ '-': 'Minus', ' ': 'Space' },
    };
    const keys = [...text].map((sign) => {
      const isLetter = /[a-z]/i.test(sign);
      const code = isLetter ? `Key${sign.toUpperCase()}` : (places[sign] ?? `Digit${sign}`);
      const shiftKey = /[A-Z{}":]/.test(sign);
      const key = isLetter || '{}":'.includes(sign) ? 'म' : sign;
      return new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true });
    });
    const end = new KeyboardEvent('keydown', {
      key: 'Enter',
      code: 'Enter',
      bubbles: true,
      cancelable: true,
    });
    for (const event of [...keys, end]) document.body.dispatchEvent(event);
  }, code);
}

const CARD = JSON.stringify(
  {
    hidn: '91-1234-5678-9012',
    hid: 'sita.devi@abdm',
    name: 'Sita Devi',
    gender: 'F',
    dob: '12/4/1956',
    mobile: '9876543210',
    address: '14, Gandhi Nagar, near the old water tower, Aliganj, Sector C, behind the post office',
    district_name: 'Lucknow',
    'state name': 'UTTAR PRADESH',
  },
  null,
  '\t',
);

test('an ABHA card fills the desk’s form, wherever the focus is; what is no card for it fills nothing', async ({
  launch,
}) => {
  test.slow();
  const app = await launch();
  const [one] = await threeTokens(app);
  const desk = await openDesk(app);
  await desk.getByTestId(`desk-token-${one.number}`).waitFor();
  let before = await state(app);
  const [name, phone] = [desk.getByTestId('desk-name'), desk.getByTestId('desk-phone')];
  for (const [where, delay] of [
    ['on a token', 5],
    ['on a token', 80],
    ['in a field', 5],
    ['in a field', 80],
    ['in a dialog', 20],
  ] as const) {
    await test.step(`${where}, ${delay} ms a key`, async () => {
      await phone.fill('');
      await name.fill('');
      if (where === 'on a token') await desk.getByTestId(`desk-token-${one.number}`).focus();
      if (where === 'in a field') await phone.focus();
      if (where === 'in a dialog') await desk.keyboard.press('F3');
      await scan(desk, CARD, delay);
      await expect(name).toHaveValue('Sita Devi');
      await expect(phone).toHaveValue('9876543210');
      await expect(name).toBeFocused();
      await expect(desk.getByRole('dialog')).toHaveCount(0);
      expect(await state(app)).toBe(before);
    });
  }
  await expect(desk.getByTestId('field-doubt')).toContainText('From the card: please ask');
  await name.fill('Sita Devi Rao');
  await expect(desk.getByTestId('field-doubt')).toBeHidden();

  await test.step('issued, it is kept as from a card; scanned again with the Hindi layout, it opens that token', async () => {
    await scan(desk, CARD);
    await desk.getByTestId('desk-doctor').fill('A');
    await desk.keyboard.press('Enter');
    await desk.getByTestId('desk-name').press('Control+Enter');
    await expect(phone).toHaveValue('');
    const [found] = await callFrom(app.home, 'patients.find', { query: 'sita devi' });
    if (found === undefined) throw new Error('She is not in the register.');
    const { patient } = await callFrom(app.home, 'patients.page', { tokenId: found.tokenId });
    expect(patient).toMatchObject({
      sex: 'female',
      birth: '1956-04-12',
      identifiers: [
        { system: 'abha', value: '91-1234-5678-9012', fromCard: true },
        { system: 'abha-address', value: 'sita.devi@abdm', fromCard: true },
      ],
    });
    await scanInHindi(desk, '{"hidn":"91-1234-5678-9012","name":"Sita Devi"}');
    await expect(desk.getByTestId('desk-card')).toContainText('Sita Devi');
    await desk.keyboard.press('Escape');
    await callFrom(app.home, 'tokens.cancel', { tokenId: found.tokenId });
    before = await state(app);
    await name.fill('Sita Devi Rao');
  });

  await test.step('cut off, or an Aadhaar card’s', async () => {
    await phone.fill('');
    await phone.focus();
    await scan(desk, CARD.slice(0, 150));
    await expect(desk.getByTestId('toast').last()).toContainText('Only a part');
    await scan(desk, '6979414848205'.repeat(16));
    await expect(desk.getByTestId('toast').last()).toContainText('Aadhaar');
    await expect(phone).toHaveValue('');
    await expect(name).toHaveValue('Sita Devi Rao');
    expect(await state(app)).toBe(before);
  });
});

test('at the kiosk a slip leads to its booking from any step, and a card fills name and phone', async ({
  launch,
}) => {
  const app = await launch();
  const booked = await issueOne(app, {
    source: 'online',
    patientName: 'Asha Verma',
    patientContact: '9111111111',
  });
  const kiosk = await app.openKiosk();
  await kiosk.getByTestId('kiosk-language-en').waitFor();
  await scan(kiosk, booked.id, 80);
  await kiosk.getByTestId('kiosk-check-in').click();
  await expect(kiosk.getByTestId('kiosk-number')).toHaveText(booked.number);
  await kiosk.getByTestId('kiosk-done').click();

  await kiosk.getByTestId('kiosk-language-en').click();
  await scan(kiosk, CARD, 20);
  await expect(kiosk.getByTestId('toast').last()).toContainText('check that it is right');
  await kiosk.getByTestId('kiosk-need-token').click();
  await kiosk.getByTestId('kiosk-doctor-A').click();
  await expect(kiosk.getByTestId('kiosk-name')).toHaveValue('Sita Devi');
  await expect(kiosk.getByTestId('kiosk-phone')).toHaveValue('9876543210');
  await kiosk.getByTestId('kiosk-name').fill('');
  await kiosk.getByTestId('kiosk-name').focus();
  await scan(kiosk, CARD, 80);
  await expect(kiosk.getByTestId('kiosk-name')).toHaveValue('Sita Devi');
  await kiosk.getByTestId('kiosk-next').click();
  await kiosk.getByTestId('kiosk-confirm').click();
  const number = await kiosk.getByTestId('kiosk-number').innerText();
  const [found] = await callFrom(app.home, 'tokens.find', { query: number });
  // R26: who is new is as old as the card says.
  expect(found?.token).toMatchObject({ precedence: 'senior', precedenceFrom: 'register' });
});

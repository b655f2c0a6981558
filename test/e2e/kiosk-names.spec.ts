import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { fillKiosk, startVisit } from './helpers/kiosk';
import { bothForms } from './helpers/long';
import { doctorId } from './helpers/patients';

test.use({ pagesApart: false });

const names = {
  long: [
    'Lakshmi Venkataraghavan Subramania Iyer-Chandrasekhar of Thiruvananthapuram, daughter of V. S. Iyer',
    null,
  ],
  'one word, unbroken': ['W'.repeat(120), null],
  emoji: ['Asha 🙏🏽 Verma 👨‍👩‍👧', null],
  'control characters': ['As\u0007ha\u202e\u0000 Ver\tma\u200b', 'Asha Ver ma'],
  'right to left': ['محمد عبد الرحمن (Abu Ali) 2', null],
  markup: ['<b onclick=alert(1)>Asha</b> {{count}} #{x}', null],
} as const;

for (const { isLong, tagged } of bothForms)
  test(
    `names long, unbroken, of emoji, dirty or right to left do no harm, are kept clean, and forgotten${isLong ? ', each in two languages' : ''}`,
    tagged,
    async ({ launch }) => {
      test.slow();
      const app = await launch();
      const kiosk = await app.openKiosk();
      const all = (['en', 'ar'] as const).flatMap((language) =>
        Object.entries(names).map(([what, [typed, stored]]) => ({
          language,
          what,
          typed,
          stored: stored ?? typed,
        })),
      );
      // In turn from the left and from the right.
      const half = all.length / 2;
      const cases = isLong ? all : all.filter((_, index) => index < half === (index % 2 === 0));
      for (const [index, { language, what, typed, stored }] of cases.entries()) {
        await test.step(`a name that is ${what}, in ${language}`, async () => {
          await fillKiosk(kiosk, { language, name: typed, phone: `98765432${10 + index}` });
          const sideways = () =>
            kiosk.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
          expect(await sideways()).toBe(false);
          const confirm = await kiosk.getByTestId('kiosk-confirm').boundingBox();
          expect(confirm?.width).toBeGreaterThan(200);
          await kiosk.getByTestId('kiosk-confirm').click();
          await expect(kiosk.getByTestId('kiosk-number')).toHaveText(
            `A-0${String(index + 1).padStart(2, '0')}`,
          );
          // The number is called aloud; the name is nobody else's business.
          const shown = await kiosk.locator('body').innerText();
          expect(shown).not.toContain(typed.slice(0, 8));
          const view = await callFrom(app.home, 'books.view', { doctorId: await doctorId(app) });
          expect(view.tokens[index]?.patientName).toBe(stored);
          await kiosk.getByTestId('kiosk-done').click();
        });
      }
    },
  );

test('nothing of one patient is visible to the next', async ({ launch }) => {
  const app = await launch();
  const kiosk = await app.openKiosk();
  const next = async (): Promise<void> => {
    const left = await kiosk.evaluate(() => ({
      page: document.documentElement.outerHTML,
      local: JSON.stringify(localStorage),
      session: JSON.stringify(sessionStorage),
      history: history.length,
      url: location.href,
    }));
    for (const trace of ['Asha', '9876543210', 'A-001']) {
      expect(`${left.page} ${left.local} ${left.session} ${left.url}`).not.toContain(trace);
    }
    expect(left.history).toBe(1);
    await startVisit(kiosk);
    await kiosk.getByTestId('kiosk-doctor-B').click();
    for (const field of ['kiosk-name', 'kiosk-phone']) {
      await expect(kiosk.getByTestId(field)).toHaveValue('');
      await expect(kiosk.getByTestId(field)).toHaveAttribute('autocomplete', 'off');
    }
    // The browser's own undo remembers what an input held, unless it is another input.
    await kiosk.getByTestId('kiosk-name').press('Control+z');
    await expect(kiosk.getByTestId('kiosk-name')).toHaveValue('');
  };

  await fillKiosk(kiosk, { name: 'Asha Verma', phone: '9876543210' });
  await kiosk.getByTestId('kiosk-confirm').click();
  await kiosk.getByTestId('kiosk-number').waitFor();
  await kiosk.getByTestId('kiosk-done').click();
  await kiosk.getByTestId('kiosk-language-en').waitFor();
  await next();

  for (let back = 0; back < 3; back += 1) await kiosk.getByTestId('kiosk-back').click();
  await fillKiosk(kiosk, { name: 'Asha Verma', phone: '9876543210' });
  for (let back = 0; back < 4; back += 1) await kiosk.getByTestId('kiosk-back').click();
  await kiosk.getByTestId('kiosk-language-en').waitFor();
  await next();
});

import { type RunningApp, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { doctorId, issueMany, issueOne } from './helpers/patients';
import { landscape, laptop, picture } from './helpers/pictures';

const dead = '2010-01-01T00:00:00+05:30';
const tuesday = '2026-01-06T08:10:00+05:30';

/** What a clock that nobody believes looks like (R35), for `npm run screens`, in the order of three mornings. */
async function morning(app: RunningApp): Promise<void> {
  for (const n of [1, 2]) {
    await issueOne(app, { source: 'online', patientName: `रवि कुमार ${n}`, patientContact: `922222222${n}` });
  }
  await issueMany(app, 5);
}

for (const language of ['en', 'hi'] as const) {
  test(`a clock that cannot be right, ${language}`, async ({ launch }) => {
    test.setTimeout(600_000);
    const open = async (clock: string) => {
      const app = await launch({ clock });
      await app.home.evaluate((value) => localStorage.setItem('staff.language', value), language);
      await app.home.reload();
      const desk = await openDesk(app);
      const shoot = async (name: string, page = desk) => {
        await picture(app, page, laptop, `clock-${name}-${language}`);
        await picture(app, page, landscape, `clock-${name}-${language}`);
      };
      return { app, desk, shoot };
    };
    const first = await launch();
    await morning(first);
    await first.electron.close();

    // A dead battery, amid the morning.
    const battery = await open(dead);
    await battery.desk.getByTestId('clock-question').waitFor();
    await battery.shoot('1-dead-battery');
    await battery.app.home.getByTestId('clock-question').waitFor();
    await battery.shoot('2-home', battery.app.home);
    const doctor = await battery.app.openDoctor('A');
    await doctor.getByTestId('clock-line').waitFor();
    await battery.shoot('3-doctor', doctor);
    await battery.desk.getByTestId('clock-say').click();
    await battery.desk.getByTestId('clock-line').waitFor();
    await battery.shoot('4-answered');
    await battery.app.electron.close();

    // The morning after, with patients left of the day before.
    const next = await open(tuesday);
    await next.desk.getByTestId('clock-question').waitFor();
    await next.shoot('5-next-day');
    await next.desk.getByTestId('clock-type').click();
    await next.shoot('6-typed');
    await next.desk.getByTestId('clock-time').fill('99');
    await next.desk.getByTestId('clock-say').click();
    await next.shoot('7-no-such-time');
    await next.desk.getByTestId('clock-question').getByTestId('clock-back').click();
    await next.desk.getByTestId('clock-computer').click();
    const which = { doctorId: await doctorId(next.app), serviceDay: '2026-01-05' };
    while ((await callFrom(next.app.home, 'books.view', which)).status !== 'closed') {
      await next.desk.evaluate(() => undefined);
    }
    await next.app.electron.close();

    // It was Monday after all: today is closed, and opened again.
    const back = await open('2026-01-05T09:40:00+05:30');
    await back.desk.getByTestId('clock-question').waitFor();
    await back.shoot('8-behind');
    await back.desk.getByTestId('clock-computer').click();
    await back.desk.getByTestId('desk-too-soon').waitFor();
    await back.shoot('9-closed-too-soon');
    await back.desk.getByTestId('desk-too-soon-open').click();
    await back.desk.getByTestId('desk-overdue').waitFor();
    await back.desk.keyboard.press('F7');
    await back.desk.getByTestId('desk-overdue-panel').waitFor();
    await back.shoot('10-overdue');
  });
}

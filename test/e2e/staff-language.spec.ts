import { expect, type RunningApp, test } from './helpers/app';
import { findings } from './helpers/axe';
import { openDesk } from './helpers/desk';
import { issueMany } from './helpers/patients';

/** The menu bar of staff windows, as the system shows it. */
const menuBar = (app: RunningApp) =>
  app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));

test('staff choose Hindi once: every staff window has it, and after a restart too', async ({ launch }) => {
  // Two starts and six windows.
  test.setTimeout(180_000);
  const first = await launch();
  await expect.poll(() => menuBar(first)).toEqual(['&Open', '&Edit', '&View']);
  await issueMany(first, 2);
  const doctor = await first.openDoctor('A');
  await expect(doctor.getByTestId('doctor-primary')).toContainText('Call A-001');
  await first.home.getByTestId('home-language-hi').click();
  await expect(first.home.locator('html')).toHaveAttribute('lang', 'hi');
  await expect(first.home.getByTestId('home-open-kiosk')).toContainText('कियोस्क');
  await expect(doctor.getByTestId('doctor-primary')).toContainText('A-001 को बुलाएँ');
  await expect.poll(() => menuBar(first)).toEqual(['खोलें', 'संपादन', 'दृश्य']);
  expect(await findings(doctor)).toEqual([]);
  expect(await findings(first.home)).toEqual([]);
  const desk = await openDesk(first);
  await expect(desk.locator('html')).toHaveAttribute('lang', 'hi');
  await desk.getByTestId('desk-token-A-001').waitFor();
  expect(await findings(desk)).toEqual([]);
  // Patients choose for themselves.
  const kiosk = await first.openKiosk();
  await expect(kiosk.locator('html')).toHaveAttribute('lang', 'en');
  await first.electron.close();

  const second = await launch();
  await expect(second.home.getByTestId('home-open-kiosk')).toContainText('कियोस्क');
  await expect.poll(() => menuBar(second)).toEqual(['खोलें', 'संपादन', 'दृश्य']);
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as appTest, expect } from './helpers/app';
import { mainWindow } from './helpers/main-process';

interface Fixtures {
  readonly otherFolder: string;
  /** A server at an address of its own, which answers as it is told at the time. */
  readonly serveAs: (
    answer: RequestListener,
  ) => Promise<{ origin: string; answers: (by: RequestListener) => void }>;
}

const test = appTest.extend<Fixtures>({
  otherFolder: async ({ playwright: _unused }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'opd-e2e-other-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  serveAs: async ({ playwright: _unused }, use) => {
    const stops: (() => void)[] = [];
    await use(async (first) => {
      let answer = first;
      const server = createServer((request, response) => answer(request, response));
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      stops.push(() => {
        server.closeAllConnections();
        server.close();
      });
      return {
        origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        answers: (by) => {
          answer = by;
        },
      };
    });
    for (const stop of stops) stop();
  },
});

/** As much of ours as the app looks at: a page, and what it is known by. */
const ours: RequestListener = ({ url }, response) => {
  if (url === '/pair') response.setHeader('content-type', 'application/json').end('{"paired":false}');
  else response.setHeader('content-type', 'text/html').end('<p data-testid="ours">Ours</p>');
};

const stranger: RequestListener = (_request, response) => {
  response.setHeader('content-type', 'text/html').end('<p data-testid="stranger">A router</p>');
};

test('a locked kiosk shows nobody’s pages but those of the computer with the data', async ({
  launch,
  otherFolder,
  serveAs,
}) => {
  const elsewhere = await serveAs(stranger);
  const reception = await serveAs(stranger);
  writeFileSync(
    join(otherFolder, 'computer.json'),
    JSON.stringify({ station: 'kiosk', reception: reception.origin }),
  );
  const app = await launch({ demo: false, folder: otherFolder, first: 'away', comesBack: true });
  const kiosk = app.home;
  const window = await mainWindow(app, kiosk);
  const again = (): Promise<void> =>
    window.evaluate(({ webContents }, address) => void webContents.loadURL(address), reception.origin);

  await test.step('its number is another computer’s by now', async () => {
    await kiosk.getByTestId('away').waitFor();
    reception.answers(ours);
    await kiosk.getByTestId('ours').waitFor();
  });
  const others: [string, RequestListener][] = [
    ['a page that is not there', (_request, response) => void response.writeHead(404).end('Not found')],
    ['trouble', (_request, response) => void response.writeHead(500).end('Trouble')],
    [
      'a way elsewhere',
      (_request, response) => void response.writeHead(302, { location: elsewhere.origin }).end(),
    ],
  ];
  for (const [what, answer] of others)
    await test.step(what, async () => {
      reception.answers(answer);
      await again();
      await kiosk.getByTestId('away').waitFor();
      reception.answers(ours);
      await kiosk.getByTestId('ours').waitFor();
    });
  expect(JSON.parse(readFileSync(join(otherFolder, 'computer.json'), 'utf8')).reception).toBe(
    reception.origin,
  );

  await test.step('nothing is saved on this computer', async () => {
    const refused = await window.evaluate(
      ({ webContents }, address) =>
        new Promise<boolean>((done) => {
          webContents.session.once('will-download', (event) => done(event.defaultPrevented));
          webContents.downloadURL(address);
        }),
      reception.origin,
    );
    expect(refused).toBe(true);
  });

  await test.step('a window that went without leave is there again, and is left by its question', async () => {
    await kiosk.evaluate(() => globalThis.close()).catch(() => undefined);
    await expect.poll(() => app.electron.windows().filter((page) => page !== kiosk).length).toBe(1);
    const back = app.electron.windows().find((page) => page !== kiosk);
    if (back === undefined) throw new Error('It is gone.');
    await back.getByTestId('ours').waitFor();
    // What would be kept finds no place: it is said, and the kiosk stands there again.
    const file = join(otherFolder, 'computer.json');
    rmSync(file);
    mkdirSync(join(file, 'full'), { recursive: true });
    const said = await app.electron.evaluateHandle(({ dialog }) => {
      const kept: string[] = [];
      dialog.showMessageBox = (async () => ({ response: 2 })) as unknown as typeof dialog.showMessageBox;
      dialog.showErrorBox = (_title, text) => void kept.push(text);
      return kept;
    });
    // The page may be closed before it has answered.
    await back.evaluate(() => location.assign('/?screen=home')).catch(() => undefined);
    await expect.poll(() => said.evaluate((texts) => texts.join())).toContain('nothing has changed');
    await expect
      .poll(() => app.electron.windows().filter((page) => page !== kiosk && page !== back).length)
      .toBe(1);
  });
});

import { contract } from '../../src/shared/contract';
import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { answered } from './helpers/main-process';

test('pages are sandboxed and stay; the app starts once; the kiosk reaches nothing of staff', async ({
  launch,
}) => {
  const app = await launch();

  await test.step('pages are isolated, served from app:// with a strict policy, and run no inline script', async () => {
    expect(app.home.url()).toMatch(/^app:\/\/opd\//);
    const inside = await app.home.evaluate(async () => ({
      node: typeof (globalThis as { require?: unknown }).require,
      process: typeof (globalThis as { process?: unknown }).process,
      bridge: Object.keys(window.api).sort(),
      policy: (await fetch('app://opd/index.html')).headers.get('content-security-policy'),
      outside: await fetch('app://opd/../../package.json').then(({ status }) => status),
      network: await fetch('https://example.com').then(
        () => 'reached',
        () => 'blocked',
      ),
    }));
    expect(inside).toMatchObject({
      node: 'undefined',
      process: 'undefined',
      outside: 404,
      network: 'blocked',
    });
    expect(inside.bridge).toEqual(['ask', 'call', 'subscribe']);
    expect(inside.policy).toContain("default-src 'none'");
    expect(inside.policy).not.toContain('unsafe-eval');
    const ranInline = await app.home.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ranInline = true';
      document.head.append(script);
      return (globalThis as { ranInline?: boolean }).ranInline ?? false;
    });
    expect(ranInline).toBe(false);
  });

  await test.step('a second start on the same data brings the first to the front and ends', async () => {
    await expect(launch()).rejects.toThrow();
    expect(app.electron.windows()).toHaveLength(1);
    expect(
      await answered(() =>
        app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
      ),
    ).toBe(1);
  });

  const kiosk = await app.openKiosk();
  await test.step('the kiosk page cannot reach what is for staff', async () => {
    const codes = await kiosk.evaluate(async () => {
      const doctorId = '6f1f2d0a-3c64-4a52-9f2e-0a6d6f0b7a01' as never;
      const answers = [
        await window.api.call('books.view', { doctorId }),
        await window.api.call('queue.callNext', { doctorId }),
        await window.api.call('windows.open', { screen: 'home' }),
      ];
      return answers.map((answer) => (answer.ok ? 'ok' : answer.error.code));
    });
    expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });

  await test.step('taken over, it sends anything to every channel: answered or refused, and the app goes on', async () => {
    const inside = await kiosk.evaluate(async (names) => {
      const ask = window.api.call as (
        name: unknown,
        input: unknown,
      ) => Promise<{ ok: boolean; error?: { code: string } }>;
      const cyclic: Record<string, unknown> = { role: 'staff', caller: { role: 'staff' } };
      cyclic.self = cyclic;
      const junk: unknown[] = [
        null,
        1n,
        'x'.repeat(1_000_000),
        cyclic,
        new Map([[1, 2]]),
        new Date(Number.NaN),
      ];
      const answers = await Promise.all(
        [...names, '__proto__', 'constructor', {}, 7].flatMap((name) =>
          junk.map((input) =>
            ask(name, input).then(
              ({ ok, error }) => (ok ? 'ok' : (error?.code ?? '')),
              () => 'not sent',
            ),
          ),
        ),
      );
      // What cannot be cloned never leaves the page.
      const unsendable = await ask('app.status', { run: () => 1 }).then(
        () => 'sent',
        () => 'not sent',
      );
      const frame = document.createElement('iframe');
      frame.src = 'about:blank';
      document.body.append(frame);
      const inFrame = typeof (frame.contentWindow as { api?: unknown } | null)?.api;
      frame.remove();
      return { codes: [...new Set(answers)], unsendable, inFrame };
    }, Object.keys(contract));
    expect(inside.codes).not.toContain('INTERNAL');
    expect(inside).toMatchObject({ unsendable: 'not sent', inFrame: 'undefined' });
    expect(await callFrom(app.home, 'app.status', {})).toMatchObject({ window: { screen: 'home' } });
  });

  // The last step: after a navigation that was refused Playwright waits for its end before it presses anything.
  await test.step('navigation away and new windows are refused', async () => {
    const before = app.home.url();
    const windows = app.electron.windows().length;
    await app.home.evaluate(() => {
      location.href = 'https://example.com/';
    });
    expect(await app.home.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
    expect(app.home.url()).toBe(before);
    expect(app.electron.windows()).toHaveLength(windows);
  });
});

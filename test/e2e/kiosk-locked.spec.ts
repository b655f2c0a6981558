import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type RunningApp, test } from './helpers/app';
import { answered, mainWindow } from './helpers/main-process';
import { pointReally, pressReally, waysOut } from './helpers/real-keys';

/** What a stranger in front of the kiosk could have changed. */
async function stateOf(app: RunningApp, kiosk: Page) {
  const window = await mainWindow(app, kiosk);
  const own = await answered(() =>
    window.evaluate((browserWindow) => ({
      isKiosk: browserWindow.isKiosk(),
      isFullScreen: browserWindow.isFullScreen(),
      bounds: browserWindow.getBounds(),
      zoom: browserWindow.webContents.getZoomFactor(),
      tools: browserWindow.webContents.isDevToolsOpened(),
      url: browserWindow.webContents.getURL(),
      hasMenu: browserWindow.isMenuBarVisible(),
    })),
  );
  const page = await kiosk.evaluate(() => ({
    pinched: visualViewport?.scale,
    size: [innerWidth, innerHeight],
    selected: String(getSelection()),
    mark: document.body.dataset.mark,
    scrolled: [scrollX, scrollY],
  }));
  const { windows, monitor } = await answered(() =>
    app.electron.evaluate(({ BrowserWindow, screen }) => ({
      windows: BrowserWindow.getAllWindows().length,
      monitor: screen.getPrimaryDisplay().bounds,
    })),
  );
  const { bounds, size, ...others } = { ...own, ...page };
  const sizes = [
    [bounds.width, bounds.height],
    [size[0] ?? 0, size[1] ?? 0],
  ] as const;
  // Where no window manager makes it full screen, Chromium leaves a pixel, sooner or later: else old ones took it for one that
  // wants to be.
  const covers = sizes.every(([width, height]) => monitor.width - width <= 1 && monitor.height - height <= 1);
  return { ...others, windows, covers, at: [bounds.x, bounds.y] };
}

test('a kiosk over the whole screen: no key, no pointer, no finger and no file changes or leaves it', async ({
  launch,
  dataFolder,
}) => {
  const app = await launch({ windowed: false });
  const kiosk = await app.openKiosk();
  await kiosk.getByTestId('kiosk-language-en').waitFor();
  await kiosk.evaluate(() => {
    document.body.dataset.mark = 'same';
  });
  const before = await stateOf(app, kiosk);
  expect(before).toMatchObject({
    ...{ isKiosk: true, isFullScreen: true, covers: true, at: [0, 0], zoom: 1, selected: '', windows: 2 },
  });

  for (const key of waysOut) {
    await test.step(key, async () => {
      await pressReally(app, kiosk, key);
      expect(await stateOf(app, kiosk)).toEqual(before);
    });
  }

  await test.step('the pointer: right, middle and side buttons, a text pressed three times, Ctrl and the wheel', async () => {
    for (const button of ['3', '2', '8', '9']) await pointReally(app, kiosk, 'click', button);
    const heading = await kiosk.getByTestId('kiosk-clinic').boundingBox();
    if (heading === null) throw new Error('The clinic is not shown.');
    const at = [heading.x + heading.width / 2, heading.y + heading.height / 2].map((one) =>
      String(Math.round(one)),
    );
    await pointReally(app, kiosk, 'mousemove', ...at, 'click', '--repeat', '3', '1');
    await pointReally(
      app,
      kiosk,
      'keydown',
      'ctrl',
      'click',
      '4',
      'click',
      '4',
      'click',
      '5',
      'keyup',
      'ctrl',
    );
    expect(await stateOf(app, kiosk)).toEqual(before);
  });

  const tools = await kiosk.context().newCDPSession(kiosk);
  await test.step('two fingers', async () => {
    const pinch = { x: 400, y: 400, scaleFactor: 2, gestureSourceType: 'touch' } as const;
    await tools.send('Input.synthesizePinchGesture', pinch);
    expect(await stateOf(app, kiosk)).toEqual(before);
  });
  await test.step('a file dropped on it', async () => {
    const file = join(dataFolder, 'stranger.html');
    writeFileSync(file, '<title>stranger</title>');
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await tools.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
    }
    expect(await stateOf(app, kiosk)).toEqual(before);
  });

  await test.step('all of it has been heard by now: the staff’s own key is', async () => {
    await pressReally(app, kiosk, 'ctrl+shift+l');
    await kiosk.getByTestId('leave-pin').waitFor();
    await kiosk.getByTestId('leave-back').click();
    await expect(kiosk.getByTestId('leave-pin')).toHaveCount(0);
    expect(await stateOf(app, kiosk)).toEqual(before);
  });
});

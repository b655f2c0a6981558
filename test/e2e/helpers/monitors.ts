import type { Display } from 'electron';
import type { RunningApp } from './app';

/** Of each of them, so that both lie on the real screen. */
const SIZE = { width: 1200, height: 900 };

/**
 * Has the app see the test's own screen as a monitor with others beside it, called so, and tells it which came and went. Real
 * ones are in monitors.spec.ts; these have names.
 */
export async function seeMonitors(app: RunningApp, ...others: readonly string[]): Promise<void> {
  await app.electron.evaluate(
    ({ screen }, { labels, size }) => {
      const before = screen.getAllDisplays();
      const own = screen.getPrimaryDisplay();
      const now = [own.label, ...labels].map((label, index) => {
        const area = { x: index * size.width, y: 0, ...size };
        return { ...own, id: own.id + index, label, bounds: area, workArea: area };
      });
      Object.assign(screen, { getAllDisplays: () => now, getPrimaryDisplay: () => now[0] });
      const told = screen as unknown as NodeJS.EventEmitter;
      const without = (list: readonly Display[], besides: readonly Display[]): readonly Display[] =>
        list.filter(({ id }) => !besides.some((one) => one.id === id));
      for (const display of without(now, before)) told.emit('display-added', {}, display);
      for (const display of without(before, now)) told.emit('display-removed', {}, display);
    },
    { labels: others, size: SIZE },
  );
}

import type { MenuItem } from 'electron';
import type { RunningApp } from './app';
import { answered } from './main-process';

/** What the system shows for the app beside its windows, as the app handed it over: nothing else of it is not real. */
interface BesideWindows {
  questions: { message: string; detail: string; buttons: string[] }[];
  /** Empty: they stay open. */
  answers: (number | 'as the system does')[];
  trays: number;
  items: readonly MenuItem[];
}
type Watched = typeof globalThis & { besideWindows: BesideWindows };

/** From now on questions of the system are answered so, one after the other; what is asked after that stays open. */
export async function watchBesideWindows(
  app: RunningApp,
  ...answers: readonly number[] | readonly ['as the system does']
): Promise<void> {
  await answered(() =>
    app.electron.evaluate(
      ({ dialog, Tray }, given) => {
        const beside: BesideWindows = { questions: [], answers: given, trays: 0, items: [] };
        (globalThis as Watched).besideWindows = beside;
        const { showMessageBox } = dialog;
        dialog.showMessageBox = async (...wish: unknown[]) => {
          const { message, detail = '', buttons = [] } = wish.at(-1) as Electron.MessageBoxOptions;
          beside.questions.push({ message, detail, buttons: [...buttons] });
          const response = beside.answers.shift();
          if (response === 'as the system does')
            return showMessageBox.apply(dialog, wish as [Electron.MessageBoxOptions]);
          return response === undefined ? new Promise(() => undefined) : { response, checkboxChecked: false };
        };
        const { setContextMenu, destroy } = Tray.prototype;
        Tray.prototype.setContextMenu = function (menu) {
          beside.trays = 1;
          beside.items = menu?.items ?? [];
          setContextMenu.call(this, menu);
        };
        Tray.prototype.destroy = function () {
          beside.trays = 0;
          beside.items = [];
          destroy.call(this);
        };
      },
      [...answers],
    ),
  );
}

/** What was asked so far: the question, what it says besides, its buttons. */
export function questionsOf(app: RunningApp): Promise<BesideWindows['questions']> {
  return answered(() => app.electron.evaluate(() => (globalThis as Watched).besideWindows.questions));
}

/** The lines of the icon's menu; none: there is no icon. */
export function trayOf(app: RunningApp): Promise<string[]> {
  return answered(() =>
    app.electron.evaluate(() =>
      (globalThis as Watched).besideWindows.items
        .filter(({ type }) => type !== 'separator')
        .map(({ label }) => label),
    ),
  );
}

export async function chooseInTray(app: RunningApp, label: string): Promise<void> {
  await app.electron.evaluate((_electron, wanted) => {
    const item = (globalThis as Watched).besideWindows.items.find((one) => one.label === wanted);
    item?.click();
  }, label);
}

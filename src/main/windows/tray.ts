import { Menu, nativeImage, Tray } from 'electron';

export interface TrayFace {
  /** What is served now. */
  readonly lines: readonly string[];
  readonly actions: readonly { readonly label: string; readonly act: () => void }[];
}

/** The app's icon where the computer shows what runs. Some Linux desktops have no such place: then nothing is seen of it. */
export interface TrayIcon {
  show(face: TrayFace): void;
  hide(): void;
  isShown(): boolean;
}

/** Of the icon on a bar; the system makes it smaller where it must. */
const SIDE_PX = process.platform === 'darwin' ? 18 : 32;

/** @param press what a click on the icon itself does, where the system has that */
export function createTrayIcon(iconFile: string, press: () => void): TrayIcon {
  let tray: Tray | undefined;
  function make(): Tray {
    const icon = nativeImage.createFromPath(iconFile).resize({ width: SIDE_PX, height: SIDE_PX });
    const made = new Tray(icon);
    made.on('click', press);
    return made;
  }
  return {
    show({ lines, actions }) {
      tray ??= make();
      tray.setToolTip(['OPD Tokens', ...lines].join('\n'));
      tray.setContextMenu(
        Menu.buildFromTemplate([
          ...lines.map((label) => ({ label, enabled: false })),
          { type: 'separator' },
          ...actions.map(({ label, act }) => ({ label, click: act })),
        ]),
      );
    },
    hide() {
      tray?.destroy();
      tray = undefined;
    },
    isShown: () => tray !== undefined,
  };
}

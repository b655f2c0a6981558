import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Doctor } from '../../shared/model/doctor';
import type { DoctorId } from '../../shared/model/ids';
import type { StaffLanguage } from '../../shared/model/language';
import type { Screen } from '../../shared/model/screen';
import { takeMenuFromLocked } from './lock';
import { menuWords } from './menu-words';

/** The practice day, and the way out. */
interface Practice {
  readonly isOn: boolean;
  leave(): unknown;
}

/** The menu of staff windows: opens each screen in a window of its own. Made again whenever the doctors or the language change. */
export function showMenu(
  language: StaffLanguage,
  doctors: readonly Doctor[],
  open: (screen: Screen, doctorId: DoctorId | null) => void,
  close: (screen: Screen) => void,
  practice: Practice,
  quit: () => void,
): void {
  const say = menuWords[language];
  const doctorItems = doctors
    .filter(({ active }) => active)
    .map<MenuItemConstructorOptions>((doctor) => ({
      label: `${doctor.prefix} · ${doctor.name}`,
      click: () => open('doctor', doctor.id),
    }));
  const template: MenuItemConstructorOptions[] = [
    {
      label: say.open,
      submenu: [
        { label: say.start, accelerator: 'CommandOrControl+1', click: () => open('home', null) },
        { label: say.desk, accelerator: 'CommandOrControl+2', click: () => open('desk', null) },
        { label: say.kiosk, accelerator: 'CommandOrControl+3', click: () => open('kiosk', null) },
        {
          label: say.board,
          accelerator: 'CommandOrControl+4',
          click: () => open('board', null),
        },
        {
          label: say.doctors,
          submenu: [
            ...doctorItems,
            { type: 'separator' },
            { label: say.anotherDoctor, click: () => open('doctor', null) },
          ],
          enabled: doctorItems.length > 0,
        },
        {
          label: say.figures,
          accelerator: 'CommandOrControl+5',
          click: () => open('summary', null),
        },
        { label: say.reports, accelerator: 'CommandOrControl+6', click: () => open('reports', null) },
        { label: say.live, accelerator: 'CommandOrControl+7', click: () => open('live', null) },
        { label: say.settings, accelerator: 'CommandOrControl+,', click: () => open('admin', null) },
        { type: 'separator' },
        { label: say.closeKiosk, click: () => close('kiosk') },
        { label: say.closeBoard, click: () => close('board') },
        practice.isOn
          ? { label: say.leavePractice, click: () => void practice.leave() }
          : // Asked there, in the staff's language.
            { label: say.practise, click: () => open('home', null) },
        { type: 'separator' },
        { label: say.closeWindow, role: 'close' },
        // Not the role, which asks nobody.
        { label: say.quit, accelerator: 'CommandOrControl+Q', click: quit },
      ],
    },
    {
      label: say.edit,
      submenu: [
        { role: 'undo', label: say.undo },
        { role: 'redo', label: say.redo },
        { type: 'separator' },
        { role: 'cut', label: say.cut },
        { role: 'copy', label: say.copy },
        { role: 'paste', label: say.paste },
        { role: 'selectAll', label: say.selectAll },
      ],
    },
    {
      label: say.view,
      submenu: [
        { role: 'togglefullscreen', label: say.fullScreen },
        { role: 'zoomIn', label: say.larger },
        { role: 'zoomOut', label: say.smaller },
        { role: 'resetZoom', label: say.usualSize },
        { type: 'separator' },
        { role: 'reload', label: say.loadAgain },
        { role: 'toggleDevTools', label: say.tools },
      ],
    },
    {
      label: say.help,
      submenu: [
        {
          label: say.manual,
          accelerator: 'F1',
          // The page takes the key itself.
          registerAccelerator: false,
          click: (_item, window) => {
            if (window instanceof BrowserWindow) {
              window.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'F1' });
            }
          },
        },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  takeMenuFromLocked();
}

/** Until there is one: Electron's own would lead out of the app. */
export function hideMenu(): void {
  Menu.setApplicationMenu(null);
}

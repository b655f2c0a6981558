import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Doctor } from '../../shared/model/doctor';
import type { DoctorId } from '../../shared/model/ids';
import type { Screen } from '../../shared/model/screen';
import { takeMenuFromLocked } from './lock';

/** The practice day, and the way out. */
interface Practice {
  readonly isOn: boolean;
  leave(): unknown;
}

/** The menu of staff windows: opens each screen in a window of its own. Made again whenever the doctors change. */
export function showMenu(
  doctors: readonly Doctor[],
  open: (screen: Screen, doctorId: DoctorId | null) => void,
  close: (screen: Screen) => void,
  practice: Practice,
  quit: () => void,
): void {
  const doctorItems = doctors
    .filter(({ active }) => active)
    .map<MenuItemConstructorOptions>((doctor) => ({
      label: `${doctor.prefix} · ${doctor.name}`,
      click: () => open('doctor', doctor.id),
    }));
  const template: MenuItemConstructorOptions[] = [
    {
      label: '&Open',
      submenu: [
        { label: '&Start screen', accelerator: 'CommandOrControl+1', click: () => open('home', null) },
        { label: '&Reception desk', accelerator: 'CommandOrControl+2', click: () => open('desk', null) },
        { label: '&Kiosk', accelerator: 'CommandOrControl+3', click: () => open('kiosk', null) },
        {
          label: '&Waiting room board',
          accelerator: 'CommandOrControl+4',
          click: () => open('board', null),
        },
        {
          label: '&Doctor queue',
          submenu: [
            ...doctorItems,
            { type: 'separator' },
            { label: 'Another &window…', click: () => open('doctor', null) },
          ],
          enabled: doctorItems.length > 0,
        },
        {
          label: 'The day in &figures',
          accelerator: 'CommandOrControl+5',
          click: () => open('summary', null),
        },
        { label: 'S&ettings', accelerator: 'CommandOrControl+,', click: () => open('admin', null) },
        { type: 'separator' },
        { label: 'Close &kiosk', click: () => close('kiosk') },
        { label: 'Close waiting room &board', click: () => close('board') },
        practice.isOn
          ? { label: '&Leave practice', click: () => void practice.leave() }
          : // Asked there, in the staff's language.
            { label: '&Practise…', click: () => open('home', null) },
        { type: 'separator' },
        { label: '&Close window', role: 'close' },
        // Not the role, which asks nobody.
        { label: '&Quit', accelerator: 'CommandOrControl+Q', click: quit },
      ],
    },
    { label: '&Edit', role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        { role: 'togglefullscreen' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { type: 'separator' },
        { role: 'reload' },
        { role: 'toggleDevTools' },
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

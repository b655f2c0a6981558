import type { Screen, SettingsSection } from '../../../shared/model/screen';

const SHUT_OUT = 'opd.shut-out';

/** Which screen this page is, and of which doctor; boot sets the one, the address has the other. */
export function hereAs(): { screen: string; doctorId: string | null } {
  const doctorId = new URLSearchParams(location.search).get('doctor');
  return { screen: document.documentElement.dataset.screen ?? 'home', doctorId };
}

/**
 * What opens a window in the app opens a page here. The start screen makes way for it; any other stays, and a
 * page that is open already is shown again, in a tab of its own, rather than a second time.
 */
export function openInBrowser({
  screen,
  doctorId,
  section,
}: {
  readonly screen: Screen;
  readonly doctorId?: string | undefined;
  readonly section?: SettingsSection | undefined;
}): void {
  const query = new URLSearchParams({ screen, ...(doctorId === undefined ? {} : { doctor: doctorId }) });
  const address = `/?${query.toString()}${section === undefined ? '' : `#${section}`}`;
  const opened = hereAs().screen === 'home' ? null : window.open(address, `opd-${screen}-${doctorId ?? ''}`);
  // Where tabs are not allowed, as on a kiosk, the page itself goes there.
  if (opened === null) location.assign(address);
  else opened.focus();
}

/** This device may do nothing any more: back to pairing, where it is said. */
export function shutOut(): void {
  sessionStorage.setItem(SHUT_OUT, 'yes');
  location.replace('/');
}

/** Whether this device was shut out while it was in use. Said once. */
export function wasShutOut(): boolean {
  const was = sessionStorage.getItem(SHUT_OUT) !== null;
  sessionStorage.removeItem(SHUT_OUT);
  return was;
}

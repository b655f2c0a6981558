import { lazy, type ReactNode, StrictMode, Suspense } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { admittedScreen } from './api/admission';
import { inBrowser } from './api/client';
import { setLanguage } from './i18n';
import { Localised } from './i18n/Localised';
import { isLanguage, type Language } from './i18n/languages';
import { followStaffLanguage } from './i18n/staffLanguage';
import { watchKeys } from './keys/keys';
import { ClockGuard } from './parts/clock/ClockGuard';
import { LinkGuard } from './parts/LinkGuard';
import { PersonGuard } from './parts/people/PersonGuard';
import { PracticeBanner } from './parts/practice/PracticeBanner';
import { CrashGuard } from './ui/CrashGuard';
import { Splash } from './ui/Splash';
import { ToastRegion } from './ui/ToastRegion';
import './ui/fonts';
import './ui/theme.css';

const screens = {
  home: lazy(() => import('./screens/home/HomeScreen')),
  kiosk: lazy(() => import('./screens/kiosk/KioskScreen')),
  doctor: lazy(() => import('./screens/doctor/DoctorScreen')),
  desk: lazy(() => import('./screens/desk/DeskScreen')),
  admin: lazy(() => import('./screens/admin/AdminScreen')),
  summary: lazy(() => import('./screens/summary/SummaryScreen')),
  board: lazy(() => import('./screens/board/BoardScreen')),
  slip: lazy(() => import('./screens/slip/SlipScreen')),
  document: lazy(() => import('./screens/document/DocumentScreen')),
  /** In the start screen’s window, while the clinic’s data cannot be opened. */
  recovery: lazy(() => import('./screens/recovery/RecoveryScreen')),
  /** In a window whose page died again and again. */
  stopped: lazy(() => import('./screens/stopped/StoppedScreen')),
  /** In a browser that is not paired yet, whatever it asks for. */
  pair: lazy(() => import('./screens/pair/PairScreen')),
  /** For developers: main opens no window on it, and pages cannot go there by themselves. */
  gallery: lazy(() => import('./screens/gallery/GalleryScreen')),
};
type ScreenName = keyof typeof screens;

function isScreen(text: string | null): text is ScreenName {
  return text !== null && Object.hasOwn(screens, text);
}

function wantedScreen(): ScreenName {
  const query = new URLSearchParams(location.search);
  if (query.has('recovery') && !inBrowser) return 'recovery';
  const asked = query.get('screen');
  return isScreen(asked) ? asked : 'home';
}

function wantedLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  return isLanguage(asked) ? asked : 'en';
}

/** They ask for their content once, if at all, and follow no events; whoever is not let in may ask nothing. */
const still: ReadonlySet<ScreenName> = new Set([
  'slip',
  'document',
  'gallery',
  'pair',
  'stopped',
  'recovery',
]);

/** Where somebody has to be on, if the clinic works with persons. */
const ofPersons: ReadonlySet<ScreenName> = new Set(['home', 'desk', 'doctor', 'admin', 'summary']);

/** Shows the screen the window was opened for; in a browser, one that its device may open. */
export async function boot(): Promise<void> {
  const container = document.getElementById('root');
  if (container === null) return;
  watchKeys();
  const root = createRoot(container);
  const wanted = wantedScreen();
  const name = inBrowser
    ? await admittedScreen(wanted, () => render(root, <Splash lost />, false, false))
    : wanted;
  const Screen = screens[name];
  document.documentElement.dataset.screen = name;
  // A kiosk starts in each visitor's language, a slip and the board have their own.
  if (name === 'kiosk' || name === 'slip' || name === 'board') setLanguage('en');
  else if (name === 'document') setLanguage(wantedLanguage());
  else followStaffLanguage();
  const follows = !still.has(name);
  if (follows) {
    const { startSync } = await import('./data/sync');
    // The waiting room asks for its own view, and may ask for no other.
    startSync(name === 'board' ? ['app.status'] : ['app.status', 'doctors.summaries']);
  }
  // The board says a silence in its own words, to be read across a room.
  const shown = ofPersons.has(name) ? (
    <PersonGuard>
      <ClockGuard>
        <Screen />
      </ClockGuard>
    </PersonGuard>
  ) : (
    <Screen />
  );
  render(root, shown, follows, follows && name !== 'board');
}

function render(root: Root, screen: ReactNode, follows: boolean, saysSilence: boolean): void {
  const guarded = (
    <CrashGuard>
      <Suspense fallback={<Splash />}>{screen}</Suspense>
    </CrashGuard>
  );
  root.render(
    <StrictMode>
      <Localised>
        <div className="flex h-full min-h-0 flex-col">
          {follows && <PracticeBanner />}
          <div className="min-h-0 grow">{saysSilence ? <LinkGuard>{guarded}</LinkGuard> : guarded}</div>
        </div>
        <ToastRegion />
      </Localised>
    </StrictMode>,
  );
}

import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { setLanguage } from './i18n';
import { Localised } from './i18n/Localised';
import { followStaffLanguage } from './i18n/staffLanguage';
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
  board: lazy(() => import('./screens/board/BoardScreen')),
  slip: lazy(() => import('./screens/slip/SlipScreen')),
  /** For developers: main opens no window on it, and pages cannot go there by themselves. */
  gallery: lazy(() => import('./screens/gallery/GalleryScreen')),
};
type ScreenName = keyof typeof screens;

function isScreen(text: string | null): text is ScreenName {
  return text !== null && Object.hasOwn(screens, text);
}

function wantedScreen(): ScreenName {
  const asked = new URLSearchParams(location.search).get('screen');
  return isScreen(asked) ? asked : 'home';
}

/** Shows the screen the window was opened for. A slip asks for one ticket only, so it does not follow events. */
export async function boot(): Promise<void> {
  const name = wantedScreen();
  document.documentElement.dataset.screen = name;
  // A kiosk starts in each visitor's language, a slip and the board have their own.
  if (name === 'kiosk' || name === 'slip' || name === 'board') setLanguage('en');
  else followStaffLanguage();
  if (name !== 'slip' && name !== 'gallery') {
    const { startSync } = await import('./stores/sync');
    if (name === 'board') await leaveStaffViewsAlone();
    startSync();
  }
  const Screen = screens[name];
  const root = document.getElementById('root');
  if (root === null) return;
  createRoot(root).render(
    <StrictMode>
      <Localised>
        <CrashGuard>
          <Suspense fallback={<Splash />}>
            <Screen />
          </Suspense>
        </CrashGuard>
        <ToastRegion />
      </Localised>
    </StrictMode>,
  );
}

/** The waiting room asks for its own view, and may ask for no other. */
async function leaveStaffViewsAlone(): Promise<void> {
  const { summariesMirror } = await import('./stores/summaries');
  summariesMirror.stop();
}

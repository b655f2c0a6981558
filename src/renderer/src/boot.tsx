import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { CrashGuard } from './ui/CrashGuard';
import { Splash } from './ui/Splash';
import { ToastRegion } from './ui/ToastRegion';
import './ui/fonts';
import './ui/theme.css';

const screens = {
  home: lazy(() => import('./screens/home/HomeScreen')),
  kiosk: lazy(() => import('./screens/kiosk/KioskScreen')),
  doctor: lazy(() => import('./screens/doctor/DoctorScreen')),
  slip: lazy(() => import('./screens/slip/SlipScreen')),
};
type ScreenName = keyof typeof screens;

function wantedScreen(): ScreenName {
  const asked = new URLSearchParams(location.search).get('screen');
  return asked === 'kiosk' || asked === 'doctor' || asked === 'slip' ? asked : 'home';
}

/** Shows the screen the window was opened for. A slip asks for one ticket only, so it does not follow events. */
export async function boot(): Promise<void> {
  const name = wantedScreen();
  document.documentElement.dataset.screen = name;
  if (name !== 'slip') {
    const { startSync } = await import('./stores/sync');
    startSync();
  }
  const Screen = screens[name];
  const root = document.getElementById('root');
  if (root === null) return;
  createRoot(root).render(
    <StrictMode>
      <CrashGuard>
        <Suspense fallback={<Splash />}>
          <Screen />
        </Suspense>
      </CrashGuard>
      <ToastRegion />
    </StrictMode>,
  );
}

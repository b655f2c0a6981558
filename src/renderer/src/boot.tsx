import { type ComponentType, type ReactNode, StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { admittedScreen } from './api/admission';
import { inBrowser } from './api/client';
import { startSync } from './data/sync';
import { i18n, setLanguage } from './i18n';
import { Localised } from './i18n/Localised';
import { isLanguage, type Language } from './i18n/languages';
import { followStaffLanguage } from './i18n/staffLanguage';
import { watchKeys } from './keys/keys';
import { ClockGuard } from './parts/clock/ClockGuard';
import { LinkGuard } from './parts/LinkGuard';
import { ManualDoor } from './parts/manual/ManualDoor';
import { PersonGuard } from './parts/people/PersonGuard';
import { PracticeBanner } from './parts/practice/PracticeBanner';
import { CrashGuard } from './ui/CrashGuard';
import { awaitFonts } from './ui/fontFamilies';
import { Splash } from './ui/Splash';
import { ToastRegion } from './ui/ToastRegion';
import './ui/fonts.css';
import './ui/theme.css';

const imports = {
  home: () => import('./screens/home/HomeScreen'),
  kiosk: () => import('./screens/kiosk/KioskScreen'),
  doctor: () => import('./screens/doctor/DoctorScreen'),
  desk: () => import('./screens/desk/DeskScreen'),
  admin: () => import('./screens/admin/AdminScreen'),
  summary: () => import('./screens/summary/SummaryScreen'),
  reports: () => import('./screens/reports/ReportsScreen'),
  live: () => import('./screens/live/LiveScreen'),
  board: () => import('./screens/board/BoardScreen'),
  slip: () => import('./screens/slip/SlipScreen'),
  document: () => import('./screens/document/DocumentScreen'),
  /** In the start screen’s window, while the clinic’s data cannot be opened. */
  recovery: () => import('./screens/recovery/RecoveryScreen'),
  /** In a window whose page died again and again. */
  stopped: () => import('./screens/stopped/StoppedScreen'),
  /** In a window on another computer’s pages, while that does not answer. */
  away: () => import('./screens/away/AwayScreen'),
  /** In a browser that is not paired yet, whatever it asks for. */
  pair: () => import('./screens/pair/PairScreen'),
  /** For developers: main opens no window on it, and pages cannot go there by themselves. */
  gallery: () => import('./screens/gallery/GalleryScreen'),
};
type ScreenName = keyof typeof imports;

function isScreen(text: string | null): text is ScreenName {
  return text !== null && Object.hasOwn(imports, text);
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
  'away',
  'recovery',
]);

/** The app’s own pages in a window on another computer’s have no bridge, and no server either. */
const asksServer = inBrowser && location.protocol !== 'app:';

/** Where somebody has to be on, if the clinic works with persons. */
const ofPersons: ReadonlySet<ScreenName> = new Set([
  'home',
  'desk',
  'doctor',
  'admin',
  'summary',
  'reports',
  'live',
]);

/** Where F1 opens the manual: every window of staff. */
const withManual: ReadonlySet<ScreenName> = new Set([...ofPersons, 'recovery']);

/** Shows the screen the window was opened for; in a browser, one that its device may open. */
export async function boot(): Promise<void> {
  const container = document.getElementById('root');
  if (container === null) return;
  watchKeys();
  const root = createRoot(container);
  const wanted = wantedScreen();
  const name = asksServer ? await admittedScreen(wanted, () => render(root, <Splash lost />, {})) : wanted;
  document.documentElement.dataset.screen = name;
  // A kiosk starts in each visitor's language, a slip and the board have their own.
  if (name === 'kiosk' || name === 'slip' || name === 'board') setLanguage('en');
  else if (name === 'document') setLanguage(wantedLanguage());
  else followStaffLanguage();
  const follows = !still.has(name);
  if (follows) {
    // The waiting room and the live page ask for their own view, and may ask for no other.
    startSync(name === 'board' || name === 'live' ? ['app.status'] : ['app.status', 'doctors.summaries']);
  }
  // The board says a silence in its own words, to be read across a room.
  const show = (content: ReactNode): void =>
    render(root, ofPersons.has(name) ? withPersons(content) : content, {
      follows,
      saysSilence: follows && name !== 'board',
      hasManual: withManual.has(name),
    });
  const coming = screenOf(name);
  await awaitFonts(i18n.t('common:loading'), [400]);
  show(<Splash />);
  const Screen = await coming;
  show(<Screen />);
}

/** Not by `lazy`: at the first render that has to throw, for which the engine reads React’s whole script again. */
async function screenOf(name: ScreenName): Promise<ComponentType> {
  try {
    return (await imports[name]()).default;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

function withPersons(content: ReactNode): ReactNode {
  return (
    <PersonGuard>
      <ClockGuard>{content}</ClockGuard>
    </PersonGuard>
  );
}

interface Around {
  readonly follows?: boolean;
  readonly saysSilence?: boolean;
  readonly hasManual?: boolean;
}

function render(root: Root, screen: ReactNode, { follows, saysSilence, hasManual }: Around): void {
  const guarded = <CrashGuard>{screen}</CrashGuard>;
  root.render(
    <StrictMode>
      <Localised>
        <div className="flex h-full min-h-0 flex-col">
          {follows === true && <PracticeBanner />}
          <div className="min-h-0 grow">
            {saysSilence === true ? <LinkGuard>{guarded}</LinkGuard> : guarded}
          </div>
        </div>
        {hasManual === true && <ManualDoor />}
        <ToastRegion />
      </Localised>
    </StrictMode>,
  );
}

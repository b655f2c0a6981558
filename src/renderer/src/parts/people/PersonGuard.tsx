import { type ReactNode, useEffect, useRef, useState } from 'react';
import { sendBare } from '../../data/command';
import { startAnew, useCall } from '../../data/query';
import { useWho } from '../../data/who';
import { rememberAllowed } from '../../stores/allowed';
import { forgetDrafts } from '../../stores/deskDraft';
import { closeOverlay } from '../../stores/deskView';
import { askWhoIsHere, closePersonDialog, usePersonDialog } from '../../stores/personDialog';
import { Splash } from '../../ui/Splash';
import { dismissAll } from '../../ui/toasts';
import { SignInCover } from './SignInCover';
import { SwitchDialog } from './SwitchDialog';
import { after, begin } from './shown';

/** Keys are told to main at most this often: it locks by the minute. */
const STIR_EVERY_MS = 20_000;

/**
 * Where the clinic works with persons, a screen is for whoever is on. Locked, it lies covered as it was, and what was typed
 * comes back with the same person; anybody else begins with dialogs closed.
 */
export function PersonGuard({ children }: { readonly children: ReactNode }) {
  const who = useWho();
  const [shown, setShown] = useState(begin);
  const next = who === null ? shown : after(shown, who);
  if (next !== shown) setShown(next);
  const { isOpen } = usePersonDialog();
  // Initials are typed as soon as somebody asks for the dialog: whose there are is known by then.
  useCall('persons.names', who?.inUse === true ? {} : null);
  const person = who?.person ?? null;
  const state = who === null ? '' : `${person?.id ?? ''} ${who.lockedBy?.id ?? ''}`;
  useFetchedAnew(state);
  useClearedFor(next.turn, next.wasCovered);
  useKeys(person !== null);
  if (who === null) return <Splash />;
  rememberAllowed(who.calls);
  const isCovered = who.inUse && person === null;
  return (
    <>
      {next.isShown && (
        <div key={next.turn} inert={isCovered} className={isCovered ? 'invisible h-full' : 'h-full'}>
          {children}
        </div>
      )}
      {isCovered && <SignInCover who={who} />}
      {isOpen && person !== null && (
        <SwitchDialog key={person.id} person={person} onClose={closePersonDialog} />
      )}
    </>
  );
}

/** What was refused to nobody, or held for somebody else, is asked again. */
function useFetchedAnew(state: string): void {
  const last = useRef('');
  useEffect(() => {
    if (last.current !== '' && state !== last.current) startAnew();
    if (state !== '') last.current = state;
  }, [state]);
}

/** Somebody else: what lay open is closed; what was typed before a lock is nobody's any more. */
function useClearedFor(turn: number, wasCovered: boolean): void {
  const last = useRef(turn);
  useEffect(() => {
    if (last.current === turn) return;
    last.current = turn;
    closeOverlay();
    closePersonDialog();
    dismissAll();
    if (wasCovered) forgetDrafts();
  }, [turn, wasCovered]);
}

function useKeys(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return undefined;
    let told = Number.NEGATIVE_INFINITY;
    const stir = (): void => {
      if (performance.now() - told < STIR_EVERY_MS) return;
      told = performance.now();
      // Whatever comes of it: a lock is told by itself.
      void sendBare('persons.stir', {}, { refused: () => true });
    };
    const onKey = (event: KeyboardEvent): void => {
      stir();
      if (!event.ctrlKey || event.shiftKey || event.altKey || event.code !== 'KeyL') return;
      event.preventDefault();
      event.stopPropagation();
      askWhoIsHere();
    };
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('pointerdown', stir, true);
    window.addEventListener('wheel', stir, true);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('pointerdown', stir, true);
      window.removeEventListener('wheel', stir, true);
    };
  }, [isOn]);
}

import { memo } from 'react';
import type { AppStatus } from '../../../../shared/model/app-status';
import { assertNever } from '../../../../shared/result';
import { CloseDayDialog } from '../../parts/day/CloseDayDialog';
import { ReopenDialog } from '../../parts/day/ReopenDialog';
import { closeOverlay, useDeskView } from '../../stores/deskView';
import { FindPalette } from './find/FindPalette';
import { CallListPanel } from './panels/CallListPanel';
import { DoctorDialog } from './panels/DoctorDialog';
import { DropDialog } from './panels/DropDialog';
import { HistoryPanel } from './panels/HistoryPanel';
import { OverduePanel } from './panels/OverduePanel';
import { PrinterPanel } from './panels/PrinterPanel';
import { ShortcutSheet } from './panels/ShortcutSheet';
import { ShownPanel } from './panels/ShownPanel';
import { SlotDialog } from './panels/SlotDialog';
import { UndoRefused } from './panels/UndoRefused';
import { PaperDialog } from './paper/PaperDialog';
import { PatientPanel } from './patient/PatientPanel';
import { CountPanel } from './payments/CountPanel';
import { TokenCard } from './token/TokenCard';
import { useFocusBack } from './useFocusBack';

/** What lies over the columns, if anything does. */
export const DeskOverlay = memo(function DeskOverlay({ status }: { readonly status: AppStatus }) {
  const overlay = useDeskView((state) => state.overlay);
  useFocusBack();
  const { serviceDay: today, timeZone } = status;
  switch (overlay?.kind) {
    case undefined:
      return null;
    case 'find':
      return <FindPalette today={today} />;
    case 'token':
      return <TokenCard key={`${overlay.tokenId} ${overlay.action}`} {...overlay} today={today} />;
    case 'patient':
      return <PatientPanel key={overlay.tokenId} tokenId={overlay.tokenId} today={today} />;
    case 'drop':
      return <DropDialog {...overlay} />;
    case 'slot':
      return <SlotDialog {...overlay} />;
    case 'doctor':
      return <DoctorDialog doctorId={overlay.doctorId} today={today} />;
    case 'paper':
      return <PaperDialog doctorId={overlay.doctorId} day={overlay.day} />;
    case 'undoRefused':
      return <UndoRefused message={overlay.message} details={overlay.details} />;
    case 'callList':
      return <CallListPanel today={today} timeZone={timeZone} />;
    case 'history':
      return <HistoryPanel timeZone={timeZone} />;
    case 'printer':
      return <PrinterPanel timeZone={timeZone} />;
    case 'count':
      return <CountPanel today={today} timeZone={timeZone} />;
    case 'shownDoctors':
      return <ShownPanel />;
    case 'endDay':
      return (
        <CloseDayDialog key={overlay.day} doctorId={null} day={overlay.day ?? null} onClose={closeOverlay} />
      );
    case 'overdue':
      return <OverduePanel today={today} timeZone={timeZone} />;
    case 'reopen':
      return <ReopenDialog doctorId={overlay.doctorId} day={overlay.day} onClose={closeOverlay} />;
    case 'shortcuts':
      return <ShortcutSheet />;
    default:
      return assertNever(overlay);
  }
});

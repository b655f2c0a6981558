import type { AppEvent } from '../../shared/contract';
import type { Store } from '../store/store';
import type { Sessions } from './access/sessions';
import type { Copying } from './backup/copying';
import type { AdviceRoom } from './outside/advice-room';
import type { ComputerKeeper } from './outside/computer';
import type { CopyRoom } from './outside/copy-room';
import type { DocumentMaker } from './outside/document-maker';
import type { PatientPages } from './outside/patient-pages';
import type { PracticeDoor } from './outside/practice-door';
import type { Printers } from './outside/printers';
import type { ReadingRoom } from './outside/reading-room';
import type { TrialRoom } from './outside/trial-room';
import type { UpdateRoom } from './outside/update-room';
import type { VoiceFiles } from './outside/voice-files';
import type { Clock } from './time/clock';
import type { ClockTrust } from './time/clock-trust';
import type { Watch } from './time/watch';
import type { Pace } from './waits/pace';

export interface Log {
  info(...words: unknown[]): void;
  warn(...words: unknown[]): void;
  error(...words: unknown[]): void;
}

/** All that a use case works with. Made once, by a composition root. */
export interface Environment {
  readonly store: Store;
  /** What everything goes by: the computer's clock, while it is believed. */
  readonly clock: Clock;
  readonly clockTrust: ClockTrust;
  readonly newId: () => string;
  readonly publish: (event: AppEvent) => void;
  readonly log: Log;
  readonly pace: Pace;
  readonly watch: Watch;
  /** Who is on where. */
  readonly sessions: Sessions;
  readonly version: string;
  /** Copies of the data go here first. */
  readonly backupFolder: string;
  /** Where they are made; missing where none can be. */
  readonly copies?: CopyRoom;
  readonly copying: Copying;
  /** Asks whoever sits at this computer for a folder; null: none was chosen. Missing where nobody does. */
  readonly chooseFolder?: () => Promise<string | null>;
  /** All that belongs to the data is in here. */
  readonly dataFolder: string;
  /** How much room is left where the data are; null: it is not known. Missing where nobody looks. */
  readonly freeBytes?: () => number | null;
  /** What is taken out of the data as a file goes here. */
  readonly exportFolder: string;
  /** Slips as PDF go here where the settings name no folder; missing where no slips are made. */
  readonly slipFolder?: string;
  /** Lists and histories as PDF go here; missing where none are made. */
  readonly documentFolder?: string;
  /** The app's own log. */
  readonly logFolder?: string;
  readonly printers: Printers;
  /** The pages for patients' own phones; missing where there are none. */
  readonly patientPages?: PatientPages;
  /** Lists and histories on A4; only where there are windows. */
  readonly documents?: DocumentMaker;
  readonly voiceFiles: VoiceFiles;
  /** Where reports are read; missing where none are. */
  readonly readingRoom?: ReadingRoom;
  /** Where rules are tried; missing where they cannot be. */
  readonly trialRoom?: TrialRoom;
  /** Where templates are calculated; missing where they cannot be. */
  readonly adviceRoom?: AdviceRoom;
  /** All that helps to find out what is wrong, with this besides, as a text without anybody in it; missing where it is not made. */
  readonly diagnostics?: (running: Readonly<Record<string, unknown>>) => Promise<string>;
  /** The computer that has the windows; missing where there are none. */
  readonly computer?: ComputerKeeper;
  /** New versions of the app; missing where it does not look after them. */
  readonly updates?: UpdateRoom;
  /** Shows a folder to whoever sits at this computer; missing where nobody does. */
  readonly openFolder?: (path: string) => Promise<void>;
  /** No screen and no printer here: no slip is asked for that nobody would ever print. */
  readonly headless?: boolean;
  /** The data are for practice, and nobody in them is real. */
  readonly practice?: boolean;
  /** In to the practice day and out of it; missing where nobody sits who could go. */
  readonly practiceDoor?: PracticeDoor;
  /** Practice with a clock that stands still until it is moved. */
  readonly training?: boolean;
}

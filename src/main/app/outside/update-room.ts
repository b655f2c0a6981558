import type { KeptInstaller, UpdateChoice, UpdateStatus } from '../../../shared/model/updates';

/** New versions of the app on this computer: what was chosen, looked for, fetched and checked. */
export interface UpdateRoom {
  status(): Promise<UpdateStatus>;
  /** Throws where it cannot be kept. */
  choose(choice: UpdateChoice): void;
  /** Looks what there is; `status` says what came of it. One thing at a time: asked meanwhile, it is the same. */
  look(): Promise<void>;
  /** The same, and fetches what is newer. */
  fetch(): Promise<void>;
  /** What is under way ends, and leaves nothing behind. */
  stop(): void;
  /** Read once more from end to end; null: there is none, or it is not what was signed. */
  checked(which: 'ready' | 'before'): Promise<KeptInstaller | null>;
  /** Hands it to the system, which asks whoever sits there; false: it did not begin. */
  open(installer: KeptInstaller): Promise<boolean>;
}

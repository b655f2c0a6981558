import type { Computer, ComputerChange } from '../../../shared/model/computer';

/** What the app asks of the computer it has windows on. */
export interface ComputerKeeper {
  look(): Computer;
  /** Throws where it cannot be kept. */
  change(wish: ComputerChange): void;
}

import type { Computer, ComputerChange } from '../../../shared/model/computer';

/** What the app asks of the computer it has windows on. */
export interface ComputerKeeper {
  look(): Computer;
  /**
   * Who answers at an address for a clinic's data.
   * @param ownPort what this computer would serve its own data on
   * @returns the origin to keep; `none`: nobody does, or it is no address; `itself`: this computer does
   */
  findReception(address: string, ownPort: number): Promise<{ readonly origin: string } | 'none' | 'itself'>;
  /** Throws where it cannot be kept. The app starts again if the data are to be others. */
  change(wish: ComputerChange): void;
}

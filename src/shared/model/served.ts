/** What others get from this computer as long as the app runs on it, its own staff windows aside. */
export interface Served {
  /** The clinic's network may reach it: a device can come at any moment. */
  readonly letsIn: boolean;
  /** Devices and programs that are connected now. */
  readonly devices: number;
  readonly board: boolean;
  readonly kiosk: boolean;
}

/** Whether the app goes on when the last staff window closes. */
export function goesOn({ letsIn, devices, board, kiosk }: Served): boolean {
  return letsIn || devices > 0 || board || kiosk;
}

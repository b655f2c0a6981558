import type { PrinterHealth, StationPrinter } from '../../../../shared/model/print-job';
import { useCall } from '../../data/query';

const troubles: ReadonlySet<PrinterHealth> = new Set(['offline', 'paper_out', 'cover_open', 'stopped']);

/**
 * Why no slip will come out here, as far as anybody knows before it is tried: the printer is in trouble, or there are no
 * slips at all. null: one should.
 */
export function usePrinterTrouble(): 'trouble' | 'none' | null {
  const printer = useCall('printers.status', {}).value?.printers.kiosk;
  return printer === undefined ? null : troubleOf(printer);
}

function troubleOf({ way, health }: Pick<StationPrinter, 'way' | 'health'>): 'trouble' | 'none' | null {
  if (way === 'none') return 'none';
  return troubles.has(health) ? 'trouble' : null;
}

import type { TokenId } from '../../../shared/model/ids';
import type { PhonesState, PrintedLink } from '../../../shared/model/phones-settings';

/** What runs the server of the patients' pages says of it. */
export interface PatientPagesReport extends Pick<PhonesState, 'state' | 'problem'> {
  /** `192.168.1.5:8090`, as it is now; null: this computer is in no network. */
  readonly address?: () => string | null;
  readonly linkAt?: (address: string, tokenId: TokenId) => PrintedLink | null;
}

/** The pages for patients' own phones: how they are doing, and what slips say of them. */
export interface PatientPages {
  state(): PhonesState;
  /** Null: such a slip is as it was before there were such pages. */
  linkOf(tokenId: TokenId): PrintedLink | null;
  tell(report: PatientPagesReport): void;
}

/** @param changed hears when something of it is another */
export function createPatientPages(changed: () => void): PatientPages {
  let report: PatientPagesReport = { state: 'off', problem: null };
  const address = (): string | null => (report.state === 'on' ? (report.address?.() ?? null) : null);
  return {
    state: () => ({ state: report.state, problem: report.problem, address: address() }),
    linkOf(tokenId) {
      const at = address();
      return at === null ? null : (report.linkAt?.(at, tokenId) ?? null);
    },
    tell(next) {
      report = next;
      changed();
    },
  };
}

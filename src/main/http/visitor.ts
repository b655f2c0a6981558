import type { FastifyRequest } from 'fastify';
import type { Role } from '../../shared/contract';
import { doctorIdSchema } from '../../shared/model/ids';
import { screenSchema } from '../../shared/model/screen';
import type { Caller } from '../app/access/caller';
import { roleOfScreen, screenOfRole } from '../app/access/roles';

/** Somebody whose token or cookie was found good. */
export interface Visitor {
  readonly role: Role;
  /** Whose queue a doctor's device shows; null: any. */
  readonly doctorId: Caller['doctorId'];
  /** The device; null when everybody is let in. Limits count by it, and revoking it ends its event streams. */
  readonly deviceId: string | null;
  /** A browser, by its cookie: somebody stands there. Programs show a token. */
  readonly inBrowser?: boolean;
  /** What the app knows of the device; missing when everybody is let in. */
  readonly device?: Caller['device'];
}

/** Says who asks; null: nobody known. Must not throw. */
export type Authenticate = (request: FastifyRequest) => Visitor | null | Promise<Visitor | null>;

/** Everybody is staff: for a server on this computer alone. */
export const letEverybodyIn: Authenticate = () => ({ role: 'staff', doctorId: null, deviceId: null });

/** A program that uses the public API. */
export function apiCaller({ role, doctorId, device, inBrowser = false }: Visitor): Caller {
  const screen = screenOfRole[role] ?? 'desk';
  return { role, doctorId, screen, channel: 'http', isProgram: !inBrowser, ...known(device) };
}

/**
 * A page of ours in a browser. Staff may look at any screen and then may do what that screen may; any other device
 * stays what it is, whatever its page says.
 */
export function pageCaller(visitor: Visitor, asked: { screen?: unknown; doctor?: unknown }): Caller {
  const screen = screenSchema.safeParse(asked.screen);
  const wanted = screen.success ? screen.data : undefined;
  const doctor = doctorIdSchema.safeParse(asked.doctor);
  const doctorId = visitor.doctorId ?? (doctor.success ? doctor.data : null);
  const isProgram = visitor.device !== undefined && !visitor.inBrowser;
  const device = { ...known(visitor.device), isProgram };
  if (visitor.role === 'staff' && wanted) {
    return { role: roleOfScreen[wanted], screen: wanted, doctorId, ...device };
  }
  return { role: visitor.role, screen: screenOfRole[visitor.role] ?? 'home', doctorId, ...device };
}

const known = (device: Visitor['device']): Pick<Caller, 'device'> => (device ? { device } : {});

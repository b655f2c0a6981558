import cookies from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  type ByName,
  type Device,
  deviceNameSchema,
  pairingCodeSchema,
  type Session,
} from '../../shared/model/device';
import { screens } from '../../shared/model/screen';
import type { AppError } from '../../shared/result';
import { managesFrom, roleOfDevice, screensFor } from '../app/access/roles';
import type { Devices } from '../app/devices/devices';
import type { Environment } from '../app/environment';
import { originByName } from './addresses';
import { createCarriedTokens } from './carried';
import { errorBodySchema, refuse } from './errors';
import { networkOf, refuseForNow } from './limits';
import { nameOf } from './security';
import type { Authenticate } from './visitor';

const COOKIE = 'opd_device';
/** Browsers keep no cookie for longer. */
const COOKIE_LASTS_S = 400 * 24 * 60 * 60;

const pairBody = z.strictObject({
  code: pairingCodeSchema,
  /** Default: as it was called at the desk. */
  device_name: deviceNameSchema.optional(),
});

const carryBody = z.strictObject({ ticket: z.string().max(100) });

const pairedSchema = z.object({
  device_id: z.uuid(),
  name: z.string(),
  role: z.string(),
  /** For programs only, and only this once; a browser keeps it where no page can read it. */
  token: z.string().optional(),
});

/** Knows paired devices by their bearer token, or in browsers by their cookie. */
export function authenticateDevices(devices: Devices, environment: Environment): Authenticate {
  return async (request) => {
    const device = await deviceOf(devices, request);
    if (!device) return null;
    return {
      role: roleOfDevice[device.role],
      doctorId: device.doctorId,
      deviceId: device.id,
      inBrowser: bearerOf(request) === undefined,
      device: { ...device, manages: managesFrom(device, environment) },
    };
  };
}

interface PairingParts {
  readonly devices: Devices;
  readonly environment: Environment;
  /** Everybody on this computer is in already. */
  readonly isOpen: boolean;
  /** Of the server, as pages know it again. */
  readonly server?: () => string;
}

/** How a device gets in and out. */
export async function addPairingRoutes(
  server: FastifyInstance,
  { devices, environment, isOpen, server: id = () => '' }: PairingParts,
): Promise<void> {
  await server.register(cookies);
  const hidden = { config: { isPublic: true }, schema: { hide: true } };
  const carried = createCarriedTokens(environment.clock);
  const betterOff = (request: FastifyRequest): { byName?: ByName } => {
    const origin = originByName(devices.network().addresses);
    return origin === null || isThere(request, origin) ? {} : { byName: { origin, server: id() } };
  };

  server.get('/pair', hidden, async (request, reply): Promise<Session> => {
    reply.header('Cache-Control', 'no-store');
    if (isOpen) return { paired: true, screens: [...screens], doctorId: null };
    const device = await deviceOf(devices, request);
    if (device) {
      const screens = [...screensFor(device, environment)];
      return { paired: true, screens, doctorId: device.doctorId, ...betterOff(request) };
    }
    const { clinicName } = (await environment.store.settings()).clinic;
    return { paired: false, clinicName, ...betterOff(request) };
  });

  server.post(
    '/pair',
    {
      config: { isPublic: true },
      schema: {
        operationId: 'postPair',
        tags: ['Service'],
        summary: 'Pair this device with the code shown at the reception PC; needs no token',
        description:
          'The code holds for five minutes and once. The token is answered here only: send it as `Authorization: Bearer …` from then on.',
        security: [],
        body: pairBody,
        response: {
          200: pairedSchema,
          400: errorBodySchema,
          404: errorBodySchema,
          429: errorBodySchema,
          503: errorBodySchema,
        },
      },
    },
    async (request, reply) => {
      reply.header('Cache-Control', 'no-store');
      const { code, device_name: name } = pairBody.parse(request.body);
      const inBrowser = isBrowser(request);
      const paired = await devices.pair(code, { name, inBrowser, from: networkOf(request.ip) });
      if (!paired.ok) return refusePairing(reply, paired.error, environment);
      const { device, token } = paired.value;
      if (inBrowser) setCookie(request, reply, token);
      const { id, name: given, role } = device;
      return reply.send({ device_id: id, name: given, role, ...(inBrowser ? {} : { token }) });
    },
  );

  /** What a browser at a number takes along to the name. */
  server.post('/pair/leave', hidden, async (request, reply) => {
    reply.header('Cache-Control', 'no-store');
    const token = cookieOf(request);
    const device = bearerOf(request) === undefined ? await deviceOf(devices, request) : null;
    if (token === undefined || device === null || !isBrowser(request)) return notKnown(reply);
    return reply.send({ ticket: carried.give(token, networkOf(request.ip)) });
  });

  /** And what it has there for it: the same place as before. */
  const arrival = { ...hidden, schema: { hide: true, body: carryBody } };
  server.post('/pair/arrive', arrival, async (request, reply) => {
    reply.header('Cache-Control', 'no-store');
    const { ticket } = carryBody.parse(request.body);
    const token = isBrowser(request) ? carried.take(ticket, networkOf(request.ip)) : null;
    if (token === null || !(await devices.authenticate(token, true))) return notKnown(reply);
    setCookie(request, reply, token);
    return reply.send({});
  });

  /** A device gives up its own place. */
  server.post('/unpair', hidden, async (request, reply) => {
    const device = await deviceOf(devices, request);
    if (device) await devices.revoke(device.id);
    reply.clearCookie(COOKIE, { path: '/' });
    return reply.send({});
  });
}

/** The header of a program, or the cookie of a browser. */
async function deviceOf(devices: Devices, request: FastifyRequest): Promise<Device | null> {
  const bearer = bearerOf(request);
  // Parsed here, since who asks must be known before any plugin's turn.
  const token = bearer ?? cookieOf(request);
  return token === undefined ? null : devices.authenticate(token, bearer === undefined);
}

function cookieOf({ headers }: FastifyRequest): string | undefined {
  return cookies.parse(headers.cookie ?? '')[COOKIE];
}

function bearerOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
}

/** Whether a page is where it should be: at the name, or at this computer itself, where no number changes. */
function isThere({ headers: { host = '' } }: FastifyRequest, origin: string): boolean {
  const name = nameOf(host);
  return (
    name === new URL(origin).hostname || name === 'localhost' || name === '::1' || name.startsWith('127.')
  );
}

function notKnown(reply: FastifyReply): FastifyReply {
  return refuse(reply, { code: 'NOT_FOUND', message: 'This device is not known here.' });
}

/** Every browser says of itself where a request comes from; programs have no reason to. */
function isBrowser({ headers }: FastifyRequest): boolean {
  return headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
}

/** No page can read it, and no other site can make a browser send it. */
function setCookie({ protocol }: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: protocol === 'https',
    maxAge: COOKIE_LASTS_S,
  });
}

/** Too many wrong codes are too many requests; on other routes “too early” is a rule of the clinic. */
function refusePairing(reply: FastifyReply, error: AppError, { clock }: Environment): FastifyReply {
  if (error.code !== 'TOO_EARLY') return refuse(reply, error);
  return refuseForNow(reply, (Number(error.details?.notBefore) - clock.now()) / 1_000, error.message);
}

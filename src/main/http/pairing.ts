import cookies from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Device, deviceNameSchema, pairingCodeSchema, type Session } from '../../shared/model/device';
import { screens } from '../../shared/model/screen';
import type { AppError } from '../../shared/result';
import { managesFrom, roleOfDevice, screensFor } from '../app/access/roles';
import type { Devices } from '../app/devices/devices';
import type { Environment } from '../app/environment';
import { errorBodySchema, refuse } from './errors';
import { networkOf, refuseForNow } from './limits';
import type { Authenticate } from './visitor';

const COOKIE = 'opd_device';
/** Browsers keep no cookie for longer. */
const COOKIE_LASTS_S = 400 * 24 * 60 * 60;

const pairBody = z.strictObject({
  code: pairingCodeSchema,
  /** Default: as it was called at the desk. */
  device_name: deviceNameSchema.optional(),
});

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

/** How a device gets in and out. `isOpen`: everybody on this computer is in already. */
export async function addPairingRoutes(
  server: FastifyInstance,
  { devices, environment, isOpen }: { devices: Devices; environment: Environment; isOpen: boolean },
): Promise<void> {
  await server.register(cookies);
  const hidden = { config: { isPublic: true }, schema: { hide: true } };

  server.get('/pair', hidden, async (request, reply): Promise<Session> => {
    reply.header('Cache-Control', 'no-store');
    if (isOpen) return { paired: true, screens: [...screens], doctorId: null };
    const device = await deviceOf(devices, request);
    if (device) {
      return { paired: true, screens: [...screensFor(device, environment)], doctorId: device.doctorId };
    }
    return { paired: false, clinicName: (await environment.store.settings()).clinic.clinicName };
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
  const token = bearer ?? cookies.parse(request.headers.cookie ?? '')[COOKIE];
  return token === undefined ? null : devices.authenticate(token, bearer === undefined);
}

function bearerOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
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

import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { codeOf } from '../../shared/error-code';
import { minuteOfDaySchema } from '../../shared/model/time';
import type { AppError, ErrorDetails } from '../../shared/result';
import { isoTime, wireName, wireOf } from './wire';

/** The app's codes, and those that only a request over HTTP can bring about; each with its status. */
const statusOf = {
  INVALID_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_EARLY: 409,
  DUPLICATE_TOKEN: 409,
  TOO_LARGE: 413,
  UNSUPPORTED_TYPE: 415,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
} as const;

type HttpErrorCode = keyof typeof statusOf;

interface HttpError {
  readonly code: HttpErrorCode;
  readonly message: string;
  readonly details?: ErrorDetails | undefined;
  readonly reference?: string | undefined;
}

/** What every refusal looks like on HTTP. */
export const errorBodySchema = z.object({
  error: z.object({
    code: z.enum(Object.keys(statusOf) as [HttpErrorCode, ...HttpErrorCode[]]),
    /** One sentence for people. */
    message: z.string(),
    /** The same for programs. */
    details: z.record(z.string(), z.unknown()),
    /** With INTERNAL only: what to quote to support. */
    reference: z.string().optional(),
  }),
});

/** Answers with a refusal: JSON with code, sentence and details. */
export function refuse(reply: FastifyReply, error: HttpError | AppError, timeZone = 'UTC'): FastifyReply {
  const { code, message, details = {}, reference } = error;
  if (code === 'UNAUTHENTICATED') reply.header('WWW-Authenticate', 'Bearer realm="OPD Tokens"');
  const body = { code, message, details: wireDetails(details, timeZone), ...(reference && { reference }) };
  return reply
    .code(statusOf[code])
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({ error: body });
}

/** Fastify's own refusals as ours; undefined for a defect. */
export function ofFastify(error: unknown): HttpError | undefined {
  const code = codeOf(error);
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (code === 'FST_ERR_VALIDATION' && error instanceof Error) {
    // An id that cannot be one names nothing.
    const isPath = 'validationContext' in error && error.validationContext === 'params';
    return isPath ? { code: 'NOT_FOUND', message: 'There is nothing by that id.' } : invalid(error);
  }
  if (status === 413) return { code: 'TOO_LARGE', message: 'This request is too large.' };
  if (status === 415) {
    return { code: 'UNSUPPORTED_TYPE', message: 'Please send JSON, with Content-Type: application/json.' };
  }
  if (status === 429) {
    return { code: 'TOO_MANY_REQUESTS', message: 'Too many requests at once. Please wait a little.' };
  }
  if (status >= 400 && status < 500) {
    return { code: 'INVALID_INPUT', message: 'This request could not be read.', details: { reason: code } };
  }
  return undefined;
}

interface Issue {
  readonly instancePath: string;
  readonly message?: string;
}

/** The first problem as a sentence, and all of them by field. */
function invalid(error: Error): HttpError {
  const issues = ('validation' in error ? error.validation : []) as readonly Issue[];
  const fields = issues.map(({ instancePath, message = 'Not valid.' }) => ({
    field: instancePath.replace(/^\//, '').replaceAll('/', '.'),
    message,
  }));
  const [first] = fields;
  const message = first?.message ?? 'Something in this request is not valid.';
  return { code: 'INVALID_INPUT', message, details: { field: first?.field ?? '', fields } };
}

/** Instants and minutes of the day go by these names, in details as everywhere. */
const INSTANT = /^(?:at|now|notBefore|until)$|At$/;
const MINUTE_OF_DAY = /^(?:startMinute|endMinute|firstMinute|lastMinute)$|AtMinute$/;
const clock = wireOf(minuteOfDaySchema);

/** As everything on HTTP: names in snake_case, also where a field is named; instants with the offset; clock times. */
function wireDetails(details: ErrorDetails, timeZone: string): ErrorDetails {
  const entries = Object.entries(details).map(([key, value]): [string, ErrorDetails[string]] => {
    if (key === 'field' && typeof value === 'string') return [key, wirePath(value)];
    return [wireName(key), wireValue(key, value, timeZone)];
  });
  return Object.fromEntries(entries);
}

function wireValue(key: string, value: ErrorDetails[string], timeZone: string): ErrorDetails[string] {
  if (typeof value === 'number' && INSTANT.test(key)) return isoTime(value, timeZone);
  if (typeof value === 'number' && MINUTE_OF_DAY.test(key)) return String(clock.encode(value, timeZone));
  if (Array.isArray(value)) return value.map((one) => wireValue(key, one, timeZone));
  return isDetails(value) ? wireDetails(value, timeZone) : value;
}

function isDetails(value: unknown): value is ErrorDetails {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const wirePath = (path: string): string => path.split('.').map(wireName).join('.');

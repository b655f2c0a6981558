import type { FastifyInstance } from 'fastify';
import { byToken } from '../../../shared/contract/call';
import { paymentCalls } from '../../../shared/contract/payments';
import { paymentDaySchema, visitPaymentsSchema } from '../../../shared/model/payment';
import type { HttpContext } from '../context';
import { addRoute } from '../route';

const params = byToken.pick({ tokenId: true });
const { input: putRight, output: done } = paymentCalls['payments.putRight'];

const takes = paymentCalls['payments.take'].input;
const waives = paymentCalls['payments.waive'].input;

/** What was paid; amounts are whole numbers of the currency's smallest unit. */
export function addPaymentRoutes(server: FastifyInstance, context: HttpContext): void {
  const { app } = context;
  addRoute(server, context, {
    method: 'GET',
    url: '/allocation/tokens/:token_id/payments',
    group: 'Payments',
    summary: 'What the visit of a token costs, and what was paid for it',
    takes: { params },
    answers: visitPaymentsSchema,
    refusals: [403, 404],
    handle: async ({ tokenId }, caller) => app.call('payments.ofToken', { tokenId }, caller),
  });
  addRoute(server, context, {
    method: 'POST',
    url: '/allocation/tokens/:token_id/payments',
    group: 'Payments',
    summary: 'Take a payment: all of what is due, or a part of it',
    description:
      'With `seen`, what had been paid as you have it: more was paid meanwhile: 409, as when nothing is due any more.',
    takes: { params, body: takes.omit({ tokenId: true }) },
    answers: done,
    refusals: [400, 403, 404, 409],
    handle: async (input, caller) => app.call('payments.take', input, caller),
  });
  addRoute(server, context, {
    method: 'POST',
    url: '/allocation/tokens/:token_id/payments/waive',
    group: 'Payments',
    summary: 'Let off what is due, or a part of it, with a reason',
    takes: { params, body: waives.omit({ tokenId: true }) },
    answers: done,
    refusals: [400, 403, 404, 409],
    handle: async (input, caller) => app.call('payments.waive', input, caller),
  });
  addRoute(server, context, {
    method: 'POST',
    url: '/payments/:payment_id/put_right',
    group: 'Payments',
    summary: 'Give back what was paid, or a part of it: a row of its own, of today',
    takes: { params: putRight.pick({ paymentId: true }), body: putRight.omit({ paymentId: true }) },
    answers: done,
    refusals: [400, 403, 404, 409],
    handle: async (input, caller) => app.call('payments.putRight', input, caller),
  });
  addRoute(server, context, {
    method: 'GET',
    url: '/payments',
    group: 'Payments',
    summary: 'A day’s payments by person and way, beside what was counted; today unless given',
    takes: { query: paymentCalls['payments.day'].input },
    answers: paymentDaySchema,
    refusals: [400, 403],
    handle: async (input, caller) => app.call('payments.day', input, caller),
  });
}

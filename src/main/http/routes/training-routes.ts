import type { FastifyInstance } from 'fastify';
import { practiceCalls } from '../../../shared/contract/practice';
import type { HttpContext } from '../context';
import { addRoute } from '../route';

/** Only in training: elsewhere nobody moves the clock, and the address does not exist. */
export function addTrainingRoutes(server: FastifyInstance, context: HttpContext): void {
  const { input, output } = practiceCalls['training.setClock'];
  addRoute(server, context, {
    method: 'PUT',
    url: '/training/clock',
    group: 'Service',
    summary: 'Move the training’s clock forward',
    description: 'What is due by then happens (R13). Without an offset it is the clinic’s time.',
    takes: { body: input },
    answers: output,
    refusals: [400, 403, 409],
    handle: ({ requestId: _, ...wish }, caller) => context.app.call('training.setClock', wish, caller),
  });
}

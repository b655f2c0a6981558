import type { BookEvent, TokenEvent } from '../../../src/shared/model/event';

export const isOfToken = (event: BookEvent): event is TokenEvent =>
  'after' in event && 'number' in event.after;

/** Nobody moves a patient in one of these stages. */
export const busy = ['called', 'in_consultation', 'on_hold'];

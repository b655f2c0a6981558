import { i18n } from '../i18n';

const obstacles = [
  'nothing_to_undo',
  'erased',
  'register',
  'others_were_moved',
  'changed_since',
  'second_token',
  'place_is_taken',
  'others_would_move',
] as const;

/** R23: what stands in the way of taking something back, from the details of the refusal; null: not said. */
export function undoObstacle(code: unknown): string | null {
  const obstacle = obstacles.find((one) => one === code);
  return obstacle === undefined ? null : i18n.t(`desk:undo.because.${obstacle}`);
}

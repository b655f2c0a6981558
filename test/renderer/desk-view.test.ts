import './helpers/bridge';
import { afterEach, expect, it } from 'vitest';
import {
  closeOverlay,
  closeWhenDone,
  setUnsaved,
  show,
  useDeskView,
} from '../../src/renderer/src/stores/deskView';
import { tokenIdSchema } from '../../src/shared/model/ids';

const tokenId = tokenIdSchema.parse('00000000-0000-4000-8000-000000000009');
const state = () => {
  const { overlay, unsaved } = useDeskView.getState();
  return [overlay?.kind ?? null, unsaved];
};

afterEach(() => {
  setUnsaved('no');
  closeOverlay();
});

it('what is not saved is asked about, whatever key leaves the page, and Escape again goes on writing', () => {
  show({ kind: 'patient', tokenId });
  setUnsaved('yes');
  closeOverlay();
  expect(state()).toEqual(['patient', 'asked']);
  closeOverlay();
  expect(state()).toEqual(['patient', 'yes']);
  show({ kind: 'find' });
  show({ kind: 'history' });
  expect(state()).toEqual(['patient', 'asked']);
  setUnsaved('no');
  closeOverlay();
  expect(state()).toEqual([null, 'no']);
});

it('what is done closes what it was done in, and nothing that was opened meanwhile', async () => {
  show({ kind: 'token', tokenId, action: null });
  const done = closeWhenDone(Promise.resolve(true));
  show({ kind: 'find' });
  expect([await done, ...state()]).toEqual([true, 'find', 'no']);
  const refused = closeWhenDone(Promise.resolve(false));
  expect([await refused, ...state()]).toEqual([false, 'find', 'no']);
  expect([await closeWhenDone(Promise.resolve(true)), ...state()]).toEqual([true, null, 'no']);
});

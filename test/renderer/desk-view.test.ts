import './helpers/bridge';
import { afterEach, expect, it } from 'vitest';
import { closeOverlay, setUnsaved, show, useDeskView } from '../../src/renderer/src/stores/deskView';
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

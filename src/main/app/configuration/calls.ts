import type { Handlers } from '../call';
import type { Commands } from '../run/plan';
import { exportConfiguration } from './export';
import { importConfiguration } from './import';
import { previewConfiguration } from './preview';

export const configurationCommands = { 'configuration.import': importConfiguration } satisfies Commands;

/** How the clinic works as one file. */
export const configurationHandlers: Handlers<'configuration.export' | 'configuration.preview'> = {
  'configuration.export': exportConfiguration,
  'configuration.preview': previewConfiguration,
};

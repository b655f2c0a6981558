import { z } from 'zod';

export const screens = [
  'home',
  'desk',
  'kiosk',
  'doctor',
  'board',
  'admin',
  'summary',
  'reports',
  'live',
] as const;
export const screenSchema = z.enum(screens);
export type Screen = z.infer<typeof screenSchema>;

/** The parts of the settings: a link may lead straight to one. */
export const settingsSections = [
  'clinic',
  'doctors',
  'holidays',
  'rules',
  'fees',
  'people',
  'printing',
  'board',
  'voice',
  'alarms',
  'devices',
  'phones',
  'backups',
  'updates',
  'audit',
  'privacy',
] as const;
export const settingsSectionSchema = z.enum(settingsSections);
export type SettingsSection = z.infer<typeof settingsSectionSchema>;

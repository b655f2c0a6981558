import { en } from './en';

/** Every text of the interface. i18next will stand here; screens only know `t`. */
export const t = en;

import { admin } from './admin';
import { advisor } from './advisor';
import { announcement } from './announcement';
import { audit } from './audit';
import { backups } from './backups';
import { board } from './board';
import { boardSettings } from './board-settings';
import { clock } from './clock';
import { common } from './common';
import { computer } from './computer';
import { configuration } from './configuration';
import { day } from './day';
import { desk } from './desk';
import { devices } from './devices';
import { diagnostics } from './diagnostics';
import { doctor } from './doctor';
import { doctors } from './doctors';
import { document } from './document';
import { files } from './files';
import { home } from './home';
import { kiosk } from './kiosk';
import { live } from './live';
import { manual } from './manual';
import { message } from './message';
import { pair } from './pair';
import { paper } from './paper';
import { patient } from './patient';
import { payments } from './payments';
import { people } from './people';
import { phones } from './phones';
import { printing } from './printing';
import { privacy } from './privacy';
import { reasons } from './reasons';
import { recovery } from './recovery';
import { refusals } from './refusals';
import { reports } from './reports';
import { rules } from './rules';
import { setup } from './setup';
import { shown } from './shown';
import { slip } from './slip';
import { slips } from './slips';
import { updates } from './updates';
import { voice } from './voice';

export const hi = {
  common,
  home,
  kiosk,
  live,
  doctor,
  setup,
  shown,
  slip,
  desk,
  day,
  admin,
  advisor,
  audit,
  backups,
  printing,
  document,
  doctors,
  slips,
  board,
  boardSettings,
  announcement,
  voice,
  devices,
  manual,
  message,
  pair,
  paper,
  patient,
  payments,
  people,
  phones,
  reasons,
  reports,
  rules,
  recovery,
  refusals,
  privacy,
  files,
  computer,
  configuration,
  clock,
  diagnostics,
  updates,
};

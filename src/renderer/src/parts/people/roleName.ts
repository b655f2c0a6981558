import type { TFunction } from 'i18next';
import { builtInRoles, type PersonRole } from '../../../../shared/model/person';

/** The built-in ones in the language of the page, the clinic's own as it called them. */
export function roleName(t: TFunction<'people'>, role: Pick<PersonRole, 'id' | 'name'> | undefined): string {
  const builtIn = builtInRoles.find((one) => one === role?.id);
  if (builtIn !== undefined) return t(`role.${builtIn}`);
  return role?.name ?? t('role.gone');
}

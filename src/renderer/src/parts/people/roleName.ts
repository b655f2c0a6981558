import type { TFunction } from 'i18next';
import { isBuiltInRole, type PersonRole } from '../../../../shared/model/person';

/** The built-in ones in the language of the page, the clinic's own as it called them. */
export function roleName(t: TFunction<'people'>, role: Pick<PersonRole, 'id' | 'name'> | undefined): string {
  if (isBuiltInRole(role?.id)) return t(`role.${role.id}`);
  return role?.name ?? t('role.gone');
}

import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asciiDigits } from '../../../shared/model/fold';
import { FieldFrame, fieldLook } from '../ui/FieldFrame';

/** How much one key would do at once. */
export interface Reach {
  /** Who lose a seat, or their turn. */
  readonly people: number;
  /** Doctors whose hours are not over. */
  readonly doctors?: number;
}

/**
 * One key, many people: before it is done, their number is typed. A wrong key, a scan or a hasty Enter cannot do that.
 * @returns whether it may be done, and the field to show; null: nobody is concerned
 */
export function useSure({ people, doctors = 0 }: Reach): readonly [boolean, ReactNode] {
  const { t } = useTranslation(['day', 'common']);
  const [typed, setTyped] = useState('');
  const count = people > 0 ? people : doctors;
  if (count === 0) return [true, null];
  const field = (
    <FieldFrame label={t(people > 0 ? 'sure.people' : 'sure.doctors', { count })} error={null}>
      {(ids) => (
        <input
          {...ids}
          data-testid="sure"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className={`${fieldLook} figures max-w-32!`}
        />
      )}
    </FieldFrame>
  );
  return [asciiDigits(typed.trim()) === String(count), field];
}

/**
 * Ctrl+Enter is the one thing a dialog does, wherever the focus is; it does what has no field to type in: Enter alone is
 * pressed by chance, and ends every scan.
 */
export const SURE_KEY = 'Ctrl Enter';

export function isSureKey(event: {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  repeat?: boolean;
}): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.repeat !== true;
}

import { useTranslation } from 'react-i18next';
import { type ServiceDay, serviceDaySchema } from '../../../../../shared/model/time';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';

interface Range {
  readonly from: ServiceDay | null;
  readonly to: ServiceDay | null;
}

interface Props extends Range {
  readonly today: ServiceDay;
  readonly testId: string;
  readonly onChange: (range: Range) => void;
}

/** From a day to a day, either of them open. A day after the other takes the other along. */
export function DayRange({ from, to, today, testId, onChange }: Props) {
  const { t } = useTranslation('audit');
  const field = (end: 'from' | 'to', value: ServiceDay | null) => (
    <FieldFrame label={t(`filter.${end}`)} error={null}>
      {(ids) => (
        <input
          {...ids}
          type="date"
          max={today}
          value={value ?? ''}
          data-testid={`${testId}-${end}`}
          className={`${fieldLook} figures`}
          onChange={(event) => {
            const day = serviceDaySchema.safeParse(event.currentTarget.value).data ?? null;
            const range = { from, to, [end]: day };
            if (day !== null && range.from !== null && range.to !== null && range.from > range.to)
              onChange({ from: day, to: day });
            else onChange(range);
          }}
        />
      )}
    </FieldFrame>
  );
  return (
    <>
      {field('from', from)}
      {field('to', to)}
    </>
  );
}

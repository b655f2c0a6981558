import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Doctor } from '../../../../shared/model/doctor';
import type { DoctorId } from '../../../../shared/model/ids';
import { Button } from '../../ui/Button';
import { Overlay } from '../../ui/Overlay';
import { RadioRows } from '../../ui/RadioRows';

type ShownDoctor = Pick<Doctor, 'id' | 'name' | 'prefix' | 'room' | 'specialization'>;

interface Props {
  readonly title?: string;
  readonly text?: string;
  readonly doctors: readonly ShownDoctor[];
  /** None: all. */
  readonly chosen: readonly DoctorId[];
  readonly onChoose: (chosen: readonly DoctorId[]) => void;
  readonly onClose: () => void;
}

/** All doctors, those to come too, or only these. Who does not work here any more falls away when it is saved. */
export function ChooseDoctors({ title, text, doctors, chosen, onChoose, onClose }: Props) {
  const { t } = useTranslation(['shown', 'common']);
  const [isAll, setAll] = useState(chosen.length === 0);
  const [ticked, setTicked] = useState<ReadonlySet<DoctorId>>(new Set(chosen));
  const [hasProblem, setProblem] = useState(false);
  const picked = doctors.filter(({ id }) => ticked.has(id)).map(({ id }) => id);

  function save(event: FormEvent): void {
    event.preventDefault();
    // The form of a new device may lie behind this dialog.
    event.stopPropagation();
    if (!isAll && picked.length === 0) {
      setProblem(true);
      return;
    }
    onChoose(isAll ? [] : picked);
    onClose();
  }

  function tick(id: DoctorId, isOn: boolean): void {
    const next = new Set(ticked);
    if (isOn) next.add(id);
    else next.delete(id);
    setTicked(next);
    setAll(false);
    setProblem(false);
  }

  return (
    <Overlay
      title={title ?? t('title')}
      closeLabel={t('common:dismiss')}
      place="center"
      testId="choose-doctors"
      onClose={onClose}
    >
      <form noValidate onSubmit={save} className="flex min-h-0 flex-col gap-3">
        {text !== undefined && <p className="text-pretty text-ink-soft">{text}</p>}
        <RadioRows
          label={title ?? t('title')}
          value={isAll ? 'all' : 'some'}
          autoFocus
          rows={[
            { key: 'all', text: t('all'), note: t('allNote'), testId: 'choose-doctors-all' },
            { key: 'some', text: t('only'), testId: 'choose-doctors-some' },
          ]}
          onChange={(key) => {
            setAll(key === 'all');
            setProblem(false);
          }}
        />
        <fieldset className="grid max-h-[50vh] min-w-0 grid-cols-2 gap-x-3 overflow-y-auto ps-4">
          <legend className="sr-only">{t('list')}</legend>
          {doctors.map(({ id, prefix, name, room, specialization }) => (
            <label
              key={id}
              className="flex min-w-0 cursor-pointer items-center gap-2.5 rounded-control px-2 py-1.5 hover:bg-sunken"
            >
              <input
                type="checkbox"
                data-testid={`choose-doctors-${prefix}`}
                checked={!isAll && ticked.has(id)}
                onChange={(event) => tick(id, event.currentTarget.checked)}
                className="size-5 shrink-0 accent-(--accent)"
              />
              <span className="min-w-0 leading-tight">
                <span className="block truncate font-semibold">
                  {prefix} · <bdi>{name}</bdi>
                </span>
                <span className="block truncate text-small text-ink-soft">
                  <bdi>{specialization}</bdi>
                  {room !== '' && ` · ${t('common:room', { room })}`}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
        {hasProblem && (
          <p role="alert" data-testid="choose-doctors-error" className="text-small font-semibold text-danger">
            {t('least')}
          </p>
        )}
        <Button type="submit" tone="primary" className="self-end" data-testid="choose-doctors-save">
          {t('save')}
        </Button>
      </form>
    </Overlay>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Advice, ENOUGH, MOST_PATIENTS } from '../../../../../../shared/model/advice';
import type { DoctorSchedule } from '../../../../../../shared/model/doctor-schedule';
import { type Template, templatesOf } from '../../../../../../shared/model/template';
import { wholeOf } from '../../../../../../shared/model/typed-session';
import { useCall } from '../../../../data/query';
import { useStatus } from '../../../../data/status';
import { staffErrorText } from '../../../../i18n/errors';
import { Alert } from '../../../../ui/Alert';
import { Button } from '../../../../ui/Button';
import { EmptyState } from '../../../../ui/EmptyState';
import { SettingGroup } from '../../../../ui/Setting';
import { Spinner } from '../../../../ui/Spinner';
import { Basis } from './Basis';
import { Comparison } from './Comparison';
import { Slots } from './Slots';
import { UseDialog } from './UseDialog';
import { WishFields } from './WishFields';

interface Props {
  readonly doctor: DoctorSchedule;
}

/** How many to book in each slot of a session: what is suggested against what there is, and on what it rests. */
export function AdvicePart({ doctor }: Props) {
  const { t } = useTranslation('advisor');
  const today = useStatus()?.serviceDay;
  const [chosen, setChosen] = useState(0);
  if (today === undefined) return <Spinner />;
  const templates = templatesOf(doctor.schedule, today).filter(({ seats }) => seats.length > 1);
  const template = templates[chosen] ?? templates[0];
  if (template === undefined)
    return (
      <EmptyState icon="calendar" title={t('noSession')} text={t('noSessionText')} testId="advice-none" />
    );
  return (
    <div className="flex flex-col gap-5" data-testid="advice">
      <OneSession
        key={JSON.stringify(template)}
        doctor={doctor}
        templates={templates}
        template={template}
        onTemplate={setChosen}
      />
    </div>
  );
}

interface SessionProps extends Props {
  readonly templates: readonly Template[];
  readonly template: Template;
  readonly onTemplate: (place: number) => void;
}

function OneSession({ doctor, templates, template, onTemplate }: SessionProps) {
  const { t } = useTranslation('advisor');
  const [patients, setPatients] = useState(String(seatsOf(template)));
  const [slotMinutes, setSlotMinutes] = useState(template.slotMinutes);
  const [isOpen, setOpen] = useState(false);
  const wished = wholeOf(patients, 1, MOST_PATIENTS);
  const asked = {
    doctorId: doctor.id,
    sessionMinutes: template.endMinute - template.startMinute,
    slotMinutes: template.slotMinutes,
    seats: [...template.seats],
    newSlotMinutes: slotMinutes,
  };
  const { value: advice, error } = useCall(
    'advisor.suggest',
    wished === null ? null : { ...asked, patients: wished },
  );
  const suggested = advice?.figures?.suggested;
  return (
    <>
      <SettingGroup title={t('title')} text={t('text')}>
        <WishFields
          templates={templates}
          template={template}
          patients={patients}
          isWrong={wished === null}
          slotMinutes={slotMinutes}
          onTemplate={onTemplate}
          onPatients={setPatients}
          onSlotMinutes={setSlotMinutes}
        />
      </SettingGroup>
      {error !== undefined && <Alert tone="warn" title={staffErrorText(error)} testId="advice-refused" />}
      {advice === undefined
        ? error === undefined && wished !== null && <Calculating />
        : advice.figures === null && <Few advice={advice} />}
      {advice?.figures && (
        <>
          <Comparison figures={advice.figures}>
            {isOther(advice.figures) && (
              <Button
                tone="primary"
                className="self-start"
                data-testid="advice-use"
                onPress={() => setOpen(true)}
              >
                {t('use')}
              </Button>
            )}
          </Comparison>
          <Slots template={template} figures={advice.figures} />
        </>
      )}
      {advice !== undefined && <Basis measured={advice.measured} />}
      {isOpen && suggested !== undefined && (
        <UseDialog
          doctor={doctor}
          template={template}
          seats={{ slotMinutes: suggested.slotMinutes, seats: suggested.booked }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function Calculating() {
  const { t } = useTranslation('advisor');
  return (
    <p role="status" className="flex items-center gap-3 text-ink-soft" data-testid="advice-calculating">
      <Spinner />
      {t('calculating')}
    </p>
  );
}

function Few({ advice: { measured } }: { readonly advice: Advice }) {
  const { t } = useTranslation('advisor');
  return (
    <Alert
      tone="info"
      testId="advice-few"
      title={t('few')}
      text={t('fewText', {
        ...ENOUGH,
        haveConsultations: measured.consultations,
        haveDue: measured.due,
      })}
    />
  );
}

function seatsOf({ seats }: Template): number {
  return seats.reduce((sum, count) => sum + count, 0);
}

function isOther({ now, suggested }: NonNullable<Advice['figures']>): boolean {
  return now.slotMinutes !== suggested.slotMinutes || now.booked.join() !== suggested.booked.join();
}

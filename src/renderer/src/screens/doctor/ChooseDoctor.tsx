import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DoctorId } from '../../../../shared/model/ids';
import { useSummaries } from '../../data/summaries';
import { OwnChips } from '../../parts/OwnChips';
import { Plate } from '../../ui/Avatar';
import { EmptyState } from '../../ui/EmptyState';
import { Splash } from '../../ui/Splash';
import { useTitle } from '../../ui/useTitle';

/** For a window that was opened for no doctor in particular. */
export function ChooseDoctor({ onChoose }: { readonly onChoose: (doctorId: DoctorId) => void }) {
  const { t } = useTranslation(['doctor', 'common', 'home']);
  const doctors = useSummaries();
  useTitle(t('windowTitle'));
  if (doctors === null) return <Splash />;
  if (doctors.length === 0) {
    return (
      <div className="flex h-full">
        <EmptyState icon="stethoscope" title={t('noDoctors')} />
      </div>
    );
  }
  return (
    <main className="scroll-quiet mx-auto flex h-full max-w-3xl flex-col gap-6 p-8">
      <header className="mt-auto flex flex-col gap-2">
        <h1 className="text-headline font-bold">{t('choose')}</h1>
        <p className="text-ink-soft">{t('chooseText')}</p>
        <OwnChips />
      </header>
      <ul className="mb-auto flex flex-col gap-3">
        {doctors.map(({ doctor }) => (
          <li key={doctor.id}>
            <Button
              data-testid={`doctor-choose-${doctor.prefix}`}
              onPress={() => onChoose(doctor.id)}
              className="flex w-full cursor-pointer items-center gap-4 rounded-card border border-line bg-surface p-4 text-start shadow-card data-hovered:border-accent"
            >
              <Plate prefix={doctor.prefix} />
              <span className="min-w-0">
                <span dir="auto" className="block truncate text-lead font-bold">
                  {doctor.name}
                </span>
                <span dir="auto" className="block truncate text-ink-soft">
                  {doctor.specialization}
                  {!doctor.active && ` · ${t('home:noMorePatients')}`}
                </span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </main>
  );
}

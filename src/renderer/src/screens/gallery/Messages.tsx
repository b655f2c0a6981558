import { Alert } from '../../ui/Alert';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { EmptyState } from '../../ui/EmptyState';
import { Splash } from '../../ui/Splash';
import { say, sayError } from '../../ui/toasts';
import { Shelf } from './Shelf';

const tones = ['info', 'success', 'warn', 'danger'] as const;
const noop = (): void => undefined;

/** What is said. */
export function Messages() {
  return (
    <>
      <Shelf title="Notices" wide>
        {tones.map((tone) => (
          <Alert key={tone} tone={tone} title={`A notice, ${tone}`} text="And what to do about it." />
        ))}
      </Shelf>
      <Shelf title="Toasts">
        <Button onPress={() => say('A-017 is checked in.')} data-testid="gallery-good">
          Good news
        </Button>
        <Button onPress={() => say('A-017 is a no-show.', noop)} data-testid="gallery-undo">
          With undo
        </Button>
        <Button
          onPress={() => sayError({ code: 'CONFLICT', message: 'A-017 is cancelled already.' })}
          data-testid="gallery-refused"
        >
          Refused
        </Button>
        <Button
          onPress={() => sayError({ code: 'INTERNAL', message: 'Something went wrong.', reference: 'k3f9' })}
          data-testid="gallery-failed"
        >
          Failed
        </Button>
      </Shelf>
      <Shelf title="Cards and empty states" wide>
        <Card title="Waiting list" count={3} hint="Best first" className="shrink-0">
          <p className="px-4 pb-4">Rows</p>
        </Card>
        <EmptyState icon="stethoscope" title="No doctors yet" text="Add one in Admin.">
          <Button tone="primary">Add</Button>
        </EmptyState>
        <Splash />
        <Splash lost />
      </Shelf>
    </>
  );
}

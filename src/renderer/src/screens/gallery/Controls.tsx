import { useState } from 'react';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { IconButton } from '../../ui/IconButton';
import { Overlay } from '../../ui/Overlay';
import { Shelf } from './Shelf';

const tones = ['primary', 'signal', 'quiet', 'plain', 'danger'] as const;
const sizes = ['small', 'medium', 'large', 'touch'] as const;
const places = ['center', 'top', 'side'] as const;

/** What is pressed. */
export function Controls() {
  const [dialog, setDialog] = useState<'confirm' | (typeof places)[number] | null>(null);
  const close = (): void => setDialog(null);
  return (
    <>
      {tones.map((tone) => (
        <Shelf key={tone} title={`Button, ${tone}`}>
          {sizes.map((size) => (
            <Button key={size} tone={tone} size={size} icon="bell">
              Call next
            </Button>
          ))}
          <Button tone={tone} shortcut="R">
            With a key
          </Button>
          <Button tone={tone} busy>
            Busy
          </Button>
          <Button tone={tone} isDisabled>
            Off
          </Button>
          <Button tone={tone} icon="back">
            Back
          </Button>
        </Shelf>
      ))}
      <Shelf title="Icon buttons">
        <IconButton label="Call" icon="bell" />
        <IconButton label="Cancel" icon="close" tone="danger" />
        <IconButton label="Off" icon="bell" isDisabled />
      </Shelf>
      <Shelf title="Dialogs">
        <Button onPress={() => setDialog('confirm')} data-testid="gallery-confirm">
          Question
        </Button>
        {places.map((place) => (
          <Button key={place} onPress={() => setDialog(place)} data-testid={`gallery-overlay-${place}`}>
            {`Overlay, ${place}`}
          </Button>
        ))}
      </Shelf>
      {dialog === 'confirm' && (
        <ConfirmDialog
          title="Cancel A-017 for Asha Verma?"
          text="The seat goes to the next on the waiting list."
          yes="Yes, cancel"
          no="Keep it"
          onYes={close}
          onNo={close}
        />
      )}
      {dialog !== null && dialog !== 'confirm' && (
        <Overlay title="Overlay" closeLabel="Close" place={dialog} onClose={close}>
          <p className="p-4">What belongs here.</p>
        </Overlay>
      )}
    </>
  );
}

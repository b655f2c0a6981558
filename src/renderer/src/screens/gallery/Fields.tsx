import { useRef, useState } from 'react';
import { ComboField } from '../../ui/ComboField';
import { RadioCards } from '../../ui/RadioCards';
import { RadioRows } from '../../ui/RadioRows';
import { SelectField } from '../../ui/SelectField';
import { TextField } from '../../ui/TextField';
import { Shelf } from './Shelf';

type Kind = 'new' | 'again';
const rows = [
  { key: 'nine', text: '9:00 – 10:00 am', note: '3 free' },
  { key: 'ten', text: '10:00 – 11:00 am', note: 'full' },
] as const;

/** What is filled in. */
export function Fields() {
  const [kind, setKind] = useState<Kind>('new');
  const [row, setRow] = useState('nine');
  const [name, setName] = useState('');
  const [open, setOpen] = useState(false);
  const inputs = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)] as const;
  const combo = useRef<HTMLInputElement>(null);
  return (
    <>
      <Shelf title="Text fields" wide>
        <TextField
          label="Name"
          error={null}
          inputRef={inputs[0]}
          inputTestId="gallery-name"
          defaultValue="மீனாட்சி"
        />
        <TextField
          label="Phone"
          error="Please check the phone number."
          inputRef={inputs[1]}
          inputTestId="gallery-phone"
          validationBehavior="aria"
          defaultValue="123"
        />
        <ComboField
          label="Find"
          listLabel="Found"
          testId="gallery-find"
          inputRef={combo}
          value={name}
          options={rows.map(({ key, text }) => ({ key, content: text }))}
          isOpen={open}
          startAt={0}
          onChange={(text) => {
            setName(text);
            setOpen(text !== '');
          }}
          onOpenChange={setOpen}
          onPick={() => setOpen(false)}
        />
        <SelectField label="Slot" choices={rows} value={row} testId="gallery-slot" onChange={setRow} />
      </Shelf>
      <Shelf title="One of a few" wide>
        <RadioCards<Kind>
          label="Visit"
          value={kind}
          onChange={setKind}
          cards={[
            { value: 'new', label: 'New visit', text: 'A new problem', icon: 'walk', testId: 'gallery-new' },
            { value: 'again', label: 'Follow-up', icon: 'return', testId: 'gallery-again' },
          ]}
        />
        <RadioRows label="Slot" rows={rows} value={row} onChange={setRow} />
      </Shelf>
    </>
  );
}

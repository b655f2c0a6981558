import { useState } from 'react';
import { Label, Slider, SliderFill, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';

interface Props {
  readonly label: string;
  /** 0 to 1. */
  readonly value: number;
  readonly testId: string;
  readonly onChange: (value: number) => void;
}

/** A share, set by hand or by the arrow keys. Saved when one lets go. */
export function SettingSlider({ label, value, testId, onChange }: Props) {
  const [moved, setMoved] = useState<number | null>(null);
  return (
    <Slider
      value={moved ?? value}
      onChange={setMoved}
      onChangeEnd={(chosen) => {
        setMoved(null);
        if (chosen !== value) onChange(chosen);
      }}
      minValue={0}
      maxValue={1}
      step={0.05}
      formatOptions={{ style: 'percent' }}
      className="flex flex-col gap-1"
    >
      <div className="flex items-baseline justify-between gap-2">
        <Label className="text-small font-semibold text-ink-soft">{label}</Label>
        <SliderOutput className="figures font-semibold" />
      </div>
      <SliderTrack className="relative h-8 cursor-pointer">
        <div className="absolute inset-x-0 top-1/2 h-2.5 -translate-y-1/2 overflow-hidden rounded-pill border border-line-strong bg-sunken">
          <SliderFill className="bg-accent" />
        </div>
        <SliderThumb
          data-testid={testId}
          className="top-1/2 size-6 rounded-pill border-2 border-accent bg-surface shadow-card data-dragging:bg-accent-soft data-focus-visible:outline-3 data-focus-visible:outline-focus"
        />
      </SliderTrack>
    </Slider>
  );
}

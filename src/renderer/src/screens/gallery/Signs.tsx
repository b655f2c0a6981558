import { sources, stages } from '../../../../shared/model/token';
import { Face, Plate } from '../../ui/Avatar';
import { SourceBadge, StageBadge } from '../../ui/Badges';
import { CapacityBar } from '../../ui/CapacityBar';
import { StateChips } from '../../ui/Chips';
import { Icon, iconNames } from '../../ui/Icon';
import { Key } from '../../ui/Key';
import { Spinner } from '../../ui/Spinner';
import { Ticket } from '../../ui/Ticket';
import { TokenNumber } from '../../ui/TokenNumber';
import { Shelf } from './Shelf';

const colours = [
  'bg-page text-ink',
  'bg-surface text-ink',
  'bg-sunken text-ink-soft',
  'bg-accent text-on-accent',
  'bg-accent-soft text-on-accent-soft',
  'bg-signal text-on-signal',
  'bg-ticket text-on-ticket',
  'bg-plate text-on-plate',
  'bg-success-soft text-success',
  'bg-warn-soft text-warn',
  'bg-danger-soft text-danger',
  'bg-danger text-on-danger',
] as const;

const sizes = [
  'text-caption',
  'text-small',
  'text-body',
  'text-lead',
  'text-title',
  'text-headline',
  'text-display',
] as const;

const bars = [
  [0, 6, 2],
  [4, 6, 2],
  [6, 6, 2],
  [8, 6, 2],
  [3, 6, 0],
  [28, 40, 4],
] as const;

/** What is looked at. */
export function Signs() {
  return (
    <>
      <Shelf title="Colours">
        {colours.map((look) => (
          <span key={look} className={`rounded-control border border-line px-4 py-3 text-small ${look}`}>
            {look}
          </span>
        ))}
      </Shelf>
      <Shelf title="Type" wide>
        {sizes.map((size) => (
          <p key={size} className={size}>
            A-017 Asha आशा वर्मा மீனாட்சி محمد
          </p>
        ))}
      </Shelf>
      <Shelf title="Icons">
        {iconNames.map((name) => (
          <span key={name} className="flex w-20 flex-col items-center gap-1 text-caption text-ink-soft">
            <Icon name={name} directional={name === 'back' || name === 'forward'} className="size-7" />
            {name}
          </span>
        ))}
        <Spinner className="size-7" />
      </Shelf>
      <Shelf title="Sources and stages">
        {sources.map((source) => (
          <SourceBadge key={source} source={source} />
        ))}
        {stages.map((stage) => (
          <StageBadge key={stage} stage={stage} />
        ))}
      </Shelf>
      <Shelf title="Chips, avatars, plates, keys">
        <StateChips clockShifted lost />
        <Face src={null} letters="AR" />
        <Face src={null} letters="सु" isMuted />
        <Plate prefix="A" />
        <Plate prefix="ENT" />
        <Key>Ctrl</Key>
      </Shelf>
      <Shelf title="Seats" wide>
        {bars.map(([used, capacity, overflowSeats]) => (
          <CapacityBar
            key={`${used} ${capacity} ${overflowSeats}`}
            used={used}
            capacity={capacity}
            overflowSeats={overflowSeats}
            className="max-w-sm"
          />
        ))}
      </Shelf>
      <Shelf title="Token numbers">
        {(['row', 'panel', 'column'] as const).map((size) => (
          <TokenNumber key={size} size={size}>
            A-017
          </TokenNumber>
        ))}
      </Shelf>
      <Shelf title="Tickets">
        <Ticket tone="seated" stub={<TokenNumber size="panel">A-017</TokenNumber>}>
          Asha Verma
        </Ticket>
        <Ticket tone="called" stub={<TokenNumber size="panel">ENT-204</TokenNumber>}>
          मीनाक्षी
        </Ticket>
        <Ticket tone="seated" upright stub={<TokenNumber size="panel">B-002</TokenNumber>}>
          محمد عبد الرحمن
        </Ticket>
      </Shelf>
    </>
  );
}

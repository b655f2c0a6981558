import { paperOutcomes } from '../../../src/shared/model/paper';
import type { RuleSettings } from '../../../src/shared/model/settings';
import { type Source, sources } from '../../../src/shared/model/token';
import { fc } from '../../helpers/fast-check';
import type { Plan, SlotPlan, Step } from './world';

const source: fc.Arbitrary<Source> = fc.constantFrom(...sources);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });
const token = fc.noBias(fc.nat(24));
const slot = fc.noBias(fc.nat(4));

const rules: fc.Arbitrary<Partial<RuleSettings>> = fc.record(
  {
    maxEmergencyOverflow: fc.integer({ min: 0, max: 2 }),
    emergencyOverflowPercent: fc.option(fc.constantFrom(1, 34, 50, 100)),
    joinRunningSlot: fc.constantFrom(
      'never' as const,
      'emergency' as const,
      'here' as const,
      'always' as const,
    ),
    allowPreemption: fc.boolean(),
    preemptionScope: fc.constantFrom('emergency' as const, 'any_higher' as const),
    maxDisplacements: fc.integer({ min: 0, max: 2 }),
    waitingListAgingMinutes: fc.constantFrom(0, 0, 5, 30),
    joinLeadMinutes: fc.constantFrom(0, 30, 240),
    promotionLeadMinutes: fc.constantFrom(0, 0, 20, 60),
    noShowTimeoutMinutes: fc.constantFrom(0, 5, 15),
    callOrder: fc.constantFrom('fair' as const, 'strict' as const),
    maxRecalls: fc.integer({ min: 0, max: 2 }),
    recallGapSeconds: fc.constantFrom(0, 20, 120),
    heldBackCalls: fc.integer({ min: 1, max: 3 }),
    precedenceFactor: fc.constantFrom(1, 2, 4),
  },
  { requiredKeys: [] },
);

const slotPlan: fc.Arbitrary<SlotPlan> = fc.record({
  capacity: fc.integer({ min: 0, max: 3 }),
  overflow: fc.option(fc.integer({ min: 0, max: 2 }), { nil: null, freq: 3 }),
  gap: fc.constantFrom(0, 0, 0, 30),
  length: fc.constantFrom(30, 60),
});

const issue: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('issue' as const),
  source,
  channel: fc.constantFrom('desk' as const, 'kiosk' as const, 'http' as const),
  asks: fc.option(slot, { nil: null, freq: 2 }),
  here: maybe(fc.boolean()),
  who: fc.option(fc.nat(3), { nil: null, freq: 2 }),
  knowingly: fc.boolean(),
});

const onToken: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom(
    ...(['checkIn', 'checkIn', 'start', 'start', 'start', 'serve', 'serve', 'recall', 'recall'] as const),
    ...(['hold', 'noShow', 'noShow', 'cancel', 'callThis', 'callThis', 'release', 'release'] as const),
    ...(['upgradeToEmergency', 'takeBackUpgrade', 'undo', 'undo', 'reinstate', 'correct'] as const),
    ...(['takeBackTransfer', 'takeBackTransfer', 'setPrecedence', 'followRegister'] as const),
  ),
  token,
});

const onSlot: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('changeSlot' as const),
    slot,
    capacity: maybe(fc.integer({ min: 0, max: 4 })),
    overflow: maybe(fc.option(fc.integer({ min: 0, max: 2 }))),
  }),
  fc.record({
    do: fc.constantFrom('closeSlot' as const, 'reopenSlot' as const, 'reopenSlot' as const),
    slot,
  }),
  fc.record({
    do: fc.constantFrom('setDelay' as const, 'takeBreak' as const, 'takeBreak' as const),
    minutes: fc.constantFrom(0, 10, 45),
  }),
  fc.record({ do: fc.constant('leaveEarly' as const), slot }),
  fc.record({
    do: fc.constant('addSlot' as const),
    hour: fc.integer({ min: 8, max: 14 }),
    capacity: fc.integer({ min: 0, max: 3 }),
  }),
);

/** Mostly forwards, by less than a slot; now and then far, or back. */
const wait: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('wait' as const),
  minutes: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(0.5, 1, 5, 15, 20, 30) },
    { weight: 1, arbitrary: fc.constantFrom(60, 120) },
    { weight: 1, arbitrary: fc.constantFrom(-0.5, -10, -45, -120) },
  ),
});

const paper: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('paperEntry' as const),
  minutesAgo: fc.constantFrom(0, 10, 90),
  source,
  became: fc.constantFrom(...paperOutcomes),
  sequence: maybe(fc.integer({ min: 1, max: 9 })),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 24, arbitrary: issue },
  { weight: 30, arbitrary: onToken },
  { weight: 14, arbitrary: wait },
  { weight: 8, arbitrary: fc.constant<Step>({ do: 'callNext' }) },
  { weight: 6, arbitrary: fc.constant<Step>({ do: 'sweep' }) },
  { weight: 8, arbitrary: onSlot },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('move' as const), token, slot }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('transfer' as const), token }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('outage' as const), minutes: fc.constantFrom(3, 30, 90) }),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'endBreak' }) },
  { weight: 2, arbitrary: rules.map<Step>((changed) => ({ do: 'rules', rules: changed })) },
  { weight: 2, arbitrary: paper },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'settleOnly' }) },
  {
    weight: 1,
    arbitrary: fc.oneof(fc.constant<Step>({ do: 'closeDay' }), fc.constant<Step>({ do: 'midnight' })),
  },
  {
    weight: 2,
    arbitrary: fc.constant<Step>({ do: 'reopenDay' }),
  },
);

/** One in eight steps is taken at the other doctor. Steps may shrink to nothing, so that long plans shrink to short ones. */
const placed = fc.tuple(step, fc.nat(7)).map(([taken, at]) => (at === 7 ? { ...taken, other: true } : taken));
const maybePlaced = fc.option(placed, { nil: null, freq: 20 });

export const plans = (maxSteps: number): fc.Arbitrary<Plan> =>
  fc.record({
    rules,
    slots: fc.noBias(fc.array(slotPlan, { minLength: 0, maxLength: 4, size: 'max' })),
    otherSlots: fc.array(slotPlan, { minLength: 0, maxLength: 2, size: 'max' }),
    steps: fc
      .array(maybePlaced, { minLength: Math.ceil(maxSteps / 2), maxLength: maxSteps, size: 'max' })
      .map((steps) => steps.filter((taken) => taken !== null)),
    ending: fc.constantFrom('open' as const, 'closeDay' as const, 'midnight' as const),
  });

import { useEffect } from 'react';
import type { CallInput } from '../../../../../shared/contract';
import type { FollowUp } from '../../../../../shared/model/follow-up';
import type { DoctorId } from '../../../../../shared/model/ids';
import { patientContactSchema, patientNameSchema } from '../../../../../shared/model/patient';
import { useCall } from '../../../data/query';
import { mayNow } from '../../../stores/allowed';
import { knownOf, proposeSource } from '../../../stores/deskDraft';
import type { Draft } from '../../../stores/draft';

interface Known {
  /** Null: not known, or nobody to know it of. */
  readonly followUp: FollowUp | null;
  /** Of somebody who was chosen it is known in a moment: Enter must wait for it. */
  readonly isAsking: boolean;
}

/** Whether a follow-up is due to whoever stands in the draft; if so it is proposed, until staff choose a kind of visit. */
export function useFollowUp(draft: Draft, doctorId: DoctorId | null): Known {
  const input = inputOf(draft, doctorId);
  const { value, error } = useCall('patients.followUp', input);
  const followUp = input === null ? null : (value ?? null);
  const isAsking = input?.patientId !== undefined && value === undefined && error === undefined;
  const isOpen = input !== null && value === undefined && error === undefined;
  useEffect(() => {
    if (!isOpen) proposeSource(followUp?.kind === 'due' ? 'follow_up' : null);
  });
  return { followUp, isAsking };
}

function inputOf(draft: Draft, doctorId: DoctorId | null): CallInput<'patients.followUp'> | null {
  const name = patientNameSchema.safeParse(draft.name);
  const contact = patientContactSchema.safeParse(draft.phone);
  const patientId = knownOf(draft);
  const isSomebody = name.success && contact.success && (patientId !== null || contact.data !== '');
  if (doctorId === null || !isSomebody || !mayNow('patients.followUp')) return null;
  return {
    doctorId,
    patientName: name.data,
    patientContact: contact.data,
    ...(patientId === null ? {} : { patientId }),
    ...(draft.day === null ? {} : { serviceDay: draft.day }),
  };
}

import { DOCUMENT, OFFICE, RESPONSIBILITIES } from '../../testing.js';
import type { Examples } from '../example.js';
import { ASSIGNED, MEMBER, registered } from '../samples.js';
import type { ResponsibilityCommand } from './commands.js';

const on = '2022-05-16';
const persons = { occurredOn: on, personInCharge: 'person-7', linkedLeader: 'leader-2' };
const coordinator = { occurredOn: on, duty: 'COORDINATION', officer: 'person-8' } as const;
const taskForce = { occurredOn: on, leader: 'leader-2', units: ['authority', 'builder'], document: null };

/** For each command of this part the plain case. */
export const EXAMPLES: Examples<ResponsibilityCommand> = {
  AssignResponsibilities: {
    given: [registered()],
    command: { type: 'AssignResponsibilities', occurredOn: on, responsibilities: RESPONSIBILITIES },
    by: OFFICE,
    event: { type: 'ResponsibilitiesAssigned', data: { occurredOn: on, responsibilities: RESPONSIBILITIES } },
    again: 'nothing',
  },
  ChangeLegalEntity: {
    given: MEMBER,
    command: { type: 'ChangeLegalEntity', occurredOn: on, legalEntity: 'successor', document: DOCUMENT },
    by: OFFICE,
    event: { type: 'LegalEntityChanged', data: { occurredOn: on, legalEntity: 'successor', document: DOCUMENT } },
    again: 'nothing',
  },
  ChangeLeadAuthority: {
    given: MEMBER,
    command: { type: 'ChangeLeadAuthority', occurredOn: on, leadAuthority: 'successor', document: DOCUMENT },
    by: OFFICE,
    event: { type: 'LeadAuthorityChanged', data: { occurredOn: on, leadAuthority: 'successor', document: DOCUMENT } },
    again: 'nothing',
  },
  SucceedUnit: {
    given: MEMBER,
    command: { type: 'SucceedUnit', occurredOn: on, from: 'keeper', to: 'successor' },
    by: { id: 'system', role: 'SYSTEM', unit: null },
    event: { type: 'UnitSucceeded', data: { occurredOn: on, from: 'keeper', to: 'successor' } },
    again: 'nothing',
  },
  NamePersons: {
    given: [registered()],
    command: { type: 'NamePersons', ...persons },
    by: OFFICE,
    event: { type: 'PersonsNamed', data: persons },
    again: 'nothing',
  },
  AppointOfficer: {
    given: [registered()],
    command: { type: 'AppointOfficer', ...coordinator },
    by: OFFICE,
    event: { type: 'OfficerAppointed', data: coordinator },
    again: 'nothing',
  },
  HandOverOfficer: {
    given: [registered(), ASSIGNED],
    command: { type: 'HandOverOfficer', occurredOn: on, duty: 'REPORTING', to: 'reporter-2' },
    by: OFFICE,
    event: {
      type: 'OfficerHandedOver',
      data: { occurredOn: on, duty: 'REPORTING', from: 'reporter-1', to: 'reporter-2' },
    },
    again: 'nothing',
  },
  FormTaskForce: {
    given: [registered()],
    command: { type: 'FormTaskForce', ...taskForce },
    by: OFFICE,
    event: { type: 'TaskForceFormed', data: taskForce },
    again: 'nothing',
  },
  AdoptDedicatedPlan: {
    given: [registered()],
    command: { type: 'AdoptDedicatedPlan', occurredOn: on, document: DOCUMENT },
    by: OFFICE,
    event: { type: 'DedicatedPlanAdopted', data: { occurredOn: on, document: DOCUMENT } },
    again: 'nothing',
  },
};

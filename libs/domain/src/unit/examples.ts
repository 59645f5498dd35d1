import type { Actor } from '#libs/event-sourcing/pure';
import type { RefusalCode } from '../refusals.js';
import { DOCUMENT, OFFICE } from '../testing.js';
import type { UnitCommand } from './commands.js';
import type { UnitEvent } from './events.js';

export const unitRegistered = (name = '示例区交通局', occurredOn = '2020-01-01'): UnitEvent => ({
  type: 'UnitRegistered',
  data: { occurredOn, kind: 'DISTRICT_DEPARTMENT', name },
});
export const unitRenamed = (occurredOn: string, name: string): UnitEvent => ({
  type: 'UnitRenamed',
  data: { occurredOn, name, document: DOCUMENT },
});
export const unitMerged = (occurredOn: string, into = 'successor'): UnitEvent => ({
  type: 'UnitMerged',
  data: { occurredOn, into, document: DOCUMENT },
});

export interface UnitExample<Type extends UnitCommand['type']> {
  readonly given: readonly UnitEvent[];
  readonly command: Extract<UnitCommand, { type: Type }>;
  readonly by: Actor;
  readonly event: UnitEvent;
  /** What the same command leads to once its event has been recorded. */
  readonly again: 'nothing' | RefusalCode;
}

const on = '2022-05-16';

/** For each command of a unit the plain case. */
export const UNIT_EXAMPLES: { readonly [Type in UnitCommand['type']]: UnitExample<Type> } = {
  RegisterUnit: {
    given: [],
    command: { type: 'RegisterUnit', occurredOn: '2020-01-01', kind: 'DISTRICT_DEPARTMENT', name: '示例区交通局' },
    by: OFFICE,
    event: unitRegistered(),
    again: 'UNIT_EXISTS',
  },
  RenameUnit: {
    given: [unitRegistered()],
    command: { type: 'RenameUnit', occurredOn: on, name: '示例区交通运输委', document: DOCUMENT },
    by: OFFICE,
    event: unitRenamed(on, '示例区交通运输委'),
    again: 'nothing',
  },
  MergeUnit: {
    given: [unitRegistered()],
    command: { type: 'MergeUnit', occurredOn: on, into: 'successor', document: DOCUMENT },
    by: OFFICE,
    event: unitMerged(on),
    again: 'nothing',
  },
  AssignSectors: {
    given: [unitRegistered()],
    command: { type: 'AssignSectors', occurredOn: on, sectors: ['transport'], document: DOCUMENT },
    by: OFFICE,
    event: { type: 'SectorsAssigned', data: { occurredOn: on, sectors: ['transport'], document: DOCUMENT } },
    again: 'nothing',
  },
  AcknowledgeNotice: {
    given: [unitRegistered()],
    command: { type: 'AcknowledgeNotice', notice: 'bulletin-2022-05' },
    by: { id: 'clerk-1', role: 'SECTOR_AUTHORITY', unit: 'u1' },
    event: { type: 'NoticeRead', data: { notice: 'bulletin-2022-05' } },
    again: 'nothing',
  },
};

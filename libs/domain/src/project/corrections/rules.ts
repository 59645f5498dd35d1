import { type At, type DomainEvent, type Series, type Tick, valueOn } from '#libs/event-sourcing/pure';
import { type Correctable, correctionRules, type FactBook } from '../../corrections/rules.js';
import { dayOf, lastDayOf } from '../../days.js';
import { refuse } from '../../refusals.js';
import type { ProjectCommand } from '../commands.js';
import type { ApprovalKind } from '../../policy/approvals.js';
import { currentStatus, isBeforeStart, isEnded, isPlannable } from '../stages/state.js';
import { hasOrphans } from '../funding/state.js';
import { followsOn } from '../stages/rules.js';
import { INITIAL_PROJECT, type ProjectState } from '../state.js';
import type { Status } from '../status.js';
import { CORRECTABLE } from './facts.js';

export type ProjectFold = FactBook<ProjectState>['fold'];
export type ProjectRule = (command: { readonly type: string }, state: ProjectState, at: At) => DomainEvent[];

/** Corrections of a project's facts, by the rules and folds of its other parts. */
export const projectCorrections = (decide: ProjectRule, fold: ProjectFold) =>
  correctionRules<ProjectState>({
    initial: INITIAL_PROJECT,
    correctable: CORRECTABLE as Readonly<Record<string, Correctable>>,
    decide,
    fold,
    dayOf: ({ occurredOn, through }) => (occurredOn as string | undefined) ?? lastDayOf(through as string),
    stagesMoved: (before, after) =>
      held(before.status) === held(after.status)
        ? null
        : { started: !isBeforeStart(after), ended: isEnded(currentStatus(after)) },
    requireOrder,
  });

/** The command in whose place a correction stands, whose rule admits it; its type is empty where there is none. */
export function replacing(command: ProjectCommand | Tick, { corrections }: ProjectState): { readonly type: string } {
  const { command: type = '', fields } = replacementIn(command, corrections) ?? {};
  return { ...fields, type };
}

function replacementIn(command: ProjectCommand | Tick, corrections: ProjectState['corrections']) {
  if (command.type === 'CorrectFact' || command.type === 'ProposeCorrection') return command.replacement;
  if (command.type !== 'ConfirmCorrection') return null;
  return Object.hasOwn(corrections, command.correction) ? corrections[command.correction]!.replacement : null;
}

/** A corrected stage must still follow on the one before it, and the next one on it. */
function requireOrder(before: ProjectState, after: ProjectState): void {
  if (isOrdered(before.status) && !isOrdered(after.status)) throw refuse('STAGES_OUT_OF_ORDER');
  if (isEarlyMember(after) && !isEarlyMember(before)) throw refuse('PRELIMINARY_WORK_NOT_BEGUN');
  if (hasOrphans(after) && !hasOrphans(before)) throw refuse('OTHERS_HANG_ON_FACT');
  for (const [kind, series] of Object.entries(before.approvals))
    if (!isStepwise(series, after.approvals[kind as ApprovalKind] ?? []))
      throw refuse('APPROVALS_OUT_OF_ORDER', { kind });
}

/** Whether a plan took it in on a day on which its preliminary work had not begun. */
const isEarlyMember = ({ plans, status }: ProjectState): boolean =>
  Object.values(plans).some(({ left, since }) => !left && !isPlannable(valueOn(status, dayOf(since))));

/** Each step of an approval hangs on the one before it: none but the last can go, and none overtakes another. */
function isStepwise(before: Series<unknown>, after: Series<unknown>): boolean {
  const last = after.at(-1)?.revision ?? -1;
  const kept = new Set(after.map(({ revision }) => revision));
  return (
    before.every(({ revision }) => kept.has(revision) || revision > last) &&
    after.every(({ revision }, at) => at === 0 || after[at - 1]!.revision < revision)
  );
}

const held = (series: Series<Status>): string => JSON.stringify(series.map(({ on, value }) => [on, value]));

const isOrdered = (status: Series<Status>): boolean =>
  status.every(({ value }, at) => at === 0 || followsOn(status[at - 1]!.value, value));

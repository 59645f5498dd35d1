import type { At, Read, Rules, Tick } from '#libs/event-sourcing/pure';
import { dayOf, monthOf, yearOf } from '../days.js';
import { type PlanState, requirePublished } from '../plan/state.js';
import { planStream } from '../plan/streams.js';
import { refuse } from '../refusals.js';
import { type UnitState, unitStream } from '../unit/state.js';
import type { BulletinCommand } from './commands.js';
import type { BulletinContent, BulletinEvent } from './events.js';
import { type BulletinState, bulletinStream } from './state.js';

export const RULES: Rules<BulletinState, BulletinCommand, BulletinEvent> = {
  DraftBulletin({ type: _, ...content }, { status }, at) {
    if (status !== 'NONE') throw refuse('BULLETIN_EXISTS');
    requireSound(content, at);
    return [{ type: 'BulletinDrafted', data: { ...content, corrects: null } }];
  },

  RedraftBulletin({ type: _, ...content }, state, at) {
    requireDraft(state);
    requireSound(content, at);
    if (state.corrects !== null) requireMonth(content, state);
    return [{ type: 'BulletinRedrafted', data: content }];
  },

  CorrectBulletin({ type: _, bulletin, reason, ...content }, { status }, at) {
    if (status !== 'NONE') throw refuse('BULLETIN_EXISTS');
    const corrected = at.stateOf<BulletinState>(bulletinStream(bulletin));
    requireKnown(corrected);
    if (corrected.status !== 'ISSUED' && corrected.status !== 'PUBLISHED')
      throw refuse('BULLETIN_NOT_ISSUED', { status: corrected.status });
    requireMonth(content, corrected);
    requireSound(content, at);
    return [{ type: 'BulletinDrafted', data: { ...content, corrects: { bulletin, reason } } }];
  },

  IssueBulletin(_, state, at) {
    requireKnown(state);
    const { status, month, corrects, drafters } = state;
    if (status === 'ISSUED' || status === 'PUBLISHED') return [];
    requireDraft(state);
    if (drafters.includes(at.actor.id)) throw refuse('ISSUER_IS_DRAFTER');
    return [{ type: 'BulletinIssued', data: { month, corrects } }];
  },

  PublishBulletin({ docNo }, state) {
    requireKnown(state);
    if (state.status === 'PUBLISHED' && state.docNo === docNo) return [];
    if (state.status === 'PUBLISHED') throw refuse('BULLETIN_PUBLISHED', { docNo: state.docNo });
    if (state.status !== 'ISSUED') throw refuse('BULLETIN_NOT_ISSUED', { status: state.status });
    return [{ type: 'BulletinPublished', data: { docNo } }];
  },

  WithdrawBulletin({ reason }, state) {
    requireKnown(state);
    if (state.status === 'WITHDRAWN') return [];
    requireDraft(state);
    return [{ type: 'BulletinWithdrawn', data: { reason } }];
  },
};

function requireKnown({ status }: BulletinState): void {
  if (status === 'NONE') throw refuse('UNKNOWN_BULLETIN');
}

function requireDraft(state: BulletinState): void {
  requireKnown(state);
  if (state.status !== 'DRAFTED') throw refuse('BULLETIN_NOT_DRAFT', { status: state.status });
}

function requireMonth({ month }: BulletinContent, { month: corrected }: BulletinState): void {
  if (month !== corrected) throw refuse('BULLETIN_OF_OTHER_MONTH', { field: 'month', corrected });
}

/** The figures are those of a published plan, up to a month that has begun, for units that there are. */
function requireSound({ month, recipients }: BulletinContent, at: At): void {
  requirePublished(at.stateOf<PlanState>(planStream(yearOf(month))));
  const current = monthOf(dayOf(at.now));
  if (month > current) throw refuse('BULLETIN_MONTH_AHEAD', { field: 'month', current });
  for (const recipient of recipients)
    if (at.stateOf<UnitState>(unitStream(recipient)).kind === null) throw refuse('UNKNOWN_UNIT', { unit: recipient });
}

/** A text's plan, its recipients, and the bulletin that it corrects. */
export function reads(command: BulletinCommand | Tick): Read[] {
  if (!('recipients' in command)) return [];
  const { month, recipients } = command;
  const corrected = command.type === 'CorrectBulletin' ? [bulletinStream(command.bulletin)] : [];
  const streams = [planStream(yearOf(month)), ...recipients.map(unitStream), ...corrected];
  return streams.map((stream) => ({ stream, upToNow: false }));
}

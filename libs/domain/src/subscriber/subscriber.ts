import { decideBy, type Decider, evolveBy, type Folds, type Rules } from '#libs/event-sourcing/pure';
import { withNothingPersonal } from '../facts.js';
import { refuse } from '../refusals.js';
import type { SubscriberCommand } from './commands.js';
import type { Grant, PauseCause, SubscriberEvent, WebhookTerms, WebhookWants } from './events.js';

export interface SubscriberState {
  /** What it may see; null before a grant and after its revocation. */
  readonly grant: Grant | null;
  readonly webhooks: Readonly<Record<string, Webhook>>;
}

export interface Webhook extends WebhookTerms {
  /** Which secret signs, from 1 on, and until when the one before signs as well. */
  readonly generation: number;
  readonly formerUntil: string | null;
  /** Null while it is told. */
  readonly paused: PauseCause | null;
}

/** Addresses of one subscriber. */
const MOST_WEBHOOKS = 10;
/** Time for a receiver to take over a new secret. */
const ROTATION_MILLISECONDS = 86_400_000;

/** A subscriber is whom its tokens name. */
export const subscriberStream = (subject: string): string => `subscriber-${subject}`;

const RULES: Rules<SubscriberState, SubscriberCommand, SubscriberEvent> = {
  GrantSubscription({ types, units }, { grant }) {
    const granted: Grant = { types: sorted(types), units: units && sorted(units) };
    if (JSON.stringify(grant) === JSON.stringify(granted)) return [];
    return [{ type: 'SubscriptionGranted', data: granted }];
  },

  RevokeSubscription({ reason }, { grant }) {
    return grant === null ? [] : [{ type: 'SubscriptionRevoked', data: { reason } }];
  },

  RegisterWebhook({ url, types, project, signature, after }, { grant, webhooks }, at) {
    if (grant === null) throw refuse('SUBSCRIPTION_MISSING');
    const wants = soundWants({ url, types, project });
    if (Object.keys(webhooks).length >= MOST_WEBHOOKS) throw refuse('WEBHOOKS_TOO_MANY', { most: MOST_WEBHOOKS });
    return [{ type: 'WebhookRegistered', data: { webhook: at.newId('webhook'), ...wants, signature, after } }];
  },

  ChangeWebhook({ webhook, url, types, project }, { webhooks }) {
    const before = known(webhooks, webhook);
    const wants = soundWants({ url, types, project });
    const isSame = JSON.stringify(wants) === JSON.stringify(wantsOf(before));
    return isSame ? [] : [{ type: 'WebhookChanged', data: { webhook, ...wants } }];
  },

  RotateWebhookSecret({ webhook }, { webhooks }, at) {
    const generation = known(webhooks, webhook).generation + 1;
    const formerUntil = new Date(Date.parse(at.now) + ROTATION_MILLISECONDS).toISOString();
    return [{ type: 'WebhookSecretRotated', data: { webhook, generation, formerUntil } }];
  },

  PauseWebhook({ webhook }, { webhooks }, at) {
    const cause = at.actor.role === 'SYSTEM' ? 'FAILING' : 'ASKED';
    return known(webhooks, webhook).paused === null ? [{ type: 'WebhookPaused', data: { webhook, cause } }] : [];
  },

  ResumeWebhook({ webhook, after }, { webhooks }) {
    if (known(webhooks, webhook).paused === null && after === null) return [];
    return [{ type: 'WebhookResumed', data: { webhook, after } }];
  },

  RemoveWebhook({ webhook }, { webhooks }) {
    known(webhooks, webhook);
    return [{ type: 'WebhookRemoved', data: { webhook } }];
  },
};

function known(webhooks: SubscriberState['webhooks'], webhook: string): Webhook {
  if (!Object.hasOwn(webhooks, webhook)) throw refuse('UNKNOWN_WEBHOOK');
  return webhooks[webhook]!;
}

const wantsOf = ({ url, types, project }: WebhookWants): WebhookWants => ({ url, types, project });

function soundWants({ url, types, project }: WebhookWants): WebhookWants {
  if (!isSound(url)) throw refuse('WEBHOOK_ADDRESS_UNSOUND', { field: 'url' });
  return { url, types: types && sorted(types), project };
}

/** An address of the web that carries no password, which events are no place for. */
function isSound(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password, hash } = new URL(url);
  return /^https?:$/.test(protocol) && username + password + hash === '';
}

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();

const FOLDS: Folds<SubscriberState, SubscriberEvent> = {
  SubscriptionGranted: (_, { data: { types, units } }) => ({ grant: { types, units } }),
  SubscriptionRevoked: () => ({ grant: null }),
  WebhookRegistered: ({ webhooks }, { data: { webhook, url, types, project, signature } }) => ({
    webhooks: {
      ...webhooks,
      [webhook]: { url, types, project, signature, generation: 1, formerUntil: null, paused: null },
    },
  }),
  WebhookChanged: (state, { data: { webhook, ...wants } }) => changed(state, webhook, wantsOf(wants)),
  WebhookSecretRotated: (state, { data: { webhook, generation, formerUntil } }) =>
    changed(state, webhook, { generation, formerUntil }),
  WebhookPaused: (state, { data: { webhook, cause } }) => changed(state, webhook, { paused: cause }),
  WebhookResumed: (state, { data: { webhook } }) => changed(state, webhook, { paused: null }),
  WebhookRemoved: ({ webhooks }, { data: { webhook } }) => {
    const { [webhook]: _removed, ...left } = webhooks;
    return { webhooks: left };
  },
};

const changed = ({ webhooks }: SubscriberState, webhook: string, change: Partial<Webhook>) => ({
  webhooks: { ...webhooks, [webhook]: { ...webhooks[webhook]!, ...change } },
});

/** Another system that follows what is told outside: granted by the office, as far as the grant says. */
export const subscriberDecider: Decider<SubscriberState, SubscriberCommand, SubscriberEvent> = {
  initial: { grant: null, webhooks: {} },
  evolve: evolveBy(FOLDS),
  decide: withNothingPersonal(decideBy(RULES)),
};

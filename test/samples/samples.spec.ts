import { join } from 'node:path';
import { type DomainEvent, type Recorded, schemaOf, upcast } from '#libs/event-sourcing/pure';
import { recorded, viewed } from '#libs/event-sourcing/testing';
import { UPCASTS } from '#libs/domain';
import { DECIDERS } from '#libs/platform';
import { VIEWS } from '#libs/read-models';
import { OFFICE } from '../../libs/domain/src/testing.js';
import { eventTypes } from '../repository/event-types.js';
import { repository } from '../repository/tree.js';
import { sampleName, storedSamples } from './stored.js';
import { toldByExamples } from './told.js';

const names = eventTypes().flatMap((type) =>
  Array.from({ length: schemaOf(UPCASTS, type) }, (_, before) => sampleName(type, before + 1)),
);
const samples = storedSamples(join(repository, 'libs/domain/samples'));

/** The stream of a sample as the product would read it today. */
const readToday = ({ kind, events }: (typeof samples)[number]): Recorded[] =>
  recorded(
    events.map(({ type, schema, data }): DomainEvent => ({ type, data: upcast(UPCASTS, type, schema, data) })),
    { stream: kind === 'plan' ? 'plan-2022' : `${kind}-1`, now: '2022-05-16T02:00:00.000Z', actor: OFFICE },
  );

describe('the stored samples', () => {
  it('are of every version of every event; `npm run samples` stores what is new', () => {
    expect(samples.map(({ name }) => name).sort()).toEqual(names.sort());
  });

  it.each(samples)('$name ends in what it is named after', ({ name, events }) => {
    const { type, schema } = events.at(-1)!;
    expect(sampleName(type, schema)).toBe(name);
  });
});

describe.each(samples)('an event that was written as $name', (sample) => {
  const events = readToday(sample);
  const { type, data } = events.at(-1)!;

  it('is read with the fields of today, or lacks a step in UPCASTS', async () => {
    const today = (await toldByExamples()).get(type)?.events.at(-1)?.data;
    expect(Object.keys(data).sort()).toEqual(Object.keys(today ?? {}).sort());
  });

  it('can be folded', () => {
    const { initial, evolve } = DECIDERS[sample.kind]!;
    const before = events.slice(0, -1).reduce<unknown>((state, event) => evolve(state, event), initial);
    expect(evolve(before, events.at(-1)!)).toBeDefined();
  });

  it('is followed by every view', async () => {
    for (const view of VIEWS) await viewed(view, events);
  });
});
